//! Agencies with fixed keys, and what they sign: also what an honest node would not.

use std::collections::BTreeMap;

use ed25519_dalek::{Signer as _, SigningKey};
use ihala_conformance::bench::Keys;
use ihala_conformance::vector::{Given, Hex, ReceiveSecretOf};
use ihala_envelope::{
    AgencyId, Body, Class, Digest, Draft, IdentitySecret, Kid, MessageId, Personal, ReceiveSecret,
    ReferralId, ReferralLink, Secret, SignedMessage, Suite, Timestamp, TransportId, cbor,
};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::referral::{Answer, Event, EventKind, Request, Supplement};
use ihala_protocol::statement::{Name, PublishedKey, Statement};
use ihala_protocol::{CardChain, Form, Isp, Profile, SignedIsp, kinds};
use minicbor::bytes::ByteVec;
use minicbor::data::Tagged;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// 2026-06-01T00:00:00Z.
pub(crate) const NOW: Timestamp = Timestamp(1_780_272_000);
pub(crate) const DAY: u64 = 86_400;

/// An agency whose keys are made from one byte.
pub(crate) struct Party {
    pub(crate) seed: u8,
    pub(crate) name: &'static str,
    pub(crate) profile: Profile,
}

/// The `COSE_Sign1` of any payload in any class.
pub(crate) fn sign(seed: u8, class: Class, payload: &[u8]) -> Vec<u8> {
    let protected = [0xa1, 0x01, 0x32];
    let aad = class.external_aad();
    let to_sign = cbor::to_vec(&("Signature1", bytes(&protected), bytes(aad), bytes(payload)));
    let signature = SigningKey::from_bytes(&[seed; 32]).sign(&to_sign).to_bytes();
    let parts = (bytes(&protected), BTreeMap::<u8, u8>::new(), bytes(payload), bytes(&signature));
    cbor::to_vec(&Tagged::<18, _>::new(parts))
}

pub(crate) fn secret(seed: u8) -> IdentitySecret {
    IdentitySecret::from_seed(&Secret::new([seed; 32]))
}

/// The seed of the key that an agency's second card has.
pub(crate) const fn next(seed: u8) -> u8 {
    seed ^ 0xff
}

impl Party {
    pub(crate) fn new(name: &'static str, seed: u8) -> Self {
        Self::of_suite(name, seed, Suite::Hpke4)
    }

    pub(crate) fn of_suite(name: &'static str, seed: u8, suite: Suite) -> Self {
        let cards = CardChain::first(&secret(seed), &secret(next(seed)).public());
        let statement = statement(&cards, name, &receive(seed, suite));
        let profile = Profile::sign(cards, &statement, &secret(seed)).unwrap();
        Self { seed, name, profile }
    }

    pub(crate) fn id(&self) -> AgencyId {
        self.profile.id()
    }

    /// The bytes of its card file.
    pub(crate) fn file(&self) -> Vec<u8> {
        cbor::to_vec(&self.profile)
    }

    pub(crate) fn suite(&self) -> Suite {
        self.profile.statement().keys[0].key.suite()
    }

    pub(crate) fn keys(&self) -> Keys {
        Keys {
            identity: [self.seed; 32],
            next: *secret(next(self.seed)).public().as_bytes(),
            receive: receive(self.seed, self.suite()),
        }
    }

    pub(crate) fn receive_secret(&self) -> ReceiveSecretOf {
        let receive = receive(self.seed, self.suite());
        ReceiveSecretOf {
            kid: receive.kid().0.into(),
            suite: receive.suite().name().into(),
            secret: receive.secret().expose().into(),
        }
    }

    /// What a node of this agency starts with.
    pub(crate) fn given(&self, trusted: &[&Self], protocols: &[&SignedIsp]) -> Given {
        Given {
            identity: [self.seed; 32].into(),
            next: secret(next(self.seed)).public().as_bytes().into(),
            receive: self.receive_secret(),
            at: NOW.0 - DAY,
            trusted: trusted.iter().map(|p| p.file().into()).collect(),
            distrusted: Vec::new(),
            closed: Vec::new(),
            protocols: protocols.iter().map(|isp| isp.to_stored().into()).collect(),
            peer: None,
        }
    }
}

pub(crate) fn receive(seed: u8, suite: Suite) -> ReceiveSecret {
    ReceiveSecret::from_parts(Kid([seed; 8]), suite, [seed; 32])
}

/// The peer id of an agency's node: an Ed25519 key as identity multihash.
pub(crate) fn transport(cards: &CardChain) -> TransportId {
    let prefix = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];
    TransportId::new([&prefix[..], &cards.id().0].concat()).unwrap()
}

