//! What follows from a peer's event: the second stage, orders passed on, outcomes
//! copied back. Every consequence is written in the batch of the event itself.

use ihala_envelope::ReferralId;
use ihala_protocol::FieldId;
use ihala_protocol::codes::{OUTCOME, REASON};
use ihala_protocol::fields::{APPOINTMENT_ID, NOTE_ID};
use ihala_protocol::leak;
use ihala_protocol::policy::{Disclosure, Question};
use ihala_protocol::referral::{Answer, Event, EventKind, Role, Supplement};
use ihala_protocol::rules::ISP_UNKNOWN;
use ihala_store::{SlotNumber, StoreError};

use crate::agenda::Matter;
use crate::engine::{Trouble, Work};
use crate::io::{Failure, Stop};
use crate::keyspace;
use crate::records::ReferralRecord;

impl Work<'_> {
    /// What our node does about an event of the other side that has just taken its place.
    pub(crate) fn react(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        event: &Event,
    ) -> Result<(), Trouble> {
        if record.role == Role::Sender && event.kind() == EventKind::Failed {
            self.count(keyspace::dropped(&record.counterpart()))?;
        }
        match (record.role, event) {
            (Role::Sender, Event::Step(EventKind::Accepted, answer))
                if answer.safe_contact == Some(true) && !record.later.is_empty() =>
            {
                self.release_identity(record, slot)
            }
            (
                Role::Sender,
                Event::Step(
                    kind @ (EventKind::Completed
                    | EventKind::Rejected
                    | EventKind::Failed
                    | EventKind::OnwardOutcome),
                    answer,
                ),
            ) => {
                // A bare step says only that there is an end: there is nothing to copy.
                let Some(code) = outcome_of(*kind, answer.code) else { return Ok(()) };
                let told = Answer { code: Some(code), ..Answer::default() };
                self.tell_parent(record, &Event::Step(EventKind::OnwardOutcome, told))
            }
            (
                Role::Sender,
                Event::Step(kind @ (EventKind::Erased | EventKind::Retained), answer),
            ) => self.order_answered(record, slot, *kind, answer),
            // Our request to cancel had crossed its accept; it goes on, and so do we.
            (Role::Sender, Event::Step(EventKind::CancelRefused, _))
                if !record.later.is_empty() && self.was_accepted_safely(record)? =>
            {
                self.release_identity(record, slot)
            }
            (Role::Receiver, Event::Step(EventKind::ErasureOrdered, _)) => {
                self.say_retained(record, slot)?;
                self.say_erased(record, slot)
            }
            (
                Role::Sender,
                Event::Step(kind @ (EventKind::ReferredOnward | EventKind::OnwardErasure), answer),
            ) => self.heard_from_further_on(record, slot, *kind, answer),
            _ => Ok(()),
        }
    }

    /// Whether the receiver has taken on the obligations of the second stage, and it has
    /// not gone yet.
    pub(crate) fn was_accepted_safely(
        &mut self,
        record: &ReferralRecord,
    ) -> Result<bool, StoreError> {
        if record.referral.sender_state().released {
            return Ok(false);
        }
        let accepted = self.newest_step(record, EventKind::Accepted)?;
        Ok(accepted.is_some_and(|answer| answer.safe_contact == Some(true)))
    }

    /// The second stage, after consent and protocol were asked once more. If they no
    /// longer allow it, nothing goes, and the caseworker sees why.
    pub(crate) fn release_identity(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        match self.second_stage(record) {
            Ok(supplement) => {
                record.held_back = None;
                let event = Event::supplied(EventKind::IdentityReleased, supplement)?;
                match self.author(record, slot, &event, None) {
                    // A cancellation of ours may have crossed the accept.
                    Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                        self.note_problem(record, slot, refusal.rule.id);
                        Ok(())
                    }
                    other => other,
                }
            }
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                self.note_problem(record, slot, refusal.rule.id);
                Ok(())
            }
            Err(other) => Err(other),
        }
    }

    /// Tries again what consent or protocol had been in the way of.
    pub(crate) fn release_held_back(&mut self) -> Result<(), Stop> {
        for (_, id) in self.agenda.page(Matter::HeldBack, None, usize::MAX) {
            match self.release_again(&id) {
                Ok(()) => self.txn.keep(),
                Err(Trouble::Stop(error)) => return Err(error.into()),
                Err(Trouble::Failure(_)) => self.txn.roll_back(),
            }
        }
        Ok(())
    }

    fn release_again(&mut self, id: &ReferralId) -> Result<(), Trouble> {
        let (slot, mut record) = self.referral(id)?;
        let can = record.referral.decide(record.role, EventKind::IdentityReleased).is_ok();
        if can && self.was_accepted_safely(&record)? {
            self.release_identity(&mut record, slot)?;
        }
        Ok(())
    }

    /// Shows to people why our node did not do what was expected of it.
    fn note_problem(&mut self, record: &mut ReferralRecord, slot: SlotNumber, rule: &str) {
        let before = record.clone();
        record.held_back = Some(rule.to_owned());
        self.put_referral(Some(&before), record, slot);
    }

    pub(crate) fn second_stage(&mut self, record: &ReferralRecord) -> Result<Supplement, Trouble> {
        let whole: Option<ihala_protocol::Form> =
            self.txn.get(&keyspace::whole(&record.referral.id))?;
        let whole = whole.ok_or(StoreError::Damaged("the form of a referral is missing"))?;
        let mut scope = self.scope_now(record)?;
        let gone = self.form_of(record)?;
        let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_in_use(isp, &record.counterpart(), self.now, true)?;
        let question = Question {
            sender: &record.referral.sender,
            recipient: &record.referral.receiver,
            form: &whole,
            disclosure: Disclosure::Second,
            isp: isp.isp(),
            consent: Some(&scope),
            now: self.now,
            skew: 0,
        };
        let permit = self.permit_now(isp, &record.counterpart(), &question)?;
        let goes: Vec<FieldId> =
            record.later.iter().copied().filter(|id| permit.fields.contains(id)).collect();
        let sent: Vec<FieldId> = gone.ids().chain(goes.iter().copied()).collect();
        leak::check(&whole, &sent, isp.isp())?;
        let told = |id: &FieldId| sent.contains(id) || matches!(*id, NOTE_ID | APPOINTMENT_ID);
        scope.fields.retain(told);
        Ok(Supplement { form: whole.only(&goes), consent: scope, note: None, not_told: None })
    }
}

/// What the outcome of an onward referral is called in the referral that it continues.
fn outcome_of(kind: EventKind, code: Option<u16>) -> Option<u16> {
    // A step without its code says only that there is an end.
    code?;
    let reason = |name| REASON.by_name(name).map(|c| c.id) == code;
    let name = match kind {
        EventKind::Completed | EventKind::OnwardOutcome => return code,
        _ if reason("no-capacity") => "no-capacity",
        _ if reason("not-eligible") => "not-eligible",
        _ if reason("already-served") => "already-served",
        _ if reason("person-declined") => "declined-by-person",
        _ => "could-not-get-help",
    };
    OUTCOME.by_name(name).map(|c| c.id)
}
