use std::path::PathBuf;

use ihala_protocol::fingerprint;
use ihala_protocol::statement::Name;
use ihala_protocol::text::is_name;
use ihala_store::keystore::Protection;
use serde_json::json;

use super::serve::not_an_address;

use crate::cli::output::table;
use crate::cli::{CliError, Context, locale};
use crate::home::DEFAULT_LISTEN;
use crate::passphrase::Source;

/// Make a home for an agency: keys, first card, recovery file
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The agency's name, as others know it
    #[arg(long)]
    name: String,
    /// Language of the name (BCP 47)
    #[arg(long, default_value = "en", value_parser = ["en", "tr", "ar", "es"])]
    lang: String,
    /// Where `serve` listens unless told otherwise
    #[arg(long, value_name = "MULTIADDR", default_value = DEFAULT_LISTEN)]
    listen: String,
    /// Where to write the recovery file [default: beside the home, with the ending .recovery]
    #[arg(long, value_name = "FILE")]
    recovery: Option<PathBuf>,
    #[command(flatten)]
    passphrase: Source,
    /// Keep the keys without a passphrase: for tests and demonstrations only
    #[arg(long, conflicts_with = "passphrase_fd")]
    unprotected: bool,
}

/// Longest name, in characters.
const NAME_MAX: usize = 60;

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let name = args.name.trim();
    if !is_name(name, NAME_MAX) {
        let told = locale::sentence("init-name").with("max", NAME_MAX);
        return Err(CliError::usage(told.with("option", "--name")));
    }
    ihala_net::check_address(&args.listen)
        .map_err(|_| not_an_address("init-not-an-address", &args.listen, "--listen"))?;
    let home = context.home.path();
    context.home.check_socket_path()?;
    let recovery = args.recovery.clone().unwrap_or_else(|| {
        let mut path = home.as_os_str().to_owned();
        path.push(".recovery");
        path.into()
    });
    let name = Name { lang: args.lang.clone(), text: name.to_owned() };
    // Before anybody thinks of a passphrase.
    context.home.check_free()?;
    let protection = match args.unprotected {
        true => Protection::None,
        false => args.passphrase.new_one()?,
    };
    let id = context.home.create(&name, &args.listen, &recovery, &protection)?;
    let fingerprint = fingerprint::of(&id);
    let value = json!({
        "agency": { "id": id.to_string(), "name": args.name.trim() },
        "fingerprint": fingerprint,
        "home": home.display().to_string(),
        "recovery": recovery.display().to_string(),
    });
    context.out.print(&value, &[&id.to_string()], |_| {
        let (home, recovery) = (home.display().to_string(), recovery.display().to_string());
        let row = |key: &str, value: &str| vec![locale::say(key, &[]), value.to_owned()];
        let serve = format!("ihala --home {home} serve");
        format!(
            "{}\n\n{}\n1. {}\n2. {}\n3. {}",
            locale::say("init-done", &[("agency", args.name.trim()), ("home", &home)]),
            table(&[row("card-agency", &id.to_string()), row("card-fingerprint", &fingerprint)]),
            locale::say("init-recovery", &[("file", &recovery)]),
            locale::say(if args.unprotected { "init-unprotected" } else { "init-protected" }, &[]),
            locale::say("init-serve", &[("command", &serve)]),
        )
    });
    Ok(())
}
