//! Consent: the record that stays at the agency, and the scope that travels.
//!
//! The record names people (who gave it, interpreter, witness) and never leaves.
//! What travels is a [`Scope`]: the reference, purposes, fields and end date for
//! one recipient, so that the receiver can check the same rules again.

use ihala_envelope::{AgencyId, Personal, Refusal, Timestamp};
use minicbor::{Decode, Encode};
use toml::de::DeTable;

use crate::codes::{CONSENT_METHOD, CodeList, GIVEN_BY, PURPOSE};
use crate::date;
use crate::fields;
use crate::form::is_text;
use crate::limits::{LINE_MAX, RECIPIENTS_MAX};
use crate::rules::{
    CONSENT_CASE, CONSENT_EXPIRED, CONSENT_PURPOSE, CONSENT_RECIPIENT, CONSENT_STATE,
};
use crate::toml_read::{self, Mistakes, Report};

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

/// Where a consent stands (ISO/IEC TS 27560). Only `Given` permits processing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum State {
    /// The person said no.
    #[n(1)]
    Refused,
    /// The person said yes.
    #[n(2)]
    Given,
}

impl State {
    /// Its name in files and on screens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Given => "given",
        }
    }
}

/// What one recipient may receive.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Grant {
    /// The recipient.
    #[n(0)]
    pub recipient: AgencyId,
    /// Ids of the fields, rising.
    #[n(1)]
    pub fields: Vec<u16>,
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
    /// Code of `CONSENT_METHOD`.
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
    pub fields: Vec<u16>,
    /// First second in which it holds.
    #[n(5)]
    pub valid_from: Timestamp,
    /// Last second in which it holds.
    #[n(6)]
    pub valid_until: Timestamp,
}

impl Scope {
    /// Whether the scope covers a referral to `recipient` for `purpose` at `now`
    /// (CON-02, CON-03, CON-04). Fields are judged one by one elsewhere.
    pub fn check(&self, recipient: &AgencyId, purpose: u16, now: Timestamp) -> Result<(), Refusal> {
        if self.recipient != *recipient {
            return Err(CONSENT_RECIPIENT.refuse());
        }
        if now < self.valid_from || now > self.valid_until {
            return Err(CONSENT_EXPIRED.refuse());
        }
        if !self.purposes.contains(&purpose) {
            return Err(CONSENT_PURPOSE.refuse());
        }
        Ok(())
    }
}

impl Record {
    /// The scope for one recipient and one case (CON-02, CON-05, CON-06).
    pub fn scope(
        &self,
        reference: ConsentId,
        recipient: &AgencyId,
        case_code: Option<&str>,
    ) -> Result<Scope, Refusal> {
        if self.state != State::Given {
            return Err(CONSENT_STATE.refuse());
        }
        if case_code != Some(self.case_code.expose().as_str()) {
            return Err(CONSENT_CASE.refuse());
        }
        let grant = self.grants.iter().find(|g| g.recipient == *recipient);
        let grant = grant.ok_or(CONSENT_RECIPIENT.refuse())?;
        Ok(Scope {
            reference,
            recipient: *recipient,
            purposes: self.purposes.clone(),
            fields: grant.fields.clone(),
            valid_from: self.given_at,
            valid_until: self.valid_until,
        })
    }

