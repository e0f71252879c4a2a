use std::time::{Duration, Instant};

use clap::builder::{NonEmptyStringValueParser, PossibleValue, PossibleValuesParser};
use ihala_http::client::segment;
use ihala_protocol::codes::{Code, CodeList, NOT_TOLD, OUTCOME, REASON};
use ihala_protocol::referral::EventKind;
use serde_json::{Value, json};

use super::show::describe;
use crate::cli::context::read_text;
use crate::cli::output::{items, tell, text};
use crate::cli::{CliError, Context, locale};

/// What every step takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Plain {
    /// The referral: its id, or at least its first four digits
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// Text for the other agency, where protocol and consent cover notes
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Wait up to this many seconds until the other node has confirmed (and, after an
    /// accept, until it has told who the person is)
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

/// Promise the service.
#[derive(Debug, clap::Args)]
pub(crate) struct Accept {
    #[command(flatten)]
    plain: Plain,
    /// Take on the safe-contact obligations that `ihala show` tells; needed where
    /// identity goes only after the accept
    #[arg(long)]
    safe_contact: bool,
}

/// Decline, perhaps naming who could help instead.
#[derive(Debug, clap::Args)]
pub(crate) struct Decline {
    #[command(flatten)]
    reason: WithReason,
    /// An agency that may help instead
    #[arg(long, value_name = "AGENCY")]
    try_instead: Option<String>,
}

/// Ask the sender for more.
#[derive(Debug, clap::Args)]
pub(crate) struct Ask {
    #[command(flatten)]
    plain: Plain,
    /// A field or group of the form; may be repeated
    #[arg(long = "field", value_name = "FIELD")]
    fields: Vec<String>,
}

/// Give what was asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Answer {
    #[command(flatten)]
    plain: Plain,
    /// A form with the fields to give; without it, what the form of the referral holds
    #[arg(long)]
    form: Option<std::path::PathBuf>,
    /// Why what was asked for is not told, or not all of it
    #[arg(long, value_name = "CODE", value_parser = codes(&NOT_TOLD))]
    cannot: Option<String>,
}

/// Make an appointment.
#[derive(Debug, clap::Args)]
pub(crate) struct Schedule {
    #[command(flatten)]
    plain: Plain,
    /// When, with the offset from UTC: 2026-01-31T14:00:00+03:00
    #[arg(long, value_name = "TIME")]
    at: String,
}

pub(crate) fn codes(list: &'static CodeList) -> PossibleValuesParser {
    let value = |code: &Code| PossibleValue::new(code.name).help(locale::code(list, code.name));
    list.codes.iter().map(value).collect::<Vec<_>>().into()
}

/// The arguments of any step.
pub(crate) trait Step {
    fn plain(&self) -> &Plain;
    /// What the step carries beside the note.
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({}))
    }
}

impl Step for Plain {
    fn plain(&self) -> &Plain {
        self
    }
}

impl Step for WithReason {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "code": self.reason }))
    }
}

impl Step for WithOutcome {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "code": self.outcome }))
    }
}

impl Step for Accept {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "safe_contact": self.safe_contact }))
    }
}

impl Step for Decline {
    fn plain(&self) -> &Plain {
        &self.reason.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "code": self.reason.reason, "agency": self.try_instead }))
    }
}

impl Step for Ask {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "fields": self.fields }))
    }
}

impl Step for Answer {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        let form = self.form.as_deref().map(read_text).transpose()?;
        Ok(json!({ "form": form, "code": self.cannot }))
    }
}

impl Step for Schedule {
    fn plain(&self) -> &Plain {
        &self.plain
    }
    fn body(&self) -> Result<Value, CliError> {
        Ok(json!({ "at": self.at }))
    }
}

pub(crate) fn run(context: &Context, kind: EventKind, step: &dyn Step) -> Result<(), CliError> {
    let Plain { id, note, wait } = step.plain();
    let path = format!("/v1/referrals/{}/{}", segment(id), kind.command());
    let mut body = step.body()?;
    body["note"] = json!(note);
    let mut value = context.post(&path, &body)?;
    let id = text(&value, "id").to_owned();
    if let Some(seconds) = wait
        && let Some(shown) = wait_until_settled(context, &id, *seconds)
    {
        value = shown;
        if kind == EventKind::Accepted && value["two_stages"] == true {
            value = wait_for_identity(context, &id, *seconds).unwrap_or(value);
        }
    }
    context.out.print(&value, &[&id], describe);
    if wait.is_some() { check_not_refused(&value) } else { Ok(()) }
}

/// Waits until the second stage has come: who the person is.
fn wait_for_identity(context: &Context, id: &str, seconds: u64) -> Option<Value> {
    let start = Instant::now();
    loop {
        let shown = context.get(&format!("/v1/referrals/{}", segment(id))).ok()?;
        if items(&shown, "history").any(|e| e["step"] == "identity-released") {
            return Some(shown);
        }
        if start.elapsed() >= Duration::from_secs(seconds) {
            tell!("{}", locale::say("wait-identity", &[]));
            return Some(shown);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
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
            tell!("{}", locale::say("wait-no-node", &[("id", id)]));
            return None;
        };
        if !items(&shown, "history").any(|e| e["delivery"] == "queued") {
            return Some(shown);
        }
        if start.elapsed() >= Duration::from_secs(seconds) {
            let seconds = seconds.to_string();
            tell!("{}", locale::say("wait-not-confirmed", &[("seconds", &seconds)]));
            return Some(shown);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}
