//! Reading what people wrote in TOML, with the line of every mistake.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::codes::CodeList;
use crate::field_id::FieldId;
use crate::fields;
use crate::labels::{Language, Sentence, sentence};
use crate::limits::{LINE_MAX, TOML_MAX};
use crate::text::{is_text, parse_date, printable};

/// One mistake in an input file. Never holds a value from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there, and what to write instead.
    pub what: Sentence,
}

impl Mistake {
    /// The line and what is wrong there.
    pub fn text(&self, language: Language) -> String {
        let what = self.what.text(language);
        sentence("mistake").with("line", self.line).with("what", what).text(language)
    }
}

/// All mistakes of an input file, in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Language::En))]
pub struct Mistakes(pub Vec<Mistake>);

impl Mistakes {
    /// One mistake on a line.
    pub fn text(&self, language: Language) -> String {
        let lines: Vec<_> = self.0.iter().map(|mistake| mistake.text(language)).collect();
        lines.join("\n")
    }
}

pub(crate) type Value<'i> = Spanned<DeValue<'i>>;

/// Parses the file and hands its top table to `read`, which reports mistakes as
/// it goes; any mistake makes the whole an error.
pub(crate) fn read<T>(
    text: &str,
    read: impl FnOnce(&DeTable<'_>, &mut Report<'_>) -> Option<T>,
) -> Result<T, Mistakes> {
    let mut report = Report { text, mistakes: Vec::new() };
    if text.len() > TOML_MAX {
        report.add(0, sentence("mistake-file-too-long").with("max", TOML_MAX));
        return Err(Mistakes(report.mistakes));
    }
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |s| s.start);
            report.add(at, sentence("mistake-not-toml").with("why", error.message()));
            return Err(Mistakes(report.mistakes));
        }
    };
    let value = read(table.get_ref(), &mut report);
    report.mistakes.sort_by_key(|m| m.line);
    match value {
        Some(value) if report.mistakes.is_empty() => Ok(value),
        _ => {
            if report.mistakes.is_empty() {
                report.add(0, sentence("mistake-incomplete"));
            }
            Err(Mistakes(report.mistakes))
        }
    }
}

/// Collects mistakes, turning byte offsets into lines.
pub(crate) struct Report<'t> {
    text: &'t str,
    mistakes: Vec<Mistake>,
}

