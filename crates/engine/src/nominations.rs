//! Nominations for support: services that do not reach refugees, told to a coordination body
//! (`spec/delivery.md`, Message types). No person is named, so no consent or protocol is
//! asked.

use ihala_envelope::AgencyId;
use ihala_protocol::definition::About;
use ihala_protocol::letter::Nomination;
use ihala_protocol::{Form, kinds};
use ihala_store::StoreError;

use crate::engine::{Trouble, Work};
use crate::io::{Actor, Failure};
use crate::keyspace;
use crate::records::Nominated;

/// Nominations that are kept; then the oldest goes.
pub(crate) const NOMINATIONS_MAX: usize = 10_000;

impl Work<'_> {
    /// Tells an agency of a service.
    pub(crate) fn nominate(
        &mut self,
        form: Form,
        to: AgencyId,
        actor: &Actor,
    ) -> Result<(), Trouble> {
        if form.definition().about != About::Service {
            let told = "this form is about a person, and goes as a referral";
            return Err(Failure::invalid(told, "ihala refer FORM --to AGENCY").into());
        }
        if let Some(field) = form.definition().missing(&form, self.now).first() {
            let told = format!("`{}` is missing: other answers make it needed", field.path);
            let advice = "ihala form check FILE tells all that is missing";
            return Err(Failure::invalid(told, advice).into());
        }
        let letter = Nomination { form };
        self.write(to, kinds::NOMINATION, &letter, Some(actor))?;
        let me = self.me();
        self.keep_nomination(&Nominated { by: me, to, at: self.now, form: letter.form })?;
        Ok(())
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

    fn keep_nomination(&mut self, entry: &Nominated) -> Result<(), StoreError> {
        let (from, to) = ([keyspace::NOMINATED], [keyspace::NOMINATED + 1]);
        let kept = self.txn.range(&from, &to, NOMINATIONS_MAX)?;
        if kept.len() >= NOMINATIONS_MAX {
            let oldest = kept.into_iter().next().map(|(key, _)| key);
            oldest.into_iter().for_each(|key| self.txn.remove(key));
        }
        let mut number = [0; 8];
        self.rng.fill_bytes(&mut number);
        self.txn.put_own(keyspace::nominated(self.now, &number), entry);
        Ok(())
    }
}
