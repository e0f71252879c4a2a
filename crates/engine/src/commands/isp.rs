//! `ihala isp`: information-sharing protocols.

use std::collections::btree_map::Entry;

use ihala_envelope::{AgencyId, Digest, Refusal};
use ihala_protocol::FieldId;
use ihala_protocol::codes::{CASE_TYPE, PURPOSE};
use ihala_protocol::consent::Scope;
use ihala_protocol::form::Form;
use ihala_protocol::isp::{Clause, OwnCode, OwnField, unknown_own};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::letter::{Change, IspLetter};
use ihala_protocol::policy::{Disclosure, Permit, Question};
use ihala_protocol::rules::{ISP_FORM, ISP_NOT_NOW, ISP_NOT_PARTY, NO_CLAUSE, NO_ISP};
use ihala_protocol::{Isp, SignedIsp, fields, kinds};

use super::{in_file, label, problem_of, read_form};
use crate::audit::Act;
use crate::conduct::End;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::records::Changed;
use crate::views::{self, Explanation, FieldName, FieldVerdict, File, Isps, Party, Problem, Time};
use crate::words::{say, told};

/// Longest protocol with signatures that goes as a letter, in bytes.
pub(crate) const OFFER_MAX: usize = ihala_envelope::limits::PAYLOAD_MAX - 64;

