//! Whole conversations, with all keys: every message in order, and what both ends show.
//!
//! They are checked as by somebody who holds every key and sees everything that is sent:
//! each message is opened, verified, put in its sequence and in its chain, judged by
//! protocol and consent, and each reply verified.

use std::collections::{BTreeMap, BTreeSet};

use ihala_envelope::{AgencyId, Digest, ReferralId, Refusal, SignedMessage, Timestamp};
use ihala_protocol::FieldId;
use ihala_protocol::isp::Signer;
use ihala_protocol::letter::Letter;
use ihala_protocol::policy::{self, Disclosure, Question};
use ihala_protocol::referral::{Applied, Event, EventKind, Request, Role};
use ihala_protocol::rules::UNKNOWN_AGENCY;
use ihala_protocol::{Form, Isp, Profile, SignedIsp, armor, limits};
use serde::{Deserialize, Serialize};

use super::document::{bad_setting, settles};
use super::{Answer, Hex, ReceiveSecretOf, Status, VectorError, same};
use crate::bench::Keys;

/// A conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// `conversation`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`.
    pub expect: String,
    /// Who talks.
    pub agencies: Vec<Agency>,
    /// The protocol files, without their armour.
    pub protocols: Vec<Hex>,
    /// What is sent, in the order in which it arrives.
    pub messages: Vec<Sent>,
}

/// An agency, with its secrets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its name.
    pub name: String,
    /// Its keys.
    pub key: Key,
    /// Its card file, without the armour.
    pub card: Hex,
}

/// The secrets of an agency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// Seed of its identity key (RFC 8032 §5.1.5).
    pub identity: Hex,
    /// The identity key that its second card would have.
    pub next: Hex,
    /// Its receive secret.
    pub receive: ReceiveSecretOf,
}

/// A message on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// When it arrives, in seconds since 1970.
    pub at: u64,
    /// Its sender, by its place in the list.
    pub from: usize,
    /// Its recipient.
    pub to: usize,
    /// The step that it takes, or the kind of letter.
    pub what: String,
    /// Whether it is without content.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
    /// The envelope.
    pub envelope: Hex,
    /// What is answered.
    pub answer: Answer,
    /// The reply, byte for byte.
    pub reply: Hex,
    /// The reply does not reach the sender.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reply_lost: bool,
    /// How its referral stands now, at both ends.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standing: Vec<Standing>,
}

/// How a referral stands at one end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// At which agency.
    pub agency: usize,
    /// The referral.
    pub referral: Hex,
    /// What is shown.
    pub status: Status,
    /// What the receiver was sent, and has not destroyed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Known>,
}

/// Ids of fields.
pub type Known = Vec<FieldId>;

/// What an agency knows of a referral.
struct Ledger {
    referral: ihala_protocol::Referral,
    request: Option<Request>,
    form: Form,
    destroyed: bool,
}

/// What the observer has seen.
#[derive(Default)]
struct Seen {
    /// Number and digest of the last message from one agency to another.
    sequences: BTreeMap<(usize, usize), (u64, Digest)>,
    /// Messages that have arrived already, with their reply.
    arrived: BTreeMap<Digest, Hex>,
    /// By agency and referral.
    ledgers: BTreeMap<(usize, ReferralId), Ledger>,
}

/// An agency as the observer knows it.
struct Party {
    profile: Profile,
    keys: Keys,
}

impl Conversation {
    pub(super) fn rules(&self) -> Vec<String> {
        self.messages.iter().filter_map(|m| m.answer.rule.clone()).collect()
    }

    pub(super) fn frames(&self) -> Vec<(String, Vec<u8>)> {
        let Ok(observer) = Observer::new(&self.agencies, &self.protocols) else {
            return Vec::new();
        };
        let frame = |(i, sent)| {
            Some((format!("/messages/{i}/envelope"), observer.open(sent).ok()?.to_stored()))
        };
        self.messages.iter().enumerate().filter_map(frame).collect()
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        same("outcome", &self.expect.as_str(), &super::ACCEPT)?;
        if self.messages.is_empty() {
            return Err(VectorError::NotUnderstood("a conversation without messages".into()));
        }
        let mut observer = Observer::new(&self.agencies, &self.protocols)?;
        for (i, sent) in self.messages.iter().enumerate() {
            let found = observer.watch(sent)?;
            same(&format!("message {i}"), sent, &found)?;
        }
        Ok(())
    }
}

/// Somebody who holds every key and sees everything that is sent.
pub struct Observer {
    agencies: Vec<Party>,
    isps: Vec<SignedIsp>,
    seen: Seen,
}

