//! Referral records: writing events, keeping the lists in step, reading them back.

use ihala_envelope::{
    Body, Digest, Draft, MessageId, ReferralId, ReferralLink, Refusal, SignedMessage,
};
use ihala_protocol::kinds;
use ihala_protocol::policy;
use ihala_protocol::referral::{Applied, Event, Role};
use ihala_protocol::rules::{ISP_UNKNOWN, REF_UNKNOWN};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::io::{Actor, Failure};
use crate::keyspace;
use crate::records::{ReferralRecord, Sent, Sequences};
use crate::views::Direction;

impl Work<'_> {
    /// Signs an event of ours, applies it, and queues it for the other agency.
    pub(crate) fn author_event(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        link: &ReferralLink,
        event: &Event,
        actor: &Actor,
    ) -> Result<(), Trouble> {
        let to = record.counterpart();
        let mut sequences: Sequences = self.txn.get(&keyspace::sequence(&to))?.unwrap_or_default();
        let mut id = MessageId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let draft = Draft {
            body: Body {
                id,
                kind: kinds::REFERRAL,
                sender: self.me(),
                card: self.directory.me.cards().digest(),
                recipient: to,
                network: None,
                seq: sequences.sent + 1,
                previous: sequences.sent_digest,
                link: Some(link.clone()),
                created: self.now,
                expires: None,
                roster: None,
                commitment: Digest([0; 32]),
            },
            payload: event.to_payload(),
        };
        let message = draft.sign(&self.secrets.identity, self.rng)?;
        let before = record.clone();
        let applied = record.referral.apply(record.role, link, event.kind(), message.digest())?;
        assert_eq!(applied, Applied::Now, "an event that was just decided takes its place");
        record.updated = self.now;

        let at = keyspace::event(&link.referral, record.role, link.position);
        let sent = Sent {
            message: id,
            digest: message.digest(),
            at: at.clone().into(),
            settled: None,
            withheld: None,
        };
        sequences.sent += 1;
        sequences.sent_digest = Some(message.digest());
        self.txn.put_bytes(at, slot, message.to_stored());
        self.txn.put_own(keyspace::sent(&to, sequences.sent), &sent);
        self.txn.put_bytes(keyspace::queue(&to, sequences.sent), NODE_SLOT, Vec::new());
        self.txn.put_own(keyspace::sequence(&to), &sequences);
        self.txn.audit(self.now, Act::Signed, message.digest(), Some(actor), None, self.rng);
        self.put_referral(&before, record, slot);
        self.touched.insert(to);
        Ok(())
    }

    /// Whether notes may stand beside the steps of a referral now (POL-04, POL-05).
    pub(crate) fn note_allowed(&self, record: &ReferralRecord) -> Result<(), Refusal> {
        let isp = self.directory.isps.get(&record.isp).ok_or(ISP_UNKNOWN.refuse())?;
        let (sender, receiver) = (&record.referral.sender, &record.referral.receiver);
        let (case_type, now) = (record.case_type, self.now);
        policy::note_allowed(isp.isp(), &record.scope, sender, receiver, case_type, now)
    }

    /// Stores a referral and moves it to its place in the lists. `before` is the
    /// record as it was; for a new one, as it is.
    pub(crate) fn put_referral(
        &mut self,
        before: &ReferralRecord,
        record: &ReferralRecord,
        slot: SlotNumber,
    ) {
        let id = record.referral.id;
        let direction = match record.role {
            Role::Sender => Direction::Out,
            Role::Receiver => Direction::In,
        };
        let place = |r: &ReferralRecord| {
            keyspace::list(direction, Some(r.referral.status().task), r.created, &id)
        };
        if place(before) != place(record) {
            self.txn.remove(place(before));
        }
        self.txn.put_bytes(place(record), NODE_SLOT, Vec::new());
        let all = keyspace::list(direction, None, record.created, &id);
        self.txn.put_bytes(all, NODE_SLOT, Vec::new());
        self.txn.put(keyspace::referral(&id), slot, record);
    }

    /// The referral that a person means: by id, or the start of it.
    pub(crate) fn find_referral(
        &mut self,
        text: &str,
    ) -> Result<(SlotNumber, ReferralRecord), Trouble> {
        let id = self.find_id(keyspace::REFERRALS, text, "referral", "ihala list")?;
        let id = ReferralId::from_slice(&id).ok_or(REF_UNKNOWN.refuse())?;
        let found = self.txn.get_with_slot(&keyspace::referral(&id))?;
        found.ok_or_else(|| not_found("referral", "ihala list").into())
    }

    /// The 16-byte id under `letter` that starts with the digits of `text`.
    pub(crate) fn find_id(
        &mut self,
        letter: u8,
        text: &str,
        what: &'static str,
        list: &'static str,
    ) -> Result<[u8; 16], Trouble> {
        let text = text.trim().to_lowercase();
        let is_hex = text.bytes().all(|b| b.is_ascii_hexdigit());
        if !is_hex || !(4..=32).contains(&text.len()) {
            return Err(Failure::invalid(
                format!("this is not the id of a {what}"),
                format!("write the id, or at least its first four digits (`{list}`)"),
            )
            .into());
        }
        let bound = |fill: &str| {
            let digits = format!("{text}{}", fill.repeat(32 - text.len()));
            let id = data_encoding::HEXLOWER.decode(digits.as_bytes());
            let mut key = vec![letter];
            key.extend(id.expect("32 hexadecimal digits"));
            key
        };
        let mut end = bound("f");
        end.push(0);
        let found = self.txn.range(&bound("0"), &end, 2)?;
        match found.as_slice() {
            [(key, _)] => Ok(key[1..].try_into().map_err(|_| StoreError::Damaged("an id"))?),
            [] => Err(not_found(what, list).into()),
            _ => Err(Failure::invalid(
                format!("more than one {what} starts like this"),
                format!("write more digits (`{list}`)"),
            )
            .into()),
        }
    }

    /// An event of a referral, with the message that carried it.
    pub(crate) fn event_at(
        &mut self,
        id: &ReferralId,
        role: Role,
        position: u32,
    ) -> Result<(SignedMessage, Event), StoreError> {
        const DAMAGED: StoreError = StoreError::Damaged("a stored event");
        let (_, message) = self.stored_message(&keyspace::event(id, role, position))?;
        let step = message.body().link.as_ref().ok_or(DAMAGED)?.step;
        let event = Event::from_payload(step, message.payload()).map_err(|_| DAMAGED)?;
        Ok((message, event))
    }
}

fn not_found(what: &'static str, list: &'static str) -> Failure {
    match what {
        "referral" => {
            Failure::NotFound { what: "no referral has this id", advice: "see `ihala list`" }
        }
        _ => Failure::NotFound {
            what: "no consent has this id",
            advice: if list.is_empty() { "" } else { "`ihala consent record` prints the id" },
        },
    }
}
