use std::time::{Duration, Instant};

use ihala_http::client::segment;
use ihala_protocol::referral::EventKind;
use serde_json::{Value, json};

use super::show::describe;
use crate::cli::output::{items, text};
use crate::cli::{CliError, Context};

/// Arguments of every step of a referral.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The referral: its id, or the start of it
    id: String,
    /// Why: a code of the list of reasons
    #[arg(long, value_name = "CODE", conflicts_with = "outcome")]
    reason: Option<String>,
    /// What became of it: a code of the list of outcomes
    #[arg(long, value_name = "CODE")]
    outcome: Option<String>,
    /// Text for the other agency, where protocol and consent cover notes
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Wait up to this many seconds until the other node has confirmed
    #[arg(long, value_name = "SECONDS")]
    wait: Option<u64>,
}

pub(crate) fn run(context: &Context, kind: EventKind, args: &Args) -> Result<(), CliError> {
    let list = kind.code_list().map(|l| l.name);
    let (wanted, other, flag) = match list {
        Some("outcome") => (&args.outcome, &args.reason, "--outcome"),
        Some(_) => (&args.reason, &args.outcome, "--reason"),
        None => (&None, &None, ""),
    };
    let stray = match list {
        Some(_) => other.is_some(),
        None => args.reason.is_some() || args.outcome.is_some(),
    };
    if stray {
        let takes =
            if flag.is_empty() { "neither reason nor outcome".into() } else { flag.to_owned() };
        return Err(CliError::usage(
            format!("`{}` takes {takes}", kind.command()),
            format!("see `ihala {} --help`", kind.command()),
        ));
    }
    if let (Some(list), None) = (kind.code_list(), wanted) {
        return Err(CliError::usage(
            format!("`{}` needs {flag}", kind.command()),
            format!("one of: {}", list.names()),
        ));
    }
    let path = format!("/v1/referrals/{}/{}", segment(&args.id), kind.command());
    let mut value = context.post(&path, &json!({ "code": wanted, "note": args.note }))?;
    let id = text(&value, "id").to_owned();
    if let Some(seconds) = args.wait {
        value = wait_until_delivered(context, &[&id], seconds)?;
    }
    context.out.print(&value, &[&id], describe);
    Ok(())
}

/// Waits until nothing of ours in these referrals is queued any more; gives the last one as it is then.
pub(crate) fn wait_until_delivered(
    context: &Context,
    ids: &[&str],
    seconds: u64,
) -> Result<Value, CliError> {
    let start = Instant::now();
    let mut last = Value::Null;
    for id in ids {
        loop {
            last = context.get(&format!("/v1/referrals/{}", segment(id)))?;
            let queued = items(&last, "history").any(|e| e["delivery"] == "queued");
            if !queued {
                break;
            }
            if start.elapsed() >= Duration::from_secs(seconds) {
                // Queued is done: it goes out when the agency can be reached.
                eprintln!(
                    "not confirmed within {seconds} s: it stays queued and goes out when the agency can be reached"
                );
                return Ok(last);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(last)
}
