//! Whole conversations between real nodes.

use std::collections::VecDeque;

use ihala_conformance::bench::Bench;
use ihala_conformance::vector::{
    Agency, Answer as Told, Conversation, Hex, Key, Observer, Sent, Vector,
};
use ihala_engine::{Answer, Command, Input, Output, Refer, Step};
use ihala_envelope::{MessageId, Suite, Timestamp, cbor};
use ihala_protocol::letter::Change;
use ihala_protocol::referral::EventKind;
use ihala_protocol::{Profile, SignedIsp};

use crate::Folder;
use crate::world::{DAY, LEGAL, NOW, Party, isp_toml, next, secret, signed_isp};

/// An envelope under way.
struct Envelope {
    from: usize,
    to: usize,
    message: MessageId,
    bytes: Vec<u8>,
}

/// Nodes that talk, and somebody who writes it down.
struct Stage {
    parties: Vec<Party>,
    nodes: Vec<Bench>,
    agencies: Vec<Agency>,
    protocols: Vec<SignedIsp>,
    observer: Option<Observer>,
    wire: VecDeque<Envelope>,
    messages: Vec<Sent>,
    now: Timestamp,
}

const CENTRE: usize = 0;
const CLINIC: usize = 1;
const HOSPITAL: usize = 2;

impl Stage {
    fn new(names: &[&'static str], suite: Suite, seed: u64) -> Self {
        let start = Timestamp(NOW.0 - DAY);
        let parties: Vec<Party> =
            names.iter().zip(1..).map(|(name, seed)| Party::of_suite(name, seed, suite)).collect();
        let mut nodes = Vec::new();
        let mut agencies = Vec::new();
        for (party, n) in parties.iter().zip(0..) {
            let mut node = Bench::start(&party.keys(), party.name, start, seed + n).unwrap();
            let Answer::Card(card) = node.ask(Command::CardShow, start).unwrap().0 else {
                panic!("a card")
            };
            let profile = Profile::from_file(card.file.as_bytes()).unwrap();
            agencies.push(Agency {
                name: party.name.into(),
                key: Key {
                    identity: [party.seed; 32].into(),
                    next: secret(next(party.seed)).public().as_bytes().into(),
                    receive: party.receive_secret(),
                },
                card: cbor::to_vec(&profile).into(),
            });
            nodes.push(node);
        }
        for (i, node) in nodes.iter_mut().enumerate() {
            for (_, other) in agencies.iter().enumerate().filter(|(j, _)| *j != i) {
                node.trust(&other.card.0, start).unwrap();
            }
        }
        Self {
            parties,
            nodes,
            agencies,
            protocols: Vec::new(),
            observer: None,
            wire: VecDeque::new(),
            messages: Vec::new(),
            now: NOW,
        }
    }

    /// A protocol between two of them, signed by both.
    fn protocol(&mut self, sender: usize, receiver: usize, change: impl Fn(String) -> String) {
        let (from, to) = (&self.parties[sender], &self.parties[receiver]);
        let isp = signed_isp(&change(isp_toml(from, to)), &[from, to]);
        for who in [sender, receiver] {
            // Both signatures are in the file: nothing is left to say of it.
            self.nodes[who].adopt(&isp.to_stored(), Timestamp(NOW.0 - DAY)).unwrap();
        }
        self.protocols.push(isp);
    }

    /// One command; its answer.
    fn ask(&mut self, who: usize, command: Command) -> Answer {
        let (answer, outputs) = self.nodes[who].ask(command, self.now).unwrap();
        self.queue(who, outputs);
        answer
    }

    fn queue(&mut self, from: usize, outputs: Vec<Output>) {
        for output in outputs {
            if let Output::Send { to, message, bytes, .. } = output {
                let to = self.nodes.iter().position(|n| n.id == to).unwrap();
                self.wire.push_back(Envelope { from, to, message, bytes });
            }
        }
    }

    /// A consent at the centre; its id.
    fn consent(&mut self, recipient: &str, fields: &str, onward: bool) -> String {
        let toml = format!(
            "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
             \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-20\nvalid_until = 2026-08-01\ncase_code = \
             \"K-1\"\npurposes = [\"service-provision\"]\nonward = {onward}\n\n[[recipient]]\nagency = \
             \"{recipient}\"\nfields = [{fields}]"
        );
        match self.ask(CENTRE, Command::ConsentRecord { toml }) {
            Answer::Consent(consent) => consent.id,
            other => panic!("a consent: {other:?}"),
        }
    }

    fn refer(&mut self, who: usize, refer: Refer) -> String {
        match self.ask(who, Command::Refer(refer)) {
            Answer::Referred(referred) => referred.referrals[0].id.clone().unwrap(),
            other => panic!("a referral: {other:?}"),
        }
    }

    fn step(
        &mut self,
        who: usize,
        referral: &str,
        kind: EventKind,
        change: impl FnOnce(&mut Step),
    ) {
        let mut step = Step::plain(referral, kind);
        change(&mut step);
        self.ask(who, Command::Step(step));
    }

    /// Delivers what is first on the wire, and its reply unless that is lost.
    fn deliver(&mut self, reply_lost: bool) {
        let Envelope { from, to, message, bytes } = self.wire.pop_front().expect("something waits");
        self.now = self.now.plus(5);
        let (reply, outputs) = self.nodes[to].receive(&bytes, self.now).unwrap();
        let sent = Sent {
            at: self.now.0,
            from,
            to,
            what: String::new(),
            bare: false,
            envelope: bytes.into(),
            answer: Told { reply: String::new(), rule: None },
            reply: Hex(reply.clone()),
            reply_lost,
            standing: Vec::new(),
        };
        let protocols: Vec<Hex> = self.protocols.iter().map(|p| p.to_stored().into()).collect();
        let observer =
            self.observer.get_or_insert_with(|| Observer::new(&self.agencies, &protocols).unwrap());
        self.messages.push(observer.watch(&sent).unwrap());
        self.queue(to, outputs);
        let peer = self.nodes[to].id;
        let input = match reply_lost {
            false => Input::Replied { to: peer, message, bytes: reply },
            true => Input::SendFailed { to: peer, message },
        };
        let outputs = self.nodes[from].handle(vec![input], self.now).unwrap();
        self.queue(from, outputs);
    }

    fn deliver_all(&mut self) {
        while !self.wire.is_empty() {
            self.deliver(false);
        }
    }

    /// Lets time pass at an agency.
    fn wait(&mut self, who: usize, seconds: u64) {
        self.now = self.now.plus(seconds);
        let outputs = self.nodes[who].handle(vec![Input::Tick], self.now).unwrap();
        self.queue(who, outputs);
    }

    fn finish(mut self, folder: &mut Folder, name: &str, comment: &str) {
        self.deliver_all();
        let vector = Conversation {
            vector: "conversation".into(),
            comment: comment.into(),
            expect: "accept".into(),
            agencies: self.agencies,
            protocols: self.protocols.iter().map(|p| p.to_stored().into()).collect(),
            messages: self.messages,
        };
        folder.put("conversation", name, Vector::Conversation(Box::new(vector)));
    }
}

const ALL: &str = "\"request\", \"person\", \"background\", \"feedback\"";

pub(crate) fn forge(folder: &mut Folder) {
    plain(folder, "plain", Suite::Hpke4);
    plain(folder, "plain-hpke-9", Suite::Hpke9);
    refused_by_protocol(folder);
    two_stages(folder);
    withdrawal(folder);
    lost_receipt(folder);
    crossing(folder);
    too_late(folder);
}

fn to(receiver: &str, consent: &str) -> Refer {
    Refer {
        form: LEGAL.into(),
        to: vec![receiver.into()],
        consent: consent.into(),
        ..Refer::default()
    }
}

fn plain(folder: &mut Folder, name: &str, suite: Suite) {
    let mut stage = Stage::new(&["Community Centre", "Legal Clinic"], suite, 100);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let clinic = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&clinic, ALL, false);
    let referral = stage.refer(CENTRE, to("Legal Clinic", &consent));
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Received, |_| {});
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Accepted, |_| {});
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Scheduled, |step| {
        step.at = Some("2026-06-05T10:00:00+03:00".into());
    });
    stage.deliver_all();
    stage.now = NOW.plus(5 * DAY);
    stage.step(CLINIC, &referral, EventKind::Attended, |_| {});
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Completed, |step| {
        step.code = Some("got-help".into());
        step.note = Some("The contract is valid.".into());
    });
    stage.finish(
        folder,
        name,
        "a referral in one stage: received, accepted, an appointment, an outcome",
    );
}

