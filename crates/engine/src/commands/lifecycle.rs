//! The steps of a referral that people take.

use ihala_envelope::{Digest, Personal, Refusal, Timestamp};
use ihala_protocol::FieldId;
use ihala_protocol::codes::{CodeList, NOT_TOLD};
use ihala_protocol::consent::Scope;
use ihala_protocol::fields::{APPOINTMENT_ID, CASE_CODE_ID, NOTE_ID, by_path_or_group};
use ihala_protocol::isp::OwnField;
use ihala_protocol::labels::{self, Language};
use ihala_protocol::limits::{LINE_MAX, NOTE_MAX};
use ihala_protocol::policy::Question;
use ihala_protocol::referral::{Answer as EventAnswer, Event, EventKind, Role, Supplement};
use ihala_protocol::rules::{CONSENT_CASE, ISP_UNKNOWN, REF_NOT_NOW, REF_SAFE_CONTACT};
use ihala_protocol::text::is_name;
use ihala_protocol::{Form, date, leak};
use ihala_store::{SlotNumber, StoreError};

use super::read_form;
use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Failure, Step};
use crate::keyspace;
use crate::records::{Call, ReferralRecord, Sent};
use crate::words::say;

const DAY: u64 = 86_400;
/// An appointment more than five years away is a slip of the pen.
const APPOINTMENT_MAX: u64 = 5 * 366 * DAY;
/// Most calls that are recorded in one referral.
const CALLS_MAX: usize = 50;

