//! A referral: two hash-linked chains of signed events, one per agency.
//!
//! Each chain folds alone into its author's state; the status is a total table
//! over the two states, so both sides agree whatever the order of arrival
//! (`spec/referral.md`).

mod chain;
mod event;
mod status;
mod table;

pub use chain::{Applied, Referral};
pub use event::{Answer, Event, EventKind, Request};
pub use status::{Status, TaskStatus, render_table, status};
pub use table::{Progress, ReceiverState, Role, SenderState, choices};
