//! A member whom the clinic trusts, and who does what it must not.

use ihala_engine::{Answer, Command, Input, Output};
use ihala_envelope::{
    Body, Digest, Draft, MessageId, Personal, ReferralId, ReferralLink, SignedMessage, Timestamp,
    cbor,
};
use ihala_envelope::{IdentitySecret, Secret};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::letter::Checkpoint;
use ihala_protocol::referral::{Answer as Told, Event, EventKind, Request};
use ihala_protocol::{CardChain, Form, Receipt, Reply, kinds};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::Violation;
use crate::observer::rule_of;
use crate::tally::Group;
use crate::template::{self, HOSTILE, VICTIM};
use crate::world::{Envelope, World};

pub(crate) struct Hostile {
    card: Digest,
    seq: u64,
    previous: Option<Digest>,
    /// Its last message that was taken.
    last: Option<SignedMessage>,
    /// An honest-looking referral of its own: its id and the digest of its first event.
    referral: Option<(ReferralId, Digest)>,
    rng: ChaCha8Rng,
}

impl Hostile {
    pub(crate) fn new(seed: u64) -> Self {
        let template = template::get();
        let (seq, previous) = template.hostile_sequence;
        let byte = template.identities[HOSTILE].seed;
        let next = IdentitySecret::from_seed(&Secret::new([byte ^ 0xff; 32])).public();
        let card = CardChain::first(&template.identities[HOSTILE].secret(), &next).digest();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(666);
        Self { card, seq, previous, last: None, referral: None, rng }
    }

    fn random(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.rng.fill_bytes(&mut bytes);
        bytes
    }

    fn body(&mut self, now: Timestamp) -> Body {
        let template = template::get();
        Body {
            id: MessageId(self.random()),
            kind: kinds::REFERRAL,
            sender: template.identities[HOSTILE].id,
            card: self.card,
            recipient: template.identities[VICTIM].id,
            network: None,
            seq: self.seq + 1,
            previous: self.previous,
            link: Some(ReferralLink {
                referral: ReferralId(self.random()),
                position: 1,
                previous: None,
                other: None,
                step: EventKind::Requested.code(),
            }),
            created: now,
            expires: None,
            roster: None,
            commitment: Digest([0; 32]),
        }
    }

    fn request(&mut self) -> Request {
        let template = template::get();
        let (me, victim) = (template.identities[HOSTILE].id, template.identities[VICTIM].id);
        let form = "form = \"inter-agency-referral/1\"\n[request]\nurgency = \"urgent\"\ncase_type = \
                    \"legal\"\nservices = [\"legal-assistance\"]\ncase_code = \"H\"\n[person]\nname = \
                    \"N\"\naddress = \"A\"\n";
        let form = Form::from_toml(form).unwrap();
        Request {
            form: form.only(&[1, 2, 3, 6, 20].map(FieldId::Known)),
            isp: template.isps[5],
            consent: Scope {
                reference: ConsentId(self.random()),
                recipient: victim,
                purposes: vec![1],
                fields: (1..100).map(FieldId::Known).collect(),
                valid_from: Timestamp(0),
                valid_until: Timestamp::MAX,
                onward: false,
            },
            two_stages: false,
            transfer: false,
            handover: Handover::first(ServiceRequestId(self.random()), me),
        }
    }

    fn sign(&mut self, body: Body, payload: Vec<u8>) -> SignedMessage {
        let secret = template::get().identities[HOSTILE].secret();
        Draft { body, payload: Personal::new(payload) }.sign(&secret, &mut self.rng).unwrap()
    }
}

fn payload(event: &Event) -> Vec<u8> {
    event.to_payload().into_inner()
}

/// Kinds of what it does.
const ATTACKS: u8 = 34;

const MEDICAL: &str = "form = \"inter-agency-referral/1\"\n[request]\nurgency = \"urgent\"\n\
    case_type = \"medical\"\nservices = [\"legal-assistance\"]\ncase_code = \"H\"\n";

