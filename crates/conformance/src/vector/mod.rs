//! The vectors of `spec/vectors`: their formats, and what checks them.
//!
//! Each file says what it is (`vector`), what it shows (`comment`) and what must come of it
//! (`expect`: `accept`, or the ID of the rule that refuses). A file that is not understood
//! to the last member is an error: a vector that is skipped shows nothing.

mod conversation;
mod decision;
mod document;
mod envelope;
mod event;
mod hex;
pub mod lifecycle;
mod node;
mod roster;

pub use conversation::{Agency, Conversation, Key, Known, Observer, Sent, Standing};
pub use decision::{Decision, End, Permitted, Stage};
pub(crate) use document::bad_setting;
pub use document::{
    Card, CardFile, ConsentReceiptFile, Fingerprint, IspFile, ReceivedReply, Statement,
};
pub use envelope::{Envelope, EnvelopeBytes, Message, ReceiveSecretOf, Sender};
pub use event::{Event, Letter};
pub use hex::Hex;
pub use lifecycle::{Lifecycle, Status};
pub use node::{Answer, Given, Node, Own, Peer, Received, Referral, RosterTaken, Script};
pub use roster::{InUse, RosterFile};

use ihala_envelope::Refusal;
use ihala_protocol::Question;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What must come of a vector.
pub const ACCEPT: &str = "accept";

/// One vector, of any kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "each variant is the vector of its name")]
pub enum Vector {
    Envelope(Envelope),
    CardFile(CardFile),
    IspFile(IspFile),
    ConsentReceiptFile(ConsentReceiptFile),
    Fingerprint(Fingerprint),
    Reply(ReceivedReply),
    Event(Event),
    Letter(Letter),
    Decision(Box<Decision>),
    Lifecycle(Lifecycle),
    RosterFile(RosterFile),
    Node(Box<Node>),
    Conversation(Box<Conversation>),
}

/// Why a vector fails.
#[derive(Debug, thiserror::Error)]
pub enum VectorError {
    /// The file is not a vector that this version understands.
    #[error("not understood: {0}")]
    NotUnderstood(String),
    /// It does something else than it says.
    #[error("{0}")]
    Differs(String),
}

impl VectorError {
    fn differs(what: &str, expected: impl std::fmt::Debug, found: impl std::fmt::Debug) -> Self {
        Self::Differs(format!("{what}: expected {expected:?}, found {found:?}"))
    }
}

/// What all vectors have.
#[derive(Deserialize)]
struct Head {
    vector: String,
}

impl Vector {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is not a vector, or has a member that is not known.
    pub fn read(bytes: &[u8]) -> Result<Self, VectorError> {
        let lost = |e: serde_json::Error| VectorError::NotUnderstood(e.to_string());
        let value: Value = serde_json::from_slice(bytes).map_err(lost)?;
        let head: Head = serde_json::from_value(value.clone()).map_err(lost)?;
        let from = value;
        Ok(match head.vector.as_str() {
            "envelope" => Self::Envelope(serde_json::from_value(from).map_err(lost)?),
            "card-file" => Self::CardFile(serde_json::from_value(from).map_err(lost)?),
            "isp-file" => Self::IspFile(serde_json::from_value(from).map_err(lost)?),
            "consent-receipt-file" => {
                Self::ConsentReceiptFile(serde_json::from_value(from).map_err(lost)?)
            }
            "fingerprint" => Self::Fingerprint(serde_json::from_value(from).map_err(lost)?),
            "reply" => Self::Reply(serde_json::from_value(from).map_err(lost)?),
            "event" => Self::Event(serde_json::from_value(from).map_err(lost)?),
            "letter" => Self::Letter(serde_json::from_value(from).map_err(lost)?),
            "decision" => Self::Decision(serde_json::from_value(from).map_err(lost)?),
            "lifecycle" => Self::Lifecycle(serde_json::from_value(from).map_err(lost)?),
            "roster-file" => Self::RosterFile(serde_json::from_value(from).map_err(lost)?),
            "node" => Self::Node(serde_json::from_value(from).map_err(lost)?),
            "conversation" => Self::Conversation(serde_json::from_value(from).map_err(lost)?),
            other => return Err(VectorError::NotUnderstood(format!("a vector of kind {other:?}"))),
        })
    }

    /// What must come of it.
    pub fn expect(&self) -> &str {
        match self {
            Self::Envelope(v) => &v.expect,
            Self::CardFile(v) => &v.expect,
            Self::IspFile(v) => &v.expect,
            Self::ConsentReceiptFile(v) => &v.expect,
            Self::Fingerprint(v) => &v.expect,
            Self::Reply(v) => &v.expect,
            Self::Event(v) => &v.expect,
            Self::Letter(v) => &v.expect,
            Self::Decision(v) => &v.expect,
            Self::Lifecycle(v) => &v.expect,
            Self::RosterFile(v) => &v.expect,
            Self::Node(v) => &v.expect,
            Self::Conversation(v) => &v.expect,
        }
    }

