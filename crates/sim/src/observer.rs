//! Someone who sees every message in clear, and judges by the protocol alone: what was
//! sent, what it may not have carried, and to what both chains fold.

use std::collections::{BTreeMap, BTreeSet};

use ihala_envelope::{Digest, MessageId, ReferralId, ReferralLink, SealedEnvelope, cbor};
use ihala_protocol::referral::{Applied, EventKind, Role};
use ihala_protocol::{Referral, Reply, kinds};

use crate::Violation;
use crate::member::Identity;

/// A message that was seen.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) step: Option<(ReferralId, EventKind)>,
    digest: Digest,
}

/// An event of a chain.
#[derive(Clone)]
struct Placed {
    link: ReferralLink,
    kind: EventKind,
    digest: Digest,
    message: MessageId,
}

#[derive(Default)]
pub(crate) struct Observer {
    seen: BTreeMap<MessageId, Seen>,
    /// Events by referral, author and place.
    chains: BTreeMap<ReferralId, BTreeMap<(usize, u32), Placed>>,
    /// Referrals in which an agency may let no payload leave any more.
    stopped: BTreeSet<(usize, ReferralId)>,
    /// The final reply to each message, by its digest.
    answers: BTreeMap<MessageId, Vec<u8>>,
    /// Messages that were refused for good.
    refused: BTreeMap<MessageId, String>,
    /// Tells on standard error what is sent and how it is answered.
    pub(crate) aloud: bool,
}

impl Observer {
    pub(crate) fn stop(&mut self, who: usize, referral: ReferralId) {
        self.stopped.insert((who, referral));
    }

    pub(crate) fn message(&self, id: &MessageId) -> Option<&Seen> {
        self.seen.get(id)
    }

    pub(crate) fn refused_rule(&self, id: &MessageId) -> Option<&str> {
        self.refused.get(id).map(String::as_str)
    }

    /// Looks into an envelope of an honest agency.
    pub(crate) fn sent(
        &mut self,
        from: (usize, &Identity),
        to: &Identity,
        bytes: &[u8],
    ) -> Result<(), Violation> {
        let violation =
            |invariant, detail: &str| Err(Violation { invariant, detail: detail.into() });
        let opened = SealedEnvelope::decode(bytes)
            .and_then(|sealed| sealed.open(&to.receive(), &to.id))
            .and_then(|opened| {
                let card = opened.claimed_card();
                opened.verify(&card, &from.1.secret().public())
            });
        let Ok(message) = opened else {
            return violation("what is sent can be opened", from.1.name);
        };
        let body = message.body();
        let step = body
            .link
            .as_ref()
            .filter(|_| body.kind == kinds::REFERRAL)
            .and_then(|link| EventKind::by_code(link.step).map(|kind| (link.clone(), kind)));
        if self.aloud {
            let what = step.as_ref().map_or_else(
                || format!("letter of kind {}", body.kind),
                |(link, kind)| {
                    format!("{} of {} ({})", kind.name(), link.referral.short(), link.position)
                },
            );
            let bare = if message.payload().is_some() { "" } else { ", bare" };
            eprintln!("    {} to {}: {}: {what}{bare}", from.1.name, to.name, body.seq);
        }
        if let Some((link, kind)) = &step {
            let tells = !matches!(
                kind,
                EventKind::Stopped
                    | EventKind::ReferredOnward
                    | EventKind::ErasureOrdered
                    | EventKind::Erased
                    | EventKind::Retained
                    | EventKind::OnwardErasure
            );
            if tells
                && message.payload().is_some()
                && self.stopped.contains(&(from.0, link.referral))
            {
                let told = format!("{} sent {} with its content", from.1.name, kind.name());
                return violation("no payload leaves after a withdrawal", &told);
            }
            let chain = self.chains.entry(link.referral).or_default();
            let placed = Placed {
                link: link.clone(),
                kind: *kind,
                digest: message.digest(),
                message: body.id,
            };
            let known = chain.entry((from.0, link.position)).or_insert_with(|| placed.clone());
            if known.digest != placed.digest {
                return violation("an honest agency never forks a chain", from.1.name);
            }
        }
        let seen =
            Seen { step: step.map(|(link, kind)| (link.referral, kind)), digest: message.digest() };
        let known = self.seen.entry(body.id).or_insert_with(|| seen.clone());
        if known.digest != seen.digest {
            return violation("one id, one message", from.1.name);
        }
        Ok(())
    }

