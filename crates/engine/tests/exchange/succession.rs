//! A key is rotated away: what was sent stays, what a thief sends does not pass, and
//! whoever comes into contact learns of it.

use ihala_engine::{Answer, Command, Input};
use ihala_envelope::{
    Body, Digest, Draft, IdentitySecret, MessageId, Personal, SignedMessage, cbor,
};
use ihala_protocol::letter::{Outstanding, Succession};
use ihala_protocol::{CardChain, Profile, Question, Reply, kinds};

use crate::erasure::withdraw;
use crate::world::{CENTRE, CLINIC, World};

fn profile(world: &mut World, who: usize) -> Profile {
    Profile::from_file(&world.agencies[who].card()).unwrap()
}

/// The rule that a reply names; `receipt` if it took the message.
fn told(reply: &[u8]) -> String {
    match cbor::from_slice(reply).unwrap() {
        Reply::Receipt(_) => "receipt".into(),
        Reply::NotStored(rule) => rule,
        other => panic!("{other:?}"),
    }
}

/// A message that nothing but the key of the centre's first card has made.
fn forged(world: &mut World, thief: &IdentitySecret, before: &Profile, seq: u64) -> Vec<u8> {
    let (_, previous) = world.sequence(CENTRE, CLINIC);
    let body = Body {
        id: MessageId([u8::try_from(seq).unwrap(); 16]),
        kind: kinds::ESCALATION,
        sender: before.id(),
        card: before.cards().digest(),
        recipient: world.agencies[CLINIC].id,
        network: None,
        seq,
        previous: previous.filter(|_| seq > 1),
        link: None,
        created: world.now,
        expires: None,
        roster: None,
        commitment: Digest([0; 32]),
    };
    let draft = Draft { body, payload: Personal::new(vec![0x80]) };
    let clinic = profile(world, CLINIC);
    let rng = &mut world.agencies[CENTRE].rng;
    let message: SignedMessage = draft.sign(thief, rng).unwrap();
    message.seal(clinic.statement().receive_key(world.now).unwrap(), rng).unwrap()
}

