use clap::builder::NonEmptyStringValueParser;
use ihala_http::client::segment;
use serde_json::json;

use super::show::describe;
use crate::cli::output::text;
use crate::cli::{CliError, Context};

/// Record a call about a referral; it stays here
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The referral: its id, or at least its first four digits
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// With whom you spoke
    #[arg(long = "with", value_name = "NAME")]
    whom: String,
    /// What was said
    #[arg(long, value_name = "TEXT")]
    said: Option<String>,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let path = format!("/v1/referrals/{}/calls", segment(&args.id));
    let value = context.post(&path, &json!({ "with": args.whom, "said": args.said }))?;
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}