/// What must come back, for most: a refusal by one of these rules. Whatever its own
/// mistakes before have done to its sequence comes first.
struct Attack {
    message: SignedMessage,
    expected: &'static [&'static str],
}

impl World {
    /// The hostile member does something.
    pub(crate) fn harass(&mut self, kind: u8, which: u16) -> Result<(), Violation> {
        if !self.members[VICTIM].is_up() {
            return Ok(());
        }
        let kind = kind % ATTACKS;
        match kind {
            0 | 1 => return self.throw(vec![kind; usize::from(which % 2_000)]),
            2 | 3 => return self.damage(which),
            4 | 5 => return self.replay_captured(which),
            _ => {}
        }
        let Some(attack) = self.attack(kind) else { return Ok(()) };
        let key = template::get().identities[VICTIM].receive().public();
        let bytes = attack.message.seal(&key, &mut self.hostile.rng).unwrap();
        let Some(reply) = self.hand_over(bytes)? else { return Ok(()) };
        let rule = match cbor::from_slice::<Reply>(&reply) {
            Ok(Reply::Receipt(_)) => None,
            Ok(Reply::Refusal(sign1)) => Some(rule_of(&sign1)),
            Ok(Reply::NotStored(rule)) => Some(rule),
            _ => return Ok(()),
        };
        if let Some(rule) = &rule {
            self.tally.count(Group::Refusal, rule);
        }
        let forks = ["DEL-01", "DEL-02", "DEL-03", "DEL-04", "AUD-02", "ISP-04", "REF-11"];
        let placed = rule.as_deref().is_none_or(|rule| !forks.contains(&rule));
        if placed && attack.message.body().seq == self.hostile.seq + 1 {
            self.hostile.seq += 1;
            self.hostile.previous = Some(attack.message.digest());
            if rule.is_none() && kind == 6 {
                let link = attack.message.body().link.as_ref().expect("a request has one");
                self.hostile.referral = Some((link.referral, attack.message.digest()));
            }
            self.hostile.last = Some(attack.message.clone());
        }
        let lost_place = ["DEL-02", "DEL-03", "DEL-04"];
        let as_expected = match &rule {
            None => attack.expected.is_empty(),
            Some(rule) => {
                attack.expected.is_empty()
                    || attack.expected.contains(&rule.as_str())
                    || lost_place.contains(&rule.as_str())
            }
        };
        if as_expected {
            return Ok(());
        }
        Err(Violation {
            invariant: "what must be refused is refused",
            detail: format!("expected {:?}, got {rule:?}", attack.expected),
        })
    }

