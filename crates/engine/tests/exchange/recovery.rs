//! A node that was restored from a backup gets back what went between it and its peers after
//! it; nothing that was withdrawn comes back, and nothing is doubled.

use ihala_engine::{Answer, Command, Input, Refer, Step};
use ihala_protocol::letter::Change;
use ihala_protocol::referral::EventKind;
use serde_json::Value;

use crate::erasure::withdraw;
use crate::rules::{onward, refer_with_onward};
use crate::world::{CENTRE, CLINIC, FORM, HOSPITAL, ISP, World, refer_command};

/// What people see of a referral, without what depends on when it was looked at or stored.
fn seen(world: &mut World, who: usize, id: &str) -> Value {
    let mut shown = world.show(who, id);
    let shown = shown.as_object_mut().unwrap();
    // What was held back of a form, nobody else knows.
    for key in ["withheld", "erased", "due", "next_steps", "who_knows", "updated", "warnings"] {
        shown.remove(key);
    }
    Value::Object(shown.clone())
}

fn steps(world: &mut World, who: usize, id: &str) -> Vec<String> {
    let shown = world.show(who, id);
    let history = shown["history"].as_array().unwrap();
    history.iter().map(|e| e["step"].as_str().unwrap().to_owned()).collect()
}

fn settle(world: &mut World, who: usize) {
    for other in 0..world.agencies.len() {
        if other != who {
            world.meet(other, who);
            world.meet(who, other);
        }
    }
    world.deliver_all();
    for _ in 0..4 {
        world.wait(61);
    }
}

fn assert_sound(world: &mut World) {
    for who in 0..world.agencies.len() {
        assert_eq!(world.queued(who), 0, "{who}");
        let status = world.agencies[who].json(Command::Status);
        assert_eq!(status["alarms"].as_array().unwrap().len(), 0, "{status}");
        let Ok((Answer::Audit(report), _)) = world.agencies[who].ask(Command::AuditVerify) else {
            panic!("no report")
        };
        assert!(report.ok, "{who}: {report:?}");
    }
}

/// Two referrals, one of which the backup holds, with steps of both sides after it.
fn busy() -> (World, [String; 2], crate::world::Snapshot, usize) {
    busy_of(CENTRE)
}

fn busy_of(who: usize) -> (World, [String; 2], crate::world::Snapshot, usize) {
    let mut world = World::new();
    let first = world.refer();
    world.deliver_all();
    let backup = world.agencies[who].snapshot();
    let mut accept = Step::plain(first.clone(), EventKind::Accepted);
    accept.safe_contact = true;
    world.take(CLINIC, accept);
    world.step(CENTRE, &first, EventKind::Nudged, None);
    world.deliver_all();
    let second = world.refer();
    world.deliver_all();
    let mut note = Step::plain(second.clone(), EventKind::Rejected);
    note.code = Some("no-capacity".into());
    note.note = Some("Full until August.".into());
    world.take(CLINIC, note);
    world.step(CLINIC, &first, EventKind::Started, None);
    world.deliver_all();
    (world, [first, second], backup, who)
}

#[test]
fn what_came_and_went_after_the_backup_comes_back() {
    for who in [CENTRE, CLINIC] {
        let (mut world, ids, backup, who) = busy_of(who);
        let before: Vec<Value> = ids.iter().map(|id| seen(&mut world, who, id)).collect();
        let other = ids.iter().map(|id| steps(&mut world, 1 - who, id)).collect::<Vec<_>>();
        let now = world.now;
        world.agencies[who].restore(backup, now);
        settle(&mut world, who);
        for (id, before) in ids.iter().zip(&before) {
            assert_eq!(seen(&mut world, who, id), *before, "{who}");
        }
        let after = ids.iter().map(|id| steps(&mut world, 1 - who, id)).collect::<Vec<_>>();
        assert_eq!(after, other);
        assert_sound(&mut world);
        // And it goes on, in both directions.
        world.step(CENTRE, &ids[0], EventKind::Nudged, None);
        world.step(CLINIC, &ids[0], EventKind::Completed, Some("got-help"));
        let third = world.refer();
        world.deliver_all();
        assert_eq!(world.status(CLINIC, &third), "requested");
        assert_eq!(world.status(CENTRE, &ids[0]), "completed");
        for _ in 0..2 {
            world.wait(86_400);
        }
        assert_sound(&mut world);
    }
}

