//! `ihala demo`: three agencies, each a real node process with a home of its own,
//! carry two referrals from form to outcome; then everything that went over the
//! wire and everything on disk is searched for what the forms said.

mod agency;
mod protection;
mod proxy;
mod search;
mod story;

use std::path::{Path, PathBuf};
use std::time::Instant;

use agency::Agency;
use search::Needles;
use serde_json::{Value, json};
use story::Story;

use crate::cli::locale::sentence;
use crate::cli::output::say;
use crate::cli::{CliError, Context};
use crate::signals::StopSignals;

pub(crate) const LEGAL_FORM: &str = include_str!("../../../../samples/legal.toml");
pub(crate) const MEDICAL_FORM: &str = include_str!("../../../../samples/medical.toml");

/// What differs from what must be ends the demo with an error.
fn deviation(what: impl Into<String>) -> CliError {
    CliError::internal(sentence("demo-another-way").with("what", what.into()))
}

fn cannot(what: &str, error: &impl ToString) -> CliError {
    CliError::internal(sentence("demo-cannot").with("what", what).with("error", error.to_string()))
}

fn must(holds: bool, what: &str) -> Result<(), CliError> {
    if holds { Ok(()) } else { Err(deviation(what)) }
}

/// Watch three agencies, each a real node, carry two referrals from form to outcome
///
/// Everything happens on this machine, in a temporary folder that is removed at the
/// end; with --home DIR, in that folder, which is kept.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs the demo in a folder of its own, or in the one named, which is kept.
pub(crate) fn run(context: &Context, _: &Args) -> Result<(), CliError> {
    let keep = context.chosen_home.as_deref();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime =
        runtime.map_err(|e| CliError::internal(sentence("cannot-start").with("error", e)))?;
    let temporary = match keep {
        None => Some(
            tempfile::Builder::new()
                .prefix("ihala-demo-")
                .tempdir()
                .map_err(|e| cannot("make a folder", &e))?,
        ),
        Some(folder) => {
            let empty = std::fs::read_dir(folder).map_or(true, |mut f| f.next().is_none());
            if !empty {
                let told = sentence("home-not-empty").with("home", folder.display());
                return Err(CliError::usage(told.with("option", "--home")));
            }
            std::fs::create_dir_all(folder).map_err(|e| CliError::unwritable(folder, &e))?;
            None
        }
    };
    let folder = temporary.as_ref().map_or_else(|| keep.unwrap_or(Path::new(".")), |t| t.path());
    let mut story = Story::new(!context.out.json);
    let summary = runtime.block_on(async {
        let mut signals = StopSignals::watch().map_err(|e| cannot("watch for signals", &e))?;
        tokio::select! {
            summary = play(folder, &mut story) => summary,
            () = signals.next() => Err(CliError::internal(sentence("demo-stopped"))),
        }
    })?;
    if context.out.json {
        say(&summary.to_string());
    }
    Ok(())
}

async fn play(folder: &Path, story: &mut Story) -> Result<Value, CliError> {
    let began = Instant::now();
    story.chapter("Three agencies");
    story.say("Each runs its own node and holds its own data. Nothing lies in between.");
    let mut agencies = Vec::new();
    for name in ["Community Centre", "Legal Clinic", "Hospital"] {
        let agency = Agency::start(folder, name).await?;
        story.say(&format!("  {name:17} {}", agency.fingerprint));
        agencies.push(agency);
    }
    let started = began.elapsed();
    let result = referrals(&agencies, story).await;
    let facts = result?;
    let protection = protection::play(&agencies, story).await?;
    let elapsed = began.elapsed() - started;
    let audits = audit(&agencies, story).await?;
    let stored = what_is_stored(&agencies).await?;
    let wires: Vec<_> = agencies.iter().map(|a| a.proxy.traffic()).collect();
    for agency in &mut agencies {
        agency.stop()?;
    }
    let searched = search_everything(&agencies, &wires, folder, story)?;
    tables(&agencies, &stored, &wires, story);
    story.say(&format!(
        "\nStarting three nodes took {:.1} s, the whole story {:.1} s; first delivery confirmed after {} ms.",
        started.as_secs_f64(),
        elapsed.as_secs_f64(),
        facts.first_delivery_ms
    ));
    story.say("Everything went as it must.");
    Ok(json!({
        "ok": true,
        "agencies": stored,
        "audit_leaves": audits,
        "referrals": facts.referrals,
        "refused": facts.refused,
        "protection": protection,
        "search": searched,
        "milliseconds": {
            "start": u64::try_from(started.as_millis()).unwrap_or(u64::MAX),
            "story": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
            "first_delivery": facts.first_delivery_ms,
        },
    }))
}

