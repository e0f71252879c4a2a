//! `ihala consent`: what the person is asked, and what they answered.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ihala_envelope::cbor;
use ihala_envelope::{AgencyId, Personal, Timestamp};
use ihala_protocol::FieldId;
use ihala_protocol::codes::{
    ASSENT, CASE_TYPE, CONSENT_METHOD, CodeList, GIVEN_BY, LEGAL_BASIS, NOT_INFORMED, PURPOSE,
    SERVICE,
};
use ihala_protocol::consent::{
    Again, ConsentId, ConsentReceipt, NAME, Recipient, Record, Scope, State,
};
use ihala_protocol::fields::{LANGUAGE_ID, SERVICES_ID};
use ihala_protocol::form::{Form, Value};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::limits::{LINE_MAX, VALID_MAX};
use ihala_protocol::policy::{self, Permit};
use ihala_protocol::rules::{CHILD, CONSENT_STATE};
use ihala_protocol::{date, fields};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use super::{in_file, label, read_form};
use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure, Renew};
use crate::keyspace;
use crate::orders::Order;
use crate::referrals::CONSENT;
use crate::views::{self, AgencyName, Consent, ConsentDraft, Consents, File, Grant, Shown, Time};
use crate::words::say;

/// Most consents of one page.
const LIST_MAX: usize = 200;
/// Bytes of definitions of own fields that go into a receipt at most.
const OWN_IN_RECEIPT: usize = 65_536;
/// Days for which a drafted consent holds, unless the caseworker changes it.
const DRAFT_DAYS: u64 = 90;

