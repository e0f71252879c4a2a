//! `spec/ihala.cddl` against every vector, by our own reader of it. `tests/cddl` holds that
//! reader against one that knows all of CDDL.

use std::collections::BTreeMap;

use ihala_conformance::Tree;

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
