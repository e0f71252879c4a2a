use ihala_http::client::segment;
use serde_json::{Value, json};

use crate::cli::output::{items, text};
use crate::cli::{CliError, Context};

/// The audit tree
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Recompute the audit tree and every chain from the store
    Verify,
    /// Tell an agency now how far our audit tree has come; every peer is told daily
    Checkpoint {
        /// The agency: name, id, or the start of the id
        agency: String,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    if let Command::Checkpoint { agency } = &args.command {
        let path = format!("/v1/trust/{}/checkpoint", segment(agency));
        let value = context.post(&path, &json!({}))?;
        context.out.print(&value, &[], |value| {
            format!("{} leaves, head {}", value["audit_size"], text(value, "audit_head"))
        });
        return Ok(());
    }
    let report = match context.post("/v1/audit/verification", &json!({})) {
        // Without a node, the store is read directly.
        Err(error) if error.is_not_running() => {
            let (mut engine, _) = context.home.open()?;
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

fn describe(report: &Value) -> String {
    let mut out = format!(
        "{} leaves, head {}\n{} referrals folded again, {} signatures verified\n",
        report["leaves"],
        text(report, "head"),
        report["referrals"],
        report["signatures"],
    );
    for finding in items(report, "findings") {
        out.push_str(&format!("  FOUND: {}\n", finding.as_str().unwrap_or_default()));
    }
    out.push_str(if report["ok"] == true { "everything fits" } else { "something does not fit" });
    out
}
