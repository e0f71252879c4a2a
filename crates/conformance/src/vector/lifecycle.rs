//! Which step is possible, and what both sides show (`spec/referral.md`).
//!
//! No keys and no bytes: an event is its author, its step, its place and the place of the
//! other chain that it names. Its digest is that of the text `sender 3`, `receiver 1`.

use ihala_envelope::{AgencyId, ChainHead, Digest, ReferralId, ReferralLink};
use ihala_protocol::Referral;
use ihala_protocol::referral::{Applied, EventKind, Role};
use serde::{Deserialize, Serialize};

use super::{VectorError, same};

/// Walks through the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    /// `lifecycle`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`: each move says what must come of it.
    pub expect: String,
    /// Each starts with no event.
    pub walks: Vec<Walk>,
}

/// Moves, in the order in which they are applied.
pub type Walk = Vec<Move>;

/// One event, and what must come of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// `sender` or `receiver`.
    pub by: String,
    /// The step's name.
    pub step: String,
    /// Its place in its author's chain.
    pub place: u32,
    /// The place of the other chain's newest event that its author had applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<u32>,
    /// `applied`, `held`, `known`, or the ID of the rule that refuses.
    pub outcome: String,
    /// What both show when it has been applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// Moves that came too late, as `sender 3`: told when it has been applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<String>,
}

/// What both sides show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// FHIR status.
    pub task: String,
    /// Business status.
    pub business: String,
    /// Whether the sender is to answer.
    pub waiting_for_sender: bool,
    /// Whether consent was withdrawn.
    pub withdrawn: bool,
}

impl Status {
    /// Of a referral.
    pub fn of(referral: &Referral) -> Self {
        let status = referral.status();
        Self {
            task: status.task.name().to_owned(),
            business: status.business.to_owned(),
            waiting_for_sender: status.waiting_for_sender,
            withdrawn: status.withdrawn,
        }
    }
}

impl Lifecycle {
    pub(super) fn rules(&self) -> Vec<String> {
        let outcomes = self.walks.iter().flatten().map(|m| m.outcome.clone());
        outcomes.filter(|o| o.contains('-')).collect()
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        same("outcome", &self.expect.as_str(), &super::ACCEPT)?;
        if self.walks.is_empty() {
            return Err(VectorError::NotUnderstood("no walk".into()));
        }
        for (number, walk) in self.walks.iter().enumerate() {
            let mut referral = new();
            for (i, planned) in walk.iter().enumerate() {
                let found = take(&mut referral, planned)?;
                same(&format!("walk {number}, move {i}"), planned, &found)?;
            }
        }
        Ok(())
    }
}

/// A referral without events.
pub fn new() -> Referral {
    Referral::new(ReferralId([0; 16]), AgencyId([1; 32]), AgencyId([2; 32]))
}

fn digest(role: Role, place: u32) -> Digest {
    Digest::of(format!("{} {place}", name(role)).as_bytes())
}

const fn name(role: Role) -> &'static str {
    match role {
        Role::Sender => "sender",
        Role::Receiver => "receiver",
    }
}

/// Takes a move; the same one, with what came of it.
///
/// # Errors
/// If it names no side or no step.
pub fn take(referral: &mut Referral, planned: &Move) -> Result<Move, VectorError> {
    let lost = |what: &str| VectorError::NotUnderstood(format!("no such {what}"));
    let role = [Role::Sender, Role::Receiver].into_iter().find(|r| name(*r) == planned.by);
    let role = role.ok_or_else(|| lost("side"))?;
    let kind = EventKind::by_name(&planned.step).ok_or_else(|| lost("step"))?;
    let head = |place: u32| ChainHead { position: place, digest: digest(role.other(), place) };
    let link = ReferralLink {
        referral: referral.id,
        position: planned.place,
        previous: planned.place.checked_sub(1).filter(|p| *p > 0).map(|p| digest(role, p)),
        other: planned.names.map(head),
        step: kind.code(),
    };
    let applied = referral.apply(role, &link, kind, digest(role, planned.place));
    let outcome = match &applied {
        Ok(Applied::Now) => "applied",
        Ok(Applied::Held) => "held",
        Ok(Applied::Known) => "known",
        Err(refusal) => refusal.rule.id,
    };
    let now = matches!(applied, Ok(Applied::Now));
    let late = referral.late_moves().into_iter().map(|(r, place)| format!("{} {place}", name(r)));
    Ok(Move {
        outcome: outcome.to_owned(),
        status: now.then(|| Status::of(referral)),
        late: if now { late.collect() } else { Vec::new() },
        ..planned.clone()
    })
}
