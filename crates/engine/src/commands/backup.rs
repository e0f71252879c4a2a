//! `ihala backup`: everything that the node holds, as it is at one moment, in pieces, while the
//! node goes on (`spec/backup.md`).

use ihala_envelope::{ReceiveKey, Timestamp};
use ihala_protocol::Profile;
use ihala_protocol::backup::Writer;
use ihala_store::{Entry, StoreError};

use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::views::{Backup, BackupPart, Time};
use crate::words::say;

/// Days after which a backup is not restored any more, at most.
pub(crate) const DAYS_MAX: u32 = 90;
const DAY: u64 = 86_400;
/// Bytes of values read for one piece: the node does nothing else meanwhile.
const PIECE: usize = 512 * 1_024;
/// Keys counted at a time, for the same reason.
const KEYS: usize = 8_192;
/// Seconds after which one that nobody asks for any more is given up.
const PATIENCE: u64 = 60;

/// A backup that is being made.
pub(crate) struct Making {
    number: u64,
    stage: Stage,
    done: u64,
    entries: u64,
    asked: Timestamp,
}

/// The file begins with how many entries it has.
enum Stage {
    Counting { me: Box<Profile>, key: ReceiveKey, made: Timestamp, until: Timestamp },
    Writing(Box<Writer>),
}

impl Making {
    /// Whether nobody has asked for the next piece for too long.
    pub(crate) fn is_given_up(&self, now: Timestamp) -> bool {
        now > self.asked.plus(PATIENCE)
    }
}

impl Work<'_> {
    pub(super) fn backup_begin(&mut self, days: u32, actor: &Actor) -> Outcome {
        if !(1..=DAYS_MAX).contains(&days) {
            return Err(Failure::invalid(say("backup-days").with("max", DAYS_MAX)).into());
        }
        let key: Option<ReceiveKey> = self.txn.get(keyspace::BACKUP_KEY)?;
        let key = key.ok_or_else(|| Failure::invalid(say("backup-no-key")))?;
        let until = self.now.plus(u64::from(days) * DAY);
        // Durable before the first byte leaves: receipts of erasure tell how long it lasts.
        let known = self.txn.node.backups_until;
        self.txn.node.backups_until = known.max(Some(until));
        let subject = ihala_envelope::Digest::of(self.directory.me.signed_statement());
        self.txn.audit(self.now, Act::BackedUp, subject, Some(actor), None, self.rng);
        self.txn.begin_snapshot();
        let me = Box::new(self.directory.me.clone());
        let stage = Stage::Counting { me, key, made: self.now, until };
        let number = self.making.as_ref().map_or(1, |making| making.number + 1);
        *self.making = Some(Making { number, stage, done: 0, entries: 0, asked: self.now });
        Ok(Answer::Backup(Backup { number, made: Time(self.now), until: Time(until) }))
    }

    pub(super) fn backup_next(&mut self, number: u64) -> Outcome {
        let given_up = || Failure::invalid(say("backup-given-up"));
        let mut making = self.making.take().ok_or_else(given_up)?;
        if making.number != number {
            *self.making = Some(making);
            return Err(given_up().into());
        }
        making.asked = self.now;
        match self.next_piece(making) {
            Ok(part) => Ok(Answer::BackupPart(part)),
            Err(trouble) => {
                self.txn.end_snapshot();
                Err(trouble)
            }
        }
    }

    fn next_piece(&mut self, mut making: Making) -> Result<BackupPart, Trouble> {
        let mut writer = match making.stage {
            Stage::Writing(writer) => writer,
            Stage::Counting { ref me, ref key, made, until } => {
                let counted = self.txn.count_snapshot(KEYS)?;
                making.entries = counted.map_or(0, |entries| entries + self.beside.len() as u64);
                if counted.is_some() {
                    let writer = Writer::new(me, key, made, until, making.entries, self.rng)?;
                    making.stage = Stage::Writing(Box::new(writer));
                }
                let part = BackupPart { entries: making.entries, ..BackupPart::default() };
                *self.making = Some(making);
                return Ok(part);
            }
        };
        let entries = making.entries;
        if let Some(page) = self.txn.read_snapshot(PIECE)? {
            for Entry { key, slot, value } in page {
                writer.add(&key, slot.0, &value)?;
                making.done += 1;
            }
            let (done, bytes) = (making.done, writer.take().into());
            *self.making = Some(Making { stage: Stage::Writing(writer), ..making });
            return Ok(BackupPart { bytes, done, entries, last: false });
        }
        for (name, value) in self.beside {
            let key = keyspace::beside(name);
            writer.add(&key, 0, value.expose())?;
        }
        let bytes = writer.finish(self.identity).map_err(|_| {
            // The card cannot change while the node runs.
            StoreError::Damaged("a view of the store that has lost entries")
        })?;
        Ok(BackupPart { bytes: bytes.into(), done: entries, entries, last: true })
    }
}
