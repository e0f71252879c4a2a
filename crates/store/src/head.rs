//! The head: how far the store had come, in a small file of its own.
//!
//! No embedded store reports missing records by itself: a flipped bit or a cut-off
//! tail makes sled open an older state without a word. The head is written after
//! each barrier, so it may lag behind the store. A head that is *ahead* of the store
//! is loss.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::StoreError;
use crate::files::open_private;

/// How far a log that only grows has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its length.
    pub size: u64,
    /// Digest over all of it.
    pub digest: [u8; 32],
}

/// Where the head is kept.
pub trait Heads: Send {
    /// The head last written, if it can be read.
    fn read(&self) -> Result<Option<Head>, StoreError>;

    /// Writes the head. It needs no barrier: it may lag.
    fn write(&mut self, head: Head) -> Result<(), StoreError>;
}

/// Size, digest, checksum of both.
const LEN: usize = 8 + 32 + 32;

/// [`Heads`] in a file, overwritten in place.
pub struct HeadFile {
    file: File,
    path: PathBuf,
}

impl HeadFile {
    /// Opens or makes the file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Ok(Self { file: open_private(path)?, path: path.to_owned() })
    }
}

impl Heads for HeadFile {
    fn read(&self) -> Result<Option<Head>, StoreError> {
        let mut bytes = [0; LEN];
        match self.file.read_exact_at(&mut bytes, 0) {
            Ok(()) => {}
            // Never written yet.
            Err(e) if e.kind() == std::io::ErrorKind::UnexpectedEof => return Ok(None),
            Err(e) => return Err(StoreError::io("read", &self.path)(e)),
        }
        let (head, sum) = bytes.split_at(40);
        // A write that a crash tore tells nothing; the store itself is whole then.
        if Sha256::digest(head).as_slice() != sum {
            return Ok(None);
        }
        let (size, digest) = head.split_at(8);
        let fits = "the array is split at fixed places";
        Ok(Some(Head {
            size: u64::from_be_bytes(size.try_into().expect(fits)),
            digest: digest.try_into().expect(fits),
        }))
    }

    fn write(&mut self, head: Head) -> Result<(), StoreError> {
        let mut bytes = [&head.size.to_be_bytes()[..], &head.digest].concat();
        let sum = Sha256::digest(&bytes);
        bytes.extend_from_slice(&sum);
        self.file.write_all_at(&bytes, 0).map_err(StoreError::io("write", &self.path))
    }
}

/// [`Heads`] in memory.
#[derive(Clone, Debug, Default)]
pub struct MemoryHead(Option<Head>);

impl Heads for MemoryHead {
    fn read(&self) -> Result<Option<Head>, StoreError> {
        Ok(self.0)
    }

    fn write(&mut self, head: Head) -> Result<(), StoreError> {
        self.0 = Some(head);
        Ok(())
    }
}
