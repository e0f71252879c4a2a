//! The aggregate: what one agency knows of one referral.

use std::collections::BTreeSet;

use ihala_envelope::{AgencyId, ChainHead, Digest, ReferralId, ReferralLink, Refusal};
use minicbor::{Decode, Encode};

use super::race::{Race, race};
use super::status::{Status, status};
use super::step::EventKind;
use super::table::{ReceiverState, Role, SenderState, choices, receiver_step, sender_step};
use crate::limits::{CHAIN_MAX, CHAIN_RESERVED};
use crate::rules::{REF_CHAIN, REF_FORK, REF_HEAD_BACK, REF_TOO_MANY, REF_UNKNOWN};

/// One place of a chain: the event there, the state after it, and the other
/// chain's position that it named.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
struct Link<S> {
    #[n(0)]
    digest: Digest,
    #[n(1)]
    state: S,
    #[n(2)]
    named: u32,
    #[n(3)]
    step: u8,
}

/// A referral between two agencies, as folded from both chains.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Referral {
    /// Its id.
    #[n(1)]
    pub id: ReferralId,
    /// The agency that refers.
    #[n(2)]
    pub sender: AgencyId,
    /// The agency that is asked.
    #[n(3)]
    pub receiver: AgencyId,
    #[n(4)]
    sender_chain: Vec<Link<SenderState>>,
    #[n(5)]
    receiver_chain: Vec<Link<ReceiverState>>,
}

/// What became of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It took its place.
    Now,
    /// It stands there already.
    Known,
    /// An event before it, or one that it names, has not arrived: keep it and try again.
    Held,
}

impl Referral {
    /// A referral without events.
    pub const fn new(id: ReferralId, sender: AgencyId, receiver: AgencyId) -> Self {
        Self { id, sender, receiver, sender_chain: Vec::new(), receiver_chain: Vec::new() }
    }

    /// The part that `agency` has in it.
    pub fn role_of(&self, agency: &AgencyId) -> Option<Role> {
        if *agency == self.sender {
            Some(Role::Sender)
        } else if *agency == self.receiver {
            Some(Role::Receiver)
        } else {
            None
        }
    }

    /// The agency with that part.
    pub const fn agency(&self, role: Role) -> AgencyId {
        match role {
            Role::Sender => self.sender,
            Role::Receiver => self.receiver,
        }
    }

    /// The sender's state. Before the first event, the state it will have then.
    pub fn sender_state(&self) -> SenderState {
        self.sender_chain.last().map_or(SenderState::NEW, |l| l.state)
    }

    /// The receiver's state.
    pub fn receiver_state(&self) -> ReceiverState {
        self.receiver_chain.last().map_or(ReceiverState::NEW, |l| l.state)
    }

    /// The status that both sides show.
    pub fn status(&self) -> Status {
        status(self.sender_state(), self.receiver_state())
    }

    /// What `role` can do next.
    pub fn choices(&self, role: Role) -> Vec<EventKind> {
        if self.sender_chain.is_empty() {
            return Vec::new();
        }
        choices(role, self.sender_state(), self.receiver_state())
    }

    /// The races so far: a move of the sender and one of the receiver, by their places,
    /// made without knowing of one another. The same on both sides once both chains are.
    pub fn races(&self) -> Vec<((u32, u32), Race)> {
        let place = |index: usize| u32::try_from(index + 1).expect("bounded by CHAIN_MAX");
        let mut races = Vec::new();
        for (i, sent) in self.sender_chain.iter().enumerate() {
            for (j, answered) in self.receiver_chain.iter().enumerate() {
                let crossed = sent.named < place(j) && answered.named < place(i);
                let kinds = (EventKind::by_code(sent.step), EventKind::by_code(answered.step));
                if let (true, (Some(sender), Some(receiver))) = (crossed, kinds)
                    && let Some(race) = race(sender, receiver)
                {
                    races.push(((place(i), place(j)), race));
                }
            }
        }
        races
    }

    /// The moves that came too late for one of the other side: whose, and at which place.
    pub fn late_moves(&self) -> BTreeSet<(Role, u32)> {
        let late = |((sender, receiver), race): ((u32, u32), Race)| match race.loser()? {
            Role::Sender => Some((Role::Sender, sender)),
            Role::Receiver => Some((Role::Receiver, receiver)),
        };
        self.races().into_iter().filter_map(late).collect()
    }

    /// The step at a place of a chain.
    pub fn step_at(&self, role: Role, position: u32) -> Option<EventKind> {
        let index = usize::try_from(position.checked_sub(1)?).ok()?;
        let step = match role {
            Role::Sender => self.sender_chain.get(index).map(|l| l.step),
            Role::Receiver => self.receiver_chain.get(index).map(|l| l.step),
        };
        step.and_then(EventKind::by_code)
    }

