//! Sending: what is queued goes out when its agency can be reached, as often as it
//! takes, until a receipt or a refusal settles it.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use ihala_envelope::rule::OTHER_CARD;
use ihala_envelope::{AgencyId, MessageId, Refusal, SignedMessage, Timestamp, cbor};
use ihala_protocol::fields::{APPOINTMENT_ID, NOTE_ID};
use ihala_protocol::policy::{Disclosure, Question};
use ihala_protocol::referral::{Event, EventKind, Role, Stage, Withdrawal};
use ihala_protocol::rules::{
    AUDIT_EARLY, CARD_FORK, CARD_SUPERSEDED, CONSENT_MISSING, DEL_FUTURE, DEL_REPLY, ISP_UNKNOWN,
    ISP_UNSIGNED, NOT_MEMBER, NOT_TRUSTED, RECOVERING, REF_EARLY, REF_FORM, REF_NOT_NOW,
    REF_STOPPED, TRUST_SCOPE,
};
use ihala_protocol::{Form, Profile, Receipt, RefusalNotice, Reply, kinds};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use crate::audit::Act;
use crate::conduct::End;
use crate::engine::{Trouble, Work};
use crate::io::{Failure, Output};
use crate::keep::outlives_withdrawal;
use crate::keyspace;
use crate::records::{Count, ReferralRecord, Sent, Settled};
use crate::serial::Serial;
use crate::trust::Way;

/// Envelopes that may be under way to one agency at a time.
const WINDOW: usize = 32;
/// Queue entries looked at in one go.
const PAGE: usize = 128;
/// Seconds until the first retry; doubled with each failure.
const FIRST_RETRY: u64 = 1;
/// A back-off that has ended.
const NO_WAIT: Timestamp = Timestamp(0);
/// Seconds between retries at most.
const LAST_RETRY: u64 = 60;

/// What is under way, in memory only: after a restart everything queued goes again.
#[derive(Default)]
pub(crate) struct Outbox {
    in_flight: HashMap<(AgencyId, MessageId), Serial>,
    /// Agencies that could not be handed anything.
    back_off: BTreeMap<AgencyId, BackOff>,
    /// Messages that their recipient cannot take yet.
    deferred: BTreeMap<(AgencyId, Serial), BackOff>,
    /// Up to where, in each part of a queue, everything is under way or has to wait.
    passed: BTreeMap<(AgencyId, Part), Vec<u8>>,
}

/// What goes under the present card goes first: the letters by which an agency takes what is
/// left under an earlier one are among it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Present,
    Earlier,
}

#[derive(Clone, Copy)]
struct BackOff {
    failures: u32,
    until: Timestamp,
    problem: Option<&'static str>,
}

impl Default for BackOff {
    fn default() -> Self {
        Self { failures: 0, until: NO_WAIT, problem: None }
    }
}

impl Outbox {
    /// Forgets the back-off: the agency has come back.
    pub(crate) fn peer_up(&mut self, agency: AgencyId) {
        self.back_off.remove(&agency);
        self.deferred.range_mut(all_of(agency)).for_each(|(_, b)| b.until = NO_WAIT);
        self.look_again(&agency);
    }

    /// What has been passed over may go now.
    fn look_again(&mut self, agency: &AgencyId) {
        for part in [Part::Present, Part::Earlier] {
            self.passed.remove(&(*agency, part));
        }
    }

    /// Agencies whose back-off has ended.
    pub(crate) fn due(&mut self, now: Timestamp) -> BTreeSet<AgencyId> {
        let agencies = self.back_off.iter_mut().map(|(id, b)| (*id, b));
        let messages = self.deferred.iter_mut().map(|((id, _), b)| (*id, b));
        // A time further away than any wait was set by a clock that has been put right.
        let far = now.plus(LAST_RETRY);
        let ended = |until: Timestamp| until > NO_WAIT && (until <= now || until > far);
        let due = agencies.chain(messages).filter(|(_, b)| ended(b.until));
        let due: BTreeSet<AgencyId> = due
            .map(|(id, back_off)| {
                back_off.until = NO_WAIT;
                id
            })
            .collect();
        due.iter().for_each(|agency| self.look_again(agency));
        due
    }

    /// When to look again.
    pub(crate) fn next_retry(&self) -> Option<Timestamp> {
        let all = self.back_off.values().chain(self.deferred.values());
        all.map(|b| b.until).filter(|t| *t > NO_WAIT).min()
    }

