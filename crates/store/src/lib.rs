//! Where an agency's data rests: ordered keys, atomic batches, a barrier that is
//! true, and every value sealed under the key of its record.
//!
//! [`Store`] is small so that another engine can serve. [`Vault`] seals on the way
//! in and opens on the way out; nothing above it sees a stored byte. [`keystore`]
//! holds the secrets that live in files of their own.

mod error;
mod files;
mod head;
pub mod keystore;
mod memory;
mod sled_store;
mod slots;
mod snapshot;
mod vault;

pub use error::StoreError;
pub use files::write_private;
pub use head::{Head, HeadFile, Heads, MemoryHead};
pub use memory::{MemorySlots, MemoryStore};
pub use sled_store::{LARGE_FROM, SledStore};
pub use slots::{FileSlots, SLOTS_PER_PAGE, SlotNumber, Slots};
pub use snapshot::Entry;
pub use vault::{Change, NODE_SLOT, Vault};

use std::collections::BTreeMap;

/// Changes that take effect all together or not at all: `None` removes a key.
pub type Batch = BTreeMap<Vec<u8>, Option<Vec<u8>>>;

/// A page of entries: keys with their values.
pub type Entries = Vec<(Vec<u8>, Vec<u8>)>;

/// Which keys to list, and in which order.
#[derive(Clone, Copy, Debug)]
pub struct Range<'a> {
    /// First key of the range.
    pub from: &'a [u8],
    /// First key after the range.
    pub to: &'a [u8],
    /// Largest key first.
    pub reverse: bool,
    /// At most this many entries.
    pub limit: usize,
}

/// No key is this or comes after it.
const END: &[u8] = &[0xff];

/// An ordered key-value store.
///
/// Keys are at most 200 bytes and do not start with `0xff`. After an error the
/// caller must not go on: what is on disk is then unknown.
pub trait Store: Send {
    /// The value of a key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// The entries of a range.
    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError>;

    /// The next keys from `from` on, at most `limit`.
    fn keys(&self, from: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        let range = Range { from, to: END, reverse: false, limit };
        Ok(self.range(range)?.into_iter().map(|(key, _)| key).collect())
    }

    /// Applies a batch atomically. It survives a crash only after [`Self::barrier`].
    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError>;

    /// Returns once everything applied before survives the loss of power.
    fn barrier(&mut self) -> Result<(), StoreError>;
}
