//! Consent: the record that stays at the agency, and the scope that travels.
//!
//! The record names people (who gave it, interpreter, witness) and never leaves.
//! What travels is a [`Scope`]: the reference, purposes, fields and end date for
//! one recipient, so that the receiver can check the same rules again.

mod author;
mod receipt;

use ihala_envelope::{AgencyId, Personal, Refusal, Timestamp};
use minicbor::{Decode, Encode};

use crate::field_id::FieldId;
use crate::limits::SCOPE_ITEMS_MAX;
use crate::rules::{
    CONSENT_CASE, CONSENT_EXPIRED, CONSENT_PURPOSE, CONSENT_RECIPIENT, CONSENT_STATE,
};
use crate::toml_read::Mistakes;

pub use receipt::ConsentReceipt;

/// First line of a consent file.
pub const NAME: &str = "ihala-consent/1";

/// A random name of a consent record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Encode, Decode)]
#[cbor(transparent)]
pub struct ConsentId(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; 16]);

impl std::fmt::Display for ConsentId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
    }
}

/// Where a consent stands (ISO/IEC TS 27560, W3C DPV). Only *given* and *renewed* are
/// consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum State {
    /// The person said no.
    #[n(1)]
    Refused,
    /// The person said yes.
    #[n(2)]
    Given,
    /// The person has been asked, and has not answered yet.
    #[n(3)]
    Requested,
    /// The person wants to answer later.
    #[n(4)]
    Deferred,
    /// It cannot be found out.
    #[n(5)]
    Unknown,
    /// The person said yes again, to the same.
    #[n(6)]
    Renewed,
    /// Its time has passed.
    #[n(7)]
    Expired,
    /// It was never valid: the wrong person was asked, or under pressure.
    #[n(8)]
    Invalidated,
    /// Somebody else ended it: a court, a guardian, the agency.
    #[n(9)]
    Revoked,
    /// The person ended it.
    #[n(10)]
    Withdrawn,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 10] = [
        Self::Refused,
        Self::Given,
        Self::Requested,
        Self::Deferred,
        Self::Unknown,
        Self::Renewed,
        Self::Expired,
        Self::Invalidated,
        Self::Revoked,
        Self::Withdrawn,
    ];

    /// Its name in files and on screens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Given => "given",
            Self::Requested => "requested",
            Self::Deferred => "deferred",
            Self::Unknown => "unknown",
            Self::Renewed => "renewed",
            Self::Expired => "expired",
            Self::Invalidated => "invalidated",
            Self::Revoked => "revoked",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the person agrees.
    const fn agrees(self) -> bool {
        matches!(self, Self::Given | Self::Renewed)
    }
}

/// Whom a grant is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Recipient {
    /// One agency.
    #[n(1)]
    Agency(#[n(0)] AgencyId),
    /// Any agency to which a protocol lets this case type go: a code of `CASE_TYPE`.
    #[n(2)]
    Class(#[n(0)] u16),
}

/// What one recipient, or one class of them, may receive.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Grant {
    /// For whom.
    #[n(0)]
    pub recipient: Recipient,
    /// Ids of the fields, rising.
    #[n(1)]
    pub fields: Vec<FieldId>,
}

/// Another ground than consent: recorded with a reason and who authorised it, never a
/// silent override.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct OtherBasis {
    /// Code of `LEGAL_BASIS`.
    #[n(1)]
    pub basis: u16,
    /// Why.
    #[n(2)]
    pub reason: Personal<String>,
    /// Who authorised it, by name.
    #[n(3)]
    pub authorised_by: Personal<String>,
}

/// Who spoke for a child, and what the child said.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Guardianship {
    /// Their name.
    #[n(1)]
    pub name: Personal<String>,
    /// Their relationship to the child.
    #[n(2)]
    pub relationship: Personal<String>,
    /// Code of `ASSENT`.
    #[n(3)]
    pub assent: u16,
}

