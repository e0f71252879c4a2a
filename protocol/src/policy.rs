//! What may be shared: one pure function, the same for sender and receiver.

use std::collections::BTreeMap;

use ihala_envelope::{AgencyId, Refusal, Rule, Timestamp};

use crate::codes::PURPOSE;
use crate::consent::Scope;
use crate::field_id::FieldId;
use crate::fields::{self, NOTE_ID, Sensitivity};
use crate::form::{Form, Value};
use crate::isp::{Clause, Isp, OwnField};
use crate::limits::CLOCK_SKEW;
use crate::rules::{
    FIELD_BY_CONSENT, FIELD_BY_ISP, FIELD_BY_STAGE, MARKED, NO_CLAUSE, NOT_ABOUT_PERSON,
    NOTHING_REMAINS, PURPOSE as PURPOSE_RULE, REQUIRED_WITHHELD, TWO_STAGES,
};

/// How much of a form is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The sender's question: as many stages as the protocol demands.
    AsRequired,
    /// All in one.
    OneStage,
    /// Coded fields only; the rest follows after the accept.
    First,
    /// The whole, after the accept.
    Second,
}

/// The question: may `sender` send this form to `recipient` at `now`?
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The agency that sends the referral.
    pub sender: &'a AgencyId,
    /// The agency that receives it.
    pub recipient: &'a AgencyId,
    /// The form, as filled in (sender) or as received so far (receiver).
    pub form: &'a Form,
    /// How much of it.
    pub disclosure: Disclosure,
    /// A protocol that both have signed.
    pub isp: &'a Isp,
    /// The consent's scope; `None` asks what the protocol alone would allow, to
    /// draft a consent from.
    pub consent: Option<&'a Scope>,
    /// The present time.
    pub now: Timestamp,
    /// Seconds granted before the start of consent and protocol: none at the sender;
    /// at the receiver, as much as the sender's clock may be ahead.
    pub skew: u64,
}

/// A permission: what goes, and what is withheld and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Permit {
    /// Ids of the fields that may be sent now, rising.
    pub fields: Vec<FieldId>,
    /// Ids of the fields that may follow after the accept, rising.
    pub later: Vec<FieldId>,
    /// Whether it goes in two stages.
    pub two_stages: bool,
    /// Fields of the form that may not go, with the rule that holds each back.
    pub withheld: Vec<(FieldId, &'static Rule)>,
    /// Labels of the clauses that permit it.
    pub clauses: Vec<String>,
    /// Whether notes may be written beside answers.
    pub notes: bool,
    /// Whether times of appointments may be told.
    pub appointments: bool,
}

impl Permit {
    /// Refuses unless everything may go: a receiver takes all of what it was sent, or nothing.
    pub fn whole(&self) -> Result<(), Refusal> {
        match self.withheld.first() {
            None => Ok(()),
            Some((field, rule)) => Err(rule.refuse_about(fields::path(*field))),
        }
    }

    /// All fields that the receiver comes to know, in either stage, rising.
    pub fn all_fields(&self) -> Vec<FieldId> {
        let mut all: Vec<FieldId> = self.fields.iter().chain(&self.later).copied().collect();
        all.sort_unstable();
        all
    }
}

/// The purpose that a form states, or the default.
pub fn purpose_of(form: &Form) -> u16 {
    let default = PURPOSE.codes[0].id;
    form.code(fields::PURPOSE_ID).unwrap_or(default)
}

/// Whether a form bears a mark that demands two stages whatever a protocol says.
pub fn is_marked(form: &Form) -> bool {
    matches!(form.get(fields::MARKS_ID), Some(Value::Codes(marks)) if !marks.is_empty())
}

