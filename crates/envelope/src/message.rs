//! Messages: what is signed, and what travels beside the signature.

use minicbor::{Decode, Encode};
use rand_core::CryptoRng;

use crate::cbor::{self, CborError};
use crate::class::Class;
use crate::encrypt0::Encrypt0;
use crate::frame::Frame;
use crate::ids::{AgencyId, Digest, Kid, MessageId, NetworkId, ReferralId};
use crate::limits::PAYLOAD_MAX;
use crate::rule::{BAD_BODY, BAD_FRAME, COMMITMENT, HALF_PAYLOAD, OTHER_CARD, Refusal, TOO_LONG};
use crate::secret::Personal;
use crate::sign1::{IdentityKey, IdentitySecret, Unverified};
use crate::suite::{ReceiveKey, Suite};
use crate::time::Timestamp;

/// The signed body of a message (`spec/envelope.md` §Body).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Body {
    /// Random name of the message.
    #[n(1)]
    pub id: MessageId,
    /// What the payload is: a code of `spec/delivery.md` §Message types.
    #[n(2)]
    pub kind: u16,
    /// The agency that signs.
    #[n(3)]
    pub sender: AgencyId,
    /// Digest of the sender's current card.
    #[n(4)]
    pub card: Digest,
    /// The one agency that it is for.
    #[n(5)]
    pub recipient: AgencyId,
    /// The network whose roster governs; none between agencies that have only trust lists.
    #[n(6)]
    pub network: Option<NetworkId>,
    /// Place in the sequence from this sender's card to this recipient, from 1.
    #[n(7)]
    pub seq: u64,
    /// Digest of the message before it in that sequence; none for the first.
    #[n(8)]
    pub previous: Option<Digest>,
    /// For referral events: the referral and the place in its chains.
    #[n(9)]
    pub link: Option<ReferralLink>,
    /// When the sender made it.
    #[n(10)]
    pub created: Timestamp,
    /// After which the receiver refuses it, if ever.
    #[n(11)]
    pub expires: Option<Timestamp>,
    /// The sender's newest roster of `network`.
    #[n(12)]
    pub roster: Option<RosterRef>,
    /// `SHA-256("ihala/1 payload" ‖ salt ‖ payload)`.
    #[n(13)]
    pub commitment: Digest,
}

impl Body {
    /// Whether the optional fields fit together (ENV-07).
    fn is_coherent(&self) -> bool {
        let sequence = self.seq >= 1 && self.previous.is_some() == (self.seq > 1);
        let link = self.link.as_ref().is_none_or(|link| {
            link.position >= 1 && link.previous.is_some() == (link.position > 1)
        });
        let times = self.created <= Timestamp::MAX
            && self.expires.is_none_or(|e| e > self.created && e <= Timestamp::MAX);
        let roster = self.roster.is_none() || self.network.is_some();
        sequence && link && times && roster && self.sender != self.recipient
    }
}

/// Place of an event in a referral's two chains (`spec/referral.md` §Chains).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ReferralLink {
    /// The referral.
    #[n(1)]
    pub referral: ReferralId,
    /// Place in the author's own chain, from 1.
    #[n(2)]
    pub position: u32,
    /// Digest of the event before it in the author's own chain.
    #[n(3)]
    pub previous: Option<Digest>,
    /// The other chain's newest event that the author had applied.
    #[n(4)]
    pub other: Option<ChainHead>,
    /// Which step it is: a code of `spec/referral.md` §Events. Signed beside the
    /// payload, so that an event whose payload may not leave still takes its place.
    #[n(5)]
    pub step: u8,
}

/// The newest event of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct ChainHead {
    /// Its place, from 1.
    #[n(0)]
    pub position: u32,
    /// Its digest.
    #[n(1)]
    pub digest: Digest,
}

/// A version of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RosterRef {
    /// Its version.
    #[n(0)]
    pub version: u64,
    /// Its digest.
    #[n(1)]
    pub digest: Digest,
}

fn commitment(salt: &[u8; 32], payload: &[u8]) -> Digest {
    Digest::of_parts(&[b"ihala/1 payload", salt, payload])
}

/// A message to be signed: a [`Body`] but for the commitment.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The body; its commitment is filled in when the message is signed.
    pub body: Body,
    /// The payload.
    pub payload: Personal<Vec<u8>>,
}

impl Draft {
    /// Signs the message: `body.commitment` is replaced by the true one.
    ///
    /// # Errors
    /// `ENV-01` if the payload is longer than [`PAYLOAD_MAX`]; `ENV-07` if the
    /// body's fields do not fit together.
    pub fn sign(
        mut self,
        key: &IdentitySecret,
        rng: &mut dyn CryptoRng,
    ) -> Result<SignedMessage, Refusal> {
        if self.payload.expose().len() > PAYLOAD_MAX {
            return Err(TOO_LONG.refuse_about("payload"));
        }
        let mut salt = [0; 32];
        rng.fill_bytes(&mut salt);
        self.body.commitment = commitment(&salt, self.payload.expose());
        if !self.body.is_coherent() {
            return Err(BAD_BODY.refuse());
        }
        let sign1 = key.sign(Class::Message, cbor::to_vec(&self.body));
        Ok(SignedMessage {
            digest: Digest::of(&sign1),
            body: self.body,
            sign1,
            opening: Some(Opening { salt, payload: self.payload }),
        })
    }
}

#[derive(Clone)]
struct Opening {
    salt: [u8; 32],
    payload: Personal<Vec<u8>>,
}

