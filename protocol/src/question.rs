//! Questions: what a peer may be asked besides taking an envelope. They are about documents
//! that are public between agencies, so they are neither sealed nor signed
//! (`spec/delivery.md`, Questions).

use ihala_envelope::{AgencyId, Digest, NetworkId, Refusal, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::roster::RosterHad;
use crate::rules::QUESTION_FORM;
use crate::statement::Profile;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Question {
    /// What is newer of an agency's cards and key statement than the card of this digest (all
    /// of them, if there is none) and the statement of this number under it.
    #[n(1)]
    Profile(#[n(0)] AgencyId, #[n(1)] Option<Digest>, #[n(2)] u64),
    /// What is newer of a network than the charter of this version, 0 for none, and this
    /// roster.
    #[n(2)]
    Roster(#[n(0)] NetworkId, #[n(1)] u32, #[n(2)] Option<RosterHad>),
    /// Not asked, but told: all cards of an agency, and its key statement. For whoever has shown
    /// that it does not know the newest.
    #[n(3)]
    Told(#[n(0)] Vec<ByteVec>, #[n(1)] ByteVec),
}

impl Question {
    /// Tells of an agency.
    pub fn tell(profile: &Profile) -> Self {
        let cards = profile.cards().signed().iter().map(|card| card.clone().into());
        Self::Told(cards.collect(), profile.signed_statement().to_vec().into())
    }

    /// Whether bytes that a peer hands over are a question: an array. An envelope is a tag.
    pub fn is_asked(bytes: &[u8]) -> bool {
        bytes.first().is_some_and(|first| first >> 5 == 4)
    }

    /// Reads a question (DEL-10).
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        cbor::from_slice(bytes).map_err(|_| QUESTION_FORM.refuse())
    }

    /// The bytes to hand over.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_vec(self)
    }
}
