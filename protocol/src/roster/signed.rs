//! A document with the signatures of seats: each over the document's digest.

use std::collections::BTreeMap;

use ihala_envelope::{Class, Digest, IdentityKey, IdentitySecret, Refusal, Unverified, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use super::SEATS_MAX;
use crate::rules::{ROSTER_FORM, ROSTER_SIGNED};

/// A kind of document that seats sign.
pub trait Document: Encode<()> + for<'b> Decode<'b, ()> + Clone + PartialEq {
    /// What a signature under it is.
    const CLASS: Class;

    /// Whether its parts fit together and are bounded.
    fn is_well_formed(&self) -> bool;
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct SignatureBody {
    #[n(1)]
    document: Digest,
    #[n(2)]
    seat: IdentityKey,
}

/// A document and who has signed it: every signature was verified when it was added.
#[derive(Clone, Debug, PartialEq)]
pub struct SignedBySeats<T> {
    document: T,
    digest: Digest,
    /// By the bytes of the key: whoever signs twice counts once.
    signatures: BTreeMap<[u8; 32], Vec<u8>>,
}

impl<T: Document> SignedBySeats<T> {
    /// A document that nobody has signed (ROS-01).
    pub fn new(document: T) -> Result<Self, Refusal> {
        if !document.is_well_formed() {
            return Err(ROSTER_FORM.refuse());
        }
        let digest = Digest::of(&cbor::to_vec(&document));
        Ok(Self { document, digest, signatures: BTreeMap::new() })
    }

    /// The document.
    pub const fn document(&self) -> &T {
        &self.document
    }

    /// Digest of the document.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// Signs as a seat.
    pub fn sign(&mut self, seat: &IdentitySecret) {
        let body = SignatureBody { document: self.digest, seat: seat.public() };
        let sign1 = seat.sign(T::CLASS, cbor::to_vec(&body));
        self.signatures.insert(*seat.public().as_bytes(), sign1);
    }

    /// Takes over the signatures of a copy of the same document; nothing of another one.
    pub fn merge(&mut self, other: &Self) {
        if other.digest == self.digest {
            self.signatures.extend(other.signatures.clone());
        }
    }

    /// Forgets the signatures of all other keys: they say nothing.
    pub(super) fn keep_signatures_of<'k>(&mut self, keys: impl Iterator<Item = &'k IdentityKey>) {
        let keys: Vec<[u8; 32]> = keys.map(|key| *key.as_bytes()).collect();
        self.signatures.retain(|key, _| keys.contains(key));
    }

    /// How many of these keys have signed.
    pub fn count<'k>(&self, keys: impl Iterator<Item = &'k IdentityKey>) -> usize {
        let mut distinct: Vec<&[u8; 32]> = keys.map(IdentityKey::as_bytes).collect();
        distinct.sort_unstable();
        distinct.dedup();
        distinct.into_iter().filter(|key| self.signatures.contains_key(*key)).count()
    }

    /// Whether a key has signed.
    pub fn is_signed_by(&self, key: &IdentityKey) -> bool {
        self.signatures.contains_key(key.as_bytes())
    }

    /// `[document, [* signature]]`.
    pub(super) fn to_parts(&self) -> (ByteVec, Vec<ByteVec>) {
        let signatures = self.signatures.values().map(|sign1| sign1.clone().into()).collect();
        (cbor::to_vec(&self.document).into(), signatures)
    }

    /// Reads and verifies (ROS-01, ROS-03). Who the signers are is asked later.
    pub(super) fn of_parts(
        (document, signatures): (ByteVec, Vec<ByteVec>),
    ) -> Result<Self, Refusal> {
        let form = || ROSTER_FORM.refuse();
        if signatures.len() > 2 * SEATS_MAX {
            return Err(form());
        }
        let mut signed = Self::new(cbor::from_slice(&document).map_err(|_| form())?)?;
        for sign1 in signatures {
            let parsed = Unverified::parse(&sign1).ok_or_else(form)?;
            let body: SignatureBody =
                cbor::from_slice(parsed.unverified_payload()).map_err(|_| form())?;
            let wrong = || ROSTER_SIGNED.refuse();
            if body.document != signed.digest {
                return Err(wrong());
            }
            parsed.verify(T::CLASS, &body.seat).map_err(|_| wrong())?;
            // In the order of keys, each once: there is one way to write it.
            let key = *body.seat.as_bytes();
            if signed.signatures.last_key_value().is_some_and(|(last, _)| *last >= key) {
                return Err(form());
            }
            signed.signatures.insert(key, sign1.into());
        }
        Ok(signed)
    }
}
