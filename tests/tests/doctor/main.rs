//! Why can't I reach them? Every diagnosis, from the real condition between real nodes; the
//! page `docs/doctor.md` is made of what they say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod keys;
mod network;
mod reach;
mod time;
mod trust;

use ihala_tests::peer::TestPeer;
use ihala_tests::{Agency, repository, until};

/// What was seen: name of a condition, how it came about, what `doctor` said.
#[derive(Default)]
struct Page(Vec<(&'static str, &'static str, String)>);

impl Page {
    /// Waits until `doctor` finds something about an agency, and keeps what it says.
    fn finds(
        &mut self,
        agency: &Agency,
        about: &str,
        finding: &str,
        name: &'static str,
        how: &'static str,
    ) {
        until(&format!("{name}: {finding}"), || {
            let found = agency.json(&["doctor", about]);
            let all = found["agencies"][0]["findings"].as_array().unwrap().clone();
            all.iter().chain(found["node"].as_array().unwrap()).any(|f| f["finding"] == finding)
        });
        let said = agency.run(&["doctor", about]).ok();
        self.0.push((name, how, settled(&said)));
    }

    /// What is said of a node that answers everything with the same bytes.
    async fn answers(
        &mut self,
        bytes: &[u8],
        finding: &str,
        name: &'static str,
        how: &'static str,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let agency = Agency::start_new(folder.path(), "centre");
        TestPeer::join(folder.path(), &agency).await.answer_everything(bytes.to_vec());
        self.finds(&agency, "Test peer", finding, name, how);
    }
}

/// Without what differs from one run to the next.
fn settled(said: &str) -> String {
    // How much waits is a matter of the moment.
    let mut lines = Vec::new();
    let mut all = said.lines();
    while let Some(next) = all.next() {
        if next.starts_with("  messages that wait") {
            all.next();
        } else if next.starts_with("  all is well; messages under way") {
            lines.push("  all is well".to_owned());
        } else {
            let indent = next.len() - next.trim_start().len();
            let words: Vec<String> = next.split_whitespace().map(settled_word).collect();
            lines.push(format!("{}{}", " ".repeat(indent), words.join(" ")));
        }
    }
    lines.join("\n")
}

fn settled_word(word: &str) -> String {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let bare = word.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '/');
    if bare.starts_with("/ip4/") {
        return word.replace(bare, "/ip4/192.0.2.1/tcp/4717");
    }
    let is_day = bare.len() == 10 && bare.matches('-').count() == 2 && digits == 8;
    if is_day {
        return word.replace(bare, "2026-11-22");
    }
    if bare.matches(':').count() == 2 && digits == 6 {
        return word.replace(bare, "09:30:00Z");
    }
    if bare.len() == 8 && bare.bytes().all(|b| b.is_ascii_hexdigit()) && digits > 0 {
        return word.replace(bare, "1f0c2ab4");
    }
    word.to_owned()
}

type Look = fn() -> Page;

/// The groups look at agencies of their own, all at once.
#[test]
fn every_diagnosis_is_made_of_the_real_condition() {
    let groups: [(&str, Look); 5] = [
        ("The way to it", reach::diagnoses),
        ("Trust and protocols", trust::diagnoses),
        ("Keys and cards", keys::diagnoses),
        ("Networks", network::diagnoses),
        ("Time", time::diagnoses),
    ];
    let pages: Vec<Page> = std::thread::scope(|scope| {
        let looking: Vec<_> = groups.iter().map(|(_, look)| scope.spawn(look)).collect();
        looking.into_iter().map(|group| group.join().unwrap()).collect()
    });
    let mut text = "# `ihala doctor`\n\nWhy can't I reach them? What `ihala doctor AGENCY` says in each case, \
                    and what to do next. Made by `tests/tests/doctor/` of the real conditions between real \
                    nodes (`IHALA_BLESS=1`).\n"
        .to_owned();
    for ((title, _), page) in groups.iter().zip(pages) {
        text.push_str(&format!("\n## {title}\n"));
        for (name, how, said) in page.0 {
            text.push_str(&format!("\n### {name}\n\n{how}\n\n```text\n{said}\n```\n"));
        }
    }
    let file = repository().join("docs/doctor.md");
    if std::env::var_os("IHALA_BLESS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(known, text, "docs/doctor.md: write it anew with IHALA_BLESS=1");
}
