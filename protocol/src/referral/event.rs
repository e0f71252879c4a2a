//! Referral events: the payload of a message of kind 1.

use ihala_envelope::{AgencyId, Digest, Personal, Refusal, Timestamp, cbor};
use minicbor::{Decode, Encode};

use super::step::EventKind::{self, Answered, Requested};
use crate::codes::{CONTACT_METHOD, ERASURE, NOT_TOLD, RETENTION_BASIS};
use crate::consent::Scope;
use crate::definition::About;
use crate::field_id::FieldId;
use crate::form::Form;
use crate::handover::Handover;
use crate::limits::{ASK_MAX, LINE_MAX, NOTE_MAX};
use crate::rules::{DEL_WITHHELD, REF_FORM, REF_REASON};
use crate::text::is_text;

/// What the first event carries: the referral itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Request {
    /// The fields that go to this recipient now.
    #[n(1)]
    pub form: Form,
    /// Digest of the protocol version that it is judged by.
    #[n(2)]
    pub isp: Digest,
    /// The consent's scope for this recipient and these fields.
    #[n(3)]
    pub consent: Scope,
    /// Whether these are coded fields only, and the rest follows after the accept.
    #[n(4)]
    pub two_stages: bool,
    /// Whether responsibility for the case moves with the accept (a transfer).
    #[n(5)]
    pub transfer: bool,
    /// Where the request comes from.
    #[n(6)]
    pub handover: Handover,
}

/// More fields of the form: the second stage, or what the receiver asked for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Supplement {
    /// The fields.
    #[n(1)]
    pub form: Form,
    /// The consent's scope for these fields.
    #[n(2)]
    pub consent: Scope,
    /// A note beside them.
    #[n(3)]
    pub note: Option<Personal<String>>,
    /// In an answer, why not all that was asked for is told: a code of `NOT_TOLD`.
    #[n(4)]
    pub not_told: Option<u16>,
}

/// What every other event may carry; each step has its own shape ([`EventKind::shape`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    /// A code of the step's list.
    #[n(1)]
    pub code: Option<u16>,
    /// A note, where protocol and consent cover `feedback.note`.
    #[n(2)]
    pub note: Option<Personal<String>>,
    /// The time of an appointment, or until when something is retained.
    #[n(3)]
    pub at: Option<Timestamp>,
    /// The safe-contact obligations are acknowledged.
    #[n(4)]
    pub safe_contact: Option<bool>,
    /// Fields that are asked for, rising.
    #[n(5)]
    pub fields: Option<Vec<FieldId>>,
    /// Another agency: where to try instead, or which one answered an order.
    #[n(6)]
    pub agency: Option<AgencyId>,
    /// In a referral to a receiver without a node: who told us of its step, and how.
    #[n(7)]
    pub report: Option<Report>,
    /// Code of `RETENTION_BASIS`: on which basis the agency further on keeps what it has;
    /// `at` tells until when.
    #[n(8)]
    pub basis: Option<u16>,
    /// Of an erasure: when the last receive secret dies that opens what was captured on its way.
    #[n(9)]
    pub keys_until: Option<Timestamp>,
    /// Of an erasure: the last day of the last backup that may hold it.
    #[n(10)]
    pub backups_until: Option<Timestamp>,
}

/// How a step of a receiver without a node came to be known. It is *reported*, by the
/// sender's caseworker, and never *signed* by the receiver. It never travels.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Report {
    /// Who said it.
    #[n(1)]
    pub said_by: Personal<String>,
    /// Code of `CONTACT_METHOD`.
    #[n(2)]
    pub how: u16,
    /// When it was said.
    #[n(3)]
    pub at: Timestamp,
}

/// One step of a referral.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The sender refers.
    Requested(Box<Request>),
    /// The sender gives more fields.
    Supplied(EventKind, Box<Supplement>),
    /// Any other step.
    Step(EventKind, Answer),
}

impl Event {
    /// Which step it is.
    pub const fn kind(&self) -> EventKind {
        match self {
            Self::Requested(_) => Requested,
            Self::Supplied(kind, _) | Self::Step(kind, _) => *kind,
        }
    }

    /// The note, if it has one.
    pub fn note(&self) -> Option<&Personal<String>> {
        match self {
            Self::Requested(_) => None,
            Self::Supplied(_, supplement) => supplement.note.as_ref(),
            Self::Step(_, answer) => answer.note.as_ref(),
        }
    }

