//! A few agencies in one process, exchanging bytes.

use std::sync::{Arc, Mutex};

use ihala_engine::{
    Actor, Answer, Command, Engine, Failure, Genesis, Input, Output, Setup, Step, Stop,
};
use ihala_envelope::{
    AgencyId, IdentitySecret, MessageId, ReceiveSecret, Secret, Suite, Timestamp, TransportId,
};
use ihala_protocol::CardChain;
use ihala_protocol::referral::EventKind;
use ihala_protocol::statement::Name;
use ihala_store::{
    Batch, Entries, MemoryHead, MemorySlots, MemoryStore, Range, Store, StoreError, Vault,
};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::Value;

/// 2026-06-01.
pub(crate) const NOW: Timestamp = Timestamp(1_780_272_000);

/// A store that tells what it was asked, and fails when told to.
#[derive(Clone, Default)]
pub(crate) struct Watched(Arc<Mutex<WatchedInner>>);

#[derive(Default)]
pub(crate) struct WatchedInner {
    store: MemoryStore,
    pub(crate) barriers: usize,
    /// Operations (writes and barriers) until one fails.
    pub(crate) fail_after: Option<usize>,
}

impl Watched {
    pub(crate) fn with<T>(&self, f: impl FnOnce(&mut WatchedInner) -> T) -> T {
        f(&mut self.0.lock().unwrap())
    }

    /// All keys that are durable.
    pub(crate) fn durable(&self) -> Entries {
        self.with(|w| {
            w.store.crash();
            let all = Range { from: b"", to: b"\xff", reverse: false, limit: usize::MAX };
            w.store.range(all).unwrap()
        })
    }
}

impl WatchedInner {
    fn may_fail(&mut self) -> Result<(), StoreError> {
        match &mut self.fail_after {
            Some(0) => Err(StoreError::Damaged("the disk failed, as told")),
            Some(n) => {
                *n -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Store for Watched {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.with(|w| w.store.get(key))
    }
    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError> {
        self.with(|w| w.store.range(range))
    }
    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        self.with(|w| {
            w.may_fail()?;
            w.store.apply(batch)
        })
    }
    fn barrier(&mut self) -> Result<(), StoreError> {
        self.with(|w| {
            w.may_fail()?;
            w.barriers += 1;
            w.store.barrier()
        })
    }
}

pub(crate) struct Agency {
    pub(crate) engine: Engine,
    pub(crate) store: Watched,
    pub(crate) transport: TransportId,
    pub(crate) id: AgencyId,
    pub(crate) identity: IdentitySecret,
    pub(crate) rng: ChaCha8Rng,
}

impl Agency {
    pub(crate) fn new(name: &str, seed: u8) -> Self {
        let mut rng = ChaCha8Rng::from_seed([seed; 32]);
        let identity = IdentitySecret::generate(&mut rng);
        let next = IdentitySecret::generate(&mut rng).public();
        let copy = IdentitySecret::from_seed(&identity.seed());
        let store = Watched::default();
        let transport = TransportId::new(vec![seed; 38]).unwrap();
        let setup = Setup {
            vault: Vault::new(
                Box::new(store.clone()),
                Box::new(MemorySlots::default()),
                Secret::new([seed; 32]),
            ),
            heads: Box::new(MemoryHead::default()),
            identity,
            receive: vec![ReceiveSecret::generate(Suite::Hpke4, &mut rng)],
        };
        let genesis = Genesis {
            cards: CardChain::first(&setup.identity, &next),
            name: Name { lang: "en".into(), text: name.into() },
            transport: transport.clone(),
        };
        let id = genesis.cards.id();
        let engine = Engine::create(setup, genesis, NOW, &mut rng).unwrap();
        Self { engine, store, transport, id, identity: copy, rng }
    }

    pub(crate) fn handle(
        &mut self,
        inputs: Vec<Input>,
        now: Timestamp,
    ) -> Result<Vec<Output>, Stop> {
        self.engine.handle(inputs, now, &mut self.rng)
    }

    pub(crate) fn card(&mut self) -> Vec<u8> {
        match self.ask(Command::CardShow) {
            Ok((Answer::Card(card), _)) => card.file.into_bytes(),
            other => panic!("no card: {other:?}"),
        }
    }

    pub(crate) fn command(command: Command) -> Input {
        let actor = Actor::new("tester").unwrap();
        Input::Command { token: 1, actor, command: Box::new(command) }
    }

    /// One command; its answer, and what else came out.
    pub(crate) fn ask_at(
        &mut self,
        command: Command,
        now: Timestamp,
    ) -> Result<(Answer, Vec<Output>), Failure> {
        let outputs = self.handle(vec![Self::command(command)], now).unwrap();
        let (answers, rest): (Vec<_>, Vec<_>) =
            outputs.into_iter().partition(|o| matches!(o, Output::Answer { .. }));
        match answers.into_iter().next() {
            Some(Output::Answer { result, .. }) => result.map(|answer| (answer, rest)),
            _ => panic!("a command is answered"),
        }
    }

    pub(crate) fn ask(&mut self, command: Command) -> Result<(Answer, Vec<Output>), Failure> {
        self.ask_at(command, NOW)
    }

    pub(crate) fn json(&mut self, command: Command) -> Value {
        serde_json::to_value(self.ask(command).unwrap().0).unwrap()
    }

    /// The rule ID that a command breaks.
    pub(crate) fn refused(&mut self, command: Command) -> &'static str {
        match self.ask(command) {
            Err(Failure::Refused(refusal)) => refusal.rule.id,
            other => panic!("not refused by a rule: {other:?}"),
        }
    }
}

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

impl World {
    /// A centre and a clinic that trust one another, with a protocol in force.
    pub(crate) fn new() -> Self {
        let agencies = vec![Agency::new("Centre", 1), Agency::new("Clinic", 2)];
        let mut world = Self { agencies, wire: Vec::new(), now: NOW };
        world.befriend();
        world.sign_isp(ISP);
        for (from, to) in [(CENTRE, CLINIC), (CLINIC, CENTRE)] {
            let peer = world.agencies[to].transport.clone();
            world.agencies[from].handle(vec![Input::PeerUp(peer)], NOW).unwrap();
        }
        world
    }

