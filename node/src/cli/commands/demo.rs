use crate::cli::{CliError, Context};
use crate::demo;

/// Watch three agencies, each a real node, carry two referrals from form to outcome
///
/// Everything happens on this machine, in a temporary folder that is removed at the
/// end; with --home DIR, in that folder, which is kept.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(context: &Context, _: &Args) -> Result<(), CliError> {
    demo::run(context, context.chosen_home.as_deref())
}
