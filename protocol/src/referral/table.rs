//! Which step each side may take, by its own state and the other's at the head
//! that it names.

use ihala_envelope::Refusal;
use minicbor::{Decode, Encode};

use super::event::EventKind;
use crate::rules::{REF_NOT_NOW, REF_WRONG_SIDE};

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

/// What the sender's chain says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum SenderState {
    /// It refers.
    #[n(0)]
    Requested,
    /// It has asked to cancel.
    #[n(1)]
    CancelRequested,
}

impl SenderState {
    /// Every state.
    pub const ALL: [Self; 2] = [Self::Requested, Self::CancelRequested];
}

/// How far the receiver has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Progress {
    /// No person has opened it.
    #[n(0)]
    New,
    /// A person has opened it.
    #[n(1)]
    Received,
    /// The service is promised.
    #[n(2)]
    Accepted,
    /// The service is being given.
    #[n(3)]
    InProgress,
    /// Declined.
    #[n(4)]
    Rejected,
    /// Ended with an outcome.
    #[n(5)]
    Completed,
    /// Stopped at the sender's request.
    #[n(6)]
    Cancelled,
}

impl Progress {
    /// Every state.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Received,
        Self::Accepted,
        Self::InProgress,
        Self::Rejected,
        Self::Completed,
        Self::Cancelled,
    ];

    const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Received | Self::Accepted | Self::InProgress)
    }
}

/// What the receiver's chain says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct ReceiverState {
    /// How far it has come.
    #[n(0)]
    pub progress: Progress,
    /// It goes on in spite of a request to cancel.
    #[n(1)]
    pub cancel_refused: bool,
}

impl ReceiverState {
    /// Before the receiver's first event.
    pub const NEW: Self = Self { progress: Progress::New, cancel_refused: false };
}

/// The sender's state after its step (REF-04, REF-05).
///
/// `own` is `None` before its first event; `other` is the receiver's state at
/// the head that the event names.
pub(super) fn sender_step(
    own: Option<SenderState>,
    other: ReceiverState,
    kind: EventKind,
) -> Result<SenderState, Refusal> {
    match (own, kind) {
        (None, EventKind::Requested) => Ok(SenderState::Requested),
        (Some(SenderState::Requested), EventKind::CancelRequested) if other.progress.is_open() => {
            Ok(SenderState::CancelRequested)
        }
        (_, EventKind::Requested | EventKind::CancelRequested) => {
            Err(REF_NOT_NOW.refuse_about(kind.name()))
        }
        _ => Err(REF_WRONG_SIDE.refuse_about(kind.name())),
    }
}

/// The receiver's state after its step (REF-04, REF-05); `other` is the sender's
/// state at the head that the event names.
pub(super) fn receiver_step(
    own: ReceiverState,
    other: SenderState,
    kind: EventKind,
) -> Result<ReceiverState, Refusal> {
    use EventKind as E;
    use Progress as P;
    let cancelling = other == SenderState::CancelRequested && own.progress.is_open();
    let progress = match (own.progress, kind) {
        (P::New, E::Received) => P::Received,
        (P::New | P::Received, E::Accepted) => P::Accepted,
        (P::New | P::Received, E::Rejected) => P::Rejected,
        (P::Accepted, E::Started) => P::InProgress,
        (P::Accepted | P::InProgress, E::Completed) => P::Completed,
        (_, E::CancelConfirmed) if cancelling => P::Cancelled,
        (_, E::CancelRefused) if cancelling && !own.cancel_refused => {
            return Ok(ReceiverState { cancel_refused: true, ..own });
        }
        (_, E::Requested | E::CancelRequested) => {
            return Err(REF_WRONG_SIDE.refuse_about(kind.name()));
        }
        _ => return Err(REF_NOT_NOW.refuse_about(kind.name())),
    };
    Ok(ReceiverState { progress, ..own })
}

/// The steps that `role` can take when the states are these.
pub fn choices(role: Role, sender: SenderState, receiver: ReceiverState) -> Vec<EventKind> {
    let possible = |kind: &EventKind| match role {
        Role::Sender => sender_step(Some(sender), receiver, *kind).is_ok(),
        Role::Receiver => receiver_step(receiver, sender, *kind).is_ok(),
    };
    EventKind::ALL.into_iter().filter(possible).collect()
}
