//! What a node answers to envelopes, one after another (`spec/delivery.md`, Receiving).

use ihala_engine::{Answer as Told, Command, Input, Output, Step, TrustSet};
use ihala_envelope::{AgencyId, IdentitySecret, ReferralId, Secret, Timestamp, Unverified, cbor};
use ihala_protocol::referral::EventKind;
use ihala_protocol::roster::Bundle;
use ihala_protocol::{Profile, Receipt, RefusalNotice, Reply, armor, trust};
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
    /// Rules of which it warns its people, in the order of their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<String>,
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
    /// Agency ids of those on its trust list that may not refer to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub closed: Vec<Hex>,
    /// Protocol files, without their armour.
    pub protocols: Vec<Hex>,
    /// Where the script has messages of the node's own: the secrets of the first agency that it
    /// trusts, to which they go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peer: Option<Peer>,
}

/// The secrets of an agency that gets messages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peer {
    /// Seed of its identity key.
    pub identity: Hex,
    /// Its receive secret.
    pub receive: ReceiveSecretOf,
}

/// One thing that happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[expect(missing_docs, reason = "said at each")]
pub enum Script {
    Received(Received),
    Own(Own),
    Network(RosterTaken),
}

/// People at the node follow a network, and take its charters and roster in from a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterTaken {
    /// When, in seconds since 1970.
    pub at: u64,
    /// What it is.
    pub comment: String,
    /// The file's bytes, without their armour.
    pub roster: Hex,
}

/// A step that people at the node take: what it has signed then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// When, in seconds since 1970.
    pub at: u64,
    /// What it is.
    pub comment: String,
    /// The referral.
    pub referral: Hex,
    /// The step's name.
    pub step: String,
    /// Name of its reason or outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Paths of the fields that it asks for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Whether it takes on the safe-contact obligations.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub safe_contact: bool,
    /// The message: the array of the frame. Random ids and salts make another node's differ:
    /// take it as signed before, and what follows names it.
    pub frame: Hex,
}

/// One envelope, and its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Received {
    /// When it comes, in seconds since 1970.
    pub at: u64,
    /// What it is.
    pub comment: String,
    /// The envelope, or the question.
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
    /// `receipt`, `refusal`, `statement`, `not-stored` or `profile`.
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
            Reply::Profile(..) => ("profile", None),
            Reply::Roster(..) => ("roster", None),
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
        if at.plus(10 * 366 * 86_400) > Timestamp::MAX {
            return Err(VectorError::NotUnderstood("a time that a node cannot have".into()));
        }
        let mut bench = Bench::start(&self.keys()?, "Node", at, 0)?;
        for card in &self.trusted {
            bench.trust(&card.0, at)?;
        }
        for card in &self.distrusted {
            let agency = bench.trust(&card.0, at)?.to_string();
            bench.ask(Command::TrustRemove { agency }, at)?;
        }
        for agency in &self.closed {
            let agency = AgencyId(agency.array()?).to_string();
            let set = TrustSet { agency, receive: Some(false), ..TrustSet::default() };
            bench.ask(Command::TrustSet(set), at)?;
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
        let open = |entry: &Received| {
            profiles.iter().find_map(|sender| {
                let (me, card) = (cards.id(), sender.cards().digest());
                let key = sender.cards().identity_key();
                open(&entry.envelope.0, &keys.receive, &me, &card, key).ok()
            })
        };
        let frame = |(i, entry): (usize, &Script)| match entry {
            Script::Received(entry) => {
                Some((format!("/script/{i}/envelope"), open(entry)?.to_stored()))
            }
            Script::Own(own) => Some((format!("/script/{i}/frame"), own.frame.0.clone())),
            Script::Network(_) => None,
        };
        self.script.iter().enumerate().filter_map(frame).collect()
    }

    /// The envelopes that come.
    pub fn received(&self) -> impl Iterator<Item = &Received> {
        self.script.iter().filter_map(|entry| match entry {
            Script::Received(received) => Some(received),
            Script::Own(_) | Script::Network(_) => None,
        })
    }

    pub(super) fn rules(&self) -> Vec<String> {
        let answers = self.received().filter_map(|entry| entry.answer.rule.clone());
        answers.chain(self.alarms.clone()).collect()
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        let mut bench = self.given.start()?;
        let mut last = (Timestamp(self.given.at), None);
        for (i, entry) in self.script.iter().enumerate() {
            let entry = match entry {
                Script::Received(received) => received,
                Script::Own(own) => {
                    same(&format!("own {i}"), &own.frame, &own.take(&mut bench, &self.given)?)?;
                    continue;
                }
                Script::Network(taken) => {
                    taken.take(&mut bench)?;
                    continue;
                }
            };
            let (reply, _) = bench.receive(&entry.envelope.0, Timestamp(entry.at))?;
            let answer = Answer::of(&reply);
            same(&format!("answer {i}"), &Some(&entry.answer), &answer.as_ref())?;
            same(&format!("reply {i}"), &entry.reply, &Hex(reply))?;
            last = (Timestamp(entry.at), answer);
        }
        let rule = last.1.and_then(|answer| answer.rule);
        same("outcome", &self.expect.as_str(), &rule.as_deref().unwrap_or(super::ACCEPT))?;
        same("referrals", &self.referrals, &Referral::all(&mut bench, last.0)?)?;
        same("alarms", &self.alarms, &bench.alarms(last.0)?)
    }
}

