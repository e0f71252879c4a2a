//! Reading a consent record that a caseworker completed.

use ihala_envelope::{AgencyId, Digest, Personal};

use super::{Grant, Guardianship, NAME, OtherBasis, Recipient, Record, State};
use crate::codes::{
    ASSENT, CASE_TYPE, CONSENT_METHOD, GIVEN_BY, LEGAL_BASIS, NOT_INFORMED, PURPOSE,
};
use crate::date;
use crate::field_id::FieldId;
use crate::fields::MARKS_ID;
use crate::labels::sentence;
use crate::limits::{RECIPIENTS_MAX, VALID_MAX};
use crate::toml_read::{self, Mistakes, Report, Table, Value, plain};

const KEYS: &[&str] = &[
    "consent",
    "answer",
    "basis",
    "reason",
    "authorised_by",
    "guardian",
    "guardian_relationship",
    "assent",
    "caregiver_not_asked",
    "given_by",
    "method",
    "language",
    "interpreter",
    "witness",
    "date",
    "valid_until",
    "case_code",
    "purposes",
    "onward",
    "paper_can_harm",
    "recipient",
];

pub(super) fn read(text: &str) -> Result<Record, Mistakes> {
    toml_read::read(text, |top, report| record(Table::top(top), report))
}

fn record(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Record> {
    top.only(KEYS, report);
    top.expect_name("consent", NAME, report);
    let state = top.need("answer", report).and_then(|v| match v.get_ref().as_str() {
        Some("given") => Some(State::Given),
        Some("refused") => Some(State::Refused),
        Some("requested") => Some(State::Requested),
        Some("deferred") => Some(State::Deferred),
        Some("unknown") => Some(State::Unknown),
        _ => report.fail(v.span().start, sentence("mistake-consent-answer")),
    });
    let given_by = top.need_code("given_by", &GIVEN_BY, report);
    let method = match top.get("method") {
        Some(v) if state != Some(State::Given) && v.get_ref().as_str() == Some("") => Some(0),
        _ => top.need_code("method", &CONSENT_METHOD, report),
    };
    let language = top.need_line("language", report);
    let case_code = top.need_line("case_code", report);
    let interpreter = top.line("interpreter", report);
    let witness = top.line("witness", report);
    let verbal = CONSENT_METHOD.by_name("verbal-with-witness").map(|c| c.id);
    if method == verbal && witness == Some(None) {
        report.add(top.at_key("witness"), sentence("mistake-consent-witness"));
    }
    let other_basis = other_basis(top, report);
    let guardianship = guardianship(top, given_by, report);
    let refused = ASSENT.by_name("refused").map(|c| c.id);
    if let (Some(Some(g)), Some(None), Some(State::Given)) = (&guardianship, &other_basis, state)
        && Some(g.assent) == refused
    {
        report.add(top.at_key("assent"), sentence("mistake-consent-assent"));
    }
    let not_asked = match top.get("caregiver_not_asked") {
        Some(v) if v.get_ref().as_str() == Some("") => Some(None),
        Some(_) => top.need_code("caregiver_not_asked", &NOT_INFORMED, report).map(Some),
        None => Some(None),
    };
    let given = top.need_date("date", report);
    let until = top.need_date("valid_until", report);
    if let (Some(given), Some(until)) = (given, until)
        && (until < given || date::end_of(until) > date::end_of(given).plus(VALID_MAX))
    {
        report.add(top.at_key("valid_until"), sentence("mistake-consent-valid-until"));
    }
    if given.is_some_and(|day| day.year() < 2000) {
        report.add(top.at_key("date"), sentence("mistake-consent-date"));
    }
    let purposes = top.need_codes("purposes", &PURPOSE, report);
    let onward = match top.get("onward") {
        None => Some(false),
        Some(v) => report.flag(v, "onward"),
    };
    let paper_can_harm = match top.get("paper_can_harm") {
        None => Some(None),
        Some(v) => report.flag(v, "paper_can_harm").map(Some),
    };
    let grants = top.need("recipient", report).and_then(|v| grants(v, report));
    let grants = grants?;
    let marked = grants.iter().any(|grant| grant.fields.contains(&MARKS_ID));
    Some(Record {
        case_code: Personal::new(case_code?),
        state: state?,
        given_by: given_by?,
        method: method?,
        language: language?,
        interpreter: interpreter?.map(Personal::new),
        witness: witness?.map(Personal::new),
        given_at: date::start_of(given?),
        valid_until: date::end_of(until?),
        purposes: purposes?,
        grants,
        paper_can_harm: paper_can_harm?.unwrap_or(marked),
        onward: onward?,
        other_basis: other_basis?,
        guardianship: guardianship?,
        caregiver_not_asked: not_asked?,
        changes: Vec::new(),
        excluded: Vec::new(),
    })
}

/// Another ground than consent, with its reason and who authorised it.
fn other_basis(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Option<OtherBasis>> {
    if top.get("basis").is_none() {
        return Some(None);
    }
    let basis = top.need_code("basis", &LEGAL_BASIS, report)?;
    if basis == LEGAL_BASIS.codes[0].id {
        return Some(None);
    }
    let reason = top.need_line("reason", report);
    let authorised_by = top.need_line("authorised_by", report);
    Some(Some(OtherBasis {
        basis,
        reason: Personal::new(reason?),
        authorised_by: Personal::new(authorised_by?),
    }))
}

/// Who spoke for a child: needed when the person did not answer for themselves.
fn guardianship(
    top: Table<'_, '_>,
    given_by: Option<u16>,
    report: &mut Report<'_>,
) -> Option<Option<Guardianship>> {
    let person = GIVEN_BY.codes[0].id;
    if given_by.is_none_or(|by| by == person) {
        for key in ["guardian", "guardian_relationship", "assent"] {
            if top.get(key).is_some_and(|v| v.get_ref().as_str() != Some("")) {
                report.add(top.at_key(key), sentence("mistake-consent-guardian").with("key", key));
            }
        }
        return Some(None);
    }
    let name = top.need_line("guardian", report);
    let relationship = top.need_line("guardian_relationship", report);
    let assent = top.need_code("assent", &ASSENT, report);
    Some(Some(Guardianship {
        name: Personal::new(name?),
        relationship: Personal::new(relationship?),
        assent: assent?,
    }))
}

/// An own field as a draft writes it: its path, then `#` and the digest of its definition.
fn own_field(name: &str) -> Vec<FieldId> {
    named_own_field(name).map(|(_, id)| id).into_iter().collect()
}

fn named_own_field(name: &str) -> Option<(String, FieldId)> {
    let (path, digest) = plain(name).split_once('#').map(|(p, d)| (p.to_owned(), d.to_owned()))?;
    let digest = Digest::from_hex(&digest).ok().filter(|_| path.starts_with("own."))?;
    Some((path, FieldId::Own(digest)))
}

pub(super) fn own_fields_in(text: &str) -> Vec<(String, FieldId)> {
    let mut named = Vec::new();
    let _ = toml_read::read(text, |top, report| {
        let tables = Table::top(top).get("recipient")?.get_ref().as_array()?;
        for table in tables {
            let fields = Table::of(table, "[[recipient]]", report)?.get("fields")?;
            let names = report.texts(fields, "fields")?;
            named.extend(names.iter().filter_map(|(_, name)| named_own_field(name)));
        }
        Some(())
    });
    named
}

fn grants(value: &Value<'_>, report: &mut Report<'_>) -> Option<Vec<Grant>> {
    let tables = value.get_ref().as_array().filter(|a| a.len() <= RECIPIENTS_MAX);
    let Some(tables) = tables else {
        let what = sentence("mistake-consent-recipients").with("max", RECIPIENTS_MAX);
        return report.fail(value.span().start, what);
    };
    let mut grants: Vec<Grant> = Vec::new();
    for table in tables {
        let table = Table::of(table, "[[recipient]]", report)?;
        table.only(&["agency", "class", "name", "fields"], report);
        let fields = table.need_fields("fields", own_field, report);
        let recipient = if table.get("class").is_some() {
            table.need_code("class", &CASE_TYPE, report).map(Recipient::Class)
        } else {
            let agency = table.need("agency", report).and_then(|v| report.text(v, "agency"));
            agency.and_then(|t| AgencyId::from_hex(t).ok()).map(Recipient::Agency)
        };
        let Some(recipient) = recipient else {
            report.add(table.at_key("agency"), sentence("mistake-agency-id"));
            continue;
        };
        if grants.iter().any(|g| g.recipient == recipient) {
            report.add(table.at(), sentence("mistake-agency-twice"));
        }
        grants.push(Grant { recipient, fields: fields? });
    }
    Some(grants)
}
