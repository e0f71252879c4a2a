//! A few agencies in one process, exchanging bytes.

mod agency;
mod disk;

use ihala_engine::{Command, Failure, Input, Output, Refer, Step};
use ihala_envelope::{Body, Digest, MessageId, ReferralLink, SealedEnvelope, Timestamp};
use ihala_protocol::referral::{Event, EventKind};
use ihala_protocol::{Profile, kinds};
use ihala_store::keystore::Ring;
use serde_json::Value;

pub(crate) use agency::{Agency, Snapshot};

/// 2026-06-01.
pub(crate) const NOW: Timestamp = Timestamp(1_780_272_000);

/// An envelope under way.
#[derive(Clone)]
pub(crate) struct Envelope {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) message: MessageId,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) struct World {
    pub(crate) agencies: Vec<Agency>,
    pub(crate) wire: Vec<Envelope>,
    pub(crate) now: Timestamp,
}

pub(crate) const CENTRE: usize = 0;
pub(crate) const CLINIC: usize = 1;
pub(crate) const HOSPITAL: usize = 2;

impl World {
    /// A centre and a clinic that trust one another, with a protocol in force.
    pub(crate) fn new() -> Self {
        let agencies = vec![Agency::new("Centre", 1), Agency::new("Clinic", 2)];
        let mut world = Self { agencies, wire: Vec::new(), now: NOW };
        world.befriend(CENTRE, CLINIC);
        world.sign_isp(ISP);
        world
    }

    /// Three agencies that trust one another, whose keys take turns as they do in earnest.
    pub(crate) fn of_epochs() -> Self {
        let names = [("Centre", 1), ("Clinic", 2), ("Hospital", 3)];
        let agencies = names.map(|(name, seed)| Agency::with_epochs(name, seed)).into();
        let mut world = Self { agencies, wire: Vec::new(), now: NOW };
        for (one, other) in [(CENTRE, CLINIC), (CLINIC, HOSPITAL), (CENTRE, HOSPITAL)] {
            world.befriend(one, other);
        }
        world
    }

    /// A third agency, to which the clinic may refer onward.
    pub(crate) fn with_hospital(isp: &str) -> Self {
        let agencies =
            vec![Agency::new("Centre", 1), Agency::new("Clinic", 2), Agency::new("Hospital", 3)];
        let mut world = Self { agencies, wire: Vec::new(), now: NOW };
        world.befriend(CENTRE, CLINIC);
        world.befriend(CLINIC, HOSPITAL);
        world.co_sign(CENTRE, CLINIC, &isp_toml(&world, CENTRE, CLINIC, "onward = true", isp));
        let onward =
            isp.replace("centre", "@").replace("clinic", "hospital").replace('@', "clinic");
        world.co_sign(
            CLINIC,
            HOSPITAL,
            &isp_toml(&world, CLINIC, HOSPITAL, "onward = true", &onward),
        );
        world
    }

    pub(crate) fn befriend(&mut self, one: usize, other: usize) {
        for (from, to) in [(one, other), (other, one)] {
            let card = self.agencies[to].card();
            let fingerprint = ihala_protocol::fingerprint::of(&self.agencies[to].id);
            let add = Command::TrustAdd { card, fingerprint, petname: None };
            self.agencies[from].ask(add).unwrap();
            let peer = self.agencies[to].transport.clone();
            self.agencies[from].handle(vec![Input::PeerUp(peer)], NOW).unwrap();
        }
    }

    pub(crate) fn sign_isp(&mut self, clauses: &str) -> String {
        self.sign_isp_version(1, None, clauses)
    }

    pub(crate) fn sign_isp_version(
        &mut self,
        version: u32,
        previous: Option<&str>,
        clauses: &str,
    ) -> String {
        let previous = previous.map_or(String::new(), |p| format!("previous = \"{p}\"\n"));
        let toml = isp_toml(self, CENTRE, CLINIC, "onward = false", clauses)
            .replace("version = 1\n", &format!("version = {version}\n{previous}"));
        self.co_sign(CENTRE, CLINIC, &toml)
    }

