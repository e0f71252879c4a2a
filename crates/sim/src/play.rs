//! Playing moves.

use ihala_engine::{Answer, Command, Failure, Input, Refer, Step};
use ihala_envelope::ReferralId;
use ihala_protocol::FieldId;
use ihala_protocol::codes::CodeList;
use ihala_protocol::letter::Change;
use ihala_protocol::referral::EventKind;
use ihala_protocol::{date, fields};

use crate::cases::{Agreed, CLAUSES, Case, NOTE, Need, marker};
use crate::moves::Move;
use crate::tally::Group;
use crate::template::{self, HONEST, PAIRS};
use crate::world::{Known, Protocol, World};
use crate::{Violation, cases};

impl World {
    /// Plays one move. What makes no sense now is left out.
    pub(crate) fn play(&mut self, one: &Move) -> Result<(), Violation> {
        match *one {
            Move::Refer { origin, to, kind } => self.refer(origin, to, kind),
            Move::Step { referral, side, choice, more } => {
                let Some((who, known)) = self.party(referral, side) else { return Ok(()) };
                let Some(shown) = self.show(who, &known.id) else { return Ok(()) };
                // What ends a referral is rare, or nothing else would ever come to pass.
                let ends = ["mark-error", "cancel", "decline", "drop", "complete", "nudge"];
                let steps = shown.next_steps.into_iter();
                let steps: Vec<_> = match more & 0xc0 {
                    0 => steps.collect(),
                    _ => steps.filter(|step| !ends.contains(step)).collect(),
                };
                if steps.is_empty() {
                    return Ok(());
                }
                let command = steps[usize::from(choice) % steps.len()];
                let kind = EventKind::by_command(command).expect("a step that was offered");
                self.step(who, &known, kind, more)
            }
            Move::Try { referral, side, kind, more } => {
                let Some((who, known)) = self.party(referral, side) else { return Ok(()) };
                let kinds: Vec<_> =
                    EventKind::ALL.iter().filter(|k| **k != EventKind::Requested).collect();
                self.step(who, &known, *kinds[usize::from(kind) % kinds.len()], more)
            }
            Move::Onward { referral, to, again } => self.onward(referral, to, again),
            Move::Withdraw { referral, side, erase, only_there } => {
                self.withdraw(referral, side, erase, only_there)
            }
            Move::Retain { referral } => {
                let Some((who, known)) = self.party(referral, true) else { return Ok(()) };
                let until = date::show_day(self.now.plus(10 * 86_400));
                let basis = "medical-record".into();
                let retain = Command::Retain { referral: known.id.to_string(), basis, until };
                self.command(who, retain).map(drop)
            }
            Move::Suspend { pair, side } => self.suspend(pair, side),
            Move::Amend { pair, side } => self.amend(pair, side),
            Move::Checkpoint { who, to } => {
                let who = usize::from(who) % HONEST;
                let partners = Self::partners(who);
                let to = partners[usize::from(to) % partners.len()];
                let agency = self.identities[to].id.to_string();
                self.command(who, Command::Checkpoint { agency }).map(drop)
            }
            Move::Deliver { which } => self.arrive(which, true, false),
            Move::Duplicate { which } => self.arrive(which, false, false),
            Move::LoseReply { which } => self.arrive(which, true, true),
            Move::Drop { which } => {
                let Some(index) = self.index(which) else { return Ok(()) };
                self.tally.count(Group::Fault, "drop");
                let lost = self.wire.remove(index);
                let to = self.identities[lost.to].id;
                self.handle(lost.from, vec![Input::SendFailed { to, message: lost.message }])
                    .map(drop)
            }
            Move::Pass { minutes } => {
                self.now = self.now.plus(u64::from(minutes) * 60);
                Ok(())
            }
            Move::Tick { who } => {
                self.handle(usize::from(who) % HONEST, vec![Input::Tick]).map(drop)
            }
            Move::Crash { who } => {
                self.tally.count(Group::Fault, "crash");
                self.restart(usize::from(who) % HONEST);
                Ok(())
            }
            Move::FailDisk { who, after } => {
                self.members[usize::from(who) % HONEST].disk.fail_after(usize::from(after));
                Ok(())
            }
            Move::Partition { one, other } => self.partition(one, other),
            Move::Skew { who, by } => {
                let unit = if by % 6 == 0 { 3_600 } else { 60 };
                let skew = i64::from(by) * unit;
                let member = &mut self.members[usize::from(who) % HONEST];
                if std::mem::replace(&mut member.skew, skew) != skew {
                    self.tally.count(Group::Fault, "clock jump");
                }
                Ok(())
            }
            Move::Hostile { kind, which } => self.harass(kind, which),
        }
    }

