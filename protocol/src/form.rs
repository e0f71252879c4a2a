//! A filled-in form: which fields hold what.

use std::collections::BTreeMap;

use ihala_envelope::{Personal, Timestamp};
use jiff::ToSpan as _;
use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode, Encoder};
use toml::de::DeTable;

use crate::codes::AGE_BAND;
use crate::date;
use crate::definition::{self, DEFINITIONS, Definition};
use crate::fields::{self, Field, Kind};
use crate::limits::{LINE_MAX, TEXT_MAX};
use crate::text::{is_language, is_place, is_province, is_text, parse_date, printable};
use crate::toml_read::{self, Mistake, Mistakes, Report, Value as Toml};

/// Id of the inter-agency referral form, which a form is unless it says otherwise.
const INTER_AGENCY: u16 = 1;

/// Key of the form's id on the wire, where that is not [`INTER_AGENCY`].
const KIND_KEY: u16 = 0;

/// The value of a field. All of them are personal, codes and numbers too.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// A line, free text, date or place.
    Text(Personal<String>),
    /// A number or a single code.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// Codes in rising order, without repetition.
    Codes(Vec<u16>),
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Value {
    /// What to show to a caseworker: labels for codes.
    pub fn show(&self, field: &Field) -> Personal<String> {
        let label = |list: &crate::codes::CodeList, id: u32| {
            u16::try_from(id).ok().and_then(|id| list.by_id(id)).map_or("?", |c| c.label)
        };
        Personal::new(match (self, &field.kind) {
            (Self::Text(text), _) => text.expose().clone(),
            (Self::Number(id), Kind::Code(list)) => label(list, *id).to_owned(),
            (Self::Number(number), _) => number.to_string(),
            (Self::Flag(flag), _) => if *flag { "yes" } else { "no" }.to_owned(),
            (Self::Codes(ids), Kind::Codes(list)) => {
                let labels: Vec<_> = ids.iter().map(|id| label(list, u32::from(*id))).collect();
                labels.join(", ")
            }
            (Self::Codes(_), _) => String::new(),
        })
    }

    /// Whether the value may stand in the field.
    fn fits(&self, field: &Field) -> bool {
        match (self, &field.kind) {
            (Self::Text(t), Kind::Line) => is_text(t.expose(), LINE_MAX, false),
            (Self::Text(t), Kind::Text) => is_text(t.expose(), TEXT_MAX, true),
            (Self::Text(t), Kind::Date) => parse_date(t.expose()).is_some(),
            (Self::Text(t), Kind::Place) => is_place(t.expose()),
            (Self::Text(t), Kind::Province) => is_province(t.expose()),
            (Self::Text(t), Kind::Language) => is_language(t.expose()),
            (Self::Text(t), Kind::Moment) => {
                date::parse(t.expose()).is_some_and(|time| show(time) == *t.expose())
            }
            (Self::Number(n), Kind::Number(max)) => n <= max,
            (Self::Number(n), Kind::Code(list)) => {
                u16::try_from(*n).is_ok_and(|id| list.by_id(id).is_some())
            }
            (Self::Flag(_), Kind::Flag) => true,
            (Self::Codes(ids), Kind::Codes(list)) => {
                !ids.is_empty()
                    && ids.windows(2).all(|pair| pair[0] < pair[1])
                    && ids.iter().all(|id| list.by_id(*id).is_some())
            }
            _ => false,
        }
    }
}

/// The fields that a caseworker filled in, or that a receiver was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Id of its definition.
    kind: u16,
    values: BTreeMap<u16, Value>,
}

impl Default for Form {
    /// An inter-agency referral with nothing filled in.
    fn default() -> Self {
        Self { kind: INTER_AGENCY, values: BTreeMap::new() }
    }
}

impl Form {
    /// A form of a kind, with nothing filled in.
    pub const fn empty(definition: &Definition) -> Self {
        Self { kind: definition.id, values: BTreeMap::new() }
    }