impl Observer {
    /// Before anything was sent.
    ///
    /// # Errors
    /// If a card or a protocol is refused.
    pub fn new(agencies: &[Agency], protocols: &[Hex]) -> Result<Self, VectorError> {
        let mut known = Vec::new();
        for agency in agencies {
            let file = armor::encode(armor::CARD, &agency.card.0);
            let profile =
                Profile::from_file(file.as_bytes()).map_err(|refusal| bad_setting(&refusal))?;
            let keys = Keys {
                identity: agency.key.identity.array()?,
                next: agency.key.next.array()?,
                receive: agency.key.receive.read()?,
            };
            same("agency id", &profile.id(), &keys.cards()?.id())?;
            known.push(Party { profile, keys });
        }
        let mut isps = Vec::new();
        for bytes in protocols {
            let file = armor::encode(armor::ISP, &bytes.0);
            let key_of = |signer: &Signer| {
                let of = known.iter().find(|k| k.profile.id() == signer.agency)?;
                of.profile.cards().key_under(&signer.card).copied()
            };
            isps.push(
                SignedIsp::from_file(file.as_bytes(), key_of)
                    .map_err(|refusal| bad_setting(&refusal))?,
            );
        }
        Ok(Self { agencies: known, isps, seen: Seen::default() })
    }

    /// Looks at what is sent and at its reply; the same, with what is to be read off it.
    ///
    /// # Errors
    /// If a rule is broken that the answer does not name.
    pub fn watch(&mut self, sent: &Sent) -> Result<Sent, VectorError> {
        let message =
            self.open(sent).map_err(|refusal| VectorError::Differs(refusal.to_string()))?;
        let answer = Answer::of(&sent.reply.0);
        let answer = answer.ok_or_else(|| VectorError::Differs("not a reply".into()))?;
        let repeated = self.sequence(sent, &message)?;
        self.check_reply(sent, &message)?;
        let mut found = Sent {
            what: "letter".into(),
            bare: message.payload().is_none(),
            answer: answer.clone(),
            standing: Vec::new(),
            ..sent.clone()
        };
        let body = message.body();
        let Some(link) = &body.link else {
            let payload = message.payload().map(|p| p.expose().as_slice()).unwrap_or_default();
            let read = Letter::read(body.kind, payload);
            read.map_err(|refusal| VectorError::Differs(refusal.to_string()))?;
            found.what = format!("letter of kind {}", body.kind);
            return Ok(found);
        };
        let event = Event::from_payload(link.step, message.payload());
        let event = event.map_err(|refusal| VectorError::Differs(refusal.to_string()))?;
        event.kind().name().clone_into(&mut found.what);
        if answer.reply == "receipt" && !repeated {
            self.judge(sent, &event, link.referral)?;
            self.apply(sent, &message, &event)?;
        }
        if answer.reply == "receipt" {
            for agency in [sent.from, sent.to] {
                found.standing.extend(self.standing(agency, link.referral));
            }
        }
        Ok(found)
    }

    fn open(&self, sent: &Sent) -> Result<SignedMessage, Refusal> {
        let agency = |at: usize| self.agencies.get(at).ok_or(UNKNOWN_AGENCY.refuse());
        let (from, to) = (agency(sent.from)?, agency(sent.to)?);
        let cards = from.profile.cards();
        super::envelope::open(
            &sent.envelope.0,
            &to.keys.receive,
            &to.profile.id(),
            &cards.digest(),
            cards.identity_key(),
        )
    }

    /// Whether it has arrived before; else it must continue its sequence (DEL-02, DEL-03).
    fn sequence(&mut self, sent: &Sent, message: &SignedMessage) -> Result<bool, VectorError> {
        if let Some(reply) = self.seen.arrived.get(&message.digest()) {
            same("the same answer again", reply, &sent.reply)?;
            return Ok(true);
        }
        let key = (sent.from, sent.to);
        let before = self.seen.sequences.get(&key);
        let expected = (before.map_or(1, |b| b.0 + 1), before.map(|b| b.1));
        same("sequence", &expected, &(message.body().seq, message.body().previous))?;
        self.seen.sequences.insert(key, (message.body().seq, message.digest()));
        self.seen.arrived.insert(message.digest(), sent.reply.clone());
        Ok(false)
    }

    fn check_reply(&self, sent: &Sent, message: &SignedMessage) -> Result<(), VectorError> {
        let (from, to) = (&self.agencies[sent.from].profile, &self.agencies[sent.to].profile);
        let (by, card) = (to.id(), to.cards().digest());
        let by = (&by, &card, to.cards().identity_key());
        let about = (message.body().id, message.digest());
        match settles(&sent.reply.0, by, &from.id(), about) {
            Some(_) => Ok(()),
            None => Err(VectorError::Differs("the reply settles nothing (DEL-08)".into())),
        }
    }

