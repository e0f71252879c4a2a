//! Agencies in one process exchange referrals through bytes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod disaster;
mod epochs;
mod erasure;
mod faults;
mod further_on;
mod hostile;
mod letters;
mod own;
mod queues;
mod recovery;
mod rules;
mod succession;
mod two_years;
mod world;

use ihala_engine::{Command, Failure, Input, Step};
use ihala_envelope::Timestamp;
use ihala_protocol::referral::EventKind;
use world::{Agency, CENTRE, CLINIC, FORM, World, refer_command};

#[test]
fn a_referral_from_form_to_outcome() {
    let mut world = World::new();
    let id = world.refer();
    assert_eq!(world.status(CENTRE, &id), "requested");
    world.deliver_all();
    for (kind, code, status) in [
        (EventKind::Received, None, "received"),
        (EventKind::Accepted, None, "accepted"),
        (EventKind::Started, None, "in-progress"),
        (EventKind::Completed, Some("got-help"), "completed"),
    ] {
        world.step(CLINIC, &id, kind, code);
        world.deliver_all();
        assert_eq!(world.status(CENTRE, &id), status);
        assert_eq!(world.status(CLINIC, &id), status);
    }
    world.assert_audits();

    let at_clinic = world.agencies[CLINIC].json(Command::Show { referral: id.clone() });
    let paths: Vec<_> = at_clinic["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["path"].as_str().unwrap())
        .collect();
    assert!(paths.contains(&"person.name") && !paths.contains(&"person.address"), "{paths:?}");
    let at_centre = world.agencies[CENTRE].json(Command::Show { referral: id });
    assert_eq!(at_centre["withheld"][0]["path"], "person.address");
    assert_eq!(at_centre["withheld"][0]["problem"]["rule"], "POL-04");
    assert_eq!(at_centre["history"][4]["code"], "got-help");
    assert!(at_centre["history"].as_array().unwrap().iter().all(|e| e["delivery"] != "queued"));
}

#[test]
fn cancelling_is_a_request_that_the_receiver_answers() {
    let mut world = World::new();
    for (answer, code, status, business) in [
        (EventKind::CancelConfirmed, None, "cancelled", "fulfilment cancelled"),
        (EventKind::CancelRefused, Some("already-started"), "accepted", "cancellation refused"),
    ] {
        let id = world.refer();
        world.deliver_all();
        world.step(CLINIC, &id, EventKind::Accepted, None);
        world.step(CENTRE, &id, EventKind::CancelRequested, Some("situation-changed"));
        world.deliver_all();
        world.step(CLINIC, &id, answer, code);
        world.deliver_all();
        for who in [CENTRE, CLINIC] {
            let shown = world.agencies[who].json(Command::Show { referral: id.clone() });
            assert_eq!(shown["status"]["task"], status);
            assert_eq!(shown["status"]["business"], business);
        }
    }
    world.assert_audits();
}

#[test]
fn any_order_of_arrival_ends_alike() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    // Three steps whose envelopes arrive last first, one of them twice.
    world.step(CLINIC, &id, EventKind::Received, None);
    world.step(CLINIC, &id, EventKind::Accepted, None);
    world.step(CLINIC, &id, EventKind::Started, None);
    let mut envelopes = std::mem::take(&mut world.wire);
    assert_eq!(envelopes.len(), 3);
    envelopes.reverse();
    envelopes.push(envelopes[1].clone());
    for envelope in &envelopes {
        world.deliver(envelope);
    }
    assert_eq!(world.status(CENTRE, &id), "in-progress");
    world.assert_audits();
}

#[test]
fn a_step_may_arrive_before_the_referral_it_belongs_to() {
    let mut world = World::new();
    let id = world.refer();
    world.step(CENTRE, &id, EventKind::CancelRequested, Some("sent-by-mistake"));
    let envelopes = std::mem::take(&mut world.wire);
    for envelope in envelopes.iter().rev() {
        world.deliver(envelope);
    }
    // The step came too early and is not kept; it comes again after a second.
    let shown = world.agencies[CLINIC].json(Command::Show { referral: id.clone() });
    assert_eq!(shown["status"]["business"], "created");
    world.now = Timestamp(world.now.0 + 1);
    let outputs = world.agencies[CENTRE].handle(vec![Input::Tick], world.now).unwrap();
    world.send(CENTRE, outputs);
    world.deliver_all();
    let shown = world.agencies[CLINIC].json(Command::Show { referral: id });
    assert_eq!(shown["status"]["business"], "cancellation requested");
    world.assert_audits();
}

