//! The trust list is a file: edited by hand or by command, in force without a restart.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_tests::{Agency, Pair, ihala, sample, until};

fn list(agency: &Agency) -> String {
    std::fs::read_to_string(agency.home.join("trust.toml")).unwrap()
}

fn edit(agency: &Agency, from: &str, to: &str) {
    let text = list(agency);
    let (comments, entries) = text.split_at(text.find("\ntrust =").unwrap());
    assert!(entries.contains(from), "{text}");
    let entries = entries.replacen(from, to, 1);
    std::fs::write(agency.home.join("trust.toml"), format!("{comments}{entries}")).unwrap();
}

#[test]
fn an_edit_by_hand_is_checked_shown_and_taken_without_a_restart() {
    let pair = Pair::new();
    let consent = pair.consent();
    let first = pair.refer(&consent);
    until("the first has arrived", || pair.clinic.status_of(&first).is_some());
    let form = sample("legal.toml");
    let refer = ["refer", form.to_str().unwrap(), "--to", "clinic", "--consent", &consent, "-q"];

    edit(&pair.centre, "name = \"clinic\"\n", "name = \"clinic\" # Ankara\nsend = no\n");
    let wrong = pair.centre.run(&["trust", "check"]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
    let line = list(&pair.centre).lines().position(|l| l == "send = no").unwrap() + 1;
    assert!(wrong.err.contains(&format!("line {line}")), "{wrong:?}");
    edit(&pair.centre, "send = no", "send = false");
    // Nothing has changed before it is taken into force.
    let told = pair.centre.json(&["trust", "check"]);
    assert_eq!(told["done"], false);
    assert_eq!(told["changes"][0]["open"][0], first.as_str(), "{told}");
    let shown = pair.centre.run(&["trust", "check"]).ok();
    assert!(shown.contains("send: true \u{2192} false") && shown.contains(&first[..8]), "{shown}");
    pair.centre.run(&refer).ok();
    assert_eq!(pair.centre.json(&["status"])["trust_file_differs"], true);
    // A command does not write over what somebody has written.
    let over = pair.centre.run(&["trust", "set", "clinic", "--notes", "x"]);
    assert_eq!(over.code, 2, "{over:?}");
    assert!(over.err.contains("trust reload"), "{over:?}");

    pair.centre.run(&["trust", "reload"]).ok();
    assert_eq!(pair.centre.json(&["status"])["trust_file_differs"], false);
    let refused = pair.centre.run(&refer);
    assert_eq!(refused.code, 3, "{refused:?}");
    assert!(refused.err.contains("TRU-05"), "{refused:?}");
    // What is open goes on.
    pair.clinic.run(&["accept", &first, "--safe-contact", "--wait", "20"]).ok();
    until("both show accepted", || pair.centre.status_of(&first) == Some("accepted".into()));
    // By command again; the comment stays.
    pair.centre.run(&["trust", "set", "clinic", "--send", "true", "--notes", "met in June"]).ok();
    let text = list(&pair.centre);
    assert!(text.contains("# Ankara") && text.contains("met in June"), "{text}");
    assert!(!text.contains("\nsend = "), "{text}");
    pair.centre.run(&refer).ok();
}

#[test]
fn the_receiver_takes_what_its_list_lets_come() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    pair.clinic.run(&["trust", "set", "centre", "--case-types", "medical,material"]).ok();
    let id = pair.refer(&consent);
    let problem = || pair.centre.json(&["show", &id])["problem"]["rule"].clone();
    until("the clinic refuses", || problem() == "TRU-05");
    assert_eq!(pair.clinic.status_of(&id), None);
    let wrong = pair.clinic.run(&["trust", "set", "centre", "--case-types", "law"]);
    assert!(wrong.code == 2 && wrong.err.contains("legal"), "{wrong:?}");
    // While it is off, the file is edited; starting takes it into force.
    pair.clinic.stop();
    edit(&pair.clinic, "case_types = [", "receive = true\ncase_types = [\"legal\", ");
    pair.clinic.start();
    let entry = &pair.clinic.json(&["trust", "show", "centre"])["entry"];
    assert_eq!(entry["case_types"].as_array().unwrap().len(), 3, "{entry}");
    let second = pair.refer(&consent);
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    // With mistakes in it the node starts all the same, with what was in force.
    pair.clinic.stop();
    edit(&pair.clinic, "receive = true", "receive = maybe");
    pair.clinic.start();
    let status = pair.clinic.json(&["status"]);
    assert_eq!(status["trust_file_differs"], true);
    assert!(pair.clinic.logged().contains("trust.toml: line "), "{}", pair.clinic.logged());
    assert_eq!(pair.clinic.json(&["trust", "show", "centre"])["entry"]["receive"], true);
    // A signal is as good as the command.
    edit(&pair.clinic, "receive = maybe", "receive = false");
    let pid = rustix::process::Pid::from_raw(pair.clinic.pid().try_into().unwrap()).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::HUP).unwrap();
    until("it is in force", || {
        pair.clinic.json(&["trust", "show", "centre"])["entry"]["receive"] == false
    });
}

