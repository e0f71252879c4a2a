use std::path::{Path, PathBuf};

use ihala_engine::views::Card;
use ihala_envelope::IdentitySecret;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;
use serde_json::{Value, json};

use crate::cli::context::{read_card, write_new};
use crate::cli::output::{items, say, table, text, time};
use crate::cli::{CliError, Context, locale};
use crate::clock;
use crate::passphrase::Source;
use crate::recovery::Recovery;

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
    /// Replace the identity key with the one in the recovery file; the node must be stopped.
    /// The agency and its fingerprint stay the same; whoever had the old key has nothing
    Rotate {
        /// The recovery file
        #[arg(long, value_name = "FILE")]
        recovery: PathBuf,
        /// Where to write the next recovery file [default: beside the home, with the number of the card after]
        #[arg(long, value_name = "FILE")]
        new_recovery: Option<PathBuf>,
        #[command(flatten)]
        passphrase: Source,
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
                    json!(Card::of(&read_card(file)?))
                }
            };
            context.out.print(&card, &[text(&card["agency"], "id")], describe);
            if *qr && !context.out.json && !context.out.quiet {
                say(&code(text(&card, "fingerprint"))?);
            }
        }
        Command::Rotate { recovery, new_recovery, passphrase } => {
            rotate(context, recovery, new_recovery.as_deref(), passphrase)?;
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

fn rotate(
    context: &Context,
    recovery: &Path,
    new_recovery: Option<&Path>,
    source: &Source,
) -> Result<(), CliError> {
    let old = Recovery::read(recovery)?;
    let (mut engine, keystore) = context.home.open(source)?;
    let cards = engine.me().cards();
    let old = old.for_next_card(recovery, cards)?;
    let card = cards.seq() + 1;
    let name = engine.me().statement().name().to_owned();
    let next = IdentitySecret::generate(&mut rand::rng());
    let after = Recovery { agency: cards.id(), card: card + 1, identity: next };
    let place =
        new_recovery.map_or_else(|| beside(context.home.path(), after.card), Path::to_owned);
    // The recovery file first: without it the new card could never be replaced.
    after.write_new(&place, &name, "--new-recovery")?;
    let mut rotate = || -> Result<(), CliError> {
        let mut rng = rand::rng();
        keystore.prepare_identity(&old.identity, &mut rng)?;
        let (next, backup) = (after.identity.public(), after.backup_key().public());
        let keys = (&next, Some(&backup));
        let rotated = engine.rotate(&old.identity, keys, clock::now(), &mut rng);
        rotated
            .map_err(|stop| CliError::from(stop.0))?
            .map_err(|_| Recovery::not_next(recovery))?;
        keystore.settle_identity(&old.identity, &mut rng)?;
        Ok(())
    };
    rotate().inspect_err(|_| {
        // If the card was made all the same, this file is needed: only what is surely of no
        // use is removed.
        if engine.me().cards().seq() < card {
            let _ = std::fs::remove_file(&place);
        }
    })?;
    let card = json!(Card::of(engine.me()));
    context.out.print(&card, &[text(&card["agency"], "id")], |card| {
        let (old, new) = (recovery.display().to_string(), place.display().to_string());
        let number = card["card"].to_string();
        format!(
            "{}\n1. {}\n2. {}\n3. {}",
            locale::say("card-rotated", &[("number", &number)]),
            locale::say("card-recovery", &[("file", &new), ("old", &old)]),
            locale::say("card-peers", &[]),
            locale::say("card-backup", &[]),
        )
    });
    Ok(())
}

/// Where the recovery file of a card is written unless told otherwise.
pub(super) fn beside(home: &Path, card: u64) -> PathBuf {
    let mut path = home.as_os_str().to_owned();
    path.push(format!(".recovery-{card}"));
    path.into()
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