/// Decides (POL-02 to POL-10, POL-12, ISP-06, CON-02 to CON-04).
pub fn decide(q: &Question<'_>) -> Result<Permit, Refusal> {
    q.isp.check_dates(q.now, q.skew)?;
    let purpose = purpose_of(q.form);
    let case_type = q.form.code(fields::CASE_TYPE_ID);
    let case_type = case_type.ok_or(NOT_ABOUT_PERSON.refuse_about("request.case_type"))?;
    let clauses = covering(q.isp, q.sender, q.recipient, case_type);
    if clauses.is_empty() {
        return Err(NO_CLAUSE.refuse_about(q.isp.title.clone()));
    }
    if !q.isp.purposes.contains(&purpose) {
        return Err(PURPOSE_RULE.refuse_about(q.isp.title.clone()));
    }
    let one_stage_allowed = clauses.iter().all(|c| c.single_stage);
    let marked = is_marked(q.form);
    if q.disclosure == Disclosure::OneStage && marked {
        return Err(MARKED.refuse());
    }
    if q.disclosure == Disclosure::OneStage && !one_stage_allowed {
        return Err(TWO_STAGES.refuse());
    }
    if let Some(scope) = q.consent {
        scope.check(q.recipient, purpose, q.now, q.skew)?;
    }
    let two_stages = match q.disclosure {
        Disclosure::AsRequired => marked || !one_stage_allowed,
        Disclosure::OneStage => false,
        Disclosure::First | Disclosure::Second => true,
    };
    let own = q.isp.own_by_id();
    // Of own fields, those of this protocol, with values that they may hold.
    let is_taken = |id: FieldId| match id {
        FieldId::Known(_) => true,
        FieldId::Own(_) => {
            own.get(&id).zip(q.form.get(id)).is_some_and(|(field, value)| field.fits(value))
        }
    };
    let rule_against = |id: FieldId| match is_taken(id) {
        true => rule_against(id, &clauses, q.consent),
        false => Some(&FIELD_BY_ISP),
    };
    let mut permit = Permit {
        fields: Vec::new(),
        later: Vec::new(),
        two_stages,
        withheld: Vec::new(),
        clauses: clauses.iter().map(|c| c.label.clone()).collect(),
        notes: rule_against(NOTE_ID).is_none(),
        appointments: rule_against(fields::APPOINTMENT_ID).is_none(),
    };
    for id in q.form.ids() {
        let waits = two_stages && q.disclosure != Disclosure::Second && !is_coded(id, &own);
        match rule_against(id) {
            Some(rule) => permit.withheld.push((id, rule)),
            None if !waits => permit.fields.push(id),
            None if q.disclosure == Disclosure::AsRequired => permit.later.push(id),
            None => permit.withheld.push((id, &FIELD_BY_STAGE)),
        }
    }
    if permit.fields.is_empty() {
        return Err(NOTHING_REMAINS.refuse());
    }
    let definition = q.form.definition();
    let needed = |f: &&&fields::Field| {
        definition.required.contains(&f.id)
            && (q.disclosure != Disclosure::First || f.sensitivity == Sensitivity::Coded)
    };
    let mut required: Vec<_> = definition.fields.iter().filter(needed).collect();
    required.sort_by_key(|f| f.id);
    for field in required {
        if permit.withheld.iter().any(|(id, _)| *id == field.id) {
            return Err(REQUIRED_WITHHELD.refuse_about(field.path));
        }
        if !permit.fields.contains(&field.id) && !permit.later.contains(&field.id) {
            return Err(NOT_ABOUT_PERSON.refuse_about(field.path));
        }
    }
    Ok(permit)
}

/// Whether a field may go before anyone has accepted; `own` are the protocol's own fields.
pub fn is_coded(id: FieldId, own: &BTreeMap<FieldId, &OwnField>) -> bool {
    let sensitivity = match id {
        FieldId::Known(_) => fields::by_id(id).map(|field| field.sensitivity),
        FieldId::Own(_) => own.get(&id).map(|field| field.sensitivity),
    };
    sensitivity == Some(Sensitivity::Coded)
}

/// A referral that stands, and what may still be said in it.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The protocol under which it was made.
    pub isp: &'a Isp,
    /// What its consent covers.
    pub scope: &'a Scope,
    /// The agency that sent it.
    pub sender: &'a AgencyId,
    /// The agency that received it.
    pub recipient: &'a AgencyId,
    /// Its case type.
    pub case_type: u16,
}

/// Whether something may be told beside an answer: `field` is `feedback.note` or
/// `feedback.appointment` (POL-04, POL-05, CON-03). It goes both ways under the clauses
/// of the referral itself.
pub fn may_tell(standing: &Standing<'_>, field: FieldId, now: Timestamp) -> Result<(), Refusal> {
    let Standing { isp, scope, sender, recipient, case_type } = *standing;
    isp.check_dates(now, CLOCK_SKEW)?;
    let clauses = covering(isp, sender, recipient, case_type);
    match rule_against(field, &clauses, Some(scope)) {
        Some(rule) => Err(rule.refuse_about(fields::path(field))),
        None if now > scope.valid_until => Err(crate::rules::CONSENT_EXPIRED.refuse()),
        None => Ok(()),
    }
}

fn covering<'i>(
    isp: &'i Isp,
    sender: &AgencyId,
    recipient: &AgencyId,
    case_type: u16,
) -> Vec<&'i Clause> {
    if !isp.has_party(sender) || !isp.has_party(recipient) {
        return Vec::new();
    }
    isp.clauses.iter().filter(|c| c.covers(sender, recipient, case_type)).collect()
}

fn rule_against(
    id: FieldId,
    clauses: &[&Clause],
    consent: Option<&Scope>,
) -> Option<&'static Rule> {
    if !clauses.iter().any(|c| c.fields.contains(&id)) {
        Some(&FIELD_BY_ISP)
    } else if consent.is_some_and(|scope| !scope.fields.contains(&id)) {
        Some(&FIELD_BY_CONSENT)
    } else {
        None
    }
}
