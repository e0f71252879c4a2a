//! Walks `spec/vectors/envelope`: every file is understood, and does as it says.
//!
//! The files are made by [`forge`], from fixed seeds. When the format changes on
//! purpose, `IHALA_BLESS=1 cargo test -p ihala-envelope --test vectors` writes
//! them anew; the difference is then for a reviewer to read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "tests read and write vector files")]

mod forge;

use std::collections::BTreeMap;
use std::path::PathBuf;

use ihala_envelope::{
    AgencyId, Digest, IdentityKey, Kid, ReceiveSecret, Refusal, SealedEnvelope, SignedMessage,
    Suite, rule,
};
use serde::{Deserialize, Serialize};

/// One file of `spec/vectors/envelope`.
#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Vector {
    vector: String,
    comment: String,
    /// `accept`, or the ID of the rule that refuses.
    expect: String,
    /// Agency id of the receiver.
    recipient: String,
    key: Key,
    sender: Sender,
    envelope: Envelope,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Key {
    kid: String,
    suite: String,
    secret: String,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Sender {
    card: String,
    identity_key: String,
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(untagged)]
enum Envelope {
    Hex(String),
    Zeros { zeros: usize },
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
struct Message {
    digest: String,
    id: String,
    kind: u16,
    sender: String,
    seq: u64,
    payload: Option<String>,
}

fn hex(text: &str) -> Vec<u8> {
    data_encoding::HEXLOWER.decode(text.as_bytes()).expect("hexadecimal digits")
}

fn receive(vector: &Vector) -> Result<SignedMessage, Refusal> {
    let bytes = match &vector.envelope {
        Envelope::Hex(text) => hex(text),
        Envelope::Zeros { zeros } => vec![0; *zeros],
    };
    let suite = match vector.key.suite.as_str() {
        "HPKE-9" => Suite::Hpke9,
        "HPKE-4" => Suite::Hpke4,
        other => panic!("unknown suite {other}"),
    };
    let kid = Kid::from_hex(&vector.key.kid).unwrap();
    let secret = ReceiveSecret::from_parts(kid, suite, hex(&vector.key.secret).try_into().unwrap());
    let sealed = SealedEnvelope::decode(&bytes)?;
    if sealed.kid() != kid {
        return Err(rule::UNKNOWN_KEY.refuse());
    }
    let opened = sealed.open(&secret, &AgencyId::from_hex(&vector.recipient).unwrap())?;
    let key = <[u8; 32]>::try_from(hex(&vector.sender.identity_key)).unwrap();
    opened.verify(
        &Digest::from_hex(&vector.sender.card).unwrap(),
        &IdentityKey::from_bytes(&key).unwrap(),
    )
}

fn describe(message: &SignedMessage) -> Message {
    Message {
        digest: message.digest().to_string(),
        id: message.body().id.to_string(),
        kind: message.body().kind,
        sender: message.body().sender.to_string(),
        seq: message.body().seq,
        payload: message.payload().map(|p| data_encoding::HEXLOWER.encode(p.expose())),
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../spec/vectors/envelope")
}

fn read_folder() -> BTreeMap<String, Vector> {
    let files = std::fs::read_dir(folder()).expect("the folder is part of the repository");
    files
        .map(|file| {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let vector: Vector = serde_json::from_str(&text)
                .unwrap_or_else(|e| panic!("{} is not understood: {e}", path.display()));
            assert_eq!(vector.vector, "envelope", "{}", path.display());
            (path.file_stem().unwrap().to_string_lossy().into_owned(), vector)
        })
        .collect()
}

#[test]
fn every_vector_does_as_it_says() {
    let vectors = read_folder();
    for (name, vector) in &vectors {
        match receive(vector) {
            Ok(message) => {
                assert_eq!(vector.expect, "accept", "{name} was accepted");
                assert_eq!(vector.message.as_ref(), Some(&describe(&message)), "{name}");
            }
            Err(refusal) => assert_eq!(vector.expect, refusal.rule.id, "{name}: {refusal}"),
        }
    }
    let rejects = vectors.values().filter(|v| v.expect != "accept").count();
    assert!(rejects * 2 > vectors.len(), "mostly rejects");
}

/// What `spec/vectors` may hold; each name is read by a test of its own.
const PRIMITIVES: [&str; 6] = [
    "cbor-rfc8949.json",
    "cose-hpke-4.json",
    "cose-hpke-9.json",
    "ed25519-wycheproof.json",
    "hpke-x25519.json",
    "hpke-xwing.json",
];

#[test]
fn no_vector_is_left_unread() {
    let names = |path: PathBuf| {
        let mut names: Vec<String> = std::fs::read_dir(path)
            .unwrap()
            .map(|f| f.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let root = folder().join("..");
    assert_eq!(names(root.clone()), ["envelope", "primitives"]);
    assert_eq!(names(root.join("primitives")), PRIMITIVES);
}

#[test]
fn every_rule_of_this_layer_has_a_vector() {
    let vectors = read_folder();
    for rule in rule::ALL {
        assert!(vectors.values().any(|v| v.expect == rule.id), "{} has no vector", rule.id);
    }
}

#[test]
fn the_files_are_the_ones_that_the_code_makes() {
    let made = forge::all();
    if std::env::var_os("IHALA_BLESS").is_some() {
        for file in std::fs::read_dir(folder()).unwrap() {
            std::fs::remove_file(file.unwrap().path()).unwrap();
        }
        for (name, vector) in &made {
            let text = serde_json::to_string_pretty(vector).unwrap() + "\n";
            std::fs::write(folder().join(format!("{name}.json")), text).unwrap();
        }
    }
    assert_eq!(read_folder(), made);
}
