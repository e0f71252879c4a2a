//! What time brings: clocks that run out, legal bases that end, data whose time is over.
//!
//! Each referral has at most one entry on the agenda ([`crate::agenda`]), written in the
//! batch that changes the referral; a tick handles what is due and nothing else.

use ihala_envelope::{AgencyId, ReferralId, Timestamp};
use ihala_protocol::Profile;
use ihala_protocol::referral::{Erasure, Role, Withdrawal};
use ihala_store::StoreError;

use crate::agenda::Entry;
use crate::engine::{Trouble, Work};
use crate::io::Stop;
use crate::keyspace;
use crate::records::{Overdue, ReferralRecord};
use crate::serial::Incoming;

/// Entries handled with one barrier at most.
const PAGE: usize = 256;
/// Destruction by time that the clock rule forbids is tried again after this.
const TRY_AGAIN: u64 = 86_400;
const DAY: u64 = 86_400;

impl ReferralRecord {
    /// Brings clocks, overdue mark and next timer in line with the states, at `now`.
    pub(crate) fn refresh(&mut self, retention_days: u32, now: Timestamp) {
        let (sender, receiver) = (self.referral.sender_state(), self.referral.receiver_state());
        let status = self.status();
        if sender.withdrawal == Withdrawal::Erase {
            self.erasure_ordered = self.erasure_ordered.or(Some(now));
        }
        self.clocks.note(status.waiting_for_sender, now);
        if status.task.is_open() {
            self.closed = None;
        } else {
            // A clock that was set back must not let retention end at once.
            self.closed = self.closed.or(Some(now.max(self.created)));
        }
        let next = self.clocks.next(sender, receiver).filter(|_| !self.never_taken);
        self.overdue = next.filter(|due| due.at <= now).map(|due| Overdue {
            clock: due.clock,
            since: due.at,
            escalated: due.escalates <= now,
        });
        self.escalation_told &= self.overdue.is_some_and(|o| o.escalated);
        let clock = next.and_then(|due| match self.escalation_told {
            true => None,
            false if due.at > now => Some(due.at),
            // Also one that has passed: the focal point is not told yet.
            false => Some(due.escalates),
        });
        let content =
            self.content_ends(retention_days).map(|t| self.not_before.map_or(t, |n| n.max(t)));
        self.timer = [clock, content].into_iter().flatten().min();
    }

    /// When what we were sent is to be destroyed: when retention ends, or the legal
    /// basis on which we kept it.
    pub(crate) fn content_ends(&self, retention_days: u32) -> Option<Timestamp> {
        // What we sent is ours, or, sent on, ends with what came to us.
        if self.erased.is_some() || self.role == Role::Sender {
            return None;
        }
        let hold = self.hold.map(|hold| hold.until);
        let ordered = self.is_to_be_erased();
        let kept = self.referral.receiver_state().erasure == Erasure::Retained;
        if (ordered || kept) && hold.is_some() {
            return hold;
        }
        let retention = self.closed?.plus(u64::from(retention_days) * DAY);
        Some(hold.map_or(retention, |until| until.max(retention)))
    }
}

impl Work<'_> {
    /// Days for which a receiver keeps what came under this referral's protocol.
    pub(crate) fn retention_days(&self, record: &ReferralRecord) -> u32 {
        self.directory.isps.get(&record.isp).map_or(u32::MAX, |i| i.isp().retention_days)
    }

    /// Handles what is due.
    pub(crate) fn tick(&mut self) -> Result<(), Stop> {
        self.checkpoints_if_due()?;
        self.keys_if_due().map_err(StoreError::from)?;
        self.txn.keep();
        for id in self.agenda.due_by(self.now, PAGE) {
            match self.due(&id) {
                Ok(()) => self.txn.keep(),
                Err(Trouble::Stop(error)) => return Err(error.into()),
                Err(Trouble::Failure(_)) => {
                    // Nothing that time does can be refused; if it were, it must not
                    // come again at once for ever.
                    self.txn.roll_back();
                    let key = keyspace::agenda(&id);
                    if let Some((slot, entry)) = self.txn.get_with_slot::<Entry>(&key)? {
                        self.txn.put(key, slot, &Entry { due: None, ..entry });
                        self.txn.keep();
                    }
                }
            }
        }
        Ok(())
    }

    fn due(&mut self, id: &ReferralId) -> Result<(), Trouble> {
        let (slot, before) = self.referral(id)?;
        let mut record = before.clone();
        let ends = record.content_ends(self.retention_days(&record));
        if ends.is_some_and(|end| end <= self.now) {
            if self.clock_agrees(ends.unwrap_or(self.now))? {
                return self.erase_by_time(record, slot);
            }
            record.not_before = Some(self.now.plus(TRY_AGAIN));
        }
        record.refresh(self.retention_days(&record), self.now);
        if record.overdue.is_some_and(|o| o.escalated) && !record.escalation_told {
            record.escalation_told = true;
            if record.role == Role::Sender {
                self.tell_focal_point(&record)?;
            }
        }
        self.put_referral(Some(&before), &mut record, slot);
        Ok(())
    }

    /// The clock rule (design §5): nothing is destroyed because of the time unless two
    /// peers have signed a time that late, or an administrator has confirmed ours.
    pub(crate) fn clock_agrees(&mut self, end: Timestamp) -> Result<bool, StoreError> {
        if self.txn.node.clock_confirmed.is_some_and(|confirmed| confirmed >= end) {
            return Ok(true);
        }
        let current = |(id, profile, _): (&AgencyId, &Profile, _)| {
            let card = profile.cards().digest();
            (*id, self.directory.card_number(id, &card).unwrap_or_default())
        };
        let agencies: Vec<_> = self.directory.trusted().map(current).collect();
        let mut witnesses = 0;
        for (agency, card) in agencies {
            let incoming: Option<Incoming> = self.txn.get(&keyspace::incoming(&agency, card))?;
            let latest = incoming.and_then(|i| i.latest);
            witnesses += usize::from(latest.is_some_and(|t| t >= end));
        }
        Ok(self.conduct.believes_the_time(witnesses))
    }
}
