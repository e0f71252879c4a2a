//! What people can ask for, one file per subject.

pub(crate) mod backup;
mod consent;
mod doctor;
pub(crate) mod isp;
mod lifecycle;
mod nominate;
mod paper;
mod read_back;
mod recovery;
mod refer;
mod roster;
mod show;
mod status;
mod trust;
mod withdraw;
mod worklist;

use ihala_envelope::{Personal, Refusal, Timestamp};
use ihala_protocol::FieldId;
use ihala_protocol::Mistakes;
use ihala_protocol::codes::CodeList;
use ihala_protocol::definition::About;
use ihala_protocol::fields;
use ihala_protocol::form::{Form, Value};
use ihala_protocol::labels::{self, Language};
use ihala_protocol::rules::CARD_SUPERSEDED;

use crate::engine::{Outcome, Work};
use crate::io::{Actor, Command, Failure};
use crate::views::{FieldName, FieldValue, Problem, Shown, Withheld};
use crate::words::say;

impl Work<'_> {
    pub(crate) fn command(&mut self, command: Command, actor: &Actor) -> Outcome {
        if self.directory.superseded && !only_reads(&command) {
            // Whoever believed that it was done would be wrong: nothing leaves this node.
            return Err(Failure::refused(&CARD_SUPERSEDED, say("node-superseded")).into());
        }
        match command {
            Command::Status => self.status(),
            Command::CardShow => Ok(self.card_show()),
            Command::TrustAdd { card, fingerprint, petname } => {
                self.trust_add(&card, &fingerprint, petname.as_deref(), actor)
            }
            Command::Doctor { agency } => self.doctor(agency.as_deref()),
            Command::Examine { agency } => self.examine(agency.as_deref(), actor),
            Command::TrustList => self.trust_list(),
            Command::TrustShow { agency } => self.trust_show(&agency),
            Command::RosterFollow { file, fingerprint, name } => {
                self.roster_follow(&file, &fingerprint, name.as_deref(), actor)
            }
            Command::RosterTake { file } => self.roster_take(&file, actor),
            Command::RosterUnfollow { network } => self.roster_unfollow(&network, actor),
            Command::RosterList => self.roster_list(),
            Command::RosterShow { network } => self.roster_show(&network),
            Command::RosterExport { network } => self.roster_export(&network),
            Command::TrustSet(set) => self.trust_set(&set, actor),
            Command::TrustFile { toml, apply } => {
                self.trust_file(&toml, Some(actor).filter(|_| apply))
            }
            Command::TrustSettle { card } => self.trust_settle(&card, actor),
            Command::TrustRemove { agency } => self.trust_remove(&agency, actor),
            Command::PaperAdd { name, phone } => self.paper_add(&name, &phone, actor),
            Command::PaperList => Ok(self.paper_list()),
            Command::PaperSign { isp, party, paper } => {
                self.paper_sign(&isp, &party, &paper, actor)
            }
            Command::IspDraft { toml } => self.isp_draft(&toml, actor),
            Command::IspSign { isp } => self.isp_sign(&isp, actor),
            Command::IspChange { isp, change } => self.isp_change(&isp, change, actor),
            Command::IspDiscard { isp } => self.isp_discard(&isp, actor),
            Command::Checkpoint { agency } => self.checkpoint(&agency, actor),
            Command::IspExport { isp } => self.isp_export(&isp),
            Command::IspImport { file } => self.isp_import(&file, actor),
            Command::IspList => Ok(self.isp_list()),
            Command::IspShow { isp } => self.isp_show(&isp),
            Command::Explain { form, to, consent } => self.explain(&form, &to, consent.as_deref()),
            Command::ConsentDraft { form, to, language } => {
                self.consent_draft(&form, &to, language)
            }
            Command::ConsentList { after, limit } => self.consent_list(after.as_deref(), limit),
            Command::ConsentRenew(renew) => self.consent_renew(&renew, actor),
            Command::ConsentEnd { consent, state, reason } => {
                self.consent_end(&consent, state, &reason, actor)
            }
            Command::ConsentReceipt { consent, paper_is_safe } => {
                self.consent_receipt(&consent, paper_is_safe)
            }
            Command::ConsentRecord { toml } => self.consent_record(&toml, actor),
            Command::ConsentShow { consent } => self.consent_show(&consent),
            Command::Withdraw { consent, from, erase, confirmed, language } => {
                self.withdraw(&consent, from.as_deref(), (erase, confirmed), language, actor)
            }
            Command::Retain { referral, basis, until } => {
                self.retain(&referral, &basis, &until, actor)
            }
            Command::RetainEnd { referral } => self.retain_end(&referral, actor),
            Command::ConfirmClock => self.confirm_clock(actor),
            Command::Refer(refer) => self.refer(&refer, actor),
            Command::List { direction, status, matter, after, limit } => match matter {
                Some(matter) => self.list_matter(matter, after.as_deref(), limit),
                None => self.list(direction, status, after.as_deref(), limit),
            },
            Command::Show { referral } => self.show(&referral),
            Command::Step(step) => self.step(&step, actor),
            Command::Called { referral, with, said } => {
                self.called(&referral, &with, said.as_deref(), actor)
            }
            Command::Nominate { form, to } => self.nominate_form(&form, &to, actor),
            Command::Nominations => self.nominations(),
            Command::AuditVerify => self.audit_verify(),
            Command::BackupBegin { days } => self.backup_begin(days, actor),
            Command::BackupNext { number } => self.backup_next(number),
            Command::Recovery => self.recovery(),
            Command::RecoveryLeaveOut { agency } => self.recovery_leave_out(&agency, actor),
        }
    }
}

