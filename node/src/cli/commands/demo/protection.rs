//! The second half of the story: identity after the accept, an onward referral, a
//! withdrawal that erases at all three, a receiver without a node.

use ihala_http::client::segment;
use ihala_protocol::fields::{Sensitivity, by_path};
use serde_json::{Value, json};

use super::agency::Agency;
use super::story::Story;
use super::{LEGAL_FORM, deviation, isp, must};
use crate::cli::CliError;

pub(crate) const PROTECTION_FORM: &str = include_str!("../../../../samples/protection.toml");

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn paths(shown: &Value) -> Vec<&str> {
    let fields = shown["fields"].as_array().into_iter().flatten();
    fields.filter_map(|field| field["path"].as_str()).collect()
}

/// Tells it; the fields of the first envelope, and what was answered to the order.
pub(crate) async fn play(agencies: &[Agency], story: &mut Story) -> Result<Value, CliError> {
    let [centre, clinic, hospital] = agencies else {
        return Err(deviation("three agencies were not started"));
    };
    clinic.befriend(hospital).await?;
    hospital.befriend(clinic).await?;
    for (one, other) in [(centre, clinic), (clinic, hospital)] {
        let toml = isp(one, other, "Protection", "protection", "")
            .replace("onward = false ", "onward = true ");
        one.co_sign(other, &toml).await?;
    }
    let (first_stage, id, consent) = two_stages(centre, clinic, story).await?;
    let next = onward(clinic, hospital, &id, story).await?;
    let receipts = withdrawal(agencies, [&id, &next], &consent, story).await?;
    paper(centre, story).await?;
    Ok(json!({ "first_stage": first_stage, "receipts": receipts }))
}

async fn two_stages(
    centre: &Agency,
    clinic: &Agency,
    story: &mut Story,
) -> Result<(Vec<String>, String, String), CliError> {
    story.chapter("A woman who was attacked");
    let (_, consent) = centre.consent_of(PROTECTION_FORM, &clinic.name, "signature", true).await?;
    let made = centre.refer(PROTECTION_FORM, clinic, &consent).await?;
    let id = text(&made["referrals"][0], "id").to_owned();
    let shown = clinic.show(&id).await?;
    let first: Vec<String> = paths(&shown).into_iter().map(str::to_owned).collect();
    story.say(&format!("The first envelope tells {} only: {}.", clinic.name, first.join(", ")));
    let coded = |path: &String| by_path(path).is_some_and(|f| f.sensitivity == Sensitivity::Coded);
    must(!first.is_empty() && first.iter().all(coded), "the first stage holds coded fields only")?;
    must(!first.contains(&"request.marks".to_owned()), "the mark waits too")?;
    clinic.step(&id, "accept", json!({ "safe_contact": true })).await?;
    clinic
        .until("knows whom to help", async |clinic: &Agency| {
            Ok(paths(&clinic.show(&id).await?).contains(&"person.name"))
        })
        .await?;
    let second = paths(&clinic.show(&id).await?).len() - first.len();
    story.say(&format!(
        "{} accepts, and takes on how to contact her safely. Only then, after consent and protocol were\n\
         asked again, does the centre's node release the rest: {second} more fields.",
        clinic.name
    ));
    Ok((first, id, consent))
}

async fn onward(
    clinic: &Agency,
    hospital: &Agency,
    parent: &str,
    story: &mut Story,
) -> Result<String, CliError> {
    let body = json!({
        "form": PROTECTION_FORM, "to": [hospital.name], "onward_of": parent,
    });
    clinic.wait_for_peer(hospital).await?;
    let made = clinic.post("/v1/referrals", &body).await?;
    let id = text(&made["referrals"][0], "id").to_owned();
    clinic.settled(&id).await?;
    hospital.step(&id, "accept", json!({ "safe_contact": true })).await?;
    hospital
        .until("knows whom to help", async |hospital: &Agency| {
            Ok(paths(&hospital.show(&id).await?).contains(&"person.name"))
        })
        .await?;
    let shown = hospital.show(&id).await?;
    let chain: Vec<_> =
        shown["handovers"].as_array().into_iter().flatten().map(|a| text(a, "name")).collect();
    story.say(&format!(
        "{} refers her onward, as she agreed. {} sees the way she came: {}.",
        clinic.name,
        hospital.name,
        chain.join(", then ")
    ));
    Ok(id)
}

