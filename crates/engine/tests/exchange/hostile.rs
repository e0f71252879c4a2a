//! A trusted peer that sends what it must not, and strangers.

use ihala_engine::{Command, Input, Output};
use ihala_envelope::{
    Body, Digest, Draft, MessageId, Personal, ReferralId, ReferralLink, SignedMessage, Timestamp,
    cbor,
};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::letter::{Change, Checkpoint, IspLetter};
use ihala_protocol::referral::{Answer, Event, EventKind, Request};
use ihala_protocol::{Form, Profile, RefusalNotice, Reply, kinds};

use crate::world::{Agency, CENTRE, CLINIC, FORM, NOW, World};

/// Builds what the centre's own engine would refuse to build.
struct Forger {
    isp: Digest,
    seq: u64,
    previous: Option<Digest>,
}

impl Forger {
    fn new(world: &mut World) -> Self {
        let isps = world.agencies[CENTRE].json(Command::IspList);
        let isp = Digest::from_hex(isps["isps"][0]["id"].as_str().unwrap()).unwrap();
        let (seq, previous) = world.sequence(CENTRE, CLINIC);
        Self { isp, seq, previous }
    }

    fn scope(&self, world: &World, fields: Vec<FieldId>) -> Scope {
        Scope {
            reference: ConsentId([9; 16]),
            recipient: world.agencies[CLINIC].id,
            purposes: vec![1],
            fields,
            valid_from: Timestamp(0),
            valid_until: Timestamp(NOW.0 + 86_400),
            onward: false,
        }
    }

    fn request(&self, world: &World) -> Request {
        Request {
            form: Form::from_toml(FORM).unwrap().only(&[1, 2, 3, 6, 20].map(FieldId::Known)),
            isp: self.isp,
            consent: self.scope(world, (1..100).map(FieldId::Known).collect()),
            two_stages: false,
            transfer: false,
            handover: Handover::first(
                ServiceRequestId([u8::try_from(self.seq).unwrap(); 16]),
                world.agencies[CENTRE].id,
            ),
        }
    }

    fn body(&self, world: &mut World) -> Body {
        let link = ReferralLink {
            referral: ReferralId([u8::try_from(self.seq).unwrap() + 1; 16]),
            position: 1,
            previous: None,
            other: None,
            step: 1,
        };
        world.forged_body((CENTRE, CLINIC), (self.seq + 1, self.previous), link)
    }

    fn sign(&self, world: &mut World, body: Body, payload: Vec<u8>) -> SignedMessage {
        let draft = Draft { body, payload: Personal::new(payload) };
        let centre = &mut world.agencies[CENTRE];
        draft.sign(&centre.identity, &mut centre.rng).unwrap()
    }

    /// Hands the message over; the clinic's reply.
    fn hand_over(&mut self, world: &mut World, message: &SignedMessage) -> Reply {
        self.seq = message.body().seq;
        self.previous = Some(message.digest());
        let card = Profile::from_file(&world.agencies[CLINIC].card()).unwrap();
        let key = card.statement().receive_key(world.now).unwrap().clone();
        let bytes = message.seal(&key, &mut world.agencies[CENTRE].rng).unwrap();
        hand_bytes(world, bytes)
    }

    /// Sends a request that was changed; the ID of the rule that refuses it.
    fn refused_request(&mut self, world: &mut World, change: impl FnOnce(&mut Request)) -> String {
        let mut request = self.request(world);
        change(&mut request);
        let body = self.body(world);
        let payload = Event::Requested(Box::new(request)).to_payload().into_inner();
        let message = self.sign(world, body, payload);
        let reply = self.hand_over(world, &message);
        rule_of(world, &reply)
    }
}

fn hand_bytes(world: &mut World, bytes: Vec<u8>) -> Reply {
    let input = Input::Received { token: 3, bytes };
    let outputs = world.agencies[CLINIC].handle(vec![input], world.now).unwrap();
    match outputs.first() {
        Some(Output::Reply { token: 3, bytes }) => cbor::from_slice(bytes).unwrap(),
        other => panic!("no reply but {other:?}"),
    }
}

