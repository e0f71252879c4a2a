//! `ihala show`: one referral with its history, and who knows what.

use std::collections::VecDeque;

use ihala_envelope::{AgencyId, ReferralId, SignedMessage};
use ihala_protocol::codes::{CONTACT_METHOD, ERASURE, NOT_TOLD, RETENTION_BASIS};
use ihala_protocol::deadline::Clock;
use ihala_protocol::fields::CONTACT_PROHIBITED_ID;
use ihala_protocol::form::{Form, Value};
use ihala_protocol::isp::Clause;
use ihala_protocol::referral::{
    Answer as EventAnswer, Erasure, Event, EventKind, Progress, Role, Stage, TaskStatus, Withdrawal,
};
use ihala_protocol::rules::RECOVERING;
use ihala_protocol::words::isolated;
use ihala_store::StoreError;

use super::label;
use super::lifecycle::commands;
use super::refer::{EMERGENCY, warnings_of};
use crate::engine::{Outcome, Work};
use crate::io::Answer;
use crate::keyspace;
use crate::records::{OrderAnswer, ReferralRecord, Sent};
use crate::views::{
    self, Deadline, Entry, Hold, Knows, OrderState, Problem, Report as ReportView, Shown, Time,
};
use crate::words::{say, told};

/// An event with its author's part, its place, and the message that carried it.
type Placed = (Role, u32, SignedMessage, Option<Event>);

