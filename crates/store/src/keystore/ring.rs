//! Receive secrets, each in a file of its own: they are destroyed one by one, and an entry
//! of the store would live on in old pages.

use std::path::{Path, PathBuf};

use ihala_envelope::{Kid, ReceiveSecret, Suite, Timestamp, cbor};
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use zeroize::Zeroize;

use super::SealingKey;
use crate::StoreError;
use crate::files::{check_private, destroy, write_private};

/// A receive secret and the days on which it is published.
#[derive(Clone, Debug)]
pub struct ReceiveEpoch {
    /// The secret.
    pub secret: ReceiveSecret,
    /// First second in which senders may use it.
    pub not_before: Timestamp,
    /// Last second in which senders may use it.
    pub not_after: Timestamp,
    /// Used only when no other key is in date.
    pub fallback: bool,
}

/// Where receive secrets are kept.
pub trait Ring: Send {
    /// All that are not destroyed.
    fn all(&self) -> &[ReceiveEpoch];

    /// Keeps one more, durably: before anybody is told of it.
    fn add(&mut self, epoch: ReceiveEpoch, rng: &mut dyn CryptoRng) -> Result<(), StoreError>;

    /// Destroys one, durably. Doing it again does no harm.
    fn destroy(&mut self, kid: Kid) -> Result<(), StoreError>;

    /// The secret of a key, unless it is destroyed or was never ours.
    fn secret(&self, kid: Kid) -> Option<&ReceiveSecret> {
        self.all().iter().map(|epoch| &epoch.secret).find(|secret| secret.kid() == kid)
    }
}

/// [`Ring`] in memory.
#[derive(Clone, Default)]
pub struct MemoryRing(Vec<ReceiveEpoch>);

impl MemoryRing {
    /// With one key.
    pub fn of(epoch: ReceiveEpoch) -> Self {
        Self(vec![epoch])
    }
}

impl Ring for MemoryRing {
    fn all(&self) -> &[ReceiveEpoch] {
        &self.0
    }

    fn add(&mut self, epoch: ReceiveEpoch, _: &mut dyn CryptoRng) -> Result<(), StoreError> {
        self.0.push(epoch);
        Ok(())
    }

    fn destroy(&mut self, kid: Kid) -> Result<(), StoreError> {
        self.0.retain(|epoch| epoch.secret.kid() != kid);
        Ok(())
    }
}

/// [`Ring`] in files of a folder.
pub struct FileRing {
    folder: PathBuf,
    seal: SealingKey,
    epochs: Vec<ReceiveEpoch>,
}

/// What is in a file, sealed.
#[derive(Encode, Decode)]
#[cbor(map)]
struct Stored {
    #[cbor(n(1), with = "minicbor::bytes")]
    kid: [u8; 8],
    /// COSE algorithm of the suite.
    #[n(2)]
    suite: i64,
    #[cbor(n(3), with = "minicbor::bytes")]
    secret: [u8; 32],
    #[n(4)]
    not_before: Timestamp,
    #[n(5)]
    not_after: Timestamp,
    #[n(6)]
    fallback: bool,
}

impl FileRing {
    pub(super) fn open(folder: &Path, seal: SealingKey) -> Result<Self, StoreError> {
        let mut epochs = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(StoreError::io("list", folder))? {
            let path = entry.map_err(StoreError::io("list", folder))?.path();
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if name.ends_with(".key") {
                epochs.push(read(&path, name, &seal)?);
            } else {
                // What a crash left half written was never used; half destroyed, it is finished.
                destroy(&path)?;
            }
        }
        epochs.sort_by_key(|epoch| (epoch.not_before, epoch.secret.kid()));
        Ok(Self { folder: folder.to_owned(), seal, epochs })
    }
}

fn name_of(kid: Kid) -> String {
    format!("{kid}.key")
}

fn read(path: &Path, name: &str, seal: &SealingKey) -> Result<ReceiveEpoch, StoreError> {
    const DAMAGED: StoreError = StoreError::Damaged("a receive key's file");
    check_private(path)?;
    let sealed = std::fs::read(path).map_err(StoreError::io("read", path))?;
    let mut plain = seal.open(name, &sealed)?;
    let stored: Result<Stored, _> = cbor::from_slice(&plain);
    plain.zeroize();
    let mut stored = stored.map_err(|_| DAMAGED)?;
    let suite = Suite::from_cose_alg(stored.suite).ok_or(DAMAGED)?;
    let secret = ReceiveSecret::from_parts(Kid(stored.kid), suite, stored.secret);
    stored.secret.zeroize();
    Ok(ReceiveEpoch {
        secret,
        not_before: stored.not_before,
        not_after: stored.not_after,
        fallback: stored.fallback,
    })
}

impl Ring for FileRing {
    fn all(&self) -> &[ReceiveEpoch] {
        &self.epochs
    }

    fn add(&mut self, epoch: ReceiveEpoch, rng: &mut dyn CryptoRng) -> Result<(), StoreError> {
        let name = name_of(epoch.secret.kid());
        let mut stored = Stored {
            kid: epoch.secret.kid().0,
            suite: epoch.secret.suite().cose_alg(),
            secret: *epoch.secret.secret().expose(),
            not_before: epoch.not_before,
            not_after: epoch.not_after,
            fallback: epoch.fallback,
        };
        let mut plain = cbor::to_vec(&stored);
        stored.secret.zeroize();
        let sealed = self.seal.seal(&name, &plain, rng);
        plain.zeroize();
        write_private(&self.folder.join(name), &sealed)?;
        self.epochs.push(epoch);
        Ok(())
    }

    fn destroy(&mut self, kid: Kid) -> Result<(), StoreError> {
        destroy(&self.folder.join(name_of(kid)))?;
        self.epochs.retain(|epoch| epoch.secret.kid() != kid);
        Ok(())
    }
}
