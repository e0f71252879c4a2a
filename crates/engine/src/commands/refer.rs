//! `ihala refer`: one form, one referral per receiver, each with its own fields.

use ihala_envelope::{AgencyId, Digest, ReferralId};
use ihala_protocol::FieldId;
use ihala_protocol::codes::REASON;
use ihala_protocol::consent::Scope;
use ihala_protocol::definition::About;
use ihala_protocol::form::Form;
use ihala_protocol::handover::{HOPS_WARN, Handover, ServiceRequestId};
use ihala_protocol::labels::{self, Language, Sentence};
use ihala_protocol::limits::HOPS_MAX;
use ihala_protocol::policy::Permit;
use ihala_protocol::referral::{
    Answer as EventAnswer, Event, EventKind, Progress, Request, Role, Stage,
};
use ihala_protocol::rules::{
    CONSENT_CASE, CONSENT_MISSING, LOOP, ONWARD_BY_CONSENT, REF_HANDOVER, REF_NOT_NOW, REF_STOPPED,
    REF_WRONG_SIDE,
};
use ihala_protocol::{Referral, date, fields, leak};
use ihala_store::{SlotNumber, StoreError};

use super::{label, read_whole_form};
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure, Refer};
use crate::keyspace;
use crate::records::{ReferralRecord, withheld_fields};
use crate::trust::Way;
use crate::views::{Referred, ReferredTo};
use crate::words::say;

/// Code of the urgency `emergency`.
pub(super) const EMERGENCY: u16 = 1;
/// Within this many seconds after an incident some care still helps.
const CARE_WINDOW: u64 = 72 * 3_600;
/// Most receivers of one form.
const RECEIVERS_MAX: usize = 16;

/// A referral that may go.
struct Plan {
    to: AgencyId,
    isp: Digest,
    /// The form, with the own fields of this protocol.
    form: Form,
    scope: Scope,
    own_consent: bool,
    permit: Permit,
}

/// The referral that came in and goes onward.
struct Parent {
    slot: SlotNumber,
    record: ReferralRecord,
}

