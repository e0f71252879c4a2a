//! Receiving an envelope, in the order of `spec/envelope.md` and `spec/delivery.md`.
//!
//! What is refused before the sender is proven is counted, not kept: a stranger
//! must not be able to fill the disk. What is refused after that is kept for ever
//! with the signed refusal, and given the same answer again.

use ihala_envelope::rule::UNKNOWN_KEY;
use ihala_envelope::{Digest, Finality, ReferralId, Refusal, SealedEnvelope, SignedMessage, cbor};
use ihala_protocol::form::Form;
use ihala_protocol::policy::{self, Question};
use ihala_protocol::referral::{Applied, Event, EventKind, Request, Role};
use ihala_protocol::rules::{
    DEL_EQUIVOCATION, DEL_EXPIRED, DEL_FORK, DEL_FUTURE, DEL_KIND, DEL_LINK, ISP_UNKNOWN,
    NOT_TRUSTED, REF_CHAIN, REF_EARLY, REF_FORK, REF_FORM, REF_NOT_PARTY, REF_UNKNOWN,
    UNKNOWN_AGENCY, is_alarm,
};
use ihala_protocol::{Receipt, Referral, RefusalNotice, Reply, fields, kinds, limits};
use ihala_store::{SlotNumber, StoreError};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::io::Failure;
use crate::keyspace;
use crate::records::{Arrived, Inbox, ReferralRecord, Sequences};