impl Work<'_> {
    pub(crate) fn show(&mut self, referral: &str) -> Outcome {
        let (_, record) = self.find_referral(referral)?;
        self.check_readable(&record)?;
        let mut history = Vec::new();
        let late = record.referral.late_moves();
        for (role, position, message, event) in self.in_order(&record)? {
            let too_late = late.contains(&(role, position));
            history.push(self.entry(&record, (role, position), &message, (event, too_late))?);
        }
        let form = self.form_of(&record)?;
        let fields = self.field_values(&form);
        let first = history.iter().find(|e| e.step == "requested").and_then(|e| e.delivery);
        let paths: Vec<_> = fields.iter().map(|f| f.field.path.clone()).collect();
        let withheld = record.withheld.iter().map(|w| (w.field, w.rule.as_str()));
        Ok(Answer::Referral(Box::new(views::Referral {
            row: self.row(&record),
            withheld: self.withheld_views(withheld),
            consent: record.consent().to_string(),
            isp: record.isp.to_string(),
            who_knows: self.who_knows(&record, first, &paths),
            on_paper: record.on_paper,
            report_steps: match record.on_paper {
                true => {
                    let choices = record.referral.choices(Role::Receiver).into_iter();
                    choices.filter_map(report_name).collect()
                }
                false => Vec::new(),
            },
            two_stages: record.two_stages,
            transfer: record.transfer,
            hold: record.hold.map(|hold| Hold {
                basis: label(&RETENTION_BASIS, hold.basis, self.language),
                until: Time(hold.until),
            }),
            responsible: self.directory.name(&responsible(&record)),
            handovers: record.handover.via.iter().map(|a| self.directory.name(a)).collect(),
            continues: record.parent.map(|id| id.to_string()),
            continued_by: record.children.iter().map(ReferralId::to_string).collect(),
            orders: self.orders(&record),
            erased: record.erased.map(Time),
            calls: record
                .calls
                .iter()
                .map(|call| views::Call {
                    at: Time(call.at),
                    with: Shown(call.with.clone()),
                    said: call.said.clone().map(Shown),
                })
                .collect(),
            due: deadlines(&record),
            warnings: self.warnings(&record, &form, first),
            // Of a referral that the other node never took, nothing can be done together.
            next_steps: match first {
                Some("refused") => Vec::new(),
                _ => commands(&record, record.role),
            },
            fields,
            history,
        })))
    }

    /// Who holds which fields, as far as we know; `delivery` is that of the request.
    fn who_knows(
        &self,
        record: &ReferralRecord,
        delivery: Option<&str>,
        paths: &[String],
    ) -> Vec<Knows> {
        let erasure = record.referral.receiver_state().erasure;
        let knows = |role: Role, fields, basis| Knows {
            agency: self.directory.name(&record.referral.agency(role)),
            fields,
            basis: told(basis, self.language),
        };
        let (receiver_fields, receiver_basis) = match (record.role, delivery) {
            (Role::Receiver, _) if record.erased.is_some() => (Vec::new(), "knows-destroyed"),
            (Role::Receiver, _) => (paths.to_vec(), "knows-stored"),
            (Role::Sender, _) if erasure == Erasure::Erased && record.on_paper => {
                (Vec::new(), "knows-reported-destroyed")
            }
            (Role::Sender, _) if record.on_paper && !record.unanswered().is_empty() => {
                (paths.to_vec(), "knows-paper-to-destroy")
            }
            (Role::Sender, _) if erasure == Erasure::Erased => (Vec::new(), "knows-says-destroyed"),
            (Role::Sender, _) if erasure == Erasure::Retained => (paths.to_vec(), "knows-keeps"),
            (Role::Sender, Some("delivered")) if !record.unanswered().is_empty() => {
                (paths.to_vec(), "knows-ordered")
            }
            (Role::Sender, Some("delivered")) => (paths.to_vec(), "knows-confirmed"),
            (Role::Sender, Some("refused")) => (Vec::new(), "knows-refused"),
            (Role::Sender, _) if record.on_paper => (paths.to_vec(), "knows-paper"),
            (Role::Sender, _) => (Vec::new(), "knows-waits"),
        };
        let sender_basis = match record.role {
            Role::Sender if record.erased.is_some() => "knows-destroyed",
            Role::Sender => "knows-stored",
            Role::Receiver => "knows-sent",
        };
        let mut who_knows = vec![
            knows(Role::Sender, paths.to_vec(), sender_basis),
            knows(Role::Receiver, receiver_fields, receiver_basis),
        ];
        who_knows.extend(record.onward.iter().map(|onward| Knows {
            agency: self.directory.name(&onward.agency),
            fields: Vec::new(),
            basis: told(
                match onward.answer {
                    Some(answer) if answer.is_erased() => "knows-further-destroyed",
                    Some(_) => "knows-further-keeps",
                    None => "knows-further",
                },
                self.language,
            ),
        }));
        who_knows
    }

    /// Other agencies to which a protocol lets such a case go, with their numbers.
    fn others_for(&self, record: &ReferralRecord) -> Vec<String> {
        let me = self.me();
        let mut found = Vec::new();
        for signed in self.directory.isps.values() {
            let isp = signed.isp();
            let in_force = isp.check_dates(self.now, 0).is_ok();
            let usable = |agency: &AgencyId| {
                let known = self.directory.is_trusted(agency) || self.directory.is_on_paper(agency);
                known && self.directory.check_in_use(signed, agency, self.now, false).is_ok()
            };
            let parties = isp.parties.iter().map(|party| party.agency);
            for agency in parties.filter(|agency| in_force && usable(agency)) {
                let covers = |c: &Clause| c.covers(&me, &agency, record.case_type);
                let other = agency != me && agency != record.counterpart();
                if !other || !isp.clauses.iter().any(covers) {
                    continue;
                }
                let name = self.directory.name(&agency).name;
                let number = self.number_of(&agency).map(|n| {
                    let (name, n) = (isolated(&name, self.language), isolated(&n, self.language));
                    format!("{name} ({n})")
                });
                found.push(number.unwrap_or(name));
            }
        }
        found.sort();
        found.dedup();
        found
    }

    /// What became of our orders: one line for each agency that has the data from us.
    fn orders(&self, record: &ReferralRecord) -> Vec<OrderState> {
        let order = match record.referral.sender_state().withdrawal {
            _ if record.role == Role::Receiver => return Vec::new(),
            Withdrawal::No => return Vec::new(),
            Withdrawal::Stopped => "stop",
            Withdrawal::Erase => "erase",
        };
        let state = |agency, answer: Option<OrderAnswer>| OrderState {
            agency: self.directory.name(&agency),
            told_by: (agency != record.counterpart())
                .then(|| self.directory.name(&record.counterpart())),
            order,
            reported: record.on_paper,
            answer: answer.map(|a| label(&ERASURE, a.code, self.language)),
            basis: answer
                .and_then(|a| a.hold)
                .map(|hold| label(&RETENTION_BASIS, hold.basis, self.language)),
            until: answer.and_then(|a| a.hold).map(|hold| Time(hold.until)),
            captured_copies: answer.and_then(|a| a.keys_until).map(Time),
            backups: answer.and_then(|a| a.backups_until).map(Time),
        };
        let direct = (!record.never_taken).then(|| state(record.counterpart(), record.answered));
        let further = record.onward.iter().map(|o| state(o.agency, o.answer));
        direct.into_iter().chain(further).collect()
    }

    /// Whom to phone at the other agency.
    pub(super) fn phone(&self, record: &ReferralRecord) -> Option<&str> {
        if let Some(paper) = self.directory.paper.get(&record.counterpart()) {
            return Some(&paper.phone);
        }
        self.directory.isps.get(&record.isp)?.isp().phone_of(&record.counterpart())
    }

    fn warnings(
        &self,
        record: &ReferralRecord,
        form: &Form,
        delivery: Option<&str>,
    ) -> Vec<String> {
        let language = self.language;
        let mut warnings = Vec::new();
        if form.get(CONTACT_PROHIBITED_ID) == Some(&Value::Flag(true)) {
            warnings.push(told("do-not-contact", language));
        }
        warnings.extend(warnings_of(&record.handover, language));
        let status = record.status();
        let open = status.task.is_open() && !record.never_taken;
        if record.urgency == EMERGENCY && open && record.calls.is_empty() {
            warnings.push(self.phone_now(&record.counterpart(), self.phone(record)));
        }
        let ended = matches!(
            status.task,
            TaskStatus::Rejected | TaskStatus::Failed | TaskStatus::Cancelled
        );
        if record.urgency == EMERGENCY && ended && record.role == Role::Sender && !status.withdrawn
        {
            let others = self.others_for(record);
            let not_taken = match others.is_empty() {
                true => say("emergency-not-taken"),
                false => {
                    say("emergency-not-taken-others").with("others", others.join(language.comma()))
                }
            };
            warnings.push(not_taken.text(language));
        }
        let sender = record.referral.sender_state();
        let lost = record.role == Role::Sender
            && record.two_stages
            && record.later.is_empty()
            && !sender.released
            && self
                .txn
                .node
                .restored
                .is_some_and(|r| record.created < r.at && record.withheld.is_empty());
        if lost && open {
            warnings.push(told("first-stage-alone", language));
        }
        if record.two_stages && status.task.is_open() && record.role == Role::Receiver {
            let promised = record.referral.receiver_state().progress > Progress::Received;
            // What whoever accepts in two stages takes on (`spec/referral.md`, Two stages).
            let safe_contact = told("safe-contact", language);
            let key = match (promised, sender.released) {
                (false, _) => "identity-after-accept",
                (true, false) => "identity-not-yet",
                (true, true) => "identity-came",
            };
            warnings.push(say(key).with("safe_contact", safe_contact).text(language));
        }
        let reached = delivery == Some("delivered");
        let in_error = sender.stage == Stage::EnteredInError && reached;
        let referral = record.referral.id.short();
        if in_error && record.role == Role::Sender && sender.withdrawal == Withdrawal::No {
            let agency = record.counterpart();
            let still_there = say("in-error-still-there")
                .with("agency", self.directory.name(&agency).name)
                .with("referral", &referral)
                .with("id", agency.short());
            warnings.push(still_there.text(language));
        }
        if record.ask_person.is_some() {
            let consent = &record.consent().to_string()[..8];
            let ask = say("ask-the-person").with("referral", &referral).with("consent", consent);
            warnings.push(ask.text(language));
        }
        if record.never_taken && sender.stage != Stage::Requested {
            warnings.push(told("never-left", language));
        }
        if status.withdrawn && record.erased.is_none() {
            warnings.push(told("nothing-more-shared", language));
        }
        warnings
    }

    /// Both chains as one: each event after the one that it names, and where neither
    /// names the other, by the time that their authors give.
    fn in_order(&mut self, record: &ReferralRecord) -> Result<Vec<Placed>, StoreError> {
        const ROLES: [Role; 2] = [Role::Sender, Role::Receiver];
        let mut chains = [VecDeque::new(), VecDeque::new()];
        for (chain, role) in chains.iter_mut().zip(ROLES) {
            for position in 1..=record.referral.len(role) {
                chain.push_back(self.event_at(&record.referral.id, role, position)?);
            }
        }
        let mut taken = [0u32; 2];
        let mut order = Vec::new();
        loop {
            let ready = |i: usize| {
                let (message, _): &(SignedMessage, Option<Event>) = chains[i].front()?;
                let named = message.body().link.as_ref()?.other.map_or(0, |head| head.position);
                (named <= taken[1 - i]).then_some(message.body().created)
            };
            let i = match (ready(0), ready(1)) {
                (None, None) => return Ok(order),
                (Some(sender), Some(receiver)) => usize::from(receiver < sender),
                (sender, _) => usize::from(sender.is_none()),
            };
            taken[i] += 1;
            let next = chains[i].pop_front();
            order.extend(next.map(|(message, event)| (ROLES[i], taken[i], message, event)));
        }
    }

    fn entry(
        &mut self,
        record: &ReferralRecord,
        (role, position): (Role, u32),
        message: &SignedMessage,
        (event, too_late): (Option<Event>, bool),
    ) -> Result<Entry, StoreError> {
        let sent = role == record.role && !record.on_paper;
        let at = if sent { Some(self.directory.serial(message)?) } else { None };
        let sent: Option<Sent> = match at {
            Some(at) => self.txn.get(&keyspace::sent(&record.counterpart(), at))?,
            None => None,
        };
        let kind = record.referral.step_at(role, position);
        let kind = kind.ok_or(StoreError::Damaged("a place of a chain"))?;
        let note = event.as_ref().and_then(Event::note).cloned();
        let (answer, gives) = match event {
            Some(Event::Step(_, answer)) => (answer, Vec::new()),
            Some(Event::Supplied(_, supplement)) => {
                let code = supplement.not_told;
                (EventAnswer { code, ..EventAnswer::default() }, supplement.form.ids().collect())
            }
            Some(Event::Requested(_)) | None => (EventAnswer::default(), Vec::new()),
        };
        let list = if kind == EventKind::Answered { Some(*NOT_TOLD) } else { kind.shape().code };
        let code = list.and_then(|list| list.by_id(answer.code?));
        let behind = || self.directory.is_behind(&record.counterpart()).then_some(RECOVERING.id);
        let waits =
            at.and_then(|at| self.outbox.problem_of(record.counterpart(), at).or_else(behind));
        let settled = sent.as_ref().and_then(|s| s.settled.as_ref());
        let delivery = sent.as_ref().map(|_| match settled {
            None => "queued",
            Some(s) if s.refused.is_some() => "refused",
            Some(_) => "delivered",
        });
        let refused = settled.and_then(|s| s.refused.as_deref());
        let withheld = sent.as_ref().and_then(|s| s.withheld.as_deref());
        let reduced = sent.as_ref().and_then(|s| s.reduced.as_deref());
        Ok(Entry {
            at: Time(message.body().created),
            by: self.directory.name(&record.referral.agency(role)),
            step: kind.name(),
            code: code.map(|c| c.name),
            label: list.zip(code).map(|(list, c)| label(list, c.id, self.language)),
            note: note.map(Shown),
            when: answer.at.map(Time),
            keys_until: answer.keys_until.map(Time),
            backups_until: answer.backups_until.map(Time),
            fields: self.field_names(&answer.fields.unwrap_or(gives)),
            agency: answer.agency.map(|agency| self.directory.name(&agency)),
            unsigned: record.on_paper && role == Role::Receiver,
            reported: answer.report.map(|report| ReportView {
                said_by: Shown(report.said_by),
                how: label(&CONTACT_METHOD, report.how, self.language),
                at: Time(report.at),
            }),
            too_late,
            delivery,
            settled: settled.map(|s| Time(s.at)),
            problem: match (withheld.or(refused).or(reduced), settled) {
                (Some(rule), _) => Some(rule),
                (None, None) => waits,
                (None, Some(_)) => None,
            }
            .map(|rule| Problem::of(rule, self.language)),
        })
    }
}

