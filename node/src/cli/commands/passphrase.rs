use serde_json::json;

use crate::cli::{CliError, Context, locale};
use crate::passphrase::Source;
use ihala_store::keystore::Protection;

/// Give the keys of this home another passphrase; the node may be running
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    old: Source,
    /// Read the new passphrase from this file descriptor [default: a prompt]
    #[arg(long, value_name = "FD")]
    new_passphrase_fd: Option<u32>,
    /// Keep the keys without a passphrase: for tests and demonstrations only
    #[arg(long, conflicts_with = "new_passphrase_fd")]
    unprotected: bool,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    context.home.check()?;
    let one = args.new_passphrase_fd.is_some_and(|fd| args.old.passphrase_fd == Some(fd));
    if one {
        return Err(CliError::usage(locale::sentence("passphrase-one-fd")));
    }
    let keystore = context.home.unlock(&args.old)?;
    let protection = match (args.unprotected, args.new_passphrase_fd) {
        (true, _) => Protection::None,
        (false, fd) => Source::asking(fd).new_one()?,
    };
    keystore.protect(&protection, &mut rand::rng())?;
    let is_protected = matches!(protection, Protection::Passphrase(_));
    context.out.print(&json!({ "protected": is_protected }), &[], |_| {
        locale::say(if is_protected { "passphrase-changed" } else { "passphrase-none" }, &[])
    });
    Ok(())
}