    /// Which form it is.
    pub fn definition(&self) -> &'static Definition {
        definition::by_id(self.kind).expect("checked where a form is read")
    }

    /// Reads a form file. Every mistake is reported, with its line.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        toml_read::read(text, Self::read)
    }

    /// What a form file that is still being written holds, without its mistakes.
    pub fn from_toml_so_far(text: &str) -> Self {
        let mut so_far = Self::default();
        let _ = toml_read::read(text, |top, report| {
            so_far = Self::read(top, report)?;
            Some(())
        });
        so_far
    }

    /// Reads a form file as [`Self::from_toml`] does, and looks for what is missing because of
    /// other answers, and for days that cannot be.
    pub fn checked(text: &str, now: Timestamp) -> Result<Self, Mistakes> {
        let form = Self::from_toml(text)?;
        let mistake =
            |field: &Field, message: String| Mistake { line: line_of(text, field), message };
        let mut mistakes: Vec<Mistake> = form
            .definition()
            .missing(&form, now)
            .into_iter()
            .map(|f| mistake(f, format!("`{}` is missing: other answers make it needed", f.path)))
            .collect();
        mistakes.extend(
            form.misdated(now)
                .map(|f| mistake(f, format!("`{}` is no day that this can be", f.path))),
        );
        if mistakes.is_empty() { Ok(form) } else { Err(Mistakes(mistakes)) }
    }

    /// Whether it says that the person is under 18 at `now`.
    pub fn is_about_child(&self, now: Timestamp) -> bool {
        const MINOR_BANDS: [&str; 3] = ["0-4", "5-11", "12-17"];
        let band = self.code(fields::AGE_BAND_ID).and_then(|id| AGE_BAND.by_id(id));
        let years = match self.get(fields::AGE_ID) {
            Some(Value::Number(years)) => *years < 18,
            _ => false,
        };
        let born = self.text(fields::BIRTH_DATE_ID).and_then(|text| parse_date(text.expose()));
        let adult = born.map(|born| date::start_of(born.saturating_add(18.years())));
        years
            || adult.is_some_and(|adult| adult > now)
            || band.is_some_and(|band| MINOR_BANDS.contains(&band.name))
    }

    /// A field with a day that it cannot have: the past more than a day after `now`, the
    /// birth of somebody more than 130 years old, a follow-up years away.
    pub fn misdated(&self, now: Timestamp) -> Option<&'static Field> {
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
        let wrong = days.into_iter().find(|(id, past, years)| {
            let day = self.text(*id).and_then(|text| parse_date(text.expose()));
            day.is_some_and(|day| {
                (*past && day > tomorrow) || (day.year() - tomorrow.year()).abs() > *years
            })
        });
        let incident = self.moment(fields::INCIDENT_ID).filter(|at| *at > now.plus(86_400));
        let incident = incident.map(|_| fields::INCIDENT_ID);
        wrong.map(|(id, ..)| id).or(incident).and_then(fields::by_id)
    }

    fn read(top: &DeTable<'_>, report: &mut Report<'_>) -> Option<Self> {
        let name = top.iter().find(|(key, _)| key.get_ref() == "form");
        let name = name.and_then(|(_, v)| v.get_ref().as_str()).unwrap_or_default();
        let Some(definition) = definition::by_name(name) else {
            let all: Vec<String> = DEFINITIONS.iter().map(Definition::title).collect();
            let message =
                format!("the file must start with `form =` and one of: {}", all.join(", "));
            return report.fail(0, message);
        };
        let mut form = Self::empty(definition);
        for (group, table) in top.iter().filter(|(key, _)| key.get_ref() != "form") {
            let Some(table) = table.get_ref().as_table() else {
                let hint = definition
                    .fields
                    .iter()
                    .find(|f| f.path.ends_with(&format!(".{}", group.get_ref())))
                    .map_or(String::new(), |f| format!("; it belongs under [{}]", f.group()));
                report.add(
                    group.span().start,
                    format!("unknown key `{}`{hint}", printable(group.get_ref())),
                );
                continue;
            };
            for (key, value) in table {
                let path = format!("{}.{}", group.get_ref(), key.get_ref());
                form.read_field(&path, key.span().start, value, report);
            }
        }
        let missing = |f: &&&Field| {
            definition.required.contains(&f.id)
                && !form.values.contains_key(&f.id)
                && !mentions(top, f)
        };
        for field in definition.fields.iter().filter(missing) {
            report.add(0, format!("`{}` is missing; this form always needs it", field.path));
        }
        Some(form)
    }

    fn read_field(&mut self, path: &str, at: usize, value: &Toml<'_>, report: &mut Report<'_>) {
        let Some(field) = fields::by_path(path).filter(|f| f.group() != "feedback") else {
            let hint = fields::suggest(path)
                .map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            report.add(at, format!("unknown field `{}`{hint}", printable(path)));
            return;
        };
        if !self.definition().has(field.id) {
            report.add(at, format!("`{path}` is not part of this form"));
            return;
        }
        if is_empty(value) {
            return;
        }
        if let Some(value) = read_value(field, value, report) {
            self.values.insert(field.id, value);
        }
    }

    /// The value of a field.
    pub fn get(&self, id: u16) -> Option<&Value> {
        self.values.get(&id)
    }

    /// Ids of the fields that hold a value, rising.
    pub fn ids(&self) -> impl Iterator<Item = u16> {
        self.values.keys().copied()
    }

    /// The fields with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static Field, &Value)> {
        self.values.iter().filter_map(|(id, value)| fields::by_id(*id).map(|f| (f, value)))
    }

    /// A copy with only the fields named.
    #[must_use]
    pub fn only(&self, ids: &[u16]) -> Self {
        Self {
            kind: self.kind,
            values: self
                .values
                .iter()
                .filter(|(id, _)| ids.contains(id))
                .map(|(i, v)| (*i, v.clone()))
                .collect(),
        }
    }

    /// Fills a field in.
    pub fn put(&mut self, id: u16, value: Value) {
        self.values.insert(id, value);
    }

    /// Both forms in one; where both have a field, the other's value stands.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        all.values.extend(other.values.iter().map(|(id, value)| (*id, value.clone())));
        all
    }

    /// Whether no field is filled in.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The single code of a field.
    pub fn code(&self, id: u16) -> Option<u16> {
        match self.values.get(&id)? {
            Value::Number(code) => u16::try_from(*code).ok(),
            _ => None,
        }
    }

    /// The time of a field.
    pub fn moment(&self, id: u16) -> Option<Timestamp> {
        self.text(id).and_then(|text| date::parse(text.expose()))
    }

    /// The text of a field.
    pub fn text(&self, id: u16) -> Option<&Personal<String>> {
        match self.values.get(&id)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The line on which a field stands, or its group, or else the first.
fn line_of(text: &str, field: &Field) -> usize {
    let (group, name) = field.path.split_once('.').unwrap_or_default();
    let mut inside = false;
    let mut at = 1;
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim_start();
        if line.starts_with('[') {
            inside = line.starts_with(&format!("[{group}]"));
            at = if inside { number } else { at };
        } else if inside && line.split(['=', ' ']).next() == Some(name) {
            return number;
        }
    }
    at
}

