//! After a restore from a backup (`spec/backup.md`, Recovery): each peer is asked what went
//! between us since, and until it has told, nothing of ours is added to what we share with it.
//!
//! ```text
//! restored ──asks──▶ peer ──account──▶ replay: what came and what was ours, as it was judged then
//!                                  ──▶ catch up: what follows from it and was not done yet
//! ```

mod account;
mod catch_up;
mod ours;
mod replay;
mod theirs;

use ihala_envelope::{
    AgencyId, Digest, IdentityKey, IdentitySecret, Personal, ReceiveKey, Refusal, SignedMessage,
    Timestamp, cbor,
};
use ihala_protocol::kinds;
use ihala_protocol::recovery::{Recovery, Upto};
use ihala_protocol::referral::{Event, EventKind, Role, Withdrawal};
use ihala_protocol::rules::RECOVERING;
use ihala_protocol::{CardChain, SignedIsp, consent::Record};
use ihala_store::{SlotNumber, StoreError};
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;

use crate::commands::backup::DAYS_MAX;
use crate::directory::Directory;
use crate::engine::{Engine, Setup, Trouble, Work};
use crate::io::Stop;
use crate::keyspace;
use crate::letters::Place;
use crate::records::{Erasing, ReferralRecord, Sent};
use crate::serial::{Incoming, Outgoing, Serial};

/// Cards of one agency that are told of.
const CARDS_MAX: u16 = 256;

/// An agency that has not told yet what went between us after the backup.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Behind {
    /// Since when we wait for it.
    #[n(1)]
    pub(crate) since: Timestamp,
    /// Of each of our cards under which something may be lost, the oldest first: number of the
    /// card, and of our last message to it that is known here.
    #[n(2)]
    pub(crate) sent: Vec<Serial>,
    /// Digest and place of our question.
    #[n(3)]
    pub(crate) asked: Option<Digest>,
    #[n(4)]
    pub(crate) question: Option<Serial>,
    /// Parts of its account that have come.
    #[n(5)]
    pub(crate) parts: u32,
    /// How many there are, once the last has come.
    #[n(6)]
    pub(crate) of: Option<u32>,
    /// People have decided that the others do not wait for it.
    #[n(7)]
    pub(crate) left_out: bool,
    /// How often it was asked.
    #[n(8)]
    pub(crate) rounds: u32,
}

impl Behind {
    /// Whether what went under a card of ours, by its number, is not known.
    pub(crate) fn lacks(&self, card: u16) -> bool {
        self.sent.iter().any(|sent| sent.card == card)
    }

    /// The newest of those cards.
    pub(crate) fn newest(&self) -> u16 {
        self.sent.last().map_or(0, |sent| sent.card)
    }
}

/// That this agency was restored from a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Restored {
    /// When.
    #[n(1)]
    pub(crate) at: Timestamp,
    /// The number of its card in the backup.
    #[n(2)]
    pub(crate) card: u16,
    /// Whether every agency has told what came after it, as far as people did not decide
    /// otherwise.
    #[n(3)]
    pub(crate) complete: bool,
    /// The moment that the backup shows.
    #[n(4)]
    pub(crate) made: Timestamp,
}

/// Where a backup's entry does not belong into the store, but beside it: its name.
pub fn beside(key: &[u8]) -> Option<&str> {
    let name = key.strip_prefix(&[keyspace::BESIDE])?;
    Some(std::str::from_utf8(name).unwrap_or_default())
}

impl Directory {
    /// Whether an agency has not told yet what came after the backup.
    pub(crate) fn is_behind(&self, agency: &AgencyId) -> bool {
        self.behind.contains_key(agency)
    }

    /// Whether one of them is waited for.
    pub(crate) fn awaits_accounts(&self) -> bool {
        self.behind.values().any(|behind| !behind.left_out)
    }
}

