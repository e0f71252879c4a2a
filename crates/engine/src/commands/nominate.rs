//! `ihala nominate`, `ihala nominations`.

use super::read_whole_form;
use ihala_protocol::definition::About;

use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::nominations::NOMINATIONS_MAX;
use crate::records::Nominated;
use crate::txn::decode;
use crate::views::{Nomination, Nominations, Time};
use crate::words::say;

/// Agencies whose nominations are read: more than there can be in a network.
const AGENCIES_MAX: usize = 10_000;

impl Work<'_> {
    pub(super) fn nominate_form(&mut self, form: &str, to: &str, actor: &Actor) -> Outcome {
        let form = read_whole_form(form, About::Service, self.now)?;
        let to = self.directory.resolve(to)?;
        if self.directory.is_on_paper(&to) {
            return Err(Failure::invalid(say("nominate-on-paper")).into());
        }
        let entry = self.nominate(form, to, actor)?;
        let nominations = vec![self.nomination(&entry)];
        Ok(Answer::Nominations(Nominations { nominations }))
    }

    /// What was nominated, here or to us, the newest first.
    pub(super) fn nominations(&mut self) -> Outcome {
        let (from, to) = ([keyspace::NOMINATED], [keyspace::NOMINATED + 1]);
        let kept = self.txn.range(&from, &to, AGENCIES_MAX * NOMINATIONS_MAX)?;
        let entries = kept.iter().map(|(_, bytes)| decode(bytes));
        let mut entries: Vec<Nominated> = entries.collect::<Result<_, _>>()?;
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        let nominations = entries.iter().map(|entry| self.nomination(entry)).collect();
        Ok(Answer::Nominations(Nominations { nominations }))
    }

    fn nomination(&self, entry: &Nominated) -> Nomination {
        Nomination {
            by: self.directory.name(&entry.by),
            to: self.directory.name(&entry.to),
            at: Time(entry.at),
            fields: self.field_values(&entry.form),
        }
    }
}
