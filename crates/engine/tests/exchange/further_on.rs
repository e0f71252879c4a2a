//! What agencies further on say, true or not, and what the agencies above make of it.

use ihala_engine::{Command, Input, Refer, Renew, Step};
use ihala_envelope::{AgencyId, ChainHead, Digest, Draft, Personal, ReferralId, ReferralLink};
use ihala_protocol::Profile;
use ihala_protocol::codes::ERASURE;
use ihala_protocol::referral::{Answer, Event, EventKind};
use serde_json::Value;

use crate::erasure::{holds, three, withdraw};
use crate::rules::{onward, refer_with_onward};
use crate::world::{CENTRE, CLINIC, FORM, HOSPITAL, ISP, World};

/// Writes to the clinic in the hospital's name what the hospital's own node would not.
struct Liar {
    referral: ReferralId,
    seq: u64,
    previous: Option<Digest>,
    position: u32,
    head: ChainHead,
}

impl Liar {
    /// After the hospital has accepted, which is all that it has said in this referral.
    fn new(world: &World, referral: &str) -> Self {
        let (seq, previous) = world.sequence(HOSPITAL, CLINIC);
        let (_, requested) = world.sequence(CLINIC, HOSPITAL);
        Self {
            referral: ReferralId::from_hex(referral).unwrap(),
            seq,
            previous,
            position: 1,
            head: ChainHead { position: 1, digest: requested.unwrap() },
        }
    }

    /// Says it at the next place of the chain, or, with a gap, at one further on.
    fn say(&mut self, world: &mut World, kind: EventKind, answer: Answer, gap: u32) {
        let link = ReferralLink {
            referral: self.referral,
            position: self.position + 1 + gap,
            previous: self.previous,
            other: Some(self.head),
            step: kind.code(),
        };
        let place = (self.seq + 1, self.previous);
        let body = world.forged_body((HOSPITAL, CLINIC), place, link);
        let payload = Event::step(kind, answer).unwrap().to_payload();
        let hospital = &mut world.agencies[HOSPITAL];
        let message = Draft { body, payload }.sign(&hospital.identity, &mut hospital.rng).unwrap();
        let clinic = Profile::from_file(&world.agencies[CLINIC].card()).unwrap();
        let key = clinic.statement().receive_key(world.now).unwrap().clone();
        let bytes = message.seal(&key, &mut world.agencies[HOSPITAL].rng).unwrap();
        let input = Input::Received { token: 3, bytes };
        let outputs = world.agencies[CLINIC].handle(vec![input], world.now).unwrap();
        world.send(CLINIC, outputs);
        world.deliver_all();
        (self.seq, self.previous) = (self.seq + 1, Some(message.digest()));
        self.position += 1 + gap;
    }

    fn names(&mut self, world: &mut World, agency: AgencyId) {
        let answer = Answer { agency: Some(agency), ..Answer::default() };
        self.say(world, EventKind::ReferredOnward, answer, 0);
    }

    fn says_erased(&mut self, world: &mut World, agency: AgencyId) {
        let code = ERASURE.by_name("erased").map(|c| c.id);
        let note = Some(Personal::new("and a word to the centre".to_owned()));
        let answer = Answer { code, agency: Some(agency), note, ..Answer::default() };
        self.say(world, EventKind::OnwardErasure, answer, 0);
    }
}

/// The agencies that an order concerns, and whether they are said to have answered.
fn orders(shown: &Value) -> Vec<(String, bool)> {
    let orders = shown["orders"].as_array().unwrap().iter();
    orders
        .map(|o| (o["agency"]["id"].as_str().unwrap().to_owned(), o["answer"].is_string()))
        .collect()
}

#[test]
fn nobody_answers_for_another_agency_or_fills_the_chain_above() {
    let (mut world, id, next) = three();
    let mut liar = Liar::new(&world, &next);
    let [centre, clinic, hospital] = [CENTRE, CLINIC, HOSPITAL].map(|who| world.agencies[who].id);
    for agency in [centre, clinic, hospital] {
        liar.names(&mut world, agency);
        liar.says_erased(&mut world, agency);
    }
    // Somebody who was never named answers for nobody; who was named, once.
    liar.says_erased(&mut world, AgencyId([77; 32]));
    for number in 0..60 {
        liar.names(&mut world, AgencyId([100 + number; 32]));
        liar.names(&mut world, AgencyId([100 + number; 32]));
    }
    for _ in 0..20 {
        liar.says_erased(&mut world, AgencyId([100; 32]));
    }
    assert_eq!(world.show(CENTRE, &id)["history"].as_array().unwrap().len(), 3 + 32 + 1);
    withdraw(&mut world, CENTRE, &id, true);
    let told = orders(&world.show(CENTRE, &id));
    assert_eq!(told.len(), 1 + 32);
    assert_eq!(told[0], (clinic.to_string(), false));
    assert_eq!(told[1], (hospital.to_string(), false), "it has not answered, whatever it said");
    assert_eq!(told.iter().filter(|(_, answered)| *answered).count(), 1);
    world.deliver_all();
    assert!(orders(&world.show(CENTRE, &id))[0].1, "the clinic's own answer still fits in");
    let history = world.show(CENTRE, &id)["history"].to_string();
    assert!(!history.contains("a word to the centre"));
    world.assert_audits();
}

