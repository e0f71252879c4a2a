//! Letters: messages that belong to no referral. Protocols and what becomes of them,
//! checkpoints of the audit tree, what stays overdue (`spec/delivery.md`, Letters).

use ihala_envelope::{AgencyId, Digest, Refusal, Timestamp, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::codes::{CASE_TYPE, URGENCY};
use crate::deadline::Clock;
use crate::definition::About;
use crate::form::Form;
use crate::kinds;
use crate::merkle::PROOF_MAX;
use crate::recovery::{AccountPart, Recovery};
use crate::rules::{DEL_KIND, LETTER_FORM};

/// What a party does with a protocol that was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Change {
    /// Nothing is sent under it for now.
    #[n(1)]
    Suspended,
    /// The party takes its suspension back.
    #[n(2)]
    Resumed,
    /// Nothing is ever sent under it again.
    #[n(3)]
    Terminated,
}

impl Change {
    /// Its name on screens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Suspended => "suspended",
            Self::Resumed => "in force",
            Self::Terminated => "terminated",
        }
    }
}

/// The payload of a message of kind 2.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum IspLetter {
    /// A protocol with the signatures collected so far: a proposal, a counter-signature
    /// or an amendment. The bytes of [`crate::SignedIsp::to_stored`].
    #[n(1)]
    Offer(#[n(0)] ByteVec),
    /// What the sender does with a version.
    #[n(2)]
    Change(#[n(0)] Digest, #[n(1)] Change),
}

/// The payload of a message of kind 5: how far our audit tree has come, and the proof
/// that it only grew since we last told this agency.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Checkpoint {
    /// Number of leaves.
    #[n(1)]
    pub size: u64,
    /// The tree head.
    #[n(2)]
    pub root: Digest,
    /// The size that we told last; 0 if never.
    #[n(3)]
    pub since: u64,
    /// Consistency proof (RFC 6962 §2.1.2).
    #[n(4)]
    pub proof: Vec<Digest>,
}

/// The payload of a message of kind 7, to the focal point of a protocol: something
/// stays overdue. It names agencies, never a person or a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Escalation {
    /// The agency that should have acted.
    #[n(1)]
    pub late: AgencyId,
    /// What should have happened.
    #[n(2)]
    pub clock: Clock,
    /// When that was noticed.
    #[n(3)]
    pub since: Timestamp,
    /// Code of `URGENCY`.
    #[n(4)]
    pub urgency: u16,
    /// Code of `CASE_TYPE`.
    #[n(5)]
    pub case_type: u16,
}

/// The payload of a message of kind 8: a service that does not reach refugees.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Nomination {
    /// A form about a service.
    #[n(1)]
    pub form: Form,
}

/// The payload of a message of kind 4, the first ones under a new card: what the sender has
/// sent to the recipient under one that it replaces. What is not in it is not the sender's.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Succession {
    /// The card that is replaced.
    #[n(1)]
    pub card: Digest,
    /// Number of the last message under it; 0 if there is none.
    #[n(2)]
    pub last: u64,
    /// Digest of that message.
    #[n(3)]
    pub digest: Option<Digest>,
    /// Messages under it that have no receipt yet, rising: they are still to be taken.
    #[n(4)]
    pub outstanding: Vec<Outstanding>,
}

/// A message that has no receipt yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Outstanding {
    /// Its number.
    #[n(0)]
    pub seq: u64,
    /// Its digest.
    #[n(1)]
    pub digest: Digest,
}

impl Succession {
    /// Most messages that one letter names: more are told in further letters.
    pub const OUTSTANDING_MAX: usize = 1_024;

    fn is_well_formed(&self) -> bool {
        let all = &self.outstanding;
        self.digest.is_some() == (self.last > 0)
            && all.len() <= Self::OUTSTANDING_MAX
            && all.first().is_none_or(|first| first.seq >= 1)
            && all.windows(2).all(|two| two[0].seq < two[1].seq)
            && all.last().is_none_or(|last| last.seq <= self.last)
    }
}

/// A letter of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// About a protocol.
    Isp(IspLetter),
    /// What was sent under a card that another one has replaced.
    Succession(Succession),
    /// How far an audit tree has come.
    Checkpoint(Checkpoint),
    /// Something that stays overdue.
    Escalation(Escalation),
    /// A service that does not reach refugees.
    Nomination(Nomination),
    /// The sender was restored from a backup.
    Recovery(Recovery),
    /// What went between the two agencies after it.
    Account(AccountPart),
}

impl Letter {
    /// Whether a message of this kind is a letter that is known.
    pub const fn is_known(kind: u16) -> bool {
        matches!(
            kind,
            kinds::ISP
                | kinds::SUCCESSION
                | kinds::AUDIT_CHECKPOINT
                | kinds::ESCALATION
                | kinds::NOMINATION
                | kinds::RECOVERY
                | kinds::ACCOUNT
        )
    }

    /// Reads the payload of a message of a kind (DEL-06, DEL-09).
    pub fn read(kind: u16, payload: &[u8]) -> Result<Self, Refusal> {
        let letter = match kind {
            kinds::ISP => Self::Isp(decode(payload)?),
            kinds::SUCCESSION => Self::Succession(decode(payload)?),
            kinds::AUDIT_CHECKPOINT => Self::Checkpoint(decode(payload)?),
            kinds::ESCALATION => Self::Escalation(decode(payload)?),
            kinds::NOMINATION => Self::Nomination(decode(payload)?),
            kinds::RECOVERY => Self::Recovery(decode(payload)?),
            kinds::ACCOUNT => Self::Account(decode(payload)?),
            _ => return Err(DEL_KIND.refuse()),
        };
        if letter.is_well_formed() { Ok(letter) } else { Err(LETTER_FORM.refuse()) }
    }

    /// Whether its parts fit together and are bounded.
    fn is_well_formed(&self) -> bool {
        match self {
            Self::Isp(_) => true,
            Self::Succession(told) => told.is_well_formed(),
            Self::Checkpoint(told) => told.since <= told.size && told.proof.len() <= PROOF_MAX,
            Self::Escalation(told) => {
                URGENCY.by_id(told.urgency).is_some()
                    && CASE_TYPE.by_id(told.case_type).is_some()
                    && told.since <= Timestamp::MAX
            }
            Self::Recovery(asked) => asked.is_well_formed(),
            Self::Account(part) => part.is_well_formed(),
            Self::Nomination(Nomination { form }) => {
                let definition = form.definition();
                definition.about == About::Service
                    && definition.required.iter().all(|id| form.get(*id).is_some())
            }
        }
    }
}

fn decode<T: Encode<()> + for<'b> Decode<'b, ()>>(payload: &[u8]) -> Result<T, Refusal> {
    cbor::from_slice(payload).map_err(|_| LETTER_FORM.refuse())
}
