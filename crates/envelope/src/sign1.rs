//! `COSE_Sign1` with Ed25519 (RFC 9052 §4.2, RFC 9864): every signature we make.

use coset::iana::Algorithm;
use coset::{
    CoseSign1, CoseSign1Builder, HeaderBuilder, RegisteredLabelWithPrivate, TaggedCborSerializable,
};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rand_core::CryptoRng;

use crate::cbor;
use crate::class::Class;
use crate::ids::Digest;
use crate::limits::SIGN1_MAX;
use crate::rule::{BAD_SIGNATURE, Refusal};
use crate::secret::Secret;

/// The public half of an identity key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct IdentityKey(VerifyingKey);

impl IdentityKey {
    /// From 32 bytes. Weak keys (of small order) are not keys.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes).ok().filter(|key| !key.is_weak()).map(Self)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// Digest by which a card commits to the next key.
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }

    /// RFC 8032 verification that also refuses malleable and small-order input.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|s| self.0.verify_strict(message, &s).is_ok())
    }
}

impl std::fmt::Debug for IdentityKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "IdentityKey({})", data_encoding::HEXLOWER.encode(self.0.as_bytes()))
    }
}

impl<C> minicbor::Encode<C> for IdentityKey {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.bytes(self.as_bytes())?.ok()
    }
}

impl<'b, C> minicbor::Decode<'b, C> for IdentityKey {
    fn decode(d: &mut minicbor::Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        <&[u8; 32]>::try_from(d.bytes()?)
            .ok()
            .and_then(Self::from_bytes)
            .ok_or_else(|| minicbor::decode::Error::message("not an Ed25519 key"))
    }
}

/// An identity key: who this agency is.
pub struct IdentitySecret(SigningKey);

impl IdentitySecret {
    /// Makes a new key.
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut seed = [0; 32];
        rng.fill_bytes(&mut seed);
        Self::from_seed(&Secret::new(seed))
    }

    /// The key of a 32-byte seed (RFC 8032 §5.1.5).
    pub fn from_seed(seed: &Secret<[u8; 32]>) -> Self {
        Self(SigningKey::from_bytes(seed.expose()))
    }

    /// The seed, to write it to its own file.
    pub fn seed(&self) -> Secret<[u8; 32]> {
        Secret::new(self.0.to_bytes())
    }

    /// The public half.
    pub fn public(&self) -> IdentityKey {
        IdentityKey(self.0.verifying_key())
    }

    /// Signs `payload` as a document of `class`; returns the tagged `COSE_Sign1`.
    pub fn sign(&self, class: Class, payload: Vec<u8>) -> Vec<u8> {
        CoseSign1Builder::new()
            .protected(HeaderBuilder::new().algorithm(Algorithm::Ed25519).build())
            .payload(payload)
            .create_signature(class.external_aad(), |tbs| self.0.sign(tbs).to_bytes().to_vec())
            .build()
            .to_tagged_vec()
            .expect("a Sign1 with one header and byte strings always encodes")
    }
}

impl std::fmt::Debug for IdentitySecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// A `COSE_Sign1` in the one form allowed, not yet verified.
///
/// Form: tag 18, protected header `{1: -19}`, empty unprotected header, payload
/// attached, 64 bytes of signature, deterministic encoding.
pub struct Unverified {
    sign1: CoseSign1,
    payload: Vec<u8>,
    digest: Digest,
}

impl Unverified {
    /// Parses the one form allowed; `None` for anything else.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > SIGN1_MAX || cbor::check(bytes).is_err() {
            return None;
        }
        let sign1 = CoseSign1::from_tagged_slice(bytes).ok()?;
        let only_alg = HeaderBuilder::new().algorithm(Algorithm::Ed25519).build();
        let alg = &sign1.protected.header.alg;
        let form = *alg == Some(RegisteredLabelWithPrivate::Assigned(Algorithm::Ed25519))
            && sign1.protected.header == only_alg
            && sign1.unprotected.is_empty()
            && sign1.signature.len() == 64;
        let payload = sign1.payload.clone().filter(|_| form)?;
        // coset keeps the received bytes of the protected header, so an odd
        // encoding of it would survive: compare with our own.
        (sign1.clone().to_tagged_vec().ok()? == bytes
            && sign1.protected.original_data.as_deref() == Some(&[0xa1, 0x01, 0x32]))
        .then(|| Self { sign1, payload, digest: Digest::of(bytes) })
    }

    /// The payload, before anybody has vouched for it.
    pub fn unverified_payload(&self) -> &[u8] {
        &self.payload
    }

    /// SHA-256 of the whole `COSE_Sign1`.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// Verifies the signature as one of `class` by `key` (ENV-09).
    pub fn verify(&self, class: Class, key: &IdentityKey) -> Result<(), Refusal> {
        self.sign1.verify_signature(class.external_aad(), |signature, tbs| {
            if key.verify(tbs, signature) { Ok(()) } else { Err(BAD_SIGNATURE.refuse()) }
        })
    }
}