struct Facts {
    referrals: Vec<Value>,
    refused: Vec<Value>,
    first_delivery_ms: u64,
}

async fn referrals(agencies: &[Agency], story: &mut Story) -> Result<Facts, CliError> {
    let [centre, clinic, hospital] = agencies else {
        return Err(deviation("three agencies were not started"));
    };
    story.chapter("Trust");
    for (one, other) in [(centre, clinic), (centre, hospital)] {
        one.befriend(other).await?;
        other.befriend(one).await?;
        story.say(&format!("  {} and {} compared fingerprints by phone.", one.name, other.name));
    }
    story.chapter("Information-sharing protocols");
    let legal = isp(centre, clinic, "Legal aid", "legal", "");
    let medical =
        isp(centre, hospital, "Rehabilitation", "medical", "    \"person.disability\",\n");
    for (other, toml) in [(clinic, legal), (hospital, medical)] {
        let isp = centre.co_sign(other, &toml).await?;
        must(isp["state"] == "in force", "a protocol that both have signed is in force")?;
        story.say(&format!(
            "  \"{}\" is signed by {} and {}, and in force.",
            isp["title"].as_str().unwrap_or_default(),
            centre.name,
            other.name
        ));
    }
    centre.wait_for_peers(2).await?;

    story.chapter("A woman who may lose her home");
    let (text, consent) = centre.consent(LEGAL_FORM, clinic, "signature").await?;
    story.say("The caseworker reads aloud, and she agrees:");
    story.quote(&text);
    let before = Instant::now();
    let first = centre.refer(LEGAL_FORM, clinic, &consent).await?;
    let first_delivery_ms = u64::try_from(before.elapsed().as_millis()).unwrap_or(u64::MAX);
    let id = first["referrals"][0]["id"].as_str().unwrap_or_default().to_owned();
    let labels = |key: &str| -> Vec<String> {
        let fields = first["referrals"][0][key].as_array();
        let labels = fields.into_iter().flatten().filter_map(|f| f["label"].as_str());
        labels.map(str::to_owned).collect()
    };
    story.say(&format!("The referral goes, sealed for {} alone.", clinic.name));
    story.say(&format!(
        "  Withheld, because the protocol does not cover it: {}.",
        labels("withheld").join(", ")
    ));
    must(labels("withheld").contains(&"Address".to_owned()), "the address is withheld")?;
    clinic.step(&id, "receive", json!({})).await?;
    must(!shown_at(clinic, &id, "person.name").await?, "the name comes after the accept")?;
    clinic.step(&id, "accept", json!({ "safe_contact": true })).await?;
    clinic
        .until("knows whom to help", async |clinic: &Agency| {
            shown_at(clinic, &id, "person.name").await
        })
        .await?;
    clinic.step(&id, "start", json!({})).await?;
    let note = "The eviction notice is void; the deposit is being claimed.";
    clinic.step(&id, "complete", json!({ "code": "got-help", "note": note })).await?;
    story.say(&format!("{} opens it, accepts, starts, and reports: she got help.", clinic.name));
    let status = same_status(&id, centre, clinic).await?;
    must(status == "completed", "the first referral is completed")?;
    let shown = centre.show(&id).await?;
    let heard = shown["history"].as_array().into_iter().flatten().any(|e| e["note"] == note);
    must(heard, "the centre can read the clinic's note")?;
    must(!shown_at(clinic, &id, "person.address").await?, "the clinic holds no address")?;
    must(shown_at(clinic, &id, "person.name").await?, "the clinic holds the name")?;
    story.say(&format!("Both agencies show the same status: {status}."));

    story.chapter("A man who needs physiotherapy");
    let (_, consent_2) = centre.consent(MEDICAL_FORM, hospital, "verbal-with-witness").await?;
    let second = centre.refer(MEDICAL_FORM, hospital, &consent_2).await?;
    let id_2 = second["referrals"][0]["id"].as_str().unwrap_or_default().to_owned();
    hospital.step(&id_2, "receive", json!({})).await?;
    hospital.step(&id_2, "decline", json!({ "code": "no-capacity" })).await?;
    let status_2 = same_status(&id_2, centre, hospital).await?;
    must(status_2 == "rejected", "the second referral is rejected")?;
    story.say(&format!(
        "{} declines, and says why: no capacity. The caseworker knows today, not in a month;\n\
         who he is the hospital has never learned.",
        hospital.name
    ));
    must(!shown_at(hospital, &id_2, "person.name").await?, "who declines learns no name")?;

    story.chapter("What is refused");
    let mut refused = Vec::new();
    for (why, form, to, consent, rule) in [
        (
            "the legal form to the hospital, which no protocol covers",
            LEGAL_FORM,
            hospital,
            consent.as_str(),
            "POL-02",
        ),
        ("the legal form without a consent", LEGAL_FORM, clinic, "", "CON-01"),
    ] {
        let Err(error) = centre.refer(form, to, consent).await else {
            return Err(deviation(format!("{why} was not refused")));
        };
        if error.rule() != Some(rule) {
            return Err(error);
        }
        story.say(&format!("  {why}:\n    {}", error.title()));
        refused.push(json!({ "attempt": why, "rule": rule }));
    }
    let listed = centre.get("/v1/referrals?direction=out").await?;
    let count = listed["referrals"].as_array().map(Vec::len);
    must(count == Some(2), "the refused attempts left nothing behind")?;
    let referrals = vec![
        json!({ "id": id, "to": clinic.name, "status": status }),
        json!({ "id": id_2, "to": hospital.name, "status": status_2 }),
    ];
    Ok(Facts { referrals, refused, first_delivery_ms })
}

