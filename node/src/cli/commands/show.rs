use std::fmt::Write as _;

use ihala_http::client::segment;
use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use ihala_protocol::words::isolated;
use serde_json::Value;

use super::list::{name_in_words, orders_in_words, overdue_in_words, problem_in_words};
use crate::cli::output::{day, indented, items, table, text, time};
use crate::cli::{CliError, Context, help, locale};

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
    let mut out = String::new();
    for line in head(value).iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "{line}");
    }
    let row = |field: &Value| {
        let shown = text(field, "value").replace('\n', "\n    ");
        vec![format!("  {}", text(field, "label")), shown]
    };
    let fields: Vec<_> = items(value, "fields").map(row).collect();
    let _ = write!(out, "\n{}", table(&fields));
    for field in items(value, "withheld") {
        let (label, rule) = (text(field, "label"), text(&field["problem"], "rule"));
        let told = locale::say("show-withheld", &[("field", label), ("rule", rule)]);
        let _ = writeln!(out, "  {told}");
    }
    section(&mut out, "show-history", items(value, "history").map(entry));
    if items(value, "orders").next().is_some() {
        section(&mut out, "show-orders", items(value, "orders").map(order));
    }
    section(&mut out, "show-who-knows", items(value, "who_knows").map(knows));
    for line in [report_steps(value), next_steps(value)].iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "\n{line}");
    }
    out
}

/// A heading, and what stands below it.
fn section(out: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    let _ = writeln!(out, "\n{}", locale::say(heading, &[]));
    for line in lines {
        let _ = writeln!(out, "  {line}");
    }
}

/// What it is, how it stands, and what people should know before they act. A line may be empty.
fn head(value: &Value) -> Vec<String> {
    let mut lines = vec![
        title(value),
        status(value),
        overdue_in_words(&value["overdue"]),
        orders_in_words(value),
        problem(value),
    ];
    let warnings = items(value, "warnings").filter_map(Value::as_str);
    lines.extend(warnings.map(str::to_owned));
    lines.extend([on_paper(value), transfer(value), hold(&value["hold"])]);
    lines.extend(way(value));
    if value["erased"].is_string() {
        lines.push(locale::say("show-erased", &[("at", &time(&value["erased"]))]));
    }
    lines.extend(items(value, "calls").map(call));
    lines.extend(items(value, "due").map(due));
    lines
}

fn title(value: &Value) -> String {
    let key = if value["direction"] == "in" { "show-from" } else { "show-to" };
    locale::say(key, &[("id", text(value, "id")), ("agency", text(&value["with"], "name"))])
}

fn status(value: &Value) -> String {
    let status = &value["status"];
    let waits = status["waiting_for_sender"] == true;
    let case = locale::code(&CASE_TYPE, text(value, "case_type"));
    let urgency = locale::code(&URGENCY, text(value, "urgency"));
    let task = locale::name("task", text(status, "task"));
    let business = locale::name("business", text(status, "business"));
    // In some languages both are one word.
    let key = match (business == task, waits) {
        (true, _) => "show-status-plain",
        (false, true) => "show-status-waiting",
        (false, false) => "show-status",
    };
    let waiting = locale::say("waiting-for-sender", &[]);
    let task = if waits && business == task { format!("{task}, {waiting}") } else { task };
    let fill = [("case", &case), ("urgency", &urgency), ("task", &task), ("business", &business)];
    locale::say(key, &fill.map(|(place, value)| (place, value.as_str())))
}

/// Why the other node refused something of ours, or why who the person is waits.
fn problem(value: &Value) -> String {
    let problem = problem_in_words(&value["problem"]);
    match value["held_back"] == true {
        true => locale::say("show-held-back", &[("problem", &problem)]),
        false => problem,
    }
}

fn on_paper(value: &Value) -> String {
    match (value["on_paper"] == true, value["phone"].as_str()) {
        (false, _) => String::new(),
        (true, Some(phone)) => locale::say("show-on-paper", &[("phone", phone)]),
        (true, None) => locale::say("show-on-paper-no-number", &[]),
    }
}

fn transfer(value: &Value) -> String {
    if value["transfer"] != true {
        return String::new();
    }
    locale::say("show-transfer", &[("agency", text(&value["responsible"], "name"))])
}

fn hold(hold: &Value) -> String {
    if !hold.is_object() {
        return String::new();
    }
    locale::say("show-hold", &[("until", day(&hold["until"])), ("basis", text(hold, "basis"))])
}

/// Where the request comes from, and where it went from here.
fn way(value: &Value) -> Vec<String> {
    let told = |key: &str, id: &str| locale::say(key, &[("id", id)]);
    let mut lines = Vec::new();
    lines.extend(value["continues"].as_str().map(|id| told("show-continues", id)));
    let children = items(value, "continued_by").filter_map(Value::as_str);
    lines.extend(children.map(|id| told("show-continued-by", id)));
    if items(value, "handovers").count() > 1 {
        let names = items(value, "handovers").map(|agency| text(agency, "name").to_owned());
        let then = |first: String, next: String| {
            locale::say("show-then", &[("first", &first), ("next", &next)])
        };
        let agencies = names.reduce(then).unwrap_or_default();
        lines.push(locale::say("show-handovers", &[("agencies", &agencies)]));
    }
    lines
}

fn call(call: &Value) -> String {
    let (at, whom) = (time(&call["at"]), text(call, "with"));
    match call["said"].as_str() {
        None => locale::say("show-call", &[("at", &at), ("whom", whom)]),
        Some(said) => locale::say("show-call-said", &[("at", &at), ("whom", whom), ("said", said)]),
    }
}

