//! Reading a consent record that a caseworker completed.

use ihala_envelope::{AgencyId, Personal};

use super::{Grant, NAME, Record, State};
use crate::codes::{CONSENT_METHOD, GIVEN_BY, PURPOSE};
use crate::date;
use crate::limits::RECIPIENTS_MAX;
use crate::toml_read::{self, Mistakes, Report, Table, Value};

const KEYS: &[&str] = &[
    "consent",
    "answer",
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
        _ => report.fail(
            v.span().start,
            "`answer` must be \"given\" or \"refused\": what the person said after hearing the text",
        ),
    });
    let given_by = top.need_code("given_by", &GIVEN_BY, report);
    let method = top.need_code("method", &CONSENT_METHOD, report);
    let language = top.need_line("language", report);
    let case_code = top.need_line("case_code", report);
    let interpreter = top.line("interpreter", report);
    let witness = top.line("witness", report);
    let verbal = CONSENT_METHOD.by_name("verbal-with-witness").map(|c| c.id);
    if method == verbal && witness == Some(None) {
        let message = "`witness` must be filled in when consent was given verbally";
        report.add(top.at_key("witness"), message.into());
    }
    let given = top.need_date("date", report);
    let until = top.need_date("valid_until", report);
    if let (Some(given), Some(until)) = (given, until)
        && until < given
    {
        let message = "`valid_until` must not be before `date`";
        report.add(top.at_key("valid_until"), message.into());
    }
    let purposes = top.need_codes("purposes", &PURPOSE, report);
    let onward = match top.get("onward") {
        None => Some(false),
        Some(v) => report.flag(v, "onward"),
    };
    let grants = top.need("recipient", report).and_then(|v| grants(v, report));
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
        grants: grants?,
        onward: onward?,
    })
}

fn grants(value: &Value<'_>, report: &mut Report<'_>) -> Option<Vec<Grant>> {
    let tables = value.get_ref().as_array().filter(|a| a.len() <= RECIPIENTS_MAX);
    let Some(tables) = tables else {
        return report
            .fail(value.span().start, format!("write [[recipient]] up to {RECIPIENTS_MAX} times"));
    };
    let mut grants: Vec<Grant> = Vec::new();
    for table in tables {
        let table = Table::of(table, "[[recipient]]", report)?;
        table.only(&["agency", "name", "fields"], report);
        let agency = table.need("agency", report).and_then(|v| report.text(v, "agency"));
        let recipient = agency.and_then(|t| AgencyId::from_hex(t).ok());
        let fields = table.need_fields("fields", report);
        let Some(recipient) = recipient else {
            let message = "`agency` must be the 64 hexadecimal digits of an agency id";
            report.add(table.at_key("agency"), message.into());
            continue;
        };
        if grants.iter().any(|g| g.recipient == recipient) {
            report.add(table.at(), "this agency is named twice".into());
        }
        grants.push(Grant { recipient, fields: fields? });
    }
    Some(grants)
}
