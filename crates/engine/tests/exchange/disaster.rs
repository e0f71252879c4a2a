//! Random lives of three agencies, one of which loses its disk with messages under way and is
//! restored from a backup of some earlier moment.
//!
//! `IHALA_LIVES=5000 cargo test -p ihala-engine --test exchange disaster` plays more of them;
//! `IHALA_LIFE=17` that one alone.

use std::collections::BTreeSet;

use ihala_engine::{Answer, Command, Input, Output, Refer, Step};
use ihala_protocol::referral::EventKind;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::Value;

use crate::world::{CENTRE, CLINIC, Envelope, FORM, HOSPITAL, ISP, Snapshot, World};

/// Lives that every run plays.
const LIVES: u64 = 100;
/// Moves of a life before the loss, at most.
const MOVES: usize = 60;
/// Moves after it, while the recovery goes on, at most.
const AFTER: usize = 40;

/// A person's case: its referrals, and the agencies that have carried out the order to erase it.
#[derive(Default)]
struct Case {
    referrals: Vec<(String, usize, usize)>,
    ordered: bool,
}

struct Life {
    world: World,
    rng: ChaCha8Rng,
    cases: Vec<Case>,
    /// Who loses its disk.
    lost: usize,
}

/// A step of a referral, as it reads in its history: what, and who.
type Steps = BTreeSet<(String, String)>;

