//! Reading a form that a caseworker filled in.

use ihala_envelope::{Personal, Timestamp};
use toml::de::{DeTable, DeValue};

use super::{Draft, Form, Value, show};
use crate::date;
use crate::definition::{self, About, DEFINITIONS, Definition};
use crate::fields::{self, Field, Kind};
use crate::isp::{Isp, unknown_own};
use crate::labels::{Sentence, sentence};
use crate::limits::{LINE_MAX, OWN_MAX, TEXT_MAX};
use crate::text::{is_language, is_place, is_province, is_text, parse_date, printable};
use crate::toml_read::{self, Mistakes, Report, Value as Toml, plain};

pub(super) fn read(text: &str) -> Result<Form, Mistakes> {
    toml_read::read(text, form)
}

pub(super) fn so_far(text: &str) -> Form {
    let mut so_far = Form::default();
    let _ = toml_read::read(text, |top, report| {
        so_far = form(top, report)?;
        Some(())
    });
    so_far
}

pub(super) fn checked(text: &str, now: Timestamp, isp: Option<&Isp>) -> Result<Form, Mistakes> {
    toml_read::read(text, |top, report| {
        let form = form(top, report)?;
        let form = isp.map_or_else(|| form.clone(), |isp| form.under(isp));
        for name in form.unknown_own().filter(|_| isp.is_some()) {
            report.add(at_path(top, "own", name), unknown_own(name, isp));
        }
        let definition = form.definition();
        let always = |field: &Field| definition.required.contains(&field.id);
        let missing = definition.missing(&form, now).into_iter();
        for field in missing.filter(|f| !always(f) && !mentions(top, f)) {
            let what = sentence("mistake-missing-by-others").with("path", field.path);
            report.add(at(top, field), what);
        }
        for (field, what) in form.doubts(now) {
            report.add(at(top, field), what);
        }
        Some(form)
    })
}

fn form(top: &DeTable<'_>, report: &mut Report<'_>) -> Option<Form> {
    let name = top.iter().find(|(key, _)| key.get_ref() == "form");
    let name = name.and_then(|(_, v)| v.get_ref().as_str()).unwrap_or_default();
    let Some(definition) = definition::by_name(name) else {
        let all: Vec<String> = DEFINITIONS.iter().map(Definition::title).collect();
        return report.fail(0, sentence("mistake-no-form").with("names", all.join(", ")));
    };
    let mut form = Form::empty(definition);
    for (group, table) in top.iter().filter(|(key, _)| key.get_ref() != "form") {
        let Some(table) = table.get_ref().as_table() else {
            let ends = format!(".{}", group.get_ref());
            let key = printable(group.get_ref());
            let what = match definition.fields.iter().find(|f| f.path.ends_with(&ends)) {
                Some(field) => sentence("mistake-key-in-group").with("group", field.group()),
                None => sentence("mistake-unknown-key"),
            };
            report.add(group.span().start, what.with("key", key));
            continue;
        };
        if group.get_ref() == "own" && definition.about == About::Person {
            read_own(&mut form, table, report);
            continue;
        }
        for (key, value) in table {
            let path = format!("{}.{}", group.get_ref(), key.get_ref());
            read_field(&mut form, &path, key.span().start, value, report);
        }
    }
    for field in &definition.fields {
        let missing = definition.required.contains(&field.id) && form.get(field.id).is_none();
        if missing && !mentions(top, field) {
            report.add(at(top, field), sentence("mistake-missing-always").with("path", field.path));
        }
    }
    Some(form)
}