impl Work<'_> {
    /// Whether the receiver's node refused our request for good.
    fn request_was_refused(&mut self, record: &ReferralRecord) -> Result<bool, StoreError> {
        if record.role != Role::Sender {
            return Ok(false);
        }
        let (message, _) = self.event_at(&record.referral.id, Role::Sender, 1)?;
        let key = keyspace::sent(&record.counterpart(), self.directory.serial(&message)?);
        let sent: Option<Sent> = self.txn.get(&key)?;
        Ok(sent.and_then(|s| s.settled).is_some_and(|s| s.refused.is_some()))
    }

    pub(super) fn step(&mut self, step: &Step, actor: &Actor) -> Outcome {
        let (slot, mut record) = self.find_referral(&step.referral)?;
        let code = code_of(step)?;
        if self.request_was_refused(&record)? {
            return Err(Failure::refused(&REF_NOT_NOW, say("step-refused-there")).into());
        }
        let report = step.report.as_ref();
        let report = report.map(|reported| self.report(reported, &record)).transpose()?;
        if report.is_some() != (record.on_paper && !step.kind.by().allows(Role::Sender)) {
            return Err(Failure::invalid(say("step-reported")).into());
        }
        let role = if report.is_some() { Role::Receiver } else { record.role };
        let answers_order =
            matches!(step.kind, EventKind::Erased | EventKind::Retained | EventKind::Stopped);
        if step.kind.command().is_empty() && !(report.is_some() && answers_order) {
            // Our node says "erased" when it is: nobody else can.
            return Err(Failure::invalid(say("step-by-node")).into());
        }
        check_members(step)?;
        record
            .referral
            .decide(role, step.kind)
            .map_err(|refusal| what_else(refusal, &record, role, self.language))?;
        if matches!(step.kind, EventKind::Unattended | EventKind::Attended) {
            self.check_appointment_over(&record)?;
        }
        let note = step.note.as_deref().map(str::trim).filter(|n| !n.is_empty());
        if let Some(note) = note {
            let told = self.may_tell(&record, role, NOTE_ID);
            told.map_err(|refusal| not_done(refusal, "step-note-not-told"))?;
            if step.report.is_none() {
                self.check_note(&record, note)?;
            }
        }
        let note = note.map(|n| Personal::new(n.to_owned()));
        let event = if step.kind == EventKind::IdentityReleased {
            let supplement = self.release_by_hand(&mut record)?;
            Event::supplied(step.kind, supplement)
        } else if step.kind.carries_fields() {
            let supplement = self.answer(&mut record, slot, step, (code, note))?;
            Event::supplied(step.kind, supplement)
        } else {
            let shape = step.kind.shape();
            let at = if shape.at { Some(self.time_of(step)?) } else { None };
            if step.kind == EventKind::Scheduled {
                let told = self.may_tell(&record, role, APPOINTMENT_ID);
                told.map_err(|refusal| not_done(refusal, "step-time-not-told"))?;
            }
            if step.kind == EventKind::Accepted && record.two_stages && !step.safe_contact {
                return Err(REF_SAFE_CONTACT.refuse().into());
            }
            if step.safe_contact && note.is_some() {
                return Err(Failure::invalid(say("step-accept-note")).into());
            }
            let agency = step.agency.as_deref().filter(|_| shape.agency);
            let answer = EventAnswer {
                code,
                note,
                at,
                safe_contact: (shape.safe_contact && step.safe_contact).then_some(true),
                fields: if shape.fields { self.asked_fields(step, &record)? } else { None },
                agency: agency.map(|name| self.directory.resolve(name)).transpose()?,
                report,
                ..EventAnswer::default()
            };
            if shape.fields && answer.fields.is_none() && answer.note.is_none() {
                return Err(Failure::invalid(say("step-asks-nothing")).into());
            }
            Event::step(step.kind, answer)
        };
        let event = event.map_err(|_| Failure::invalid(say("step-note").with("max", NOTE_MAX)))?;
        self.author_as(role, &mut record, slot, &event, Some(actor))?;
        if role != record.role {
            self.react(&mut record, slot, &event)?;
            if event.kind() == EventKind::Stopped {
                self.obey(record.clone(), slot, EventKind::Stopped, false)?;
            }
        }
        let id = record.referral.id.to_string();
        self.show(&id)
    }

    /// Whether somebody came cannot be said before the day of the appointment.
    fn check_appointment_over(&mut self, record: &ReferralRecord) -> Result<(), Trouble> {
        let scheduled = self.newest_step(record, EventKind::Scheduled)?;
        let early = scheduled.and_then(|answer| answer.at).filter(|at| *at > self.now.plus(DAY));
        match early {
            None => Ok(()),
            Some(at) => {
                let because = say("step-appointment").with("time", date::show_minute(at));
                Err(Failure::refused(&REF_NOT_NOW, because).into())
            }
        }
    }

    /// The time of a step. A retained receiver without a node reports a day far away; an
    /// appointment is neither long past nor years ahead.
    fn time_of(&self, step: &Step) -> Result<Timestamp, Failure> {
        let at = step.at.as_deref().and_then(date::parse);
        let at = at.filter(|at| {
            let near = at.plus(DAY) > self.now && *at < self.now.plus(APPOINTMENT_MAX);
            near || step.kind != EventKind::Scheduled
        });
        at.ok_or_else(|| {
            Failure::invalid(match step.kind {
                EventKind::Scheduled => say("step-appointment-when"),
                _ => say("step-until-when"),
            })
        })
    }

    /// The second stage, after consent or protocol had been in its way.
    fn release_by_hand(&mut self, record: &mut ReferralRecord) -> Result<Supplement, Trouble> {
        if record.later.is_empty() || !self.was_accepted_safely(record)? {
            return Err(Failure::refused(&REF_NOT_NOW, say("step-nothing-waits")).into());
        }
        let supplement = self.second_stage(record)?;
        record.held_back = None;
        Ok(supplement)
    }

    /// A call about a referral, for the record: it stays here.
    pub(super) fn called(
        &mut self,
        referral: &str,
        with: &str,
        said: Option<&str>,
        actor: &Actor,
    ) -> Outcome {
        let (slot, mut record) = self.find_referral(referral)?;
        let (with, said) = (with.trim(), said.map(str::trim).filter(|s| !s.is_empty()));
        if !is_name(with, LINE_MAX) || !said.is_none_or(|s| is_name(s, NOTE_MAX)) {
            let what = say("called-with").with("with", LINE_MAX).with("said", NOTE_MAX);
            return Err(Failure::invalid(what).into());
        }
        if record.calls.len() >= CALLS_MAX || record.erased.is_some() {
            return Err(Failure::refused(&REF_NOT_NOW, say("called-too-often")).into());
        }
        let before = record.clone();
        let personal = |text: &str| Personal::new(text.to_owned());
        record.calls.push(Call { at: self.now, with: personal(with), said: said.map(personal) });
        let subject = Digest::of(record.referral.id.as_bytes());
        self.txn.audit(self.now, Act::Called, subject, Some(actor), None, self.rng);
        self.put_referral(Some(&before), &mut record, slot);
        let id = record.referral.id.to_string();
        self.show(&id)
    }

    /// A note must not tell what the form withholds (POL-11).
    fn check_note(&mut self, record: &ReferralRecord, note: &str) -> Result<(), Trouble> {
        let whole: Option<Form> = self.txn.get(&keyspace::whole(&record.referral.id))?;
        if let Some(whole) = whole {
            let gone: Vec<FieldId> = self.form_of(record)?.ids().collect();
            let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
            leak::check_text("feedback.note", note, &whole, &gone, isp.isp())?;
        }
        Ok(())
    }

    /// The fields of an answer: those of a form handed in, else those of our own form
    /// that were asked for; each as consent and protocol allow.
    fn answer(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        step: &Step,
        (code, note): (Option<u16>, Option<Personal<String>>),
    ) -> Result<Supplement, Trouble> {
        let kept: Option<Form> = self.txn.get(&keyspace::whole(&record.referral.id))?;
        let kept = kept.unwrap_or_default();
        let asked = self.asked(record)?;
        let (whole, offered) = match &step.form {
            Some(text) => {
                let form = self.read_form_under(record, text)?;
                if form.definition().id != kept.definition().id {
                    let what = say("answer-other-form").with("form", kept.definition().title());
                    return Err(Failure::invalid(what).into());
                }
                let case_code = form.text(CASE_CODE_ID);
                if case_code.is_some() && case_code != record.case_code.as_ref() {
                    return Err(CONSENT_CASE.refuse().into());
                }
                let ids: Vec<FieldId> = form.ids().collect();
                (kept.with(&form), ids)
            }
            None => (kept, asked.clone()),
        };
        let gone = self.form_of(record)?;
        let mut scope: Scope = self.scope_now(record)?;
        let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_in_use(isp, &record.counterpart(), self.now, true)?;
        let question = Question {
            sender: &record.referral.sender,
            recipient: &record.referral.receiver,
            form: &whole,
            disclosure: record.disclosure(record.referral.sender_state().released),
            isp: isp.isp(),
            consent: Some(&scope),
            now: self.now,
            skew: 0,
        };
        let permit = self.permit_now(isp, &record.counterpart(), &question)?;
        let goes: Vec<FieldId> = permit
            .fields
            .iter()
            .copied()
            .filter(|id| offered.contains(id) && whole.get(*id) != gone.get(*id))
            .collect();
        let missing = asked.iter().filter(|id| !goes.contains(id) && gone.get(**id).is_none());
        let withheld: Vec<FieldId> =
            missing.filter(|id| whole.get(**id).is_some()).copied().collect();
        let not_told = match code {
            Some(code) => Some(code),
            None if note.is_some() => None,
            // What follows after the accept needs no explanation by a person.
            None if !withheld.is_empty() && withheld.iter().all(|id| record.later.contains(id)) => {
                NOT_TOLD.by_name("after-accept").map(|c| c.id)
            }
            None if goes.is_empty() => {
                let rule = permit.withheld.iter().find(|(id, _)| withheld.contains(id));
                let what = match rule {
                    Some((id, rule)) => say("answer-may-not")
                        .with("path", self.field_name(*id).path)
                        .with("why", labels::rule(rule.id, self.language))
                        .with("rule", rule.id),
                    None => say("answer-nothing"),
                };
                return Err(Failure::invalid(what.with("names", NOT_TOLD.names())).into());
            }
            // The rest of it goes: that this does not is a matter of rules.
            None if !withheld.is_empty() => NOT_TOLD.by_name("may-not-be-told").map(|c| c.id),
            None => None,
        };
        let sent: Vec<FieldId> = gone.ids().chain(goes.iter().copied()).collect();
        leak::check(&whole.only(&goes).with(&whole), &sent, isp.isp())?;
        if step.form.is_some() {
            // What was corrected stays corrected, also for the second stage.
            let more = offered.iter().filter(|id| !goes.contains(id) && !record.later.contains(id));
            let more: Vec<FieldId> = more.copied().collect();
            let waits = record.two_stages && !record.referral.sender_state().released;
            record.later.extend(more.into_iter().filter(|_| waits));
            self.txn.put(keyspace::whole(&record.referral.id), slot, &whole);
        }
        let told = |id: &FieldId| goes.contains(id) || gone.get(*id).is_some();
        scope.fields.retain(|id| told(id) || matches!(*id, NOTE_ID | APPOINTMENT_ID));
        Ok(Supplement { form: whole.only(&goes), consent: scope, note, not_told })
    }

    /// A form for a referral that stands, with the own fields of its protocol.
    fn read_form_under(&self, record: &ReferralRecord, text: &str) -> Result<Form, Trouble> {
        let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
        let form = self.resolved(&read_form(text)?, isp.isp());
        self.own_is_known(&form)?;
        Ok(form)
    }

    /// The fields that a question names, those of its protocol's parties among them.
    fn asked_fields(
        &self,
        step: &Step,
        record: &ReferralRecord,
    ) -> Result<Option<Vec<FieldId>>, Failure> {
        let isp = self.directory.isps.get(&record.isp);
        let own = isp.map(|isp| isp.isp().own()).unwrap_or_default();
        let mut ids = Vec::new();
        for name in &step.fields {
            let name = name.trim();
            let found = by_path_or_group(name).into_iter().map(|field| field.id);
            let own = own.iter().filter(|field| name == "own" || field.path() == name);
            let found: Vec<_> = found.chain(own.map(OwnField::id)).collect();
            if found.is_empty() {
                return Err(Failure::invalid(say("ask-no-field").with("field", name)));
            }
            ids.extend(found);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok((!ids.is_empty()).then_some(ids))
    }

    /// The fields of the newest question.
    fn asked(&mut self, record: &ReferralRecord) -> Result<Vec<FieldId>, StoreError> {
        let asked = self.newest_step(record, EventKind::Asked)?;
        Ok(asked.and_then(|answer| answer.fields).unwrap_or_default())
    }
}

