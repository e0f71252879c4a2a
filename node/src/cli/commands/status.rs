use std::fmt::Write as _;

use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use serde_json::Value;

use super::list::{name_in_words, problem_in_words};
use crate::cli::output::{items, short, table, text, time};
use crate::cli::{CliError, Context, locale};

/// What waits for somebody to do something: its count, its words, and the command that lists it.
const MATTERS: [(&str, &str, &str); 4] = [
    ("overdue", "status-overdue", "ihala list --overdue"),
    ("unanswered", "status-unanswered", "ihala list --unanswered"),
    ("held_back", "status-held-back", "ihala list --held-back"),
    ("ask_person", "status-ask-person", "ihala list --ask-person"),
];

/// Node, peers, queues, last barrier
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(context: &Context, _: &Args) -> Result<(), CliError> {
    let value = context.get("/v1/status")?;
    context.out.print(&value, &[text(&value["agency"], "id")], describe);
    Ok(())
}

fn describe(value: &Value) -> String {
    let peers: Vec<_> = items(value, "peers").map(peer).collect();
    let name = text(&value["agency"], "name");
    let mut out = format!("{name}\n{}\n{}", table(&node(value)), table(&peers));
    for line in notices(value) {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// The node itself.
fn node(value: &Value) -> Vec<Vec<String>> {
    let row = |key: &str, told: &str| vec![locale::say(key, &[]), told.to_owned()];
    let mut rows = vec![
        row("status-agency-id", text(&value["agency"], "id")),
        row("status-fingerprint", text(value, "fingerprint")),
    ];
    let addresses = items(value, "addresses").filter_map(Value::as_str);
    rows.extend(addresses.map(|address| row("status-address", address)));
    let barrier = match &value["last_barrier"] {
        Value::Null => locale::say("status-no-barrier", &[]),
        at => time(at),
    };
    let leaves = locale::say("status-leaves", &[("count", &value["audit_size"].to_string())]);
    rows.extend([row("status-barrier", &barrier), row("status-audit", &leaves)]);
    rows
}

/// How things stand with a peer.
fn peer(peer: &Value) -> Vec<String> {
    let connected =
        if peer["connected"] == true { "status-connected" } else { "status-not-connected" };
    vec![
        text(&peer["agency"], "name").to_owned(),
        locale::say(connected, &[]),
        locale::say("status-queued", &[("count", &peer["queued"].to_string())]),
        witnessed(&peer["witnessed"]),
        problem_in_words(&peer["problem"]),
    ]
}

/// How far its audit tree had come.
fn witnessed(witness: &Value) -> String {
    let Some(head) = witness["head"].as_str() else { return String::new() };
    let (count, at) = (witness["size"].to_string(), time(&witness["at"]));
    locale::say("status-witnessed", &[("count", &count), ("head", short(head)), ("at", &at)])
}

/// What people should see to.
fn notices(value: &Value) -> Vec<String> {
    let mut lines: Vec<_> = items(value, "dropped").map(dropped).collect();
    for (key, words, command) in MATTERS {
        if value[key].as_u64().is_some_and(|count| count > 0) {
            let count = value[key].to_string();
            lines.push(locale::say(words, &[("count", &count), ("command", command)]));
        }
    }
    if value["superseded"] == true {
        lines.push(locale::say("status-superseded", &[]));
    }
    if !value["recovery"].is_null() {
        lines.push(super::recovery::describe(&value["recovery"]));
    }
    if value["trust_file_differs"] == true {
        lines.push(locale::say("status-trust-file", &[]));
    }
    lines.extend(items(value, "escalations").map(escalation));
    lines.extend(items(value, "not_taken").map(|count| counted("status-not-taken", count)));
    lines.extend(items(value, "alarms").map(|count| counted("status-alarm", count)));
    lines
}

fn dropped(dropped: &Value) -> String {
    let (agency, count) = (text(&dropped["agency"], "name"), dropped["count"].to_string());
    locale::say("status-dropped", &[("agency", agency), ("count", &count)])
}

/// What stays overdue between two other agencies.
fn escalation(told: &Value) -> String {
    locale::say(
        "status-escalation",
        &[
            ("by", text(&told["by"], "name")),
            ("late", text(&told["late"], "name")),
            ("clock", &name_in_words("clock", text(told, "clock"))),
            ("since", &time(&told["since"])),
            ("case", &locale::code(&CASE_TYPE, text(told, "case_type"))),
            ("urgency", &locale::code(&URGENCY, text(told, "urgency"))),
        ],
    )
}

/// How often a rule was broken.
fn counted(key: &str, count: &Value) -> String {
    locale::say(
        key,
        &[
            ("agency", text(&count["agency"], "name")),
            ("count", &count["count"].to_string()),
            ("last", &time(&count["last"])),
            ("problem", &problem_in_words(count)),
        ],
    )
}
