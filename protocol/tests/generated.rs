//! Pages that are made from the code: `IHALA_BLESS=1 cargo test -p ihala-protocol --test
//! generated` writes them anew.

#![allow(clippy::disallowed_methods, reason = "golden files are read and written")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

use ihala_envelope::{Finality, Rule, limits as envelope_limits};
use ihala_protocol::codes::LISTS;
use ihala_protocol::deadline::LIMIT_MAX;
use ihala_protocol::definition::{About, DEFINITIONS, When};
use ihala_protocol::fields::{FIELDS, Kind, Sensitivity};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::letter::Succession;
use ihala_protocol::referral::{EventKind, ReceiverState, SenderState, receiver_step, sender_step};
use ihala_protocol::{backup, limits, roster, rules, schema, template};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// The page ends with what the code makes of it, from `start` on.
fn golden(name: &str, start: &str, made: &str) {
    assert!(made.starts_with(start));
    let path = path(name);
    let mut page = std::fs::read_to_string(&path).unwrap_or_default();
    if std::env::var_os("IHALA_BLESS").is_some() {
        let prose = page.split(start).next().unwrap_or_default().to_owned();
        page = prose + made;
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        std::fs::write(&path, &page).expect("writable");
    }
    assert!(page.ends_with(made), "{name}: write it anew with IHALA_BLESS=1");
}

fn kind(kind: &Kind) -> String {
    match kind {
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
    }
}

const fn sensitivity(sensitivity: Sensitivity) -> &'static str {
    match sensitivity {
        Sensitivity::Coded => "coded",
        Sensitivity::Case => "case",
        Sensitivity::Identifying => "identifying",
    }
}

fn when(when: When) -> String {
    match when {
        When::Minor => "the person is under 18".into(),
        When::Flag(field, yes) => {
            format!("`{}` is {}", field.path, if yes { "yes" } else { "no" })
        }
        When::Code(field, code) => {
            let (Kind::Code(list) | Kind::Codes(list)) = &field.kind else {
                unreachable!("a code is of a list")
            };
            let name = list.by_id(code).map_or("", |c| c.name);
            format!("`{}` is *{name}*", field.path)
        }
    }
}

#[test]
fn the_tables_of_the_forms_are_the_ones_in_the_data() {
    const START: &str = "## The forms\n";
    let mut out = format!("{START}\n");
    for definition in DEFINITIONS.iter() {
        let about = match definition.about {
            About::Person => "a person",
            About::Service => "a service",
        };
        let paths: Vec<_> = definition.fields.iter().map(|f| format!("`{}`", f.path)).collect();
        let required: Vec<_> = definition
            .fields
            .iter()
            .filter(|f| definition.required.contains(&f.id))
            .map(|f| format!("`{}`", f.path))
            .collect();
        let _ = writeln!(
            out,
            "**{}**, id {}, about {about}. Fields: {}.\n\nAlways needed: {}.\n",
            definition.title(),
            definition.id,
            paths.join(", "),
            required.join(", ")
        );
        for condition in &definition.conditions {
            let _ = writeln!(
                out,
                "- `{}` is needed if {}.",
                condition.needs.path,
                when(condition.when)
            );
        }
        out.push('\n');
    }
    out.push_str(
        "## The fields\n\n| id | field | label | kind | sensitivity |\n|---|---|---|---|---|\n",
    );
    for field in FIELDS.iter() {
        let (id, path, label) = (field.id, field.path, labels::field(field.path, Language::En));
        let (kind, harm) = (kind(&field.kind), sensitivity(field.sensitivity));
        let _ = writeln!(out, "| {id} | `{path}` | {label} | {kind} | {harm} |");
    }
    out.push_str("\n## The code lists\n\n| list | codes |\n|---|---|\n");
    for list in LISTS.iter() {
        let codes: Vec<_> = list.codes.iter().map(|c| format!("{} `{}`", c.id, c.name)).collect();
        let _ = writeln!(out, "| {} | {} |", list.name, codes.join(", "));
    }
    golden("spec/forms.md", START, &out);
}

