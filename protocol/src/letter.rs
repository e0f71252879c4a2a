//! Letters: messages that belong to no referral. Protocols and what becomes of them,
//! checkpoints of the audit tree, what stays overdue (`spec/delivery.md`, Letters).

use ihala_envelope::{AgencyId, Digest, Refusal, Timestamp, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::deadline::Clock;
use crate::definition::About;
use crate::form::Form;
use crate::merkle::PROOF_MAX;
use crate::rules::LETTER_FORM;

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

/// Decodes a letter's payload (DEL-09).
pub fn decode<T>(payload: &[u8]) -> Result<T, Refusal>
where
    T: Encode<()> + for<'b> Decode<'b, ()> + Letter,
{
    let letter: T = cbor::from_slice(payload).map_err(|_| LETTER_FORM.refuse())?;
    if letter.is_well_formed() { Ok(letter) } else { Err(LETTER_FORM.refuse()) }
}

/// A payload that can be checked for its form.
pub trait Letter {
    /// Whether its parts fit together and are bounded.
    fn is_well_formed(&self) -> bool;
}

impl Letter for IspLetter {
    fn is_well_formed(&self) -> bool {
        true
    }
}

impl Letter for Checkpoint {
    fn is_well_formed(&self) -> bool {
        self.since <= self.size && self.proof.len() <= PROOF_MAX
    }
}

impl Letter for Nomination {
    fn is_well_formed(&self) -> bool {
        let definition = self.form.definition();
        definition.about == About::Service
            && definition.required.iter().all(|id| self.form.get(*id).is_some())
    }
}

impl Letter for Escalation {
    fn is_well_formed(&self) -> bool {
        crate::codes::URGENCY.by_id(self.urgency).is_some()
            && crate::codes::CASE_TYPE.by_id(self.case_type).is_some()
            && self.since <= Timestamp::MAX
    }
}
