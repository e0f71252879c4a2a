//! Asking peers for what is new of their cards and key statements, and answering
//! (`spec/delivery.md`, Questions). Nobody broadcasts: whoever comes into contact asks.

use std::collections::{BTreeSet, HashMap};

use ihala_envelope::{AgencyId, NetworkId, Refusal, Timestamp, cbor};
use ihala_protocol::roster::{Bundle, RosterHad, Standing};
use ihala_protocol::rules::{CARD_CHAIN, CARD_FORK, STATEMENT_CARD, STATEMENT_OLDER};
use ihala_protocol::{CardChain, Profile, Question, Reply, limits};
use ihala_store::StoreError;
use minicbor::bytes::ByteVec;

use crate::audit::Act;
use crate::directory::{Directory, Known};
use crate::engine::{Trouble, Work};
use crate::io::{Failure, Output};
use crate::keyspace;

/// A peer that stays connected is asked again after this, in seconds.
const INTERVAL: u64 = 3_600;
/// What looks like something new there is asked about no more often than this.
const SOONEST: u64 = 5;

/// What was told is told again after this: it may have reached another node of the agency.
const TOLD_AGAIN: u64 = 1;

/// Questions, in memory only: after a restart every contact asks anew.
#[derive(Default)]
pub(crate) struct Inquiries {
    /// To be asked with this batch.
    due: BTreeSet<AgencyId>,
    /// Agencies whose word is not about themselves: asked about networks, and third parties.
    about_others: BTreeSet<AgencyId>,
    /// Asked, and not answered yet: nothing is sealed to them meanwhile, because the answer
    /// may be that their key was stolen.
    under_way: HashMap<AgencyId, u64>,
    /// Number of the question asked last.
    number: u64,
    asked: HashMap<AgencyId, Timestamp>,
    /// Agencies that do not know the newest card of another one, or their own: they are told.
    tell: BTreeSet<(AgencyId, AgencyId)>,
    told: HashMap<(AgencyId, AgencyId), Timestamp>,
}

impl Inquiries {
    /// Whether an answer is waited for.
    pub(crate) fn awaits(&self, agency: &AgencyId) -> bool {
        self.under_way.contains_key(agency)
    }

    /// The agency has come into contact: it is asked.
    pub(crate) fn met(&mut self, agency: AgencyId) {
        self.under_way.remove(&agency);
        self.due.insert(agency);
        self.about_others.insert(agency);
    }

    /// The agency is asked about networks and third parties, if it can be reached.
    pub(crate) fn about_others(&mut self, agency: AgencyId) {
        self.about_others.insert(agency);
    }

    /// Something hints at news: the agency is asked, unless it was just now.
    pub(crate) fn hint(&mut self, agency: AgencyId, now: Timestamp) {
        let just_now = |at: &Timestamp| *at <= now && now < at.plus(SOONEST);
        if !self.asked.get(&agency).is_some_and(just_now) {
            self.due.insert(agency);
        }
    }

    /// An agency has shown that it does not know the newest card of another: it is told, unless
    /// it was just now.
    pub(crate) fn tell(&mut self, agency: AgencyId, about: AgencyId, now: Timestamp) {
        let just_now = |at: &Timestamp| *at <= now && now < at.plus(TOLD_AGAIN);
        if !self.told.get(&(agency, about)).is_some_and(just_now) {
            self.told.insert((agency, about), now);
            self.tell.insert((agency, about));
        }
    }

    /// The contact is over: what was asked is not answered any more.
    pub(crate) fn lost(&mut self, agency: AgencyId) {
        self.under_way.remove(&agency);
        self.asked.remove(&agency);
    }

    fn next_number(&mut self) -> u64 {
        self.number += 1;
        self.number
    }

    /// When the next one is due that stays in contact.
    pub(crate) fn next(&self) -> Option<Timestamp> {
        self.asked.values().min().map(|at| at.plus(INTERVAL))
    }

