//! What an account brings back: each message takes its place as it was judged then, and is
//! neither judged nor answered again.

use ihala_envelope::{
    AgencyId, Digest, IdentityKey, OpenedMessage, SignedMessage, Timestamp, cbor,
};
use ihala_protocol::recovery::{AccountEnd, AccountPart, Exchanged, exchanged};
use ihala_protocol::referral::{Answer, Event, Request};
use ihala_protocol::rules::LETTER_FORM;
use ihala_protocol::{Receipt, RefusalNotice, Reply, kinds};
use ihala_store::StoreError;

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::keep::outlives_content;
use crate::keyspace;
use crate::records::{Inbox, ReferralRecord};

/// A message of an account, verified.
pub(super) struct Returned {
    pub(super) message: SignedMessage,
    pub(super) reply: Reply,
    pub(super) answered: Answered,
    /// Of a request whose content is gone, what is left.
    pub(super) left: Option<Box<Request>>,
}

/// What a receipt or refusal says.
pub(super) struct Answered {
    pub(super) at: Timestamp,
    pub(super) refused: Option<String>,
    pub(super) reduced: Option<String>,
}

/// An account, and its end.
type Whole = (Vec<Exchanged>, AccountEnd);

impl Work<'_> {
    /// A part of a peer's account. It does something when all are there.
    pub(crate) fn take_account(
        &mut self,
        message: &SignedMessage,
        part: &AccountPart,
    ) -> Result<(), Trouble> {
        let agency = message.body().sender;
        let before = self.directory.behind.get(&agency).cloned();
        let before = before.filter(|behind| behind.asked == Some(part.asked));
        let Some(mut behind) = before else {
            // The answer to a question that was asked again since.
            return Ok(());
        };
        let key = keyspace::account(&agency, part.part);
        if self.txn.get_bytes(&key)?.is_some() {
            return Err(LETTER_FORM.refuse_about("part").into());
        }
        behind.parts += 1;
        if part.end.is_some() {
            behind.of = Some(part.part + 1);
        }
        // What the part holds belongs to records: it is destroyed as soon as they have it.
        let slot = self.txn.new_slot();
        self.txn.put(key, slot, part);
        let parts = behind.parts;
        let whole = behind.of == Some(parts);
        let account = if whole { Some(self.whole_account(&agency, parts)?) } else { None };
        self.put_behind(agency, behind);
        let Some((items, end)) = account else { return Ok(()) };
        self.forget_parts(&agency)?;
        self.replay(agency, items)?;
        self.account_is_taken(agency, &end)
    }

    /// Puts the parts together.
    fn whole_account(&mut self, agency: &AgencyId, parts: u32) -> Result<Whole, Trouble> {
        let (mut bytes, mut end) = (Vec::new(), None);
        for number in 0..parts {
            let part: Option<AccountPart> = self.txn.get(&keyspace::account(agency, number))?;
            let part = part.ok_or(LETTER_FORM.refuse_about("part"))?;
            bytes.extend_from_slice(&part.bytes);
            end = part.end;
        }
        let end = end.ok_or(LETTER_FORM.refuse_about("end"))?;
        Ok((exchanged(&bytes)?, end))
    }

    /// Lets everything take its place that can. What cannot waits for a step of the other
    /// agency that is still to come.
    fn replay(&mut self, agency: AgencyId, items: Vec<Exchanged>) -> Result<(), StoreError> {
        self.txn.keep();
        let mut waiting = Vec::new();
        for item in items {
            let (bytes, reply, left) = match item {
                Exchanged::Protocol(bytes) => {
                    self.take_back_protocol(&agency, &bytes);
                    continue;
                }
                Exchanged::Message(bytes, reply) => (bytes, reply, None),
                Exchanged::Gone(bytes, reply, left) => (bytes, reply, Some(left)),
            };
            match self.verified_return(&agency, &bytes, reply, left) {
                Some(returned) => waiting.push(returned),
                None => self.count(keyspace::not_taken(LETTER_FORM.id))?,
            }
        }
        self.txn.keep();
        // By their own times, and then as often as something finds its place.
        waiting.sort_by_key(|r| (r.message.body().created, r.message.body().seq));
        loop {
            let before = waiting.len();
            let mut left = Vec::new();
            for returned in waiting {
                if !self.replay_or_skip(&agency, &returned, false)? {
                    left.push(returned);
                }
            }
            waiting = left;
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
        for returned in waiting {
            self.replay_or_skip(&agency, &returned, true)?;
        }
        Ok(())
    }

    /// Whether a message has found its place; one that makes no sense here has none. `last`:
    /// it will not be tried again.
    fn replay_or_skip(
        &mut self,
        agency: &AgencyId,
        returned: &Returned,
        last: bool,
    ) -> Result<bool, StoreError> {
        match self.replay_one(agency, returned, last) {
            Ok(done) => {
                self.txn.keep();
                Ok(done)
            }
            Err(Trouble::Stop(error)) => Err(error),
            Err(Trouble::Failure(_)) => {
                self.txn.roll_back();
                Ok(true)
            }
        }
    }

    fn replay_one(
        &mut self,
        agency: &AgencyId,
        returned: &Returned,
        last: bool,
    ) -> Result<bool, Trouble> {
        let message = &returned.message;
        let at = self.directory.serial(message)?;
        if message.body().sender != *agency {
            return self.replay_ours(agency, at, returned, last);
        }
        if self.txn.get_bytes(&keyspace::arrived(agency, at))?.is_some() {
            return Ok(true);
        }
        let done = match (&returned.answered.refused, message.body().kind) {
            (Some(_), _) => true,
            (None, kinds::REFERRAL) => self.replay_theirs(returned, last)?,
            // It was taken then: what it says counts, unless it makes no sense here any more.
            (None, _) => match self.take_letter(message) {
                Ok(()) | Err(Trouble::Failure(_)) => true,
                Err(stop) => return Err(stop),
            },
        };
        if done {
            self.register_arrival(message, returned.answered.refused.is_none())?;
            let reply = cbor::to_vec(&returned.reply).into();
            let inbox = Inbox { digest: message.digest(), reply };
            self.txn.put_own(keyspace::inbox(agency, &message.body().id), &inbox);
        }
        Ok(done)
    }

    /// A message that one of the two signed, with an answer that the other signed.
    fn verified_return(
        &self,
        agency: &AgencyId,
        bytes: &[u8],
        reply: Reply,
        left: Option<Box<Request>>,
    ) -> Option<Returned> {
        let opened = OpenedMessage::from_stored(bytes).ok()?;
        let (sender, card) = (opened.claimed_sender(), opened.claimed_card());
        let me = self.me();
        let other = if sender == me { *agency } else { me };
        if (sender != me && sender != *agency) || opened.claimed_recipient() != other {
            return None;
        }
        // Ours under the card of the backup or an earlier one: whoever has that key by now, what
        // a peer had stored before it learned of the new card stands.
        let key = self.directory.stored_key(&sender, &card)?;
        let message = opened.verify(&card, &key).ok()?;
        let (card, key) = self.card_that_answered(&other, &reply)?;
        let answered = answer_in(&reply, (&other, &card, &key), &message)?;
        Some(Returned { message, reply, answered, left })
    }

    fn card_that_answered(&self, by: &AgencyId, reply: &Reply) -> Option<(Digest, IdentityKey)> {
        let card = match reply {
            Reply::Receipt(sign1) => Receipt::read_own(sign1)?.card,
            Reply::Refusal(sign1) => RefusalNotice::read_own(sign1)?.card,
            _ => return None,
        };
        Some((card, self.directory.stored_key(by, &card)?))
    }

    /// The leaf of a message that has come back, and, where it came without it, of its content.
    pub(super) fn returned_leaf(&mut self, message: &SignedMessage) {
        let digest = message.digest();
        if message.payload().is_none() {
            let rule = Some(ihala_protocol::rules::RECOVERING.id);
            self.txn.audit(self.now, Act::Reduced, digest, None, rule, self.rng);
        }
        self.txn.audit(self.now, Act::Returned, digest, None, None, self.rng);
    }
}