/// A consent as the agency keeps it. Never travels.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Record {
    /// Whose case it is.
    #[n(1)]
    pub case_code: Personal<String>,
    /// Where it stands.
    #[n(2)]
    pub state: State,
    /// Code of `GIVEN_BY`.
    #[n(3)]
    pub given_by: u16,
    /// Code of `CONSENT_METHOD`; 0 if nothing was given.
    #[n(4)]
    pub method: u16,
    /// The language in which the text was read.
    #[n(5)]
    pub language: String,
    /// The interpreter's name, if there was one.
    #[n(6)]
    pub interpreter: Option<Personal<String>>,
    /// The witness's name, if there was one.
    #[n(7)]
    pub witness: Option<Personal<String>>,
    /// When it was given: the first second of that day.
    #[n(8)]
    pub given_at: Timestamp,
    /// Last second in which it holds.
    #[n(9)]
    pub valid_until: Timestamp,
    /// Codes of `PURPOSE`.
    #[n(10)]
    pub purposes: Vec<u16>,
    /// What each recipient may receive.
    #[n(11)]
    pub grants: Vec<Grant>,
    /// Whether recipients may refer the person onward with what they were sent.
    #[n(12)]
    pub onward: bool,
    /// The ground, where it is not consent.
    #[n(13)]
    pub other_basis: Option<OtherBasis>,
    /// Who spoke for a child.
    #[n(14)]
    pub guardianship: Option<Guardianship>,
    /// Why a child's caregiver was not asked: a code of `NOT_INFORMED`.
    #[n(15)]
    pub caregiver_not_asked: Option<u16>,
    /// How the state came about, the newest last.
    #[n(16)]
    pub changes: Vec<StateChange>,
    /// Agencies from which it was withdrawn, whatever the grants say.
    #[n(17)]
    pub excluded: Vec<AgencyId>,
    /// Whether a paper about it, found by the wrong eyes, can harm the person.
    #[n(18)]
    pub paper_can_harm: bool,
}

/// A change of a consent's state.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct StateChange {
    /// What it became.
    #[n(1)]
    pub state: State,
    /// When.
    #[n(2)]
    pub at: Timestamp,
    /// Why, where somebody else than the person ended it.
    #[n(3)]
    pub reason: Option<Personal<String>>,
    /// How it was given, where it was given again.
    #[n(4)]
    pub again: Option<Again>,
}

/// How a person said yes again.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Again {
    /// Code of `CONSENT_METHOD`.
    #[n(1)]
    pub method: u16,
    /// The language in which the text was read.
    #[n(2)]
    pub language: String,
    /// The interpreter's name, if there was one.
    #[n(3)]
    pub interpreter: Option<Personal<String>>,
    /// The witness's name, if there was one.
    #[n(4)]
    pub witness: Option<Personal<String>>,
}

/// What travels of a consent: enough for the receiver to check it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Scope {
    /// Names the record at the agency that holds it.
    #[n(1)]
    pub reference: ConsentId,
    /// The recipient that it was given for.
    #[n(2)]
    pub recipient: AgencyId,
    /// Codes of `PURPOSE`.
    #[n(3)]
    pub purposes: Vec<u16>,
    /// Ids of the fields.
    #[n(4)]
    pub fields: Vec<FieldId>,
    /// First second in which it holds.
    #[n(5)]
    pub valid_from: Timestamp,
    /// Last second in which it holds.
    #[n(6)]
    pub valid_until: Timestamp,
    /// Whether the recipient may refer the person onward with what it was sent.
    #[n(7)]
    pub onward: bool,
}

impl Scope {
    /// Whether lists rise and times are real: what a peer sends is bounded.
    pub(crate) fn is_well_formed(&self) -> bool {
        fn rising<T: PartialOrd>(ids: &[T]) -> bool {
            ids.windows(2).all(|p| p[0] < p[1])
        }
        !self.purposes.is_empty()
            && self.purposes.len() <= SCOPE_ITEMS_MAX
            && self.fields.len() <= SCOPE_ITEMS_MAX
            && rising(&self.purposes)
            && rising(&self.fields)
            && self.valid_until <= Timestamp::MAX
    }

