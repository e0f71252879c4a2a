//! The store on disk: sled, with its known traps closed.
//!
//! - `flush()` is not durable on Linux (`sync_file_range`): [`Store::barrier`] also
//!   fsyncs sled's file and its folder.
//! - Leaves with large values go to `blobs/`, which sled never fsyncs: a value of
//!   more than [`LARGE_FROM`] bytes goes to a file of its own, fsynced with its
//!   folder before the batch that names it.
//! - A leftover `snap.*.generating` stops sled from opening (sled #1527): removed first.
//! - sled's own flush thread is off, so the only barrier is ours.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::files::{check_private, private_folder, sync_folder, write_private};
use crate::{Batch, END, Entries, Range, Store, StoreError};

/// Values longer than this, in bytes, are kept in files.
pub const LARGE_FROM: usize = 6 * 1024;

/// First byte of a stored value: the value follows.
const INLINE: u8 = 0;
/// First byte of a stored value: the digest that names its file follows.
const IN_FILE: u8 = 1;
/// Prefix of the keys that say which large files are in use.
const FILE_KEY: u8 = 0xff;

/// sled lets go of its lock some time after it is dropped, and so does a process that has just
/// ended: that long an open is tried again.
const PATIENCE: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(20);

fn open_unlocked(config: &sled::Config, folder: &Path) -> Result<sled::Db, StoreError> {
    let begin = Instant::now();
    loop {
        match config.open() {
            Ok(db) => return Ok(db),
            Err(sled::Error::Io(io)) if io.to_string().contains("lock") => {
                if begin.elapsed() > PATIENCE {
                    return Err(StoreError::InUse { path: folder.to_owned() });
                }
                std::thread::sleep(PAUSE);
            }
            Err(other) => return Err(StoreError::from(other)),
        }
    }
}

/// A [`Store`] in a folder.
pub struct SledStore {
    tree: sled::Tree,
    data: File,
    folder: PathBuf,
    large: PathBuf,
    /// Files no longer named by any key, to be removed after the next barrier.
    stale: Vec<PathBuf>,
    /// sled closes its files when this is dropped.
    _db: sled::Db,
}

impl SledStore {
    /// Opens or makes the store in `folder`.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        private_folder(folder)?;
        check_private(folder)?;
        remove_unfinished_snapshots(folder)?;
        let config = sled::Config::new()
            .path(folder)
            .flush_every_ms(None)
            .cache_capacity(32 * 1024 * 1024)
            .mode(sled::Mode::LowSpace);
        let db = open_unlocked(&config, folder)?;
        let data_path = folder.join("db");
        let data = File::open(&data_path).map_err(StoreError::io("open", &data_path))?;
        let large = folder.join("large");
        private_folder(&large)?;
        let tree = db.open_tree("ihala")?;
        let mut store =
            Self { tree, data, folder: folder.to_owned(), large, stale: Vec::new(), _db: db };
        // What the sweep reads must be durable before it removes a file for it.
        store.barrier()?;
        store.sweep()?;
        Ok(store)
    }

    /// Removes large files that no committed batch names, and checks the others are there.
    fn sweep(&mut self) -> Result<(), StoreError> {
        let io = StoreError::io("list", &self.large);
        for file in std::fs::read_dir(&self.large).map_err(io)? {
            let path = file.map_err(StoreError::io("list", &self.large))?.path();
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            let digest = HEXLOWER.decode(name.as_bytes()).unwrap_or_default();
            if !self.tree.contains_key(file_key(&digest))? {
                std::fs::remove_file(&path).map_err(StoreError::io("remove", &path))?;
            }
        }
        for entry in self.tree.scan_prefix([FILE_KEY]).keys() {
            if !self.large_path(&entry?[1..]).exists() {
                return Err(StoreError::Damaged("a large value's file is missing"));
            }
        }
        Ok(())
    }

    fn large_path(&self, digest: &[u8]) -> PathBuf {
        self.large.join(HEXLOWER.encode(digest))
    }

    fn load(&self, stored: &[u8]) -> Result<Vec<u8>, StoreError> {
        match stored.split_first() {
            Some((&INLINE, value)) => Ok(value.to_vec()),
            Some((&IN_FILE, digest)) => {
                let path = self.large_path(digest);
                std::fs::read(&path).map_err(StoreError::io("read", &path))
            }
            _ => Err(StoreError::Damaged("a value without its first byte")),
        }
    }

    /// The digest of the file that holds the present value of `key`, if a file does.
    fn large_file_of(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let stored = self.tree.get(key)?;
        Ok(stored.filter(|v| v.first() == Some(&IN_FILE)).map(|v| v[1..].to_vec()))
    }
}

