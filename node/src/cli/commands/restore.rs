use std::path::PathBuf;

use ihala_engine::views::Card;
use ihala_envelope::IdentitySecret;
use ihala_protocol::rules::BACKUP_OVER;
use ihala_store::keystore::Protection;
use serde_json::json;

use super::card::beside;
use super::serve::not_an_address;
use crate::backup;
use crate::cli::output::text;
use crate::cli::{CliError, Context, locale};
use crate::clock;
use crate::passphrase::Source;
use crate::recovery::Recovery;

/// Make a home from a backup, on this machine or another; the node that it was made from is
/// refused by all peers from then on
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The backup
    file: PathBuf,
    /// The recovery file: it makes the agency's next card
    #[arg(long, value_name = "FILE")]
    recovery: PathBuf,
    /// Where to write the next recovery file [default: beside the home, with the number of the card after]
    #[arg(long, value_name = "FILE")]
    new_recovery: Option<PathBuf>,
    /// Where `serve` listens on this machine [default: as before]
    #[arg(long, value_name = "MULTIADDR")]
    listen: Option<String>,
    #[command(flatten)]
    passphrase: Source,
    /// Keep the keys without a passphrase: for tests and demonstrations only
    #[arg(long, conflicts_with = "passphrase_fd")]
    unprotected: bool,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    context.home.check_socket_path()?;
    context.home.check_free()?;
    if let Some(listen) = &args.listen {
        ihala_net::check_address(listen)
            .map_err(|_| not_an_address("init-not-an-address", listen, "--listen"))?;
    }
    let old = Recovery::read(&args.recovery)?;
    // The whole file first: nothing is begun with one that was cut off or altered.
    let head = backup::scan(&args.file, &context.out)?;
    let old = old.for_backup(&args.recovery, &head)?;
    if head.until < clock::now() {
        return Err(CliError::bad_input(&BACKUP_OVER.refuse()).in_file(&args.file));
    }
    let protection = match args.unprotected {
        true => Protection::None,
        false => args.passphrase.new_one()?,
    };
    let card = head.profile.cards().seq() + 1;
    let identity = IdentitySecret::generate(&mut rand::rng());
    let after = Recovery { agency: old.agency, card: card + 1, identity };
    let place = args.new_recovery.clone();
    let place = place.unwrap_or_else(|| beside(context.home.path(), after.card));
    let me = context.home.restore(
        (&args.file, &head),
        (&old, &after, &place),
        &protection,
        args.listen.as_deref(),
        &context.out,
    )?;
    let mut card = json!(Card::of(&me));
    card["new_recovery"] = json!(place.display().to_string());
    context.out.print(&card, &[text(&card["agency"], "id")], |card| {
        let home = context.home.path().display().to_string();
        let (used, new) = (args.recovery.display().to_string(), place.display().to_string());
        let serve = format!("ihala --home {home} serve");
        let agency = text(&card["agency"], "name");
        format!(
            "{}\n1. {}\n2. {}\n3. {}\n4. {}\n5. {}\n6. {}",
            locale::say("restore-done", &[("agency", agency), ("home", &home)]),
            locale::say("card-recovery", &[("file", &new), ("old", &used)]),
            locale::say("restore-original", &[]),
            locale::say("restore-check", &[]),
            locale::say("init-serve", &[("command", &serve)]),
            locale::say("restore-recovering", &[("command", "ihala recovery")]),
            locale::say("card-backup", &[]),
        )
    });
    Ok(())
}
