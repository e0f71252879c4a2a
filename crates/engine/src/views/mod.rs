//! What answers look like: the shapes of the API and of `--json`.
//!
//! Times are RFC 3339 text in UTC; ids are lower-case hexadecimal. What is about a
//! person stands in [`Shown`], which serialises for the caseworker and prints as
//! `[redacted]` everywhere else.

mod backup;
mod referral;
mod trust;

use std::collections::BTreeMap;

use ihala_envelope::{Personal, Timestamp};
use ihala_protocol::date;
use ihala_protocol::labels::{self, Language};
use serde::{Deserialize, Serialize, Serializer};

use crate::words::say;

pub use backup::{Backup, BackupPart, Recovery, Waits};
pub use referral::{
    Call, Deadline, Entry, FieldValue, Hold, Knows, List, Nomination, Nominations, OrderState,
    Overdue, Referral, Report, Row,
};
pub use trust::{
    Agencies, Agency, Card, Diagnosis, Doctor, Finding, Networks, RosterChange, RosterMember,
    RosterView, TrustChange, TrustChanges, TrustEntry,
};

/// Personal data on its way to a caseworker's screen.
#[derive(Clone, Debug)]
pub struct Shown(pub Personal<String>);

impl Serialize for Shown {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.expose())
    }
}

/// A time in RFC 3339.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time(pub Timestamp);

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&date::show(self.0).replace(' ', "T"))
    }
}

/// An agency by id and by what we call it.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyName {
    /// Its id.
    pub id: String,
    /// Its petname, or its own name.
    pub name: String,
}

/// A field by path and label.
#[derive(Clone, Debug, Serialize)]
pub struct FieldName {
    /// `group.name`.
    pub path: String,
    /// What it is called, in the language of whoever asked.
    pub label: String,
}

/// `ihala status`.
#[derive(Clone, Debug, Serialize)]
pub struct Status {
    /// This agency.
    pub agency: AgencyName,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Where its node can be reached.
    pub addresses: Vec<String>,
    /// Every trusted agency.
    pub peers: Vec<PeerStatus>,
    /// Envelopes that were not taken, by rule; of them nothing is kept.
    pub not_taken: Vec<RuleCount>,
    /// What must not happen and did: forked or rewritten histories.
    pub alarms: Vec<Alarm>,
    /// Referrals that were accepted and then dropped, by the agency that dropped them.
    pub dropped: Vec<Dropped>,
    /// Referrals in which a clock has run out.
    pub overdue: usize,
    /// Referrals that were ordered to be erased and have an answer missing.
    pub unanswered: usize,
    /// Referrals about which the person is to be asked whether consent is withdrawn.
    pub ask_person: usize,
    /// Referrals in which who the person is waits for consent or protocol.
    pub held_back: usize,
    /// What stays overdue elsewhere, as told to us as the focal point.
    pub escalations: Vec<Escalation>,
    /// Leaves of the audit tree.
    pub audit_size: u64,
    /// Head of the audit tree.
    pub audit_head: String,
    /// When the last barrier returned, if one was needed since the start.
    pub last_barrier: Option<Time>,
    /// Whether the file of the trust list says something that is not in force.
    pub trust_file_differs: bool,
    /// Whether another card has taken the place of ours: this node is over.
    pub superseded: bool,
    /// What is still to be told, if this agency was restored from a backup.
    pub recovery: Option<Recovery>,
}

/// How things stand with a peer.
#[derive(Clone, Debug, Serialize)]
pub struct PeerStatus {
    /// The agency.
    pub agency: AgencyName,
    /// Whether it is connected now.
    pub connected: bool,
    /// Messages without a receipt.
    pub queued: usize,
    /// Why the last attempt did not end with a receipt.
    pub problem: Option<Problem>,
    /// How far its audit tree had come when it told us last.
    pub witnessed: Option<Witness>,
}