    fn attack(&mut self, kind: u8) -> Option<Attack> {
        let now = self.now;
        let hostile = &mut self.hostile;
        let mut body = hostile.body(now);
        let mut request = hostile.request();
        let step = |kind| payload(&Event::Step(kind, Told::default()));
        let whole = |request: Request| payload(&Event::Requested(Box::new(request)));
        let (bytes, expected): (Vec<u8>, &'static [&'static str]) = match kind {
            // An honest request, to have something to spoil.
            6 | 7 => (whole(request), &[]),
            8 => {
                request.form = Form::from_toml(
                    &crate::cases::Case {
                        number: 99_999,
                        origin: 0,
                        need: crate::cases::Need::Legal,
                        agreed: crate::cases::Agreed::All,
                        onward: false,
                        urgency: "urgent",
                    }
                    .form(),
                )
                .unwrap();
                (whole(request), &["POL-04"])
            }
            9 => {
                request.consent.fields = [1, 2, 3, 6].map(FieldId::Known).to_vec();
                (whole(request), &["POL-05"])
            }
            10 => {
                body.id = hostile.last.as_ref()?.body().id;
                body.created = Timestamp(now.0 - 1);
                (whole(request), &["DEL-01"])
            }
            11 => {
                let last = hostile.last.as_ref()?.body();
                (body.seq, body.previous) = (last.seq, last.previous);
                (whole(request), &["DEL-02"])
            }
            12 => {
                body.previous = Some(Digest([9; 32]));
                (whole(request), &["DEL-03"])
            }
            13 | 14 => {
                // A second first event, or one that hangs on nothing.
                let (referral, first) = hostile.referral?;
                let link = body.link.as_mut()?;
                link.referral = referral;
                if kind == 14 {
                    link.position = 2;
                    link.previous = Some(Digest([8; 32]));
                    link.step = EventKind::Nudged.code();
                    (step(EventKind::Nudged), &["REF-07", "REF-06"])
                } else {
                    let _ = first;
                    (whole(request), &["REF-06"])
                }
            }
            15 => {
                body.kind = 900;
                (whole(request), &["DEL-06", "DEL-09"])
            }
            16 => {
                body.created = now.plus(2 * 3_600 + 60 * 3_600);
                (whole(request), &["DEL-04"])
            }
            17 => {
                let link = body.link.as_mut()?;
                link.position = 2;
                link.previous = Some(Digest([7; 32]));
                link.step = EventKind::Nudged.code();
                (step(EventKind::Nudged), &["REF-02", "REF-11"])
            }
            18 => (vec![0x81; 3_000], &["REF-01"]),
            19 => {
                let checkpoint =
                    Checkpoint { size: 0, root: Digest([kind; 32]), since: 0, proof: vec![] };
                let size = u64::from(hostile.random()[0]) + 1;
                body.kind = kinds::AUDIT_CHECKPOINT;
                body.link = None;
                // The first one is taken; every later one starts from nothing again.
                let told = Checkpoint {
                    size,
                    root: Digest(Digest::of(&size.to_be_bytes()).0),
                    ..checkpoint
                };
                (cbor::to_vec(&told), &[])
            }
            20 => {
                request.handover.via.insert(0, template::get().identities[VICTIM].id);
                (whole(request), &["POL-15"])
            }
            21 => {
                request.two_stages = true;
                (whole(request), &["POL-12"])
            }
            22 | 23 => {
                // The other side's step, or one that is not possible now.
                let (referral, first) = hostile.referral?;
                let taken = if kind == 22 { EventKind::Accepted } else { EventKind::Answered };
                body.link = Some(ReferralLink {
                    referral,
                    position: 2,
                    previous: Some(first),
                    other: None,
                    step: taken.code(),
                });
                let bytes = match taken {
                    EventKind::Accepted => step(taken),
                    _ => {
                        let supplement = ihala_protocol::referral::Supplement {
                            form: Form::default(),
                            consent: request.consent,
                            note: None,
                            not_told: None,
                        };
                        payload(&Event::supplied(taken, supplement).ok()?)
                    }
                };
                (bytes, if kind == 22 { &["REF-04"] } else { &["REF-05"] })
            }
            24 => {
                request.isp = Digest([6; 32]);
                (whole(request), &["ISP-04"])
            }
            25 => {
                request.consent.recipient = template::get().identities[HOSTILE].id;
                (whole(request), &["CON-02"])
            }
            26 => {
                request.consent.valid_until = Timestamp(now.0 - 10 * 86_400);
                (whole(request), &["CON-03"])
            }
            27 => {
                request.consent.purposes = vec![2];
                (whole(request), &["CON-04"])
            }
            28 => {
                request.handover.via.push(template::get().identities[0].id);
                (whole(request), &["REF-14"])
            }
            29 => {
                body.created = Timestamp(now.0 - 300 * 3_600);
                body.expires = Some(Timestamp(now.0 - 200 * 3_600));
                (whole(request), &["DEL-05"])
            }
            30 => {
                body.kind = kinds::AUDIT_CHECKPOINT;
                body.link = None;
                (vec![0xa0], &["DEL-09"])
            }
            31 => {
                let mut form = Form::from_toml(MEDICAL).expect("a form");
                std::mem::swap(&mut request.form, &mut form);
                (whole(request), &["POL-02"])
            }
            32 => {
                request.form =
                    Form::from_toml(&MEDICAL.replace("medical", "protection")).expect("a form");
                (whole(request), &["POL-08"])
            }
            33 => {
                let marked = MEDICAL.replace("medical\"", "legal\"\nmarks = [\"gbv\"]");
                request.form = Form::from_toml(&marked).expect("a form");
                (whole(request), &["POL-09"])
            }
            _ => return None,
        };
        Some(Attack { message: self.hostile.sign(body, bytes), expected })
    }

    /// Hands bytes to the victim; its reply, unless its process ended over them.
    fn hand_over(&mut self, bytes: Vec<u8>) -> Result<Option<Vec<u8>>, Violation> {
        self.tally.count(Group::Fault, "hostile message");
        let outputs = self.handle(VICTIM, vec![Input::Received { token: 8, bytes }])?;
        Ok(outputs.into_iter().flatten().find_map(|o| match o {
            Output::Reply { token: 8, bytes } => Some(bytes),
            _ => None,
        }))
    }

    /// It gets a message, and says what is not true or nothing at all: that settles nothing.
    pub(crate) fn lie(&mut self, envelope: &Envelope) -> Result<(), Violation> {
        let Envelope { from, message, .. } = *envelope;
        let to = self.identities[HOSTILE].id;
        let other = MessageId(self.hostile.random());
        let truth = Receipt {
            message,
            digest: Digest([5; 32]),
            by: to,
            card: self.hostile.card,
            to: self.identities[from].id,
            at: self.now,
            contiguous: 1_000,
            highest: 1_000,
            reduced: None,
        };
        let lie = match self.hostile.random()[0] % 5 {
            0 => return self.handle(from, vec![Input::SendFailed { to, message }]).map(drop),
            1 => None,
            // Another message; not the digest of this one; in another's name.
            2 => Some(Receipt { message: other, ..truth }),
            3 => Some(truth),
            _ => Some(Receipt { by: self.identities[from].id, ..truth }),
        };
        let secret = self.identities[HOSTILE].secret();
        let bytes = match lie {
            Some(lie) => cbor::to_vec(&Reply::Receipt(lie.sign(&secret).into())),
            None => self.hostile.random().to_vec(),
        };
        let waiting = self.queued_for_hostile(from);
        self.tally.count(Group::Fault, "false receipt");
        if self.handle(from, vec![Input::Replied { to, message, bytes }])?.is_some()
            && self.queued_for_hostile(from) < waiting
        {
            let detail = self.identities[from].name.to_owned();
            return Err(Violation { invariant: "a false receipt settles nothing", detail });
        }
        Ok(())
    }

    fn queued_for_hostile(&mut self, who: usize) -> usize {
        let hostile = self.identities[HOSTILE].id.to_string();
        let Ok(Answer::Status(status)) = self.ask(who, Command::Status) else { return 0 };
        status.peers.iter().find(|p| p.agency.id == hostile).map_or(0, |p| p.queued)
    }

    fn throw(&mut self, bytes: Vec<u8>) -> Result<(), Violation> {
        self.hand_over(bytes).map(drop)
    }

    /// A captured envelope, with a bit turned over.
    fn damage(&mut self, which: u16) -> Result<(), Violation> {
        let to_victim: Vec<_> = self.wire.iter().filter(|e| e.to == VICTIM).collect();
        let Some(captured) = to_victim.get(usize::from(which) % to_victim.len().max(1)) else {
            return Ok(());
        };
        let mut bytes = captured.bytes.clone();
        let at = usize::from(which) % bytes.len();
        bytes[at] ^= 1;
        self.throw(bytes)
    }

    /// A captured envelope, as it was: it gets the answer that it got.
    fn replay_captured(&mut self, which: u16) -> Result<(), Violation> {
        let to_victim: Vec<_> = self.answered.iter().filter(|e| e.to == VICTIM).cloned().collect();
        let Some(captured) = to_victim.get(usize::from(which) % to_victim.len().max(1)) else {
            return Ok(());
        };
        self.tally.count(Group::Fault, "replay");
        if let Some(reply) = self.hand_over(captured.bytes.clone())? {
            self.observer.replied(&captured.message, &reply)?;
        }
        Ok(())
    }
}