/// Off the list: nothing new, at once; but who withdraws is heard, and answers arrive.
#[test]
fn who_is_taken_off_the_list_is_heard_only_to_end_what_was_between_us() {
    let pair = Pair::new();
    let consent = pair.consent();
    let open = pair.refer(&consent);
    until("it has arrived", || pair.clinic.status_of(&open).is_some());
    let removed = pair.clinic.run(&["trust", "remove", "centre"]).ok();
    assert!(removed.contains(&open[..8]), "{removed}");
    assert!(!list(&pair.clinic).contains("centre"));
    // Nothing new is taken.
    let late = pair.refer(&consent);
    let problem = || pair.centre.json(&["status"])["peers"][0]["problem"]["rule"].clone();
    until("the centre is told", || problem() == "TRU-02");
    assert_eq!(pair.clinic.status_of(&late), None);
    // Nor does a step go out; but the person's withdrawal passes, and its answer.
    assert_eq!(pair.clinic.run(&["accept", &open, "--safe-contact"]).code, 0);
    pair.centre.run(&["consent", "withdraw", &consent, "--erase", "--yes"]).ok();
    until("the clinic has erased it", || {
        let shown = pair.clinic.json(&["show", &open]);
        shown["fields"].as_array().unwrap().is_empty()
    });
    until("the centre knows", || {
        let shown = pair.centre.json(&["show", &open]);
        let steps = shown["history"].as_array().unwrap().iter();
        steps.map(|s| s["step"].as_str().unwrap().to_owned()).any(|step| step == "erased")
    });
    // Nothing is left to end: the connection is not taken any more.
    until("the clinic lets it go", || {
        pair.centre.json(&["status"])["peers"][0]["connected"] == false
    });
    assert_eq!(pair.clinic.json(&["audit", "verify"])["ok"], true);
}

#[test]
fn an_agency_whose_card_has_not_come_yet_is_named_as_such() {
    let folder = tempfile::tempdir().unwrap();
    let centre = Agency::start_new(folder.path(), "centre");
    let clinic = Agency::start_new(folder.path(), "clinic");
    let fingerprint = clinic.json(&["card", "show"])["fingerprint"].as_str().unwrap().to_owned();
    let entry = format!("\n[[agency]]\nid = \"{fingerprint}\"\nname = \"Clinic\"\n");
    let file = folder.path().join("other.toml");
    std::fs::write(&file, list(&centre) + &entry).unwrap();
    let told = centre.run(&["trust", "check", file.to_str().unwrap()]).ok();
    assert!(told.contains("+ Clinic") && told.contains("card has not come"), "{told}");
    std::fs::copy(&file, centre.home.join("trust.toml")).unwrap();
    centre.run(&["trust", "reload"]).ok();
    assert!(centre.run(&["trust", "show", "Clinic"]).ok().contains("card has not come"));
    centre.trust(&clinic);
    clinic.trust(&centre);
    centre.wait_for_peers(1);
    assert_eq!(list(&centre).matches("[[agency]]\n").count() - 1, 1, "{}", list(&centre));
    // Without a node, mistakes are told all the same.
    std::fs::write(&file, "trust = 3").unwrap();
    let ran = ihala(["trust", "check", file.to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("line 1"), "{ran:?}");
}

/// What people have written is never lost, whatever state the file is in.
#[test]
fn a_trust_file_that_cannot_be_read_or_written_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut agency = Agency::start_new(folder.path(), "centre");
    let other = Agency::start_new(folder.path(), "clinic");
    agency.trust(&other);
    let file = agency.home.join("trust.toml");
    let hang_up = |agency: &Agency| {
        let pid = rustix::process::Pid::from_raw(agency.pid().try_into().unwrap()).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::HUP).unwrap();
    };
    // Written in another encoding.
    let mut bytes = std::fs::read(&file).unwrap();
    bytes.extend(b"# G\xfcven\n");
    std::fs::write(&file, &bytes).unwrap();
    hang_up(&agency);
    until("the log tells", || agency.logged().contains("cannot be read"));
    agency.stop();
    agency.start();
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
    assert_eq!(agency.json(&["trust", "list"])["agencies"].as_array().unwrap().len(), 1);
    // A place that cannot be written: the change is in force, and the node lives.
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    agency.run(&["trust", "set", "clinic", "--name", "Clinic of Ankara"]).ok();
    assert_eq!(agency.run(&["status"]).code, 0);
    agency.stop();
    std::fs::remove_dir(&file).unwrap();
    agency.start();
    assert_eq!(agency.run(&["status"]).code, 0);
    assert!(list(&agency).contains("Clinic of Ankara"));
    // A file that was only not written is not taken for an edit.
    agency.stop();
    let earlier = list(&agency);
    agency.start();
    agency.run(&["trust", "set", "clinic of ankara", "--notes", "new"]).ok();
    agency.kill();
    let newest = list(&agency);
    std::fs::write(&file, earlier).unwrap();
    agency.start();
    let entry = agency.json(&["trust", "show", "clinic of ankara"])["entry"]["notes"].clone();
    // The earlier text was edited in, as far as anybody can tell: it was in force and in the
    // file last before `new` was, and `new` had been written.
    assert_eq!(entry, serde_json::Value::Null, "{newest}");
}
