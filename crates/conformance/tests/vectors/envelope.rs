//! Makes the envelope vectors: a few honest envelopes, and many that break one rule.
//!
//! Dishonest envelopes are built with the HPKE, Ed25519 and CBOR libraries
//! directly, because our own API cannot make them.

use std::collections::BTreeMap;

use ed25519_dalek::{Signer, SigningKey};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, OpModeS, Serializable};
use ihala_envelope::limits::{BUCKETS, ENVELOPE_MAX};
use ihala_envelope::{
    AgencyId, Body, ChainHead, Digest, Draft, IdentitySecret, Kid, MessageId, NetworkId,
    OpenedMessage, Personal, ReceiveSecret, ReferralId, ReferralLink, RosterRef, Secret, Suite,
    Timestamp, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::data::{Tag, Tagged};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use ihala_conformance::vector::{
    Envelope, EnvelopeBytes, Hex, Message, ReceiveSecretOf, Sender, Vector,
};

use crate::Folder;

const ME: AgencyId = AgencyId([0xbb; 32]);
const SENDER: AgencyId = AgencyId([0xaa; 32]);
const CARD: Digest = Digest([0xca; 32]);
const SEED: [u8; 32] = [7; 32];
const PAYLOAD: &[u8] = b"payloads are opaque at this layer";
const SALT: [u8; 32] = [0x5a; 32];

fn secret(suite: Suite) -> ReceiveSecret {
    ReceiveSecret::from_parts(Kid(*b"epoch--1"), suite, [0x11; 32])
}

fn body() -> Body {
    Body {
        id: MessageId([1; 16]),
        kind: 1,
        sender: SENDER,
        card: CARD,
        recipient: ME,
        network: None,
        seq: 1,
        previous: None,
        link: None,
        created: Timestamp(1_767_225_600),
        expires: None,
        roster: None,
        commitment: commitment(&SALT, PAYLOAD),
    }
}

fn commitment(salt: &[u8], payload: &[u8]) -> Digest {
    Digest::of_parts(&[b"ihala/1 payload", salt, payload])
}

fn full_body() -> Body {
    let link = ReferralLink {
        referral: ReferralId([3; 16]),
        position: 2,
        previous: Some(Digest([4; 32])),
        other: Some(ChainHead { position: 1, digest: Digest([5; 32]) }),
        step: 2,
    };
    Body {
        network: Some(NetworkId([6; 32])),
        seq: 2,
        previous: Some(Digest([2; 32])),
        link: Some(link),
        expires: Some(Timestamp(1_798_761_600)),
        roster: Some(RosterRef { version: 9, digest: Digest([8; 32]) }),
        ..body()
    }
}

/// A `COSE_Sign1` by the sender, every part to choose.
fn sign1(class: &[u8], protected: &[u8], payload: &[u8]) -> Vec<u8> {
    let bytes = |b: &[u8]| ByteVec::from(b.to_vec());
    let to_sign = cbor::to_vec(&("Signature1", bytes(protected), bytes(class), bytes(payload)));
    let signature = SigningKey::from_bytes(&SEED).sign(&to_sign).to_bytes();
    let parts = (bytes(protected), BTreeMap::<u8, u8>::new(), bytes(payload), bytes(&signature));
    cbor::to_vec(&Tagged::<18, _>::new(parts))
}

const ALG_ED25519: &[u8] = &[0xa1, 0x01, 0x32];

fn signed(body: &Body) -> Vec<u8> {
    sign1(b"ihala/1 message", ALG_ED25519, &cbor::to_vec(body))
}

fn frame(codec: u8, sign1: &[u8], salt: Option<&[u8]>, payload: Option<&[u8]>) -> Vec<u8> {
    let bytes = |b: &[u8]| ByteVec::from(b.to_vec());
    cbor::to_vec(&(codec, bytes(sign1), salt.map(bytes), payload.map(bytes)))
}

fn pad(mut frame: Vec<u8>) -> Vec<u8> {
    let bucket = BUCKETS.iter().find(|b| frame.len() <= **b).unwrap();
    frame.resize(*bucket, 0);
    frame
}

fn honest_frame(body: &Body) -> Vec<u8> {
    pad(frame(0, &signed(body), Some(&SALT), Some(PAYLOAD)))
}

/// The outer layer, every part to choose.
struct Outer {
    tag: u64,
    alg: i64,
    kid: Vec<u8>,
    protect_kid: bool,
    recipient: AgencyId,
}

impl Default for Outer {
    fn default() -> Self {
        Self { tag: 16, alg: 42, kid: b"epoch--1".to_vec(), protect_kid: true, recipient: ME }
    }
}

impl Outer {
    /// Seals `plaintext` with HPKE-4, whatever `alg` says.
    fn seal(&self, plaintext: &[u8]) -> Vec<u8> {
        let bytes = |b: &[u8]| ByteVec::from(b.to_vec());
        let mut protected = minicbor::Encoder::new(Vec::new());
        protected.map(if self.protect_kid { 2 } else { 1 }).unwrap();
        protected.i64(1).unwrap().i64(self.alg).unwrap();
        if self.protect_kid {
            protected.i64(4).unwrap().bytes(&self.kid).unwrap();
        }
        let protected = protected.into_writer();
        let info = cbor::to_vec(&("ihala/1 seal", self.recipient, bytes(&self.kid), self.alg));
        let aad = cbor::to_vec(&("Encrypt0", bytes(&protected), bytes(b"")));
        let public = secret(Suite::Hpke4).public();
        let (ek, ciphertext) =
            hpke::single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
                &OpModeS::Base,
                &<X25519HkdfSha256 as hpke::Kem>::PublicKey::from_bytes(public.public()).unwrap(),
                &info,
                plaintext,
                &aad,
                &mut ChaCha8Rng::from_seed([9; 32]),
            )
            .unwrap();
        let mut e = minicbor::Encoder::new(Vec::new());
        e.tag(Tag::new(self.tag)).unwrap().array(3).unwrap().bytes(&protected).unwrap();
        if self.protect_kid {
            e.map(1).unwrap();
        } else {
            e.map(2).unwrap().i64(4).unwrap().bytes(&self.kid).unwrap();
        }
        e.i64(-4).unwrap().bytes(&ek.to_bytes()).unwrap().bytes(&ciphertext).unwrap();
        e.into_writer()
    }
}

