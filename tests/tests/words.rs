//! What people are told: the same in four languages, and nothing that is told has no words.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ihala_protocol::deadline::Clock;
use ihala_protocol::referral::{EventKind, TaskStatus};
use ihala_tests::repository;

/// The crates that speak: sources, words, and the functions that take a key.
const SPEAKERS: [(&str, &[&str]); 3] = [
    ("protocol", &["sentence("]),
    ("crates/engine", &["say(", "told("]),
    ("node", &["say(", "sentence("]),
];

fn words(of: &str, language: &str) -> BTreeMap<String, String> {
    let file = repository().join(of).join(format!("data/{language}.ftl"));
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &str| line.split_once(" = ").map(|(k, w)| (k.to_owned(), w.to_owned()));
    lines.filter_map(entry).collect()
}

fn sources(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            all.push_str(&sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    all
}

/// The pieces between ` and `.
fn typed(words: &str) -> BTreeSet<&str> {
    words.split('`').skip(1).step_by(2).collect()
}

#[test]
fn what_is_told_has_words_and_words_are_told() {
    for (of, functions) in SPEAKERS {
        let (english, source) = (words(of, "en"), sources(&repository().join(of).join("src")));
        for function in functions {
            for call in source.split(function).skip(1) {
                let Some(key) =
                    call.trim_start().strip_prefix('"').and_then(|c| c.split('"').next())
                else {
                    continue;
                };
                if key.contains(' ') {
                    continue; // A line of the demo's story.
                }
                let known =
                    english.contains_key(key) || english.contains_key(&format!("text-{key}"));
                assert!(known, "{of}: no words for `{key}`");
            }
        }
        if of == "protocol" {
            // Labels, rules and codes are looked up by name: the crate's own test has them.
            continue;
        }
        for key in english.keys() {
            let main = key.strip_suffix("-advice").unwrap_or(key);
            let said = source.contains(&format!("\"{main}\"")) || main.starts_with("exit-");
            assert!(said, "{of}: nobody says `{key}`");
        }
    }
}

#[test]
fn every_status_step_and_clock_has_a_name() {
    let names = words("protocol", "en");
    let named = |kind: &str, name: &str| {
        let key = format!("name-{kind}-{}", name.replace(' ', "-"));
        assert!(names.contains_key(&key), "no words for `{key}`");
    };
    TaskStatus::ALL.iter().for_each(|status| named("task", status.name()));
    EventKind::ALL.iter().for_each(|kind| named("step", kind.name()));
    Clock::ALL.iter().for_each(|clock| named("clock", clock.name()));
}

#[test]
fn what_is_to_be_typed_is_the_same_in_every_language_and_isolated_in_arabic() {
    for (of, _) in SPEAKERS {
        let english = words(of, "en");
        for language in ["tr", "ar", "es"] {
            let translated = words(of, language);
            for (key, words) in &english {
                let other = &translated[key];
                assert_eq!(typed(other), typed(words), "{of}: {key} in {language}");
                if language == "ar" {
                    assert!(is_isolated(other), "{of}: {key} in ar: {other}");
                }
            }
        }
    }
}

/// Whether each piece that is typed stands between FIRST STRONG ISOLATE and POP DIRECTIONAL
/// ISOLATE.
fn is_isolated(words: &str) -> bool {
    let mut depth = 0i32;
    for c in words.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            '`' if depth == 0 => return false,
            _ => {}
        }
    }
    depth == 0
}
