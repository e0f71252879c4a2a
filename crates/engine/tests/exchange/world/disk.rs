//! Stores, slots, heads and receive secrets that outlive the engine that uses them.

use std::sync::{Arc, Mutex};

use ihala_envelope::Kid;
use ihala_store::keystore::{ReceiveEpoch, Ring};
use ihala_store::{
    Batch, Entries, Head, Heads, MemorySlots, MemoryStore, Range, SlotNumber, Slots, Store,
    StoreError,
};
use rand_chacha::rand_core::CryptoRng;

/// A store that tells what it was asked, and fails when told to.
#[derive(Clone, Default)]
pub(crate) struct Watched(Arc<Mutex<WatchedInner>>);

#[derive(Default)]
pub(crate) struct WatchedInner {
    pub(super) store: MemoryStore,
    pub(crate) barriers: usize,
    /// Operations (writes and barriers) until one fails.
    pub(crate) fail_after: Option<usize>,
}

impl Watched {
    pub(crate) fn with<T>(&self, f: impl FnOnce(&mut WatchedInner) -> T) -> T {
        f(&mut self.0.lock().unwrap())
    }

    /// All keys that are durable.
    pub(crate) fn durable(&self) -> Entries {
        self.with(|w| {
            w.store.crash();
            let all = Range { from: b"", to: b"\xff", reverse: false, limit: usize::MAX };
            w.store.range(all).unwrap()
        })
    }
}

impl WatchedInner {
    fn may_fail(&mut self) -> Result<(), StoreError> {
        match &mut self.fail_after {
            Some(0) => Err(StoreError::Damaged("the disk failed, as told")),
            Some(n) => {
                *n -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl Store for Watched {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.with(|w| w.store.get(key))
    }
    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError> {
        self.with(|w| w.store.range(range))
    }
    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        self.with(|w| {
            w.may_fail()?;
            w.store.apply(batch)
        })
    }
    fn barrier(&mut self) -> Result<(), StoreError> {
        self.with(|w| {
            w.may_fail()?;
            w.barriers += 1;
            w.store.barrier()
        })
    }
}

/// Slots that outlive the engine that uses them.
#[derive(Clone, Default)]
pub(crate) struct SharedSlots(pub(super) Arc<Mutex<MemorySlots>>);

impl Slots for SharedSlots {
    fn get(&self, number: SlotNumber) -> Result<Option<[u8; 32]>, StoreError> {
        self.0.lock().unwrap().get(number)
    }
    fn provide(&mut self, number: SlotNumber, rng: &mut dyn CryptoRng) -> Result<(), StoreError> {
        self.0.lock().unwrap().provide(number, rng)
    }
    fn erase(&mut self, number: SlotNumber) -> Result<(), StoreError> {
        self.0.lock().unwrap().erase(number)
    }
}

/// A head that outlives the engine that writes it.
#[derive(Clone, Default)]
pub(crate) struct SharedHead(pub(super) Arc<Mutex<Option<Head>>>);

impl Heads for SharedHead {
    fn read(&self) -> Result<Option<Head>, StoreError> {
        Ok(*self.0.lock().unwrap())
    }
    fn write(&mut self, head: Head) -> Result<(), StoreError> {
        *self.0.lock().unwrap() = Some(head);
        Ok(())
    }
}

/// Receive secrets that outlive the engine that uses them.
#[derive(Clone, Default)]
pub(crate) struct SharedRing {
    epochs: Vec<ReceiveEpoch>,
    pub(super) kept: Arc<Mutex<Vec<ReceiveEpoch>>>,
}

impl SharedRing {
    /// The same, as another process opens it.
    pub(super) fn again(&self) -> Self {
        Self { epochs: self.kept.lock().unwrap().clone(), kept: self.kept.clone() }
    }

    pub(crate) fn kept(&self) -> Vec<ReceiveEpoch> {
        self.kept.lock().unwrap().clone()
    }
}

impl Ring for SharedRing {
    fn all(&self) -> &[ReceiveEpoch] {
        &self.epochs
    }
    fn add(&mut self, epoch: ReceiveEpoch, _: &mut dyn CryptoRng) -> Result<(), StoreError> {
        self.epochs.push(epoch);
        self.kept.lock().unwrap().clone_from(&self.epochs);
        Ok(())
    }
    fn destroy(&mut self, kid: Kid) -> Result<(), StoreError> {
        self.epochs.retain(|epoch| epoch.secret.kid() != kid);
        self.kept.lock().unwrap().clone_from(&self.epochs);
        Ok(())
    }
}