fn seal(plaintext: &[u8]) -> Vec<u8> {
    Outer::default().seal(plaintext)
}

/// The vectors of this layer.
struct Made<'f>(&'f mut Folder);

impl Made<'_> {
    fn put(
        &mut self,
        name: &str,
        expect: &str,
        comment: &str,
        suite: Suite,
        envelope: EnvelopeBytes,
        message: Option<Message>,
    ) {
        let identity = IdentitySecret::from_seed(&Secret::new(SEED));
        let vector = Envelope {
            vector: "envelope".into(),
            comment: comment.into(),
            expect: expect.into(),
            recipient: ME.0.into(),
            key: ReceiveSecretOf {
                kid: secret(suite).kid().0.into(),
                suite: suite.name().into(),
                secret: [0x11; 32].into(),
            },
            sender: Sender {
                card: CARD.0.into(),
                identity_key: identity.public().as_bytes().into(),
            },
            envelope,
            message,
        };
        self.0.put("envelope", name, Vector::Envelope(vector));
    }

    /// A message made with our own API.
    fn accept(&mut self, name: &str, comment: &str, suite: Suite, body: Body, payload: bool) {
        let identity = IdentitySecret::from_seed(&Secret::new(SEED));
        let mut rng = ChaCha8Rng::from_seed([1; 32]);
        let draft = Draft { body, payload: Personal::new(PAYLOAD.to_vec()) };
        let mut message = draft.sign(&identity, &mut rng).unwrap();
        if !payload {
            message = message.without_payload();
        }
        let envelope = message.seal(&secret(suite).public(), &mut rng).unwrap();
        let envelope = EnvelopeBytes::Hex(envelope.into());
        self.put(name, "accept", comment, suite, envelope, Some(Message::of(&message)));
        let stored = OpenedMessage::from_stored(&message.to_stored()).unwrap();
        assert!(stored.verify(&CARD, &identity.public()).is_ok(), "the stored form verifies too");
    }

    fn refuse(&mut self, rule: &str, name: &str, comment: &str, envelope: &[u8]) {
        let name = format!("{}-{name}", rule.to_lowercase());
        let envelope = EnvelopeBytes::Hex(Hex::from(envelope));
        self.put(&name, rule, comment, Suite::Hpke4, envelope, None);
    }

    fn refuse_body(&mut self, name: &str, comment: &str, body: &Body) {
        self.refuse("ENV-07", name, comment, &seal(&honest_frame(body)));
    }
}

fn flip(mut bytes: Vec<u8>, index_from_end: usize) -> Vec<u8> {
    let index = bytes.len() - 1 - index_from_end;
    bytes[index] ^= 1;
    bytes
}

/// Makes them all.
pub(crate) fn forge(folder: &mut Folder) {
    let mut f = Made(folder);
    let honest = seal(&honest_frame(&body()));

    f.accept("accept-hpke-4", "the smallest message, HPKE-4", Suite::Hpke4, body(), true);
    f.accept("accept-hpke-9", "the smallest message, HPKE-9", Suite::Hpke9, body(), true);
    f.accept("accept-every-field", "every optional field", Suite::Hpke4, full_body(), true);
    f.accept(
        "accept-without-payload",
        "salt and payload withheld: the sequence has no hole",
        Suite::Hpke4,
        full_body(),
        false,
    );
    outer(&mut f, &honest);
    inner(&mut f);
    bodies(&mut f);
    signatures(&mut f);
}

