//! One agency: its engine, and what is left of it when the process ends.

use std::sync::{Arc, Mutex};

use ihala_engine::{
    Actor, Answer, Command, Engine, Failure, Genesis, Honest, Input, Output, Setup, Stop,
};
use ihala_envelope::{
    AgencyId, IdentitySecret, Kid, ReceiveSecret, Secret, Suite, Timestamp, TransportId,
};
use ihala_protocol::CardChain;
use ihala_protocol::labels::Language;
use ihala_protocol::statement::Name;
use ihala_store::keystore::ReceiveEpoch;
use ihala_store::{Head, MemorySlots, MemoryStore, Vault};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::Value;

use super::NOW;
use super::disk::{SharedHead, SharedRing, SharedSlots, Watched};

/// What a backup holds.
pub(crate) type Snapshot = (MemoryStore, MemorySlots, Option<Head>);

pub(crate) struct Agency {
    pub(crate) engine: Engine,
    pub(crate) store: Watched,
    slots: SharedSlots,
    heads: SharedHead,
    pub(crate) ring: SharedRing,
    seed: u8,
    pub(crate) transport: TransportId,
    pub(crate) id: AgencyId,
    pub(crate) identity: IdentitySecret,
    /// The key of the next card.
    pub(crate) next: IdentitySecret,
    pub(crate) rng: ChaCha8Rng,
}

impl Agency {
    pub(crate) fn new(name: &str, seed: u8) -> Self {
        let ring = SharedRing::default();
        let secret = ReceiveSecret::from_parts(Kid([seed; 8]), Suite::Hpke4, [seed; 32]);
        // One key for ever: most of what is tested does not hang on the turns of keys.
        let epoch = ReceiveEpoch {
            secret,
            not_before: Timestamp(0),
            not_after: Timestamp::MAX,
            fallback: false,
        };
        ring.kept.lock().unwrap().push(epoch);
        Self::with_ring(name, seed, ring)
    }

    /// One whose receive keys take turns as they do in earnest.
    pub(crate) fn with_epochs(name: &str, seed: u8) -> Self {
        Self::with_ring(name, seed, SharedRing::default())
    }

    fn with_ring(name: &str, seed: u8, ring: SharedRing) -> Self {
        let mut rng = ChaCha8Rng::from_seed([seed; 32]);
        let identity = IdentitySecret::generate(&mut rng);
        let next = IdentitySecret::generate(&mut rng);
        let copy = IdentitySecret::from_seed(&identity.seed());
        let (store, slots, heads) =
            (Watched::default(), SharedSlots::default(), SharedHead::default());
        let transport = TransportId::new(vec![seed; 38]).unwrap();
        let setup = setup((&store, &slots, &heads, &ring), seed, identity);
        let genesis = Genesis {
            cards: CardChain::first(&setup.identities[0], &next.public()),
            name: Name { lang: "en".into(), text: name.into() },
            transport: transport.clone(),
            suite: Suite::Hpke4,
            backup: None,
        };
        let id = genesis.cards.id();
        let engine = Engine::create(setup, genesis, NOW, &mut rng).unwrap();
        Self { engine, store, slots, heads, ring, seed, transport, id, identity: copy, next, rng }
    }

    /// Ends the process and starts it again: what no barrier covered is lost.
    pub(crate) fn restart(&mut self) {
        self.store.with(|w| {
            w.fail_after = None;
            w.store.crash();
        });
        let identity = IdentitySecret::from_seed(&self.identity.seed());
        let parts = (&self.store, &self.slots, &self.heads, &self.ring);
        let setup = setup(parts, self.seed, identity);
        self.engine = Engine::open(setup).unwrap();
    }

