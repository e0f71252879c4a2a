//! `ihala consent withdraw`, `ihala retain`, `ihala clock confirm`.

use std::collections::BTreeSet;

use ihala_envelope::{AgencyId, Digest, Timestamp};
use ihala_protocol::codes::RETENTION_BASIS;
use ihala_protocol::consent::{ConsentId, Recipient, Record, State};
use ihala_protocol::date;
use ihala_protocol::labels::Language;
use ihala_protocol::referral::{Role, Withdrawal};
use ihala_protocol::rules::REF_NOT_NOW;
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use super::read_back::Asked;
use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::orders::Order;
use crate::records::{Hold, ReferralRecord};
use crate::words::say;

/// A legal basis for longer than a hundred years is a slip of the pen.
const RETAIN_MAX: u64 = 100 * 366 * 86_400;

impl Work<'_> {
    pub(super) fn withdraw(
        &mut self,
        consent: &str,
        from: Option<&str>,
        (erase, confirmed): (bool, bool),
        language: Option<Language>,
        actor: &Actor,
    ) -> Outcome {
        let id = self.consent_meant(consent)?;
        let from = from.map(|name| self.directory.resolve(name)).transpose()?;
        let own = self.txn.get_with_slot::<Record>(&keyspace::consent(&id))?;
        let affected = self.concerned(&id, from.as_ref())?;
        if own.is_none() && affected.is_empty() {
            return Err(Failure::NotFound(say("withdraw-nothing")).into());
        }
        let granted =
            from.as_ref().is_some_and(|a| own.as_ref().is_some_and(|(_, record)| record.names(a)));
        if let Some(agency) = from.filter(|_| affected.is_empty() && !granted) {
            let name = self.directory.name(&agency).name;
            return Err(Failure::invalid(say("withdraw-not-there").with("agency", name)).into());
        }
        let order = if erase { Order::Erase } else { Order::Stop };
        let done_before = |record: &ReferralRecord| match (order, record.role) {
            (Order::Stop, _) | (Order::Erase, Role::Receiver) if record.erased.is_some() => true,
            (Order::Stop, Role::Sender) => {
                record.referral.sender_state().withdrawal != Withdrawal::No
            }
            (Order::Stop, Role::Receiver) => record.referral.receiver_state().stopped,
            (Order::Erase, Role::Sender) => record.erasure_ordered.is_some(),
            (Order::Erase, Role::Receiver) => record.is_to_be_erased(),
        };
        let over = own.as_ref().is_none_or(|(slot, record)| {
            let ended = matches!(record.state, State::Withdrawn | State::Invalidated);
            ended && (order == Order::Stop || *slot == NODE_SLOT)
        });
        if over && affected.iter().all(|(_, record)| done_before(record)) {
            return Err(Failure::refused(&REF_NOT_NOW, say("withdraw-before")).into());
        }
        let asked =
            Asked { consent: id, order, from: from.as_ref(), own: own.is_some(), done: confirmed };
        let concerned = affected.iter().map(|(_, record)| self.concern(record.clone()));
        let concerned = concerned.collect::<Result<Vec<_>, _>>()?;
        let spoken = own.as_ref().and_then(|(_, record)| Language::by_code(&record.language));
        let language = language.or(spoken).unwrap_or(self.language);
        let told = self.read_back(&asked, &concerned, language);
        if !confirmed {
            return Ok(Answer::Withdrawal(told));
        }
        if let Some((slot, record)) = own {
            self.end_consent(id, slot, record, order, from.as_ref());
        }
        self.txn.audit(
            self.now,
            Act::ConsentChanged,
            Digest::of(&id.0),
            Some(actor),
            None,
            self.rng,
        );
        // What is still on its way under this consent is not taken any more.
        let ended = match &from {
            None => keyspace::ended(&id),
            Some(agency) => keyspace::ended_with(&id, agency),
        };
        self.txn.put_own(ended, &self.now);
        self.person_was_asked(&id, from.as_ref())?;
        for (_, record) in affected {
            let id = record.referral.id;
            let (slot, record) = self.referral(&id)?;
            self.order(record, slot, order, Some(actor))?;
            let (slot, record) = self.referral(&id)?;
            if record.role == Role::Receiver && order == Order::Erase {
                // What came to us goes too: the person has told us so.
                self.erase_unless_held(record, slot)?;
            }
        }
        Ok(Answer::Withdrawal(told))
    }

    /// The referrals that a withdrawal concerns: all under the consent; or, with an agency
    /// named, those with it, and those by which what came from it was sent on.
    fn concerned(
        &mut self,
        consent: &ConsentId,
        with: Option<&AgencyId>,
    ) -> Result<Vec<(SlotNumber, ReferralRecord)>, StoreError> {
        let mut all = self.referrals_under(consent, with)?;
        let mut known: BTreeSet<_> = all.iter().map(|(_, record)| record.referral.id).collect();
        let children: Vec<_> = all.iter().flat_map(|(_, r)| r.children.clone()).collect();
        for child in children.into_iter().filter(|child| known.insert(*child)) {
            let (slot, child) = self.referral(&child)?;
            if !child.own_consent {
                all.push((slot, child));
            }
        }
        Ok(all)
    }

    /// The consent of an id, of the start of one, or of a referral under it.
    fn consent_meant(&mut self, text: &str) -> Result<ConsentId, Trouble> {
        match self.find_consent(text) {
            Ok((id, _)) => return Ok(id),
            Err(Trouble::Stop(error)) => return Err(error.into()),
            Err(Trouble::Failure(_)) => {}
        }
        if let Ok((_, record)) = self.find_referral(text) {
            return Ok(record.consent());
        }
        // A receiver knows the consent only as the reference under which data came.
        let bytes = data_encoding::HEXLOWER.decode(text.trim().to_lowercase().as_bytes());
        let id = bytes.ok().and_then(|bytes| <[u8; 16]>::try_from(bytes).ok()).map(ConsentId);
        let known = match &id {
            Some(id) => !self.referrals_under(id, None)?.is_empty(),
            None => false,
        };
        id.filter(|_| known).ok_or_else(|| Failure::NotFound(say("withdraw-unknown")).into())
    }

    fn end_consent(
        &mut self,
        id: ConsentId,
        slot: SlotNumber,
        mut record: Record,
        order: Order,
        from: Option<&AgencyId>,
    ) {
        match from {
            Some(agency) => {
                record.grants.retain(|grant| grant.recipient != Recipient::Agency(*agency));
                record.excluded.push(*agency);
            }
            // What was never a consent does not become one that was withdrawn.
            None if record.state == State::Invalidated => {}
            None => record.becomes(State::Withdrawn, self.now, None),
        }
        if from.is_none() && order == Order::Erase {
            self.bury_consent(id, slot, record);
        } else {
            self.txn.put(keyspace::consent(&id), slot, &record);
        }
    }

    pub(super) fn retain(
        &mut self,
        referral: &str,
        basis: &str,
        until: &str,
        actor: &Actor,
    ) -> Outcome {
        let (slot, mut record) = self.find_referral(referral)?;
        let code = RETENTION_BASIS.by_name(basis.trim()).ok_or_else(|| {
            Failure::invalid(say("retain-basis").with("names", RETENTION_BASIS.names()))
        })?;
        let near = |t: &Timestamp| *t > self.now && *t < self.now.plus(RETAIN_MAX);
        let until = date::parse_day(until).map(date::end_of).filter(near);
        let until = until.ok_or_else(|| Failure::invalid(say("retain-until")))?;
        let ordered = record.is_to_be_erased();
        if record.role != Role::Receiver || record.erased.is_some() || ordered {
            return Err(Failure::refused(&REF_NOT_NOW, say("retain-too-late")).into());
        }
        let before = record.clone();
        record.hold = Some(Hold { basis: code.id, until });
        let subject = Digest::of(record.referral.id.as_bytes());
        self.txn.audit(self.now, Act::Held, subject, Some(actor), None, self.rng);
        self.put_referral(Some(&before), &mut record, slot);
        let id = record.referral.id.to_string();
        self.show(&id)
    }

    /// The legal basis is no more: what an order or time would have destroyed goes.
    pub(super) fn retain_end(&mut self, referral: &str, actor: &Actor) -> Outcome {
        let (slot, mut record) = self.find_referral(referral)?;
        let id = record.referral.id;
        if record.hold.is_none() || record.erased.is_some() {
            return Err(Failure::refused(&REF_NOT_NOW, say("retain-none")).into());
        }
        let before = record.clone();
        record.hold = None;
        let subject = Digest::of(id.as_bytes());
        self.txn.audit(self.now, Act::Held, subject, Some(actor), None, self.rng);
        self.put_referral(Some(&before), &mut record, slot);
        if record.is_to_be_erased() {
            self.erase_here(record, slot)?;
        }
        self.show(&id.to_string())
    }

    pub(super) fn confirm_clock(&mut self, actor: &Actor) -> Outcome {
        self.txn.node.clock_confirmed = Some(self.now);
        // What waited for that is tried again at once.
        self.schedule.try_again();
        let subject = Digest::of(b"clock");
        self.txn.audit(self.now, Act::ClockConfirmed, subject, Some(actor), None, self.rng);
        self.status()
    }
}
