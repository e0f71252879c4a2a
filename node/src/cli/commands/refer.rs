use std::path::PathBuf;

use serde_json::{Value, json};

use super::list::problem_in_words;
use super::step::{check_not_refused, wait_until_settled};
use crate::cli::context::read_text;
use crate::cli::output::{items, text};
use crate::cli::{CliError, Context, locale};

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
    items(value, "referrals").flat_map(lines).map(|line| line + "\n").collect()
}

/// What became of the referral to one receiver, and what goes.
fn lines(referral: &Value) -> Vec<String> {
    let to = text(&referral["to"], "name");
    let labels = |key: &str| {
        let labels: Vec<_> = items(referral, key).map(|field| text(field, "label")).collect();
        locale::list(&labels)
    };
    let goes = locale::say("refer-goes", &[("fields", &labels("sent"))]);
    let mut lines = vec![outcome(referral), format!("  {goes}")];
    let later = labels("later");
    if !later.is_empty() {
        let told = locale::say("refer-later", &[("agency", to), ("fields", &later)]);
        lines.push(format!("  {told}"));
    }
    for warning in items(referral, "warnings").filter_map(Value::as_str) {
        lines.push(format!("  {}", locale::say("refer-warning", &[("warning", warning)])));
    }
    lines.extend(items(referral, "withheld").map(|field| format!("  {}", withheld(field))));
    lines
}

fn outcome(referral: &Value) -> String {
    let to = text(&referral["to"], "name");
    let Some(id) = referral["id"].as_str() else {
        return locale::say("refer-trial", &[("agency", to)]);
    };
    if referral["on_paper"] == true {
        return on_paper(referral, id);
    }
    let key = match text(referral, "delivery") {
        "delivered" => "refer-delivered",
        "refused" => "refer-refused",
        _ if referral["problem"].is_object() => "refer-not-taken",
        _ => "refer-queued",
    };
    let told = locale::say(key, &[("id", id), ("agency", to)]);
    let problem = problem_in_words(&referral["problem"]);
    if problem.is_empty() { told } else { format!("{told}: {problem}") }
}

/// A receiver without a node is phoned.
fn on_paper(referral: &Value, id: &str) -> String {
    let (to, command) = (text(&referral["to"], "name"), "ihala report");
    match referral["phone"].as_str() {
        Some(phone) => locale::say(
            "refer-on-paper",
            &[("id", id), ("agency", to), ("phone", phone), ("command", command)],
        ),
        None => locale::say(
            "refer-on-paper-no-number",
            &[("id", id), ("agency", to), ("command", command)],
        ),
    }
}

fn withheld(field: &Value) -> String {
    let (rule, sentence) = (text(&field["problem"], "rule"), text(&field["problem"], "sentence"));
    locale::say(
        "refer-withheld",
        &[("field", text(field, "label")), ("rule", rule), ("sentence", sentence)],
    )
}