    /// Number of events in a chain.
    pub fn len(&self, role: Role) -> u32 {
        let len = match role {
            Role::Sender => self.sender_chain.len(),
            Role::Receiver => self.receiver_chain.len(),
        };
        u32::try_from(len).expect("chains are bounded by CHAIN_MAX")
    }

    fn digest_at(&self, role: Role, position: u32) -> Option<Digest> {
        let index = usize::try_from(position.checked_sub(1)?).ok()?;
        match role {
            Role::Sender => self.sender_chain.get(index).map(|l| l.digest),
            Role::Receiver => self.receiver_chain.get(index).map(|l| l.digest),
        }
    }

    fn head(&self, role: Role) -> Option<ChainHead> {
        let position = self.len(role);
        self.digest_at(role, position).map(|digest| ChainHead { position, digest })
    }

    fn last_named(&self, role: Role) -> u32 {
        match role {
            Role::Sender => self.sender_chain.last().map_or(0, |l| l.named),
            Role::Receiver => self.receiver_chain.last().map_or(0, |l| l.named),
        }
    }

    /// Decides whether `role` may take the step now, and where the event stands
    /// (REF-04, REF-05, REF-09).
    pub fn decide(&self, role: Role, kind: EventKind) -> Result<ReferralLink, Refusal> {
        let (own, other) = (self.head(role), self.head(role.other()));
        let position = own.map_or(0, |h| h.position) + 1;
        self.step(role, kind, other.map_or(0, |h| h.position))?;
        if position > room_for(kind) {
            return Err(REF_TOO_MANY.refuse());
        }
        Ok(ReferralLink {
            referral: self.id,
            position,
            previous: own.map(|h| h.digest),
            other,
            step: kind.code(),
        })
    }

    /// The state after a step of `role` that names the other chain's `named`-th event.
    fn step(&self, role: Role, kind: EventKind, named: u32) -> Result<State, Refusal> {
        let index = usize::try_from(named).unwrap_or(usize::MAX).checked_sub(1);
        match role {
            Role::Sender => {
                let other = index.map_or(Some(ReceiverState::NEW), |i| {
                    self.receiver_chain.get(i).map(|l| l.state)
                });
                let own = self.sender_chain.last().map(|l| l.state);
                sender_step(own, other.ok_or(REF_CHAIN.refuse())?, kind).map(State::Sender)
            }
            Role::Receiver => {
                // The receiver's first event must name the referral it answers.
                let other = index.and_then(|i| self.sender_chain.get(i).map(|l| l.state));
                let own = self.receiver_state();
                receiver_step(own, other.ok_or(REF_CHAIN.refuse())?, kind).map(State::Receiver)
            }
        }
    }

    /// Applies an event that its author signed (REF-02 to REF-09). On a refusal
    /// the referral is unchanged.
    pub fn apply(
        &mut self,
        role: Role,
        link: &ReferralLink,
        kind: EventKind,
        digest: Digest,
    ) -> Result<Applied, Refusal> {
        if link.position > room_for(kind) {
            return Err(REF_TOO_MANY.refuse());
        }
        if let Some(stands) = self.digest_at(role, link.position) {
            return if stands == digest { Ok(Applied::Known) } else { Err(REF_FORK.refuse()) };
        }
        if link.position > self.len(role) + 1 {
            return Ok(Applied::Held);
        }
        if link.previous != self.head(role).map(|h| h.digest) {
            return Err(REF_CHAIN.refuse());
        }
        let named = link.other.map_or(0, |h| h.position);
        if named < self.last_named(role) {
            return Err(REF_HEAD_BACK.refuse());
        }
        if let Some(head) = link.other {
            match self.digest_at(role.other(), head.position) {
                None if head.position == 0 || head.position > CHAIN_MAX => {
                    return Err(REF_CHAIN.refuse());
                }
                None => return Ok(Applied::Held),
                Some(known) if known != head.digest => return Err(REF_CHAIN.refuse()),
                Some(_) => {}
            }
        } else if role == Role::Receiver {
            return Err(REF_UNKNOWN.refuse());
        }
        let step = kind.code();
        match self.step(role, kind, named)? {
            State::Sender(state) => self.sender_chain.push(Link { digest, state, named, step }),
            State::Receiver(state) => self.receiver_chain.push(Link { digest, state, named, step }),
        }
        Ok(Applied::Now)
    }
}

/// The last place that a step may take: the end of a chain is kept for orders, which
/// must always find one.
const fn room_for(kind: EventKind) -> u32 {
    match kind {
        EventKind::Stopped
        | EventKind::ErasureOrdered
        | EventKind::Erased
        | EventKind::Retained
        | EventKind::OnwardErasure => CHAIN_MAX,
        _ => CHAIN_MAX - CHAIN_RESERVED,
    }
}

enum State {
    Sender(SenderState),
    Receiver(ReceiverState),
}
