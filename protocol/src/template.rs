//! An empty form to fill in, with help in the caseworker's language.

use std::fmt::Write as _;

use crate::codes::CodeList;
use crate::definition::Definition;
use crate::fields::{Field, Kind};
use crate::labels::{self, Language};
use crate::words::isolated;

/// A form file in which every field stands, empty, with its help above it.
pub fn template(definition: &Definition, language: Language) -> String {
    let (title, purpose) = labels::form(definition.name, language);
    let mut out = format!("# {title}\n# {purpose}\n");
    let _ = writeln!(out, "# {}\n", labels::text("form_leave", language, &[]));
    let _ = writeln!(out, "form = \"{}\"", definition.title());
    let mut group = "";
    for field in &definition.fields {
        if field.group() != group {
            group = field.group();
            let _ = writeln!(out, "\n# ---- {}\n[{group}]", labels::group(group, language));
        }
        write_field(&mut out, definition, field, language);
    }
    out
}

fn write_field(out: &mut String, definition: &Definition, field: &Field, language: Language) {
    let say = |key: &str| labels::text(key, language, &[]);
    let label = labels::field(field.path, language);
    let need = if definition.required.contains(&field.id) {
        format!(" ({})", say("form_needed"))
    } else if definition.conditions.iter().any(|c| c.needs.id == field.id) {
        format!(" ({})", say("form_needed_if"))
    } else {
        String::new()
    };
    let _ = writeln!(out, "\n# {label}{need}\n# {}", labels::help(field.path, language));
    for line in choices(field, language) {
        let _ = writeln!(out, "# {line}");
    }
    let name = field.path.split_once('.').map_or(field.path, |(_, name)| name);
    let empty = match &field.kind {
        Kind::Codes(_) => "[]",
        Kind::Text => "\"\"\"\"\"\"",
        _ => "\"\"",
    };
    let _ = writeln!(out, "{name} = {empty}");
}

/// What may be written into a field, one line each.
pub fn choices(field: &Field, language: Language) -> Vec<String> {
    let example =
        |key: &str, example: &str| vec![labels::text(key, language, &[("example", example)])];
    let list = |first: String, list: &CodeList| {
        let entry = |name: &str| {
            let label = labels::code(list.name, name, language);
            format!("  {}: {label}", isolated(name, language))
        };
        std::iter::once(first).chain(list.codes.iter().map(|c| entry(c.name))).collect()
    };
    match &field.kind {
        Kind::Line | Kind::Text => Vec::new(),
        Kind::Date => example("form_day", "2026-01-31"),
        Kind::Moment => example("form_moment", "2026-01-31T14:05:00+03:00"),
        Kind::Place => example("form_place", "TUR027001"),
        Kind::Province => example("form_place", "TUR027"),
        Kind::Language => example("form_language", "ar"),
        Kind::Flag => vec![labels::text("form_flag", language, &[])],
        Kind::Number(max) => {
            vec![labels::text("form_number", language, &[("max", &max.to_string())])]
        }
        Kind::Code(codes) => list(labels::text("form_one", language, &[]), codes),
        Kind::Codes(codes) => {
            let two: Vec<_> = codes
                .codes
                .iter()
                .filter(|c| c.name != "none")
                .take(2)
                .map(|c| format!("\"{}\"", c.name))
                .collect();
            let shown = format!("[{}]", two.join(", "));
            list(labels::text("form_any", language, &[("example", &shown)]), codes)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::DEFINITIONS;
    use crate::form::Form;

    #[test]
    fn an_empty_template_is_a_form_that_lacks_only_what_it_needs() {
        for definition in DEFINITIONS.iter() {
            for language in Language::ALL {
                let text = template(definition, language);
                let mistakes = Form::from_toml(&text).unwrap_err().0;
                let missing =
                    mistakes.iter().filter(|m| m.what.key() == "mistake-missing-always").count();
                assert_eq!(missing, mistakes.len(), "{mistakes:?}");
                assert_eq!(missing, definition.required.len(), "{}", definition.name);
            }
        }
    }
}
