use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::step::wait_until_delivered;
use crate::cli::context::read_text;
use crate::cli::output::{items, text};
use crate::cli::{CliError, Context};

/// Refer a person: validate, minimise per receiver, sign, seal and queue
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The form
    form: PathBuf,
    /// A receiver: name, id, or the start of the id; may be repeated
    #[arg(long, required = true)]
    to: Vec<String>,
    /// The consent: its id, or the start of it
    #[arg(long, default_value = "", hide_default_value = true)]
    consent: String,
    /// Only tell what would go and what would be withheld
    #[arg(long)]
    dry_run: bool,
    /// Wait up to this many seconds until the receivers' nodes have confirmed
    #[arg(long, value_name = "SECONDS")]
    wait: Option<u64>,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let form = read_text(&args.form)?;
    let body = json!({
        "form": form,
        "to": args.to,
        "consent": args.consent,
        "dry_run": args.dry_run,
    });
    let value = context.post("/v1/referrals", &body).map_err(|e| e.if_mistakes_in(&args.form))?;
    let ids: Vec<_> = items(&value, "referrals").filter_map(|r| r["id"].as_str()).collect();
    if let Some(seconds) = args.wait {
        wait_until_delivered(context, &ids, seconds)?;
    }
    context.out.print(&value, &ids, describe);
    Ok(())
}

fn describe(value: &Value) -> String {
    let mut out = String::new();
    for referral in items(value, "referrals") {
        let to = text(&referral["to"], "name");
        let _ = match referral["id"].as_str() {
            Some(id) => writeln!(out, "referral {id} to {to} is signed, sealed and queued"),
            None => writeln!(out, "to {to}: this would go (nothing was sent)"),
        };
        let labels: Vec<_> = items(referral, "sent").map(|f| text(f, "label")).collect();
        let _ = writeln!(out, "  goes: {}", labels.join(", "));
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