/// What may be kept of an event now: nothing of its content once the record is erased, or where
/// it was not kept then.
pub(super) fn fit_to_return(
    record: &ReferralRecord,
    message: &SignedMessage,
    event: Event,
    reduced: bool,
) -> (SignedMessage, Event) {
    if (record.erased.is_some() || reduced) && !outlives_content(&event) {
        let bare = Event::Step(event.kind(), Answer::default());
        return (message.clone().without_payload(), bare);
    }
    (message.clone(), event)
}

/// What a reply says, if it is one that the key of a card made about a message.
fn answer_in(
    reply: &Reply,
    by: (&AgencyId, &Digest, &IdentityKey),
    message: &SignedMessage,
) -> Option<Answered> {
    let to = &message.body().sender;
    let fits = |id, digest| id == message.body().id && digest == message.digest();
    match reply {
        Reply::Receipt(sign1) => {
            let Receipt { message: id, digest, at, reduced, .. } = Receipt::verify(sign1, by, to)?;
            fits(id, digest).then_some(Answered { at, refused: None, reduced })
        }
        Reply::Refusal(sign1) => {
            let notice = RefusalNotice::verify(sign1, by, to)?;
            let RefusalNotice { message: id, digest, at, rule, .. } = notice;
            fits(id, digest).then_some(Answered { at, refused: Some(rule), reduced: None })
        }
        _ => None,
    }
}