    /// Checks what a person supplied: the members that the step has (REF-10), and
    /// their form (REF-01).
    pub fn step(kind: EventKind, answer: Answer) -> Result<Self, Refusal> {
        let shape = kind.shape();
        if kind == Requested || kind.carries_fields() || !is_well_formed(&answer) {
            return Err(REF_FORM.refuse());
        }
        let coded = match (shape.code, answer.code) {
            (Some(list), Some(id)) => list.by_id(id).is_some(),
            (None, None) => true,
            _ => false,
        };
        if !coded {
            return Err(REF_REASON.refuse_about(shape.code.map_or("", |l| l.name)));
        }
        let kept = answer.basis.is_some();
        let keeps = RETENTION_BASIS.by_id(answer.basis.unwrap_or_default()).is_some()
            && answer.code == ERASURE.by_name("retained").map(|c| c.id);
        let fits = answer.at.is_some() == (shape.at || kept)
            && (!kept || (shape.basis && keeps))
            && (shape.fields || answer.fields.is_none())
            && (shape.safe_contact || answer.safe_contact.is_none())
            // A note may have to be destroyed on the way, and the promise with it.
            && (answer.safe_contact.is_none() || answer.note.is_none())
            && (shape.agency || answer.agency.is_none())
            && (shape.claims || answer.keys_until.or(answer.backups_until).is_none());
        let asks = !shape.fields || answer.fields.is_some() || answer.note.is_some();
        if fits && asks { Ok(Self::Step(kind, answer)) } else { Err(REF_FORM.refuse()) }
    }

    /// A step that gives fields.
    pub fn supplied(kind: EventKind, supplement: Supplement) -> Result<Self, Refusal> {
        let noted = supplement.note.as_ref().is_none_or(is_note);
        let not_told = supplement
            .not_told
            .is_none_or(|code| kind == Answered && NOT_TOLD.by_id(code).is_some());
        let formed = noted && not_told && supplement.consent.is_well_formed();
        if !kind.carries_fields() || !formed {
            return Err(REF_FORM.refuse());
        }
        Ok(Self::Supplied(kind, Box::new(supplement)))
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
            Some(payload) => {
                cbor::from_slice::<Self>(payload.expose()).map_err(|_| REF_FORM.refuse())?
            }
        };
        if event.kind() != kind {
            return Err(REF_FORM.refuse());
        }
        match event {
            // What is about a service is no referral.
            Self::Requested(request)
                if request.form.definition().about == About::Person
                    && request.consent.is_well_formed()
                    && request.handover.is_well_formed() =>
            {
                Ok(Self::Requested(request))
            }
            Self::Requested(_) => Err(REF_FORM.refuse()),
            Self::Supplied(kind, supplement) => Self::supplied(kind, *supplement),
            Self::Step(kind, answer) => Self::step(kind, answer),
        }
    }
}

fn is_note(note: &Personal<String>) -> bool {
    is_text(note.expose(), NOTE_MAX, true)
}

fn is_well_formed(answer: &Answer) -> bool {
    let asked = |ids: &Vec<FieldId>| {
        (1..=ASK_MAX).contains(&ids.len())
            && ids.windows(2).all(|pair| pair[0] < pair[1])
            && ids
                .iter()
                .all(|id| matches!(id, FieldId::Own(_)) || crate::fields::by_id(*id).is_some())
    };
    let report = |report: &Report| {
        is_text(report.said_by.expose(), LINE_MAX, false)
            && CONTACT_METHOD.by_id(report.how).is_some()
            && report.at <= Timestamp::MAX
    };
    answer.note.as_ref().is_none_or(is_note)
        && answer.report.as_ref().is_none_or(report)
        && [answer.at, answer.keys_until, answer.backups_until]
            .iter()
            .all(|time| time.is_none_or(|time| time <= Timestamp::MAX))
        && answer.fields.as_ref().is_none_or(asked)
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
            Self::Supplied(_, supplement) => supplement.encode(e, ctx),
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
        let kind = EventKind::by_code(d.u8()?).ok_or_else(wrong)?;
        if kind == Requested {
            return Ok(Self::Requested(Box::new(Decode::decode(d, ctx)?)));
        }
        // What its members may be is for `from_payload` to say.
        if kind.carries_fields() {
            return Ok(Self::Supplied(kind, Box::new(Decode::decode(d, ctx)?)));
        }
        Ok(Self::Step(kind, Decode::decode(d, ctx)?))
    }
}