pub(crate) fn statement(cards: &CardChain, name: &str, key: &ReceiveSecret) -> Statement {
    Statement {
        agency: cards.id(),
        card: cards.digest(),
        seq: 1,
        issued: Timestamp(NOW.0 - 30 * DAY),
        names: vec![Name { lang: "en".into(), text: name.into() }],
        peers: vec![transport(cards)],
        addresses: vec!["/ip4/192.0.2.1/tcp/4717".into()],
        keys: vec![PublishedKey {
            key: key.public(),
            not_before: Timestamp(NOW.0 - 30 * DAY),
            not_after: Timestamp(NOW.0 + 335 * DAY),
            fallback: false,
        }],
        features: None,
    }
}

/// The three agencies of most vectors.
pub(crate) fn centre() -> Party {
    Party::new("Community Centre", 1)
}
pub(crate) fn clinic() -> Party {
    Party::new("Legal Clinic", 2)
}
pub(crate) fn hospital() -> Party {
    Party::new("Hospital", 3)
}

/// A protocol as people write it; `sender` and `receiver` are the names of its parties there.
pub(crate) fn isp_toml(sender: &Party, receiver: &Party) -> String {
    format!(
        r#"isp = "ihala-isp/1"
title = "Legal aid"
version = 1
purposes = ["service-provision"]
valid_from = 2026-01-01
valid_until = 2026-12-31
review = 2026-06-30
overlap_days = 14
retention_days = 365
onward = true
[parties]
"{}" = "{}"
"{}" = "{}"
[[clause]]
label = "legal"
from = "{}"
to = "{}"
case_types = ["legal"]
fields = ["request", "person.name", "person.phone", "background.reason", "feedback"]
single_stage = true
[[clause]]
label = "protection"
from = "any"
to = "any"
case_types = ["protection"]
fields = ["request", "person", "background", "feedback"]
single_stage = false
"#,
        sender.name,
        sender.id(),
        receiver.name,
        receiver.id(),
        sender.name,
        receiver.name,
    )
}

pub(crate) fn bytes(bytes: &[u8]) -> ByteVec {
    ByteVec::from(bytes.to_vec())
}

/// Own fields of every kind.
const OWN: &str = r#"
[[field]]
name = "arrived"
kind = "date"
sensitivity = "case"
label = { en = "Arrived", tr = "Geliş", ar = "الوصول", es = "Llegada" }
[[field]]
name = "leader"
kind = "line"
sensitivity = "identifying"
label = { en = "Leader of the block", tr = "Blok sorumlusu", ar = "مسؤول المبنى", es = "Responsable del bloque" }
[[field]]
name = "needs"
kind = "codes"
sensitivity = "coded"
label = { en = "Needs", tr = "İhtiyaçlar", ar = "الاحتياجات", es = "Necesidades" }
[[field.code]]
id = 1
name = "tent"
label = { en = "Tent", tr = "Çadır", ar = "خيمة", es = "Carpa" }
[[field.code]]
id = 2
name = "heater"
label = { en = "Heater", tr = "Isıtıcı", ar = "مدفأة", es = "Calefactor" }
[[field]]
name = "registration"
kind = "number"
max = 4294967295
sensitivity = "identifying"
label = { en = "Registration number", tr = "Kayıt numarası", ar = "رقم التسجيل", es = "Número de registro" }
[[field]]
name = "remarks"
kind = "text"
sensitivity = "identifying"
label = { en = "Remarks", tr = "Notlar", ar = "ملاحظات", es = "Observaciones" }
[[field]]
name = "section"
kind = "code"
sensitivity = "coded"
label = { en = "Section of the camp", tr = "Kampın bölümü", ar = "قسم المخيم", es = "Sección del campamento" }
[[field.code]]
id = 1
name = "north"
label = { en = "North", tr = "Kuzey", ar = "الشمال", es = "Norte" }
[[field.code]]
id = 2
name = "south"
label = { en = "South", tr = "Güney", ar = "الجنوب", es = "Sur" }
[[field]]
name = "tents"
kind = "number"
max = 50
sensitivity = "case"
label = { en = "Tents", tr = "Çadır sayısı", ar = "عدد الخيام", es = "Carpas" }
[[field]]
name = "urgent_repair"
kind = "flag"
sensitivity = "coded"
label = { en = "Needs repair now", tr = "Hemen onarım gerekli", ar = "تحتاج إصلاحاً فورياً", es = "Necesita reparación ya" }
"#;

/// That protocol with own fields, which its first clause lets go or not.
pub(crate) fn own_isp_toml(sender: &Party, receiver: &Party, listed: bool) -> String {
    let toml = isp_toml(sender, receiver);
    let toml = if listed { toml.replacen("fields = [", "fields = [\"own\", ", 1) } else { toml };
    toml + OWN
}

