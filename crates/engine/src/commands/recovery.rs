//! `ihala recovery`: what is still to be told after a restore.

use ihala_envelope::AgencyId;

use crate::audit::Act;
use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer, Failure};
use crate::views::{Recovery, Time, Waits};
use crate::words::say;

impl Work<'_> {
    pub(super) fn recovery(&self) -> Outcome {
        let none = || Failure::NotFound(say("recovery-none"));
        Ok(Answer::Recovery(self.recovery_view().ok_or_else(none)?))
    }

    /// People decide that the others wait for an agency no longer. What it says when it comes
    /// back is taken in all the same, and before that nothing of ours is added to what we
    /// share with it.
    pub(super) fn recovery_leave_out(&mut self, agency: &str, actor: &Actor) -> Outcome {
        // It may be off the trust list by now.
        let named = |id: &&AgencyId| {
            let name = self.directory.name(id).name;
            name.eq_ignore_ascii_case(agency) || id.to_string() == agency.to_lowercase()
        };
        let id = self.directory.behind.keys().find(named).copied();
        let Some(id) = id else {
            self.directory.resolve(agency)?;
            let told = say("recovery-not-awaited").with("agency", agency);
            return Err(Failure::invalid(told).into());
        };
        let subject = ihala_envelope::Digest(id.0);
        self.txn.audit(self.now, Act::LeftOut, subject, Some(actor), None, self.rng);
        self.leave_out(id)?;
        self.recovery()
    }

    /// How the recovery stands, if we were restored from a backup.
    pub(super) fn recovery_view(&self) -> Option<Recovery> {
        let restored = self.txn.node.restored?;
        let behind = |left_out: bool| {
            let all = self.directory.behind.iter().filter(move |(_, b)| b.left_out == left_out);
            let view = |(id, behind): (&_, &crate::recovery::Behind)| Waits {
                agency: self.directory.name(id),
                since: Time(behind.since),
            };
            all.map(view).collect()
        };
        Some(Recovery {
            restored: Time(restored.at),
            made: Time(restored.made),
            waits_for: behind(false),
            left_out: behind(true),
        })
    }
}
