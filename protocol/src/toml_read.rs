//! Reading what people wrote in TOML, with the line of every mistake.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::limits::TOML_MAX;

/// One mistake in an input file. Never holds a value from the file.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there, and what to write instead.
    pub message: String,
}

impl std::fmt::Display for Mistake {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

/// All mistakes of an input file, in order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Mistakes(pub Vec<Mistake>);

pub(crate) type Value<'i> = Spanned<DeValue<'i>>;

/// Parses the file and hands its top table to `read`, which reports mistakes as
/// it goes; any mistake makes the whole an error.
pub(crate) fn read<T>(
    text: &str,
    read: impl FnOnce(&DeTable<'_>, &mut Report<'_>) -> Option<T>,
) -> Result<T, Mistakes> {
    let mut report = Report { text, mistakes: Vec::new() };
    if text.len() > TOML_MAX {
        report.add(0, format!("the file is longer than {TOML_MAX} bytes"));
        return Err(Mistakes(report.mistakes));
    }
    let table = match DeTable::parse(text) {
        Ok(table) => table,
        Err(error) => {
            let at = error.span().map_or(0, |s| s.start);
            report.add(at, format!("not valid TOML: {}", error.message()));
            return Err(Mistakes(report.mistakes));
        }
    };
    let value = read(table.get_ref(), &mut report);
    report.mistakes.sort_by_key(|m| m.line);
    match value {
        Some(value) if report.mistakes.is_empty() => Ok(value),
        _ => {
            if report.mistakes.is_empty() {
                report.add(0, "the file is not complete".into());
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
    pub(crate) fn add(&mut self, at: usize, message: String) {
        let line = 1 + self.text.as_bytes()[..at.min(self.text.len())]
            .iter()
            .filter(|b| **b == b'\n')
            .count();
        self.mistakes.push(Mistake { line, message });
    }

    /// Reports `message` and gives `None`, to end a reading function with.
    pub(crate) fn fail<T>(&mut self, at: usize, message: impl Into<String>) -> Option<T> {
        self.add(at, message.into());
        None
    }

    /// Reports every key of `table` that is not in `known`.
    pub(crate) fn unknown_keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (key, _) in table {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let near = known
                    .iter()
                    .min_by_key(|k| strsim::damerau_levenshtein(name, k))
                    .filter(|k| strsim::damerau_levenshtein(name, k) <= 3);
                let hint = near.map_or_else(
                    || format!("known are: {}", known.join(", ")),
                    |k| format!("did you mean `{k}`?"),
                );
                self.add(key.span().start, format!("unknown key `{}`; {hint}", printable(name)));
            }
        }
    }

    pub(crate) fn text<'v>(&mut self, value: &'v Value<'_>, key: &str) -> Option<&'v str> {
        match value.get_ref().as_str() {
            Some(text) => Some(text),
            None => self.fail(value.span().start, format!("`{key}` must be text in quotes")),
        }
    }

    pub(crate) fn number(&mut self, value: &Value<'_>, key: &str, max: u64) -> Option<u64> {
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|i| u64::from_str_radix(&i.as_str().replace('_', ""), i.radix()).ok());
        match number.filter(|n| *n <= max) {
            Some(number) => Some(number),
            None => self.fail(
                value.span().start,
                format!("`{key}` must be a whole number from 0 to {max}"),
            ),
        }
    }

    pub(crate) fn flag(&mut self, value: &Value<'_>, key: &str) -> Option<bool> {
        match value.get_ref().as_bool() {
            Some(flag) => Some(flag),
            None => self.fail(value.span().start, format!("`{key}` must be true or false")),
        }
    }

    /// A date, written 1990-04-23 with or without quotes.
    pub(crate) fn date(&mut self, value: &Value<'_>, key: &str) -> Option<jiff::civil::Date> {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        match parse_date(&text) {
            Some(date) => Some(date),
            None => self.fail(
                value.span().start,
                format!("`{key}` must be a date that exists, written like 1990-04-23"),
            ),
        }
    }

    pub(crate) fn texts(&mut self, value: &Value<'_>, key: &str) -> Option<Vec<(usize, String)>> {
        let Some(array) = value.get_ref().as_array() else {
            return self
                .fail(value.span().start, format!("`{key}` must be a list, like [\"a\", \"b\"]"));
        };
        array.iter().map(|v| self.text(v, key).map(|t| (v.span().start, t.to_owned()))).collect()
    }
}

/// A date as in ISO 8601, year 1 to 9999.
pub(crate) fn parse_date(text: &str) -> Option<jiff::civil::Date> {
    let digits = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if digits { text.parse().ok() } else { None }
}

/// At most 40 characters of something a person typed, without control characters.
pub(crate) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}
