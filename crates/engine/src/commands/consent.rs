//! `ihala consent`: what the person is asked, and what they answered.

use std::fmt::Write as _;

use ihala_envelope::{AgencyId, Personal, Timestamp};
use ihala_protocol::codes::{
    ASSENT, CASE_TYPE, CONSENT_METHOD, GIVEN_BY, LEGAL_BASIS, NOT_INFORMED, PURPOSE, SERVICE,
};
use ihala_protocol::consent::{
    Again, ConsentId, ConsentReceipt, NAME, Recipient, Record, Scope, State,
};
use ihala_protocol::fields::SERVICES_ID;
use ihala_protocol::form::{Form, Value};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::limits::{LINE_MAX, VALID_MAX};
use ihala_protocol::policy::{self, Permit};
use ihala_protocol::rules::{CHILD, CONSENT_STATE};
use ihala_protocol::{date, fields};
use ihala_store::{NODE_SLOT, SlotNumber, StoreError};

use super::{field_names, in_file, read_form};
use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure, Renew};
use crate::keyspace;
use crate::orders::Order;
use crate::views::{self, AgencyName, Consent, ConsentDraft, Consents, File, Grant, Shown, Time};

/// Most consents of one page.
const LIST_MAX: usize = 200;
/// Days for which a drafted consent holds, unless the caseworker changes it.
const DRAFT_DAYS: u64 = 90;

