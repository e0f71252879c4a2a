//! What may go to an agency now: trust, consent and protocol are asked again before every seal.

use std::collections::HashSet;

use ihala_envelope::{AgencyId, Refusal, SignedMessage};
use ihala_protocol::fields::{APPOINTMENT_ID, NOTE_ID};
use ihala_protocol::policy::{Disclosure, Question};
use ihala_protocol::referral::{Event, EventKind, Stage};
use ihala_protocol::rules::{
    CARD_FORK, CONSENT_MISSING, RECOVERING, REF_FORM, REF_NOT_NOW, REF_STOPPED, TRUST_SCOPE,
};
use ihala_protocol::{Form, Profile};
use ihala_store::{SlotNumber, StoreError};

use super::{BackOff, LAST_RETRY, Part};
use crate::conduct::End;
use crate::engine::{Trouble, Work};
use crate::io::{Failure, Output};
use crate::keep::outlives_withdrawal;
use crate::keyspace;
use crate::records::{ReferralRecord, Sent};
use crate::serial::Serial;
use crate::trust::Way;

/// Envelopes that may be under way to one agency at a time.
const WINDOW: usize = 32;
/// Queue entries looked at in one go.
const PAGE: usize = 128;

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
}
