//! The world: agencies, what is under way between them, and what is checked after
//! every event.

use std::collections::{BTreeMap, BTreeSet};

use ihala_engine::{Answer, Command, Failure, Input, Output};
use ihala_envelope::{MessageId, ReferralId, Timestamp};
use ihala_protocol::referral::EventKind;

use crate::Violation;
use crate::bugs::Bug;
use crate::cases::{self, Case, NOTE, Need};
use crate::hostile::Hostile;
use crate::member::{Identity, Member, answer, request};
use crate::observer::Observer;
use crate::tally::{Group, Tally};
use crate::template::{self, HONEST, HOSTILE, PAIRS, START, VICTIM};

/// An envelope under way.
#[derive(Clone)]
pub(crate) struct Envelope {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) message: MessageId,
    pub(crate) bytes: Vec<u8>,
    pub(crate) sent: Timestamp,
}

/// A referral that an agency made.
#[derive(Clone)]
pub(crate) struct Known {
    pub(crate) id: ReferralId,
    pub(crate) case: usize,
    pub(crate) sender: usize,
    pub(crate) receiver: usize,
    /// The referral that it continues.
    pub(crate) parent: Option<ReferralId>,
    /// Made onward under a consent of the middle agency's own.
    pub(crate) own_consent: bool,
    /// The same for all that goes by way of one consent.
    pub(crate) lineage: usize,
}

/// A protocol between two agencies.
#[derive(Clone)]
pub(crate) struct Protocol {
    pub(crate) id: String,
    pub(crate) version: u32,
    /// The next version, signed by one.
    pub(crate) proposed: Option<String>,
}

pub(crate) struct World {
    pub(crate) members: Vec<Member>,
    pub(crate) identities: Vec<Identity>,
    pub(crate) hostile: Hostile,
    pub(crate) now: Timestamp,
    pub(crate) wire: Vec<Envelope>,
    pub(crate) split: BTreeSet<(usize, usize)>,
    pub(crate) cases: Vec<Case>,
    pub(crate) referrals: Vec<Known>,
    pub(crate) consents: BTreeMap<usize, String>,
    /// Receivers that have taken on the obligations of the second stage.
    pub(crate) promised: BTreeSet<ReferralId>,
    pub(crate) protocols: Vec<Protocol>,
    /// Whether every node starts anew before the end.
    pub(crate) restarts: bool,
    /// Lineages that somebody has withdrawn as a whole.
    pub(crate) withdrawn: BTreeSet<usize>,
    /// Cases whose origin has ordered the erasure of everything.
    pub(crate) erased: BTreeSet<usize>,
    /// Envelopes that have their final answer, to be sent once more in the end.
    pub(crate) answered: Vec<Envelope>,
    pub(crate) observer: Observer,
    /// What broke where nobody could be told at once: while a node started again.
    pub(crate) broken: Option<Violation>,
    pub(crate) tally: Tally,
    pub(crate) bug: Option<Bug>,
}

impl World {
    pub(crate) fn new(seed: u64, bug: Option<Bug>) -> Self {
        let template = template::get();
        let members = (0..HONEST)
            .map(|i| Member::of(&template.identities[i], template.images[i].clone(), bug, seed))
            .collect();
        let mut world = Self {
            members,
            identities: template.identities.clone(),
            hostile: Hostile::new(seed),
            now: START,
            wire: Vec::new(),
            split: BTreeSet::new(),
            cases: Vec::new(),
            referrals: Vec::new(),
            consents: BTreeMap::new(),
            promised: BTreeSet::new(),
            protocols: template
                .isps
                .iter()
                .map(|isp| Protocol { id: isp.to_string(), version: 1, proposed: None })
                .collect(),
            restarts: seed.is_multiple_of(2),
            withdrawn: BTreeSet::new(),
            erased: BTreeSet::new(),
            answered: Vec::new(),
            observer: Observer::default(),
            broken: None,
            tally: Tally::default(),
            bug,
        };
        for who in 0..HONEST {
            world.meet(who);
        }
        world
    }

    /// Agencies that share a protocol with this one.
    pub(crate) fn partners(who: usize) -> Vec<usize> {
        let of = |(one, other): &(usize, usize)| match who {
            w if w == *one => Some(*other),
            w if w == *other => Some(*one),
            _ => None,
        };
        PAIRS.iter().filter_map(of).filter(|p| *p != HOSTILE).collect()
    }

    pub(crate) fn are_split(&self, one: usize, other: usize) -> bool {
        self.split.contains(&(one.min(other), one.max(other)))
    }

