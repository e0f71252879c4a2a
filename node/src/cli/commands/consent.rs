use std::fmt::Write as _;
use std::io::Write as _;
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
    /// End a consent: tells what will happen, asks, and sends the orders
    Withdraw(Withdraw),
    /// Show a consent
    Show {
        /// Its id, or the start of it
        id: String,
    },
}

/// The person no longer agrees.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("order").required(true))]
struct Withdraw {
    /// The consent, or a referral under it: its id, or the start of it
    id: String,
    /// Only at this agency, and at those that it handed the data to
    #[arg(long, value_name = "AGENCY")]
    from: Option<String>,
    /// Nothing more is shared; what was sent stays
    #[arg(long, group = "order")]
    stop: bool,
    /// What was sent is destroyed, at every agency that it reached
    #[arg(long, group = "order")]
    erase: bool,
    /// Do it without asking: what will happen was read to the person before
    #[arg(long)]
    yes: bool,
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
        Command::Withdraw(args) => withdraw(context, args)?,
        Command::Show { id } => {
            let value = context.get(&format!("/v1/consents/{}", segment(id)))?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
    }
    Ok(())
}

fn withdraw(context: &Context, args: &Withdraw) -> Result<(), CliError> {
    let path = format!("/v1/consents/{}/withdrawal", segment(&args.id));
    let body =
        |confirmed: bool| json!({ "from": args.from, "erase": args.erase, "confirmed": confirmed });
    if !args.yes {
        let plan = context.post(&path, &body(false))?;
        eprintln!("{}", read_back(&plan).trim_end());
        eprint!("\nRead this to the person. If this is what they want, type yes: ");
        let _ = std::io::stderr().flush();
        let mut line = String::new();
        let read = std::io::stdin().read_line(&mut line);
        if read.is_err() || !["yes", "y"].contains(&line.trim().to_lowercase().as_str()) {
            return Err(CliError::usage(
                "it was not confirmed, so nothing was changed",
                "talk with the person, and try again",
            ));
        }
    }
    let value = context.post(&path, &body(true))?;
    context.out.print(&value, &[text(&value, "consent")], read_back);
    Ok(())
}

fn read_back(plan: &Value) -> String {
    let done = plan["done"] == true;
    let mut out = match (plan["erase"] == true, done) {
        (false, false) => "Sharing would end; nothing would be destroyed.\n".to_owned(),
        (false, true) => "Sharing has ended; nothing is destroyed.\n".to_owned(),
        (true, false) => "What was sent would be destroyed. This cannot be undone.\n".to_owned(),
        (true, true) => {
            "What was sent is being destroyed; each agency answers with a signed receipt.\n"
                .to_owned()
        }
    };
    for order in items(plan, "orders") {
        let (agency, remark) = (text(&order["agency"], "name"), text(order, "remark"));
        let what =
            if text(order, "order") == "erase" { "destroy what it got" } else { "stop sharing" };
        let _ = write!(out, "  {agency} is told to {what} (referral {})", text(order, "referral"));
        out.push_str(&if remark.is_empty() { "\n".to_owned() } else { format!(": {remark}\n") });
    }
    for line in items(plan, "here").filter_map(Value::as_str) {
        let _ = writeln!(out, "  here: {line}");
    }
    if done && items(plan, "orders").count() > 0 {
        out.push_str("Who has answered: ihala show REFERRAL\n");
    }
    out
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
