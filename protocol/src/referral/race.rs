//! Races: two moves that were made without knowing of one another
//! (`spec/referral.md`, Races). Both stand in their chains; the table says whose
//! came too late, so that both agencies can be told the same.

use super::step::EventKind::{self, *};
use super::table::Role;

/// How a race ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Race {
    /// Both moves have their effect.
    BothStand,
    /// The sender's move came too late.
    SenderTooLate,
    /// The receiver's move came too late.
    ReceiverTooLate,
}

/// The sender's moves that race.
pub const SENDERS: [EventKind; 6] =
    [CancelRequested, IdentityReleased, Answered, EnteredInError, Stopped, ErasureOrdered];

/// The receiver's moves that race.
pub const RECEIVERS: [EventKind; 9] =
    [Accepted, Rejected, Scheduled, Started, Completed, Failed, PutOnHold, ReferredOnward, Stopped];

/// How the race of two moves ends; `None` if they cannot meet, or do not touch one another.
pub fn race(sender: EventKind, receiver: EventKind) -> Option<Race> {
    use Race::{BothStand, ReceiverTooLate, SenderTooLate};
    if !SENDERS.contains(&sender) || !RECEIVERS.contains(&receiver) {
        return None;
    }
    Some(match (sender, receiver) {
        // Identity goes only after an accept that the sender has seen.
        (IdentityReleased, Accepted | Rejected) => return None,
        // An order is obeyed, whatever crossed it; what has ended has ended.
        (Stopped | ErasureOrdered, Rejected | Completed | Failed | Stopped) => BothStand,
        (Stopped | ErasureOrdered | EnteredInError, _) => ReceiverTooLate,
        (_, Stopped) => SenderTooLate,
        (_, Rejected | Completed | Failed) => SenderTooLate,
        _ => BothStand,
    })
}

/// The table as Markdown, for `spec/referral.md`.
pub fn render_races() -> String {
    let mut out =
        String::from("| sender's move | receiver's move | how it ends |\n|---|---|---|\n");
    for sender in SENDERS {
        for receiver in RECEIVERS {
            let ends = match race(sender, receiver) {
                None => "cannot be: identity goes only after an accept that was seen",
                Some(Race::BothStand) => "both stand",
                Some(Race::SenderTooLate) => "the sender's move came too late",
                Some(Race::ReceiverTooLate) => "the receiver's move came too late",
            };
            out.push_str(&format!("| {} | {} | {ends} |\n", sender.name(), receiver.name()));
        }
    }
    out
}

impl Race {
    /// The side whose move came too late.
    pub const fn loser(self) -> Option<Role> {
        match self {
            Self::BothStand => None,
            Self::SenderTooLate => Some(Role::Sender),
            Self::ReceiverTooLate => Some(Role::Receiver),
        }
    }
}