impl Store for SledStore {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.tree.get(key)?.map(|stored| self.load(&stored)).transpose()
    }

    fn range(&self, range: Range<'_>) -> Result<Entries, StoreError> {
        if range.from >= range.to {
            return Ok(Vec::new());
        }
        let load = |entry: Result<(sled::IVec, sled::IVec), sled::Error>| {
            let (key, stored) = entry?;
            Ok((key.to_vec(), self.load(&stored)?))
        };
        let entries = self.tree.range(range.from..range.to);
        if range.reverse {
            entries.rev().take(range.limit).map(load).collect()
        } else {
            entries.take(range.limit).map(load).collect()
        }
    }

    fn keys(&self, from: &[u8], limit: usize) -> Result<Vec<Vec<u8>>, StoreError> {
        // A large value stays in its file.
        let keys = self.tree.range(from..END).keys().take(limit);
        keys.map(|key| Ok(key?.to_vec())).collect()
    }

    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let mut sled_batch = sled::Batch::default();
        let mut stale = Vec::new();
        for (key, value) in batch {
            assert!(key.first() != Some(&FILE_KEY), "the store keeps 0xff for itself");
            if let Some(digest) = self.large_file_of(key)? {
                sled_batch.remove(file_key(&digest));
                stale.push(self.large_path(&digest));
            }
            match value {
                None => sled_batch.remove(key.as_slice()),
                Some(value) if value.len() <= LARGE_FROM => {
                    sled_batch.insert(key.as_slice(), [&[INLINE], value.as_slice()].concat());
                }
                Some(value) => {
                    // The key is part of the name, so no two keys share a file.
                    let digest = Sha256::new()
                        .chain_update((key.len() as u64).to_be_bytes())
                        .chain_update(key)
                        .chain_update(value)
                        .finalize();
                    write_private(&self.large_path(&digest), value)?;
                    sled_batch.insert(file_key(&digest), &[]);
                    sled_batch.insert(key.as_slice(), [&[IN_FILE], digest.as_slice()].concat());
                    let path = self.large_path(&digest);
                    stale.retain(|p| *p != path);
                    self.stale.retain(|p| *p != path);
                }
            }
        }
        self.tree.apply_batch(sled_batch)?;
        self.stale.append(&mut stale);
        Ok(())
    }

    fn barrier(&mut self) -> Result<(), StoreError> {
        self.tree.flush()?;
        self.data.sync_all().map_err(StoreError::io("sync", &self.folder.join("db")))?;
        sync_folder(&self.folder)?;
        for path in std::mem::take(&mut self.stale) {
            std::fs::remove_file(&path).map_err(StoreError::io("remove", &path))?;
        }
        Ok(())
    }
}

fn file_key(digest: &[u8]) -> Vec<u8> {
    [&[FILE_KEY], digest].concat()
}

fn remove_unfinished_snapshots(folder: &Path) -> Result<(), StoreError> {
    for entry in std::fs::read_dir(folder).map_err(StoreError::io("list", folder))? {
        let path = entry.map_err(StoreError::io("list", folder))?.path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if name.starts_with("snap.") && name.ends_with(".generating") {
            std::fs::remove_file(&path).map_err(StoreError::io("remove", &path))?;
        }
    }
    Ok(())
}