    /// Asks again those who have been in contact for long.
    pub(crate) fn tick(&mut self, now: Timestamp) {
        // A time ahead of now was set by a clock that has been put right.
        let old = |at: &Timestamp| at.plus(INTERVAL) <= now || *at > now;
        let old = self.asked.iter().filter(|(_, at)| old(at)).map(|(agency, _)| *agency);
        let old: Vec<AgencyId> = old.collect();
        self.due.extend(&old);
        self.about_others.extend(old);
    }
}

impl Directory {
    /// What any peer is asked besides: for news of the networks that we follow, and for cards
    /// of agencies on the trust list that have not come yet.
    fn questions_about_others(&self) -> impl Iterator<Item = Question> {
        let networks = self.networks.iter().map(|(id, followed)| {
            let had = followed.network.as_ref().and_then(RosterHad::of);
            Question::Roster(*id, self.charter_version(id), had)
        });
        let missing = self.trust.keys().filter(|id| !self.agencies.contains_key(*id));
        networks.chain(missing.map(|id| Question::Profile(*id, None, 0)))
    }

    /// The profile of an agency that others may be told of: ourselves, and active members of a
    /// network that we follow.
    fn told_about(&self, agency: &AgencyId) -> Option<&Profile> {
        let is_member = |f: &crate::networks::Followed| {
            let network = f.network.as_ref();
            network.and_then(|n| n.standing(agency)) == Some(Standing::Active)
        };
        let told = *agency == self.me.id() || self.networks.values().any(is_member);
        self.profile(agency).filter(|_| told && self.is_undisputed(agency))
    }
}