    /// Whether something is under way to an agency.
    pub(crate) fn is_under_way(&self, agency: &AgencyId) -> bool {
        self.in_flight.keys().any(|(to, _)| to == agency)
    }

    /// Why the last attempt failed.
    pub(crate) fn problem(&self, agency: &AgencyId) -> Option<&'static str> {
        let of_messages = self.deferred.range(all_of(*agency)).find_map(|(_, b)| b.problem);
        let of_agency = self.back_off.get(agency).and_then(|b| b.problem);
        of_agency.or(of_messages)
    }

    /// Why a queued message was not taken at the last attempt.
    pub(crate) fn problem_of(&self, agency: AgencyId, at: Serial) -> Option<&'static str> {
        let of_message = self.deferred.get(&(agency, at)).and_then(|b| b.problem);
        let of_agency = self.back_off.get(&agency).and_then(|b| b.problem);
        of_message.or(of_agency)
    }

    /// A message was settled: its agency can be reached.
    fn settled(&mut self, agency: AgencyId, at: Serial) {
        self.back_off.remove(&agency);
        self.deferred.remove(&(agency, at));
    }

    fn is_deferred(&self, agency: AgencyId, at: Serial) -> bool {
        self.deferred.get(&(agency, at)).is_some_and(|b| b.until > NO_WAIT)
    }

    fn defer(
        &mut self,
        agency: AgencyId,
        at: Serial,
        now: Timestamp,
        problem: Option<&'static str>,
    ) {
        self.deferred.entry((agency, at)).or_default().failed(now, problem);
    }

    pub(crate) fn failed(
        &mut self,
        agency: AgencyId,
        now: Timestamp,
        problem: Option<&'static str>,
    ) {
        self.look_again(&agency);
        let back_off = self.back_off.entry(agency).or_default();
        // What was under way together fails together: that is one failure.
        if back_off.until <= now {
            back_off.failed(now, problem);
        }
    }
}

impl BackOff {
    fn failed(&mut self, now: Timestamp, problem: Option<&'static str>) {
        let wait = FIRST_RETRY << self.failures.min(6);
        self.failures = self.failures.saturating_add(1);
        self.until = now.plus(wait.min(LAST_RETRY));
        self.problem = problem;
    }
}

/// Whether a payload may still leave.
enum Recheck {
    Go,
    /// The signed part goes alone.
    Withhold(&'static str),
}

impl Work<'_> {
    /// Seals what can go now to every agency with something new.
    pub(crate) fn pump(&mut self) -> Result<Vec<Output>, StoreError> {
        let mut outputs = self.ask_due();
        for agency in std::mem::take(&mut self.touched) {
            self.pump_to(agency, &mut outputs)?;
        }
        self.txn.keep();
        Ok(outputs)
    }

    fn pump_to(&mut self, agency: AgencyId, outputs: &mut Vec<Output>) -> Result<(), StoreError> {
        // Off the trust list: wait. The queue stays as it is.
        let Some(profile) = self.trusted_profile(&agency) else { return Ok(()) };
        let node = profile.statement().peers.iter().find(|t| self.connected.contains(*t)).cloned();
        let Some(via) = node else { return Ok(()) };
        let waits = |b: &BackOff| b.until > self.now && b.until <= self.now.plus(LAST_RETRY);
        if self.outbox.back_off.get(&agency).is_some_and(waits) || self.inquiries.awaits(&agency) {
            return Ok(());
        }
        if !self.directory.is_undisputed(&agency) {
            self.outbox.failed(agency, self.now, Some(CARD_FORK.id));
            return Ok(());
        }
        let key = match profile.statement().receive_key(self.now) {
            Ok(key) => key.clone(),
            Err(refusal) => {
                self.outbox.failed(agency, self.now, Some(refusal.rule.id));
                self.inquiries.hint(agency, self.now);
                return Ok(());
            }
        };
        loop {
            // Whatever of them has to wait makes room for what comes after it.
            let ready = self.ready_to_go(&agency)?;
            if ready.is_empty() {
                return Ok(());
            }
            for at in ready {
                let (sent, message) = self.queued(&agency, at)?;
                if self.waits_for_recovery(&agency, &message)? {
                    self.outbox.defer(agency, at, self.now, Some(RECOVERING.id));
                    continue;
                }
                if let Some(rule) = self.waits_for_trust(&agency, &message)? {
                    self.outbox.defer(agency, at, self.now, Some(rule));
                    continue;
                }
                let message = self.message_to_send(&agency, at, sent, message)?;
                let id = message.body().id;
                // Only a body that no bucket holds cannot be sealed, and none such is signed.
                let Ok(bytes) = message.seal(&key, self.rng) else { continue };
                self.outbox.in_flight.insert((agency, id), at);
                outputs.push(Output::Send { to: agency, message: id, via: via.clone(), bytes });
            }
        }
    }

