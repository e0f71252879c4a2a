use ihala_http::client::segment;
use ihala_protocol::codes::{CASE_TYPE, URGENCY};
use ihala_protocol::referral::TaskStatus;
use serde_json::Value;

use crate::cli::output::{items, short, table, text, time};
use crate::cli::{CliError, Context, locale};

/// The worklist, newest first
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only referrals to us
    #[arg(long = "in", conflicts_with = "outgoing")]
    incoming: bool,
    /// Only referrals from us
    #[arg(long = "out")]
    outgoing: bool,
    /// Only what is overdue, the oldest first, with the number to phone
    #[arg(long, group = "matter", conflicts_with_all = ["incoming", "outgoing", "status"])]
    overdue: bool,
    /// Only what an agency was ordered to erase and has not answered
    #[arg(long, group = "matter", conflicts_with_all = ["incoming", "outgoing", "status"])]
    unanswered: bool,
    /// Only where another agency was told that consent is withdrawn: ask the person
    #[arg(long, group = "matter", conflicts_with_all = ["incoming", "outgoing", "status"])]
    ask_person: bool,
    /// Only where who the person is waits, because consent or protocol are in the way
    #[arg(long, group = "matter", conflicts_with_all = ["incoming", "outgoing", "status"])]
    held_back: bool,
    /// Only referrals of this status
    #[arg(long, value_parser = statuses())]
    status: Option<String>,
    /// Rows of one page, at most 200
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=200))]
    limit: u16,
    /// Continue after a page: its `next`
    #[arg(long)]
    after: Option<String>,
}

fn statuses() -> clap::builder::PossibleValuesParser {
    TaskStatus::ALL.map(TaskStatus::name).into()
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let mut path = format!("/v1/referrals?limit={}", args.limit);
    if args.incoming {
        path.push_str("&direction=in");
    }
    if args.outgoing {
        path.push_str("&direction=out");
    }
    for (matter, asked) in [
        ("overdue", args.overdue),
        ("unanswered", args.unanswered),
        ("ask-person", args.ask_person),
        ("held-back", args.held_back),
    ] {
        if asked {
            path.push_str(&format!("&matter={matter}"));
        }
    }
    for (key, value) in [("status", &args.status), ("after", &args.after)] {
        if let Some(value) = value {
            path.push_str(&format!("&{key}={}", segment(value)));
        }
    }
    let value = context.get(&path)?;
    let ids: Vec<_> = items(&value, "referrals").map(|r| text(r, "id")).collect();
    context.out.print(&value, &ids, describe);
    Ok(())
}

/// What people call a stable name that may be of several words.
pub(crate) fn name_in_words(kind: &str, name: &str) -> String {
    locale::name(kind, &name.replace(' ', "-"))
}

/// The FHIR status, and what of the business status says more.
fn status_in_words(status: &Value) -> String {
    let business = text(status, "business");
    let more = ["cancellation", "event", "consent"].iter().any(|start| business.starts_with(start));
    let mut words = vec![locale::name("task", text(status, "task"))];
    if more {
        words.push(name_in_words("business", business));
    }
    if status["waiting_for_sender"] == true {
        words.push(locale::say("waiting-for-sender", &[]));
    }
    locale::list(&words)
}

/// What should have happened, since when, and whom to phone.
pub(crate) fn overdue_in_words(overdue: &Value) -> String {
    if overdue.is_null() {
        return String::new();
    }
    let clock = name_in_words("clock", text(overdue, "clock"));
    let since = time(&overdue["since"]);
    let mut told = vec![locale::say("overdue", &[("clock", &clock), ("since", &since)])];
    if let Some(phone) = overdue["phone"].as_str() {
        told.push(locale::say("overdue-phone", &[("phone", phone)]));
    }
    if overdue["escalated"] == true {
        told.push(locale::say("overdue-supervisor", &[]));
    }
    locale::list(&told)
}

/// Which rule is in the way, and what can be done; nothing, if there is none.
pub(crate) fn problem_in_words(problem: &Value) -> String {
    let Some(rule) = problem["rule"].as_str() else { return String::new() };
    let (sentence, advice) = (text(problem, "sentence"), text(problem, "advice"));
    locale::say("problem", &[("rule", rule), ("sentence", sentence), ("advice", advice)])
}

/// Who owes an answer to an order, and whether the person is to be asked.
pub(crate) fn orders_in_words(row: &Value) -> String {
    // The number that is known is that of the agency itself.
    let with_phone = |agency: &Value| match row["phone"].as_str() {
        Some(phone) if agency["id"] == row["with"]["id"] => {
            locale::say("agency-phone", &[("agency", text(agency, "name")), ("phone", phone)])
        }
        _ => text(agency, "name").to_owned(),
    };
    let owing: Vec<_> = items(row, "unanswered").map(with_phone).collect();
    let owing = match owing.is_empty() {
        true => String::new(),
        false => locale::say("orders-owing", &[("agencies", &locale::list(&owing))]),
    };
    if !row["ask_person"].is_string() {
        return owing;
    }
    let (by, at) = (text(&row["with"], "name"), time(&row["ask_person"]));
    let ask = locale::say("orders-ask-person", &[("agency", by), ("at", &at)]);
    match owing.is_empty() {
        true => ask,
        false => locale::say("orders-both", &[("owing", &owing), ("ask", &ask)]),
    }
}

/// Why the other node refused a message of ours, or why something of ours waits.
fn refusal_in_words(row: &Value) -> String {
    let Some(rule) = row["problem"]["rule"].as_str() else { return String::new() };
    let key = if row["held_back"] == true { "list-held-back" } else { "list-refused" };
    locale::say(key, &[("rule", rule), ("sentence", text(&row["problem"], "sentence"))])
}

fn describe(value: &Value) -> String {
    let row = |row: &Value| {
        let key = if row["direction"] == "in" { "list-from" } else { "list-to" };
        vec![
            short(text(row, "id")).to_owned(),
            locale::say(key, &[("agency", text(&row["with"], "name"))]),
            text(row, "case_code").to_owned(),
            locale::code(&CASE_TYPE, text(row, "case_type")),
            locale::code(&URGENCY, text(row, "urgency")),
            status_in_words(&row["status"]),
            time(&row["created"]),
            overdue_in_words(&row["overdue"]),
            orders_in_words(row),
            refusal_in_words(row),
        ]
    };
    let rows: Vec<_> = items(value, "referrals").map(row).collect();
    if rows.is_empty() {
        return locale::say("list-none", &[]);
    }
    let mut out = table(&rows);
    if let Some(next) = value["next"].as_str() {
        out.push_str(&locale::say("list-more", &[("option", &format!("--after {next}"))]));
    }
    out
}