fn alarms(world: &mut World, who: usize) -> Vec<String> {
    let status = world.agencies[who].json(Command::Status);
    let alarms = status["alarms"].as_array().unwrap().iter();
    alarms.map(|alarm| alarm["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_was_under_way_when_the_key_was_rotated_arrives_and_nothing_is_doubled() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    // One message whose receipt was lost, and one that never left.
    let checkpoint = Command::Checkpoint { agency: "Clinic".into() };
    let (_, outputs) = world.agencies[CENTRE].ask(checkpoint).unwrap();
    world.send(CENTRE, outputs);
    let lost = world.wire.remove(0);
    let first = world.ask(CLINIC, lost.bytes.clone());
    assert_eq!(told(&first), "receipt");
    let failed = Input::SendFailed { to: world.agencies[CLINIC].id, message: lost.message };
    world.agencies[CENTRE].handle(vec![failed], world.now).unwrap();
    world.step(CENTRE, &id, ihala_protocol::referral::EventKind::Nudged, None);
    world.wire.clear();

    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    assert_eq!(profile(&mut world, CENTRE).cards().seq(), 2);
    world.agencies[CENTRE].restart();
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    for _ in 0..4 {
        world.wait(61);
    }
    for who in [CENTRE, CLINIC] {
        assert_eq!(alarms(&mut world, who), [""; 0]);
        let Ok((Answer::Audit(report), _)) = world.agencies[who].ask(Command::AuditVerify) else {
            panic!("no report")
        };
        assert!(report.ok, "{report:?}");
    }
    assert_eq!(world.queued(CENTRE), 0);
    let steps = world.agencies[CLINIC].json(Command::Show { referral: id.clone() });
    let steps = steps["history"].as_array().unwrap();
    let count = |name: &str| steps.iter().filter(|s| s["step"] == name).count();
    assert_eq!((count("requested"), count("nudged")), (1, 1));
    // The old receipt again, for whoever knows the new card alone.
    let again = world.ask(CLINIC, lost.bytes);
    assert_eq!(again, first, "the clinic's own card is the same");
}

/// The sequence under the new card is whole, and says nothing of what went under the old one.
#[test]
fn an_order_that_overtakes_its_request_across_a_rotation_waits_for_it() {
    let mut world = World::new();
    let id = world.refer();
    let request = world.wire.remove(0);
    world.agencies[CENTRE].rotate(world.now);
    world.agencies[CENTRE].restart();
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    withdraw(&mut world, CENTRE, &id, true);
    let mut waits = 0;
    for envelope in std::mem::take(&mut world.wire) {
        if envelope.message == request.message {
            let failed =
                Input::SendFailed { to: world.agencies[CLINIC].id, message: request.message };
            world.agencies[CENTRE].handle(vec![failed], world.now).unwrap();
        } else {
            waits += usize::from(told(&world.deliver(&envelope)) == "REF-11");
        }
    }
    assert_eq!(waits, 1, "the order");
    // What was under way all the time.
    assert_eq!(told(&world.deliver(&request)), "receipt");
    assert!(world.agencies[CLINIC].can_read("0555 000 00 00"));
    world.wait(61);
    assert!(!world.agencies[CLINIC].can_read("0555 000 00 00"));
    world.wait(61);
    assert_eq!((world.queued(CENTRE), world.queued(CLINIC)), (0, 0));
}

#[test]
fn a_receipt_that_was_lost_is_signed_anew_when_its_signer_has_rotated() {
    let mut world = World::new();
    let checkpoint = Command::Checkpoint { agency: "Clinic".into() };
    let (_, outputs) = world.agencies[CENTRE].ask(checkpoint).unwrap();
    world.send(CENTRE, outputs);
    let lost = world.wire.remove(0);
    let first = world.ask(CLINIC, lost.bytes.clone());
    world.agencies[CLINIC].restart();
    world.agencies[CLINIC].rotate(world.now);
    let again = world.ask(CLINIC, lost.bytes);
    assert_eq!(told(&again), "receipt");
    assert_ne!(again, first);
    let back = |bytes| Input::Replied { to: lost_to(&world), message: lost.message, bytes };
    let (old, new) = (back(first), back(again));
    world.meet(CENTRE, CLINIC);
    world.agencies[CENTRE].handle(vec![old], world.now).unwrap();
    assert_eq!(world.queued(CENTRE), 1, "under the card that was replaced it settles nothing");
    world.agencies[CENTRE].handle(vec![Input::Tick], world.now.plus(120)).unwrap();
    world.agencies[CENTRE].handle(vec![new], world.now.plus(120)).unwrap();
    assert_eq!(world.queued(CENTRE), 0);
}

fn lost_to(world: &World) -> ihala_envelope::AgencyId {
    world.agencies[CLINIC].id
}

#[test]
fn a_thief_of_the_old_key_is_refused_and_what_it_sent_before_is_found() {
    let mut world = World::new();
    world.refer();
    world.deliver_all();
    let thief = IdentitySecret::from_seed(&world.agencies[CENTRE].identity.seed());
    let before = profile(&mut world, CENTRE);
    let (last, _) = world.sequence(CENTRE, CLINIC);
    // Before anybody knows of the theft it passes: the clinic has no way to tell.
    let early = forged(&mut world, &thief, &before, last + 1);
    let reply = world.ask(CLINIC, early.clone());
    assert!(matches!(cbor::from_slice(&reply), Ok(Reply::Refusal(_))), "of no lawful content");

    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    world.meet(CLINIC, CENTRE);
    // What was answered gets the same answer; what is new is not taken.
    assert_eq!(world.ask(CLINIC, early), reply);
    let late = forged(&mut world, &thief, &before, last + 2);
    assert_eq!(told(&world.ask(CLINIC, late)), "CARD-09");
    assert_eq!(alarms(&mut world, CLINIC), [""; 0]);
    // The centre says what it has sent: the rest was somebody else's.
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    assert_eq!(alarms(&mut world, CLINIC), ["CARD-10"]);
    // The thief cannot make a card that follows.
    let own = IdentitySecret::generate(&mut world.agencies[CENTRE].rng);
    assert_eq!(before.cards().rotate(&thief, &own.public()).unwrap_err().rule.id, "CARD-02");
}

/// The thief was quicker: it took the places of what the agency had under way.
#[test]
fn what_a_thief_has_put_in_our_places_makes_room_for_ours() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    let thief = IdentitySecret::from_seed(&world.agencies[CENTRE].identity.seed());
    let before = profile(&mut world, CENTRE);
    let (last, _) = world.sequence(CENTRE, CLINIC);
    let taken = forged(&mut world, &thief, &before, last + 1);
    world.ask(CLINIC, taken);
    // The person withdraws: two messages that never arrive before the key is rotated away.
    world.step(CENTRE, &id, ihala_protocol::referral::EventKind::Nudged, None);
    let withdraw = Command::Withdraw {
        consent: id.clone(),
        from: None,
        erase: true,
        confirmed: true,
        language: None,
    };
    world.agencies[CENTRE].ask(withdraw).unwrap();
    world.wire.clear();
    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    for _ in 0..4 {
        world.wait(61);
    }
    assert_eq!(alarms(&mut world, CLINIC), ["CARD-10"]);
    assert_eq!(world.queued(CENTRE), 0);
    let shown = world.agencies[CLINIC].json(Command::Show { referral: id.clone() });
    assert_eq!(shown["fields"].as_array().unwrap().len(), 0, "{shown}");
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id });
    let refused =
        shown["history"].as_array().unwrap().iter().filter(|s| s["delivery"] == "refused");
    assert_eq!(refused.count(), 0, "{shown}");
}