    /// What the receiver asks of protocol and consent.
    fn judge(&self, sent: &Sent, event: &Event, id: ReferralId) -> Result<(), VectorError> {
        let ledger = self.seen.ledgers.get(&(sent.to, id));
        let before = ledger.and_then(|l| l.request.as_ref());
        let (request, scope, form, disclosure) = match event {
            Event::Requested(request) => {
                let disclosure = match request.two_stages {
                    true => Disclosure::First,
                    false => Disclosure::OneStage,
                };
                (request.as_ref(), &request.consent, request.form.clone(), disclosure)
            }
            Event::Supplied(kind, supplement) => {
                let (Some(ledger), Some(request)) = (ledger, before) else {
                    return Err(VectorError::Differs("fields of an unknown referral".into()));
                };
                let first = request.two_stages
                    && !ledger.referral.sender_state().released
                    && *kind != EventKind::IdentityReleased;
                let disclosure = match (request.two_stages, first) {
                    (true, true) => Disclosure::First,
                    (true, false) => Disclosure::Second,
                    (false, _) => Disclosure::OneStage,
                };
                (request, &supplement.consent, ledger.form.with(&supplement.form), disclosure)
            }
            Event::Step(..) => return Ok(()),
        };
        let isp = self.isps.iter().find(|isp| isp.digest() == request.isp);
        let isp: &Isp = isp.ok_or_else(|| VectorError::Differs("ISP-04".into()))?.isp();
        let question = Question {
            sender: &self.agencies[sent.from].profile.id(),
            recipient: &self.agencies[sent.to].profile.id(),
            form: &form,
            disclosure,
            isp,
            consent: Some(scope),
            now: Timestamp(sent.at),
            skew: limits::CLOCK_SKEW,
        };
        let judged = policy::decide(&question).and_then(|permit| permit.whole());
        judged.map_err(|refusal| VectorError::Differs(refusal.to_string()))
    }

    /// Puts the event in its place at both ends.
    fn apply(
        &mut self,
        sent: &Sent,
        message: &SignedMessage,
        event: &Event,
    ) -> Result<(), VectorError> {
        let link = message.body().link.as_ref().expect("an event has one");
        let reduced = Answer::of(&sent.reply.0).is_some_and(|answer| answer.rule.is_some());
        for agency in [sent.from, sent.to] {
            let (sender, receiver) = match event {
                Event::Requested(_) => (message.body().sender, message.body().recipient),
                _ => (AgencyId([0; 32]), AgencyId([0; 32])),
            };
            let ledger =
                self.seen.ledgers.entry((agency, link.referral)).or_insert_with(|| Ledger {
                    referral: ihala_protocol::Referral::new(link.referral, sender, receiver),
                    request: None,
                    form: Form::default(),
                    destroyed: false,
                });
            let role = ledger.referral.role_of(&message.body().sender);
            let role = role.ok_or_else(|| VectorError::Differs("REF-03".into()))?;
            let applied = ledger.referral.apply(role, link, event.kind(), message.digest());
            match applied {
                Ok(Applied::Now) => {}
                other => return Err(VectorError::Differs(format!("not applied: {other:?}"))),
            }
            match event {
                Event::Requested(request) => {
                    ledger.form = request.form.clone();
                    ledger.request = Some(request.as_ref().clone());
                }
                // What was destroyed before the rest was stored is known to nobody but its author.
                Event::Supplied(..) if reduced && agency == sent.to => {}
                Event::Supplied(_, supplement) => {
                    ledger.form = ledger.form.with(&supplement.form);
                }
                Event::Step(EventKind::Erased, _) => ledger.destroyed = true,
                Event::Step(..) => {}
            }
        }
        Ok(())
    }

    fn standing(&self, agency: usize, referral: ReferralId) -> Option<Standing> {
        let ledger = self.seen.ledgers.get(&(agency, referral))?;
        let is_receiver =
            ledger.referral.role_of(&self.agencies[agency].profile.id()) == Some(Role::Receiver);
        let known: BTreeSet<FieldId> = ledger.form.ids().collect();
        let known = match ledger.destroyed {
            true => Vec::new(),
            false => known.into_iter().collect(),
        };
        Some(Standing {
            agency,
            referral: referral.0.into(),
            status: Status::of(&ledger.referral),
            known: is_receiver.then_some(known),
        })
    }
}
