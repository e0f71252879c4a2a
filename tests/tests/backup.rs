//! A node is lost and restored from a backup, with its peers' help.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ihala_envelope::Timestamp;
use ihala_protocol::Profile;
use ihala_protocol::backup::{Writer, key_of};
use ihala_store::keystore::Keystore;
use ihala_tests::{Agency, Pair, Ran, free_port, ihala, sample, until};
use serde_json::Value;

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn recovery_of(pair: &Pair, name: &str) -> PathBuf {
    pair.folder.path().join(format!("{name}.recovery"))
}

fn restore(home: &Path, file: &Path, recovery: &Path) -> Ran {
    let args = ["restore", text(file), "--recovery", text(recovery), "--unprotected"];
    ihala([&["--home", text(home)], &args[..]].concat())
}

/// A restored home, on a port of its own.
fn restored(pair: &Pair, file: &Path, name: &str) -> Agency {
    let home = pair.folder.path().join("again");
    let port = free_port();
    let listen = format!("/ip4/127.0.0.1/tcp/{port}");
    let recovery = recovery_of(pair, name);
    let args = ["restore", text(file), "--recovery", text(&recovery), "--unprotected"];
    let told = ihala([&["--home", text(&home)], &args[..], &["--listen", &listen]].concat()).ok();
    assert!(told.contains("is restored"), "{told}");
    Agency::of(home, name, port)
}

#[test]
fn what_came_after_the_backup_comes_back_and_the_original_is_refused() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let first = pair.refer(&consent);
    pair.clinic.run(&["accept", &first, "--safe-contact", "--wait", "20"]).ok();
    let file = pair.folder.path().join("monday.backup");
    // While others go on working.
    let made = std::thread::scope(|scope| {
        let work = scope.spawn(|| (0..4).map(|_| pair.refer(&consent)).collect::<Vec<_>>());
        pair.centre.run(&["backup", text(&file), "--keep", "7"]).ok();
        work.join().unwrap()
    });
    let told = ihala(["backup", "verify", text(&file)]).ok();
    assert!(told.contains("centre") && told.contains("whole and signed"), "{told}");
    let recovery = recovery_of(&pair, "centre");
    let verify = ["backup", "verify", text(&file), "--recovery", text(&recovery), "--json"];
    let opened = ihala(verify).json();
    assert_eq!((&opened["opened"], &opened["card"]), (&true.into(), &2.into()), "{opened}");
    let planted = std::fs::read(&file).unwrap();
    for secret in ["Leyla", "K-1", "legal"] {
        assert!(!planted.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret}");
    }

    // After it: a step of each, another referral, and the person withdraws what came first.
    let other = pair.consent();
    let second = pair.refer(&other);
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    pair.clinic.run(&["accept", &second, "--safe-contact", "--wait", "20"]).ok();
    pair.centre.run(&["consent", "withdraw", &consent, "--erase", "--yes"]).ok();
    until("both have erased", || {
        let erased = |agency: &Agency| agency.json(&["show", &first])["erased"].is_string();
        erased(&pair.centre) && erased(&pair.clinic)
    });
    let queued = |agency: &Agency| agency.json(&["status"])["peers"][0]["queued"].clone();
    until("nothing is under way", || {
        [&pair.centre, &pair.clinic].iter().all(|agency| queued(agency) == 0)
    });

    // The original still runs, and works on.
    let mut again = restored(&pair, &file, "centre");
    // No receive secret came with it.
    let secrets = |agency: &Agency| -> BTreeSet<_> {
        let files = agency.home.join("keys/receive").read_dir().unwrap();
        files.map(|file| file.unwrap().file_name()).collect()
    };
    assert!(secrets(&again).is_disjoint(&secrets(&pair.centre)) && secrets(&again).len() >= 4);
    again.start();
    until("the clinic has told", || again.json(&["recovery"])["waits_for"] == Value::Array(vec![]));
    until("the second is back", || again.status_of(&second) == Some("accepted".into()));
    until("the withdrawal holds", || again.json(&["show", &first])["erased"].is_string());
    for id in &made {
        // Made while the backup was, or not: withdrawn with the rest.
        if let Some(shown) = Some(again.run(&["show", id, "--json"])).filter(|ran| ran.code == 0) {
            assert!(shown.json()["erased"].is_string(), "{shown:?}");
        }
    }
    let form = sample("legal.toml");
    let refer = ["refer", text(&form), "--to", "clinic", "--consent"];
    let refused = again.run(&[&refer[..], &[&consent]].concat());
    assert!(refused.code == 3 && refused.err.contains("CON-05"), "{refused:?}");

    // The restored one goes on, in both directions.
    pair.clinic.run(&["start", &second, "--wait", "20"]).ok();
    until("the step has arrived", || again.status_of(&second) == Some("in-progress".into()));
    until("the original knows", || pair.centre.run(&["doctor"]).out.contains("another card"));
    let third = pair.centre.run(&[&refer[..], &[&other, "-q"]].concat());
    assert!(third.code == 3 && third.err.contains("CARD-09"), "{third:?}");
    let consent = again.consent(text(&form), "clinic");
    let fourth = again.run(&[&refer[..], &[&consent, "-q"]].concat()).ok();
    until("the fourth has arrived", || pair.clinic.status_of(&fourth).is_some());
    pair.centre.stop();
    for agency in [&again, &pair.clinic] {
        assert_eq!(agency.json(&["audit", "verify"])["ok"], true);
        let status = agency.json(&["status"]);
        assert_eq!(status["alarms"].as_array().unwrap().len(), 0, "{status}");
    }
    // The recovery file is used up.
    again.stop();
    let rotate = again.run(&["card", "rotate", "--recovery", text(&recovery)]);
    assert!(rotate.code == 2 && rotate.err.contains("has been used"), "{rotate:?}");
}

