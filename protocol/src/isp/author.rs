//! Compiling a protocol from the TOML that people write.

use ihala_envelope::{AgencyId, Digest};

use super::{Clause, Isp, NAME, OwnField, Party, Phone};
use crate::codes::{CASE_TYPE, PURPOSE, URGENCY};
use crate::date;
use crate::deadline::{DEFAULT_LIMITS, LIMIT_MAX, Limits};
use crate::fields::Sensitivity;
use crate::labels::sentence;
use crate::limits::{CLAUSES_MAX, ISP_MAX, LINE_MAX, OWN_MAX, PARTIES_MAX, VALID_MAX};
use crate::text::is_text;
use crate::toml_read::{self, Mistakes, Report, Table, Value};

const KEYS: &[&str] = &[
    "isp",
    "title",
    "version",
    "previous",
    "purposes",
    "valid_from",
    "valid_until",
    "review",
    "overlap_days",
    "retention_days",
    "onward",
    "deadlines",
    "focal_point",
    "parties",
    "phones",
    "field",
    "clause",
];
const CLAUSE_KEYS: &[&str] = &["label", "from", "to", "case_types", "fields", "single_stage"];

pub(super) fn read(text: &str) -> Result<Isp, Mistakes> {
    toml_read::read(text, |top, report| isp(Table::top(top), report))
}

fn isp(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Isp> {
    top.only(KEYS, report);
    top.expect_name("isp", NAME, report);
    let title = top.need_line("title", report);
    let version = top.need_number("version", 1_000_000, report);
    let overlap_days = top.need_number("overlap_days", 3_650, report);
    let retention_days = top.need_number("retention_days", 36_500, report);
    let valid_from = top.need_date("valid_from", report);
    let valid_until = top.need_date("valid_until", report);
    let review = top.need_date("review", report);
    let onward = top.need_flag("onward", report);
    let purposes = top.need_codes("purposes", &PURPOSE, report);
    let previous = match top.get("previous") {
        None => Some(None),
        Some(v) => match v.get_ref().as_str().and_then(|t| Digest::from_hex(t).ok()) {
            Some(digest) => Some(Some(digest)),
            None => report.fail(v.span().start, sentence("mistake-isp-previous")),
        },
    };
    let parties = top.need("parties", report).and_then(|v| parties(v, report));
    let own = match top.get("field") {
        None => Some(None),
        Some(_) => own_fields(top, report).map(Some),
    };
    let clauses = match (&parties, &own) {
        (Some(parties), Some(own)) => clauses(top, parties, own.as_deref().unwrap_or(&[]), report),
        _ => None,
    };
    let deadlines = match top.get("deadlines") {
        None => Some(None),
        Some(v) => deadlines(v, report).map(Some),
    };
    let phones = match (top.get("phones"), &parties) {
        (Some(v), Some(parties)) => phones(v, parties, report),
        (Some(_), None) => None,
        (None, _) => Some(Vec::new()),
    };
    let focal_point = match (top.get("focal_point"), &parties) {
        (Some(_), Some(parties)) => party(top, "focal_point", parties, report),
        (Some(_), None) => None,
        (None, _) => Some(None),
    };
    let isp = Isp {
        title: title?,
        version: version?,
        previous: previous?,
        parties: parties?,
        purposes: purposes?,
        clauses: clauses?,
        valid_from: date::start_of(valid_from?),
        valid_until: date::end_of(valid_until?),
        review: date::end_of(review?),
        overlap_days: overlap_days?,
        retention_days: retention_days?,
        onward: onward?,
        deadlines: deadlines?,
        phones: phones?,
        focal_point: focal_point?,
        own: own?,
    };
    if isp.version == 0 || isp.previous.is_some() != (isp.version > 1) {
        report.add(top.at_key("version"), sentence("mistake-isp-version"));
    }
    if isp.valid_from >= isp.valid_until || isp.valid_until > isp.valid_from.plus(VALID_MAX) {
        report.add(top.at_key("valid_until"), sentence("mistake-isp-valid-until"));
    }
    if let Some((place, why)) = isp.contradiction() {
        report.add(place_of(top, &place), sentence(why).with("place", place));
    }
    if isp.to_bytes().len() > ISP_MAX {
        report.add(0, sentence("mistake-isp-too-long").with("max", ISP_MAX));
    }
    Some(isp)
}

/// Where a contradiction stands: at a key, or at the last clause of a label.
fn place_of(top: Table<'_, '_>, place: &str) -> usize {
    let clauses = top.get("clause").and_then(|v| v.get_ref().as_array());
    let labelled = |clause: &&Value<'_>| {
        let table = clause.get_ref().as_table();
        let label = table.and_then(|t| t.iter().find(|(key, _)| key.get_ref() == "label"));
        label.is_some_and(|(_, v)| v.get_ref().as_str().map(str::trim) == Some(place))
    };
    let clause = clauses.and_then(|all| all.iter().rfind(labelled));
    clause.map_or_else(|| top.at_key(place), |clause| clause.span().start)
}