    /// Tells an agency whom it can reach.
    pub(crate) fn meet(&mut self, who: usize) {
        let peers = Self::partners(who).into_iter().filter(|p| !self.are_split(who, *p));
        let hostile = (who == VICTIM).then_some(HOSTILE);
        let inputs: Vec<Input> = peers
            .chain(hostile)
            .map(|p| Input::PeerUp(self.identities[p].transport.clone()))
            .collect();
        let Ok(outputs) = self.members[who].handle(inputs, self.now) else {
            self.tally.count(Group::Fault, "disk failure");
            return self.restart(who);
        };
        if let Err(violation) = self.settle_outputs(who, &outputs) {
            self.broken.get_or_insert(violation);
        }
    }

    /// Hands inputs to an agency and checks what comes out. `None` if its process ended.
    pub(crate) fn handle(
        &mut self,
        who: usize,
        inputs: Vec<Input>,
    ) -> Result<Option<Vec<Output>>, Violation> {
        let counted = inputs.iter().filter(|i| !matches!(i, Input::Tick)).count();
        self.tally.events += counted as u64;
        match self.members[who].handle(inputs, self.now) {
            Ok(outputs) => {
                self.settle_outputs(who, &outputs)?;
                Ok(Some(outputs))
            }
            Err(_) => {
                self.tally.count(Group::Fault, "disk failure");
                self.restart(who);
                Ok(None)
            }
        }
    }

    /// Checks what came out, and puts it under way.
    pub(crate) fn settle_outputs(
        &mut self,
        who: usize,
        outputs: &[Output],
    ) -> Result<(), Violation> {
        self.check(who, outputs)?;
        self.release(who, outputs)
    }

    /// Power goes and comes back.
    pub(crate) fn restart(&mut self, who: usize) {
        if self.members[who].restart() {
            self.tally.count(Group::Fault, "lost unsynced writes");
        }
        self.meet(who);
    }

    /// One command of a caseworker. `None` if the process ended over it.
    pub(crate) fn command(
        &mut self,
        who: usize,
        command: Command,
    ) -> Result<Option<Result<Answer, Failure>>, Violation> {
        let outputs = self.handle(who, vec![request(command)])?;
        let answered = outputs.map(|outputs| answer(&outputs));
        if let Some(Err(Failure::Refused { refusal, .. })) = &answered {
            self.tally.count(Group::Refusal, refusal.rule.id);
        }
        Ok(answered)
    }

    /// A question; it changes nothing and is not counted.
    pub(crate) fn ask(&mut self, who: usize, command: Command) -> Result<Answer, Failure> {
        self.members[who].ask(command, self.now)
    }

    pub(crate) fn show(
        &mut self,
        who: usize,
        id: &ReferralId,
    ) -> Option<Box<ihala_engine::views::Referral>> {
        match self.ask(who, Command::Show { referral: id.to_string() }) {
            Ok(Answer::Referral(shown)) => Some(shown),
            _ => None,
        }
    }

    /// What must hold after every event.
    fn check(&mut self, who: usize, outputs: &[Output]) -> Result<(), Violation> {
        let speaks = outputs.iter().any(|o| {
            matches!(o, Output::Answer { .. } | Output::Reply { .. } | Output::Send { .. })
        });
        if speaks && self.members[who].disk.is_unsynced() {
            return Err(Violation {
                invariant: "persist before send",
                detail: self.identities[who].name.into(),
            });
        }
        for key in self.members[who].disk.written() {
            let Some(value) = self.members[who].read(&key) else { continue };
            for (case, field) in cases::markers_in(&value) {
                if !self.may_hold(who, case, field) {
                    return Err(Violation {
                        invariant: "no agency holds what the table does not give it",
                        detail: format!("{} holds field {field}", self.identities[who].name),
                    });
                }
            }
        }
        Ok(())
    }

    /// The marker table.
    pub(crate) fn may_hold(&self, who: usize, case: usize, field: u16) -> bool {
        if field == NOTE {
            // A note's number is that of its referral: it goes no further.
            let of = self.referrals.get(case);
            return of.is_some_and(|r| {
                self.cases[r.case].may_go(NOTE, true) && (r.sender == who || r.receiver == who)
            });
        }
        let Some(of) = self.cases.get(case) else { return false };
        let mut referrals = self.referrals.iter().filter(|r| r.case == case);
        if of.origin == who {
            return true;
        }
        referrals.any(|r| {
            let promised = of.need == Need::Legal || self.promised.contains(&r.id);
            let came = r.sender == of.origin
                || (of.onward && r.sender != who && self.may_hold_before(r, case, field));
            r.receiver == who && of.may_go(field, promised) && came
        })
    }