/// What a receiver answers when a message breaks the rule.
fn answer(rule: &Rule) -> &'static str {
    // Judged where a document is made or taken in from a file, and by a reply's reader.
    const HERE: [&str; 16] = [
        "CON-01", "CON-06", "CON-07", "CON-08", "DEL-08", "ISP-10", "POL-01", "POL-11", "POL-13",
        "POL-14", "REF-13", "TRU-03", "TRU-04", "POL-06", "POL-07", "REF-15",
    ];
    match rule.id {
        "ENV-04" => "`[3, key statement]`",
        "REF-15" => "receipt with key 9",
        "POL-06" | "POL-07" => "`[2, refusal]`",
        "CARD-09" | "CARD-11" | "ROS-10" | "BAK-05" => "`[4, rule ID]`",
        "CARD-10" => "a receipt: the letter is taken",
        id if ["CARD-", "ROS-", "BAK-"].iter().any(|p| id.starts_with(p)) || HERE.contains(&id) => {
            "none: no message breaks it"
        }
        // Whoever it was may not have been the sender.
        id if id.starts_with("ENV-") => "`[4, rule ID]`",
        _ if rule.finality == Finality::Transient => "`[4, rule ID]`",
        _ => "`[2, refusal]`",
    }
}

#[test]
fn the_table_of_rules_is_the_one_in_the_code() {
    const START: &str = "| ID | what is wrong | the receiver answers | alarm |\n";
    let mut out = format!("{START}|---|---|---|---|\n");
    let mut all: Vec<&Rule> = ihala_envelope::rule::ALL.iter().chain(rules::ALL).copied().collect();
    all.sort_by_key(|rule| rule.id);
    for rule in all {
        let alarm = if rules::is_alarm(rule) { "yes" } else { "" };
        let _ = writeln!(out, "| {} | {} | {} | {alarm} |", rule.id, rule.sentence, answer(rule));
    }
    golden("spec/rules.md", START, &out);
}

