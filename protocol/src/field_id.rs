//! What names a field: a number that the specification gives, or, for a field that the parties
//! of a protocol have added, the digest of its definition (`spec/forms.md`, Own fields).

use std::fmt;

use ihala_envelope::Digest;
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};

/// The name of a field on the wire. An own field means the same wherever its digest stands:
/// one bit of another definition is another field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// A field of the specification.
    Known(u16),
    /// A field of the parties of a protocol.
    Own(Digest),
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(number) => number.fmt(f),
            Self::Own(digest) => digest.fmt(f),
        }
    }
}

impl<C> Encode<C> for FieldId {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Known(number) => e.u16(*number)?.ok(),
            Self::Own(digest) => digest.encode(e, ctx),
        }
    }
}

impl<'b, C> Decode<'b, C> for FieldId {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        match d.datatype()? {
            Type::Bytes => Digest::decode(d, ctx).map(Self::Own),
            _ => d.u16().map(Self::Known),
        }
    }
}

impl serde::Serialize for FieldId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(number) => serializer.serialize_u16(*number),
            Self::Own(digest) => serializer.collect_str(digest),
        }
    }
}

impl<'de> serde::Deserialize<'de> for FieldId {
    /// A number, or text with the digits of one or of a digest: a key of a JSON object is text.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl serde::de::Visitor<'_> for Visitor {
            type Value = FieldId;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the number of a field, or a digest")
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<FieldId, E> {
                u16::try_from(number).map(FieldId::Known).map_err(E::custom)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<FieldId, E> {
                match text.parse() {
                    Ok(number) => Ok(FieldId::Known(number)),
                    Err(_) => Digest::from_hex(text).map(FieldId::Own).map_err(E::custom),
                }
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}
