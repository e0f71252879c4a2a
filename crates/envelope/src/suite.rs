//! The two encryption suites, and receive keys for them.
//!
//! HPKE base mode only (RFC 9180 §5.1.1): Auth mode is open to key-compromise
//! impersonation and has no post-quantum form. Authenticity comes from the
//! signature inside.

use hpke::aead::{AesGcm256, ChaCha20Poly1305};
use hpke::kdf::{HkdfSha256, KdfShake256};
use hpke::kem::{X25519HkdfSha256, XWing};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;

use crate::ids::Kid;
use crate::secret::Secret;

/// An HPKE suite as COSE names it.
///
/// The ids are those of draft-ietf-cose-hpke and its post-quantum companion;
/// they are assumed until IANA assigns them, and stand in this table alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suite {
    /// X-Wing (ML-KEM-768 with X25519), SHAKE256, AES-256-GCM. The default.
    Hpke9,
    /// DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, `ChaCha20Poly1305`. For constrained links.
    Hpke4,
}

impl Suite {
    /// The COSE algorithm id.
    pub const fn cose_alg(self) -> i64 {
        match self {
            Self::Hpke9 => 56,
            Self::Hpke4 => 42,
        }
    }

    /// The suite of a COSE algorithm id.
    pub const fn from_cose_alg(alg: i64) -> Option<Self> {
        match alg {
            56 => Some(Self::Hpke9),
            42 => Some(Self::Hpke4),
            _ => None,
        }
    }

    /// Its name in the COSE drafts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hpke9 => "HPKE-9",
            Self::Hpke4 => "HPKE-4",
        }
    }

    /// Length of an encapsulated key, in bytes.
    pub const fn encapsulated_len(self) -> usize {
        match self {
            Self::Hpke9 => 1_120,
            Self::Hpke4 => 32,
        }
    }

    /// Length of a public key, in bytes.
    pub const fn public_len(self) -> usize {
        match self {
            Self::Hpke9 => 1_216,
            Self::Hpke4 => 32,
        }
    }
}

/// A key or ciphertext that the suite does not accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key or ciphertext is not valid for the suite")]
pub struct SuiteError;

/// What HPKE produces: the encapsulated key, and ciphertext with its tag.
pub(crate) struct Sealed {
    pub(crate) encapsulated: Vec<u8>,
    pub(crate) ciphertext: Vec<u8>,
}

/// The public half of a receive key.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiveKey {
    kid: Kid,
    suite: Suite,
    public: Vec<u8>,
}

impl ReceiveKey {
    /// Checks that `public` is a public key of `suite`.
    pub fn new(kid: Kid, suite: Suite, public: &[u8]) -> Result<Self, SuiteError> {
        match suite {
            Suite::Hpke9 => public_key::<XWing>(public).map(drop)?,
            Suite::Hpke4 => check_order(&public_key::<X25519HkdfSha256>(public)?)?,
        }
        Ok(Self { kid, suite, public: public.to_vec() })
    }

    /// The key's name.
    pub const fn kid(&self) -> Kid {
        self.kid
    }

    /// The suite it belongs to.
    pub const fn suite(&self) -> Suite {
        self.suite
    }

    /// The public key's bytes.
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    pub(crate) fn seal(
        &self,
        info: &[u8],
        aad: &[u8],
        plaintext: &[u8],
        rng: &mut dyn CryptoRng,
    ) -> Sealed {
        match self.suite {
            Suite::Hpke9 => {
                seal::<XWing, KdfShake256, AesGcm256>(&self.public, info, aad, plaintext, rng)
            }
            Suite::Hpke4 => seal::<X25519HkdfSha256, HkdfSha256, ChaCha20Poly1305>(
                &self.public,
                info,
                aad,
                plaintext,
                rng,
            ),
        }
        .expect("the public key was checked when the ReceiveKey was made")
    }
}

impl std::fmt::Debug for ReceiveKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReceiveKey({}, {})", self.kid, self.suite.name())
    }
}

impl<C> Encode<C> for ReceiveKey {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(3)?
            .encode_with(self.kid, ctx)?
            .i64(self.suite.cose_alg())?
            .bytes(&self.public)?
            .ok()
    }
}

impl<'b, C> Decode<'b, C> for ReceiveKey {
    fn decode(d: &mut minicbor::Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let wrong = minicbor::decode::Error::message;
        if d.array()? != Some(3) {
            return Err(wrong("not a receive key"));
        }
        let kid = d.decode_with(ctx)?;
        let suite = Suite::from_cose_alg(d.i64()?).ok_or_else(|| wrong("unknown suite"))?;
        Self::new(kid, suite, d.bytes()?).map_err(|_| wrong("not a public key"))
    }
}

/// The secret half of a receive key.
#[derive(Clone, Debug)]
pub struct ReceiveSecret {
    kid: Kid,
    suite: Suite,
    secret: Secret<[u8; 32]>,
}

