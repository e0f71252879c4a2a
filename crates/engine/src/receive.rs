//! Receiving an envelope, in the order of `spec/envelope.md` and `spec/delivery.md`.
//!
//! What is refused before the sender is proven is counted, not kept: a stranger
//! must not be able to fill the disk. What is refused after that is kept for ever
//! with the signed refusal, and given the same answer again.

use ihala_envelope::rule::{OTHER_CARD, UNKNOWN_KEY};
use ihala_envelope::{
    AgencyId, Finality, ReferralId, Refusal, Rule, SealedEnvelope, SignedMessage, Timestamp, cbor,
};
use ihala_protocol::FieldId;
use ihala_protocol::consent::Record;
use ihala_protocol::deadline::Limits;
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::policy::{Disclosure, Question};
use ihala_protocol::referral::{Applied, Event, EventKind, Request, Role, Withdrawal};
use ihala_protocol::rules::{
    CARD_FORK, CARD_SUPERSEDED, CONSENT_STATE, DEL_EQUIVOCATION, DEL_EXPIRED, DEL_FORK, DEL_FUTURE,
    DEL_LINK, ISP_REPLACED, ISP_UNKNOWN, LOOP, RECOVERING, REF_CHAIN, REF_EARLY, REF_FORK,
    REF_FORM, REF_HANDOVER, REF_NOT_PARTY, REF_UNKNOWN, UNKNOWN_AGENCY, is_alarm,
};
use ihala_protocol::{Isp, Receipt, Referral, RefusalNotice, Reply, fields, kinds, limits};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use crate::audit::Act;
use crate::conduct::End;
use crate::engine::{Trouble, Work};
use crate::io::Failure;
use crate::keep::Reduced;
use crate::keyspace;
use crate::records::{Arrived, EventPlace, Inbox, ReferralRecord, withheld_fields};
use crate::recovery::is_of_recovery;
use crate::serial::{Incoming, Serial};
use crate::trust::Way;

