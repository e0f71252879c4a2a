//! Withdrawal: orders to stop and to erase, from agency to agency, each under its own
//! name; and erasure that is true (`spec/consent.md`, Withdrawal).
//!
//! To erase: the record is *buried* (its events without payload, its skeleton and an
//! entry that says which slot is next go into one batch), then the slot is overwritten
//! in both copies, and only then is the receipt signed. A node that stops in between
//! goes on there when it starts again.

use ihala_envelope::{AgencyId, Digest, ReferralId, SignedMessage};
use ihala_protocol::codes::ERASURE;
use ihala_protocol::consent::{ConsentId, Record, State};
use ihala_protocol::referral::{Answer, Event, EventKind, Role, Withdrawal};
use ihala_protocol::{fields, limits};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use crate::audit::Act;
use crate::engine::{Trouble, Work};
use crate::io::Actor;
use crate::keep::outlives_content;
use crate::keyspace;
use crate::records::{Erasing, Hold, OrderAnswer, ReferralRecord};

/// Entries of an index read in one go.
const PAGE: usize = 1_024;
/// Beyond this place of our chain nothing is copied up but answers to orders.
const RELAYED_MAX: u32 = limits::CHAIN_MAX / 2;
/// Agencies further on of which the agency above is told, in one referral.
const NAMED_MAX: usize = 32;

/// What a withdrawal does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Nothing more is shared.
    Stop,
    /// And what was sent is destroyed.
    Erase,
}