fn due(due: &Value) -> String {
    let clock = name_in_words("clock", text(due, "clock"));
    locale::say("show-due", &[("clock", &clock), ("by", &time(&due["by"]))])
}

/// One event.
fn entry(entry: &Value) -> String {
    let step = locale::name("step", text(entry, "step"));
    let apart = |value: &str| isolated(value, locale::language());
    let (at, by) = (apart(&time(&entry["at"])), apart(text(&entry["by"], "name")));
    let mut out = format!("{at}  {by}  {step}");
    let (label, note) = (text(entry, "label"), text(entry, "note"));
    if !label.is_empty() {
        let _ = write!(out, ": {label}");
    }
    if !note.is_empty() {
        let _ = write!(out, " {}", locale::say("show-note", &[("note", &indented(note))]));
    }
    if entry["when"].is_string() {
        let _ = write!(out, ": {}", time(&entry["when"]));
    }
    for (key, words) in [("keys_until", "show-keys-until"), ("backups_until", "show-backups-until")]
    {
        if entry[key].is_string() {
            let _ = write!(out, "; {}", locale::say(words, &[("time", &time(&entry[key]))]));
        }
    }
    let fields: Vec<_> = items(entry, "fields").map(|f| apart(text(f, "label"))).collect();
    if !fields.is_empty() {
        let _ = write!(out, " [{}]", locale::list(&fields));
    }
    if entry["agency"].is_object() {
        let _ = write!(out, " ({})", text(&entry["agency"], "name"));
    }
    if entry["reported"].is_object() {
        let _ = write!(out, " [{}]", reported(&entry["reported"]));
    } else if entry["unsigned"] == true {
        let _ = write!(out, " [{}]", locale::say("show-unsigned", &[]));
    }
    if entry["too_late"] == true {
        let _ = write!(out, " - {}", locale::say("show-too-late", &[]));
    }
    let delivery = delivery(entry);
    if !delivery.is_empty() {
        let _ = write!(out, "  [{delivery}]");
    }
    if let Some(rule) = entry["problem"]["rule"].as_str() {
        let fill = [("rule", rule), ("sentence", text(&entry["problem"], "sentence"))];
        let _ = write!(out, " {}", locale::say("show-problem", &fill));
    }
    out
}

/// Who told us of a step of a receiver without a node.
fn reported(report: &Value) -> String {
    let at = time(&report["at"]);
    let (by, how) = (text(report, "said_by"), text(report, "how"));
    locale::say("show-reported", &[("by", by), ("how", how), ("at", &at)])
}

/// What became of an event of ours.
fn delivery(entry: &Value) -> String {
    let name = text(entry, "delivery");
    if name.is_empty() {
        return String::new();
    }
    let delivery = locale::name("delivery", name);
    match name {
        "queued" => delivery,
        _ => {
            let at = time(&entry["settled"]);
            locale::say("show-settled", &[("delivery", &delivery), ("at", &at)])
        }
    }
}

/// What became of our order to an agency.
fn order(order: &Value) -> String {
    let told = match (text(order, "order"), order["answer"].as_str()) {
        ("stop", _) => locale::say("show-order-stop", &[]),
        (_, None) => locale::say("show-order-unanswered", &[]),
        (_, Some(answer)) => answered(order, answer),
    };
    format!("{}: {told}", text(&order["agency"], "name"))
}

/// What an agency answered to our order to erase, and what follows.
fn answered(order: &Value, answer: &str) -> String {
    let by = text(&order["told_by"], "name");
    let key = match (order["reported"] == true, by.is_empty()) {
        (false, true) => "show-order-answered",
        (true, true) => "show-order-reported",
        (false, false) => "show-order-told",
        (true, false) => "show-order-reported-told",
    };
    let told = locale::say(key, &[("answer", answer), ("agency", by)]);
    if order["until"].is_string() {
        let (basis, until) = (text(order, "basis"), day(&order["until"]));
        let fill = &[("told", told.as_str()), ("basis", basis), ("until", until)];
        return locale::say("show-order-kept", fill);
    }
    let set = |key: &str| match order[key].is_string() {
        true => time(&order[key]),
        false => locale::say("show-none-set", &[]),
    };
    let (copies, backups) = (set("captured_copies"), set("backups"));
    locale::say("show-order-copies", &[("told", &told), ("copies", &copies), ("backups", &backups)])
}

/// What an agency holds, and how sure that is.
fn knows(knows: &Value) -> String {
    let (agency, basis) = (text(&knows["agency"], "name"), text(knows, "basis"));
    // After our own copy is destroyed nobody here can count any more.
    let told = match items(knows, "fields").count() {
        0 => basis.to_owned(),
        count => {
            let count = count.to_string();
            locale::say("show-knows-fields", &[("basis", basis), ("count", &count)])
        }
    };
    format!("{}: {told}", isolated(agency, locale::language()))
}

fn report_steps(value: &Value) -> String {
    let steps: Vec<_> = items(value, "report_steps").filter_map(Value::as_str).collect();
    if steps.is_empty() {
        return String::new();
    }
    let steps = locale::list(&steps);
    locale::say("show-report-steps", &[("command", "ihala report ID STEP"), ("steps", &steps)])
}

fn next_steps(value: &Value) -> String {
    let steps: Vec<_> = items(value, "next_steps").filter_map(Value::as_str).collect();
    if steps.is_empty() {
        return String::new();
    }
    let row = |step: &&str| vec![format!("  {step}"), help::about(step)];
    let rows = table(&steps.iter().map(row).collect::<Vec<_>>());
    format!("{}\n{}", locale::say("show-next-steps", &[]), rows.trim_end())
}