impl Work<'_> {
    /// Handles an envelope; the reply is for whoever brought it. Who that was does not
    /// matter: an envelope proves its own sender.
    pub(crate) fn received(&mut self, bytes: &[u8]) -> Result<Reply, StoreError> {
        let message = match self.open(bytes) {
            Ok(message) => message,
            Err((refusal, claimed)) => {
                self.count(keyspace::not_taken(refusal.rule.id))?;
                self.txn.keep();
                if refusal.rule.id == OTHER_CARD.id {
                    claimed.into_iter().for_each(|agency| self.inquiries.hint(agency, self.now));
                }
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
            if self.conduct.is_same(&known.digest, &message.digest()) {
                // The same answer again, whatever time, trust or protocol say now.
                return Ok(self.under_current_card(stored_reply(&known)?));
            }
            // A forger with an old key must not be able to raise this alarm.
            if matches!(self.check_card(&message), Ok(())) {
                return self.alarm(&message, &DEL_EQUIVOCATION.refuse());
            }
        }
        let taken = self.check_card(&message).and_then(|()| self.take_in(&message));
        match taken {
            Ok(reduced) => Ok(self.settle_received(&message, None, reduced)?),
            Err(Trouble::Stop(error)) => Err(error),
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                self.txn.roll_back();
                self.refuse(&message, &refusal)
            }
            Err(Trouble::Failure(other)) => {
                unreachable!("receiving gives refusals only, not {other:?}")
            }
        }
    }

    /// ENV-01 to ENV-14, TRU-01.
    ///
    /// With a refusal goes the sender that the message names, if it names a known one.
    fn open(&self, bytes: &[u8]) -> Result<SignedMessage, (Refusal, Option<AgencyId>)> {
        let nobody = |refusal| (refusal, None);
        let sealed = SealedEnvelope::decode(bytes).map_err(nobody)?;
        let secret = self.ring.secret(sealed.kid());
        let secret = secret.ok_or_else(|| nobody(UNKNOWN_KEY.refuse()))?;
        let opened = sealed.open(secret, &self.me()).map_err(nobody)?;
        let (sender, card) = (opened.claimed_sender(), opened.claimed_card());
        let known = self.directory.agencies.get(&sender);
        let cards = known.ok_or_else(|| nobody(UNKNOWN_AGENCY.refuse()))?.profile.cards();
        let named = |refusal| (refusal, Some(sender));
        let key = cards.key_under(&card).ok_or_else(|| named(OTHER_CARD.refuse()))?;
        opened.verify(&card, key).map_err(named)
    }

    /// Everything from trust to the referral's own rules.
    fn take_in(&mut self, message: &SignedMessage) -> Result<Reduced, Trouble> {
        let body = message.body();
        self.check_trust(message)?;
        if !self.directory.is_undisputed(&body.sender) {
            return Err(CARD_FORK.refuse().into());
        }
        if body.created > self.now.plus(limits::CLOCK_SKEW) {
            return Err(DEL_FUTURE.refuse().into());
        }
        self.check_sequence(message)?;
        if body.expires.is_some_and(|e| e < self.now) {
            return Err(DEL_EXPIRED.refuse().into());
        }
        // Before it has told what came between us, nothing it says can find its place.
        if self.directory.is_behind(&body.sender) && !is_of_recovery(body.kind) {
            return Err(RECOVERING.refuse().into());
        }
        if body.kind != kinds::REFERRAL {
            return self.take_letter(message).map(|()| None);
        }
        let link = body.link.as_ref().ok_or(REF_FORM.refuse())?;
        match Event::from_payload(link.step, message.payload())? {
            // What is reported is about a receiver without a node, and never travels.
            Event::Step(_, answer) if answer.report.is_some() => Err(REF_FORM.refuse().into()),
            Event::Requested(request) => self.take_request(message, link.referral, &request),
            event => self.take_step(message, link.referral, event),
        }
    }

    /// DEL-02, DEL-03.
    fn check_sequence(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let (sender, at) = (message.body().sender, self.directory.serial(message)?);
        if self.txn.get::<Arrived>(&keyspace::arrived(&sender, at))?.is_some() {
            return Err(DEL_FORK.refuse().into());
        }
        let before: Option<Arrived> = match at.before() {
            Some(before) => self.txn.get(&keyspace::arrived(&sender, before))?,
            None => None,
        };
        let after: Option<Arrived> = self.txn.get(&keyspace::arrived(&sender, at.after()))?;
        let links = before.is_none_or(|b| message.body().previous == Some(b.digest))
            && after.is_none_or(|a| a.previous == Some(message.digest()));
        if links { Ok(()) } else { Err(DEL_LINK.refuse().into()) }
    }

    fn take_request(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
        request: &Request,
    ) -> Result<Reduced, Trouble> {
        if self.txn.get_bytes(&keyspace::referral(&id))?.is_some() {
            return Err(REF_FORK.refuse().into());
        }
        let case_type = request.form.code(fields::CASE_TYPE_ID).unwrap_or(0);
        self.check_trust_scope(&message.body().sender, case_type, Way::In)?;
        // Under a consent that ended here, by our record of it or by the person's own word,
        // nothing more is taken.
        let consent = keyspace::consent(&request.consent.reference);
        let sender = message.body().sender;
        let ended = |r: &Record| !r.permits() || r.excluded.contains(&sender);
        let reference = &request.consent.reference;
        let own: Option<Record> = self.txn.get(&consent)?;
        let withdrawn = self.txn.get_bytes(&keyspace::ended(reference))?.is_some()
            || self.txn.get_bytes(&keyspace::ended_with(reference, &sender))?.is_some();
        if withdrawn || own.as_ref().is_some_and(ended) {
            return Err(CONSENT_STATE.refuse().into());
        }
        // What goes under our own consent has gone through us.
        if own.is_some() && !request.handover.has_held(&self.me()) {
            return Err(REF_HANDOVER.refuse().into());
        }
        let body = message.body();
        let isp = self.directory.isps.get(&request.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_in_use(isp, &body.sender, self.now, true)?;
        let question = question_about(message, request, isp.isp(), self.now);
        // The same question that the sender asked, asked again (design §6).
        self.conduct.judge(End::Receiver, &question)?.whole()?;
        let forbidden = match self.directory.newest(isp, &body.sender, self.now) {
            Some(newer) => {
                let under_it = Question { isp: newer.isp(), ..question };
                let judged = self.conduct.judge(End::Receiver, &under_it);
                judged.map_err(|_| ISP_REPLACED.refuse_about(newer.isp().title.clone()))?.withheld
            }
            None => Vec::new(),
        };
        let limits = *isp.isp().limits();
        self.check_handover(&request.handover, &body.sender)?;
        self.store_request(message, id, request, (&limits, &forbidden))
    }

    /// Stores a request of a peer, without what is not to be kept of it.
    pub(crate) fn store_request(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
        request: &Request,
        (limits, forbidden): (&Limits, &[(FieldId, &'static Rule)]),
    ) -> Result<Reduced, Trouble> {
        let body = message.body();
        let start = self.conduct.starts_clocks(self.now, body.created);
        let slot = self.txn.new_slot();
        let reduced = forbidden.first().map(|(_, rule)| rule.id.to_owned());
        let stored = match &reduced {
            None => message.clone(),
            Some(rule) => {
                let digest = message.digest();
                self.txn.audit(self.now, Act::Reduced, digest, None, Some(rule), self.rng);
                // What a newer version forbids is destroyed before anything is stored.
                let gone: Vec<FieldId> = forbidden.iter().map(|(id, _)| *id).collect();
                let kept: Vec<FieldId> =
                    request.form.ids().filter(|id| !gone.contains(id)).collect();
                self.txn.put(keyspace::whole(&id), slot, &request.form.only(&kept));
                message.clone().without_payload()
            }
        };
        // By our own clock, from when it came: what the sender says of its time decides
        // nothing here.
        let mut record = ReferralRecord {
            withheld: withheld_fields(forbidden),
            ..ReferralRecord::new(
                Referral::new(id, body.sender, body.recipient),
                Role::Receiver,
                &request.form,
                request,
                limits,
                (body.created, start),
            )
        };
        match self.apply(&mut record, slot, Role::Sender, &stored)? {
            Applied::Now => {
                self.put_referral(None, &mut record, slot);
                Ok(reduced)
            }
            // A first event names nothing that could be missing.
            Applied::Held | Applied::Known => Err(REF_CHAIN.refuse().into()),
        }
    }

    /// REF-14, POL-15.
    fn check_handover(&mut self, handover: &Handover, sender: &AgencyId) -> Result<(), Trouble> {
        if handover.via.last() != Some(sender) {
            return Err(REF_HANDOVER.refuse().into());
        }
        if handover.again.is_none() && self.has_held(&handover.request, &handover.via)? {
            return Err(LOOP.refuse().into());
        }
        Ok(())
    }

    /// Whether we have handed this request on, or received it before.
    fn has_held(
        &mut self,
        request: &ServiceRequestId,
        via: &[AgencyId],
    ) -> Result<bool, StoreError> {
        let (from, to) = keyspace::by_request_of(request);
        Ok(via.contains(&self.me()) || !self.txn.range(&from, &to, 1)?.is_empty())
    }

    fn take_step(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
        event: Event,
    ) -> Result<Reduced, Trouble> {
        let found = self.txn.get_with_slot::<ReferralRecord>(&keyspace::referral(&id))?;
        let Some((slot, record)) = found else {
            return Err(self.unknown_referral(message, id)?.into());
        };
        let author = record.referral.role_of(&message.body().sender);
        let author = author.ok_or(REF_NOT_PARTY.refuse())?;
        // By its own word, or by one that could not take its place yet: an order of ours to
        // that agency alone says nothing of what the person tells it later.
        let known = record.order != Withdrawal::No
            || (author == Role::Receiver && record.referral.receiver_state().stopped);
        let (message, event, reduced) = self.fit_to_keep(message, &record, event)?;
        let mut after = record.clone();
        let applied = self.apply(&mut after, slot, author, &message)?;
        if applied == Applied::Held && matches!(event, Event::Supplied(..)) {
            // Fields are judged by the state in which they take their place: nothing of
            // them is kept before.
            return Err(REF_EARLY.refuse().into());
        }
        match applied {
            Applied::Now => {
                self.applied(&record, after, slot, &event)?;
                self.apply_held(id)?;
            }
            Applied::Held => self.hold(&message, slot)?,
            Applied::Known => return Err(REF_FORK.refuse().into()),
        }
        if matches!(event.kind(), EventKind::Stopped | EventKind::ErasureOrdered) {
            let (slot, record) = self.referral(&id)?;
            if !self.conduct.obeys(record.referral.receiver_state().progress) {
                return Ok(reduced);
            }
            self.obey(record, slot, event.kind(), known)?;
        }
        Ok(reduced)
    }

    /// Stores the referral after an event took its place, and does what follows from it.
    fn applied(
        &mut self,
        before: &ReferralRecord,
        mut record: ReferralRecord,
        slot: SlotNumber,
        event: &Event,
    ) -> Result<(), Trouble> {
        if let Event::Supplied(_, supplement) = event {
            record.take_supplement(supplement);
        }
        self.put_referral(Some(before), &mut record, slot);
        self.react(&mut record, slot, event)
    }

    /// A step of a referral that is not here comes again while an earlier message can
    /// still bring the referral (REF-11); after that it is refused (REF-02). Nothing of
    /// it is kept: it could not be judged.
    fn unknown_referral(
        &mut self,
        message: &SignedMessage,
        id: ReferralId,
    ) -> Result<Refusal, StoreError> {
        let at = self.directory.serial(message)?;
        let key = keyspace::incoming(&message.body().sender, at.card);
        let incoming: Incoming = self.txn.get(&key)?.unwrap_or_default();
        let under_way =
            incoming.contiguous + 1 < at.seq || self.awaits_before(&message.body().sender, at)?;
        let rule = if under_way { &REF_EARLY } else { &REF_UNKNOWN };
        Ok(rule.refuse_about(id.short()))
    }

    /// Keeps an event until it can be applied. A second one for the same place is a fork.
    pub(crate) fn hold(
        &mut self,
        message: &SignedMessage,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        let link = message.body().link.as_ref().expect("checked by take_in");
        let key = keyspace::held(&link.referral, &message.body().sender, link.position);
        if self.txn.get_bytes(&key)?.is_some() {
            return Err(REF_FORK.refuse().into());
        }
        self.txn.put_bytes(key, slot, message.to_stored());
        Ok(())
    }

    /// Applies an event of `author` and stores it, if it can take its place now.
    pub(crate) fn apply(
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
            let key = keyspace::event(&link.referral, author, link.position);
            self.txn.put_bytes(key, slot, message.to_stored());
        }
        Ok(applied)
    }

    /// Applies what was held for this referral, as far as it can take its place now. It
    /// was judged when it came and is judged again: the state is another by now.
    fn apply_held(&mut self, id: ReferralId) -> Result<(), Trouble> {
        // Only the next place of each chain can be free: no more than that is read.
        while self.apply_next_held(id, Role::Sender)? || self.apply_next_held(id, Role::Receiver)? {
        }
        Ok(())
    }

    /// Whether the event that was held for the next place of a chain is out of the way.
    fn apply_next_held(&mut self, id: ReferralId, author: Role) -> Result<bool, Trouble> {
        let (slot, before) = self.referral(&id)?;
        let next = before.referral.len(author) + 1;
        let key = keyspace::held(&id, &before.referral.agency(author), next);
        let Some((_, bytes)) = self.txn.get_bytes(&key)? else { return Ok(false) };
        let message = SignedMessage::from_own_store(&bytes)
            .map_err(|_| StoreError::Damaged("a held message"))?;
        let step = message.body().link.as_ref().map_or(0, |link| link.step);
        let event = Event::from_payload(step, message.payload())?;
        if author == before.role {
            // A step of ours that has come back after a restore.
            if self.own_step(&before, slot, &message, event)? == Applied::Held {
                return Ok(false);
            }
            self.txn.remove(key);
            self.catch_up(&id)?;
            return Ok(true);
        }
        let (message, event, _) = self.fit_to_keep(&message, &before, event)?;
        let mut after = before.clone();
        match self.apply(&mut after, slot, author, &message) {
            Ok(Applied::Held) => return Ok(false),
            Ok(Applied::Known) => {}
            Ok(Applied::Now) => {
                self.txn.remove(key.clone());
                self.applied(&before, after, slot, &event)?;
            }
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                // It has its receipt already: all that is left is the alarm.
                self.record_alarm(&message, refusal.rule)?;
            }
            Err(other) => return Err(other),
        }
        self.txn.remove(key);
        Ok(true)
    }

    /// Refuses a message whose sender is proven.
    fn refuse(&mut self, message: &SignedMessage, refusal: &Refusal) -> Result<Reply, StoreError> {
        if refusal.rule.finality == Finality::Transient {
            let sender = message.body().sender;
            self.contacts.refused(sender, refusal.rule);
            if refusal.rule.id == CARD_SUPERSEDED.id {
                self.inquiries.tell(sender, sender, self.now);
            }
            self.count(keyspace::not_taken(refusal.rule.id))?;
            self.txn.keep();
            return Ok(Reply::NotStored(refusal.rule.id.to_owned()));
        }
        if [&DEL_FORK, &DEL_LINK].iter().any(|rule| rule.id == refusal.rule.id) {
            // Its place in the sequence is not its own: it must not be recorded there.
            return self.alarm(message, refusal);
        }
        self.settle_received(message, Some(refusal), None)
    }

    /// Puts a message into its place of its sender's sequence.
    pub(crate) fn register_arrival(
        &mut self,
        message: &SignedMessage,
        stored: bool,
    ) -> Result<Incoming, StoreError> {
        let body = message.body();
        let at = self.directory.serial(message)?;
        let key = keyspace::incoming(&body.sender, at.card);
        let mut incoming: Incoming = self.txn.get(&key)?.unwrap_or_default();
        let event = body
            .link
            .as_ref()
            .map(|link| EventPlace { referral: link.referral, position: link.position });
        let arrived = Arrived { digest: message.digest(), previous: body.previous, event };
        self.txn.put_own(keyspace::arrived(&body.sender, at), &arrived);
        if stored && is_kept_for_its_sender(body.kind) {
            // Its sender may be restored from a backup one day, and ask for it.
            let key = keyspace::letter_in(&body.sender, at);
            self.txn.put_bytes(key, NODE_SLOT, message.to_stored());
        }
        if self.directory.profile(&body.sender).is_some_and(|p| p.cards().digest() != body.card) {
            self.txn.remove(keyspace::outstanding(&body.sender, at, &message.digest()));
        }
        incoming.highest = incoming.highest.max(at.seq);
        incoming.latest = incoming.latest.max(Some(body.created));
        while incoming.contiguous < incoming.highest {
            let next = Serial { seq: incoming.contiguous + 1, ..at };
            if self.txn.get_bytes(&keyspace::arrived(&body.sender, next))?.is_none() {
                break;
            }
            incoming.contiguous += 1;
        }
        self.txn.put_own(key, &incoming);
        Ok(incoming)
    }

    /// Answers for good, and keeps the answer.
    fn settle_received(
        &mut self,
        message: &SignedMessage,
        refusal: Option<&Refusal>,
        reduced: Reduced,
    ) -> Result<Reply, StoreError> {
        let body = message.body();
        let incoming = self.register_arrival(message, refusal.is_none())?;
        match refusal.map(|r| r.rule) {
            None => {
                self.txn.audit(self.now, Act::Stored, message.digest(), None, None, self.rng);
            }
            Some(rule) if is_alarm(rule) => self.record_alarm(message, rule)?,
            Some(rule) => {
                let id = Some(rule.id);
                self.txn.audit(self.now, Act::Refused, message.digest(), None, id, self.rng);
            }
        }
        self.contacts.heard(&body.sender);
        let reply = match refusal {
            None => self.receipt(message, &incoming, reduced),
            Some(refusal) => self.refusal_notice(message, refusal),
        };
        let inbox = Inbox { digest: message.digest(), reply: cbor::to_vec(&reply).into() };
        self.txn.put_own(keyspace::inbox(&body.sender, &body.id), &inbox);
        self.txn.keep();
        Ok(reply)
    }

    fn receipt(&self, message: &SignedMessage, incoming: &Incoming, reduced: Reduced) -> Reply {
        let receipt = Receipt {
            message: message.body().id,
            digest: message.digest(),
            by: self.me(),
            card: self.directory.me.cards().digest(),
            to: message.body().sender,
            at: self.now,
            contiguous: incoming.contiguous,
            highest: incoming.highest,
            reduced,
        };
        Reply::Receipt(receipt.sign(self.identity).into())
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
        Reply::Refusal(notice.sign(self.identity).into())
    }

    /// Two signed documents where one may stand. The answer is kept, so that the same
    /// bytes get it again and cost nothing more.
    fn alarm(&mut self, message: &SignedMessage, refusal: &Refusal) -> Result<Reply, StoreError> {
        let key = keyspace::forked(&message.body().sender, &message.digest());
        if let Some(known) = self.txn.get::<Inbox>(&key)? {
            return stored_reply(&known);
        }
        self.record_alarm(message, refusal.rule)?;
        // Answered for good: nobody waits for it.
        let at = self.directory.serial(message)?;
        self.txn.remove(keyspace::outstanding(&message.body().sender, at, &message.digest()));
        let reply = self.refusal_notice(message, refusal);
        let inbox = Inbox { digest: message.digest(), reply: cbor::to_vec(&reply).into() };
        self.txn.put_own(key, &inbox);
        self.txn.keep();
        Ok(reply)
    }

    pub(crate) fn record_alarm(
        &mut self,
        message: &SignedMessage,
        rule: &Rule,
    ) -> Result<(), StoreError> {
        let (subject, sender) = (message.digest(), message.body().sender);
        self.txn.audit(self.now, Act::Alarm, subject, None, Some(rule.id), self.rng);
        // The signed part is the evidence; what it says of a person is not needed for that.
        let evidence = message.clone().without_payload().to_stored();
        self.txn.put_bytes(keyspace::evidence(&sender, &subject), NODE_SLOT, evidence);
        self.count(keyspace::alarm(&sender, rule.id))
    }
}

/// What a receiver asks about a request.
pub(crate) fn question_about<'q>(
    message: &'q SignedMessage,
    request: &'q Request,
    isp: &'q Isp,
    now: Timestamp,
) -> Question<'q> {
    Question {
        sender: &message.body().sender,
        recipient: &message.body().recipient,
        form: &request.form,
        disclosure: match request.two_stages {
            true => Disclosure::First,
            false => Disclosure::OneStage,
        },
        isp,
        consent: Some(&request.consent),
        now,
        skew: limits::CLOCK_SKEW,
    }
}

/// Letters with which their sender says something of its own: about protocols and services.
const fn is_kept_for_its_sender(kind: u16) -> bool {
    matches!(kind, kinds::ISP | kinds::NOMINATION)
}

pub(crate) fn stored_reply(inbox: &Inbox) -> Result<Reply, StoreError> {
    cbor::from_slice(&inbox.reply).map_err(|_| StoreError::Damaged("a stored reply"))
}
