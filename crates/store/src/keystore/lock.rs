//! The keystore key and its passphrase.
//!
//! A text file: how the key is protected, and the key. With a passphrase it is sealed
//! under Argon2id (RFC 9106) of the passphrase; the parameters stand in the file, so that
//! they can grow.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE64;
use ihala_envelope::Secret;
use rand_core::CryptoRng;
use serde::Deserialize;
use zeroize::Zeroize;

use super::SealingKey;
use crate::StoreError;
use crate::files::{check_private, replace_private};

/// Shortest passphrase that is taken, in characters.
pub const PASSPHRASE_MIN: usize = 12;

/// RFC 9106 §4, the second recommended option: 64 MiB, three passes, four lanes.
const MEMORY_KIB: u32 = 64 * 1_024;
const PASSES: u32 = 3;
const LANES: u32 = 4;
/// What a file may ask for at most.
const MEMORY_KIB_MAX: u32 = 4 * 1_024 * 1_024;
const PASSES_MAX: u32 = 64;
const SALT_LEN: usize = 16;

const VERSION: &str = "ihala-keystore/1";
/// What the sealed key is tied to.
const NAME: &str = "keystore.key";

/// How the keystore key is protected.
pub enum Protection {
    /// With a passphrase.
    Passphrase(Secret<String>),
    /// Not at all: whoever reads the disk reads everything.
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lock {
    keystore: String,
    argon2id: Option<Argon2id>,
    key: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Argon2id {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
}

/// Whether the secrets under a folder of keys are protected by a passphrase.
pub fn is_protected(folder: &Path) -> Result<bool, StoreError> {
    Ok(read(&folder.join(super::KEYSTORE))?.argon2id.is_some())
}

/// Writes the file of the keystore key.
pub(super) fn close(
    path: &Path,
    key: &Secret<[u8; 32]>,
    protection: &Protection,
    rng: &mut dyn CryptoRng,
) -> Result<(), StoreError> {
    let mut text = match protection {
        Protection::None => format!(
            "# Not protected by a passphrase: whoever reads this file reads everything.\n\
             keystore = \"{VERSION}\"\nkey = \"{}\"\n",
            BASE64.encode(key.expose())
        ),
        Protection::Passphrase(passphrase) => {
            let mut salt = [0; SALT_LEN];
            rng.fill_bytes(&mut salt);
            let hash = stretch(passphrase, &salt, (MEMORY_KIB, PASSES, LANES))?;
            let sealed = SealingKey::new(&hash).seal(NAME, key.expose(), rng);
            format!(
                "keystore = \"{VERSION}\"\n\
                 argon2id = {{ memory_kib = {MEMORY_KIB}, passes = {PASSES}, lanes = {LANES}, salt = \"{}\" }}\n\
                 key = \"{}\"\n",
                BASE64.encode(&salt),
                String::from_utf8_lossy(sealed.trim_ascii()),
            )
        }
    };
    let written = replace_private(path, text.as_bytes());
    text.zeroize();
    written
}

/// Reads the keystore key.
pub(super) fn open(
    path: &Path,
    passphrase: Option<&Secret<String>>,
) -> Result<Secret<[u8; 32]>, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("the keystore's file");
    let mut lock = read(path)?;
    let opened = match (&lock.argon2id, passphrase) {
        (None, _) => BASE64.decode(lock.key.as_bytes()).map_err(|_| DAMAGED),
        (Some(_), None) => Err(StoreError::NeedsPassphrase),
        (Some(how), Some(passphrase)) => {
            if how.memory_kib > MEMORY_KIB_MAX || how.passes > PASSES_MAX {
                return Err(DAMAGED);
            }
            let salt = BASE64.decode(how.salt.as_bytes()).map_err(|_| DAMAGED)?;
            let hash = stretch(passphrase, &salt, (how.memory_kib, how.passes, how.lanes))?;
            // A damaged file looks the same as a wrong passphrase: the cipher cannot tell.
            let opened = SealingKey::new(&hash).open(NAME, lock.key.as_bytes());
            opened.map_err(|_| StoreError::WrongPassphrase)
        }
    };
    lock.key.zeroize();
    let mut plain = opened?;
    let key = <[u8; 32]>::try_from(plain.as_slice()).map(Secret::new);
    plain.zeroize();
    key.map_err(|_| DAMAGED)
}

fn read(path: &Path) -> Result<Lock, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("the keystore's file");
    check_private(path)?;
    let mut text = std::fs::read_to_string(path).map_err(StoreError::io("read", path))?;
    let lock: Result<Lock, _> = toml::from_str(&text);
    text.zeroize();
    lock.ok().filter(|lock| lock.keystore == VERSION).ok_or(DAMAGED)
}

fn stretch(
    passphrase: &Secret<String>,
    salt: &[u8],
    (memory, passes, lanes): (u32, u32, u32),
) -> Result<Secret<[u8; 32]>, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("the keystore's parameters");
    let params = Params::new(memory, passes, lanes, Some(32)).map_err(|_| DAMAGED)?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let mut hash = [0; 32];
    argon2
        .hash_password_into(passphrase.expose().as_bytes(), salt, &mut hash)
        .map_err(|_| DAMAGED)?;
    let secret = Secret::new(hash);
    hash.zeroize();
    Ok(secret)
}
