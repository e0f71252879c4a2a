//! What may be shared: one pure function, the same for sender and receiver.

use ihala_envelope::{AgencyId, Refusal, Rule, Timestamp};

use crate::codes::PURPOSE;
use crate::consent::Scope;
use crate::fields::{self, FIELDS, NOTE_ID};
use crate::form::{Form, Value};
use crate::isp::{Clause, Isp};
use crate::limits::CLOCK_SKEW;
use crate::rules::{
    FIELD_BY_CONSENT, FIELD_BY_ISP, MARKED, NO_CLAUSE, NOT_ABOUT_PERSON, NOTHING_REMAINS,
    PURPOSE as PURPOSE_RULE, REQUIRED_WITHHELD, TWO_STAGES,
};

/// The question: may `sender` send this form to `recipient` at `now`?
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The agency that sends the referral.
    pub sender: &'a AgencyId,
    /// The agency that receives it.
    pub recipient: &'a AgencyId,
    /// The form, as filled in (sender) or as received (receiver).
    pub form: &'a Form,
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
    /// Ids of the fields that may be sent, rising.
    pub fields: Vec<u16>,
    /// Fields of the form that may not, with the rule that holds each back.
    pub withheld: Vec<(u16, &'static Rule)>,
    /// Labels of the clauses that permit it.
    pub clauses: Vec<String>,
    /// Whether notes may be written beside answers.
    pub notes: bool,
}

/// The purpose that a form states, or the default.
pub fn purpose_of(form: &Form) -> u16 {
    let default = PURPOSE.codes[0].id;
    form.code(fields::PURPOSE_ID).unwrap_or(default)
}

/// Decides (POL-02 to POL-10, ISP-06, CON-02 to CON-04).
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
    if matches!(q.form.get(fields::MARKS_ID), Some(Value::Codes(marks)) if !marks.is_empty()) {
        return Err(MARKED.refuse());
    }
    if !clauses.iter().all(|c| c.single_stage) {
        return Err(TWO_STAGES.refuse());
    }
    if let Some(scope) = q.consent {
        scope.check(q.recipient, purpose, q.now, q.skew)?;
    }
    let rule_against = |id: u16| rule_against(id, &clauses, q.consent);
    let (mut fields, mut withheld) = (Vec::new(), Vec::new());
    for id in q.form.ids() {
        match rule_against(id) {
            None => fields.push(id),
            Some(rule) => withheld.push((id, rule)),
        }
    }
    if fields.is_empty() {
        return Err(NOTHING_REMAINS.refuse());
    }
    for field in FIELDS.iter().filter(|f| f.required) {
        if withheld.iter().any(|(id, _)| *id == field.id) {
            return Err(REQUIRED_WITHHELD.refuse_about(field.path));
        }
        if !fields.contains(&field.id) {
            return Err(NOT_ABOUT_PERSON.refuse_about(field.path));
        }
    }
    Ok(Permit {
        fields,
        withheld,
        clauses: clauses.iter().map(|c| c.label.clone()).collect(),
        notes: rule_against(NOTE_ID).is_none(),
    })
}

/// Whether a note may stand beside an answer in a referral of `case_type` that
/// `sender` made to `recipient` (POL-04, POL-05). Notes go both ways under the
/// clauses of the referral itself.
pub fn note_allowed(
    isp: &Isp,
    scope: &Scope,
    sender: &AgencyId,
    recipient: &AgencyId,
    case_type: u16,
    now: Timestamp,
) -> Result<(), Refusal> {
    isp.check_dates(now, CLOCK_SKEW)?;
    let clauses = covering(isp, sender, recipient, case_type);
    match rule_against(NOTE_ID, &clauses, Some(scope)) {
        Some(rule) => Err(rule.refuse_about("feedback.note")),
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

fn rule_against(id: u16, clauses: &[&Clause], consent: Option<&Scope>) -> Option<&'static Rule> {
    if !clauses.iter().any(|c| c.fields.contains(&id)) {
        Some(&FIELD_BY_ISP)
    } else if consent.is_some_and(|scope| !scope.fields.contains(&id)) {
        Some(&FIELD_BY_CONSENT)
    } else {
        None
    }
}
