//! Disks that fail when told, and forget what no barrier covered.

use std::sync::{Arc, Mutex};

use ihala_store::{
    Batch, Entries, Head, Heads, MemoryStore, Range, SlotNumber, Slots, Store, StoreError,
};
use rand_chacha::rand_core::CryptoRng;

use crate::bugs::Bug;

/// What an agency has on disk. Clones are the same disk.
#[derive(Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<Inner>>);

/// A copy of everything on a disk.
#[derive(Clone, Default)]
pub(crate) struct Image {
    store: MemoryStore,
    /// What was overwritten or removed: a log-structured store keeps it in old pages,
    /// and so does every copy of the disk.
    old: Vec<(Vec<u8>, Vec<u8>)>,
    slots: Vec<Option<[u8; 32]>>,
    head: Option<Head>,
}

#[derive(Default)]
struct Inner {
    image: Image,
    /// Slots erased since the last crash, as they were.
    erased: Vec<(u32, [u8; 32])>,
    /// Operations until one fails.
    fail_after: Option<usize>,
    /// Whether something is applied that no barrier covers.
    unsynced: bool,
    /// Keys written since they were last asked for.
    written: Vec<Vec<u8>>,
    bug: Option<Bug>,
}

impl Inner {
    fn operate(&mut self) -> Result<(), StoreError> {
        match &mut self.fail_after {
            Some(0) => Err(StoreError::Damaged("the disk failed, as told")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Disk {
    pub(crate) fn of(image: Image, bug: Option<Bug>) -> Self {
        Self(Arc::new(Mutex::new(Inner { image, bug, ..Inner::default() })))
    }

    fn with<T>(&self, f: impl FnOnce(&mut Inner) -> T) -> T {
        f(&mut self.0.lock().unwrap())
    }

    pub(crate) fn image(&self) -> Image {
        self.with(|d| d.image.clone())
    }

    /// Lets the n-th operation from now fail, and all after it.
    pub(crate) fn fail_after(&self, operations: usize) {
        self.with(|d| d.fail_after = Some(operations));
    }

    /// The power goes: what no barrier covered is lost. Tells whether anything was.
    pub(crate) fn crash(&self) -> bool {
        self.with(|d| {
            d.fail_after = None;
            let lost = d.unsynced;
            d.unsynced = false;
            d.image.store.crash();
            d.written.clear();
            for (number, secret) in std::mem::take(&mut d.erased) {
                if d.bug == Some(Bug::ErasedSlotComesBack) {
                    d.image.slots[number as usize] = Some(secret);
                }
            }
            lost
        })
    }

    /// Whether something could be lost now.
    pub(crate) fn is_unsynced(&self) -> bool {
        self.with(|d| d.unsynced)
    }

    /// Keys written since the last call.
    pub(crate) fn written(&self) -> Vec<Vec<u8>> {
        self.with(|d| std::mem::take(&mut d.written))
    }

    /// Every key.
    pub(crate) fn keys(&self) -> Vec<Vec<u8>> {
        let all = Range { from: b"", to: b"\xff", reverse: false, limit: usize::MAX };
        let entries = self.with(|d| d.image.store.range(all)).unwrap();
        entries.into_iter().map(|(key, _)| key).collect()
    }

    /// The same disk as it would be with every old page still on it, one value for each
    /// key at a time.
    pub(crate) fn old_pages(&self) -> Vec<(Vec<u8>, Self)> {
        let (old, slots) = self.with(|d| (d.image.old.clone(), d.image.slots.clone()));
        let page = |(key, value): (Vec<u8>, Vec<u8>)| {
            let mut store = MemoryStore::default();
            store.apply(&[(key.clone(), Some(value))].into()).unwrap();
            let image = Image { store, slots: slots.clone(), ..Image::default() };
            (key, Self::of(image, None))
        };
        old.into_iter().map(page).collect()
    }

    /// Takes away a key behind the engine's back.
    pub(crate) fn remove(&self, key: Vec<u8>) {
        self.with(|d| {
            d.image.store.apply(&[(key, None)].into()).unwrap();
            d.image.store.barrier().unwrap();
        });
    }

    fn hides(&self, key: &[u8]) -> bool {
        let forgets = self.with(|d| d.bug == Some(Bug::ReplayAccepted));
        // What tells that a message was here before.
        forgets && matches!(key.first(), Some(b'X' | b'N'))
    }
}

impl Store for Disk {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        if self.hides(key) {
            return Ok(None);
        }
        self.with(|d| d.image.store.get(key))
    }

    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError> {
        self.with(|d| d.image.store.range(range))
    }

    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        self.with(|d| {
            d.operate()?;
            d.unsynced = true;
            for key in batch.keys() {
                if let Some(old) = d.image.store.get(key)? {
                    d.image.old.push((key.clone(), old));
                }
            }
            let changed = batch.iter().filter(|(_, value)| value.is_some());
            d.written.extend(changed.map(|(key, _)| key.clone()));
            d.image.store.apply(batch)
        })
    }

    fn barrier(&mut self) -> Result<(), StoreError> {
        self.with(|d| {
            d.operate()?;
            if d.bug == Some(Bug::ReceiptBeforeBarrier) {
                return Ok(());
            }
            d.unsynced = false;
            d.image.store.barrier()
        })
    }
}

impl Slots for Disk {
    fn get(&self, number: SlotNumber) -> Result<Option<[u8; 32]>, StoreError> {
        Ok(self.with(|d| d.image.slots.get(number.0 as usize).copied().flatten()))
    }

    fn provide(&mut self, number: SlotNumber, rng: &mut dyn CryptoRng) -> Result<(), StoreError> {
        self.with(|d| {
            while d.image.slots.len() <= number.0 as usize {
                let mut secret = [0; 32];
                rng.fill_bytes(&mut secret);
                d.image.slots.push(Some(secret));
            }
        });
        Ok(())
    }

    fn erase(&mut self, number: SlotNumber) -> Result<(), StoreError> {
        self.with(|d| {
            d.operate()?;
            if let Some(secret) = d.image.slots.get_mut(number.0 as usize).and_then(Option::take) {
                d.erased.push((number.0, secret));
            }
            Ok(())
        })
    }
}

impl Heads for Disk {
    fn read(&self) -> Result<Option<Head>, StoreError> {
        Ok(self.with(|d| d.image.head))
    }

    fn write(&mut self, head: Head) -> Result<(), StoreError> {
        self.with(|d| {
            // A head ahead of the store is loss: with a barrier that lies, the bug under
            // test would be found by this alone, and not by what it does to people.
            if d.bug != Some(Bug::ReceiptBeforeBarrier) {
                d.image.head = Some(head);
            }
        });
        Ok(())
    }
}
