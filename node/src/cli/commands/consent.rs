use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use ihala_http::client::segment;
use ihala_protocol::codes::{CONSENT_METHOD, LEGAL_BASIS, PURPOSE};
use ihala_protocol::consent::{ConsentReceipt, Record};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::words::isolated;
use ihala_protocol::{date, fingerprint};
use serde_json::{Value, json};

use crate::cli::context::{read_bytes, read_text, write_new};
use crate::cli::output::{confirmed, day, items, short, table, tell, text, time};
use crate::cli::{CliError, Context, locale};

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
        /// The person's language: en, tr, ar, es [default: that of the form, else that of `--locale`]
        #[arg(long, value_parser = ["en", "tr", "ar", "es"])]
        lang: Option<String>,
    },
    /// List the consents held here
    List {
        /// Consents of one page, at most 200
        #[arg(long, default_value_t = 50)]
        limit: usize,
        /// Continue after a page: its `next`
        #[arg(long)]
        after: Option<String>,
    },
    /// The person has said yes again
    Renew {
        /// Its id, or the start of it
        id: String,
        /// The last day, like 2027-01-31
        #[arg(long, value_name = "DATE")]
        until: String,
        /// How they said so
        #[arg(long, value_name = "CODE", value_parser = super::step::codes(&CONSENT_METHOD))]
        method: String,
        /// The language in which the text was read [default: that of the first time]
        #[arg(long)]
        language: Option<String>,
        /// The interpreter's name
        #[arg(long, value_name = "NAME")]
        interpreter: Option<String>,
        /// The witness's name
        #[arg(long, value_name = "NAME")]
        witness: Option<String>,
        /// Another agency was told that consent is withdrawn: the person was asked, and agrees
        #[arg(long)]
        person_was_asked: bool,
    },
    /// Somebody else than the person ends a consent: a court, a guardian; sharing stops
    Revoke {
        /// Its id, or the start of it
        id: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// It was never a consent: the wrong person was asked, or under pressure; sharing stops
    Invalidate {
        /// Its id, or the start of it
        id: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Write a signed receipt that anyone can check; it may stay with us, where paper can harm
    Receipt {
        /// Its id, or the start of it
        id: String,
        /// The file to write; must not exist
        file: PathBuf,
        /// Also of a marked case: the person wants it, and has a safe place for it
        #[arg(long)]
        paper_is_safe: bool,
    },
    /// Check a receipt; needs neither node nor home
    Verify {
        /// A file made by `receipt`
        file: PathBuf,
    },
    /// The discreet slip for the person: a reference and a neutral number, nothing else
    Slip {
        /// Its id, or the start of it
        id: String,
        /// A number that gives nothing away when it is answered
        #[arg(long, value_parser = NonEmptyStringValueParser::new())]
        phone: String,
        /// Whom to complain to: somebody other than the agencies
        #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
        complaints: String,
        /// The person's language: en, tr, ar, es [default: that of the consent]
        #[arg(long, value_parser = ["en", "tr", "ar", "es"])]
        lang: Option<String>,
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
    /// The language in which it is read to the person: en, tr, ar, es [default: that of the consent]
    #[arg(long, value_parser = ["en", "tr", "ar", "es"])]
    lang: Option<String>,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Draft { form, to, record, lang } => {
            let body = json!({ "form": read_text(form)?, "to": to, "language": lang });
            let value = context.post("/v1/consent-drafts", &body);
            let value = value.map_err(|e| e.if_mistakes_in(form))?;
            if let Some(file) = record {
                write_new(file, text(&value, "record"))?;
            }
            context.out.print(&value, &[], |value| match record {
                Some(file) => {
                    let file = file.display().to_string();
                    let read = locale::say("consent-read-aloud", &[("file", &file)]);
                    format!("{}\n--\n{read}\n  ihala consent record {file}", text(value, "text"))
                }
                None => format!("{}\n--\n{}", text(value, "text"), text(value, "record")),
            });
        }
        Command::Record { file } => {
            let toml = read_text(file)?;
            Record::from_toml(&toml).map_err(|m| CliError::mistakes(file, m))?;
            let value = context.post("/v1/consents", &json!({ "toml": toml }))?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
        Command::List { limit, after } => list(context, *limit, after.as_deref())?,
        Command::Renew { id, until, method, language, interpreter, witness, person_was_asked } => {
            let path = format!("/v1/consents/{}/renewal", segment(id));
            let body = json!({
                "until": until,
                "method": method,
                "language": language,
                "interpreter": interpreter,
                "witness": witness,
                "person_was_asked": person_was_asked,
            });
            let value = context.post(&path, &body)?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
        Command::Revoke { id, reason } => end(context, id, "revoked", reason)?,
        Command::Invalidate { id, reason } => end(context, id, "invalidated", reason)?,
        Command::Receipt { id, file, paper_is_safe } => {
            let path =
                format!("/v1/consents/{}/receipt?paper_is_safe={paper_is_safe}", segment(id));
            let value = context.get(&path)?;
            write_new(file, text(&value, "file"))?;
            context.out.print(&value, &[text(&value, "id")], |_| {
                locale::say("receipt-written", &[("file", &file.display().to_string())])
            });
        }
        Command::Verify { file } => verify(context, file)?,
        Command::Slip { id, phone, complaints, lang } => {
            check_slip(context, phone, complaints)?;
            let value = context.get(&format!("/v1/consents/{}", segment(id)))?;
            let language = lang.as_deref().unwrap_or(text(&value, "language"));
            let language = Language::by_code(language).unwrap_or_else(locale::language);
            let line = |key: &str, what: &str| {
                let what = isolated(what, language);
                format!("{}: {what}\n", labels::text(key, language, &[]))
            };
            let slip = line("slip_reference", short(text(&value, "id")))
                + &line("slip_phone", phone)
                + &line("slip_questions", complaints);
            context.out.print(&json!({ "slip": slip }), &[], |_| slip.clone());
        }
        Command::Withdraw(args) => withdraw(context, args)?,
        Command::Show { id } => {
            let value = context.get(&format!("/v1/consents/{}", segment(id)))?;
            context.out.print(&value, &[text(&value, "id")], describe);
        }
    }
    Ok(())
}

/// The number is one to call, and complaints go to somebody outside.
fn check_slip(context: &Context, phone: &str, complaints: &str) -> Result<(), CliError> {
    if phone.chars().filter(char::is_ascii_digit).count() < 3 {
        return Err(CliError::usage(locale::sentence("slip-phone").with("option", "--phone")));
    }
    let (card, trust) = (context.get("/v1/card")?, context.get("/v1/trust")?);
    let ours = text(&card["agency"], "name");
    let names = items(&trust, "agencies").map(|a| text(&a["agency"], "name")).chain([ours]);
    let told = complaints.to_lowercase();
    if names.filter(|name| !name.is_empty()).any(|name| told.contains(&name.to_lowercase())) {
        let told = locale::sentence("slip-names-agency");
        return Err(CliError::usage(told.with("option", "--complaints")));
    }
    Ok(())
}

fn list(context: &Context, limit: usize, after: Option<&str>) -> Result<(), CliError> {
    let after = after.map_or(String::new(), |after| format!("&after={}", segment(after)));
    let value = context.get(&format!("/v1/consents?limit={limit}{after}"))?;
    let ids: Vec<_> = items(&value, "consents").map(|c| text(c, "id")).collect();
    context.out.print(&value, &ids, |value| {
        let row = |c: &Value| {
            let names: Vec<_> = items(c, "grants").map(|g| text(&g["recipient"], "name")).collect();
            vec![
                short(text(c, "id")).to_owned(),
                text(c, "case_code").to_owned(),
                state(c),
                locale::say("consent-until", &[("day", day(&c["valid_until"]))]),
                locale::list(&names),
            ]
        };
        let rows: Vec<_> = items(value, "consents").map(row).collect();
        if rows.is_empty() {
            return locale::say("consent-none", &[]);
        }
        let more = |next| locale::say("consent-more", &[("option", &format!("--after {next}"))]);
        table(&rows) + &value["next"].as_str().map_or_else(String::new, more)
    });
    Ok(())
}

fn end(context: &Context, id: &str, state: &str, reason: &str) -> Result<(), CliError> {
    let path = format!("/v1/consents/{}/end", segment(id));
    let value = context.post(&path, &json!({ "state": state, "reason": reason }))?;
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}

fn verify(context: &Context, file: &Path) -> Result<(), CliError> {
    let bytes = read_bytes(file)?;
    let (receipt, profile) =
        ConsentReceipt::from_file(&bytes).map_err(|r| CliError::bad_input(&r).in_file(file))?;
    let purposes = receipt.purposes.iter().filter_map(|p| PURPOSE.by_id(*p)).map(|p| p.name);
    let recipients = receipt.recipients.iter().map(|(name, ids)| {
        let labels: Vec<_> = ids.iter().map(|id| receipt.label(*id, locale::language())).collect();
        json!({ "name": name, "fields": labels })
    });
    let value = json!({
        "ok": true,
        "agency": profile.statement().name(),
        "fingerprint": fingerprint::of(&profile.id()),
        "consent": receipt.consent.to_string(),
        "state": receipt.state.name(),
        "basis": LEGAL_BASIS.by_id(receipt.basis).map(|c| c.name),
        "made": date::show(receipt.made),
        "valid_from": date::show_day(receipt.valid_from),
        "valid_until": date::show_day(receipt.valid_until),
        "language": receipt.language,
        "purposes": purposes.collect::<Vec<_>>(),
        "onward": receipt.onward,
        "recipients": recipients.collect::<Vec<_>>(),
    });
    let describe = |value: &Value| describe_receipt(value, &receipt);
    context.out.print(&value, &[text(&value, "consent")], describe);
    Ok(())
}

fn describe_receipt(value: &Value, receipt: &ConsentReceipt) -> String {
    let dates = [("from", text(value, "valid_from")), ("until", text(value, "valid_until"))];
    let mut lines = vec![
        locale::say(
            "receipt-good",
            &[("agency", text(value, "agency")), ("fingerprint", text(value, "fingerprint"))],
        ),
        locale::say(
            "receipt-consent",
            &[
                ("consent", text(value, "consent")),
                ("state", &state(value)),
                ("made", text(value, "made")),
                ("basis", &locale::code(&LEGAL_BASIS, text(value, "basis"))),
            ],
        ),
        locale::say("receipt-dates", &dates),
        locale::say(
            "receipt-purposes",
            &[("purposes", &purposes(value)), ("language", text(value, "language"))],
        ),
    ];
    if receipt.onward {
        lines.push(locale::say("receipt-onward", &[]));
    }
    for (name, ids) in &receipt.recipients {
        let labels: Vec<_> = ids.iter().map(|id| receipt.label(*id, locale::language())).collect();
        let fields = locale::list(&labels);
        lines.push(locale::say("receipt-recipient", &[("agency", name), ("fields", &fields)]));
    }
    lines.join("\n")
}

/// Where a consent stands.
fn state(consent: &Value) -> String {
    locale::name("consent", text(consent, "state"))
}

/// What data may be used for.
pub(super) fn purposes(value: &Value) -> String {
    let names = items(value, "purposes").filter_map(Value::as_str);
    locale::list(&names.map(|name| locale::code(&PURPOSE, name)).collect::<Vec<_>>())
}

fn withdraw(context: &Context, args: &Withdraw) -> Result<(), CliError> {
    let path = format!("/v1/consents/{}/withdrawal", segment(&args.id));
    let body = |confirmed: bool| {
        json!({
            "from": args.from,
            "erase": args.erase,
            "confirmed": confirmed,
            "language": args.lang,
        })
    };
    if !args.yes {
        let plan = context.post(&path, &body(false))?;
        tell!("{}", read_back(&plan).trim_end());
        tell!("\n{}\n", locale::say("withdraw-read", &[]));
        for line in text(&plan, "text").lines() {
            tell!("    {line}");
        }
        if !confirmed(&format!("\n{}", locale::say("withdraw-confirm", &[]))) {
            return Err(CliError::usage(locale::sentence("withdraw-not-confirmed")));
        }
    }
    let value = context.post(&path, &body(true))?;
    context.out.print(&value, &[text(&value, "consent")], read_back);
    Ok(())
}

fn read_back(plan: &Value) -> String {
    let done = plan["done"] == true;
    let head = match (plan["erase"] == true, done) {
        (false, false) => "withdraw-would-stop",
        (false, true) => "withdraw-stopped",
        (true, false) => "withdraw-would-erase",
        (true, true) if items(plan, "orders").any(|order| order["order"] == "erase") => {
            "withdraw-erasing"
        }
        (true, true) => "withdraw-erased-here",
    };
    let mut lines = vec![locale::say(head, &[])];
    for order in items(plan, "orders") {
        let erase = text(order, "order") == "erase";
        let key = if erase { "withdraw-told-to-erase" } else { "withdraw-told-to-stop" };
        let (agency, referral) = (text(&order["agency"], "name"), short(text(order, "referral")));
        let told = locale::say(key, &[("agency", agency), ("referral", referral)]);
        lines.push(match text(order, "remark") {
            "" => format!("  {told}"),
            remark => format!("  {told}: {remark}"),
        });
        let further: Vec<_> = items(order, "further").map(|a| text(a, "name")).collect();
        if !further.is_empty() {
            let agencies = locale::list(&further);
            let further = locale::say("withdraw-further", &[("agencies", &agencies)]);
            lines.push(format!("    {further}"));
        }
    }
    for what in items(plan, "here").filter_map(Value::as_str) {
        lines.push(format!("  {}", locale::say("withdraw-here", &[("what", what)])));
    }
    if done && items(plan, "orders").count() > 0 {
        let command = [("command", "ihala show REFERRAL")];
        lines.push(locale::say("withdraw-answers", &command));
    }
    lines.join("\n")
}

fn describe(consent: &Value) -> String {
    let (id, code) = (text(consent, "id"), text(consent, "case_code"));
    if code.is_empty() {
        // Its record was destroyed: that it was withdrawn is all that is left.
        return locale::say("consent-forgotten", &[("id", id), ("state", &state(consent))]);
    }
    let valid = consent["valid"] == true;
    let case = if valid { "consent-case-valid" } else { "consent-case-not-valid" };
    let mut lines = vec![
        locale::say("consent-id", &[("id", id)]),
        locale::say(case, &[("code", code), ("state", &state(consent))]),
        locale::say(
            "consent-read",
            &[
                ("given", text(consent, "given")),
                ("language", text(consent, "language")),
                ("from", day(&consent["valid_from"])),
                ("until", day(&consent["valid_until"])),
            ],
        ),
    ];
    for (key, name) in [
        ("consent-interpreter", "interpreter"),
        ("consent-witness", "witness"),
        ("consent-because", "reason"),
        ("consent-authorised-by", "authorised_by"),
        ("consent-guardian", "guardian"),
        ("consent-child", "assent"),
        ("consent-caregiver-not-asked", "caregiver_not_asked"),
    ] {
        if let Some(value) = consent[name].as_str() {
            lines.push(locale::say(key, &[("value", value)]));
        }
    }
    // A legal basis that is not the person's consent has a reason.
    if consent["reason"].is_string() {
        lines.push(locale::say(
            "consent-basis",
            &[("value", &locale::code(&LEGAL_BASIS, text(consent, "basis")))],
        ));
    }
    lines.push(locale::say("consent-purposes", &[("purposes", &purposes(consent))]));
    if consent["onward"] == true {
        lines.push(locale::say("consent-onward", &[]));
    }
    for grant in items(consent, "grants") {
        let labels: Vec<_> = items(grant, "fields").map(|f| text(f, "label")).collect();
        let (agency, fields) = (text(&grant["recipient"], "name"), locale::list(&labels));
        lines.push(locale::say("consent-to", &[("agency", agency), ("fields", &fields)]));
    }
    lines.extend(items(consent, "changes").map(describe_change));
    lines.join("\n")
}

/// How a state came about: why, or how the person said yes again.
fn describe_change(change: &Value) -> String {
    let (at, state, again) = (time(&change["at"]), state(change), &change["again"]);
    let (at, state) = (at.as_str(), state.as_str());
    if let Some(method) = again["method"].as_str() {
        let language = text(again, "language");
        let fill = [("at", at), ("state", state), ("method", method), ("language", language)];
        return locale::say("consent-changed-again", &fill);
    }
    match change["reason"].as_str() {
        Some(why) => {
            locale::say("consent-changed-because", &[("at", at), ("state", state), ("why", why)])
        }
        None => locale::say("consent-changed", &[("at", at), ("state", state)]),
    }
}
