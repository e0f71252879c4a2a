//! Withdrawal: sharing ends, and what was sent is destroyed at every agency.

use ihala_engine::{Command, Failure, Input, Matter, Refer, Renew};
use ihala_protocol::referral::EventKind;
use serde_json::Value;

use crate::rules::{onward, refer_with_onward};
use crate::world::{CENTRE, CLINIC, HOSPITAL, ISP, World};

const DAY: u64 = 86_400;

pub(crate) fn withdraw(world: &mut World, who: usize, id: &str, erase: bool) -> Value {
    let command = Command::Withdraw {
        consent: id.into(),
        from: None,
        erase,
        confirmed: true,
        language: None,
    };
    world.command(who, command)
}

fn steps(shown: &Value) -> Vec<&str> {
    shown["history"].as_array().unwrap().iter().map(|e| e["step"].as_str().unwrap()).collect()
}

fn listed(world: &mut World, who: usize, matter: Matter) -> Value {
    let command = Command::List {
        direction: None,
        status: None,
        matter: Some(matter),
        after: None,
        limit: 9,
    };
    world.command(who, command)["referrals"].take()
}

/// A referral that went from the centre by way of the clinic to the hospital.
pub(crate) fn three() -> (World, String, String) {
    let mut world = World::with_hospital(ISP);
    let id = refer_with_onward(&mut world);
    let next = onward(&mut world, &id, Refer::default()).unwrap();
    world.step(HOSPITAL, &next, EventKind::Accepted, None);
    world.deliver_all();
    (world, id, next)
}

pub(crate) fn holds(world: &mut World, who: usize, text: &str) -> bool {
    world.agencies[who].can_read(text)
}

#[test]
fn erasing_at_the_origin_reaches_everyone_and_each_answers() {
    let (mut world, id, next) = three();
    for who in [CENTRE, CLINIC, HOSPITAL] {
        assert!(holds(&mut world, who, "Leyla"), "the test can see what is there");
    }
    let plan = Command::Withdraw {
        consent: id.clone(),
        from: None,
        erase: true,
        confirmed: false,
        language: None,
    };
    let plan = world.command(CENTRE, plan);
    assert_eq!((&plan["done"], &plan["orders"][0]["order"]), (&false.into(), &"erase".into()));
    assert_eq!(plan["orders"][0]["further"][0]["id"], world.agencies[HOSPITAL].id.to_string());
    assert!(!steps(&world.show(CENTRE, &id)).contains(&"erasure-ordered"), "only told");

    withdraw(&mut world, CENTRE, &id, true);
    let row = &listed(&mut world, CENTRE, Matter::Unanswered)[0];
    let owing: Vec<_> =
        row["unanswered"].as_array().unwrap().iter().map(|a| a["id"].clone()).collect();
    let asked = [CLINIC, HOSPITAL].map(|who| world.agencies[who].id.to_string());
    assert_eq!(owing, asked, "also who has it by way of the clinic");
    assert_eq!(world.command(CENTRE, Command::Status)["unanswered"], 1);
    world.agencies[CENTRE].restart();
    world.reconnect();
    assert_eq!(listed(&mut world, CENTRE, Matter::Unanswered)[0]["id"], id.as_str());
    world.wait(120);
    world.deliver_all();
    assert_eq!(listed(&mut world, CENTRE, Matter::Unanswered), serde_json::json!([]));
    for who in [CENTRE, CLINIC, HOSPITAL] {
        assert!(!holds(&mut world, who, "Leyla"), "agency {who}");
        assert!(!holds(&mut world, who, "K-1"), "agency {who}");
    }
    let shown = world.show(CENTRE, &id);
    for order in shown["orders"].as_array().unwrap() {
        assert_eq!((&order["order"], &order["answer"]), (&"erase".into(), &"Destroyed".into()));
    }
    let tail = &steps(&shown)[3..];
    assert_eq!(tail, ["erasure-ordered", "erased", "onward-erasure"], "{shown}");
    assert_eq!(shown["history"][5]["code"], "erased");
    assert_eq!(shown["status"]["business"], "consent withdrawn");
    assert!(steps(&world.show(CLINIC, &next)).contains(&"erased"));
    assert!(world.show(HOSPITAL, &next)["erased"].is_string());
    assert!(world.show(HOSPITAL, &next)["fields"].as_array().unwrap().is_empty());
    world.assert_audits();
}

