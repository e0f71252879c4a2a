//! What a node answers to envelopes, one after another (`spec/delivery.md`, Receiving).

use ihala_engine::{Answer as Told, Command};
use ihala_envelope::{Timestamp, Unverified, cbor};
use ihala_protocol::{Profile, Receipt, RefusalNotice, Reply, armor};
use serde::{Deserialize, Serialize};

use super::envelope::open;
use super::{Hex, ReceiveSecretOf, VectorError, same};
use crate::bench::{Bench, Keys};

/// A node, and what it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// `node`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// What must come of the last envelope: `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// What the node starts with.
    pub given: Given,
    /// The envelopes, in the order in which they come.
    pub script: Vec<Script>,
    /// What the node holds at the end.
    pub referrals: Vec<Referral>,
}

/// What a node starts with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// Seed of its identity key (RFC 8032 §5.1.5).
    pub identity: Hex,
    /// The identity key that its second card would have.
    pub next: Hex,
    /// The only receive secret that it holds.
    pub receive: ReceiveSecretOf,
    /// When it took in what follows, in seconds since 1970.
    pub at: u64,
    /// Card files on its trust list, without their armour.
    pub trusted: Vec<Hex>,
    /// Card files that it knows, and that were taken off the trust list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub distrusted: Vec<Hex>,
    /// Protocol files, without their armour.
    pub protocols: Vec<Hex>,
}

/// One envelope, and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// When it comes, in seconds since 1970.
    pub at: u64,
    /// What it is.
    pub comment: String,
    /// The envelope.
    pub envelope: Hex,
    /// What is answered.
    pub answer: Answer,
    /// The reply, byte for byte.
    pub reply: Hex,
}

/// What a reply says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// `receipt`, `refusal`, `statement` or `not-stored`.
    pub reply: String,
    /// The rule that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

/// What a node holds of a referral.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Referral {
    /// Its id.
    pub referral: String,
    /// FHIR status.
    pub task: String,
    /// Business status.
    pub business: String,
    /// Whether consent was withdrawn.
    pub withdrawn: bool,
    /// Paths of the fields that it holds.
    pub fields: Vec<String>,
}

impl Answer {
    /// What a reply says.
    pub fn of(reply: &[u8]) -> Option<Self> {
        let rule = |sign1: &[u8]| {
            let body = Unverified::parse(sign1)?;
            let receipt = cbor::from_slice::<Receipt>(body.unverified_payload());
            let notice = cbor::from_slice::<RefusalNotice>(body.unverified_payload());
            receipt.ok().and_then(|r| r.reduced).or(notice.ok().map(|n| n.rule))
        };
        let (reply, rule) = match cbor::from_slice(reply).ok()? {
            Reply::Receipt(sign1) => ("receipt", rule(&sign1)),
            Reply::Refusal(sign1) => ("refusal", rule(&sign1)),
            Reply::Statement(_) => ("statement", None),
            Reply::NotStored(rule) => ("not-stored", Some(rule)),
        };
        Some(Self { reply: reply.to_owned(), rule })
    }
}

impl Given {
    pub(crate) fn keys(&self) -> Result<Keys, VectorError> {
        Ok(Keys {
            identity: self.identity.array()?,
            next: self.next.array()?,
            receive: self.receive.read()?,
        })
    }

    /// Starts the node.
    ///
    /// # Errors
    /// If it is given what it does not take.
    pub fn start(&self) -> Result<Bench, VectorError> {
        let at = Timestamp(self.at);
        let mut bench = Bench::start(&self.keys()?, "Node", at, 0)?;
        for card in &self.trusted {
            bench.trust(&card.0, at)?;
        }
        for card in &self.distrusted {
            let agency = bench.trust(&card.0, at)?.to_string();
            bench.ask(Command::TrustRemove { agency }, at)?;
        }
        for isp in &self.protocols {
            bench.adopt(&isp.0, at)?;
        }
        Ok(bench)
    }
}

impl Referral {
    /// What a node holds of all its referrals.
    ///
    /// # Errors
    /// If it cannot tell.
    pub fn all(bench: &mut Bench, now: Timestamp) -> Result<Vec<Self>, VectorError> {
        let list =
            Command::List { direction: None, status: None, matter: None, after: None, limit: 100 };
        let (Told::List(list), _) = bench.ask(list, now)? else {
            return Err(VectorError::Differs("no worklist".into()));
        };
        let mut all = Vec::new();
        for row in list.referrals {
            let (Told::Referral(shown), _) =
                bench.ask(Command::Show { referral: row.id.clone() }, now)?
            else {
                return Err(VectorError::Differs("no referral".into()));
            };
            all.push(Self {
                referral: row.id,
                task: row.status.task.name().to_owned(),
                business: row.status.business.to_owned(),
                withdrawn: row.status.withdrawn,
                fields: shown.fields.iter().map(|f| f.field.path.to_owned()).collect(),
            });
        }
        all.sort_by(|a, b| a.referral.cmp(&b.referral));
        Ok(all)
    }
}

impl Node {
    pub(super) fn frames(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(keys) = self.given.keys() else { return Vec::new() };
        let Ok(cards) = keys.cards() else { return Vec::new() };
        let known = self.given.trusted.iter().chain(&self.given.distrusted);
        let profiles: Vec<Profile> = known
            .filter_map(|card| {
                Profile::from_file(armor::encode(armor::CARD, &card.0).as_bytes()).ok()
            })
            .collect();
        let open = |entry: &Script| {
            profiles.iter().find_map(|sender| {
                let (me, card) = (cards.id(), sender.cards().digest());
                let key = sender.cards().identity_key();
                open(&entry.envelope.0, &keys.receive, &me, &card, key).ok()
            })
        };
        let frame = |(i, entry)| Some((format!("/script/{i}/envelope"), open(entry)?.to_stored()));
        self.script.iter().enumerate().filter_map(frame).collect()
    }

    pub(super) fn rules(&self) -> Vec<String> {
        self.script.iter().filter_map(|entry| entry.answer.rule.clone()).collect()
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        let mut bench = self.given.start()?;
        let mut last = (Timestamp(self.given.at), None);
        for (i, entry) in self.script.iter().enumerate() {
            let (reply, _) = bench.receive(&entry.envelope.0, Timestamp(entry.at))?;
            let answer = Answer::of(&reply);
            same(&format!("answer {i}"), &Some(&entry.answer), &answer.as_ref())?;
            same(&format!("reply {i}"), &entry.reply, &Hex(reply))?;
            last = (Timestamp(entry.at), answer);
        }
        let rule = last.1.and_then(|answer| answer.rule);
        same("outcome", &self.expect.as_str(), &rule.as_deref().unwrap_or(super::ACCEPT))?;
        same("referrals", &self.referrals, &Referral::all(&mut bench, last.0)?)
    }
}
