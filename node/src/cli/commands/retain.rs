use clap::builder::NonEmptyStringValueParser;
use ihala_http::client::segment;
use ihala_protocol::codes::RETENTION_BASIS;
use serde_json::json;

use super::show::describe;
use super::step::codes;
use crate::cli::output::text;
use crate::cli::{CliError, Context};

/// Keep what a referral brought, on a legal basis, in spite of an order to erase
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The referral: its id, or at least its first four digits
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// The legal basis
    #[arg(long, value_name = "CODE", value_parser = codes(&RETENTION_BASIS), required_unless_present = "end")]
    basis: Option<String>,
    /// The last day, like 2027-01-31
    #[arg(long, value_name = "DATE", required_unless_present = "end")]
    until: Option<String>,
    /// Keep it no longer on that basis: if an order to erase has come, it is destroyed now
    #[arg(long, conflicts_with_all = ["basis", "until"])]
    end: bool,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let path = format!("/v1/referrals/{}/retention", segment(&args.id));
    let value = match args.end {
        true => context.delete(&path)?,
        false => context.post(&path, &json!({ "basis": args.basis, "until": args.until }))?,
    };
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}
