use std::fmt::Write as _;
use std::path::PathBuf;

use ihala_http::client::segment;
use ihala_protocol::consent::Record;
use serde_json::{Value, json};

use crate::cli::context::{read_text, write_new};
use crate::cli::output::{items, text, time};
use crate::cli::{CliError, Context};

/// Consent: what the person is asked, and what they answered
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Print the exact text to read aloud for what would be sent, and a record to complete
    Draft {
        /// The form
        form: PathBuf,
        /// A receiver; may be repeated
        #[arg(long, required = true)]
        to: Vec<String>,
        /// Write the record to this file instead of printing it; must not exist
        #[arg(long, value_name = "FILE")]
        record: Option<PathBuf>,
    },
    /// Record what the person answered
    Record {
        /// A record made by `draft` and completed
        file: PathBuf,
    },
    /// Show a consent
    Show {
        /// Its id, or the start of it
        id: String,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Draft { form, to, record } => {
            let body = json!({ "form": read_text(form)?, "to": to });
            let value = context.post("/v1/consent-drafts", &body);
            let value = value.map_err(|e| e.if_mistakes_in(form))?;
            if let Some(file) = record {
                write_new(file, text(&value, "record"))?;
            }
            context.out.print(&value, &[], |value| match record {
                Some(file) => format!(
                    "{}\n--\nRead this aloud. Then write the answer into {} and record it:\n  ihala consent record {}",
                    text(value, "text"),
                    file.display(),
                    file.display()
                ),
                None => format!("{}\n--\n{}", text(value, "text"), text(value, "record")),
            });
        }
        Command::Record { file } => {
            let toml = read_text(file)?;
            Record::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
            let value = context.post("/v1/consents", &json!({ "toml": toml }))?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
        Command::Show { id } => {
            let value = context.get(&format!("/v1/consents/{}", segment(id)))?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
    }
    Ok(())
}

fn describe(consent: &Value) -> String {
    let valid = if consent["valid"] == true { "valid now" } else { "not valid now" };
    let mut out = format!(
        "consent {}\ncase {}: {} ({valid})\n{}, read in {}, from {} to {}\n",
        text(consent, "id"),
        text(consent, "case_code"),
        text(consent, "state"),
        text(consent, "given"),
        text(consent, "language"),
        &time(&consent["valid_from"])[..10],
        &time(&consent["valid_until"])[..10],
    );
    for (who, key) in [("interpreter", "interpreter"), ("witness", "witness")] {
        if let Some(name) = consent[key].as_str() {
            let _ = writeln!(out, "{who}: {name}");
        }
    }
    for grant in items(consent, "grants") {
        let labels: Vec<_> = items(grant, "fields").map(|f| text(f, "label")).collect();
        let _ = writeln!(out, "to {}: {}", text(&grant["recipient"], "name"), labels.join(", "));
    }
    out
}
