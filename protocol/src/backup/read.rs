//! Reading a backup file as its bytes come, with the backup key or without.

use ihala_envelope::cbor::{self, CborError};
use ihala_envelope::encrypt0::Encrypt0;
use ihala_envelope::limits::SIGN1_MAX;
use ihala_envelope::{Class, Digest, Personal, ReceiveSecret, Refusal, Secret, Unverified};
use sha2::{Digest as _, Sha256};

use super::stream::{Chunks, Plain};
use super::{CHUNK, ENTRY_MAX, EndBody, Entry, FILE_KEY, HEAD_MAX, Head, Item, TAG, key_info};
use crate::rules::{BACKUP_ALTERED, BACKUP_ENTRIES, BACKUP_FORM, BACKUP_KEY};

/// A backup file that is being read.
///
/// It is the agency's, and whole, only when [`Self::finish`] says so: what was learned before
/// is kept apart until then. Which agency that is, its fingerprint tells and nothing in here.
pub struct Reader {
    key: Option<ReceiveSecret>,
    stage: Stage,
    /// The item that has begun: never more than was fed of it.
    item: Vec<u8>,
    digest: Sha256,
    head: Option<Head>,
    /// With the key, from the head on.
    chunks: Option<Chunks>,
    plain: Plain,
    /// Entries that were handed out.
    entries: u64,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Head,
    FirstChunk,
    Chunks,
    End,
    Done,
    Refused,
}

impl Reader {
    /// Checks a file without opening it: its form, and its signature over every byte.
    pub fn scanning() -> Self {
        Self::new(None)
    }

    /// Checks a file and opens it with its backup key ([`super::key_of`]).
    pub fn opening(key: ReceiveSecret) -> Self {
        Self::new(Some(key))
    }

    fn new(key: Option<ReceiveSecret>) -> Self {
        Self {
            key,
            stage: Stage::Head,
            item: Vec::new(),
            digest: Sha256::new(),
            head: None,
            chunks: None,
            plain: Plain::default(),
            entries: 0,
        }
    }

    /// Takes in the next bytes of the file, as many as there are (BAK-01 to BAK-04).
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let taken = self.take_in(bytes);
        if taken.is_err() {
            self.stage = Stage::Refused;
        }
        taken
    }

    /// What the file says of itself, once that much has been fed.
    pub const fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    /// The next entry that is there as a whole; always `None` without the key. To be asked
    /// after each feeding until there is none, or they gather in memory (BAK-04).
    pub fn next_entry(&mut self) -> Result<Option<Entry>, Refusal> {
        let most = self.head.as_ref().map_or(0, |head| head.entries);
        match first_entry(self.plain.rest()) {
            Ok((entry, len)) if self.entries < most => {
                self.plain.take(len);
                self.entries += 1;
                Ok(Some(entry))
            }
            Err(CborError::Truncated) => Ok(None),
            _ => {
                self.stage = Stage::Refused;
                Err(BACKUP_ENTRIES.refuse())
            }
        }
    }

    /// Nothing more comes: says whose backup it was, if it was whole and, with the key, every
    /// entry was taken (BAK-01, BAK-04).
    pub fn finish(self) -> Result<Head, Refusal> {
        let head = self.head.filter(|_| self.stage == Stage::Done);
        let head = head.ok_or(BACKUP_FORM.refuse_about("cut off"))?;
        let all = self.plain.rest().is_empty() && self.entries == head.entries;
        if self.key.is_none() || all { Ok(head) } else { Err(BACKUP_ENTRIES.refuse()) }
    }

    fn take_in(&mut self, mut bytes: &[u8]) -> Result<(), Refusal> {
        while !bytes.is_empty() {
            if matches!(self.stage, Stage::Done | Stage::Refused) {
                return Err(BACKUP_FORM.refuse());
            }
            // What comes next is known when the first bytes of the item are there.
            let missing = match self.begun()? {
                Some((_, start, len)) => start + len - self.item.len(),
                None => 1,
            };
            let (now, later) = bytes.split_at(missing.min(bytes.len()));
            self.item.extend_from_slice(now);
            bytes = later;
            if let Some((kind, start, len)) = self.begun()?
                && self.item.len() == start + len
            {
                let item = std::mem::take(&mut self.item);
                self.read(kind, &item, &item[start..])?;
            }
        }
        Ok(())
    }

    /// What the item that has begun is, where its content starts and how long that is; `None`
    /// as long as its bytes do not say so. Judged before any of the content is kept.
    fn begun(&self) -> Result<Option<(Item, usize, usize)>, Refusal> {
        let (kind, len, start) = match first_item(&self.item) {
            Ok(item) => item,
            Err(CborError::Truncated) => return Ok(None),
            Err(_) => return Err(BACKUP_FORM.refuse()),
        };
        let (most, least) = match (self.stage, kind) {
            (Stage::Head, Item::Head) => (HEAD_MAX, 0),
            (Stage::FirstChunk | Stage::Chunks, Item::Chunk) => (CHUNK + TAG, CHUNK + TAG),
            (Stage::FirstChunk, Item::LastChunk) => (CHUNK + TAG, TAG),
            // Nothing is said in two ways: where there is more than one, none is empty.
            (Stage::Chunks, Item::LastChunk) => (CHUNK + TAG, TAG + 1),
            (Stage::End, Item::End) => (SIGN1_MAX, 0),
            _ => return Err(BACKUP_FORM.refuse()),
        };
        match usize::try_from(len) {
            Ok(len) if (least..=most).contains(&len) => Ok(Some((kind, start, len))),
            _ => Err(BACKUP_FORM.refuse()),
        }
    }

    fn read(&mut self, kind: Item, item: &[u8], content: &[u8]) -> Result<(), Refusal> {
        // The end signs what stands before it.
        if kind != Item::End {
            self.digest.update(item);
        }
        self.stage = match kind {
            Item::Head => {
                self.read_head(content)?;
                Stage::FirstChunk
            }
            Item::Chunk => {
                self.read_chunk(content, false)?;
                Stage::Chunks
            }
            Item::LastChunk => {
                self.read_chunk(content, true)?;
                Stage::End
            }
            Item::End => {
                self.read_end(content)?;
                Stage::Done
            }
        };
        Ok(())
    }

    fn read_head(&mut self, content: &[u8]) -> Result<(), Refusal> {
        let (head, sealed) = Head::read(content)?;
        if let Some(key) = &self.key {
            self.chunks = Some(Chunks::new(&file_key(&head, &sealed, key)?, content));
        }
        self.head = Some(head);
        Ok(())
    }

    fn read_chunk(&mut self, content: &[u8], last: bool) -> Result<(), Refusal> {
        if let Some(chunks) = &mut self.chunks {
            let plain = chunks.open(content, last).ok_or(BACKUP_ENTRIES.refuse())?;
            self.plain.push(plain.expose());
        }
        Ok(())
    }

    /// Whether the agency has signed what was read (BAK-02).
    fn read_end(&self, content: &[u8]) -> Result<(), Refusal> {
        let sign1 = Unverified::parse(content).ok_or(BACKUP_FORM.refuse())?;
        let body: EndBody =
            cbor::from_slice(sign1.unverified_payload()).map_err(|_| BACKUP_FORM.refuse())?;
        let cards = self.head.as_ref().ok_or(BACKUP_FORM.refuse())?.profile.cards();
        let expected = EndBody {
            agency: cards.id(),
            card: cards.digest(),
            file: Digest(self.digest.clone().finalize().into()),
        };
        let verified = sign1.verify(Class::Backup, cards.identity_key()).is_ok();
        if verified && body == expected { Ok(()) } else { Err(BACKUP_ALTERED.refuse()) }
    }
}

