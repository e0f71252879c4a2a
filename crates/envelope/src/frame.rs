//! The plaintext inside a seal: `[codec, Sign1, salt, payload]`, then zeros.
//!
//! The zeros fill the smallest bucket that the array fits in, and stand after
//! the array rather than inside it, so that every bucket can be filled exactly
//! whatever the length of a byte string's own header.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::encode::Write;
use minicbor::{Decode, Decoder, Encode, Encoder};

use crate::cbor;
use crate::limits::{BUCKETS, FRAME_MAX, PAYLOAD_MAX, SIGN1_MAX};
use crate::rule::{BAD_FRAME, HALF_PAYLOAD, Refusal, TOO_LONG, UNKNOWN_CODEC};

/// Codec 0: the payload is not compressed.
pub(crate) const CODEC_NONE: u8 = 0;

/// What one author says in one envelope. One author's text per frame: mixing
/// two authors' text under one compression would leak between them.
pub(crate) struct Frame {
    codec: u8,
    pub(crate) sign1: ByteVec,
    pub(crate) salt: Option<ByteArray<32>>,
    pub(crate) payload: Option<ByteVec>,
}

// By hand, as a tuple: derived arrays drop trailing nulls, and this one has a fixed shape.
impl<C> Encode<C> for Frame {
    fn encode<W: Write>(
        &self,
        e: &mut Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        (self.codec, &self.sign1, &self.salt, &self.payload).encode(e, ctx)
    }
}

impl<'b, C> Decode<'b, C> for Frame {
    fn decode(d: &mut Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let (codec, sign1, salt, payload) = Decode::decode(d, ctx)?;
        Ok(Self { codec, sign1, salt, payload })
    }
}

impl Frame {
    pub(crate) fn new(sign1: Vec<u8>, opening: Option<([u8; 32], Vec<u8>)>) -> Self {
        let (salt, payload) = opening.unzip();
        Self {
            codec: CODEC_NONE,
            sign1: sign1.into(),
            salt: salt.map(Into::into),
            payload: payload.map(Into::into),
        }
    }

    /// Encodes and pads to a bucket (ENV-06), or refuses what no bucket holds (ENV-01).
    pub(crate) fn pad(&self) -> Result<Vec<u8>, Refusal> {
        let mut bytes = cbor::to_vec(self);
        let bucket = bucket_of(bytes.len()).ok_or(TOO_LONG.refuse())?;
        bytes.resize(bucket, 0);
        Ok(bytes)
    }

    /// Decodes a padded frame; every byte must be as [`Self::pad`] writes it.
    pub(crate) fn unpad(plaintext: &[u8]) -> Result<Self, Refusal> {
        if plaintext.len() > FRAME_MAX {
            return Err(TOO_LONG.refuse());
        }
        let len = cbor::first_item_len(plaintext).map_err(|_| BAD_FRAME.refuse())?;
        let (array, padding) = plaintext.split_at(len);
        if bucket_of(len) != Some(plaintext.len()) || padding.iter().any(|b| *b != 0) {
            return Err(BAD_FRAME.refuse_about("padding"));
        }
        // The codec is looked at before the shape: a later codec may come with
        // a shape of its own.
        if array.get(1) != Some(&CODEC_NONE) {
            return Err(UNKNOWN_CODEC.refuse());
        }
        let frame: Self = cbor::from_slice(array).map_err(|_| BAD_FRAME.refuse())?;
        if frame.salt.is_some() != frame.payload.is_some() {
            return Err(HALF_PAYLOAD.refuse());
        }
        let payload_len = frame.payload.as_ref().map_or(0, |p| p.len());
        if payload_len > PAYLOAD_MAX || frame.sign1.len() > SIGN1_MAX {
            return Err(TOO_LONG.refuse());
        }
        Ok(frame)
    }
}

/// The smallest bucket that holds `len` bytes.
fn bucket_of(len: usize) -> Option<usize> {
    BUCKETS.iter().copied().find(|bucket| len <= *bucket)
}