/// What a step does not take is not dropped without a word.
fn check_members(step: &Step) -> Result<(), Failure> {
    let shape = step.kind.shape();
    let given = [
        ("step-no-time", step.at.is_some(), shape.at),
        ("step-no-fields", !step.fields.is_empty(), shape.fields),
        ("step-no-agency", step.agency.is_some(), shape.agency),
        ("step-no-form", step.form.is_some(), step.kind == EventKind::Answered),
        ("step-no-safe-contact", step.safe_contact, shape.safe_contact),
    ];
    match given.iter().find(|(_, given, taken)| *given && !taken) {
        None => Ok(()),
        Some((what, ..)) => Err(Failure::invalid(say(what))),
    }
}

/// By which commands people at one side can go on.
pub(super) fn commands(record: &ReferralRecord, role: Role) -> Vec<&'static str> {
    let choices = record.referral.choices(role).into_iter();
    let waits = record.two_stages && !record.later.is_empty();
    let possible = choices.filter(|kind| waits || *kind != EventKind::IdentityReleased);
    possible.map(EventKind::command).filter(|command| !command.is_empty()).collect()
}

/// A refusal that ends a step, although its rule has a field withheld elsewhere.
fn not_done(refusal: Refusal, because: &'static str) -> Failure {
    Failure::Refused { refusal, because: Some(Box::new(say(because))), way: None }
}

