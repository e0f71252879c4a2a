//! A referral as the agency keeps it.

use ihala_envelope::{AgencyId, Digest, Personal, ReferralId, Rule, Timestamp};
use ihala_protocol::codes::ERASURE;
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::deadline::{Clock, Clocks, Limits};
use ihala_protocol::handover::Handover;
use ihala_protocol::policy::Disclosure;
use ihala_protocol::referral::{
    Erasure, Request, Role, Stage, Status, Supplement, TaskStatus, Withdrawal,
};
use ihala_protocol::{FieldId, Form, Referral, fields};
use minicbor::{Decode, Encode};

use crate::agenda::Entry;

/// A referral as the agency keeps it: the aggregate, and what lists need.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct ReferralRecord {
    /// Both chains, folded.
    #[n(1)]
    pub(crate) referral: Referral,
    /// Our part.
    #[n(2)]
    pub(crate) role: Role,
    /// When the sender made it.
    #[n(3)]
    pub(crate) created: Timestamp,
    /// When it last changed here.
    #[n(4)]
    pub(crate) updated: Timestamp,
    /// Code of `URGENCY`.
    #[n(5)]
    pub(crate) urgency: u16,
    /// Code of `CASE_TYPE`.
    #[n(6)]
    pub(crate) case_type: u16,
    /// The protocol version that it is judged by.
    #[n(7)]
    pub(crate) isp: Digest,
    /// The consent's scope.
    #[n(8)]
    pub(crate) scope: Scope,
    /// At the sender: fields that were withheld, with the rule.
    #[n(9)]
    pub(crate) withheld: Vec<WithheldField>,
    /// The case code, as the sender wrote it.
    #[n(10)]
    pub(crate) case_code: Option<Personal<String>>,
    /// What people must know of our newest message: the rule by which the other node
    /// refused it for good, or by which ours did not send what was expected.
    #[n(11)]
    pub(crate) refused: Option<String>,
    /// Whether identity goes only after the accept.
    #[n(12)]
    pub(crate) two_stages: bool,
    /// Whether the accept takes over responsibility.
    #[n(13)]
    pub(crate) transfer: bool,
    /// Where the request comes from.
    #[n(14)]
    pub(crate) handover: Handover,
    /// The referral that came in and goes onward with this one.
    #[n(15)]
    pub(crate) parent: Option<ReferralId>,
    /// The referrals by which this one goes onward.
    #[n(16)]
    pub(crate) children: Vec<ReferralId>,
    /// At the sender: fields that go after the accept.
    #[n(17)]
    pub(crate) later: Vec<FieldId>,
    /// The clocks, by our own time.
    #[n(18)]
    pub(crate) clocks: Clocks,
    /// What should have happened by now.
    #[n(19)]
    pub(crate) overdue: Option<Overdue>,
    /// When something is to be done next.
    #[n(20)]
    pub(crate) timer: Option<Timestamp>,
    /// Since when nothing more can come of it.
    #[n(21)]
    pub(crate) closed: Option<Timestamp>,
    /// Since when its content is destroyed here.
    #[n(22)]
    pub(crate) erased: Option<Timestamp>,
    /// Why it is kept in spite of an order to erase.
    #[n(23)]
    pub(crate) hold: Option<Hold>,
    /// Not before this is destruction by time tried again.
    #[n(24)]
    pub(crate) not_before: Option<Timestamp>,
    /// The slot that held its content is overwritten.
    #[n(25)]
    pub(crate) destroyed: bool,
    /// The focal point was told of what is overdue now.
    #[n(26)]
    pub(crate) escalation_told: bool,
    /// What was ordered: by the other agency, also if the order's place in its chain is not
    /// reached yet, or by the person here.
    #[n(27)]
    pub(crate) order: Withdrawal,
    /// Whether it was made under a consent that we hold, not under the one by which
    /// its content came to us.
    #[n(28)]
    pub(crate) own_consent: bool,
    /// The other node has refused the request for good: there is no referral there.
    #[n(29)]
    pub(crate) never_taken: bool,
    /// The receiver has no node: its steps are reported by our caseworker.
    #[n(30)]
    pub(crate) on_paper: bool,
    /// Calls that our caseworkers made about it.
    #[n(31)]
    pub(crate) calls: Vec<Call>,
    /// At the sender: the agencies that have it further on.
    #[n(32)]
    pub(crate) onward: Vec<Onward>,
    /// Since when the person is to be asked: an agency was told that consent is withdrawn.
    #[n(33)]
    pub(crate) ask_person: Option<Timestamp>,
    /// At the sender: since when it is ordered to be erased.
    #[n(34)]
    pub(crate) erasure_ordered: Option<Timestamp>,
    /// At the sender: what the receiver did with that order.
    #[n(35)]
    pub(crate) answered: Option<OrderAnswer>,
    /// The rule by which our node did not release who the person is.
    #[n(36)]
    pub(crate) held_back: Option<String>,
}

