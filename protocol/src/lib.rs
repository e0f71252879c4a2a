//! No I/O, no clock, no OS randomness: the rules of a referral between agencies.
//!
//! Documents ([`card`], [`statement`], [`isp`], [`consent`], [`form`]), what may be
//! shared ([`policy`]), the lifecycle ([`referral`]) and a node's answers
//! ([`receipt`]); what an agency keeps for itself ([`backup`]). Every refusal is a value with a rule ID ([`rules`]).

pub mod armor;
pub mod backup;
pub mod card;
pub mod codes;
pub mod consent;
pub mod date;
pub mod deadline;
pub mod definition;
mod field_id;
pub mod fields;
pub mod fingerprint;
pub mod form;
pub mod handover;
pub mod isp;
pub mod kinds;
pub mod labels;
pub mod leak;
pub mod letter;
pub mod limits;
pub mod merkle;
pub mod policy;
pub mod question;
pub mod receipt;
pub mod recovery;
pub mod referral;
pub mod roster;
pub mod rules;
pub mod schema;
pub mod statement;
pub mod template;
pub mod text;
mod toml_read;
pub mod trust;
pub mod words;

pub use card::CardChain;
pub use field_id::FieldId;
pub use form::Form;
pub use isp::{Isp, SignedIsp};
pub use question::Question;
pub use receipt::{Receipt, RefusalNotice, Reply};
pub use referral::Referral;
pub use statement::{Profile, Statement};
pub use toml_read::{Mistake, Mistakes};
