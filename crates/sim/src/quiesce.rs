//! The end of a run: everything heals, everything arrives, and then it must all fit.

use std::collections::BTreeSet;

use ihala_engine::{Answer, Command, Input};
use ihala_protocol::referral::{Erasure, Role, Withdrawal};

use crate::Violation;
use crate::cases::{self, NOTE};
use crate::tally::{Group, race_name, row_name, step_name};
use crate::template::HONEST;
use crate::world::{Known, World};

/// Rounds until everything must have arrived.
const ROUNDS: usize = 160;
/// Rounds that pass at least: clocks were wrong by two days at most.
const ROUNDS_MIN: usize = 52;
/// Seconds of a round.
const ROUND: u64 = 3_600;
/// Rules by which one honest agency may refuse another for good: a protocol replaced or
/// suspended meanwhile, content withheld meanwhile, a request that came another way before, one
/// under a consent that the receiver itself holds and knows to have ended, and
/// what belongs to a request that was refused for one of these.
const HONEST_REFUSALS: [&str; 6] = ["ISP-07", "ISP-08", "DEL-07", "POL-15", "REF-02", "CON-05"];
/// Answered envelopes that are sent once more.
const SENT_AGAIN: usize = 60;

fn violation(invariant: &'static str, detail: impl Into<String>) -> Result<(), Violation> {
    Err(Violation { invariant, detail: detail.into() })
}

impl World {
    /// Lets everything settle, then checks what must hold in the end.
    pub(crate) fn settle(&mut self) -> Result<(), Violation> {
        self.split.clear();
        for who in 0..HONEST {
            self.members[who].skew = 0;
            // Half of the runs go on without a restart: it would forgive what a process
            // has only in its memory.
            match self.restarts {
                true => self.restart(who),
                false => self.meet(who),
            }
        }
        let mut round = 0;
        while round < ROUNDS_MIN || self.is_busy() {
            if round == ROUNDS {
                return violation("no message is stuck", self.stuck());
            }
            self.round()?;
            round += 1;
        }
        self.check_referrals()?;
        self.check_erasure()?;
        self.check_book()?;
        self.check_answers()?;
        self.check_clock_rule()?;
        self.check_overdue()?;
        self.check_retention()?;
        (0..HONEST).for_each(|who| self.restart(who));
        for who in 0..HONEST {
            let report = self.members[who].audit();
            if !report.ok {
                return violation("the audit fits", report.findings.join("; "));
            }
        }
        Ok(())
    }

    fn round(&mut self) -> Result<(), Violation> {
        self.now = self.now.plus(ROUND);
        for who in 0..HONEST {
            self.handle(who, vec![Input::Tick])?;
        }
        while !self.wire.is_empty() {
            let envelope = self.wire.remove(0);
            self.deliver(&envelope, false)?;
        }
        Ok(())
    }

    /// Peers of an agency with something queued for them.
    fn queued(&mut self, who: usize) -> Vec<String> {
        let hostile = self.identities[crate::template::HOSTILE].id.to_string();
        let Ok(Answer::Status(status)) = self.ask(who, Command::Status) else { return vec![] };
        let waits = status.peers.into_iter().filter(|p| p.queued > 0 && p.agency.id != hostile);
        waits
            .map(|p| format!("{} to {}: {:?}", p.queued, p.agency.name, p.problem.map(|p| p.rule)))
            .collect()
    }

    fn is_busy(&mut self) -> bool {
        (0..HONEST).any(|who| !self.queued(who).is_empty())
    }

    fn stuck(&mut self) -> String {
        let all = (0..HONEST).flat_map(|who| {
            let name = self.identities[who].name;
            self.queued(who).into_iter().map(move |q| format!("{name}: {q}")).collect::<Vec<_>>()
        });
        all.collect::<Vec<_>>().join("; ")
    }