impl Life {
    fn new(seed: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let two_stages = rng.next_u32() & 1 == 1;
        let isp = if two_stages { ISP.replace("single_stage = true\n", "") } else { ISP.into() };
        let lost = usize::try_from(rng.next_u32()).unwrap() % 3;
        Self { world: World::with_hospital(&isp), rng, cases: Vec::new(), lost }
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.rng.next_u32()).unwrap() % end.max(1)
    }

    /// What nobody but the person's own case says.
    fn marker(case: usize) -> String {
        format!("0555 000 {case:04}")
    }

    fn form(case: usize) -> String {
        FORM.replace("0555 000 00 00", &Self::marker(case)).replace("K-1", &format!("K-{case}"))
    }

    /// A command that may be refused; what follows from it is under way then.
    fn tries(&mut self, who: usize, command: Command) -> Option<Value> {
        let now = self.world.now;
        let (answer, outputs) = self.world.agencies[who].ask_at(command, now).ok()?;
        self.world.send(who, outputs);
        Some(serde_json::to_value(answer).unwrap())
    }

    fn plays(&mut self) {
        match self.below(100) {
            0..10 => self.refers(),
            10..55 => self.steps(),
            55..61 => self.refers_onward(),
            61..67 => self.withdraws(),
            67..96 => self.delivers(),
            96 => self.restarts(),
            97 => self.rotates(),
            _ => {
                let seconds = [60, 3_600, 86_400][self.below(3)];
                self.world.now = self.world.now.plus(seconds);
                for who in 0..3 {
                    let now = self.world.now;
                    let outputs = self.world.agencies[who].handle(vec![Input::Tick], now).unwrap();
                    self.world.send(who, outputs);
                }
            }
        }
    }

    fn refers(&mut self) {
        let case = self.cases.len();
        let clinic = self.world.agencies[CLINIC].id.to_string();
        let toml = format!(
            "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
             \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = 2026-12-01\n\
             case_code = \"K-{case}\"\npurposes = [\"service-provision\"]\nonward = true\n\
             [[recipient]]\nagency = \"{clinic}\"\n\
             fields = [\"request\", \"person\", \"background\", \"feedback\"]"
        );
        let Some(consent) = self.tries(CENTRE, Command::ConsentRecord { toml }) else { return };
        let refer = Refer {
            form: Self::form(case),
            to: vec![clinic],
            consent: consent["id"].as_str().unwrap().into(),
            ..Refer::default()
        };
        let Some(made) = self.tries(CENTRE, Command::Refer(refer)) else { return };
        let id = made["referrals"][0]["id"].as_str().unwrap().to_owned();
        self.cases.push(Case { referrals: vec![(id, CENTRE, CLINIC)], ordered: false });
    }

    /// Some referral, the newest most often.
    fn some(&mut self) -> Option<(usize, (String, usize, usize))> {
        let back = self.below(3);
        let case = self.cases.len().checked_sub(1 + back.min(self.cases.len().max(1) - 1))?;
        let which = self.below(self.cases[case].referrals.len());
        Some((case, self.cases[case].referrals[which].clone()))
    }

    fn steps(&mut self) {
        let Some((_, (id, sender, receiver))) = self.some() else { return };
        let who = [sender, receiver][self.below(2)];
        let Some(shown) = self.tries(who, Command::Show { referral: id.clone() }) else { return };
        let next = shown["next_steps"].as_array().unwrap();
        if next.is_empty() {
            return;
        }
        let name = next[self.below(next.len())].as_str().unwrap();
        let Some(kind) = EventKind::by_name(name) else { return };
        let step = Step {
            code: kind
                .shape()
                .code
                .map(|list| list.codes[self.below(list.codes.len())].name.into()),
            note: matches!(kind, EventKind::Answered | EventKind::Completed)
                .then(|| "As was said.".into()),
            at: (kind == EventKind::Scheduled).then(|| "2026-08-01T10:00".into()),
            safe_contact: kind == EventKind::Accepted,
            fields: match kind {
                EventKind::Asked => vec!["person.phone".into()],
                _ => Vec::new(),
            },
            ..Step::plain(id, kind)
        };
        self.tries(who, Command::Step(step));
    }

    fn refers_onward(&mut self) {
        let Some((case, (id, CENTRE, _))) = self.some() else { return };
        let refer = Refer {
            form: Self::form(case),
            to: vec!["hospital".into()],
            onward_of: Some(id),
            ..Refer::default()
        };
        let Some(made) = self.tries(CLINIC, Command::Refer(refer)) else { return };
        let id = made["referrals"][0]["id"].as_str().unwrap().to_owned();
        self.cases[case].referrals.push((id, CLINIC, HOSPITAL));
    }

    fn withdraws(&mut self) {
        let Some((case, _)) = self.some() else { return };
        let (consent, ..) = self.cases[case].referrals[0].clone();
        let withdraw =
            Command::Withdraw { consent, from: None, erase: true, confirmed: true, language: None };
        if self.tries(CENTRE, withdraw).is_some() {
            self.cases[case].ordered = true;
        }
    }

    /// Something arrives; sometimes its reply is lost, or itself.
    fn delivers(&mut self) {
        if self.world.wire.is_empty() {
            return;
        }
        let at = self.below(self.world.wire.len().min(4));
        let envelope = self.world.wire.remove(at);
        match self.below(10) {
            0 => self.loses_on_the_way(&envelope, true),
            1 => self.loses_on_the_way(&envelope, false),
            _ => drop(self.world.deliver(&envelope)),
        }
    }

    /// An envelope or its reply is lost.
    fn loses_on_the_way(&mut self, envelope: &Envelope, arrives: bool) {
        let now = self.world.now;
        if arrives {
            let input = Input::Received { token: 7, bytes: envelope.bytes.clone() };
            let mut outputs = self.world.agencies[envelope.to].handle(vec![input], now).unwrap();
            outputs.retain(|output| !matches!(output, Output::Reply { .. }));
            self.world.send(envelope.to, outputs);
        }
        let to = self.world.agencies[envelope.to].id;
        let failed = Input::SendFailed { to, message: envelope.message };
        let outputs = self.world.agencies[envelope.from].handle(vec![failed], now).unwrap();
        self.world.send(envelope.from, outputs);
    }

    /// A node is stopped and started again, and finds its peers.
    fn restarts(&mut self) {
        let who = self.below(3);
        self.world.agencies[who].restart();
        let others = (0..3).filter(|other| *other != who);
        let nodes = others.map(|other| self.world.agencies[other].transport.clone());
        let inputs = nodes.map(Input::PeerUp).collect();
        let now = self.world.now;
        let outputs = self.world.agencies[who].handle(inputs, now).unwrap();
        self.world.send(who, outputs);
    }

    /// An agency replaces its card; not the one whose backup would be of no use then.
    fn rotates(&mut self) {
        let who = self.below(3);
        if who == self.lost {
            return;
        }
        self.world.agencies[who].restart();
        self.world.agencies[who].rotate(self.world.now);
        self.world.agencies[who].restart();
        if self.below(2) == 0 {
            self.meets(who);
        }
    }

    /// The disk is gone, and what was under way from it and to it, or some of that.
    fn loses(&mut self, who: usize, backup: Snapshot) {
        let now = self.world.now;
        self.world.agencies[who].restore(backup, now);
        if self.below(2) == 0 {
            let concerned = |envelope: &mut Envelope| envelope.from == who || envelope.to == who;
            let gone: Vec<Envelope> = self.world.wire.extract_if(.., concerned).collect();
            for envelope in gone.iter().filter(|envelope| envelope.to == who) {
                self.loses_on_the_way(envelope, false);
            }
        }
    }

    fn meets(&mut self, who: usize) {
        for other in (0..3).filter(|other| *other != who) {
            if one_knows_the_other(other, who) {
                self.world.meet(other, who);
                self.world.meet(who, other);
            }
        }
    }

    fn settles(&mut self) {
        for _ in 0..6 {
            (0..3).for_each(|who| self.meets(who));
            self.world.deliver_all();
            for _ in 0..4 {
                self.world.wait(61);
            }
        }
    }

    /// What somebody has in the history of a referral; nothing if it is not known there.
    fn history(&mut self, who: usize, id: &str) -> Option<(Value, Steps)> {
        let show = Command::Show { referral: id.into() };
        let (Answer::Referral(shown), _) = self.world.agencies[who].ask(show).ok()? else {
            return None;
        };
        let shown = serde_json::to_value(shown).unwrap();
        let steps = shown["history"].as_array().unwrap().iter().map(|entry| {
            let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            (format!("{} {}", text("step"), text("at")), entry["by"]["id"].to_string())
        });
        let steps = steps.collect();
        Some((shown, steps))
    }
}