impl Work<'_> {
    /// Handles an envelope; the reply is for whoever brought it. Who that was does not
    /// matter: an envelope proves its own sender.
    pub(crate) fn received(&mut self, bytes: &[u8]) -> Result<Reply, StoreError> {
        let message = match self.open(bytes) {
            Ok(message) => message,
            Err(refusal) => {
                self.count(keyspace::not_taken(refusal.rule.id))?;
                self.txn.keep();
                return Ok(if refusal.rule.id == UNKNOWN_KEY.id {
                    Reply::Statement(self.directory.me.signed_statement().to_vec().into())
                } else {
                    Reply::NotStored(refusal.rule.id.to_owned())
                });
            }
        };
        let sender = message.body().sender;
        let known: Option<Inbox> = self.txn.get(&keyspace::inbox(&sender, &message.body().id))?;
        if let Some(known) = known {
            if known.digest == message.digest() {
                // The same answer again, whatever time, trust or protocol say now.
                return stored_reply(&known);
            }
            return self.alarm(&message, &DEL_EQUIVOCATION.refuse());
        }
        match self.take_in(&message) {
            Ok(()) => Ok(self.settle_received(&message, None)?),
            Err(Trouble::Stop(error)) => Err(error),
            Err(Trouble::Failure(Failure::Refused(refusal))) => {
                self.txn.roll_back();
                self.refuse(&message, &refusal)
            }
            Err(Trouble::Failure(other)) => {
                unreachable!("receiving gives refusals only, not {other:?}")
            }
        }
    }

    /// ENV-01 to ENV-14, TRU-01.
    fn open(&self, bytes: &[u8]) -> Result<SignedMessage, Refusal> {
        let sealed = SealedEnvelope::decode(bytes)?;
        let secret = self.secrets.receive.iter().find(|s| s.kid() == sealed.kid());
        let opened = sealed.open(secret.ok_or(UNKNOWN_KEY.refuse())?, &self.me())?;
        let sender = self.directory.agencies.get(&opened.claimed_sender());
        let cards = sender.ok_or(UNKNOWN_AGENCY.refuse())?.profile.cards();
        opened.verify(&cards.digest(), cards.identity_key())
    }

    /// Everything from trust to the referral's own rules.
    fn take_in(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let body = message.body();
        if !self.directory.is_trusted(&body.sender) {
            return Err(NOT_TRUSTED.refuse().into());
        }
        if body.created > self.now.plus(limits::CLOCK_SKEW) {
            return Err(DEL_FUTURE.refuse().into());
        }
        self.check_sequence(message)?;
        if body.expires.is_some_and(|e| e < self.now) {
            return Err(DEL_EXPIRED.refuse().into());
        }
        if body.kind != kinds::REFERRAL {
            return Err(DEL_KIND.refuse().into());
        }
        let link = body.link.as_ref().ok_or(REF_FORM.refuse())?;
        match Event::from_payload(link.step, message.payload())? {
            Event::Requested(request) => self.take_request(message, link.referral, &request),
            event @ Event::Step(..) => self.take_step(message, link.referral, &event),
        }
    }

    /// DEL-02, DEL-03.
    fn check_sequence(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let (sender, seq) = (message.body().sender, message.body().seq);
        if self.txn.get::<Arrived>(&keyspace::arrived(&sender, seq))?.is_some() {
            return Err(DEL_FORK.refuse().into());
        }
        let before: Option<Arrived> = match seq.checked_sub(1) {
            Some(before) => self.txn.get(&keyspace::arrived(&sender, before))?,
            None => None,
        };
        let after: Option<Arrived> =
            self.txn.get(&keyspace::arrived(&sender, seq.saturating_add(1)))?;
        let links = before.is_none_or(|b| message.body().previous == Some(b.digest))
            && after.is_none_or(|a| a.previous == Some(message.digest()));
        if links { Ok(()) } else { Err(DEL_LINK.refuse().into()) }
    }

    fn take_request(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
        request: &Request,
    ) -> Result<(), Trouble> {
        if self.txn.get_bytes(&keyspace::referral(&id))?.is_some() {
            return Err(REF_FORK.refuse().into());
        }
        let permit = self.judge_request(message, request)?;
        if let Some((field, rule)) = permit.withheld.first() {
            let path = fields::by_id(*field).map_or("", |f| f.path);
            return Err(rule.refuse_about(path).into());
        }
        let body = message.body();
        let slot = self.txn.new_slot();
        let mut record = ReferralRecord {
            referral: Referral::new(id, body.sender, body.recipient),
            role: Role::Receiver,
            created: body.created,
            updated: self.now,
            urgency: request.form.code(fields::URGENCY_ID).unwrap_or_default(),
            case_type: request.form.code(fields::CASE_TYPE_ID).unwrap_or_default(),
            isp: request.isp,
            scope: request.consent.clone(),
            withheld: Vec::new(),
            case_code: case_code(&request.form),
            refused: None,
        };
        match self.apply(&mut record, slot, Role::Sender, message)? {
            Applied::Now => {
                self.put_referral(&record, &record, slot);
                Ok(())
            }
            // A first event names nothing that could be missing.
            Applied::Held | Applied::Known => Err(REF_CHAIN.refuse().into()),
        }
    }

    /// The same question that the sender asked, asked again (design §6).
    fn judge_request(
        &self,
        message: &SignedMessage,
        request: &Request,
    ) -> Result<policy::Permit, Trouble> {
        let isp = self.directory.isps.get(&request.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_in_use(isp, self.now, true)?;
        let question = Question {
            sender: &message.body().sender,
            recipient: &message.body().recipient,
            form: &request.form,
            isp: isp.isp(),
            consent: Some(&request.consent),
            now: self.now,
            skew: limits::CLOCK_SKEW,
        };
        Ok(policy::decide(&question)?)
    }

    fn take_step(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
        event: &Event,
    ) -> Result<(), Trouble> {
        let found = self.txn.get_with_slot::<ReferralRecord>(&keyspace::referral(&id))?;
        let Some((slot, record)) = found else {
            return Err(self.unknown_referral(message, id)?.into());
        };
        let author = record.referral.role_of(&message.body().sender);
        let author = author.ok_or(REF_NOT_PARTY.refuse())?;
        let message = self.without_forbidden_note(message, &record, event);
        let mut after = record.clone();
        match self.apply(&mut after, slot, author, &message)? {
            Applied::Now => {
                self.put_referral(&record, &after, slot);
                self.apply_held(after, slot, author)
            }
            Applied::Held => self.hold(&message, slot),
            Applied::Known => Err(REF_FORK.refuse().into()),
        }
    }

    /// A step of a referral that is not here comes again while an earlier message can
    /// still bring the referral (REF-11); after that it is refused (REF-02). Nothing of
    /// it is kept: it could not be judged.
    fn unknown_referral(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
    ) -> Result<Refusal, StoreError> {
        let body = message.body();
        let sequences: Sequences =
            self.txn.get(&keyspace::sequence(&body.sender))?.unwrap_or_default();
        let rule = if sequences.contiguous + 1 >= body.seq { &REF_UNKNOWN } else { &REF_EARLY };
        Ok(rule.refuse_about(id.short()))
    }

    /// A note that protocol or consent do not cover is destroyed before anything is
    /// stored. The step stands: refusing it would break its author's chain for good.
    fn without_forbidden_note(
        &mut self,
        message: &SignedMessage,
        record: &ReferralRecord,
        event: &Event,
    ) -> SignedMessage {
        let refused = event.note().and_then(|_| self.note_allowed(record).err());
        let Some(refusal) = refused else { return message.clone() };
        let rule = Some(refusal.rule.id);
        self.txn.audit(self.now, Act::Refused, message.digest(), None, rule, self.rng);
        message.clone().without_payload()
    }

    /// Keeps an event until it can be applied. A second one for the same place is a fork.
    fn hold(&mut self, message: &SignedMessage, slot: SlotNumber) -> Result<(), Trouble> {
        let link = message.body().link.as_ref().expect("checked by take_in");
        let key = keyspace::held(&link.referral, &message.body().sender, link.position);
        if self.txn.get_bytes(&key)?.is_some() {
            return Err(REF_FORK.refuse().into());
        }
        self.txn.put_bytes(key, slot, message.to_stored());
        Ok(())
    }

    /// Applies an event of `author` and stores it, if it can take its place now.
    fn apply(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        author: Role,
        message: &SignedMessage,
    ) -> Result<Applied, Trouble> {
        let link = message.body().link.as_ref().expect("checked by take_in");
        let kind = EventKind::by_code(link.step).ok_or(REF_FORM.refuse())?;
        let applied = record.referral.apply(author, link, kind, message.digest())?;
        if applied == Applied::Now {
            record.updated = self.now;
            let key = keyspace::event(&link.referral, author, link.position);
            self.txn.put_bytes(key, slot, message.to_stored());
        }
        Ok(applied)
    }

    /// Tries what was held for this referral, until nothing more applies. It was
    /// judged, receipted and is only waiting for its turn.
    fn apply_held(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
        author: Role,
    ) -> Result<(), Trouble> {
        loop {
            let (from, to) = keyspace::held_of(&record.referral.id);
            let waiting = self.txn.range(&from, &to, limits::CHAIN_MAX as usize)?;
            let mut progress = false;
            for (key, bytes) in waiting {
                let message = SignedMessage::from_own_store(&bytes)
                    .map_err(|_| StoreError::Damaged("a held message"))?;
                let before = record.clone();
                match self.apply(&mut record, slot, author, &message) {
                    Ok(Applied::Held) => continue,
                    Ok(Applied::Now) => self.put_referral(&before, &record, slot),
                    Ok(Applied::Known) => {}
                    Err(Trouble::Failure(Failure::Refused(refusal))) => {
                        // It has its receipt already: all that is left is the alarm.
                        record = before;
                        self.record_alarm(message.digest(), refusal.rule)?;
                    }
                    Err(other) => return Err(other),
                }
                self.txn.remove(key);
                progress = true;
            }
            if !progress {
                return Ok(());
            }
        }
    }

    /// Refuses a message whose sender is proven.
    fn refuse(&mut self, message: &SignedMessage, refusal: &Refusal) -> Result<Reply, StoreError> {
        if refusal.rule.finality == Finality::Transient {
            self.count(keyspace::not_taken(refusal.rule.id))?;
            self.txn.keep();
            return Ok(Reply::NotStored(refusal.rule.id.to_owned()));
        }
        if [&DEL_FORK, &DEL_LINK].iter().any(|rule| rule.id == refusal.rule.id) {
            // Its place in the sequence is not its own: it must not be recorded there.
            return self.alarm(message, refusal);
        }
        self.settle_received(message, Some(refusal))
    }

    /// Answers for good, and keeps the answer.
    fn settle_received(
        &mut self,
        message: &SignedMessage,
        refusal: Option<&Refusal>,
    ) -> Result<Reply, StoreError> {
        let body = message.body();
        let key = keyspace::sequence(&body.sender);
        let mut sequences: Sequences = self.txn.get(&key)?.unwrap_or_default();
        let arrived = Arrived { digest: message.digest(), previous: body.previous };
        self.txn.put_own(keyspace::arrived(&body.sender, body.seq), &arrived);
        sequences.highest = sequences.highest.max(body.seq);
        while sequences.contiguous < sequences.highest {
            let next = keyspace::arrived(&body.sender, sequences.contiguous + 1);
            if self.txn.get_bytes(&next)?.is_none() {
                break;
            }
            sequences.contiguous += 1;
        }
        self.txn.put_own(key, &sequences);
        match refusal.map(|r| r.rule) {
            None => {
                self.txn.audit(self.now, Act::Stored, message.digest(), None, None, self.rng);
            }
            Some(rule) if is_alarm(rule) => self.record_alarm(message.digest(), rule)?,
            Some(rule) => {
                let id = Some(rule.id);
                self.txn.audit(self.now, Act::Refused, message.digest(), None, id, self.rng);
            }
        }
        let reply = match refusal {
            None => self.receipt(message, &sequences),
            Some(refusal) => self.refusal_notice(message, refusal),
        };
        let inbox = Inbox { digest: message.digest(), reply: cbor::to_vec(&reply).into() };
        self.txn.put_own(keyspace::inbox(&body.sender, &body.id), &inbox);
        self.txn.keep();
        Ok(reply)
    }

    fn receipt(&self, message: &SignedMessage, sequences: &Sequences) -> Reply {
        let receipt = Receipt {
            message: message.body().id,
            digest: message.digest(),
            by: self.me(),
            card: self.directory.me.cards().digest(),
            to: message.body().sender,
            at: self.now,
            contiguous: sequences.contiguous,
            highest: sequences.highest,
        };
        Reply::Receipt(receipt.sign(&self.secrets.identity).into())
    }

    fn refusal_notice(&self, message: &SignedMessage, refusal: &Refusal) -> Reply {
        let notice = RefusalNotice {
            message: message.body().id,
            digest: message.digest(),
            by: self.me(),
            card: self.directory.me.cards().digest(),
            to: message.body().sender,
            at: self.now,
            rule: refusal.rule.id.to_owned(),
        };
        Reply::Refusal(notice.sign(&self.secrets.identity).into())
    }

    /// Two signed documents where one may stand. The answer is kept, so that the same
    /// bytes get it again and cost nothing more.
    fn alarm(&mut self, message: &SignedMessage, refusal: &Refusal) -> Result<Reply, StoreError> {
        let key = keyspace::forked(&message.body().sender, &message.digest());
        if let Some(known) = self.txn.get::<Inbox>(&key)? {
            return stored_reply(&known);
        }
        self.record_alarm(message.digest(), refusal.rule)?;
        let reply = self.refusal_notice(message, refusal);
        let inbox = Inbox { digest: message.digest(), reply: cbor::to_vec(&reply).into() };
        self.txn.put_own(key, &inbox);
        self.txn.keep();
        Ok(reply)
    }

    fn record_alarm(
        &mut self,
        subject: Digest,
        rule: &ihala_envelope::Rule,
    ) -> Result<(), StoreError> {
        self.txn.audit(self.now, Act::Alarm, subject, None, Some(rule.id), self.rng);
        self.count(keyspace::alarm(rule.id))
    }
}

fn stored_reply(inbox: &Inbox) -> Result<Reply, StoreError> {
    cbor::from_slice(&inbox.reply).map_err(|_| StoreError::Damaged("a stored reply"))
}

/// The case code of a form.
pub(crate) fn case_code(form: &Form) -> Option<ihala_envelope::Personal<String>> {
    form.text(fields::CASE_CODE_ID).cloned()
}