    /// Drafts a protocol, and has both sign it.
    pub(crate) fn co_sign(&mut self, one: usize, other: usize, toml: &str) -> String {
        let draft = Command::IspDraft { toml: toml.into() };
        let isp = self.agencies[one].json(draft)["id"].as_str().unwrap().to_owned();
        self.command(one, Command::IspSign { isp: isp.clone() });
        self.deliver_all();
        if self.agencies[other].ask(Command::IspShow { isp: isp.clone() }).is_err() {
            // No connection: by file.
            self.carry(one, other, &isp);
        }
        self.command(other, Command::IspSign { isp: isp.clone() });
        self.deliver_all();
        self.carry(other, one, &isp);
        isp
    }

    /// Hands a protocol over as a file.
    pub(crate) fn carry(&mut self, from: usize, to: usize, isp: &str) {
        let export = Command::IspExport { isp: isp.into() };
        let file = self.agencies[from].json(export)["file"].as_str().unwrap().to_owned();
        self.agencies[to].ask(Command::IspImport { file: file.into_bytes() }).unwrap();
    }

    pub(crate) fn consent(&mut self, fields: &str, until: &str) -> String {
        self.consent_with(fields, until, "")
    }

    pub(crate) fn consent_with(&mut self, fields: &str, until: &str, more: &str) -> String {
        let clinic = self.agencies[CLINIC].id.to_string();
        self.record_consent(&clinic, fields, until, more)
    }

    pub(crate) fn consent_for(&mut self, agency: &str, fields: &str) -> String {
        self.record_consent(agency, fields, "2026-07-01", "")
    }

