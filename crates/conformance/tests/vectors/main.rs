//! Walks `spec/vectors`: every file is understood, does as it says, and has the form that
//! `spec/ihala.cddl` gives its documents.
//!
//! The files are made here, from fixed seeds. When the format changes on purpose,
//! `IHALA_BLESS=1 cargo test -p ihala-conformance --test vectors` writes them anew; the
//! difference is then for a reviewer to read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "tests read and write vector files")]

mod agencies;
mod conversations;
mod decisions;
mod documents;
mod envelope;
mod events;
mod grammar;
mod nodes;
mod recovery;
mod rosters;
mod walks;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use ihala_conformance::vector::lifecycle::{Lifecycle, Walk};
use ihala_conformance::vector::{Letter, Vector};

/// Vectors, by folder and name.
#[derive(Default)]
pub(crate) struct Folder(BTreeMap<String, Vector>);

impl Folder {
    pub(crate) fn put(&mut self, folder: &str, name: &str, vector: Vector) {
        let path = format!("{folder}/{name}.json");
        assert!(self.0.insert(path.clone(), vector).is_none(), "{path} twice");
    }

    /// A letter: its kind, its payload, and what must come of it.
    pub(crate) fn letter(
        &mut self,
        name: &str,
        comment: &str,
        expect: &str,
        kind: u16,
        payload: Vec<u8>,
    ) {
        let vector = Letter {
            vector: "letter".into(),
            comment: comment.into(),
            expect: expect.into(),
            kind,
            payload: payload.into(),
        };
        self.put("letter", name, Vector::Letter(vector));
    }
}

fn made() -> BTreeMap<String, Vector> {
    let mut folder = Folder::default();
    envelope::forge(&mut folder);
    agencies::forge(&mut folder);
    documents::forge(&mut folder);
    events::forge(&mut folder);
    decisions::forge(&mut folder);
    walks::forge(&mut folder);
    nodes::forge(&mut folder);
    rosters::forge(&mut folder);
    conversations::forge(&mut folder);
    recovery::forge(&mut folder);
    folder.0
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../spec/vectors")
}

/// Every file, `primitives` apart: those are others' and are read by `ihala-envelope`.
pub(crate) fn read() -> BTreeMap<String, Vector> {
    let mut all = BTreeMap::new();
    for folder in names(&root()) {
        if folder == "primitives" {
            continue;
        }
        for name in names(&root().join(&folder)) {
            let path = format!("{folder}/{name}");
            let bytes = std::fs::read(root().join(&path)).unwrap();
            let vector = Vector::read(&bytes).unwrap_or_else(|e| panic!("{path}: {e}"));
            all.insert(path, vector);
        }
    }
    all
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn written(vector: &Vector) -> String {
    let Vector::Lifecycle(lifecycle) = vector else {
        return serde_json::to_string_pretty(vector).unwrap() + "\n";
    };
    // One move a line: there are thousands.
    let head = Lifecycle { walks: Vec::new(), ..lifecycle.clone() };
    let head = serde_json::to_string_pretty(&head).unwrap();
    let walk = |walk: &Walk| {
        let moves: Vec<_> = walk.iter().map(|m| serde_json::to_string(m).unwrap()).collect();
        format!("    [\n      {}\n    ]", moves.join(",\n      "))
    };
    let walks: Vec<_> = lifecycle.walks.iter().map(walk).collect();
    let walks = format!("\"walks\": [\n{}\n  ]", walks.join(",\n"));
    head.replace("\"walks\": []", &walks) + "\n"
}

#[test]
fn every_vector_does_as_it_says() {
    let vectors = read();
    let failed: Vec<String> = vectors
        .iter()
        .filter_map(|(path, vector)| Some(format!("{path}: {}", vector.check().err()?)))
        .collect();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let rejects = vectors.values().filter(|v| v.expect() != "accept").count();
    assert!(rejects * 3 > vectors.len() * 2, "mostly rejects: {rejects} of {}", vectors.len());
}

/// A vector that its checker would pass whatever it says is worth nothing.
#[test]
fn a_vector_that_says_something_else_fails() {
    for (path, vector) in read() {
        let mut value = serde_json::to_value(&vector).unwrap();
        let other = if vector.expect() == "accept" { "ENV-01" } else { "accept" };
        value["expect"] = other.into();
        let changed = Vector::read(value.to_string().as_bytes()).unwrap();
        assert!(changed.check().is_err(), "{path} passes as {other}, too");
    }
}

#[test]
fn the_files_are_the_ones_that_the_code_makes() {
    let made = made();
    if std::env::var_os("IHALA_BLESS").is_some() {
        for folder in names(&root()).iter().filter(|f| *f != "primitives") {
            std::fs::remove_dir_all(root().join(folder)).unwrap();
        }
        for (path, vector) in &made {
            let path = root().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, written(vector)).unwrap();
        }
    }
    let found: BTreeSet<String> = read().into_keys().collect();
    assert_eq!(found, made.keys().cloned().collect());
    for (path, vector) in &made {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        assert!(text == written(vector), "{path} is another than the code makes");
    }
}
