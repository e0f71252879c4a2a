//! No I/O, no clock, no OS randomness: sign, seal, verify and open opaque payloads.
//!
//! ```text
//! out:  Draft ──sign──▶ SignedMessage ──seal──▶ bytes
//! in:   bytes ─decode─▶ SealedEnvelope ──open──▶ OpenedMessage ─verify─▶ SignedMessage
//! ```
//!
//! The wire format is `spec/envelope.md`; its rule IDs stand at the checks here.

pub mod cbor;
pub mod class;
pub mod encrypt0;
mod frame;
pub mod ids;
pub mod limits;
pub mod message;
pub mod rule;
pub mod sealed;
pub mod secret;
pub mod sign1;
pub mod suite;
pub mod time;

pub use class::Class;
pub use ids::{AgencyId, Digest, Kid, MessageId, NetworkId, ReferralId, TransportId};
pub use message::{Body, ChainHead, Draft, OpenedMessage, ReferralLink, RosterRef, SignedMessage};
pub use rule::{Finality, Refusal, Rule};
pub use sealed::SealedEnvelope;
pub use secret::{Personal, Secret};
pub use sign1::{IdentityKey, IdentitySecret, Unverified};
pub use suite::{ReceiveKey, ReceiveSecret, Suite};
pub use time::Timestamp;