    /// A referral and the party of it on one side (`true`: the receiver).
    fn party(&self, referral: u16, side: bool) -> Option<(usize, Known)> {
        if self.referrals.is_empty() {
            return None;
        }
        // Recent ones most often: that is where things cross.
        let back = usize::from(referral) % self.referrals.len().min(2);
        let known = self.referrals[self.referrals.len() - 1 - back].clone();
        Some((if side { known.receiver } else { known.sender }, known))
    }

    fn refer(&mut self, origin: u8, to: u8, kind: u8) -> Result<(), Violation> {
        let origin = usize::from(origin) % HONEST;
        let partners = Self::partners(origin);
        let to = partners[usize::from(to) % partners.len()];
        let number = self.cases.len();
        let case = Case {
            number,
            origin,
            need: [Need::Legal, Need::Protection, Need::Legal, Need::Marked][usize::from(kind & 3)],
            agreed: [Agreed::All, Agreed::NoPhone, Agreed::All, Agreed::Bare]
                [usize::from(kind >> 2 & 3)],
            onward: kind & 0x30 != 0,
            urgency: ["emergency", "urgent", "routine", "urgent"][usize::from(kind >> 6)],
        };
        let receivers: Vec<_> =
            partners.iter().map(|p| self.identities[*p].id.to_string()).collect();
        let (toml, form) = (case.consent(&receivers), case.form());
        self.cases.push(case);
        let recorded = self.command(origin, Command::ConsentRecord { toml })?;
        let Some(Ok(Answer::Consent(consent))) = recorded else { return Ok(()) };
        self.consents.insert(number, consent.id.clone());
        let refer = Refer {
            form,
            to: vec![self.identities[to].id.to_string()],
            consent: consent.id,
            transfer: kind & 1 == 1,
            ..Refer::default()
        };
        self.begin((origin, to), number, refer, None)
    }

    fn begin(
        &mut self,
        (who, to): (usize, usize),
        case: usize,
        refer: Refer,
        parent: Option<&Known>,
    ) -> Result<(), Violation> {
        // A referral is known only when it is made; that its sender may hold the form is
        // known before.
        let own_consent = parent.is_some() && !refer.consent.is_empty();
        let lineage = match parent.filter(|_| !own_consent) {
            Some(parent) => parent.lineage,
            None => self.referrals.len(),
        };
        if let Some(Ok(Answer::Referred(made))) = self.command(who, Command::Refer(refer))? {
            let id = made.referrals[0].id.as_deref().expect("not a trial");
            let id = ReferralId::from_hex(id).expect("an id");
            let parent = parent.map(|parent| parent.id);
            self.referrals.push(Known {
                id,
                case,
                sender: who,
                receiver: to,
                parent,
                own_consent,
                lineage,
            });
        }
        Ok(())
    }

    fn step(
        &mut self,
        who: usize,
        known: &Known,
        kind: EventKind,
        more: u8,
    ) -> Result<(), Violation> {
        let noted = matches!(kind, EventKind::Completed | EventKind::Rejected | EventKind::Nudged);
        let step = Step {
            code: kind.shape().code.map(|list| pick(list, more)),
            // Under another consent nothing is said of this case.
            note: (!known.own_consent && (kind == EventKind::Answered || (noted && more & 1 == 1)))
                .then(|| marker(self.number_of(known), NOTE)),
            at: (kind == EventKind::Scheduled)
                .then(|| date::show(self.now.plus(3_600)).replace(' ', "T")),
            // A tired caseworker forgets, sometimes.
            safe_contact: kind == EventKind::Accepted && more > 16,
            fields: match kind {
                EventKind::Asked => vec!["person.phone".into(), "person.nationality".into()],
                _ => Vec::new(),
            },
            ..Step::plain(known.id.to_string(), kind)
        };
        // What follows from an accept is checked as it happens: the promise counts first.
        let promises = kind == EventKind::Accepted && step.safe_contact;
        let before = self.promised.contains(&known.id);
        if promises && who == known.receiver {
            self.promised.insert(known.id);
        }
        let answered = self.command(who, Command::Step(step))?;
        if !matches!(answered, Some(Ok(_))) && promises && !before {
            // Not made after all, unless the process ended after it was.
            let made = self
                .show(known.receiver, &known.id)
                .is_some_and(|shown| shown.history.iter().any(|e| e.step == "accepted"));
            if !made {
                self.promised.remove(&known.id);
            }
        }
        Ok(())
    }

