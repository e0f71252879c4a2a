//! Filling a form in, question by question.

use std::collections::BTreeSet;
use std::io::{BufRead as _, Read as _, Write as _};

use ihala_envelope::Timestamp;
use ihala_protocol::Form;
use ihala_protocol::codes::CodeList;
use ihala_protocol::definition::Definition;
use ihala_protocol::fields::{Field, Kind};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::leak::folded;
use ihala_protocol::template::choices;

use crate::cli::output::is_yes;
use crate::cli::{CliError, locale};

/// What a person typed at a question.
enum Typed {
    /// Nothing: the question is left out.
    Nothing,
    /// Help, please.
    Help,
    /// The question before.
    Back,
    /// The answer given before is wrong: take it out.
    Clear,
    /// That is all.
    Stop,
    /// An answer.
    Answer(String),
}

/// Asks on standard error for every field that may apply; `keep` is handed the form as a file
/// after each answer, so that nothing is lost whatever happens.
pub(super) fn fill(
    definition: &Definition,
    language: Language,
    now: Timestamp,
    keep: impl Fn(&str) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let (title, purpose) = labels::form(definition.name, language);
    tell(&format!("{title}\n{purpose}\n{}\n", locale::say("fill-start", &[])))?;
    keep(&file(definition, &[]))?;
    let mut answers: Vec<Option<String>> = vec![None; definition.fields.len()];
    let mut at = 0;
    let mut group = "";
    while let Some(field) = definition.fields.get(at) {
        let form = read(definition, &answers);
        if !applies(field, &form, now) {
            answers[at] = None;
            at += 1;
            continue;
        }
        if field.group() != group {
            group = field.group();
            tell(&format!("\n== {}\n", labels::group(group, language)))?;
        }
        let needed = definition.needs(field.id, &form, now);
        match ask(field, needed, answers[at].as_deref(), language)? {
            Typed::Nothing if needed && answers[at].is_none() => {
                tell(&format!("  {}\n", locale::say("fill-needed", &[])))?;
            }
            // What was answered before stays.
            Typed::Nothing => at += 1,
            Typed::Clear => {
                answers[at] = None;
                keep(&file(definition, &answers))?;
            }
            Typed::Help => {
                tell(&format!("  {}\n", labels::help(field.path, language)))?;
                show_choices(field, language)?;
            }
            Typed::Back => at = before(definition, &answers, at, now),
            Typed::Stop => break,
            Typed::Answer(text) => match value(definition, field, &text, language) {
                Ok(value) => {
                    answers[at] = Some(value);
                    keep(&file(definition, &answers))?;
                    at += 1;
                }
                Err(why) => {
                    let why = locale::say("fill-not-fit", &[("why", &why)]);
                    tell(&format!("  {why}\n"))?;
                    show_choices(field, language)?;
                }
            },
        }
    }
    Ok(())
}

/// Tells the person something. Where nobody listens, nobody answers either.
fn tell(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stderr().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| {
        CliError::internal(locale::sentence("fill-cannot-ask").with("error", error))
    })
}

fn show_choices(field: &Field, language: Language) -> Result<(), CliError> {
    choices(field, language).iter().try_for_each(|line| tell(&format!("  {line}\n")))
}

/// The question before this one that applies.
fn before(definition: &Definition, answers: &[Option<String>], at: usize, now: Timestamp) -> usize {
    let form = read(definition, answers);
    let earlier = definition.fields[..at].iter().rposition(|f| applies(f, &form, now));
    earlier.unwrap_or(at)
}

/// The caregiver is asked about where the person is a child.
fn applies(field: &Field, form: &Form, now: Timestamp) -> bool {
    field.group() != "caregiver" || form.is_about_child(now)
}

fn ask(
    field: &Field,
    needed: bool,
    before: Option<&str>,
    language: Language,
) -> Result<Typed, CliError> {
    let label = labels::field(field.path, language);
    let need = if needed {
        format!(" ({})", labels::text("form_needed", language, &[]))
    } else {
        String::new()
    };
    tell(&format!("\n{label}{need}\n"))?;
    match &field.kind {
        Kind::Code(list) | Kind::Codes(list) => {
            for (code, number) in list.codes.iter().zip(1..) {
                let label = labels::code(list.name, code.name, language);
                tell(&format!("  {number}  {label}\n"))?;
            }
        }
        Kind::Flag => tell(&format!("  {}\n", locale::say("fill-yes-or-no", &[])))?,
        _ => show_choices(field, language)?,
    }
    if let Some(before) = before {
        tell(&format!("  = {before}\n"))?;
    }
    tell("> ")?;
    let Some(line) = read_line()? else { return Ok(Typed::Stop) };
    Ok(match line.trim() {
        "" => Typed::Nothing,
        "?" | "؟" => Typed::Help,
        "<" => Typed::Back,
        "-" => Typed::Clear,
        "." => Typed::Stop,
        first if field.kind == Kind::Text => {
            // What was pasted goes on to the next empty line, and into no other field.
            let mut text = first.to_owned();
            while let Some(line) = read_line()?.filter(|line| !line.trim().is_empty()) {
                text.push('\n');
                text.push_str(line.trim_end());
            }
            Typed::Answer(text)
        }
        text => Typed::Answer(text.to_owned()),
    })
}

