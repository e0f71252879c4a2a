//! What of a peer's event may be kept: everything is judged again where it arrives, and
//! what may not be here is destroyed before anything is stored.

use ihala_envelope::{Refusal, SignedMessage};
use ihala_protocol::FieldId;
use ihala_protocol::fields::{APPOINTMENT_ID, NOTE_ID};
use ihala_protocol::limits;
use ihala_protocol::policy::{Disclosure, Question, is_coded};
use ihala_protocol::referral::{Answer as EventAnswer, Event, EventKind, Supplement};
use ihala_protocol::rules::{FIELD_BY_STAGE, ISP_UNKNOWN, REF_FORM, REF_STOPPED, REF_TOO_LATE};

use crate::audit::Act;
use crate::conduct::End;
use crate::engine::{Trouble, Work};
use crate::records::ReferralRecord;

/// The rule by which content was destroyed before anything was stored, if some was.
pub(crate) type Reduced = Option<String>;

impl Work<'_> {
    /// Content that protocol, consent or the referral's state do not cover is destroyed
    /// before anything is stored. The step stands: refusing it would break its author's
    /// chain for good.
    pub(crate) fn fit_to_keep(
        &mut self,
        message: &SignedMessage,
        record: &ReferralRecord,
        event: Event,
    ) -> Result<(SignedMessage, Event, Reduced), Trouble> {
        let author = record.role.other();
        let refused = match &event {
            // What has no content has nothing to destroy.
            _ if message.payload().is_none() => return Ok((message.clone(), event, None)),
            _ if (record.erased.is_some() || record.is_withdrawn())
                && !outlives_withdrawal(&event) =>
            {
                Some(REF_STOPPED.refuse())
            }
            Event::Supplied(kind, supplement) => {
                let note = supplement.note.as_ref();
                match note.and_then(|_| self.may_tell(record, author, NOTE_ID).err()) {
                    Some(refusal) => Some(refusal),
                    None => self.judge_supplement(record, *kind, supplement)?,
                }
            }
            Event::Step(_, answer) => {
                let note =
                    answer.note.as_ref().and_then(|_| self.may_tell(record, author, NOTE_ID).err());
                let tells_time = event.kind() == EventKind::Scheduled;
                let time = tells_time.then(|| self.may_tell(record, author, APPOINTMENT_ID).err());
                note.or(time.flatten())
            }
            Event::Requested(_) => None,
        };
        let Some(refusal) = refused else { return Ok((message.clone(), event, None)) };
        let rule = Some(refusal.rule.id);
        self.txn.audit(self.now, Act::Reduced, message.digest(), None, rule, self.rng);
        let bare = Event::Step(event.kind(), EventAnswer::default());
        Ok((message.clone().without_payload(), bare, Some(refusal.rule.id.to_owned())))
    }

    /// Whether fields that the sender adds may be kept: the whole is judged again.
    fn judge_supplement(
        &mut self,
        record: &ReferralRecord,
        kind: EventKind,
        supplement: &Supplement,
    ) -> Result<Option<Refusal>, Trouble> {
        if supplement.consent.reference != record.consent() {
            return Ok(Some(REF_FORM.refuse()));
        }
        let status = record.referral.status();
        if !status.task.is_open() || record.is_withdrawn() {
            return Ok(Some(REF_TOO_LATE.refuse()));
        }
        let form = self.form_of(record)?;
        if supplement.form.definition().id != form.definition().id {
            return Ok(Some(REF_FORM.refuse()));
        }
        let form = form.with(&supplement.form);
        let mut scope = supplement.consent.clone();
        scope.fields.extend(&record.scope.fields);
        scope.fields.sort_unstable();
        scope.fields.dedup();
        let Some(isp) = self.directory.isps.get(&record.isp) else {
            return Ok(Some(ISP_UNKNOWN.refuse()));
        };
        if let Err(refusal) =
            self.directory.check_in_use(isp, &record.counterpart(), self.now, true)
        {
            return Ok(Some(refusal));
        }
        let released =
            kind == EventKind::IdentityReleased || record.referral.sender_state().released;
        let question = Question {
            sender: &record.referral.sender,
            recipient: &record.referral.receiver,
            form: &form,
            disclosure: record.disclosure(released),
            isp: isp.isp(),
            consent: Some(&scope),
            now: self.now,
            skew: limits::CLOCK_SKEW,
        };
        let first_stage = question.disclosure == Disclosure::First;
        let own = isp.isp().own_by_id();
        let coded = |id: FieldId| is_coded(id, &own);
        let tells_more = |id: &FieldId| !matches!(*id, NOTE_ID | APPOINTMENT_ID) && !coded(*id);
        if first_stage && supplement.consent.fields.iter().any(tells_more) {
            return Ok(Some(FIELD_BY_STAGE.refuse()));
        }
        Ok(self.judge_whole(End::Receiver, isp, &record.counterpart(), &question).err())
    }
}

/// Whether an event says who has the data or what became of an order, and nothing else:
/// that outlives the content.
pub(crate) fn outlives_content(event: &Event) -> bool {
    let kinds = [
        EventKind::ReferredOnward,
        EventKind::Erased,
        EventKind::Retained,
        EventKind::OnwardErasure,
    ];
    kinds.contains(&event.kind()) && event.note().is_none()
}

/// Whether an event's content goes also after consent was withdrawn: orders and their
/// answers, which tell nothing of the person.
pub(crate) fn outlives_withdrawal(event: &Event) -> bool {
    let order = matches!(event.kind(), EventKind::Stopped | EventKind::ErasureOrdered);
    (order && event.note().is_none()) || outlives_content(event)
}
