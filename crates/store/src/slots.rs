//! Slots: one random secret per record, in a file that can be overwritten in place.
//!
//! A wrapped key inside sled would live on in sled's old pages. A slot lives in a
//! file of fixed pages instead, so that overwriting it destroys the record's key.
//! Slots are made and fsynced a page at a time, before any of them is used: a new
//! record costs no extra barrier. Each page is kept twice, each copy with its own
//! checksum, so that a torn write loses nothing.

use std::fs::File;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rand_core::CryptoRng;
use sha2::{Digest as _, Sha256};

use crate::StoreError;
use crate::files::{open_private, parent, sync_folder};

/// Number of a slot, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotNumber(pub u32);

/// Where slots are kept.
pub trait Slots: Send {
    /// The secret of a slot; `None` if it was never made, or is erased.
    fn get(&self, number: SlotNumber) -> Result<Option<[u8; 32]>, StoreError>;

    /// Makes sure that the slot exists, durably.
    fn provide(&mut self, number: SlotNumber, rng: &mut dyn CryptoRng) -> Result<(), StoreError>;

    /// Destroys the slot's secret, durably, in every copy. Doing it again does no harm.
    fn erase(&mut self, number: SlotNumber) -> Result<(), StoreError>;
}

const SLOT: usize = 32;
/// Slots in one page.
pub const SLOTS_PER_PAGE: u32 = 126;
const PAGE: usize = 4096;
/// Checksum, then padding to 64 bytes, then the slots.
const HEADER: usize = PAGE - SLOTS_PER_PAGE as usize * SLOT;

/// [`Slots`] in a file: page n stands at `2n × 4096` and again at `(2n + 1) × 4096`.
pub struct FileSlots {
    file: File,
    path: PathBuf,
    /// Number of slots that are on disk.
    made: u32,
}

impl FileSlots {
    /// Opens or makes the file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let file = open_private(path)?;
        sync_folder(parent(path))?;
        let len = file.metadata().map_err(StoreError::io("look at", path))?.len();
        // A page that was being added when the power went was not used yet.
        let pages = len / (2 * PAGE as u64);
        let made = u32::try_from(pages * u64::from(SLOTS_PER_PAGE))
            .map_err(|_| StoreError::Damaged("the slots file is too long"))?;
        let slots = Self { file, path: path.to_owned(), made };
        slots.repair_last_page()?;
        Ok(slots)
    }

    /// A crash may have torn one copy of the page that was written last.
    fn repair_last_page(&self) -> Result<(), StoreError> {
        let Some(last) = self.made.checked_sub(1) else { return Ok(()) };
        let page = last / SLOTS_PER_PAGE;
        let (first, second) = (self.read_copy(page, 0)?, self.read_copy(page, 1)?);
        match (first, second) {
            (Some(a), Some(b)) if a == b => Ok(()),
            (Some(good), _) => self.write_copy(page, 1, &good),
            (None, Some(good)) => self.write_copy(page, 0, &good),
            (None, None) => Err(StoreError::Damaged("both copies of a page of slots")),
        }
    }

    fn read_copy(&self, page: u32, copy: u64) -> Result<Option<[u8; PAGE]>, StoreError> {
        let mut bytes = [0; PAGE];
        self.file
            .read_exact_at(&mut bytes, offset(page, copy))
            .map_err(StoreError::io("read", &self.path))?;
        Ok((checksum(page, &bytes[HEADER..]) == bytes[..SLOT]).then_some(bytes))
    }

    fn write_copy(&self, page: u32, copy: u64, bytes: &[u8; PAGE]) -> Result<(), StoreError> {
        self.file
            .write_all_at(bytes, offset(page, copy))
            .and_then(|()| self.file.sync_all())
            .map_err(StoreError::io("write", &self.path))
    }
}

impl Slots for FileSlots {
    fn get(&self, number: SlotNumber) -> Result<Option<[u8; 32]>, StoreError> {
        if number.0 >= self.made {
            return Ok(None);
        }
        let page = number.0 / SLOTS_PER_PAGE;
        let bytes = match self.read_copy(page, 0)? {
            Some(bytes) => bytes,
            None => self
                .read_copy(page, 1)?
                .ok_or(StoreError::Damaged("both copies of a page of slots"))?,
        };
        let at = place_of(number);
        let secret: [u8; SLOT] = bytes[at..at + SLOT].try_into().expect("a slot has this length");
        Ok((secret != ERASED).then_some(secret))
    }

    fn erase(&mut self, number: SlotNumber) -> Result<(), StoreError> {
        if number.0 >= self.made {
            return Ok(());
        }
        let page = number.0 / SLOTS_PER_PAGE;
        // One copy after the other, each durable: a torn write leaves the other one, and
        // start-up finishes what a crash interrupted. A copy that is damaged is made
        // anew from the good one; a page without a good copy is loss, and is told.
        let good = match self.read_copy(page, 0)? {
            Some(good) => good,
            None => self
                .read_copy(page, 1)?
                .ok_or(StoreError::Damaged("both copies of a page of slots"))?,
        };
        let mut bytes = good;
        let at = place_of(number);
        bytes[at..at + SLOT].copy_from_slice(&ERASED);
        let sum = checksum(page, &bytes[HEADER..]);
        bytes[..SLOT].copy_from_slice(&sum);
        self.write_copy(page, 0, &bytes)?;
        self.write_copy(page, 1, &bytes)
    }

    fn provide(&mut self, number: SlotNumber, rng: &mut dyn CryptoRng) -> Result<(), StoreError> {
        while number.0 >= self.made {
            let page = self.made / SLOTS_PER_PAGE;
            let mut bytes = [0; PAGE];
            rng.fill_bytes(&mut bytes[HEADER..]);
            let sum = checksum(page, &bytes[HEADER..]);
            bytes[..SLOT].copy_from_slice(&sum);
            // The second copy is written last: until then the file's length says
            // that the page is not there.
            self.write_copy(page, 0, &bytes)?;
            self.write_copy(page, 1, &bytes)?;
            self.made += SLOTS_PER_PAGE;
        }
        Ok(())
    }
}

/// What stands where a secret was destroyed: no generator gives it.
const ERASED: [u8; SLOT] = [0; SLOT];

const fn place_of(number: SlotNumber) -> usize {
    HEADER + SLOT * (number.0 % SLOTS_PER_PAGE) as usize
}

const fn offset(page: u32, copy: u64) -> u64 {
    (2 * page as u64 + copy) * PAGE as u64
}

fn checksum(page: u32, slots: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(page.to_be_bytes()).chain_update(slots).finalize().into()
}