#[test]
fn a_withdrawal_at_the_last_agency_stops_upward_and_the_origin_decides() {
    let (mut world, id, next) = three();
    let told = withdraw(&mut world, HOSPITAL, &next, true);
    let text = told["text"].as_str().unwrap();
    assert!(text.contains("destroyed here") && text.contains("It will ask you"), "{text}");
    world.deliver_all();
    // The hospital destroys its own; the others only stop, until the person was asked.
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));
    assert!(holds(&mut world, CLINIC, "Leyla") && holds(&mut world, CENTRE, "Leyla"));
    for (who, id) in [(CENTRE, &id), (CLINIC, &id), (CLINIC, &next)] {
        assert_eq!(world.show(who, id)["status"]["withdrawn"], true);
    }
    let consent = world.show(CENTRE, &id)["consent"].as_str().unwrap().to_owned();
    let consent = world.command(CENTRE, Command::ConsentShow { consent });
    assert_eq!(consent["state"], "requested", "the person is asked");
    let asked = &listed(&mut world, CENTRE, Matter::AskPerson)[0];
    assert_eq!((&asked["id"], &asked["with"]["name"]), (&id.as_str().into(), &"Clinic".into()));
    let consent = consent["id"].as_str().unwrap().to_owned();
    let renew = |person_was_asked| {
        Command::ConsentRenew(Renew {
            consent: consent.clone(),
            until: "2026-09-01".into(),
            person_was_asked,
            method: "signature".into(),
            ..Renew::default()
        })
    };
    let refused = world.agencies[CENTRE].ask_at(renew(false), world.now);
    assert!(matches!(refused, Err(Failure::Invalid { .. })));
    assert_eq!(world.command(CENTRE, renew(true))["state"], "renewed");
    assert_eq!(world.command(CENTRE, Command::Status)["ask_person"], 0);
    withdraw(&mut world, CENTRE, &id, true);
    world.deliver_all();
    for who in [CENTRE, CLINIC, HOSPITAL] {
        assert!(!holds(&mut world, who, "Leyla"), "agency {who}");
    }
    let once_more = Command::Withdraw {
        consent: id,
        from: None,
        erase: false,
        confirmed: true,
        language: None,
    };
    assert_eq!(world.agencies[CENTRE].refused(once_more), "REF-05", "nothing is left to stop");
    world.assert_audits();
}

#[test]
fn withdrawn_from_the_sender_alone_it_goes_wherever_it_was_sent_on() {
    let (mut world, id, next) = three();
    let from_centre = |confirmed| Command::Withdraw {
        consent: id.clone(),
        from: Some("centre".into()),
        erase: true,
        confirmed,
        language: None,
    };
    let told = world.command(CLINIC, from_centre(false));
    let orders: Vec<_> = told["orders"].as_array().unwrap().iter().map(|o| &o["order"]).collect();
    assert_eq!(orders, ["stop", "erase"], "to the centre, and to the hospital");
    world.command(CLINIC, from_centre(true));
    world.deliver_all();
    for who in [CLINIC, HOSPITAL] {
        assert!(!holds(&mut world, who, "Leyla"), "agency {who}");
    }
    assert_eq!(world.show(CENTRE, &id)["status"]["withdrawn"], true);
    assert!(world.show(HOSPITAL, &next)["erased"].is_string());
    world.assert_audits();
}

#[test]
fn what_was_stopped_with_one_agency_can_still_be_withdrawn_there_as_a_whole() {
    let (mut world, id, next) = three();
    let from_clinic = Command::Withdraw {
        consent: id.clone(),
        from: Some("clinic".into()),
        erase: false,
        confirmed: true,
        language: None,
    };
    world.command(CENTRE, from_clinic);
    world.deliver_all();
    assert_eq!(world.command(CENTRE, Command::Status)["ask_person"], 0);
    // Later the person says at the clinic, and at the hospital, that everything ends.
    withdraw(&mut world, CLINIC, &id, false);
    withdraw(&mut world, HOSPITAL, &next, false);
    world.deliver_all();
    assert_eq!(world.command(CENTRE, Command::Status)["ask_person"], 1);
    world.assert_audits();
}

#[test]
fn a_legal_basis_keeps_what_was_sent_and_ends_by_time_under_the_clock_rule() {
    let (mut world, id, next) = three();
    let retain = Command::Retain {
        referral: next.clone(),
        basis: "medical-record".into(),
        until: "2026-06-20".into(),
    };
    world.command(HOSPITAL, retain);
    withdraw(&mut world, CENTRE, &id, true);
    world.deliver_all();
    assert!(holds(&mut world, HOSPITAL, "Leyla"));
    let shown = world.show(CLINIC, &next);
    let retained = shown["history"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&retained["step"], &retained["code"]),
        (&"retained".into(), &"medical-record".into())
    );
    let up = world.show(CENTRE, &id);
    assert_eq!(up["history"].as_array().unwrap().last().unwrap()["code"], "retained");
    let told = &up["orders"][1];
    assert_eq!(
        (&told["basis"], &told["until"]),
        (&"It is part of a medical record".into(), &"2026-06-20T23:59:59Z".into())
    );

    // The time is over by our clock alone: nothing happens until it is confirmed.
    world.wait(30 * DAY);
    assert!(holds(&mut world, HOSPITAL, "Leyla"));
    world.command(HOSPITAL, Command::ConfirmClock);
    world.wait(DAY + 1);
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));
    assert!(steps(&world.show(CLINIC, &next)).ends_with(&["retained", "erased"]));
    let up = world.show(CENTRE, &id);
    assert_eq!(up["history"].as_array().unwrap().last().unwrap()["code"], "erased");
    world.assert_audits();
}

