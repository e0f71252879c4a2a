//! The engine: inputs in, one batch, one barrier, outputs out.

use std::collections::{BTreeSet, HashSet};

use ihala_envelope::{
    AgencyId, Digest, IdentityKey, IdentitySecret, ReceiveKey, Refusal, Secret, Suite, Timestamp,
    TransportId,
};
use ihala_protocol::labels::Language;
use ihala_protocol::leak::Leak;
use ihala_protocol::statement::{Name, Statement};
use ihala_protocol::{CardChain, Profile, Question, Reply};
use ihala_store::keystore::Ring;
use ihala_store::{Heads, SlotNumber, StoreError, Vault};
use rand_core::CryptoRng;

use crate::agenda::Agenda;
use crate::audit::{Act, Tree};
use crate::commands::backup::Making;
use crate::conduct::Conduct;
use crate::contacts::Contacts;
use crate::directory::Directory;
use crate::epochs::{Plan, Schedule, published};
use crate::io::{Answer, Failure, Input, Output, Stop};
use crate::keyspace;
use crate::load;
use crate::outbox::Outbox;
use crate::questions::Inquiries;
use crate::records::{Erasing, NodeState};
use crate::txn::{Txn, decode};
use crate::views::Time;

/// Slots that are destroyed with one batch of receipts at most; the rest with the next.
const ERASED_AT_ONCE: usize = 64;

/// What an engine starts from.
pub struct Setup {
    /// The agency's data.
    pub vault: Vault,
    /// Tells whether the store has lost anything.
    pub heads: Box<dyn Heads>,
    /// Sign as the agency: the key of the store's card, and where a new card was being made
    /// when the process ended, that of the other one.
    pub identities: Vec<IdentitySecret>,
    /// Opens envelopes.
    pub ring: Box<dyn Ring>,
    /// How it judges: [`crate::Honest`].
    pub conduct: Box<dyn Conduct>,
    /// What is kept beside the store and belongs into a backup, by name.
    pub beside: Vec<Beside>,
}