impl Work<'_> {
    /// Referrals under a consent, in either direction, through `with` alone if named.
    pub(crate) fn referrals_under(
        &mut self,
        consent: &ConsentId,
        with: Option<&AgencyId>,
    ) -> Result<Vec<(SlotNumber, ReferralRecord)>, StoreError> {
        let (mut from, to) = keyspace::by_consent_of(consent);
        let mut found = Vec::new();
        loop {
            let page = self.txn.next_page(&mut from, &to, PAGE)?;
            if page.is_empty() {
                return Ok(found);
            }
            for (key, _) in page {
                let id = key.get(17..).and_then(ReferralId::from_slice);
                let id = id.ok_or(StoreError::Damaged("an entry by consent"))?;
                let (slot, record) = self.referral(&id)?;
                if with.is_none_or(|agency| record.counterpart() == *agency) {
                    found.push((slot, record));
                }
            }
        }
    }

    /// A person's order, given here: about every referral under a consent.
    pub(crate) fn issue(
        &mut self,
        consent: &ConsentId,
        order: Order,
        with: Option<&AgencyId>,
        except: Option<&ReferralId>,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        for (slot, record) in self.referrals_under(consent, with)? {
            if Some(&record.referral.id) != except {
                self.order(record, slot, order, actor)?;
            }
        }
        Ok(())
    }

    /// Orders the receiver to erase, and erases our own copy.
    fn order_erasure(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        let slot = self.bury(&mut record, slot)?;
        let order = Event::Step(EventKind::ErasureOrdered, Answer::default());
        self.author_if_possible(&mut record, slot, &order, actor)
    }

    /// Tells the other agency that sharing has ended.
    fn stop(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        let order = Event::Step(EventKind::Stopped, Answer::default());
        self.author_if_possible(&mut record, slot, &order, actor)
    }

    /// A peer's order about what it sent us. It is obeyed when it arrives, also if its
    /// place in the chain is not reached yet: an order does not wait for a lost message.
    /// `known`: that consent was withdrawn was known before.
    pub(crate) fn obey(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
        kind: EventKind,
        known: bool,
    ) -> Result<(), Trouble> {
        let order = match kind {
            EventKind::ErasureOrdered => Withdrawal::Erase,
            _ => Withdrawal::Stopped,
        };
        if order > record.order {
            let before = record.clone();
            record.order = order;
            self.put_referral(Some(&before), &mut record, slot);
        }
        match (kind, record.role) {
            (EventKind::ErasureOrdered, Role::Receiver) => {
                self.pass_down(&record, Order::Erase)?;
                self.erase_unless_held(record, slot)
            }
            (EventKind::Stopped, Role::Receiver) => self.pass_down(&record, Order::Stop),
            // Said once, it is said: no agency may stop anew what the person has renewed.
            (EventKind::Stopped, Role::Sender) if !known => self.pass_up(&record),
            _ => Ok(()),
        }
    }

    /// Erases what we were sent, by an order, unless we keep it on a legal basis; that it was
    /// ordered is remembered, so that it goes when the basis ends.
    pub(crate) fn erase_unless_held(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        if record.erased.is_some() {
            return Ok(());
        }
        if self.holding(&record)?.is_none() {
            return self.erase_here(record, slot);
        }
        if record.order != Withdrawal::Erase {
            let before = record.clone();
            record.order = Withdrawal::Erase;
            self.put_referral(Some(&before), &mut record, slot);
        }
        self.say_retained(&mut record, slot)
    }

    /// The answer of an agency that keeps what it was sent: as soon as the chain has
    /// come to the order.
    pub(crate) fn say_retained(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        let hold = self.holding(record)?.filter(|_| record.erased.is_none());
        let Some(hold) = hold else { return Ok(()) };
        let (code, at) = (Some(hold.basis), Some(hold.until));
        let told = Answer { code, at, ..Answer::default() };
        self.author_if_possible(record, slot, &Event::Step(EventKind::Retained, told), None)
    }

    /// The legal basis on which we keep what we were sent, as long as it lasts: that its
    /// time is over is believed by the clock rule alone.
    pub(crate) fn holding(&mut self, record: &ReferralRecord) -> Result<Option<Hold>, StoreError> {
        let Some(hold) = record.hold else { return Ok(None) };
        let over = hold.until <= self.now && self.clock_agrees(hold.until)?;
        Ok(Some(hold).filter(|_| !over))
    }

    /// An order from the agency that sent us the data goes to those that have it from us.
    /// What we sent on under a consent of our own is not concerned.
    fn pass_down(&mut self, record: &ReferralRecord, order: Order) -> Result<(), Trouble> {
        if !self.conduct.passes_on_orders() {
            return Ok(());
        }
        for child in &record.children {
            let (slot, child) = self.referral(child)?;
            if !child.own_consent {
                self.order(child, slot, order, None)?;
            }
        }
        Ok(())
    }

    /// An agency further on was told that consent is withdrawn: who sent us the data is
    /// told, and so is everyone else who has it from us. Upward, an order only stops.
    fn pass_up(&mut self, record: &ReferralRecord) -> Result<(), Trouble> {
        let consent = record.consent();
        if record.own_consent {
            // We hold the consent: the person is to be asked.
            self.change_consent(&consent, State::Requested)?;
            let (slot, mut asking) = self.referral(&record.referral.id)?;
            let before = asking.clone();
            asking.ask_person = asking.ask_person.or(Some(self.now));
            self.put_referral(Some(&before), &mut asking, slot);
            return self.issue(&consent, Order::Stop, None, Some(&record.referral.id), None);
        }
        let Some(parent) = record.parent else { return Ok(()) };
        let (slot, parent) = self.referral(&parent)?;
        for sibling in parent.children.iter().filter(|id| **id != record.referral.id) {
            let (slot, sibling) = self.referral(sibling)?;
            if !sibling.own_consent {
                self.order(sibling, slot, Order::Stop, None)?;
            }
        }
        self.stop(parent, slot, None)
    }

    /// The person was asked about a consent, or has spoken without being asked.
    pub(crate) fn person_was_asked(
        &mut self,
        consent: &ConsentId,
        with: Option<&AgencyId>,
    ) -> Result<(), StoreError> {
        for (slot, before) in self.referrals_under(consent, with)? {
            if before.ask_person.is_some() {
                let mut record = ReferralRecord { ask_person: None, ..before.clone() };
                self.put_referral(Some(&before), &mut record, slot);
            }
        }
        Ok(())
    }

    /// One order about one referral: downward as it is, upward only to stop.
    pub(crate) fn order(
        &mut self,
        record: ReferralRecord,
        slot: SlotNumber,
        order: Order,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        match (record.role, order) {
            (Role::Sender, Order::Erase) => self.order_erasure(record, slot, actor),
            (_, Order::Stop) | (Role::Receiver, _) => self.stop(record, slot, actor),
        }
    }

    /// Sets the state of a consent that we hold, if we hold it and it is still valid.
    pub(crate) fn change_consent(
        &mut self,
        consent: &ConsentId,
        state: State,
    ) -> Result<(), StoreError> {
        let key = keyspace::consent(consent);
        if let Some((slot, mut record)) = self.txn.get_with_slot::<Record>(&key)?
            && record.permits()
        {
            record.becomes(state, self.now, None);
            self.txn.put(key, slot, &record);
            let subject = Digest::of(&consent.0);
            self.txn.audit(self.now, Act::ConsentChanged, subject, None, None, self.rng);
        }
        Ok(())
    }

    /// Erases what we were sent: buries it now; the receipt follows when the slot is gone.
    pub(crate) fn erase_here(
        &mut self,
        mut record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        self.bury(&mut record, slot)?;
        Ok(())
    }

    /// The same because its time is over: our copies of what we sent on of it go too. Those
    /// who have it from us keep it by their own protocols.
    pub(crate) fn erase_by_time(
        &mut self,
        record: ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        for child in &record.children {
            let (slot, mut child) = self.referral(child)?;
            if !child.own_consent {
                self.bury(&mut child, slot)?;
            }
        }
        self.erase_here(record, slot)
    }

    /// An order of ours was refused because its recipient never had the referral: there
    /// is nothing there to erase, and whoever waits for the answer is told so.
    pub(crate) fn nothing_to_erase(&mut self, id: &ReferralId) -> Result<(), Trouble> {
        let (_, record) = self.referral(id)?;
        self.pass_answer_up(&record, record.counterpart())
    }

    /// Takes everything out of a record that tells of the person: all that is left stands
    /// under the node's own slot, and the record's slot is the next to be erased.
    pub(crate) fn bury(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
    ) -> Result<SlotNumber, Trouble> {
        if record.erased.is_some() {
            return Ok(NODE_SLOT);
        }
        let before = record.clone();
        let id = record.referral.id;
        for role in [Role::Sender, Role::Receiver] {
            for position in 1..=record.referral.len(role) {
                let key = keyspace::event(&id, role, position);
                let (message, event) = self.event_at(&id, role, position)?;
                let message = match event {
                    Some(event) if outlives_content(&event) => message,
                    _ => message.without_payload(),
                };
                self.txn.put_bytes(key, NODE_SLOT, message.to_stored());
            }
        }
        let (from, to) = keyspace::held_of(&id);
        for (key, bytes) in self.txn.range(&from, &to, limits::CHAIN_MAX as usize * 2)? {
            let message = SignedMessage::from_own_store(&bytes)
                .map_err(|_| StoreError::Damaged("a held message"))?;
            let step = message.body().link.as_ref().map_or(0, |link| link.step);
            let message = match Event::from_payload(step, message.payload()) {
                Ok(event) if outlives_content(&event) => message,
                _ => message.without_payload(),
            };
            self.txn.put_bytes(key, NODE_SLOT, message.to_stored());
        }
        self.txn.remove(keyspace::whole(&id));
        record.erased = Some(self.now);
        record.case_code = None;
        record.clocks.forget();
        record.calls.clear();
        record.withheld.clear();
        record.later.clear();
        record.scope.fields.retain(|id| *id == fields::NOTE_ID);
        record.scope.purposes.truncate(1);
        self.txn.audit(self.now, Act::Buried, Digest::of(id.as_bytes()), None, None, self.rng);
        self.put_referral(Some(&before), record, NODE_SLOT);
        self.erase_slot(slot, Erasing { slot: slot.0, referral: Some(id), consent: None });
        Ok(NODE_SLOT)
    }

    /// The same for a consent record: that it was withdrawn is all that is left.
    pub(crate) fn bury_consent(&mut self, id: ConsentId, slot: SlotNumber, mut record: Record) {
        if slot == NODE_SLOT {
            return;
        }
        record.forget();
        self.txn.put(keyspace::consent(&id), NODE_SLOT, &record);
        self.erase_slot(slot, Erasing { slot: slot.0, referral: None, consent: Some(id) });
    }

    pub(crate) fn erase_slot(&mut self, slot: SlotNumber, erasing: Erasing) {
        debug_assert_ne!(slot, NODE_SLOT, "what is buried has a slot of its own");
        self.txn.put_own(keyspace::erasing(slot), &erasing);
    }

    /// The slot is gone: says so to the agency that sent the data.
    pub(crate) fn erased(&mut self, erasing: &Erasing) -> Result<(), Trouble> {
        self.txn.remove(keyspace::erasing(SlotNumber(erasing.slot)));
        let subject = match (&erasing.referral, &erasing.consent) {
            (Some(id), _) => Digest::of(id.as_bytes()),
            (None, Some(id)) => Digest::of(&id.0),
            (None, None) => return Ok(()),
        };
        self.txn.audit(self.now, Act::Erased, subject, None, None, self.rng);
        let Some(id) = erasing.referral else { return Ok(()) };
        let (slot, mut record) = self.referral(&id)?;
        let before = record.clone();
        record.destroyed = true;
        self.put_referral(Some(&before), &mut record, slot);
        self.say_erased(&mut record, slot)
    }

    /// The erasure receipt: signed only when the slot is gone, and as soon as the chain
    /// has come to the order.
    pub(crate) fn say_erased(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
    ) -> Result<(), Trouble> {
        if record.role != Role::Receiver || !record.destroyed {
            return Ok(());
        }
        let claims = Answer {
            keys_until: self.captured_until(),
            backups_until: self.txn.node.backups_until.filter(|until| *until > self.now),
            ..Answer::default()
        };
        let receipt = Event::Step(EventKind::Erased, claims);
        self.author_if_possible(record, slot, &receipt, None)
    }

    /// The receiver has answered our order: noted, and told to our own sender.
    pub(crate) fn order_answered(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        kind: EventKind,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        let before = record.clone();
        let hold = answer.code.zip(answer.at).map(|(basis, until)| Hold { basis, until });
        record.answered = Some(OrderAnswer {
            keys_until: answer.keys_until,
            backups_until: answer.backups_until,
            ..OrderAnswer::new(answer_code(kind), hold)
        });
        self.put_referral(Some(&before), record, slot);
        self.pass_answer_up(record, record.counterpart())
    }

    /// An agency that has the data by way of us has answered an order: our own sender is
    /// told, once there is an answer for everything by which that agency has it.
    pub(crate) fn pass_answer_up(
        &mut self,
        record: &ReferralRecord,
        agency: AgencyId,
    ) -> Result<(), Trouble> {
        if record.own_consent {
            // Where it went under a consent of our own is not for our sender to know.
            return Ok(());
        }
        let Some(answer) = self.answer_of(record, &agency)? else { return Ok(()) };
        let told = Answer {
            code: Some(answer.code),
            agency: Some(agency),
            basis: answer.hold.map(|hold| hold.basis),
            at: answer.hold.map(|hold| hold.until),
            ..Answer::default()
        };
        self.tell_parent(record, &Event::Step(EventKind::OnwardErasure, told))
    }

    /// What an agency has answered about all of what it has by way of the referrals that
    /// continue the same one: that it keeps something, if it keeps anything.
    fn answer_of(
        &mut self,
        record: &ReferralRecord,
        agency: &AgencyId,
    ) -> Result<Option<OrderAnswer>, StoreError> {
        let Some(parent) = record.parent else { return Ok(None) };
        let (_, parent) = self.referral(&parent)?;
        let mut answer = OrderAnswer::new(answer_code(EventKind::Erased), None);
        for child in &parent.children {
            let (_, child) = self.referral(child)?;
            if child.own_consent || child.never_taken {
                continue;
            }
            let direct = (child.counterpart() == *agency).then_some(child.answered);
            let further = child.onward.iter().filter(|o| o.agency == *agency).map(|o| o.answer);
            for given in further.chain(direct) {
                match given {
                    None => return Ok(None),
                    Some(kept) if !kept.is_erased() => answer = kept,
                    Some(_) => {}
                }
            }
        }
        Ok(Some(answer))
    }

    /// An agency further on has the data, or has answered an order: noted, and told to our
    /// own sender.
    pub(crate) fn heard_from_further_on(
        &mut self,
        record: &mut ReferralRecord,
        slot: SlotNumber,
        kind: EventKind,
        answer: &Answer,
    ) -> Result<(), Trouble> {
        // A bare step tells nothing that could be noted.
        let Some(agency) = answer.agency else { return Ok(()) };
        let Answer { code, basis, at, .. } = *answer;
        let hold = basis.zip(at).map(|(basis, until)| Hold { basis, until });
        let told = code.map(|code| OrderAnswer::new(code, hold));
        let before = record.clone();
        let changed = match kind {
            EventKind::ReferredOnward => {
                record.onward.len() < NAMED_MAX
                    && self.may_name(record, &agency)?
                    && record.has_it_further_on(agency)
            }
            _ => told.is_some_and(|told| record.further_on_answered(agency, told)),
        };
        // Only what is new is passed on, and nothing that somebody further on has written.
        if !changed {
            return Ok(());
        }
        self.put_referral(Some(&before), record, slot);
        if kind == EventKind::OnwardErasure {
            return self.pass_answer_up(record, agency);
        }
        if record.own_consent || self.named(record)? > NAMED_MAX {
            return Ok(());
        }
        let told = Answer { agency: Some(agency), ..Answer::default() };
        self.tell_parent(record, &Event::Step(kind, told))
    }

    /// Whether an agency can be one that our receiver has referred to: not one of those by
    /// which the request came, nor one that answers us itself.
    fn may_name(&mut self, record: &ReferralRecord, agency: &AgencyId) -> Result<bool, StoreError> {
        let mut answers_us = record.counterpart() == *agency || record.handover.has_held(agency);
        for sibling in self.siblings(record)? {
            answers_us |= sibling.counterpart() == *agency;
        }
        Ok(!answers_us)
    }

    /// How many agencies further on are named in all by which a request went on: the number
    /// is bounded, so that nobody can fill our own chain upward.
    fn named(&mut self, record: &ReferralRecord) -> Result<usize, StoreError> {
        let others: usize = self.siblings(record)?.iter().map(|s| s.onward.len()).sum();
        Ok(record.onward.len() + others)
    }

    /// The other referrals that continue the same one.
    fn siblings(&mut self, record: &ReferralRecord) -> Result<Vec<ReferralRecord>, StoreError> {
        let Some(parent) = record.parent else { return Ok(Vec::new()) };
        let (_, parent) = self.referral(&parent)?;
        let others = parent.children.iter().filter(|id| **id != record.referral.id);
        others.map(|id| self.referral(id).map(|(_, sibling)| sibling)).collect()
    }

    /// Signs a step of our node in the referral that this one continues.
    pub(crate) fn tell_parent(
        &mut self,
        record: &ReferralRecord,
        event: &Event,
    ) -> Result<(), Trouble> {
        let Some(parent) = record.parent else { return Ok(()) };
        let (slot, mut parent) = self.referral(&parent)?;
        // After an erasure only who has the data is told, and what became of the order.
        let gone = parent.erased.is_some() && !outlives_content(event);
        // What others say must leave room for what we have to say ourselves.
        let full = parent.referral.len(Role::Receiver) >= RELAYED_MAX
            && event.kind() != EventKind::OnwardErasure;
        if gone || full || (self.replaying && self.has_told(&parent, event)?) {
            return Ok(());
        }
        self.author_if_possible(&mut parent, slot, event, None)
    }
}

impl Work<'_> {
    /// Whether our side of a referral has said this before.
    fn has_told(&mut self, record: &ReferralRecord, event: &Event) -> Result<bool, StoreError> {
        for position in 1..=record.referral.len(record.role) {
            if record.referral.step_at(record.role, position) == Some(event.kind()) {
                let (_, told) = self.event_at(&record.referral.id, record.role, position)?;
                if told.as_ref() == Some(event) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

/// Code of `ERASURE` of a receiver's answer.
fn answer_code(kind: EventKind) -> u16 {
    let name = if kind == EventKind::Erased { "erased" } else { "retained" };
    ERASURE.by_name(name).map_or(0, |c| c.id)
}
