//! Nominations for support: services that do not reach refugees, told to a coordination body
//! (`spec/delivery.md`, Message types). No person is named, so no consent or protocol is
//! asked.

use ihala_envelope::{AgencyId, Timestamp};
use ihala_protocol::letter::Nomination;
use ihala_protocol::{Form, kinds};
use ihala_store::StoreError;

use crate::engine::{Trouble, Work};
use crate::io::Actor;
use crate::keyspace;
use crate::records::Nominated;

/// Nominations of one agency that are kept; then its oldest goes. Nobody can push out what
/// another has told, or what was told from here.
pub(crate) const NOMINATIONS_MAX: usize = 1_000;

impl Work<'_> {
    /// Tells an agency of a service.
    pub(crate) fn nominate(
        &mut self,
        form: Form,
        to: AgencyId,
        actor: &Actor,
    ) -> Result<Nominated, Trouble> {
        let letter = Nomination { form };
        self.write(to, kinds::NOMINATION, &letter, Some(actor))?;
        let me = self.me();
        let entry = Nominated { by: me, to, at: self.now, form: letter.form };
        self.keep_nomination(&entry)?;
        Ok(entry)
    }

    /// An agency tells us of a service.
    pub(crate) fn take_nomination(
        &mut self,
        sender: &AgencyId,
        told: Nomination,
    ) -> Result<(), Trouble> {
        let entry = Nominated { by: *sender, to: self.me(), at: self.now, form: told.form };
        Ok(self.keep_nomination(&entry)?)
    }

    /// What we had told before we were restored from a backup.
    pub(crate) fn note_own_nomination(
        &mut self,
        to: AgencyId,
        at: Timestamp,
        form: Form,
    ) -> Result<(), StoreError> {
        self.keep_nomination(&Nominated { by: self.me(), to, at, form })
    }

    fn keep_nomination(&mut self, entry: &Nominated) -> Result<(), StoreError> {
        let (from, to) = keyspace::nominated_by(&entry.by);
        let kept = self.txn.range(&from, &to, NOMINATIONS_MAX)?;
        if let (true, Some((oldest, _))) = (kept.len() >= NOMINATIONS_MAX, kept.first()) {
            self.txn.remove(oldest.clone());
        }
        let newest = kept.last().and_then(|(key, _)| keyspace::last_number(key));
        let number = newest.map_or(0, |n| n + 1);
        self.txn.put_own(keyspace::nominated(&entry.by, number), entry);
        Ok(())
    }
}
