use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::step::{check_not_refused, wait_until_settled};
use crate::cli::context::read_text;
use crate::cli::output::{items, text};
use crate::cli::{CliError, Context};

/// Refer a person: validate, minimise per receiver, sign, seal and queue
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The form; an onward referral without one tells what came
    #[arg(required_unless_present = "onward_of")]
    form: Option<PathBuf>,
    /// A receiver: name, id, or the start of the id; may be repeated
    #[arg(long, required = true)]
    to: Vec<String>,
    /// The consent: its id, or the start of it
    #[arg(long, default_value = "", hide_default_value = true)]
    consent: String,
    /// The referral that came in and goes onward with this one
    #[arg(long, value_name = "REFERRAL")]
    onward_of: Option<String>,
    /// Why it goes to an agency that has held the same request before
    #[arg(long, value_name = "REASON", value_parser = super::step::codes(&ihala_protocol::codes::REASON))]
    again: Option<String>,
    /// Responsibility for the case moves to the receiver when it accepts
    #[arg(long)]
    transfer: bool,
    /// Only tell what would go and what would be withheld
    #[arg(long)]
    dry_run: bool,
    /// Wait up to this many seconds until the receivers' nodes have confirmed
    #[arg(long, value_name = "SECONDS")]
    wait: Option<u64>,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let form = args.form.as_deref().map(read_text).transpose()?.unwrap_or_default();
    let body = json!({
        "form": form,
        "to": args.to,
        "consent": args.consent,
        "dry_run": args.dry_run,
        "onward_of": args.onward_of,
        "again": args.again,
        "transfer": args.transfer,
    });
    let made = context.post("/v1/referrals", &body);
    let mut value = match &args.form {
        Some(file) => made.map_err(|e| e.if_mistakes_in(file))?,
        None => made?,
    };
    let ids: Vec<String> =
        items(&value, "referrals").filter_map(|r| r["id"].as_str().map(str::to_owned)).collect();
    let mut ended = Ok(());
    if let Some(seconds) = args.wait {
        for (index, id) in ids.iter().enumerate() {
            let Some(shown) = wait_until_settled(context, id, seconds) else { break };
            for key in ["delivery", "problem"] {
                value["referrals"][index][key] = shown["history"][0][key].clone();
            }
            ended = ended.and_then(|()| check_not_refused(&shown));
        }
    }
    context.out.print(&value, &ids.iter().map(String::as_str).collect::<Vec<_>>(), describe);
    ended
}

fn describe(value: &Value) -> String {
    let mut out = String::new();
    for referral in items(value, "referrals") {
        let to = text(&referral["to"], "name");
        let _ = match referral["id"].as_str() {
            Some(id) if referral["on_paper"] == true => writeln!(
                out,
                "referral {id} to {to} is recorded; it has no node: phone {}, tell it what goes, and report \
                 what it says (ihala report)",
                referral["phone"].as_str().unwrap_or("it"),
            ),
            Some(id) => {
                let state = match text(referral, "delivery") {
                    "delivered" => "is delivered: its node has stored it",
                    "refused" => "was refused by its node",
                    _ if referral["problem"].is_object() => {
                        "is signed and queued; its node does not take it yet"
                    }
                    _ => "is signed and queued; it goes out as soon as the agency can be reached",
                };
                let why = match &referral["problem"] {
                    Value::Null => String::new(),
                    p => format!(
                        ": {}: {}; {}",
                        text(p, "rule"),
                        text(p, "sentence"),
                        text(p, "advice")
                    ),
                };
                writeln!(out, "referral {id} to {to} {state}{why}")
            }
            None => writeln!(out, "to {to}: this would go (nothing was sent)"),
        };
        let labels: Vec<_> = items(referral, "sent").map(|f| text(f, "label")).collect();
        let _ = writeln!(out, "  goes: {}", labels.join(", "));
        let later: Vec<_> = items(referral, "later").map(|f| text(f, "label")).collect();
        if !later.is_empty() {
            let _ = writeln!(out, "  goes only after {to} has accepted: {}", later.join(", "));
        }
        for warning in items(referral, "warnings").filter_map(Value::as_str) {
            let _ = writeln!(out, "  WARNING: {warning}");
        }
        for field in items(referral, "withheld") {
            let problem = &field["problem"];
            let _ = writeln!(
                out,
                "  withheld: {} ({}: {})",
                text(field, "label"),
                text(problem, "rule"),
                text(problem, "sentence")
            );
        }
    }
    out
}