/// What it may hold, and whether there is such a field, is known when it is known under which
/// protocol the form goes.
fn read_own(form: &mut Form, table: &DeTable<'_>, report: &mut Report<'_>) {
    for (key, value) in table.iter().filter(|(_, value)| !is_empty(value)) {
        let name = key.get_ref();
        let personal = |text: &str| Draft::Text(Personal::new(text.to_owned()));
        let draft = match value.get_ref() {
            DeValue::String(text) => Some(personal(text.replace("\r\n", "\n").trim())),
            DeValue::Datetime(date) => Some(personal(&date.to_string())),
            DeValue::Boolean(flag) => Some(Draft::Flag(*flag)),
            DeValue::Array(_) => report.texts(value, name).map(|names| {
                let names = names.into_iter().map(|(_, name)| name).collect();
                Draft::List(Personal::new(names))
            }),
            _ => {
                let number = report.number(value, name, u64::from(u32::MAX));
                number.and_then(|n| u32::try_from(n).ok()).map(Draft::Number)
            }
        };
        if form.drafts.len() >= OWN_MAX {
            report.add(key.span().start, sentence("mistake-own-too-many").with("max", OWN_MAX));
            return;
        }
        if let Some(draft) = draft {
            form.drafts.insert(name.to_string(), draft);
        }
    }
}

fn read_field(form: &mut Form, path: &str, at: usize, value: &Toml<'_>, report: &mut Report<'_>) {
    let Some(field) = fields::by_path(path).filter(|f| f.group() != "feedback") else {
        report.add(at, toml_read::unknown_field(path));
        return;
    };
    if !form.definition().has(field.id) {
        report.add(at, sentence("mistake-not-of-form").with("path", field.path));
        return;
    }
    if is_empty(value) {
        return;
    }
    if let Some(value) = read_value(field, value, report) {
        form.put(field.id, value);
    }
}

impl Form {
    /// Answers that cannot be, or not beside each other, with what is wrong.
    fn doubts(&self, now: Timestamp) -> Vec<(&'static Field, Sentence)> {
        let mut doubts = Vec::new();
        for field in self.misdated(now) {
            doubts.push((field, sentence("mistake-no-such-day").with("path", field.path)));
        }
        let ages: Vec<_> = self.ages(now).into_iter().flatten().collect();
        // A birthday between the day of asking and today is no contradiction.
        let apart = |a: &(i16, i16), b: &(i16, i16)| {
            a.0 > b.1.saturating_add(1) || b.0 > a.1.saturating_add(1)
        };
        if ages.iter().any(|a| ages.iter().any(|b| apart(a, b))) {
            let known = [fields::AGE_ID, fields::AGE_BAND_ID, fields::BIRTH_DATE_ID];
            let field = known.into_iter().find(|id| self.get(*id).is_some());
            let field = field.and_then(fields::by_id);
            doubts.extend(field.map(|field| (field, sentence("mistake-ages-differ"))));
        }
        for (field, value) in self.iter() {
            let (Kind::Codes(list), Value::Codes(codes)) = (&field.kind, value) else { continue };
            let none = list.by_name("none").is_some_and(|none| codes.contains(&none.id));
            if none && codes.len() > 1 {
                doubts.push((field, sentence("mistake-none-and-others").with("path", field.path)));
            }
        }
        doubts
    }

    /// Fields with a day that they cannot have: the past more than a day after `now`, the
    /// birth of somebody more than 130 years old, a follow-up years away.
    fn misdated(&self, now: Timestamp) -> impl Iterator<Item = &'static Field> {
        let tomorrow = date::day_of(now.plus(86_400));
        // Whether it tells of the past, and how many years away it can be.
        let days = [
            (fields::BIRTH_DATE_ID, true, 130),
            (fields::REQUEST_DATE_ID, true, 10),
            (fields::ASSESSMENT_DATE_ID, true, 10),
            (fields::RISK_DATE_ID, true, 10),
            (fields::NOMINATION_SINCE_ID, true, 50),
            (fields::REVIEW_BY_ID, false, 10),
            (fields::FOLLOW_UP_ID, false, 10),
        ];
        let wrong = days.into_iter().filter(move |(id, past, years)| {
            let day = self.text(*id).and_then(|text| parse_date(text.expose()));
            day.is_some_and(|day| {
                (*past && day > tomorrow) || (day.year() - tomorrow.year()).abs() > *years
            })
        });
        let incident = self.moment(fields::INCIDENT_ID).filter(|at| *at > now.plus(86_400));
        let incident = incident.map(|_| fields::INCIDENT_ID);
        wrong.map(|(id, ..)| id).chain(incident).filter_map(fields::by_id)
    }
}