#[test]
fn the_limits_are_the_ones_in_the_code() {
    const START: &str = "| what | at most | beyond it |\n";
    let hours = LIMIT_MAX as usize;
    let skew = usize::try_from(limits::CLOCK_SKEW).expect("small");
    let grace = usize::try_from(roster::GRACE / 86_400).expect("small");
    let valid = usize::try_from(limits::VALID_MAX / 86_400).expect("small");
    let rows: [(&str, usize, &str); 50] = [
        ("envelope, bytes", envelope_limits::ENVELOPE_MAX, "ENV-01"),
        ("plaintext frame, bytes", envelope_limits::FRAME_MAX, "ENV-01"),
        ("payload, bytes", envelope_limits::PAYLOAD_MAX, "ENV-01"),
        ("`COSE_Sign1` in a frame, bytes", envelope_limits::SIGN1_MAX, "ENV-01"),
        ("nesting of arrays, maps and tags", envelope_limits::DEPTH_MAX, "as another form"),
        ("reply, bytes", limits::REPLY_MAX, "DEL-08"),
        ("cards of an agency", 256, "CARD-01"),
        (
            "names, peer ids or keys of a key statement, each",
            limits::STATEMENT_ITEMS_MAX,
            "CARD-04",
        ),
        ("addresses of a key statement", limits::STATEMENT_ITEMS_MAX, "CARD-04"),
        ("text in a key statement, bytes", limits::STATEMENT_TEXT_MAX, "CARD-04"),
        ("peer id, bytes", 64, "CARD-04"),
        ("additions that a key statement lists", limits::FEATURES_MAX, "CARD-04"),
        ("armoured file, bytes", limits::ARMOR_MAX, "CARD-01, ISP-01, CON-07"),
        ("protocol, bytes", limits::ISP_MAX, "ISP-01"),
        ("parties of a protocol", limits::PARTIES_MAX, "ISP-01"),
        ("clauses of a protocol", limits::CLAUSES_MAX, "ISP-01"),
        ("hours of a deadline", hours, "ISP-01"),
        ("proposals of one agency that wait", 32, "ISP-09"),
        ("line, characters", limits::LINE_MAX, "REF-01, ISP-01"),
        ("text, characters", limits::TEXT_MAX, "REF-01"),
        ("note, characters", limits::NOTE_MAX, "REF-01"),
        ("purposes of a scope", limits::SCOPE_ITEMS_MAX, "REF-01"),
        ("fields of a scope", limits::SCOPE_ITEMS_MAX, "REF-01"),
        ("recipients of a consent", limits::RECIPIENTS_MAX, "CON-07"),
        ("fields that one question asks for", limits::ASK_MAX, "REF-01"),
        ("agencies that hand a request on", limits::HOPS_MAX, "REF-01"),
        ("events of a chain", limits::CHAIN_MAX as usize, "REF-09"),
        ("of which for orders and their answers alone", limits::CHAIN_RESERVED as usize, "REF-09"),
        ("agencies further on that are named in a referral", 32, "left out"),
        ("seats of a charter", roster::SEATS_MAX, "ROS-01"),
        ("charters of a network", roster::CHARTERS_MAX, "ROS-01"),
        ("members of a roster", roster::MEMBERS_MAX, "ROS-01"),
        ("signed roster, bytes", roster::ROSTER_MAX, "ROS-01"),
        ("days after the end of a roster in which requests go", grace, "ROS-09"),
        ("messages that a letter of succession names", Succession::OUTSTANDING_MAX, "DEL-09"),
        ("hashes of a consistency proof", 128, "DEL-09"),
        ("escalations that a focal point keeps", 1_000, "the oldest goes"),
        ("nominations of one agency that are kept", 1_000, "its oldest goes"),
        ("head of a backup, bytes", backup::HEAD_MAX, "BAK-01"),
        ("plain text of a chunk of a backup, bytes", backup::CHUNK, "BAK-01"),
        ("entry of a backup, bytes", backup::ENTRY_MAX, "BAK-04"),
        ("part of an account, bytes", limits::ACCOUNT_PART_MAX, "DEL-09"),
        ("parts of an account", limits::ACCOUNT_PARTS_MAX as usize, "DEL-09"),
        ("seconds by which a sender's clock may be ahead", skew, "DEL-04, ISP-06, CON-03"),
        ("days for which a consent is given", valid, "our own"),
        ("input file of a person, bytes", limits::TOML_MAX, "our own"),
        ("connections", 256, "our own"),
        ("connections of one node", 4, "our own"),
        ("streams of one connection", 64, "our own"),
        ("seconds for a reply", 60, "our own"),
    ];
    let mut out = format!("{START}|---|---|---|\n");
    for (what, most, beyond) in rows {
        let _ = writeln!(out, "| {what} | {} | {beyond} |", grouped(most));
    }
    golden("spec/limits.md", START, &out);
}

