use std::fmt::Write as _;

use serde_json::Value;

use crate::cli::output::{items, short, table, text, time};
use crate::cli::{CliError, Context};

/// Node, peers, queues, last barrier
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(context: &Context, _: &Args) -> Result<(), CliError> {
    let value = context.get("/v1/status")?;
    context.out.print(&value, &[text(&value["agency"], "id")], describe);
    Ok(())
}

fn describe(value: &Value) -> String {
    let mut out = format!(
        "{}\nagency id    {}\nfingerprint  {}\n",
        text(&value["agency"], "name"),
        text(&value["agency"], "id"),
        text(value, "fingerprint"),
    );
    for address in items(value, "addresses") {
        let _ = writeln!(out, "address      {}", address.as_str().unwrap_or_default());
    }
    let barrier = match &value["last_barrier"] {
        Value::Null => "nothing written since the start".to_owned(),
        at => time(at),
    };
    let _ = writeln!(out, "last barrier {barrier}\naudit        {} leaves\n", value["audit_size"]);
    let rows: Vec<_> = items(value, "peers")
        .map(|peer| {
            let connected = if peer["connected"] == true { "connected" } else { "not connected" };
            let problem = match &peer["problem"] {
                Value::Null => String::new(),
                p => format!("{}: {}; {}", text(p, "rule"), text(p, "sentence"), text(p, "advice")),
            };
            let witnessed = &peer["witnessed"];
            let told = match witnessed["head"].as_str() {
                None => String::new(),
                Some(head) => format!(
                    "audit {} leaves, head {}, {}",
                    witnessed["size"],
                    short(head),
                    time(&witnessed["at"])
                ),
            };
            vec![
                text(&peer["agency"], "name").to_owned(),
                connected.to_owned(),
                format!("{} queued", peer["queued"]),
                told,
                problem,
            ]
        })
        .collect();
    out.push_str(&table(&rows));
    for dropped in items(value, "dropped") {
        let agency = text(&dropped["agency"], "name");
        let _ = writeln!(out, "{agency} accepted and then dropped {} referrals", dropped["count"]);
    }
    for (key, what) in [
        ("overdue", "overdue (ihala list --overdue)"),
        ("unanswered", "ordered to be erased, and not answered yet (ihala list --unanswered)"),
        (
            "held_back",
            "accepted, but who the person is waits for consent or protocol (ihala list --held-back)",
        ),
        (
            "ask_person",
            "with another agency telling that consent is withdrawn: ASK THE PERSON (ihala list --ask-person)",
        ),
    ] {
        if value[key].as_u64().is_some_and(|count| count > 0) {
            let _ = writeln!(out, "{} referrals {what}", value[key]);
        }
    }
    for told in items(value, "escalations") {
        let _ = writeln!(
            out,
            "OVERDUE, told by {}: {} has not done this: {}; noticed {} ({} {})",
            text(&told["by"], "name"),
            text(&told["late"], "name"),
            text(told, "clock"),
            time(&told["since"]),
            text(told, "urgency"),
            text(told, "case_type"),
        );
    }
    for (what, key) in [("not taken", "not_taken"), ("ALARM", "alarms")] {
        for count in items(value, key) {
            let agency =
                count["agency"]["name"].as_str().map_or_else(String::new, |a| format!(" {a}"));
            let _ = writeln!(
                out,
                "{what}{agency}: {} times, last {}, {}: {}; {}",
                count["count"],
                time(&count["last"]),
                text(count, "rule"),
                text(count, "sentence"),
                text(count, "advice")
            );
        }
    }
    out
}
