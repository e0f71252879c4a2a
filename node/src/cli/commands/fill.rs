//! Filling a form in, question by question.

use std::io::{BufRead as _, Write as _};

use ihala_envelope::Timestamp;
use ihala_protocol::Form;
use ihala_protocol::definition::Definition;
use ihala_protocol::fields::{Field, Kind};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::template::choices;

use crate::cli::CliError;

/// What a person typed at a question.
enum Typed {
    /// Nothing: the question is left out.
    Nothing,
    /// Help, please.
    Help,
    /// The question before.
    Back,
    /// That is all.
    Stop,
    /// An answer.
    Answer(String),
}

/// Asks on standard error for every field that may apply; the form as a file.
pub(super) fn fill(
    definition: &Definition,
    language: Language,
    now: Timestamp,
) -> Result<String, CliError> {
    let (title, purpose) = labels::form(definition.name, language);
    eprintln!("{title}\n{purpose}\n{}", labels::text("fill_start", language, &[]));
    let mut answers: Vec<Option<String>> = vec![None; definition.fields.len()];
    let mut at = 0;
    let mut group = "";
    while let Some(field) = definition.fields.get(at) {
        let form = read(definition, &answers);
        if !applies(definition, field, &form, now) {
            answers[at] = None;
            at += 1;
            continue;
        }
        if field.group() != group {
            group = field.group();
            eprintln!("\n== {}", labels::group(group, language));
        }
        let needed = definition.needs(field.id, &form, now);
        match ask(field, needed, language)? {
            Typed::Nothing if needed => {
                eprintln!("  {}", labels::text("fill_needed", language, &[]));
            }
            Typed::Nothing => {
                answers[at] = None;
                at += 1;
            }
            Typed::Help => eprintln!("  {}", labels::help(field.path, language)),
            Typed::Back => at = before(definition, &answers, at, now),
            Typed::Stop => break,
            Typed::Answer(text) => match value(definition, field, &text) {
                Ok(value) => {
                    answers[at] = Some(value);
                    at += 1;
                }
                Err(why) => {
                    let why = labels::text("fill_not_fit", language, &[("why", &why)]);
                    eprintln!("  {why}");
                    for line in choices(field, language) {
                        eprintln!("  {line}");
                    }
                }
            },
        }
    }
    Ok(file(definition, &answers))
}

/// The question before this one that applies.
fn before(definition: &Definition, answers: &[Option<String>], at: usize, now: Timestamp) -> usize {
    let form = read(definition, answers);
    let earlier = definition.fields[..at].iter().rposition(|f| applies(definition, f, &form, now));
    earlier.unwrap_or(at)
}

/// What depends on another answer is asked only where that answer makes it needed; of the
/// caregiver, where the person is a child.
fn applies(definition: &Definition, field: &Field, form: &Form, now: Timestamp) -> bool {
    if field.group() == "caregiver" && !form.is_about_child(now) {
        return false;
    }
    let mut conditions = definition.conditions.iter().filter(|c| c.needs.id == field.id).peekable();
    conditions.peek().is_none() || conditions.any(|c| c.when.is_so(form, now))
}

fn ask(field: &Field, needed: bool, language: Language) -> Result<Typed, CliError> {
    let label = labels::field(field.path, language);
    let need = if needed {
        format!(" ({})", labels::text("form_needed", language, &[]))
    } else {
        String::new()
    };
    eprintln!("\n{label}{need}");
    if let Kind::Code(list) | Kind::Codes(list) = &field.kind {
        for (code, number) in list.codes.iter().zip(1..) {
            eprintln!("  {number}  {}", labels::code(list.name, code.name, language));
        }
    }
    eprint!("> ");
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    let read = read.map_err(|error| {
        CliError::usage(
            format!("cannot read the answer: {error}"),
            "answer in a terminal, or use `ihala form new`",
        )
    })?;
    Ok(match line.trim() {
        // The end of the input is the end of the answers.
        _ if read == 0 => Typed::Stop,
        "" => Typed::Nothing,
        "?" | "؟" => Typed::Help,
        "<" => Typed::Back,
        "." => Typed::Stop,
        text => Typed::Answer(text.to_owned()),
    })
}

/// The answer as it stands in a file, or why it does not fit.
fn value(definition: &Definition, field: &Field, text: &str) -> Result<String, String> {
    let value = match &field.kind {
        Kind::Code(list) => quoted(&name_of(list, text)),
        Kind::Codes(list) => {
            let parts = text.split([',', '،', ' ']).filter(|part| !part.is_empty());
            let mut names: Vec<String> = parts.map(|part| quoted(&name_of(list, part))).collect();
            names.dedup();
            format!("[{}]", names.join(", "))
        }
        Kind::Flag => match text.to_lowercase().as_str() {
            "yes" | "y" | "evet" | "e" | "نعم" | "sí" | "si" | "s" | "true" | "1" => {
                "true".into()
            }
            "no" | "n" | "hayır" | "h" | "لا" | "false" | "0" => "false".into(),
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
            about.next().map_or(Ok(value), |mistake| Err(mistake.message))
        }
    }
}

/// The code of a number in the list, or what was typed.
fn name_of(list: &ihala_protocol::codes::CodeList, text: &str) -> String {
    let number = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let code = number.and_then(|index| list.codes.get(index));
    code.map_or_else(|| text.to_owned(), |code| code.name.to_owned())
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