fn one_knows_the_other(one: usize, other: usize) -> bool {
    one.min(other) != CENTRE || one.max(other) != HOSPITAL
}

/// Who is lost when: the same for a seed, whatever is played.
fn live(seed: u64) {
    let mut life = Life::new(seed);
    let who = life.lost;
    let moves = life.below(MOVES) + 5;
    let made = life.below(moves);
    let mut backup = None;
    for step in 0..moves {
        if step == made {
            backup = Some(life.world.agencies[who].snapshot());
        }
        life.plays();
    }
    if life.below(2) == 0 {
        // Where it hurts most.
        life.withdraws();
        (0..life.below(8)).for_each(|_| life.delivers());
    }
    let all: Vec<_> = life.cases.iter().flat_map(|case| case.referrals.clone()).collect();
    // What the others have, and what they have erased: it must not be less in the end.
    let mut before = Vec::new();
    for (id, sender, receiver) in &all {
        for other in [*sender, *receiver] {
            if other != who
                && let Some((_, steps)) = life.history(other, id)
            {
                before.push((other, id.clone(), steps));
            }
        }
    }
    let mut erased = Vec::new();
    for case in 0..life.cases.len() {
        let (id, ..) = life.cases[case].referrals[0].clone();
        let told = [CENTRE, CLINIC].into_iter().filter(|other| *other != who).any(|other| {
            life.history(other, &id).is_some_and(|(shown, _)| !shown["erased"].is_null())
        });
        if life.cases[case].ordered && told {
            erased.push(case);
        }
    }
    life.loses(who, backup.unwrap());
    life.meets(who);
    for _ in 0..life.below(AFTER) {
        life.plays();
    }
    if life.below(4) == 0 {
        // Again, before the others have told everything, perhaps.
        let backup = life.world.agencies[who].snapshot();
        (0..life.below(10)).for_each(|_| life.plays());
        life.loses(who, backup);
        life.meets(who);
        (0..life.below(10)).for_each(|_| life.plays());
    }
    life.settles();

    for (other, id, steps) in before {
        let (_, after) = life.history(other, &id).expect("nobody loses a referral");
        assert!(after.is_superset(&steps), "life {seed}: {other} has lost steps of {id}");
    }
    for (id, sender, receiver) in &all {
        let (one, other) = (life.history(*sender, id), life.history(*receiver, id));
        match (one, other) {
            (Some((one, ones)), Some((other, others))) => {
                assert_eq!(one["status"], other["status"], "life {seed}: {id}\n{one}\n{other}");
                assert_eq!(ones, others, "life {seed}: {id}");
            }
            // It never left the disk that was lost, or was not taken.
            (Some((one, _)), None) => {
                let queued = one["history"][0]["problem"].is_null();
                assert!(!queued, "life {seed}: {id} is at its sender alone: {one}");
            }
            (None, Some(_)) => panic!("life {seed}: {id} is at its receiver alone"),
            (None, None) => {}
        }
    }
    for case in erased {
        for agency in 0..3 {
            let told = life.world.agencies[agency].can_read(&Life::marker(case));
            assert!(!told, "life {seed}: {agency} can still read case {case}");
        }
    }
    for agency in 0..3 {
        let status = life.world.agencies[agency].json(Command::Status);
        assert_eq!(status["alarms"].as_array().unwrap().len(), 0, "life {seed}: {status}");
    }
    for agency in 0..3 {
        let status = life.world.agencies[agency].json(Command::Status);
        let queued = life.world.queued(agency);
        assert_eq!(queued, 0, "life {seed}: {agency} has something queued: {status}");
    }
    life.world.assert_audits();
}

#[test]
fn whatever_happens_before_and_after_a_disk_is_lost_both_sides_agree_in_the_end() {
    if let Ok(seed) = std::env::var("IHALA_LIFE") {
        return live(seed.parse().unwrap());
    }
    let lives = std::env::var("IHALA_LIVES").map_or(LIVES, |lives| lives.parse().unwrap());
    (0..lives).for_each(live);
}