impl ReceiveSecret {
    /// Makes a new key pair with a random name.
    pub fn generate(suite: Suite, rng: &mut dyn CryptoRng) -> Self {
        let mut kid = Kid([0; 8]);
        rng.fill_bytes(&mut kid.0);
        let mut secret = [0; 32];
        rng.fill_bytes(&mut secret);
        // Both KEMs take any 32 bytes: X25519 clamps them, X-Wing expands them.
        Self { kid, suite, secret: Secret::new(secret) }
    }

    /// Takes a stored key apart from its suite and name.
    pub const fn from_parts(kid: Kid, suite: Suite, secret: [u8; 32]) -> Self {
        Self { kid, suite, secret: Secret::new(secret) }
    }

    /// The key's name.
    pub const fn kid(&self) -> Kid {
        self.kid
    }

    /// The suite it belongs to.
    pub const fn suite(&self) -> Suite {
        self.suite
    }

    /// The secret bytes, to write them to the key's own file.
    pub const fn secret(&self) -> &Secret<[u8; 32]> {
        &self.secret
    }

    /// The public half.
    pub fn public(&self) -> ReceiveKey {
        let public = match self.suite {
            Suite::Hpke9 => self.public_of::<XWing>(),
            Suite::Hpke4 => self.public_of::<X25519HkdfSha256>(),
        };
        ReceiveKey { kid: self.kid, suite: self.suite, public }
    }

    fn public_of<K: Kem>(&self) -> Vec<u8> {
        K::sk_to_pk(&private_key::<K>(self.secret.expose())).to_bytes().to_vec()
    }

    pub(crate) fn open(
        &self,
        info: &[u8],
        aad: &[u8],
        encapsulated: &[u8],
        ciphertext: &[u8],
    ) -> Result<Vec<u8>, SuiteError> {
        let secret = self.secret.expose();
        match self.suite {
            Suite::Hpke9 => {
                open::<XWing, KdfShake256, AesGcm256>(secret, info, aad, encapsulated, ciphertext)
            }
            Suite::Hpke4 => open::<X25519HkdfSha256, HkdfSha256, ChaCha20Poly1305>(
                secret,
                info,
                aad,
                encapsulated,
                ciphertext,
            ),
        }
    }
}

fn public_key<K: Kem>(bytes: &[u8]) -> Result<K::PublicKey, SuiteError> {
    K::PublicKey::from_bytes(bytes).map_err(|_| SuiteError)
}

/// Any 32 bytes decode as an X25519 key, but nothing can be sealed to a point of
/// small order (RFC 9180 §7.1.4): tried here, so that sealing never fails.
fn check_order(key: &<X25519HkdfSha256 as Kem>::PublicKey) -> Result<(), SuiteError> {
    hpke::setup_sender_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        key,
        b"",
        &mut Zeros,
    )
    .map(drop)
    .map_err(|_| SuiteError)
}

/// "Randomness" for a trial whose result is thrown away.
struct Zeros;

impl rand_core::TryRng for Zeros {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok(0)
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(0)
    }
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Self::Error> {
        out.fill(0);
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Zeros {}

fn private_key<K: Kem>(bytes: &[u8; 32]) -> K::PrivateKey {
    K::PrivateKey::from_bytes(bytes).expect("both KEMs have private keys of any 32 bytes")
}

fn seal<K: Kem, D: hpke::kdf::Kdf, A: hpke::aead::Aead>(
    public: &[u8],
    info: &[u8],
    aad: &[u8],
    plaintext: &[u8],
    mut rng: &mut dyn CryptoRng,
) -> Result<Sealed, SuiteError> {
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<A, D, K>(
        &OpModeS::Base,
        &public_key::<K>(public)?,
        info,
        plaintext,
        aad,
        &mut rng,
    )
    .map_err(|_| SuiteError)?;
    Ok(Sealed { encapsulated: encapsulated.to_bytes().to_vec(), ciphertext })
}

fn open<K: Kem, D: hpke::kdf::Kdf, A: hpke::aead::Aead>(
    secret: &[u8; 32],
    info: &[u8],
    aad: &[u8],
    encapsulated: &[u8],
    ciphertext: &[u8],
) -> Result<Vec<u8>, SuiteError> {
    let encapsulated = K::EncappedKey::from_bytes(encapsulated).map_err(|_| SuiteError)?;
    hpke::single_shot_open::<A, D, K>(
        &OpModeR::Base,
        &private_key::<K>(secret),
        &encapsulated,
        info,
        ciphertext,
        aad,
    )
    .map_err(|_| SuiteError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_of_small_order_is_no_receive_key() {
        for bytes in [[0; 32], std::array::from_fn(|i| u8::from(i == 0))] {
            assert!(ReceiveKey::new(Kid([0; 8]), Suite::Hpke4, &bytes).is_err());
        }
        assert!(ReceiveKey::new(Kid([0; 8]), Suite::Hpke4, &[9; 32]).is_ok());
    }
}
