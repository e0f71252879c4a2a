//! Whatever the order of arrival, both sides come to one status.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use ihala_envelope::{AgencyId, Digest, ReferralId, ReferralLink};
use ihala_protocol::referral::{
    Applied, EventKind, Progress, ReceiverState, Referral, Role, SenderState, render_table, status,
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

#[derive(Clone, Debug)]
enum Move {
    Act(bool, usize),
    Deliver(bool, usize, bool),
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let act = (any::<bool>(), 0..9usize).prop_map(|(side, kind)| Move::Act(side, kind));
    let deliver = (any::<bool>(), 0..4usize, any::<bool>())
        .prop_map(|(side, which, keep)| Move::Deliver(side, which, keep));
    proptest::collection::vec(prop_oneof![act, deliver], 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_sides_converge(moves in moves()) {
        let mut sides = [Side::new(Role::Sender), Side::new(Role::Receiver)];
        let mut wires: [Vec<Signed>; 2] = [vec![], vec![]];
        wires[1].push(sides[0].act(EventKind::Requested).unwrap());
        for step in moves {
            match step {
                Move::Act(side, kind) => {
                    let side = usize::from(side);
                    let event = sides[side].act(EventKind::ALL[kind]);
                    wires[1 - side].extend(event);
                }
                Move::Deliver(side, which, keep) => {
                    let side = usize::from(side);
                    if let Some(event) = wires[side].get(which).cloned() {
                        sides[side].receive(event);
                        if !keep {
                            wires[side].remove(which);
                        }
                    }
                }
            }
        }
        for side in 0..2 {
            for event in std::mem::take(&mut wires[side]).into_iter().rev() {
                sides[side].receive(event);
            }
            prop_assert!(sides[side].held.is_empty());
        }
        prop_assert_eq!(&sides[0].view, &sides[1].view);
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
fn the_table_in_the_specification_is_the_one_in_the_code() {
    let spec = include_str!("../../spec/referral.md");
    assert!(spec.contains(&render_table()), "spec/referral.md should hold:\n{}", render_table());
}

#[test]
fn the_status_table_names_every_status() {
    let mut seen = BTreeSet::new();
    for sender in SenderState::ALL {
        for progress in Progress::ALL {
            for cancel_refused in [false, true] {
                seen.insert(status(sender, ReceiverState { progress, cancel_refused }).task);
            }
        }
    }
    assert_eq!(seen.len(), ihala_protocol::referral::TaskStatus::ALL.len());
}
