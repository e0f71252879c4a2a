//! Referral events: the payload of a message of kind 1.

use ihala_envelope::{Digest, Personal, Refusal, cbor};
use minicbor::{Decode, Encode};

use crate::codes::{CodeList, OUTCOME, REASON};
use crate::consent::Scope;
use crate::form::Form;
use crate::limits::NOTE_MAX;
use crate::rules::{DEL_WITHHELD, REF_FORM, REF_REASON};
use crate::text::is_text;

/// What the first event carries: the referral itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Request {
    /// The fields that go to this recipient.
    #[n(1)]
    pub form: Form,
    /// Digest of the protocol version that it is judged by.
    #[n(2)]
    pub isp: Digest,
    /// The consent's scope for this recipient.
    #[n(3)]
    pub consent: Scope,
}

/// What every later event may carry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    /// Code of `REASON` (decline, cancel, refuse to cancel) or of `OUTCOME` (complete).
    #[n(1)]
    pub code: Option<u16>,
    /// A note, where protocol and consent cover `feedback.note`.
    #[n(2)]
    pub note: Option<Personal<String>>,
}

/// One step of a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The sender refers.
    Requested(Box<Request>),
    /// Any later step.
    Step(EventKind, Answer),
}

/// The steps, by their code on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventKind {
    /// The sender refers.
    Requested,
    /// The sender asks to cancel.
    CancelRequested,
    /// A person at the receiver opened it.
    Received,
    /// The receiver will give the service.
    Accepted,
    /// The receiver will not.
    Rejected,
    /// The service has begun.
    Started,
    /// It has ended, with an outcome.
    Completed,
    /// The receiver has stopped at the sender's request.
    CancelConfirmed,
    /// The receiver goes on in spite of the sender's request.
    CancelRefused,
}

use EventKind::{
    Accepted, CancelConfirmed, CancelRefused, CancelRequested, Completed, Received, Rejected,
    Requested, Started,
};

impl EventKind {
    /// Every step.
    pub const ALL: [Self; 9] = [
        Requested,
        CancelRequested,
        Received,
        Accepted,
        Rejected,
        Started,
        Completed,
        CancelConfirmed,
        CancelRefused,
    ];

    /// Code on the wire.
    pub const fn code(self) -> u8 {
        match self {
            Requested => 1,
            CancelRequested => 2,
            Received => 3,
            Accepted => 4,
            Rejected => 5,
            Started => 6,
            Completed => 7,
            CancelConfirmed => 8,
            CancelRefused => 9,
        }
    }

    /// The step of a code.
    pub fn by_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }

    /// Name on screens and in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Requested => "requested",
            CancelRequested => "cancel-requested",
            Received => "received",
            Accepted => "accepted",
            Rejected => "rejected",
            Started => "started",
            Completed => "completed",
            CancelConfirmed => "cancel-confirmed",
            CancelRefused => "cancel-refused",
        }
    }

    /// The command that takes this step.
    pub const fn command(self) -> &'static str {
        match self {
            Requested => "refer",
            CancelRequested => "cancel",
            Received => "receive",
            Accepted => "accept",
            Rejected => "decline",
            Started => "start",
            Completed => "complete",
            CancelConfirmed => "confirm-cancel",
            CancelRefused => "refuse-cancel",
        }
    }

    /// The step of a command.
    pub fn by_command(command: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.command() == command)
    }

    /// The list that its code comes from, where it needs one.
    pub fn code_list(self) -> Option<&'static CodeList> {
        match self {
            Rejected | CancelRequested | CancelRefused => Some(&REASON),
            Completed => Some(&OUTCOME),
            _ => None,
        }
    }
}

impl Event {
    /// Which step it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Requested(_) => Requested,
            Self::Step(kind, _) => *kind,
        }
    }

    /// The note, if it has one.
    pub fn note(&self) -> Option<&Personal<String>> {
        match self {
            Self::Requested(_) => None,
            Self::Step(_, answer) => answer.note.as_ref(),
        }
    }

    /// Checks what a person supplied: the code that the step needs, and the note (REF-10).
    pub fn step(kind: EventKind, answer: Answer) -> Result<Self, Refusal> {
        let coded = match (kind.code_list(), answer.code) {
            (Some(list), Some(id)) => list.by_id(id).is_some(),
            (None, None) => true,
            _ => false,
        };
        let noted = answer.note.as_ref().is_none_or(|n| is_text(n.expose(), NOTE_MAX, true));
        if kind == Requested || !noted {
            return Err(REF_FORM.refuse());
        }
        if !coded {
            return Err(REF_REASON.refuse_about(kind.code_list().map_or("", |l| l.name)));
        }
        Ok(Self::Step(kind, answer))
    }

    /// The payload bytes.
    pub fn to_payload(&self) -> Personal<Vec<u8>> {
        Personal::new(cbor::to_vec(self))
    }

    /// Decodes the payload of an event whose signed part names `step` (REF-01). An
    /// event without payload is the bare step; a request cannot be bare (DEL-07).
    pub fn from_payload(step: u8, payload: Option<&Personal<Vec<u8>>>) -> Result<Self, Refusal> {
        let kind = EventKind::by_code(step).ok_or(REF_FORM.refuse())?;
        let event = match payload {
            None if kind == Requested => return Err(DEL_WITHHELD.refuse()),
            None => return Ok(Self::Step(kind, Answer::default())),
            Some(payload) => cbor::from_slice::<Self>(payload.expose()),
        };
        event.ok().filter(|e| e.kind() == kind && e.is_bounded()).ok_or(REF_FORM.refuse())
    }

    fn is_bounded(&self) -> bool {
        match self {
            Self::Requested(request) => request.consent.is_well_formed(),
            Self::Step(..) => true,
        }
    }
}

impl<C> Encode<C> for Event {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        e.array(2)?.u8(self.kind().code())?;
        match self {
            Self::Requested(request) => request.encode(e, ctx),
            Self::Step(_, answer) => answer.encode(e, ctx),
        }
    }
}

impl<'b, C> Decode<'b, C> for Event {
    fn decode(d: &mut minicbor::Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let wrong = || minicbor::decode::Error::message("not a referral event");
        if d.array()? != Some(2) {
            return Err(wrong());
        }
        let code = d.u8()?;
        let kind = EventKind::by_code(code).ok_or_else(wrong)?;
        if kind == Requested {
            return Ok(Self::Requested(Box::new(Decode::decode(d, ctx)?)));
        }
        Self::step(kind, Decode::decode(d, ctx)?).map_err(|_| wrong())
    }
}
