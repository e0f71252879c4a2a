//! Letters: messages that belong to no referral, and posting any message at all.

use ihala_envelope::{
    AgencyId, Body, Digest, Draft, MessageId, Personal, ReferralLink, SignedMessage, cbor,
};
use ihala_protocol::letter::{Change, Escalation, IspLetter, Letter};
use ihala_protocol::rules::{
    DEL_KIND, DEL_WITHHELD, ISP_NOT_PARTY, ISP_TOO_MANY, ISP_UNKNOWN, LETTER_FORM,
};
use ihala_protocol::{SignedIsp, kinds};
use ihala_store::{NODE_SLOT, SlotNumber};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::io::Actor;
use crate::keyspace;
use crate::records::{Changed, Escalated, ReferralRecord, Sent};
use crate::serial::{Outgoing, Serial};
use crate::trust::is_farewell;

/// Proposals of others that may wait for our answer.
const PROPOSALS_MAX: usize = 32;
/// Escalations that are kept.
const ESCALATIONS_MAX: usize = 1_000;

/// Where a message of ours is kept, and under which record's slot.
pub(crate) enum Place {
    /// At this key.
    At(Vec<u8>, SlotNumber),
    /// Among the letters.
    Letter,
    /// The same, under a slot of its own: it holds what records hold.
    LetterUnder(SlotNumber),
}

