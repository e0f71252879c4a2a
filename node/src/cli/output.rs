//! What commands print.

use std::io::Write;

use ihala_protocol::leak::folded;
use ihala_protocol::words::isolated;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::locale;

/// How to print.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Out {
    /// One JSON document.
    pub(crate) json: bool,
    /// Ids only.
    pub(crate) quiet: bool,
}

impl Out {
    /// Prints an answer: as JSON, as its ids alone, or as `people` puts it.
    pub(crate) fn print(self, value: &Value, ids: &[&str], people: impl FnOnce(&Value) -> String) {
        self.print_file(value, ids, |value| turned(people(value).trim_end()));
    }

    /// The same of what goes into a file, or to another program: not a mark is put in.
    pub(crate) fn print_file(
        self,
        value: &Value,
        ids: &[&str],
        people: impl FnOnce(&Value) -> String,
    ) {
        if self.json {
            say(&value.to_string());
        } else if self.quiet {
            for id in ids {
                say(id);
            }
        } else {
            say(people(value).trim_end());
        }
    }
}

/// In a language written from right to left, every line is, whatever it begins with.
pub(crate) fn turned(text: &str) -> String {
    if !locale::language().is_right_to_left() {
        return text.to_owned();
    }
    let line = |line: &str| match line.is_empty() {
        true => String::new(),
        false => format!("\u{200f}{line}"),
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Tells something on standard error. Where nobody listens, nothing is lost but that.
macro_rules! tell {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr().lock(), $($words)*);
    }};
}
pub(crate) use tell;

/// Prints one text on standard output. Whoever stopped reading (`| head`) knows what
/// they do; any other failure is told, because what was printed may be the only
/// word of something done.
pub(crate) fn say(text: &str) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    if let Err(error) = written
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        let error = error.to_string();
        tell!("{}\n{text}", locale::say("output-failed", &[("error", &error)]));
    }
}

/// Asks a person on standard error; whether they typed yes.
pub(crate) fn confirmed(question: &str) -> bool {
    // Nobody who cannot hear says yes.
    let mut err = std::io::stderr().lock();
    let _ = write!(err, "{question} ").and_then(|()| err.flush());
    drop(err);
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line);
    read.is_ok() && is_yes(&line)
}

/// Whether a person typed the whole word yes, in any of the languages.
pub(crate) fn is_yes(text: &str) -> bool {
    ["yes", "evet", "نعم", "si"].contains(&folded(text).as_str())
}

/// Text of a value; nothing for null.
pub(crate) fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// Words for people at the head of a TOML file.
pub(crate) fn comment(words: &str) -> String {
    words.lines().map(|line| format!("# {line}\n")).collect()
}

/// A text of several lines inside something else: what it says cannot be taken for that.
pub(crate) fn indented(text: &str) -> String {
    text.replace(['\n', '\u{2028}', '\u{2029}'], "\n      ")
}

/// The entries of a list.
pub(crate) fn items<'v>(value: &'v Value, key: &str) -> std::slice::Iter<'v, Value> {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default().iter()
}

/// The first eight digits of an id, enough to name it.
pub(crate) fn short(id: &str) -> &str {
    id.get(..8).unwrap_or(id)
}

/// `2026-01-31 14:05:09 +03:00` of a time, by the clock on the caseworker's wall.
pub(crate) fn time(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let here = text.parse::<Timestamp>().map(|time| time.to_zoned(TimeZone::system()));
    match here {
        Ok(here) if !here.offset().is_zero() => here.strftime("%Y-%m-%d %H:%M:%S %:z").to_string(),
        _ => text.replace('T', " ").replace('Z', " UTC"),
    }
}

/// `2026-01-31` of a time that stands for a day: days end where UTC does.
pub(crate) fn day(value: &Value) -> &str {
    value.as_str().and_then(|text| text.get(..10)).unwrap_or_default()
}

/// Columns, each as wide as its widest entry, two spaces apart. What stands in one does not
/// turn another around.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| match cell.trim_start() {
        "" => String::new(),
        words => {
            let indent = &cell[..cell.len() - words.len()];
            format!("{indent}{}", isolated(words, locale::language()))
        }
    };
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    // Marks that isolate one direction from the other take no place.
    let wide = |text: &str| text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).count();
    let width = |column: usize| {
        rows.iter().filter_map(|r| r.get(column)).map(|c| wide(c)).max().unwrap_or(0)
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - wide(cell) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