fn outer(f: &mut Made<'_>, honest: &[u8]) {
    f.put(
        "env-01-too-long",
        "ENV-01",
        "one byte over the limit; refused before it is parsed",
        Suite::Hpke4,
        EnvelopeBytes::Zeros { zeros: ENVELOPE_MAX + 1 },
        None,
    );
    f.refuse("ENV-02", "empty", "no bytes at all", b"");
    f.refuse("ENV-02", "truncated", "the last byte is missing", &honest[..honest.len() - 1]);
    f.refuse("ENV-02", "trailing", "one byte more", &[honest, &[0]].concat());
    let untagged = &honest[1..];
    f.refuse("ENV-02", "untagged", "without CBOR tag 16", untagged);
    let tag_96 = Outer { tag: 96, ..Outer::default() }.seal(&honest_frame(&body()));
    f.refuse("ENV-02", "other-tag", "COSE_Encrypt's tag", &tag_96);
    let kid = Outer { protect_kid: false, ..Outer::default() }.seal(&honest_frame(&body()));
    f.refuse("ENV-02", "kid-unprotected", "the key id is not protected", &kid);
    let kid = Outer { kid: vec![1; 7], ..Outer::default() }.seal(&honest_frame(&body()));
    f.refuse("ENV-02", "kid-of-7-bytes", "key ids have 8 bytes", &kid);
    let long_tag = [&[0xd8, 16], untagged].concat();
    f.refuse("ENV-02", "long-tag", "the tag is not in its shortest form", &long_tag);
    let mut indefinite = honest.to_vec();
    indefinite[1] = 0x9f;
    indefinite.push(0xff);
    f.refuse("ENV-02", "indefinite", "an array of indefinite length", &indefinite);
    let alg_9 = Outer { alg: 56, ..Outer::default() }.seal(&honest_frame(&body()));
    f.refuse("ENV-02", "ek-length", "alg 56 with an encapsulated key of 32 bytes", &alg_9);
    let alg_35 = Outer { alg: 35, ..Outer::default() }.seal(&honest_frame(&body()));
    f.refuse("ENV-03", "hpke-0", "alg 35, HPKE-0, is not one of ours", &alg_35);
    let kid = Outer { kid: b"epoch--2".to_vec(), ..Outer::default() };
    f.refuse("ENV-04", "other-kid", "sealed to another key", &kid.seal(&honest_frame(&body())));
    f.refuse("ENV-05", "altered", "one bit of the ciphertext", &flip(honest.to_vec(), 40));
    let ek_from_end = honest.len() - 1 - 30;
    f.refuse("ENV-05", "altered-ek", "one bit of ek", &flip(honest.to_vec(), ek_from_end));
    let other = Outer { recipient: AgencyId([0xcc; 32]), ..Outer::default() };
    f.refuse(
        "ENV-05",
        "other-recipient",
        "sealed with another recipient in info",
        &other.seal(&honest_frame(&body())),
    );
    f.put(
        "env-14-other-suite",
        "ENV-14",
        "HPKE-4 to a key that was published as HPKE-9",
        Suite::Hpke9,
        EnvelopeBytes::Hex(honest.into()),
        None,
    );
}

fn inner(f: &mut Made<'_>) {
    let plain = frame(0, &signed(&body()), Some(&SALT), Some(PAYLOAD));
    let mut dirty = pad(plain.clone());
    *dirty.last_mut().unwrap() = 1;
    f.refuse("ENV-06", "dirty-padding", "a padding byte that is not zero", &seal(&dirty));
    let mut roomy = plain.clone();
    roomy.resize(768, 0);
    f.refuse("ENV-06", "large-bucket", "padded to a larger bucket than needed", &seal(&roomy));
    f.refuse("ENV-06", "no-padding", "not padded", &seal(&plain));
    let extra = cbor::to_vec(&(0u8, ByteVec::from(signed(&body())), (), (), 0u8));
    f.refuse("ENV-06", "fifth-element", "a frame of five elements", &seal(&pad(extra)));
    let untagged = frame(0, &signed(&body())[1..], Some(&SALT), Some(PAYLOAD));
    f.refuse("ENV-06", "sign1-untagged", "Sign1 without its tag", &seal(&pad(untagged)));
    let eddsa = sign1(b"ihala/1 message", &[0xa1, 0x01, 0x27], &cbor::to_vec(&body()));
    let eddsa = frame(0, &eddsa, Some(&SALT), Some(PAYLOAD));
    f.refuse("ENV-06", "alg-eddsa", "alg -8 instead of -19", &seal(&pad(eddsa)));
    let indefinite = sign1(b"ihala/1 message", &[0xbf, 0x01, 0x32, 0xff], &cbor::to_vec(&body()));
    let indefinite = frame(0, &indefinite, Some(&SALT), Some(PAYLOAD));
    f.refuse(
        "ENV-06",
        "sign1-header-form",
        "a protected header that means the same in another encoding",
        &seal(&pad(indefinite)),
    );
    let codec = frame(1, &signed(&body()), Some(&SALT), Some(PAYLOAD));
    f.refuse("ENV-13", "codec-1", "a codec that is not assigned", &seal(&pad(codec)));
    let half = frame(0, &signed(&body()), Some(&SALT), None);
    f.refuse("ENV-12", "salt-alone", "a salt without a payload", &seal(&pad(half)));
    let half = frame(0, &signed(&body()), None, Some(PAYLOAD));
    f.refuse("ENV-12", "payload-alone", "a payload without a salt", &seal(&pad(half)));
}