/// The next line; `None` at the end of the input.
fn read_line() -> Result<Option<String>, CliError> {
    /// Longer than any answer.
    const LINE_MAX: u64 = 65_536;
    let mut bytes = Vec::new();
    let mut input = std::io::stdin().lock().take(LINE_MAX);
    let read = input.read_until(b'\n', &mut bytes).map_err(|error| {
        CliError::usage(locale::sentence("fill-cannot-read").with("error", error))
    })?;
    // What is no UTF-8 is told as an answer that does not fit.
    Ok((read > 0).then(|| String::from_utf8_lossy(&bytes).into_owned()))
}

/// The answer as it stands in a file, or why it does not fit.
fn value(
    definition: &Definition,
    field: &Field,
    text: &str,
    language: Language,
) -> Result<String, String> {
    let western: String;
    let text = match &field.kind {
        Kind::Line | Kind::Text => text,
        _ => {
            western = text.chars().map(western_digit).collect();
            &western
        }
    };
    let value = match &field.kind {
        Kind::Code(list) => {
            quoted(&name_of(list, text, language).unwrap_or_else(|| text.to_owned()))
        }
        Kind::Codes(list) => {
            let names =
                text.split([',', '،']).flat_map(|part| match name_of(list, part, language) {
                    Some(name) => vec![name],
                    // Numbers with nothing but blanks between them.
                    None => {
                        let words = part.split_whitespace();
                        words.map(|w| name_of(list, w, language).unwrap_or(w.to_owned())).collect()
                    }
                });
            let names: BTreeSet<String> = names.map(|name| quoted(&name)).collect();
            format!("[{}]", names.into_iter().collect::<Vec<_>>().join(", "))
        }
        Kind::Flag => match folded(text).as_str() {
            "true" | "1" | "y" | "e" | "s" => "true".into(),
            yes if is_yes(yes) => "true".into(),
            "no" | "n" | "hayir" | "h" | "لا" | "false" | "0" => "false".into(),
            other => quoted(other),
        },
        Kind::Number(_) if text.parse::<u32>().is_ok() => text.to_owned(),
        _ => quoted(text),
    };
    // The same reader judges it that will read the file.
    let (group, name) = field.path.split_once('.').unwrap_or_default();
    let alone = format!("form = \"{}\"\n[{group}]\n{name} = {value}\n", definition.title());
    match Form::from_toml(&alone) {
        Ok(_) => Ok(value),
        Err(mistakes) => {
            let mut about = mistakes.0.into_iter().filter(|m| m.line == 3);
            about.next().map_or(Ok(value), |mistake| Err(mistake.what.text(language)))
        }
    }
}

/// An Arabic-Indic or Persian digit as the one that files have.
fn western_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// The code of a number in the list, of a name, or of a label.
fn name_of(list: &CodeList, text: &str, language: Language) -> Option<String> {
    let text = text.trim();
    let number = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let wanted = folded(text);
    let means = |name: &str| {
        // A label is meant without its remark too: "Urgent (within 72 hours)".
        let label = folded(&labels::code(list.name, name, language));
        [name, &label, label.split(" (").next().unwrap_or_default()].contains(&wanted.as_str())
    };
    let code = number.and_then(|index| list.codes.get(index));
    let code = code.or_else(|| list.codes.iter().find(|code| means(code.name)));
    code.map(|code| code.name.to_owned())
}

/// A TOML string: its escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What has been answered so far.
fn read(definition: &Definition, answers: &[Option<String>]) -> Form {
    // Each answer was read by itself already; what is missing is of no concern yet.
    Form::from_toml_so_far(&file(definition, answers))
}

fn file(definition: &Definition, answers: &[Option<String>]) -> String {
    let mut out = format!("form = \"{}\"\n", definition.title());
    let mut group = "";
    for (field, answer) in definition.fields.iter().zip(answers) {
        let Some(answer) = answer else { continue };
        if field.group() != group {
            group = field.group();
            out.push_str(&format!("\n[{group}]\n"));
        }
        let name = field.path.split_once('.').map_or(field.path, |(_, name)| name);
        out.push_str(&format!("{name} = {answer}\n"));
    }
    out
}
