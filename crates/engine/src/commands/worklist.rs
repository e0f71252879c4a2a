//! `ihala list`, `ihala show`.

use std::collections::VecDeque;

use ihala_envelope::{ReferralId, SignedMessage, Timestamp};
use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use ihala_protocol::fields;
use ihala_protocol::referral::{Event, Role, TaskStatus};
use ihala_store::StoreError;

use super::field_name;
use super::refer::withheld_views;
use crate::engine::{Outcome, Work};
use crate::io::{Answer, Failure};
use crate::keyspace;
use crate::records::{ReferralRecord, Sent};
use crate::views::{self, Direction, Entry, FieldValue, Knows, List, Problem, Row, Shown, Time};

/// Most rows of one page.
const PAGE_MAX: usize = 200;

impl Work<'_> {
    /// One page of the worklist. With no direction, both lists are merged by time.
    pub(super) fn list(
        &mut self,
        direction: Option<Direction>,
        status: Option<TaskStatus>,
        after: Option<&str>,
        limit: usize,
    ) -> Outcome {
        let limit = limit.clamp(1, PAGE_MAX);
        let after = after.map(parse_cursor).transpose()?;
        let directions = match direction {
            Some(direction) => vec![direction],
            None => vec![Direction::In, Direction::Out],
        };
        // The tail of a key is the time, newest first, and the id: it sorts alike in every list.
        let mut tails: Vec<Vec<u8>> = Vec::new();
        for direction in directions {
            let prefix = keyspace::list_prefix(direction, status);
            let from = match &after {
                None => prefix.clone(),
                Some(tail) => [prefix.as_slice(), tail, &[0]].concat(),
            };
            let page = self.txn.range(&from, &keyspace::end_of(&prefix), limit + 1)?;
            tails.extend(page.into_iter().map(|(key, _)| key[prefix.len()..].to_vec()));
        }
        tails.sort();
        let more = tails.len() > limit;
        tails.truncate(limit);
        let next = tails.last().filter(|_| more).map(|t| data_encoding::HEXLOWER.encode(t));
        let mut referrals = Vec::new();
        for tail in &tails {
            let id = tail.get(8..).and_then(ReferralId::from_slice);
            let id = id.ok_or(StoreError::Damaged("a key of the worklist"))?;
            let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&id))?;
            let record = record.ok_or(StoreError::Damaged("a listed referral is missing"))?;
            referrals.push(self.row(&record));
        }
        Ok(Answer::List(List { referrals, next }))
    }

    fn row(&self, record: &ReferralRecord) -> Row {
        Row {
            id: record.referral.id.to_string(),
            direction: match record.role {
                Role::Sender => Direction::Out,
                Role::Receiver => Direction::In,
            },
            with: self.directory.name(&record.counterpart()),
            case_code: record.case_code.clone().map(Shown),
            case_type: CASE_TYPE.by_id(record.case_type).map_or("?", |c| c.name),
            urgency: URGENCY.by_id(record.urgency).map_or("?", |c| c.name),
            status: record.referral.status(),
            problem: record.refused.as_deref().map(Problem::of),
            created: Time(record.created),
            updated: Time(record.updated),
        }
    }

    pub(crate) fn show(&mut self, referral: &str) -> Outcome {
        let (_, record) = self.find_referral(referral)?;
        let mut history = Vec::new();
        let mut fields = Vec::new();
        for (role, message, event) in self.in_order(&record)? {
            if let Event::Requested(request) = &event {
                let value = |(field, value): (&'static fields::Field, _)| FieldValue {
                    field: field_name(field),
                    value: Shown(ihala_protocol::form::Value::show(value, field)),
                };
                fields = request.form.iter().map(value).collect();
            }
            let seq = (role == record.role).then_some(message.body().seq);
            history.push(self.entry(&record, role, message.body().created, &event, seq)?);
        }
        let first = history.iter().find(|e| e.step == "requested").and_then(|e| e.delivery);
        let paths: Vec<_> = fields.iter().map(|f| f.field.path).collect();
        let knows = |role: Role, fields, basis| Knows {
            agency: self.directory.name(&record.referral.agency(role)),
            fields,
            basis,
        };
        let (receiver_fields, receiver_basis) = match (record.role, first) {
            (Role::Receiver, _) => (paths.clone(), "stored here"),
            (Role::Sender, Some("delivered")) => (paths.clone(), "its node confirmed"),
            (Role::Sender, Some("refused")) => {
                (Vec::new(), "its node refused it, and keeps nothing")
            }
            (Role::Sender, _) => (Vec::new(), "not yet: it waits here"),
        };
        let sender_basis = if record.role == Role::Sender { "stored here" } else { "it sent them" };
        let withheld = record.withheld.iter().map(|w| (w.field, w.rule.as_str()));
        Ok(Answer::Referral(Box::new(views::Referral {
            row: self.row(&record),
            withheld: withheld_views(withheld),
            consent: record.consent().to_string(),
            isp: record.isp.to_string(),
            who_knows: vec![
                knows(Role::Sender, paths.clone(), sender_basis),
                knows(Role::Receiver, receiver_fields, receiver_basis),
            ],
            // Of a referral that the other node never took, nothing can be done together.
            next_steps: match first {
                Some("refused") => Vec::new(),
                _ => record.referral.choices(record.role).iter().map(|k| k.command()).collect(),
            },
            fields,
            history,
        })))
    }

    /// Both chains as one: each event after the one that it names, and where neither
    /// names the other, by the time that their authors give.
    fn in_order(
        &mut self,
        record: &ReferralRecord,
    ) -> Result<Vec<(Role, SignedMessage, Event)>, StoreError> {
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
                let (message, _): &(SignedMessage, Event) = chains[i].front()?;
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
            order.extend(next.map(|(message, event)| (ROLES[i], message, event)));
        }
    }

    fn entry(
        &mut self,
        record: &ReferralRecord,
        role: Role,
        at: Timestamp,
        event: &Event,
        our_seq: Option<u64>,
    ) -> Result<Entry, StoreError> {
        let sent: Option<Sent> = match our_seq {
            Some(seq) => self.txn.get(&keyspace::sent(&record.counterpart(), seq))?,
            None => None,
        };
        let (code, note) = match event {
            Event::Step(kind, answer) => (
                kind.code_list().and_then(|list| answer.code.and_then(|id| list.by_id(id))),
                answer.note.clone(),
            ),
            Event::Requested(_) => (None, None),
        };
        let waits = our_seq.and_then(|seq| self.outbox.problem_of(record.counterpart(), seq));
        let settled = sent.as_ref().and_then(|s| s.settled.as_ref());
        let delivery = sent.as_ref().map(|_| match settled {
            None => "queued",
            Some(s) if s.refused.is_some() => "refused",
            Some(_) => "delivered",
        });
        let refused = settled.and_then(|s| s.refused.as_deref());
        let withheld = sent.as_ref().and_then(|s| s.withheld.as_deref());
        Ok(Entry {
            at: Time(at),
            by: self.directory.name(&record.referral.agency(role)),
            step: event.kind().name(),
            code: code.map(|c| c.name),
            label: code.map(|c| c.label),
            note: note.map(Shown),
            delivery,
            settled: settled.map(|s| Time(s.at)),
            problem: match (withheld.or(refused), settled) {
                (Some(rule), _) => Some(Problem::of(rule)),
                (None, None) => waits,
                (None, Some(_)) => None,
            },
        })
    }
}

fn parse_cursor(text: &str) -> Result<Vec<u8>, Failure> {
    let tail = data_encoding::HEXLOWER.decode(text.as_bytes()).ok().filter(|t| t.len() == 24);
    tail.ok_or_else(|| {
        Failure::invalid("`after` names no page", "use the `next` of the page before")
    })
}
