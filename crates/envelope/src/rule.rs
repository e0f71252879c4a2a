//! Rules with IDs, and refusals that name them.
//!
//! A refusal is a value. Its sentence is fixed in the rule, never made on the
//! spot, so that no personal data can slip into it.

use std::fmt;

/// Whether the same bytes may be accepted later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// These bytes will never be accepted: the sender must not repeat them.
    Final,
    /// The receiver lacks something that can still arrive: the sender tries again.
    Transient,
}

/// One MUST of the specification.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// The ID as it stands in `spec/`, for example `ENV-07`.
    pub id: &'static str,
    /// What was wrong, as one plain sentence without personal data.
    pub sentence: &'static str,
    /// What a person can do about it.
    pub advice: &'static str,
    /// Whether trying again can help.
    pub finality: Finality,
}

/// A rule was broken; `subject` says at which field, agency or document, in
/// words of the specification and never with a person's data.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The rule.
    pub rule: &'static Rule,
    /// Field name, code or id that the rule was broken for.
    pub subject: Option<String>,
}

impl Refusal {
    /// The same refusal, naming what it was about.
    #[must_use]
    pub fn about(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
}

impl Rule {
    /// The refusal for breaking this rule.
    pub const fn refuse(&'static self) -> Refusal {
        Refusal { rule: self, subject: None }
    }

    /// The refusal for breaking this rule, naming what it was about.
    pub fn refuse_about(&'static self, subject: impl Into<String>) -> Refusal {
        self.refuse().about(subject)
    }
}

impl From<&'static Rule> for Refusal {
    fn from(rule: &'static Rule) -> Self {
        rule.refuse()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule.id, self.rule.sentence)?;
        match &self.subject {
            Some(subject) => write!(f, " ({subject})"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Refusal {}

/// Declares a table of rules: one constant per rule, and `ALL` to look one up.
#[macro_export]
macro_rules! rules {
    ($($name:ident = $id:literal, $finality:ident, $sentence:literal, $advice:literal;)*) => {
        $(
            #[doc = concat!("`", $id, "`: ", $sentence, ".")]
            pub static $name: $crate::Rule = $crate::Rule {
                id: $id,
                sentence: $sentence,
                advice: $advice,
                finality: $crate::Finality::$finality,
            };
        )*
        /// Every rule of this table.
        pub static ALL: &[&$crate::Rule] = &[$(&$name),*];
    };
}

rules! {
    TOO_LONG = "ENV-01", Final, "the envelope is longer than the limit",
        "shorten the texts of the form or the note";
    NOT_AN_ENVELOPE = "ENV-02", Final, "these bytes are not a sealed envelope in the one form allowed",
        "the file or message was damaged on the way: ask for it again";
    UNKNOWN_SUITE = "ENV-03", Final, "the envelope uses an encryption suite that this version does not know",
        "both agencies should run a current version";
    UNKNOWN_KEY = "ENV-04", Transient, "the envelope is sealed to a key that this agency does not hold",
        "nothing to do: the sender is told the current key and seals again";
    CANNOT_OPEN = "ENV-05", Final, "the envelope cannot be opened: it was altered, or sealed for someone else",
        "ask the sender to send it again";
    BAD_FRAME = "ENV-06", Final, "the content of the envelope does not have the one form allowed",
        "the sender's software is faulty: tell its administrator";
    BAD_BODY = "ENV-07", Final, "the signed part of the message does not have the one form allowed",
        "the sender's software is faulty: tell its administrator";
    NOT_FOR_US = "ENV-08", Final, "the message names another recipient",
        "nothing to do: the message is not for this agency";
    BAD_SIGNATURE = "ENV-09", Final, "the signature does not verify",
        "do not trust this message; ask the sender by phone whether they sent it";
    OTHER_CARD = "ENV-10", Transient, "the message was signed under another card of the sender than the one known here",
        "exchange current agency cards";
    COMMITMENT = "ENV-11", Final, "the payload is not the one that the sender signed",
        "do not trust this message; ask the sender by phone whether they sent it";
    HALF_PAYLOAD = "ENV-12", Final, "salt and payload must both be there, or neither",
        "the sender's software is faulty: tell its administrator";
    UNKNOWN_CODEC = "ENV-13", Final, "the payload uses a codec that this version does not know",
        "both agencies should run a current version";
    SUITE_MISMATCH = "ENV-14", Final, "the envelope's suite is not the one of the key it names",
        "the sender's software is faulty: tell its administrator";
}