#[test]
fn an_envelope_that_comes_twice_gets_the_same_receipt_and_one_leaf() {
    let mut world = World::new();
    world.refer();
    let envelope = world.wire[0].clone();
    let first = world.deliver(&envelope);
    let size =
        |world: &mut World| world.agencies[CLINIC].json(Command::Status)["audit_size"].clone();
    let leaves = size(&mut world);
    // Also when the sender is no longer trusted.
    world.agencies[CLINIC].ask(Command::TrustRemove { agency: "centre".into() }).unwrap();
    assert_eq!(world.deliver(&envelope), first);
    assert_eq!(size(&mut world), leaves.as_u64().unwrap() + 1, "one leaf, for the trust list");
}

#[test]
fn without_a_protocol_nothing_goes() {
    let agencies = vec![Agency::new("Centre", 1), Agency::new("Clinic", 2)];
    let mut world = World { agencies, wire: Vec::new(), now: world::NOW };
    world.befriend(CENTRE, CLINIC);
    let consent = world.consent("\"request\", \"person\"", "2026-07-01");
    assert_eq!(world.agencies[CENTRE].refused(refer_command(FORM, &consent)), "POL-01");
}

#[test]
fn refusals_tell_the_rule_and_leave_no_trace() {
    let mut world = World::new();
    let consent = world.consent("\"request\", \"person.name\"", "2026-07-01");
    let narrow = world.consent("\"person.name\"", "2026-07-01");
    let centre = &mut world.agencies[CENTRE];
    let before = centre.store.durable();
    assert_eq!(centre.refused(refer_command(FORM, "")), "CON-01");
    assert_eq!(centre.refused(refer_command(FORM, &narrow)), "POL-06");
    let other_case = FORM.replace("K-1", "K-2");
    assert_eq!(centre.refused(refer_command(&other_case, &consent)), "CON-06");
    let medical = FORM.replace("\"legal\"", "\"medical\"");
    assert_eq!(centre.refused(refer_command(&medical, &consent)), "POL-02");
    let late = Timestamp(world::NOW.0 + 40 * 86_400);
    match centre.ask_at(refer_command(FORM, &consent), late) {
        Err(Failure::Refused { refusal, .. }) => assert_eq!(refusal.rule.id, "CON-03"),
        other => panic!("{other:?}"),
    }
    let unknown = Command::Show { referral: "abcdef".into() };
    assert!(matches!(centre.ask(unknown), Err(Failure::NotFound { .. })));
    assert_eq!(centre.store.durable(), before);
}

#[test]
fn inputs_that_wait_together_share_one_barrier_and_see_each_other() {
    let mut world = World::new();
    let consent = world.consent("\"request\"", "2026-07-01");
    let centre = &mut world.agencies[CENTRE];
    let barriers = centre.store.with(|w| w.barriers);
    let list =
        || Command::List { direction: None, status: None, matter: None, after: None, limit: 50 };
    let inputs = vec![
        Agency::command(refer_command(FORM, &consent)),
        Agency::command(refer_command(FORM, "ffff")),
        Agency::command(refer_command(FORM, &consent)),
        Agency::command(list()),
    ];
    let outputs = centre.handle(inputs, world.now).unwrap();
    assert_eq!(centre.store.with(|w| w.barriers), barriers + 1);
    let answers: Vec<_> = outputs
        .iter()
        .filter_map(|o| match o {
            ihala_engine::Output::Answer { result, .. } => Some(result.as_ref()),
            _ => None,
        })
        .collect();
    assert!(answers[0].is_ok() && answers[1].is_err() && answers[2].is_ok());
    let listed = serde_json::to_value(answers[3].as_ref().unwrap()).unwrap();
    assert_eq!(listed["referrals"].as_array().unwrap().len(), 2);
    world.assert_audits();
}