fn refused_by_protocol(folder: &mut Folder) {
    let mut stage = Stage::new(&["Community Centre", "Legal Clinic"], Suite::Hpke4, 200);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let clinic = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&clinic, ALL, false);
    let isp = stage.protocols[0].digest().to_string();
    stage.ask(CLINIC, Command::IspChange { isp, change: Change::Suspended });
    // The word of it is late.
    let late = stage.wire.pop_front().unwrap();
    stage.refer(CENTRE, to("Legal Clinic", &consent));
    stage.deliver(false);
    stage.wire.push_back(late);
    stage.finish(
        folder,
        "refused-by-protocol",
        "the clinic has suspended the protocol; the word of it comes after the referral, which is refused",
    );
}

const PROTECTION: &str = r#"form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "protection"
services = ["protection-services"]
marks = ["gbv"]
case_code = "K-1"
[person]
name = "Leyla Example"
age_band = "25-49"
gender = "female"
[background]
reason = "Asks for a safe place."
"#;

fn two_stages(folder: &mut Folder) {
    let mut stage = Stage::new(&["Community Centre", "Women's Shelter"], Suite::Hpke4, 300);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let shelter = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&shelter, ALL, false);
    let refer = Refer { form: PROTECTION.into(), ..to("Women's Shelter", &consent) };
    let referral = stage.refer(CENTRE, refer);
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Asked, |step| {
        step.fields = vec!["person.language".into()];
    });
    stage.deliver_all();
    stage.step(CENTRE, &referral, EventKind::Answered, |step| {
        let language = "age_band = \"25-49\"\nlanguage = \"ar\"";
        step.form = Some(PROTECTION.replace("age_band = \"25-49\"", language));
    });
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Accepted, |step| step.safe_contact = true);
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Started, |_| {});
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Completed, |step| step.code = Some("got-help".into()));
    stage.finish(
        folder,
        "two-stages",
        "codes first, a question and its answer; who the person is after the accept, by the node itself",
    );
}

