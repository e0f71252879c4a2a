//! The peer's side: what went between us and an agency that was restored from a backup.

use ihala_envelope::{AgencyId, Digest, Personal, SignedMessage, cbor};
use ihala_protocol::form::Value;
use ihala_protocol::recovery::{Account, AccountEnd, Highest, Recovery, Tree};
use ihala_protocol::referral::{Erasure, EventKind, Request, Role};
use ihala_protocol::rules::RECOVERING;
use ihala_protocol::{Form, Reply, fields, kinds};
use ihala_store::{NODE_SLOT, StoreError};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::keyspace;
use crate::letters::Place;
use crate::receive::stored_reply;
use crate::records::{Arrived, Erasing, Inbox, ReferralRecord, Sent, Witnessed};
use crate::serial::{Incoming, Serial};
use crate::trust::is_farewell;

/// Entries read in one go.
const PAGE: usize = 256;

impl Work<'_> {
    /// An agency was restored from a backup: it is told what it no longer knows. Only who has
    /// the key that its card committed to can ask.
    pub(crate) fn take_recovery(
        &mut self,
        message: &SignedMessage,
        asked: &Recovery,
    ) -> Result<(), Trouble> {
        let agency = message.body().sender;
        if !self.queued_of_kind(&agency, kinds::ACCOUNT)?.is_empty() {
            let witnessed: Option<Witnessed> = self.txn.get(&keyspace::witnessed(&agency))?;
            if witnessed.is_some_and(|known| known.anew == Some(message.body().card)) {
                // One at a time: an account is large.
                return Err(RECOVERING.refuse().into());
            }
            // It was lost again: what answers its last question says nothing to it any more.
            self.drop_account(agency)?;
        }
        let mut account = Account::new(message.digest());
        self.add_protocols(&mut account, &agency);
        let mut highest = Vec::new();
        for known in &asked.sent {
            let card = self.replaced_card(message, &known.card)?;
            self.add_theirs(&mut account, &agency, Serial { card, seq: known.number })?;
            highest.push(self.highest_of(&agency, known.card, card)?);
        }
        let came = |card: &Digest| asked.came.iter().find(|came| came.card == *card);
        let ours = self.directory.me.cards().clone();
        for number in 1..=ours.number() {
            let card = ours.digest_of(number).expect("a number of this chain");
            let upto = came(card).map_or(0, |came| came.number);
            self.add_ours(&mut account, &agency, Serial { card: number, seq: upto })?;
        }
        let tree = self.begin_tree_anew(message)?;
        let subject = tree.map_or(message.digest(), |tree| tree.root);
        self.txn.audit(self.now, Act::PeerRestored, subject, None, None, self.rng);
        for part in account.into_parts(AccountEnd { highest, tree, more: false }) {
            // It holds what records hold: each part has a slot of its own, which is destroyed
            // when the part has arrived.
            let slot = self.txn.new_slot();
            let payload = Personal::new(cbor::to_vec(&part));
            self.post(agency, kinds::ACCOUNT, None, payload, Place::LetterUnder(slot), None)?;
        }
        // What it knew of our own earlier cards it may have forgotten.
        for number in 1..ours.number() {
            self.tell_succession(agency, &ours, number, None)?;
        }
        Ok(())
    }

    fn highest_of(
        &mut self,
        agency: &AgencyId,
        card: Digest,
        number: u16,
    ) -> Result<Highest, StoreError> {
        let incoming: Option<Incoming> = self.txn.get(&keyspace::incoming(agency, number))?;
        let at = Serial { card: number, seq: incoming.map_or(0, |incoming| incoming.highest) };
        let last: Option<Arrived> = self.txn.get(&keyspace::arrived(agency, at))?;
        let digest = last.map(|last| last.digest);
        Ok(Highest { card, number: digest.map_or(0, |_| at.seq), digest })
    }

    /// The contact is lost: what was under way of an account is destroyed, because it would
    /// outlive what is erased meanwhile. The agency asks again.
    pub(crate) fn drop_account(&mut self, agency: AgencyId) -> Result<(), StoreError> {
        let witnessed: Option<Witnessed> = self.txn.get(&keyspace::witnessed(&agency))?;
        if witnessed.is_none_or(|witnessed| witnessed.anew.is_none()) {
            // It was never restored: its queue need not be looked through.
            return Ok(());
        }
        for (at, sent) in self.queued_of_kind(&agency, kinds::ACCOUNT)? {
            self.destroy_account(&sent.at)?;
            self.withhold(&agency, at, sent, RECOVERING.id);
        }
        Ok(())
    }

    /// The protocols that both have signed: what follows is judged by them.
    fn add_protocols(&self, account: &mut Account, agency: &AgencyId) {
        if self.directory.check_heard(agency).is_err() {
            return;
        }
        for isp in self.directory.isps.values() {
            if self.directory.is_signed_with(isp, agency) {
                account.add_protocol(isp.to_stored());
            }
        }
    }

    /// Messages of the agency after a place, with what we answered.
    fn add_theirs(
        &mut self,
        account: &mut Account,
        agency: &AgencyId,
        after: Serial,
    ) -> Result<(), StoreError> {
        let mut from = keyspace::arrived(agency, after.after());
        let end = keyspace::arrived(agency, Serial { seq: u64::MAX, ..after });
        loop {
            let page = self.txn.next_page(&mut from, &end, PAGE)?;
            if page.is_empty() {
                return Ok(());
            }
            for (key, bytes) in page {
                let at = Serial::of_key(&key).ok_or(StoreError::Damaged("a place"))?;
                let arrived: Arrived = crate::txn::decode(&bytes)?;
                // What was refused for good is not kept.
                let Some(message) = self.message_that_arrived(agency, at, &arrived)? else {
                    continue;
                };
                let inbox = keyspace::inbox(agency, &message.body().id);
                let Some(inbox) = self.txn.get::<Inbox>(&inbox)? else { continue };
                let reply = self.under_current_card(stored_reply(&inbox)?);
                let message = self.without_content_if_parted(agency, message);
                if !self.add_exchanged(account, &message, reply)? {
                    return Ok(());
                }
            }
        }
    }

    /// Adds a message; of a request whose content is gone, what is left of it.
    fn add_exchanged(
        &mut self,
        account: &mut Account,
        message: &SignedMessage,
        reply: Reply,
    ) -> Result<bool, StoreError> {
        let request =
            message.body().link.as_ref().filter(|link| {
                link.step == EventKind::Requested.code() && message.payload().is_none()
            });
        let record: Option<ReferralRecord> = match request {
            Some(link) => self.txn.get(&keyspace::referral(&link.referral))?,
            None => None,
        };
        Ok(match record {
            Some(record) => account.add_gone(message, reply, left_of(&record)),
            None => account.add(message, reply),
        })
    }

    fn message_that_arrived(
        &mut self,
        agency: &AgencyId,
        at: Serial,
        arrived: &Arrived,
    ) -> Result<Option<SignedMessage>, StoreError> {
        let mut keys = vec![keyspace::letter_in(agency, at)];
        if let Some(place) = &arrived.event {
            let record: Option<ReferralRecord> =
                self.txn.get(&keyspace::referral(&place.referral))?;
            let role = record.and_then(|record| record.referral.role_of(agency));
            keys = vec![keyspace::held(&place.referral, agency, place.position)];
            keys.extend(role.map(|role| keyspace::event(&place.referral, role, place.position)));
        }
        for key in keys {
            if let Some((_, bytes)) = self.txn.get_bytes(&key)? {
                let message = SignedMessage::from_own_store(&bytes)
                    .map_err(|_| StoreError::Damaged("a stored message"))?;
                if message.digest() == arrived.digest {
                    return Ok(Some(message));
                }
            }
        }
        Ok(None)
    }

    /// Messages of ours after a place that the agency has answered, with its answers. What it
    /// has not answered is in the queue, and comes as it would have.
    fn add_ours(
        &mut self,
        account: &mut Account,
        agency: &AgencyId,
        after: Serial,
    ) -> Result<(), StoreError> {
        let mut from = keyspace::sent(agency, after.after());
        let end = keyspace::sent(agency, Serial { seq: u64::MAX, ..after });
        loop {
            let page = self.txn.next_page(&mut from, &end, PAGE)?;
            if page.is_empty() {
                return Ok(());
            }
            for (_, bytes) in page {
                let sent: Sent = crate::txn::decode(&bytes)?;
                let Some(settled) = &sent.settled else { continue };
                let (_, message) = self.stored_message(&sent.at)?;
                let reply = match settled.refused {
                    None => Reply::Receipt(settled.proof.clone()),
                    Some(_) => Reply::Refusal(settled.proof.clone()),
                };
                let message = match self.content_is_there(&sent, &message)? {
                    true => self.without_content_if_parted(agency, message),
                    false => message.without_payload(),
                };
                if !self.add_exchanged(account, &message, reply)? {
                    return Ok(());
                }
            }
        }
    }

    /// An agency that is no longer on the trust list learns how things ended, and nothing else.
    fn without_content_if_parted(
        &self,
        agency: &AgencyId,
        message: SignedMessage,
    ) -> SignedMessage {
        match self.directory.check_heard(agency).is_err() && !is_farewell(&message) {
            true => message.without_payload(),
            false => message,
        }
    }

    /// Whether the other agency had the content of a message of ours, and was not told, or has
    /// not said, that it is destroyed.
    fn content_is_there(
        &mut self,
        sent: &Sent,
        message: &SignedMessage,
    ) -> Result<bool, StoreError> {
        let refused = sent.settled.as_ref().is_some_and(|settled| settled.refused.is_some());
        // Of these it is enough to know that they took their place.
        if matches!(message.body().kind, kinds::RECOVERY | kinds::ACCOUNT) {
            return Ok(false);
        }
        if refused || (sent.withheld.is_some() && !sent.left) {
            return Ok(false);
        }
        let Some(link) = &message.body().link else { return Ok(true) };
        let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&link.referral))?;
        Ok(record.is_none_or(|record| {
            let theirs = record.referral.receiver_state().erasure == Erasure::Erased;
            !(record.role == Role::Sender && theirs)
        }))
    }

    /// The agency's audit tree is as old as its backup: it begins anew, once under each of its
    /// cards. How far it had come is told, so that the agency can write it down.
    fn begin_tree_anew(&mut self, message: &SignedMessage) -> Result<Option<Tree>, StoreError> {
        let key = keyspace::witnessed(&message.body().sender);
        let known: Witnessed = self.txn.get(&key)?.unwrap_or_default();
        if known.anew == Some(message.body().card) {
            return Ok(None);
        }
        let tree = known.root.map(|root| Tree { size: known.size, root });
        let anew = Some(message.body().card);
        self.txn.put_own(key, &Witnessed { size: 0, root: None, at: None, anew, ..known });
        Ok(tree)
    }

    /// A part of an account has arrived, or will never be taken: what it holds is destroyed.
    pub(crate) fn destroy_account(&mut self, at: &[u8]) -> Result<(), StoreError> {
        let (slot, message) = self.stored_message(at)?;
        if slot != NODE_SLOT {
            let bare = message.without_payload().to_stored();
            self.txn.put_bytes(at.to_vec(), NODE_SLOT, bare);
            self.erase_slot(slot, Erasing { slot: slot.0, referral: None, consent: None });
        }
        Ok(())
    }
}

/// What is left of a request whose content is gone: nothing that tells of the person.
fn left_of(record: &ReferralRecord) -> Request {
    let mut form = Form::default();
    let codes = [(fields::URGENCY_ID, record.urgency), (fields::CASE_TYPE_ID, record.case_type)];
    for (id, code) in codes.into_iter().filter(|(_, code)| *code != 0) {
        form.put(id, Value::Number(code.into()));
    }
    let mut consent = record.scope.clone();
    consent.fields.clear();
    consent.purposes.truncate(1);
    Request {
        form,
        isp: record.isp,
        consent,
        two_stages: record.two_stages,
        transfer: record.transfer,
        handover: record.handover.clone(),
    }
}