    /// Looks at the reply to a message. Whatever was final stays the same for ever.
    pub(crate) fn replied(
        &mut self,
        message: &MessageId,
        reply: &[u8],
    ) -> Result<Option<String>, Violation> {
        let decoded: Reply = match cbor::from_slice(reply) {
            Ok(decoded) => decoded,
            Err(_) => {
                return Err(Violation {
                    invariant: "a reply has the form of a reply",
                    detail: String::new(),
                });
            }
        };
        if self.aloud {
            let what = match &decoded {
                Reply::Receipt(_) => "stored".into(),
                Reply::Refusal(sign1) => format!("refused: {}", rule_of(sign1)),
                Reply::NotStored(rule) => format!("not stored: {rule}"),
                Reply::Statement(_) => "another key".into(),
                Reply::Profile(..) | Reply::Roster(..) => "an answer".into(),
            };
            let which = self.seen.get(message).and_then(|s| s.step);
            eprintln!("    {:?} {what}", which.map(|(id, kind)| (id.short(), kind)));
        }
        let is_final = matches!(decoded, Reply::Receipt(_) | Reply::Refusal(_));
        match self.answers.get(message) {
            Some(before) if before != reply => {
                return Err(Violation {
                    invariant: "a message gets the same answer whenever it comes",
                    detail: format!("{:?}", self.seen.get(message).and_then(|s| s.step)),
                });
            }
            None if is_final => {
                self.answers.insert(*message, reply.to_vec());
            }
            _ => {}
        }
        Ok(match decoded {
            Reply::Receipt(_) | Reply::Statement(_) | Reply::Profile(..) | Reply::Roster(..) => {
                None
            }
            Reply::NotStored(rule) => Some(rule),
            Reply::Refusal(sign1) => {
                let rule = rule_of(&sign1);
                self.refused.insert(*message, rule.clone());
                Some(rule)
            }
        })
    }

    /// Whether a message has its final answer.
    pub(crate) fn is_answered(&self, message: &MessageId) -> bool {
        self.answers.contains_key(message)
    }

    /// Folds a referral from everything that was sent; `seen` is shown the states on the way.
    /// Gives the message of its request, too.
    pub(crate) fn fold(
        &self,
        id: ReferralId,
        sender: (usize, &Identity),
        receiver: (usize, &Identity),
        mut seen: impl FnMut(&Referral),
    ) -> Result<(Referral, Option<MessageId>), Violation> {
        let mut referral = Referral::new(id, sender.1.id, receiver.1.id);
        let Some(chain) = self.chains.get(&id) else { return Ok((referral, None)) };
        let request = chain.get(&(sender.0, 1)).map(|placed| placed.message);
        let mut waiting: Vec<(Role, &Placed)> = chain
            .iter()
            .map(|((author, _), placed)| {
                let role = if *author == sender.0 { Role::Sender } else { Role::Receiver };
                (role, placed)
            })
            .collect();
        loop {
            let before = waiting.len();
            waiting.retain(|(role, placed)| {
                let applied = referral.apply(*role, &placed.link, placed.kind, placed.digest);
                let now = matches!(applied, Ok(Applied::Now));
                if now {
                    seen(&referral);
                }
                !now
            });
            if waiting.is_empty() {
                return Ok((referral, request));
            }
            if waiting.len() == before {
                let kinds: Vec<_> = waiting.iter().map(|(_, p)| p.kind.name()).collect();
                return Err(Violation {
                    invariant: "every event that an agency signs can be applied",
                    detail: kinds.join(", "),
                });
            }
        }
    }
}

/// The rule that a refusal names. Who signed it is for its recipient to check.
pub(crate) fn rule_of(sign1: &[u8]) -> String {
    let body = ihala_envelope::Unverified::parse(sign1);
    let notice = body.and_then(|b| {
        cbor::from_slice::<ihala_protocol::RefusalNotice>(b.unverified_payload()).ok()
    });
    notice.map_or_else(|| "?".into(), |n| n.rule)
}