    fn onward(&mut self, referral: u16, to: u8, again: bool) -> Result<(), Violation> {
        let Some((who, known)) = self.party(referral, true) else { return Ok(()) };
        let partners = Self::partners(who);
        let to = partners[usize::from(to) % partners.len()];
        let Some(shown) = self.show(who, &known.id) else { return Ok(()) };
        let case = &self.cases[known.case];
        // The caseworker writes what the agency knows.
        let mut form = case.form();
        for line in case.form().lines() {
            let told = cases::markers_in(line.as_bytes());
            let known = |field: u16| {
                let path = fields::by_id(FieldId::Known(field)).map_or("", |f| f.path);
                shown.fields.iter().any(|f| f.field.path == path)
            };
            let has_marks = shown.fields.iter().any(|f| f.field.path == "request.marks");
            if told.iter().any(|(_, field)| !known(*field))
                || (line.starts_with("marks") && !has_marks)
            {
                form = form.replace(&format!("{line}\n"), "");
            }
        }
        let mut consent = String::new();
        if !form.contains("case_code") {
            // It has not been told yet: the agency uses a code of its own, and asks the
            // person itself. What it writes holds no marker, so none can go astray.
            let code = marker(known.case, 6);
            form = form.replace("[request]\n", "[request]\ncase_code = \"own\"\n");
            let receivers = [self.identities[to].id.to_string()];
            let toml = self.cases[known.case].consent(&receivers).replace(&code, "own");
            let recorded = self.command(who, Command::ConsentRecord { toml })?;
            let Some(Ok(Answer::Consent(recorded))) = recorded else { return Ok(()) };
            consent = recorded.id;
        }
        let refer = Refer {
            form,
            to: vec![self.identities[to].id.to_string()],
            consent,
            onward_of: Some(known.id.to_string()),
            again: again.then(|| "situation-changed".to_owned()),
            ..Refer::default()
        };
        self.begin((who, to), known.case, refer, Some(&known))
    }

    fn withdraw(
        &mut self,
        referral: u16,
        side: bool,
        erase: bool,
        only_there: bool,
    ) -> Result<(), Violation> {
        let Some((_, known)) = self.party(referral, side) else { return Ok(()) };
        // Most often where the person is known best: at the first agency.
        let first = self.referrals.iter().find(|r| r.case == known.case && !side);
        let known = first.cloned().unwrap_or(known);
        let who = if side { known.receiver } else { known.sender };
        let other = if who == known.sender { known.receiver } else { known.sender };
        let from = only_there.then(|| self.identities[other].id.to_string());
        let consent = known.id.to_string();
        let withdraw = Command::Withdraw { consent, from, erase, confirmed: true, language: None };
        // From now on nothing may leave, also not what leaves in the same breath. If the
        // process ends over it, it may have been done or not: then nothing is claimed.
        let concerned: Vec<ReferralId> = self
            .referrals
            .iter()
            .filter(|r| r.lineage == known.lineage && (r.sender == who || r.receiver == who))
            .filter(|r| !only_there || r.sender == other || r.receiver == other)
            .map(|r| r.id)
            .collect();
        let outputs = self.members[who].handle(vec![crate::member::request(withdraw)], self.now);
        self.tally.events += 1;
        match outputs {
            Ok(outputs) => {
                let done = matches!(
                    crate::member::answer(&outputs),
                    Ok(Answer::Withdrawal(ref told)) if told.done
                );
                if done {
                    for id in concerned {
                        self.observer.stop(who, id);
                    }
                    if !only_there {
                        self.withdrawn.insert(known.lineage);
                    }
                    let whole = !only_there && self.is_first_lineage(&known);
                    if erase && whole && who == self.cases[known.case].origin {
                        self.erased.insert(known.case);
                    }
                }
                self.settle_outputs(who, &outputs)
            }
            Err(_) => {
                self.tally.count(Group::Fault, "disk failure");
                self.restart(who);
                Ok(())
            }
        }
    }

