//! `ihala nominate`, `ihala nominations`.

use super::read_any_form;
use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer};
use crate::keyspace;
use crate::nominations::NOMINATIONS_MAX;
use crate::records::Nominated;
use crate::txn::decode;
use crate::views::{FieldValue, Nomination, Nominations, Shown, Time};

/// Nominations that are shown.
const SHOWN: usize = 200;

impl Work<'_> {
    pub(super) fn nominate_form(&mut self, form: &str, to: &str, actor: &Actor) -> Outcome {
        let form = read_any_form(form)?;
        let to = self.directory.resolve(to)?;
        self.nominate(form, to, actor)?;
        self.nominations()
    }

    /// What was nominated, here or to us, the newest first.
    pub(super) fn nominations(&mut self) -> Outcome {
        let (from, to) = ([keyspace::NOMINATED], [keyspace::NOMINATED + 1]);
        let mut nominations = Vec::new();
        let kept = self.txn.range(&from, &to, NOMINATIONS_MAX)?;
        for (_, bytes) in kept.into_iter().rev().take(SHOWN) {
            let entry: Nominated = decode(&bytes)?;
            let fields = entry.form.iter().map(|(field, value)| FieldValue {
                field: super::field_name(field),
                value: Shown(value.show(field)),
            });
            nominations.push(Nomination {
                by: self.directory.name(&entry.by),
                to: self.directory.name(&entry.to),
                at: Time(entry.at),
                fields: fields.collect(),
            });
        }
        Ok(Answer::Nominations(Nominations { nominations }))
    }
}