fn isp(one: &Agency, other: &Agency, title: &str, case_type: &str, more: &str) -> String {
    let party = |agency: &Agency| (agency.name.clone(), agency.id.clone());
    super::isp::template(&party(one), &party(other))
        .replace("\"Legal aid\"", &format!("\"{title}\""))
        .replace("case_types = [\"legal\"]", &format!("case_types = [\"{case_type}\"]"))
        .replace("    \"background.reason\",\n", &format!("    \"background.reason\",\n{more}"))
}

/// The status of a referral, once both sides show the same one and nothing is queued.
async fn same_status(id: &str, one: &Agency, other: &Agency) -> Result<String, CliError> {
    one.settled(id).await?;
    other.settled(id).await?;
    let (at_one, at_other) = (one.show(id).await?, other.show(id).await?);
    let status = at_one["status"]["task"].as_str().unwrap_or_default().to_owned();
    must(at_one["status"] == at_other["status"], "both agencies show the same status")?;
    Ok(status)
}

async fn shown_at(agency: &Agency, id: &str, path: &str) -> Result<bool, CliError> {
    let shown = agency.show(id).await?;
    Ok(shown["fields"].as_array().into_iter().flatten().any(|f| f["path"] == path))
}

async fn audit(agencies: &[Agency], story: &mut Story) -> Result<Vec<u64>, CliError> {
    story.chapter("Checks");
    let mut leaves = Vec::new();
    for agency in agencies {
        let report = agency.post("/v1/audit/verification", &json!({})).await?;
        must(report["ok"] == true, "the audit tree and all chains fit")?;
        leaves.push(report["leaves"].as_u64().unwrap_or_default());
    }
    story.say("Each agency recomputed its audit tree and verified every signature: all fit.");
    Ok(leaves)
}

