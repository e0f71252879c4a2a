//! What may depend on what, and that every rule stands in the specification.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::process::Command;

use ihala_tests::repository;

/// Names of all crates that a package is built with.
fn dependencies(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "-p", package, "-e", "normal", "--prefix", "none"])
        .current_dir(repository())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().filter_map(|l| l.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn dependencies_point_one_way() {
    for (package, forbidden) in [
        (
            "ihala-envelope",
            &["tokio", "libp2p", "sled", "getrandom", "ihala-protocol", "ihala-store"][..],
        ),
        (
            "ihala-protocol",
            &["tokio", "libp2p", "sled", "getrandom", "ihala-store", "ihala-engine"],
        ),
        ("ihala-store", &["tokio", "libp2p", "ihala-protocol", "ihala-engine"]),
        ("ihala-engine", &["tokio", "libp2p", "ihala-net", "ihala-http"]),
        ("ihala-net", &["sled", "ihala-protocol", "ihala-engine", "ihala-store"]),
        ("ihala-http", &["libp2p", "ihala-net"]),
        // No planted bug is compiled into the node.
        ("ihala", &["ihala-sim"]),
    ] {
        let found = dependencies(package);
        assert!(found.iter().any(|d| d == package));
        for crate_name in forbidden {
            assert!(!found.iter().any(|d| d == crate_name), "{package} depends on {crate_name}");
        }
    }
}

/// The code refuses by the rules that the specification defines, and by no others.
#[test]
fn specification_and_code_name_the_same_rules() {
    let mut defined = BTreeSet::new();
    for file in std::fs::read_dir(repository().join("spec")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "md") {
            let text = std::fs::read_to_string(&path).unwrap();
            // A rule is defined where its ID stands in bold.
            let bold = text.split("**").skip(1).step_by(2).map(str::to_owned);
            for id in bold.filter(|b| is_rule_id(b)) {
                assert!(defined.insert(id.clone()), "{id} is defined twice");
            }
        }
    }
    let rules = ihala_envelope::rule::ALL.iter().chain(ihala_protocol::rules::ALL);
    let used: BTreeSet<String> = rules.map(|r| r.id.to_owned()).collect();
    assert_eq!(used, defined);
}

fn is_rule_id(text: &str) -> bool {
    text.split_once('-').is_some_and(|(prefix, number)| {
        prefix.bytes().all(|b| b.is_ascii_uppercase())
            && number.len() == 2
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}
