//! Messages of our own that come back with an account.

use ihala_envelope::{AgencyId, SignedMessage};
use ihala_protocol::consent::{Record, State};
use ihala_protocol::letter::{IspLetter, Letter, Nomination};
use ihala_protocol::referral::{Applied, Event, EventKind, Role};
use ihala_protocol::rules::LETTER_FORM;
use ihala_protocol::{Form, Referral, Reply, SignedIsp, kinds};
use ihala_store::{NODE_SLOT, SlotNumber};

use super::replay::{Returned, fit_to_return};
use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::keyspace;
use crate::records::{Changed, Hold, ReferralRecord, Sent, Settled};
use crate::serial::Serial;

impl Work<'_> {
    /// A message of ours.
    pub(super) fn replay_ours(
        &mut self,
        agency: &AgencyId,
        at: Serial,
        returned: &Returned,
        last: bool,
    ) -> Result<bool, Trouble> {
        let (message, answered) = (&returned.message, &returned.answered);
        let (Reply::Receipt(proof) | Reply::Refusal(proof)) = &returned.reply else {
            return Ok(true);
        };
        let settled =
            Settled { at: answered.at, refused: answered.refused.clone(), proof: proof.clone() };
        if let Some(sent) = self.txn.get::<Sent>(&keyspace::sent(agency, at))? {
            if sent.settled.is_none() && sent.digest == message.digest() {
                let sent = Sent { reduced: answered.reduced.clone(), ..sent };
                self.mark_refused(&sent, answered.refused.as_deref())?;
                self.settle(*agency, at, sent, settled);
            }
            return Ok(true);
        }
        let place = match &message.body().link {
            None => self.take_back_letter(agency, at, message)?,
            Some(link) => {
                if !self.take_back_event(returned, last)? {
                    return Ok(false);
                }
                let found: Option<ReferralRecord> =
                    self.txn.get(&keyspace::referral(&link.referral))?;
                // Of a referral that nothing is left of, nothing is noted.
                let Some(record) = found else { return Ok(true) };
                keyspace::event(&link.referral, record.role, link.position)
            }
        };
        let sent = Sent {
            message: message.body().id,
            digest: message.digest(),
            at: place.into(),
            settled: Some(settled),
            withheld: None,
            reduced: answered.reduced.clone(),
            left: true,
        };
        self.txn.put_own(keyspace::sent(agency, at), &sent);
        if let Some(mut behind) = self.directory.behind.get(agency).cloned() {
            if let Some(known) = behind.sent.iter_mut().find(|known| known.card == at.card) {
                known.seq = known.seq.max(at.seq);
            }
            self.put_behind(*agency, behind);
        }
        Ok(true)
    }

    /// A protocol that we and a peer have signed. Whoever had our old key may have signed it,
    /// and nobody else than the peer may have known of it: people look at it before it is
    /// signed again.
    pub(super) fn take_back_protocol(&mut self, agency: &AgencyId, bytes: &[u8]) {
        let me = self.me();
        let offered = SignedIsp::from_offer(bytes, agency, |signer| {
            // Our own signature under an earlier card was ours when the peer stored it.
            match signer.agency == me {
                true => self.directory.stored_key(&me, &signer.card),
                false => self.directory.key_of_signer(signer),
            }
        });
        let Ok(mut offered) = offered else { return };
        if !offered.signers().any(|signer| *signer == me) {
            return;
        }
        if let Some(known) = self.directory.isps.get(&offered.digest()) {
            offered.merge(known);
        }
        self.put_isp(offered, Act::IspTakenIn, None);
    }

    /// A letter of ours: what it did here is done again. Its place in the store.
    fn take_back_letter(
        &mut self,
        agency: &AgencyId,
        at: Serial,
        message: &SignedMessage,
    ) -> Result<Vec<u8>, Trouble> {
        let body = message.body();
        let told = message.payload().map(|payload| Letter::read(body.kind, payload.expose()));
        match told {
            Some(Ok(Letter::Isp(IspLetter::Change(isp, change)))) => {
                let made = Some(body.created);
                self.change_isp(isp, body.sender, Changed { change, at: None, made }, None);
            }
            Some(Ok(Letter::Isp(IspLetter::Offer(bytes)))) => {
                self.take_back_protocol(&body.recipient, &bytes);
            }
            Some(Ok(Letter::Nomination(Nomination { form }))) => {
                self.note_own_nomination(body.recipient, body.created, form)?;
            }
            _ => {}
        }
        // What others hold under slots of their own has no place under the node's.
        let kept = match body.kind {
            kinds::ISP | kinds::NOMINATION => message.clone(),
            _ => message.clone().without_payload(),
        };
        let key = keyspace::letter(agency, at);
        self.txn.put_bytes(key.clone(), NODE_SLOT, kept.to_stored());
        self.returned_leaf(message);
        Ok(key)
    }

    /// An event of our own; whether it has found its place.
    fn take_back_event(&mut self, returned: &Returned, last: bool) -> Result<bool, Trouble> {
        let message = &returned.message;
        let link = message.body().link.clone().ok_or(LETTER_FORM.refuse())?;
        let found =
            self.txn.get_with_slot::<ReferralRecord>(&keyspace::referral(&link.referral))?;
        if link.step == EventKind::Requested.code() {
            return match found {
                Some(_) => Ok(true),
                None => self.take_back_request(returned),
            };
        }
        let event = Event::from_payload(link.step, message.payload());
        let (Some((slot, record)), Ok(event)) = (found, event) else { return Ok(last) };
        match self.own_step(&record, slot, message, event)? {
            Applied::Held if last => {
                self.hold(message, slot)?;
                Ok(true)
            }
            Applied::Held => Ok(false),
            Applied::Now | Applied::Known => Ok(true),
        }
    }

    /// Lets a step of our own take its place again, with what it did here.
    pub(crate) fn own_step(
        &mut self,
        before: &ReferralRecord,
        slot: SlotNumber,
        message: &SignedMessage,
        event: Event,
    ) -> Result<Applied, Trouble> {
        let (kept, event) = fit_to_return(before, message, event, false);
        let mut after = before.clone();
        let applied = self.apply(&mut after, slot, before.role, &kept)?;
        if applied != Applied::Now {
            return Ok(applied);
        }
        self.returned_leaf(&kept);
        match &event {
            Event::Supplied(_, supplement) => {
                after.take_supplement(supplement);
                let key = keyspace::whole(&after.referral.id);
                let whole: Option<Form> = self.txn.get(&key)?;
                let whole = whole.unwrap_or_default().with(&supplement.form);
                self.txn.put(key, slot, &whole);
            }
            Event::Step(EventKind::Retained, answer) => {
                let hold = answer.code.zip(answer.at).map(|(basis, until)| Hold { basis, until });
                after.hold = hold.or(after.hold);
            }
            _ => {}
        }
        self.put_referral(Some(before), &mut after, slot);
        match (before.role, event.kind()) {
            (Role::Sender, kind @ (EventKind::Stopped | EventKind::ErasureOrdered)) => {
                self.own_withdrawal_is_back(after, slot, kind)?;
            }
            (Role::Receiver, EventKind::Erased) => {
                self.bury(&mut after, slot)?;
            }
            (Role::Receiver, EventKind::Stopped) => {
                self.txn.put_own(keyspace::ended(&before.consent()), &self.now);
            }
            _ => {}
        }
        Ok(Applied::Now)
    }

    /// We had ordered to stop or to erase. How much of the consent was withdrawn then, nobody
    /// can tell any more: the person is to be asked before anything else goes under it.
    fn own_withdrawal_is_back(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
        kind: EventKind,
    ) -> Result<(), Trouble> {
        let consent = record.consent();
        if record.own_consent {
            let own: Option<Record> = self.txn.get(&keyspace::consent(&consent))?;
            if own.is_some_and(|own| own.permits()) {
                self.change_consent(&consent, State::Requested)?;
                let before = record.clone();
                record.ask_person = record.ask_person.or(Some(self.now));
                self.put_referral(Some(&before), &mut record, slot);
            }
        }
        if kind == EventKind::ErasureOrdered {
            self.bury(&mut record, slot)?;
        }
        Ok(())
    }

    /// A request of ours that was made after the backup. Of its form only what went is known.
    fn take_back_request(&mut self, returned: &Returned) -> Result<bool, Trouble> {
        let message = &returned.message;
        let body = message.body();
        let link = body.link.as_ref().ok_or(LETTER_FORM.refuse())?;
        let event = Event::from_payload(link.step, message.payload());
        let Ok(Event::Requested(request)) = event else {
            return self.bury_again(returned, link.referral, Role::Sender);
        };
        let Some(isp) = self.directory.isps.get(&request.isp) else { return Ok(false) };
        let limits = *isp.isp().limits();
        let referral = Referral::new(link.referral, body.sender, body.recipient);
        let times = (body.created, body.created);
        let mut record = ReferralRecord {
            own_consent: true,
            ..ReferralRecord::new(referral, Role::Sender, &request.form, &request, &limits, times)
        };
        let slot = self.txn.new_slot();
        self.txn.put(keyspace::whole(&link.referral), slot, &request.form);
        self.apply(&mut record, slot, Role::Sender, message)?;
        self.put_referral(None, &mut record, slot);
        self.returned_leaf(message);
        self.link_by_request(&request)?;
        Ok(true)
    }
}
