//! A CBOR value of our profile (`spec/conventions.md`, Encoding), whatever it means.

use ihala_envelope::cbor::{self, CborError};
use minicbor::data::Type;
use minicbor::{Decoder, decode};

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    Uint(u64),
    /// A negative number.
    Nint(i64),
    Bytes(Vec<u8>),
    Text(String),
    Array(Vec<Self>),
    Map(Vec<(Self, Self)>),
    Tagged(u64, Box<Self>),
    Bool(bool),
    Null,
}

impl Item {
    /// Reads bytes that are one deterministic value of the profile.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, CborError> {
        // Bounds the depth, so that reading may recurse.
        cbor::check(bytes)?;
        Self::next(&mut Decoder::new(bytes)).map_err(|_| CborError::Shape)
    }

    fn next(d: &mut Decoder<'_>) -> Result<Self, decode::Error> {
        let count = |len: Option<u64>| len.ok_or_else(|| decode::Error::message("no length"));
        Ok(match d.datatype()? {
            Type::U8 | Type::U16 | Type::U32 | Type::U64 => Self::Uint(d.u64()?),
            Type::Bytes => Self::Bytes(d.bytes()?.to_vec()),
            Type::String => Self::Text(d.str()?.to_owned()),
            Type::Array => {
                let len = count(d.array()?)?;
                Self::Array((0..len).map(|_| Self::next(d)).collect::<Result<_, _>>()?)
            }
            Type::Map => {
                let len = count(d.map()?)?;
                let pair = |d: &mut Decoder<'_>| Ok((Self::next(d)?, Self::next(d)?));
                Self::Map((0..len).map(|_| pair(d)).collect::<Result<_, decode::Error>>()?)
            }
            Type::Tag => Self::Tagged(d.tag()?.as_u64(), Box::new(Self::next(d)?)),
            Type::Bool => Self::Bool(d.bool()?),
            Type::Null => {
                d.null()?;
                Self::Null
            }
            _ => Self::Nint(d.i64()?),
        })
    }
}