#[test]
fn nothing_is_shown_or_added_before_the_other_agency_has_told() {
    let (mut world, ids, backup, _) = busy();
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    world.reconnect();
    let [first, second] = &ids;
    let show = |id: &str| Command::Show { referral: id.into() };
    assert_eq!(world.agencies[CENTRE].refused(show(first)), "BAK-05");
    let nudge = || Command::Step(Step::plain(first.clone(), EventKind::Nudged));
    assert_eq!(world.agencies[CENTRE].refused(nudge()), "BAK-05");
    assert!(world.agencies[CENTRE].ask(show(second)).is_err(), "not known yet");
    // A new one is made, and waits: whoever makes it is told so.
    let consent = world.consent("\"request\", \"person\"", "2026-07-01");
    let made = world.command(CENTRE, refer_command(FORM, &consent));
    let third = made["referrals"][0]["id"].as_str().unwrap().to_owned();
    assert!(made["referrals"][0]["warnings"][0].as_str().unwrap().contains("backup"), "{made}");
    assert_eq!(world.show(CENTRE, &third)["history"][0]["problem"]["rule"], "BAK-05");
    assert_eq!(world.wire.len(), 1, "the question alone goes");
    assert_eq!(world.status(CENTRE, &third), "requested");
    settle(&mut world, CENTRE);
    assert_eq!(world.status(CLINIC, &third), "requested");
    world.agencies[CENTRE].ask(nudge()).unwrap();
}

#[test]
fn what_was_withdrawn_after_the_backup_does_not_come_back() {
    for who in [CENTRE, CLINIC] {
        let mut world = World::new();
        let fields = "\"request\", \"person\", \"background\", \"feedback\"";
        let consent = world.consent(fields, "2026-07-01");
        let id = world.refer_with(&consent).unwrap();
        world.deliver_all();
        let backup = world.agencies[who].snapshot();
        let again = world.refer_with(&consent).unwrap();
        world.deliver_all();
        let withdraw = Command::Withdraw {
            consent: consent.clone(),
            from: None,
            erase: true,
            confirmed: true,
            language: None,
        };
        world.command(CENTRE, withdraw);
        world.deliver_all();
        let now = world.now;
        world.agencies[who].restore(backup, now);
        // The backup has it, until the peer has told.
        assert!(world.agencies[who].can_read("0555 000 00 00"));
        settle(&mut world, who);
        assert!(!world.agencies[who].can_read("0555 000 00 00"), "{who}");
        for other in [CENTRE, CLINIC] {
            for id in [&id, &again] {
                let shown = world.show(other, id);
                assert!(!shown["erased"].is_null(), "{other} {shown}");
            }
        }
        // Under that consent nothing goes before the person was asked.
        let refused = world.refer_with(&consent).unwrap_err();
        assert!(format!("{refused:?}").contains("CON-05"), "{refused:?}");
        assert_sound(&mut world);
    }
}

#[test]
fn an_agency_that_never_answers_can_be_left_out_by_people() {
    let mut world = World::with_hospital(ISP);
    let id = world.refer();
    world.deliver_all();
    let backup = world.agencies[CLINIC].snapshot();
    let now = world.now;
    world.agencies[CLINIC].restore(backup, now);
    // The centre answers, the hospital is gone.
    world.meet(CENTRE, CLINIC);
    world.meet(CLINIC, CENTRE);
    world.deliver_all();
    assert_eq!(world.status(CLINIC, &id), "requested");
    let status = world.agencies[CLINIC].json(Command::Status);
    assert_eq!(status["recovery"]["waits_for"].as_array().unwrap().len(), 1, "{status}");
    let leave = Command::RecoveryLeaveOut { agency: "Hospital".into() };
    let told = world.command(CLINIC, leave);
    assert_eq!(told["waits_for"].as_array().unwrap().len(), 0, "{told}");
}

/// A history of three agencies, step by step; everything that a step leads to arrives.
const STEPS: usize = 11;

fn play(world: &mut World, ids: &mut Vec<String>, step: usize) {
    match step {
        0 => ids.push(refer_with_onward(world)),
        1 => world.step(CLINIC, &ids[0].clone(), EventKind::Started, None),
        2 => {
            let id = ids[0].clone();
            ids.push(onward(world, &id, Refer::default()).unwrap());
        }
        3 => world.step(HOSPITAL, &ids[1].clone(), EventKind::Accepted, None),
        4 => world.step(HOSPITAL, &ids[1].clone(), EventKind::Started, None),
        5 => world.step(HOSPITAL, &ids[1].clone(), EventKind::Completed, Some("got-help")),
        6 => ids.push(world.refer()),
        7 => {
            let mut no = Step::plain(ids[2].clone(), EventKind::Rejected);
            (no.code, no.note) = (Some("no-capacity".into()), Some("Full until August.".into()));
            world.take(CLINIC, no);
        }
        8 => drop(withdraw(world, CENTRE, &ids[0].clone(), true)),
        9 => {
            let isps = world.agencies[CLINIC].json(Command::IspList);
            let isp = isps["isps"][0]["id"].as_str().unwrap().to_owned();
            world.command(CLINIC, Command::IspChange { isp, change: Change::Suspended });
        }
        _ => world.wait(86_400),
    }
    world.deliver_all();
    world.wait(60);
}

