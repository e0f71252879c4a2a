//! Walks through the lifecycle, found at random and kept if they show something new.

use std::collections::BTreeSet;

use ihala_conformance::vector::Vector;
use ihala_conformance::vector::lifecycle::{self, Lifecycle, Move, Walk};
use ihala_protocol::Referral;
use ihala_protocol::referral::{EventKind, Role};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::Folder;

/// Walks that are tried.
const TRIED: u64 = 20_000;
/// Moves of a walk.
const LENGTH: usize = 14;

pub(crate) fn forge(folder: &mut Folder) {
    let mut shown = BTreeSet::new();
    let mut walks = Vec::new();
    let mut tried: Vec<_> = (0..TRIED).map(walk).collect();
    // First those that show many new things, then fewer.
    for least in (1..=8).rev() {
        for (walk, shows) in &mut tried {
            let new: BTreeSet<&String> =
                shows.iter().flatten().filter(|s| !shown.contains(*s)).collect();
            if new.len() < least {
                continue;
            }
            // Only as far as it shows something new.
            let last = shows.iter().rposition(|all| all.iter().any(|s| !shown.contains(s)));
            let last = last.expect("something is new");
            walks.push(walk[..=last].to_vec());
            shown.extend(shows[..=last].iter().flatten().cloned());
        }
    }
    walks.push(long());
    walks.push(ended_on_hold());
    let vector = Lifecycle {
        vector: "lifecycle".into(),
        comment: "every step, possible and not, in every state of its author; every word of the status table; every race"
            .into(),
        expect: "accept".into(),
        walks,
    };
    folder.put("lifecycle", "walks", Vector::Lifecycle(vector));
}

fn random(rng: &mut ChaCha8Rng, below: u32) -> u32 {
    rng.next_u32() % below
}

/// A walk, and what each of its moves shows.
fn walk(seed: u64) -> (Walk, Vec<Vec<String>>) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut referral = lifecycle::new();
    let (mut walk, mut shows) = (Walk::new(), Vec::new());
    // What each side has seen of the other's chain.
    let mut seen = [0, 0];
    for _ in 0..LENGTH {
        let role = if random(&mut rng, 2) == 0 { Role::Sender } else { Role::Receiver };
        let (own, other) = (role as usize, role.other() as usize);
        if random(&mut rng, 3) > 0 {
            seen[own] = referral.len(role.other());
        }
        let _ = other;
        let planned = plan(&mut rng, &referral, role, seen[own]);
        let before = (referral.sender_state(), referral.receiver_state());
        let taken = lifecycle::take(&mut referral, &planned).unwrap();
        let by_table = ["applied", "REF-05", "REF-12"].contains(&taken.outcome.as_str());
        let mut all = vec![match role {
            _ if !by_table => format!("{} {}", taken.step, taken.outcome),
            Role::Sender => {
                let (stage, withdrawal) = (before.0.stage, before.0.withdrawal);
                format!("{stage:?} {withdrawal:?} {} {}", taken.step, taken.outcome)
            }
            Role::Receiver => {
                let (progress, erasure) = (before.1.progress, before.1.erasure);
                format!("{progress:?} {erasure:?} {} {}", taken.step, taken.outcome)
            }
        }];
        if let Some(status) = &taken.status {
            all.push(format!("{} {}", status.task, status.business));
        }
        all.extend(referral.races().into_iter().map(|((i, j), race)| {
            let step = |role, place| referral.step_at(role, place);
            format!("{:?} {:?} {race:?}", step(Role::Sender, i), step(Role::Receiver, j))
        }));
        walk.push(taken);
        shows.push(all);
    }
    (walk, shows)
}

fn plan(rng: &mut ChaCha8Rng, referral: &Referral, role: Role, seen: u32) -> Move {
    let own = referral.len(role);
    let all = EventKind::ALL;
    let possible = referral.choices(role);
    let step = if own == 0 && role == Role::Sender {
        EventKind::Requested
    } else if !possible.is_empty() && random(rng, 4) > 0 {
        possible[random(rng, u32::try_from(possible.len()).unwrap()) as usize]
    } else {
        all[random(rng, u32::try_from(all.len()).unwrap()) as usize]
    };
    // Now and then a place that is taken, one that is too far, or an older head.
    let place = match random(rng, 40) {
        0 => own.max(1),
        1 => own + 2,
        _ => own + 1,
    };
    let names = match random(rng, 40) {
        0 => seen.saturating_sub(1),
        1 => seen + 3,
        _ => seen,
    };
    Move {
        by: (if role == Role::Sender { "sender" } else { "receiver" }).to_owned(),
        step: step.name().to_owned(),
        place,
        names: Some(names).filter(|n| *n > 0),
        outcome: String::new(),
        status: None,
        late: Vec::new(),
    }
}

/// A chain that is full: nudges up to its end, which is kept for orders.
fn long() -> Walk {
    let mut referral = lifecycle::new();
    let mut walk = Walk::new();
    let mut take = |step: &str, place: u32| {
        let planned = Move {
            by: "sender".into(),
            step: step.into(),
            place,
            names: None,
            outcome: String::new(),
            status: None,
            late: Vec::new(),
        };
        walk.push(lifecycle::take(&mut referral, &planned).unwrap());
    };
    take("requested", 1);
    for place in 2..=240 {
        take("nudged", place);
    }
    take("nudged", 241);
    take("stopped", 241);
    take("erasure-ordered", 242);
    walk
}

/// What ends while on hold is not on hold any more: nothing is left to resume.
fn ended_on_hold() -> Walk {
    let mut referral = lifecycle::new();
    let steps = [
        ("sender", "requested", 1, None),
        ("receiver", "accepted", 1, Some(1)),
        ("receiver", "put-on-hold", 2, Some(1)),
        ("receiver", "completed", 3, Some(1)),
        ("receiver", "resumed", 4, Some(1)),
    ];
    let take = |(by, step, place, names): (&str, &str, u32, Option<u32>)| {
        let planned = Move {
            by: by.into(),
            step: step.into(),
            place,
            names,
            outcome: String::new(),
            status: None,
            late: Vec::new(),
        };
        lifecycle::take(&mut referral, &planned).unwrap()
    };
    let walk: Walk = steps.into_iter().map(take).collect();
    assert_eq!(walk[4].outcome, "REF-05");
    walk
}
