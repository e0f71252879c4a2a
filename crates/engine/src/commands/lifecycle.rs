//! The steps of a referral: receive, accept, decline, start, complete, cancel.

use ihala_envelope::Personal;
use ihala_protocol::referral::{Answer as EventAnswer, Event, Role};
use ihala_protocol::rules::{REF_NOT_NOW, REF_REASON};
use ihala_store::StoreError;

use crate::engine::{Outcome, Work};
use crate::io::{Actor, Failure, Step};
use crate::keyspace;
use crate::records::{ReferralRecord, Sent};

impl Work<'_> {
    /// Whether the receiver's node refused our request for good.
    fn request_was_refused(&mut self, record: &ReferralRecord) -> Result<bool, StoreError> {
        if record.role != Role::Sender {
            return Ok(false);
        }
        let (message, _) = self.event_at(&record.referral.id, Role::Sender, 1)?;
        let key = keyspace::sent(&record.counterpart(), message.body().seq);
        let sent: Option<Sent> = self.txn.get(&key)?;
        Ok(sent.and_then(|s| s.settled).is_some_and(|s| s.refused.is_some()))
    }

    pub(super) fn step(&mut self, step: &Step, actor: &Actor) -> Outcome {
        let (slot, mut record) = self.find_referral(&step.referral)?;
        let code = match (step.kind.code_list(), &step.code) {
            (Some(list), Some(name)) => match list.by_name(name.trim()) {
                Some(code) => Some(code.id),
                None => {
                    return Err(Failure::invalid(
                        format!("this is no {} of the list", list.name),
                        format!("one of: {}", list.names()),
                    )
                    .into());
                }
            },
            (Some(list), None) => {
                return Err(Failure::invalid(
                    format!("this step needs a code of the list `{}`", list.name),
                    format!("one of: {}", list.names()),
                )
                .into());
            }
            (None, Some(_)) => return Err(REF_REASON.refuse_about("this step takes none").into()),
            (None, None) => None,
        };
        if self.request_was_refused(&record)? {
            let told = "the other node refused the referral, so there is nothing to do together";
            return Err(REF_NOT_NOW.refuse_about(told).into());
        }
        let note = step.note.as_deref().map(str::trim).filter(|n| !n.is_empty());
        let link = record.referral.decide(record.role, step.kind).map_err(|refusal| {
            if refusal.rule.id != REF_NOT_NOW.id {
                return refusal;
            }
            let choices = record.referral.choices(record.role);
            let possible: Vec<_> = choices.iter().map(|k| k.command()).collect();
            let status = record.referral.status().task.name();
            refusal.about(if possible.is_empty() {
                format!("it is {status}, and nothing more can be done")
            } else {
                format!("it is {status}; possible now: {}", possible.join(", "))
            })
        })?;
        if note.is_some() {
            self.note_allowed(&record)?;
        }
        let note = note.map(|n| Personal::new(n.to_owned()));
        let event = Event::step(step.kind, EventAnswer { code, note }).map_err(|_| {
            Failure::invalid(
                "the note is too long, or holds control characters",
                format!("write at most {} characters", ihala_protocol::limits::NOTE_MAX),
            )
        })?;
        self.author_event(&mut record, slot, &link, &event, actor)?;
        let id = record.referral.id.to_string();
        self.show(&id)
    }
}