/// A moment as it stands in a form.
fn show(time: Timestamp) -> String {
    date::show(time).replace(' ', "T")
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
    let at = value.span().start;
    match &field.kind {
        Kind::Line => read_text(path, value, LINE_MAX, false, report),
        Kind::Text => read_text(path, value, TEXT_MAX, true, report),
        Kind::Place => {
            let text = report.text(value, path)?;
            if !is_place(text) {
                return report.fail(at, format!("`{path}` must be an OCHA P-code such as TUR079"));
            }
            Some(Value::Text(Personal::new(text.to_owned())))
        }
        Kind::Province => {
            let text = report.text(value, path)?;
            if !is_province(text) {
                let message = format!("`{path}` must be the P-code of a province such as TUR079");
                return report.fail(at, message);
            }
            Some(Value::Text(Personal::new(text.to_owned())))
        }
        Kind::Moment => report.moment(value, path).map(|t| Value::Text(Personal::new(show(t)))),
        Kind::Language => {
            let text = report.text(value, path)?;
            if !is_language(text) {
                return report.fail(at, format!("`{path}` must be a language code such as ar"));
            }
            Some(Value::Text(Personal::new(text.to_owned())))
        }
        Kind::Date => report.date(value, path).map(|d| Value::Text(Personal::new(d.to_string()))),
        Kind::Number(max) => report
            .number(value, path, u64::from(*max))
            .and_then(|n| u32::try_from(n).ok())
            .map(Value::Number),
        Kind::Flag => report.flag(value, path).map(Value::Flag),
        Kind::Code(list) => {
            let text = report.text(value, path)?;
            match list.by_name(text) {
                Some(code) => Some(Value::Number(u32::from(code.id))),
                None => report.fail(at, format!("`{path}` must be one of: {}", list.names())),
            }
        }
        Kind::Codes(list) => report.codes(value, path, list).map(Value::Codes),
    }
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
    if text.chars().count() > max {
        let count = text.chars().count();
        return report.fail(
            value.span().start,
            format!("`{path}` has {count} characters; at most {max} are allowed"),
        );
    }
    if !is_text(text, max, lines) {
        let what = if lines { "control characters" } else { "line breaks or control characters" };
        return report.fail(value.span().start, format!("`{path}` must not contain {what}"));
    }
    Some(Value::Text(Personal::new(text.to_owned())))
}

