//! `ihala refer`: one form, one referral per receiver, each with its own fields.

use ihala_envelope::{AgencyId, Digest, ReferralId};
use ihala_protocol::consent::Scope;
use ihala_protocol::form::Form;
use ihala_protocol::policy::Permit;
use ihala_protocol::referral::{Event, EventKind, Request, Role};
use ihala_protocol::rules::CONSENT_MISSING;
use ihala_protocol::{Referral, fields};

use super::{field_name, field_names, read_form};
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure};
use crate::receive::case_code;
use crate::records::{ReferralRecord, WithheldField};
use crate::views::{Problem, Referred, ReferredTo, Withheld};

/// Most receivers of one form.
const RECEIVERS_MAX: usize = 16;

/// A referral that may go.
struct Plan {
    to: AgencyId,
    isp: Digest,
    scope: Scope,
    permit: Permit,
}

impl Work<'_> {
    pub(super) fn refer(
        &mut self,
        form: &str,
        to: &[String],
        consent: &str,
        dry_run: bool,
        actor: &Actor,
    ) -> Outcome {
        let form = read_form(form)?;
        if to.is_empty() || to.len() > RECEIVERS_MAX {
            return Err(Failure::invalid(
                "a referral goes to one or more agencies",
                format!("name 1 to {RECEIVERS_MAX} with --to"),
            )
            .into());
        }
        // All receivers are judged before anything is written: all go, or none.
        let mut plans: Vec<Plan> = Vec::new();
        for name in to {
            let id = self.directory.resolve(name)?;
            if plans.iter().any(|p| p.to == id) {
                return Err(
                    Failure::invalid("an agency is named twice", "name each agency once").into()
                );
            }
            plans.push(self.plan(&form, id, consent)?);
        }
        let mut referrals = Vec::new();
        for plan in plans {
            let id = if dry_run { None } else { Some(self.begin(&form, &plan, actor)?) };
            referrals.push(ReferredTo {
                id: id.map(|id| id.to_string()),
                to: self.directory.name(&plan.to),
                sent: field_names(&plan.permit.fields),
                withheld: withheld_views(plan.permit.withheld.iter().map(|(f, r)| (*f, r.id))),
            });
        }
        Ok(Answer::Referred(Referred { dry_run, referrals }))
    }

    fn plan(&mut self, form: &Form, to: AgencyId, consent: &str) -> Result<Plan, Trouble> {
        if consent.trim().is_empty() {
            return Err(CONSENT_MISSING.refuse().into());
        }
        // The protocol is asked before the consent: without one there is nothing
        // to ask the person about.
        self.best_isp(form, &to, None).map_err(|r| self.naming(r, &to))?;
        let mut scope = self.scope_for(consent, &to, form)?;
        let (isp, permit) =
            self.best_isp(form, &to, Some(&scope)).map_err(|r| self.naming(r, &to))?;
        let isp = isp.digest();
        // What else the consent covers is not for the receiver to know.
        let notes = permit.notes.then_some(fields::NOTE_ID);
        scope.fields = permit.fields.iter().copied().chain(notes).collect();
        Ok(Plan { to, isp, scope, permit })
    }

    /// The refusal, naming the agency where it names nothing else.
    fn naming(&self, refusal: ihala_envelope::Refusal, to: &AgencyId) -> ihala_envelope::Refusal {
        match &refusal.subject {
            Some(_) => refusal,
            None => refusal.about(self.directory.name(to).name),
        }
    }

    fn begin(&mut self, form: &Form, plan: &Plan, actor: &Actor) -> Result<ReferralId, Trouble> {
        let mut id = ReferralId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let sent = form.only(&plan.permit.fields);
        let mut record = ReferralRecord {
            referral: Referral::new(id, self.me(), plan.to),
            role: Role::Sender,
            created: self.now,
            updated: self.now,
            urgency: form.code(fields::URGENCY_ID).unwrap_or_default(),
            case_type: form.code(fields::CASE_TYPE_ID).unwrap_or_default(),
            isp: plan.isp,
            scope: plan.scope.clone(),
            withheld: plan
                .permit
                .withheld
                .iter()
                .map(|(field, rule)| WithheldField { field: *field, rule: rule.id.to_owned() })
                .collect(),
            case_code: case_code(form),
            refused: None,
        };
        let request = Request { form: sent, isp: plan.isp, consent: plan.scope.clone() };
        let link = record.referral.decide(Role::Sender, EventKind::Requested)?;
        let slot = self.txn.new_slot();
        let event = Event::Requested(Box::new(request));
        self.author_event(&mut record, slot, &link, &event, actor)?;
        Ok(id)
    }
}

pub(super) fn withheld_views<'a>(ids: impl Iterator<Item = (u16, &'a str)>) -> Vec<Withheld> {
    ids.filter_map(|(id, rule)| {
        let field = fields::by_id(id)?;
        Some(Withheld { field: field_name(field), problem: Problem::of(rule) })
    })
    .collect()
}
