//! Sending: what is queued goes out when its agency can be reached, as often as it
//! takes, until a receipt or a refusal settles it.
//!
//! Here stands what is remembered of that in memory; `send.rs` decides what may go and seals it,
//! `replies.rs` takes what comes back.

mod replies;
mod send;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ihala_envelope::{AgencyId, MessageId, Timestamp};

use crate::serial::Serial;

/// Seconds until the first retry; doubled with each failure.
const FIRST_RETRY: u64 = 1;
/// A back-off that has ended.
const NO_WAIT: Timestamp = Timestamp(0);
/// Seconds between retries at most.
const LAST_RETRY: u64 = 60;

/// What is under way, in memory only: after a restart everything queued goes again.
#[derive(Default)]
pub(crate) struct Outbox {
    in_flight: HashMap<(AgencyId, MessageId), Serial>,
    /// Agencies that could not be handed anything.
    back_off: BTreeMap<AgencyId, BackOff>,
    /// Messages that their recipient cannot take yet.
    deferred: BTreeMap<(AgencyId, Serial), BackOff>,
    /// Up to where, in each part of a queue, everything is under way or has to wait.
    passed: BTreeMap<(AgencyId, Part), Vec<u8>>,
}

/// What goes under the present card goes first: the letters by which an agency takes what is
/// left under an earlier one are among it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Present,
    Earlier,
}

#[derive(Clone, Copy)]
struct BackOff {
    failures: u32,
    until: Timestamp,
    problem: Option<&'static str>,
}

impl Default for BackOff {
    fn default() -> Self {
        Self { failures: 0, until: NO_WAIT, problem: None }
    }
}

impl Outbox {
    /// Forgets the back-off: the agency has come back.
    pub(crate) fn peer_up(&mut self, agency: AgencyId) {
        self.back_off.remove(&agency);
        self.deferred.range_mut(all_of(agency)).for_each(|(_, b)| b.until = NO_WAIT);
        self.look_again(&agency);
    }

    /// What has been passed over may go now.
    fn look_again(&mut self, agency: &AgencyId) {
        for part in [Part::Present, Part::Earlier] {
            self.passed.remove(&(*agency, part));
        }
    }

    /// Agencies whose back-off has ended.
    pub(crate) fn due(&mut self, now: Timestamp) -> BTreeSet<AgencyId> {
        let agencies = self.back_off.iter_mut().map(|(id, b)| (*id, b));
        let messages = self.deferred.iter_mut().map(|((id, _), b)| (*id, b));
        // A time further away than any wait was set by a clock that has been put right.
        let far = now.plus(LAST_RETRY);
        let ended = |until: Timestamp| until > NO_WAIT && (until <= now || until > far);
        let due = agencies.chain(messages).filter(|(_, b)| ended(b.until));
        let due: BTreeSet<AgencyId> = due
            .map(|(id, back_off)| {
                back_off.until = NO_WAIT;
                id
            })
            .collect();
        due.iter().for_each(|agency| self.look_again(agency));
        due
    }

    /// When to look again.
    pub(crate) fn next_retry(&self) -> Option<Timestamp> {
        let all = self.back_off.values().chain(self.deferred.values());
        all.map(|b| b.until).filter(|t| *t > NO_WAIT).min()
    }

    /// Whether something is under way to an agency.
    pub(crate) fn is_under_way(&self, agency: &AgencyId) -> bool {
        self.in_flight.keys().any(|(to, _)| to == agency)
    }

    /// Why the last attempt failed.
    pub(crate) fn problem(&self, agency: &AgencyId) -> Option<&'static str> {
        let of_messages = self.deferred.range(all_of(*agency)).find_map(|(_, b)| b.problem);
        let of_agency = self.back_off.get(agency).and_then(|b| b.problem);
        of_agency.or(of_messages)
    }

    /// Why a queued message was not taken at the last attempt.
    pub(crate) fn problem_of(&self, agency: AgencyId, at: Serial) -> Option<&'static str> {
        let of_message = self.deferred.get(&(agency, at)).and_then(|b| b.problem);
        let of_agency = self.back_off.get(&agency).and_then(|b| b.problem);
        of_message.or(of_agency)
    }

    /// A message was settled: its agency can be reached.
    fn settled(&mut self, agency: AgencyId, at: Serial) {
        self.back_off.remove(&agency);
        self.deferred.remove(&(agency, at));
    }

    fn is_deferred(&self, agency: AgencyId, at: Serial) -> bool {
        self.deferred.get(&(agency, at)).is_some_and(|b| b.until > NO_WAIT)
    }

    fn defer(
        &mut self,
        agency: AgencyId,
        at: Serial,
        now: Timestamp,
        problem: Option<&'static str>,
    ) {
        self.deferred.entry((agency, at)).or_default().failed(now, problem);
    }

    pub(crate) fn failed(
        &mut self,
        agency: AgencyId,
        now: Timestamp,
        problem: Option<&'static str>,
    ) {
        self.look_again(&agency);
        let back_off = self.back_off.entry(agency).or_default();
        // What was under way together fails together: that is one failure.
        if back_off.until <= now {
            back_off.failed(now, problem);
        }
    }
}

impl BackOff {
    fn failed(&mut self, now: Timestamp, problem: Option<&'static str>) {
        let wait = FIRST_RETRY << self.failures.min(6);
        self.failures = self.failures.saturating_add(1);
        self.until = now.plus(wait.min(LAST_RETRY));
        self.problem = problem;
    }
}

/// All places of the sequences to an agency.
fn all_of(agency: AgencyId) -> std::ops::RangeInclusive<(AgencyId, Serial)> {
    let last = Serial { card: u16::MAX, seq: u64::MAX };
    (agency, Serial { card: 0, seq: 0 })..=(agency, last)
}
