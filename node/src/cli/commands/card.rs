use std::path::PathBuf;

use ihala_engine::views::Card;
use ihala_protocol::Profile;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::{Value, json};

use crate::cli::context::{read_bytes, write_new};
use crate::cli::output::{items, say, table, text, time};
use crate::cli::{CliError, Context, locale};

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
        /// The fingerprint as a QR code too, to be compared with a telephone's camera
        #[arg(long)]
        qr: bool,
    },
    /// Write our card to a file, to hand to other agencies
    Export {
        /// The file to write; must not exist
        file: PathBuf,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Show { file, qr } => {
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
            if *qr && !context.out.json && !context.out.quiet {
                say(&code(text(&card, "fingerprint"))?);
            }
        }
        Command::Export { file } => {
            let card = context.get("/v1/card")?;
            write_new(file, text(&card, "file"))?;
            context.out.print(&card, &[text(&card["agency"], "id")], |card| {
                let file = file.display().to_string();
                format!("{}\n{}", describe(card), locale::say("card-written", &[("file", &file)]))
            });
        }
    }
    Ok(())
}

/// A text as a QR code, two modules in a character: light ones are drawn, so that it can be
/// read on a dark terminal; the quiet zone is part of it.
fn code(words: &str) -> Result<String, CliError> {
    let code = QrCode::new(words)
        .map_err(|error| CliError::internal(locale::sentence("card-no-qr").with("error", error)))?;
    Ok(code
        .render::<Dense1x2>()
        .dark_color(Dense1x2::Light)
        .light_color(Dense1x2::Dark)
        .quiet_zone(true)
        .build())
}

fn describe(card: &Value) -> String {
    let row = |key: &str, value: &str| vec![locale::say(key, &[]), value.to_owned()];
    let (number, issued) = (card["card"].to_string(), time(&card["issued"]));
    let statement = locale::say("card-statement", &[("number", &number), ("issued", &issued)]);
    let mut rows = vec![
        row("card-agency", text(&card["agency"], "id")),
        row("card-fingerprint", text(card, "fingerprint")),
        row("card-card", &statement),
    ];
    let addresses = items(card, "addresses").filter_map(Value::as_str);
    rows.extend(addresses.map(|address| row("card-address", address)));
    let keys = items(card, "keys").filter_map(Value::as_str);
    rows.extend(keys.map(|key| row("card-receive-key", &receive_key(key))));
    format!("{}\n{}", text(&card["agency"], "name"), table(&rows))
}

/// A receive key: its suite and its last day.
fn receive_key(key: &str) -> String {
    let until = |(suite, day)| locale::say("card-key-until", &[("suite", suite), ("day", day)]);
    key.split_once(" until ").map_or_else(|| key.to_owned(), until)
}
