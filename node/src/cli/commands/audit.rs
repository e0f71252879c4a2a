use ihala_http::client::segment;
use serde_json::{Value, json};

use crate::cli::output::{items, text};
use crate::cli::{CliError, Context, locale};
use crate::passphrase::Source;

/// The audit tree
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Recompute the audit tree and every chain from the store
    Verify {
        #[command(flatten)]
        passphrase: Source,
    },
    /// Tell an agency now how far our audit tree has come; every peer is told daily
    Checkpoint {
        /// The agency: name, id, or the start of the id
        agency: String,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let source = match &args.command {
        Command::Verify { passphrase } => passphrase,
        Command::Checkpoint { agency } => return checkpoint(context, agency),
    };
    let report = match context.post("/v1/audit/verification", &json!({})) {
        // Without a node, the store is read directly.
        Err(error) if error.is_not_running() => {
            let (mut engine, _) = context.home.open(source)?;
            json!(engine.audit().map_err(|stop| CliError::from(stop.0))?)
        }
        answered => answered?,
    };
    context.out.print(&report, &[], describe);
    if report["ok"] == true {
        return Ok(());
    }
    Err(CliError::damaged_audit().after_answer())
}

fn checkpoint(context: &Context, agency: &str) -> Result<(), CliError> {
    let path = format!("/v1/trust/{}/checkpoint", segment(agency));
    let value = context.post(&path, &json!({}))?;
    let describe = |value: &Value| head(&value["audit_size"], text(value, "audit_head"));
    context.out.print(&value, &[], describe);
    Ok(())
}

fn describe(report: &Value) -> String {
    let verified = locale::say(
        "audit-verified",
        &[
            ("referrals", &report["referrals"].to_string()),
            ("signatures", &report["signatures"].to_string()),
        ],
    );
    let mut lines = vec![head(&report["leaves"], text(report, "head")), verified];
    for finding in items(report, "findings").filter_map(Value::as_str) {
        lines.push(format!("  {}", locale::say("audit-found", &[("what", finding)])));
    }
    let fits = report["ok"] == true;
    lines.push(locale::say(if fits { "audit-fits" } else { "audit-does-not-fit" }, &[]));
    lines.join("\n")
}

fn head(leaves: &Value, head: &str) -> String {
    locale::say("audit-head", &[("leaves", &leaves.to_string()), ("head", head)])
}