    /// All rules that it shows being applied: what it expects at its end, and on the way.
    pub fn rules(&self) -> Vec<String> {
        let mut rules = vec![self.expect().to_owned()];
        match self {
            Self::Lifecycle(v) => rules.extend(v.rules()),
            Self::Node(v) => rules.extend(v.rules()),
            Self::Conversation(v) => rules.extend(v.rules()),
            Self::Decision(v) => rules.extend(v.rules()),
            _ => {}
        }
        rules.retain(|rule| rule != ACCEPT);
        rules
    }

    /// What stands in its envelopes, as far as its keys open them: a path in the file, and the
    /// array of the frame (`spec/envelope.md`, Plaintext frame).
    pub fn frames(&self) -> Vec<(String, Vec<u8>)> {
        match self {
            Self::Envelope(v) => v.frame().map(|f| ("/envelope".into(), f)).into_iter().collect(),
            Self::Node(v) => v.frames(),
            Self::Conversation(v) => v.frames(),
            _ => Vec::new(),
        }
    }

    /// The documents that it holds and that are accepted, each with its name in
    /// `spec/ihala.cddl`.
    pub fn documents(&self) -> Vec<(&'static str, Vec<u8>)> {
        let accepted = self.expect() == ACCEPT;
        let mut all = match self {
            Self::CardFile(v) if accepted => vec![("card-file", v.file.0.clone())],
            Self::IspFile(v) if accepted => vec![("isp-file", v.file.0.clone())],
            Self::ConsentReceiptFile(v) if accepted => {
                vec![("consent-receipt-file", v.file.0.clone())]
            }
            Self::RosterFile(v) if accepted => vec![("roster-file", v.file.0.clone())],
            Self::Reply(v) if accepted => vec![("reply", v.reply.0.clone())],
            Self::Event(v) if accepted => {
                v.payload.iter().map(|payload| ("event", payload.0.clone())).collect()
            }
            Self::Letter(v) if accepted => vec![("payload", v.payload.0.clone())],
            Self::Decision(v) => {
                let mut all = vec![("form", v.form.0.clone()), ("isp", v.isp.0.clone())];
                all.extend(v.scope.iter().map(|scope| ("scope", scope.0.clone())));
                all
            }
            Self::Node(v) => {
                let mut all: Vec<_> =
                    v.given.trusted.iter().map(|c| ("card-file", c.0.clone())).collect();
                all.extend(v.given.protocols.iter().map(|p| ("isp-file", p.0.clone())));
                for entry in v.received() {
                    match Question::is_asked(&entry.envelope.0) {
                        false => all.push(("envelope", entry.envelope.0.clone())),
                        // One of another form is answered with a rule.
                        true if entry.answer.rule.is_some() => {}
                        true => all.push(("question", entry.envelope.0.clone())),
                    }
                    all.push(("reply", entry.reply.0.clone()));
                }
                all
            }
            Self::Conversation(v) => {
                let sent =
                    |m: &Sent| [("envelope", m.envelope.0.clone()), ("reply", m.reply.0.clone())];
                v.messages.iter().flat_map(sent).collect()
            }
            _ => Vec::new(),
        };
        // What is sealed is looked at, too.
        all.extend(self.frames().into_iter().map(|(_, frame)| ("frame", frame)));
        all
    }

    /// Does what it says, with this implementation.
    ///
    /// # Errors
    /// If anything else comes of it than it says.
    pub fn check(&self) -> Result<(), VectorError> {
        match self {
            Self::Envelope(v) => v.check(),
            Self::CardFile(v) => v.check(),
            Self::IspFile(v) => v.check(),
            Self::ConsentReceiptFile(v) => v.check(),
            Self::Fingerprint(v) => v.check(),
            Self::Reply(v) => v.check(),
            Self::Event(v) => v.check(),
            Self::Letter(v) => v.check(),
            Self::Decision(v) => v.check(),
            Self::Lifecycle(v) => v.check(),
            Self::RosterFile(v) => v.check(),
            Self::Node(v) => v.check(),
            Self::Conversation(v) => v.check(),
        }
    }
}

/// Holds what came of it against what was expected; the value, if it was accepted.
fn outcome<T>(expect: &str, found: Result<T, Refusal>) -> Result<Option<T>, VectorError> {
    let rule = found.as_ref().map_or_else(|refusal| refusal.rule.id, |_| ACCEPT);
    if rule != expect {
        return Err(VectorError::differs("outcome", expect, rule));
    }
    Ok(found.ok())
}

/// Holds a value against what was expected of it.
fn same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: &T,
    found: &T,
) -> Result<(), VectorError> {
    match expected == found {
        true => Ok(()),
        false => Err(VectorError::differs(what, expected, found)),
    }
}