impl Engine {
    /// Opens a store that was filled from a backup, under a new card: `identity` is the key
    /// that the card of the backup committed to, `next` the public half of the one after it,
    /// `backup` what backups are sealed to from now on, `made` the moment that it shows.
    ///
    /// # Errors
    /// `CARD-02` if `identity` is another key.
    pub fn restored(
        setup: Setup,
        identity: &IdentitySecret,
        (next, backup): (&IdentityKey, &ReceiveKey),
        made: Timestamp,
        now: Timestamp,
        rng: &mut dyn CryptoRng,
    ) -> Result<Result<Self, Refusal>, Stop> {
        let again = IdentitySecret::from_seed(&identity.seed());
        let mut engine = Self::load(setup, |_, _| Some(again))?;
        let cards = match engine.me().cards().rotate(identity, next) {
            Ok(cards) => cards,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let mut outputs = Vec::new();
        engine.batch(now, rng, &mut outputs, |work, _| {
            work.txn.put_own(keyspace::BACKUP_KEY.to_vec(), backup);
            // What was promised after the backup is not in it: no backup of before lasts longer.
            let longest = now.plus(u64::from(DAYS_MAX) * 86_400);
            work.txn.node.backups_until = work.txn.node.backups_until.max(Some(longest));
            Ok(work.begin_recovery(cards, made).map_err(StoreError::from)?)
        })?;
        Ok(Ok(engine))
    }
}

impl Work<'_> {
    /// Takes the new card into use and asks everybody.
    fn begin_recovery(&mut self, cards: CardChain, made: Timestamp) -> Result<(), Trouble> {
        let card = self.directory.me.cards().number();
        // The receive secrets are in no backup.
        self.renew_keys(Some(cards))?;
        self.txn.node.restored = Some(Restored { at: self.now, card, complete: false, made });
        let may = |id: &&AgencyId| self.directory.may_connect(id);
        let agencies: Vec<AgencyId> = self.directory.agencies.keys().filter(may).copied().collect();
        for agency in agencies {
            self.ask_what_came(agency)?;
        }
        self.finish_recovery()
    }

    /// Asks an agency that comes onto the trust list, or whose card comes, if it was not asked
    /// since the restore: it may have been on the list at the time of what was lost.
    pub(crate) fn ask_if_restored(&mut self, agency: AgencyId) -> Result<(), Trouble> {
        let Some(restored) = self.txn.node.restored else { return Ok(()) };
        let since = keyspace::outgoing(&agency, restored.card + 1);
        let asked = self.txn.get::<Outgoing>(&since)?.is_some_and(|outgoing| outgoing.sent > 0);
        let known = self.directory.agencies.contains_key(&agency);
        if asked || !known { Ok(()) } else { self.ask_what_came(agency) }
    }

    fn ask_what_came(&mut self, agency: AgencyId) -> Result<(), Trouble> {
        let Some(restored) = self.txn.node.restored else { return Ok(()) };
        // One that had not told when we were lost again: all since then.
        let known = self.directory.behind.get(&agency).and_then(|behind| behind.sent.first());
        let oldest = known.map_or(restored.card, |sent| sent.card.min(restored.card));
        let mut sent = Vec::new();
        for card in oldest..=restored.card {
            let outgoing: Option<Outgoing> = self.txn.get(&keyspace::outgoing(&agency, card))?;
            let outgoing = outgoing.map_or(0, |o| o.sent);
            let known = self.directory.behind.get(&agency);
            let known = known.and_then(|b| b.sent.iter().find(|sent| sent.card == card)).copied();
            sent.push(known.unwrap_or(Serial { card, seq: outgoing }));
        }
        let behind = Behind {
            since: self.now,
            sent,
            asked: None,
            question: None,
            parts: 0,
            of: None,
            left_out: false,
            rounds: 0,
        };
        self.ask_for_account(agency, behind)
    }

