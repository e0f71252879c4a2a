use std::path::{Path, PathBuf};

use ihala_http::client::segment;
use ihala_protocol::trust::TrustList;
use ihala_protocol::{Profile, fingerprint};
use serde_json::{Value, json};

use crate::cli::context::{read_card, read_text};
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
    /// What the list says of one agency, and which referrals with it are open
    Show {
        /// Name, id, or the start of the id
        agency: String,
    },
    /// Change what the list says of an agency
    Set {
        /// Name, id, or the start of the id
        agency: String,
        /// What to call it here
        #[arg(long)]
        name: Option<String>,
        /// Whether people may be referred to it: true or false
        #[arg(long, value_name = "BOOL")]
        send: Option<bool>,
        /// Whether it may refer people to us: true or false
        #[arg(long, value_name = "BOOL")]
        receive: Option<bool>,
        /// The case types for which either goes, with commas between them; `all` for all
        #[arg(long, value_delimiter = ',', value_name = "TYPES")]
        case_types: Option<Vec<String>>,
        /// Whether it may offer keys without post-quantum encryption: true or false
        #[arg(long, value_name = "BOOL")]
        thin: Option<bool>,
        /// A note for people; an empty one takes it away
        #[arg(long)]
        notes: Option<String>,
    },
    /// Tell what `trust.toml`, or another file, would change; nothing is changed
    Check {
        /// The file [default: `trust.toml` in the agency's folder]
        file: Option<PathBuf>,
    },
    /// Take `trust.toml` into force as it reads now; SIGHUP does the same
    Reload,
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
            let profile = read_card(card)?;
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
        Command::Show { agency } => {
            let value = context.get(&format!("/v1/trust/{}", segment(agency)))?;
            context.out.print(&value, &[text(&value["agency"], "id")], describe);
        }
        Command::Set { agency, name, send, receive, case_types, thin, notes } => {
            let body = json!({
                "name": name, "send": send, "receive": receive,
                "case_types": case_types, "thin": thin, "notes": notes,
            });
            let value = context.post(&format!("/v1/trust/{}", segment(agency)), &body)?;
            context.out.print(&value, &[text(&value["agency"], "id")], describe);
        }
        Command::Check { file } => {
            let file = file.clone().unwrap_or_else(|| context.home.trust_file());
            take_file(context, &file, "/v1/trust-list/check")?;
        }
        Command::Reload => take_file(context, &context.home.trust_file(), "/v1/trust-list")?,
        Command::Settle { file } => {
            let profile = read_card(file)?;
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
                let mut removed = locale::say("trust-removed", &[("agency", agency)]);
                if let Some(open) = open(value) {
                    removed = format!("{removed}\n{open}");
                }
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

/// Hands the list in, and tells what it changes.
fn take_file(context: &Context, file: &Path, path: &str) -> Result<(), CliError> {
    // Looked at here first: without a node, mistakes can be told all the same.
    let toml = read_text(file)?;
    if let Err(mistakes) = TrustList::from_toml(&toml) {
        return Err(CliError::mistakes(file, mistakes));
    }
    let value = context.post(path, &json!({ "toml": toml }))?;
    let ids: Vec<_> = items(&value, "changes").map(|c| text(c, "agency")).collect();
    context.out.print(&value, &ids, |value| {
        let mut lines: Vec<String> = items(value, "changes").map(change).collect();
        let done = value["done"] == true;
        lines.push(match (lines.is_empty(), done) {
            (true, _) => locale::say("trust-no-change", &[]),
            (false, true) => locale::say("trust-in-force", &[]),
            (false, false) => locale::say("trust-would", &[("command", "ihala trust reload")]),
        });
        lines.join("\n")
    });
    Ok(())
}

/// One change of the list, with what it touches.
fn change(change: &Value) -> String {
    let mark = match text(change, "change") {
        "added" => "+",
        "removed" => "-",
        _ => "~",
    };
    let mut lines =
        vec![format!("{mark} {} ({})", text(change, "name"), short(text(change, "agency")))];
    let before = entry(&change["before"]);
    for (name, after) in entry(&change["after"]) {
        match before.iter().find(|(known, _)| *known == name) {
            Some((_, same)) if *same == after => {}
            Some((_, old)) => lines.push(format!("    {name}: {old} \u{2192} {after}")),
            None => lines.push(format!("    {name}: {after}")),
        }
    }
    if change["card_known"] == false && change["after"].is_object() {
        lines.push(format!("    {}", locale::say("trust-no-card", &[])));
    }
    lines.extend(open(change).map(|open| format!("    {open}")));
    lines.join("\n")
}

/// The open referrals that something touches, if there are any.
fn open(of: &Value) -> Option<String> {
    let open: Vec<_> = items(of, "open").filter_map(Value::as_str).map(short).collect();
    let ids = open.join(locale::language().comma());
    (!open.is_empty()).then(|| locale::say("trust-open", &[("ids", &ids)]))
}

/// What the list says of an agency, by the words of the file.
fn entry(entry: &Value) -> Vec<(&'static str, String)> {
    let all = ["name", "send", "receive", "case_types", "addresses", "thin", "notes"];
    let said = all.into_iter().filter_map(|name| {
        let value = entry.get(name)?;
        let said = match value {
            Value::Null if name == "case_types" => "all".to_owned(),
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Array(texts) => {
                let texts: Vec<_> = texts.iter().filter_map(Value::as_str).collect();
                texts.join(", ")
            }
            other => other.to_string(),
        };
        Some((name, said))
    });
    said.collect()
}

fn describe(agency: &Value) -> String {
    let row = |key: &str, value: &str| vec![key.to_owned(), value.to_owned()];
    let mut rows = vec![
        row(&locale::say("card-agency", &[]), text(&agency["agency"], "id")),
        row(&locale::say("card-fingerprint", &[]), text(agency, "fingerprint")),
    ];
    match agency["card"].as_u64() {
        Some(number) => rows.push(row(&locale::say("card-card", &[]), &number.to_string())),
        None => rows.push(row(&locale::say("card-card", &[]), &locale::say("trust-no-card", &[]))),
    }
    let said = entry(&agency["entry"]).into_iter().filter(|(_, said)| !said.is_empty());
    rows.extend(said.map(|(name, said)| row(name, &said)));
    let mut text_of = format!("{}\n{}", text(&agency["agency"], "name"), table(&rows));
    if let Some(open) = open(agency) {
        text_of.push_str(&format!("\n{open}"));
    }
    text_of
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
