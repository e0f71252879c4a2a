//! Whatever the order of arrival, both sides come to one status.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use ihala_envelope::{AgencyId, Digest, ReferralId, ReferralLink};
use ihala_protocol::referral::{
    Applied, EventKind, RECEIVERS, ReceiverState, Referral, Role, SENDERS, SenderState, Status,
    TaskStatus, race, render_races, render_table, status,
};
use proptest::prelude::*;

const SENDER: AgencyId = AgencyId([1; 32]);
const RECEIVER: AgencyId = AgencyId([2; 32]);

#[derive(Clone)]
struct Signed {
    role: Role,
    link: ReferralLink,
    kind: EventKind,
    digest: Digest,
}

/// One agency: its view, and what has arrived but cannot be applied yet.
#[derive(Clone)]
struct Side {
    role: Role,
    view: Referral,
    held: Vec<Signed>,
}

impl Side {
    fn new(role: Role) -> Self {
        Self { role, view: Referral::new(ReferralId([3; 16]), SENDER, RECEIVER), held: vec![] }
    }

    fn act(&mut self, kind: EventKind) -> Option<Signed> {
        let link = self.view.decide(self.role, kind).ok()?;
        let digest =
            Digest::of_parts(&[&[self.role as u8, kind.code()], &link.position.to_be_bytes()]);
        let applied = self.view.apply(self.role, &link, kind, digest).unwrap();
        assert_eq!(applied, Applied::Now, "what was decided applies");
        Some(Signed { role: self.role, link, kind, digest })
    }

    fn receive(&mut self, event: Signed) {
        self.held.push(event);
        loop {
            let before = self.held.len();
            let held = std::mem::take(&mut self.held);
            for event in held {
                let applied =
                    self.view.apply(event.role, &event.link, event.kind, event.digest).unwrap();
                if applied == Applied::Held {
                    self.held.push(event);
                }
            }
            if self.held.len() == before {
                return;
            }
        }
    }
}

/// Two agencies, and what is on its way to each.
#[derive(Clone)]
struct World {
    sides: [Side; 2],
    wires: [Vec<Signed>; 2],
}

impl World {
    fn new() -> Self {
        let mut world = Self {
            sides: [Side::new(Role::Sender), Side::new(Role::Receiver)],
            wires: [vec![], vec![]],
        };
        assert!(world.act(0, EventKind::Requested));
        world
    }

    fn act(&mut self, side: usize, kind: EventKind) -> bool {
        let event = self.sides[side].act(kind);
        let acted = event.is_some();
        self.wires[1 - side].extend(event);
        acted
    }

    fn deliver(&mut self, side: usize) {
        let event = self.wires[side].remove(0);
        self.sides[side].receive(event);
    }

    /// Delivers all that is under way: in order, or the last first and each twice.
    fn drained(&self, backwards: bool) -> [Referral; 2] {
        let mut world = self.clone();
        for side in 0..2 {
            let mut events = std::mem::take(&mut world.wires[side]);
            if backwards {
                events = events.iter().rev().flat_map(|e| [e.clone(), e.clone()]).collect();
            }
            for event in events {
                world.sides[side].receive(event);
            }
        }
        assert!(world.sides.iter().all(|s| s.held.is_empty()), "nothing is held for ever");
        world.sides.map(|s| s.view)
    }

    /// What the world's future depends on: the states, and the steps under way.
    fn key(&self) -> impl Eq + std::hash::Hash + use<> {
        let states =
            self.sides.each_ref().map(|s| (s.view.sender_state(), s.view.receiver_state()));
        let steps = |side: usize| -> Vec<_> {
            let behind = |e: &Signed| {
                let named = e.link.other.map_or(0, |h| h.position);
                self.sides[side].view.len(self.sides[side].role) - named
            };
            self.wires[side].iter().map(|e| (e.kind, behind(e))).collect()
        };
        (states, steps(0), steps(1))
    }
}

/// Moves by the two parties that the exploration goes through.
const DEPTH: usize = 6;

/// Every move that the table permits at each point, delivered at once, late, last first
/// and twice: both sides come to one status, and are told of the same races.
#[test]
fn every_history_converges() {
    let mut layer = vec![World::new()];
    let mut known = HashSet::new();
    let mut statuses: BTreeMap<Status, usize> = BTreeMap::new();
    let mut moves = BTreeSet::new();
    let mut races = BTreeSet::new();
    let mut worlds = 0;
    for depth in 0..=DEPTH {
        let mut next = Vec::new();
        let mut waiting = std::mem::take(&mut layer);
        while let Some(world) = waiting.pop() {
            if !known.insert(world.key()) {
                continue;
            }
            worlds += 1;
            let [ours, theirs] = world.drained(false);
            assert_eq!(ours, theirs, "in order");
            assert_eq!(world.drained(true), [ours.clone(), theirs], "backwards");
            *statuses.entry(ours.status()).or_default() += 1;
            for ((sender, receiver), _) in ours.races() {
                let kinds =
                    (ours.step_at(Role::Sender, sender), ours.step_at(Role::Receiver, receiver));
                races.insert((kinds.0.unwrap(), kinds.1.unwrap()));
            }
            for side in 0..2 {
                if !world.wires[side].is_empty() {
                    let mut delivered = world.clone();
                    delivered.deliver(side);
                    waiting.push(delivered);
                }
                if depth < DEPTH {
                    for kind in world.sides[side].view.choices(world.sides[side].role) {
                        let mut moved = world.clone();
                        assert!(moved.act(side, kind));
                        moves.insert((world.sides[side].role, kind));
                        next.push(moved);
                    }
                }
            }
        }
        layer = next;
    }
    println!(
        "{worlds} states, {} statuses, {} moves, {} races",
        statuses.len(),
        moves.len(),
        races.len()
    );
    for kind in EventKind::ALL.iter().filter(|k| **k != EventKind::Requested) {
        for role in [Role::Sender, Role::Receiver].into_iter().filter(|r| kind.by().allows(*r)) {
            assert!(moves.contains(&(role, *kind)), "{role:?} {kind:?} was never taken");
        }
    }
    for sender in SENDERS {
        for receiver in RECEIVERS.into_iter().filter(|r| race(sender, *r).is_some()) {
            assert!(races.contains(&(sender, receiver)), "{sender:?} never raced {receiver:?}");
        }
    }
    let reached: BTreeSet<TaskStatus> = statuses.keys().map(|s| s.task).collect();
    assert_eq!(reached.len(), TaskStatus::ALL.len(), "every status is reached");
}