impl Report<'_> {
    pub(crate) fn add(&mut self, at: usize, what: Sentence) {
        let line = 1 + self.text.as_bytes()[..at.min(self.text.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        self.mistakes.push(Mistake { line, what });
    }

    /// Reports what is wrong and gives `None`, to end a reading function with.
    pub(crate) fn fail<T>(&mut self, at: usize, what: Sentence) -> Option<T> {
        self.add(at, what);
        None
    }

    pub(crate) fn text<'v>(&mut self, value: &'v Value<'_>, key: &str) -> Option<&'v str> {
        match value.get_ref().as_str() {
            Some(text) => Some(text),
            None => self.fail(value.span().start, sentence("mistake-not-text").with("key", key)),
        }
    }

    /// A whole number, with or without quotes.
    pub(crate) fn number(&mut self, value: &Value<'_>, key: &str, max: u64) -> Option<u64> {
        let number = match value.get_ref() {
            DeValue::String(text) => plain(text).parse().ok(),
            other => other
                .as_integer()
                .and_then(|i| u64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok()),
        };
        match number.filter(|n| *n <= max) {
            Some(number) => Some(number),
            None => {
                let what = sentence("mistake-not-number").with("key", key).with("max", max);
                self.fail(value.span().start, what)
            }
        }
    }

    /// True or false, with or without quotes.
    pub(crate) fn flag(&mut self, value: &Value<'_>, key: &str) -> Option<bool> {
        let flag = match value.get_ref() {
            DeValue::String(text) => plain(text).parse().ok(),
            other => other.as_bool(),
        };
        match flag {
            Some(flag) => Some(flag),
            None => self.fail(value.span().start, sentence("mistake-not-flag").with("key", key)),
        }
    }

    /// A date, written 1990-04-23 with or without quotes.
    pub(crate) fn date(&mut self, value: &Value<'_>, key: &str) -> Option<jiff::civil::Date> {
        let text = match value.get_ref() {
            DeValue::String(text) => plain(text),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        match parse_date(&text) {
            Some(date) => Some(date),
            None => self.fail(value.span().start, sentence("mistake-not-date").with("key", key)),
        }
    }

    /// A time with its offset, written 2026-01-31T14:00:00+03:00 with or without quotes.
    pub(crate) fn moment(
        &mut self,
        value: &Value<'_>,
        key: &str,
    ) -> Option<ihala_envelope::Timestamp> {
        let text = match value.get_ref() {
            DeValue::String(text) => plain(text),
            DeValue::Datetime(time) => time.to_string(),
            _ => String::new(),
        };
        match crate::date::parse(&text) {
            Some(time) => Some(time),
            None => self.fail(value.span().start, sentence("mistake-not-moment").with("key", key)),
        }
    }

    /// The id of a single code.
    pub(crate) fn code(&mut self, value: &Value<'_>, key: &str, list: &CodeList) -> Option<u16> {
        match value.get_ref().as_str().and_then(|text| list.by_name(&plain(text))) {
            Some(code) => Some(code.id),
            None => {
                let what = sentence("mistake-not-code").with("key", key);
                self.fail(value.span().start, what.with("names", list.names()))
            }
        }
    }

    /// The ids of any codes of a list, rising, without repetition.
    pub(crate) fn codes(
        &mut self,
        value: &Value<'_>,
        key: &str,
        list: &CodeList,
    ) -> Option<Vec<u16>> {
        let mut ids = Vec::new();
        let mut all_known = true;
        for (at, name) in self.texts(value, key)? {
            match list.by_name(&plain(&name)) {
                Some(code) => ids.push(code.id),
                None => {
                    all_known = false;
                    let what = sentence("mistake-not-codes").with("key", key);
                    self.add(at, what.with("names", list.names()));
                }
            }
        }
        if !all_known {
            return None;
        }
        ids.sort_unstable();
        ids.dedup();
        Some(ids)
    }

    pub(crate) fn texts(&mut self, value: &Value<'_>, key: &str) -> Option<Vec<(usize, String)>> {
        let Some(array) = value.get_ref().as_array() else {
            return self.fail(value.span().start, sentence("mistake-not-list").with("key", key));
        };
        array.iter().map(|v| self.text(v, key).map(|t| (v.span().start, t.to_owned()))).collect()
    }
}

/// A table being read: its entries by key, and where it stands in the file.
#[derive(Clone, Copy)]
pub(crate) struct Table<'v, 'i> {
    entries: &'v DeTable<'i>,
    at: usize,
}

impl<'v, 'i> Table<'v, 'i> {
    /// The whole file.
    pub(crate) const fn top(entries: &'v DeTable<'i>) -> Self {
        Self { entries, at: 0 }
    }

    /// A table inside the file; `shape` says how to write one.
    pub(crate) fn of(value: &'v Value<'i>, shape: &str, report: &mut Report<'_>) -> Option<Self> {
        let at = value.span().start;
        match value.get_ref().as_table() {
            Some(entries) => Some(Self { entries, at }),
            None => report.fail(at, sentence("mistake-write").with("shape", shape)),
        }
    }

    /// Where the table stands.
    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    /// Where the value of a key stands; the table itself, without one.
    pub(crate) fn at_key(&self, key: &str) -> usize {
        self.get(key).map_or(self.at, |v| v.span().start)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'v Value<'i>> {
        self.entries.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v)
    }

    /// The value of a key that must be there.
    pub(crate) fn need(&self, key: &str, report: &mut Report<'_>) -> Option<&'v Value<'i>> {
        match self.get(key) {
            Some(value) => Some(value),
            None => report.fail(self.at, sentence("mistake-missing").with("key", key)),
        }
    }

    /// Checks the line by which a file says what it is.
    pub(crate) fn expect_name(&self, key: &str, name: &str, report: &mut Report<'_>) {
        if self.get(key).and_then(|v| v.get_ref().as_str()) != Some(name) {
            let line = format!("{key} = \"{name}\"");
            report.add(0, sentence("mistake-first-line").with("line", line));
        }
    }

    /// One line of text, which may be left empty.
    pub(crate) fn line(&self, key: &str, report: &mut Report<'_>) -> Option<Option<String>> {
        let Some(value) = self.get(key) else { return Some(None) };
        let text = report.text(value, key)?.trim();
        if text.is_empty() {
            return Some(None);
        }
        if !is_text(text, LINE_MAX, false) {
            let what = sentence("mistake-not-line").with("key", key).with("max", LINE_MAX);
            return report.fail(value.span().start, what);
        }
        Some(Some(text.to_owned()))
    }

    /// One line of text that must be there.
    pub(crate) fn need_line(&self, key: &str, report: &mut Report<'_>) -> Option<String> {
        match self.line(key, report)? {
            Some(text) => Some(text),
            None => report.fail(self.at_key(key), sentence("mistake-empty").with("key", key)),
        }
    }

    pub(crate) fn need_date(
        &self,
        key: &str,
        report: &mut Report<'_>,
    ) -> Option<jiff::civil::Date> {
        self.need(key, report).and_then(|v| report.date(v, key))
    }

    pub(crate) fn need_flag(&self, key: &str, report: &mut Report<'_>) -> Option<bool> {
        self.need(key, report).and_then(|v| report.flag(v, key))
    }

    pub(crate) fn need_number(&self, key: &str, max: u32, report: &mut Report<'_>) -> Option<u32> {
        let value = self.need(key, report)?;
        report.number(value, key, u64::from(max)).and_then(|n| u32::try_from(n).ok())
    }

    /// The id of a single code.
    pub(crate) fn need_code(
        &self,
        key: &str,
        list: &CodeList,
        report: &mut Report<'_>,
    ) -> Option<u16> {
        let value = self.need(key, report)?;
        report.code(value, key, list)
    }

    /// The ids of one or more codes, rising.
    pub(crate) fn need_codes(
        &self,
        key: &str,
        list: &CodeList,
        report: &mut Report<'_>,
    ) -> Option<Vec<u16>> {
        let value = self.need(key, report)?;
        let ids = report.codes(value, key, list)?;
        if ids.is_empty() {
            return report
                .fail(value.span().start, sentence("mistake-names-none").with("key", key));
        }
        Some(ids)
    }

    /// What a name of a short list stands for.
    pub(crate) fn one_of<T: Copy>(
        &self,
        key: &str,
        all: &[(&str, T)],
        report: &mut Report<'_>,
    ) -> Option<T> {
        let value = self.need(key, report)?;
        let name = value.get_ref().as_str().map(plain);
        match all.iter().find(|(known, _)| name.as_deref() == Some(*known)) {
            Some((_, meant)) => Some(*meant),
            None => {
                let names: Vec<_> = all.iter().map(|(name, _)| *name).collect();
                let what = sentence("mistake-not-code").with("key", key);
                report.fail(value.span().start, what.with("names", names.join(", ")))
            }
        }
    }

    /// One or more tables, each written as `shape`.
    pub(crate) fn tables(
        &self,
        key: &str,
        shape: &str,
        max: usize,
        report: &mut Report<'_>,
    ) -> Option<Vec<Self>> {
        let value = self.need(key, report)?;
        let tables = value.get_ref().as_array().filter(|a| (1..=max).contains(&a.len()));
        let Some(tables) = tables else {
            let what = sentence("mistake-tables").with("shape", shape).with("max", max);
            return report.fail(value.span().start, what);
        };
        tables.iter().map(|table| Table::of(table, shape, report)).collect()
    }

    /// The ids of the fields that a list of fields and groups stands for, rising; `own` knows
    /// those that are not of the specification.
    pub(crate) fn need_fields(
        &self,
        key: &str,
        own: impl Fn(&str) -> Vec<FieldId>,
        report: &mut Report<'_>,
    ) -> Option<Vec<FieldId>> {
        let value = self.need(key, report)?;
        let mut ids = Vec::new();
        for (at, name) in report.texts(value, key)? {
            let name = plain(&name);
            let found = fields::by_path_or_group(&name).into_iter().map(|field| field.id);
            let found: Vec<_> = found.chain(own(&name)).collect();
            if found.is_empty() {
                report.add(at, unknown_field(&name));
            }
            ids.extend(found);
        }
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() {
            return report
                .fail(value.span().start, sentence("mistake-names-none").with("key", key));
        }
        Some(ids)
    }

    /// Reports every key that is not in `known`.
    pub(crate) fn only(&self, known: &[&str], report: &mut Report<'_>) {
        for (key, _) in self.entries {
            let name: &str = key.get_ref();
            if known.contains(&name) {
                continue;
            }
            let distance = |k: &&&str| strsim::damerau_levenshtein(name, k);
            let near = known.iter().min_by_key(distance).filter(|k| distance(k) <= 3);
            let what = match near {
                Some(near) => sentence("mistake-unknown-key-near").with("near", near),
                None => sentence("mistake-unknown-key-known").with("known", known.join(", ")),
            };
            report.add(key.span().start, what.with("key", printable(name)));
        }
    }
}

/// There is no such field, and which one may be meant.
pub(crate) fn unknown_field(path: &str) -> Sentence {
    let what = match fields::suggest(path) {
        Some(near) => sentence("mistake-unknown-field-near").with("near", near),
        None => sentence("mistake-unknown-field"),
    };
    what.with("path", printable(path))
}

/// What was copied out of a text of two directions, without the marks that isolate it there.
pub(crate) fn plain(text: &str) -> String {
    let mark = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
    text.trim_matches(|c: char| c.is_whitespace() || mark(c)).to_owned()
}
