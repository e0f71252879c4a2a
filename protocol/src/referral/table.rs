//! Which step each side may take, by its own state and the other's at the head
//! that it names (`spec/referral.md`, Which step is possible).

use ihala_envelope::Refusal;
use minicbor::{Decode, Encode};

use super::step::EventKind;
use crate::rules::{REF_NOT_NOW, REF_STOPPED, REF_WRONG_SIDE};

/// Which of the two agencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// The agency that refers.
    #[n(0)]
    Sender,
    /// The agency that is asked.
    #[n(1)]
    Receiver,
}

impl Role {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Sender => Self::Receiver,
            Self::Receiver => Self::Sender,
        }
    }
}

/// A closed set of values with a name each.
macro_rules! words {
    ($(#[$doc:meta])* $set:ident { $($(#[$vdoc:meta])* $variant:ident = $n:literal $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(index_only)]
        pub enum $set {
            $($(#[$vdoc])* #[n($n)] $variant,)*
        }
        impl $set {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];
            /// Its name in the specification.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

words! {
    /// Where the sender stands.
    Stage {
        /// It refers.
        Requested = 0 "requested",
        /// It has asked to cancel.
        CancelRequested = 1 "cancel-requested",
        /// It should never have sent this.
        EnteredInError = 2 "entered-in-error",
    }
}

words! {
    /// How far the sender's withdrawal goes.
    Withdrawal {
        /// It has withdrawn nothing.
        No = 0 "no",
        /// Nothing more is shared.
        Stopped = 1 "stopped",
        /// And what was sent is to be destroyed.
        Erase = 2 "erase",
    }
}

words! {
    /// How far the receiver has come.
    Progress {
        /// No person has opened it.
        New = 0 "new",
        /// A person has opened it.
        Received = 1 "received",
        /// The service is promised.
        Accepted = 2 "accepted",
        /// The service is being given.
        InProgress = 3 "in-progress",
        /// Declined.
        Rejected = 4 "rejected",
        /// Ended with an outcome.
        Completed = 5 "completed",
        /// Stopped at the sender's request.
        Cancelled = 6 "cancelled",
        /// Accepted, then dropped.
        Failed = 7 "failed",
    }
}

words! {
    /// The newest appointment.
    Appointment {
        /// There has been none.
        None = 0 "none",
        /// It is to come.
        Scheduled = 1 "scheduled",
        /// The person did not come.
        Unattended = 2 "unattended",
        /// It will not take place.
        Cancelled = 3 "cancelled",
        /// The person came.
        Attended = 4 "attended",
    }
}

words! {
    /// What the receiver has done with an order to erase.
    Erasure {
        /// Nothing yet.
        No = 0 "no",
        /// It keeps the data, on a legal basis.
        Retained = 1 "retained",
        /// It has destroyed the data.
        Erased = 2 "erased",
    }
}

impl Progress {
    /// Whether it can still come to a service.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Received | Self::Accepted | Self::InProgress)
    }

    const fn is_promised(self) -> bool {
        matches!(self, Self::Accepted | Self::InProgress)
    }
}

/// What the sender's chain says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct SenderState {
    /// Where it stands.
    #[n(0)]
    pub stage: Stage,
    /// The second stage has gone.
    #[n(1)]
    pub released: bool,
    /// Turned over with each answer: differs from [`ReceiverState::asked`] while a
    /// question is open.
    #[n(2)]
    pub answered: bool,
    /// How far its withdrawal goes.
    #[n(3)]
    pub withdrawal: Withdrawal,
}

impl SenderState {
    /// After the first event.
    pub const NEW: Self = Self {
        stage: Stage::Requested,
        released: false,
        answered: false,
        withdrawal: Withdrawal::No,
    };

    /// Every state.
    pub fn all() -> impl Iterator<Item = Self> {
        const FLAGS: [bool; 2] = [false, true];
        Stage::ALL.iter().flat_map(|stage| {
            FLAGS.into_iter().flat_map(move |released| {
                FLAGS.into_iter().flat_map(move |answered| {
                    Withdrawal::ALL.iter().map(move |withdrawal| Self {
                        stage: *stage,
                        released,
                        answered,
                        withdrawal: *withdrawal,
                    })
                })
            })
        })
    }
}

/// What the receiver's chain says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct ReceiverState {
    /// How far it has come.
    #[n(0)]
    pub progress: Progress,
    /// The newest appointment.
    #[n(1)]
    pub appointment: Appointment,
    /// It pauses.
    #[n(2)]
    pub on_hold: bool,
    /// It goes on in spite of a request to cancel.
    #[n(3)]
    pub cancel_refused: bool,
    /// Turned over with each question.
    #[n(4)]
    pub asked: bool,
    /// It has referred the person onward.
    #[n(5)]
    pub onward: bool,
    /// It was told that consent is withdrawn.
    #[n(6)]
    pub stopped: bool,
    /// What it has done with an order to erase.
    #[n(7)]
    pub erasure: Erasure,
}

impl ReceiverState {
    /// Before the receiver's first event.
    pub const NEW: Self = Self {
        progress: Progress::New,
        appointment: Appointment::None,
        on_hold: false,
        cancel_refused: false,
        asked: false,
        onward: false,
        stopped: false,
        erasure: Erasure::No,
    };

    /// Every state.
    pub fn all() -> impl Iterator<Item = Self> {
        Progress::ALL.iter().flat_map(|progress| {
            Appointment::ALL.iter().flat_map(move |appointment| {
                Erasure::ALL.iter().flat_map(move |erasure| {
                    (0..32u8).map(move |bits| Self {
                        progress: *progress,
                        appointment: *appointment,
                        on_hold: bits & 1 != 0,
                        cancel_refused: bits & 2 != 0,
                        asked: bits & 4 != 0,
                        onward: bits & 8 != 0,
                        stopped: bits & 16 != 0,
                        erasure: *erasure,
                    })
                })
            })
        })
    }
}

/// The sender's state after its step (REF-04, REF-05, REF-12).
///
/// `own` is `None` before its first event; `other` is the receiver's state at
/// the head that the event names.
pub fn sender_step(
    own: Option<SenderState>,
    other: ReceiverState,
    kind: EventKind,
) -> Result<SenderState, Refusal> {
    use EventKind as E;
    check_side(Role::Sender, kind)?;
    let Some(own) = own else {
        return if kind == E::Requested { Ok(SenderState::NEW) } else { not_now(kind) };
    };
    match kind {
        E::Stopped if own.withdrawal == Withdrawal::No => {
            return Ok(SenderState { withdrawal: Withdrawal::Stopped, ..own });
        }
        E::ErasureOrdered if own.withdrawal != Withdrawal::Erase => {
            return Ok(SenderState { withdrawal: Withdrawal::Erase, ..own });
        }
        E::Stopped | E::ErasureOrdered => return not_now(kind),
        _ => {}
    }
    if own.withdrawal != Withdrawal::No || other.stopped {
        return Err(REF_STOPPED.refuse_about(kind.name()));
    }
    // Also once more, after its request to cancel was refused.
    let refused = own.stage == Stage::CancelRequested && other.cancel_refused;
    let refers = own.stage == Stage::Requested || refused;
    match kind {
        E::EnteredInError if own.stage != Stage::EnteredInError => {
            Ok(SenderState { stage: Stage::EnteredInError, ..own })
        }
        E::CancelRequested if own.stage == Stage::Requested && other.progress.is_open() => {
            Ok(SenderState { stage: Stage::CancelRequested, ..own })
        }
        E::IdentityReleased if refers && !own.released && other.progress.is_promised() => {
            Ok(SenderState { released: true, ..own })
        }
        E::Answered if refers && other.progress.is_open() && other.asked != own.answered => {
            Ok(SenderState { answered: !own.answered, ..own })
        }
        E::Nudged if refers && other.progress.is_open() => Ok(own),
        _ => not_now(kind),
    }
}

/// The receiver's state after its step (REF-04, REF-05, REF-12); `other` is the
/// sender's state at the head that the event names.
pub fn receiver_step(
    own: ReceiverState,
    other: SenderState,
    kind: EventKind,
) -> Result<ReceiverState, Refusal> {
    use EventKind as E;
    use Progress as P;
    check_side(Role::Receiver, kind)?;
    let ordered = other.withdrawal == Withdrawal::Erase;
    let over = other.withdrawal != Withdrawal::No
        || other.stage == Stage::EnteredInError
        || own.stopped
        || !own.progress.is_open();
    match kind {
        E::Stopped if !own.stopped => {
            return Ok(ReceiverState { stopped: true, ..own });
        }
        E::Erased if own.erasure != Erasure::Erased && over => {
            return Ok(ReceiverState { erasure: Erasure::Erased, ..own });
        }
        E::Retained if own.erasure == Erasure::No && ordered => {
            return Ok(ReceiverState { erasure: Erasure::Retained, ..own });
        }
        E::OnwardErasure | E::ReferredOnward if own.onward => return Ok(own),
        E::Stopped | E::Erased | E::Retained | E::OnwardErasure => return not_now(kind),
        _ => {}
    }
    if own.stopped || other.withdrawal != Withdrawal::No || own.erasure == Erasure::Erased {
        return Err(REF_STOPPED.refuse_about(kind.name()));
    }
    if other.stage == Stage::EnteredInError {
        return not_now(kind);
    }
    let cancelling = other.stage == Stage::CancelRequested && own.progress.is_open();
    // A request to cancel is answered before anything new is promised.
    let free = !cancelling || own.cancel_refused;
    let goes_on = own.progress.is_promised() && free;
    let ends = |progress| Ok(ReceiverState { progress, on_hold: false, ..own });
    let meets = |appointment| Ok(ReceiverState { appointment, ..own });
    let awaited = own.progress.is_promised() && own.appointment == Appointment::Scheduled;
    match (own.progress, kind) {
        (P::New, E::Received) => ends(P::Received),
        (P::New | P::Received, E::Accepted) if free => ends(P::Accepted),
        (P::New | P::Received, E::Rejected) => ends(P::Rejected),
        (P::Accepted, E::Started) if goes_on && !own.on_hold => ends(P::InProgress),
        (P::Accepted | P::InProgress, E::Completed) => ends(P::Completed),
        (P::Accepted | P::InProgress, E::Failed) => ends(P::Failed),
        (_, E::CancelConfirmed) if cancelling => ends(P::Cancelled),
        (_, E::CancelRefused) if cancelling && !own.cancel_refused => {
            Ok(ReceiverState { cancel_refused: true, ..own })
        }
        (_, E::Asked) if own.progress.is_open() && free && own.asked == other.answered => {
            Ok(ReceiverState { asked: !own.asked, ..own })
        }
        (_, E::Scheduled) if goes_on && !own.on_hold => meets(Appointment::Scheduled),
        (_, E::Unattended) if awaited => meets(Appointment::Unattended),
        (_, E::AppointmentCancelled) if awaited => meets(Appointment::Cancelled),
        (_, E::Attended) if awaited => meets(Appointment::Attended),
        (_, E::PutOnHold) if goes_on && !own.on_hold => Ok(ReceiverState { on_hold: true, ..own }),
        (_, E::Resumed) if own.on_hold => Ok(ReceiverState { on_hold: false, ..own }),
        (_, E::ReferredOnward) if goes_on => Ok(ReceiverState { onward: true, ..own }),
        (_, E::OnwardOutcome) if own.onward => Ok(own),
        _ => not_now(kind),
    }
}

fn check_side(role: Role, kind: EventKind) -> Result<(), Refusal> {
    if kind.by().allows(role) { Ok(()) } else { Err(REF_WRONG_SIDE.refuse_about(kind.name())) }
}

fn not_now<T>(kind: EventKind) -> Result<T, Refusal> {
    Err(REF_NOT_NOW.refuse_about(kind.name()))
}

/// The steps that `role` can take when the states are these.
pub fn choices(role: Role, sender: SenderState, receiver: ReceiverState) -> Vec<EventKind> {
    let possible = |kind: &EventKind| match role {
        Role::Sender => sender_step(Some(sender), receiver, *kind).is_ok(),
        Role::Receiver => receiver_step(receiver, sender, *kind).is_ok(),
    };
    EventKind::ALL.iter().copied().filter(possible).collect()
}