#[test]
fn until_a_peer_has_told_nothing_is_opened_or_added_unless_people_decide() {
    let mut pair = Pair::new();
    let id = pair.refer(&pair.consent());
    until("it has arrived", || pair.clinic.status_of(&id).is_some());
    let file = pair.folder.path().join("monday.backup");
    pair.centre.run(&["backup", text(&file)]).ok();
    let again = pair.centre.run(&["backup", text(&file)]);
    assert_eq!(again.code, 2, "a file is never written over: {again:?}");
    assert_eq!(pair.centre.run(&["backup", "x", "--keep", "400"]).code, 2);
    assert!(!Path::new("x").exists() && !Path::new("x.part").exists());
    pair.clinic.run(&["accept", &id, "--safe-contact", "--wait", "20"]).ok();
    until("both show accepted", || pair.centre.status_of(&id) == Some("accepted".into()));
    let none = pair.centre.run(&["recovery"]);
    assert_eq!(none.code, 4, "{none:?}");
    pair.centre.stop();
    pair.clinic.stop();

    let mut again = restored(&pair, &file, "centre");
    again.start();
    let waits = again.json(&["recovery"]);
    assert_eq!(waits["waits_for"][0]["agency"]["name"], "clinic", "{waits}");
    for command in [&["show", &id][..], &["nudge", &id]] {
        let refused = again.run(command);
        assert!(refused.code == 3 && refused.err.contains("BAK-05"), "{refused:?}");
    }
    let status = again.run(&["status"]).ok();
    assert!(status.contains("was restored at"), "{status}");
    // A person's word is taken at any time.
    again.run(&["consent", "withdraw", &id, "--stop", "--yes"]).ok();
    let asked = again.run(&["recovery", "leave-out", "clinic"]);
    assert!(asked.code == 2 && asked.err.contains("--yes"), "{asked:?}");
    assert_eq!(again.run(&["recovery", "leave-out", "nobody", "--yes"]).code, 4);
    let left = again.json(&["recovery", "leave-out", "clinic", "--yes"]);
    assert_eq!(left["waits_for"], Value::Array(vec![]), "{left}");
    again.run(&["show", &id]).ok();
    assert_eq!(again.run(&["nudge", &id]).code, 3, "the clinic may know of a step of ours");

    // It comes back all the same.
    pair.clinic.start();
    until("the order has arrived", || {
        pair.clinic.json(&["show", &id])["status"]["withdrawn"] == true
    });
    let steps = |agency: &Agency| -> Vec<String> {
        let shown = agency.json(&["show", &id]);
        let history = shown["history"].as_array().unwrap().iter();
        history.map(|entry| entry["step"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(steps(&again), steps(&pair.clinic));
    assert_eq!(steps(&again).iter().filter(|step| *step == "stopped").count(), 1);
    let diagnosis = again.json(&["doctor"]);
    assert!(!diagnosis.to_string().contains("revoked"), "{diagnosis}");
}

#[test]
fn a_backup_that_is_not_whole_not_ours_or_over_makes_no_home() {
    let pair = Pair::new();
    let file = pair.folder.path().join("monday.backup");
    pair.centre.run(&["backup", text(&file)]).ok();
    let (mine, theirs) = (recovery_of(&pair, "centre"), recovery_of(&pair, "clinic"));
    let home = pair.folder.path().join("again");
    let bytes = std::fs::read(&file).unwrap();
    let other = pair.folder.path().join("other.backup");
    let refused = |bytes: &[u8], recovery: &Path, says: &str| {
        std::fs::write(&other, bytes).unwrap();
        let ran = restore(&home, &other, recovery);
        assert!(ran.code == 2 && ran.err.contains(says), "{says}: {ran:?}");
        assert!(!home.exists() && !pair.folder.path().join("again.recovery-3").exists());
    };
    refused(&bytes[..bytes.len() - 1], &mine, "BAK-01");
    refused(b"", &mine, "BAK-01");
    refused(b"# a text\n", &mine, "BAK-01");
    let mut altered = bytes.clone();
    *altered.last_mut().unwrap() ^= 1;
    refused(&altered, &mine, "BAK-02");
    refused(&bytes, &theirs, "another agency");
    refused(&bytes, &sample("legal.toml"), "not a recovery file");
    // Its last day has passed.
    let card = pair.centre.json(&["card", "show"]);
    let profile = Profile::from_file(card["file"].as_str().unwrap().as_bytes()).unwrap();
    let keys = Keystore::open(&pair.centre.home.join("keys"), None).unwrap();
    let identity = keys.identities().unwrap().remove(0);
    let words = std::fs::read_to_string(&mine).unwrap();
    let key = words.lines().find_map(|l| l.strip_prefix("key = \"")).unwrap();
    let seed =
        ihala_protocol::fingerprint::read_spelt("ihala/1 recovery key", key.trim_end_matches('"'));
    let key = key_of(&ihala_envelope::Secret::new(seed.unwrap())).public();
    let (made, until) = (Timestamp(1_780_000_000), Timestamp(1_780_086_400));
    let mut writer = Writer::new(&profile, &key, made, until, 0, &mut rand::rng()).unwrap();
    let mut old = writer.take();
    old.extend(writer.finish(&identity).unwrap());
    refused(&old, &mine, "BAK-06");
    // What a restore has left that was killed is cleared away by the next one.
    let left = pair.folder.path().join(".ihala-init-left");
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join("identity.key"), "secret").unwrap();
    let old = ["-d", "2 days ago", text(&left)];
    assert!(std::process::Command::new("touch").args(old).status().unwrap().success());
    restore(&home, &file, &mine).ok();
    assert!(!left.exists() && home.exists());
    // And never over a home that is there.
    let taken = restore(&pair.clinic.home, &file, &mine);
    assert_eq!(taken.code, 2, "{taken:?}");
}