/// Whether a command changes nothing that another card of ours would have to sign.
const fn only_reads(command: &Command) -> bool {
    matches!(
        command,
        Command::Status
            | Command::CardShow
            | Command::Doctor { .. }
            | Command::Examine { .. }
            | Command::TrustList
            | Command::TrustShow { .. }
            | Command::RosterList
            | Command::RosterShow { .. }
            | Command::RosterExport { .. }
            | Command::PaperList
            | Command::IspList
            | Command::IspShow { .. }
            | Command::IspExport { .. }
            | Command::ConsentList { .. }
            | Command::ConsentShow { .. }
            | Command::List { .. }
            | Command::Show { .. }
            | Command::Nominations
            | Command::AuditVerify
            | Command::Recovery
    )
}

/// A form about a person, perhaps not complete yet.
fn read_form(text: &str) -> Result<Form, Failure> {
    about(About::Person, Form::from_toml(text))
}

/// A form that is to go: complete, as far as its own answers tell.
fn read_whole_form(text: &str, of: About, now: Timestamp) -> Result<Form, Failure> {
    about(of, Form::checked(text, now, None))
}

fn about(wanted: About, read: Result<Form, Mistakes>) -> Result<Form, Failure> {
    let form = read.map_err(|mistakes| in_file("form-mistakes", mistakes))?;
    match (wanted, form.definition().about) {
        (About::Person, About::Service) => Err(Failure::invalid(say("form-about-service"))),
        (About::Service, About::Person) => Err(Failure::invalid(say("form-about-person"))),
        _ => Ok(form),
    }
}

fn in_file(what: &'static str, mistakes: Mistakes) -> Failure {
    Failure::Invalid { what: say(what), mistakes: mistakes.0 }
}

/// The label of a code, or `?` for one that this version does not know.
fn label(list: &CodeList, id: u16, language: Language) -> String {
    let code = list.by_id(id);
    code.map_or("?".to_owned(), |code| labels::code(list.name, code.name, language))
}

fn problem_of(refusal: &Refusal, language: Language) -> Problem {
    let sentence = labels::refusal(refusal, language);
    Problem { sentence, ..Problem::of(refusal.rule.id, language) }
}

impl Work<'_> {
    /// Path and label of a field. Of an own one whose protocol is not known here, the start of
    /// its digest.
    fn field_name(&self, id: FieldId) -> FieldName {
        let language = self.language;
        match (fields::by_id(id), self.directory.own_field(id)) {
            (Some(field), _) => FieldName {
                path: field.path.to_owned(),
                label: labels::field(field.path, language),
            },
            (None, Some(own)) => {
                FieldName { path: own.path(), label: own.label(language).to_owned() }
            }
            (None, None) => FieldName { path: fields::path(id), label: fields::path(id) },
        }
    }

    fn field_names(&self, ids: &[FieldId]) -> Vec<FieldName> {
        ids.iter().map(|id| self.field_name(*id)).collect()
    }

    /// A field with its value, as people read it.
    fn field_value(&self, id: FieldId, value: &Value) -> FieldValue {
        let shown = match (fields::by_id(id), self.directory.own_field(id)) {
            (Some(field), _) => value.show(field, self.language),
            (None, Some(own)) => own.show(value, self.language),
            (None, None) => Personal::new("?".to_owned()),
        };
        FieldValue { field: self.field_name(id), value: Shown(shown) }
    }

    fn field_values(&self, form: &Form) -> Vec<FieldValue> {
        let values = form.ids().filter_map(|id| Some((id, form.get(id)?)));
        values.map(|(id, value)| self.field_value(id, value)).collect()
    }

    fn withheld_views<'a>(&self, ids: impl Iterator<Item = (FieldId, &'a str)>) -> Vec<Withheld> {
        let problem = |rule| Problem::of(rule, self.language);
        ids.map(|(id, rule)| Withheld { field: self.field_name(id), problem: problem(rule) })
            .collect()
    }
}
