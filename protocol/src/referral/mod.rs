//! A referral: two hash-linked chains of signed events, one per agency.
//!
//! Each chain folds alone into its author's state; the status is a total table
//! over the two states, so both sides agree whatever the order of arrival
//! (`spec/referral.md`).

mod chain;
mod event;
mod race;
mod status;
mod step;
mod table;

pub use chain::{Applied, Referral};
pub use event::{Answer, Event, Report, Request, Supplement};
pub use race::{RECEIVERS, Race, SENDERS, race, render_races};
pub use status::{Status, TaskStatus, render_table, status};
pub use step::{By, EventKind, Shape};
pub use table::{
    Appointment, Erasure, Progress, ReceiverState, Role, SenderState, Stage, Withdrawal, choices,
    receiver_step, sender_step,
};
