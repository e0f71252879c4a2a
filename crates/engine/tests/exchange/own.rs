//! Fields that the parties of a protocol have added.

use ihala_engine::{Command, Failure, Refer, Step};
use ihala_protocol::consent::ConsentReceipt;
use ihala_protocol::labels::Language;
use ihala_protocol::referral::{Event, EventKind};
use serde_json::Value;

use crate::world::{CENTRE, CLINIC, FORM, HOSPITAL, ISP, World, isp_toml};

/// A section of a camp (coded), and who leads the block (of the case).
const FIELDS: &str = r#"
[[field]]
name = "section"
kind = "code"
sensitivity = "coded"
label = { en = "Section of the camp", tr = "Kampın bölümü", ar = "قسم المخيم", es = "Sección del campamento" }
[[field.code]]
id = 1
name = "north"
label = { en = "North", tr = "Kuzey", ar = "الشمال", es = "Norte" }
[[field.code]]
id = 2
name = "south"
label = { en = "South", tr = "Güney", ar = "الجنوب", es = "Sur" }

[[field]]
name = "block_leader"
kind = "line"
sensitivity = "identifying"
label = { en = "Leader of the block", tr = "Blok sorumlusu", ar = "مسؤول المبنى", es = "Responsable del bloque" }
"#;

/// Two agencies with a protocol in two stages that has the fields, or some of them.
pub(crate) fn world(fields: &str, listed: &str) -> (World, String) {
    let mut world = World::new();
    let isps = world.agencies[CENTRE].json(Command::IspList);
    let old = isps["isps"][0]["id"].as_str().unwrap().to_owned();
    let clauses = ISP.replace("single_stage = true", "");
    let clauses = clauses.replace("fields = [", &format!("fields = [{listed} "));
    let isp = world.sign_isp_version(2, Some(&old), &format!("{fields}{clauses}"));
    (world, isp)
}

fn form(own: &str) -> String {
    format!("{FORM}\n[own]\n{own}")
}

/// What the person is asked and says yes to, as a caseworker completes it.
pub(crate) fn consent(world: &mut World, form: &str) -> (String, String) {
    let draft = Command::ConsentDraft {
        form: form.into(),
        to: vec!["clinic".into()],
        language: Some(Language::Es),
    };
    let draft = world.command(CENTRE, draft);
    let record = draft["record"].as_str().unwrap();
    let toml = record
        .replace("answer = \"\"", "answer = \"given\"")
        .replace("method = \"\"", "method = \"signature\"");
    let consent = world.command(CENTRE, Command::ConsentRecord { toml });
    (consent["id"].as_str().unwrap().to_owned(), draft["text"].as_str().unwrap().to_owned())
}

pub(crate) fn refer(form: &str, consent: &str) -> Command {
    Command::Refer(Refer {
        form: form.into(),
        to: vec!["clinic".into()],
        consent: consent.into(),
        ..Refer::default()
    })
}

#[test]
fn own_fields_go_as_the_protocol_and_the_person_say() {
    let (mut world, isp) = world(FIELDS, "\"own\",");
    let form = form("section = \"north\"\nblock_leader = \"Umm Salim\"\n");
    let (consent, read) = consent(&mut world, &form);
    assert!(read.contains("Sección del campamento") && read.contains("Responsable del bloque"));
    let referred = world.command(CENTRE, refer(&form, &consent));
    let id = referred["referrals"][0]["id"].as_str().unwrap().to_owned();
    let Event::Requested(request) = world.open(&world.wire[0]) else { panic!("a request") };
    assert_eq!(request.form.own().count(), 1, "the leader comes after the accept");
    world.deliver_all();
    let shown = |world: &mut World, who: usize, language| {
        world.agencies[who].json_in(language, Command::Show { referral: id.clone() }).to_string()
    };
    let told = shown(&mut world, CLINIC, Language::Tr);
    assert!(told.contains("Kampın bölümü") && told.contains("Kuzey"), "{told}");
    assert!(!told.contains("Umm Salim"), "{told}");
    world.take(CLINIC, Step { safe_contact: true, ..Step::plain(&id, EventKind::Accepted) });
    world.deliver_all();
    let told = shown(&mut world, CLINIC, Language::Ar);
    assert!(told.contains("Umm Salim") && told.contains("مسؤول المبنى"), "{told}");
    // It can be asked for and answered, as every field.
    world.take(
        CLINIC,
        Step { fields: vec!["own.section".into()], ..Step::plain(&id, EventKind::Asked) },
    );
    world.deliver_all();
    let answer = "form = \"inter-agency-referral/1\"\n[request]\nurgency = \"urgent\"\ncase_type = \
                  \"legal\"\nservices = [\"legal-assistance\"]\ncase_code = \"K-1\"\n[own]\nsection = \
                  \"south\"\n";
    world.take(CENTRE, Step { form: Some(answer.into()), ..Step::plain(&id, EventKind::Answered) });
    world.deliver_all();
    assert!(shown(&mut world, CLINIC, Language::Es).contains("\"Sur\""));
    // Whoever checks the receipt reads what she agreed to, without a node or a protocol.
    let receipt = Command::ConsentReceipt { consent, paper_is_safe: true };
    let file = world.command(CENTRE, receipt)["file"].as_str().unwrap().to_owned();
    let (receipt, _) = ConsentReceipt::from_file(file.as_bytes()).unwrap();
    let labels = receipt.recipients[0].1.iter().map(|id| receipt.label(*id, Language::Ar));
    assert!(labels.collect::<Vec<_>>().contains(&"قسم المخيم".to_owned()));
    // Both agencies read the definition in the protocol.
    let isp = world.agencies[CLINIC].json_in(Language::Ar, Command::IspShow { isp });
    assert_eq!(isp["own"][1]["label"], "قسم المخيم");
    assert_eq!(isp["own"][1]["codes"][1]["name"], "south");
    world.assert_audits();
}