#[test]
fn an_agency_cannot_stop_again_what_the_person_has_renewed() {
    let (mut world, id, next) = three();
    let mut liar = Liar::new(&world, &next);
    liar.say(&mut world, EventKind::Stopped, Answer::default(), 0);
    let consent = world.show(CENTRE, &id)["consent"].as_str().unwrap().to_owned();
    let renew = Command::ConsentRenew(Renew {
        consent: consent.clone(),
        until: "2026-09-01".into(),
        person_was_asked: true,
        method: "signature".into(),
        ..Renew::default()
    });
    world.command(CENTRE, renew);
    let again = world.refer_with(&consent).unwrap();
    world.deliver_all();
    for _ in 0..3 {
        liar.say(&mut world, EventKind::Stopped, Answer::default(), 7);
    }
    let shown = world.command(CENTRE, Command::ConsentShow { consent });
    assert_eq!(shown["state"], "renewed");
    assert_eq!(world.show(CLINIC, &again)["status"]["withdrawn"], false);
    world.assert_audits();
}

#[test]
fn where_it_went_under_a_consent_of_our_own_is_not_told() {
    let mut world = World::with_hospital(ISP);
    let id = refer_with_onward(&mut world);
    let hospital = world.agencies[HOSPITAL].id.to_string();
    let toml = format!(
        "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
         \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = 2026-07-01\ncase_code = \
         \"K-1\"\npurposes = [\"service-provision\"]\n[[recipient]]\nagency = \"{hospital}\"\nfields = \
         [\"request\", \"person\", \"background\"]"
    );
    let recorded = world.command(CLINIC, Command::ConsentRecord { toml });
    let consent = recorded["id"].as_str().unwrap().to_owned();
    let next = onward(&mut world, &id, Refer { consent: consent.clone(), ..Refer::default() });
    let next = next.unwrap();
    world.step(HOSPITAL, &next, EventKind::Accepted, None);
    world.deliver_all();
    withdraw(&mut world, CLINIC, &consent, true);
    world.deliver_all();
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));
    let shown = world.show(CENTRE, &id);
    assert!(!shown.to_string().contains(&hospital), "{shown}");
    assert_eq!(shown["status"]["withdrawn"], false, "the centre's consent is another");
    world.assert_audits();
}

#[test]
fn an_order_is_remembered_while_a_legal_basis_lasts() {
    let retain = |referral: &str| Command::Retain {
        referral: referral.into(),
        basis: "legal-claim".into(),
        until: "2027-06-20".into(),
    };
    // The person's word at the hospital itself.
    let (mut world, _, next) = three();
    world.command(HOSPITAL, retain(&next));
    withdraw(&mut world, HOSPITAL, &next, true);
    assert!(holds(&mut world, HOSPITAL, "Leyla"));
    world.command(HOSPITAL, Command::RetainEnd { referral: next });
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));

    // An order whose place in the chain is not reached yet.
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    world.command(CLINIC, retain(&id));
    world.step(CENTRE, &id, EventKind::Nudged, None);
    let lost = world.wire.remove(0);
    withdraw(&mut world, CENTRE, &id, true);
    world.deliver_all();
    assert_eq!(world.agencies[CLINIC].refused(retain(&id)), "REF-05", "too late for another basis");
    world.command(CLINIC, Command::RetainEnd { referral: id.clone() });
    assert!(!holds(&mut world, CLINIC, "Leyla"));
    world.deliver(&lost);
    world.deliver_all();
    assert_eq!(world.show(CENTRE, &id)["orders"][0]["answer"], "Destroyed");
    world.assert_audits();
}

#[test]
fn what_came_with_a_request_counts_when_it_goes_on() {
    let mut world = World::with_hospital(ISP);
    let id = refer_with_onward(&mut world);
    // The new form leaves the name out, and its text tells it.
    let telling =
        FORM.replace("name = \"Leyla Example\"\n", "").replace("Needs help", "Leyla needs help");
    let refer = Refer {
        form: telling,
        to: vec!["hospital".into()],
        onward_of: Some(id),
        ..Refer::default()
    };
    assert_eq!(world.agencies[CLINIC].refused(Command::Refer(refer)), "POL-11");

    // A marked case stays one, also where the new form forgets the mark.
    let consent = world.consent_with(
        "\"request\", \"person\", \"background\", \"feedback\"",
        "2026-07-01",
        "onward = true",
    );
    let marked = FORM.replace("case_code", "marks = [\"gbv\"]\ncase_code");
    let refer = Refer { form: marked, to: vec!["clinic".into()], consent, ..Refer::default() };
    let made = world.command(CENTRE, Command::Refer(refer));
    let id = made["referrals"][0]["id"].as_str().unwrap().to_owned();
    world.deliver_all();
    let accept = Step { safe_contact: true, ..Step::plain(&id, EventKind::Accepted) };
    world.take(CLINIC, accept);
    world.deliver_all();
    let next = onward(&mut world, &id, Refer::default()).unwrap();
    let shown = world.show(HOSPITAL, &next);
    assert_eq!(shown["two_stages"], true);
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));
}
