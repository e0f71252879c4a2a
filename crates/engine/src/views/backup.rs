//! Backups, and what is still to be told after a restore.

use serde::{Serialize, Serializer};

use super::{AgencyName, Time};

/// A backup that is being made.
#[derive(Clone, Debug, Serialize)]
pub struct Backup {
    /// Names it while it is made.
    pub number: u64,
    /// The moment that it shows.
    pub made: Time,
    /// Its last day.
    pub until: Time,
}

/// A piece of a backup file.
#[derive(Clone, Debug, Default, Serialize)]
pub struct BackupPart {
    /// The bytes.
    pub bytes: Bytes,
    /// Entries that are in the file so far.
    pub done: u64,
    /// How many it has in all; 0 as long as they are counted.
    pub entries: u64,
    /// Whether this is the last piece.
    pub last: bool,
}

/// Bytes, in base64 (RFC 4648) where they are shown.
#[derive(Clone, Debug, Default)]
pub struct Bytes(Vec<u8>);

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&data_encoding::BASE64.encode(&self.0))
    }
}

/// What is still to be told after a restore from a backup.
#[derive(Clone, Debug, Serialize)]
pub struct Recovery {
    /// When it was restored.
    pub restored: Time,
    /// The moment that the backup shows.
    pub made: Time,
    /// Agencies that have not told yet what came after the backup.
    pub waits_for: Vec<Waits>,
    /// The same, for which people have decided not to wait.
    pub left_out: Vec<Waits>,
}

/// An agency that has not told yet.
#[derive(Clone, Debug, Serialize)]
pub struct Waits {
    /// The agency.
    pub agency: AgencyName,
    /// Since when it is asked.
    pub since: Time,
}