/// An agency that has what we sent from whom we sent it to, or from one further on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Onward {
    #[n(1)]
    pub(crate) agency: AgencyId,
    /// What it did with the order to erase.
    #[n(2)]
    pub(crate) answer: Option<OrderAnswer>,
}

/// What an agency did with an order to erase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct OrderAnswer {
    /// Code of `ERASURE`.
    #[n(1)]
    pub(crate) code: u16,
    /// If it keeps what it has: on which basis, and until when.
    #[n(2)]
    pub(crate) hold: Option<Hold>,
    /// If it has erased it: when captured copies, and backups, can no longer be opened.
    #[n(3)]
    pub(crate) keys_until: Option<Timestamp>,
    #[n(4)]
    pub(crate) backups_until: Option<Timestamp>,
}

impl OrderAnswer {
    /// An answer of this code, with the basis on which something is kept.
    pub(crate) const fn new(code: u16, hold: Option<Hold>) -> Self {
        Self { code, hold, keys_until: None, backups_until: None }
    }

    /// Whether it says that the data is destroyed.
    pub(crate) fn is_erased(&self) -> bool {
        ERASURE.by_name("erased").is_some_and(|erased| erased.id == self.code)
    }
}

/// A call about a referral. It never travels.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Call {
    /// When.
    #[n(1)]
    pub(crate) at: Timestamp,
    /// With whom.
    #[n(2)]
    pub(crate) with: Personal<String>,
    /// What was said.
    #[n(3)]
    pub(crate) said: Option<Personal<String>>,
}

/// A clock that has run out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Overdue {
    #[n(1)]
    pub(crate) clock: Clock,
    #[n(2)]
    pub(crate) since: Timestamp,
    #[n(3)]
    pub(crate) escalated: bool,
}

/// A legal basis on which a receiver keeps what it was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Hold {
    /// Code of `RETENTION_BASIS`.
    #[n(1)]
    pub(crate) basis: u16,
    /// Until when.
    #[n(2)]
    pub(crate) until: Timestamp,
}

impl ReferralRecord {
    /// The record of a referral that begins. `form` is what is known here, `created` when
    /// the sender made it, `start` when its clocks start here.
    pub(crate) fn new(
        referral: Referral,
        role: Role,
        form: &Form,
        request: &Request,
        limits: &Limits,
        (created, start): (Timestamp, Timestamp),
    ) -> Self {
        let urgency = form.code(fields::URGENCY_ID).unwrap_or_default();
        let incident = form.moment(fields::INCIDENT_ID);
        Self {
            referral,
            role,
            created,
            updated: start,
            urgency,
            case_type: form.code(fields::CASE_TYPE_ID).unwrap_or_default(),
            isp: request.isp,
            scope: request.consent.clone(),
            withheld: Vec::new(),
            case_code: form.text(fields::CASE_CODE_ID).cloned(),
            refused: None,
            two_stages: request.two_stages,
            transfer: request.transfer,
            handover: request.handover.clone(),
            parent: None,
            children: Vec::new(),
            later: Vec::new(),
            clocks: Clocks::start(start, limits, urgency, incident),
            overdue: None,
            timer: None,
            closed: None,
            erased: None,
            hold: None,
            not_before: None,
            destroyed: false,
            escalation_told: false,
            order: Withdrawal::No,
            own_consent: false,
            never_taken: false,
            on_paper: false,
            calls: Vec::new(),
            onward: Vec::new(),
            ask_person: None,
            erasure_ordered: None,
            answered: None,
            held_back: None,
        }
    }

    /// What is to be done about it, and since when.
    pub(crate) fn agenda(&self) -> Entry {
        Entry {
            due: self.timer,
            overdue: self.overdue.map(|overdue| overdue.since),
            unanswered: self.erasure_ordered.filter(|_| !self.unanswered().is_empty()),
            ask_person: self.ask_person,
            held_back: self
                .held_back
                .as_ref()
                .filter(|_| self.referral.status().task.is_open() && !self.is_withdrawn())
                .map(|_| self.created),
        }
    }

