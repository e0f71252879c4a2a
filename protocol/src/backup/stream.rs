//! The chunks of a backup: ChaCha20-Poly1305 (RFC 8439) in the STREAM construction (Hoang,
//! Reyhanitabar, Rogaway and Vizár, 2015), so that none can be changed, moved or left out, and
//! each can be opened as it comes.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use ihala_envelope::{Digest, Secret};
use zeroize::Zeroize as _;

use super::FILE_KEY;

/// Seals or opens the chunks of one file, from the first to the last.
pub(super) struct Chunks {
    cipher: ChaCha20Poly1305,
    /// Associated data: chunks belong to one head.
    head: Digest,
    /// Number of the next chunk.
    number: u64,
}

impl Chunks {
    pub(super) fn new(key: &Secret<[u8; FILE_KEY]>, head: &[u8]) -> Self {
        let cipher = ChaCha20Poly1305::new(key.expose().into());
        Self { cipher, head: Digest::of(head), number: 0 }
    }

    pub(super) fn seal(&mut self, plain: &[u8], last: bool) -> Vec<u8> {
        let nonce = self.nonce(last);
        self.cipher
            .encrypt(&nonce, Payload { msg: plain, aad: &self.head.0 })
            .expect("a chunk is far shorter than the cipher's limit")
    }

    /// The plain text; `None` if this is not the next chunk.
    pub(super) fn open(&mut self, sealed: &[u8], last: bool) -> Option<Secret<Vec<u8>>> {
        let nonce = self.nonce(last);
        let payload = Payload { msg: sealed, aad: &self.head.0 };
        self.cipher.decrypt(&nonce, payload).ok().map(Secret::new)
    }

    /// Eleven bytes of number, and one that says whether this is the last chunk. The file key
    /// is used for one file, so no nonce is used twice.
    fn nonce(&mut self, last: bool) -> Nonce {
        let mut nonce = [0; 12];
        nonce[3..11].copy_from_slice(&self.number.to_be_bytes());
        nonce[11] = u8::from(last);
        self.number += 1;
        Nonce::from(nonce)
    }
}

/// Plain text that is put in at one end and taken out at the other: what was taken is wiped,
/// and so is what is left when it is dropped.
#[derive(Default)]
pub(super) struct Plain {
    bytes: Vec<u8>,
    /// What stands before this was taken.
    taken: usize,
}

impl Plain {
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.taken..]
    }

    pub(super) fn push(&mut self, more: &[u8]) {
        if self.bytes.len() + more.len() > self.bytes.capacity() {
            // A vector that grows by itself leaves its old bytes in memory.
            let mut larger = Vec::with_capacity(2 * (self.rest().len() + more.len()));
            larger.extend_from_slice(self.rest());
            self.bytes.zeroize();
            (self.bytes, self.taken) = (larger, 0);
        }
        self.bytes.extend_from_slice(more);
    }

    pub(super) fn take(&mut self, len: usize) {
        self.bytes[self.taken..self.taken + len].zeroize();
        self.taken += len;
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}
