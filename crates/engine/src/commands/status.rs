//! `ihala status`, `ihala card show`, `ihala audit verify`.

use ihala_envelope::AgencyId;
use ihala_protocol::{date, fingerprint};
use ihala_store::StoreError;

use crate::engine::{Outcome, Work};
use crate::io::Answer;
use crate::keyspace;
use crate::records::Count;
use crate::txn::decode;
use crate::verify;
use crate::views::{Card, PeerStatus, Problem, RuleCount, Status, Time};

/// Most queued messages that are counted one by one.
const COUNT_MAX: usize = 10_000;

impl Work<'_> {
    pub(super) fn status(&mut self) -> Outcome {
        let me = self.me();
        let trusted: Vec<_> = self
            .directory
            .trusted()
            .map(|(id, profile, _)| (*id, profile.statement().peers.clone()))
            .collect();
        let mut peers = Vec::new();
        for (id, nodes) in trusted {
            let queued = self.queued_for(&id)?;
            peers.push(PeerStatus {
                agency: self.directory.name(&id),
                connected: nodes.iter().any(|node| self.connected.contains(node)),
                queued,
                problem: self.outbox.problem(&id),
            });
        }
        let not_taken = self.counts(keyspace::NOT_TAKEN)?;
        let alarms = self.counts(keyspace::ALARMS)?;
        Ok(Answer::Status(Status {
            agency: self.directory.name(&me),
            fingerprint: fingerprint::of(&me),
            addresses: self.directory.me.statement().addresses.clone(),
            peers,
            not_taken,
            alarms,
            audit_size: self.txn.node.audit.size,
            audit_head: self.txn.node.audit.root().to_string(),
            last_barrier: self.last_barrier(),
        }))
    }

    fn counts(&mut self, letter: u8) -> Result<Vec<RuleCount>, StoreError> {
        let entries = self.txn.range(&[letter], &[letter + 1], COUNT_MAX)?;
        let count = |(key, bytes): (Vec<u8>, Vec<u8>)| {
            let count: Count = decode(&bytes)?;
            let problem = Problem::of(&String::from_utf8_lossy(&key[1..]));
            Ok(RuleCount { problem, count: count.count, last: Time(count.last) })
        };
        entries.into_iter().map(count).collect()
    }

    /// Messages to an agency that have no receipt yet.
    pub(super) fn queued_for(&mut self, agency: &AgencyId) -> Result<usize, StoreError> {
        let (from, to) = keyspace::queue_of(agency);
        Ok(self.txn.range(&from, &to, COUNT_MAX)?.len())
    }

    pub(super) fn card_show(&self) -> Answer {
        Answer::Card(Card::of(&self.directory.me))
    }

    pub(super) fn audit_verify(&mut self) -> Outcome {
        Ok(Answer::Audit(verify::run(&mut self.txn, self.directory)?))
    }
}

impl Card {
    /// The view of a card with its key statement.
    pub fn of(profile: &ihala_protocol::Profile) -> Self {
        let statement = profile.statement();
        let key = |k: &ihala_protocol::statement::PublishedKey| {
            format!("{} until {}", k.key.suite().name(), date::show_day(k.not_after))
        };
        Self {
            agency: crate::views::AgencyName {
                id: profile.id().to_string(),
                name: statement.name().to_owned(),
            },
            fingerprint: fingerprint::of(&profile.id()),
            card: profile.cards().seq(),
            issued: Time(statement.issued),
            addresses: statement.addresses.clone(),
            keys: statement.keys.iter().map(key).collect(),
            file: profile.to_file(),
        }
    }
}
