//! Hand-overs: the way of one service request from agency to agency. It names
//! agencies, never the person (`spec/referral.md`, Hand-overs).

use ihala_envelope::AgencyId;
use minicbor::{Decode, Encode};

use crate::codes::REASON;
use crate::limits::HOPS_MAX;

/// Hops from which on people are warned: the person is being passed around.
pub const HOPS_WARN: usize = 3;

/// A random name of what is asked for, the same along all onward referrals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode)]
#[cbor(transparent)]
pub struct ServiceRequestId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

/// Where a referral comes from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Handover {
    /// What is asked for.
    #[n(1)]
    pub request: ServiceRequestId,
    /// The agencies that have handed it on, the first one first; the last one is the
    /// sender of this referral.
    #[n(2)]
    pub via: Vec<AgencyId>,
    /// Why it goes to an agency that has held it before: a code of `REASON`.
    #[n(3)]
    pub again: Option<u16>,
}

impl Handover {
    /// The first referral of a request.
    pub fn first(request: ServiceRequestId, sender: AgencyId) -> Self {
        Self { request, via: vec![sender], again: None }
    }

    /// The next hand-over, by an agency that received this one.
    #[must_use]
    pub fn onward(&self, by: AgencyId, again: Option<u16>) -> Self {
        let via = self.via.iter().copied().chain([by]).collect();
        Self { request: self.request, via, again }
    }

    /// Whether `agency` has handed it on before.
    pub fn has_held(&self, agency: &AgencyId) -> bool {
        self.via.contains(agency)
    }

    /// Whether the list is bounded and the reason is of its list.
    pub(crate) fn is_well_formed(&self) -> bool {
        (1..=HOPS_MAX).contains(&self.via.len())
            && self.again.is_none_or(|code| REASON.by_id(code).is_some())
    }
}