/// Opens the file key (BAK-03).
fn file_key(
    head: &Head,
    sealed: &Encrypt0,
    key: &ReceiveSecret,
) -> Result<Secret<[u8; FILE_KEY]>, Refusal> {
    if head.kid != key.kid() {
        return Err(BACKUP_KEY.refuse());
    }
    let info = key_info(&head.profile.id(), head.kid);
    let opened = sealed.open(key, &info, b"").map_err(|_| BACKUP_KEY.refuse())?;
    let opened = Secret::new(opened);
    let bytes = opened.expose().as_slice().try_into().map_err(|_| BACKUP_KEY.refuse())?;
    Ok(Secret::new(bytes))
}

/// The item that `bytes` begin with: what it is, how long its content is, and where that starts.
fn first_item(bytes: &[u8]) -> Result<(Item, u64, usize), CborError> {
    let (array, rest) = argument(bytes, Major::Array)?;
    let (number, rest) = argument(rest, Major::Uint)?;
    let (len, rest) = argument(rest, Major::Bytes)?;
    let kind = Item::ALL.into_iter().find(|kind| *kind as u64 == number);
    let kind = kind.filter(|_| array == 2).ok_or(CborError::Shape)?;
    Ok((kind, len, bytes.len() - rest.len()))
}

/// The entry that `bytes` begin with, and its length. One that would be too long is refused
/// before it is there.
fn first_entry(bytes: &[u8]) -> Result<(Entry, usize), CborError> {
    let part = |rest: &[u8], len: u64| -> Result<usize, CborError> {
        let begun = (bytes.len() - rest.len()) as u64;
        let fits = len.saturating_add(begun) <= ENTRY_MAX as u64;
        usize::try_from(len).ok().filter(|_| fits).ok_or(CborError::Shape)
    };
    let (array, rest) = argument(bytes, Major::Array)?;
    if array != 3 {
        return Err(CborError::Shape);
    }
    let (len, rest) = argument(rest, Major::Bytes)?;
    let (key, rest) = rest.split_at_checked(part(rest, len)?).ok_or(CborError::Truncated)?;
    let (slot, rest) = argument(rest, Major::Uint)?;
    let slot = u32::try_from(slot).map_err(|_| CborError::Shape)?;
    let (len, rest) = argument(rest, Major::Bytes)?;
    let (value, rest) = rest.split_at_checked(part(rest, len)?).ok_or(CborError::Truncated)?;
    let entry = Entry { key: key.to_vec(), slot, value: Personal::new(value.to_vec()) };
    Ok((entry, bytes.len() - rest.len()))
}

/// Major types of CBOR (RFC 8949 §3.1).
#[derive(Clone, Copy)]
enum Major {
    Uint = 0,
    Bytes = 2,
    Array = 4,
}

/// The argument of the next head, which is of this type, and what follows.
fn argument(bytes: &[u8], major: Major) -> Result<(u64, &[u8]), CborError> {
    let (found, argument, rest) = cbor::head(bytes)?;
    if found == major as u8 { Ok((argument, rest)) } else { Err(CborError::Shape) }
}
