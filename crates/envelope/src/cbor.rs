//! Deterministic CBOR (RFC 8949 §4.2.1), the only encoding on our wire.
//!
//! Reading is two checks. [`check`] walks any bytes and accepts one
//! deterministic item of the profile below, bounded in depth. [`from_slice`]
//! then decodes the type and requires that encoding it again gives the same
//! bytes, so that no unknown, repeated or reordered field can hide.
//!
//! Profile: integers, byte and text strings, arrays, maps, tags, `false`,
//! `true` and `null`. No floats, no other simple values, no indefinite lengths.

use minicbor::{Decode, Encode};

use crate::limits::DEPTH_MAX;

/// Why bytes are not a document. Carries no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CborError {
    /// The item ends before it is complete.
    #[error("the data ends too early")]
    Truncated,
    /// Bytes follow the item.
    #[error("there are bytes after the end")]
    Trailing,
    /// A length or integer could be written shorter, or has no definite length.
    #[error("a number is not in its shortest form")]
    NotShortest,
    /// Map keys are repeated, or not in bytewise order.
    #[error("map keys are not in order")]
    KeyOrder,
    /// A float, a simple value or a reserved code.
    #[error("a kind of value that is not used here")]
    NotInProfile,
    /// Text that is not UTF-8.
    #[error("text that is not UTF-8")]
    Utf8,
    /// Nested deeper than [`DEPTH_MAX`].
    #[error("nested too deep")]
    TooDeep,
    /// Well-formed, but not the document expected here.
    #[error("not the document expected here")]
    Shape,
}

/// Encodes a document. Types of this project always encode deterministically.
pub fn to_vec<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("writing to a Vec cannot fail")
}

/// Decodes a document whose every byte is accounted for.
pub fn from_slice<T>(bytes: &[u8]) -> Result<T, CborError>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    check(bytes)?;
    let value: T = minicbor::decode(bytes).map_err(|_| CborError::Shape)?;
    if to_vec(&value) == bytes { Ok(value) } else { Err(CborError::Shape) }
}

/// Accepts exactly one deterministic item of the profile.
pub fn check(bytes: &[u8]) -> Result<(), CborError> {
    let mut walk = Walk { rest: bytes };
    walk.item(0)?;
    if walk.rest.is_empty() { Ok(()) } else { Err(CborError::Trailing) }
}

/// The head of the item that `bytes` start with (RFC 8949 §3): its major type, its argument in
/// the shortest form, and what follows. For what is too long to be there as a whole: a head
/// that is cut off is [`CborError::Truncated`].
pub fn head(bytes: &[u8]) -> Result<(u8, u64, &[u8]), CborError> {
    let mut walk = Walk { rest: bytes };
    let first = walk.take(1)?[0];
    let argument = walk.argument(first & 0x1f)?;
    Ok((first >> 5, argument, walk.rest))
}

/// Length in bytes of the deterministic item that `bytes` starts with.
pub fn first_item_len(bytes: &[u8]) -> Result<usize, CborError> {
    let mut walk = Walk { rest: bytes };
    walk.item(0)?;
    Ok(bytes.len() - walk.rest.len())
}

struct Walk<'b> {
    rest: &'b [u8],
}

impl<'b> Walk<'b> {
    fn take(&mut self, n: u64) -> Result<&'b [u8], CborError> {
        let n = usize::try_from(n).map_err(|_| CborError::Truncated)?;
        let (head, rest) = self.rest.split_at_checked(n).ok_or(CborError::Truncated)?;
        self.rest = rest;
        Ok(head)
    }

    /// The argument that follows an initial byte, in its shortest form.
    fn argument(&mut self, info: u8) -> Result<u64, CborError> {
        let (width, least) = match info {
            0..=23 => return Ok(u64::from(info)),
            24 => (1, 24),
            25 => (2, 1 << 8),
            26 => (4, 1 << 16),
            27 => (8, 1 << 32),
            _ => return Err(CborError::NotShortest),
        };
        let value = self.take(width)?.iter().fold(0u64, |v, b| (v << 8) | u64::from(*b));
        if value < least { Err(CborError::NotShortest) } else { Ok(value) }
    }

    fn item(&mut self, depth: usize) -> Result<(), CborError> {
        if depth > DEPTH_MAX {
            return Err(CborError::TooDeep);
        }
        let first = self.take(1)?[0];
        let (major, info) = (first >> 5, first & 0x1f);
        if major == 7 {
            return if matches!(info, 20..=22) { Ok(()) } else { Err(CborError::NotInProfile) };
        }
        let argument = self.argument(info)?;
        match major {
            0 | 1 => Ok(()),
            2 => self.take(argument).map(drop),
            3 => {
                let text = self.take(argument)?;
                std::str::from_utf8(text).map(drop).map_err(|_| CborError::Utf8)
            }
            4 => (0..argument).try_for_each(|_| self.item(depth + 1)),
            5 => self.map(argument, depth),
            _ => self.item(depth + 1),
        }
    }

    fn map(&mut self, pairs: u64, depth: usize) -> Result<(), CborError> {
        let mut previous: &[u8] = &[];
        for _ in 0..pairs {
            let start = self.rest;
            self.item(depth + 1)?;
            let key = &start[..start.len() - self.rest.len()];
            if key <= previous {
                return Err(CborError::KeyOrder);
            }
            previous = key;
            self.item(depth + 1)?;
        }
        Ok(())
    }
}
