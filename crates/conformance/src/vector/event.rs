//! The payloads of messages (`spec/referral.md`, Events; `spec/delivery.md`, Message types).

use ihala_envelope::Personal;
use ihala_protocol::letter;
use ihala_protocol::referral;
use serde::{Deserialize, Serialize};

use super::{Hex, VectorError, outcome};

/// The payload of a referral event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// `event`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The step that the signed link names.
    pub step: u8,
    /// The payload; `null` for a bare step.
    pub payload: Option<Hex>,
}

impl Event {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let payload = self.payload.clone().map(|p| Personal::new(p.0));
        let read = referral::Event::from_payload(self.step, payload.as_ref());
        outcome(&self.expect, read).map(drop)
    }
}

/// The payload of a letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// `letter`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The kind that the body names.
    pub kind: u16,
    /// The payload.
    pub payload: Hex,
}

impl Letter {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let read = letter::Letter::read(self.kind, &self.payload.0);
        outcome(&self.expect, read).map(drop)
    }
}
