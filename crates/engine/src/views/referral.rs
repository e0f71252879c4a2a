//! Referrals as caseworkers see them.

use serde::Serialize;

use super::{AgencyName, Direction, FieldName, Problem, Shown, Time, Withheld};

/// `ihala list`.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    /// One page, newest first.
    pub referrals: Vec<Row>,
    /// Hand this back as `after` for the next page.
    pub next: Option<String>,
}

/// One line of the worklist.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// To us or from us.
    pub direction: Direction,
    /// The other agency.
    pub with: AgencyName,
    /// The case code, as the sender wrote it.
    pub case_code: Option<Shown>,
    /// Name of the case type.
    pub case_type: &'static str,
    /// Name of the urgency.
    pub urgency: &'static str,
    /// FHIR status and business status.
    pub status: ihala_protocol::referral::Status,
    /// Why the other node refused a message of ours, if it did.
    pub problem: Option<Problem>,
    /// What should have happened by now.
    pub overdue: Option<Overdue>,
    /// Agencies that have an order to erase and have not answered it.
    pub unanswered: Vec<AgencyName>,
    /// Whom to phone at the other agency.
    pub phone: Option<String>,
    /// Since when the person is to be asked: an agency was told that consent is withdrawn.
    pub ask_person: Option<Time>,
    /// Accepted, but consent or protocol are in the way of telling who the person is.
    pub held_back: bool,
    /// When the sender made it.
    pub created: Time,
    /// When it last changed here.
    pub updated: Time,
}

/// A clock that has run out.
#[derive(Clone, Debug, Serialize)]
pub struct Overdue {
    /// What should have happened.
    pub clock: &'static str,
    /// By when.
    pub since: Time,
    /// Whether a supervisor must see to it.
    pub escalated: bool,
    /// Whom to phone, if the protocol says so.
    pub phone: Option<String>,
}

/// `ihala show`.
#[derive(Clone, Debug, Serialize)]
pub struct Referral {
    /// The line of the worklist.
    #[serde(flatten)]
    pub row: Row,
    /// The fields, as sent or as received.
    pub fields: Vec<FieldValue>,
    /// At the sender: what was withheld.
    pub withheld: Vec<Withheld>,
    /// The consent that the sender holds.
    pub consent: String,
    /// The protocol version that it is judged by.
    pub isp: String,
    /// Both chains, in order of time.
    pub history: Vec<Entry>,
    /// Who holds which fields.
    pub who_knows: Vec<Knows>,
    /// Whether the receiver has no node.
    pub on_paper: bool,
    /// What the receiver could have done next, to be reported when it has.
    pub report_steps: Vec<&'static str>,
    /// Whether identity goes only after the accept.
    pub two_stages: bool,
    /// Whether responsibility moves to the receiver when it accepts.
    pub transfer: bool,
    /// At the receiver: on which legal basis it is kept in spite of an order to erase.
    pub hold: Option<Hold>,
    /// The agency that is responsible for the case as far as this referral goes.
    pub responsible: AgencyName,
    /// The agencies that have handed the request on, the first one first.
    pub handovers: Vec<AgencyName>,
    /// The referral that came in and was referred onward with this one.
    pub continues: Option<String>,
    /// The referrals by which this one was referred onward.
    pub continued_by: Vec<String>,
    /// What became of our orders to stop or to erase.
    pub orders: Vec<OrderState>,
    /// Since when its content is destroyed here.
    pub erased: Option<Time>,
    /// Calls that were recorded here.
    pub calls: Vec<Call>,
    /// When the clocks of what is still to happen run out.
    pub due: Vec<Deadline>,
    /// What people should know before they act.
    pub warnings: Vec<String>,
    /// What this agency can do next.
    pub next_steps: Vec<&'static str>,
}

/// A field with its value.
#[derive(Clone, Debug, Serialize)]
pub struct FieldValue {
    /// The field.
    #[serde(flatten)]
    pub field: FieldName,
    /// Its value, with labels for codes.
    pub value: Shown,
}

/// One event.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// When its author made it.
    pub at: Time,
    /// Its author.
    pub by: AgencyName,
    /// Which step.
    pub step: &'static str,
    /// Name of its reason or outcome.
    pub code: Option<&'static str>,
    /// Label of its reason or outcome.
    pub label: Option<String>,
    /// Its note.
    pub note: Option<Shown>,
    /// The time of an appointment, or until when something is retained.
    pub when: Option<Time>,
    /// Of an erasure: when the last key dies that opens what was captured on its way.
    pub keys_until: Option<Time>,
    /// Of an erasure: when the last backup ends that may hold it.
    pub backups_until: Option<Time>,
    /// The fields that it asks for, or gives.
    pub fields: Vec<FieldName>,
    /// Another agency: where to try instead, or whose answer this is.
    pub agency: Option<AgencyName>,
    /// Its author has no node: it is reported, not signed.
    pub unsigned: bool,
    /// Who told us of it, as long as that is known.
    pub reported: Option<Report>,
    /// The move that crossed it, if it came too late.
    pub too_late: bool,
    /// For our events: `queued`, `delivered`, `refused`.
    pub delivery: Option<&'static str>,
    /// When the other node stored or refused it.
    pub settled: Option<Time>,
    /// Why it was refused or withheld.
    pub problem: Option<Problem>,
}

/// How a step of a receiver without a node came to be known.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Who said it.
    pub said_by: Shown,
    /// How.
    pub how: String,
    /// When.
    pub at: Time,
}

/// A legal basis on which data is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    /// Which one.
    pub basis: String,
    /// Until when.
    pub until: Time,
}

/// What an agency that has the data from us did with our order.
#[derive(Clone, Debug, Serialize)]
pub struct OrderState {
    /// The agency.
    pub agency: AgencyName,
    /// It has no node: its answer is reported, not signed.
    pub reported: bool,
    /// Who says so, if it is not the agency itself.
    pub told_by: Option<AgencyName>,
    /// `stop` or `erase`.
    pub order: &'static str,
    /// What it says; nothing, if it has not answered.
    pub answer: Option<String>,
    /// On which legal basis it keeps what it has.
    pub basis: Option<String>,
    /// Until when.
    pub until: Option<Time>,
    /// When the last secret dies that opens a captured copy, if it has said so.
    pub captured_copies: Option<Time>,
    /// When its last backup expires: none is set yet.
    pub backups: Option<Time>,
}

/// A call about a referral.
#[derive(Clone, Debug, Serialize)]
pub struct Call {
    /// When.
    pub at: Time,
    /// With whom.
    pub with: Shown,
    /// What was said.
    pub said: Option<Shown>,
}

/// When a clock runs out.
#[derive(Clone, Debug, Serialize)]
pub struct Deadline {
    /// What is to happen.
    pub clock: &'static str,
    /// By when.
    pub by: Time,
}

/// What an agency holds of a referral.
#[derive(Clone, Debug, Serialize)]
pub struct Knows {
    /// The agency.
    pub agency: AgencyName,
    /// The fields that it holds.
    pub fields: Vec<String>,
    /// How sure that is.
    pub basis: String,
}

/// `ihala nominations`.
#[derive(Clone, Debug, Serialize)]
pub struct Nominations {
    /// The newest first.
    pub nominations: Vec<Nomination>,
}

/// A service that was nominated for support.
#[derive(Clone, Debug, Serialize)]
pub struct Nomination {
    /// Who nominates it.
    pub by: AgencyName,
    /// Who is told.
    pub to: AgencyName,
    /// When it was, or came.
    pub at: Time,
    /// What is told.
    pub fields: Vec<FieldValue>,
}