#[test]
fn a_letter_of_succession_speaks_of_earlier_cards_alone() {
    let mut world = World::new();
    let now = world.now;
    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(now);
    world.meet(CLINIC, CENTRE);
    let (centre, clinic) = (profile(&mut world, CENTRE), profile(&mut world, CLINIC));
    let current = centre.cards().digest();
    let first = *centre.cards().digest_of(1).unwrap();
    let outstanding = |seq| Outstanding { seq, digest: Digest([7; 32]) };
    let letters = [
        Succession { card: current, last: 0, digest: None, outstanding: vec![] },
        Succession { card: Digest([9; 32]), last: 0, digest: None, outstanding: vec![] },
        Succession { card: first, last: 1, digest: None, outstanding: vec![] },
        Succession {
            card: first,
            last: 1,
            digest: Some(Digest([7; 32])),
            outstanding: vec![outstanding(2)],
        },
        Succession {
            card: first,
            last: 9,
            digest: Some(Digest([7; 32])),
            outstanding: vec![outstanding(3), outstanding(3)],
        },
    ];
    for (i, letter) in letters.into_iter().enumerate() {
        let body = Body {
            id: MessageId([u8::try_from(i).unwrap() + 40; 16]),
            kind: kinds::SUCCESSION,
            sender: centre.id(),
            card: current,
            recipient: clinic.id(),
            network: None,
            seq: 90 + 2 * i as u64,
            previous: Some(Digest([1; 32])),
            link: None,
            created: now,
            expires: None,
            roster: None,
            commitment: Digest([0; 32]),
        };
        let agency = &mut world.agencies[CENTRE];
        let draft = Draft { body, payload: Personal::new(cbor::to_vec(&letter)) };
        let message = draft.sign(&agency.identity, &mut agency.rng).unwrap();
        let key = clinic.statement().receive_key(now).unwrap();
        let envelope = message.seal(key, &mut agency.rng).unwrap();
        let reply = world.ask(CLINIC, envelope);
        let Ok(Reply::Refusal(sign1)) = cbor::from_slice(&reply) else { panic!("{i}: {reply:?}") };
        let notice = ihala_protocol::RefusalNotice::read_own(&sign1).unwrap();
        assert_eq!(notice.rule, "DEL-09", "{i}");
    }
}