fn bodies(f: &mut Made<'_>) {
    let link = |position, previous| {
        let link = ReferralLink {
            referral: ReferralId([3; 16]),
            position,
            previous,
            other: None,
            step: 1,
        };
        Body { link: Some(link), ..body() }
    };
    let digest = Some(Digest([2; 32]));
    f.refuse_body("seq-0", "sequences start at 1", &Body { seq: 0, ..body() });
    f.refuse_body("first-with-previous", "", &Body { previous: digest, ..body() });
    f.refuse_body("second-without-previous", "", &Body { seq: 2, ..body() });
    f.refuse_body("position-0", "chains start at 1", &link(0, None));
    f.refuse_body("first-event-with-previous", "", &link(1, digest));
    f.refuse_body("second-event-without-previous", "", &link(2, None));
    let expires = Some(body().created);
    f.refuse_body("expires-at-once", "must expire after it is made", &Body { expires, ..body() });
    let created = Timestamp(Timestamp::MAX.0 + 1);
    f.refuse_body("year-10000", "the last second allowed is in 9999", &Body { created, ..body() });
    f.refuse_body("to-itself", "sender and recipient are one", &Body { sender: ME, ..body() });
    let roster = Some(RosterRef { version: 1, digest: Digest([8; 32]) });
    f.refuse_body("roster-without-network", "", &Body { roster, ..body() });

    let mut unknown = cbor::to_vec(&body());
    unknown[0] += 1;
    unknown.extend([14, 0]);
    let unknown = sign1(b"ihala/1 message", ALG_ED25519, &unknown);
    let unknown = pad(frame(0, &unknown, Some(&SALT), Some(PAYLOAD)));
    f.refuse("ENV-07", "unknown-field", "a field that this version does not know", &seal(&unknown));

    let other = Body { recipient: AgencyId([0xcc; 32]), ..body() };
    f.refuse(
        "ENV-08",
        "forwarded",
        "a message signed for another agency, sealed anew to this one",
        &seal(&honest_frame(&other)),
    );
    let other = Body { card: Digest([0xcb; 32]), ..body() };
    f.refuse("ENV-10", "other-card", "names another card", &seal(&honest_frame(&other)));
}

fn signatures(f: &mut Made<'_>) {
    let good = signed(&body());
    let flipped = pad(frame(0, &flip(good.clone(), 3), Some(&SALT), Some(PAYLOAD)));
    f.refuse("ENV-09", "altered", "one bit of the signature", &seal(&flipped));
    let receipt = sign1(b"ihala/1 receipt", ALG_ED25519, &cbor::to_vec(&body()));
    let receipt = pad(frame(0, &receipt, Some(&SALT), Some(PAYLOAD)));
    f.refuse("ENV-09", "other-class", "signed as a receipt", &seal(&receipt));
    let mut forged = body();
    forged.kind = 2;
    let position = good.len() - 64 - 2 - cbor::to_vec(&body()).len();
    let mut swapped = good.clone();
    swapped.splice(position..position + cbor::to_vec(&forged).len(), cbor::to_vec(&forged));
    let swapped = pad(frame(0, &swapped, Some(&SALT), Some(PAYLOAD)));
    f.refuse("ENV-09", "other-body", "the signature of another body", &seal(&swapped));
    let payload = pad(frame(0, &good, Some(&SALT), Some(b"another payload")));
    f.refuse("ENV-11", "other-payload", "a payload that was not signed", &seal(&payload));
    let salt = pad(frame(0, &good, Some(&[0; 32]), Some(PAYLOAD)));
    f.refuse("ENV-11", "other-salt", "a salt that was not signed", &seal(&salt));
}