    /// Whether the scope covers a referral to `recipient` for `purpose` at `now`
    /// (CON-02, CON-03, CON-04). Fields are judged one by one elsewhere.
    pub fn check(
        &self,
        recipient: &AgencyId,
        purpose: u16,
        now: Timestamp,
        skew: u64,
    ) -> Result<(), Refusal> {
        if self.recipient != *recipient {
            return Err(CONSENT_RECIPIENT.refuse());
        }
        if now.plus(skew) < self.valid_from || now > self.valid_until {
            return Err(CONSENT_EXPIRED.refuse());
        }
        if !self.purposes.contains(&purpose) {
            return Err(CONSENT_PURPOSE.refuse());
        }
        Ok(())
    }
}

impl Record {
    /// Sets its state.
    pub fn becomes(&mut self, state: State, at: Timestamp, reason: Option<Personal<String>>) {
        self.state = state;
        self.changes.push(StateChange { state, at, reason, again: None });
    }

    /// The person says yes again, to the same, until another day.
    pub fn is_given_again(&mut self, at: Timestamp, valid_until: Timestamp, again: Again) {
        (self.state, self.valid_until) = (State::Renewed, valid_until);
        let again = Some(again);
        self.changes.push(StateChange { state: self.state, at, reason: None, again });
    }

    /// Whether it permits processing: the person agrees, or there is another legal basis and
    /// nobody has ended it. That basis never turns what the person said into a yes.
    pub const fn permits(&self) -> bool {
        let by_other_basis = self.other_basis.is_some()
            && matches!(self.state, State::Refused | State::Deferred | State::Unknown);
        self.state.agrees() || by_other_basis
    }

    /// Whether it says who spoke for a child, or why the caregiver was not asked.
    pub const fn speaks_for_child(&self) -> bool {
        self.guardianship.is_some() || self.caregiver_not_asked.is_some()
    }

    /// Where it stands at `now`: what was given and whose time has passed has expired.
    pub fn state_at(&self, now: Timestamp) -> State {
        if self.permits() && now > self.valid_until { State::Expired } else { self.state }
    }

    /// The scope for one recipient and one case of a type (CON-02, CON-05, CON-06).
    pub fn scope(
        &self,
        reference: ConsentId,
        recipient: &AgencyId,
        case_code: Option<&str>,
        case_type: u16,
    ) -> Result<Scope, Refusal> {
        if !self.permits() {
            return Err(CONSENT_STATE.refuse());
        }
        if case_code != Some(self.case_code.expose().as_str()) {
            return Err(CONSENT_CASE.refuse());
        }
        if self.excluded.contains(recipient) {
            return Err(CONSENT_RECIPIENT.refuse());
        }
        // What names the agency goes before what names its class.
        let grant = |wanted: Recipient| self.grants.iter().find(|g| g.recipient == wanted);
        let grant =
            grant(Recipient::Agency(*recipient)).or_else(|| grant(Recipient::Class(case_type)));
        let grant = grant.ok_or(CONSENT_RECIPIENT.refuse())?;
        Ok(Scope {
            reference,
            recipient: *recipient,
            purposes: self.purposes.clone(),
            fields: grant.fields.clone(),
            valid_from: self.given_at,
            valid_until: self.valid_until,
            onward: self.onward,
        })
    }

    /// Whether a recipient is named.
    pub fn names(&self, agency: &AgencyId) -> bool {
        self.grants.iter().any(|grant| grant.recipient == Recipient::Agency(*agency))
    }

    /// Takes out everything that tells of the person: what is left says that there was a
    /// consent, and what became of it.
    pub fn forget(&mut self) {
        self.case_code = Personal::new(String::new());
        self.interpreter = None;
        self.witness = None;
        self.grants.clear();
        self.excluded.clear();
        self.purposes.clear();
        self.language.clear();
        self.other_basis = None;
        self.guardianship = None;
        self.caregiver_not_asked = None;
        (self.given_by, self.method) = (0, 0);
        for change in &mut self.changes {
            (change.reason, change.again) = (None, None);
        }
    }

    /// The own fields that a consent file names, by path and digest.
    pub fn own_fields_in(text: &str) -> Vec<(String, FieldId)> {
        author::own_fields_in(text)
    }

    /// Reads a consent file, as `ihala consent draft` writes it and a caseworker
    /// completes it.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        author::read(text)
    }
}