/// The rule that holds a field back.
fn rule_against<'v>(referred: &'v Value, path: &str) -> Option<&'v str> {
    let withheld = referred["referrals"][0]["withheld"].as_array().unwrap();
    let field = withheld.iter().find(|field| field["path"] == path);
    field.and_then(|field| field["problem"]["rule"].as_str())
}

#[test]
fn what_no_protocol_or_no_consent_covers_stays() {
    // The protocol has both fields, and lets one go.
    let (mut world, _) = world(FIELDS, "\"own.section\",");
    let both = form("section = \"north\"\nblock_leader = \"Umm Salim\"\n");
    let (given, _) = consent(&mut world, &both);
    let referred = world.command(CENTRE, refer(&both, &given));
    assert_eq!(rule_against(&referred, "own.block_leader"), Some("POL-04"), "{referred}");
    assert_eq!(rule_against(&referred, "own.section"), None, "{referred}");
    // Free text must not tell it either.
    let tells = both.replace("Needs help with", "Call Umm Salim about");
    assert_eq!(world.agencies[CENTRE].refused(refer(&tells, &given)), "POL-11");
    // A consent to one definition is none to another of the same name.
    let other = FIELDS.replace("North", "North, beside the checkpoint");
    let isps = world.agencies[CENTRE].json(Command::IspList);
    let newest = isps["isps"].as_array().unwrap().iter().find(|i| i["version"] == 2).unwrap();
    let newest = newest["id"].as_str().unwrap().to_owned();
    let clauses =
        ISP.replace("single_stage = true", "").replace("fields = [", "fields = [\"own\", ");
    world.sign_isp_version(3, Some(&newest), &format!("{other}{clauses}"));
    let referred = world.command(CENTRE, refer(&form("section = \"north\"\n"), &given));
    assert_eq!(rule_against(&referred, "own.section"), Some("POL-05"), "{referred}");
    // What nobody has defined, or not so, is a mistake.
    for (own, key) in [
        ("sector = \"north\"\n", "mistake-own-unknown"),
        ("section = \"west\"\n", "mistake-own-unfit"),
        ("section = 7\n", "mistake-own-unfit"),
    ] {
        let refused = world.agencies[CENTRE].ask(refer(&form(own), &given));
        let Err(Failure::Invalid { what, .. }) = &refused else { panic!("{own}: {refused:?}") };
        assert_eq!(what.key(), key, "{own}");
    }
    // A record that calls a definition something else misleads whoever reads it.
    let draft = Command::ConsentDraft { form: both, to: vec!["clinic".into()], language: None };
    let draft = world.command(CENTRE, draft);
    let record = draft["record"].as_str().unwrap();
    for toml in [
        record.replace("own.section#", "own.region#"),
        record.replace("own.section#", &format!("own.section#{}", "0".repeat(64))),
    ] {
        let toml = toml.replace("answer = \"\"", "answer = \"given\"");
        let toml = toml.replace("method = \"\"", "method = \"signature\"");
        assert!(toml.contains("own."), "{toml}");
        assert!(world.agencies[CENTRE].ask(Command::ConsentRecord { toml }).is_err());
    }
}

#[test]
fn what_another_protocol_asks_stays_and_no_text_tells_it() {
    let mut world = World::with_hospital(ISP);
    world.befriend(CENTRE, HOSPITAL);
    let clauses = ISP.replace("\"clinic\"", "\"hospital\"");
    let clauses = clauses.replace("fields = [", "fields = [\"own\", ");
    let clauses = format!("{FIELDS}{clauses}");
    let toml = isp_toml(&world, CENTRE, HOSPITAL, "onward = false", &clauses);
    // What is only proposed explains nothing.
    let draft = world.agencies[CENTRE].json(Command::IspDraft { toml: toml.clone() });
    let leader = form("block_leader = \"Umm Salim\"\n");
    let plain = world.consent("\"request\", \"person\", \"background\"", "2026-07-01");
    let refused = world.agencies[CENTRE].ask(refer(&leader, &plain));
    let Err(Failure::Invalid { what, .. }) = &refused else { panic!("{refused:?}") };
    assert_eq!(what.key(), "mistake-own-unknown");
    world.agencies[CENTRE]
        .ask(Command::IspDiscard { isp: draft["id"].as_str().unwrap().into() })
        .unwrap();
    world.co_sign(CENTRE, HOSPITAL, &toml);
    // Now it is known, and not for the clinic.
    let referred = world.command(CENTRE, refer(&leader, &plain));
    assert_eq!(rule_against(&referred, "own.block_leader"), Some("POL-04"), "{referred}");
    let id = referred["referrals"][0]["id"].as_str().unwrap().to_owned();
    let tells = leader.replace("Needs help with", "Call Umm Salim about");
    assert_eq!(world.agencies[CENTRE].refused(refer(&tells, &plain)), "POL-11");
    world.deliver_all();
    let told = world.agencies[CLINIC].json(Command::Show { referral: id }).to_string();
    assert!(!told.contains("Umm Salim"), "{told}");
}
