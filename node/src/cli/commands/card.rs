use std::fmt::Write as _;
use std::path::PathBuf;

use ihala_engine::views::Card;
use ihala_protocol::Profile;
use serde_json::{Value, json};

use crate::cli::context::{read_bytes, write_new};
use crate::cli::output::{items, text, time};
use crate::cli::{CliError, Context};

/// Our card, or the card in a file
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Show our card, or the one in FILE; a file needs neither node nor home
    Show {
        /// A card file
        file: Option<PathBuf>,
    },
    /// Write our card to a file, to hand to other agencies
    Export {
        /// The file to write; must not exist
        file: PathBuf,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Show { file } => {
            let card = match file {
                None => context.get("/v1/card")?,
                Some(file) => {
                    let bytes = read_bytes(file)?;
                    // A damaged file is an input that does not validate, whatever rule it breaks.
                    let profile = Profile::from_file(&bytes)
                        .map_err(|r| CliError::bad_input(&r).in_file(file))?;
                    json!(Card::of(&profile))
                }
            };
            context.out.print(&card, &[text(&card["agency"], "id")], describe);
        }
        Command::Export { file } => {
            let card = context.get("/v1/card")?;
            write_new(file, text(&card, "file"))?;
            context.out.print(&card, &[text(&card["agency"], "id")], |card| {
                format!(
                    "{}\nwritten to {}. Hand it to the other agency, then read the fingerprint to one another by phone.",
                    describe(card),
                    file.display()
                )
            });
        }
    }
    Ok(())
}

fn describe(card: &Value) -> String {
    let mut out = format!(
        "{}\nagency id    {}\nfingerprint  {}\ncard         number {}, key statement of {}\n",
        text(&card["agency"], "name"),
        text(&card["agency"], "id"),
        text(card, "fingerprint"),
        card["card"],
        time(&card["issued"]),
    );
    for address in items(card, "addresses") {
        let _ = writeln!(out, "address      {}", address.as_str().unwrap_or_default());
    }
    for key in items(card, "keys") {
        let _ = writeln!(out, "receive key  {}", key.as_str().unwrap_or_default());
    }
    out
}
