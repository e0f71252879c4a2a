use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use ihala_http::client::segment;
use ihala_protocol::{Isp, SignedIsp, date};
use serde_json::{Value, json};

use crate::cli::context::{read_text, write_new};
use crate::cli::output::{confirmed, day, items, short, table, text};
use crate::cli::{CliError, Context};
use crate::clock;

/// Information-sharing protocols: what may go to whom
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Write a commented protocol between us and an agency, to be edited
    New {
        /// The file to write; must not exist
        file: PathBuf,
        /// The other agency: name, id, or the start of the id
        #[arg(long = "with")]
        agency: String,
    },
    /// Check a protocol's file; needs neither node nor home
    Check {
        /// The protocol in TOML
        file: PathBuf,
    },
    /// Take a protocol in, unsigned
    Draft {
        /// The protocol in TOML
        file: PathBuf,
    },
    /// Sign a protocol for our agency; the other parties' nodes are told
    Sign {
        /// Its id, or the start of it
        id: String,
        /// Wait up to this many seconds until their nodes have it
        #[arg(long, value_name = "SECONDS")]
        wait: Option<u64>,
        /// Record instead that a party without a node has signed on paper
        #[arg(long = "for", value_name = "PARTY", requires = "paper")]
        party: Option<String>,
        /// Who signed, when, and where the paper is kept
        #[arg(long, value_name = "TEXT", requires = "party")]
        paper: Option<String>,
    },
    /// Send nothing under a protocol for now; the other parties are told
    Suspend {
        /// Its id, or the start of it
        id: String,
    },
    /// Take our suspension back
    Resume {
        /// Its id, or the start of it
        id: String,
    },
    /// Never send anything under a protocol again; the other parties are told
    Terminate {
        /// Its id, or the start of it
        id: String,
        /// Do it without asking
        #[arg(long)]
        yes: bool,
    },
    /// Forget a proposal that we have not signed
    Discard {
        /// Its id, or the start of it
        id: String,
    },
    /// Write a protocol with the signatures collected so far, to hand to the other parties
    Export {
        /// Its id, or the start of it
        id: String,
        /// The file to write; must not exist
        file: PathBuf,
    },
    /// Take in a protocol with its signatures
    Import {
        /// A file made by `export`, or by another vendor's node
        file: PathBuf,
    },
    /// List the protocols
    List,
    /// Show a protocol, clause by clause
    Show {
        /// Its id, or the start of it
        id: String,
    },
    /// Tell of each field of a form whether it may go to an agency, and why not
    Explain {
        /// The form
        form: PathBuf,
        /// The receiver
        #[arg(long)]
        to: String,
        /// A consent to take into account
        #[arg(long)]
        consent: Option<String>,
        /// In which language: en, tr, ar, es
        #[arg(long, value_parser = ["en", "tr", "ar", "es"])]
        lang: Option<String>,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let show = |value: Value| context.out.print(&value, &[text(&value, "id")], describe);
    match &args.command {
        Command::New { file, agency } => return new(context, file, agency),
        Command::Check { file } => {
            let toml = read_text(file)?;
            if toml.trim_start().starts_with("-----BEGIN") {
                return Err(CliError::usage(
                    "this is a protocol as it travels, not the text that people write",
                    "see what it says with `ihala decode FILE`; take it in with `ihala isp import FILE`",
                )
                .in_file(file));
            }
            let isp = Isp::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
            let signed = SignedIsp::new(isp);
            let id = signed.digest().to_string();
            let value = json!({ "id": id, "title": signed.isp().title, "ok": true });
            context.out.print(&value, &[&id], |_| {
                format!("the file is a protocol: {}\nid {id}", signed.isp().title)
            });
        }
        Command::Draft { file } => {
            let toml = read_text(file)?;
            Isp::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
            show(context.post("/v1/isps", &json!({ "toml": toml }))?);
        }
        Command::Sign { id, party: Some(party), paper, .. } => {
            let path = format!("/v1/isps/{}/paper-signature", segment(id));
            show(context.post(&path, &json!({ "party": party, "paper": paper }))?);
        }
        Command::Sign { id, wait, .. } => {
            let signed =
                context.post(&format!("/v1/isps/{}/signature", segment(id)), &json!({}))?;
            if let Some(seconds) = wait {
                wait_until_told(context, &signed, *seconds)?;
            }
            show(context.get(&format!("/v1/isps/{}", text(&signed, "id")))?);
        }
        Command::Suspend { id } => show(change(context, id, "suspend")?),
        Command::Resume { id } => show(change(context, id, "resume")?),
        Command::Terminate { id, yes } => {
            if !yes {
                let isp = context.get(&format!("/v1/isps/{}", segment(id)))?;
                confirm_end(&isp)?;
            }
            show(change(context, id, "terminate")?);
        }
        Command::Discard { id } => {
            show(context.delete(&format!("/v1/isps/{}", segment(id)))?);
        }
        Command::Export { id, file } => {
            let value = context.get(&format!("/v1/isps/{}/file", segment(id)))?;
            write_new(file, text(&value, "file"))?;
            context.out.print(&value, &[text(&value, "id")], |_| {
                format!("written to {}: hand it to the other parties", file.display())
            });
        }
        Command::Import { file } => {
            let content = read_text(file)?;
            show(context.post("/v1/isp-imports", &json!({ "file": content }))?);
        }
        Command::List => {
            let value = context.get("/v1/isps")?;
            let ids: Vec<_> = items(&value, "isps").map(|i| text(i, "id")).collect();
            context.out.print(&value, &ids, |value| {
                let rows: Vec<_> = items(value, "isps")
                    .map(|isp| {
                        vec![
                            short(text(isp, "id")).to_owned(),
                            text(isp, "title").to_owned(),
                            format!("version {}", isp["version"]),
                            text(isp, "state").to_owned(),
                            format!("until {}", day(&isp["valid_until"])),
                        ]
                    })
                    .collect();
                if rows.is_empty() { "no protocol is known here yet".into() } else { table(&rows) }
            });
        }
        Command::Show { id } => show(context.get(&format!("/v1/isps/{}", segment(id)))?),
        Command::Explain { form, to, consent, lang } => {
            let body = json!({
                "form": read_text(form)?, "to": to, "consent": consent, "language": lang,
            });
            let value = context.post("/v1/explanations", &body);
            let value = value.map_err(|e| e.if_mistakes_in(form))?;
            context.out.print(&value, &[], |value| match lang {
                Some(_) => text(value, "text").to_owned(),
                None => explain(value),
            });
        }
    }
    Ok(())
}