#[test]
fn lists_come_in_pages_newest_first() {
    let mut world = World::new();
    let mut ids = Vec::new();
    for n in 0..7 {
        world.now = Timestamp(world::NOW.0 + n);
        ids.push(world.refer());
    }
    ids.reverse();
    world.deliver_all();
    world.step(CLINIC, &ids[3], EventKind::Accepted, None);
    let mut seen = Vec::new();
    let mut after = None;
    loop {
        let list = Command::List { direction: None, status: None, matter: None, after, limit: 3 };
        let page = world.agencies[CLINIC].json(list);
        let rows = page["referrals"].as_array().unwrap();
        assert!(rows.len() <= 3);
        seen.extend(rows.iter().map(|r| r["id"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = Some(next.to_owned()),
            None => break,
        }
    }
    assert_eq!(seen, ids);
    let accepted = ihala_protocol::referral::TaskStatus::Accepted;
    let list = Command::List {
        direction: None,
        status: Some(accepted),
        matter: None,
        after: None,
        limit: 9,
    };
    let page = world.agencies[CLINIC].json(list);
    assert_eq!(page["referrals"].as_array().unwrap().len(), 1);
    assert_eq!(page["referrals"][0]["id"], ids[3].as_str());
}

#[test]
fn what_is_queued_waits_for_its_agency_and_goes_when_it_comes() {
    let mut world = World::new();
    let clinic = world.agencies[CLINIC].transport.clone();
    world.agencies[CENTRE].handle(vec![Input::PeerDown(clinic.clone())], world.now).unwrap();
    let id = world.refer();
    assert!(world.wire.is_empty());
    let status = world.agencies[CENTRE].json(Command::Status);
    assert_eq!(status["peers"][0]["queued"], 1);
    let outputs = world.agencies[CENTRE].handle(vec![Input::PeerUp(clinic)], world.now).unwrap();
    world.send(CENTRE, outputs);
    // It is handed over again after a failure, once the back-off has ended.
    let lost = world.wire.remove(0);
    let failed = Input::SendFailed { to: world.agencies[CLINIC].id, message: lost.message };
    let outputs = world.agencies[CENTRE].handle(vec![failed], world.now).unwrap();
    let wake = outputs.iter().find_map(|o| match o {
        ihala_engine::Output::WakeAt(time) => Some(*time),
        _ => None,
    });
    world.now = wake.unwrap();
    let outputs = world.agencies[CENTRE].handle(vec![Input::Tick], world.now).unwrap();
    world.send(CENTRE, outputs);
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
    let status = world.agencies[CENTRE].json(Command::Status);
    assert_eq!(status["peers"][0]["queued"], 0);
}

/// A step of the clinic, with a note.
fn complete_with_note(world: &mut World, id: &str) {
    let step = Step {
        code: Some("got-help".into()),
        note: Some("The contract was signed.".into()),
        ..Step::plain(id, EventKind::Completed)
    };
    let (_, outputs) = world.agencies[CLINIC].ask_at(Command::Step(step), world.now).unwrap();
    world.send(CLINIC, outputs);
}

#[test]
fn a_note_goes_where_protocol_and_consent_cover_it() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    complete_with_note(&mut world, &id);
    world.deliver_all();
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id });
    assert_eq!(shown["history"][2]["note"], "The contract was signed.");

    // Without `feedback` in the consent, the author is told at once.
    let consent = world.consent("\"request\"", "2026-07-01");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    let step = Step { note: Some("A note".into()), ..Step::plain(id, EventKind::Started) };
    assert_eq!(world.agencies[CLINIC].refused(Command::Step(step)), "POL-05");
}

#[test]
fn a_note_whose_consent_lapses_stays_behind_and_the_step_still_arrives() {
    let mut world = World::new();
    let fields = "\"request\", \"feedback\"";
    let consent = world.consent(fields, "2026-06-10");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    world.deliver_all();
    let centre = world.agencies[CENTRE].transport.clone();
    world.agencies[CLINIC].handle(vec![Input::PeerDown(centre.clone())], world.now).unwrap();
    complete_with_note(&mut world, &id);
    world.now = Timestamp(world::NOW.0 + 20 * 86_400);
    let outputs = world.agencies[CLINIC].handle(vec![Input::PeerUp(centre)], world.now).unwrap();
    world.send(CLINIC, outputs);
    world.deliver_all();
    assert_eq!(world.status(CENTRE, &id), "completed");
    assert_eq!(world.status(CLINIC, &id), "completed");
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id });
    assert!(shown["history"][2]["note"].is_null(), "{}", shown["history"]);
    world.assert_audits();
}