/// 65536 as 65,536.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The edges of a diagram: from, to, and the steps that lead there.
fn edges(moves: &BTreeSet<(String, String, &'static str)>) -> String {
    let mut out = String::new();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (from, to, _) in moves {
        let pair = (from.clone(), to.clone());
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    for (from, to) in pairs {
        let steps: Vec<_> = moves
            .iter()
            .filter(|(f, t, _)| (f, t) == (&from, &to))
            .map(|(.., step)| *step)
            .collect();
        let _ = writeln!(out, "    {from} --> {to}: {}", steps.join(", "));
    }
    out
}

fn diagram(title: &str, first: &str, moves: &BTreeSet<(String, String, &'static str)>) -> String {
    format!(
        "## {title}\n\n```mermaid\nstateDiagram-v2\n    [*] --> {first}\n{}```\n\n",
        edges(moves)
    )
}

#[test]
fn the_diagrams_are_drawn_from_the_table() {
    const START: &str = "## The sender: stage\n";
    let word = |name: &str| name.replace('-', "_");
    let (mut stages, mut withdrawals) = (BTreeSet::new(), BTreeSet::new());
    let (mut progress, mut appointments, mut erasures) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for sender in SenderState::all() {
        for receiver in ReceiverState::all() {
            for step in EventKind::ALL {
                if let Ok(after) = sender_step(Some(sender), receiver, *step) {
                    if after.stage != sender.stage {
                        stages.insert((
                            word(sender.stage.name()),
                            word(after.stage.name()),
                            step.name(),
                        ));
                    }
                    if after.withdrawal != sender.withdrawal {
                        let (from, to) = (sender.withdrawal.name(), after.withdrawal.name());
                        withdrawals.insert((word(from), word(to), step.name()));
                    }
                }
                if let Ok(after) = receiver_step(receiver, sender, *step) {
                    if after.progress != receiver.progress {
                        let (from, to) = (receiver.progress.name(), after.progress.name());
                        progress.insert((word(from), word(to), step.name()));
                    }
                    if after.appointment != receiver.appointment {
                        let (from, to) = (receiver.appointment.name(), after.appointment.name());
                        appointments.insert((word(from), word(to), step.name()));
                    }
                    if after.erasure != receiver.erasure {
                        let (from, to) = (receiver.erasure.name(), after.erasure.name());
                        erasures.insert((word(from), word(to), step.name()));
                    }
                }
            }
        }
    }
    let out = [
        diagram("The sender: stage", "requested", &stages),
        diagram("The sender: withdrawal", "no", &withdrawals),
        diagram("The receiver: progress", "new", &progress),
        diagram("The receiver: newest appointment", "none", &appointments),
        diagram("The receiver: erasure", "no", &erasures),
    ];
    golden("spec/diagrams.md", START, &format!("{}\n", out.concat().trim_end()));
}

#[test]
fn each_form_has_its_schema() {
    for definition in DEFINITIONS.iter() {
        let made = schema::schema(definition, Language::En);
        let made = serde_json::to_string_pretty(&made).expect("JSON") + "\n";
        golden(&format!("docs/forms/{}.schema.json", definition.name), "{", &made);
    }
}

#[test]
fn the_fields_are_explained_in_every_language() {
    for language in Language::ALL {
        let mut out = String::new();
        for definition in DEFINITIONS.iter() {
            let (title, purpose) = labels::form(definition.name, language);
            let _ = writeln!(out, "# {title}\n\n`{}` - {purpose}\n", definition.title());
            let mut group = "";
            for field in &definition.fields {
                if field.group() != group {
                    group = field.group();
                    let _ = writeln!(out, "## {}\n", labels::group(group, language));
                }
                let by_others = definition.conditions.iter().any(|c| c.needs.id == field.id);
                let needed = match (definition.required.contains(&field.id), by_others) {
                    (true, _) => format!(" ({})", labels::text("form_needed", language, &[])),
                    (false, true) => {
                        format!(" ({})", labels::text("form_needed_if", language, &[]))
                    }
                    (false, false) => String::new(),
                };
                let label = labels::field(field.path, language);
                let help = labels::help(field.path, language);
                let _ = writeln!(out, "**{label}**{needed} `{}`: {help}\n", field.path);
                if let Some(first) = template::choices(field, language).first() {
                    let _ = writeln!(out, "{first}\n");
                }
                if let Kind::Code(list) | Kind::Codes(list) = &field.kind {
                    for code in list.codes {
                        let label = labels::code(list.name, code.name, language);
                        let _ = writeln!(out, "- `{}`: {label}", code.name);
                    }
                    out.push('\n');
                }
            }
        }
        let made = format!("{}\n", out.trim_end());
        golden(&format!("docs/forms/fields.{}.md", language.code()), "# ", &made);
    }
}
