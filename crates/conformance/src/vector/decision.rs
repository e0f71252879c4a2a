//! What may be shared: the decision of both ends (`spec/consent.md`, The decision).

use std::collections::BTreeMap;

use ihala_envelope::{AgencyId, Refusal, Timestamp, cbor};
use ihala_protocol::FieldId;
use ihala_protocol::consent::Scope;
use ihala_protocol::policy::{self, Disclosure, Permit, Question};
use ihala_protocol::{Form, Isp, leak, limits};
use serde::{Deserialize, Serialize};

use super::document::bad_setting;
use super::{Hex, VectorError, outcome, same};

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// `decision`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// Who asks.
    pub end: End,
    /// How much of the form is asked about.
    pub stage: Stage,
    /// The agency that refers.
    pub sender: Hex,
    /// The agency that is asked.
    pub recipient: Hex,
    /// The form: at the sender as filled in, at the receiver as received so far.
    pub form: Hex,
    /// The protocol's bytes.
    pub isp: Hex,
    /// The scope of the consent; `null` asks what the protocol alone lets go.
    pub scope: Option<Hex>,
    /// When, in seconds since 1970.
    pub at: u64,
    /// What goes, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permitted: Option<Permitted>,
}

/// The end at which the decision is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "said above")]
pub enum End {
    Sender,
    Receiver,
}

/// How much of a form is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The sender's question: as many stages as the protocol demands.
    AsRequired,
    /// All in one.
    One,
    /// The first of two.
    First,
    /// The second of two, after the accept.
    Second,
}

/// What goes, what follows and what does not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permitted {
    /// Ids of the fields that go now.
    pub fields: Vec<FieldId>,
    /// Ids of the fields that follow after the accept.
    pub later: Vec<FieldId>,
    /// Whether it goes in two stages.
    pub two_stages: bool,
    /// Fields that do not go, with the rule that holds each back.
    pub withheld: BTreeMap<FieldId, String>,
    /// Whether notes may be written.
    pub notes: bool,
    /// Whether times of appointments may be told.
    pub appointments: bool,
}

impl Permitted {
    /// What a permit says.
    pub fn of(permit: &Permit) -> Self {
        Self {
            fields: permit.fields.clone(),
            later: permit.later.clone(),
            two_stages: permit.two_stages,
            withheld: permit.withheld.iter().map(|(id, r)| (*id, r.id.to_owned())).collect(),
            notes: permit.notes,
            appointments: permit.appointments,
        }
    }
}

impl Decision {
    pub(super) fn rules(&self) -> Vec<String> {
        self.permitted.iter().flat_map(|p| p.withheld.values().cloned()).collect()
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        let lost = |what: &str| VectorError::NotUnderstood(format!("{what} has not its form"));
        let form: Form = cbor::from_slice(&self.form.0).map_err(|_| lost("form"))?;
        let scope = |bytes: &Hex| cbor::from_slice::<Scope>(&bytes.0).map_err(|_| lost("scope"));
        let scope = self.scope.as_ref().map(scope).transpose()?;
        let isp = Isp::from_bytes(&self.isp.0).map_err(|refusal| bad_setting(&refusal))?;
        let (sender, recipient) =
            (AgencyId(self.sender.array()?), AgencyId(self.recipient.array()?));
        let question = Question {
            sender: &sender,
            recipient: &recipient,
            form: &form,
            disclosure: match self.stage {
                Stage::AsRequired => Disclosure::AsRequired,
                Stage::One => Disclosure::OneStage,
                Stage::First => Disclosure::First,
                Stage::Second => Disclosure::Second,
            },
            isp: &isp,
            consent: scope.as_ref(),
            now: Timestamp(self.at),
            skew: match self.end {
                End::Sender => 0,
                End::Receiver => limits::CLOCK_SKEW,
            },
        };
        let permit = outcome(&self.expect, self.decide(&question))?;
        same("permitted", &self.permitted, &permit.as_ref().map(Permitted::of))
    }

    fn decide(&self, question: &Question<'_>) -> Result<Permit, Refusal> {
        let permit = policy::decide(question)?;
        match self.end {
            End::Sender => leak::check(question.form, &permit.all_fields(), question.isp)?,
            End::Receiver => permit.whole()?,
        }
        Ok(permit)
    }
}