#[test]
fn a_legal_basis_that_is_given_up_lets_the_order_take_effect() {
    let (mut world, id, next) = three();
    let retain = Command::Retain {
        referral: next.clone(),
        basis: "legal-claim".into(),
        until: "2027-06-20".into(),
    };
    let shown = world.command(HOSPITAL, retain);
    assert_eq!(shown["hold"]["basis"], "It is needed for a legal claim");
    withdraw(&mut world, CENTRE, &id, true);
    world.deliver_all();
    assert!(holds(&mut world, HOSPITAL, "Leyla"));
    world.command(HOSPITAL, Command::RetainEnd { referral: next });
    world.deliver_all();
    assert!(!holds(&mut world, HOSPITAL, "Leyla"));
    let order = &world.show(CENTRE, &id)["orders"][1];
    assert_eq!((&order["answer"], &order["until"]), (&"Destroyed".into(), &Value::Null));
    world.assert_audits();
}

#[test]
fn retention_ends_by_time_when_two_peers_have_signed_a_time_as_late() {
    let mut world = World::with_hospital(ISP);
    let id = refer_with_onward(&mut world);
    let next = onward(&mut world, &id, Refer::default()).unwrap();
    let other = world.refer();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Completed, Some("got-help"));
    world.deliver_all();
    // Protocol and consent live on in the test's clock: only the clinic's data is due.
    world.wait(101 * DAY);
    assert!(holds(&mut world, CLINIC, "Leyla"), "no witness");
    // Both peers say something that late.
    world.step(CENTRE, &other, EventKind::Nudged, None);
    world.deliver_all();
    assert!(steps(&world.show(CLINIC, &other)).ends_with(&["nudged"]));
    world.wait(DAY + 1);
    assert!(holds(&mut world, CLINIC, "Leyla"), "one witness is not enough");
    world.step(HOSPITAL, &next, EventKind::Received, None);
    world.deliver_all();
    world.wait(DAY + 1);
    let shown = world.show(CENTRE, &id);
    assert!(steps(&shown).ends_with(&["erased"]), "{:?}", steps(&shown));
    assert!(world.show(CLINIC, &id)["erased"].is_string());
    let sent_on = world.show(CLINIC, &next);
    assert!(sent_on["erased"].is_string(), "what it sent on goes with what came to it");
    assert!(holds(&mut world, HOSPITAL, "Leyla"), "the hospital keeps it by its own protocol");
    assert_eq!(sent_on["status"]["task"], "received", "the case goes on");
    world.assert_audits();
}

#[test]
fn an_order_does_not_wait_for_a_lost_message() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    world.step(CENTRE, &id, EventKind::Nudged, None);
    let lost = world.wire.remove(0);
    withdraw(&mut world, CENTRE, &id, true);
    world.deliver_all();
    assert!(!holds(&mut world, CLINIC, "Leyla"), "obeyed before its place in the chain");
    world.deliver(&lost);
    world.deliver_all();
    let shown = world.show(CENTRE, &id);
    assert_eq!(steps(&shown), ["requested", "nudged", "erasure-ordered", "erased"], "{shown}");
    world.assert_audits();
}

#[test]
fn what_is_queued_does_not_leave_after_a_withdrawal() {
    let mut world = World::new();
    let clinic = world.agencies[CLINIC].transport.clone();
    world.agencies[CENTRE].handle(vec![Input::PeerDown(clinic.clone())], world.now).unwrap();
    let id = world.refer();
    withdraw(&mut world, CENTRE, &id, false);
    let outputs = world.agencies[CENTRE].handle(vec![Input::PeerUp(clinic)], world.now).unwrap();
    world.send(CENTRE, outputs);
    world.deliver_all();
    assert!(!holds(&mut world, CLINIC, "Leyla"));
    let shown = world.show(CENTRE, &id);
    assert_eq!(shown["history"][0]["problem"]["rule"], "REF-12");
    world.assert_audits();
}

#[test]
fn an_erasure_that_a_crash_interrupts_is_finished_at_the_next_start() {
    for stop_at in 0..40 {
        let (mut world, id, _) = three();
        withdraw(&mut world, CENTRE, &id, true);
        world.agencies[CLINIC].store.with(|w| w.fail_after = Some(stop_at));
        let order = world.wire.remove(0);
        let input = Input::Received { token: 7, bytes: order.bytes.clone() };
        let done = world.agencies[CLINIC].handle(vec![input], world.now).is_ok();
        world.agencies[CLINIC].restart();
        world.reconnect();
        let failed = Input::SendFailed { to: world.agencies[CLINIC].id, message: order.message };
        world.agencies[CENTRE].handle(vec![failed], world.now).unwrap();
        world.wait(120);
        world.deliver_all();
        for who in [CENTRE, CLINIC, HOSPITAL] {
            assert!(!holds(&mut world, who, "Leyla"), "agency {who}, stopped at {stop_at}");
        }
        let shown = world.show(CENTRE, &id);
        assert!(steps(&shown).contains(&"onward-erasure"), "stopped at {stop_at}: {shown}");
        world.assert_audits();
        if done {
            assert!(stop_at > 2, "the test stops between the steps");
            return;
        }
    }
    panic!("an erasure is not that long");
}