impl Work<'_> {
    /// Signs a message, stores it and queues it for its recipient.
    pub(crate) fn post(
        &mut self,
        to: AgencyId,
        kind: u16,
        link: Option<ReferralLink>,
        payload: Personal<Vec<u8>>,
        place: Place,
        actor: Option<&Actor>,
    ) -> Result<SignedMessage, Trouble> {
        let card = self.directory.me.cards().number();
        let sequence = keyspace::outgoing(&to, card);
        let outgoing: Outgoing = self.txn.get(&sequence)?.unwrap_or_default();
        let at = Serial { card, seq: outgoing.sent + 1 };
        let mut id = MessageId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let draft = Draft {
            body: Body {
                id,
                kind,
                sender: self.me(),
                card: self.directory.me.cards().digest(),
                recipient: to,
                network: None,
                seq: at.seq,
                previous: outgoing.digest,
                link,
                created: self.now,
                expires: None,
                roster: None,
                commitment: Digest([0; 32]),
            },
            payload,
        };
        let message = draft.sign(self.identity, self.rng)?;
        let outgoing = Outgoing { sent: at.seq, digest: Some(message.digest()), told: None };
        let (key, slot) = match place {
            Place::At(key, slot) => (key, slot),
            Place::Letter => (keyspace::letter(&to, at), NODE_SLOT),
            Place::LetterUnder(slot) => (keyspace::letter(&to, at), slot),
        };
        let sent = Sent {
            message: id,
            digest: message.digest(),
            at: key.clone().into(),
            settled: None,
            withheld: None,
            reduced: None,
            left: false,
        };
        self.txn.put_bytes(key, slot, message.to_stored());
        self.txn.put_own(keyspace::sent(&to, at), &sent);
        // To a receiver without a node nothing goes: what is signed is our own record.
        if !self.directory.is_on_paper(&to) {
            self.txn.put_bytes(keyspace::queue(&to, at), NODE_SLOT, Vec::new());
        }
        self.txn.put_own(sequence, &outgoing);
        self.txn.audit(self.now, Act::Signed, message.digest(), actor, None, self.rng);
        self.touched.insert(to);
        if is_farewell(&message) {
            // What waited behind a trust list goes before it now, without content.
            self.outbox.peer_up(to);
        }
        Ok(message)
    }

    /// Posts a letter.
    pub(crate) fn write<T: minicbor::Encode<()>>(
        &mut self,
        to: AgencyId,
        kind: u16,
        letter: &T,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        let payload = Personal::new(cbor::to_vec(letter));
        self.post(to, kind, None, payload, Place::Letter, actor).map(drop)
    }

    /// Takes a letter in (DEL-06, DEL-07, DEL-09).
    pub(crate) fn take_letter(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let kind = message.body().kind;
        if !Letter::is_known(kind) {
            return Err(DEL_KIND.refuse().into());
        }
        if message.body().link.is_some() {
            return Err(LETTER_FORM.refuse_about("link").into());
        }
        let payload = message.payload().ok_or(DEL_WITHHELD.refuse())?.expose();
        let sender = message.body().sender;
        match Letter::read(kind, payload)? {
            Letter::Isp(IspLetter::Offer(bytes)) => self.take_offer(&sender, &bytes),
            Letter::Isp(IspLetter::Change(isp, change)) => {
                let changed =
                    Changed { change, at: Some(self.directory.serial(message)?), made: None };
                self.take_change(&sender, isp, changed)
            }
            Letter::Succession(told) => self.take_succession(message, &told),
            Letter::Checkpoint(checkpoint) => self.witness(&sender, &checkpoint),
            Letter::Nomination(told) => self.take_nomination(&sender, told),
            Letter::Escalation(told) => self.take_escalation(&sender, told),
            Letter::Recovery(asked) => self.take_recovery(message, &asked),
            Letter::Account(part) => self.take_account(message, &part),
        }
    }

    /// A protocol with signatures: a proposal, or an answer to one.
    fn take_offer(&mut self, sender: &AgencyId, bytes: &[u8]) -> Result<(), Trouble> {
        let mut offered =
            SignedIsp::from_offer(bytes, sender, |signer| self.directory.key_of_signer(signer))?;
        let me = self.me();
        if !offered.isp().has_party(&me) {
            return Err(ISP_NOT_PARTY.refuse_about("this agency").into());
        }
        match self.directory.isps.get(&offered.digest()) {
            Some(known) => offered.merge(known),
            None => {
                let waits = |isp: &&SignedIsp| {
                    isp.signers().any(|s| s == sender) && !isp.signers().any(|s| *s == me)
                };
                if self.directory.isps.values().filter(waits).count() >= PROPOSALS_MAX {
                    return Err(ISP_TOO_MANY.refuse().into());
                }
            }
        }
        self.put_isp(offered, Act::IspTakenIn, None);
        Ok(())
    }

    fn take_change(
        &mut self,
        sender: &AgencyId,
        isp: Digest,
        change: Changed,
    ) -> Result<(), Trouble> {
        let known = self.directory.isps.get(&isp).ok_or(ISP_UNKNOWN.refuse())?;
        if !known.isp().has_party(sender) {
            return Err(ISP_NOT_PARTY.refuse().into());
        }
        let changed = self.change_isp(isp, *sender, change, None);
        self.holds_again |= changed && change.change == Change::Resumed;
        Ok(())
    }

    /// Notes what a party does with a protocol; tells whether that is new. A termination
    /// stands for ever.
    pub(crate) fn change_isp(
        &mut self,
        isp: Digest,
        party: AgencyId,
        changed: Changed,
        actor: Option<&Actor>,
    ) -> bool {
        let changes = self.directory.changes.entry(isp).or_default();
        // Messages come in any order: an older one changes nothing any more.
        let known = changes.get(&party);
        let is_newer = |k: &Changed| k.at > changed.at || k.made > changed.made;
        if known.is_some_and(|k| k.change == Change::Terminated || is_newer(k)) {
            return false;
        }
        changes.insert(party, changed);
        self.txn.put_own(keyspace::isp_change(&isp, &party), &changed);
        self.txn.audit(self.now, Act::IspChanged, isp, actor, None, self.rng);
        true
    }

    /// Tells the focal point of the protocol, if it names one, that something stays overdue.
    pub(crate) fn tell_focal_point(&mut self, record: &ReferralRecord) -> Result<(), Trouble> {
        let isp = self.directory.isps.get(&record.isp);
        let focal_point = isp.and_then(|isp| isp.isp().focal_point);
        let others = [self.me(), record.counterpart()];
        let Some(focal_point) = focal_point.filter(|agency| !others.contains(agency)) else {
            return Ok(());
        };
        let Some(overdue) = record.overdue else { return Ok(()) };
        let letter = Escalation {
            late: record.referral.receiver,
            clock: overdue.clock,
            // Not since when: that may tell the time of an incident.
            since: self.now,
            urgency: record.urgency,
            case_type: record.case_type,
        };
        self.write(focal_point, kinds::ESCALATION, &letter, None)
    }

    fn take_escalation(&mut self, sender: &AgencyId, told: Escalation) -> Result<(), Trouble> {
        let me = self.me();
        let mut isps = self.directory.isps.values().map(|isp| isp.isp());
        let ours = isps.any(|isp| {
            let parties = [sender, &told.late].iter().all(|agency| isp.has_party(agency));
            isp.focal_point == Some(me) && parties
        });
        if !ours {
            return Err(LETTER_FORM.refuse_about("no protocol names us its focal point").into());
        }
        let (from, to) = ([keyspace::ESCALATED], [keyspace::ESCALATED + 1]);
        let kept = self.txn.range(&from, &to, ESCALATIONS_MAX)?;
        if kept.len() >= ESCALATIONS_MAX {
            let oldest = kept.into_iter().next().map(|(key, _)| key);
            oldest.into_iter().for_each(|key| self.txn.remove(key));
        }
        let entry = Escalated { by: *sender, at: self.now, told };
        let mut number = [0; 8];
        self.rng.fill_bytes(&mut number);
        self.txn.put_own(keyspace::escalated(self.now, &number), &entry);
        Ok(())
    }
}