/// What a form says to them.
pub(crate) const OWN_ANSWERS: &str = r#"[own]
arrived = 2026-03-01
leader = "Umm Salim"
needs = ["heater", "tent"]
registration = 3350104417
remarks = "The stove is broken."
section = "south"
tents = 2
urgent_repair = true
"#;

/// That protocol, signed by both.
pub(crate) fn signed_isp(toml: &str, parties: &[&Party]) -> SignedIsp {
    let mut isp = SignedIsp::new(Isp::from_toml(toml).unwrap());
    for party in parties {
        let card = party.profile.cards().digest();
        isp.sign(party.id(), card, &secret(party.seed), Timestamp(NOW.0 - 2 * DAY)).unwrap();
    }
    isp
}

pub(crate) const LEGAL: &str = r#"form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "legal"
services = ["legal-assistance"]
case_code = "K-1"
[person]
name = "Leyla Example"
[background]
reason = "Needs help with a rental contract."
"#;

pub(crate) fn form(toml: &str) -> Form {
    Form::from_toml(toml).unwrap()
}

/// The ids of fields of the specification.
pub(crate) fn known(ids: &[u16]) -> Vec<FieldId> {
    ids.iter().copied().map(FieldId::Known).collect()
}

/// A scope that covers all fields, `feedback` included.
pub(crate) fn scope(recipient: AgencyId, fields: &[u16]) -> Scope {
    Scope {
        reference: ConsentId([0xc0; 16]),
        recipient,
        purposes: vec![1],
        fields: known(fields),
        valid_from: Timestamp(NOW.0 - 10 * DAY),
        valid_until: Timestamp(NOW.0 + 30 * DAY),
        onward: false,
    }
}

pub(crate) const LEGAL_FIELDS: [u16; 8] = [1, 2, 3, 6, 20, 50, 90, 91];

/// A peer that signs whatever it is told to.
pub(crate) struct Peer {
    pub(crate) party: Party,
    to: Party,
    seq: u64,
    previous: Option<Digest>,
    rng: ChaCha8Rng,
}

impl Peer {
    pub(crate) fn new(party: Party, to: Party) -> Self {
        let rng = ChaCha8Rng::from_seed([party.seed; 32]);
        Self { party, to, seq: 0, previous: None, rng }
    }

    /// An honest request for legal help.
    pub(crate) fn request(&self, isp: &SignedIsp) -> Request {
        Request {
            form: form(LEGAL),
            isp: isp.digest(),
            consent: scope(self.to.id(), &LEGAL_FIELDS),
            two_stages: false,
            transfer: false,
            handover: Handover::first(ServiceRequestId([0x5e; 16]), self.party.id()),
        }
    }

    /// The body of its next message.
    pub(crate) fn body(&self, referral: u8, step: EventKind, at: Timestamp) -> Body {
        let mut id = [self.party.seed; 16];
        id[..8].copy_from_slice(&(self.seq + 1).to_be_bytes());
        Body {
            id: MessageId(id),
            kind: kinds::REFERRAL,
            sender: self.party.id(),
            card: self.party.profile.cards().digest(),
            recipient: self.to.id(),
            network: None,
            seq: self.seq + 1,
            previous: self.previous,
            link: Some(ReferralLink {
                referral: ReferralId([referral; 16]),
                position: 1,
                previous: None,
                other: None,
                step: step.code(),
            }),
            created: at,
            expires: None,
            roster: None,
            commitment: Digest([0; 32]),
        }
    }

    pub(crate) fn sign(&mut self, body: Body, payload: Vec<u8>) -> SignedMessage {
        let draft = Draft { body, payload: Personal::new(payload) };
        let message = draft.sign(&secret(self.party.seed), &mut self.rng).unwrap();
        (self.seq, self.previous) = (message.body().seq, Some(message.digest()));
        message
    }

    pub(crate) fn seal(&mut self, message: &SignedMessage) -> Hex {
        let key = receive(self.to.seed, self.to.suite()).public();
        message.seal(&key, &mut self.rng).unwrap().into()
    }
}

pub(crate) fn requested(request: Request) -> Vec<u8> {
    Event::Requested(Box::new(request)).to_payload().into_inner()
}

pub(crate) fn step(kind: EventKind, answer: Answer) -> Vec<u8> {
    Event::Step(kind, answer).to_payload().into_inner()
}

pub(crate) fn supplied(kind: EventKind, supplement: Supplement) -> Vec<u8> {
    Event::Supplied(kind, Box::new(supplement)).to_payload().into_inner()
}
