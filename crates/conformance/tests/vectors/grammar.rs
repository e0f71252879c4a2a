//! `spec/ihala.cddl` against every vector, by our own reader of it. `tests/cddl` holds that
//! reader against one that knows all of CDDL.

use std::collections::BTreeMap;

use ihala_conformance::Tree;
use ihala_envelope::{Secret, cbor};
use ihala_protocol::backup::{self, Writer};
use minicbor::bytes::ByteVec;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::world::{NOW, Party, next, secret};

#[test]
fn every_document_of_the_vectors_has_the_form_that_the_grammar_gives_it() {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, vector) in crate::read() {
        for (rule, bytes) in vector.documents() {
            assert!(Tree::read(rule, &bytes).is_some(), "{path}: no {rule}");
            *seen.entry(rule).or_default() += 1;
        }
    }
    for rule in [
        "card-file",
        "consent-receipt-file",
        "envelope",
        "event",
        "form",
        "frame",
        "isp",
        "isp-file",
        "payload",
        "reply",
        "roster-file",
        "scope",
    ] {
        assert!(seen.contains_key(rule), "no vector holds a {rule}");
    }
}

/// No vector holds a backup, which is a sequence of documents.
#[test]
fn every_item_of_a_backup_has_the_form_that_the_grammar_gives_it() {
    let agency = Party::new("Legal Clinic", 1);
    let key = backup::key_of(&Secret::new([next(1); 32])).public();
    let mut rng = ChaCha8Rng::from_seed([1; 32]);
    let mut writer =
        Writer::new(&agency.profile, &key, NOW, NOW.plus(86_400), 1, &mut rng).unwrap();
    writer.add(b"key", 7, &[1; 70_000]).unwrap();
    let file = writer.finish(&secret(1)).unwrap();
    let mut d = minicbor::Decoder::new(&file);
    let mut numbers = Vec::new();
    while d.position() < file.len() {
        let start = d.position();
        numbers.push(d.decode::<(u8, ByteVec)>().unwrap().0);
        let item = &file[start..d.position()];
        assert!(Tree::read("backup-item", item).is_some(), "item {}", numbers.len());
    }
    assert_eq!(numbers, [0, 1, 2, 3]);
    let bytes = |bytes: &[u8]| ByteVec::from(bytes.to_vec());
    assert!(Tree::read("backup-entry", &cbor::to_vec(&(bytes(b"key"), 7, bytes(&[1])))).is_some());
    let info = cbor::to_vec(&("ihala/1 backup key", agency.id(), key.kid(), 56));
    assert!(Tree::read("backup-key-info", &info).is_some());
    for wrong in [(1, bytes(&[0; 15])), (4, bytes(&[0; 16]))] {
        assert!(Tree::read("backup-item", &cbor::to_vec(&wrong)).is_none());
    }
}