impl Work<'_> {
    pub(super) fn isp_draft(&mut self, toml: &str, actor: &Actor) -> Outcome {
        let isp = Isp::from_toml(toml).map_err(|m| in_file("isp-mistakes", m))?;
        if !isp.has_party(&self.me()) {
            return Err(Failure::refused(&ISP_NOT_PARTY, say("isp-not-we")).into());
        }
        let signed = SignedIsp::new(isp);
        let digest = signed.digest();
        if !self.directory.isps.contains_key(&digest) {
            self.put_isp(signed, Act::IspTakenIn, Some(actor));
        }
        Ok(Answer::Isp(self.isp_view(&self.directory.isps[&digest])))
    }

    pub(super) fn isp_sign(&mut self, isp: &str, actor: &Actor) -> Outcome {
        let mut signed = self.directory.resolve_isp(isp)?.clone();
        if let Some(change @ Change::Terminated) = self.ended(&signed) {
            return Err(Failure::refused(
                &ISP_NOT_NOW,
                say("it-is").with("state", labels::name("isp", change.name(), self.language)),
            )
            .into());
        }
        let card = self.directory.me.cards().digest();
        signed.sign(self.me(), card, self.identity, self.now)?;
        let view = self.isp_view(&signed);
        let offer = IspLetter::Offer(signed.to_stored().into());
        // One too long to travel goes by file, as any can.
        if signed.to_stored().len() < OFFER_MAX {
            for party in self.other_parties(&signed) {
                self.write(party, kinds::ISP, &offer, Some(actor))?;
            }
        }
        self.put_isp(signed, Act::IspSigned, Some(actor));
        Ok(Answer::Isp(view))
    }

    /// The other parties of a protocol that can be written to.
    fn other_parties(&self, signed: &SignedIsp) -> Vec<AgencyId> {
        let parties = signed.isp().parties.iter().map(|p| p.agency);
        parties.filter(|p| *p != self.me() && self.directory.is_trusted(p)).collect()
    }

    /// Suspends, resumes or terminates a protocol, and tells the other parties.
    pub(super) fn isp_change(&mut self, isp: &str, change: Change, actor: &Actor) -> Outcome {
        let signed = self.directory.resolve_isp(isp)?.clone();
        let (digest, me) = (signed.digest(), self.me());
        let ours = self.directory.changes.get(&digest).and_then(|c| c.get(&me));
        let ours = ours.map(|changed| changed.change);
        let possible = match (ours, change) {
            (Some(Change::Terminated), _) => false,
            (now, Change::Resumed) => now == Some(Change::Suspended),
            (now, wanted) => now != Some(wanted),
        };
        if self.directory.signed_with(&signed).is_empty() || !possible {
            let state = self.isp_state(&signed);
            return Err(Failure::refused(
                &ISP_NOT_NOW,
                say("it-is").with("state", labels::name("isp", state, self.language)),
            )
            .into());
        }
        for party in self.other_parties(&signed) {
            self.write(party, kinds::ISP, &IspLetter::Change(digest, change), Some(actor))?;
        }
        self.change_isp(
            digest,
            me,
            Changed { change, at: None, made: Some(self.now) },
            Some(actor),
        );
        self.holds_again |= change == Change::Resumed;
        Ok(Answer::Isp(self.isp_view(&signed)))
    }

    /// Forgets a proposal that we have not signed.
    pub(super) fn isp_discard(&mut self, isp: &str, actor: &Actor) -> Outcome {
        let signed = self.directory.resolve_isp(isp)?.clone();
        let me = self.me();
        if signed.signers().any(|s| *s == me) {
            return Err(Failure::invalid(say("isp-signed")).into());
        }
        let before_another = |isp: &&SignedIsp| isp.isp().previous == Some(signed.digest());
        if self.directory.isps.values().any(|isp| before_another(&isp)) {
            return Err(Failure::invalid(say("isp-later-version")).into());
        }
        let view = self.isp_view(&signed);
        self.txn.remove(keyspace::isp(&signed.digest()));
        self.directory.signed_at.remove(&signed.digest());
        self.txn.audit(self.now, Act::IspChanged, signed.digest(), Some(actor), None, self.rng);
        self.directory.drop_isp(&signed.digest());
        for agency in signed.isp().parties.iter().map(|party| party.agency) {
            self.txn.remove(keyspace::isp_signed_at(&signed.digest(), &agency));
            self.txn.remove(keyspace::isp_change(&signed.digest(), &agency));
            self.txn.remove(keyspace::paper_signed(&signed.digest(), &agency));
        }
        self.directory.changes.remove(&signed.digest());
        self.directory.paper_signed.remove(&signed.digest());
        Ok(Answer::Isp(view))
    }

    pub(super) fn isp_export(&self, isp: &str) -> Outcome {
        let signed = self.directory.resolve_isp(isp)?;
        Ok(Answer::File(File { id: signed.digest().to_string(), file: signed.to_file() }))
    }

    pub(super) fn isp_import(&mut self, file: &[u8], actor: &Actor) -> Outcome {
        let mut signed = SignedIsp::from_file(file, |signer| self.directory.key_of_signer(signer))
            .map_err(|refusal| bad_file(&refusal))?;
        if !signed.isp().has_party(&self.me()) {
            return Err(Failure::refused(&ISP_NOT_PARTY, say("isp-not-we")).into());
        }
        if let Some(known) = self.directory.isps.get(&signed.digest()) {
            signed.merge(known);
        }
        let view = self.isp_view(&signed);
        self.put_isp(signed, Act::IspTakenIn, Some(actor));
        Ok(Answer::Isp(view))
    }

    pub(crate) fn put_isp(&mut self, signed: SignedIsp, act: Act, actor: Option<&Actor>) {
        let digest = signed.digest();
        let key = keyspace::isp(&digest);
        self.txn.put_bytes(key, ihala_store::NODE_SLOT, signed.to_stored());
        self.txn.audit(self.now, act, digest, actor, None, self.rng);
        self.directory.keep_isp(signed);
        self.note_signatures(digest);
    }

    /// Notes since when signatures are known here: the overlap with the version before
    /// counts from then, if they came late.
    pub(super) fn note_signatures(&mut self, digest: Digest) {
        let Some(isp) = self.directory.isps.get(&digest) else { return };
        let parties = isp.isp().parties.iter().map(|p| p.agency);
        let signed: Vec<_> = parties.filter(|p| self.directory.has_signed(isp, p)).collect();
        let known = self.directory.signed_at.entry(digest).or_default();
        for party in signed {
            if let Entry::Vacant(place) = known.entry(party) {
                self.holds_again = true;
                place.insert(self.now);
                self.txn.put_own(keyspace::isp_signed_at(&digest, &party), &self.now);
            }
        }
    }

    pub(super) fn isp_list(&self) -> Answer {
        let isps = self.directory.isps.values().map(|isp| self.isp_view(isp)).collect();
        Answer::Isps(Isps { isps })
    }

    pub(super) fn isp_show(&self, isp: &str) -> Outcome {
        Ok(Answer::Isp(self.isp_view(self.directory.resolve_isp(isp)?)))
    }

    /// The gravest thing that a party has done with a protocol.
    fn ended(&self, signed: &SignedIsp) -> Option<Change> {
        let changes = self.directory.changes.get(&signed.digest())?.iter();
        let by_signers = changes.filter(|(party, _)| self.directory.has_signed(signed, party));
        let changes = by_signers.map(|(_, c)| c.change);
        changes.filter(|c| *c != Change::Resumed).max_by_key(|c| *c == Change::Terminated)
    }

    fn isp_state(&self, signed: &SignedIsp) -> &'static str {
        let with = self.directory.signed_with(signed);
        let in_use = |agency| self.directory.check_in_use(signed, agency, self.now, false).is_ok();
        if with.is_empty() {
            "waiting for signatures"
        } else if let Some(change) = self.ended(signed) {
            change.name()
        } else if !with.iter().any(in_use) {
            "replaced by a newer version"
        } else if self.now < signed.isp().valid_from {
            "not yet in force"
        } else if self.now > signed.isp().valid_until {
            "lapsed"
        } else {
            "in force"
        }
    }

    fn isp_view(&self, signed: &SignedIsp) -> views::Isp {
        let isp = signed.isp();
        let changes = self.directory.changes.get(&signed.digest());
        let paper = self.directory.paper_signed.get(&signed.digest());
        let party = |p: &ihala_protocol::isp::Party| Party {
            id: p.agency.to_string(),
            name: p.name.clone(),
            known_as: self.directory.name(&p.agency).name,
            signed: signed.signers().any(|s| *s == p.agency),
            paper: paper.and_then(|paper| paper.get(&p.agency)).cloned(),
            phone: isp.phone_of(&p.agency).map(str::to_owned),
            change: changes.and_then(|c| c.get(&p.agency)).map(|c| c.change.name()),
        };
        let purposes = isp.purposes.iter().filter_map(|p| PURPOSE.by_id(*p)).map(|p| p.name);
        views::Isp {
            id: signed.digest().to_string(),
            title: isp.title.clone(),
            version: isp.version,
            parties: isp.parties.iter().map(party).collect(),
            state: self.isp_state(signed),
            valid_from: Time(isp.valid_from),
            valid_until: Time(isp.valid_until),
            purposes: purposes.collect(),
            review: Time(isp.review),
            overlap_days: isp.overlap_days,
            retention_days: isp.retention_days,
            onward: isp.onward,
            deadlines: *isp.limits(),
            focal_point: isp.focal_point.and_then(|a| isp.name_of(&a)).map(str::to_owned),
            previous: isp.previous.map(|digest| digest.to_string()),
            clauses: isp.clauses.iter().map(|c| clause_in_words(isp, c, self.language)).collect(),
            own: isp.own().iter().map(|field| own_view(field, self.language)).collect(),
        }
    }

    /// The protocol that lets most of a form go to an agency, or why none does.
    ///
    /// A refusal of the protocol that came nearest tells more than "none": the one
    /// with a clause for the case type is preferred.
    pub(super) fn best_isp(
        &self,
        form: &Form,
        to: &AgencyId,
        consent: Option<&Scope>,
    ) -> Result<(&SignedIsp, Permit, Form), Refusal> {
        let me = self.me();
        let candidates = self.directory.isps.values().filter(|signed| {
            self.directory.check_in_use(signed, to, self.now, false).is_ok()
                && signed.isp().has_party(&me)
                && signed.isp().has_party(to)
        });
        let vague = |r: &Refusal| r.rule.id == NO_CLAUSE.id;
        let mut best: Option<(&SignedIsp, Permit, Form)> = None;
        let mut nearest: Option<Refusal> = None;
        for signed in candidates {
            let form = self.resolved(form, signed.isp());
            let question = Question {
                sender: &me,
                recipient: to,
                form: &form,
                disclosure: Disclosure::AsRequired,
                isp: signed.isp(),
                consent,
                now: self.now,
                skew: 0,
            };
            match self.conduct.judge(End::Sender, &question) {
                Ok(permit) => {
                    let goes = |p: &Permit| p.fields.len() + p.later.len();
                    if best.as_ref().is_none_or(|(_, b, _)| goes(&permit) > goes(b)) {
                        best = Some((signed, permit, form));
                    }
                }
                Err(refusal) => {
                    if nearest.as_ref().is_none_or(|n| vague(n) && !vague(&refusal)) {
                        nearest = Some(refusal);
                    }
                }
            }
        }
        // One that a party has ended says more than that there is none.
        let ended = || {
            let between = |isp: &&SignedIsp| isp.isp().has_party(&me) && isp.isp().has_party(to);
            let all = self.directory.isps.values().filter(between);
            all.filter(|isp| self.directory.is_signed_with(isp, to))
                .find_map(|isp| self.directory.check_not_ended(isp).err())
        };
        best.ok_or_else(|| match nearest {
            Some(nearest) if !vague(&nearest) => nearest,
            nearest => ended().or(nearest).unwrap_or(NO_ISP.refuse()),
        })
    }

    /// A form in which the own fields that its file names are those of `isp`, or else of any
    /// other protocol that we have signed: what another one defines is withheld as any field
    /// that this one does not let go.
    pub(super) fn resolved(&self, form: &Form, isp: &Isp) -> Form {
        self.signed_by_us().fold(form.under(isp), |form, other| form.under(other))
    }

    fn signed_by_us(&self) -> impl Iterator<Item = &Isp> {
        let me = self.me();
        let ours = move |isp: &&SignedIsp| isp.signers().any(|signer| *signer == me);
        self.directory.isps.values().filter(ours).map(SignedIsp::isp)
    }

    /// Refuses a form that says something in an own field that no protocol defines, or not so.
    pub(super) fn own_is_known(&self, form: &Form) -> Result<(), Failure> {
        match form.unknown_own().next() {
            None => Ok(()),
            Some(name) => Err(Failure::invalid(unknown_own(name, self.signed_by_us()))),
        }
    }

    pub(super) fn explain(&mut self, form: &str, to: &str, consent: Option<&str>) -> Outcome {
        let form = read_form(form)?;
        let to = self.directory.resolve(to)?;
        let scope = consent.map(|c| self.scope_for(c, &to, &form)).transpose();
        let scope = match scope {
            Ok(scope) => scope,
            Err(Trouble::Failure(Failure::Refused { refusal, .. })) => {
                return Ok(self.explanation(&form, &to, Err(refusal)));
            }
            Err(other) => return Err(other),
        };
        let verdict = self.best_isp(&form, &to, scope.as_ref());
        let (verdict, form) = match verdict {
            Ok((isp, permit, form)) => (Ok((isp.isp().title.clone(), permit)), form),
            Err(refusal) => (Err(refusal), form),
        };
        if verdict.is_ok() {
            self.own_is_known(&form)?;
        }
        Ok(self.explanation(&form, &to, verdict))
    }

    fn explanation(
        &self,
        form: &Form,
        to: &AgencyId,
        verdict: Result<(String, Permit), Refusal>,
    ) -> Answer {
        let language = self.language;
        let field = |id: FieldId| {
            let problem = match &verdict {
                Ok((_, permit)) => permit
                    .withheld
                    .iter()
                    .find(|(withheld, _)| *withheld == id)
                    .map(|(_, rule)| Problem::of(rule.id, language)),
                Err(refusal) => Some(problem_of(refusal, language)),
            };
            FieldVerdict {
                field: self.field_name(id),
                sent: problem.is_none(),
                later: verdict.as_ref().is_ok_and(|(_, permit)| permit.later.contains(&id)),
                problem,
            }
        };
        Answer::Explanation(Explanation {
            to: self.directory.name(to),
            permitted: verdict.is_ok(),
            problem: verdict.as_ref().err().map(|refusal| problem_of(refusal, language)),
            fields: form.ids().map(field).collect(),
            isp: verdict.as_ref().ok().map(|(title, _)| title.clone()),
            two_stages: verdict.as_ref().is_ok_and(|(_, permit)| permit.two_stages),
            clauses: verdict.map(|(_, permit)| permit.clauses).unwrap_or_default(),
        })
    }
}

