//! Answers of a node to an envelope: receipts, refusals and what else fits in a reply.
//!
//! Receipts and refusals are signed, stand outside the sequence and are not
//! receipted themselves (`spec/delivery.md`).

use ihala_envelope::{
    AgencyId, Class, Digest, IdentityKey, IdentitySecret, MessageId, NetworkId, Timestamp,
    Unverified, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// "Stored": says nothing about whether a person has seen it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Receipt {
    /// The message.
    #[n(1)]
    pub message: MessageId,
    /// Its digest.
    #[n(2)]
    pub digest: Digest,
    /// The agency that stored it.
    #[n(3)]
    pub by: AgencyId,
    /// That agency's card.
    #[n(4)]
    pub card: Digest,
    /// The agency that sent it.
    #[n(5)]
    pub to: AgencyId,
    /// When it was stored.
    #[n(6)]
    pub at: Timestamp,
    /// All of the sender's messages up to this number are stored.
    #[n(7)]
    pub contiguous: u64,
    /// The highest number seen.
    #[n(8)]
    pub highest: u64,
    /// Content was destroyed before anything was stored, by this rule.
    #[n(9)]
    pub reduced: Option<String>,
}

/// "Never": the message was read and refused for good.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RefusalNotice {
    /// The message.
    #[n(1)]
    pub message: MessageId,
    /// Its digest.
    #[n(2)]
    pub digest: Digest,
    /// The agency that refuses.
    #[n(3)]
    pub by: AgencyId,
    /// That agency's card.
    #[n(4)]
    pub card: Digest,
    /// The agency that sent it.
    #[n(5)]
    pub to: AgencyId,
    /// When it was refused.
    #[n(6)]
    pub at: Timestamp,
    /// ID of the rule.
    #[n(7)]
    pub rule: String,
}

/// What comes back on the connection that brought an envelope or a question.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Reply {
    /// A signed [`Receipt`].
    #[n(1)]
    Receipt(#[n(0)] ByteVec),
    /// A signed [`RefusalNotice`].
    #[n(2)]
    Refusal(#[n(0)] ByteVec),
    /// The envelope was sealed to an unknown key: the current key statement.
    #[n(3)]
    Statement(#[n(0)] ByteVec),
    /// Not stored; the ID of the rule. Unsigned, because nothing is settled.
    #[n(4)]
    NotStored(#[n(0)] String),
    /// The answer to [`crate::Question::Profile`]: the cards that follow the one that was named,
    /// and the key statement; both empty if there is nothing newer.
    #[n(5)]
    Profile(#[n(0)] Vec<ByteVec>, #[n(1)] Option<ByteVec>),
    /// The answer to [`crate::Question::Roster`]: a [`crate::roster::Bundle`].
    #[n(6)]
    Roster(#[n(0)] NetworkId, #[n(1)] ByteVec),
}

impl Receipt {
    /// Signs the receipt.
    pub fn sign(&self, key: &IdentitySecret) -> Vec<u8> {
        key.sign(Class::Receipt, cbor::to_vec(self))
    }

    /// Verifies a receipt that `by`, with this card and key, should have made for
    /// a message of `to`. Anything else is no receipt.
    pub fn verify(
        sign1: &[u8],
        by: (&AgencyId, &Digest, &IdentityKey),
        to: &AgencyId,
    ) -> Option<Self> {
        let receipt: Self = verified(sign1, Class::Receipt, by.2)?;
        let fits = receipt.by == *by.0 && receipt.card == *by.1 && receipt.to == *to;
        let told = receipt.reduced.as_ref().is_none_or(|rule| is_rule_id(rule));
        (fits && told).then_some(receipt)
    }
}

impl RefusalNotice {
    /// Signs the refusal.
    pub fn sign(&self, key: &IdentitySecret) -> Vec<u8> {
        key.sign(Class::Refusal, cbor::to_vec(self))
    }

    /// As [`Receipt::verify`].
    pub fn verify(
        sign1: &[u8],
        by: (&AgencyId, &Digest, &IdentityKey),
        to: &AgencyId,
    ) -> Option<Self> {
        let notice: Self = verified(sign1, Class::Refusal, by.2)?;
        let fits = notice.by == *by.0 && notice.card == *by.1 && notice.to == *to;
        (fits && is_rule_id(&notice.rule)).then_some(notice)
    }
}

impl Receipt {
    /// Reads a receipt of our own store, which was verified or signed before it got there.
    pub fn read_own(sign1: &[u8]) -> Option<Self> {
        cbor::from_slice(Unverified::parse(sign1)?.unverified_payload()).ok()
    }
}

impl RefusalNotice {
    /// As [`Receipt::read_own`].
    pub fn read_own(sign1: &[u8]) -> Option<Self> {
        cbor::from_slice(Unverified::parse(sign1)?.unverified_payload()).ok()
    }
}

/// Whether a peer's text has the form of a rule ID, also of a later version's: it
/// goes into our audit and onto screens.
fn is_rule_id(text: &str) -> bool {
    text.split_once('-').is_some_and(|(prefix, number)| {
        (2..=4).contains(&prefix.len())
            && prefix.bytes().all(|b| b.is_ascii_uppercase())
            && (2..=3).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

fn verified<T>(sign1: &[u8], class: Class, key: &IdentityKey) -> Option<T>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    let parsed = Unverified::parse(sign1)?;
    parsed.verify(class, key).ok()?;
    cbor::from_slice(parsed.unverified_payload()).ok()
}