async fn withdrawal(
    agencies: &[Agency],
    [id, next]: [&str; 2],
    consent: &str,
    story: &mut Story,
) -> Result<Vec<Value>, CliError> {
    let [centre, clinic, hospital] = agencies else {
        return Err(deviation("three agencies were not started"));
    };
    story.chapter("She withdraws her consent");
    let path = format!("/v1/consents/{}/withdrawal", segment(consent));
    let plan = centre.post(&path, &json!({ "erase": true, "language": "en" })).await?;
    must(plan["done"] == false, "nothing is done before it is confirmed")?;
    story.say("The caseworker reads back what will happen, in her language; in English it is:");
    for line in text(&plan, "text").lines() {
        story.say(&format!("  | {line}"));
    }
    centre.post(&path, &json!({ "erase": true, "confirmed": true })).await?;
    let answered = async |centre: &Agency| {
        let shown = centre.show(id).await?;
        let steps = shown["history"].as_array().into_iter().flatten().map(|e| text(e, "step"));
        let steps: Vec<_> = steps.collect();
        Ok(steps.contains(&"erased") && steps.contains(&"onward-erasure"))
    };
    centre.until("has every answer", answered).await?;
    let shown = centre.show(id).await?;
    let history = shown["history"].as_array().into_iter().flatten();
    let receipts: Vec<Value> = history
        .filter(|e| ["erased", "onward-erasure"].contains(&text(e, "step")))
        .map(|e| {
            let by = if e["agency"].is_object() { &e["agency"] } else { &e["by"] };
            let label = e["label"].as_str().unwrap_or("Destroyed");
            let told_by = text(&e["by"], "name");
            json!({ "agency": text(by, "name"), "says": label, "at": e["at"], "told_by": told_by })
        })
        .collect();
    for receipt in &receipts {
        story.say(&format!(
            "  {}: {} (signed by {}, {})",
            text(receipt, "agency"),
            text(receipt, "says").to_lowercase(),
            text(receipt, "told_by"),
            text(receipt, "at")
        ));
    }
    for (agency, id) in [(centre, id), (clinic, id), (clinic, next), (hospital, next)] {
        let shown = agency.show(id).await?;
        must(shown["erased"].is_string(), "every agency has destroyed its copy")?;
        must(paths(&shown).is_empty(), "no agency can show a field any more")?;
    }
    story.say("No agency can read a field of the case any more; who held what, and that it was destroyed, stays signed.");
    Ok(receipts)
}

async fn paper(centre: &Agency, story: &mut Story) -> Result<(), CliError> {
    story.chapter("A receiver without a node");
    let name = "Bar Association";
    let body = json!({ "name": name, "phone": "+90 342 555 0190" });
    let added = centre.post("/v1/receivers", &body).await?;
    let bar = text(&added["receivers"][0]["agency"], "id").to_owned();
    let toml = super::super::isp::template(
        &(centre.name.clone(), centre.id.clone()),
        &(name.to_owned(), bar),
    )
    .replace("\"Legal aid\"", "\"Legal aid, on paper\"");
    let draft = centre.post("/v1/isps", &json!({ "toml": toml })).await?;
    let isp = format!("/v1/isps/{}", text(&draft, "id"));
    centre.post(&format!("{isp}/signature"), &json!({})).await?;
    let signed = json!({ "party": name, "paper": "Ms Kaya, today, cabinet 3" });
    let signed = centre.post(&format!("{isp}/paper-signature"), &signed).await?;
    must(signed["state"] == "in force", "a protocol signed on paper is in force")?;
    let (_, consent) = centre.consent_of(LEGAL_FORM, name, "signature", false).await?;
    let body = json!({ "form": LEGAL_FORM, "to": [name], "consent": consent });
    let made = centre.post("/v1/referrals", &body).await?;
    let id = text(&made["referrals"][0], "id").to_owned();
    let report = |more: Value| {
        let mut body = json!({ "said_by": "Ms Kaya", "how": "phone-call" });
        for (key, value) in more.as_object().into_iter().flatten() {
            body[key] = value.clone();
        }
        body
    };
    let path = |step: &str| format!("/v1/referrals/{}/report/{step}", segment(&id));
    centre.post(&path("accept"), &report(json!({ "safe_contact": true }))).await?;
    centre.post(&path("complete"), &report(json!({ "code": "got-help" }))).await?;
    let shown = centre.show(&id).await?;
    must(shown["status"]["task"] == "completed", "the reported referral is completed")?;
    let reported = shown["history"].as_array().into_iter().flatten();
    let reported = reported.filter(|e| e["reported"].is_object()).count();
    must(reported == 2, "what it answered is shown as reported")?;
    story.say(&format!(
        "{name} signs on paper and answers by phone. The same rules and clocks hold; what it said is shown as\n\
         reported by Ms Kaya, never as signed."
    ));
    Ok(())
}
