//! The agency: applies the rules to stored state, and is its only writer.
//!
//! Synchronous, on a thread of its own; time and randomness are arguments. One
//! road in, one road out:
//!
//! ```text
//! inputs ─▶ for each: load ─▶ decide ─▶ write     (a refused input leaves no trace)
//!        ─▶ one atomic batch ─▶ barrier ─▶ outputs
//! ```
//!
//! Inputs that wait together share one barrier, and see one another's writes. If
//! the store fails, [`Engine::handle`] returns [`Stop`] and no output: the caller
//! must end the process, because what is on disk is then unknown.

mod agenda;
mod audit;
mod commands;
mod conduct;
mod contacts;
mod directory;
mod engine;
mod epochs;
mod io;
mod judge;
mod keep;
mod keyspace;
mod letters;
mod load;
mod networks;
mod nominations;
mod orders;
mod outbox;
mod questions;
mod reactions;
mod receive;
mod records;
mod recovery;
mod referrals;
mod serial;
mod succession;
mod timers;
mod trust;
mod txn;
mod verify;
pub mod views;
mod witness;
mod words;

pub use agenda::Matter;
pub use conduct::{Conduct, End, Honest};
pub use contacts::{HomeState, LinkTrouble};
pub use engine::{Beside, Engine, Genesis, Setup};
pub use io::{
    Actor, Answer, Command, Failure, Input, Output, Peer, Refer, Renew, Reported, Step, Stop,
    Token, TrustSet,
};
pub use recovery::beside;
pub use views::{AuditReport, Direction};