    /// Places in an agency's queue that may go now: neither under way nor deferred, as
    /// many as the window leaves room for.
    fn ready_to_go(&mut self, agency: &AgencyId) -> Result<Vec<Serial>, StoreError> {
        let in_flight = self.outbox.in_flight.iter().filter(|((to, _), _)| to == agency);
        let in_flight: HashSet<Serial> = in_flight.map(|(_, at)| *at).collect();
        let free = WINDOW.saturating_sub(in_flight.len());
        let (mut begin, end) = keyspace::queue_of(agency);
        if let Some(behind) = self.directory.behind.get(agency) {
            // All that was queued before the question waits: it is not even looked at.
            begin = keyspace::queue(agency, Serial { card: behind.newest() + 1, seq: 0 });
        }
        let card = self.directory.me.cards().number();
        let split = keyspace::queue(agency, Serial { card, seq: 0 }).max(begin.clone());
        let parts = [(Part::Present, split.clone(), end), (Part::Earlier, begin, split)];
        let mut ready = Vec::new();
        for (part, begin, to) in parts {
            let passed = self.outbox.passed.remove(&(*agency, part));
            let mut from = passed.map_or(begin.clone(), |passed| passed.max(begin));
            while ready.len() < free && from < to {
                let mut next = from.clone();
                let page = self.txn.next_page(&mut next, &to, PAGE)?;
                let full = page.len() == PAGE;
                for (key, _) in page {
                    if ready.len() == free {
                        next = key;
                        break;
                    }
                    let waits = |at: &Serial| {
                        in_flight.contains(at) || self.outbox.is_deferred(*agency, *at)
                    };
                    ready.extend(Serial::of_key(&key).filter(|at| !waits(at)));
                }
                from = next;
                if !full {
                    break;
                }
            }
            self.outbox.passed.insert((*agency, part), from);
        }
        Ok(ready)
    }

