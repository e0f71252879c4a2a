use ihala_http::client::segment;
use ihala_protocol::referral::TaskStatus;
use serde_json::Value;

use crate::cli::output::{items, short, table, text, time};
use crate::cli::{CliError, Context};

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

/// The FHIR status, and what of the business status says more.
pub(crate) fn status_in_words(status: &Value) -> String {
    let (task, business) = (text(status, "task"), text(status, "business"));
    let more = ["cancellation", "event", "consent"].iter().any(|start| business.starts_with(start));
    let waits = if status["waiting_for_sender"] == true { ", waiting for sender" } else { "" };
    if more { format!("{task}, {business}{waits}") } else { format!("{task}{waits}") }
}

/// What should have happened, since when, and whom to phone.
pub(crate) fn overdue_in_words(overdue: &Value) -> String {
    if overdue.is_null() {
        return String::new();
    }
    let phone = overdue["phone"].as_str().map_or_else(String::new, |p| format!(", phone {p}"));
    let who = if overdue["escalated"] == true { ", tell a supervisor" } else { "" };
    format!("OVERDUE to {} since {}{phone}{who}", text(overdue, "clock"), time(&overdue["since"]))
}

/// Who owes an answer to an order, and whether the person is to be asked.
pub(crate) fn orders_in_words(row: &Value) -> String {
    // The number that is known is that of the agency itself.
    let with_phone = |agency: &Value| match row["phone"].as_str() {
        Some(phone) if agency["id"] == row["with"]["id"] => {
            format!("{} (phone {phone})", text(agency, "name"))
        }
        _ => text(agency, "name").to_owned(),
    };
    let owing: Vec<_> = items(row, "unanswered").map(with_phone).collect();
    let mut told = Vec::new();
    if !owing.is_empty() {
        told.push(format!("ORDERED TO ERASE, no answer from: {}", owing.join(", ")));
    }
    if row["ask_person"].is_string() {
        told.push(format!(
            "ASK THE PERSON: word came by way of {} {} that consent is withdrawn",
            text(&row["with"], "name"),
            time(&row["ask_person"])
        ));
    }
    told.join("; ")
}

fn describe(value: &Value) -> String {
    let mut rows = vec![];
    for row in items(value, "referrals") {
        let (arrow, status) =
            (if row["direction"] == "in" { "from" } else { "to" }, &row["status"]);
        rows.push(vec![
            short(text(row, "id")).to_owned(),
            format!("{arrow} {}", text(&row["with"], "name")),
            text(row, "case_code").to_owned(),
            text(row, "case_type").to_owned(),
            text(row, "urgency").to_owned(),
            status_in_words(status),
            time(&row["created"]),
            overdue_in_words(&row["overdue"]),
            orders_in_words(row),
            row["problem"]["rule"].as_str().map_or_else(String::new, |rule| {
                let what = match row["held_back"] == true {
                    true => "who the person is waits",
                    false => "refused",
                };
                format!("{what}: {rule} {}", text(&row["problem"], "sentence"))
            }),
        ]);
    }
    if rows.is_empty() {
        return "no referral fits".into();
    }
    let mut out = table(&rows);
    if let Some(next) = value["next"].as_str() {
        out.push_str(&format!("more: --after {next}\n"));
    }
    out
}
