//! Writing a backup file, piece by piece.

use ihala_envelope::encrypt0::Encrypt0;
use ihala_envelope::{
    AgencyId, Class, Digest, IdentityKey, IdentitySecret, ReceiveKey, Refusal, Secret, Timestamp,
    cbor,
};
use minicbor::Encoder;
use rand_core::CryptoRng;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroize as _;

use super::stream::{Chunks, Plain};
use super::{
    CHUNK, ENTRY_MAX, EndBody, FILE_KEY, FORMAT, HEAD_MAX, Head, HeadBody, Item, key_info,
};
use crate::rules::{BACKUP_ALTERED, BACKUP_ENTRIES, BACKUP_FORM};
use crate::statement::Profile;

/// A backup file that is being written.
pub struct Writer {
    agency: AgencyId,
    card: Digest,
    identity: IdentityKey,
    chunks: Chunks,
    plain: Plain,
    /// What is ready and not yet taken.
    ready: Vec<u8>,
    digest: Sha256,
    /// Entries that are still to come.
    missing: u64,
}

impl Writer {
    /// Begins the file of an agency, sealed to its backup key ([`super::key_of`]).
    ///
    /// # Errors
    /// `BAK-01` if the last day is before the day it is made, or the key is of another suite.
    pub fn new(
        profile: &Profile,
        key: &ReceiveKey,
        made: Timestamp,
        until: Timestamp,
        entries: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, Refusal> {
        let mut bytes = [0; FILE_KEY];
        rng.fill_bytes(&mut bytes);
        let file_key = Secret::new(bytes);
        bytes.zeroize();
        let info = key_info(&profile.id(), key.kid());
        let cards = profile.cards();
        let body = HeadBody {
            format: FORMAT.into(),
            cards: cards.signed().iter().map(|card| card.clone().into()).collect(),
            statement: profile.signed_statement().to_vec().into(),
            made,
            until,
            entries,
            key: Encrypt0::seal(key, &info, file_key.expose(), rng).into(),
        };
        let head = cbor::to_vec(&body);
        if head.len() > HEAD_MAX {
            return Err(BACKUP_FORM.refuse_about("too long"));
        }
        Head::read(&head)?;
        let mut writer = Self {
            agency: profile.id(),
            card: cards.digest(),
            identity: *cards.identity_key(),
            chunks: Chunks::new(&file_key, &head),
            plain: Plain::default(),
            ready: Vec::new(),
            digest: Sha256::new(),
            missing: entries,
        };
        writer.put(Item::Head, head);
        Ok(writer)
    }

    /// Adds an entry.
    ///
    /// # Errors
    /// `BAK-04` if it is too long, or one more than the head says.
    pub fn add(&mut self, key: &[u8], slot: u32, value: &[u8]) -> Result<(), Refusal> {
        let mut start = Encoder::new(Vec::with_capacity(key.len() + 32));
        (|| start.array(3)?.bytes(key)?.u32(slot)?.bytes_len(value.len() as u64)?.ok())()
            .expect("writing to a Vec cannot fail");
        let mut start = start.into_writer();
        if start.len() + value.len() > ENTRY_MAX {
            return Err(BACKUP_ENTRIES.refuse_about("too long"));
        }
        self.missing = self.missing.checked_sub(1).ok_or(BACKUP_ENTRIES.refuse())?;
        self.plain.push(&start);
        self.plain.push(value);
        start.zeroize();
        // A full chunk can be the last one: it waits until more is there.
        while self.plain.rest().len() > CHUNK {
            let sealed = self.chunks.seal(&self.plain.rest()[..CHUNK], false);
            self.plain.take(CHUNK);
            self.put(Item::Chunk, sealed);
        }
        Ok(())
    }

    /// The bytes of the file that are ready and were not taken yet.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.ready)
    }

    /// Ends the file and signs it: the bytes that were not taken yet.
    ///
    /// # Errors
    /// `BAK-04` if there were fewer entries than the head says; `BAK-02` if `identity` is not
    /// the key of the agency's current card.
    pub fn finish(mut self, identity: &IdentitySecret) -> Result<Vec<u8>, Refusal> {
        if self.missing > 0 {
            return Err(BACKUP_ENTRIES.refuse());
        }
        if identity.public() != self.identity {
            return Err(BACKUP_ALTERED.refuse_about("another identity key"));
        }
        let sealed = self.chunks.seal(self.plain.rest(), true);
        self.put(Item::LastChunk, sealed);
        let file = Digest(self.digest.clone().finalize().into());
        let body = EndBody { agency: self.agency, card: self.card, file };
        let end = identity.sign(Class::Backup, cbor::to_vec(&body));
        self.put(Item::End, end);
        Ok(self.ready)
    }

    fn put(&mut self, item: Item, content: Vec<u8>) {
        let bytes = item.encode(content);
        self.digest.update(&bytes);
        self.ready.extend_from_slice(&bytes);
    }
}
