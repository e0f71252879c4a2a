//! Known-answer tests: each names the public vector that it reproduces.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "tests read and write vector files")]

use std::path::Path;

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::{HkdfSha256, Kdf, KdfShake256};
use hpke::kem::{X25519HkdfSha256, XWing};
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use ihala_envelope::cbor;
use ihala_envelope::encrypt0::Encrypt0;
use ihala_envelope::{IdentityKey, Kid, ReceiveSecret, Suite};
use serde::Deserialize;
use serde::de::DeserializeOwned;

fn load<T: DeserializeOwned>(file: &str) -> T {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/vectors/primitives").join(file);
    let text = std::fs::read_to_string(&path).expect("vector file is part of the repository");
    serde_json::from_str(&text).expect("vector file is of the form its test expects")
}

fn hex(text: &str) -> Vec<u8> {
    data_encoding::HEXLOWER_PERMISSIVE.decode(text.as_bytes()).expect("hexadecimal digits")
}

#[derive(Deserialize)]
struct HpkeVector {
    info: String,
    ikm_e: String,
    ikm_r: String,
    secret: String,
    public: String,
    encapsulated: String,
    encryptions: Vec<Encryption>,
    exports: Vec<Export>,
}

#[derive(Deserialize)]
struct Encryption {
    aad: String,
    pt: String,
    ct: String,
}

#[derive(Deserialize)]
struct Export {
    exporter_context: String,
    #[serde(rename = "L")]
    len: usize,
    exported_value: String,
}

/// Gives out the vector's randomness in place of the system's.
struct Fixed(std::vec::IntoIter<u8>);

impl rand_core::TryRng for Fixed {
    type Error = std::convert::Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        unreachable!("key encapsulation asks for bytes only")
    }
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        unreachable!("key encapsulation asks for bytes only")
    }
    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), Self::Error> {
        out.fill_with(|| self.0.next().expect("the vector has enough randomness"));
        Ok(())
    }
}
impl rand_core::TryCryptoRng for Fixed {}

fn reproduce<K: Kem, D: Kdf>(vector: &HpkeVector) {
    let (_, public) = K::derive_keypair(&hex(&vector.ikm_r));
    assert_eq!(public.to_bytes().to_vec(), hex(&vector.public), "key pair from its seed");
    // The library clamps X25519 secrets early, so secrets compare by what they open.
    let secret = K::PrivateKey::from_bytes(&hex(&vector.secret)).unwrap();
    assert_eq!(K::sk_to_pk(&secret).to_bytes().to_vec(), hex(&vector.public), "published secret");

    let mut rng = Fixed(hex(&vector.ikm_e).into_iter());
    let info = hex(&vector.info);
    let (encapsulated, mut sender) = hpke::setup_sender_with_rng::<ChaCha20Poly1305, D, K>(
        &OpModeS::Base,
        &public,
        &info,
        &mut rng,
    )
    .unwrap();
    assert_eq!(encapsulated.to_bytes().to_vec(), hex(&vector.encapsulated), "encapsulated key");
    let mut receiver = hpke::setup_receiver::<ChaCha20Poly1305, D, K>(
        &OpModeR::Base,
        &secret,
        &K::EncappedKey::from_bytes(&hex(&vector.encapsulated)).unwrap(),
        &info,
    )
    .unwrap();
    assert!(!vector.encryptions.is_empty());
    for step in &vector.encryptions {
        let (plaintext, aad) = (hex(&step.pt), hex(&step.aad));
        assert_eq!(sender.seal(&plaintext, &aad).unwrap(), hex(&step.ct));
        assert_eq!(receiver.open(&hex(&step.ct), &aad).unwrap(), plaintext);
    }
    for export in &vector.exports {
        let mut out = vec![0; export.len];
        receiver.export(&hex(&export.exporter_context), &mut out).unwrap();
        assert_eq!(out, hex(&export.exported_value));
    }
}

