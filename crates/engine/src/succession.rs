//! A card that takes another's place: ours, and what peers tell of theirs
//! (`spec/identity.md`, Succession).

use ihala_envelope::Timestamp;
use ihala_envelope::{
    AgencyId, Digest, IdentityKey, IdentitySecret, ReceiveKey, Refusal, SignedMessage,
};
use ihala_protocol::letter::{IspLetter, Outstanding, Succession};
use ihala_protocol::rules::{CARD_DISOWNED, CARD_SUPERSEDED, LETTER_FORM};
use ihala_protocol::statement::Statement;
use ihala_protocol::{CardChain, Profile, Receipt, RefusalNotice, Reply, SignedIsp, kinds};
use ihala_store::StoreError;
use rand_core::CryptoRng;

use crate::audit::Act;
use crate::commands::isp::OFFER_MAX;
use crate::directory::Directory;
use crate::engine::{Engine, Trouble, Work};
use crate::io::Stop;
use crate::keyspace;
use crate::records::{Arrived, Sent};
use crate::serial::{Incoming, Outgoing, Serial};
use crate::txn::decode;

/// Queue entries read at a time.
const PAGE: usize = 512;
/// Messages named by letters of succession that are looked at: besides those under way, the
/// last one of each card may be among them.
const MARKS_MAX: usize = 512;

impl Engine {
    /// Replaces our card: `identity` is the key that the current card committed to, `next` the
    /// public half of the one after it, `backup` what backups are sealed to from now on. To be
    /// called before anything else is asked.
    ///
    /// # Errors
    /// `CARD-02` if `identity` is another key: nothing has changed then.
    pub fn rotate(
        &mut self,
        identity: &IdentitySecret,
        (next, backup): (&IdentityKey, Option<&ReceiveKey>),
        now: Timestamp,
        rng: &mut dyn CryptoRng,
    ) -> Result<Result<(), Refusal>, Stop> {
        let cards = match self.me().cards().rotate(identity, next) {
            Ok(cards) => cards,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.take_identity(IdentitySecret::from_seed(&identity.seed()));
        let mut outputs = Vec::new();
        self.batch(now, rng, &mut outputs, |work, _| {
            if let Some(backup) = backup {
                work.txn.put_own(keyspace::BACKUP_KEY.to_vec(), backup);
            }
            match work.succeed(cards) {
                Ok(()) => Ok(()),
                Err(Trouble::Stop(error)) => Err(error.into()),
                Err(Trouble::Failure(failure)) => {
                    unreachable!("our own letters are signed: {failure:?}")
                }
            }
        })?;
        Ok(Ok(()))
    }
}

impl Work<'_> {
    /// Takes the new card into use: a first statement under it, our signatures under protocols
    /// made anew, and word to every agency of what it has from us.
    fn succeed(&mut self, cards: CardChain) -> Result<(), Trouble> {
        let before = self.directory.me.cards().clone();
        // Whoever had the old key may have had the receive secrets too: senders get others.
        self.renew_keys(Some(cards))?;
        let agencies: Vec<AgencyId> = self.directory.agencies.keys().copied().collect();
        for agency in agencies {
            // What went under the card of a backup is told when the agency has told us.
            let behind = self.directory.behind.get(&agency).cloned();
            let known = |card: &u16| behind.as_ref().is_none_or(|behind| !behind.lacks(*card));
            for number in (1..=before.number()).rev().filter(known) {
                self.tell_succession(agency, &before, number, None)?;
            }
        }
        self.sign_protocols_again(|_, _| true)
    }

    /// Signs a statement, makes it ours and keeps it.
    pub(crate) fn publish(
        &mut self,
        cards: CardChain,
        statement: &Statement,
    ) -> Result<(), Trouble> {
        let me = Profile::sign(cards, statement, self.identity)?;
        self.txn.put_own(keyspace::profile(&me.id()), &me);
        let digest = Digest::of(me.signed_statement());
        self.txn.audit(self.now, Act::Published, digest, None, None, self.rng);
        self.directory.me = me;
        Ok(())
    }