    /// The rule of trust that a queued message waits for.
    fn waits_for_trust(
        &mut self,
        agency: &AgencyId,
        message: &SignedMessage,
    ) -> Result<Option<&'static str>, StoreError> {
        if let Err(refusal) = self.directory.check_heard(agency) {
            return Ok((!self.is_to_end(message)?).then_some(refusal.rule.id));
        }
        let Some(link) = &message.body().link else { return Ok(None) };
        // What is open goes on.
        if link.step != EventKind::Requested.code() {
            return Ok(None);
        }
        let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&link.referral))?;
        let record = record.ok_or(StoreError::Damaged("a queued message without its referral"))?;
        if let Err(refusal) = self.directory.check_membership(agency, self.now) {
            return Ok(Some(refusal.rule.id));
        }
        let goes = self.check_trust_scope(agency, record.case_type, Way::Out);
        Ok(goes.is_err().then_some(TRUST_SCOPE.id))
    }

    fn trusted_profile(&self, agency: &AgencyId) -> Option<Profile> {
        let may_connect = self.directory.may_connect(agency);
        self.directory.profile(agency).filter(|_| may_connect).cloned()
    }

    /// The signed message of a place in the queue, without its payload if consent
    /// or protocol no longer let that leave.
    fn message_to_send(
        &mut self,
        agency: &AgencyId,
        at: Serial,
        mut sent: Sent,
        message: SignedMessage,
    ) -> Result<SignedMessage, StoreError> {
        if !self.conduct.asks_before_sealing() {
            return Ok(message);
        }
        if sent.withheld.is_none() {
            match self.recheck(&message)? {
                Recheck::Go => {
                    if !sent.left && message.payload().is_some() {
                        sent.left = true;
                        self.txn.put_own(keyspace::sent(agency, at), &sent);
                    }
                    return Ok(message);
                }
                Recheck::Withhold(rule) => {
                    sent.withheld = Some(rule.to_owned());
                    self.txn.put_own(keyspace::sent(agency, at), &sent);
                }
            }
        }
        Ok(message.without_payload())
    }

    /// All places of the queue to an agency with a message of a kind, except those whose content
    /// is withheld.
    pub(crate) fn queued_of_kind(
        &mut self,
        agency: &AgencyId,
        kind: u16,
    ) -> Result<Vec<(Serial, Sent)>, StoreError> {
        let (mut from, to) = keyspace::queue_of(agency);
        let mut found = Vec::new();
        loop {
            let page = self.txn.next_page(&mut from, &to, PAGE)?;
            if page.is_empty() {
                return Ok(found);
            }
            for (key, _) in page {
                let at = Serial::of_key(&key).ok_or(StoreError::Damaged("a place in a queue"))?;
                let (sent, message) = self.queued(agency, at)?;
                if message.body().kind == kind && sent.withheld.is_none() {
                    found.push((at, sent));
                }
            }
        }
    }

    /// What is queued goes without its content, by a rule.
    pub(crate) fn withhold(&mut self, agency: &AgencyId, at: Serial, sent: Sent, rule: &str) {
        let sent = Sent { withheld: Some(rule.to_owned()), ..sent };
        self.txn.put_own(keyspace::sent(agency, at), &sent);
    }

    /// What stands at a place of the queue to an agency.
    pub(crate) fn queued(
        &mut self,
        agency: &AgencyId,
        at: Serial,
    ) -> Result<(Sent, SignedMessage), StoreError> {
        let sent: Option<Sent> = self.txn.get(&keyspace::sent(agency, at))?;
        let sent = sent.ok_or(StoreError::Damaged("a queued message is missing"))?;
        let (_, message) = self.stored_message(&sent.at)?;
        Ok((sent, message))
    }

    /// A message that we stored, with its record's slot.
    pub(crate) fn stored_message(
        &mut self,
        key: &[u8],
    ) -> Result<(SlotNumber, SignedMessage), StoreError> {
        let stored = self.txn.get_bytes(key)?;
        let (slot, bytes) = stored.ok_or(StoreError::Damaged("a stored message is missing"))?;
        let message = SignedMessage::from_own_store(&bytes)
            .map_err(|_| StoreError::Damaged("a stored message"))?;
        Ok((slot, message))
    }

    /// Checks consent and protocol once more, just before sealing (design §8).
    fn recheck(&mut self, message: &SignedMessage) -> Result<Recheck, StoreError> {
        let (Some(link), Some(payload)) = (&message.body().link, message.payload()) else {
            return Ok(Recheck::Go);
        };
        let Ok(event) = Event::from_payload(link.step, Some(payload)) else {
            return Ok(Recheck::Withhold(REF_FORM.id));
        };
        let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&link.referral))?;
        let record = record.ok_or(StoreError::Damaged("a queued message without its referral"))?;
        let sender = record.referral.sender_state();
        let refused = match &event {
            // Sent by mistake, or no longer wanted: what has not left stays here.
            Event::Requested(_) | Event::Supplied(..)
                if sender.stage == Stage::EnteredInError
                    || (sender.stage == Stage::CancelRequested && link.position == 1) =>
            {
                Some(REF_NOT_NOW.refuse())
            }
            Event::Requested(request) => {
                let disclosure = match request.two_stages {
                    true => Disclosure::First,
                    false => Disclosure::OneStage,
                };
                self.may_still_go(&record, &request.form, disclosure, false)?
            }
            Event::Supplied(kind, supplement) => {
                let form = self.form_of(&record)?.with(&supplement.form);
                let released = *kind == EventKind::IdentityReleased || sender.released;
                let disclosure = record.disclosure(released);
                self.may_still_go(&record, &form, disclosure, true)?
            }
            // After a withdrawal nothing is told, not even why.
            Event::Step(..) if !outlives_withdrawal(&event) && record.is_withdrawn() => {
                Some(REF_STOPPED.refuse())
            }
            Event::Step(kind, answer) => {
                let note = answer
                    .note
                    .as_ref()
                    .and_then(|_| self.may_tell(&record, record.role, NOTE_ID).err());
                let tells_time = *kind == EventKind::Scheduled;
                note.or_else(|| {
                    tells_time
                        .then(|| self.may_tell(&record, record.role, APPOINTMENT_ID).err())
                        .flatten()
                })
            }
        };
        Ok(refused.map_or(Recheck::Go, |refusal| Recheck::Withhold(refusal.rule.id)))
    }

    /// Why fields of ours may no longer go: consent as it stands now, and the protocol.
    fn may_still_go(
        &mut self,
        record: &ReferralRecord,
        form: &Form,
        disclosure: Disclosure,
        overlap: bool,
    ) -> Result<Option<Refusal>, StoreError> {
        let scope = match self.scope_now(record) {
            Ok(scope) => scope,
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => return Ok(Some(refusal)),
            Err(Trouble::Failure(_)) => return Ok(Some(CONSENT_MISSING.refuse())),
            Err(Trouble::Stop(error)) => return Err(error),
        };
        let isp = self.directory.isps.get(&record.isp);
        let isp = isp.ok_or(StoreError::Damaged("a referral's protocol is missing"))?;
        let question = Question {
            sender: &record.referral.sender,
            recipient: &record.referral.receiver,
            form,
            disclosure,
            isp: isp.isp(),
            consent: Some(&scope),
            now: self.now,
            skew: 0,
        };
        // Also a newer protocol may have taken this one's place meanwhile.
        let replaced = self.directory.check_in_use(isp, &record.counterpart(), self.now, overlap);
        let whole = || self.judge_whole(End::Sender, isp, &record.counterpart(), &question);
        Ok(replaced.and_then(|()| whole()).err())
    }

    /// An envelope could not be handed over: it stays queued.
    pub(crate) fn send_failed(&mut self, agency: AgencyId, message: MessageId) {
        if self.outbox.in_flight.remove(&(agency, message)).is_some() {
            self.outbox.failed(agency, self.now, None);
        }
    }

    /// A reply came: a receipt or refusal settles the message, all else does not.
    pub(crate) fn replied(
        &mut self,
        agency: AgencyId,
        message: MessageId,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        let Some(at) = self.outbox.in_flight.remove(&(agency, message)) else { return Ok(()) };
        let Some(profile) = self.directory.agencies.get(&agency).map(|k| k.profile.clone()) else {
            return Ok(());
        };
        let sent: Option<Sent> = self.txn.get(&keyspace::sent(&agency, at))?;
        let Some(sent) = sent.filter(|s| s.message == message && s.settled.is_none()) else {
            return Ok(());
        };
        let reply: Option<Reply> = (bytes.len() <= ihala_protocol::limits::REPLY_MAX)
            .then(|| cbor::from_slice(bytes).ok())
            .flatten();
        let me = self.me();
        let cards = profile.cards();
        let (id, card) = (profile.id(), cards.digest());
        let by = (&id, &card, cards.identity_key());
        match reply {
            Some(Reply::Receipt(sign1)) => match Receipt::verify(&sign1, by, &me) {
                Some(r) if r.message == message && r.digest == sent.digest => {
                    self.contacts.signed(agency, r.at, self.now);
                    self.mark_refused(&sent, None)?;
                    let settled = Settled { at: r.at, refused: None, proof: sign1 };
                    let sent = Sent { reduced: r.reduced, ..sent };
                    self.settle(agency, at, sent, settled);
                }
                _ => self.not_a_reply(agency),
            },
            Some(Reply::Refusal(sign1)) => match RefusalNotice::verify(&sign1, by, &me) {
                Some(n) if n.message == message && n.digest == sent.digest => {
                    let rule = Some(n.rule.as_str());
                    self.txn.audit(self.now, Act::WasRefused, sent.digest, None, rule, self.rng);
                    self.mark_refused(&sent, Some(&n.rule))?;
                    let settled = Settled { at: n.at, refused: Some(n.rule), proof: sign1 };
                    self.settle(agency, at, sent, settled);
                }
                _ => self.not_a_reply(agency),
            },
            Some(Reply::Statement(sign1)) => self.told_statement(&profile, sign1.into()),
            Some(Reply::NotStored(rule)) => {
                let rule = ihala_protocol::rules::find(&rule).map_or(DEL_REPLY.id, |r| r.id);
                if rule == OTHER_CARD.id {
                    // It does not know our newest card. Asking may reach another node of ours.
                    self.inquiries.tell(agency, me, self.now);
                }
                if concerns_one_message(rule) {
                    // What is left under an earlier card waits for our word: that is no problem.
                    let earlier = at.card < self.directory.me.cards().number();
                    let problem = Some(rule).filter(|r| *r != CARD_SUPERSEDED.id || !earlier);
                    self.outbox.defer(agency, at, self.now, problem);
                    self.touched.insert(agency);
                } else {
                    self.outbox.failed(agency, self.now, Some(rule));
                }
            }
            Some(Reply::Profile(..) | Reply::Roster(..)) | None => self.not_a_reply(agency),
        }
        Ok(())
    }

    /// What came back settles nothing. The agency may have a newer card: it is asked.
    fn not_a_reply(&mut self, agency: AgencyId) {
        self.outbox.failed(agency, self.now, Some(DEL_REPLY.id));
        self.inquiries.hint(agency, self.now);
    }

    /// Shows in the worklist whether our newest settled message was refused for good.
    pub(crate) fn mark_refused(
        &mut self,
        sent: &Sent,
        rule: Option<&str>,
    ) -> Result<(), StoreError> {
        let (_, message) = self.stored_message(&sent.at)?;
        if message.body().kind == kinds::ACCOUNT {
            return self.destroy_account(&sent.at);
        }
        if message.body().kind == kinds::RECOVERY && rule.is_some() {
            // It will never tell.
            let agency = message.body().recipient;
            return self.leave_out(agency).map_err(StoreError::from);
        }
        if message.body().kind == kinds::AUDIT_CHECKPOINT {
            let peer = message.body().recipient;
            // One that was called back says nothing of the one that took its place.
            return match sent.withheld {
                None => self.checkpoint_settled(&peer, rule.is_none()),
                Some(_) => Ok(()),
            };
        }
        let Some(link) = &message.body().link else { return Ok(()) };
        let key = keyspace::referral(&link.referral);
        if let Some((slot, mut record)) = self.txn.get_with_slot::<ReferralRecord>(&key)? {
            let request = record.role == Role::Sender && link.position == 1;
            let never_taken = record.never_taken || (rule.is_some() && request);
            // What was called back before it left is no problem to anybody.
            let called_back =
                never_taken && record.referral.sender_state().stage != Stage::Requested;
            let refused = rule.filter(|_| !called_back);
            let refused = refused.map(|rule| sent.withheld.as_deref().unwrap_or(rule).to_owned());
            if record.refused != refused || record.never_taken != never_taken {
                let before = record.clone();
                record.refused = refused;
                record.never_taken = never_taken;
                self.put_referral(Some(&before), &mut record, slot);
            }
            // Whichever of the two answers comes last.
            let ordered = record.referral.sender_state().withdrawal == Withdrawal::Erase;
            let order = link.step == EventKind::ErasureOrdered.code();
            if never_taken && ordered && rule.is_some() && (request || order) {
                match self.nothing_to_erase(&link.referral) {
                    Ok(()) | Err(Trouble::Failure(_)) => {}
                    Err(Trouble::Stop(error)) => return Err(error),
                }
            }
        }
        Ok(())
    }

    pub(crate) fn settle(
        &mut self,
        agency: AgencyId,
        at: Serial,
        mut sent: Sent,
        settled: Settled,
    ) {
        sent.settled = Some(settled);
        self.txn.put(keyspace::sent(&agency, at), NODE_SLOT, &sent);
        self.txn.remove(keyspace::queue(&agency, at));
        self.outbox.settled(agency, at);
        self.touched.insert(agency);
    }

    /// Counts one more under a key of [`keyspace::not_taken`] or [`keyspace::alarm`].
    pub(crate) fn count(&mut self, key: Vec<u8>) -> Result<(), StoreError> {
        let before: Option<Count> = self.txn.get(&key)?;
        let count = before.map_or(0, |c| c.count).saturating_add(1);
        self.txn.put_own(key, &Count { count, last: self.now });
        Ok(())
    }
}

/// Whether a transient refusal is about the message alone, so that others need not wait.
fn concerns_one_message(rule: &str) -> bool {
    [
        &CARD_SUPERSEDED,
        &NOT_TRUSTED,
        &NOT_MEMBER,
        &REF_EARLY,
        &DEL_FUTURE,
        &ISP_UNKNOWN,
        &ISP_UNSIGNED,
        &AUDIT_EARLY,
        &RECOVERING,
    ]
    .iter()
    .any(|r| r.id == rule)
}

/// All places of the sequences to an agency.
fn all_of(agency: AgencyId) -> std::ops::RangeInclusive<(AgencyId, Serial)> {
    let last = Serial { card: u16::MAX, seq: u64::MAX };
    (agency, Serial { card: 0, seq: 0 })..=(agency, last)
}