fn change(context: &Context, id: &str, change: &str) -> Result<Value, CliError> {
    context.post(&format!("/v1/isps/{}/change", segment(id)), &json!({ "change": change }))
}

/// Asks whether a protocol is really to end.
fn confirm_end(isp: &Value) -> Result<(), CliError> {
    let parties: Vec<_> = items(isp, "parties").map(|p| text(p, "name")).collect();
    let question = format!(
        "\"{}\" ends for ever between {}; `ihala isp suspend` can be taken back. Type yes to end it: ",
        text(isp, "title"),
        parties.join(", ")
    );
    match confirmed(&question) {
        true => Ok(()),
        false => Err(CliError::usage(
            "it was not confirmed, so nothing was changed",
            "type yes, or add --yes",
        )),
    }
}

/// Waits until nothing is queued for the other parties.
fn wait_until_told(context: &Context, isp: &Value, seconds: u64) -> Result<(), CliError> {
    let parties: Vec<_> = items(isp, "parties").map(|p| text(p, "id")).collect();
    let start = Instant::now();
    loop {
        let status = context.get("/v1/status")?;
        let mut peers = items(&status, "peers");
        let queued = |p: &Value| parties.contains(&text(&p["agency"], "id")) && p["queued"] != 0;
        if !peers.any(queued) {
            return Ok(());
        }
        if start.elapsed() >= Duration::from_secs(seconds) {
            eprintln!(
                "something still waits for a party's node: it goes out when that can be reached \
                 (`ihala status`)"
            );
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn new(context: &Context, file: &std::path::Path, agency: &str) -> Result<(), CliError> {
    let card = context.get("/v1/card")?;
    let other = context.get(&format!("/v1/trust/{}", segment(agency)))?;
    let party = |agency: &Value| (text(agency, "name").to_owned(), text(agency, "id").to_owned());
    let toml = template(&party(&card["agency"]), &party(&other["agency"]));
    Isp::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
    write_new(file, &toml)?;
    context.out.print(&json!({ "file": file.display().to_string() }), &[], |_| {
        format!(
            "written to {}: edit it together with the other agency, then\n  ihala isp draft {}",
            file.display(),
            file.display()
        )
    });
    Ok(())
}

/// A protocol for legal aid between two parties (name, id), from today for a year.
pub(crate) fn template(us: &(String, String), them: &(String, String)) -> String {
    let now = clock::now();
    let day = |days: u64| date::show_day(now.plus(days * 86_400));
    let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    include_str!("../../../samples/isp.toml")
        .replace("{us}", &quote(&us.0))
        .replace("{us_id}", &us.1)
        .replace("{them}", &quote(&them.0))
        .replace("{them_id}", &them.1)
        .replace("{today}", &day(0))
        .replace("{half}", &day(182))
        .replace("{year}", &day(364))
}

fn describe(isp: &Value) -> String {
    let mut out = format!(
        "{} (version {}): {}\nid {}\nin force from {} to {}\n",
        text(isp, "title"),
        isp["version"],
        text(isp, "state"),
        text(isp, "id"),
        day(&isp["valid_from"]),
        day(&isp["valid_until"]),
    );
    for party in items(isp, "parties") {
        let signed = match party["paper"].as_str() {
            Some(paper) => format!("has signed on paper: {paper}"),
            None if party["signed"] == true => "has signed".into(),
            None => "has not signed yet".into(),
        };
        let (name, known) = (text(party, "name"), text(party, "known_as"));
        let known = match name == known {
            true => String::new(),
            false => format!(" (known here as {known})"),
        };
        let _ = write!(out, "  {name}{known}, {} {signed}", short(text(party, "id")));
        for (key, what) in [("change", "and says: "), ("phone", "phone ")] {
            if let Some(value) = party[key].as_str() {
                let _ = write!(out, "; {what}{value}");
            }
        }
        out.push('\n');
    }
    let purposes: Vec<_> = items(isp, "purposes").filter_map(Value::as_str).collect();
    let _ = writeln!(
        out,
        "for {}; kept for {} days after closing; {}; to be reviewed {}",
        purposes.join(" and "),
        isp["retention_days"],
        if isp["onward"] == true { "may be referred onward" } else { "may not be referred onward" },
        day(&isp["review"]),
    );
    for (name, hours) in ["emergency", "urgent", "routine"].iter().zip(items(isp, "deadlines")) {
        let _ = writeln!(
            out,
            "{name}: to acknowledge within {} h, decide {} h, serve {} h, feed back {} h",
            hours[0], hours[1], hours[2], hours[3]
        );
    }
    if let Some(name) = isp["focal_point"].as_str() {
        let _ = writeln!(out, "{name} is told of what stays overdue (no case, no person)");
    }
    if let Some(previous) = isp["previous"].as_str() {
        let _ = writeln!(out, "takes the place of {previous}");
    }
    for clause in items(isp, "clauses") {
        let _ = writeln!(out, "clause {}", clause.as_str().unwrap_or_default());
    }
    out
}

fn explain(value: &Value) -> String {
    let to = text(&value["to"], "name");
    let mut out = if value["permitted"] == true {
        let clauses: Vec<_> = items(value, "clauses").filter_map(Value::as_str).collect();
        format!(
            "This form may go to {to}, under {} ({}).\n",
            text(value, "isp"),
            clauses.join(", ")
        )
    } else {
        let problem = &value["problem"];
        format!(
            "This form may not go to {to}.\n{}: {}\nwhat to do: {}\n",
            text(problem, "rule"),
            text(problem, "sentence"),
            text(problem, "advice")
        )
    };
    let rows: Vec<_> = items(value, "fields")
        .map(|field| {
            let verdict = match (field["sent"] == true, field["later"] == true) {
                (true, true) => "after the accept",
                (true, false) => "sent",
                (false, _) => "withheld",
            };
            let why = match &field["problem"] {
                Value::Null => String::new(),
                problem => format!("{}: {}", text(problem, "rule"), text(problem, "sentence")),
            };
            vec![
                verdict.to_owned(),
                text(field, "label").to_owned(),
                text(field, "path").to_owned(),
                why,
            ]
        })
        .collect();
    out.push_str(&table(&rows));
    out
}
