//! A view of everything as it was at one moment, read page by page while the node goes on.
//!
//! The engine has one thread, and a copy of the whole store would keep it for long. So a
//! view reads the store itself, in the order of the keys, and whoever changes a key that it
//! has not come to yet leaves the earlier value with it first (copy on write).

use std::collections::BTreeMap;

use ihala_envelope::Secret;

use crate::slots::SlotNumber;
use crate::vault::Vault;
use crate::{END, Range, StoreError};

/// A key as it was when a view began. It is about people, so it does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Vec<u8>,
    /// The record that the value belongs to.
    pub slot: SlotNumber,
    /// The value, opened.
    pub value: Vec<u8>,
}

/// What a key held when a view began: the record and the value, or nothing. Opened: the slot
/// may be erased before the view comes to it.
type Held = Option<(SlotNumber, Secret<Vec<u8>>)>;

/// How far a view has been read, and what has changed beyond that.
#[derive(Default)]
pub(crate) struct Snapshot {
    /// Nothing from here on has been read.
    next: Vec<u8>,
    /// How many entries there are before this key, as far as they have been counted.
    counted: (Vec<u8>, u64),
    /// What the changed keys among them held.
    before: BTreeMap<Vec<u8>, Held>,
}

impl Snapshot {
    /// The key has been read: the next one is the first that comes after it.
    fn pass(&mut self, key: &[u8]) {
        self.next = [key, &[0]].concat();
    }
}

impl Vault {
    /// Begins a view of everything as it is now, in the place of one that was under way.
    pub fn begin_snapshot(&mut self) {
        self.snapshot = Some(Snapshot::default());
    }

    /// Counts the entries of the view that was begun, `limit` keys of the store at a time: how
    /// many they are, once that is known. To be asked before any is read.
    pub fn count_snapshot(&mut self, limit: usize) -> Result<Option<u64>, StoreError> {
        let Some(view) = &mut self.snapshot else { return Ok(None) };
        let (from, known) = &view.counted;
        let keys = self.store.keys(from, limit)?;
        let to = match keys.last() {
            Some(last) if keys.len() == limit => [last, &[0][..]].concat(),
            _ => END.to_vec(),
        };
        let changed = view.before.range(from.clone()..to.clone());
        let unchanged = keys.iter().filter(|key| !view.before.contains_key(*key)).count();
        let were = changed.filter(|(_, held)| held.is_some()).count();
        let known = known + (unchanged + were) as u64;
        let done = to == END;
        view.counted = (to, known);
        Ok(done.then_some(known))
    }

    /// The next entries of the view, in the order of the keys: as many as it takes for their
    /// values to have `bytes` bytes together, and at least one. `None` if there are no more,
    /// which ends the view, or if none was begun. An error ends it too.
    pub fn read_snapshot(&mut self, bytes: usize) -> Result<Option<Vec<Entry>>, StoreError> {
        let Some(mut view) = self.snapshot.take() else { return Ok(None) };
        let (mut page, mut sum) = (Vec::new(), 0);
        while page.is_empty() || sum < bytes {
            let Some(entry) = self.next_entry(&mut view)? else { break };
            sum += entry.value.len();
            page.push(entry);
        }
        if page.is_empty() {
            return Ok(None);
        }
        self.snapshot = Some(view);
        Ok(Some(page))
    }

    /// Ends the view that is under way, if one is.
    pub fn end_snapshot(&mut self) {
        self.snapshot = None;
    }

    /// Leaves with the view what these keys hold, before they are changed.
    ///
    /// What is erased is buried first: its keys are changed before their slot is destroyed. So
    /// a view that began before holds everything that it could not open any more.
    pub(crate) fn keep_for_snapshot<'k>(
        &mut self,
        keys: impl Iterator<Item = &'k Vec<u8>>,
    ) -> Result<(), StoreError> {
        let Some(mut view) = self.snapshot.take() else { return Ok(()) };
        for key in keys {
            // Only the first change: a later one finds a value that is newer than the view.
            if *key >= view.next && !view.before.contains_key(key) {
                let held = self.get(key)?.map(|(slot, value)| (slot, Secret::new(value)));
                view.before.insert(key.clone(), held);
            }
        }
        self.snapshot = Some(view);
        Ok(())
    }

    /// What comes next: of the store as long as its key is unchanged, else what was left here.
    fn next_entry(&mut self, view: &mut Snapshot) -> Result<Option<Entry>, StoreError> {
        loop {
            let changed = view.before.first_key_value().map(|(key, _)| key.as_slice());
            let to = changed.unwrap_or(END);
            // One at a time: what is loaded beyond the page would be loaded again.
            let range = Range { from: &view.next, to, reverse: false, limit: 1 };
            if let Some((key, sealed)) = self.store.range(range)?.pop() {
                let (slot, value) = self.open(&key, &sealed)?;
                view.pass(&key);
                return Ok(Some(Entry { key, slot, value }));
            }
            let Some((key, held)) = view.before.pop_first() else { return Ok(None) };
            view.pass(&key);
            if let Some((slot, value)) = held {
                return Ok(Some(Entry { key, slot, value: value.expose().clone() }));
            }
        }
    }
}
