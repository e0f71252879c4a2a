use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;
use ihala_http::client::segment;
use ihala_protocol::codes::{CONSENT_METHOD, LEGAL_BASIS, PURPOSE};
use ihala_protocol::consent::{ConsentReceipt, Record};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::{date, fields, fingerprint};
use serde_json::{Value, json};

use crate::cli::context::{read_bytes, read_text, write_new};
use crate::cli::output::{confirmed, day, items, short, table, text, time};
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
        /// The person's language: en, tr, ar, es
        #[arg(long, default_value = "en", value_parser = ["en", "tr", "ar", "es"])]
        lang: String,
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
        /// The person's language: en, tr, ar, es
        #[arg(long, default_value = "en", value_parser = ["en", "tr", "ar", "es"])]
        lang: String,
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
                format!("written to {}: give it only where paper is safe", file.display())
            });
        }
        Command::Verify { file } => verify(context, file)?,
        Command::Slip { id, phone, complaints, lang } => {
            check_slip(context, phone, complaints)?;
            let value = context.get(&format!("/v1/consents/{}", segment(id)))?;
            let language = Language::by_code(lang).unwrap_or_default();
            let line =
                |key: &str, what: &str| format!("{}: {what}\n", labels::text(key, language, &[]));
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
        return Err(CliError::usage(
            "this is no telephone number",
            "--phone takes one that gives nothing away when it is answered",
        ));
    }
    let (card, trust) = (context.get("/v1/card")?, context.get("/v1/trust")?);
    let ours = text(&card["agency"], "name");
    let names = items(&trust, "agencies").map(|a| text(&a["agency"], "name")).chain([ours]);
    let told = complaints.to_lowercase();
    if names.filter(|name| !name.is_empty()).any(|name| told.contains(&name.to_lowercase())) {
        return Err(CliError::usage(
            "a slip that names an agency tells where the person was, and an agency cannot hear \
             complaints about itself",
            "--complaints takes somebody else: a hotline, an ombudsperson",
        ));
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
                text(c, "state").to_owned(),
                format!("until {}", day(&c["valid_until"])),
                names.join(", "),
            ]
        };
        let rows: Vec<_> = items(value, "consents").map(row).collect();
        if rows.is_empty() {
            return "no consent is recorded yet".into();
        }
        let more = value["next"].as_str().map_or(String::new(), |n| format!("more: --after {n}\n"));
        table(&rows) + &more
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
        let labels = ids.iter().filter_map(|id| fields::by_id(*id)).map(|f| f.label);
        json!({ "name": name, "fields": labels.collect::<Vec<_>>() })
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
    context.out.print(&value, &[text(&value, "consent")], |value| {
        let mut out = format!(
            "The signature is good. Signed by {}, fingerprint {}: compare it by phone.\n\
             consent {}: {} when this was made, {}; legal basis: {}\nfrom {} to {}\n",
            text(value, "agency"),
            text(value, "fingerprint"),
            text(value, "consent"),
            text(value, "state"),
            text(value, "made"),
            text(value, "basis"),
            text(value, "valid_from"),
            text(value, "valid_until"),
        );
        let purposes: Vec<_> = items(value, "purposes").filter_map(Value::as_str).collect();
        let _ = writeln!(out, "for {}; read in {}", purposes.join(", "), text(value, "language"));
        if value["onward"] == true {
            out.push_str("they may refer the person on\n");
        }
        for recipient in items(value, "recipients") {
            let fields: Vec<_> = items(recipient, "fields").filter_map(Value::as_str).collect();
            let _ = writeln!(out, "to {}: {}", text(recipient, "name"), fields.join(", "));
        }
        out
    });
    Ok(())
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
        eprintln!("{}", read_back(&plan).trim_end());
        eprintln!("\nRead this to the person:\n");
        for line in text(&plan, "text").lines() {
            eprintln!("    {line}");
        }
        if !confirmed("\nIf this is what they want, type yes: ") {
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
        (true, false) => "This destroys, and cannot be undone:\n".to_owned(),
        (true, true) => {
            "What was sent is being destroyed; each agency that has a node answers with a signed receipt.\n"
                .to_owned()
        }
    };
    for order in items(plan, "orders") {
        let (agency, remark) = (text(&order["agency"], "name"), text(order, "remark"));
        let what =
            if text(order, "order") == "erase" { "destroy what it got" } else { "stop sharing" };
        let _ = write!(
            out,
            "  {agency} is told to {what} (referral {})",
            short(text(order, "referral"))
        );
        out.push_str(&if remark.is_empty() { "\n".to_owned() } else { format!(": {remark}\n") });
        let further: Vec<_> = items(order, "further").map(|a| text(a, "name")).collect();
        if !further.is_empty() {
            let _ = writeln!(out, "    by way of it, the same to: {}", further.join(", "));
        }
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
    if text(consent, "case_code").is_empty() {
        // Its record was destroyed: that it was withdrawn is all that is left.
        return format!("consent {}: {}\n", text(consent, "id"), text(consent, "state"));
    }
    let mut out = format!(
        "consent {}\ncase {}: {} ({valid})\n{}, read in {}, from {} to {}\n",
        text(consent, "id"),
        text(consent, "case_code"),
        text(consent, "state"),
        text(consent, "given"),
        text(consent, "language"),
        day(&consent["valid_from"]),
        day(&consent["valid_until"]),
    );
    for (who, key) in [("interpreter", "interpreter"), ("witness", "witness")] {
        if let Some(name) = consent[key].as_str() {
            let _ = writeln!(out, "{who}: {name}");
        }
    }
    for (what, key) in [
        ("because", "reason"),
        ("authorised by", "authorised_by"),
        ("guardian", "guardian"),
        ("the child", "assent"),
        ("caregiver not asked", "caregiver_not_asked"),
    ] {
        if let Some(value) = consent[key].as_str() {
            let _ = writeln!(out, "{what}: {value}");
        }
    }
    if text(consent, "basis") != "consent" {
        let _ = writeln!(out, "legal basis: {}", text(consent, "basis"));
    }
    let purposes: Vec<_> = items(consent, "purposes").filter_map(Value::as_str).collect();
    let _ = writeln!(out, "for: {}", purposes.join(", "));
    if consent["onward"] == true {
        out.push_str("may be referred onward\n");
    }
    for grant in items(consent, "grants") {
        let labels: Vec<_> = items(grant, "fields").map(|f| text(f, "label")).collect();
        let _ = writeln!(out, "to {}: {}", text(&grant["recipient"], "name"), labels.join(", "));
    }
    for change in items(consent, "changes") {
        let why = change["reason"].as_str().map_or_else(String::new, |why| format!(": {why}"));
        let again = change["again"]["method"].as_str().map_or_else(String::new, |method| {
            format!(": {}, read in {}", method.to_lowercase(), text(&change["again"], "language"))
        });
        let _ = writeln!(out, "{} {}{why}{again}", time(&change["at"]), text(change, "state"));
    }
    out
}