    /// Everything durable, as a backup has it.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let store = self.store.with(|w| w.store.clone());
        let (slots, head) = (self.slots.0.lock().unwrap(), self.heads.0.lock().unwrap());
        (store, slots.clone(), *head)
    }

    /// Replaces the card with the key that the present one committed to.
    pub(crate) fn rotate(&mut self, now: Timestamp) {
        let after = IdentitySecret::generate(&mut self.rng);
        let identity = std::mem::replace(&mut self.next, after);
        self.identity = IdentitySecret::from_seed(&identity.seed());
        let next = self.next.public();
        self.engine.rotate(&identity, (&next, None), now, &mut self.rng).unwrap().unwrap();
    }

    /// Starts anew on another machine, with a backup and the recovery file, and nothing else.
    pub(crate) fn restore(&mut self, (store, slots, _): Snapshot, now: Timestamp) {
        self.store = Watched::default();
        self.store.with(|w| w.store = store);
        (self.slots, self.heads) =
            (SharedSlots(Arc::new(Mutex::new(slots))), SharedHead::default());
        self.ring = SharedRing::default();
        let after = IdentitySecret::generate(&mut self.rng);
        let identity = std::mem::replace(&mut self.next, after);
        self.identity = IdentitySecret::from_seed(&identity.seed());
        let copy = IdentitySecret::from_seed(&identity.seed());
        let parts = (&self.store, &self.slots, &self.heads, &self.ring);
        let backup = ReceiveSecret::generate(Suite::Hpke9, &mut self.rng).public();
        let setup = setup(parts, self.seed, copy);
        let keys = (&self.next.public(), &backup);
        let restored = Engine::restored(setup, &identity, keys, now, now, &mut self.rng);
        self.engine = restored.unwrap().unwrap();
    }

    /// Puts a backup in the place of everything, and starts again.
    pub(crate) fn set_back(&mut self, (store, slots, head): Snapshot) {
        self.store.with(|w| w.store = store);
        *self.slots.0.lock().unwrap() = slots;
        *self.heads.0.lock().unwrap() = head;
        self.restart();
    }

    /// The store, opened beside the engine.
    pub(super) fn vault(&self) -> Vault {
        let (store, slots) = (Box::new(self.store.clone()), Box::new(self.slots.clone()));
        Vault::new(store, slots, Secret::new([self.seed; 32]))
    }

    /// Whether anything that is stored can be read, with every key that is left, and
    /// tells this text.
    pub(crate) fn can_read(&self, text: &str) -> bool {
        let mut vault = self.vault();
        self.store.durable().iter().any(|(key, sealed)| {
            let plain = vault.get(key).ok().flatten().map_or(Vec::new(), |(_, value)| value);
            let tells = |bytes: &[u8]| bytes.windows(text.len()).any(|w| w == text.as_bytes());
            tells(&plain) || tells(sealed)
        })
    }

    pub(crate) fn handle(
        &mut self,
        inputs: Vec<Input>,
        now: Timestamp,
    ) -> Result<Vec<Output>, Stop> {
        let mut outputs = self.engine.handle(inputs, now, &mut self.rng)?;
        let unanswered: Vec<Input> = outputs.iter().filter_map(Output::unanswered).collect();
        if !unanswered.is_empty() {
            outputs.extend(self.handle(unanswered, now)?);
        }
        Ok(outputs)
    }

    pub(crate) fn card(&mut self) -> Vec<u8> {
        match self.ask(Command::CardShow) {
            Ok((Answer::Card(card), _)) => card.file.into_bytes(),
            other => panic!("no card: {other:?}"),
        }
    }

    pub(crate) fn command(command: Command) -> Input {
        Self::command_in(Language::En, command)
    }

    fn command_in(language: Language, command: Command) -> Input {
        let actor = Actor::new("tester").unwrap();
        Input::Command { token: 1, actor, language, command: Box::new(command) }
    }

    /// The answer to a question in a language.
    pub(crate) fn json_in(&mut self, language: Language, command: Command) -> Value {
        let outputs = self.handle(vec![Self::command_in(language, command)], NOW).unwrap();
        let answer = outputs.into_iter().find_map(|output| match output {
            Output::Answer { result, .. } => Some(result.unwrap()),
            _ => None,
        });
        serde_json::to_value(answer.unwrap()).unwrap()
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
            Err(Failure::Refused { refusal, .. }) => refusal.rule.id,
            other => panic!("not refused by a rule: {other:?}"),
        }
    }
}

fn setup(
    (store, slots, heads, ring): (&Watched, &SharedSlots, &SharedHead, &SharedRing),
    seed: u8,
    identity: IdentitySecret,
) -> Setup {
    let (store, slots) = (Box::new(store.clone()), Box::new(slots.clone()));
    Setup {
        vault: Vault::new(store, slots, Secret::new([seed; 32])),
        heads: Box::new(heads.clone()),
        identities: vec![identity],
        ring: Box::new(ring.again()),
        conduct: Box::new(Honest),
        beside: Vec::new(),
    }
}
