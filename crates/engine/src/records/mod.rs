//! What is stored under the keys of [`crate::keyspace`].

mod referral;

use ihala_envelope::{AgencyId, Digest, MessageId, ReferralId, Timestamp};
use ihala_protocol::Form;
use ihala_protocol::consent::ConsentId;
use ihala_protocol::letter::{Change, Escalation};
use ihala_protocol::trust::Trusted;
use ihala_store::Head;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::audit::Tree;
use crate::recovery::Restored;
use crate::serial::Serial;

pub(crate) use referral::{Call, Hold, OrderAnswer, Overdue, ReferralRecord, withheld_fields};

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
    /// Up to this time an administrator has confirmed that our clock is right.
    #[n(4)]
    pub(crate) clock_confirmed: Option<Timestamp>,
    /// When the next checkpoints go to our peers.
    #[n(5)]
    pub(crate) next_checkpoint: Option<Timestamp>,
    /// That we were restored from a backup.
    #[n(6)]
    pub(crate) restored: Option<Restored>,
    /// The last day of all backups that were made.
    #[n(7)]
    pub(crate) backups_until: Option<Timestamp>,
    /// Since when we know that another card has taken the place of ours: this node is over.
    #[n(8)]
    pub(crate) superseded: Option<Timestamp>,
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
    /// What stands there.
    #[n(1)]
    pub(crate) entry: Trusted,
    /// Since when.
    #[n(2)]
    pub(crate) since: Timestamp,
}

/// A receiver without a node: a ministry, a hospital, a bar association.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct PaperReceiver {
    /// What we call it.
    #[n(1)]
    pub(crate) name: String,
    /// Its number.
    #[n(2)]
    pub(crate) phone: String,
    /// Since when we know it.
    #[n(3)]
    pub(crate) since: Timestamp,
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
    /// The recipient destroyed content of it before storing the rest, by this rule.
    #[n(6)]
    pub(crate) reduced: Option<String>,
    /// It was sealed with its payload once: the recipient may have that, whatever went
    /// afterwards.
    #[n(7)]
    pub(crate) left: bool,
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
    /// The event that it is: where it can be found again.
    #[n(3)]
    pub(crate) event: Option<EventPlace>,
}

/// The place of an event in a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct EventPlace {
    #[n(0)]
    pub(crate) referral: ReferralId,
    #[n(1)]
    pub(crate) position: u32,
}

/// What a party did with a protocol, and by which of its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Changed {
    #[n(1)]
    pub(crate) change: Change,
    /// Its place in the party's sequences; none for our own.
    #[n(2)]
    pub(crate) at: Option<Serial>,
    /// When we did it ourselves.
    #[n(3)]
    pub(crate) made: Option<Timestamp>,
}

/// Something overdue that a peer told us as the focal point.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Escalated {
    /// The peer.
    #[n(1)]
    pub(crate) by: AgencyId,
    /// When we took it in.
    #[n(2)]
    pub(crate) at: Timestamp,
    /// What it told.
    #[n(3)]
    pub(crate) told: Escalation,
}

/// A service that was nominated for support: here, or to us.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Nominated {
    /// Who nominates it.
    #[n(1)]
    pub(crate) by: AgencyId,
    /// Who is told.
    #[n(2)]
    pub(crate) to: AgencyId,
    /// When it was, or came.
    #[n(3)]
    pub(crate) at: Timestamp,
    /// The form.
    #[n(4)]
    pub(crate) form: Form,
}

/// What two agencies know of each other's audit trees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Witnessed {
    /// The size that the peer has confirmed last.
    #[n(1)]
    pub(crate) told: u64,
    /// The size that is on its way to it: one checkpoint at a time.
    #[n(5)]
    pub(crate) pending: Option<u64>,
    /// The size that the peer told us last.
    #[n(2)]
    pub(crate) size: u64,
    /// Its head at that size.
    #[n(3)]
    pub(crate) root: Option<Digest>,
    /// When we took that in.
    #[n(4)]
    pub(crate) at: Option<Timestamp>,
    /// The card under which the peer said that it was restored: its tree began anew.
    #[n(6)]
    pub(crate) anew: Option<Digest>,
}

/// A slot that is being erased, and what comes after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Erasing {
    #[n(1)]
    pub(crate) slot: u32,
    /// The referral that it held.
    #[n(2)]
    pub(crate) referral: Option<ReferralId>,
    /// The consent that it held.
    #[n(3)]
    pub(crate) consent: Option<ConsentId>,
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