/// The head of a peer's audit tree, as it told us.
#[derive(Clone, Debug, Serialize)]
pub struct Witness {
    /// Number of leaves.
    pub size: u64,
    /// The tree head.
    pub head: String,
    /// When it told us.
    pub at: Time,
}

/// How often an agency dropped what it had accepted.
#[derive(Clone, Debug, Serialize)]
pub struct Dropped {
    /// The agency.
    pub agency: AgencyName,
    /// How often.
    pub count: u64,
}

/// Something that must not happen, and whose doing it is.
#[derive(Clone, Debug, Serialize)]
pub struct Alarm {
    /// The agency.
    pub agency: AgencyName,
    /// The rule, how often and when last.
    #[serde(flatten)]
    pub what: RuleCount,
}

/// Something that stays overdue between two other agencies.
#[derive(Clone, Debug, Serialize)]
pub struct Escalation {
    /// The agency that waits.
    pub by: AgencyName,
    /// The agency that should have acted.
    pub late: AgencyName,
    /// What should have happened.
    pub clock: &'static str,
    /// When the agency that waits noticed.
    pub since: Time,
    /// Name of the urgency.
    pub urgency: &'static str,
    /// Name of the case type.
    pub case_type: &'static str,
}

/// A rule as shown to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Its ID.
    pub rule: String,
    /// What is wrong.
    pub sentence: String,
    /// What to do.
    pub advice: String,
}

impl Problem {
    /// The problem of a rule ID, also of one that this version does not know.
    pub fn of(rule: &str, language: Language) -> Self {
        let (sentence, advice) = match ihala_protocol::rules::find(rule) {
            Some(known) => (labels::rule(known.id, language), labels::advice(known.id, language)),
            None => {
                let unknown = say("unknown-rule");
                (unknown.text(language), unknown.advice(language))
            }
        };
        Self { rule: rule.to_owned(), sentence, advice }
    }
}

/// How often a rule was broken.
#[derive(Clone, Debug, Serialize)]
pub struct RuleCount {
    /// The rule.
    #[serde(flatten)]
    pub problem: Problem,
    /// How many.
    pub count: u64,
    /// The last one.
    pub last: Time,
}

/// `ihala receiver list`.
#[derive(Clone, Debug, Serialize)]
pub struct PaperReceivers {
    /// Every receiver without a node.
    pub receivers: Vec<PaperReceiver>,
}

/// A receiver without a node.
#[derive(Clone, Debug, Serialize)]
pub struct PaperReceiver {
    /// The agency.
    pub agency: AgencyName,
    /// Its number.
    pub phone: String,
}

/// `ihala isp show`.
#[derive(Clone, Debug, Serialize)]
pub struct Isp {
    /// Digest of the canonical bytes.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: u32,
    /// The parties, and whether each has signed.
    pub parties: Vec<Party>,
    /// `in force`, `waiting for signatures`, `not yet in force`, `lapsed` or `replaced
    /// by a newer version`.
    pub state: &'static str,
    /// First day in force.
    pub valid_from: Time,
    /// Last second in force.
    pub valid_until: Time,
    /// What data may be used for.
    pub purposes: Vec<&'static str>,
    /// When the parties review it.
    pub review: Time,
    /// Days for which messages under it are still taken after a newer version.
    pub overlap_days: u32,
    /// Days for which a receiver keeps what it was sent, after closing.
    pub retention_days: u32,
    /// Whether a receiver may refer onward.
    pub onward: bool,
    /// Hours to acknowledge, decide, serve and feed back: emergency, urgent, routine.
    pub deadlines: [[u32; 4]; 3],
    /// The party that is told of what stays overdue.
    pub focal_point: Option<String>,
    /// The version before.
    pub previous: Option<String>,
    /// The clauses in plain words.
    pub clauses: Vec<String>,
    /// The fields that the parties have added.
    pub own: Vec<OwnField>,
}

