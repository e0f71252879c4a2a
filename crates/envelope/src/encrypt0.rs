//! `COSE_Encrypt0` with HPKE integrated encryption (draft-ietf-cose-hpke §3.1).
//!
//! Written by hand because coset refuses algorithm ids it does not know.
//! This layer reads any key id placement that the drafts use; which of them
//! Ihala allows is decided in [`crate::sealed`].

use minicbor::{Decoder, Encoder};

use crate::cbor;
use crate::suite::{ReceiveKey, ReceiveSecret, SuiteError};

const TAG_ENCRYPT0: u64 = 16;
const HEADER_ALG: i64 = 1;
const HEADER_KID: i64 = 4;
const HEADER_EK: i64 = -4;

/// The parts of a `COSE_Encrypt0`.
#[derive(Debug)]
pub struct Encrypt0 {
    /// Protected header, as received.
    pub protected: Vec<u8>,
    /// Algorithm id from the protected header.
    pub alg: i64,
    /// Key id from the protected header.
    pub kid: Option<Vec<u8>>,
    /// Key id from the unprotected header.
    pub unprotected_kid: Option<Vec<u8>>,
    /// HPKE encapsulated key.
    pub encapsulated: Vec<u8>,
    /// Ciphertext with its tag.
    pub ciphertext: Vec<u8>,
}

impl Encrypt0 {
    /// Parses a tagged, deterministic `COSE_Encrypt0` with no header but `alg`,
    /// `kid` and `ek`; `None` for anything else.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        cbor::check(bytes).ok()?;
        Self::decode(bytes).ok().flatten()
    }

    fn decode(bytes: &[u8]) -> Result<Option<Self>, minicbor::decode::Error> {
        let mut d = Decoder::new(bytes);
        if d.tag()?.as_u64() != TAG_ENCRYPT0 || d.array()? != Some(3) {
            return Ok(None);
        }
        let protected = d.bytes()?.to_vec();
        if cbor::check(&protected).is_err() {
            return Ok(None);
        }
        let unprotected = Headers::decode(&mut d)?;
        let ciphertext = d.bytes()?.to_vec();
        let inner = Headers::decode(&mut Decoder::new(&protected))?;
        let (Some(inner), Some(unprotected)) = (inner, unprotected) else { return Ok(None) };
        Ok(match (inner, unprotected) {
            (
                Headers { alg: Some(alg), kid, encapsulated: None },
                Headers { alg: None, kid: unprotected_kid, encapsulated: Some(encapsulated) },
            ) => Some(Self { protected, alg, kid, unprotected_kid, encapsulated, ciphertext }),
            _ => None,
        })
    }

    /// Seals `plaintext` to `key`, with `alg` and `kid` protected and `external_aad` empty.
    pub fn seal(
        key: &ReceiveKey,
        info: &[u8],
        plaintext: &[u8],
        rng: &mut dyn rand_core::CryptoRng,
    ) -> Vec<u8> {
        const INFALLIBLE: &str = "writing to a Vec cannot fail";
        let mut protected = Encoder::new(Vec::new());
        (|| {
            protected
                .map(2)?
                .i64(HEADER_ALG)?
                .i64(key.suite().cose_alg())?
                .i64(HEADER_KID)?
                .bytes(&key.kid().0)?
                .ok()
        })()
        .expect(INFALLIBLE);
        let protected = protected.into_writer();
        let sealed = key.seal(info, &enc_structure(&protected, b""), plaintext, rng);
        let mut e = Encoder::new(Vec::with_capacity(
            sealed.ciphertext.len() + sealed.encapsulated.len() + 64,
        ));
        (|| {
            e.tag(minicbor::data::Tag::new(TAG_ENCRYPT0))?
                .array(3)?
                .bytes(&protected)?
                .map(1)?
                .i64(HEADER_EK)?
                .bytes(&sealed.encapsulated)?
                .bytes(&sealed.ciphertext)?
                .ok()
        })()
        .expect(INFALLIBLE);
        e.into_writer()
    }

    /// Decrypts with `secret`, whose suite must be the one named by `alg`.
    pub fn open(
        &self,
        secret: &ReceiveSecret,
        info: &[u8],
        external_aad: &[u8],
    ) -> Result<Vec<u8>, SuiteError> {
        if secret.suite().cose_alg() != self.alg {
            return Err(SuiteError);
        }
        let aad = enc_structure(&self.protected, external_aad);
        secret.open(info, &aad, &self.encapsulated, &self.ciphertext)
    }
}

/// `Enc_structure` of RFC 9052 §5.3.
fn enc_structure(protected: &[u8], external_aad: &[u8]) -> Vec<u8> {
    cbor::to_vec(&(
        "Encrypt0",
        minicbor::bytes::ByteVec::from(protected.to_vec()),
        minicbor::bytes::ByteVec::from(external_aad.to_vec()),
    ))
}

struct Headers {
    alg: Option<i64>,
    kid: Option<Vec<u8>>,
    encapsulated: Option<Vec<u8>>,
}

impl Headers {
    fn decode(d: &mut Decoder<'_>) -> Result<Option<Self>, minicbor::decode::Error> {
        let mut headers = Self { alg: None, kid: None, encapsulated: None };
        let Some(len) = d.map()? else { return Ok(None) };
        for _ in 0..len {
            match d.i64()? {
                HEADER_ALG => headers.alg = Some(d.i64()?),
                HEADER_KID => headers.kid = Some(d.bytes()?.to_vec()),
                HEADER_EK => headers.encapsulated = Some(d.bytes()?.to_vec()),
                _ => return Ok(None),
            }
        }
        Ok(Some(headers))
    }
}
