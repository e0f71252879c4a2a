//! What comes back: a receipt or a refusal settles a message, all else does not.

use ihala_envelope::rule::OTHER_CARD;
use ihala_envelope::{AgencyId, MessageId, cbor};
use ihala_protocol::referral::{EventKind, Role, Stage, Withdrawal};
use ihala_protocol::rules::{
    AUDIT_EARLY, CARD_SUPERSEDED, DEL_FUTURE, DEL_REPLY, ISP_UNKNOWN, ISP_UNSIGNED, NOT_MEMBER,
    NOT_TRUSTED, RECOVERING, REF_EARLY,
};
use ihala_protocol::{Receipt, RefusalNotice, Reply, kinds};
use ihala_store::{NODE_SLOT, StoreError};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::keyspace;
use crate::records::{Count, ReferralRecord, Sent, Settled};
use crate::serial::Serial;

impl Work<'_> {
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