impl<C> Encode<C> for Form {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let says_kind = self.kind != INTER_AGENCY;
        e.map(self.values.len() as u64 + u64::from(says_kind))?;
        if says_kind {
            e.u16(KIND_KEY)?.u16(self.kind)?;
        }
        for (id, value) in &self.values {
            e.u16(*id)?;
            match value {
                Value::Text(text) => e.str(text.expose())?,
                Value::Number(number) => e.u32(*number)?,
                Value::Flag(flag) => e.bool(*flag)?,
                Value::Codes(ids) => {
                    e.array(ids.len() as u64)?;
                    for id in ids {
                        e.u16(*id)?;
                    }
                    &mut *e
                }
            };
        }
        Ok(())
    }
}

impl<'b, C> Decode<'b, C> for Form {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        let wrong = minicbor::decode::Error::message;
        let mut form = Self::default();
        for _ in 0..d.map()?.ok_or_else(|| wrong("indefinite length"))? {
            let id = d.u16()?;
            if id == KIND_KEY {
                // Keys rise, so that nothing was read by another definition before.
                form.kind = d.u16()?;
                definition::by_id(form.kind).ok_or_else(|| wrong("unknown form"))?;
                continue;
            }
            let value = match d.datatype()? {
                Type::String => Value::Text(Personal::new(d.str()?.to_owned())),
                Type::Bool => Value::Flag(d.bool()?),
                Type::Array => {
                    let ids: Result<_, _> = d.array_iter::<u16>()?.collect();
                    Value::Codes(ids?)
                }
                _ => Value::Number(d.u32()?),
            };
            // What lets notes go stands in protocols and scopes alone, and in no definition.
            let field = fields::by_id(id).filter(|f| form.definition().has(f.id));
            let field = field.ok_or_else(|| wrong("a field that is not of this form"))?;
            if !value.fits(field) {
                return Err(wrong("a value that does not fit its field"));
            }
            form.values.insert(id, value);
        }
        Ok(form)
    }
}

#[cfg(test)]
mod tests {
    use ihala_envelope::cbor;

    use super::*;

    const GOOD: &str = r#"
form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "legal"
services = ["legal-assistance", "education"]
case_code = "K-1"
[person]
name = "Leyla Example"
birth_date = 1990-04-23
age = 36
"#;

    #[test]
    fn a_form_survives_the_wire() {
        let form = Form::from_toml(GOOD).unwrap();
        assert_eq!(form.ids().collect::<Vec<_>>(), [1, 2, 3, 6, 20, 23, 24]);
        assert_eq!(cbor::from_slice::<Form>(&cbor::to_vec(&form)), Ok(form));
    }

    fn mistake(from: &str, to: &str) -> String {
        assert!(GOOD.contains(from));
        Form::from_toml(&GOOD.replace(from, to)).unwrap_err().to_string()
    }

    #[test]
    fn mistakes_name_the_line_and_the_way_out_but_no_value() {
        let said = mistake("name = \"Leyla", "nmae = \"Leyla");
        assert_eq!(said, "line 9: unknown field `person.nmae`; did you mean `person.name`?");
        let said = mistake("1990-04-23", "\"23/04/1990\"");
        assert!(said.starts_with("line 10: `person.birth_date` must be a date"), "{said}");
        assert!(!said.contains("23/04"), "{said}");
        assert!(mistake("1990-04-23", "1990-02-30").contains("line 10"));
        assert!(mistake("\"urgent\"", "\"soon\"").contains("emergency, urgent, routine"));
        assert!(mistake("age = 36", "age = 360").contains("from 0 to 130"));
        assert!(mistake("Leyla Example", &"x".repeat(201)).contains("201 characters; at most 200"));
        assert!(mistake("Leyla", "Ley\\u0007la").contains("control characters"));
        assert!(mistake("urgency =", "# urgency =").contains("`request.urgency` is missing"));
        assert!(mistake("age = 36", "age = ").starts_with("line 11: not valid TOML"));
        let reason = format!("{GOOD}[background]\nreason = \"\"\"one\ntwo\"\"\"\n");
        let windows = Form::from_toml(&reason.replace('\n', "\r\n")).unwrap();
        assert_eq!(windows, Form::from_toml(&reason).unwrap());
    }

    #[test]
    fn a_field_that_does_not_fit_is_not_a_form() {
        // {1: 9}: no urgency has the id 9; {15: 1}: no field has the id 15.
        for bytes in [[0xa1, 0x01, 0x09], [0xa1, 0x0f, 0x01]] {
            assert!(cbor::from_slice::<Form>(&bytes).is_err());
        }
    }
}
