//! The steps of a referral: who takes each, by which command, and what it carries.

use super::table::Role;
use crate::codes::{CodeList, ERASURE, OUTCOME, REASON, RETENTION_BASIS};

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The agency that refers.
    Sender,
    /// The agency that is asked.
    Receiver,
    /// Either of them.
    Either,
}

impl By {
    /// Whether `role` may take it.
    pub const fn allows(self, role: Role) -> bool {
        matches!(
            (self, role),
            (Self::Either, _) | (Self::Sender, Role::Sender) | (Self::Receiver, Role::Receiver)
        )
    }
}

/// What a step carries.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shape {
    /// The list of its code; without a list, it has no code.
    pub code: Option<&'static CodeList>,
    /// Whether it has a time.
    pub at: bool,
    /// Whether it may ask for fields.
    pub fields: bool,
    /// Whether it may acknowledge the safe-contact obligations.
    pub safe_contact: bool,
    /// Whether it may name another agency.
    pub agency: bool,
    /// Whether it tells on which basis, and until when, that agency keeps what it has.
    pub basis: bool,
    /// Whether it may say until when what was erased can still be had.
    pub claims: bool,
}

macro_rules! steps {
    ($($(#[$doc:meta])* $kind:ident = $code:literal $name:literal $by:ident $command:literal,)*) => {
        /// The steps, by their code on the wire.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventKind {
            $($(#[$doc])* $kind,)*
        }

        impl EventKind {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// Code on the wire.
            pub const fn code(self) -> u8 {
                match self { $(Self::$kind => $code),* }
            }

            /// Name on screens and in the API.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name),* }
            }

            /// Who takes it.
            pub const fn by(self) -> By {
                match self { $(Self::$kind => By::$by),* }
            }

            /// The command by which a person takes it; empty if the node does, as a
            /// consequence of something else.
            pub const fn command(self) -> &'static str {
                match self { $(Self::$kind => $command),* }
            }
        }
    };
}

steps! {
    /// The sender refers.
    Requested = 1 "requested" Sender "refer",
    /// The sender asks to cancel.
    CancelRequested = 2 "cancel-requested" Sender "cancel",
    /// A person at the receiver opened it.
    Received = 3 "received" Receiver "receive",
    /// The receiver will give the service.
    Accepted = 4 "accepted" Receiver "accept",
    /// The receiver will not.
    Rejected = 5 "rejected" Receiver "decline",
    /// The service has begun.
    Started = 6 "started" Receiver "start",
    /// It has ended, with an outcome.
    Completed = 7 "completed" Receiver "complete",
    /// The receiver has stopped at the sender's request.
    CancelConfirmed = 8 "cancel-confirmed" Receiver "confirm-cancel",
    /// The receiver goes on in spite of the sender's request.
    CancelRefused = 9 "cancel-refused" Receiver "refuse-cancel",
    /// The receiver needs more from the sender before it can go on.
    Asked = 10 "asked" Receiver "ask",
    /// The sender gives what was asked for.
    Answered = 11 "answered" Sender "answer",
    /// The second stage: who the person is, and how to reach them.
    IdentityReleased = 12 "identity-released" Sender "release",
    /// The sender asks what has become of it.
    Nudged = 13 "nudged" Sender "nudge",
    /// It should never have been sent: wrong person, wrong agency.
    EnteredInError = 14 "entered-in-error" Sender "mark-error",
    /// An appointment is made.
    Scheduled = 15 "scheduled" Receiver "schedule",
    /// The person did not come.
    Unattended = 16 "unattended" Receiver "no-show",
    /// The appointment will not take place.
    AppointmentCancelled = 17 "appointment-cancelled" Receiver "cancel-appointment",
    /// The person came.
    Attended = 18 "attended" Receiver "attended",
    /// The receiver pauses, for a waiting list say.
    PutOnHold = 19 "put-on-hold" Receiver "hold",
    /// The receiver goes on.
    Resumed = 20 "resumed" Receiver "resume",
    /// Accepted, and dropped all the same.
    Failed = 21 "failed" Receiver "drop",
    /// The receiver has referred the person onward.
    ReferredOnward = 22 "referred-onward" Receiver "",
    /// What became of the onward referral.
    OnwardOutcome = 23 "onward-outcome" Receiver "",
    /// Consent was withdrawn: nothing more is shared.
    Stopped = 24 "stopped" Either "",
    /// Consent was withdrawn: what was sent is to be destroyed.
    ErasureOrdered = 25 "erasure-ordered" Sender "",
    /// What was sent is destroyed.
    Erased = 26 "erased" Receiver "",
    /// What was sent is kept, on a legal basis and until a date.
    Retained = 27 "retained" Receiver "",
    /// What an agency further on did with the order to erase.
    OnwardErasure = 28 "onward-erasure" Receiver "",
}

use EventKind::{
    Accepted, Answered, AppointmentCancelled, Asked, CancelRefused, CancelRequested, Completed,
    EnteredInError, Failed, IdentityReleased, OnwardErasure, OnwardOutcome, PutOnHold,
    ReferredOnward, Rejected, Retained, Scheduled,
};

impl EventKind {
    /// The step of a code.
    pub fn by_code(code: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.code() == code)
    }

    /// The step of a command.
    pub fn by_command(command: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| !command.is_empty() && k.command() == command)
    }

    /// The step of a name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|k| k.name() == name)
    }

    /// Whether it gives fields of the form ([`super::Supplement`]).
    pub const fn carries_fields(self) -> bool {
        matches!(self, Answered | IdentityReleased)
    }

    /// What it carries (`spec/referral.md`, Events).
    pub fn shape(self) -> Shape {
        let code: Option<&CodeList> = match self {
            Rejected | CancelRequested | CancelRefused | EnteredInError | AppointmentCancelled
            | PutOnHold | Failed => Some(&REASON),
            Completed | OnwardOutcome => Some(&OUTCOME),
            Retained => Some(&RETENTION_BASIS),
            OnwardErasure => Some(&ERASURE),
            _ => None,
        };
        Shape {
            code,
            at: matches!(self, Scheduled | Retained),
            fields: self == Asked,
            safe_contact: self == Accepted,
            agency: matches!(self, Rejected | ReferredOnward | OnwardErasure),
            basis: self == OnwardErasure,
            claims: self == Self::Erased,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn codes_names_and_commands_are_unique() {
        let all = EventKind::ALL;
        let codes: BTreeSet<_> = all.iter().map(|k| k.code()).collect();
        let names: BTreeSet<_> = all.iter().map(|k| k.name()).collect();
        let commands: Vec<_> = all.iter().map(|k| k.command()).filter(|c| !c.is_empty()).collect();
        assert_eq!((codes.len(), names.len()), (all.len(), all.len()));
        assert_eq!(commands.iter().collect::<BTreeSet<_>>().len(), commands.len());
    }
}