/// Where a field stands in the file, or its group, or else the start.
fn at(top: &DeTable<'_>, field: &Field) -> usize {
    let (group, name) = field.path.split_once('.').unwrap_or_default();
    at_path(top, group, name)
}

fn at_path(top: &DeTable<'_>, group: &str, name: &str) -> usize {
    let Some((key, table)) = top.iter().find(|(key, _)| key.get_ref() == group) else { return 0 };
    let inside = table.get_ref().as_table().into_iter().flatten();
    let found = inside.into_iter().find(|(key, _)| key.get_ref() == name);
    found.map_or(key.span().start, |(key, _)| key.span().start)
}

/// Whether the file has the field, be it with a mistake that was reported already.
fn mentions(top: &DeTable<'_>, field: &Field) -> bool {
    let group = top.iter().find(|(key, _)| key.get_ref() == field.group());
    let table = group.and_then(|(_, v)| v.get_ref().as_table());
    let has = |key: &str| field.path.split_once('.').is_some_and(|(_, name)| name == key);
    table.is_some_and(|t| t.iter().any(|(k, v)| has(k.get_ref()) && !is_empty(v)))
}

/// A field left empty in a template is a field not filled in.
fn is_empty(value: &Toml<'_>) -> bool {
    value.get_ref().as_str().is_some_and(|t| t.trim().is_empty())
        || value.get_ref().as_array().is_some_and(|a| a.is_empty())
}

fn read_value(field: &Field, value: &Toml<'_>, report: &mut Report<'_>) -> Option<Value> {
    let path = field.path;
    let text = |text: String| Value::Text(Personal::new(text));
    match &field.kind {
        Kind::Line => read_text(path, value, LINE_MAX, false, report),
        Kind::Text => read_text(path, value, TEXT_MAX, true, report),
        Kind::Place => read_word(path, value, is_place, "mistake-not-place", report),
        Kind::Province => read_word(path, value, is_province, "mistake-not-province", report),
        Kind::Language => read_word(path, value, is_language, "mistake-not-language", report),
        Kind::Moment => report.moment(value, path).map(|t| text(show(t))),
        Kind::Date => report.date(value, path).map(|d| text(d.to_string())),
        Kind::Number(max) => report
            .number(value, path, u64::from(*max))
            .and_then(|n| u32::try_from(n).ok())
            .map(Value::Number),
        Kind::Flag => report.flag(value, path).map(Value::Flag),
        Kind::Code(list) => report.code(value, path, list).map(|id| Value::Number(u32::from(id))),
        Kind::Codes(list) => report.codes(value, path, list).map(Value::Codes),
    }
}

/// A word of a fixed shape.
fn read_word(
    path: &str,
    value: &Toml<'_>,
    fits: impl Fn(&str) -> bool,
    otherwise: &'static str,
    report: &mut Report<'_>,
) -> Option<Value> {
    let word = plain(report.text(value, path)?);
    if !fits(&word) {
        return report.fail(value.span().start, sentence(otherwise).with("key", path));
    }
    Some(Value::Text(Personal::new(word)))
}

fn read_text(
    path: &str,
    value: &Toml<'_>,
    max: usize,
    lines: bool,
    report: &mut Report<'_>,
) -> Option<Value> {
    // Windows writes line breaks as two characters.
    let text = report.text(value, path)?.replace("\r\n", "\n");
    let text = text.trim();
    let count = text.chars().count();
    let at = value.span().start;
    if count > max {
        let what = sentence("mistake-too-long").with("count", count).with("max", max);
        return report.fail(at, what.with("key", path));
    }
    if !is_text(text, max, lines) {
        let what = if lines { "mistake-control" } else { "mistake-line-break" };
        return report.fail(at, sentence(what).with("key", path));
    }
    Some(Value::Text(Personal::new(text.to_owned())))
}
