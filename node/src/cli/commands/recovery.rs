use ihala_http::client::segment;
use serde_json::Value;

use crate::cli::output::{confirmed, items, text, time};
use crate::cli::{CliError, Context, locale, table};

/// After a restore: which agencies have not told yet what came after the backup
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Wait no longer for an agency that will not come back: others get again what may go to
    /// them, though it alone may know of a withdrawal. Recorded
    LeaveOut {
        /// The agency
        agency: String,
        /// Do it without asking
        #[arg(long)]
        yes: bool,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let recovery = match &args.command {
        None => context.get("/v1/recovery")?,
        Some(Command::LeaveOut { agency, yes }) => {
            let question = locale::say("recovery-leave-out-confirm", &[("agency", agency)]);
            if !yes && (context.out.json || !confirmed(&question)) {
                return Err(CliError::usage(locale::sentence("recovery-not-left-out")));
            }
            context.delete(&format!("/v1/recovery/{}", segment(agency)))?
        }
    };
    let ids: Vec<&str> = items(&recovery, "waits_for").map(|w| text(&w["agency"], "id")).collect();
    context.out.print(&recovery, &ids, describe);
    Ok(())
}

/// How a recovery stands.
pub(super) fn describe(recovery: &Value) -> String {
    let (restored, made) = (time(&recovery["restored"]), time(&recovery["made"]));
    let fill = [("time", restored.as_str()), ("made", &made)];
    let mut lines = vec![locale::say("recovery-restored", &fill)];
    let mut list = |key: &str, title: &str| {
        let rows: Vec<Vec<String>> = items(recovery, key)
            .map(|w| vec![text(&w["agency"], "name").to_owned(), time(&w["since"])])
            .collect();
        if !rows.is_empty() {
            lines.push(locale::say(title, &[]));
            lines.push(table(&rows));
        }
        rows.is_empty()
    };
    let complete = list("waits_for", "recovery-waits");
    list("left_out", "recovery-left-out");
    if complete {
        lines.push(locale::say("recovery-complete", &[]));
    }
    lines.join("\n")
}
