//! Long queues: whatever has to wait in them holds up nothing that is behind it.

use ihala_engine::{Command, TrustSet};

use crate::erasure::withdraw;
use crate::world::{CENTRE, CLINIC, World};

/// More than are looked at in one go, many times over.
const MANY: usize = 1_100;

/// One referral that the clinic has, and many that wait for it.
fn waiting() -> (World, String) {
    let mut world = World::new();
    let first = world.refer();
    world.deliver_all();
    let node = world.agencies[CLINIC].transport.clone();
    let gone = vec![ihala_engine::Input::PeerDown(node)];
    world.agencies[CENTRE].handle(gone, world.now).unwrap();
    let consent = world.consent("\"request\", \"person\"", "2026-07-01");
    for _ in 0..MANY {
        world.refer_with(&consent).unwrap();
    }
    assert!(world.wire.is_empty());
    (world, first)
}

#[test]
fn an_order_passes_whatever_waits_before_it() {
    let (mut world, first) = waiting();
    let set = TrustSet { agency: "Clinic".into(), send: Some(false), ..TrustSet::default() };
    world.command(CENTRE, Command::TrustSet(set));
    withdraw(&mut world, CENTRE, &first, true);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    assert!(!world.show(CLINIC, &first)["erased"].is_null());
    assert_eq!(world.queued(CENTRE), u64::try_from(MANY).unwrap());
}

#[test]
fn what_waits_under_a_replaced_card_goes_with_the_word_of_it() {
    let (mut world, _) = waiting();
    world.agencies[CENTRE].restart();
    world.agencies[CENTRE].rotate(world.now);
    world.agencies[CENTRE].restart();
    world.meet(CLINIC, CENTRE);
    world.meet(CENTRE, CLINIC);
    world.deliver_all();
    let status = world.agencies[CENTRE].json(Command::Status);
    assert!(status["peers"][0]["problem"].is_null(), "{status}");
    for _ in 0..3 {
        world.wait(61);
    }
    assert_eq!(world.queued(CENTRE), 0);
    let taken = world.agencies[CLINIC].json(Command::Status)["not_taken"].clone();
    let refused = taken.as_array().unwrap().iter().map(|rule| rule["count"].as_u64().unwrap());
    // A window of them may have gone before the word was taken.
    assert!(refused.sum::<u64>() <= 64, "{taken}");
}
