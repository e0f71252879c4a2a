//! Whoever reads Turkish, Arabic or Spanish reads no English: not in answers, not in errors, not
//! in help.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_tests::{Pair, repository, sample, until};

/// Every English phrase of two words or more, with what it is in a language.
fn phrases(language: &str) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for of in ["protocol/data", "crates/engine/data", "node/data", "node/data/help"] {
        let read = |language: &str| {
            let file = repository().join(of).join(format!("{language}.ftl"));
            let text = std::fs::read_to_string(file).unwrap();
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            let entry = |line: &str| line.split_once(" = ").map(|(_, w)| w.to_owned());
            lines.filter_map(entry).collect::<Vec<_>>()
        };
        all.extend(read("en").into_iter().zip(read(language)));
    }
    all
}

/// The parts of a sentence between what is filled in and what is typed, of two words or more.
fn parts(words: &str) -> Vec<&str> {
    let bare = |part: &str| !part.contains('$') && part.trim().contains(' ') && part.len() > 9;
    let parts = words.split(['{', '}', '`', '\u{2068}', '\u{2069}']);
    parts.map(str::trim).filter(|part| bare(part)).collect()
}

/// What of a text is English although there are other words for it.
fn english_in(text: &str, phrases: &[(String, String)]) -> Vec<String> {
    let mut found = Vec::new();
    for (english, other) in phrases {
        let kept = parts(other);
        found.extend(
            parts(english)
                .into_iter()
                .filter(|part| text.contains(part) && !kept.contains(part))
                .map(str::to_owned),
        );
    }
    found
}

#[test]
fn nobody_is_left_with_english() {
    let pair = Pair::new();
    let form = sample("legal.toml");
    let form = form.to_str().unwrap();
    let consent = pair.consent();
    let id = pair.refer(&consent);
    until("the referral has arrived", || pair.clinic.status_of(&id).is_some());
    pair.clinic.run(&["accept", &id, "--safe-contact"]).ok();
    pair.clinic.run(&["schedule", &id, "--at", "2027-01-31T14:00:00+03:00"]);
    let isp = pair.centre.json(&["isp", "list"])["isps"][0]["id"].as_str().unwrap().to_owned();
    let (draft, slip) =
        (["consent", "draft", form, "--to", "clinic"], ["--complaints", "Ombudsman"]);
    let slip =
        [["consent", "slip"], [&consent, "--phone"], ["+90 555 010", slip[0]], [slip[1], "-q"]];
    let broken = pair.folder.path().join("broken.toml");
    let text = std::fs::read_to_string(form).unwrap();
    std::fs::write(&broken, text.replace("\"urgent\"", "\"soon\"") + "[weather]\nis = 1\n")
        .unwrap();
    let broken = broken.to_str().unwrap();
    let at_centre: &[&[&str]] = &[
        &["list"],
        &["list", "--overdue"],
        &["show", &id],
        &["status"],
        &["consent", "list"],
        &["consent", "show", &consent],
        &["isp", "list"],
        &["isp", "show", &isp],
        &["isp", "explain", form, "--to", "clinic"],
        &draft,
        &slip.concat(),
        &["refer", form, "--to", "clinic", "--consent", &consent, "--dry-run"],
        &["refer", form, "--to", "clinic"],
        &["refer", form, "--to", "nobody", "--consent", &consent],
        &["refer", broken, "--to", "clinic", "--consent", &consent],
        &["form", "list"],
        &["form", "new", "heightened-risk"],
        &["form", "new", "weather"],
        &["form", "check", broken],
        &["card", "show"],
        &["trust", "list"],
        &["receiver", "list"],
        &["nominations"],
        &["audit", "verify"],
        &["show", "ffff"],
        &["show", "x"],
        &["resume", &id],
        &["start", &id],
        &["cancel", &id],
        &["cancel", &id, "--reason", "weather"],
        &["accept", &id],
        &["consent", "withdraw", &consent],
        &["consent", "withdraw", &consent, "--erase"],
        &[],
        &["form"],
        &["form", "help", "new"],
        &["-V"],
        &["frobnicate"],
        &["liste"],
        &["list", "--colour"],
        &["list", "--limit", "many"],
        &["report", &id, "jump", "--said-by", "X", "--how", "phone"],
        &["help", "refer"],
        &["refer", "--help"],
        &["consent", "--help"],
        &["accept", "--help"],
        &["--help"],
    ];
    let at_clinic: &[&[&str]] = &[
        &["list", "--in"],
        &["show", &id],
        &["schedule", &id, "--at", "tomorrow"],
        &["consent", "withdraw", &consent, "--erase"],
        &["decline", &id, "--reason", "no-capacity"],
        &["answer", &id],
    ];
    for language in ["tr", "ar", "es"] {
        let phrases = phrases(language);
        assert!(phrases.len() > 1_000);
        for (agency, commands) in [(&pair.centre, at_centre), (&pair.clinic, at_clinic)] {
            for command in commands {
                let english = agency.run(command);
                let ran = agency.run(&[command, &["--locale", language][..]].concat());
                assert_eq!(ran.code, english.code, "{command:?}: {ran:?}");
                let told = format!("{}{}", ran.out, ran.err);
                let left = english_in(&told, &phrases);
                assert_eq!(left, Vec::<String>::new(), "{language} {command:?}: {told}");
                assert!(!told.contains("{ $"), "{language} {command:?}: {told}");
            }
        }
    }
}
