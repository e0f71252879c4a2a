//! Receive keys take turns, and are destroyed when nothing that is sealed to them can come.

use ihala_engine::Command;
use ihala_envelope::{Kid, SealedEnvelope, Timestamp};
use ihala_protocol::Profile;
use ihala_store::keystore::ReceiveEpoch;

use crate::world::{CENTRE, CLINIC, HOSPITAL, World};

const DAY: u64 = 86_400;

/// An envelope to the clinic, as somebody on the wire has it, and when it was sealed.
struct Captured(Timestamp, Vec<u8>);

fn opens(ring: &[ReceiveEpoch], envelope: &Captured) -> bool {
    let sealed = SealedEnvelope::decode(&envelope.1).unwrap();
    ring.iter().any(|epoch| epoch.secret.kid() == sealed.kid())
}

/// One day: every node ticks, everybody meets, the checkpoints of the day go round.
fn live(world: &mut World, awake: &[usize], captured: &mut Vec<Captured>) {
    for who in awake {
        let tick = vec![ihala_engine::Input::Tick];
        let outputs = world.agencies[*who].handle(tick, world.now).unwrap();
        world.send(*who, outputs);
    }
    for who in awake {
        for other in awake.iter().filter(|other| *other != who) {
            world.meet(*who, *other);
        }
    }
    let here = |e: &&crate::world::Envelope| e.to == CLINIC;
    let now = world.now;
    captured.extend(world.wire.iter().filter(here).map(|e| Captured(now, e.bytes.clone())));
    world.deliver_all();
    world.now = world.now.plus(DAY);
}

fn statement(world: &mut World, who: usize) -> ihala_protocol::Statement {
    Profile::from_file(&world.agencies[who].card()).unwrap().statement().clone()
}

/// What a stolen disk with its passphrase opens on day n: `spec/identity.md`, Receive keys.
#[test]
fn what_was_captured_more_than_three_weeks_ago_opens_with_no_key_that_is_left() {
    let mut world = World::of_epochs();
    let mut captured = Vec::new();
    let all = [CENTRE, CLINIC, HOSPITAL];
    for day in 0..70 {
        live(&mut world, &all, &mut captured);
        let keys = statement(&mut world, CLINIC).keys;
        assert_eq!(keys.iter().filter(|k| !k.fallback).count(), 3, "day {day}");
        assert_eq!(keys.iter().filter(|k| k.fallback).count(), 1, "day {day}");
        let ring = world.agencies[CLINIC].ring.kept();
        let now = world.now.0 - DAY;
        let oldest = captured.iter().filter(|c| opens(&ring, c)).map(|c| c.0.0).min();
        let oldest = oldest.unwrap_or(now);
        // A week in use, two under way, an hour of skew; a tick a day sees to it.
        assert!(now - oldest <= 21 * DAY + 3_600 + DAY, "day {day}: {}", (now - oldest) / DAY);
        // And what is young enough to be still under way does open.
        let young = |c: &&Captured| now - c.0.0 <= 14 * DAY;
        assert!(captured.iter().filter(young).all(|c| opens(&ring, c)), "day {day}");
    }
    assert!(captured.len() > 100, "{}", captured.len());
}

/// The wider window of who has not heard of the agency for long.
#[test]
fn a_fallback_key_opens_for_ninety_days_and_two_weeks_and_no_longer() {
    let mut world = World::of_epochs();
    let mut published: Vec<(Kid, Timestamp)> = Vec::new();
    for day in 0..150 {
        live(&mut world, &[CENTRE, CLINIC, HOSPITAL], &mut Vec::new());
        let keys = statement(&mut world, CLINIC).keys;
        let fallback = keys.iter().find(|k| k.fallback).unwrap();
        if published.last().is_none_or(|(kid, _)| *kid != fallback.key.kid()) {
            published.push((fallback.key.kid(), fallback.not_before));
        }
        let kept = world.agencies[CLINIC].ring.kept();
        let now = world.now.0 - DAY;
        for (kid, since) in &published {
            let age = now.saturating_sub(since.0);
            let opens = kept.iter().any(|epoch| epoch.secret.kid() == *kid);
            // What was sealed on its first day is what it opens longest.
            assert!(opens || age > 104 * DAY, "day {day}: gone after {} days", age / DAY);
            assert!(!opens || age <= 105 * DAY + 3_600, "day {day}: there for {}", age / DAY);
        }
    }
    // Replaced every 28 days, long before its last one.
    assert_eq!(published.len(), 6);
}

#[test]
fn no_single_clock_destroys_a_key() {
    let mut world = World::of_epochs();
    let mut captured = Vec::new();
    for _ in 0..3 {
        live(&mut world, &[CENTRE, CLINIC, HOSPITAL], &mut captured);
    }
    let keys = |world: &World| world.agencies[CLINIC].ring.kept().len();
    // A clock that jumps by years, on its own.
    let before = keys(&world);
    let real = world.now;
    for years in [1, 5, 20] {
        world.now = real.plus(years * 365 * DAY);
        let outputs =
            world.agencies[CLINIC].handle(vec![ihala_engine::Input::Tick], world.now).unwrap();
        drop(outputs);
        assert!(keys(&world) >= before);
        assert!(captured.iter().all(|c| opens(&world.agencies[CLINIC].ring.kept(), c)));
    }
    // It is put right: the keys of this time are published again.
    world.now = real;
    world.agencies[CLINIC].handle(vec![ihala_engine::Input::Tick], world.now).unwrap();
    let statement = statement(&mut world, CLINIC);
    statement.receive_key(world.now).unwrap();
    assert!(statement.keys[0].not_after <= real.plus(8 * DAY));

    // One peer is one witness.
    for _ in 0..40 {
        live(&mut world, &[CENTRE, CLINIC], &mut captured);
    }
    assert!(captured.iter().all(|c| opens(&world.agencies[CLINIC].ring.kept(), c)));
    // An administrator's word is enough.
    let now = world.now;
    world.agencies[CLINIC].ask_at(Command::ConfirmClock, now).unwrap();
    live(&mut world, &[CENTRE, CLINIC], &mut captured);
    let ring = world.agencies[CLINIC].ring.kept();
    assert!(!opens(&ring, &captured[0]) && opens(&ring, captured.last().unwrap()));
}

#[test]
fn an_agency_that_was_away_for_two_months_can_be_written_to() {
    let mut world = World::of_epochs();
    let mut captured = Vec::new();
    for _ in 0..30 {
        live(&mut world, &[CENTRE, CLINIC, HOSPITAL], &mut captured);
    }
    let known = statement(&mut world, CLINIC);
    let fallback = known.keys.iter().find(|k| k.fallback).unwrap().key.kid();
    for day in 0..60 {
        live(&mut world, &[CENTRE, HOSPITAL], &mut captured);
        let key = known.receive_key(world.now).unwrap();
        let epochs = known.keys.iter().filter(|k| !k.fallback).map(|k| k.not_after);
        assert_eq!(key.kid() == fallback, epochs.max() < Some(world.now), "day {day}");
    }
    // It comes back, and holds what was sealed to any of these keys.
    world.agencies[CLINIC].restart();
    let ring = world.agencies[CLINIC].ring.kept();
    assert!(known.keys.iter().all(|k| ring.iter().any(|e| e.secret.kid() == k.key.kid())));
    live(&mut world, &[CENTRE, CLINIC, HOSPITAL], &mut captured);
    let now = world.now;
    let fresh = statement(&mut world, CLINIC);
    assert_ne!(fresh.receive_key(now).unwrap().kid(), fallback);
    assert_eq!(world.queued(CENTRE), 0);
}
