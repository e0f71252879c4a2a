//! What may depend on what, and that every rule stands in the specification.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::process::Command;

use ihala_tests::repository;

/// Names of all crates that a package is built with.
fn dependencies(package: &str) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "-p", package, "-e", "normal", "--prefix", "none"])
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
    ] {
        let found = dependencies(package);
        assert!(found.iter().any(|d| d == package));
        for crate_name in forbidden {
            assert!(!found.iter().any(|d| d == crate_name), "{package} depends on {crate_name}");
        }
    }
}

#[test]
fn every_rule_stands_in_the_specification() {
    let mut spec = String::new();
    for file in std::fs::read_dir(repository().join("spec")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_some_and(|e| e == "md") {
            spec.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    let rules = ihala_envelope::rule::ALL.iter().chain(ihala_protocol::rules::ALL);
    for rule in rules {
        let bold = format!("**{}**", rule.id);
        assert!(spec.contains(&bold), "{} is not defined in spec/", rule.id);
    }
}