/// Everything that an agency shows of its referrals and protocols.
fn whole(world: &mut World, who: usize, ids: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    for id in ids {
        let show = Command::Show { referral: id.clone() };
        if let Ok((answer, _)) = world.agencies[who].ask(show) {
            let mut shown = serde_json::to_value(answer).unwrap();
            let shown = shown.as_object_mut().unwrap();
            let gone = !shown["erased"].is_null();
            // What nobody else knows: what was held back of a form, the whole of a scope, and
            // by our own clock since when.
            let own =
                ["withheld", "erased", "due", "who_knows", "updated", "warnings", "ask_person"];
            own.iter().for_each(|key| drop(shown.remove(*key)));
            shown.insert("gone".into(), gone.into());
            all.push(Value::Object(shown.clone()));
        }
    }
    let isps = world.agencies[who].json(Command::IspList);
    let states = isps["isps"].as_array().unwrap().iter().map(|isp| isp["state"].clone());
    all.extend(states);
    all
}

/// A backup at any moment, a loss at any later one, of any of three agencies.
#[test]
fn whenever_the_backup_was_made_and_the_node_was_lost_the_same_is_there_in_the_end() {
    for who in [CENTRE, CLINIC, HOSPITAL] {
        for lost in 1..=STEPS {
            for made in 0..lost {
                let (mut world, mut ids) = (World::with_hospital(ISP), Vec::new());
                let mut backup = None;
                for step in 0..lost {
                    if step == made {
                        backup = Some(world.agencies[who].snapshot());
                    }
                    play(&mut world, &mut ids, step);
                }
                let before: Vec<_> = (0..3).map(|a| whole(&mut world, a, &ids)).collect();
                let now = world.now;
                world.agencies[who].restore(backup.unwrap(), now);
                settle(&mut world, who);
                for (agency, expected) in before.iter().enumerate() {
                    let after = whole(&mut world, agency, &ids);
                    let (after, expected) = (pretty(&after), pretty(expected));
                    assert_eq!(after, expected, "{agency} of {who}, {made} to {lost}");
                }
                assert_sound(&mut world);
            }
        }
    }
}

fn pretty(shown: &[Value]) -> String {
    serde_json::to_string_pretty(shown).unwrap()
}

/// What was made under a consent of the backup, and ended, after it.
#[test]
fn a_consent_that_was_withdrawn_after_the_backup_holds_no_more() {
    let mut world = World::new();
    let fields = "\"request\", \"person\", \"background\", \"feedback\"";
    let consent = world.consent(fields, "2026-07-01");
    let backup = world.agencies[CENTRE].snapshot();
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    withdraw(&mut world, CENTRE, &consent, true);
    world.deliver_all();
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    settle(&mut world, CENTRE);
    assert!(!world.show(CENTRE, &id)["erased"].is_null());
    let refused = world.refer_with(&consent).unwrap_err();
    assert!(format!("{refused:?}").contains("CON-05"), "{refused:?}");
    assert_sound(&mut world);
}

/// Lost again before the first recovery was complete: all since the first backup comes back.
#[test]
fn a_node_that_is_lost_twice_gets_everything_back() {
    let (mut world, ids, backup, _) = busy();
    let before: Vec<Value> = ids.iter().map(|id| seen(&mut world, CENTRE, id)).collect();
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    // Asked, and a part of the answer has come, say; then a backup, and the end.
    world.meet(CLINIC, CENTRE);
    world.wire.clear();
    let second = world.agencies[CENTRE].snapshot();
    world.now = world.now.plus(60);
    let now = world.now;
    world.agencies[CENTRE].restore(second, now);
    settle(&mut world, CENTRE);
    for (id, before) in ids.iter().zip(&before) {
        assert_eq!(seen(&mut world, CENTRE, id), *before);
    }
    assert_sound(&mut world);
}