/// A field that the parties of a protocol have added.
#[derive(Clone, Debug, Serialize)]
pub struct OwnField {
    /// The field.
    #[serde(flatten)]
    pub field: FieldName,
    /// Name of its kind.
    pub kind: &'static str,
    /// Name of its sensitivity: what is `coded` goes before anybody has accepted.
    pub sensitivity: &'static str,
    /// What it is called in each language, by its code: whoever signs reads all of them.
    pub labels: BTreeMap<&'static str, String>,
    /// The greatest number.
    pub max: Option<u32>,
    /// Names and labels of its codes.
    pub codes: Vec<OwnCode>,
}

/// A code of a field that the parties of a protocol have added.
#[derive(Clone, Debug, Serialize)]
pub struct OwnCode {
    /// Its name in files.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What it is called in each language, by its code.
    pub labels: BTreeMap<&'static str, String>,
}

/// A party of a protocol.
#[derive(Clone, Debug, Serialize)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name in the protocol.
    pub name: String,
    /// What we call that agency, which may be another name: compare them.
    pub known_as: String,
    /// Whether its signature is here.
    pub signed: bool,
    /// Where the paper is on which it has signed, if it has no node.
    pub paper: Option<String>,
    /// Whom to phone there.
    pub phone: Option<String>,
    /// What it did with the protocol, if it has: `suspended`, `terminated`.
    pub change: Option<&'static str>,
}

/// `ihala isp list`.
#[derive(Clone, Debug, Serialize)]
pub struct Isps {
    /// Every protocol known here.
    pub isps: Vec<Isp>,
}

/// A file to hand to others.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// What it is of.
    pub id: String,
    /// Its content.
    pub file: String,
}

/// `ihala isp explain`.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// The receiver.
    pub to: AgencyName,
    /// Whether the form could be sent.
    pub permitted: bool,
    /// Why not, if not.
    pub problem: Option<Problem>,
    /// The protocol that it is judged by.
    pub isp: Option<String>,
    /// Whether identity goes only after the receiver has accepted.
    pub two_stages: bool,
    /// Labels of the clauses that permit it.
    pub clauses: Vec<String>,
    /// Each field of the form.
    pub fields: Vec<FieldVerdict>,
}

/// What happens to one field.
#[derive(Clone, Debug, Serialize)]
pub struct FieldVerdict {
    /// The field.
    #[serde(flatten)]
    pub field: FieldName,
    /// Whether it goes.
    pub sent: bool,
    /// Whether it goes only after the receiver has accepted.
    pub later: bool,
    /// Why not, if not.
    pub problem: Option<Problem>,
}

/// `ihala consent draft`.
#[derive(Clone, Debug, Serialize)]
pub struct ConsentDraft {
    /// The text to read aloud.
    pub text: String,
    /// The record, to be completed with the person's answer.
    pub record: Shown,
}

/// `ihala consent show`.
#[derive(Clone, Debug, Serialize)]
pub struct Consent {
    /// Its id.
    pub id: String,
    /// `given` or `refused`.
    pub state: &'static str,
    /// Whether it is valid now.
    pub valid: bool,
    /// Whose case it is.
    pub case_code: Shown,
    /// Who gave it and how.
    pub given: String,
    /// The language in which the text was read.
    pub language: String,
    /// Who interpreted.
    pub interpreter: Option<Shown>,
    /// Who witnessed.
    pub witness: Option<Shown>,
    /// From when.
    pub valid_from: Time,
    /// Until when.
    pub valid_until: Time,
    /// For which purposes.
    pub purposes: Vec<&'static str>,
    /// What each recipient may receive.
    pub grants: Vec<Grant>,
    /// Whether recipients may refer the person onward.
    pub onward: bool,
    /// Name of the legal basis.
    pub basis: &'static str,
    /// Why, where the basis is not consent.
    pub reason: Option<Shown>,
    /// Who authorised that.
    pub authorised_by: Option<Shown>,
    /// Who spoke for a child.
    pub guardian: Option<Shown>,
    /// What the child said.
    pub assent: Option<String>,
    /// Why a child's caregiver was not asked.
    pub caregiver_not_asked: Option<String>,
    /// How the state came about.
    pub changes: Vec<ConsentChange>,
}

