//! What may depend on what, and that every rule stands in the specification.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use ihala_conformance::vector::Vector;
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
        ("ihala-conformance", &["tokio", "libp2p", "cddl", "ihala-net", "ihala-http"]),
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

/// The rules that the specification defines: their IDs stand in bold, each once.
fn specified() -> BTreeSet<String> {
    let mut defined = BTreeSet::new();
    for path in files(&repository().join("spec"), "md") {
        let text = std::fs::read_to_string(&path).unwrap();
        let bold = text.split("**").skip(1).step_by(2).map(str::to_owned);
        for id in bold.filter(|b| is_rule_id(b)) {
            assert!(defined.insert(id.clone()), "{id} is defined twice");
        }
    }
    defined
}

/// The rules of the code: the ID of each, and the name of its constant.
fn coded() -> BTreeMap<String, String> {
    let tables = ["crates/envelope/src/rule.rs", "protocol/src/rules.rs"];
    let text: String =
        tables.iter().map(|t| std::fs::read_to_string(repository().join(t)).unwrap()).collect();
    let rule = |line: &str| {
        let (name, rest) = line.trim().split_once(" = \"")?;
        let (id, _) = rest.split_once('"')?;
        (is_rule_id(id)).then(|| (id.to_owned(), name.to_owned()))
    };
    text.lines().filter_map(rule).collect()
}

/// Every file below a folder whose name ends so.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found
}

/// Every MUST stands in the specification, at a check in the code, and on a vector or,
/// where bytes cannot show it, in a test that names it.
#[test]
fn every_rule_stands_in_the_specification_at_a_check_and_on_a_vector_or_a_test() {
    let (specified, coded) = (specified(), coded());
    assert_eq!(coded.keys().cloned().collect::<BTreeSet<_>>(), specified);
    let all = ihala_envelope::rule::ALL.iter().chain(ihala_protocol::rules::ALL);
    assert_eq!(all.map(|r| r.id.to_owned()).collect::<BTreeSet<_>>(), specified);

    let mut shown = BTreeSet::new();
    for path in files(&repository().join("spec/vectors"), "json") {
        if path.parent().is_some_and(|folder| folder.ends_with("primitives")) {
            continue;
        }
        let vector = Vector::read(&std::fs::read(&path).unwrap());
        shown.extend(vector.unwrap_or_else(|e| panic!("{}: {e}", path.display())).rules());
    }
    for rule in &shown {
        assert!(specified.contains(rule), "a vector names {rule}, which the specification lacks");
    }
    let folders = ["crates", "node", "protocol", "tests"].map(|f| repository().join(f));
    let sources: Vec<PathBuf> = folders.iter().flat_map(|f| files(f, "rs")).collect();
    let (tests, code): (Vec<_>, Vec<_>) =
        sources.iter().partition(|p| p.components().any(|c| c.as_os_str() == "tests"));
    // The tables themselves check nothing.
    let tables = ["envelope/src/rule.rs", "protocol/src/rules.rs"];
    let code = code.into_iter().filter(|p| !tables.iter().any(|t| p.ends_with(t))).collect();
    let read = |paths: Vec<&PathBuf>| -> String {
        paths.into_iter().map(|p| std::fs::read_to_string(p).unwrap()).collect()
    };
    let (tests, code) = (read(tests), read(code));
    for (id, name) in &coded {
        assert!(refuses_by(&code, name), "nothing refuses by {id}");
        let named = tests.contains(&format!("\"{id}\""));
        assert!(shown.contains(id) || named, "{id} is on no vector, and no test names it");
    }
}

/// Whether the code refuses by the rule of a constant: `NAME.refuse…`, or `&NAME` alone.
fn refuses_by(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let alone = !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let whole = !before.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        whole && (after.starts_with(".refuse") || (alone && before.ends_with('&')))
    })
}

/// Who learns what is shown by tests that exist.
#[test]
fn the_tests_that_the_security_page_names_are_there() {
    let page = std::fs::read_to_string(repository().join("spec/security.md")).unwrap();
    let folders = ["crates", "node", "protocol", "tests"].map(|f| repository().join(f));
    let sources: String = folders
        .iter()
        .flat_map(|f| files(f, "rs"))
        .map(|p| std::fs::read_to_string(p).unwrap())
        .collect();
    let named: BTreeSet<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.contains('_') && !word.contains(' '))
        .collect();
    assert!(named.len() > 15, "{named:?}");
    for test in named {
        assert!(sources.contains(&format!("fn {test}()")), "there is no test {test}");
    }
}

fn is_rule_id(text: &str) -> bool {
    text.split_once('-').is_some_and(|(prefix, number)| {
        prefix.bytes().all(|b| b.is_ascii_uppercase())
            && number.len() == 2
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}
