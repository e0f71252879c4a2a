//! What `ihala doctor` tells, in memory only: the way to each agency, and how our own home
//! is kept.

use std::collections::HashMap;

use ihala_envelope::{AgencyId, Rule, Timestamp, TransportId};

/// Why there is no usable connection to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTrouble {
    /// Nothing answers at its addresses.
    Unreachable,
    /// At its address another node answers: with another key.
    WrongNode,
    /// It answers, and ends the connection: it does not let us in.
    TurnedAway,
    /// It is connected and does not speak this version.
    OtherVersion,
}

/// How the home of the node is kept, as the node sees it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HomeState {
    /// The keys are not sealed with a passphrase.
    pub unprotected: bool,
    /// Its filesystem writes a file that is overwritten to another place: the old bytes stay.
    pub copies_on_write: bool,
}

/// Seconds by which two clocks may differ without anybody noticing.
const SKEW_MAX: u64 = 300;

/// Seconds until an agency is examined again.
const EXAMINED_AGAIN: u64 = 2;

/// What was seen of each agency last.
#[derive(Default)]
pub(crate) struct Contacts {
    trouble: HashMap<TransportId, LinkTrouble>,
    refused: HashMap<AgencyId, &'static str>,
    /// Seconds by which its clock is ahead of ours.
    skew: HashMap<AgencyId, i64>,
    /// How our own home is kept.
    pub(crate) home: HomeState,
    /// When an agency was examined last.
    examined: HashMap<AgencyId, Timestamp>,
}

impl Contacts {
    /// A node can be reached.
    pub(crate) fn up(&mut self, transport: &TransportId) {
        self.trouble.remove(transport);
    }

    /// A node cannot.
    pub(crate) fn trouble(&mut self, transport: TransportId, trouble: LinkTrouble) {
        self.trouble.insert(transport, trouble);
    }

    /// Why a node cannot be reached, as far as it is known.
    pub(crate) fn trouble_of(&self, transport: &TransportId) -> Option<LinkTrouble> {
        self.trouble.get(transport).copied()
    }

    /// We have not taken a message of an agency, for now.
    pub(crate) fn refused(&mut self, agency: AgencyId, rule: &'static Rule) {
        self.refused.insert(agency, rule.id);
    }

    /// We have taken a message of an agency.
    pub(crate) fn heard(&mut self, agency: &AgencyId) {
        self.refused.remove(agency);
    }

    /// The rule by which its last message was not taken.
    pub(crate) fn refused_by(&self, agency: &AgencyId) -> Option<&'static str> {
        self.refused.get(agency).copied()
    }

    /// Whether an agency may be examined: not again at once.
    pub(crate) fn may_examine(&mut self, agency: AgencyId, now: Timestamp) -> bool {
        let just_now = |at: &Timestamp| *at <= now && now < at.plus(EXAMINED_AGAIN);
        if self.examined.get(&agency).is_some_and(just_now) {
            return false;
        }
        self.examined.insert(agency, now);
        true
    }

    /// An agency has just signed this time.
    pub(crate) fn signed(&mut self, agency: AgencyId, at: Timestamp, now: Timestamp) {
        let ahead = i64::try_from(at.0).unwrap_or(i64::MAX) - i64::try_from(now.0).unwrap_or(0);
        self.skew.insert(agency, ahead);
    }

    /// By how many seconds its clock is ahead of ours, where that is worth telling.
    pub(crate) fn skew_of(&self, agency: &AgencyId) -> Option<i64> {
        self.skew.get(agency).copied().filter(|ahead| ahead.unsigned_abs() > SKEW_MAX)
    }
}
