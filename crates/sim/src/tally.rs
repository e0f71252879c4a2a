//! What happened how often: a simulator that never saw a thing has not tested it.

use std::collections::{BTreeMap, BTreeSet};

use ihala_protocol::referral::{
    EventKind, Progress, RECEIVERS, ReceiverState, Role, SENDERS, SenderState, Stage, Withdrawal,
    race,
};
use ihala_protocol::rules;

/// Counts of a run, or of many.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Inputs that engines handled; ticks do not count, nor do questions.
    pub events: u64,
    counts: BTreeMap<(Group, String), u64>,
}

/// What is counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    /// A kind of fault.
    Fault,
    /// A step of the table that took its place.
    Step,
    /// A place of the status table that a referral stood at.
    Row,
    /// A rule by which something was refused.
    Refusal,
    /// A race of two moves.
    Race,
}

/// Faults that a run can meet.
pub(crate) const FAULTS: [&str; 13] = [
    "drop",
    "duplicate",
    "reorder",
    "delay",
    "reply lost",
    "partition",
    "crash",
    "disk failure",
    "lost unsynced writes",
    "clock jump",
    "hostile message",
    "false receipt",
    "replay",
];

/// Rules that agencies of this world can meet. Not among them: what only a person's
/// input file or a damaged card can break, and what the hostile member does not try.
pub(crate) const REFUSALS: [&ihala_envelope::Rule; 34] = [
    &rules::REF_NOT_NOW,
    &rules::REF_WRONG_SIDE,
    &rules::REF_STOPPED,
    &rules::REF_SAFE_CONTACT,
    &rules::REF_EARLY,
    &rules::REF_UNKNOWN,
    &rules::REF_FORM,
    &rules::REF_FORK,
    &rules::REF_CHAIN,
    &rules::REF_TOO_LATE,
    &rules::DEL_EQUIVOCATION,
    &rules::DEL_FORK,
    &rules::DEL_LINK,
    &rules::DEL_FUTURE,
    &rules::DEL_KIND,
    &rules::DEL_WITHHELD,
    &rules::ISP_ENDED,
    &rules::ISP_REPLACED,
    &rules::ISP_NOT_NOW,
    &rules::LOOP,
    &rules::ONWARD_BY_CONSENT,
    &rules::FIELD_BY_ISP,
    &rules::FIELD_BY_CONSENT,
    &rules::AUDIT_REWRITTEN,
    &rules::ISP_UNKNOWN,
    &rules::CONSENT_RECIPIENT,
    &rules::CONSENT_EXPIRED,
    &rules::CONSENT_PURPOSE,
    &rules::REF_HANDOVER,
    &rules::DEL_EXPIRED,
    &rules::LETTER_FORM,
    &rules::NO_CLAUSE,
    &rules::TWO_STAGES,
    &rules::MARKED,
];

impl Tally {
    pub(crate) fn count(&mut self, group: Group, name: impl Into<String>) {
        *self.counts.entry((group, name.into())).or_default() += 1;
    }

    /// Adds another run's counts.
    pub fn add(&mut self, other: &Self) {
        self.events += other.events;
        for (key, count) in &other.counts {
            *self.counts.entry(key.clone()).or_default() += count;
        }
    }

    /// Everything that must have happened at least once.
    fn expected() -> Vec<(Group, String)> {
        let mut all: Vec<(Group, String)> =
            FAULTS.iter().map(|f| (Group::Fault, (*f).to_owned())).collect();
        for kind in EventKind::ALL {
            for role in [Role::Sender, Role::Receiver] {
                if kind.by().allows(role) {
                    all.push((Group::Step, step_name(role, *kind)));
                }
            }
        }
        let stages = Stage::ALL.iter().flat_map(|stage| {
            [Withdrawal::No, Withdrawal::Stopped].map(|withdrawal| SenderState {
                stage: *stage,
                withdrawal,
                ..SenderState::NEW
            })
        });
        let rows: BTreeSet<String> = stages
            .flat_map(|sender| ReceiverState::all().map(move |r| row_name(sender, r)))
            .collect();
        // Who has cancelled at the sender's request has seen that request.
        let can_be = |row: &String| row != "cancelled / requested";
        all.extend(rows.into_iter().filter(can_be).map(|row| (Group::Row, row)));
        all.extend(REFUSALS.iter().map(|rule| (Group::Refusal, rule.id.to_owned())));
        for sender in SENDERS {
            for receiver in RECEIVERS.into_iter().filter(|r| race(sender, *r).is_some()) {
                all.push((Group::Race, race_name(sender, receiver)));
            }
        }
        all
    }

    /// What never happened, of all that must.
    pub fn zeros(&self) -> Vec<String> {
        let missing = |key: &(Group, String)| !self.counts.contains_key(key);
        let name = |(group, name): (Group, String)| format!("{group:?}: {name}");
        Self::expected().into_iter().filter(missing).map(name).collect()
    }
}

pub(crate) fn step_name(role: Role, kind: EventKind) -> String {
    format!("{} by the {}", kind.name(), format!("{role:?}").to_lowercase())
}

/// The place of the status table (`spec/referral.md`, Status) for two states.
pub(crate) fn row_name(sender: SenderState, receiver: ReceiverState) -> String {
    let promised = matches!(receiver.progress, Progress::Accepted | Progress::InProgress);
    let hold = if promised && receiver.on_hold { ", on hold" } else { "" };
    let column = match sender.stage {
        _ if sender.withdrawal != Withdrawal::No || receiver.stopped => "consent withdrawn",
        Stage::EnteredInError => "entered in error",
        Stage::CancelRequested if receiver.cancel_refused => "cancellation refused",
        Stage::CancelRequested => "cancellation requested",
        Stage::Requested => "requested",
    };
    format!("{}{hold} / {column}", receiver.progress.name())
}

pub(crate) fn race_name(sender: EventKind, receiver: EventKind) -> String {
    format!("{} against {}", sender.name(), receiver.name())
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for group in [Group::Fault, Group::Step, Group::Row, Group::Refusal, Group::Race] {
            writeln!(f, "{group:?}")?;
            for ((_, name), count) in self.counts.iter().filter(|((g, _), _)| *g == group) {
                writeln!(f, "{count:>12}  {name}")?;
            }
        }
        write!(f, "{} engine events", self.events)
    }
}