    fn befriend(&mut self) {
        for (from, to) in [(CENTRE, CLINIC), (CLINIC, CENTRE)] {
            let card = self.agencies[to].card();
            let fingerprint = ihala_protocol::fingerprint::of(&self.agencies[to].id);
            let add = Command::TrustAdd { card, fingerprint, petname: None };
            self.agencies[from].ask(add).unwrap();
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
        let toml = format!(
            "isp = \"ihala-isp/1\"\ntitle = \"Legal aid\"\nversion = {version}\n{previous}purposes = \
             [\"service-provision\"]\nvalid_from = 2026-01-01\nvalid_until = 2026-12-31\nreview = \
             2026-06-30\noverlap_days = 14\nretention_days = 365\nonward = false\n[parties]\ncentre = \
             \"{}\"\nclinic = \"{}\"\n{clauses}",
            self.agencies[CENTRE].id, self.agencies[CLINIC].id
        );
        let isp = self.agencies[CENTRE].json(Command::IspDraft { toml })["id"]
            .as_str()
            .unwrap()
            .to_owned();
        let sign = |isp: &String| Command::IspSign { isp: isp.clone() };
        self.agencies[CENTRE].ask(sign(&isp)).unwrap();
        for (from, to) in [(CENTRE, CLINIC), (CLINIC, CENTRE)] {
            let export = Command::IspExport { isp: isp.clone() };
            let file = self.agencies[from].json(export)["file"].as_str().unwrap().to_owned();
            self.agencies[to].ask(Command::IspImport { file: file.into_bytes() }).unwrap();
            self.agencies[to].ask(sign(&isp)).unwrap();
        }
        isp
    }

    pub(crate) fn consent(&mut self, fields: &str, until: &str) -> String {
        let toml = format!(
            "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
             \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = {until}\ncase_code = \
             \"K-1\"\npurposes = [\"service-provision\"]\n[[recipient]]\nagency = \"{}\"\nfields = [{fields}]",
            self.agencies[CLINIC].id
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
        let step = Step { referral: id.into(), kind, code: code.map(str::to_owned), note: None };
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

    /// Hands one envelope over and its reply back; returns the reply.
    pub(crate) fn deliver(&mut self, envelope: &Envelope) -> Vec<u8> {
        let input = Input::Received { token: 7, bytes: envelope.bytes.clone() };
        let outputs = self.agencies[envelope.to].handle(vec![input], self.now).unwrap();
        let reply = outputs.into_iter().find_map(|o| match o {
            Output::Reply { token: 7, bytes } => Some(bytes),
            _ => None,
        });
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

pub(crate) fn refer_command(form: &str, consent: &str) -> Command {
    Command::Refer {
        form: form.into(),
        to: vec!["clinic".into()],
        consent: consent.into(),
        dry_run: false,
    }
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