fn parties(value: &Value<'_>, report: &mut Report<'_>) -> Option<Vec<Party>> {
    let Some(table) = value.get_ref().as_table() else {
        return report.fail(value.span().start, sentence("mistake-isp-parties"));
    };
    let mut parties: Vec<Party> = Vec::new();
    for (name, id) in table {
        let at = name.span().start;
        let Some(agency) = id.get_ref().as_str().and_then(|t| AgencyId::from_hex(t).ok()) else {
            report.add(at, sentence("mistake-agency-id"));
            continue;
        };
        if parties.iter().any(|p| p.agency == agency) {
            report.add(at, sentence("mistake-agency-twice"));
        }
        if !is_text(name.get_ref(), LINE_MAX, false) {
            report.add(at, sentence("mistake-isp-party-name"));
        }
        parties.push(Party { agency, name: name.get_ref().to_string() });
    }
    parties.sort_by_key(|p| p.agency);
    if !(2..=PARTIES_MAX).contains(&table.len()) {
        let what = sentence("mistake-isp-party-count").with("max", PARTIES_MAX);
        report.add(value.span().start, what);
    }
    Some(parties)
}

/// Four rising numbers of hours for any of the urgencies.
fn deadlines(value: &Value<'_>, report: &mut Report<'_>) -> Option<Limits> {
    let table = Table::of(value, "[deadlines]", report)?;
    let names: Vec<&str> = URGENCY.codes.iter().map(|c| c.name).collect();
    table.only(&names, report);
    let mut limits = DEFAULT_LIMITS;
    for (row, name) in limits.iter_mut().zip(names) {
        let Some(value) = table.get(name) else { continue };
        let hours = value.get_ref().as_array().filter(|a| a.len() == 4);
        let Some(hours) = hours else {
            let what = sentence("mistake-isp-hours").with("key", name);
            return report.fail(value.span().start, what);
        };
        for (limit, hour) in row.iter_mut().zip(hours) {
            let number = report.number(hour, name, u64::from(LIMIT_MAX))?;
            *limit = u32::try_from(number).ok()?;
        }
    }
    Some(limits)
}

fn phones(value: &Value<'_>, parties: &[Party], report: &mut Report<'_>) -> Option<Vec<Phone>> {
    let Some(table) = value.get_ref().as_table() else {
        return report.fail(value.span().start, sentence("mistake-isp-phones"));
    };
    let mut phones = Vec::new();
    for (name, number) in table {
        let at = name.span().start;
        let party = parties.iter().find(|p| p.name == *name.get_ref());
        let text = report.text(number, "a number")?;
        match party {
            Some(party) if is_text(text, LINE_MAX, false) => {
                phones.push(Phone { agency: party.agency, number: text.trim().to_owned() });
            }
            Some(_) => report.add(at, sentence("mistake-isp-phone")),
            None => report.add(at, sentence("mistake-isp-no-party")),
        }
    }
    phones.sort_by_key(|p| p.agency);
    Some(phones)
}

fn own_fields(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Vec<OwnField>> {
    let tables = top.tables("field", "[[field]]", OWN_MAX, report)?;
    let places: Vec<_> = tables.iter().map(Table::at).collect();
    let count = tables.len();
    let mut fields: Vec<_> =
        tables.into_iter().filter_map(|table| OwnField::read(table, report)).collect();
    if fields.len() < count {
        // What clauses say of the others would only be said to be unknown.
        return None;
    }
    for (at, field) in places.iter().zip(&fields) {
        if fields.iter().filter(|other| other.name == field.name).count() > 1 {
            report.add(*at, sentence("mistake-isp-own-twice").with("name", &field.name));
        }
    }
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    Some(fields)
}

fn clauses(
    top: Table<'_, '_>,
    parties: &[Party],
    own: &[OwnField],
    report: &mut Report<'_>,
) -> Option<Vec<Clause>> {
    let tables = top.tables("clause", "[[clause]]", CLAUSES_MAX, report)?;
    Some(tables.into_iter().filter_map(|table| clause(table, parties, own, report)).collect())
}

fn clause(
    table: Table<'_, '_>,
    parties: &[Party],
    own: &[OwnField],
    report: &mut Report<'_>,
) -> Option<Clause> {
    table.only(CLAUSE_KEYS, report);
    let label = table.need_line("label", report);
    let from = party(table, "from", parties, report);
    let to = party(table, "to", parties, report);
    let case_types = table.need_codes("case_types", &CASE_TYPE, report);
    let of_own = |name: &str| {
        let sensitivity = Sensitivity::ALL
            .iter()
            .find(|(known, s)| *known == name && *s != Sensitivity::Identifying);
        let meant = |field: &&OwnField| match sensitivity {
            Some((_, sensitivity)) => field.sensitivity == *sensitivity,
            None => name == "own" || field.path() == name,
        };
        own.iter().filter(meant).map(OwnField::id).collect()
    };
    let fields = table.need_fields("fields", of_own, report);
    let single_stage = match table.get("single_stage") {
        None => Some(false),
        Some(v) => report.flag(v, "single_stage"),
    };
    Some(Clause {
        label: label?,
        from: from?,
        to: to?,
        case_types: case_types?,
        fields: fields?,
        single_stage: single_stage?,
    })
}

/// A party by its name in the protocol; nobody in particular for "any".
fn party(
    table: Table<'_, '_>,
    key: &str,
    parties: &[Party],
    report: &mut Report<'_>,
) -> Option<Option<AgencyId>> {
    let value = table.need(key, report)?;
    let name = report.text(value, key)?;
    if name == "any" {
        return Some(None);
    }
    match parties.iter().find(|p| p.name == name) {
        Some(party) => Some(Some(party.agency)),
        None => {
            report.fail(value.span().start, sentence("mistake-isp-clause-party").with("key", key))
        }
    }
}
