use serde_json::json;

use crate::cli::output::text;
use crate::cli::{CliError, Context, locale};

/// This node's clock: data is destroyed by time only while the clock is known to be right
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Confirm that the clock is right now; two peers that agree are enough without it
    Confirm,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Confirm => {
            let value = context.post("/v1/clock/confirmation", &json!({}))?;
            context.out.print(&value, &[text(&value["agency"], "id")], |_| {
                locale::say("clock-confirmed", &[])
            });
        }
    }
    Ok(())
}
