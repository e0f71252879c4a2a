use std::path::PathBuf;

use ihala_protocol::fingerprint;
use ihala_protocol::statement::Name;
use ihala_protocol::text::is_name;
use serde_json::json;

use crate::cli::{CliError, Context};
use crate::home::DEFAULT_LISTEN;

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
}

/// Longest name, in characters.
const NAME_MAX: usize = 60;

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let name = args.name.trim();
    if !is_name(name, NAME_MAX) {
        return Err(CliError::usage(
            format!("a name has 1 to {NAME_MAX} printable characters"),
            "correct --name",
        ));
    }
    ihala_net::check_address(&args.listen)
        .map_err(|e| CliError::usage(e.to_string(), "correct --listen"))?;
    let home = context.home.path();
    context.home.check_socket_path()?;
    let recovery = args.recovery.clone().unwrap_or_else(|| {
        let mut path = home.as_os_str().to_owned();
        path.push(".recovery");
        path.into()
    });
    let name = Name { lang: args.lang.clone(), text: name.to_owned() };
    let id = context.home.create(name, &args.listen, &recovery)?;
    let fingerprint = fingerprint::of(&id);
    let value = json!({
        "agency": { "id": id.to_string(), "name": args.name.trim() },
        "fingerprint": fingerprint,
        "home": home.display().to_string(),
        "recovery": recovery.display().to_string(),
    });
    context.out.print(&value, &[&id.to_string()], |_| {
        format!(
            "{} has a home: {}\n\n\
             agency id    {id}\n\
             fingerprint  {fingerprint}\n\n\
             1. Move {} to another place now, such as a USB stick in a safe. It holds the next\n   \
             identity key: with it you can take your agency back if this machine is lost or robbed.\n\
             2. The keys in this home are protected by file permissions only. Whoever can read\n   \
             the disk can read everything: use an encrypted disk.\n\
             3. Start the node: ihala --home {} serve",
            args.name.trim(),
            home.display(),
            recovery.display(),
            home.display()
        )
    });
    Ok(())
}
