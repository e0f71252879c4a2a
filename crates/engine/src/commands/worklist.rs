//! `ihala list`.

use ihala_envelope::{ReferralId, Timestamp};
use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use ihala_protocol::referral::{Role, TaskStatus};
use ihala_store::StoreError;

use crate::agenda::Matter;
use crate::engine::{Outcome, Work};
use crate::io::{Answer, Failure};
use crate::keyspace;
use crate::records::ReferralRecord;
use crate::views::{Direction, List, Overdue, Problem, Row, Shown, Time};
use crate::words::say;

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
        Ok(Answer::List(List { referrals: self.rows(&tails)?, next }))
    }

    /// One page of what waits for somebody to do something, the oldest first.
    pub(super) fn list_matter(
        &mut self,
        matter: Matter,
        after: Option<&str>,
        limit: usize,
    ) -> Outcome {
        let limit = limit.clamp(1, PAGE_MAX);
        let after = after.map(parse_cursor).transpose()?.and_then(|tail| {
            let (at, id) = tail.split_first_chunk()?;
            Some((Timestamp(u64::from_be_bytes(*at)), ReferralId::from_slice(id)?))
        });
        let page = self.agenda.page(matter, after, limit + 1);
        let tail = |(at, id): &(Timestamp, ReferralId)| {
            [at.0.to_be_bytes().as_slice(), id.as_bytes()].concat()
        };
        let mut tails: Vec<Vec<u8>> = page.iter().map(tail).collect();
        let more = tails.len() > limit;
        tails.truncate(limit);
        let next = tails.last().filter(|_| more).map(|t| data_encoding::HEXLOWER.encode(t));
        Ok(Answer::List(List { referrals: self.rows(&tails)?, next }))
    }

    /// The rows of keys that end with a time and an id.
    fn rows(&mut self, tails: &[Vec<u8>]) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        for tail in tails {
            let id = tail.get(8..).and_then(ReferralId::from_slice);
            let id = id.ok_or(StoreError::Damaged("a key of the worklist"))?;
            let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&id))?;
            let record = record.ok_or(StoreError::Damaged("a listed referral is missing"))?;
            rows.push(self.row(&record));
        }
        Ok(rows)
    }

    pub(super) fn row(&self, record: &ReferralRecord) -> Row {
        // Of what has ended nothing waits any more.
        let held_back = record.held_back.as_ref().filter(|_| record.status().task.is_open());
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
            status: record.status(),
            problem: held_back.or(record.refused.as_ref()).map(|r| Problem::of(r, self.language)),
            overdue: record.overdue.map(|overdue| Overdue {
                clock: overdue.clock.name(),
                since: Time(overdue.since),
                escalated: overdue.escalated,
                phone: self.phone(record).map(str::to_owned),
            }),
            phone: self.phone(record).map(str::to_owned),
            unanswered: record.unanswered().iter().map(|a| self.directory.name(a)).collect(),
            ask_person: record.ask_person.map(Time),
            held_back: held_back.is_some(),
            created: Time(record.created),
            updated: Time(record.updated),
        }
    }
}

fn parse_cursor(text: &str) -> Result<Vec<u8>, Failure> {
    let tail = data_encoding::HEXLOWER.decode(text.as_bytes()).ok().filter(|t| t.len() == 24);
    tail.ok_or_else(|| Failure::invalid(say("no-page")))
}
