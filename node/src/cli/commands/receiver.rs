use serde_json::{Value, json};

use crate::cli::output::{items, table, text};
use crate::cli::{CliError, Context, locale};

/// Receivers without a node: ministries, hospitals, bar associations
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Take a receiver down; its id goes under [parties] of a protocol
    Add {
        /// What to call it
        name: String,
        /// Its phone number
        #[arg(long)]
        phone: String,
    },
    /// List them
    List,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let value = match &args.command {
        Command::Add { name, phone } => {
            context.post("/v1/receivers", &json!({ "name": name, "phone": phone }))?
        }
        Command::List => context.get("/v1/receivers")?,
    };
    let all = items(&value, "receivers");
    let new = |receiver: &&Value| match &args.command {
        Command::Add { name, .. } => text(&receiver["agency"], "name") == name.trim(),
        Command::List => true,
    };
    let ids: Vec<_> = all.filter(new).map(|r| text(&r["agency"], "id")).collect();
    context.out.print(&value, &ids, |value| {
        let row = |r: &Value| {
            let agency = &r["agency"];
            vec![
                text(agency, "name").to_owned(),
                text(r, "phone").to_owned(),
                text(agency, "id").to_owned(),
            ]
        };
        let rows: Vec<_> = items(value, "receivers").map(row).collect();
        if rows.is_empty() { locale::say("receiver-none", &[]) } else { table(&rows) }
    });
    Ok(())
}