    /// Reads a consent file, as `ihala consent draft` writes it and a caseworker
    /// completes it.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        toml_read::read(text, Self::read)
    }

    fn read(top: &DeTable<'_>, report: &mut Report<'_>) -> Option<Self> {
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
            "recipient",
        ];
        report.unknown_keys(top, KEYS);
        let get = |key: &str| top.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v);
        let need = |key: &str, report: &mut Report<'_>| {
            let value = get(key);
            if value.is_none() {
                report.add(0, format!("`{key}` is missing"));
            }
            value
        };
        if get("consent").and_then(|v| v.get_ref().as_str()) != Some(NAME) {
            report.add(0, format!("the file must start with: consent = \"{NAME}\""));
        }
        let answer = need("answer", report).and_then(|v| match v.get_ref().as_str() {
            Some("given") => Some(State::Given),
            Some("refused") => Some(State::Refused),
            _ => report.fail(
                v.span().start,
                "`answer` must be \"given\" or \"refused\": what the person said after hearing the text",
            ),
        });
        let code = |key: &str, list: &CodeList, report: &mut Report<'_>| {
            let value = need(key, report)?;
            match value.get_ref().as_str().and_then(|t| list.by_name(t)) {
                Some(code) => Some(code.id),
                None => report
                    .fail(value.span().start, format!("`{key}` must be one of: {}", list.names())),
            }
        };
        let given_by = code("given_by", &GIVEN_BY, report);
        let method = code("method", &CONSENT_METHOD, report);
        let line = |key: &str, report: &mut Report<'_>| -> Option<Option<String>> {
            let Some(value) = get(key) else { return Some(None) };
            let text = report.text(value, key)?.trim();
            if text.is_empty() {
                return Some(None);
            }
            if !is_text(text, LINE_MAX, false) {
                return report
                    .fail(value.span().start, format!("`{key}` must be one line of text"));
            }
            Some(Some(text.to_owned()))
        };
        let needed_line = |key: &str, report: &mut Report<'_>| match line(key, report)? {
            Some(text) => Some(text),
            None => report
                .fail(get(key).map_or(0, |v| v.span().start), format!("`{key}` must be filled in")),
        };
        let language = needed_line("language", report);
        let case_code = needed_line("case_code", report);
        let interpreter = line("interpreter", report);
        let witness = line("witness", report);
        if method == CONSENT_METHOD.by_name("verbal-with-witness").map(|c| c.id)
            && witness == Some(None)
        {
            report.add(
                get("witness").map_or(0, |v| v.span().start),
                "`witness` must be filled in when consent was given verbally".into(),
            );
        }
        let given = need("date", report).and_then(|v| report.date(v, "date"));
        let until = need("valid_until", report).and_then(|v| report.date(v, "valid_until"));
        if let (Some(given), Some(until)) = (given, until)
            && until < given
        {
            report.add(
                get("valid_until").map_or(0, |v| v.span().start),
                "`valid_until` must not be before `date`".into(),
            );
        }
        let purposes = need("purposes", report).and_then(|v| read_purposes(v, report));
        let grants = need("recipient", report).and_then(|v| read_grants(v, report));
        Some(Self {
            case_code: Personal::new(case_code?),
            state: answer?,
            given_by: given_by?,
            method: method?,
            language: language?,
            interpreter: interpreter?.map(Personal::new),
            witness: witness?.map(Personal::new),
            given_at: date::start_of(given?),
            valid_until: date::end_of(until?),
            purposes: purposes?,
            grants: grants?,
        })
    }
}

/// Reads a list of purposes, as ids in rising order.
pub(crate) fn read_purposes(
    value: &toml_read::Value<'_>,
    report: &mut Report<'_>,
) -> Option<Vec<u16>> {
    let mut ids = Vec::new();
    for (at, name) in report.texts(value, "purposes")? {
        match PURPOSE.by_name(&name) {
            Some(code) => ids.push(code.id),
            None => report.add(at, format!("`purposes` must be of: {}", PURPOSE.names())),
        }
    }
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        return report.fail(value.span().start, "`purposes` must name at least one purpose");
    }
    Some(ids)
}

/// Reads a list of fields and groups, as ids in rising order.
pub(crate) fn read_fields(
    value: &toml_read::Value<'_>,
    report: &mut Report<'_>,
) -> Option<Vec<u16>> {
    let mut ids = Vec::new();
    for (at, name) in report.texts(value, "fields")? {
        let found = fields::by_path_or_group(&name);
        if found.is_empty() {
            let hint = fields::suggest(&name)
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            report.add(at, format!("unknown field `{}`{hint}", toml_read::printable(&name)));
        }
        ids.extend(found.iter().map(|f| f.id));
    }
    ids.sort_unstable();
    ids.dedup();
    Some(ids)
}

fn read_grants(value: &toml_read::Value<'_>, report: &mut Report<'_>) -> Option<Vec<Grant>> {
    let Some(tables) = value.get_ref().as_array().filter(|a| a.len() <= RECIPIENTS_MAX) else {
        return report
            .fail(value.span().start, format!("write [[recipient]] up to {RECIPIENTS_MAX} times"));
    };
    let mut grants: Vec<Grant> = Vec::new();
    for table in tables {
        let at = table.span().start;
        let Some(entries) = table.get_ref().as_table() else {
            return report.fail(at, "write [[recipient]]");
        };
        report.unknown_keys(entries, &["agency", "name", "fields"]);
        let get = |key: &str| entries.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v);
        let agency = get("agency").and_then(|v| report.text(v, "agency"));
        let Some(recipient) = agency.and_then(|t| AgencyId::from_hex(t).ok()) else {
            report.add(at, "`agency` must be the 64 hexadecimal digits of an agency id".into());
            continue;
        };
        let Some(fields) = get("fields").and_then(|v| read_fields(v, report)) else {
            report.add(at, "`fields` must list what may be shared".into());
            continue;
        };
        if grants.iter().any(|g| g.recipient == recipient) {
            report.add(at, "this agency is named twice".into());
        }
        grants.push(Grant { recipient, fields });
    }
    Some(grants)
}