#[test]
fn two_histories_of_cards_freeze_the_agency_until_somebody_decides() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    // Whoever has the recovery file makes a second card of its own.
    let before = profile(&mut world, CENTRE);
    let recovery = IdentitySecret::from_seed(&world.agencies[CENTRE].next.seed());
    let own = IdentitySecret::generate(&mut world.agencies[CENTRE].rng);
    let forked: CardChain = before.cards().rotate(&recovery, &own.public()).unwrap();
    let mut statement = before.statement().clone();
    statement.card = forked.digest();
    let forked = Profile::sign(forked, &statement, &recovery).unwrap();

    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    world.meet(CLINIC, CENTRE);
    let ours = profile(&mut world, CENTRE);
    let answer = |profile: &Profile| {
        let cards = profile.cards().signed().iter().map(|card| card.clone().into()).collect();
        cbor::to_vec(&Reply::Profile(cards, Some(profile.signed_statement().to_vec().into())))
    };
    let of = ours.id();
    let learned = vec![Input::Answered { of, number: 0, bytes: answer(&forked) }];
    world.agencies[CLINIC].handle(learned, world.now).unwrap();
    assert_eq!(alarms(&mut world, CLINIC), ["CARD-11"]);
    // Nothing is taken from it or goes to it, whichever of the two speaks.
    world.meet(CENTRE, CLINIC);
    let envelope = world.wire.remove(0);
    assert_eq!(told(&world.ask(CLINIC, envelope.bytes)), "CARD-11");
    world.step(CLINIC, &id, ihala_protocol::referral::EventKind::Received, None);
    assert!(world.wire.iter().all(|e| e.from != CLINIC));
    world.agencies[CLINIC].restart();
    assert_eq!(alarms(&mut world, CLINIC), ["CARD-11"]);

    let settle = |profile: &Profile| Command::TrustSettle { card: profile.to_file().into_bytes() };
    let clinic = profile(&mut world, CLINIC);
    assert!(world.agencies[CLINIC].ask(settle(&clinic)).is_err(), "another agency's card");
    world.agencies[CLINIC].ask(settle(&ours)).unwrap();
    assert!(world.agencies[CLINIC].ask(settle(&ours)).is_err(), "there is nothing to decide");
    // Whoever tells of the other one again does not undo that, also after a restart; the agency
    // itself is warned: somebody has had its recovery file.
    for who in [CLINIC, CENTRE] {
        world.agencies[who].restart();
        (0..2).for_each(|_| drop(world.ask(who, Question::tell(&forked).to_bytes())));
    }
    let again = vec![Input::Answered { of, number: 0, bytes: answer(&forked) }];
    world.agencies[CLINIC].handle(again, world.now).unwrap();
    assert!(alarms(&mut world, CLINIC).is_empty());
    assert_eq!(alarms(&mut world, CENTRE), ["CARD-11"]);
    let doctor = world.agencies[CENTRE].json(Command::Doctor { agency: None });
    assert_eq!(doctor["node"][0]["finding"], "wrong-key", "{doctor}");
    world.agencies[CENTRE].ask(settle(&ours)).unwrap();
    world.ask(CENTRE, Question::tell(&forked).to_bytes());
    assert!(alarms(&mut world, CENTRE).is_empty());
    world.wire.clear();
    world.agencies[CENTRE].restart();
    world.agencies[CLINIC].restart();
    world.reconnect();
    world.deliver_all();
    for _ in 0..3 {
        world.wait(61);
    }
    assert_eq!(world.queued(CENTRE), 0);
    assert_eq!(world.queued(CLINIC), 0);
}