#[test]
fn a_note_that_arrives_too_late_is_destroyed_and_the_step_stands() {
    let mut world = World::new();
    let consent = world.consent("\"request\", \"feedback\"", "2026-06-10");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    complete_with_note(&mut world, &id);
    // Under way while the consent ends.
    world.now = Timestamp(world::NOW.0 + 20 * 86_400);
    world.deliver_all();
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id });
    assert_eq!(shown["status"]["task"], "completed");
    assert!(shown["history"][2]["note"].is_null(), "{}", shown["history"]);
    world.assert_audits();
}

#[test]
fn what_one_receiver_cannot_take_yet_does_not_hold_up_the_rest() {
    let mut world = World::new();
    let consent = world.consent("\"request\"", "2026-07-01");
    // Forty referrals from the future of the clinic's clock, then one of the present.
    let early = Timestamp(world::NOW.0 + 2 * 3_600);
    world.now = early;
    for _ in 0..40 {
        world.refer_with(&consent).unwrap();
    }
    world.now = world::NOW;
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
    let status = world.agencies[CENTRE].json(Command::Status);
    assert_eq!(status["peers"][0]["queued"], 40);
    assert_eq!(status["peers"][0]["problem"]["rule"], "DEL-04");
}

#[test]
fn a_newer_protocol_takes_the_place_of_the_older() {
    let mut world = World::new();
    let isps = world.agencies[CENTRE].json(Command::IspList);
    let old = isps["isps"][0]["id"].as_str().unwrap().to_owned();
    let narrower = world::ISP.replace("\"person.name\", ", "");
    world.sign_isp_version(2, Some(&old), &narrower);
    let id = world.refer();
    world.deliver_all();
    let shown = world.agencies[CLINIC].json(Command::Show { referral: id });
    assert_ne!(shown["isp"], old.as_str());
    let fields = shown["fields"].as_array().unwrap();
    assert!(!fields.iter().any(|f| f["path"] == "person.name"), "{fields:?}");
}

#[test]
fn what_was_queued_under_an_older_protocol_does_not_leave_under_it() {
    let mut world = World::new();
    let isps = world.agencies[CENTRE].json(Command::IspList);
    let old = isps["isps"][0]["id"].as_str().unwrap().to_owned();
    let clinic = world.agencies[CLINIC].transport.clone();
    world.agencies[CENTRE].handle(vec![Input::PeerDown(clinic.clone())], world.now).unwrap();
    let id = world.refer();
    world.sign_isp_version(2, Some(&old), &world::ISP.replace("\"person.name\", ", ""));
    let outputs = world.agencies[CENTRE].handle(vec![Input::PeerUp(clinic)], world.now).unwrap();
    world.send(CENTRE, outputs);
    world.deliver_all();
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id });
    assert_eq!(shown["problem"]["rule"], "ISP-07");
    let list = Command::List { direction: None, status: None, matter: None, after: None, limit: 9 };
    assert_eq!(world.agencies[CLINIC].json(list)["referrals"].as_array().unwrap().len(), 0);
}

#[test]
fn a_payload_does_not_leave_after_its_consent_has_lapsed() {
    let mut world = World::new();
    let clinic = world.agencies[CLINIC].transport.clone();
    world.agencies[CENTRE].handle(vec![Input::PeerDown(clinic.clone())], world.now).unwrap();
    let consent = world.consent("\"request\", \"person\"", "2026-06-10");
    let id = world.refer_with(&consent).unwrap();
    world.now = Timestamp(world::NOW.0 + 20 * 86_400);
    let outputs = world.agencies[CENTRE].handle(vec![Input::PeerUp(clinic)], world.now).unwrap();
    world.send(CENTRE, outputs);
    // DEL-07, not CON-03: what the clinic got was the bare signature, nothing to judge.
    let envelope = world.wire.remove(0);
    let reply = world.deliver(&envelope);
    assert_eq!(
        hostile::rule_of(&mut world, &ihala_envelope::cbor::from_slice(&reply).unwrap()),
        "DEL-07"
    );
    let shown = world.agencies[CENTRE].json(Command::Show { referral: id.clone() });
    assert_eq!(shown["history"][0]["delivery"], "refused");
    assert_eq!(shown["history"][0]["problem"]["rule"], "CON-03");
    let at_clinic = world.agencies[CLINIC].ask(Command::Show { referral: id });
    assert!(matches!(at_clinic, Err(Failure::NotFound { .. })));
    // The sequence has no hole: the next one is taken.
    let next = world.consent("\"request\"", "2026-07-10");
    let id = world.refer_with(&next).unwrap();
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
    world.assert_audits();
}
