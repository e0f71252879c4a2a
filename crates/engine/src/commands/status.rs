//! `ihala status`, `ihala card show`, `ihala audit verify`.

use ihala_envelope::AgencyId;
use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use ihala_protocol::{date, fingerprint};
use ihala_store::StoreError;

use crate::agenda::Matter;
use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer};
use crate::keyspace;
use crate::records::{Count, Escalated, Witnessed};
use crate::txn::decode;
use crate::verify;
use crate::views::{
    Alarm, Card, Dropped, Escalation, PeerStatus, Problem, RuleCount, Status, Time, Witness,
};

/// Most queued messages that are counted one by one.
const COUNT_MAX: usize = 10_000;
/// Most escalations that are shown.
const ESCALATIONS_SHOWN: usize = 50;

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
                problem: self.outbox.problem(&id).map(|rule| Problem::of(rule, self.language)),
                witnessed: self.txn.get::<Witnessed>(&keyspace::witnessed(&id))?.and_then(|w| {
                    Some(Witness { size: w.size, head: w.root?.to_string(), at: Time(w.at?) })
                }),
            });
        }
        let not_taken = self.counts(keyspace::NOT_TAKEN)?;
        let alarms = self.alarms()?;
        let escalations = self.escalations()?;
        let dropped = self.dropped()?;
        Ok(Answer::Status(Status {
            agency: self.directory.name(&me),
            fingerprint: fingerprint::of(&me),
            addresses: self.directory.me.statement().addresses.clone(),
            peers,
            not_taken,
            alarms,
            escalations,
            dropped,
            overdue: self.agenda.count(Matter::Overdue),
            unanswered: self.agenda.count(Matter::Unanswered),
            ask_person: self.agenda.count(Matter::AskPerson),
            held_back: self.agenda.count(Matter::HeldBack),
            audit_size: self.txn.node.audit.size,
            audit_head: self.txn.node.audit.root().to_string(),
            last_barrier: self.last_barrier(),
            superseded: self.directory.superseded,
            recovery: self.recovery_view().filter(|r| !r.waits_for.is_empty()),
            trust_file_differs: {
                let file = self.directory.trust_file.as_ref();
                file.is_some_and(|file| *file != self.directory.trust_text)
            },
        }))
    }

    fn counts(&mut self, letter: u8) -> Result<Vec<RuleCount>, StoreError> {
        let entries = self.txn.range(&[letter], &[letter + 1], COUNT_MAX)?;
        let language = self.language;
        let count = |(key, bytes): (Vec<u8>, Vec<u8>)| {
            let count: Count = decode(&bytes)?;
            let problem = Problem::of(&String::from_utf8_lossy(&key[1..]), language);
            Ok(RuleCount { problem, count: count.count, last: Time(count.last) })
        };
        entries.into_iter().map(count).collect()
    }

    fn alarms(&mut self) -> Result<Vec<Alarm>, StoreError> {
        let entries = self.txn.range(&[keyspace::ALARMS], &[keyspace::ALARMS + 1], COUNT_MAX)?;
        let alarm = |(key, bytes): (Vec<u8>, Vec<u8>)| {
            let (agency, rule) = key[1..].split_at_checked(AgencyId::LEN).unwrap_or_default();
            let agency = AgencyId::from_slice(agency).ok_or(StoreError::Damaged("an alarm"))?;
            let count: Count = decode(&bytes)?;
            Ok(Alarm {
                agency: self.directory.name(&agency),
                what: RuleCount {
                    problem: Problem::of(&String::from_utf8_lossy(rule), self.language),
                    count: count.count,
                    last: Time(count.last),
                },
            })
        };
        entries.into_iter().map(alarm).collect()
    }

    fn dropped(&mut self) -> Result<Vec<Dropped>, StoreError> {
        let entries = self.txn.range(&[keyspace::DROPPED], &[keyspace::DROPPED + 1], COUNT_MAX)?;
        let view = |(key, bytes): (Vec<u8>, Vec<u8>)| {
            let agency = AgencyId::from_slice(&key[1..]).ok_or(StoreError::Damaged("a count"))?;
            let count: Count = decode(&bytes)?;
            Ok(Dropped { agency: self.directory.name(&agency), count: count.count })
        };
        entries.into_iter().map(view).collect()
    }

    /// What peers have told us as the focal point, the newest first.
    fn escalations(&mut self) -> Result<Vec<Escalation>, StoreError> {
        let (from, to) = ([keyspace::ESCALATED], [keyspace::ESCALATED + 1]);
        let entries = self.txn.range(&from, &to, COUNT_MAX)?;
        let shown = |(_, bytes): (Vec<u8>, Vec<u8>)| {
            let entry: Escalated = decode(&bytes)?;
            let told = &entry.told;
            Ok(Escalation {
                by: self.directory.name(&entry.by),
                late: self.directory.name(&told.late),
                clock: told.clock.name(),
                since: Time(told.since),
                urgency: URGENCY.by_id(told.urgency).map_or("?", |c| c.name),
                case_type: CASE_TYPE.by_id(told.case_type).map_or("?", |c| c.name),
            })
        };
        entries.into_iter().rev().take(ESCALATIONS_SHOWN).map(shown).collect()
    }

    /// Tells an agency now how far our audit tree has come.
    pub(super) fn checkpoint(&mut self, agency: &str, actor: &Actor) -> Outcome {
        let agency = self.directory.resolve(agency)?;
        self.send_checkpoint(agency, Some(actor))?;
        self.status()
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