/// RFC 9180 vectors: mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0003 — the primitive under HPKE-4.
#[test]
fn rfc9180_x25519_sha256_chacha20poly1305() {
    reproduce::<X25519HkdfSha256, HkdfSha256>(&load("hpke-x25519.json"));
}

/// HPKE post-quantum draft vectors: KEM 0x647a, KDF 0x0011 — the primitive under HPKE-9.
#[test]
fn hpke_pq_draft_xwing_shake256() {
    reproduce::<XWing, KdfShake256>(&load("hpke-xwing.json"));
}

#[derive(Deserialize)]
struct Encrypt0Vector {
    public: String,
    secret: String,
    external_aad: String,
    info: String,
    encrypt0: String,
}

fn open_published(file: &str, suite: Suite) -> Vec<u8> {
    let vector: Encrypt0Vector = load(file);
    let secret = <[u8; 32]>::try_from(hex(&vector.secret)).unwrap();
    let key = ReceiveSecret::from_parts(Kid([0; 8]), suite, secret);
    assert_eq!(key.public().public(), hex(&vector.public));
    let bytes = hex(&vector.encrypt0);
    let parsed = Encrypt0::parse(&bytes).expect("the published bytes have the draft's form");
    parsed.open(&key, &hex(&vector.info), &hex(&vector.external_aad)).expect("opens")
}

/// draft-ietf-cose-hpke, "HPKE-4 Encrypt0 with default aad and default info".
#[test]
fn cose_hpke_draft_hpke_4() {
    assert_eq!(open_published("cose-hpke-4.json", Suite::Hpke4), b"hpke test payload");
}

/// COSE-HPKE post-quantum companion draft, "HPKE-9".
#[test]
fn cose_hpke_pq_draft_hpke_9() {
    let plaintext = open_published("cose-hpke-9.json", Suite::Hpke9);
    let text = String::from_utf8(plaintext).unwrap();
    assert!(text.starts_with("You can trust us to stick with you through thick and thin"));
    assert!(text.ends_with("We are your friends, Frodo."));
}

#[derive(Deserialize)]
struct Ed25519Vectors {
    tests: Vec<Ed25519Test>,
}

#[derive(Deserialize)]
struct Ed25519Test {
    id: u32,
    comment: String,
    public: String,
    message: String,
    signature: String,
    valid: bool,
}

/// Wycheproof v1, `eddsa_verify_schema`, Ed25519: all 151 cases.
#[test]
fn wycheproof_ed25519() {
    let vectors: Ed25519Vectors = load("ed25519-wycheproof.json");
    assert_eq!(vectors.tests.len(), 151);
    for test in &vectors.tests {
        let key = <&[u8; 32]>::try_from(hex(&test.public).as_slice())
            .ok()
            .and_then(IdentityKey::from_bytes);
        let accepted =
            key.is_some_and(|key| key.verify(&hex(&test.message), &hex(&test.signature)));
        assert_eq!(accepted, test.valid, "case {}: {}", test.id, test.comment);
    }
}

#[derive(Deserialize)]
struct CborVectors {
    items: Vec<CborItem>,
}

#[derive(Deserialize)]
struct CborItem {
    hex: String,
    diagnostic: String,
    expect: String,
}

/// RFC 8949 appendix A: only the deterministic items of our profile are accepted.
#[test]
fn rfc8949_appendix_a() {
    let vectors: CborVectors = load("cbor-rfc8949.json");
    assert_eq!(vectors.items.len(), 82);
    for item in &vectors.items {
        let accepted = cbor::check(&hex(&item.hex)).is_ok();
        assert_eq!(accepted, item.expect == "accept", "{}: {}", item.hex, item.diagnostic);
    }
}

#[test]
fn no_file_is_left_unread() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/vectors/primitives");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let read = [
        "cbor-rfc8949.json",
        "cose-hpke-4.json",
        "cose-hpke-9.json",
        "ed25519-wycheproof.json",
        "hpke-x25519.json",
        "hpke-xwing.json",
    ];
    assert_eq!(names, read);
}
