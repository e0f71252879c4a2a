//! What waits for its time or for a person, in order of time.
//!
//! The order is kept in memory alone: store keys stand in clear, and the time at which
//! a service is due can tell when somebody was raped. The store holds one entry for each
//! referral that has any, sealed like the referral itself; they are read when the node
//! starts.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use ihala_envelope::{ReferralId, Timestamp};
use ihala_store::{Range, StoreError, Vault};
use minicbor::{Decode, Encode};

use crate::keyspace;
use crate::txn::decode;

/// Entries read in one go.
const PAGE: usize = 4_096;

/// A list of referrals that something is to be done about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A clock has run out.
    Overdue,
    /// An agency has not answered an order to erase.
    Unanswered,
    /// An agency was told that consent is withdrawn: the person is to be asked.
    AskPerson,
    /// Who the person is waits, because consent or protocol are in the way.
    HeldBack,
}

impl Matter {
    /// Every list.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::Unanswered, Self::AskPerson, Self::HeldBack];

    /// Its name in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Unanswered => "unanswered",
            Self::AskPerson => "ask-person",
            Self::HeldBack => "held-back",
        }
    }

    /// The list of a name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|matter| matter.name() == name)
    }
}

/// When something about a referral is to be done, or should have been.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Entry {
    /// When the node is to look at it again.
    #[n(1)]
    pub(crate) due: Option<Timestamp>,
    /// Since when a clock has run out.
    #[n(2)]
    pub(crate) overdue: Option<Timestamp>,
    /// Since when an order to erase waits for an answer.
    #[n(3)]
    pub(crate) unanswered: Option<Timestamp>,
    /// Since when the person is to be asked.
    #[n(4)]
    pub(crate) ask_person: Option<Timestamp>,
    /// When a referral was made whose second stage waits.
    #[n(5)]
    pub(crate) held_back: Option<Timestamp>,
}

impl Entry {
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    const fn since(&self, matter: Matter) -> Option<Timestamp> {
        match matter {
            Matter::Overdue => self.overdue,
            Matter::Unanswered => self.unanswered,
            Matter::AskPerson => self.ask_person,
            Matter::HeldBack => self.held_back,
        }
    }
}

type Place = (Timestamp, ReferralId);

/// All entries, by referral and by time.
#[derive(Debug, Default)]
pub(crate) struct Agenda {
    entries: HashMap<ReferralId, Entry>,
    due: BTreeSet<Place>,
    matters: [BTreeSet<Place>; Matter::ALL.len()],
}

impl Agenda {
    /// Reads what the store holds.
    pub(crate) fn load(vault: &mut Vault) -> Result<Self, StoreError> {
        let mut agenda = Self::default();
        let mut from = vec![keyspace::AGENDA];
        loop {
            let to = &[keyspace::AGENDA + 1];
            let page = vault.range(Range { from: &from, to, reverse: false, limit: PAGE })?;
            let Some((last, _)) = page.last() else { return Ok(agenda) };
            from = [last.as_slice(), &[0]].concat();
            for (key, bytes) in page {
                let id = keyspace::on_agenda(&key).ok_or(StoreError::Damaged("an agenda"))?;
                agenda.set(id, decode(&bytes)?);
            }
        }
    }

    /// Takes over what a batch wrote.
    pub(crate) fn set(&mut self, id: ReferralId, entry: Entry) {
        if let Some(old) = self.entries.remove(&id) {
            old.due.map(|at| self.due.remove(&(at, id)));
            for matter in Matter::ALL {
                old.since(matter).map(|at| self.matters[matter as usize].remove(&(at, id)));
            }
        }
        if entry.is_empty() {
            return;
        }
        self.due.extend(entry.due.map(|at| (at, id)));
        for matter in Matter::ALL {
            self.matters[matter as usize].extend(entry.since(matter).map(|at| (at, id)));
        }
        self.entries.insert(id, entry);
    }

    /// The first time at which anything is due.
    pub(crate) fn first_due(&self) -> Option<Timestamp> {
        self.due.first().map(|(at, _)| *at)
    }

    /// What is due by `now`, the earliest first.
    pub(crate) fn due_by(&self, now: Timestamp, limit: usize) -> Vec<ReferralId> {
        let due = self.due.iter().take_while(|(at, _)| *at <= now);
        due.take(limit).map(|(_, id)| *id).collect()
    }

    /// One page of a list after a place, the oldest first.
    pub(crate) fn page(&self, matter: Matter, after: Option<Place>, limit: usize) -> Vec<Place> {
        let after = after.map_or(Bound::Unbounded, Bound::Excluded);
        let list = &self.matters[matter as usize];
        list.range((after, Bound::Unbounded)).take(limit).copied().collect()
    }

    /// How many a list holds.
    pub(crate) fn count(&self, matter: Matter) -> usize {
        self.matters[matter as usize].len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_stands_where_it_was_set_last() {
        let (a, b) = (ReferralId([1; 16]), ReferralId([2; 16]));
        let mut agenda = Agenda::default();
        let due = |at: u64| Entry { due: Some(Timestamp(at)), ..Entry::default() };
        agenda.set(a, due(5));
        agenda.set(b, Entry { overdue: Some(Timestamp(4)), ..due(7) });
        agenda.set(a, due(9));
        assert_eq!(agenda.first_due(), Some(Timestamp(7)));
        assert_eq!(agenda.due_by(Timestamp(9), 9), [b, a]);
        assert_eq!(agenda.page(Matter::Overdue, None, 9), [(Timestamp(4), b)]);
        assert!(agenda.page(Matter::Overdue, Some((Timestamp(4), b)), 9).is_empty());
        agenda.set(b, Entry::default());
        assert_eq!((agenda.first_due(), agenda.count(Matter::Overdue)), (Some(Timestamp(9)), 0));
    }
}
