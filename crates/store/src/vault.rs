//! Every value sealed at rest under the key of its record.
//!
//! A value is stored as `slot ‖ nonce ‖ ciphertext`. The record's key is
//! HKDF-SHA256 (RFC 5869) of the keystore key and the slot's secret, so the value
//! can be opened only while both exist. The store key is the associated data: a
//! value moved to another key does not open, and a flipped bit is an error rather
//! than another value.

use std::collections::{BTreeMap, HashMap};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use ihala_envelope::Secret;
use rand_core::CryptoRng;
use sha2::Sha256;

use crate::slots::{SlotNumber, Slots};
use crate::snapshot::Snapshot;
use crate::{Batch, Entries, Range, Store, StoreError};

/// The slot of what belongs to no record: the node's own state. Never erased.
pub const NODE_SLOT: SlotNumber = SlotNumber(0);

const SLOT_LEN: usize = 4;
const NONCE_LEN: usize = 24;

/// Most record keys kept in memory: derived again when needed.
const CACHED_KEYS: usize = 1_024;

/// A change to one key: the record that the value belongs to, and the value.
pub type Change = Option<(SlotNumber, Vec<u8>)>;

/// A store whose values are sealed.
pub struct Vault {
    pub(crate) store: Box<dyn Store>,
    slots: Box<dyn Slots>,
    key: Secret<[u8; 32]>,
    ciphers: HashMap<u32, XChaCha20Poly1305>,
    /// The view that is being read, if one is.
    pub(crate) snapshot: Option<Snapshot>,
}

impl Vault {
    /// Puts a vault around a store. `key` is the keystore key.
    pub fn new(store: Box<dyn Store>, slots: Box<dyn Slots>, key: Secret<[u8; 32]>) -> Self {
        Self { store, slots, key, ciphers: HashMap::new(), snapshot: None }
    }

    /// The value of a key, with the record it belongs to.
    pub fn get(&mut self, key: &[u8]) -> Result<Option<(SlotNumber, Vec<u8>)>, StoreError> {
        match self.store.get(key)? {
            Some(sealed) => self.open(key, &sealed).map(Some),
            None => Ok(None),
        }
    }

    /// The entries of a range, opened.
    pub fn range(&mut self, range: Range<'_>) -> Result<Entries, StoreError> {
        let sealed = self.store.range(range)?;
        sealed
            .into_iter()
            .map(|(key, value)| self.open(&key, &value).map(|(_, value)| (key, value)))
            .collect()
    }

    /// Seals and applies the changes in one atomic batch, then waits for the barrier.
    pub fn commit(
        &mut self,
        changes: &BTreeMap<Vec<u8>, Change>,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        let mut batch = Batch::new();
        for (key, change) in changes {
            let sealed = match change {
                Some((slot, value)) => Some(self.seal(*slot, key, value, rng)?),
                None => None,
            };
            batch.insert(key.clone(), sealed);
        }
        self.keep_for_snapshot(changes.keys())?;
        self.store.apply(&batch)?;
        self.store.barrier()
    }

    /// Destroys the key of a record: nothing sealed under it can ever be opened again. Its
    /// values are replaced or removed by a commit before that, so that a view which is being
    /// read ([`Self::begin_snapshot`]) still has them.
    pub fn erase(&mut self, slot: SlotNumber) -> Result<(), StoreError> {
        assert_ne!(slot, NODE_SLOT, "the node's own state is never erased");
        self.ciphers.remove(&slot.0);
        self.slots.erase(slot)
    }

    fn seal(
        &mut self,
        slot: SlotNumber,
        key: &[u8],
        value: &[u8],
        rng: &mut dyn CryptoRng,
    ) -> Result<Vec<u8>, StoreError> {
        self.slots.provide(slot, rng)?;
        let mut nonce = [0; NONCE_LEN];
        rng.fill_bytes(&mut nonce);
        let ciphertext = self
            .cipher(slot)?
            .encrypt(&XNonce::from(nonce), Payload { msg: value, aad: key })
            .expect("values are far shorter than the cipher's limit");
        Ok([&slot.0.to_be_bytes()[..], &nonce, &ciphertext].concat())
    }

    pub(crate) fn open(
        &mut self,
        key: &[u8],
        sealed: &[u8],
    ) -> Result<(SlotNumber, Vec<u8>), StoreError> {
        const DAMAGED: StoreError = StoreError::Damaged("a value that does not open");
        let (slot, rest) = sealed.split_first_chunk::<SLOT_LEN>().ok_or(DAMAGED)?;
        let (nonce, ciphertext) = rest.split_first_chunk::<NONCE_LEN>().ok_or(DAMAGED)?;
        let slot = SlotNumber(u32::from_be_bytes(*slot));
        let value = self
            .cipher(slot)?
            .decrypt(&XNonce::from(*nonce), Payload { msg: ciphertext, aad: key })
            .map_err(|_| DAMAGED)?;
        Ok((slot, value))
    }

    fn cipher(&mut self, slot: SlotNumber) -> Result<&XChaCha20Poly1305, StoreError> {
        if !self.ciphers.contains_key(&slot.0) {
            let secret = self.slots.get(slot)?;
            let secret = Secret::new(secret.ok_or(StoreError::Damaged("a slot is missing"))?);
            if self.ciphers.len() >= CACHED_KEYS {
                self.ciphers.clear();
            }
            let mut key = [0; 32];
            // The slot's number stands for the record's id: each record has one
            // slot, and no slot is used for a second record.
            Hkdf::<Sha256>::new(Some(secret.expose()), self.key.expose())
                .expand_multi_info(&[b"ihala/1 record", &slot.0.to_be_bytes()], &mut key)
                .expect("32 bytes are a valid length for HKDF");
            let key = Secret::new(key);
            self.ciphers.insert(slot.0, XChaCha20Poly1305::new(key.expose().into()));
        }
        Ok(&self.ciphers[&slot.0])
    }
}