    /// Whether something can still come of it.
    pub(crate) fn is_open(&self) -> bool {
        self.status().task.is_open() && !self.never_taken
    }

    /// Whether content of the other agency is left here, or of ours there.
    pub(crate) fn has_content_somewhere(&self) -> bool {
        match self.role {
            Role::Receiver => self.erased.is_none(),
            Role::Sender => {
                !self.never_taken && self.referral.receiver_state().erasure != Erasure::Erased
            }
        }
    }

    /// Agencies that have an order of ours to erase and have not answered it.
    pub(crate) fn unanswered(&self) -> Vec<AgencyId> {
        let ordered = self.referral.sender_state().withdrawal == Withdrawal::Erase;
        if self.role != Role::Sender || !ordered || self.never_taken {
            return Vec::new();
        }
        let direct = self.referral.receiver_state().erasure == Erasure::No;
        let further = self.onward.iter().filter(|o| o.answer.is_none()).map(|o| o.agency);
        direct.then(|| self.counterpart()).into_iter().chain(further).collect()
    }

    /// Whether what we were sent is to be erased.
    pub(crate) fn is_to_be_erased(&self) -> bool {
        self.order.max(self.referral.sender_state().withdrawal) == Withdrawal::Erase
    }

    /// An agency further on has it now; tells whether that is new.
    pub(crate) fn has_it_further_on(&mut self, agency: AgencyId) -> bool {
        let new = !self.onward.iter().any(|o| o.agency == agency);
        if new {
            self.onward.push(Onward { agency, answer: None });
        }
        new
    }

    /// An agency further on, named before, has answered an order; tells whether that is
    /// new. What is destroyed stays destroyed.
    pub(crate) fn further_on_answered(&mut self, agency: AgencyId, answer: OrderAnswer) -> bool {
        let Some(onward) = self.onward.iter_mut().find(|o| o.agency == agency) else {
            return false;
        };
        // First any answer, then at most that what was kept is destroyed.
        let new = onward.answer.is_none_or(|a| !a.is_erased() && answer.is_erased());
        if new {
            onward.answer = Some(answer);
        }
        new
    }

    /// Which stage it is in, once the second one is released or before.
    pub(crate) const fn disclosure(&self, released: bool) -> Disclosure {
        match (self.two_stages, released) {
            (false, _) => Disclosure::OneStage,
            (true, true) => Disclosure::Second,
            (true, false) => Disclosure::First,
        }
    }

    /// What is shown: the status of both sides; of what was called back before it left, that
    /// it is cancelled.
    pub(crate) fn status(&self) -> Status {
        let status = self.referral.status();
        let called_back = self.referral.sender_state().stage == Stage::CancelRequested;
        if !self.never_taken || !called_back || !status.task.is_open() {
            return status;
        }
        Status { task: TaskStatus::Cancelled, business: "fulfilment cancelled", ..status }
    }

    /// Whether either side has withdrawn, as far as we know.
    pub(crate) fn is_withdrawn(&self) -> bool {
        self.order != Withdrawal::No || self.referral.status().withdrawn
    }

    /// The other agency.
    pub(crate) const fn counterpart(&self) -> AgencyId {
        self.referral.agency(self.role.other())
    }

    /// Takes over what the sender has added.
    pub(crate) fn take_supplement(&mut self, supplement: &Supplement) {
        self.scope.fields.extend(&supplement.consent.fields);
        self.scope.fields.sort_unstable();
        self.scope.fields.dedup();
        self.scope.valid_until = supplement.consent.valid_until;
        if self.case_code.is_none() {
            self.case_code = supplement.form.text(fields::CASE_CODE_ID).cloned();
        }
        if let Some(incident) = supplement.form.moment(fields::INCIDENT_ID) {
            self.clocks.count_from(incident);
        }
    }

    /// The consent that the sender holds.
    pub(crate) const fn consent(&self) -> ConsentId {
        self.scope.reference
    }
}

/// Fields that did not go or were not kept.
pub(crate) fn withheld_fields(withheld: &[(FieldId, &'static Rule)]) -> Vec<WithheldField> {
    let field = |(field, rule): &(FieldId, &'static Rule)| WithheldField {
        field: *field,
        rule: rule.id.to_owned(),
    };
    withheld.iter().map(field).collect()
}

/// A field that did not go.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct WithheldField {
    #[n(0)]
    pub(crate) field: FieldId,
    #[n(1)]
    pub(crate) rule: String,
}
