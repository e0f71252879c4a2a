//! `ihala status`, `ihala card show`, `ihala audit verify`.

use ihala_protocol::{date, fingerprint};

use crate::engine::{Outcome, Work};
use crate::io::Answer;
use crate::keyspace;
use crate::records::Count;
use crate::txn::decode;
use crate::verify;
use crate::views::{Card, PeerStatus, RefusedCount, Status, Time};

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
            let (from, to) = keyspace::queue_of(&id);
            peers.push(PeerStatus {
                agency: self.directory.name(&id),
                connected: nodes.iter().any(|node| self.connected.contains(node)),
                queued: self.txn.range(&from, &to, COUNT_MAX)?.len(),
                problem: self.outbox.problem(&id),
            });
        }
        let (from, to) = keyspace::unverified_all();
        let mut refused = Vec::new();
        for (key, bytes) in self.txn.range(&from, &to, COUNT_MAX)? {
            let count: Count = decode(&bytes)?;
            let rule = String::from_utf8_lossy(&key[1..]).into_owned();
            refused.push(RefusedCount { rule, count: count.count, last: Time(count.last) });
        }
        Ok(Answer::Status(Status {
            agency: self.directory.name(&me),
            fingerprint: fingerprint::of(&me),
            addresses: self.directory.me.statement().addresses.clone(),
            peers,
            refused,
            audit_size: self.txn.node.audit.size,
            audit_head: self.txn.node.audit.root().to_string(),
            last_barrier: self.last_barrier(),
        }))
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