impl Work<'_> {
    /// The consent of an id, or of the start of one.
    pub(super) fn find_consent(&mut self, text: &str) -> Result<(ConsentId, Record), Trouble> {
        let id = self.find_id(&CONSENT, text)?;
        let id = ConsentId(id);
        let record = self.txn.get(&keyspace::consent(&id))?;
        record.map(|r| (id, r)).ok_or_else(|| Failure::NotFound(say("consent-unknown")).into())
    }

    /// What a consent covers for one receiver of a form (CON-02, CON-05, CON-06).
    pub(super) fn scope_for(
        &mut self,
        consent: &str,
        to: &AgencyId,
        form: &Form,
    ) -> Result<Scope, Trouble> {
        let (id, record) = self.find_consent(consent)?;
        let case_code = form.text(fields::CASE_CODE_ID).map(|t| t.expose().as_str());
        let case_type = form.code(fields::CASE_TYPE_ID).unwrap_or_default();
        if form.is_about_child(self.now) && !record.speaks_for_child() {
            return Err(CHILD.refuse().into());
        }
        Ok(record.scope(id, to, case_code, case_type)?)
    }

    pub(super) fn consent_draft(
        &mut self,
        form: &str,
        to: &[String],
        language: Option<Language>,
    ) -> Outcome {
        let form = read_form(form)?;
        let of_form = form.text(LANGUAGE_ID).and_then(|code| Language::by_code(code.expose()));
        let language = language.or(of_form).unwrap_or(self.language);
        let mut asked = Vec::new();
        for name in to {
            let id = self.directory.resolve(name)?;
            let (isp, permit, form) = self.best_isp(&form, &id, None)?;
            self.own_is_known(&form)?;
            let (days, onward) = (isp.isp().retention_days, isp.isp().onward);
            asked.push(Asked { to: id, permit, days, onward });
        }
        let text = self.consent_text(&form, &asked, language);
        let record = self.consent_template(&form, &asked, language);
        Ok(Answer::ConsentDraft(ConsentDraft { text, record: Shown(Personal::new(record)) }))
    }

    /// What the caseworker reads aloud: exactly what would go, in the person's language.
    fn consent_text(&self, form: &Form, asked: &[Asked], language: Language) -> String {
        let phrase = |key: &str, fill: &[(&str, &str)]| labels::text(key, language, fill);
        let services = match form.get(SERVICES_ID) {
            Some(Value::Codes(ids)) => {
                let names = ids.iter().filter_map(|id| SERVICE.by_id(*id));
                let names: Vec<_> =
                    names.map(|c| labels::code("service", c.name, language)).collect();
                inside(&names.join(language.comma()), language)
            }
            _ => String::new(),
        };
        let us = self.directory.me.statement().name();
        let mut text = phrase("greeting", &[("us", us), ("services", &services)]);
        text.push('\n');
        for Asked { to, permit, days, .. } in asked {
            let agency = self.directory.name(to).name;
            let _ = writeln!(text, "\n{}", phrase("to", &[("agency", &agency)]));
            if permit.two_stages {
                let _ = writeln!(text, "  {}", phrase("at_first", &[]));
            }
            self.spoken_list(&mut text, &permit.fields, language);
            if permit.two_stages {
                let _ = writeln!(text, "  {}", phrase("after_accept", &[]));
                self.spoken_list(&mut text, &permit.later, language);
            }
            for (told, key) in [(permit.notes, "notes"), (permit.appointments, "appointments")] {
                if told {
                    let _ = writeln!(text, "  {}", phrase(key, &[]));
                }
            }
            let purpose = PURPOSE.by_id(policy::purpose_of(form)).map_or("", |p| p.name);
            let purpose = inside(&labels::code("purpose", purpose, language), language);
            let _ = writeln!(text, "  {}", phrase("use", &[("purpose", &purpose)]));
            let _ = writeln!(text, "  {}", phrase("keep", &[("days", &days.to_string())]));
        }
        if asked.iter().any(|a| a.onward) {
            let _ = writeln!(text, "\n{}", phrase("onward", &[]));
        }
        let _ = write!(
            text,
            "\n{}\n{}\n\n{}\n",
            phrase("nothing_else", &[]),
            phrase("change", &[]),
            phrase("agree", &[])
        );
        text
    }

    fn consent_template(&self, form: &Form, asked: &[Asked], language: Language) -> String {
        let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let case_code = form.text(fields::CASE_CODE_ID).map_or("", |t| t.expose().as_str());
        let purpose = PURPOSE.by_id(policy::purpose_of(form)).map_or("", |p| p.name);
        // For a child the caseworker has to say who answered.
        let child = match form.is_about_child(self.now) {
            true => "\"\"",
            false => "\"person\"",
        };
        let protection = CASE_TYPE.by_name("protection").map(|c| c.id);
        let paper_can_harm =
            form.get(fields::MARKS_ID).is_some() || form.code(fields::CASE_TYPE_ID) == protection;
        let help = |key| say(key).text(self.language);
        let codes = |key, list: &CodeList| say(key).with("names", list.names()).text(self.language);
        let lines = [
            (format!("consent = \"{NAME}\""), String::new()),
            ("answer = \"\"".to_owned(), help("draft-answer")),
            ("basis = \"consent\"".to_owned(), codes("draft-basis", &LEGAL_BASIS)),
            (format!("given_by = {child}"), codes("draft-given-by", &GIVEN_BY)),
            ("caregiver_not_asked = \"\"".to_owned(), codes("draft-not-asked", &NOT_INFORMED)),
            ("method = \"\"".to_owned(), codes("draft-method", &CONSENT_METHOD)),
            (format!("language = \"{}\"", language.code()), help("draft-language")),
            ("interpreter = \"\"".to_owned(), help("draft-interpreter")),
            ("witness = \"\"".to_owned(), help("draft-witness")),
            (format!("date = {}", date::show_day(self.now)), String::new()),
            (
                format!("valid_until = {}", date::show_day(self.now.plus(DRAFT_DAYS * 86_400))),
                String::new(),
            ),
            (format!("case_code = {}", quote(case_code)), String::new()),
            (format!("purposes = [{}]", quote(purpose)), String::new()),
            ("onward = false".to_owned(), help("draft-onward")),
            (format!("paper_can_harm = {paper_can_harm}"), help("draft-paper")),
        ];
        let mut text = format!("# {}\n", help("draft-head"));
        for (line, help) in lines {
            if !help.is_empty() {
                let _ = writeln!(text, "# {help}");
            }
            let _ = writeln!(text, "{line}");
        }
        let _ = writeln!(text, "\n# {}", help("draft-recipient"));
        for Asked { to: id, permit, .. } in asked {
            let mut ids = permit.all_fields();
            ids.extend(permit.notes.then_some(fields::NOTE_ID));
            ids.extend(permit.appointments.then_some(fields::APPOINTMENT_ID));
            let paths: Vec<_> = ids.iter().map(|id| quote(&self.path_in_record(*id))).collect();
            let _ = write!(
                text,
                "\n[[recipient]]\nagency = \"{id}\"\nname = {}\nfields = [\n    {},\n]\n",
                quote(&self.directory.name(id).name),
                paths.join(",\n    ")
            );
        }
        text
    }

    /// A field as a record names it: an own one with the digest of its definition, because
    /// people agree to that one and no other.
    fn path_in_record(&self, id: FieldId) -> String {
        let path = self.field_name(id).path;
        match id {
            FieldId::Known(_) => path,
            FieldId::Own(digest) => format!("{path}#{digest}"),
        }
    }

    /// Fields as they are told to a person, one a line.
    fn spoken_list(&self, text: &mut String, ids: &[FieldId], language: Language) {
        for id in ids {
            let spoken = match (fields::by_id(*id), self.directory.own_field(*id)) {
                (Some(field), _) => labels::spoken(field.path, language),
                (None, Some(own)) => own.label(language).to_owned(),
                (None, None) => fields::path(*id),
            };
            let _ = writeln!(text, "  - {spoken}");
        }
    }

    pub(super) fn consent_record(&mut self, toml: &str, actor: &Actor) -> Outcome {
        let mut record = Record::from_toml(toml).map_err(|m| in_file("consent-mistakes", m))?;
        let named = Record::own_fields_in(toml);
        for (name, id) in &named {
            // A name that says something else than the digest misleads whoever reads the record.
            let field = self.directory.own_field(*id);
            if field.is_none_or(|field| field.path() != *name) {
                return Err(Failure::invalid(say("consent-own").with("field", name)).into());
            }
        }
        if record.given_at > self.now.plus(86_400) {
            return Err(Failure::invalid(say("consent-date")).into());
        }
        record.becomes(record.state, self.now, None);
        let mut id = ConsentId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let slot = self.txn.new_slot();
        self.txn.put(keyspace::consent(&id), slot, &record);
        // The leaf is about the record's id: the record itself will be erased one day.
        let subject = ihala_envelope::Digest::of(&id.0);
        self.txn.audit(self.now, Act::ConsentRecorded, subject, Some(actor), None, self.rng);
        Ok(Answer::Consent(Box::new(self.consent_view(id, &record))))
    }

    pub(super) fn consent_show(&mut self, consent: &str) -> Outcome {
        let (id, record) = self.find_consent(consent)?;
        Ok(Answer::Consent(Box::new(self.consent_view(id, &record))))
    }

    fn consent_view(&self, id: ConsentId, record: &Record) -> Consent {
        let language = self.language;
        let given_by = label(&GIVEN_BY, record.given_by, language);
        // Who has not answered has not answered in any way.
        let method = CONSENT_METHOD.by_id(record.method);
        let method = method.map(|_| label(&CONSENT_METHOD, record.method, language));
        let in_time = record.given_at <= self.now && self.now <= record.valid_until;
        let purposes = record.purposes.iter().filter_map(|p| PURPOSE.by_id(*p)).map(|p| p.name);
        Consent {
            id: id.to_string(),
            state: record.state_at(self.now).name(),
            valid: record.permits() && in_time,
            case_code: Shown(record.case_code.clone()),
            given: match method {
                None => given_by,
                Some(how) => say("given-how").with("who", given_by).with("how", how).text(language),
            },
            language: record.language.clone(),
            interpreter: record.interpreter.clone().map(Shown),
            witness: record.witness.clone().map(Shown),
            valid_from: Time(record.given_at),
            valid_until: Time(record.valid_until),
            purposes: purposes.collect(),
            grants: record
                .grants
                .iter()
                .map(|g| Grant {
                    recipient: self.recipient_name(&g.recipient, language),
                    fields: self.field_names(&g.fields),
                })
                .collect(),
            onward: record.onward,
            basis: record
                .other_basis
                .as_ref()
                .map_or("consent", |o| LEGAL_BASIS.by_id(o.basis).map_or("?", |c| c.name)),
            reason: record.other_basis.as_ref().map(|o| Shown(o.reason.clone())),
            authorised_by: record.other_basis.as_ref().map(|o| Shown(o.authorised_by.clone())),
            guardian: record.guardianship.as_ref().map(|g| Shown(g.name.clone())),
            assent: record.guardianship.as_ref().map(|g| label(&ASSENT, g.assent, language)),
            caregiver_not_asked: record
                .caregiver_not_asked
                .map(|code| label(&NOT_INFORMED, code, language)),
            changes: record
                .changes
                .iter()
                .map(|change| views::ConsentChange {
                    state: change.state.name(),
                    at: Time(change.at),
                    reason: change.reason.clone().map(Shown),
                    again: change.again.as_ref().map(|again| views::Again {
                        method: label(&CONSENT_METHOD, again.method, language),
                        language: again.language.clone(),
                        interpreter: again.interpreter.clone().map(Shown),
                        witness: again.witness.clone().map(Shown),
                    }),
                })
                .collect(),
        }
    }

    fn recipient_name(&self, recipient: &Recipient, language: Language) -> AgencyName {
        match recipient {
            Recipient::Agency(agency) => self.directory.name(agency),
            Recipient::Class(case_type) => {
                let class = label(&CASE_TYPE, *case_type, language);
                let name = say("any-agency").with("class", class).text(language);
                AgencyName { id: String::new(), name }
            }
        }
    }

    /// All consents held here, in pages.
    pub(super) fn consent_list(&mut self, after: Option<&str>, limit: usize) -> Outcome {
        let limit = limit.clamp(1, LIST_MAX);
        let after = match after {
            None => None,
            Some(text) => Some(
                data_encoding::HEXLOWER
                    .decode(text.as_bytes())
                    .map_err(|_| Failure::invalid(say("no-page")))?,
            ),
        };
        let from = match after {
            None => vec![keyspace::CONSENTS],
            Some(id) => [&[keyspace::CONSENTS], id.as_slice(), &[0]].concat(),
        };
        let page = self.txn.range(&from, &[keyspace::CONSENTS + 1], limit + 1)?;
        let more = page.len() > limit;
        let mut consents = Vec::new();
        for (key, bytes) in page.into_iter().take(limit) {
            let id = key[1..].try_into().map_err(|_| StoreError::Damaged("the id of a consent"))?;
            consents.push(self.consent_view(ConsentId(id), &crate::txn::decode(&bytes)?));
        }
        let next = consents.last().filter(|_| more).map(|c| c.id.clone());
        Ok(Answer::Consents(Consents { consents, next }))
    }

    /// The person says yes again, to the same.
    pub(super) fn consent_renew(&mut self, renew: &Renew, actor: &Actor) -> Outcome {
        let (id, slot, mut record) = self.own_consent(&renew.consent)?;
        let near = |t: &Timestamp| *t > self.now && *t < self.now.plus(VALID_MAX);
        let until = date::parse_day(&renew.until).map(date::end_of).filter(near);
        let until = until.ok_or_else(|| Failure::invalid(say("consent-until")))?;
        // Only what was once given can be given again.
        let given = record.changes.iter().any(|change| change.state == State::Given);
        let open = matches!(
            record.state,
            State::Given | State::Renewed | State::Withdrawn | State::Requested
        );
        if slot == NODE_SLOT || !given || !open {
            return Err(CONSENT_STATE.refuse().into());
        }
        if record.state == State::Requested && !renew.person_was_asked {
            return Err(Failure::invalid(say("consent-ask-person")).into());
        }
        let again = again(renew, &record)?;
        self.person_was_asked(&id, None)?;
        self.txn.remove(keyspace::ended(&id));
        record.is_given_again(self.now, until, again);
        self.put_consent(id, slot, &record, actor);
        self.holds_again = true;
        Ok(Answer::Consent(Box::new(self.consent_view(id, &record))))
    }

    /// Somebody else than the person ends a consent, or finds that it was never one.
    pub(super) fn consent_end(
        &mut self,
        consent: &str,
        state: State,
        reason: &str,
        actor: &Actor,
    ) -> Outcome {
        let (id, slot, mut record) = self.own_consent(consent)?;
        let reason = reason.trim();
        if !ihala_protocol::text::is_name(reason, LINE_MAX) {
            return Err(Failure::invalid(say("consent-say-why")).into());
        }
        let ended = matches!(record.state, State::Invalidated | State::Revoked | State::Withdrawn);
        if slot == NODE_SLOT || record.state == state || (ended && state == State::Revoked) {
            let because = say("it-is")
                .with("state", labels::name("consent", record.state.name(), self.language));
            return Err(Failure::refused(&CONSENT_STATE, because).into());
        }
        record.becomes(state, self.now, Some(Personal::new(reason.to_owned())));
        self.put_consent(id, slot, &record, actor);
        self.person_was_asked(&id, None)?;
        self.issue(&id, Order::Stop, None, None, Some(actor))?;
        Ok(Answer::Consent(Box::new(self.consent_view(id, &record))))
    }

    fn own_consent(&mut self, consent: &str) -> Result<(ConsentId, SlotNumber, Record), Trouble> {
        let (id, _) = self.find_consent(consent)?;
        let found = self.txn.get_with_slot::<Record>(&keyspace::consent(&id))?;
        let (slot, record) = found.ok_or(StoreError::Damaged("a consent is missing"))?;
        Ok((id, slot, record))
    }

    fn put_consent(&mut self, id: ConsentId, slot: SlotNumber, record: &Record, actor: &Actor) {
        self.txn.put(keyspace::consent(&id), slot, record);
        let subject = ihala_envelope::Digest::of(&id.0);
        self.txn.audit(self.now, Act::ConsentChanged, subject, Some(actor), None, self.rng);
    }

    /// The same in the person's language, above the signed part.
    fn receipt_text(&self, id: ConsentId, record: &Record) -> String {
        let language = Language::by_code(&record.language).unwrap_or_default();
        let phrase = |key: &str, fill: &[(&str, &str)]| labels::text(key, language, fill);
        let us = self.directory.me.statement().name();
        let (id, made) = (id.to_string(), date::show_day(self.now));
        let head = [("us", us), ("day", made.as_str()), ("reference", &id[..8])];
        let mut text = phrase("receipt_head", &head) + "\n";
        for grant in &record.grants {
            let agency = self.recipient_name(&grant.recipient, language).name;
            let _ = writeln!(text, "\n{}", phrase("to", &[("agency", &agency)]));
            self.spoken_list(&mut text, &grant.fields, language);
        }
        for purpose in record.purposes.iter().filter_map(|id| PURPOSE.by_id(*id)) {
            let purpose = inside(&labels::code("purpose", purpose.name, language), language);
            let _ = writeln!(text, "{}", phrase("use", &[("purpose", &purpose)]));
        }
        if record.other_basis.is_some() {
            let _ = writeln!(text, "{}", phrase("receipt_basis", &[]));
        }
        let until = date::show_day(record.valid_until);
        if record.permits() && self.now <= record.valid_until {
            let _ = writeln!(text, "{}", phrase("receipt_until", &[("day", &until)]));
            let _ = writeln!(text, "{}", phrase("change", &[]));
        } else {
            let _ = writeln!(text, "{}", phrase("receipt_ended", &[]));
        }
        let _ = writeln!(text, "\n{}\n", phrase("receipt_below", &[]));
        text
    }

    /// A signed receipt that anyone can check without a node.
    pub(super) fn consent_receipt(&mut self, consent: &str, paper_is_safe: bool) -> Outcome {
        let (id, slot, record) = self.own_consent(consent)?;
        if record.paper_can_harm && !paper_is_safe {
            return Err(Failure::invalid(say("paper-can-harm")).into());
        }
        if slot == NODE_SLOT {
            return Err(Failure::refused(&CONSENT_STATE, say("consent-destroyed")).into());
        }
        let language = Language::by_code(&record.language).unwrap_or_default();
        let consent_basis = LEGAL_BASIS.codes[0].id;
        let ids = record.grants.iter().flat_map(|grant| &grant.fields);
        let own: BTreeMap<_, _> =
            ids.filter_map(|id| Some((*id, self.directory.own_field(*id)?))).collect();
        // A receipt must stay short enough to be read; those of ordinary protocols are.
        let size: usize = own.values().map(|field| cbor::to_vec(*field).len()).sum();
        let own = if size <= OWN_IN_RECEIPT { own } else { BTreeMap::new() };
        let receipt = ConsentReceipt {
            agency: self.me(),
            card: self.directory.me.cards().digest(),
            consent: id,
            state: record.state_at(self.now),
            made: self.now,
            valid_from: record.given_at,
            valid_until: record.valid_until,
            language: record.language.clone(),
            purposes: record.purposes.clone(),
            onward: record.onward,
            recipients: record
                .grants
                .iter()
                .map(|g| (self.recipient_name(&g.recipient, language).name, g.fields.clone()))
                .collect(),
            basis: record.other_basis.as_ref().map_or(consent_basis, |o| o.basis),
            own: (!own.is_empty()).then(|| own.into_values().cloned().collect()),
        };
        let signed = receipt.to_file(&self.directory.me, self.identity);
        let file = self.receipt_text(id, &record) + &signed;
        Ok(Answer::File(File { id: id.to_string(), file }))
    }
}