/// An account is under way when the contact is lost: what it holds is destroyed, and asked for
/// again.
#[test]
fn an_account_does_not_outlive_the_contact() {
    let (mut world, ids, backup, _) = busy();
    let before = seen(&mut world, CENTRE, &ids[1]);
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    // The question arrives, the answer does not.
    let question = world.wire.remove(0);
    world.deliver(&question);
    let lost: Vec<_> = std::mem::take(&mut world.wire);
    for envelope in &lost {
        let to = world.agencies[envelope.to].id;
        let failed = Input::SendFailed { to, message: envelope.message };
        world.agencies[envelope.from].handle(vec![failed], now).unwrap();
    }
    let nodes = [CENTRE, CLINIC].map(|who| world.agencies[who].transport.clone());
    for who in [CENTRE, CLINIC] {
        let down = Input::PeerDown(nodes[1 - who].clone());
        world.agencies[who].handle(vec![down], now).unwrap();
    }
    settle(&mut world, CENTRE);
    assert_eq!(seen(&mut world, CENTRE, &ids[1]), before);
    assert_sound(&mut world);
}

/// Checkpoints are due before anybody is met: nobody takes the old tree for a forged one.
#[test]
fn a_restored_tree_raises_no_alarm() {
    let (mut world, ..) = busy();
    for _ in 0..3 {
        world.wait(86_400);
    }
    // One is under way when the backup is made, and never arrives.
    world.now = world.now.plus(86_400);
    let now = world.now;
    world.agencies[CENTRE].handle(vec![Input::Tick], now).unwrap();
    let backup = world.agencies[CENTRE].snapshot();
    world.wait(2 * 86_400);
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    world.agencies[CENTRE].handle(vec![Input::Tick], now).unwrap();
    settle(&mut world, CENTRE);
    for _ in 0..3 {
        world.wait(86_400);
    }
    assert_sound(&mut world);
    let status = world.agencies[CLINIC].json(Command::Status);
    assert!(status["peers"][0]["witnessed"]["size"].as_u64() > Some(1), "{status}");
}

/// What came from an agency that has not told yet goes no further.
#[test]
fn what_was_withdrawn_upstream_does_not_go_on_before_that_is_known() {
    let mut world = World::with_hospital(ISP);
    let id = refer_with_onward(&mut world);
    let next = onward(&mut world, &id, Refer::default()).unwrap();
    let backup = world.agencies[CLINIC].snapshot();
    let consent = world.show(CENTRE, &id)["consent"].as_str().unwrap().to_owned();
    withdraw(&mut world, CENTRE, &consent, true);
    world.deliver_all();
    let now = world.now;
    world.agencies[CLINIC].restore(backup, now);
    // The hospital alone is met: it has obeyed, and says so.
    world.meet(HOSPITAL, CLINIC);
    world.meet(CLINIC, HOSPITAL);
    world.deliver_all();
    let again = onward(&mut world, &id, Refer { again: Some("other".into()), ..Refer::default() });
    assert!(format!("{:?}", again.unwrap_err()).contains("BAK-05"));
    settle(&mut world, CLINIC);
    for (who, id) in [(CENTRE, &id), (CLINIC, &id), (CLINIC, &next), (HOSPITAL, &next)] {
        assert!(!world.show(who, id)["erased"].is_null(), "{who}");
    }
    assert_sound(&mut world);
}

/// The person withdraws while the other agency has not told yet: what it tells then is of a
/// record that is erased.
#[test]
fn what_comes_back_to_an_erased_record_is_not_kept() {
    let mut world = World::new();
    let fields = "\"request\", \"person\", \"background\", \"feedback\"";
    let consent = world.consent(fields, "2026-07-01");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    let backup = world.agencies[CENTRE].snapshot();
    let mut no = Step::plain(id.clone(), EventKind::Rejected);
    (no.code, no.note) = (Some("no-capacity".into()), Some("Full until August.".into()));
    world.take(CLINIC, no);
    world.deliver_all();
    assert!(world.agencies[CENTRE].can_read("Full until August."));
    let now = world.now;
    world.agencies[CENTRE].restore(backup, now);
    withdraw(&mut world, CENTRE, &consent, true);
    settle(&mut world, CENTRE);
    for who in [CENTRE, CLINIC] {
        for text in ["Full until August.", "0555 000 00 00"] {
            assert!(!world.agencies[who].can_read(text), "{who}: {text}");
        }
        assert!(!world.show(who, &id)["erased"].is_null());
    }
    assert_sound(&mut world);
}