    fn suspend(&mut self, pair: u8, side: bool) -> Result<(), Violation> {
        let index = usize::from(pair) % (PAIRS.len() - 1);
        let (one, other) = PAIRS[index];
        let who = if side { other } else { one };
        let isp = self.protocols[index].id.clone();
        let change = |change| Command::IspChange { isp: isp.clone(), change };
        let suspended = self.command(who, change(Change::Suspended))?;
        if let Some(Err(Failure::Refused { .. })) = suspended {
            self.command(who, change(Change::Resumed))?;
        }
        Ok(())
    }

    /// The next version of a protocol is proposed by one party and signed by the other. Every
    /// second one lets less go.
    fn amend(&mut self, pair: u8, side: bool) -> Result<(), Violation> {
        let index = usize::from(pair) % (PAIRS.len() - 1);
        let (one, other) = PAIRS[index];
        let who = if side { other } else { one };
        let Protocol { id, version, proposed } = self.protocols[index].clone();
        let Some(next) = proposed else {
            let clauses = match version % 2 {
                1 => CLAUSES.replacen("\"person.phone\", ", "", 1),
                _ => CLAUSES.to_owned(),
            };
            let toml = template::protocol(
                [&self.identities[one], &self.identities[other]],
                (version + 1, Some(&id)),
                &date::show_day(self.now),
                &clauses,
            );
            let drafted = self.command(who, Command::IspDraft { toml })?;
            let Some(Ok(Answer::Isp(isp))) = drafted else { return Ok(()) };
            self.protocols[index].proposed = Some(isp.id.clone());
            return self.command(who, Command::IspSign { isp: isp.id }).map(drop);
        };
        let signed = self.command(who, Command::IspSign { isp: next.clone() })?;
        if let Some(Ok(Answer::Isp(isp))) = signed
            && isp.state == "in force"
        {
            self.protocols[index] = Protocol { id: next, version: version + 1, proposed: None };
        }
        Ok(())
    }

    /// The number that a note of a referral bears.
    fn number_of(&self, known: &Known) -> usize {
        self.referrals.iter().position(|r| r.id == known.id).expect("a known referral")
    }

    /// Whether a referral goes by way of the consent that the first agency holds.
    fn is_first_lineage(&self, known: &Known) -> bool {
        let first = self.referrals.iter().find(|r| r.case == known.case);
        first.is_some_and(|first| first.lineage == known.lineage)
    }

    fn partition(&mut self, one: u8, other: u8) -> Result<(), Violation> {
        let (one, other) = (usize::from(one) % HONEST, usize::from(other) % HONEST);
        if one == other {
            return Ok(());
        }
        // One at a time: the rest of the world is to go on.
        while let Some((one, other)) = self.split.pop_first() {
            for (who, peer) in [(one, other), (other, one)] {
                let peer = self.identities[peer].transport.clone();
                self.handle(who, vec![Input::PeerUp(peer)])?;
            }
        }
        if one > other {
            return Ok(());
        }
        self.tally.count(Group::Fault, "partition");
        self.split.insert((one, other));
        for (who, peer) in [(one, other), (other, one)] {
            let peer = self.identities[peer].transport.clone();
            self.handle(who, vec![Input::PeerDown(peer)])?;
        }
        Ok(())
    }

    /// The envelope that a number stands for: none while its agencies are split.
    fn index(&self, which: u16) -> Option<usize> {
        if self.wire.is_empty() {
            return None;
        }
        // Mostly the oldest, sometimes any.
        let index = match which & 3 {
            3 => usize::from(which >> 2) % self.wire.len(),
            _ => usize::from(which >> 2) % self.wire.len().min(3),
        };
        let envelope = &self.wire[index];
        (!self.are_split(envelope.from, envelope.to)).then_some(index)
    }

    fn arrive(&mut self, which: u16, take: bool, lose_reply: bool) -> Result<(), Violation> {
        let Some(index) = self.index(which) else { return Ok(()) };
        let envelope = match take {
            true => self.wire.remove(index),
            false => {
                self.tally.count(Group::Fault, "duplicate");
                self.wire[index].clone()
            }
        };
        let earlier = self.wire[..index.min(self.wire.len())].iter();
        if earlier.clone().any(|e| (e.from, e.to) == (envelope.from, envelope.to)) {
            self.tally.count(Group::Fault, "reorder");
        }
        if self.now.since(envelope.sent) > 3_600 {
            self.tally.count(Group::Fault, "delay");
        }
        self.deliver(&envelope, lose_reply)
    }
}

fn pick(list: &'static CodeList, more: u8) -> String {
    list.codes[usize::from(more) % list.codes.len()].name.to_owned()
}