fn withdrawal(folder: &mut Folder) {
    let names = ["Community Centre", "Legal Clinic", "Hospital"];
    let mut stage = Stage::new(&names, Suite::Hpke4, 400);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    stage.protocol(CLINIC, HOSPITAL, |toml| toml);
    let clinic = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&clinic, ALL, true);
    let referral = stage.refer(CENTRE, to("Legal Clinic", &consent));
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Accepted, |_| {});
    stage.deliver_all();
    let onward = Refer {
        form: String::new(),
        to: vec!["Hospital".into()],
        consent: String::new(),
        onward_of: Some(referral),
        ..Refer::default()
    };
    stage.refer(CLINIC, onward);
    stage.deliver_all();
    stage.ask(
        CENTRE,
        Command::Withdraw { consent, from: None, erase: true, confirmed: true, language: None },
    );
    stage.finish(
        folder,
        "withdrawal",
        "the clinic refers onward to a hospital; the person withdraws at the centre, and all three erase",
    );
}

fn lost_receipt(folder: &mut Folder) {
    let mut stage = Stage::new(&["Community Centre", "Legal Clinic"], Suite::Hpke4, 500);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let clinic = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&clinic, ALL, false);
    stage.refer(CENTRE, to("Legal Clinic", &consent));
    stage.deliver(true);
    stage.wait(CENTRE, 10);
    stage.finish(
        folder,
        "lost-receipt",
        "the receipt is lost: the message is sealed anew, and gets the same receipt",
    );
}

fn crossing(folder: &mut Folder) {
    let mut stage = Stage::new(&["Community Centre", "Legal Clinic"], Suite::Hpke4, 600);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let clinic = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&clinic, ALL, false);
    let referral = stage.refer(CENTRE, to("Legal Clinic", &consent));
    stage.deliver_all();
    // Neither knows of the other's move.
    stage.step(CENTRE, &referral, EventKind::CancelRequested, |step| {
        step.code = Some("person-declined".into());
    });
    stage.step(CLINIC, &referral, EventKind::Rejected, |step| {
        step.code = Some("no-capacity".into());
    });
    stage.finish(
        folder,
        "crossing",
        "a request to cancel and a decline cross: both stand, and the request came too late",
    );
}

fn too_late(folder: &mut Folder) {
    let mut stage = Stage::new(&["Community Centre", "Women's Shelter"], Suite::Hpke4, 700);
    stage.protocol(CENTRE, CLINIC, |toml| toml);
    let shelter = stage.nodes[CLINIC].id.to_string();
    let consent = stage.consent(&shelter, ALL, false);
    let refer = Refer { form: PROTECTION.into(), ..to("Women's Shelter", &consent) };
    let referral = stage.refer(CENTRE, refer);
    stage.deliver_all();
    stage.step(CLINIC, &referral, EventKind::Accepted, |step| step.safe_contact = true);
    // Given up before the sender's node has answered the accept.
    stage.step(CLINIC, &referral, EventKind::Failed, |step| {
        step.code = Some("no-capacity".into());
    });
    stage.finish(
        folder,
        "too-late",
        "the shelter gives up what it accepted; who the person is was under way, and is destroyed unread",
    );
}