    /// Tells an agency what it has from us under one of our earlier cards. `known`: number and
    /// digest of the last message under it that the agency itself has told us of.
    pub(crate) fn tell_succession(
        &mut self,
        to: AgencyId,
        cards: &CardChain,
        number: u16,
        known: Option<(u64, Option<Digest>)>,
    ) -> Result<(), Trouble> {
        let key = keyspace::outgoing(&to, number);
        let mut outgoing: Outgoing = self.txn.get(&key)?.unwrap_or_default();
        let last = (outgoing.sent, outgoing.digest);
        if let Some(told) = known.filter(|known| known.0 > outgoing.told.unwrap_or(last).0) {
            // Should we be lost again, or rotate, it is still known.
            outgoing.told = Some(told);
            self.txn.put_own(key, &outgoing);
        }
        let (sent, digest) = outgoing.told.unwrap_or(last);
        let outstanding = self.outstanding_to(&to, number)?;
        // Of what the last card but one or an earlier one has sent, the agency was told.
        if outstanding.is_empty() && (sent == 0 || number < cards.number()) {
            return Ok(());
        }
        let card = *cards.digest_of(number).expect("a number of this chain");
        let mut parts: Vec<&[Outstanding]> =
            outstanding.chunks(Succession::OUTSTANDING_MAX).collect();
        if parts.is_empty() {
            parts.push(&[]);
        }
        for part in parts {
            let letter = Succession { card, last: sent, digest, outstanding: part.to_vec() };
            self.write(to, kinds::SUCCESSION, &letter, None)?;
        }
        Ok(())
    }

    /// Messages of ours under a card that have no receipt.
    fn outstanding_to(&mut self, to: &AgencyId, card: u16) -> Result<Vec<Outstanding>, StoreError> {
        let mut from = keyspace::queue(to, Serial { card, seq: 0 });
        let end = keyspace::queue(to, Serial { card, seq: u64::MAX });
        let mut all = Vec::new();
        loop {
            let page = self.txn.next_page(&mut from, &end, PAGE)?;
            if page.is_empty() {
                return Ok(all);
            }
            for at in page.iter().filter_map(|(key, _)| Serial::of_key(key)) {
                let sent: Option<Sent> = self.txn.get(&keyspace::sent(to, at))?;
                let sent = sent.ok_or(StoreError::Damaged("a queued message is missing"))?;
                all.push(Outstanding { seq: at.seq, digest: sent.digest });
            }
        }
    }

    /// A signature under the old card counts only where it is known already: whoever sees the
    /// protocol for the first time needs one under the new card.
    pub(crate) fn sign_protocols_again(
        &mut self,
        which: impl Fn(&SignedIsp, &Directory) -> bool,
    ) -> Result<(), Trouble> {
        let (me, card) = (self.me(), self.directory.me.cards().digest());
        let ours = |isp: &&SignedIsp| {
            isp.signers().any(|signer| *signer == me) && which(isp, self.directory)
        };
        let isps: Vec<SignedIsp> = self.directory.isps.values().filter(ours).cloned().collect();
        for mut isp in isps {
            isp.sign(me, card, self.identity, self.now)?;
            let parties = isp.isp().parties.iter().map(|party| party.agency);
            let parties: Vec<_> = parties.filter(|p| self.directory.is_trusted(p)).collect();
            let bytes = isp.to_stored();
            self.put_isp(isp, Act::IspSigned, None);
            if bytes.len() >= OFFER_MAX {
                continue;
            }
            let offer = IspLetter::Offer(bytes.into());
            for party in parties {
                self.write(party, kinds::ISP, &offer, None)?;
            }
        }
        Ok(())
    }

    /// Whether a message of a known agency may still be taken: signed under its current card,
    /// or named by it as one of its own (CARD-09).
    pub(crate) fn check_card(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let body = message.body();
        let current = self.directory.profile(&body.sender).map(|p| p.cards().digest());
        if current == Some(body.card) {
            return Ok(());
        }
        let at = self.directory.serial(message)?;
        let owned = keyspace::outstanding(&body.sender, at, &message.digest());
        if self.txn.get_bytes(&owned)?.is_some() {
            return Ok(());
        }
        Err(CARD_SUPERSEDED.refuse().into())
    }

