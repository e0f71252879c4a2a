use std::time::{Duration, Instant};

use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser};
use ihala_http::client::segment;
use ihala_protocol::codes::{CodeList, OUTCOME, REASON};
use ihala_protocol::referral::EventKind;
use serde_json::{Value, json};

use super::show::describe;
use crate::cli::output::{items, text};
use crate::cli::{CliError, Context};

/// What every step takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Plain {
    /// The referral: its id, or at least its first four digits
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// Text for the other agency, where protocol and consent cover notes
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Wait up to this many seconds until the other node has confirmed
    #[arg(long, value_name = "SECONDS")]
    wait: Option<u64>,
}

/// A step that needs a reason.
#[derive(Debug, clap::Args)]
pub(crate) struct WithReason {
    #[command(flatten)]
    plain: Plain,
    /// Why
    #[arg(long, value_name = "CODE", value_parser = codes(&REASON))]
    reason: String,
}

/// A step that needs an outcome.
#[derive(Debug, clap::Args)]
pub(crate) struct WithOutcome {
    #[command(flatten)]
    plain: Plain,
    /// What became of it
    #[arg(long, value_name = "CODE", value_parser = codes(&OUTCOME))]
    outcome: String,
}

fn codes(list: &'static CodeList) -> PossibleValuesParser {
    list.codes.iter().map(|c| PossibleValue::new(c.name).help(c.label)).collect::<Vec<_>>().into()
}

/// The arguments of any step.
pub(crate) trait Step {
    fn plain(&self) -> &Plain;
    fn code(&self) -> Option<&str>;
}

impl Step for Plain {
    fn plain(&self) -> &Plain {
        self
    }
    fn code(&self) -> Option<&str> {
        None
    }
}

impl Step for WithReason {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn code(&self) -> Option<&str> {
        Some(&self.reason)
    }
}

impl Step for WithOutcome {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn code(&self) -> Option<&str> {
        Some(&self.outcome)
    }
}

pub(crate) fn run(context: &Context, kind: EventKind, step: &dyn Step) -> Result<(), CliError> {
    let Plain { id, note, wait } = step.plain();
    let path = format!("/v1/referrals/{}/{}", segment(id), kind.command());
    let mut value = context.post(&path, &json!({ "code": step.code(), "note": note }))?;
    let id = text(&value, "id").to_owned();
    if let Some(seconds) = wait
        && let Some(shown) = wait_until_settled(context, &id, *seconds)
    {
        value = shown;
    }
    context.out.print(&value, &[&id], describe);
    if wait.is_some() { check_not_refused(&value) } else { Ok(()) }
}

/// The error of a referral whose newest message was refused by the other node.
pub(crate) fn check_not_refused(shown: &Value) -> Result<(), CliError> {
    let ours = items(shown, "history").rfind(|e| !e["delivery"].is_null());
    match ours {
        Some(entry) if entry["delivery"] == "refused" => {
            let agency = text(&shown["with"], "name");
            Err(CliError::refused_by_peer(agency, &entry["problem"]).after_answer())
        }
        _ => Ok(()),
    }
}

/// Waits until nothing of ours in a referral is queued any more; gives it as it is
/// then. What was queued is done in any case: that the wait ends early is only told.
pub(crate) fn wait_until_settled(context: &Context, id: &str, seconds: u64) -> Option<Value> {
    let start = Instant::now();
    loop {
        let Ok(shown) = context.get(&format!("/v1/referrals/{}", segment(id))) else {
            eprintln!("the node can no longer be asked; {id} is queued and goes out when it runs");
            return None;
        };
        if !items(&shown, "history").any(|e| e["delivery"] == "queued") {
            return Some(shown);
        }
        if start.elapsed() >= Duration::from_secs(seconds) {
            eprintln!(
                "not confirmed within {seconds} s: it stays queued and goes out when the agency can be reached"
            );
            return Some(shown);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
