use std::fmt::Write as _;

use ihala_http::client::segment;
use serde_json::Value;

use super::list::{orders_in_words, overdue_in_words};
use crate::cli::output::{day, items, table, text, time};
use crate::cli::{CliError, Context};

/// One referral with its whole history and who knows what
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Its id, or at least its first four digits
    #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
    id: String,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let value = context.get(&format!("/v1/referrals/{}", segment(&args.id)))?;
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}

pub(crate) fn describe(value: &Value) -> String {
    let way = if value["direction"] == "in" { "from" } else { "to" };
    let status = &value["status"];
    let mut out = format!(
        "referral {} {way} {}\n{} {}: {} ({}){}\n",
        text(value, "id"),
        text(&value["with"], "name"),
        text(value, "urgency"),
        text(value, "case_type"),
        text(status, "task"),
        text(status, "business"),
        if status["waiting_for_sender"] == true { ", waiting for sender" } else { "" },
    );
    let overdue = overdue_in_words(&value["overdue"]);
    let orders = orders_in_words(value);
    for line in [overdue, orders].iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    if let Some(rule) = value["problem"]["rule"].as_str() {
        let problem = &value["problem"];
        let (sentence, advice) = (text(problem, "sentence"), text(problem, "advice"));
        if value["held_back"] == true {
            out.push_str(
                "accepted, but who the person is waits, and goes by itself when that ends: ",
            );
        }
        let _ = writeln!(out, "{rule}: {sentence}; {advice}");
    }
    for warning in items(value, "warnings").filter_map(Value::as_str) {
        let _ = writeln!(out, "{warning}");
    }
    if value["on_paper"] == true {
        let phone = value["phone"].as_str().unwrap_or("it");
        let _ = writeln!(out, "it has no node: phone {phone}, and report what it says");
    }
    if value["transfer"] == true {
        let responsible = text(&value["responsible"], "name");
        let _ = writeln!(
            out,
            "a transfer: responsibility moves with the accept; responsible now: {responsible}"
        );
    }
    if value["hold"].is_object() {
        let (basis, until) = (text(&value["hold"], "basis"), day(&value["hold"]["until"]));
        let _ = writeln!(
            out,
            "kept until {until}, also against an order to erase: {}",
            basis.to_lowercase()
        );
    }
    if let Some(id) = value["continues"].as_str() {
        let _ = writeln!(out, "continues referral {id}");
    }
    for id in items(value, "continued_by").filter_map(Value::as_str) {
        let _ = writeln!(out, "referred onward as {id}");
    }
    if items(value, "handovers").count() > 1 {
        let names: Vec<_> = items(value, "handovers").map(|a| text(a, "name")).collect();
        let _ = writeln!(out, "handed on by: {}", names.join(", then "));
    }
    if value["erased"].is_string() {
        let _ = writeln!(out, "its content was destroyed here {}", time(&value["erased"]));
    }
    for call in items(value, "calls") {
        let (at, with) = (time(&call["at"]), text(call, "with"));
        let said = call["said"].as_str().map_or_else(String::new, |said| format!(": {said}"));
        let _ = writeln!(out, "call {at} with {with}{said}");
    }
    for due in items(value, "due") {
        let _ = writeln!(out, "to {} by {}", text(due, "clock"), time(&due["by"]));
    }
    out.push('\n');
    let rows: Vec<_> = items(value, "fields")
        .map(|f| vec![format!("  {}", text(f, "label")), text(f, "value").replace('\n', "\n    ")])
        .collect();
    out.push_str(&table(&rows));
    for field in items(value, "withheld") {
        let _ = writeln!(
            out,
            "  withheld: {} ({})",
            text(field, "label"),
            text(&field["problem"], "rule")
        );
    }
    out.push_str("\nhistory\n");
    for entry in items(value, "history") {
        let _ = write!(
            out,
            "  {}  {}  {}",
            time(&entry["at"]),
            text(&entry["by"], "name"),
            text(entry, "step")
        );
        let (label, note) = (text(entry, "label"), text(entry, "note"));
        if !label.is_empty() {
            let _ = write!(out, ": {label}");
        }
        if !note.is_empty() {
            let _ = write!(out, " \"{note}\"");
        }
        if entry["when"].is_string() {
            let _ = write!(out, ": {}", time(&entry["when"]));
        }
        let fields: Vec<_> = items(entry, "fields").map(|f| text(f, "label")).collect();
        if !fields.is_empty() {
            let _ = write!(out, " [{}]", fields.join(", "));
        }
        if entry["agency"].is_object() {
            let _ = write!(out, " ({})", text(&entry["agency"], "name"));
        }
        if let Some(said_by) = entry["reported"]["said_by"].as_str() {
            let reported = &entry["reported"];
            let (how, at) = (text(reported, "how").to_lowercase(), time(&reported["at"]));
            let _ = write!(out, " [reported by {said_by}, {how}, {at}]");
        } else if entry["unsigned"] == true {
            out.push_str(" [reported, not signed]");
        }
        if entry["too_late"] == true {
            out.push_str(" - came too late: the other side had moved already");
        }
        match text(entry, "delivery") {
            "" => {}
            "queued" => out.push_str("  [waiting to be delivered]"),
            delivery => {
                let _ = write!(out, "  [{delivery} {}]", time(&entry["settled"]));
            }
        }
        if let Some(rule) = entry["problem"]["rule"].as_str() {
            let _ = write!(out, " {rule}: {}", text(&entry["problem"], "sentence"));
        }
        out.push('\n');
    }
    if items(value, "orders").next().is_some() {
        out.push_str("\norders\n");
    }
    for order in items(value, "orders") {
        let _ = write!(out, "  {}: ", text(&order["agency"], "name"));
        match (text(order, "order"), order["answer"].as_str()) {
            ("stop", _) => out.push_str("ordered to stop sharing"),
            (_, None) => out.push_str("ordered to erase: NOT ANSWERED YET"),
            (_, Some(answer)) => {
                let _ = write!(out, "ordered to erase: {}", answer.to_lowercase());
                if order["reported"] == true {
                    out.push_str(" (reported, not signed)");
                }
                if let Some(by) = order["told_by"]["name"].as_str() {
                    let _ = write!(out, ", as {by} tells");
                }
                if order["until"].is_string() {
                    let (basis, until) =
                        (text(order, "basis").to_lowercase(), day(&order["until"]));
                    let _ = write!(out, " ({basis}) until {until}");
                } else {
                    let none = |key: &str| match order[key].is_string() {
                        true => time(&order[key]),
                        false => "none set".to_owned(),
                    };
                    let (copies, backups) = (none("captured_copies"), none("backups"));
                    let _ =
                        write!(out, "; captured copies die: {copies}; backups expire: {backups}");
                }
            }
        }
        out.push('\n');
    }
    out.push_str("\nwho knows what\n");
    for knows in items(value, "who_knows") {
        // After our own copy is destroyed nobody here can count any more.
        let known = match items(knows, "fields").count() {
            0 => String::new(),
            count => format!("{count} fields, "),
        };
        let (agency, basis) = (text(&knows["agency"], "name"), text(knows, "basis"));
        let _ = writeln!(out, "  {agency}: {known}{basis}");
    }
    let reports: Vec<_> = items(value, "report_steps").filter_map(Value::as_str).collect();
    if !reports.is_empty() {
        let _ = writeln!(out, "\nwhen it answers, `ihala report ID STEP`: {}", reports.join(", "));
    }
    let steps: Vec<_> = items(value, "next_steps").filter_map(Value::as_str).collect();
    if !steps.is_empty() {
        let _ = writeln!(out, "\nyou can now: {}", steps.join(", "));
    }
    out
}