    fn ask_for_account(&mut self, agency: AgencyId, mut behind: Behind) -> Result<(), Trouble> {
        self.forget_parts(&agency)?;
        let mut sent = Vec::new();
        for known in &behind.sent {
            let card = self.directory.me.cards().digest_of(known.card);
            let card = *card.ok_or(StoreError::Damaged("the card of the backup"))?;
            sent.push(Upto { card, number: known.seq });
        }
        let mut came = Vec::new();
        let seen = self.directory.agencies.get(&agency).map(|known| known.seen.clone());
        for ((card, _), number) in seen.unwrap_or_default().into_iter().zip(1..=CARDS_MAX) {
            let incoming: Option<Incoming> = self.txn.get(&keyspace::incoming(&agency, number))?;
            let number = incoming.map_or(0, |incoming| incoming.contiguous);
            if number > 0 {
                came.push(Upto { card, number });
            }
        }
        let payload = Personal::new(cbor::to_vec(&Recovery { sent, came }));
        let message = self.post(agency, kinds::RECOVERY, None, payload, Place::Letter, None)?;
        behind.asked = Some(message.digest());
        behind.question = Some(self.directory.serial(&message)?);
        (behind.parts, behind.of) = (0, None);
        behind.rounds += 1;
        self.put_behind(agency, behind);
        Ok(())
    }

    /// An agency that was asked, and has not told the whole, comes into contact again: it has
    /// destroyed what was under way.
    pub(crate) fn ask_again(&mut self, agency: AgencyId) -> Result<(), Trouble> {
        let Some(behind) = self.directory.behind.get(&agency).cloned() else { return Ok(()) };
        let Some(question) = behind.question else { return Ok(()) };
        let sent: Option<Sent> = self.txn.get(&keyspace::sent(&agency, question))?;
        if sent.is_some_and(|sent| sent.settled.is_some_and(|s| s.refused.is_none())) {
            self.ask_for_account(agency, behind)?;
        }
        Ok(())
    }

    /// Destroys the parts of an account that have come.
    fn forget_parts(&mut self, agency: &AgencyId) -> Result<(), StoreError> {
        let (from, to) = keyspace::accounts_of(agency);
        for (key, _) in self.txn.range(&from, &to, usize::MAX)? {
            if let Some((slot, _)) = self.txn.get_bytes(&key)? {
                self.erase_slot(slot, Erasing { slot: slot.0, referral: None, consent: None });
            }
            self.txn.remove(key);
        }
        Ok(())
    }

    fn put_behind(&mut self, agency: AgencyId, behind: Behind) {
        self.txn.put_own(keyspace::behind(&agency), &behind);
        self.directory.behind.insert(agency, behind);
    }

    /// Whether steps of ours in a referral may be missing here: then none may be added.
    pub(crate) fn is_incomplete(&mut self, record: &ReferralRecord) -> Result<bool, StoreError> {
        if self.txn.node.restored.is_none() || record.referral.len(Role::Sender) == 0 {
            return Ok(false);
        }
        let behind = self.directory.behind.get(&record.counterpart());
        if let Some(card) = behind.map(Behind::newest) {
            // One that we have made since is here whole.
            let first = keyspace::event(&record.referral.id, Role::Sender, 1);
            let (_, request) = self.stored_message(&first)?;
            let ours = record.role == Role::Sender;
            return Ok(!ours || self.directory.serial(&request)?.card <= card);
        }
        // One that has come back, and waits for a step of the other agency.
        let next = record.referral.len(record.role) + 1;
        let held = keyspace::held(&record.referral.id, &self.me(), next);
        Ok(self.txn.get_bytes(&held)?.is_some())
    }

    /// The same as a refusal.
    pub(crate) fn check_complete(&mut self, record: &ReferralRecord) -> Result<(), Trouble> {
        match self.is_incomplete(record)? {
            true => {
                let name = self.directory.name(&record.counterpart()).name;
                Err(RECOVERING.refuse_about(name).into())
            }
            false => Ok(()),
        }
    }