impl Work<'_> {
    /// The questions that are due to agencies that can be reached.
    pub(crate) fn ask_due(&mut self) -> Vec<Output> {
        let mut outputs = Vec::new();
        for of in std::mem::take(&mut self.inquiries.due) {
            let Some(known) = self.directory.agencies.get(&of) else {
                continue;
            };
            let nodes = &known.profile.statement().peers;
            let Some(via) = nodes.iter().find(|t| self.connected.contains(*t)).cloned() else {
                self.inquiries.asked.remove(&of);
                continue;
            };
            let cards = known.profile.cards();
            let seq = known.profile.statement().seq;
            let question = Question::Profile(of, Some(cards.digest()), seq);
            let number = self.inquiries.next_number();
            self.inquiries.under_way.insert(of, number);
            self.inquiries.asked.insert(of, self.now);
            outputs.push(Output::Ask { of, number, via, bytes: question.to_bytes() });
        }
        for of in std::mem::take(&mut self.inquiries.about_others) {
            let Some(known) = self.directory.agencies.get(&of) else { continue };
            let nodes = &known.profile.statement().peers;
            let Some(via) = nodes.iter().find(|t| self.connected.contains(*t)).cloned() else {
                continue;
            };
            for question in self.directory.questions_about_others() {
                let (number, bytes) = (self.inquiries.next_number(), question.to_bytes());
                outputs.push(Output::Ask { of, number, via: via.clone(), bytes });
            }
        }
        for (to, about) in std::mem::take(&mut self.inquiries.tell) {
            let Some(known) = self.directory.agencies.get(&to) else { continue };
            let nodes = &known.profile.statement().peers;
            let via = nodes.iter().find(|t| self.connected.contains(*t)).cloned();
            let (Some(via), Some(profile)) = (via, self.directory.profile(&about)) else {
                continue;
            };
            let bytes = Question::tell(profile).to_bytes();
            let number = self.inquiries.next_number();
            outputs.push(Output::Ask { of: to, number, via, bytes });
        }
        outputs
    }

    /// Somebody tells us of an agency what we did not ask: it proves itself, or is nothing.
    fn hear_of(&mut self, cards: Vec<ByteVec>, statement: ByteVec) -> Result<(), Trouble> {
        let cards: Vec<Vec<u8>> = cards.into_iter().map(Vec::from).collect();
        let chain = CardChain::verify(cards)?;
        let id = chain.id();
        let Some(known) = self.directory.profile(&id).cloned() else { return Ok(()) };
        if known.cards().signed().starts_with(chain.signed()) {
            return Ok(());
        }
        let newer = Profile::verify(chain, statement.into())?;
        if !newer.cards().signed().starts_with(known.cards().signed()) {
            match id == self.me() {
                true => self.impostor(&newer)?,
                false => self.dispute(id, &newer)?,
            }
            return Ok(());
        }
        if id == self.me() {
            // We are not the agency's node any more.
            self.txn.node.superseded = Some(self.now);
            self.directory.superseded = true;
            self.peers_changed = true;
            return Ok(());
        }
        known.check_successor(&newer, self.is_thin(&id))?;
        self.adopt(newer);
        Ok(())
    }

    /// Another history of our own cards: somebody has had our recovery file. Our peers decide
    /// about it; our people are told of each once.
    fn impostor(&mut self, other: &Profile) -> Result<(), StoreError> {
        let me = self.me();
        let parted = self.directory.me.cards().parts_from(other.cards());
        let Some(known) = parted.map(|card| keyspace::disowned(&me, &card)) else { return Ok(()) };
        if self.txn.get_bytes(&known)?.is_some() {
            return Ok(());
        }
        self.txn.put_own(known, &());
        self.warn_of_fork(me, other)
    }

    fn warn_of_fork(&mut self, id: AgencyId, other: &Profile) -> Result<(), StoreError> {
        let (subject, rule) = (other.cards().digest(), Some(CARD_FORK.id));
        self.txn.audit(self.now, Act::Alarm, subject, None, rule, self.rng);
        self.count(keyspace::alarm(&id, CARD_FORK.id))
    }

    /// Answers a question. About ourselves, and about members of a network that we follow:
    /// whom else we know is nobody's business.
    pub(crate) fn answer_question(&mut self, bytes: &[u8]) -> Result<Reply, StoreError> {
        let (agency, card, seq) = match Question::read(bytes) {
            Ok(Question::Profile(agency, card, seq)) => (agency, card, seq),
            Ok(Question::Roster(network, charter, had)) => {
                return Ok(self.roster_newer(network, charter, had));
            }
            Ok(Question::Told(cards, statement)) => {
                match self.hear_of(cards, statement) {
                    Err(Trouble::Stop(error)) => return Err(error),
                    Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                        self.count(keyspace::not_taken(refusal.rule.id))?;
                    }
                    Ok(()) | Err(Trouble::Failure(_)) => {}
                }
                return Ok(Reply::Profile(Vec::new(), None));
            }
            Err(refusal) => {
                self.count(keyspace::not_taken(refusal.rule.id))?;
                return Ok(Reply::NotStored(refusal.rule.id.to_owned()));
            }
        };
        let Some(me) = self.directory.told_about(&agency) else {
            return Ok(Reply::Profile(Vec::new(), None));
        };
        let cards = me.cards().after(card.as_ref());
        let statement = (!cards.is_empty() || seq < me.statement().seq)
            .then(|| me.signed_statement().to_vec().into());
        Ok(Reply::Profile(cards.iter().map(|card| card.clone().into()).collect(), statement))
    }

    /// What an agency answered; anything else than an answer is none.
    pub(crate) fn answered(
        &mut self,
        of: AgencyId,
        number: u64,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        self.settled_question(of, number);
        if bytes.len() > limits::REPLY_MAX {
            return Ok(());
        }
        let (cards, statement) = match cbor::from_slice(bytes) {
            Ok(Reply::Profile(cards, Some(statement))) => (cards, statement),
            Ok(Reply::Roster(network, bundle)) => return self.told_roster(of, network, &bundle),
            _ => return Ok(()),
        };
        let cards: Vec<Vec<u8>> = cards.into_iter().map(Vec::from).collect();
        if self.is_introduced(&of, &cards, statement.to_vec())? {
            return Ok(());
        }
        match self.learn(&of, cards, statement.into()) {
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                self.not_learned(&of, &refusal)
            }
            Err(Trouble::Stop(error)) => Err(error),
            Ok(()) | Err(Trouble::Failure(_)) => Ok(()),
        }
    }

    /// What a peer knows of a network.
    fn told_roster(
        &mut self,
        by: AgencyId,
        network: NetworkId,
        bundle: &[u8],
    ) -> Result<(), StoreError> {
        let refused = match Bundle::from_bytes(bundle) {
            Ok(bundle) => {
                let lacks_roster = bundle.roster.is_none();
                let before = self.directory.charter_version(&network);
                let refused = self.take_bundle(network, bundle, None)?;
                // A reply may be full of charters: the roster comes with the next answer.
                if lacks_roster && self.directory.charter_version(&network) > before {
                    self.inquiries.about_others(by);
                }
                refused
            }
            Err(refusal) => Some(refusal),
        };
        match refused {
            Some(refusal) => self.count(keyspace::not_taken(refusal.rule.id)),
            None => Ok(()),
        }
    }

    /// Whether this is the card of an agency on the trust list that had not come yet.
    fn is_introduced(
        &mut self,
        by: &AgencyId,
        cards: &[Vec<u8>],
        statement: Vec<u8>,
    ) -> Result<bool, StoreError> {
        let Ok(chain) = CardChain::verify(cards.to_vec()) else { return Ok(false) };
        let id = chain.id();
        if id == *by || !self.directory.is_trusted(&id) || self.directory.agencies.contains_key(&id)
        {
            return Ok(false);
        }
        let Ok(profile) = Profile::verify(chain, statement) else { return Ok(false) };
        self.txn.put_own(keyspace::profile(&id), &profile);
        self.directory.agencies.insert(id, Known::new(profile));
        self.ask_if_restored(id).map_err(StoreError::from)?;
        self.peers_changed = true;
        self.touched.insert(id);
        Ok(true)
    }

    /// There is an answer, or will be none. Only that to the question about the agency itself
    /// lets what waits for it go.
    pub(crate) fn settled_question(&mut self, of: AgencyId, number: u64) {
        if self.inquiries.under_way.get(&of) == Some(&number) {
            self.inquiries.under_way.remove(&of);
            self.touched.insert(of);
        }
    }

    /// What an agency says of its identity was not taken over: why is counted, and shown.
    fn not_learned(&mut self, of: &AgencyId, refusal: &Refusal) -> Result<(), StoreError> {
        if refusal.rule.id == CARD_FORK.id {
            return Ok(());
        }
        self.count(keyspace::not_taken(refusal.rule.id))?;
        self.outbox.failed(*of, self.now, Some(refusal.rule.id));
        Ok(())
    }

    /// Takes over the cards that follow those known here, and the statement under the last
    /// of them (CARD-01 to CARD-07, CARD-11).
    fn learn(
        &mut self,
        of: &AgencyId,
        cards: Vec<Vec<u8>>,
        statement: Vec<u8>,
    ) -> Result<(), Trouble> {
        let Some(known) = self.directory.agencies.get(of) else { return Ok(()) };
        let known = known.profile.clone();
        let chain = match known.cards().extend(cards.clone()) {
            Err(refusal) if refusal.rule.id == CARD_CHAIN.id => {
                self.compare(&known, cards, &statement)?
            }
            other => other?,
        };
        let newer = Profile::verify(chain, statement)?;
        if newer == known {
            return Ok(());
        }
        known.check_successor(&newer, self.is_thin(of))?;
        self.adopt(newer);
        Ok(())
    }

    /// Whether an agency may do without post-quantum encryption.
    fn is_thin(&self, agency: &AgencyId) -> bool {
        self.directory.trust_in(agency).is_some_and(|entry| entry.thin)
    }

    /// The cards that an agency gave do not follow those known here, because it does not know
    /// our newest one: it is behind, or it has another history.
    fn compare(
        &mut self,
        known: &Profile,
        cards: Vec<Vec<u8>>,
        statement: &[u8],
    ) -> Result<CardChain, Trouble> {
        let theirs = CardChain::verify(cards)?;
        if theirs.id() != known.id() {
            return Err(CARD_CHAIN.refuse().into());
        }
        if known.cards().signed().starts_with(theirs.signed()) {
            return Err(STATEMENT_OLDER.refuse().into());
        }
        let other = Profile::verify(theirs, statement.to_vec())?;
        self.dispute(known.id(), &other)?;
        Err(CARD_FORK.refuse().into())
    }

    /// Puts a newer profile in the place of the one that was known.
    pub(crate) fn adopt(&mut self, newer: Profile) {
        let id = newer.id();
        self.txn.put_own(keyspace::profile(&id), &newer);
        let Some(known) = self.directory.agencies.get_mut(&id) else { return };
        if known.profile.cards().number() < newer.cards().number() {
            let card = newer.cards().digest();
            self.txn.audit(self.now, Act::CardReplaced, card, None, None, self.rng);
        }
        known.replace(newer);
        self.keep_cards_seen(&id);
        self.outbox.peer_up(id);
        self.peers_changed = true;
        self.touched.insert(id);
    }

    /// Keeps the cards under which messages of an agency are kept, where they are more than
    /// those of its chain.
    pub(crate) fn keep_cards_seen(&mut self, id: &AgencyId) {
        let Some(known) = self.directory.agencies.get(id) else { return };
        if known.seen.len() > known.profile.cards().keys().len() {
            self.txn.put_own(keyspace::cards_seen(id), &known.seen);
        }
    }

    /// Two histories of an agency's cards: the first one stored stays, nothing goes to the
    /// agency or is taken from it, and people are told.
    fn dispute(&mut self, id: AgencyId, other: &Profile) -> Result<(), StoreError> {
        let known = self.directory.profile(&id);
        if let Some(card) = known.and_then(|known| known.cards().parts_from(other.cards()))
            && self.txn.get_bytes(&keyspace::disowned(&id, &card))?.is_some()
        {
            // People have decided about it.
            return Ok(());
        }
        let Some(known) = self.directory.agencies.get_mut(&id) else { return Ok(()) };
        if std::mem::replace(&mut known.disputed, true) {
            return Ok(());
        }
        self.txn.put_own(keyspace::disputed(&id), other);
        self.warn_of_fork(id, other)
    }

    /// A key statement alone, in answer to an envelope to a key that is no longer held.
    pub(crate) fn told_statement(&mut self, known: &Profile, sign1: Vec<u8>) {
        if known.signed_statement() == sign1 {
            // An envelope that was under way when the first one told us. Sealed anew, it
            // goes to the right key; if it was already, waiting is all that is left.
            self.outbox.failed(known.id(), self.now, None);
            return;
        }
        let thin = self.is_thin(&known.id());
        let newer = Profile::verify(known.cards().clone(), sign1)
            .and_then(|newer| known.check_successor(&newer, thin).map(|()| newer));
        match newer {
            Ok(newer) => self.adopt(newer),
            // Under a card that is not known here: the agency is asked for it.
            Err(refusal) if refusal.rule.id == STATEMENT_CARD.id => {
                self.outbox.failed(known.id(), self.now, Some(refusal.rule.id));
                self.inquiries.hint(known.id(), self.now);
                // Or one of its nodes does not know that it is over.
                self.inquiries.tell(known.id(), known.id(), self.now);
            }
            // Nothing new: sealing again at once would go round in circles.
            Err(refusal) => self.outbox.failed(known.id(), self.now, Some(refusal.rule.id)),
        }
    }
}
