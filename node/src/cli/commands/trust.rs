use std::path::PathBuf;

use ihala_http::client::segment;
use ihala_protocol::{Profile, fingerprint};
use serde_json::json;

use crate::cli::context::read_bytes;
use crate::cli::output::{confirmed, items, short, table, text, time};
use crate::cli::{CliError, Context, locale};

/// The trust list: whom we know and accept
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Trust the agency of a card file
    Add {
        /// The card file
        card: PathBuf,
        /// Its fingerprint, as compared by phone; without it you are shown it and asked
        #[arg(long)]
        fingerprint: Option<String>,
        /// What to call the agency here [default: its own name]
        #[arg(long)]
        name: Option<String>,
    },
    /// Of two histories of an agency's cards, keep the one of this file: the agency's people
    /// gave it to you in person
    Settle {
        /// The card file
        file: PathBuf,
    },
    /// List whom we trust
    List,
    /// Stop trusting an agency
    Remove {
        /// Name, id, or the start of the id
        agency: String,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Add { card, fingerprint, name } => {
            let bytes = read_bytes(card)?;
            let profile =
                Profile::from_file(&bytes).map_err(|r| CliError::bad_input(&r).in_file(card))?;
            let fingerprint = match fingerprint {
                Some(fingerprint) => fingerprint.clone(),
                None if context.out.json => {
                    let told = locale::sentence("trust-cannot-ask").with("json", "--json");
                    return Err(CliError::usage(told.with("option", "--fingerprint")));
                }
                None => ask(&profile)?,
            };
            let body =
                json!({ "card": profile.to_file(), "fingerprint": fingerprint, "name": name });
            let value = context.post("/v1/trust", &body)?;
            context.out.print(&value, &[text(&value["agency"], "id")], |value| {
                locale::say("trust-added", &[("agency", text(&value["agency"], "name"))])
            });
        }
        Command::Settle { file } => {
            let bytes = read_bytes(file)?;
            let profile =
                Profile::from_file(&bytes).map_err(|r| CliError::bad_input(&r).in_file(file))?;
            let value =
                context.post("/v1/trust/settlement", &json!({ "card": profile.to_file() }))?;
            context.out.print(&value, &[text(&value["agency"], "id")], |value| {
                locale::say("trust-settled", &[("agency", text(&value["agency"], "name"))])
            });
        }
        Command::List => {
            let value = context.get("/v1/trust")?;
            let ids: Vec<_> = items(&value, "agencies").map(|a| text(&a["agency"], "id")).collect();
            context.out.print(&value, &ids, |value| {
                let rows: Vec<_> = items(value, "agencies")
                    .map(|a| {
                        let agency = &a["agency"];
                        vec![
                            text(agency, "name").to_owned(),
                            short(text(agency, "id")).to_owned(),
                            locale::say("trust-since", &[("time", &time(&a["since"]))]),
                            text(a, "fingerprint").to_owned(),
                        ]
                    })
                    .collect();
                if rows.is_empty() { locale::say("trust-nobody", &[]) } else { table(&rows) }
            });
        }
        Command::Remove { agency } => {
            let value = context.delete(&format!("/v1/trust/{}", segment(agency)))?;
            context.out.print(&value, &[text(&value["agency"], "id")], |value| {
                let agency = text(&value["agency"], "name");
                let removed = locale::say("trust-removed", &[("agency", agency)]);
                match value["queued"].as_u64() {
                    None | Some(0) => removed,
                    Some(count) => {
                        let held = locale::say("trust-held", &[("count", &count.to_string())]);
                        format!("{removed}\n{held}")
                    }
                }
            });
        }
    }
    Ok(())
}

/// Shows the fingerprint and asks whether it was compared.
fn ask(profile: &Profile) -> Result<String, CliError> {
    let fingerprint = fingerprint::of(&profile.id());
    let question = format!(
        "{}\n\n  {fingerprint}\n\n{}\n{}",
        profile.statement().name(),
        locale::say("trust-compare", &[("command", "ihala card show")]),
        locale::say("trust-confirm", &[]),
    );
    if confirmed(&question) {
        return Ok(fingerprint);
    }
    Err(CliError::usage(locale::sentence("trust-not-confirmed")))
}
