use std::time::{Duration, Instant};

use ihala_http::client::segment;
use serde_json::Value;

use crate::cli::output::{items, text};
use crate::cli::{CliError, Context, locale};

/// Why an agency cannot be reached, or whether all is well, and what to do next
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agency: name, id, or the start of the id [default: all on the trust list]
    agency: Option<String>,
}

/// How long the answers of agencies are waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// Until the node is asked again.
const AGAIN: Duration = Duration::from_millis(50);

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let path = args
        .agency
        .as_ref()
        .map_or_else(|| "/v1/diagnoses".to_owned(), |a| format!("/v1/diagnoses/{}", segment(a)));
    context.post(&path, &Value::Null)?;
    let begin = Instant::now();
    let value = loop {
        let value = context.get(&path)?;
        let waits = items(&value, "agencies").any(|agency| agency["waits"] == true);
        if !waits || begin.elapsed() > PATIENCE {
            break value;
        }
        std::thread::sleep(AGAIN);
    };
    let found: Vec<_> = items(&value, "agencies")
        .flat_map(|agency| items(agency, "findings"))
        .map(|finding| text(finding, "finding"))
        .collect();
    context.out.print(&value, &found, describe);
    Ok(())
}

fn describe(value: &Value) -> String {
    let mut parts: Vec<String> = Vec::new();
    let node: Vec<String> = items(value, "node").map(finding).collect();
    if !node.is_empty() {
        parts.push(format!("{}\n{}", locale::say("doctor-node", &[]), node.join("\n")));
    }
    for agency in items(value, "agencies") {
        let findings: Vec<String> = items(agency, "findings").map(finding).collect();
        parts.push(format!("{}\n{}", text(&agency["agency"], "name"), findings.join("\n")));
    }
    if parts.is_empty() {
        return locale::say("trust-nobody", &[]);
    }
    parts.join("\n\n")
}

fn finding(finding: &Value) -> String {
    let what = format!("  {}", text(finding, "what"));
    match text(finding, "next") {
        "" => what,
        next => format!("{what}\n    {}: {next}", locale::say("what-to-do", &[])),
    }
}