/// The rule of a refusal. A final one must be properly signed.
pub(crate) fn rule_of(world: &mut World, reply: &Reply) -> String {
    match reply {
        Reply::NotStored(rule) => rule.clone(),
        Reply::Refusal(sign1) => {
            let card = Profile::from_file(&world.agencies[CLINIC].card()).unwrap();
            let (id, digest) = (card.id(), card.cards().digest());
            let by = (&id, &digest, card.cards().identity_key());
            let centre = world.agencies[CENTRE].id;
            RefusalNotice::verify(sign1, by, &centre).expect("a signed refusal").rule
        }
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn the_receiver_applies_the_same_policy_again() {
    let mut world = World::new();
    let mut forger = Forger::new(&mut world);
    let all = Form::from_toml(FORM).unwrap();
    assert_eq!(forger.refused_request(&mut world, |r| r.form = all.clone()), "POL-04");
    let narrow = forger.scope(&world, [1, 2, 3, 6].map(FieldId::Known).to_vec());
    assert_eq!(forger.refused_request(&mut world, |r| r.consent = narrow.clone()), "POL-05");
    let mut other = forger.scope(&world, (1..100).map(FieldId::Known).collect());
    other.recipient = world.agencies[CENTRE].id;
    assert_eq!(forger.refused_request(&mut world, |r| r.consent = other), "CON-02");
    let mut lapsed = forger.scope(&world, (1..100).map(FieldId::Known).collect());
    lapsed.valid_until = Timestamp(NOW.0 - 1);
    assert_eq!(forger.refused_request(&mut world, |r| r.consent = lapsed), "CON-03");
    let not_by_it = |r: &mut Request| r.handover.via = vec![r.consent.recipient];
    assert_eq!(forger.refused_request(&mut world, not_by_it), "REF-14");
    let again = |r: &mut Request| r.handover.via.insert(0, r.consent.recipient);
    assert_eq!(forger.refused_request(&mut world, again), "POL-15");
    let all_in_stage_one = forger.refused_request(&mut world, |r| r.two_stages = true);
    assert_eq!(all_in_stage_one, "POL-12");
    let unknown_isp = forger.refused_request(&mut world, |r| r.isp = Digest([9; 32]));
    assert_eq!(unknown_isp, "ISP-04");

    // None of it was stored, all that is final is on record.
    let list = Command::List { direction: None, status: None, matter: None, after: None, limit: 9 };
    let listed = world.agencies[CLINIC].json(list);
    assert_eq!(listed["referrals"].as_array().unwrap().len(), 0);
    let durable = world.agencies[CLINIC].store.durable();
    assert_eq!(durable.iter().filter(|(key, _)| key[0] == b'X').count(), 8, "and one protocol");
    world.assert_audits();
}

#[test]
fn one_id_or_one_place_for_two_messages_is_an_alarm() {
    let mut world = World::new();
    let mut forger = Forger::new(&mut world);
    let payload = Event::Requested(Box::new(forger.request(&world))).to_payload().into_inner();
    let body = forger.body(&mut world);
    let message = forger.sign(&mut world, body.clone(), payload.clone());
    assert!(matches!(forger.hand_over(&mut world, &message), Reply::Receipt(_)));

    let same_id = Body { created: Timestamp(NOW.0 - 5), ..body.clone() };
    let same_id = forger.sign(&mut world, same_id, payload.clone());
    let reply = forger.hand_over(&mut world, &same_id);
    assert_eq!(rule_of(&mut world, &reply), "DEL-01");

    let same_place = Body { id: MessageId([77; 16]), ..body.clone() };
    let same_place = forger.sign(&mut world, same_place, payload.clone());
    let reply = forger.hand_over(&mut world, &same_place);
    assert_eq!(rule_of(&mut world, &reply), "DEL-02");

    let unlinked = Body {
        id: MessageId([78; 16]),
        seq: body.seq + 1,
        previous: Some(Digest([5; 32])),
        ..body.clone()
    };
    let unlinked = forger.sign(&mut world, unlinked, payload.clone());
    let reply = forger.hand_over(&mut world, &unlinked);
    assert_eq!(rule_of(&mut world, &reply), "DEL-03");

    let same_referral = Body {
        id: MessageId([79; 16]),
        seq: body.seq + 1,
        previous: Some(message.digest()),
        ..body
    };
    let same_referral = forger.sign(&mut world, same_referral, payload);
    let reply = forger.hand_over(&mut world, &same_referral);
    assert_eq!(rule_of(&mut world, &reply), "REF-06");
    let status = world.agencies[CLINIC].json(Command::Status);
    let alarms = status["alarms"].as_array().unwrap().iter();
    let rules: Vec<_> = alarms.map(|a| a["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["DEL-01", "DEL-02", "DEL-03", "REF-06"], "people are told");
    world.assert_audits();
}

#[test]
fn events_out_of_place_are_refused_by_name() {
    let mut world = World::new();
    let mut forger = Forger::new(&mut world);
    let mut refuse =
        |world: &mut World, change: &dyn Fn(&mut Body), payload: Vec<u8>, rule: &str| {
            let mut body = forger.body(world);
            change(&mut body);
            let message = forger.sign(world, body, payload);
            let reply = forger.hand_over(world, &message);
            assert_eq!(rule_of(world, &reply), rule);
        };
    let step = |kind, code| {
        Event::step(kind, Answer { code, ..Answer::default() }).unwrap().to_payload().into_inner()
    };
    let accept = step(EventKind::Accepted, None);
    let accepting = |b: &mut Body| b.link.as_mut().unwrap().step = EventKind::Accepted.code();
    refuse(&mut world, &accepting, accept.clone(), "REF-02");
    refuse(&mut world, &|_| {}, accept.clone(), "REF-01");
    refuse(&mut world, &accepting, vec![0xff; 3], "REF-01");
    refuse(&mut world, &|b| b.link.as_mut().unwrap().step = 200, accept.clone(), "REF-01");
    refuse(&mut world, &|b| b.link = None, accept.clone(), "REF-01");
    refuse(&mut world, &|b| b.kind = 4_000, accept.clone(), "DEL-06");
    let expired = |b: &mut Body| {
        b.created = Timestamp(NOW.0 - 10);
        b.expires = Some(Timestamp(NOW.0 - 1));
    };
    refuse(&mut world, &expired, accept, "DEL-05");
}

#[test]
fn strangers_and_damage_are_counted_and_leave_nothing() {
    let mut world = World::new();
    world.refer();
    let good = world.wire.remove(0).bytes;
    let mut altered = good.clone();
    *altered.last_mut().unwrap() ^= 1;
    let reply = hand_bytes(&mut world, altered);
    assert_eq!(rule_of(&mut world, &reply), "ENV-05");
    let reply = hand_bytes(&mut world, good[..good.len() - 9].to_vec());
    assert_eq!(rule_of(&mut world, &reply), "ENV-02");
    let mut other_kid = good.clone();
    other_kid[10] ^= 1;
    assert!(matches!(hand_bytes(&mut world, other_kid), Reply::Statement(_)));

    // A stranger who knows our card seals a message of its own.
    let mut stranger = Agency::new("Stranger", 9);
    let card = Profile::from_file(&stranger.card()).unwrap();
    let mut forger = Forger::new(&mut world);
    let body = Body { sender: stranger.id, card: card.cards().digest(), ..forger.body(&mut world) };
    let draft = Draft { body, payload: Personal::new(vec![0]) };
    let message = draft.sign(&stranger.identity, &mut stranger.rng).unwrap();
    let reply = forger.hand_over(&mut world, &message);
    assert_eq!(rule_of(&mut world, &reply), "TRU-01");

    // Known but no longer trusted.
    world.agencies[CLINIC].ask(Command::TrustRemove { agency: "centre".into() }).unwrap();
    let reply = hand_bytes(&mut world, good);
    assert_eq!(rule_of(&mut world, &reply), "TRU-02");

    let status = world.agencies[CLINIC].json(Command::Status);
    let rules: Vec<_> = status["not_taken"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["ENV-02", "ENV-04", "ENV-05", "TRU-01", "TRU-02"]);
    let durable = world.agencies[CLINIC].store.durable();
    // The protocol came as a message; nothing else did.
    let kept = |letters: &[u8]| durable.iter().filter(|(key, _)| letters.contains(&key[0])).count();
    assert_eq!((kept(b"XN"), kept(b"R")), (2, 0));
}

#[test]
fn a_message_from_the_future_waits() {
    let mut world = World::new();
    world.now = Timestamp(NOW.0 + 2 * 3_600);
    world.refer();
    world.now = NOW;
    let envelope = world.wire[0].clone();
    let reply = hand_bytes(&mut world, envelope.bytes.clone());
    assert_eq!(rule_of(&mut world, &reply), "DEL-04");
    world.now = Timestamp(NOW.0 + 2 * 3_600);
    assert!(matches!(hand_bytes(&mut world, envelope.bytes), Reply::Receipt(_)));
}

#[test]
fn what_is_no_reply_settles_nothing() {
    let mut world = World::new();
    let id = world.refer();
    for bytes in [
        vec![],
        vec![0; ihala_protocol::limits::REPLY_MAX + 1],
        cbor::to_vec(&Reply::NotStored("made up\u{7}".into())),
        cbor::to_vec(&Reply::Receipt(b"not signed".to_vec().into())),
    ] {
        let envelope = world.wire.remove(0);
        let to = world.agencies[CLINIC].id;
        let input = Input::Replied { to, message: envelope.message, bytes };
        let outputs = world.agencies[CENTRE].handle(vec![input], world.now).unwrap();
        let shown = world.agencies[CENTRE].json(Command::Show { referral: id.clone() });
        assert_eq!(shown["history"][0]["delivery"], "queued");
        let status = world.agencies[CENTRE].json(Command::Status);
        assert_eq!(status["peers"][0]["problem"]["rule"], "DEL-08");
        let wake = outputs.iter().find_map(|o| match o {
            Output::WakeAt(time) => Some(*time),
            _ => None,
        });
        world.now = wake.unwrap();
        let outputs = world.agencies[CENTRE].handle(vec![Input::Tick], world.now).unwrap();
        world.send(CENTRE, outputs);
    }
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
}

#[test]
fn letters_are_checked_and_a_rewritten_history_is_an_alarm() {
    let mut world = World::new();
    let mut forger = Forger::new(&mut world);
    let mut send = |world: &mut World, kind: u16, payload: Vec<u8>| {
        let body = Body { kind, link: None, ..forger.body(world) };
        let message = forger.sign(world, body, payload);
        match forger.hand_over(world, &message) {
            Reply::Receipt(_) => "receipt".to_owned(),
            refused => rule_of(world, &refused),
        }
    };
    let told = |size, since, root, proof| {
        cbor::to_vec(&Checkpoint { size, root: Digest([root; 32]), since, proof })
    };
    let audit = kinds::AUDIT_CHECKPOINT;
    assert_eq!(send(&mut world, audit, told(10, 0, 1, vec![])), "receipt");
    let rewritten = told(12, 10, 2, vec![Digest([3; 32]); 4]);
    assert_eq!(send(&mut world, audit, rewritten), "AUD-01");
    assert_eq!(send(&mut world, audit, told(12, 0, 2, vec![])), "AUD-01", "begun anew");
    assert_eq!(send(&mut world, audit, told(5, 9, 2, vec![])), "DEL-09");
    assert_eq!(send(&mut world, audit, told(5, 2, 2, vec![Digest([0; 32]); 200])), "DEL-09");
    assert_eq!(send(&mut world, kinds::ISP, vec![0xff]), "DEL-09");
    let nonsense = cbor::to_vec(&IspLetter::Offer(vec![1, 2, 3].into()));
    assert_eq!(send(&mut world, kinds::ISP, nonsense), "ISP-01");
    let unknown = cbor::to_vec(&IspLetter::Change(Digest([4; 32]), Change::Terminated));
    assert_eq!(send(&mut world, kinds::ISP, unknown), "ISP-04");
    let status = world.agencies[CLINIC].json(Command::Status);
    assert_eq!(status["alarms"][0]["rule"], "AUD-01");
    assert_eq!(status["alarms"][0]["agency"]["name"], "Centre");
    assert_eq!(status["alarms"][0]["count"], 2);
}

#[test]
fn a_checkpoint_waits_for_the_one_before_it() {
    let mut world = World::new();
    let mut forger = Forger::new(&mut world);
    let checkpoint = Checkpoint { size: 90, root: Digest([1; 32]), since: 80, proof: vec![] };
    let body = Body { kind: kinds::AUDIT_CHECKPOINT, link: None, ..forger.body(&mut world) };
    let message = forger.sign(&mut world, body, cbor::to_vec(&checkpoint));
    let reply = forger.hand_over(&mut world, &message);
    assert_eq!(rule_of(&mut world, &reply), "AUD-02");
}