impl RosterTaken {
    /// Takes it in.
    ///
    /// # Errors
    /// If the node does not take it.
    pub fn take(&self, bench: &mut Bench) -> Result<(), VectorError> {
        let network = Bundle::from_bytes(&self.roster.0).ok().and_then(|bundle| bundle.network());
        let network = network.ok_or_else(|| VectorError::NotUnderstood("no network".into()))?;
        let command = Command::RosterFollow {
            file: armor::encode(armor::ROSTER, &self.roster.0).into_bytes(),
            fingerprint: trust::network_fingerprint(&network),
            name: None,
        };
        bench.ask(command, Timestamp(self.at)).map(drop)
    }
}

impl Own {
    /// Takes the step; the array of the frame that the node sends.
    ///
    /// # Errors
    /// If the node does not take it, or sends nothing.
    pub fn take(&self, bench: &mut Bench, given: &Given) -> Result<Hex, VectorError> {
        let lost = |what: &str| VectorError::NotUnderstood(format!("no {what}"));
        let now = Timestamp(self.at);
        let kind = EventKind::by_name(&self.step).ok_or_else(|| lost("such step"))?;
        let referral = ReferralId(self.referral.array()?).to_string();
        let step = Step {
            code: self.code.clone(),
            fields: self.fields.clone(),
            safe_contact: self.safe_contact,
            ..Step::plain(referral, kind)
        };
        let (_, outputs) = bench.ask(Command::Step(step), now)?;
        let peer = given.peer.as_ref().ok_or_else(|| lost("peer"))?;
        let secret = IdentitySecret::from_seed(&Secret::new(peer.identity.array()?));
        let receive = peer.receive.read()?;
        let card = given.trusted.first().ok_or_else(|| lost("card"))?;
        let file = armor::encode(armor::CARD, &card.0);
        let peer = Profile::from_file(file.as_bytes()).map_err(|r| super::bad_setting(&r))?;
        let (me, keys) = (peer.id(), given.keys()?);
        let own = keys.cards()?;
        let sent = outputs.into_iter().find_map(|output| match output {
            Output::Send { bytes, .. } => Some(bytes),
            _ => None,
        });
        let bytes = sent.ok_or_else(|| VectorError::Differs("nothing is sent".into()))?;
        let message = open(&bytes, &receive, &me, &own.digest(), own.identity_key());
        let message = message.map_err(|refusal| VectorError::Differs(refusal.to_string()))?;
        // The peer confirms it, so that the next one can go.
        let receipt = Receipt {
            message: message.body().id,
            digest: message.digest(),
            by: me,
            card: peer.cards().digest(),
            to: own.id(),
            at: now,
            contiguous: message.body().seq,
            highest: message.body().seq,
            reduced: None,
        };
        let bytes = cbor::to_vec(&Reply::Receipt(receipt.sign(&secret).into()));
        bench.handle(vec![Input::Replied { to: me, message: message.body().id, bytes }], now)?;
        Ok(message.to_stored().into())
    }
}