    /// Nothing lost, nothing doubled, one status on both sides, every order answered.
    fn check_referrals(&mut self) -> Result<(), Violation> {
        for known in self.referrals.clone() {
            let (sender, receiver) = (known.sender, known.receiver);
            let mut rows = Vec::new();
            let (folded, request) = self.observer.fold(
                known.id,
                (sender, &self.identities[sender]),
                (receiver, &self.identities[receiver]),
                |r| rows.push(row_name(r.sender_state(), r.receiver_state())),
            )?;
            rows.into_iter().for_each(|row| self.tally.count(Group::Row, row));
            for role in [Role::Sender, Role::Receiver] {
                for position in 1..=folded.len(role) {
                    let kind = folded.step_at(role, position).expect("a place of the chain");
                    self.tally.count(Group::Step, step_name(role, kind));
                }
            }
            for ((s, r), _) in folded.races() {
                let kinds = (folded.step_at(Role::Sender, s), folded.step_at(Role::Receiver, r));
                if let (Some(s), Some(r)) = kinds {
                    self.tally.count(Group::Race, race_name(s, r));
                }
            }
            let Some(ours) = self.show(sender, &known.id) else {
                return violation("no message is lost", "a sender has lost its referral");
            };
            for problem in ours.history.iter().filter_map(|e| e.problem.as_ref()) {
                self.tally.count(Group::Refusal, &problem.rule);
            }
            let refused = request.and_then(|m| self.observer.refused_rule(&m).map(str::to_owned));
            if let Some(rule) = refused {
                if !HONEST_REFUSALS.contains(&rule.as_str()) {
                    return violation("honest agencies understand one another", rule);
                }
                continue;
            }
            let Some(theirs) = self.show(receiver, &known.id) else {
                return violation("no message is lost", "a receiver does not have the referral");
            };
            let length = folded.len(Role::Sender) + folded.len(Role::Receiver);
            for (shown, name) in [(&ours, sender), (&theirs, receiver)] {
                let name = self.identities[name].name;
                if shown.history.len() != length as usize {
                    let told = format!("{name} has {} of {length} events", shown.history.len());
                    return violation("no message is lost or doubled", told);
                }
                if self.withdrawn.contains(&known.lineage) && !shown.row.status.withdrawn {
                    let told = format!("{name}, of {}", known.id.short());
                    return violation("a withdrawal reaches everyone", told);
                }
                if shown.row.status != folded.status() {
                    let told = format!("{name}: {:?}, not {:?}", shown.row.status, folded.status());
                    return violation("both sides show one status", told);
                }
            }
            let unanswered = folded.sender_state().withdrawal == Withdrawal::Erase
                && folded.receiver_state().erasure == Erasure::No;
            if unanswered {
                return violation(
                    "every agency answers an order to erase",
                    self.identities[receiver].name,
                );
            }
        }
        Ok(())
    }

    /// After the origin's order nobody can read anything of the case, with every key that
    /// is left, unless it answered that it keeps it.
    fn check_erasure(&mut self) -> Result<(), Violation> {
        if self.erased.is_empty() {
            return Ok(());
        }
        for who in 0..HONEST {
            for (key, case) in self.readable(who) {
                if self.erased.contains(&case) && !self.retains(who, &key) {
                    let told = format!("{} can still read case {case}", self.identities[who].name);
                    return violation("what was erased cannot be read", told);
                }
            }
        }
        Ok(())
    }

    /// The agency that ordered an erasure knows of everyone who had the data that they have
    /// answered, and how.
    fn check_book(&mut self) -> Result<(), Violation> {
        for case in self.erased.clone() {
            let origin = self.cases[case].origin;
            let all: Vec<_> = self.referrals.iter().filter(|r| r.case == case).cloned().collect();
            let Some(lineage) = all.first().map(|first| first.lineage) else { continue };
            let mut orders = Vec::new();
            for known in all.iter().filter(|r| r.sender == origin && r.lineage == lineage) {
                let Some(shown) = self.show(origin, &known.id) else { continue };
                if !shown.row.unanswered.is_empty() {
                    let told = shown.row.unanswered.iter().map(|a| a.name.clone());
                    let told = told.collect::<Vec<_>>().join(", ");
                    return violation("an order is known to be answered", told);
                }
                orders.extend(shown.orders);
            }
            for known in all.iter().filter(|r| r.lineage == lineage && r.receiver != origin) {
                let Some(theirs) = self.show(known.receiver, &known.id) else { continue };
                if theirs
                    .handovers
                    .iter()
                    .any(|a| a.id == self.identities[known.receiver].id.to_string())
                {
                    // It came back to whoever handed it on: that one answers its sender.
                    continue;
                }
                let id = self.identities[known.receiver].id.to_string();
                let destroyed = theirs.erased.is_some();
                let told = orders.iter().any(|order| {
                    order.agency.id == id
                        && (destroyed || order.answer.as_deref() != Some("Destroyed"))
                });
                if !told {
                    let name = self.identities[known.receiver].name;
                    let told = format!("{name}, of {}", known.id.short());
                    return violation("whoever orders an erasure knows who had the data", told);
                }
            }
        }
        Ok(())
    }

