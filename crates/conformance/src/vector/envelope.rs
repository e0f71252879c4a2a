//! Opening one envelope (`spec/envelope.md`).

use ihala_envelope::limits::ENVELOPE_MAX;
use ihala_envelope::{
    AgencyId, Digest, IdentityKey, Kid, ReceiveSecret, Refusal, SealedEnvelope, SignedMessage,
    Suite, rule,
};
use serde::{Deserialize, Serialize};

use super::{Hex, VectorError, outcome, same};

/// An envelope, who opens it, and what is in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    /// `envelope`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// Agency id of the receiver.
    pub recipient: Hex,
    /// The only receive secret that the receiver holds.
    pub key: ReceiveSecretOf,
    /// What the receiver knows of the sender.
    pub sender: Sender,
    /// The envelope.
    pub envelope: EnvelopeBytes,
    /// What is in it, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
}

/// A receive secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiveSecretOf {
    /// Its id.
    pub kid: Hex,
    /// `HPKE-9` or `HPKE-4`.
    pub suite: String,
    /// The 32 bytes of the private key, of X-Wing's its seed.
    pub secret: Hex,
}

impl ReceiveSecretOf {
    pub(crate) fn read(&self) -> Result<ReceiveSecret, VectorError> {
        let suite = match self.suite.as_str() {
            "HPKE-9" => Suite::Hpke9,
            "HPKE-4" => Suite::Hpke4,
            other => return Err(VectorError::NotUnderstood(format!("a suite {other}"))),
        };
        Ok(ReceiveSecret::from_parts(Kid(self.kid.array()?), suite, self.secret.array()?))
    }
}

/// What the receiver knows of the sender.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sender {
    /// Digest of its current card.
    pub card: Hex,
    /// Its identity key.
    pub identity_key: Hex,
}

/// Bytes, or as many zeros.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "said above")]
pub enum EnvelopeBytes {
    Hex(Hex),
    Zeros { zeros: usize },
}

/// What is in an envelope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// SHA-256 of the `COSE_Sign1`.
    pub digest: Hex,
    /// Its id.
    pub id: Hex,
    /// Its kind.
    pub kind: u16,
    /// Agency id of the sender.
    pub sender: Hex,
    /// Its place in the sequence.
    pub seq: u64,
    /// The payload, unless it was withheld.
    pub payload: Option<Hex>,
}

impl Message {
    /// What is in a message.
    pub fn of(message: &SignedMessage) -> Self {
        let body = message.body();
        Self {
            digest: message.digest().0.into(),
            id: body.id.0.into(),
            kind: body.kind,
            sender: body.sender.0.into(),
            seq: body.seq,
            payload: message.payload().map(|p| p.expose().into()),
        }
    }
}

impl Envelope {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let message = outcome(&self.expect, self.open()?)?;
        same("message", &self.message, &message.as_ref().map(Message::of))
    }

    fn open(&self) -> Result<Result<SignedMessage, Refusal>, VectorError> {
        let bytes = match &self.envelope {
            EnvelopeBytes::Hex(bytes) => bytes.0.clone(),
            // One more than the limit shows as much as any number.
            EnvelopeBytes::Zeros { zeros } => vec![0; (*zeros).min(ENVELOPE_MAX + 1)],
        };
        let key = IdentityKey::from_bytes(&self.sender.identity_key.array()?);
        let key = key.ok_or_else(|| VectorError::NotUnderstood("a key that is none".into()))?;
        let (me, card) = (AgencyId(self.recipient.array()?), Digest(self.sender.card.array()?));
        Ok(open(&bytes, &self.key.read()?, &me, &card, &key))
    }

    pub(super) fn frame(&self) -> Option<Vec<u8>> {
        self.open().ok()?.ok().map(|message| message.to_stored())
    }
}

/// Opens an envelope as its recipient.
pub(crate) fn open(
    bytes: &[u8],
    secret: &ReceiveSecret,
    me: &AgencyId,
    card: &Digest,
    key: &IdentityKey,
) -> Result<SignedMessage, Refusal> {
    let sealed = SealedEnvelope::decode(bytes)?;
    if sealed.kid() != secret.kid() {
        return Err(rule::UNKNOWN_KEY.refuse());
    }
    sealed.open(secret, me)?.verify(card, key)
}