    /// Whether a referral may be read: nobody knows yet what was withdrawn in it.
    pub(crate) fn check_readable(&mut self, record: &ReferralRecord) -> Result<(), Trouble> {
        let agency = record.counterpart();
        let left_out = self.directory.behind.get(&agency).is_some_and(|behind| behind.left_out);
        if left_out { Ok(()) } else { self.check_complete(record) }
    }

    /// An order that cannot be signed yet is kept: it goes when the referral is complete.
    pub(crate) fn remember_order(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        event: &Event,
    ) {
        let order = match event.kind() {
            EventKind::Stopped => Withdrawal::Stopped,
            EventKind::ErasureOrdered => Withdrawal::Erase,
            _ => return,
        };
        if order > record.order {
            let before = record.clone();
            record.order = order;
            self.put_referral(Some(&before), record, slot);
        }
    }

    /// Whether a queued message waits for what is still to be recovered: everything to an
    /// agency that has not told; and, while anybody else has not, fields that go under a
    /// consent of the backup, because it may have been withdrawn after it.
    pub(crate) fn waits_for_recovery(
        &mut self,
        agency: &AgencyId,
        message: &SignedMessage,
    ) -> Result<bool, StoreError> {
        if self.directory.is_behind(agency) {
            return Ok(!is_of_recovery(message.body().kind));
        }
        let Some(restored) = self.txn.node.restored.filter(|r| !r.complete) else {
            return Ok(false);
        };
        let (Some(link), Some(payload)) = (&message.body().link, message.payload()) else {
            return Ok(false);
        };
        let tells = match Event::from_payload(link.step, Some(payload)) {
            Ok(event @ Event::Step(..)) => event.note().is_some(),
            Ok(_) => true,
            Err(_) => false,
        };
        if !tells || !self.directory.awaits_accounts() {
            return Ok(false);
        }
        let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&link.referral))?;
        let Some(record) = record.filter(|r| r.role == Role::Sender) else { return Ok(false) };
        if !record.own_consent {
            // What came to us may have been withdrawn where it came from.
            let Some(parent) = record.parent else { return Ok(true) };
            let (_, parent) = self.referral(&parent)?;
            let from = self.directory.behind.get(&parent.counterpart());
            return Ok(from.is_some_and(|behind| !behind.left_out));
        }
        let consent: Option<Record> = self.txn.get(&keyspace::consent(&record.consent()))?;
        let said = consent.and_then(|consent| consent.changes.last().map(|change| change.at));
        Ok(said.is_none_or(|said| said < restored.at))
    }

    /// The others wait no longer for an agency: people have decided, or it will never tell.
    pub(crate) fn leave_out(&mut self, agency: AgencyId) -> Result<(), Trouble> {
        if let Some(behind) = self.directory.behind.get(&agency).cloned() {
            self.put_behind(agency, Behind { left_out: true, ..behind });
        }
        self.finish_recovery()
    }

    /// Once nobody is waited for, what waited goes, and our protocols are signed again.
    fn finish_recovery(&mut self) -> Result<(), Trouble> {
        let Some(restored) = self.txn.node.restored.filter(|r| !r.complete) else { return Ok(()) };
        if self.directory.awaits_accounts() {
            return Ok(());
        }
        self.txn.node.restored = Some(Restored { complete: true, ..restored });
        let me = self.me();
        let agencies: Vec<AgencyId> = self.directory.agencies.keys().copied().collect();
        for agency in agencies {
            self.outbox.peer_up(agency);
            self.touched.insert(agency);
        }
        // What came back with an account alone, people look at before they sign it again.
        let before = |isp: &SignedIsp, directory: &Directory| {
            let signed = directory.signed_at.get(&isp.digest()).and_then(|s| s.get(&me));
            signed.is_some_and(|at| *at < restored.at)
        };
        self.sign_protocols_again(before)
    }
}

/// Messages without which there is no recovery.
pub(crate) const fn is_of_recovery(kind: u16) -> bool {
    matches!(kind, kinds::RECOVERY | kinds::ACCOUNT | kinds::SUCCESSION)
}