    /// What an agency can read of the cases, in its store and in old pages of it: the keys,
    /// and the cases that their values tell of.
    fn readable(&mut self, who: usize) -> BTreeSet<(Vec<u8>, usize)> {
        let member = &mut self.members[who];
        let mut values = member.read_old_pages();
        for key in member.disk.keys() {
            let value = member.read(&key);
            values.extend(value.map(|value| (key, value)));
        }
        let mut readable = BTreeSet::new();
        for (key, value) in values {
            for (number, field) in cases::markers_in(&value) {
                let case = match field {
                    NOTE => self.referrals.get(number).map(|r| r.case),
                    _ => Some(number),
                };
                readable.extend(case.map(|case| (key.clone(), case)));
            }
        }
        readable
    }

    /// Whether what stands under a key belongs to a referral that its receiver has answered
    /// to keep, and keeps.
    fn retains(&mut self, who: usize, key: &[u8]) -> bool {
        let Some(known) = self.referral_of(key).filter(|r| r.receiver == who) else { return false };
        self.show(who, &known.id).is_some_and(|shown| {
            shown.erased.is_none() && shown.history.iter().any(|e| e.step == "retained")
        })
    }

    /// The referral in whose keys a value stands.
    fn referral_of(&self, key: &[u8]) -> Option<Known> {
        let id = key.get(1..17)?;
        self.referrals.iter().find(|r| r.id.as_bytes() == id).cloned()
    }

    /// Nothing is destroyed because one clock says so.
    fn check_clock_rule(&mut self) -> Result<(), Violation> {
        for who in 0..HONEST {
            let mut alone = self.members[who].copy();
            alone.skew = 400 * 86_400;
            let _ = alone.handle(vec![Input::Tick], self.now);
            for known in self.referrals.clone() {
                let show = Command::Show { referral: known.id.to_string() };
                let Some(before) = self.show(who, &known.id) else { continue };
                let after = alone.ask(show, self.now);
                let gone = matches!(after, Ok(Answer::Referral(shown)) if shown.erased.is_some());
                // Of a legal basis that has ended the others may have said enough by now.
                if gone && before.erased.is_none() && before.hold.is_none() {
                    let name = self.identities[who].name;
                    return violation("a clock that jumps destroys nothing", name);
                }
            }
        }
        Ok(())
    }

    /// When retention and every legal basis are over, and peers agree on the time, what was
    /// received is gone, and so is what was sent on of it.
    fn check_retention(&mut self) -> Result<(), Violation> {
        self.now = self.now.plus(70 * 86_400);
        for who in 0..HONEST {
            for peer in Self::partners(who) {
                let agency = self.identities[peer].id.to_string();
                self.command(who, Command::Checkpoint { agency })?;
            }
        }
        self.round()?;
        for _ in 0..2 {
            self.now = self.now.plus(86_400);
            self.round()?;
        }
        for who in 0..HONEST {
            for (key, _) in self.readable(who) {
                let Some(known) = self.referral_of(&key) else { continue };
                let concerned = match known.parent.filter(|_| known.sender == who) {
                    Some(parent) if !known.own_consent => parent,
                    _ if known.receiver == who => known.id,
                    _ => continue,
                };
                let Some(shown) = self.show(who, &concerned) else { continue };
                if !shown.row.status.task.is_open() {
                    let told = format!("{} keeps {}", self.identities[who].name, known.id.short());
                    return violation("data goes when its time is over", told);
                }
            }
        }
        Ok(())
    }

    /// Whatever was receipted is known: it gets the same answer again.
    fn check_answers(&mut self) -> Result<(), Violation> {
        let answered = std::mem::take(&mut self.answered);
        let step = (answered.len() / SENT_AGAIN).max(1);
        for envelope in answered.iter().step_by(step) {
            self.deliver(envelope, false)?;
        }
        Ok(())
    }

    /// A sender is never left without an answer or an overdue mark.
    fn check_overdue(&mut self) -> Result<(), Violation> {
        self.now = self.now.plus(40 * 86_400);
        for _ in 0..2 {
            self.round()?;
        }
        for known in self.referrals.clone() {
            let Some(shown) = self.show(known.sender, &known.id) else { continue };
            let row = &shown.row;
            let left = row.status.task.is_open()
                && !row.status.waiting_for_sender
                && row.problem.is_none()
                && row.overdue.is_none();
            if left {
                return violation("a sender has an answer or an overdue mark", row.id.clone());
            }
        }
        Ok(())
    }
}
