//! The judgements in which a mistake would hurt people, as a value: [`Honest`] is the
//! one that ships. The simulator passes others, each with one mistake planted, to see
//! that it notices; none of them is compiled into the node.

use ihala_envelope::{Digest, Refusal, Timestamp};
use ihala_protocol::policy::{self, Permit, Question};
use ihala_protocol::referral::Progress;

/// Peers whose signed times must agree before anything is destroyed by time.
const WITNESSES: usize = 2;

/// Which end asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The agency that would send.
    Sender,
    /// The agency that has received.
    Receiver,
}

/// How an agency judges.
pub trait Conduct: Send + Sync {
    /// What may be shared.
    fn judge(&self, end: End, question: &Question<'_>) -> Result<Permit, Refusal> {
        let _ = end;
        policy::decide(question)
    }

    /// Whether a message with a known id is the one that is known.
    fn is_same(&self, known: &Digest, arrived: &Digest) -> bool {
        known == arrived
    }

    /// Whether an order is passed on to the agencies that have the data from us.
    fn passes_on_orders(&self) -> bool {
        true
    }

    /// Whether an order is obeyed, whatever we have promised.
    fn obeys(&self, promised: Progress) -> bool {
        let _ = promised;
        true
    }

    /// Whether consent is asked again before a payload leaves.
    fn asks_before_sealing(&self) -> bool {
        true
    }

    /// Whether that many peers who have signed a time that late are enough to destroy
    /// something because of it (design §5).
    fn believes_the_time(&self, witnesses: usize) -> bool {
        witnesses >= WITNESSES
    }

    /// The time from which deadlines count, of our own clock and what the sender says.
    fn starts_clocks(&self, ours: Timestamp, theirs: Timestamp) -> Timestamp {
        let _ = theirs;
        ours
    }
}

/// As the specification says.
#[derive(Clone, Copy, Debug, Default)]
pub struct Honest;

impl Conduct for Honest {}