/// The refusal of a step, saying what is possible instead.
fn what_else(refusal: Refusal, record: &ReferralRecord, role: Role, language: Language) -> Failure {
    if refusal.rule.id != REF_NOT_NOW.id {
        return refusal.into();
    }
    let possible = commands(record, role);
    let because = match possible.is_empty() {
        true => say("step-nothing-more"),
        false => say("step-possible").with("steps", possible.join(", ")),
    };
    let status = labels::name("task", record.referral.status().task.name(), language);
    Failure::refused(&REF_NOT_NOW, because.with("status", status))
}

fn code_of(step: &Step) -> Result<Option<u16>, Failure> {
    let wrong = |key, list: &CodeList| {
        let what = say(key).with("list", list.name);
        Failure::invalid(what.with("names", list.names()))
    };
    let of = |list: &CodeList, name: &str| match list.by_name(name.trim()) {
        Some(code) => Ok(Some(code.id)),
        None => Err(wrong("step-no-such-code", list)),
    };
    match (step.kind.shape().code, &step.code) {
        (Some(list), Some(name)) => of(list, name),
        (Some(list), None) => Err(wrong("step-needs-code", list)),
        (None, Some(name)) if step.kind == EventKind::Answered => of(&NOT_TOLD, name),
        (None, Some(_)) => Err(Failure::invalid(say("step-takes-no-code"))),
        (None, None) => Ok(None),
    }
}
