//! What is stored under the keys of [`crate::keyspace`].

use ihala_envelope::{AgencyId, Digest, MessageId, Personal, Timestamp};
use ihala_protocol::Referral;
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::referral::Role;
use ihala_store::Head;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::audit::Tree;

/// The node's own state.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct NodeState {
    /// Our own agency.
    #[n(1)]
    pub(crate) me: AgencyId,
    /// The next slot that no record has used.
    #[n(2)]
    pub(crate) next_slot: u32,
    /// The audit tree.
    #[n(3)]
    pub(crate) audit: Tree,
}

impl NodeState {
    /// How far the audit tree has come.
    pub(crate) fn head(&self) -> Head {
        Head { size: self.audit.size, digest: self.audit.root().0 }
    }
}

/// An entry of the trust list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Trust {
    /// What we call the agency.
    #[n(1)]
    pub(crate) petname: String,
    /// Since when.
    #[n(2)]
    pub(crate) since: Timestamp,
}

/// Where the sequences to and from an agency stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Sequences {
    /// Number of our last message to it.
    #[n(1)]
    pub(crate) sent: u64,
    /// Digest of that message.
    #[n(2)]
    pub(crate) sent_digest: Option<Digest>,
    /// All of its messages up to this number have arrived.
    #[n(3)]
    pub(crate) contiguous: u64,
    /// The highest number that has arrived.
    #[n(4)]
    pub(crate) highest: u64,
}

/// What became of a message that we sent.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Sent {
    /// Its id.
    #[n(1)]
    pub(crate) message: MessageId,
    /// Its digest.
    #[n(2)]
    pub(crate) digest: Digest,
    /// Store key of the signed message.
    #[n(3)]
    pub(crate) at: ByteVec,
    /// The recipient's signed receipt or refusal.
    #[n(4)]
    pub(crate) settled: Option<Settled>,
    /// The payload was withheld, by this rule.
    #[n(5)]
    pub(crate) withheld: Option<String>,
}

/// The end of a message's way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Settled {
    /// When the recipient's node stored or refused it.
    #[n(1)]
    pub(crate) at: Timestamp,
    /// The rule by which it was refused.
    #[n(2)]
    pub(crate) refused: Option<String>,
    /// The signed receipt or refusal.
    #[n(3)]
    pub(crate) proof: ByteVec,
}

/// The answer that a message got.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Inbox {
    /// Digest of the message.
    #[n(1)]
    pub(crate) digest: Digest,
    /// The reply, to be given again whenever the message comes again.
    #[n(2)]
    pub(crate) reply: ByteVec,
}

/// A place of a sender's sequence.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Arrived {
    /// Digest of the message there.
    #[n(1)]
    pub(crate) digest: Digest,
    /// Digest that it names as the one before.
    #[n(2)]
    pub(crate) previous: Option<Digest>,
}

/// A referral as the agency keeps it: the aggregate, and what lists need.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct ReferralRecord {
    /// Both chains, folded.
    #[n(1)]
    pub(crate) referral: Referral,
    /// Our part.
    #[n(2)]
    pub(crate) role: Role,
    /// When the sender made it.
    #[n(3)]
    pub(crate) created: Timestamp,
    /// When it last changed here.
    #[n(4)]
    pub(crate) updated: Timestamp,
    /// Code of `URGENCY`.
    #[n(5)]
    pub(crate) urgency: u16,
    /// Code of `CASE_TYPE`.
    #[n(6)]
    pub(crate) case_type: u16,
    /// The protocol version that it is judged by.
    #[n(7)]
    pub(crate) isp: Digest,
    /// The consent's scope.
    #[n(8)]
    pub(crate) scope: Scope,
    /// At the sender: fields that were withheld, with the rule.
    #[n(9)]
    pub(crate) withheld: Vec<WithheldField>,
    /// The case code, as the sender wrote it.
    #[n(10)]
    pub(crate) case_code: Option<Personal<String>>,
    /// At the author of a message that was refused for good: the rule.
    #[n(11)]
    pub(crate) refused: Option<String>,
}

impl ReferralRecord {
    /// The other agency.
    pub(crate) const fn counterpart(&self) -> AgencyId {
        self.referral.agency(self.role.other())
    }

    /// The consent that the sender holds.
    pub(crate) const fn consent(&self) -> ConsentId {
        self.scope.reference
    }
}

/// A field that did not go.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct WithheldField {
    #[n(0)]
    pub(crate) field: u16,
    #[n(1)]
    pub(crate) rule: String,
}

/// How often, and when last.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Count {
    #[n(1)]
    pub(crate) count: u64,
    #[n(2)]
    pub(crate) last: Timestamp,
}
