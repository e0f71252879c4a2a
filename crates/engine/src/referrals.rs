//! Referral records: writing events, keeping the lists in step, reading them back.

use ihala_envelope::{ReferralId, Refusal, SignedMessage};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{Record, Scope};
use ihala_protocol::policy::{self, Standing};
use ihala_protocol::referral::{Answer, Applied, Event, EventKind, Role};
use ihala_protocol::rules::{
    CONSENT_MISSING, DEL_WITHHELD, FIELD_BY_STAGE, ISP_UNKNOWN, ONWARD_BY_ISP, REF_STOPPED,
    REF_UNKNOWN,
};
use ihala_protocol::{Form, kinds};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use crate::engine::{Trouble, Work};
use crate::io::{Actor, Failure};
use crate::keyspace;
use crate::letters::Place;
use crate::records::{ReferralRecord, Sent};
use crate::views::Direction;
use crate::words::say;

impl Work<'_> {
    /// Signs an event of ours, applies it, and queues it for the other agency. Without an
    /// actor, it is our node that acts.
    pub(crate) fn author(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        event: &Event,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        self.author_as(record.role, record, slot, event, actor)
    }

    /// The same for either side: in a referral to a receiver without a node, our
    /// caseworker reports the other side's steps, and we sign the report.
    pub(crate) fn author_as(
        &mut self,
        role: Role,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        event: &Event,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        self.check_complete(record)?;
        let link = record.referral.decide(role, event.kind())?;
        // What the other side could not read must not be signed: it could never be unsaid.
        Event::from_payload(link.step, Some(&event.to_payload()))?;
        let at = Place::At(keyspace::event(&link.referral, role, link.position), slot);
        let (to, payload) = (record.counterpart(), event.to_payload());
        let message = self.post(to, kinds::REFERRAL, Some(link.clone()), payload, at, actor)?;
        let before = (link.position > 1 || role == Role::Receiver).then(|| record.clone());
        let applied = record.referral.apply(role, &link, event.kind(), message.digest())?;
        assert_eq!(applied, Applied::Now, "an event that was just decided takes its place");
        if let Event::Supplied(_, supplement) = event {
            // What it covers, and until when, is the same at both ends.
            record.take_supplement(supplement);
        }
        self.put_referral(before.as_ref(), record, slot);
        Ok(())
    }

    /// The same, unless the table does not allow it: then there is nothing to say. What is
    /// missing here after a restore may say it already: then it waits until that is known.
    pub(crate) fn author_if_possible(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        event: &Event,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        if self.is_incomplete(record)? {
            self.remember_order(record, slot, event);
            return Ok(());
        }
        match record.referral.decide(record.role, event.kind()) {
            Ok(_) => self.author(record, slot, event, actor),
            Err(_) => Ok(()),
        }
    }

    /// Whether a note (`feedback.note`) or an appointment's time may be told beside the
    /// steps of a referral now (POL-04, POL-05, REF-12).
    ///
    /// Before the second stage the sender writes no text at all: `author` says whose it is.
    pub(crate) fn may_tell(
        &self,
        record: &ReferralRecord,
        author: Role,
        field: FieldId,
    ) -> Result<(), Refusal> {
        if record.is_withdrawn() || record.erased.is_some() {
            return Err(REF_STOPPED.refuse());
        }
        let first_stage = record.two_stages && !record.referral.sender_state().released;
        if author == Role::Sender && first_stage {
            return Err(FIELD_BY_STAGE.refuse_about("feedback.note"));
        }
        let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_not_ended(isp)?;
        let standing = Standing {
            isp: isp.isp(),
            scope: &record.scope,
            sender: &record.referral.sender,
            recipient: &record.referral.receiver,
            case_type: record.case_type,
        };
        policy::may_tell(&standing, field, self.now)
    }

    /// What consent covers for a referral of ours now: by our own record of it, or, for
    /// an onward referral, by the scope under which it came to us (CON-05, REF-12).
    pub(crate) fn scope_now(&mut self, record: &ReferralRecord) -> Result<Scope, Trouble> {
        if record.is_withdrawn() || record.erased.is_some() {
            return Err(REF_STOPPED.refuse().into());
        }
        let reference = record.consent();
        let recipient = record.referral.receiver;
        if record.own_consent {
            let own: Option<Record> = self.txn.get(&keyspace::consent(&reference))?;
            let own = own.ok_or(CONSENT_MISSING.refuse())?;
            let case_code = own.case_code.clone();
            let case_type = record.case_type;
            return Ok(own.scope(reference, &recipient, Some(case_code.expose()), case_type)?);
        }
        let parent = match record.parent {
            Some(parent) => self.txn.get::<ReferralRecord>(&keyspace::referral(&parent))?,
            None => None,
        };
        let parent = parent.ok_or(CONSENT_MISSING.refuse())?;
        if parent.is_withdrawn() || parent.erased.is_some() {
            return Err(REF_STOPPED.refuse().into());
        }
        self.may_go_onward(&parent)?;
        Ok(Scope { recipient, ..parent.scope })
    }

    /// Whether the protocol under which something came, and its newest version, let it go
    /// onward now (POL-13).
    pub(crate) fn may_go_onward(&self, came: &ReferralRecord) -> Result<(), Refusal> {
        let isp = self.directory.isps.get(&came.isp).ok_or(ISP_UNKNOWN.refuse())?;
        self.directory.check_not_ended(isp)?;
        isp.isp().check_dates(self.now, 0)?;
        let newer = self.directory.newest(isp, &came.counterpart(), self.now);
        match [Some(isp), newer].into_iter().flatten().find(|isp| !isp.isp().onward) {
            Some(isp) => Err(ONWARD_BY_ISP.refuse_about(isp.isp().title.clone())),
            None => Ok(()),
        }
    }

    /// The fields that have gone in a referral so far, as far as they are still here.
    pub(crate) fn form_of(&mut self, record: &ReferralRecord) -> Result<Form, StoreError> {
        let mut form = Form::default();
        for position in 1..=record.referral.len(Role::Sender) {
            let known = record.referral.step_at(Role::Sender, position);
            if known.is_some_and(|k| k == EventKind::Requested || k.carries_fields()) {
                let (message, event) =
                    self.event_at(&record.referral.id, Role::Sender, position)?;
                if record.role == Role::Sender && self.did_not_go(record, &message)? {
                    continue;
                }
                match event {
                    Some(Event::Requested(request)) => form = form.with(&request.form),
                    // What a newer protocol forbids was destroyed; the rest stands apart.
                    None if record.role == Role::Receiver => {
                        let kept: Option<Form> =
                            self.txn.get(&keyspace::whole(&record.referral.id))?;
                        form = form.with(&kept.unwrap_or_default());
                    }
                    Some(Event::Supplied(_, supplement)) => form = form.with(&supplement.form),
                    _ => {}
                }
            }
        }
        Ok(form)
    }

    /// Whether the other agency has nothing of a message's content: it was withheld,
    /// refused, or (an addition) destroyed before it was stored.
    fn did_not_go(
        &mut self,
        record: &ReferralRecord,
        message: &SignedMessage,
    ) -> Result<bool, StoreError> {
        let key = keyspace::sent(&record.counterpart(), self.directory.serial(message)?);
        let sent: Option<Sent> = self.txn.get(&key)?;
        let adds = message.body().link.as_ref().is_some_and(|link| link.position > 1);
        Ok(sent.is_some_and(|sent| {
            let refused = sent.settled.as_ref().is_some_and(|s| s.refused.is_some());
            let withheld = sent.withheld.is_some() && !sent.left;
            withheld || refused || (adds && sent.reduced.is_some())
        }))
    }

    /// Stores a referral and moves it to its place in the lists. `before` is the
    /// record as it was, if there was one.
    pub(crate) fn put_referral(
        &mut self,
        before: Option<&ReferralRecord>,
        record: &mut ReferralRecord,
        slot: SlotNumber,
    ) {
        let id = record.referral.id;
        record.updated = self.now;
        record.refresh(self.retention_days(record), self.now);
        let direction = match record.role {
            Role::Sender => Direction::Out,
            Role::Receiver => Direction::In,
        };
        let places = |r: &ReferralRecord| {
            let status = Some(r.status().task);
            [
                keyspace::list(direction, status, r.created, &id),
                keyspace::list(direction, None, r.created, &id),
                keyspace::by_consent(&r.consent(), &id),
                keyspace::by_request(&r.handover.request, &id),
            ]
        };
        let now = places(record);
        let old = before.map(places).into_iter().flatten();
        for key in old.filter(|key| !now.contains(key)) {
            self.txn.remove(key);
        }
        for key in now {
            self.txn.put_bytes(key, NODE_SLOT, Vec::new());
        }
        let (entry, key) = (record.agenda(), keyspace::agenda(&id));
        // Whatever was there: an entry must not outlive the slot that it is sealed under.
        if entry.is_empty() {
            self.txn.remove(key);
        } else {
            self.txn.put(key, slot, &entry);
        }
        self.note_business(record);
        self.txn.put(keyspace::referral(&id), slot, record);
    }

    /// A referral that must be here: something names it.
    pub(crate) fn referral(
        &mut self,
        id: &ReferralId,
    ) -> Result<(SlotNumber, ReferralRecord), StoreError> {
        let found = self.txn.get_with_slot::<ReferralRecord>(&keyspace::referral(id))?;
        found.ok_or(StoreError::Damaged("a referral is missing"))
    }

    /// What the receiver said the last time that it took a step; nothing if it never did,
    /// or if the content is gone.
    pub(crate) fn newest_step(
        &mut self,
        record: &ReferralRecord,
        kind: EventKind,
    ) -> Result<Option<Answer>, StoreError> {
        let places = (1..=record.referral.len(Role::Receiver)).rev();
        let mut taken =
            places.filter(|at| record.referral.step_at(Role::Receiver, *at) == Some(kind));
        let Some(at) = taken.next() else { return Ok(None) };
        Ok(match self.event_at(&record.referral.id, Role::Receiver, at)? {
            (_, Some(Event::Step(_, answer))) => Some(answer),
            _ => None,
        })
    }

    /// The referral that a person means: by id, or the start of it.
    pub(crate) fn find_referral(
        &mut self,
        text: &str,
    ) -> Result<(SlotNumber, ReferralRecord), Trouble> {
        let id = self.find_id(&REFERRAL, text)?;
        let id = ReferralId::from_slice(&id).ok_or(REF_UNKNOWN.refuse())?;
        let found = self.txn.get_with_slot(&keyspace::referral(&id))?;
        found.ok_or_else(|| Failure::NotFound(say(REFERRAL.unknown)).into())
    }

    /// The 16-byte id of a kind that starts with the digits of `text`.
    pub(crate) fn find_id(&mut self, kind: &Named, text: &str) -> Result<[u8; 16], Trouble> {
        let text = text.trim().to_lowercase();
        let is_hex = text.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_hex || !(4..=32).contains(&text.len()) {
            return Err(Failure::invalid(say(kind.no_id)).into());
        }
        let bound = |fill: &str| {
            let digits = format!("{text}{}", fill.repeat(32 - text.len()));
            let id = data_encoding::HEXLOWER.decode(digits.as_bytes());
            let mut key = vec![kind.letter];
            key.extend(id.expect("32 hexadecimal digits"));
            key
        };
        let mut end = bound("f");
        end.push(0);
        let found = self.txn.range(&bound("0"), &end, 2)?;
        match found.as_slice() {
            [(key, _)] => Ok(key[1..].try_into().map_err(|_| StoreError::Damaged("an id"))?),
            [] => Err(Failure::NotFound(say(kind.unknown)).into()),
            _ => Err(Failure::invalid(say(kind.several)).into()),
        }
    }

    /// An event of a referral, with the message that carried it; no event if its payload
    /// is gone and the step says nothing without it.
    pub(crate) fn event_at(
        &mut self,
        id: &ReferralId,
        role: Role,
        position: u32,
    ) -> Result<(SignedMessage, Option<Event>), StoreError> {
        const DAMAGED: StoreError = StoreError::Damaged("a stored event");
        let (_, message) = self.stored_message(&keyspace::event(id, role, position))?;
        let step = message.body().link.as_ref().ok_or(DAMAGED)?.step;
        let event = match Event::from_payload(step, message.payload()) {
            Ok(event) => Some(event),
            Err(refusal) if refusal.rule.id == DEL_WITHHELD.id => None,
            Err(_) => return Err(DAMAGED),
        };
        Ok((message, event))
    }
}

/// What people name by the first digits of its id, and what is said if that names nothing.
pub(crate) struct Named {
    letter: u8,
    no_id: &'static str,
    several: &'static str,
    unknown: &'static str,
}

/// A referral.
pub(crate) const REFERRAL: Named = Named {
    letter: keyspace::REFERRALS,
    no_id: "referral-no-id",
    several: "referral-several",
    unknown: "referral-unknown",
};

/// A consent.
pub(crate) const CONSENT: Named = Named {
    letter: keyspace::CONSENTS,
    no_id: "consent-no-id",
    several: "consent-several",
    unknown: "consent-unknown",
};