impl Work<'_> {
    /// The consent of an id, or of the start of one.
    pub(super) fn find_consent(&mut self, text: &str) -> Result<(ConsentId, Record), Trouble> {
        let id = self.find_id(keyspace::CONSENTS, text, "consent", "ihala consent record")?;
        let id = ConsentId(id);
        let record = self.txn.get(&keyspace::consent(&id))?;
        record
            .map(|r| (id, r))
            .ok_or_else(|| Failure::NotFound { what: "no consent has this id", advice: "" }.into())
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
        language: Language,
    ) -> Outcome {
        let form = read_form(form)?;
        let mut asked = Vec::new();
        for name in to {
            let id = self.directory.resolve(name)?;
            let (isp, permit) = self.best_isp(&form, &id, None)?;
            let (days, onward) = (isp.isp().retention_days, isp.isp().onward);
            asked.push(Asked { to: id, permit, days, onward });
        }
        let text = self.consent_text(&form, &asked, language);
        let record = self.consent_template(&form, &asked, language);
        Ok(Answer::ConsentDraft(ConsentDraft { text, record: Shown(Personal::new(record)) }))
    }

    /// What the caseworker reads aloud: exactly what would go, in the person's language.
    fn consent_text(&self, form: &Form, asked: &[Asked], language: Language) -> String {
        let say = |key: &str, fill: &[(&str, &str)]| labels::text(key, language, fill);
        let services = match form.get(SERVICES_ID) {
            Some(Value::Codes(ids)) => {
                let names = ids.iter().filter_map(|id| SERVICE.by_id(*id));
                let names: Vec<_> =
                    names.map(|c| labels::code("service", c.name, language)).collect();
                inside(&names.join(", "), language)
            }
            _ => String::new(),
        };
        let us = self.directory.me.statement().name();
        let mut text = say("greeting", &[("us", us), ("services", &services)]);
        text.push('\n');
        for Asked { to, permit, days, .. } in asked {
            let agency = self.directory.name(to).name;
            let _ = writeln!(text, "\n{}", say("to", &[("agency", &agency)]));
            if permit.two_stages {
                let _ = writeln!(text, "  {}", say("at_first", &[]));
            }
            spoken_list(&mut text, &permit.fields, language);
            if permit.two_stages {
                let _ = writeln!(text, "  {}", say("after_accept", &[]));
                spoken_list(&mut text, &permit.later, language);
            }
            for (told, key) in [(permit.notes, "notes"), (permit.appointments, "appointments")] {
                if told {
                    let _ = writeln!(text, "  {}", say(key, &[]));
                }
            }
            let purpose = PURPOSE.by_id(policy::purpose_of(form)).map_or("", |p| p.name);
            let purpose = inside(&labels::code("purpose", purpose, language), language);
            let _ = writeln!(text, "  {}", say("use", &[("purpose", &purpose)]));
            let _ = writeln!(text, "  {}", say("keep", &[("days", &days.to_string())]));
        }
        if asked.iter().any(|a| a.onward) {
            let _ = writeln!(text, "\n{}", say("onward", &[]));
        }
        let _ = write!(
            text,
            "\n{}\n{}\n\n{}\n",
            say("nothing_else", &[]),
            say("change", &[]),
            say("agree", &[])
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
        let mut text = format!(
            "# Fill in what is empty, after reading the text to the person.\n\
             consent = \"{NAME}\"\n\
             answer = \"\"          # given, or refused (or requested, deferred, unknown)\n\
             basis = \"consent\"    # {}: all but consent need reason = and authorised_by =\n\
             given_by = {child}  # {}: the others need guardian =, guardian_relationship =, assent =\n\
             caregiver_not_asked = \"\"  # for a child who answers alone: {}\n\
             method = \"\"          # {}\n\
             language = \"{}\"      # the language in which the text was read\n\
             interpreter = \"\"     # name, if there was one\n\
             witness = \"\"         # name; needed if consent was given verbally\n\
             date = {}\n\
             valid_until = {}\n\
             case_code = {}\n\
             purposes = [{}]\n\
             onward = false       # true: they may refer the person on, with what they were told\n\
             paper_can_harm = {}  # true: the person gets the slip, not the receipt\n",
            LEGAL_BASIS.names(),
            GIVEN_BY.names(),
            NOT_INFORMED.names(),
            CONSENT_METHOD.names(),
            language.code(),
            date::show_day(self.now),
            date::show_day(self.now.plus(DRAFT_DAYS * 86_400)),
            quote(case_code),
            quote(purpose),
            paper_can_harm,
        );
        text.push_str(
            "\n# A recipient is one agency, or a class: any agency to which a protocol lets such a case go,\n\
             # with class = \"legal\" (medical, legal, material, protection) in place of agency =.\n",
        );
        for Asked { to: id, permit, .. } in asked {
            let mut ids = permit.all_fields();
            ids.extend(permit.notes.then_some(fields::NOTE_ID));
            ids.extend(permit.appointments.then_some(fields::APPOINTMENT_ID));
            let paths: Vec<_> =
                ids.iter().filter_map(|id| fields::by_id(*id)).map(|f| quote(f.path)).collect();
            let _ = write!(
                text,
                "\n[[recipient]]\nagency = \"{id}\"\nname = {}\nfields = [\n    {},\n]\n",
                quote(&self.directory.name(id).name),
                paths.join(",\n    ")
            );
        }
        text
    }

    pub(super) fn consent_record(&mut self, toml: &str, actor: &Actor) -> Outcome {
        let mut record = Record::from_toml(toml).map_err(|m| in_file("the consent record", m))?;
        if record.given_at > self.now.plus(86_400) {
            let told = "`date` lies in the future";
            return Err(Failure::invalid(told, "write the day on which the person answered").into());
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
        let given_by = GIVEN_BY.by_id(record.given_by).map_or("", |c| c.label);
        let method = CONSENT_METHOD.by_id(record.method).map_or("", |c| c.label);
        let in_time = record.given_at <= self.now && self.now <= record.valid_until;
        let purposes = record.purposes.iter().filter_map(|p| PURPOSE.by_id(*p)).map(|p| p.name);
        Consent {
            id: id.to_string(),
            state: record.state_at(self.now).name(),
            valid: record.permits() && in_time,
            case_code: Shown(record.case_code.clone()),
            given: format!("{given_by}; {}", method.to_lowercase()),
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
                    recipient: self.recipient_name(&g.recipient),
                    fields: field_names(&g.fields),
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
            assent: record
                .guardianship
                .as_ref()
                .and_then(|g| ASSENT.by_id(g.assent))
                .map(|c| c.label),
            caregiver_not_asked: record
                .caregiver_not_asked
                .and_then(|code| NOT_INFORMED.by_id(code))
                .map(|c| c.label),
            changes: record
                .changes
                .iter()
                .map(|change| views::ConsentChange {
                    state: change.state.name(),
                    at: Time(change.at),
                    reason: change.reason.clone().map(Shown),
                    again: change.again.as_ref().map(|again| views::Again {
                        method: CONSENT_METHOD.by_id(again.method).map_or("", |c| c.label),
                        language: again.language.clone(),
                        interpreter: again.interpreter.clone().map(Shown),
                        witness: again.witness.clone().map(Shown),
                    }),
                })
                .collect(),
        }
    }

    fn recipient_name(&self, recipient: &Recipient) -> AgencyName {
        match recipient {
            Recipient::Agency(agency) => self.directory.name(agency),
            Recipient::Class(case_type) => {
                let class = CASE_TYPE.by_id(*case_type).map_or("?", |c| c.name);
                AgencyName { id: String::new(), name: format!("any agency for {class}") }
            }
        }
    }

    /// All consents held here, in pages.
    pub(super) fn consent_list(&mut self, after: Option<&str>, limit: usize) -> Outcome {
        let limit = limit.clamp(1, LIST_MAX);
        let after = match after {
            None => None,
            Some(text) => Some(data_encoding::HEXLOWER.decode(text.as_bytes()).map_err(|_| {
                Failure::invalid("`after` names no page", "use the `next` of the page before")
            })?),
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
        let until = until.ok_or_else(|| {
            Failure::invalid(
                "the last day must be a date to come, within ten years",
                "write it like 2027-01-31",
            )
        })?;
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
            return Err(Failure::invalid(
                "another agency was told that this consent is withdrawn",
                "ask the person; if they still agree, add --person-was-asked",
            )
            .into());
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
            return Err(
                Failure::invalid("say why, in one line", "it is kept with the record").into()
            );
        }
        let ended = matches!(record.state, State::Invalidated | State::Revoked | State::Withdrawn);
        if slot == NODE_SLOT || record.state == state || (ended && state == State::Revoked) {
            let told = format!("it is {}", record.state.name());
            return Err(CONSENT_STATE.refuse_about(told).into());
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
        let say = |key: &str, fill: &[(&str, &str)]| labels::text(key, language, fill);
        let us = self.directory.me.statement().name();
        let (id, made) = (id.to_string(), date::show_day(self.now));
        let head = [("us", us), ("day", made.as_str()), ("reference", &id[..8])];
        let mut text = say("receipt_head", &head) + "\n";
        for grant in &record.grants {
            let agency = self.recipient_name(&grant.recipient).name;
            let _ = writeln!(text, "\n{}", say("to", &[("agency", &agency)]));
            spoken_list(&mut text, &grant.fields, language);
        }
        for purpose in record.purposes.iter().filter_map(|id| PURPOSE.by_id(*id)) {
            let purpose = inside(&labels::code("purpose", purpose.name, language), language);
            let _ = writeln!(text, "{}", say("use", &[("purpose", &purpose)]));
        }
        if record.other_basis.is_some() {
            let _ = writeln!(text, "{}", say("receipt_basis", &[]));
        }
        let until = date::show_day(record.valid_until);
        if record.permits() && self.now <= record.valid_until {
            let _ = writeln!(text, "{}", say("receipt_until", &[("day", &until)]));
            let _ = writeln!(text, "{}", say("change", &[]));
        } else {
            let _ = writeln!(text, "{}", say("receipt_ended", &[]));
        }
        let _ = writeln!(text, "\n{}\n", say("receipt_below", &[]));
        text
    }

    /// A signed receipt that anyone can check without a node.
    pub(super) fn consent_receipt(&mut self, consent: &str, paper_is_safe: bool) -> Outcome {
        let (id, slot, record) = self.own_consent(consent)?;
        if record.paper_can_harm && !paper_is_safe {
            return Err(Failure::invalid(
                "a paper about this case can harm the person",
                "give the slip (ihala consent slip); if they want the receipt and it is safe, --paper-is-safe",
            )
            .into());
        }
        if slot == NODE_SLOT {
            return Err(CONSENT_STATE.refuse_about("its record was destroyed").into());
        }
        let consent_basis = LEGAL_BASIS.codes[0].id;
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
                .map(|g| (self.recipient_name(&g.recipient).name, g.fields.clone()))
                .collect(),
            basis: record.other_basis.as_ref().map_or(consent_basis, |o| o.basis),
        };
        let signed = receipt.to_file(&self.directory.me, &self.secrets.identity);
        let file = self.receipt_text(id, &record) + &signed;
        Ok(Answer::File(File { id: id.to_string(), file }))
    }
}

/// How the person said yes again.
fn again(renew: &Renew, record: &Record) -> Result<Again, Failure> {
    let method = CONSENT_METHOD.by_name(renew.method.trim()).ok_or_else(|| {
        let names = format!("one of: {}", CONSENT_METHOD.names());
        Failure::invalid("say how the person said yes again", names)
    })?;
    let line = |text: &Option<String>| -> Result<Option<Personal<String>>, Failure> {
        let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let fits = text.is_none_or(|text| ihala_protocol::text::is_name(text, LINE_MAX));
        let named = text.map(|text| Personal::new(text.to_owned()));
        fits.then_some(named).ok_or_else(|| {
            Failure::invalid("a name is one line", format!("at most {LINE_MAX} characters"))
        })
    };
    let (interpreter, witness) = (line(&renew.interpreter)?, line(&renew.witness)?);
    if CONSENT_METHOD.by_name("verbal-with-witness") == Some(method) && witness.is_none() {
        return Err(Failure::invalid("verbal consent needs a witness", "name them with --witness"));
    }
    let language = renew.language.clone().unwrap_or_else(|| record.language.clone());
    if !ihala_protocol::text::is_name(&language, LINE_MAX) {
        return Err(Failure::invalid("name the language that was read", "like --language ar"));
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

/// Fields as they are told to a person, one a line.
fn spoken_list(text: &mut String, ids: &[u16], language: Language) {
    for field in ids.iter().filter_map(|id| fields::by_id(*id)) {
        let _ = writeln!(text, "  - {}", labels::spoken(field.path, language));
    }
}

/// Labels inside a sentence. Turkish has capitals of its own, and Arabic none.
fn inside(text: &str, language: Language) -> String {
    match language {
        Language::En | Language::Es => text.to_lowercase(),
        Language::Tr | Language::Ar => text.to_owned(),
    }
}