/// Something that is kept beside the store, and its name.
pub type Beside = (&'static str, Secret<Vec<u8>>);

/// A new agency's public beginnings.
pub struct Genesis {
    /// Its first card.
    pub cards: CardChain,
    /// Its name and the language of the name.
    pub name: Name,
    /// Its node.
    pub transport: TransportId,
    /// The suite of its receive keys.
    pub suite: Suite,
    /// What its backups are sealed to: only the recovery file opens them.
    pub backup: Option<ReceiveKey>,
}

/// The agency.
pub struct Engine {
    vault: Vault,
    heads: Box<dyn Heads>,
    identity: IdentitySecret,
    ring: Box<dyn Ring>,
    schedule: Schedule,
    conduct: Box<dyn Conduct>,
    beside: Vec<Beside>,
    making: Option<Making>,
    node: NodeState,
    directory: Directory,
    agenda: Agenda,
    outbox: Outbox,
    inquiries: Inquiries,
    contacts: Contacts,
    connected: HashSet<TransportId>,
    last_barrier: Option<Timestamp>,
}

/// Why an input was not carried out.
pub(crate) enum Trouble {
    /// It is refused, and nothing has changed.
    Failure(Failure),
    /// The store failed.
    Stop(StoreError),
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Stop(error)
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Leak> for Trouble {
    fn from(leak: Leak) -> Self {
        Self::Failure(leak.into())
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Failure(refusal.into())
    }
}

/// What an input is handled with.
pub(crate) struct Work<'a> {
    pub(crate) txn: Txn<'a>,
    pub(crate) directory: &'a mut Directory,
    /// As the last batch left it.
    pub(crate) agenda: &'a mut Agenda,
    pub(crate) identity: &'a IdentitySecret,
    pub(crate) ring: &'a mut dyn Ring,
    pub(crate) schedule: &'a mut Schedule,
    pub(crate) conduct: &'a dyn Conduct,
    pub(crate) beside: &'a [Beside],
    /// The backup that is being made.
    pub(crate) making: &'a mut Option<Making>,
    pub(crate) outbox: &'a mut Outbox,
    pub(crate) inquiries: &'a mut Inquiries,
    pub(crate) contacts: &'a mut Contacts,
    pub(crate) connected: &'a mut HashSet<TransportId>,
    pub(crate) now: Timestamp,
    /// In which language whoever asks is answered.
    pub(crate) language: Language,
    pub(crate) rng: &'a mut dyn CryptoRng,
    pub(crate) last_barrier: Option<Timestamp>,
    /// Agencies with something new to send.
    pub(crate) touched: BTreeSet<AgencyId>,
    /// Whether the nodes that may connect have changed.
    pub(crate) peers_changed: bool,
    /// A consent or a protocol holds again: what waited for that is tried.
    pub(crate) holds_again: bool,
    /// The trust list has another text.
    pub(crate) trust_changed: bool,
    /// What is read was read before, and may have been told already.
    pub(crate) replaying: bool,
}

impl Engine {
    /// Begins a new agency in an empty store: card, first key statement.
    pub fn create(
        setup: Setup,
        genesis: Genesis,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, Stop> {
        let Setup { mut vault, mut heads, identities, mut ring, conduct, beside } = setup;
        let identity = identities.first().expect("a new agency has an identity key");
        if ring.all().is_empty() {
            for epoch in Plan::of(&[], genesis.suite, now, rng).make {
                ring.add(epoch, rng)?;
            }
        }
        let statement = Statement {
            agency: genesis.cards.id(),
            card: genesis.cards.digest(),
            seq: 1,
            issued: now,
            names: vec![genesis.name],
            peers: vec![genesis.transport],
            addresses: Vec::new(),
            keys: ring.all().iter().map(published).collect(),
            features: None,
        };
        let me = Profile::sign(genesis.cards, &statement, identity)
            .expect("the caller checked the name, and the rest is ours");
        let node = NodeState {
            me: me.id(),
            next_slot: 1,
            audit: Tree::default(),
            clock_confirmed: None,
            next_checkpoint: Some(now.plus(crate::witness::INTERVAL)),
            restored: None,
            backups_until: None,
            superseded: None,
        };
        let mut txn = Txn::new(&mut vault, node);
        txn.put_own(keyspace::profile(&me.id()), &me);
        let language = me.statement().names.first().and_then(|n| Language::by_code(&n.lang));
        let list = ihala_protocol::trust::template(language.unwrap_or_default());
        txn.put_own(keyspace::TRUST_FILE.to_vec(), &list);
        if let Some(backup) = &genesis.backup {
            txn.put_own(keyspace::BACKUP_KEY.to_vec(), backup);
        }
        let digest = Digest::of(me.signed_statement());
        txn.audit(now, Act::Published, digest, None, None, rng);
        let (node, _) = txn.commit(&mut Agenda::default(), rng)?;
        heads.write(node.head())?;
        Self::open(Setup { vault, heads, identities, ring, conduct, beside })
    }

    /// Opens an agency from its store.
    pub fn open(setup: Setup) -> Result<Self, Stop> {
        Self::load(setup, |current, identities| {
            identities.into_iter().find(|identity| identity.public() == *current)
        })
    }

    /// The same; `choose` says which key signs from now on, of the current card's and those
    /// that there are.
    pub(crate) fn load(
        setup: Setup,
        choose: impl FnOnce(&IdentityKey, Vec<IdentitySecret>) -> Option<IdentitySecret>,
    ) -> Result<Self, Stop> {
        let Setup { mut vault, heads, identities, ring, conduct, beside } = setup;
        let node: NodeState = match vault.get(keyspace::NODE)? {
            Some((_, bytes)) => decode(&bytes)?,
            None => return Err(StoreError::Damaged("the node's own state is missing").into()),
        };
        check_head(heads.as_ref(), &node)?;
        let directory = load::directory(&mut vault, &node)?;
        let agenda = Agenda::load(&mut vault)?;
        let current = directory.me.cards().identity_key();
        let identity = choose(current, identities)
            .ok_or(StoreError::Damaged("the identity key is not that of the store"))?;
        let schedule = Schedule::of(&directory.me.statement().keys);
        Ok(Self {
            vault,
            heads,
            identity,
            ring,
            schedule,
            conduct,
            beside,
            making: None,
            node,
            directory,
            agenda,
            outbox: Outbox::default(),
            inquiries: Inquiries::default(),
            contacts: Contacts::default(),
            connected: HashSet::new(),
            last_barrier: None,
        })
    }

    /// The nodes that may connect: what the network starts with.
    pub fn peers(&self) -> Output {
        Output::Peers(self.directory.peers())
    }

    /// Handles inputs that wait together. Outputs come only after everything that
    /// they speak of is durable.
    ///
    /// # Errors
    /// [`Stop`] if the store failed: end the process, use nothing of this engine.
    pub fn handle(
        &mut self,
        inputs: Vec<Input>,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
    ) -> Result<Vec<Output>, Stop> {
        let mut outputs = Vec::new();
        let holds_again = self.batch(now, rng, &mut outputs, |work, outputs| {
            for input in inputs {
                work.input(input, outputs)?;
            }
            Ok(())
        })?;
        if holds_again {
            // In a batch of its own: what was held back in the same one is on the agenda now.
            self.batch(now, rng, &mut outputs, |work, _| work.release_held_back())?;
        }
        self.destroy_keys(now, rng, &mut outputs)?;
        // What was buried in this batch, or before a crash, is destroyed now that its
        // tombstone is durable; the receipts follow in a batch of their own.
        let erasing = self.erasing()?;
        if !erasing.is_empty() {
            for one in &erasing {
                self.vault.erase(SlotNumber(one.slot))?;
            }
            self.batch(now, rng, &mut outputs, |work, _| {
                for one in &erasing {
                    match work.erased(one) {
                        Ok(()) => work.txn.keep(),
                        Err(Trouble::Stop(error)) => return Err(error.into()),
                        Err(Trouble::Failure(_)) => work.txn.roll_back(),
                    }
                }
                Ok(())
            })?;
            if erasing.len() == ERASED_AT_ONCE {
                // There may be more: at once, not when something else happens.
                outputs.push(Output::WakeAt(now));
            }
        }
        Ok(outputs)
    }

    /// One batch: what `fill` does, what can be sent then, and the barrier.
    pub(crate) fn batch(
        &mut self,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
        outputs: &mut Vec<Output>,
        fill: impl FnOnce(&mut Work<'_>, &mut Vec<Output>) -> Result<(), Stop>,
    ) -> Result<bool, Stop> {
        if self.making.as_ref().is_some_and(|making| making.is_given_up(now)) {
            self.making = None;
            self.vault.end_snapshot();
        }
        let mut work = Work {
            txn: Txn::new(&mut self.vault, self.node.clone()),
            directory: &mut self.directory,
            agenda: &mut self.agenda,
            identity: &self.identity,
            ring: self.ring.as_mut(),
            schedule: &mut self.schedule,
            conduct: self.conduct.as_ref(),
            beside: &self.beside,
            making: &mut self.making,
            outbox: &mut self.outbox,
            inquiries: &mut self.inquiries,
            contacts: &mut self.contacts,
            connected: &mut self.connected,
            now,
            language: Language::default(),
            rng,
            last_barrier: self.last_barrier,
            touched: BTreeSet::new(),
            peers_changed: false,
            holds_again: false,
            trust_changed: false,
            replaying: false,
        };
        fill(&mut work, outputs)?;
        // What is sealed now is checked against consent and protocol now, and a
        // payload that may no longer leave is marked so in this same batch.
        let sends = work.pump()?;
        work.part_with_former()?;
        let Work { txn, rng, agenda, peers_changed, holds_again, .. } = work;
        let (node, wrote) = txn.commit(agenda, rng)?;
        self.node = node;
        if wrote {
            self.heads.write(self.node.head())?;
            self.last_barrier = Some(now);
        }
        if peers_changed {
            outputs.push(Output::Peers(self.directory.peers()));
        }
        outputs.extend(sends);
        let timers = [
            self.outbox.next_retry(),
            self.inquiries.next(),
            self.schedule.due(self.ring.as_ref()),
            self.agenda.first_due(),
            self.node.next_checkpoint,
        ];
        outputs.extend(timers.into_iter().flatten().min().map(Output::WakeAt));
        Ok(holds_again)
    }

    /// Destroys the receive secrets whose time is over.
    fn destroy_keys(
        &mut self,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
        outputs: &mut Vec<Output>,
    ) -> Result<(), Stop> {
        let over = std::mem::take(&mut self.schedule.destroy);
        if over.is_empty() {
            return Ok(());
        }
        for kid in &over {
            self.ring.destroy(*kid)?;
        }
        self.batch(now, rng, outputs, |work, _| {
            for kid in &over {
                let subject = Digest::of(kid.as_bytes());
                work.txn.audit(now, Act::KeyDestroyed, subject, None, None, work.rng);
            }
            work.txn.keep();
            Ok(())
        })?;
        Ok(())
    }

    /// Whether a text is one that was in force before, and not edited since: the file was not
    /// written when the list was changed, and is to be written now.
    pub fn is_earlier_trust_text(&self, text: &str) -> bool {
        self.directory.trust_seen == Some(Digest::of(text.as_bytes()))
    }

    /// The text of the trust list in force.
    pub fn trust_text(&self) -> &str {
        &self.directory.trust_text
    }

    /// The key that signs: that of the current card.
    pub const fn identity(&self) -> &IdentitySecret {
        &self.identity
    }

    /// Our own cards and key statement.
    pub fn me(&self) -> &Profile {
        &self.directory.me
    }

    /// Signs with another identity key from now on.
    pub(crate) fn take_identity(&mut self, identity: IdentitySecret) {
        self.identity = identity;
    }

    /// Slots that are to be destroyed.
    fn erasing(&mut self) -> Result<Vec<Erasing>, StoreError> {
        let range = ihala_store::Range {
            from: &[keyspace::ERASING],
            to: &[keyspace::ERASING + 1],
            reverse: false,
            limit: ERASED_AT_ONCE,
        };
        self.vault.range(range)?.iter().map(|(_, bytes)| decode(bytes)).collect()
    }

    pub(crate) fn parts(&mut self) -> (&mut Vault, &NodeState, &Directory) {
        (&mut self.vault, &self.node, &self.directory)
    }
}

/// A head ahead of the store, or another one at the same size: records are lost.
fn check_head(heads: &dyn Heads, node: &NodeState) -> Result<(), StoreError> {
    let ours = node.head();
    match heads.read()? {
        Some(head) if head.size > ours.size || (head.size == ours.size && head != ours) => {
            Err(StoreError::Damaged("the store has lost records that were durable"))
        }
        _ => Ok(()),
    }
}

impl Work<'_> {
    fn input(&mut self, input: Input, outputs: &mut Vec<Output>) -> Result<(), Stop> {
        match input {
            Input::Command { token, actor, language, command } => {
                self.language = language;
                let result = match self.command(*command, &actor) {
                    Ok(answer) => {
                        self.txn.keep();
                        Ok(answer)
                    }
                    Err(Trouble::Failure(failure)) => {
                        self.txn.roll_back();
                        Err(failure)
                    }
                    Err(Trouble::Stop(error)) => return Err(error.into()),
                };
                if std::mem::take(&mut self.trust_changed) && result.is_ok() {
                    outputs.push(Output::TrustList(self.directory.trust_text.clone()));
                }
                outputs.push(Output::Answer { token, result: Box::new(result) });
            }
            Input::Received { token, bytes } => {
                let reply: Reply = match Question::is_asked(&bytes) {
                    true => self.answer_question(&bytes)?,
                    false => self.received(&bytes)?,
                };
                let bytes = ihala_envelope::cbor::to_vec(&reply);
                outputs.push(Output::Reply { token, bytes });
            }
            Input::Replied { to, message, bytes } => self.replied(to, message, &bytes)?,
            Input::SendFailed { to, message } => self.send_failed(to, message),
            Input::Answered { of, number, bytes } => self.answered(of, number, &bytes)?,
            Input::NotAnswered { of, number } => self.settled_question(of, number),
            Input::PeerUp(transport) => {
                for agency in self.directory.agencies_of(&transport) {
                    self.outbox.peer_up(agency);
                    self.inquiries.met(agency);
                    self.touched.insert(agency);
                    self.ask_again(agency).map_err(StoreError::from)?;
                }
                self.contacts.up(&transport);
                self.connected.insert(transport);
            }
            Input::PeerDown(transport) => {
                self.connected.remove(&transport);
                for agency in self.directory.agencies_of(&transport) {
                    self.inquiries.lost(agency);
                    self.drop_account(agency)?;
                }
            }
            Input::Trouble(transport, trouble) => self.contacts.trouble(transport, trouble),
            Input::Listening(addresses) => self.listening(addresses),
            Input::TrustFile(text) => self.trust_file_reads(text),
            Input::Home(state) => self.contacts.home = state,
            Input::Tick => {
                self.touched.extend(self.outbox.due(self.now));
                self.inquiries.tick(self.now);
                self.tick()?;
            }
        }
        self.txn.keep();
        Ok(())
    }

    /// Publishes a new key statement if our addresses have changed.
    fn listening(&mut self, mut addresses: Vec<String>) {
        addresses.truncate(ihala_protocol::limits::STATEMENT_ITEMS_MAX);
        let old = self.directory.me.statement();
        if old.addresses == addresses {
            return;
        }
        let statement = Statement { seq: old.seq + 1, issued: self.now, addresses, ..old.clone() };
        let cards = self.directory.me.cards().clone();
        // Addresses that make no well-formed statement are not published.
        let _ = self.publish(cards, &statement);
    }

    pub(crate) fn last_barrier(&self) -> Option<Time> {
        self.last_barrier.map(Time)
    }

    pub(crate) fn me(&self) -> AgencyId {
        self.directory.me.id()
    }

    pub(crate) fn refuse_ourselves(&self, agency: &AgencyId) -> Result<(), Failure> {
        if *agency == self.me() {
            return Err(ihala_protocol::rules::OURSELVES.refuse().into());
        }
        Ok(())
    }
}

/// The answer type of command handlers.
pub(crate) type Outcome = Result<Answer, Trouble>;
