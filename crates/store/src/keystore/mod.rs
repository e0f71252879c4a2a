//! Secrets in files of their own, outside the store.
//!
//! ```text
//! keys/keystore.key              the keystore key, sealed with the passphrase
//! keys/identity.key              the identity key, and so on: sealed with a key that is
//! keys/transport.key               derived from the keystore key
//! keys/receive/KID.key           one receive secret, with the days on which it is used
//! ```
//!
//! The store's own key is derived from the keystore key too. So another passphrase means
//! one file anew, and whoever has not the passphrase has nothing.

mod lock;
mod ring;

use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use data_encoding::BASE64;
use hkdf::Hkdf;
use ihala_envelope::{IdentitySecret, Secret};
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroize;

use crate::StoreError;
use crate::files::{check_private, destroy, destroy_unfinished, private_folder, replace_private};
pub use lock::{PASSPHRASE_MIN, Protection, is_protected};
pub use ring::{FileRing, MemoryRing, ReceiveEpoch, Ring};

const KEYSTORE: &str = "keystore.key";
const IDENTITY: &str = "identity.key";
/// The key of a card that is being made.
const NEXT_IDENTITY: &str = "identity.next.key";
const TRANSPORT: &str = "transport.key";
const RECEIVE: &str = "receive";

const NONCE_LEN: usize = 24;

/// An agency's secrets, open.
pub struct Keystore {
    folder: PathBuf,
    key: Secret<[u8; 32]>,
    seal: SealingKey,
}

impl Keystore {
    /// Makes the secrets of a node that signs with `identity` under `folder`, which must not
    /// exist.
    pub fn create(
        folder: &Path,
        identity: &IdentitySecret,
        protection: &Protection,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, StoreError> {
        private_folder(folder)?;
        private_folder(&folder.join(RECEIVE))?;
        let keystore = Self::with_key(folder, random(rng));
        keystore.protect(protection, rng)?;
        keystore.write(IDENTITY, identity.seed().expose(), rng)?;
        keystore.write(TRANSPORT, random(rng).expose(), rng)?;
        Ok(keystore)
    }

    /// Opens the secrets under `folder`.
    ///
    /// # Errors
    /// [`StoreError::NeedsPassphrase`] or [`StoreError::WrongPassphrase`].
    pub fn open(folder: &Path, passphrase: Option<&Secret<String>>) -> Result<Self, StoreError> {
        check_private(folder)?;
        let key = lock::open(&folder.join(KEYSTORE), passphrase)?;
        // What a crash has left half written may be under another passphrase, or under none.
        destroy_unfinished(folder)?;
        Ok(Self::with_key(folder, key))
    }

    fn with_key(folder: &Path, key: Secret<[u8; 32]>) -> Self {
        let seal = SealingKey::new(&derive(&key, b"ihala/1 key file"));
        Self { folder: folder.to_owned(), key, seal }
    }

    /// Protects the secrets in another way: with another passphrase, with one for the first
    /// time, or with none.
    pub fn protect(
        &self,
        protection: &Protection,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        lock::close(&self.folder.join(KEYSTORE), &self.key, protection, rng)
    }

    /// Seals the store.
    pub fn store_key(&self) -> Secret<[u8; 32]> {
        derive(&self.key, b"ihala/1 store")
    }

    /// Who the agency is. If a new card was being made when the process ended, there are two:
    /// the one of the store's card counts.
    pub fn identities(&self) -> Result<Vec<IdentitySecret>, StoreError> {
        let mut all = vec![IdentitySecret::from_seed(&self.read(IDENTITY)?)];
        if self.folder.join(NEXT_IDENTITY).exists() {
            all.push(IdentitySecret::from_seed(&self.read(NEXT_IDENTITY)?));
        }
        Ok(all)
    }

    /// Keeps the identity key of a card that is about to be made.
    pub fn prepare_identity(
        &self,
        identity: &IdentitySecret,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        self.write(NEXT_IDENTITY, identity.seed().expose(), rng)
    }

    /// Keeps this identity key alone: the card is made, or was not.
    pub fn settle_identity(
        &self,
        identity: &IdentitySecret,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        let next = self.folder.join(NEXT_IDENTITY);
        if next.exists() {
            self.write(IDENTITY, identity.seed().expose(), rng)?;
        }
        destroy(&next)
    }

    /// The agency's node on the network: the seed of an Ed25519 key.
    pub fn transport(&self) -> Result<Secret<[u8; 32]>, StoreError> {
        self.read(TRANSPORT)
    }

    /// Keeps another transport key: that of a backup.
    pub fn put_transport(
        &self,
        seed: &Secret<[u8; 32]>,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        self.write(TRANSPORT, seed.expose(), rng)
    }

    /// The receive secrets.
    pub fn ring(&self) -> Result<FileRing, StoreError> {
        FileRing::open(&self.folder.join(RECEIVE), self.seal.clone())
    }

    fn write(
        &self,
        name: &str,
        secret: &[u8; 32],
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreError> {
        replace_private(&self.folder.join(name), &self.seal.seal(name, secret, rng))
    }

    fn read(&self, name: &str) -> Result<Secret<[u8; 32]>, StoreError> {
        let path = self.folder.join(name);
        check_private(&path)?;
        let sealed = std::fs::read(&path).map_err(StoreError::io("read", &path))?;
        let mut plain = self.seal.open(name, &sealed)?;
        let secret = <[u8; 32]>::try_from(plain.as_slice()).map(Secret::new);
        plain.zeroize();
        secret.map_err(|_| StoreError::Damaged("a key file"))
    }
}

/// Seals key files, each to its name.
#[derive(Clone)]
struct SealingKey(XChaCha20Poly1305);

impl SealingKey {
    fn new(key: &Secret<[u8; 32]>) -> Self {
        Self(XChaCha20Poly1305::new(key.expose().into()))
    }

    /// One line of base64: nonce and ciphertext.
    fn seal(&self, name: &str, plain: &[u8], rng: &mut dyn CryptoRng) -> Vec<u8> {
        let mut nonce = [0; NONCE_LEN];
        rng.fill_bytes(&mut nonce);
        let payload = Payload { msg: plain, aad: name.as_bytes() };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.expect("keys are far shorter than the cipher's limit");
        format!("{}\n", BASE64.encode(&[&nonce[..], &sealed].concat())).into_bytes()
    }

    fn open(&self, name: &str, text: &[u8]) -> Result<Vec<u8>, StoreError> {
        const DAMAGED: StoreError = StoreError::Damaged("a key file");
        let sealed = BASE64.decode(text.trim_ascii()).map_err(|_| DAMAGED)?;
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(DAMAGED)?;
        let payload = Payload { msg: sealed, aad: name.as_bytes() };
        self.0.decrypt(&XNonce::from(*nonce), payload).map_err(|_| DAMAGED)
    }
}

fn derive(key: &Secret<[u8; 32]>, purpose: &[u8]) -> Secret<[u8; 32]> {
    let mut derived = [0; 32];
    Hkdf::<Sha256>::new(None, key.expose())
        .expand(purpose, &mut derived)
        .expect("32 bytes are a valid length for HKDF");
    Secret::new(derived)
}

fn random(rng: &mut dyn CryptoRng) -> Secret<[u8; 32]> {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    Secret::new(bytes)
}