/// The one who came first was the thief of the recovery file; the agency's people bring the
/// card that is theirs.
#[test]
fn the_history_that_came_second_can_be_the_right_one() {
    let mut world = World::new();
    world.refer();
    world.deliver_all();
    let first = world.agencies[CENTRE].card();
    let snapshot = world.agencies[CENTRE].snapshot();
    let (identity, next) =
        (world.agencies[CENTRE].identity.seed(), world.agencies[CENTRE].next.seed());
    // The thief makes the next card; the clinic learns of it, and of its new signatures.
    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    let thief = profile(&mut world, CENTRE);
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    // The agency itself makes another one.
    world.agencies[CENTRE].identity = IdentitySecret::from_seed(&identity);
    world.agencies[CENTRE].next = IdentitySecret::from_seed(&next);
    world.agencies[CENTRE].set_back(snapshot);
    world.agencies[CENTRE].rotate(world.now.plus(1));
    let ours = profile(&mut world, CENTRE);
    assert_ne!(ours.cards().digest(), thief.cards().digest());
    let settle = |card: Vec<u8>| Command::TrustSettle { card };
    // Before the clinic has noticed anything, the agency's people bring their card; an old
    // one settles nothing.
    assert_eq!(world.agencies[CLINIC].refused(settle(first)), "CARD-06");
    world.agencies[CLINIC].ask(settle(ours.to_file().into_bytes())).unwrap();
    world.ask(CLINIC, Question::tell(&thief).to_bytes());
    assert!(alarms(&mut world, CLINIC).is_empty());
    world.agencies[CLINIC].restart();
    world.wire.clear();
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    for _ in 0..4 {
        world.wait(61);
    }
    assert_eq!(world.queued(CENTRE), 0);
    let status = world.agencies[CENTRE].json(Command::Status);
    let leaves: Vec<_> = status["peers"].as_array().unwrap().iter().collect();
    assert_eq!(leaves.len(), 1);
    world.assert_audits();
    // The protocol holds again, under the signature that is the agency's, and nothing that
    // comes under the other card is taken.
    let isps = world.agencies[CLINIC].json(Command::IspList);
    assert_eq!(isps["isps"][0]["state"], "in force", "{isps}");
    let stranger = IdentitySecret::from_seed(&next);
    let late = forged(&mut world, &stranger, &thief, 9);
    assert_eq!(told(&world.ask(CLINIC, late)), "ENV-10");
}

#[test]
fn questions_are_answered_about_ourselves_alone() {
    let mut world = World::new();
    let centre = profile(&mut world, CENTRE);
    let clinic = world.agencies[CLINIC].id;
    let mut ask = |question: Question| world.ask(CENTRE, question.to_bytes());
    let nothing = cbor::to_vec(&Reply::Profile(vec![], None));
    assert_eq!(ask(Question::Profile(clinic, None, 0)), nothing);
    let card = centre.cards().digest();
    let seq = centre.statement().seq;
    assert_eq!(ask(Question::Profile(centre.id(), Some(card), seq)), nothing);
    let statement = Some(centre.signed_statement().to_vec().into());
    let newer = cbor::to_vec(&Reply::Profile(vec![], statement.clone()));
    assert_eq!(ask(Question::Profile(centre.id(), Some(card), seq - 1)), newer);
    let whole = vec![centre.cards().signed()[0].clone().into()];
    let whole = cbor::to_vec(&Reply::Profile(whole, statement));
    assert_eq!(ask(Question::Profile(centre.id(), None, 0)), whole);
    assert_eq!(told(&world.ask(CENTRE, vec![0x82, 0x18, 0x63, 0])), "DEL-10");
    assert_eq!(told(&world.ask(CENTRE, vec![0x80])), "DEL-10");
}
