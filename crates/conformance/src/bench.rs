//! A real node in memory, with the keys that a vector gives it.

use ihala_engine::{
    Actor, Answer, Command, Engine, Failure, Genesis, Honest, Input, Output, Setup,
};
use ihala_envelope::{
    AgencyId, IdentityKey, IdentitySecret, ReceiveSecret, Secret, Timestamp, TransportId,
};
use ihala_protocol::labels::Language;
use ihala_protocol::limits::CLOCK_SKEW;
use ihala_protocol::statement::Name;
use ihala_protocol::{CardChain, Profile, armor, fingerprint};
use ihala_store::keystore::{MemoryRing, ReceiveEpoch};
use ihala_store::{MemoryHead, MemorySlots, MemoryStore, Vault};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::vector::VectorError;

/// The keys of an agency.
pub struct Keys {
    /// Seed of its identity key.
    pub identity: [u8; 32],
    /// The key that its second card would have.
    pub next: [u8; 32],
    /// The only receive secret that it holds.
    pub receive: ReceiveSecret,
}

/// A node that runs.
pub struct Bench {
    engine: Engine,
    rng: ChaCha8Rng,
    /// Its agency.
    pub id: AgencyId,
}

impl Keys {
    /// Signs as the agency.
    pub fn identity(&self) -> IdentitySecret {
        IdentitySecret::from_seed(&Secret::new(self.identity))
    }

    /// Its first card.
    ///
    /// # Errors
    /// If the next key is none.
    pub fn cards(&self) -> Result<CardChain, VectorError> {
        let next = IdentityKey::from_bytes(&self.next);
        let next = next.ok_or_else(|| VectorError::NotUnderstood("a key that is none".into()))?;
        Ok(CardChain::first(&self.identity(), &next))
    }
}

impl Bench {
    /// Starts a node with an empty store; `seed` is that of its randomness.
    ///
    /// # Errors
    /// If the keys are none.
    pub fn start(keys: &Keys, name: &str, now: Timestamp, seed: u64) -> Result<Self, VectorError> {
        let (store, slots) = (MemoryStore::default(), MemorySlots::default());
        let receive = &keys.receive;
        let secret =
            ReceiveSecret::from_parts(receive.kid(), receive.suite(), *receive.secret().expose());
        let suite = secret.suite();
        // One key for a year: what a node is sent does not hang on its keys' turns.
        let epoch = ReceiveEpoch {
            secret,
            not_before: Timestamp(now.0.saturating_sub(CLOCK_SKEW)),
            not_after: now.plus(365 * 86_400),
            fallback: false,
        };
        let setup = Setup {
            vault: Vault::new(Box::new(store), Box::new(slots), Secret::new([0; 32])),
            heads: Box::new(MemoryHead::default()),
            identities: vec![keys.identity()],
            ring: Box::new(MemoryRing::of(epoch)),
            conduct: Box::new(Honest),
            beside: Vec::new(),
        };
        let cards = keys.cards()?;
        let id = cards.id();
        let genesis = Genesis {
            name: Name { lang: "en".into(), text: name.into() },
            transport: transport(&cards),
            suite,
            cards,
            backup: None,
        };
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let engine =
            Engine::create(setup, genesis, now, &mut rng).map_err(|stop| stopped(&stop))?;
        Ok(Self { engine, rng, id })
    }

    /// Hands inputs to the node.
    ///
    /// # Errors
    /// If its store fails, which memory does not.
    pub fn handle(
        &mut self,
        inputs: Vec<Input>,
        now: Timestamp,
    ) -> Result<Vec<Output>, VectorError> {
        let mut outputs =
            self.engine.handle(inputs, now, &mut self.rng).map_err(|stop| stopped(&stop))?;
        let unanswered: Vec<Input> = outputs.iter().filter_map(Output::unanswered).collect();
        if !unanswered.is_empty() {
            outputs.extend(self.handle(unanswered, now)?);
        }
        Ok(outputs)
    }

    /// One command; its answer, and what else came out.
    ///
    /// # Errors
    /// If the command fails.
    pub fn ask(
        &mut self,
        command: Command,
        now: Timestamp,
    ) -> Result<(Answer, Vec<Output>), VectorError> {
        let actor = Actor::new("bench").expect("a name");
        let input =
            Input::Command { token: 0, actor, language: Language::En, command: Box::new(command) };
        let mut outputs = self.handle(vec![input], now)?;
        let at = outputs.iter().position(|o| matches!(o, Output::Answer { .. }));
        let Some(Output::Answer { result, .. }) = at.map(|at| outputs.remove(at)) else {
            return Err(VectorError::Differs("a command is not answered".into()));
        };
        result.map(|answer| (answer, outputs)).map_err(|failure| failed(&failure))
    }

    /// Rules of which the node warns its people, in the order of their names.
    ///
    /// # Errors
    /// If it cannot tell.
    pub fn alarms(&mut self, now: Timestamp) -> Result<Vec<String>, VectorError> {
        let (Answer::Status(status), _) = self.ask(Command::Status, now)? else {
            return Err(VectorError::Differs("no status".into()));
        };
        let mut rules: Vec<String> =
            status.alarms.into_iter().map(|alarm| alarm.what.problem.rule).collect();
        rules.sort();
        Ok(rules)
    }

    /// Puts an agency on the trust list, by the bytes of its card file.
    ///
    /// # Errors
    /// If it is no card file.
    pub fn trust(&mut self, card: &[u8], now: Timestamp) -> Result<AgencyId, VectorError> {
        let file = armor::encode(armor::CARD, card).into_bytes();
        let profile =
            Profile::from_file(&file).map_err(|refusal| crate::vector::bad_setting(&refusal))?;
        let fingerprint = fingerprint::of(&profile.id());
        self.ask(Command::TrustAdd { card: file, fingerprint, petname: None }, now)?;
        for peer in &profile.statement().peers {
            self.handle(vec![Input::PeerUp(peer.clone())], now)?;
        }
        Ok(profile.id())
    }

    /// Takes in a protocol, by the bytes of its file.
    ///
    /// # Errors
    /// If it is no protocol file.
    pub fn adopt(&mut self, isp: &[u8], now: Timestamp) -> Result<Vec<Output>, VectorError> {
        let file = armor::encode(armor::ISP, isp).into_bytes();
        self.ask(Command::IspImport { file }, now).map(|(_, outputs)| outputs)
    }

    /// The reply to an envelope, and what else came out.
    ///
    /// # Errors
    /// If there is none.
    pub fn receive(
        &mut self,
        envelope: &[u8],
        now: Timestamp,
    ) -> Result<(Vec<u8>, Vec<Output>), VectorError> {
        let input = Input::Received { token: 0, bytes: envelope.to_vec() };
        let mut outputs = self.handle(vec![input], now)?;
        let at = outputs.iter().position(|o| matches!(o, Output::Reply { .. }));
        match at.map(|at| outputs.remove(at)) {
            Some(Output::Reply { bytes, .. }) => Ok((bytes, outputs)),
            _ => Err(VectorError::Differs("an envelope gets no reply".into())),
        }
    }
}

/// A peer id of its own for each agency.
fn transport(cards: &CardChain) -> TransportId {
    let prefix = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];
    TransportId::new([&prefix[..], &cards.id().0].concat()).expect("of the length of a peer id")
}

fn stopped(stop: &ihala_engine::Stop) -> VectorError {
    VectorError::Differs(stop.to_string())
}

fn failed(failure: &Failure) -> VectorError {
    VectorError::Differs(format!("a command fails: {failure:?}"))
}