    fn record_consent(&mut self, agency: &str, fields: &str, until: &str, more: &str) -> String {
        let toml = format!(
            "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
             \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = {until}\ncase_code = \
             \"K-1\"\npurposes = [\"service-provision\"]\n{more}\n[[recipient]]\nagency = \
             \"{agency}\"\nfields = [{fields}]"
        );
        let id = self.agencies[CENTRE].json(Command::ConsentRecord { toml });
        id["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn refer(&mut self) -> String {
        let consent =
            self.consent("\"request\", \"person\", \"background\", \"feedback\"", "2026-07-01");
        self.refer_with(&consent).unwrap()
    }

    pub(crate) fn refer_with(&mut self, consent: &str) -> Result<String, Failure> {
        let command = refer_command(FORM, consent);
        let (answer, outputs) = self.agencies[CENTRE].ask_at(command, self.now)?;
        self.send(CENTRE, outputs);
        let answer = serde_json::to_value(answer).unwrap();
        Ok(answer["referrals"][0]["id"].as_str().unwrap().to_owned())
    }

    pub(crate) fn step(&mut self, who: usize, id: &str, kind: EventKind, code: Option<&str>) {
        let step = Step { code: code.map(str::to_owned), ..Step::plain(id, kind) };
        self.take(who, step);
    }

    pub(crate) fn take(&mut self, who: usize, step: Step) {
        let (_, outputs) = self.agencies[who].ask_at(Command::Step(step), self.now).unwrap();
        self.send(who, outputs);
    }

    pub(crate) fn send(&mut self, from: usize, outputs: Vec<Output>) {
        for output in outputs {
            if let Output::Send { to, message, bytes, .. } = output {
                let to = self.agencies.iter().position(|a| a.id == to).unwrap();
                self.wire.push(Envelope { from, to, message, bytes });
            }
        }
    }

    /// The body of a message that an agency's own engine would not make; what it links to is
    /// for the forger to say.
    pub(crate) fn forged_body(
        &mut self,
        (from, to): (usize, usize),
        (seq, previous): (u64, Option<Digest>),
        link: ReferralLink,
    ) -> Body {
        let card = Profile::from_file(&self.agencies[from].card()).unwrap();
        let mut id = [0; 16];
        id[..8].copy_from_slice(&seq.to_be_bytes());
        Body {
            id: MessageId(id),
            kind: kinds::REFERRAL,
            sender: self.agencies[from].id,
            card: card.cards().digest(),
            recipient: self.agencies[to].id,
            network: None,
            seq,
            previous,
            link: Some(link),
            created: self.now,
            expires: None,
            roster: None,
            commitment: Digest([0; 32]),
        }
    }

    /// The event in an envelope, as its recipient's key opens it and nothing has judged it.
    pub(crate) fn open(&self, envelope: &Envelope) -> Event {
        let (from, to) = (&self.agencies[envelope.from], &self.agencies[envelope.to]);
        let sealed = SealedEnvelope::decode(&envelope.bytes).unwrap();
        let ring = to.ring.again();
        let secret = ring.secret(sealed.kid()).unwrap();
        let opened = sealed.open(secret, &to.id);
        let opened = opened.unwrap();
        let card = opened.claimed_card();
        let message = opened.verify(&card, &from.identity.public()).unwrap();
        let step = message.body().link.as_ref().unwrap().step;
        Event::from_payload(step, message.payload()).unwrap()
    }

    /// Hands one envelope over and its reply back; returns the reply.
    pub(crate) fn deliver(&mut self, envelope: &Envelope) -> Vec<u8> {
        let input = Input::Received { token: 7, bytes: envelope.bytes.clone() };
        let outputs = self.agencies[envelope.to].handle(vec![input], self.now).unwrap();
        let reply = outputs.iter().find_map(|o| match o {
            Output::Reply { token: 7, bytes } => Some(bytes.clone()),
            _ => None,
        });
        self.send(envelope.to, outputs);
        let reply = reply.expect("an envelope gets a reply");
        let input = Input::Replied {
            to: self.agencies[envelope.to].id,
            message: envelope.message,
            bytes: reply.clone(),
        };
        let outputs = self.agencies[envelope.from].handle(vec![input], self.now).unwrap();
        self.send(envelope.from, outputs);
        reply
    }

    /// Everyone can reach everyone again.
    pub(crate) fn reconnect(&mut self) {
        let nodes: Vec<_> = self.agencies.iter().map(|a| a.transport.clone()).collect();
        for who in 0..self.agencies.len() {
            let others = nodes.iter().filter(|n| **n != nodes[who]).cloned();
            let inputs = others.map(Input::PeerUp).collect();
            let outputs = self.agencies[who].handle(inputs, self.now).unwrap();
            self.send(who, outputs);
        }
    }

    /// One agency comes into contact with another: it asks for what is new of its cards, and
    /// is answered.
    pub(crate) fn meet(&mut self, who: usize, other: usize) {
        let node = self.agencies[other].transport.clone();
        let now = self.now;
        let agency = &mut self.agencies[who];
        let met = vec![Input::PeerUp(node)];
        let outputs = agency.engine.handle(met, now, &mut agency.rng).unwrap();
        for output in outputs {
            match output {
                Output::Ask { of, number, bytes, .. } => {
                    assert_eq!(of, self.agencies[other].id);
                    let answer = self.ask(other, bytes);
                    let answered = vec![Input::Answered { of, number, bytes: answer }];
                    let outputs = self.agencies[who].handle(answered, now).unwrap();
                    self.send(who, outputs);
                }
                other => self.send(who, vec![other]),
            }
        }
    }

    /// Messages of an agency that have no receipt.
    pub(crate) fn queued(&mut self, who: usize) -> u64 {
        let status = self.agencies[who].json(Command::Status);
        status["peers"].as_array().unwrap().iter().map(|p| p["queued"].as_u64().unwrap()).sum()
    }

    /// What an agency's node answers to bytes.
    pub(crate) fn ask(&mut self, who: usize, bytes: Vec<u8>) -> Vec<u8> {
        let input = Input::Received { token: 9, bytes };
        let outputs = self.agencies[who].handle(vec![input], self.now).unwrap();
        let reply = outputs.into_iter().find_map(|o| match o {
            Output::Reply { token: 9, bytes } => Some(bytes),
            _ => None,
        });
        reply.expect("everything is answered")
    }

    /// Lets time pass, and what it brings be delivered.
    pub(crate) fn wait(&mut self, seconds: u64) {
        self.now = self.now.plus(seconds);
        for who in 0..self.agencies.len() {
            let outputs = self.agencies[who].handle(vec![Input::Tick], self.now).unwrap();
            self.send(who, outputs);
        }
        self.deliver_all();
    }

    /// One command of an agency, with everything that follows from it.
    pub(crate) fn command(&mut self, who: usize, command: Command) -> Value {
        let (answer, outputs) = self.agencies[who].ask_at(command, self.now).unwrap();
        self.send(who, outputs);
        serde_json::to_value(answer).unwrap()
    }

    pub(crate) fn show(&mut self, who: usize, id: &str) -> Value {
        self.command(who, Command::Show { referral: id.into() })
    }

    pub(crate) fn deliver_all(&mut self) {
        while !self.wire.is_empty() {
            let envelope = self.wire.remove(0);
            self.deliver(&envelope);
        }
    }

    pub(crate) fn status(&mut self, who: usize, id: &str) -> String {
        let shown = self.agencies[who].json(Command::Show { referral: id.into() });
        shown["status"]["task"].as_str().unwrap().to_owned()
    }

    pub(crate) fn assert_audits(&mut self) {
        for agency in &mut self.agencies {
            let report = agency.engine.audit().unwrap();
            assert!(report.ok, "{:?}", report.findings);
        }
    }
}

/// The head of a sequence, as the engine stores it.
#[derive(minicbor::Decode)]
#[cbor(map)]
struct SequenceHead {
    #[n(1)]
    sent: u64,
    #[n(2)]
    digest: Option<Digest>,
}

impl World {
    /// Number and digest of the last message from one agency to another.
    pub(crate) fn sequence(&self, from: usize, to: usize) -> (u64, Option<Digest>) {
        let key = [b"O", self.agencies[to].id.as_bytes().as_slice(), &[0, 1]].concat();
        let stored = self.agencies[from].vault().get(&key).unwrap();
        let head = stored.map(|(_, bytes)| minicbor::decode::<SequenceHead>(&bytes).unwrap());
        head.map_or((0, None), |head| (head.sent, head.digest))
    }
}

/// A protocol between two agencies, called by their names in lower case.
pub(crate) fn isp_toml(
    world: &World,
    one: usize,
    other: usize,
    more: &str,
    clauses: &str,
) -> String {
    let party = |who: usize| {
        format!("{} = \"{}\"\n", ["centre", "clinic", "hospital"][who], world.agencies[who].id)
    };
    format!(
        "isp = \"ihala-isp/1\"\ntitle = \"Legal aid\"\nversion = 1\npurposes = \
         [\"service-provision\"]\nvalid_from = 2026-01-01\nvalid_until = 2026-12-31\nreview = \
         2026-06-30\noverlap_days = 14\nretention_days = 100\n{more}\n[parties]\n{}{}{clauses}",
        party(one),
        party(other)
    )
}

pub(crate) fn refer_command(form: &str, consent: &str) -> Command {
    Command::Refer(Refer {
        form: form.into(),
        to: vec!["clinic".into()],
        consent: consent.into(),
        ..Refer::default()
    })
}

pub(crate) const ISP: &str = r#"
[[clause]]
label = "1"
from = "centre"
to = "clinic"
case_types = ["legal"]
fields = ["request", "person.name", "person.phone", "background.reason", "feedback"]
single_stage = true
"#;

pub(crate) const FORM: &str = r#"
form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "legal"
services = ["legal-assistance"]
case_code = "K-1"
[person]
name = "Leyla Example"
phone = "0555 000 00 00"
address = "Withheld Street 1"
[background]
reason = "Needs help with a rental contract."
"#;
