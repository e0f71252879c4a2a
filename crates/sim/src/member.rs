//! One agency of the world: an engine, its disk, its clock.

use ihala_engine::{Actor, Answer, Command, Engine, Failure, Genesis, Input, Output, Setup, Stop};
use ihala_envelope::{
    AgencyId, IdentitySecret, Kid, ReceiveSecret, Secret, Suite, Timestamp, TransportId,
};
use ihala_protocol::CardChain;
use ihala_protocol::labels::Language;
use ihala_protocol::statement::Name;
use ihala_store::Vault;
use ihala_store::keystore::{MemoryRing, ReceiveEpoch};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::bugs::{Bug, Planted};
use crate::disk::{Disk, Image};

/// What stays the same of an agency whatever happens to its process.
#[derive(Clone)]
pub(crate) struct Identity {
    pub(crate) seed: u8,
    pub(crate) id: AgencyId,
    pub(crate) transport: TransportId,
    pub(crate) name: &'static str,
}

impl Identity {
    pub(crate) fn secret(&self) -> IdentitySecret {
        IdentitySecret::from_seed(&Secret::new([self.seed; 32]))
    }

    pub(crate) fn receive(&self) -> ReceiveSecret {
        ReceiveSecret::from_parts(Kid([self.seed; 8]), Suite::Hpke4, [self.seed; 32])
    }

    /// One key for ever.
    fn ring(&self) -> MemoryRing {
        MemoryRing::of(ReceiveEpoch {
            secret: self.receive(),
            not_before: Timestamp(0),
            not_after: Timestamp::MAX,
            fallback: false,
        })
    }
}

pub(crate) struct Member {
    pub(crate) identity: Identity,
    pub(crate) disk: Disk,
    /// `None` while its process is down.
    engine: Option<Engine>,
    vault: Vault,
    /// Seconds by which its clock is wrong.
    pub(crate) skew: i64,
    bug: Option<Bug>,
    rng: ChaCha8Rng,
}

fn setup(identity: &Identity, disk: &Disk, bug: Option<Bug>) -> Setup {
    Setup {
        vault: vault(identity, disk),
        heads: Box::new(disk.clone()),
        identities: vec![identity.secret()],
        ring: Box::new(identity.ring()),
        conduct: Box::new(Planted(bug)),
        beside: Vec::new(),
    }
}

fn vault(identity: &Identity, disk: &Disk) -> Vault {
    Vault::new(Box::new(disk.clone()), Box::new(disk.clone()), Secret::new([identity.seed; 32]))
}

impl Member {
    /// A new agency on an empty disk.
    pub(crate) fn create(name: &'static str, seed: u8, now: Timestamp) -> Self {
        let secret = IdentitySecret::from_seed(&Secret::new([seed; 32]));
        let next = IdentitySecret::from_seed(&Secret::new([seed ^ 0xff; 32])).public();
        let cards = CardChain::first(&secret, &next);
        let transport = TransportId::new(vec![seed; 38]).unwrap();
        let identity = Identity { seed, id: cards.id(), transport: transport.clone(), name };
        let disk = Disk::default();
        let mut rng = ChaCha8Rng::from_seed([seed; 32]);
        let genesis = Genesis {
            cards,
            name: Name { lang: "en".into(), text: name.into() },
            transport,
            suite: Suite::Hpke4,
            backup: None,
        };
        let engine = Engine::create(setup(&identity, &disk, None), genesis, now, &mut rng).unwrap();
        let vault = vault(&identity, &disk);
        Self { identity, disk, engine: Some(engine), vault, skew: 0, bug: None, rng }
    }

    /// An agency as its disk has it.
    pub(crate) fn of(identity: &Identity, image: Image, bug: Option<Bug>, seed: u64) -> Self {
        let disk = Disk::of(image, bug);
        let engine = Engine::open(setup(identity, &disk, bug)).unwrap();
        let vault = vault(identity, &disk);
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(u64::from(identity.seed));
        Self { identity: identity.clone(), disk, engine: Some(engine), vault, skew: 0, bug, rng }
    }

    /// A second process on a copy of its disk.
    pub(crate) fn copy(&self) -> Self {
        Self::of(&self.identity, self.disk.image(), self.bug, 0)
    }

    pub(crate) fn is_up(&self) -> bool {
        self.engine.is_some()
    }

    /// Hands inputs to the engine. If its disk fails, the process ends.
    pub(crate) fn handle(
        &mut self,
        inputs: Vec<Input>,
        now: Timestamp,
    ) -> Result<Vec<Output>, Stop> {
        let time = Timestamp(now.0.saturating_add_signed(self.skew));
        let engine = self.engine.as_mut().expect("only members that are up are asked");
        let done = engine.handle(inputs, time, &mut self.rng);
        if done.is_err() {
            self.engine = None;
        }
        let mut outputs = done?;
        let unanswered: Vec<Input> = outputs.iter().filter_map(Output::unanswered).collect();
        if !unanswered.is_empty() {
            outputs.extend(self.handle(unanswered, now)?);
        }
        Ok(outputs)
    }

    /// The power goes, and comes back. Tells whether something was lost.
    pub(crate) fn restart(&mut self) -> bool {
        self.engine = None;
        let lost = self.disk.crash();
        self.vault = vault(&self.identity, &self.disk);
        self.engine = Some(Engine::open(setup(&self.identity, &self.disk, self.bug)).unwrap());
        lost
    }

    /// The content of a key, if it can still be opened.
    pub(crate) fn read(&mut self, key: &[u8]) -> Option<Vec<u8>> {
        self.vault.get(key).ok().flatten().map(|(_, value)| value)
    }

    /// What can still be read in old pages, with every key that is left.
    pub(crate) fn read_old_pages(&self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let pages = self.disk.old_pages().into_iter();
        let read = |(key, disk): (Vec<u8>, Disk)| {
            let value = vault(&self.identity, &disk).get(&key).ok().flatten();
            value.map(|(_, value)| (key, value))
        };
        pages.filter_map(read).collect()
    }

    pub(crate) fn audit(&mut self) -> ihala_engine::AuditReport {
        self.engine.as_mut().expect("audited when up").audit().unwrap()
    }

    /// A question that changes nothing.
    pub(crate) fn ask(&mut self, command: Command, now: Timestamp) -> Result<Answer, Failure> {
        let outputs = self.handle(vec![request(command)], now).unwrap();
        answer(&outputs)
    }
}

/// A command as an input.
pub(crate) fn request(command: Command) -> Input {
    let actor = Actor::new("sim").unwrap();
    Input::Command { token: 1, actor, language: Language::En, command: Box::new(command) }
}

/// The answer among the outputs of one command.
pub(crate) fn answer(outputs: &[Output]) -> Result<Answer, Failure> {
    let answers = outputs.iter().find_map(|o| match o {
        Output::Answer { result, .. } => Some(result.as_ref().clone()),
        _ => None,
    });
    answers.expect("a command is answered")
}
