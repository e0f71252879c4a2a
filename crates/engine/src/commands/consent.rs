//! `ihala consent`: what the person is asked, and what they answered.

use std::fmt::Write as _;

use ihala_envelope::{AgencyId, Personal};
use ihala_protocol::codes::{CONSENT_METHOD, GIVEN_BY, PURPOSE, SERVICE};
use ihala_protocol::consent::{ConsentId, NAME, Record, Scope};
use ihala_protocol::fields::SERVICES_ID;
use ihala_protocol::form::{Form, Value};
use ihala_protocol::policy;
use ihala_protocol::{date, fields};

use super::{field_names, in_file, read_form};
use crate::audit::Act;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::views::{Consent, ConsentDraft, Grant, Shown, Time};

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
        Ok(record.scope(id, to, case_code)?)
    }

    pub(super) fn consent_draft(&mut self, form: &str, to: &[String]) -> Outcome {
        let form = read_form(form)?;
        let mut receivers = Vec::new();
        for name in to {
            let id = self.directory.resolve(name)?;
            let (isp, permit) = self.best_isp(&form, &id, None)?;
            let retention = isp.isp().retention_days;
            let mut goes = permit.all_fields();
            goes.extend(permit.notes.then_some(fields::NOTE_ID));
            goes.extend(permit.appointments.then_some(fields::APPOINTMENT_ID));
            receivers.push((id, goes, retention));
        }
        let text = self.consent_text(&form, &receivers);
        let record = self.consent_template(&form, &receivers);
        Ok(Answer::ConsentDraft(ConsentDraft { text, record: Shown(Personal::new(record)) }))
    }

    fn consent_text(&self, form: &Form, receivers: &[(AgencyId, Vec<u16>, u32)]) -> String {
        let labels = |id: u16, list: &'static ihala_protocol::codes::CodeList| match form.get(id) {
            Some(Value::Codes(ids)) => {
                let labels: Vec<_> =
                    ids.iter().filter_map(|id| list.by_id(*id)).map(|c| c.label).collect();
                labels.join(", ")
            }
            Some(Value::Number(n)) => u16::try_from(*n)
                .ok()
                .and_then(|id| list.by_id(id))
                .map_or_else(String::new, |c| c.label.to_owned()),
            _ => String::new(),
        };
        let us = self.directory.me.statement().name();
        let mut text = format!(
            "We are {us}. To help you with {}, we would like to pass on information about you.\n",
            labels(SERVICES_ID, &SERVICE).to_lowercase()
        );
        for (id, ids, retention) in receivers {
            let _ = write!(text, "\nTo {}, we would tell:\n", self.directory.name(id).name);
            for id in ids.iter().filter(|id| **id < fields::NOTE_ID) {
                let label = fields::by_id(*id).map_or("", |f| f.label);
                let _ = writeln!(text, "  - {label}");
            }
            if ids.contains(&fields::NOTE_ID) {
                let _ = writeln!(text, "  They and we may write each other short notes about it.");
            }
            let purpose = PURPOSE.by_id(policy::purpose_of(form)).map_or("", |p| p.label);
            let purpose = purpose.replacen("To ", "to ", 1);
            let _ = writeln!(text, "  They may use it only {purpose}.");
            let _ = writeln!(
                text,
                "  They keep it for at most {retention} days after your case is closed."
            );
        }
        if self.directory.isps.values().any(|isp| isp.isp().onward) {
            text.push_str(
                "\nIf another agency could help you better, they may pass it on to that one - but only if you say so.\n",
            );
        }
        text.push_str(
            "\nThey are told nothing else. You may say no, to all of them or to one: we go on helping \
             you as before.\nYou may change your mind later: tell us, and we stop sharing.\n\nDo you agree?\n",
        );
        text
    }

    fn consent_template(&self, form: &Form, receivers: &[(AgencyId, Vec<u16>, u32)]) -> String {
        let quote = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
        let case_code = form.text(fields::CASE_CODE_ID).map_or("", |t| t.expose().as_str());
        let purpose = PURPOSE.by_id(policy::purpose_of(form)).map_or("", |p| p.name);
        let mut text = format!(
            "# Fill in what is empty, after reading the text to the person.\n\
             consent = \"{NAME}\"\n\
             answer = \"\"          # given, or refused\n\
             given_by = \"person\"  # {}\n\
             method = \"\"          # {}\n\
             language = \"\"        # the language in which the text was read, for example ar\n\
             interpreter = \"\"     # name, if there was one\n\
             witness = \"\"         # name; needed if consent was given verbally\n\
             date = {}\n\
             valid_until = {}\n\
             case_code = {}\n\
             purposes = [{}]\n\
             onward = false       # true: they may refer the person on, with what they were told\n",
            GIVEN_BY.names(),
            CONSENT_METHOD.names(),
            date::show_day(self.now),
            date::show_day(self.now.plus(DRAFT_DAYS * 86_400)),
            quote(case_code),
            quote(purpose),
        );
        for (id, ids, _) in receivers {
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
        let record = Record::from_toml(toml).map_err(|m| in_file("the consent record", m))?;
        let mut id = ConsentId([0; 16]);
        self.rng.fill_bytes(&mut id.0);
        let slot = self.txn.new_slot();
        self.txn.put(keyspace::consent(&id), slot, &record);
        // The leaf is about the record's id: the record itself will be erased one day.
        let subject = ihala_envelope::Digest::of(&id.0);
        self.txn.audit(self.now, Act::ConsentRecorded, subject, Some(actor), None, self.rng);
        Ok(Answer::Consent(self.consent_view(id, &record)))
    }

    pub(super) fn consent_show(&mut self, consent: &str) -> Outcome {
        let (id, record) = self.find_consent(consent)?;
        Ok(Answer::Consent(self.consent_view(id, &record)))
    }

    fn consent_view(&self, id: ConsentId, record: &Record) -> Consent {
        let given_by = GIVEN_BY.by_id(record.given_by).map_or("", |c| c.label);
        let method = CONSENT_METHOD.by_id(record.method).map_or("", |c| c.label);
        let in_time = record.given_at <= self.now && self.now <= record.valid_until;
        let purposes = record.purposes.iter().filter_map(|p| PURPOSE.by_id(*p)).map(|p| p.name);
        Consent {
            id: id.to_string(),
            state: record.state.name(),
            valid: record.state.is_valid() && in_time,
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
                    recipient: self.directory.name(&g.recipient),
                    fields: field_names(&g.fields),
                })
                .collect(),
        }
    }
}