#[derive(Clone, Debug)]
enum Move {
    Act(bool, usize),
    Deliver(bool, usize, bool),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act =
        (any::<bool>(), 0..EventKind::ALL.len()).prop_map(|(side, kind)| Move::Act(side, kind));
    let deliver = (any::<bool>(), 0..4usize, any::<bool>())
        .prop_map(|(side, which, keep)| Move::Deliver(side, which, keep));
    proptest::collection::vec(prop_oneof![act, deliver], 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn long_histories_converge(moves in moves()) {
        let mut world = World::new();
        for step in moves {
            match step {
                Move::Act(side, kind) => {
                    world.act(usize::from(side), EventKind::ALL[kind]);
                }
                Move::Deliver(side, which, keep) => {
                    let side = usize::from(side);
                    if let Some(event) = world.wires[side].get(which).cloned() {
                        world.sides[side].receive(event);
                        if !keep {
                            world.wires[side].remove(which);
                        }
                    }
                }
            }
        }
        let [ours, theirs] = world.drained(true);
        prop_assert_eq!(ours, theirs);
    }
}

fn begun() -> (Referral, ReferralLink) {
    let mut referral = Referral::new(ReferralId([3; 16]), SENDER, RECEIVER);
    let link = referral.decide(Role::Sender, EventKind::Requested).unwrap();
    referral.apply(Role::Sender, &link, EventKind::Requested, Digest([1; 32])).unwrap();
    (referral, link)
}

#[test]
fn a_forked_or_broken_chain_is_refused_by_name() {
    let (mut referral, link) = begun();
    let before = referral.clone();
    let mut refuse = |role, link: &ReferralLink, kind, rule: &str| {
        let refusal = referral.apply(role, link, kind, Digest([9; 32])).unwrap_err();
        assert_eq!(refusal.rule.id, rule);
        assert_eq!(referral, before, "a refusal changes nothing");
    };
    refuse(Role::Sender, &link, EventKind::Requested, "REF-06");
    let answer = before.decide(Role::Receiver, EventKind::Accepted).unwrap();
    let other_head = ReferralLink {
        other: answer.other.map(|h| ihala_envelope::ChainHead { digest: Digest([8; 32]), ..h }),
        ..answer.clone()
    };
    refuse(Role::Receiver, &other_head, EventKind::Accepted, "REF-07");
    let no_head = ReferralLink { other: None, ..answer.clone() };
    refuse(Role::Receiver, &no_head, EventKind::Accepted, "REF-02");
    let previous = ReferralLink { previous: Some(Digest([7; 32])), ..answer.clone() };
    refuse(Role::Receiver, &previous, EventKind::Accepted, "REF-07");
    let far = ReferralLink { position: 10_000, previous: Some(Digest([7; 32])), ..answer.clone() };
    refuse(Role::Receiver, &far, EventKind::Accepted, "REF-09");
    refuse(Role::Receiver, &answer, EventKind::Completed, "REF-05");
    refuse(Role::Receiver, &answer, EventKind::CancelConfirmed, "REF-05");
    refuse(Role::Receiver, &answer, EventKind::CancelRequested, "REF-04");
}

#[test]
fn the_tables_in_the_specification_are_those_in_the_code() {
    let spec = include_str!("../../spec/referral.md");
    for table in [render_table(), render_races()] {
        assert!(spec.contains(&table), "spec/referral.md should hold:\n{table}");
    }
}

/// The status depends on nothing that the printed table leaves out.
#[test]
fn the_status_table_is_total() {
    let mut seen = BTreeSet::new();
    for sender in SenderState::all() {
        for receiver in ReceiverState::all() {
            let said = status(sender, receiver);
            seen.insert(said.task);
            let withdrawn = sender.withdrawal as u8 > 0 || receiver.stopped;
            assert_eq!(said.withdrawn, withdrawn);
            let plain = SenderState { released: false, answered: false, ..sender };
            let bare = ReceiverState {
                asked: false,
                onward: false,
                erasure: ihala_protocol::referral::Erasure::No,
                ..receiver
            };
            let reduced = status(plain, bare);
            assert_eq!((said.task, said.business), (reduced.task, reduced.business));
        }
    }
    assert_eq!(seen.len(), TaskStatus::ALL.len());
}
