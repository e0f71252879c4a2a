//! Events of the other agency that come back with its account.

use ihala_envelope::{ReferralId, Rule, SignedMessage};
use ihala_protocol::referral::{Applied, Event, EventKind, Request, Role, Withdrawal};
use ihala_protocol::{FieldId, Referral, SignedIsp};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use super::replay::{Returned, fit_to_return};
use crate::conduct::End;
use crate::engine::{Trouble, Work};
use crate::keyspace;
use crate::receive::question_about;
use crate::records::ReferralRecord;

/// Referrals of one service request that are looked at.
const MANY: usize = 1_024;

impl Work<'_> {
    /// An event of the other agency. What follows from it was done then, and comes back as our
    /// own events, or is done when everything is back.
    pub(super) fn replay_theirs(
        &mut self,
        returned: &Returned,
        last: bool,
    ) -> Result<bool, Trouble> {
        let message = &returned.message;
        let Some(link) = message.body().link.clone() else { return Ok(true) };
        let found =
            self.txn.get_with_slot::<ReferralRecord>(&keyspace::referral(&link.referral))?;
        if link.step == EventKind::Requested.code() {
            return match found {
                Some(_) => Ok(true),
                None => self.replay_request(returned, link.referral),
            };
        }
        let event = Event::from_payload(link.step, message.payload());
        let (Some((slot, before)), Ok(event)) = (found, event) else { return Ok(last) };
        let Some(author) = before.referral.role_of(&message.body().sender) else { return Ok(true) };
        let reduced = returned.answered.reduced.is_some();
        let (kept, event) = fit_to_return(&before, message, event, reduced);
        let mut after = before.clone();
        match self.apply(&mut after, slot, author, &kept)? {
            Applied::Held if last => {
                self.hold(&kept, slot)?;
                Ok(true)
            }
            Applied::Held => Ok(false),
            Applied::Known => Ok(true),
            Applied::Now => {
                self.returned_leaf(&kept);
                if let Event::Supplied(_, supplement) = &event {
                    after.take_supplement(supplement);
                }
                let order = match event.kind() {
                    EventKind::ErasureOrdered => Withdrawal::Erase,
                    EventKind::Stopped => Withdrawal::Stopped,
                    _ => Withdrawal::No,
                };
                after.order = after.order.max(order);
                self.put_referral(Some(&before), &mut after, slot);
                if is_answer_to_order(event.kind()) {
                    self.replaying = true;
                    let noted = self.react(&mut after, slot, &event);
                    self.replaying = false;
                    noted?;
                }
                Ok(true)
            }
        }
    }

    fn replay_request(&mut self, returned: &Returned, id: ReferralId) -> Result<bool, Trouble> {
        let message = &returned.message;
        let event = Event::from_payload(EventKind::Requested.code(), message.payload());
        let Ok(Event::Requested(request)) = event else {
            return self.bury_again(returned, id, Role::Receiver);
        };
        let sender = message.body().sender;
        let Some(isp) = self.directory.isps.get(&request.isp).cloned() else { return Ok(false) };
        let limits = *isp.isp().limits();
        // What a newer protocol forbids was destroyed then, and is now.
        let reduced = returned.answered.reduced.is_some();
        let newest = self.directory.newest(&isp, &sender, self.now).cloned();
        let forbidden = match newest.filter(|_| reduced) {
            Some(newer) => self.withheld_under(&newer, message, &request),
            None => Vec::new(),
        };
        self.store_request(message, id, &request, (&limits, &forbidden))?;
        self.returned_leaf(message);
        self.link_by_request(&request)?;
        Ok(true)
    }

    /// A request whose content is gone, with what is left of it: so orders and the links between
    /// referrals take effect again.
    pub(super) fn bury_again(
        &mut self,
        returned: &Returned,
        id: ReferralId,
        role: Role,
    ) -> Result<bool, Trouble> {
        let message = &returned.message;
        // Without it, nothing is left to build on.
        let Some(left) = &returned.left else { return Ok(true) };
        let Some(isp) = self.directory.isps.get(&left.isp) else { return Ok(false) };
        let limits = *isp.isp().limits();
        let body = message.body();
        let referral = Referral::new(id, body.sender, body.recipient);
        let times = (body.created, body.created);
        let mut record = ReferralRecord {
            own_consent: role == Role::Sender,
            erased: Some(self.now),
            destroyed: true,
            ..ReferralRecord::new(referral, role, &left.form, left, &limits, times)
        };
        record.clocks.forget();
        self.apply(&mut record, NODE_SLOT, Role::Sender, message)?;
        self.put_referral(None, &mut record, NODE_SLOT);
        self.returned_leaf(message);
        self.link_by_request(left)?;
        Ok(true)
    }

    /// Fields of a request that a protocol lets not go.
    fn withheld_under(
        &self,
        isp: &SignedIsp,
        message: &SignedMessage,
        request: &Request,
    ) -> Vec<(FieldId, &'static Rule)> {
        let question = question_about(message, request, isp.isp(), self.now);
        match self.conduct.judge(End::Receiver, &question) {
            Ok(permit) => permit.withheld,
            // Nothing of it may be kept.
            Err(refusal) => request.form.ids().map(|id| (id, refusal.rule)).collect(),
        }
    }

    /// Finds out which referral continues which: those of one service request, by the agency
    /// that it came from.
    pub(super) fn link_by_request(&mut self, request: &Request) -> Result<(), Trouble> {
        let (from, to) = keyspace::by_request_of(&request.handover.request);
        let mut all = Vec::new();
        for (key, _) in self.txn.range(&from, &to, MANY)? {
            let id = key.get(17..).and_then(ReferralId::from_slice);
            all.push(self.referral(&id.ok_or(StoreError::Damaged("an entry by request"))?)?);
        }
        let came: Vec<(SlotNumber, ReferralRecord)> =
            all.iter().filter(|(_, record)| record.role == Role::Receiver).cloned().collect();
        for (slot, before) in all {
            let via = &before.handover.via;
            let from = via.len().checked_sub(2).and_then(|at| via.get(at)).copied();
            if before.role != Role::Sender || before.parent.is_some() {
                continue;
            }
            let parent = came.iter().find(|(_, r)| from == Some(r.counterpart()));
            let Some((_, parent)) = parent else { continue };
            let (parent_slot, parent) = self.referral(&parent.referral.id)?;
            let mut child = before.clone();
            child.parent = Some(parent.referral.id);
            child.own_consent = child.consent() != parent.consent();
            self.put_referral(Some(&before), &mut child, slot);
            let mut linked = parent.clone();
            linked.children.push(child.referral.id);
            self.put_referral(Some(&parent), &mut linked, parent_slot);
        }
        Ok(())
    }
}

/// Steps by which an agency says who has the data and what became of an order: noted, and told
/// to our own sender, who takes a second telling for what it is.
const fn is_answer_to_order(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Erased
            | EventKind::Retained
            | EventKind::ReferredOnward
            | EventKind::OnwardErasure
    )
}
