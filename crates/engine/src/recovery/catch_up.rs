//! When an agency has told what came after the backup: what follows from it and was not done
//! yet is done.

use ihala_envelope::{AgencyId, ReferralId};
use ihala_protocol::consent::Record;
use ihala_protocol::kinds;
use ihala_protocol::recovery::AccountEnd;
use ihala_protocol::referral::{Answer, Event, EventKind, Role, Withdrawal};
use ihala_protocol::rules::RECOVERING;
use ihala_store::SlotNumber;

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::keyspace;
use crate::records::{ReferralRecord, Witnessed};

/// How often an agency is asked that always has more to tell.
const ROUNDS_MAX: u32 = 64;
/// Messages that can have been lost at most.
const LOST_MAX: u64 = 1_000_000;

impl Work<'_> {
    /// The account of an agency is taken in.
    pub(super) fn account_is_taken(
        &mut self,
        agency: AgencyId,
        end: &AccountEnd,
    ) -> Result<(), Trouble> {
        let Some(behind) = self.directory.behind.get(&agency).cloned() else { return Ok(()) };
        if end.more && behind.rounds < ROUNDS_MAX {
            return self.ask_for_account(agency, behind);
        }
        self.txn.remove(keyspace::behind(&agency));
        self.directory.behind.remove(&agency);
        // Our audit tree begins anew for it: how far it had come is written down here.
        let subject = end.tree.map_or(ihala_envelope::Digest::of(b""), |tree| tree.root);
        self.txn.audit(self.now, Act::Recovered, subject, None, None, self.rng);
        let key = keyspace::witnessed(&agency);
        let witnessed: Witnessed = self.txn.get(&key)?.unwrap_or_default();
        self.txn.put_own(key, &Witnessed { told: 0, pending: None, ..witnessed });
        // Checkpoints that were under way prove what is no longer true.
        for (at, sent) in self.queued_of_kind(&agency, kinds::AUDIT_CHECKPOINT)? {
            self.withhold(&agency, at, sent, RECOVERING.id);
        }
        let cards = self.directory.me.cards().clone();
        for number in (1..=behind.newest()).rev() {
            let card = cards.digest_of(number).copied();
            let told = end.highest.iter().find(|highest| Some(highest.card) == card);
            // No more than could have been sent: the letter is signed.
            let sent = behind.sent.iter().find(|sent| sent.card == number).map_or(0, |s| s.seq);
            let told = told.filter(|told| told.number <= sent.saturating_add(LOST_MAX));
            let told = told.map(|told| (told.number, told.digest));
            self.tell_succession(agency, &cards, number, told)?;
        }
        self.txn.keep();
        let (from, to) = keyspace::business_with(&agency);
        let entries = self.txn.range(&from, &to, usize::MAX)?;
        let ids =
            entries.iter().filter_map(|(key, _)| ReferralId::from_slice(key.last_chunk::<16>()?));
        for id in ids.collect::<Vec<_>>() {
            match self.catch_up(&id) {
                Ok(()) => self.txn.keep(),
                Err(Trouble::Failure(_)) => self.txn.roll_back(),
                Err(stop) => return Err(stop),
            }
        }
        self.outbox.peer_up(agency);
        self.touched.insert(agency);
        self.finish_recovery()
    }

    /// What a referral asks of our node, now that it is complete: orders are obeyed and passed
    /// on, what could not be signed is signed, an accept lets the rest go.
    pub(crate) fn catch_up(&mut self, id: &ReferralId) -> Result<(), Trouble> {
        let (slot, record) = self.referral(id)?;
        if self.is_incomplete(&record)? {
            return Ok(());
        }
        match record.role {
            Role::Receiver => self.catch_up_as_receiver(record, slot),
            Role::Sender => self.catch_up_as_sender(record, slot),
        }
    }

    fn catch_up_as_receiver(
        &mut self,
        record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        let id = record.referral.id;
        let ordered = record.referral.sender_state().withdrawal;
        match ordered.max(record.order) {
            Withdrawal::No => {}
            Withdrawal::Stopped => self.obey(record, slot, EventKind::Stopped, true)?,
            Withdrawal::Erase => self.obey(record, slot, EventKind::ErasureOrdered, true)?,
        }
        let (slot, mut record) = self.referral(&id)?;
        if ordered == Withdrawal::No && record.order != Withdrawal::No {
            // It was the person's word, given here.
            let told = Event::Step(EventKind::Stopped, Answer::default());
            self.author_if_possible(&mut record, slot, &told, None)?;
        }
        self.say_retained(&mut record, slot)?;
        self.say_erased(&mut record, slot)?;
        for child in record.children {
            let (slot, child) = self.referral(&child)?;
            self.replaying = true;
            let told = self.tell_of_child(child, slot);
            self.replaying = false;
            told?;
        }
        Ok(())
    }

    /// What a referral that continues this one has brought, as far as it was not told.
    fn tell_of_child(&mut self, child: ReferralRecord, slot: SlotNumber) -> Result<(), Trouble> {
        if !child.own_consent {
            for further in child.onward.clone() {
                let told = Answer { agency: Some(further.agency), ..Answer::default() };
                self.tell_parent(&child, &Event::Step(EventKind::ReferredOnward, told))?;
                self.pass_answer_up(&child, further.agency)?;
            }
            if child.answered.is_some() {
                self.pass_answer_up(&child, child.counterpart())?;
            }
        }
        self.tell_outcome_once(child, slot)
    }

    fn catch_up_as_sender(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        let id = record.referral.id;
        if record.referral.receiver_state().stopped {
            let consent: Option<Record> = self.txn.get(&keyspace::consent(&record.consent()))?;
            let known = consent.is_some_and(|consent| !consent.permits());
            self.obey(record, slot, EventKind::Stopped, known)?;
            record = self.referral(&id)?.1;
        }
        let said = record.referral.sender_state().withdrawal;
        let order = match record.order {
            Withdrawal::Erase => Some(EventKind::ErasureOrdered),
            Withdrawal::Stopped => Some(EventKind::Stopped),
            Withdrawal::No => None,
        };
        if let Some(order) = order.filter(|_| record.order > said) {
            let told = Event::Step(order, Answer::default());
            self.author_if_possible(&mut record, slot, &told, None)?;
        }
        if !record.later.is_empty() && self.was_accepted_safely(&record)? {
            self.release_identity(&mut record, slot)?;
        }
        self.tell_outcome_once(record, slot)
    }

    /// The outcome of what went onward, if our own sender was told of none.
    fn tell_outcome_once(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        let Some(parent) = record.parent else { return Ok(()) };
        let (_, parent) = self.referral(&parent)?;
        let mut said = (1..=parent.referral.len(Role::Receiver))
            .filter_map(|at| parent.referral.step_at(Role::Receiver, at));
        if said.any(|kind| kind == EventKind::OnwardOutcome) {
            return Ok(());
        }
        for kind in [EventKind::Completed, EventKind::Rejected, EventKind::Failed] {
            if let Some(answer) = self.newest_step(&record, kind)? {
                return self.react(&mut record, slot, &Event::Step(kind, answer));
            }
        }
        Ok(())
    }
}