    /// A peer tells what it has sent to us under a card that it has replaced (CARD-10).
    pub(crate) fn take_succession(
        &mut self,
        message: &SignedMessage,
        told: &Succession,
    ) -> Result<(), Trouble> {
        let sender = message.body().sender;
        let card = self.replaced_card(message, &told.card)?;
        let incoming: Incoming =
            self.txn.get(&keyspace::incoming(&sender, card))?.unwrap_or_default();
        // The owner's word decides: what stands in a place that is not its own makes room.
        let mut disowned = Vec::new();
        let beyond = Serial { card, seq: told.last.saturating_add(1) };
        let end = keyspace::arrived(&sender, Serial { card, seq: u64::MAX });
        // Many or few: each was sent, and stored, one by one.
        let beyond = self.txn.range(
            &keyspace::arrived(&sender, beyond),
            &[&end[..], &[0]].concat(),
            usize::MAX,
        )?;
        disowned.extend(beyond.iter().filter_map(|(key, _)| Serial::of_key(key)));
        let last = Outstanding { seq: told.last, digest: told.digest.unwrap_or(Digest([0; 32])) };
        let under_way = told.outstanding.iter().map(|one| (one, true));
        for (one, waits) in under_way.chain((told.last > 0).then_some((&last, false))) {
            let at = Serial { card, seq: one.seq };
            let arrived = self.txn.get::<Arrived>(&keyspace::arrived(&sender, at))?;
            if arrived.as_ref().is_some_and(|arrived| arrived.digest == one.digest) {
                continue;
            }
            disowned.extend(arrived.map(|_| at));
            let key = keyspace::outstanding(&sender, at, &one.digest);
            let waits = waits || self.txn.get(&key)?.unwrap_or(false);
            self.txn.put_own(key, &waits);
        }
        if disowned.is_empty() {
            return Ok(());
        }
        for at in &disowned {
            self.txn.remove(keyspace::arrived(&sender, *at));
        }
        let first = disowned.iter().map(|at| at.seq).min().unwrap_or(u64::MAX);
        let incoming = Incoming {
            contiguous: incoming.contiguous.min(first - 1),
            highest: incoming.highest.min(told.last),
            ..incoming
        };
        self.txn.put_own(keyspace::incoming(&sender, card), &incoming);
        self.record_alarm(message, &CARD_DISOWNED)?;
        Ok(())
    }

    /// Whether something of an agency that it has named as under way under a replaced card, with
    /// an earlier place than this, has not arrived.
    pub(crate) fn awaits_before(
        &mut self,
        sender: &AgencyId,
        at: Serial,
    ) -> Result<bool, StoreError> {
        let (from, to) = keyspace::outstanding_before(sender, at);
        for (_, bytes) in self.txn.range(&from, &to, MARKS_MAX)? {
            if decode(&bytes)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The number of a card that its agency says, under a later one, to have replaced.
    pub(crate) fn replaced_card(
        &self,
        message: &SignedMessage,
        card: &Digest,
    ) -> Result<u16, Trouble> {
        let sender = message.body().sender;
        let cards = self.directory.profile(&sender).map(Profile::cards);
        let place = |card: &Digest| cards.and_then(|cards| cards.number_of(card));
        let earlier = place(card).filter(|_| place(card) < place(&message.body().card));
        let number = earlier.and_then(|_| self.directory.card_number(&sender, card));
        Ok(number.ok_or_else(|| LETTER_FORM.refuse_about("card"))?)
    }

    /// A stored answer, signed anew if that was done under a card that we have replaced: the
    /// peer may know that already, and takes no signature under it.
    pub(crate) fn under_current_card(&self, reply: Reply) -> Reply {
        let card = self.directory.me.cards().digest();
        let key = self.identity;
        match &reply {
            Reply::Receipt(sign1) => match Receipt::read_own(sign1) {
                Some(receipt) if receipt.card != card => {
                    Reply::Receipt(Receipt { card, ..receipt }.sign(key).into())
                }
                _ => reply,
            },
            Reply::Refusal(sign1) => match RefusalNotice::read_own(sign1) {
                Some(notice) if notice.card != card => {
                    Reply::Refusal(RefusalNotice { card, ..notice }.sign(key).into())
                }
                _ => reply,
            },
            _ => reply,
        }
    }
}