/// By which word a step of a receiver without a node is reported.
fn report_name(kind: EventKind) -> Option<&'static str> {
    match kind {
        EventKind::Erased => Some("erased"),
        EventKind::Retained => Some("retained"),
        EventKind::Stopped => Some("stopped"),
        kind => Some(kind.command()).filter(|c| !c.is_empty()),
    }
}

/// The agency that answers for the case, as far as this referral goes.
fn responsible(record: &ReferralRecord) -> AgencyId {
    let promised = !matches!(
        record.referral.receiver_state().progress,
        Progress::New
            | Progress::Received
            | Progress::Rejected
            | Progress::Cancelled
            | Progress::Failed
    );
    let role = if record.transfer && promised { Role::Receiver } else { Role::Sender };
    record.referral.agency(role)
}

/// When the clocks of what is still to happen run out.
fn deadlines(record: &ReferralRecord) -> Vec<Deadline> {
    let (sender, receiver) = (record.referral.sender_state(), record.referral.receiver_state());
    let running = Clock::ALL.into_iter().filter(|clock| clock.runs(sender, receiver));
    // What never arrived has nothing to wait for.
    let running = running.filter(|_| !record.never_taken);
    let due = running.filter_map(|clock| record.clocks.due(clock));
    due.map(|due| Deadline { clock: due.clock.name(), by: Time(due.at) }).collect()
}