/// How the person said yes again.
fn again(renew: &Renew, record: &Record) -> Result<Again, Failure> {
    let method = CONSENT_METHOD
        .by_name(renew.method.trim())
        .ok_or_else(|| Failure::invalid(say("renew-how").with("names", CONSENT_METHOD.names())))?;
    let line = |text: &Option<String>| -> Result<Option<Personal<String>>, Failure> {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let fits = text.is_none_or(|text| ihala_protocol::text::is_name(text, LINE_MAX));
        let named = text.map(|text| Personal::new(text.to_owned()));
        fits.then_some(named)
            .ok_or_else(|| Failure::invalid(say("renew-name").with("max", LINE_MAX)))
    };
    let (interpreter, witness) = (line(&renew.interpreter)?, line(&renew.witness)?);
    if CONSENT_METHOD.by_name("verbal-with-witness") == Some(method) && witness.is_none() {
        return Err(Failure::invalid(say("renew-witness")));
    }
    let language = renew.language.clone().unwrap_or_else(|| record.language.clone());
    if !ihala_protocol::text::is_name(&language, LINE_MAX) {
        return Err(Failure::invalid(say("renew-language")));
    }
    Ok(Again { method: method.id, language, interpreter, witness })
}

/// What would go to one receiver.
struct Asked {
    to: AgencyId,
    permit: Permit,
    days: u32,
    onward: bool,
}

/// Labels inside a sentence. Turkish has capitals of its own, and Arabic none.
fn inside(text: &str, language: Language) -> String {
    match language {
        Language::En | Language::Es => text.to_lowercase(),
        Language::Tr | Language::Ar => text.to_owned(),
    }
}
