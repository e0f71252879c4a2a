//! Protocols as messages, checkpoints of audit trees, what a focal point is told.

use ihala_engine::{Command, Input};
use ihala_protocol::letter::Change;
use ihala_protocol::referral::EventKind;
use serde_json::Value;

use crate::world::{CENTRE, CLINIC, FORM, HOSPITAL, ISP, World, isp_toml, refer_command};

const HOUR: u64 = 3_600;

fn isp_id(world: &mut World) -> String {
    let isps = world.command(CENTRE, Command::IspList);
    isps["isps"][0]["id"].as_str().unwrap().to_owned()
}

fn state(world: &mut World, who: usize, isp: &str) -> String {
    let shown = world.command(who, Command::IspShow { isp: isp.into() });
    shown["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_protocol_is_proposed_signed_and_amended_by_messages() {
    let mut world = World::new();
    let old = isp_id(&mut world);
    let toml = isp_toml(&world, CENTRE, CLINIC, "onward = false", ISP)
        .replace("version = 1\n", &format!("version = 2\nprevious = \"{old}\"\n"));
    let draft = world.command(CENTRE, Command::IspDraft { toml });
    let new = draft["id"].as_str().unwrap().to_owned();
    world.command(CENTRE, Command::IspSign { isp: new.clone() });
    world.deliver_all();
    assert_eq!(state(&mut world, CLINIC, &new), "waiting for signatures");
    world.command(CLINIC, Command::IspSign { isp: new.clone() });
    world.deliver_all();
    for who in [CENTRE, CLINIC] {
        assert_eq!(state(&mut world, who, &new), "in force");
        assert_eq!(state(&mut world, who, &old), "replaced by a newer version");
    }
}

#[test]
fn one_party_can_suspend_and_terminate() {
    let mut world = World::new();
    let consent = world.consent("\"request\"", "2026-07-01");
    let standing = world.refer_with(&consent).unwrap();
    world.deliver_all();
    let isp = isp_id(&mut world);
    let change = |change| Command::IspChange { isp: isp.clone(), change };
    world.command(CLINIC, change(Change::Suspended));
    world.deliver_all();
    assert_eq!(state(&mut world, CENTRE, &isp), "suspended");
    assert_eq!(world.agencies[CENTRE].refused(refer_command(FORM, &consent)), "ISP-08");
    // Only who suspended it can take that back; answers go on meanwhile.
    assert_eq!(world.agencies[CENTRE].refused(change(Change::Resumed)), "ISP-10");
    world.step(CLINIC, &standing, EventKind::Accepted, None);
    world.deliver_all();
    assert_eq!(world.status(CENTRE, &standing), "accepted");
    world.command(CLINIC, change(Change::Resumed));
    world.deliver_all();
    world.refer_with(&consent).unwrap();
    world.command(CENTRE, change(Change::Terminated));
    world.deliver_all();
    assert_eq!(state(&mut world, CLINIC, &isp), "terminated");
    assert_eq!(world.agencies[CENTRE].refused(change(Change::Resumed)), "ISP-10");
    // A withdrawal is not stopped by it.
    let withdraw =
        Command::Withdraw { consent, from: None, erase: true, confirmed: true, language: None };
    world.command(CENTRE, withdraw);
    world.deliver_all();
    assert!(world.show(CLINIC, &standing)["erased"].is_string());
    world.assert_audits();
}

#[test]
fn a_message_sent_before_a_suspension_was_known_is_refused_by_name() {
    let mut world = World::new();
    let isp = isp_id(&mut world);
    let id = world.refer();
    let envelope = world.wire.remove(0);
    world.command(CLINIC, Command::IspChange { isp, change: Change::Suspended });
    world.deliver(&envelope);
    world.deliver_all();
    assert_eq!(world.show(CENTRE, &id)["problem"]["rule"], "ISP-08");
}

#[test]
fn a_protocol_of_many_is_in_force_between_any_two_that_have_signed() {
    let mut world = World::with_hospital(ISP);
    let hospital = world.agencies[HOSPITAL].id;
    let toml = isp_toml(&world, CENTRE, CLINIC, "onward = false", ISP)
        .replace("Legal aid", "Network")
        .replace("[[clause]]", &format!("hospital = \"{hospital}\"\n[[clause]]"))
        .replace("\"legal\"", "\"medical\"");
    let isp = world.co_sign(CENTRE, CLINIC, &toml);
    assert_eq!(state(&mut world, CENTRE, &isp), "in force", "the hospital has not signed");
    let consent = world.consent("\"request\", \"person\", \"background\"", "2026-07-01");
    let medical = FORM.replace("\"legal\"", "\"medical\"");
    let made = world.command(CENTRE, refer_command(&medical, &consent));
    let id = made["referrals"][0]["id"].as_str().unwrap().to_owned();
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
    // Who is named in it and has not signed cannot end it.
    world.carry(CENTRE, CLINIC, &isp);
    let file = world.agencies[CLINIC].json(Command::IspExport { isp: isp.clone() });
    let file = file["file"].as_str().unwrap().as_bytes().to_vec();
    let _ = world.agencies[HOSPITAL].ask(Command::IspImport { file });
    let change = Command::IspChange { isp: isp.clone(), change: Change::Terminated };
    assert_eq!(world.agencies[HOSPITAL].refused(change), "ISP-10");
    assert_eq!(state(&mut world, CLINIC, &isp), "in force");
}

#[test]
fn the_overlap_counts_from_when_a_new_version_could_be_known() {
    let mut world = World::new();
    let old = isp_id(&mut world);
    // In force since January by its text, signed by all only now.
    let toml = isp_toml(&world, CENTRE, CLINIC, "onward = false", ISP)
        .replace("version = 1\n", &format!("version = 2\nprevious = \"{old}\"\n"));
    let id = world.refer();
    let envelope = world.wire.remove(0);
    world.co_sign(CENTRE, CLINIC, &toml);
    world.deliver(&envelope);
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
}

#[test]
fn what_a_newer_version_forbids_is_destroyed_and_reported() {
    let mut world = World::new();
    let old = isp_id(&mut world);
    let clinic = world.agencies[CLINIC].transport.clone();
    // Sent under the old version, while the new one is signed at the clinic already.
    let id = world.refer();
    let envelope = world.wire.remove(0);
    world.agencies[CENTRE].handle(vec![Input::PeerDown(clinic)], world.now).unwrap();
    let toml = isp_toml(&world, CENTRE, CLINIC, "", &ISP.replace("\"person.name\", ", ""))
        .replace("version = 1\n", &format!("version = 2\nprevious = \"{old}\"\nonward = false\n"))
        .replace("valid_from = 2026-01-01", "valid_from = 2026-06-01");
    world.co_sign(CENTRE, CLINIC, &toml);
    world.deliver(&envelope);
    let shown = world.show(CLINIC, &id);
    let paths: Vec<_> =
        shown["fields"].as_array().unwrap().iter().map(|f| f["path"].clone()).collect();
    assert!(
        !paths.contains(&"person.name".into()) && paths.contains(&"person.phone".into()),
        "{paths:?}"
    );
    assert!(!world.agencies[CLINIC].can_read("Leyla"));
    assert_eq!(shown["withheld"][0]["path"], "person.name");
    let sent = world.show(CENTRE, &id);
    assert_eq!(sent["history"][0]["delivery"], "delivered");
    assert_eq!(sent["history"][0]["problem"]["rule"], "POL-04");
    world.assert_audits();
}

#[test]
fn peers_witness_one_anothers_history_and_notice_when_it_was_rewritten() {
    let mut world = World::new();
    let tell = || Command::Checkpoint { agency: "clinic".into() };
    let before = world.agencies[CENTRE].snapshot();
    for _ in 0..3 {
        world.refer();
        world.command(CENTRE, tell());
        world.deliver_all();
    }
    let witnessed = |world: &mut World| {
        world.command(CLINIC, Command::Status)["peers"][0]["witnessed"]["size"].clone()
    };
    let size = witnessed(&mut world);
    assert!(size.as_u64().unwrap() > 5);
    // By the clock, too, and over more leaves than one block.
    for _ in 0..150 {
        world.refer();
    }
    world.deliver_all();
    world.wait(25 * HOUR);
    assert!(witnessed(&mut world).as_u64() > size.as_u64());
    assert_eq!(world.command(CLINIC, Command::Status)["alarms"].as_array().unwrap().len(), 0);

    // The centre's whole folder is set back, and another history is written.
    world.agencies[CENTRE].set_back(before);
    world.reconnect();
    world.refer();
    world.command(CENTRE, tell());
    world.deliver_all();
    let status = world.command(CLINIC, Command::Status);
    let alarms = status["alarms"].as_array().unwrap();
    assert!(alarms.iter().all(|a| a["agency"]["name"] == "Centre"), "{alarms:?}");
    assert!(!alarms.is_empty(), "by name");
}

#[test]
fn the_focal_point_is_told_of_what_stays_overdue() {
    let mut world = World::with_hospital(ISP);
    world.befriend(CENTRE, HOSPITAL);
    let old = isp_id(&mut world);
    let more = "onward = true\nfocal_point = \"hospital\"";
    let hospital =
        format!("hospital = \"{}\"\n[phones]\nclinic = \"+90 1\"\n", world.agencies[HOSPITAL].id);
    let toml = isp_toml(&world, CENTRE, CLINIC, more, &format!("{hospital}{ISP}"));
    let isp = world.co_sign(CENTRE, CLINIC, &toml);
    world.carry(CENTRE, HOSPITAL, &isp);
    world.command(HOSPITAL, Command::IspSign { isp: isp.clone() });
    world.deliver_all();
    for who in [CENTRE, CLINIC] {
        world.command(who, Command::IspChange { isp: old.clone(), change: Change::Terminated });
    }
    world.deliver_all();
    let id = world.refer();
    world.deliver_all();
    world.wait(25 * HOUR);
    let overdue = world.show(CENTRE, &id)["overdue"].clone();
    assert_eq!((&overdue["clock"], &overdue["phone"]), (&"acknowledge".into(), &"+90 1".into()));
    let told = |world: &mut World| world.command(HOSPITAL, Command::Status)["escalations"].clone();
    assert_eq!(told(&mut world), Value::Array(vec![]));
    world.wait(12 * HOUR);
    let escalations = told(&mut world);
    assert_eq!(escalations.as_array().unwrap().len(), 1);
    assert_eq!(escalations[0]["by"]["name"], "Centre");
    assert_eq!(escalations[0]["late"]["name"], "Clinic");
    assert!(
        !world.agencies[HOSPITAL].can_read("Leyla") && !world.agencies[HOSPITAL].can_read("K-1")
    );
    world.wait(HOUR);
    assert_eq!(told(&mut world), escalations, "once");
}