/// A file that is no protocol is bad input; a protocol that must not be taken is refused.
fn bad_file(refusal: &Refusal) -> Failure {
    if refusal.rule.id == ISP_FORM.id {
        return Failure::Malformed(refusal.clone());
    }
    refusal.clone().into()
}

fn field_label(isp: &Isp, id: FieldId, language: Language) -> String {
    match (fields::by_id(id), isp.own_field(id)) {
        (Some(field), _) => labels::field(field.path, language),
        (None, Some(own)) => own.label(language).to_owned(),
        (None, None) => fields::path(id),
    }
}

fn clause_in_words(isp: &Isp, clause: &Clause, language: Language) -> String {
    let comma = language.comma();
    let party = |p: Option<AgencyId>| {
        p.and_then(|p| isp.name_of(&p)).map_or_else(|| told("any-party", language), str::to_owned)
    };
    let case_types: Vec<_> =
        clause.case_types.iter().map(|c| label(&CASE_TYPE, *c, language)).collect();
    let fields: Vec<_> = clause.fields.iter().map(|id| field_label(isp, *id, language)).collect();
    let stages = if clause.single_stage { "clause-in-one-stage" } else { "clause-in-two-stages" };
    say(stages)
        .with("label", &clause.label)
        .with("from", party(clause.from))
        .with("case_types", case_types.join(comma))
        .with("to", party(clause.to))
        .with("fields", fields.join(comma))
        .text(language)
}

fn own_view(field: &OwnField, language: Language) -> views::OwnField {
    let in_all = |labels: &[String; 4]| {
        let of = |language: Language| (language.code(), labels[language as usize].clone());
        Language::ALL.map(of).into_iter().collect()
    };
    let code = |code: &OwnCode| views::OwnCode {
        name: code.name.clone(),
        label: code.label(language).to_owned(),
        labels: in_all(&code.labels),
    };
    views::OwnField {
        field: FieldName { path: field.path(), label: field.label(language).to_owned() },
        kind: field.kind.name(),
        sensitivity: field.sensitivity.name(),
        labels: in_all(&field.labels),
        max: field.max,
        codes: field.codes.iter().flatten().map(code).collect(),
    }
}
