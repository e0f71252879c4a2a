//! A store in memory, for tests and simulation. It forgets what no barrier made durable.

use std::collections::BTreeMap;

use rand_core::CryptoRng;

use crate::slots::{SlotNumber, Slots};
use crate::{Batch, Entries, Range, Store, StoreError};

/// A [`Store`] in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore {
    live: BTreeMap<Vec<u8>, Vec<u8>>,
    /// How to undo what has been applied since the last barrier, oldest first.
    undo: Vec<(Vec<u8>, Option<Vec<u8>>)>,
}

impl MemoryStore {
    /// Loses what was applied since the last barrier, as a power cut may.
    pub fn crash(&mut self) {
        for (key, before) in std::mem::take(&mut self.undo).into_iter().rev() {
            match before {
                Some(value) => self.live.insert(key, value),
                None => self.live.remove(&key),
            };
        }
    }
}

impl Store for MemoryStore {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.live.get(key).cloned())
    }

    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError> {
        if range.from >= range.to {
            return Ok(Vec::new());
        }
        let own = |(k, v): (&Vec<u8>, &Vec<u8>)| (k.clone(), v.clone());
        let entries = self.live.range(range.from.to_vec()..range.to.to_vec());
        Ok(if range.reverse {
            entries.rev().take(range.limit).map(own).collect()
        } else {
            entries.take(range.limit).map(own).collect()
        })
    }

    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        for (key, value) in batch {
            let before = match value {
                Some(value) => self.live.insert(key.clone(), value.clone()),
                None => self.live.remove(key),
            };
            self.undo.push((key.clone(), before));
        }
        Ok(())
    }

    fn barrier(&mut self) -> Result<(), StoreError> {
        self.undo.clear();
        Ok(())
    }
}

/// [`Slots`] in memory.
#[derive(Clone, Debug, Default)]
pub struct MemorySlots(Vec<Option<[u8; 32]>>);

impl Slots for MemorySlots {
    fn get(&self, number: SlotNumber) -> Result<Option<[u8; 32]>, StoreError> {
        Ok(self.0.get(number.0 as usize).copied().flatten())
    }

    fn erase(&mut self, number: SlotNumber) -> Result<(), StoreError> {
        if let Some(slot) = self.0.get_mut(number.0 as usize) {
            *slot = None;
        }
        Ok(())
    }

    fn provide(&mut self, number: SlotNumber, rng: &mut dyn CryptoRng) -> Result<(), StoreError> {
        while self.0.len() <= number.0 as usize {
            let mut slot = [0; 32];
            rng.fill_bytes(&mut slot);
            self.0.push(Some(slot));
        }
        Ok(())
    }
}
