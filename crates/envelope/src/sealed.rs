//! Receiving: `SealedEnvelope → OpenedMessage → SignedMessage`.
//!
//! Only [`SealedEnvelope`] can be decoded from bytes that came from outside;
//! each step consumes one type and returns the next.

use crate::encrypt0::Encrypt0;
use crate::frame::Frame;
use crate::ids::{AgencyId, Kid};
use crate::limits::ENVELOPE_MAX;
use crate::message::{OpenedMessage, seal_info};
use crate::rule::{
    CANNOT_OPEN, NOT_AN_ENVELOPE, NOT_FOR_US, Refusal, SUITE_MISMATCH, TOO_LONG, UNKNOWN_SUITE,
};
use crate::suite::{ReceiveSecret, Suite};

/// An envelope as it travels. What it shows is all that a mailbox learns.
#[derive(Debug)]
pub struct SealedEnvelope {
    outer: Encrypt0,
    kid: Kid,
    suite: Suite,
}

impl SealedEnvelope {
    /// Decodes bytes from outside (ENV-01, ENV-02, ENV-03).
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.len() > ENVELOPE_MAX {
            return Err(TOO_LONG.refuse());
        }
        let outer = Encrypt0::parse(bytes).ok_or(NOT_AN_ENVELOPE.refuse())?;
        let suite = Suite::from_cose_alg(outer.alg).ok_or(UNKNOWN_SUITE.refuse())?;
        let kid = outer.kid.as_deref().and_then(Kid::from_slice);
        let kid = kid.filter(|_| outer.unprotected_kid.is_none());
        let kid = kid.ok_or(NOT_AN_ENVELOPE.refuse_about("kid"))?;
        if outer.encapsulated.len() != suite.encapsulated_len() {
            return Err(NOT_AN_ENVELOPE.refuse_about("ek"));
        }
        Ok(Self { outer, kid, suite })
    }

    /// The receive key that it is sealed to.
    pub const fn kid(&self) -> Kid {
        self.kid
    }

    /// Opens the envelope as agency `me`, with the secret named by [`Self::kid`]
    /// (ENV-05, ENV-06, ENV-07, ENV-08, ENV-14).
    pub fn open(self, secret: &ReceiveSecret, me: &AgencyId) -> Result<OpenedMessage, Refusal> {
        if secret.suite() != self.suite {
            return Err(SUITE_MISMATCH.refuse());
        }
        let info = seal_info(me, self.kid, self.suite);
        let plaintext = self.outer.open(secret, &info, b"").map_err(|_| CANNOT_OPEN.refuse())?;
        let opened = OpenedMessage::from_frame(Frame::unpad(&plaintext)?)?;
        if opened.claimed_recipient() == *me { Ok(opened) } else { Err(NOT_FOR_US.refuse()) }
    }
}
