//! Secrets in files of their own, outside the store.
//!
//! Until keys can be wrapped with a passphrase, each file is closed to other users
//! (0600) and nothing more: whoever can read the disk can read them.

use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use ihala_envelope::{IdentityKey, IdentitySecret, Kid, ReceiveSecret, Secret, Suite};
use rand_core::CryptoRng;
use zeroize::Zeroize;

use crate::StoreError;
use crate::files::{check_private, private_folder, write_private};

const IDENTITY: &str = "identity.key";
const TRANSPORT: &str = "transport.key";
const KEYSTORE: &str = "keystore.key";
const RECEIVE: &str = "receive";

/// An agency's secrets.
pub struct Keys {
    /// Who the agency is.
    pub identity: IdentitySecret,
    /// Its node on the network: the seed of an Ed25519 key.
    pub transport: Secret<[u8; 32]>,
    /// Seals the store.
    pub keystore: Secret<[u8; 32]>,
    /// Opens envelopes.
    pub receive: Vec<ReceiveSecret>,
}

impl Keys {
    /// Makes all secrets of a new agency under `folder`, which must not exist.
    ///
    /// Returns the secrets and the public half of the next identity key, whose
    /// seed is written to `recovery` and nowhere else.
    pub fn create(
        folder: &Path,
        recovery: &Path,
        rng: &mut dyn CryptoRng,
    ) -> Result<(Self, IdentityKey), StoreError> {
        private_folder(folder)?;
        private_folder(&folder.join(RECEIVE))?;
        let next = IdentitySecret::generate(rng);
        write_secret(recovery, next.seed().expose())?;
        let keys = Self {
            identity: IdentitySecret::generate(rng),
            transport: random(rng),
            keystore: random(rng),
            receive: vec![ReceiveSecret::generate(Suite::Hpke9, rng)],
        };
        write_secret(&folder.join(IDENTITY), keys.identity.seed().expose())?;
        write_secret(&folder.join(TRANSPORT), keys.transport.expose())?;
        write_secret(&folder.join(KEYSTORE), keys.keystore.expose())?;
        for key in &keys.receive {
            write_secret(&receive_path(folder, key), key.secret().expose())?;
        }
        Ok((keys, next.public()))
    }

    /// Reads the secrets under `folder`.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        check_private(folder)?;
        let identity = read_secret(&folder.join(IDENTITY))?;
        Ok(Self {
            identity: IdentitySecret::from_seed(&identity),
            transport: read_secret(&folder.join(TRANSPORT))?,
            keystore: read_secret(&folder.join(KEYSTORE))?,
            receive: read_receive_keys(&folder.join(RECEIVE))?,
        })
    }
}

/// The name holds all that is not secret: `<kid>-<suite>.key`.
fn receive_path(folder: &Path, key: &ReceiveSecret) -> PathBuf {
    folder.join(RECEIVE).join(format!("{}-{}.key", key.kid(), key.suite().name()))
}

fn read_receive_keys(folder: &Path) -> Result<Vec<ReceiveSecret>, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("a receive key's file name");
    let mut keys = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(StoreError::io("list", folder))? {
        let path = entry.map_err(StoreError::io("list", folder))?.path();
        let name = path.file_name().and_then(|n| n.to_str()).ok_or(DAMAGED)?;
        let Some(name) = name.strip_suffix(".key") else { continue };
        let (kid, suite) = name.split_once('-').ok_or(DAMAGED)?;
        let kid = Kid::from_hex(kid).map_err(|_| DAMAGED)?;
        let suite = [Suite::Hpke9, Suite::Hpke4].into_iter().find(|s| s.name() == suite);
        let secret = read_secret(&path)?;
        keys.push(ReceiveSecret::from_parts(kid, suite.ok_or(DAMAGED)?, *secret.expose()));
    }
    keys.sort_by_key(ReceiveSecret::kid);
    Ok(keys)
}

fn random(rng: &mut dyn CryptoRng) -> Secret<[u8; 32]> {
    let mut bytes = [0; 32];
    rng.fill_bytes(&mut bytes);
    Secret::new(bytes)
}

fn write_secret(path: &Path, secret: &[u8; 32]) -> Result<(), StoreError> {
    let mut text = HEXLOWER.encode(secret);
    text.push('\n');
    let written = write_private(path, text.as_bytes());
    text.zeroize();
    written
}

fn read_secret(path: &Path) -> Result<Secret<[u8; 32]>, StoreError> {
    check_private(path)?;
    let mut text = std::fs::read(path).map_err(StoreError::io("read", path))?;
    let decoded = HEXLOWER.decode(text.trim_ascii()).ok().and_then(|mut bytes| {
        let array = <[u8; 32]>::try_from(bytes.as_slice()).ok();
        bytes.zeroize();
        array
    });
    text.zeroize();
    decoded.map(Secret::new).ok_or(StoreError::Damaged("a key file"))
}
