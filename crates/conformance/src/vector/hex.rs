//! Bytes as hexadecimal digits.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes, written as hexadecimal digits in lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct Hex(pub Vec<u8>);

impl std::fmt::Debug for Hex {
    /// As in a file; of what is long, the beginning and the length.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const SHOWN: usize = 48;
        match self.0.get(..SHOWN) {
            Some(start) if self.0.len() > SHOWN => {
                write!(f, "{}... ({} bytes)", HEXLOWER.encode(start), self.0.len())
            }
            _ => f.write_str(&HEXLOWER.encode(&self.0)),
        }
    }
}

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = HEXLOWER.decode(text.as_bytes());
        bytes.map(Self).map_err(|_| serde::de::Error::custom("not hexadecimal digits"))
    }
}

impl<T: AsRef<[u8]>> From<T> for Hex {
    fn from(bytes: T) -> Self {
        Self(bytes.as_ref().to_vec())
    }
}

impl Hex {
    /// As many bytes as asked for.
    pub(crate) fn array<const N: usize>(&self) -> Result<[u8; N], super::VectorError> {
        self.0.as_slice().try_into().map_err(|_| {
            super::VectorError::NotUnderstood(format!("{} bytes instead of {N}", self.0.len()))
        })
    }
}
