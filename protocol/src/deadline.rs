//! Deadlines: four clocks for each referral, counted at each end by its own time
//! alone (`spec/referral.md`, Deadlines).

use ihala_envelope::Timestamp;
use minicbor::{Decode, Encode};

use crate::referral::{Progress, ReceiverState, SenderState, status};

/// What is to happen in time.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, serde::Serialize,
)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// A person at the receiver opens it.
    #[n(0)]
    Acknowledge,
    /// The receiver accepts or declines.
    #[n(1)]
    Decide,
    /// The service begins.
    #[n(2)]
    Serve,
    /// The sender is told the outcome.
    #[n(3)]
    FeedBack,
}

impl Clock {
    /// Every clock, in the order in which they run out.
    pub const ALL: [Self; 4] = [Self::Acknowledge, Self::Decide, Self::Serve, Self::FeedBack];

    /// Its name on screens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Acknowledge => "acknowledge",
            Self::Decide => "decide",
            Self::Serve => "serve",
            Self::FeedBack => "feed back",
        }
    }

    /// Whether it still runs in these states. Nothing runs in a referral that has
    /// ended, was withdrawn or was a mistake.
    pub const fn runs(self, sender: SenderState, receiver: ReceiverState) -> bool {
        let now = status(sender, receiver);
        if now.withdrawn || !now.task.is_open() {
            return false;
        }
        match self {
            Self::Acknowledge => matches!(receiver.progress, Progress::New),
            Self::Decide => matches!(receiver.progress, Progress::New | Progress::Received),
            Self::Serve => !matches!(receiver.progress, Progress::InProgress),
            Self::FeedBack => true,
        }
    }
}

/// Hours for each clock, by urgency: emergency, urgent, routine.
pub type Limits = [[u32; 4]; 3];

/// The limits where a protocol sets none (`spec/referral.md`, Deadlines).
pub const DEFAULT_LIMITS: Limits =
    [[1, 4, 24, 72], [24, 48, 72, 7 * 24], [3 * 24, 7 * 24, 14 * 24, 30 * 24]];

/// Longest limit that a protocol may set, in hours.
pub const LIMIT_MAX: u32 = 365 * 24;

/// Hours from the incident within which clinical care after rape helps: post-exposure
/// prophylaxis. (Emergency contraception: 120.)
pub const CARE_AFTER_RAPE: u64 = 72;

const HOUR: u64 = 3_600;

/// The clocks of one referral at one agency.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Clocks {
    /// When they started here: when we sent it, or when it arrived.
    #[n(1)]
    started: Timestamp,
    /// Hours for each.
    #[n(2)]
    limits: [u32; 4],
    /// The service must begin before this, whatever the limits: counted from an incident.
    #[n(3)]
    serve_before: Option<Timestamp>,
    /// Seconds for which they have rested, waiting for the sender.
    #[n(4)]
    rested: u64,
    /// Since when they rest.
    #[n(5)]
    resting: Option<Timestamp>,
}

/// A clock that has run out, or will.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When.
    pub at: Timestamp,
    /// Which.
    pub clock: Clock,
    /// From when on a supervisor must see to it.
    pub escalates: Timestamp,
}

impl Clocks {
    /// Starts the clocks. `urgency` is a code of `URGENCY`; `incident` the time from
    /// which care after rape counts, where the need is that.
    pub fn start(
        now: Timestamp,
        limits: &Limits,
        urgency: u16,
        incident: Option<Timestamp>,
    ) -> Self {
        let row = usize::from(urgency.clamp(1, 3)) - 1;
        Self {
            started: now,
            limits: limits[row],
            serve_before: incident.map(|t| t.plus(CARE_AFTER_RAPE * HOUR)),
            rested: 0,
            resting: None,
        }
    }

    /// Takes out what tells of the person: the time of an incident.
    pub fn forget(&mut self) {
        self.serve_before = None;
    }

    /// Care after rape counts from this incident, which was told only now.
    pub fn count_from(&mut self, incident: Timestamp) {
        self.serve_before = Some(incident.plus(CARE_AFTER_RAPE * HOUR));
    }

    /// Lets the clocks rest while the sender is asked, and run again after its answer.
    pub fn note(&mut self, waiting_for_sender: bool, now: Timestamp) {
        match (waiting_for_sender, self.resting) {
            (true, None) => self.resting = Some(now),
            (false, Some(since)) => {
                // A clock that was set back gives no rest.
                self.rested = self.rested.saturating_add(now.0.saturating_sub(since.0));
                self.resting = None;
            }
            _ => {}
        }
    }

    /// When a clock runs out; `None` while it rests. *Acknowledge* never rests.
    pub fn due(&self, clock: Clock) -> Option<Due> {
        let hours = u64::from(self.limits[clock as usize]);
        let rests = clock != Clock::Acknowledge;
        if rests && self.resting.is_some() {
            return None;
        }
        let rested = if rests { self.rested } else { 0 };
        let mut at = self.started.plus(hours * HOUR + rested);
        if clock == Clock::Serve {
            at = self.serve_before.map_or(at, |before| before.min(at));
        }
        Some(Due { at, clock, escalates: at.plus(hours * HOUR / 2) })
    }

    /// The clock that runs out first, of those that run.
    pub fn next(&self, sender: SenderState, receiver: ReceiverState) -> Option<Due> {
        let running = Clock::ALL.into_iter().filter(|clock| clock.runs(sender, receiver));
        running.filter_map(|clock| self.due(clock)).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referral::Stage;

    const NOW: Timestamp = Timestamp(1_780_272_000);

    #[test]
    fn each_urgency_has_its_limits_and_rests_while_the_sender_is_asked() {
        let (sent, new) = (SenderState::NEW, ReceiverState::NEW);
        for (urgency, hours) in [(1, 1), (2, 24), (3, 72)] {
            let next = Clocks::start(NOW, &DEFAULT_LIMITS, urgency, None).next(sent, new).unwrap();
            assert_eq!((next.clock, next.at), (Clock::Acknowledge, NOW.plus(hours * HOUR)));
        }
        let mut clocks = Clocks::start(NOW, &DEFAULT_LIMITS, 2, None);
        let received = ReceiverState { progress: Progress::Received, ..new };
        clocks.note(true, NOW.plus(HOUR));
        assert_eq!(clocks.next(sent, received), None);
        clocks.note(false, NOW.plus(11 * HOUR));
        let next = clocks.next(sent, received).unwrap();
        assert_eq!((next.clock, next.at), (Clock::Decide, NOW.plus((48 + 10) * HOUR)));
        assert_eq!(next.escalates, next.at.plus(24 * HOUR));
        let wrong = SenderState { stage: Stage::EnteredInError, ..sent };
        assert_eq!(clocks.next(wrong, received), None, "nothing runs in a mistake");
        let done = ReceiverState { progress: Progress::Completed, ..new };
        assert_eq!(clocks.next(sent, done), None);
    }

    #[test]
    fn care_after_rape_counts_from_the_incident() {
        let incident = Timestamp(NOW.0 - 60 * HOUR);
        let clocks = Clocks::start(NOW, &DEFAULT_LIMITS, 2, Some(incident));
        let accepted = ReceiverState { progress: Progress::Accepted, ..ReceiverState::NEW };
        let next = clocks.next(SenderState::NEW, accepted).unwrap();
        assert_eq!((next.clock, next.at), (Clock::Serve, NOW.plus(12 * HOUR)));
    }
}