    /// Whether the sender of an onward referral may hold the field by one made before.
    fn may_hold_before(&self, onward: &Known, case: usize, field: u16) -> bool {
        let place = self.referrals.iter().position(|r| r.id == onward.id).unwrap_or(0);
        let of = &self.cases[case];
        self.referrals[..place].iter().filter(|r| r.case == case).any(|r| {
            let promised = of.need == Need::Legal || self.promised.contains(&r.id);
            let came = r.sender == of.origin || self.may_hold_before(r, case, field);
            r.receiver == onward.sender && of.may_go(field, promised) && came
        })
    }

    /// Puts what an agency sends under way.
    pub(crate) fn release(&mut self, who: usize, outputs: &[Output]) -> Result<(), Violation> {
        for output in outputs {
            let Output::Send { to, message, bytes, .. } = output else { continue };
            let to = self.identities.iter().position(|i| i.id == *to).expect("a member");
            let from = (who, &self.identities[who]);
            self.observer.sent(from, &self.identities[to], bytes)?;
            if self.bug == Some(Bug::OutboxClearedEarly) {
                self.clear_queue(who, to);
            }
            self.wire.push(Envelope {
                from: who,
                to,
                message: *message,
                bytes: bytes.clone(),
                sent: self.now,
            });
        }
        Ok(())
    }

    fn clear_queue(&mut self, who: usize, to: usize) {
        let prefix = [b"Q", self.identities[to].id.as_bytes().as_slice()].concat();
        let keys = self.members[who].disk.keys();
        for key in keys.into_iter().filter(|key| key.starts_with(&prefix)) {
            self.members[who].disk.remove(key);
        }
    }

    /// An envelope arrives. The reply goes back unless it is lost.
    pub(crate) fn deliver(
        &mut self,
        envelope: &Envelope,
        lose_reply: bool,
    ) -> Result<(), Violation> {
        let Envelope { from, to, message, bytes, .. } = envelope.clone();
        let failed = Input::SendFailed { to: self.identities[to].id, message };
        if to == HOSTILE {
            return self.lie(&envelope.clone());
        }
        let first = !self.observer.is_answered(&message);
        let outputs = self.handle(to, vec![Input::Received { token: 7, bytes }])?;
        let reply = outputs.into_iter().flatten().find_map(|o| match o {
            Output::Reply { token: 7, bytes } => Some(bytes),
            _ => None,
        });
        let Some(reply) = reply else { return self.handle(from, vec![failed]).map(drop) };
        let refused = self.observer.replied(&message, &reply)?;
        if let Some(rule) = &refused {
            self.tally.count(Group::Refusal, rule);
        }
        let step = self.observer.message(&message).and_then(|seen| seen.step);
        if first && refused.is_none() {
            self.arrived(to, step)?;
            self.answered.push(envelope.clone());
        }
        let back = match lose_reply {
            true => {
                self.tally.count(Group::Fault, "reply lost");
                failed
            }
            false => Input::Replied { to: self.identities[to].id, message, bytes: reply },
        };
        self.handle(from, vec![back]).map(drop)
    }

    /// A message was stored for the first time.
    fn arrived(
        &mut self,
        who: usize,
        step: Option<(ReferralId, EventKind)>,
    ) -> Result<(), Violation> {
        match step {
            Some((id, EventKind::Stopped | EventKind::ErasureOrdered)) => {
                self.observer.stop(who, id);
                Ok(())
            }
            Some((id, EventKind::Requested)) => self.check_clock(who, &id),
            _ => Ok(()),
        }
    }

    /// Deadlines are counted by our own clock, from when the referral came.
    fn check_clock(&mut self, who: usize, id: &ReferralId) -> Result<(), Violation> {
        let Some(known) = self.referrals.iter().find(|r| r.id == *id) else { return Ok(()) };
        let hours = match self.cases[known.case].urgency {
            "emergency" => 1,
            "urgent" => 24,
            _ => 72,
        };
        let now = Timestamp(self.now.0.saturating_add_signed(self.members[who].skew));
        let Some(shown) = self.show(who, id) else { return Ok(()) };
        let due = shown.due.iter().find(|d| d.clock == "acknowledge").map(|d| d.by.0);
        if due.is_some_and(|due| due != now.plus(hours * 3_600)) {
            return Err(Violation {
                invariant: "deadlines are counted by one's own clock",
                detail: format!("{} counts from another time", self.identities[who].name),
            });
        }
        Ok(())
    }
}