impl Work<'_> {
    pub(super) fn refer(&mut self, refer: &Refer, actor: &Actor) -> Outcome {
        // Without a form, an onward referral tells what came.
        let form = match (refer.form.trim(), &refer.onward_of) {
            ("", Some(parent)) => {
                let (_, parent) = self.find_referral(parent)?;
                self.check_readable(&parent)?;
                self.form_of(&parent)?
            }
            (text, _) => read_whole_form(text, About::Person, self.now)?,
        };
        let emergency = form.code(fields::URGENCY_ID) == Some(EMERGENCY);
        match self.refer_form(&form, refer, actor) {
            Err(Trouble::Failure(Failure::Refused { refusal, because, .. })) if emergency => {
                let way = Some(Box::new(self.human_way(&refer.to)));
                Err(Failure::Refused { refusal, because, way }.into())
            }
            done => done,
        }
    }

    /// A refused emergency ends with whom to call, and what may be said without a name.
    fn human_way(&self, to: &[String]) -> Sentence {
        let numbers = to.iter().filter_map(|name| {
            let agency = self.directory.resolve(name).ok()?;
            let number = self.number_of(&agency)?;
            Some(format!("{} ({number})", self.directory.name(&agency).name))
        });
        let numbers: Vec<_> = numbers.collect();
        match numbers.is_empty() {
            true => say("emergency-way"),
            false => say("emergency-way-to").with("whom", numbers.join(self.language.comma())),
        }
    }

    /// What an emergency needs first, whatever the network does.
    pub(super) fn phone_now(&self, agency: &AgencyId, number: Option<&str>) -> String {
        let said = match number {
            Some(number) => say("emergency-phone").with("number", number),
            None => say("emergency-phone-unknown"),
        };
        said.with("agency", self.directory.name(agency).name).text(self.language)
    }

    /// What the caseworker should know before a referral goes to an agency.
    fn before_it_goes(&self, form: &Form, to: &AgencyId, handover: &Handover) -> Vec<String> {
        let mut warnings = warnings_of(handover, self.language);
        let emergency = form.code(fields::URGENCY_ID) == Some(EMERGENCY);
        if emergency {
            warnings.push(self.phone_now(to, self.number_of(to).as_deref()));
        }
        if self.directory.is_behind(to) {
            warnings.push(say("waits-for-account").text(self.language));
        }
        let ends = form.moment(fields::INCIDENT_ID).map(|incident| incident.plus(CARE_WINDOW));
        if let Some(ends) = ends.filter(|ends| *ends > self.now && !emergency) {
            // Its time waits for the accept: the receiver cannot know the hurry.
            let ends = date::show_minute(ends);
            warnings.push(say("care-window").with("time", ends).text(self.language));
        }
        warnings
    }

    /// An agency's number, by any protocol with it, or as we took it down.
    pub(super) fn number_of(&self, agency: &AgencyId) -> Option<String> {
        let on_paper = self.directory.paper.get(agency).map(|p| p.phone.clone());
        let phone = |isp: &ihala_protocol::SignedIsp| isp.isp().phone_of(agency).map(str::to_owned);
        on_paper.or_else(|| self.directory.isps.values().find_map(phone))
    }

    fn refer_form(&mut self, form: &Form, refer: &Refer, actor: &Actor) -> Outcome {
        if refer.to.is_empty() || refer.to.len() > RECEIVERS_MAX {
            return Err(Failure::invalid(say("refer-to-whom").with("max", RECEIVERS_MAX)).into());
        }
        let again = again_code(refer)?;
        let mut parent = match &refer.onward_of {
            Some(id) => Some(self.parent(id)?),
            None => None,
        };
        // What came with the request is known here, also where the new form leaves it out.
        let came = match &parent {
            Some(parent) => self.form_of(&parent.record)?,
            None => Form::default(),
        };
        let form = &came.only(&[fields::MARKS_ID]).with(form);
        let handover = self.handover(parent.as_ref(), again);
        // All receivers are judged before anything is written: all go, or none.
        let mut plans: Vec<Plan> = Vec::new();
        for name in &refer.to {
            let id = self.directory.resolve(name)?;
            if plans.iter().any(|p| p.to == id) {
                return Err(Failure::invalid(say("refer-twice")).into());
            }
            if again.is_none() && self.was_with(&handover, &id)? {
                return Err(LOOP.refuse_about(self.directory.name(&id).name).into());
            }
            plans.push(self.plan((form, &came), id, &refer.consent, parent.as_ref())?);
        }
        let mut referrals = Vec::new();
        for plan in plans {
            let id = match refer.dry_run {
                true => None,
                false => Some(self.begin(&plan, refer, &handover, parent.as_mut(), actor)?),
            };
            referrals.push(ReferredTo {
                id: id.map(|id| id.to_string()),
                to: self.directory.name(&plan.to),
                sent: self.field_names(&plan.permit.fields),
                later: self.field_names(&plan.permit.later),
                withheld: self.withheld_views(plan.permit.withheld.iter().map(|(f, r)| (*f, r.id))),
                warnings: self.before_it_goes(form, &plan.to, &handover),
                on_paper: self.directory.is_on_paper(&plan.to),
                phone: self.number_of(&plan.to),
            });
        }
        Ok(Answer::Referred(Referred { dry_run: refer.dry_run, referrals }))
    }

    /// POL-13, REF-05.
    fn parent(&mut self, id: &str) -> Result<Parent, Trouble> {
        let (slot, record) = self.find_referral(id)?;
        if record.role != Role::Receiver {
            return Err(Failure::refused(&REF_WRONG_SIDE, say("onward-not-ours")).into());
        }
        if record.is_withdrawn() || record.erased.is_some() {
            return Err(REF_STOPPED.refuse().into());
        }
        let state = record.referral.receiver_state();
        let promised = matches!(state.progress, Progress::Accepted | Progress::InProgress);
        if !promised || record.referral.sender_state().stage == Stage::EnteredInError {
            let status = record.referral.status().task.name();
            let status = labels::name("task", status, self.language);
            let because = say("onward-accept-first").with("status", status);
            return Err(Failure::refused(&REF_NOT_NOW, because).into());
        }
        if !state.onward {
            record.referral.decide(record.role, EventKind::ReferredOnward)?;
        }
        if record.handover.via.len() >= HOPS_MAX {
            return Err(Failure::refused(&REF_HANDOVER, say("onward-too-often")).into());
        }
        self.may_go_onward(&record)?;
        Ok(Parent { slot, record })
    }

    fn handover(&mut self, parent: Option<&Parent>, again: Option<u16>) -> Handover {
        match parent {
            Some(parent) => parent.record.handover.onward(self.me(), again),
            None => {
                let mut request = ServiceRequestId([0; 16]);
                self.rng.fill_bytes(&mut request.0);
                Handover::first(request, self.me())
            }
        }
    }

    /// Whether an agency has handed this request on, or got it from us, before.
    fn was_with(&mut self, handover: &Handover, to: &AgencyId) -> Result<bool, StoreError> {
        let (from, end) = keyspace::by_request_of(&handover.request);
        for (key, _) in self.txn.range(&from, &end, RECEIVERS_MAX * 4)? {
            let id = key.get(17..).and_then(ReferralId::from_slice);
            let id = id.ok_or(StoreError::Damaged("an entry by request"))?;
            let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&id))?;
            if record.is_some_and(|r| r.counterpart() == *to) {
                return Ok(true);
            }
        }
        Ok(handover.has_held(to))
    }

    fn plan(
        &mut self,
        (form, came): (&Form, &Form),
        to: AgencyId,
        consent: &str,
        parent: Option<&Parent>,
    ) -> Result<Plan, Trouble> {
        let case_type = form.code(fields::CASE_TYPE_ID).unwrap_or(0);
        self.directory.check_membership(&to, self.now)?;
        self.check_trust_scope(&to, case_type, Way::Out)?;
        // The protocol is asked before the consent: without one there is nothing
        // to ask the person about.
        let full = match (consent.trim(), parent) {
            ("", None) => return Err(CONSENT_MISSING.refuse().into()),
            ("", Some(parent)) => {
                self.best_isp(form, &to, None).map_err(|r| self.naming(r, &to))?;
                let scope = &parent.record.scope;
                if !scope.onward || parent.record.is_withdrawn() {
                    return Err(ONWARD_BY_CONSENT.refuse().into());
                }
                let ours = form.text(fields::CASE_CODE_ID).map(|t| t.expose());
                let theirs = parent.record.case_code.as_ref().map(|t| t.expose());
                if theirs.is_some() && ours != theirs {
                    return Err(CONSENT_CASE.refuse().into());
                }
                Scope { recipient: to, ..scope.clone() }
            }
            (consent, _) => {
                self.best_isp(form, &to, None).map_err(|r| self.naming(r, &to))?;
                self.scope_for(consent, &to, form)?
            }
        };
        let (isp, permit, form) =
            self.best_isp(form, &to, Some(&full)).map_err(|r| self.naming(r, &to))?;
        self.own_is_known(&form)?;
        leak::check(&form, &permit.all_fields(), isp.isp())?;
        leak::check_against(&form, came, &permit.all_fields(), isp.isp())?;
        let isp = isp.digest();
        let scope = Scope { fields: scope_fields(&permit, permit.all_fields()), ..full };
        Ok(Plan { to, isp, form, scope, own_consent: !consent.trim().is_empty(), permit })
    }

    /// The refusal, naming the agency where it names nothing else.
    fn naming(&self, refusal: ihala_envelope::Refusal, to: &AgencyId) -> ihala_envelope::Refusal {
        match &refusal.subject {
            Some(_) => refusal,
            None => refusal.about(self.directory.name(to).name),
        }
    }

    fn begin(
        &mut self,
        plan: &Plan,
        refer: &Refer,
        handover: &Handover,
        parent: Option<&mut Parent>,
        actor: &Actor,
    ) -> Result<ReferralId, Trouble> {
        let form = &plan.form;
        let mut id = ReferralId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let isp = self.directory.isps.get(&plan.isp);
        let isp = isp.ok_or(StoreError::Damaged("a referral's protocol is missing"))?;
        let limits = *isp.isp().limits();
        // What else the consent covers is not for the receiver to know.
        let now = plan.permit.fields.clone();
        let request = Request {
            form: form.only(&now),
            isp: plan.isp,
            consent: Scope { fields: scope_fields(&plan.permit, now), ..plan.scope.clone() },
            two_stages: plan.permit.two_stages,
            transfer: refer.transfer,
            handover: handover.clone(),
        };
        let referral = Referral::new(id, self.me(), plan.to);
        let times = (self.now, self.now);
        let mut record = ReferralRecord {
            scope: plan.scope.clone(),
            withheld: withheld_fields(&plan.permit.withheld),
            parent: parent.as_ref().map(|p| p.record.referral.id),
            later: plan.permit.later.clone(),
            own_consent: plan.own_consent,
            on_paper: self.directory.is_on_paper(&plan.to),
            ..ReferralRecord::new(referral, Role::Sender, form, &request, &limits, times)
        };
        let slot = self.txn.new_slot();
        self.txn.put(keyspace::whole(&id), slot, form);
        let event = Event::Requested(Box::new(request));
        self.author(&mut record, slot, &event, Some(actor))?;
        if let Some(parent) = parent {
            parent.record.children.push(id);
            // To whom it went is for its sender to know if it went under that one's consent.
            let agency = Some(plan.to).filter(|_| !plan.own_consent);
            let told = EventAnswer { agency, ..EventAnswer::default() };
            let told = Event::Step(EventKind::ReferredOnward, told);
            let tells = agency.is_some() || !parent.record.referral.receiver_state().onward;
            if tells && parent.record.referral.decide(Role::Receiver, told.kind()).is_ok() {
                self.author(&mut parent.record, parent.slot, &told, Some(actor))?;
            } else {
                let before = parent.record.clone();
                self.put_referral(Some(&before), &mut parent.record, parent.slot);
            }
        }
        Ok(id)
    }
}

/// What a scope lists: the fields, and what may be told beside answers.
fn scope_fields(permit: &Permit, mut ids: Vec<FieldId>) -> Vec<FieldId> {
    ids.extend(permit.notes.then_some(fields::NOTE_ID));
    ids.extend(permit.appointments.then_some(fields::APPOINTMENT_ID));
    ids.sort_unstable();
    ids
}

fn again_code(refer: &Refer) -> Result<Option<u16>, Failure> {
    let Some(name) = &refer.again else { return Ok(None) };
    match REASON.by_name(name.trim()) {
        Some(code) => Ok(Some(code.id)),
        None => Err(Failure::invalid(say("no-reason").with("names", REASON.names()))),
    }
}

/// What people should know about the way of a request.
pub(super) fn warnings_of(handover: &Handover, language: Language) -> Vec<String> {
    let mut warnings = Vec::new();
    if handover.via.len() >= HOPS_WARN {
        let count = handover.via.len();
        warnings.push(say("handed-on-again").with("count", count).text(language));
    }
    if let Some(code) = handover.again {
        let reason = label(&REASON, code, language);
        warnings.push(say("been-there-before").with("reason", reason).text(language));
    }
    warnings
}