/// A change of a consent's state.
#[derive(Clone, Debug, Serialize)]
pub struct ConsentChange {
    /// What it became.
    pub state: &'static str,
    /// When.
    pub at: Time,
    /// Why, where somebody else than the person ended it.
    pub reason: Option<Shown>,
    /// How it was given again.
    pub again: Option<Again>,
}

/// How a person said yes again.
#[derive(Clone, Debug, Serialize)]
pub struct Again {
    /// How.
    pub method: String,
    /// The language in which the text was read.
    pub language: String,
    /// The interpreter's name.
    pub interpreter: Option<Shown>,
    /// The witness's name.
    pub witness: Option<Shown>,
}

/// `ihala consent list`.
#[derive(Clone, Debug, Serialize)]
pub struct Consents {
    /// One page.
    pub consents: Vec<Consent>,
    /// Hand this back as `after` for the next page.
    pub next: Option<String>,
}

/// What one recipient may receive.
#[derive(Clone, Debug, Serialize)]
pub struct Grant {
    /// The recipient.
    pub recipient: AgencyName,
    /// The fields.
    pub fields: Vec<FieldName>,
}

/// `ihala consent withdraw`: what will happen, or what was done.
#[derive(Clone, Debug, Serialize)]
pub struct Withdrawal {
    /// The consent.
    pub consent: String,
    /// Whether it was done; otherwise this is what would be.
    pub done: bool,
    /// Whether data is destroyed, or only sharing ends.
    pub erase: bool,
    /// What to read to the person, in their language.
    pub text: String,
    /// Agencies that get an order, by the referral through which the data reached them.
    pub orders: Vec<Order>,
    /// What happens here.
    pub here: Vec<String>,
}

/// An order to one agency.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// The referral.
    pub referral: String,
    /// The agency.
    pub agency: AgencyName,
    /// `stop` or `erase`.
    pub order: &'static str,
    /// Agencies that have it from that one, and are told by it.
    pub further: Vec<AgencyName>,
    /// Why not more than that.
    pub remark: String,
}

/// `ihala refer`.
#[derive(Clone, Debug, Serialize)]
pub struct Referred {
    /// Whether this was a trial only.
    pub dry_run: bool,
    /// One per receiver.
    pub referrals: Vec<ReferredTo>,
}

/// One referral that was made.
#[derive(Clone, Debug, Serialize)]
pub struct ReferredTo {
    /// Its id; none in a trial.
    pub id: Option<String>,
    /// The receiver.
    pub to: AgencyName,
    /// What goes.
    pub sent: Vec<FieldName>,
    /// What goes only after the receiver has accepted.
    pub later: Vec<FieldName>,
    /// What is withheld, and why.
    pub withheld: Vec<Withheld>,
    /// Whether the receiver has no node: nothing goes by itself.
    pub on_paper: bool,
    /// Its number.
    pub phone: Option<String>,
    /// What people should know.
    pub warnings: Vec<String>,
}

/// A field that does not go.
#[derive(Clone, Debug, Serialize)]
pub struct Withheld {
    /// The field.
    #[serde(flatten)]
    pub field: FieldName,
    /// Why.
    pub problem: Problem,
}

/// Which way a referral goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// To us.
    In,
    /// From us.
    Out,
}

/// `ihala audit verify`.
#[derive(Clone, Debug, Serialize)]
pub struct AuditReport {
    /// Whether everything fits.
    pub ok: bool,
    /// Leaves of the tree.
    pub leaves: u64,
    /// Head of the tree.
    pub head: String,
    /// Referrals whose chains were folded again.
    pub referrals: u64,
    /// Signatures verified.
    pub signatures: u64,
    /// What does not fit, one line each; at most 100.
    pub findings: Vec<String>,
}