async fn what_is_stored(agencies: &[Agency]) -> Result<Vec<Value>, CliError> {
    let mut stored = Vec::new();
    for agency in agencies {
        let list = agency.get("/v1/referrals").await?;
        let mut fields = 0;
        for row in list["referrals"].as_array().into_iter().flatten() {
            let shown = agency.show(row["id"].as_str().unwrap_or_default()).await?;
            fields += shown["fields"].as_array().map_or(0, Vec::len);
        }
        let status = agency.get("/v1/status").await?;
        stored.push(json!({
            "name": agency.name,
            "referrals": list["referrals"].as_array().map_or(0, Vec::len),
            "fields": fields,
            "audit_leaves": status["audit_size"],
        }));
    }
    Ok(stored)
}

fn search_everything(
    agencies: &[Agency],
    wires: &[proxy::Traffic],
    folder: &Path,
    story: &mut Story,
) -> Result<Value, CliError> {
    let needles = Needles::of(&[LEGAL_FORM, MEDICAL_FORM, protection::PROTECTION_FORM])?;
    // A search that cannot find proves nothing: in the values themselves it finds all.
    let control = needles.found_in(needles.control().as_bytes());
    must(control.len() == needles.len(), "the search finds every value where it stands")?;
    let (mut wire_bytes, mut disk_bytes, mut files) = (0, 0, 0);
    for traffic in wires {
        must(!traffic.streams.is_empty(), "the proxy has recorded traffic")?;
        for stream in &traffic.streams {
            wire_bytes += stream.len();
            must(needles.found_in(stream).is_empty(), "the wire shows nothing of the forms")?;
        }
    }
    must(agencies.iter().all(|a| a.home.starts_with(folder)), "every home is searched")?;
    // Homes, logs and whatever else the nodes left.
    // The trust list alone is written for people, in words that any form may hold.
    let is_searched = |file: &PathBuf| file.file_name().is_none_or(|name| name != "trust.toml");
    for file in search::files_under(folder)?.into_iter().filter(is_searched) {
        let bytes = std::fs::read(&file).map_err(|e| CliError::unreadable(&file, &e))?;
        disk_bytes += bytes.len();
        files += 1;
        must(needles.found_in(&bytes).is_empty(), "the disk shows nothing of the forms")?;
    }
    story.say(&format!(
        "Searched {} recorded bytes and {} bytes in {files} files for {} words and values of the forms,\n\
         as written, without regard to case, in hexadecimal and in base64: found 0.\n\
         (The same search finds all {} where they stand in clear; {} values shorter than {} bytes are left out,\n\
         because they would be found by chance.)",
        story::thousands(wire_bytes),
        story::thousands(disk_bytes),
        needles.len(),
        needles.len(),
        needles.too_short(),
        search::SHORTEST,
    ));
    Ok(json!({
        "values": needles.len(),
        "too_short": needles.too_short(),
        "wire_bytes": wire_bytes,
        "disk_bytes": disk_bytes,
        "files": files,
        "found": 0,
    }))
}

fn tables(agencies: &[Agency], stored: &[Value], wires: &[proxy::Traffic], story: &mut Story) {
    story.chapter("What each agency stores, and what the wire showed");
    let mut rows = vec![
        [
            "agency",
            "referrals",
            "fields of forms",
            "audit leaves",
            "connections to it",
            "bytes on the wire",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    for ((agency, stored), traffic) in agencies.iter().zip(stored).zip(wires) {
        rows.push(vec![
            agency.name.clone(),
            stored["referrals"].to_string(),
            stored["fields"].to_string(),
            stored["audit_leaves"].to_string(),
            (traffic.streams.len() / 2).to_string(),
            story::thousands(traffic.streams.iter().map(Vec::len).sum()),
        ]);
    }
    story.say(&crate::cli::table(&rows));
    story.say("The wire showed who connected to whom, when, and how many bytes: all else was sealed twice.");
}
