//! The tables of `spec/forms.md` are the ones in the code.

use std::fmt::Write as _;

use ihala_protocol::codes::LISTS;
use ihala_protocol::fields::{FIELDS, Kind};

fn rendered() -> String {
    let mut out = String::from("| id | field | label | kind | required |\n|---|---|---|---|---|\n");
    for field in FIELDS {
        let kind = match &field.kind {
            Kind::Line => "line".into(),
            Kind::Text => "text".into(),
            Kind::Date => "date".into(),
            Kind::Number(max) => format!("number to {max}"),
            Kind::Flag => "yes or no".into(),
            Kind::Code(list) => format!("code of *{}*", list.name),
            Kind::Codes(list) => format!("codes of *{}*", list.name),
            Kind::Place => "place".into(),
            Kind::Province => "province".into(),
            Kind::Language => "language".into(),
            Kind::Moment => "moment".into(),
        };
        let required = if field.required { "yes" } else { "" };
        let (id, path, label) = (field.id, field.path, field.label);
        let _ = writeln!(out, "| {id} | `{path}` | {label} | {kind} | {required} |");
    }
    out.push_str("\n| list | codes |\n|---|---|\n");
    for list in LISTS {
        let codes: Vec<_> = list.codes.iter().map(|c| format!("{} `{}`", c.id, c.name)).collect();
        let _ = writeln!(out, "| {} | {} |", list.name, codes.join(", "));
    }
    out
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a golden file is read and written")]
fn the_tables_in_the_specification_are_the_ones_in_the_code() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/forms.md");
    let mut spec = std::fs::read_to_string(path).expect("part of the repository");
    if std::env::var_os("IHALA_BLESS").is_some() {
        let prose = spec.split("| id | field |").next().unwrap_or_default().to_owned();
        spec = prose + &rendered();
        std::fs::write(path, &spec).expect("writable");
    }
    assert!(spec.ends_with(&rendered()), "write it anew with IHALA_BLESS=1");
}
