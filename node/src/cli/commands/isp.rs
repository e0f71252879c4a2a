use std::path::PathBuf;
use std::time::{Duration, Instant};

use ihala_http::client::segment;
use ihala_protocol::labels::Language;
use ihala_protocol::words::isolated;
use ihala_protocol::{Isp, SignedIsp, date};
use serde_json::{Value, json};

use super::consent::purposes;

use crate::cli::context::{read_text, write_new};
use crate::cli::output::{confirmed, day, items, short, table, tell, text};
use crate::cli::{CliError, Context, locale};
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
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let show = |value: Value| context.out.print(&value, &[text(&value, "id")], describe);
    match &args.command {
        Command::New { file, agency } => return new(context, file, agency),
        Command::Check { file } => {
            let toml = read_text(file)?;
            if toml.trim_start().starts_with("-----BEGIN") {
                let told = locale::sentence("isp-as-it-travels").with("see", "ihala decode FILE");
                let told = told.with("take_in", "ihala isp import FILE");
                return Err(CliError::usage(told).in_file(file));
            }
            let isp = Isp::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
            let signed = SignedIsp::new(isp);
            let id = signed.digest().to_string();
            let value = json!({ "id": id, "title": signed.isp().title, "ok": true });
            context.out.print(&value, &[&id], |_| {
                let good = locale::say("isp-good", &[("title", &signed.isp().title)]);
                format!("{good}\n{}", locale::say("isp-id", &[("id", &id)]))
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
                locale::say("isp-exported", &[("file", &file.display().to_string())])
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
                        let version = isp["version"].to_string();
                        vec![
                            short(text(isp, "id")).to_owned(),
                            text(isp, "title").to_owned(),
                            locale::say("isp-version", &[("version", &version)]),
                            stable("isp", text(isp, "state")),
                            locale::say("isp-until", &[("day", day(&isp["valid_until"]))]),
                        ]
                    })
                    .collect();
                if rows.is_empty() { locale::say("isp-none", &[]) } else { table(&rows) }
            });
        }
        Command::Show { id } => show(context.get(&format!("/v1/isps/{}", segment(id)))?),
        Command::Explain { form, to, consent } => {
            let body = json!({ "form": read_text(form)?, "to": to, "consent": consent });
            let value = context.post("/v1/explanations", &body);
            let value = value.map_err(|e| e.if_mistakes_in(form))?;
            context.out.print(&value, &[], explain);
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
    let question = locale::say(
        "isp-confirm",
        &[
            ("title", text(isp, "title")),
            ("parties", &locale::list(&parties)),
            ("command", "ihala isp suspend"),
        ],
    );
    match confirmed(&question) {
        true => Ok(()),
        false => {
            Err(CliError::usage(locale::sentence("isp-not-confirmed").with("option", "--yes")))
        }
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
            tell!("{}", locale::say("isp-waits", &[("command", "ihala status")]));
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
        let file = file.display().to_string();
        format!("{}\n  ihala isp draft {file}", locale::say("isp-written", &[("file", &file)]))
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

/// What people call a stable name of several words, such as `in force`.
fn stable(kind: &str, name: &str) -> String {
    locale::name(kind, &name.replace(' ', "-"))
}

fn describe(isp: &Value) -> String {
    let number = |name: &str| isp[name].to_string();
    let onward = isp["onward"] == true;
    let mut lines = vec![
        locale::say(
            "isp-head",
            &[
                ("title", text(isp, "title")),
                ("version", &number("version")),
                ("state", &stable("isp", text(isp, "state"))),
            ],
        ),
        locale::say("isp-id", &[("id", text(isp, "id"))]),
        locale::say(
            "isp-dates",
            &[("from", day(&isp["valid_from"])), ("until", day(&isp["valid_until"]))],
        ),
    ];
    lines.extend(items(isp, "parties").map(|party| format!("  {}", describe_party(party))));
    lines.push(locale::say(
        if onward { "isp-terms-onward" } else { "isp-terms" },
        &[
            ("purposes", &purposes(isp)),
            ("days", &number("retention_days")),
            ("review", day(&isp["review"])),
        ],
    ));
    let urgencies = ["isp-emergency", "isp-urgent", "isp-routine"];
    for (key, hours) in urgencies.into_iter().zip(items(isp, "deadlines")) {
        let [acknowledge, decide, serve, feed_back] =
            [0_usize, 1, 2, 3].map(|i| hours[i].to_string());
        let fill = [
            ("acknowledge", acknowledge.as_str()),
            ("decide", decide.as_str()),
            ("serve", serve.as_str()),
            ("feed_back", feed_back.as_str()),
        ];
        lines.push(locale::say(key, &fill));
    }
    for (key, name) in [("isp-focal-point", "focal_point"), ("isp-previous", "previous")] {
        if let Some(value) = isp[name].as_str() {
            lines.push(locale::say(key, &[("value", value)]));
        }
    }
    for field in items(isp, "own") {
        let goes = match text(field, "sensitivity") {
            "coded" => "isp-own-coded",
            "case" => "isp-own-case",
            _ => "isp-own-identifying",
        };
        let kind = match field["max"].as_u64() {
            Some(max) => format!("{} 0-{max}", text(field, "kind")),
            None => text(field, "kind").to_owned(),
        };
        lines.push(locale::say(goes, &[("path", text(field, "path")), ("kind", &kind)]));
        lines.extend(in_all_languages(field));
        for code in items(field, "codes") {
            let name = isolated(text(code, "name"), locale::language());
            lines.push(format!("  {name}"));
            lines.extend(in_all_languages(code).into_iter().map(|line| format!("  {line}")));
        }
    }
    let clauses = items(isp, "clauses").filter_map(Value::as_str);
    lines.extend(clauses.map(|clause| locale::say("isp-clause", &[("clause", clause)])));
    lines.join("\n")
}

/// What something is called in each language: whoever signs answers for all of them.
fn in_all_languages(labelled: &Value) -> Vec<String> {
    let of = |language: Language| {
        let label = isolated(text(&labelled["labels"], language.code()), locale::language());
        format!("    {}  {label}", language.code())
    };
    Language::ALL.map(of).to_vec()
}

/// A party: whether it has signed, what it says, whom to phone there.
fn describe_party(party: &Value) -> String {
    let (name, known) = (text(party, "name"), text(party, "known_as"));
    let called = match name == known {
        true => name.to_owned(),
        false => locale::say("isp-known-as", &[("name", name), ("known", known)]),
    };
    let (called, id) = (called.as_str(), short(text(party, "id")));
    let mut line = match party["paper"].as_str() {
        Some(paper) => {
            locale::say("isp-signed-on-paper", &[("party", called), ("id", id), ("paper", paper)])
        }
        None if party["signed"] == true => {
            locale::say("isp-signed", &[("party", called), ("id", id)])
        }
        None => locale::say("isp-unsigned", &[("party", called), ("id", id)]),
    };
    if let Some(change) = party["change"].as_str() {
        let change = stable("change", change);
        line = locale::say("isp-party-says", &[("party", &line), ("change", &change)]);
    }
    if let Some(phone) = party["phone"].as_str() {
        line = locale::say("isp-party-phone", &[("party", &line), ("phone", phone)]);
    }
    line
}

fn explain(value: &Value) -> String {
    let to = text(&value["to"], "name");
    let head = if value["permitted"] == true {
        let clauses: Vec<_> = items(value, "clauses").filter_map(Value::as_str).collect();
        let (isp, clauses) = (text(value, "isp"), locale::list(&clauses));
        let fill = [("agency", to), ("isp", isp), ("clauses", &clauses)];
        let may_go = locale::say("explain-may-go", &fill);
        match value["two_stages"] == true {
            true => {
                format!("{may_go}\n{}", locale::say("explain-in-two-stages", &[("agency", to)]))
            }
            false => may_go,
        }
    } else {
        let problem = &value["problem"];
        format!(
            "{}\n{}: {}\n{}: {}",
            locale::say("explain-may-not-go", &[("agency", to)]),
            text(problem, "rule"),
            text(problem, "sentence"),
            locale::say("what-to-do", &[]),
            text(problem, "advice")
        )
    };
    let row = |field: &Value| {
        let verdict = match (field["sent"] == true, field["later"] == true) {
            (true, true) => "explain-later",
            (true, false) => "explain-sent",
            (false, _) => "explain-withheld",
        };
        let why = match &field["problem"] {
            Value::Null => String::new(),
            problem => format!("{}: {}", text(problem, "rule"), text(problem, "sentence")),
        };
        vec![
            locale::say(verdict, &[]),
            text(field, "label").to_owned(),
            text(field, "path").to_owned(),
            why,
        ]
    };
    format!("{head}\n{}", table(&items(value, "fields").map(row).collect::<Vec<_>>()))
}