/// A message whose signature was made here or verified here.
///
/// This is the event, the sequence entry, and what audit leaves digest.
#[derive(Clone)]
pub struct SignedMessage {
    digest: Digest,
    body: Body,
    sign1: Vec<u8>,
    opening: Option<Opening>,
}

impl SignedMessage {
    /// SHA-256 of the `COSE_Sign1`: the message's name in chains and in the audit tree.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// What was signed.
    pub const fn body(&self) -> &Body {
        &self.body
    }

    /// The payload, unless it was erased or withheld.
    pub fn payload(&self) -> Option<&Personal<Vec<u8>>> {
        self.opening.as_ref().map(|o| &o.payload)
    }

    /// The same message without salt and payload: all that may travel once
    /// consent or protocol no longer allow the content.
    #[must_use]
    pub fn without_payload(mut self) -> Self {
        self.opening = None;
        self
    }

    /// The bytes to keep, sealed at rest: `[Sign1, salt, payload]`.
    pub fn to_stored(&self) -> Vec<u8> {
        cbor::to_vec(&self.frame())
    }

    /// Reads back bytes of [`Self::to_stored`] without verifying the signature again.
    ///
    /// Only for bytes that authenticated storage gives back as it was given them:
    /// whoever could forge those could as well have stored another sender's key.
    /// An audit uses [`OpenedMessage::from_stored`] and verifies.
    pub fn from_own_store(bytes: &[u8]) -> Result<Self, CborError> {
        let OpenedMessage { sign1, sign1_bytes, body, opening } =
            OpenedMessage::from_stored(bytes)?;
        Ok(Self { digest: sign1.digest(), body, sign1: sign1_bytes, opening })
    }

    fn frame(&self) -> Frame {
        let opening = self.opening.as_ref();
        Frame::new(self.sign1.clone(), opening.map(|o| (o.salt, o.payload.expose().clone())))
    }

    /// Seals the message to the recipient's key.
    ///
    /// # Errors
    /// `ENV-01` if no bucket holds it.
    pub fn seal(&self, key: &ReceiveKey, rng: &mut dyn CryptoRng) -> Result<Vec<u8>, Refusal> {
        let info = seal_info(&self.body.recipient, key.kid(), key.suite());
        Ok(Encrypt0::seal(key, &info, &self.frame().pad()?, rng))
    }
}

impl std::fmt::Debug for SignedMessage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignedMessage")
            .field("digest", &self.digest)
            .field("kind", &self.body.kind)
            .finish_non_exhaustive()
    }
}

/// HPKE `info`: deterministic CBOR `["ihala/1 seal", recipient, kid, alg]`.
pub(crate) fn seal_info(recipient: &AgencyId, kid: Kid, suite: Suite) -> Vec<u8> {
    cbor::to_vec(&("ihala/1 seal", recipient, kid, suite.cose_alg()))
}

/// A message that was opened or read from the store, whose author has not been
/// proven yet.
pub struct OpenedMessage {
    sign1: Unverified,
    sign1_bytes: Vec<u8>,
    body: Body,
    opening: Option<Opening>,
}

impl OpenedMessage {
    /// Reads bytes written by [`SignedMessage::to_stored`].
    pub fn from_stored(bytes: &[u8]) -> Result<Self, CborError> {
        let frame = cbor::from_slice(bytes)?;
        Self::from_frame(frame).map_err(|_| CborError::Shape)
    }

    pub(crate) fn from_frame(frame: Frame) -> Result<Self, Refusal> {
        let opening = match (frame.salt, frame.payload) {
            (Some(salt), Some(payload)) => {
                Some(Opening { salt: salt.into(), payload: Personal::new(Vec::from(payload)) })
            }
            (None, None) => None,
            _ => return Err(HALF_PAYLOAD.refuse()),
        };
        let sign1_bytes = Vec::from(frame.sign1);
        let sign1 = Unverified::parse(&sign1_bytes).ok_or(BAD_FRAME.refuse_about("Sign1"))?;
        let body: Body =
            cbor::from_slice(sign1.unverified_payload()).map_err(|_| BAD_BODY.refuse())?;
        if !body.is_coherent() {
            return Err(BAD_BODY.refuse());
        }
        Ok(Self { sign1, sign1_bytes, body, opening })
    }

    /// The recipient that the message names, before anyone has vouched for it.
    pub const fn claimed_recipient(&self) -> AgencyId {
        self.body.recipient
    }

    /// The sender that the message names, to look up its card.
    pub const fn claimed_sender(&self) -> AgencyId {
        self.body.sender
    }

    /// The card that the message names, to look up the key it was signed with.
    pub const fn claimed_card(&self) -> Digest {
        self.body.card
    }

    /// Proves the author: `card` and `key` are the current ones of
    /// [`Self::claimed_sender`] (ENV-09, ENV-10, ENV-11).
    pub fn verify(self, card: &Digest, key: &IdentityKey) -> Result<SignedMessage, Refusal> {
        if self.body.card != *card {
            return Err(OTHER_CARD.refuse());
        }
        self.sign1.verify(Class::Message, key)?;
        if let Some(opening) = &self.opening
            && commitment(&opening.salt, opening.payload.expose()) != self.body.commitment
        {
            return Err(COMMITMENT.refuse());
        }
        Ok(SignedMessage {
            digest: self.sign1.digest(),
            body: self.body,
            sign1: self.sign1_bytes,
            opening: self.opening,
        })
    }
}
