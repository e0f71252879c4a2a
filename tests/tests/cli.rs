//! The contract of the command line: exit codes, one JSON document, errors that
//! say what happened and what to do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::os::unix::fs::PermissionsExt;

use ihala_tests::{Agency, Pair, Ran, ihala, sample, until};

/// Two at once in one place: one is made whole, the other changes nothing.
#[test]
fn of_two_inits_at_once_one_wins_whole() {
    for _ in 0..8 {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home/");
        let init = || {
            ihala(["--home", home.to_str().unwrap(), "init", "--unprotected", "--name", "One"]).code
        };
        let other = std::thread::scope(|s| {
            let other = s.spawn(init);
            (init(), other.join().unwrap())
        });
        assert!(matches!(other, (0, 2) | (2, 0)), "{other:?}");
        assert!(folder.path().join("home.recovery").exists(), "a recovery file is never lost");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "no leftovers");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_bug() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "centre");
    let script = format!(
        "set -o pipefail; {0} --home {1} status | true; {0} --home {1} status > /dev/full",
        ihala_tests::binary().display(),
        agency.home.display()
    );
    let output = std::process::Command::new("bash").args(["-c", &script]).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!errors.contains("panicked"), "{errors}");
    assert!(errors.contains("cannot write to standard output"), "{errors}");
}

/// The error document of a command that failed with `code`; its text names `words`.
fn fails(agency: &Agency, args: &[&str], code: i32, words: &[&str]) -> Ran {
    let json = agency.run(&[args, &["--json"]].concat());
    assert_eq!(json.code, code, "{args:?}: {json:?}");
    assert_eq!(json.json()["error"]["exit"], code, "{json:?}");
    let ran = agency.run(args);
    assert_eq!(ran.code, code, "{args:?}: {ran:?}");
    assert!(ran.out.is_empty(), "errors go to stderr: {ran:?}");
    let helps = ["what to do: ", "Usage", "--help"].iter().any(|words| ran.err.contains(words));
    assert!(helps, "{ran:?}");
    for word in words {
        assert!(ran.err.contains(word), "`{word}` is not in: {}", ran.err);
    }
    ran
}

#[test]
fn a_home_is_made_once_and_guarded() {
    let folder = tempfile::tempdir().unwrap();
    let mut agency = Agency::init(folder.path(), "centre");
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&agency.home), 0o700);
    assert_eq!(mode(&agency.home.join("keys/identity.key")), 0o600);
    assert_eq!(mode(&folder.path().join("centre.recovery")), 0o600);
    fails(&agency, &["init", "--name", "Again"], 2, &["lives in", "already"]);
    fails(&agency, &["status"], 5, &["not running", "serve"]);
    let serve = agency.run(&["status"]).err;
    let line = format!("ihala --home {} serve", agency.home.display());
    assert!(serve.contains(&line), "{serve}");

    agency.start();
    assert_eq!(agency.run(&["serve"]).code, 1, "a second node in one home");
    let second = Agency::init(folder.path(), "second");
    let busy = format!("/ip4/127.0.0.1/tcp/{}", agency.port);
    fails(&second, &["serve", "--listen", &busy], 1, &["cannot listen", "--listen"]);
    fails(&second, &["serve", "--listen", "here"], 2, &["not an address", "--listen"]);
    fails(&second, &["serve", "--announce", "here"], 2, &["not an address", "--announce"]);
    let third = ["init", "--unprotected", "--name", "Third", "--listen", "/ip4/127.0.0.1/udp/1"];
    let elsewhere = folder.path().join("third");
    let ran = ihala(["--home", elsewhere.to_str().unwrap()].iter().chain(&third));
    assert_eq!(ran.code, 2, "{ran:?}");
    assert!(!elsewhere.exists() && !folder.path().join("third.recovery").exists());
    agency.stop();
    assert!(!agency.home.join("socket").exists());

    std::fs::set_permissions(&agency.home, std::fs::Permissions::from_mode(0o755)).unwrap();
    fails(&agency, &["serve"], 1, &["other users", "chmod 700"]);
    std::fs::set_permissions(&agency.home, std::fs::Permissions::from_mode(0o700)).unwrap();
    let nowhere = folder.path().join("nowhere");
    let ran = ihala(["--home", nowhere.to_str().unwrap(), "status", "--json"]);
    assert_eq!((ran.code, &ran.json()["error"]["exit"]), (4, &4.into()), "{ran:?}");
    assert_eq!(ihala(["fly", "--json"]).json()["error"]["exit"], 2);
    assert_eq!(ihala(["--version"]).code, 0);
}

#[test]
fn a_home_of_another_user_is_refused() {
    // Only root can give a folder away; elsewhere the check of the mode stands in for it.
    if rustix::process::geteuid().is_root() {
        let folder = tempfile::tempdir().unwrap();
        let agency = Agency::init(folder.path(), "centre");
        std::os::unix::fs::chown(&agency.home, Some(1), Some(1)).unwrap();
        fails(&agency, &["serve"], 1, &["belongs to another user"]);
        fails(&agency, &["status"], 1, &["belongs to another user"]);
        std::os::unix::fs::chown(&agency.home, Some(0), Some(0)).unwrap();
    }
}

#[test]
fn input_files_with_mistakes_are_explained() {
    let pair = Pair::new();
    let good = std::fs::read_to_string(sample("legal.toml")).unwrap();
    let file = pair.folder.path().join("form.toml");
    let path = file.to_str().unwrap();
    let refer = ["refer", path, "--to", "clinic", "--consent", "abcd"];
    for (from, to, words) in [
        ("[person]", "[person", &["line 18", "TOML"][..]),
        (
            "name = \"Leyla",
            "nmae = \"Leyla",
            &["line 19", "person.nmae", "did you mean `person.name`"],
        ),
        ("1991-03-08", "\"8 March\"", &["line 22", "person.birth_date", "1990-04-23"]),
        (
            "case_type = \"legal\"",
            "case_type = \"lawyer\"",
            &["line 6", "medical, legal, material"],
        ),
    ] {
        std::fs::write(&file, good.replacen(from, to, 1)).unwrap();
        fails(&pair.centre, &refer, 2, words);
    }
    let long = good.replace("Leyla Haddadin", &"x".repeat(5_000));
    std::fs::write(&file, long).unwrap();
    fails(&pair.centre, &refer, 2, &["person.name", "5000 characters; at most 200"]);
    std::fs::write(&file, [0xff, 0xfe]).unwrap();
    fails(&pair.centre, &refer, 2, &["UTF-8"]);
    fails(&pair.centre, &["refer", "/no/such", "--to", "clinic"], 2, &["there is no file"]);

    let card = pair.folder.path().join("card");
    let card = card.to_str().unwrap();
    pair.clinic.run(&["card", "export", card]).ok();
    fails(&pair.clinic, &["card", "export", card], 2, &["exists already"]);
    assert_eq!(ihala(["card", "show", card]).code, 0, "needs neither node nor home");
    let text = std::fs::read_to_string(card).unwrap();
    let damaged = text.replacen("AAA", "AAB", 1).replace('z', "y");
    std::fs::write(card, damaged).unwrap();
    fails(&pair.centre, &["card", "show", card], 2, &["CARD-0"]);
    fails(&pair.centre, &["trust", "add", card, "--fingerprint", "abc"], 2, &["CARD-0"]);
    let isp = pair.folder.path().join("centre.clinic.toml");
    let text = std::fs::read_to_string(&isp).unwrap().replace("\"legal\"", "\"space\"");
    let line = 1 + text.lines().position(|line| line.starts_with("case_types")).unwrap();
    std::fs::write(&isp, text).unwrap();
    let ran = ihala(["isp", "check", isp.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(&format!("line {line}: `case_types` must be of")), "{ran:?}");
}

#[test]
fn names_ids_and_rules() {
    let pair = Pair::new();
    let consent = pair.consent();
    let form = sample("legal.toml");
    let form = form.to_str().unwrap();
    let refer = |to: &str, consent: &str| {
        ["refer", form, "--to", to, "--consent", consent].map(str::to_owned)
    };
    let fails_with = |args: [String; 6], code, words: &[&str]| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        fails(&pair.centre, &args, code, words)
    };
    fails_with(refer("nobody", &consent), 4, &["no trusted agency", "trust list"]);
    fails_with(refer("clinic", "ffffffff"), 4, &["no consent"]);
    fails_with(refer("clinic", ""), 3, &["CON-01", "consent draft"]);
    // The same rule in the language of the person at the keyboard; ids and commands stay.
    for (locale, words) in [
        ("es", "CON-01: ningún consentimiento cubre esta derivación"),
        ("tr", "CON-01: bu yönlendirmeyi kapsayan bir rıza yok"),
        ("ar", "CON-01: لا توجد موافقة تشمل هذه الإحالة"),
    ] {
        let args = refer("clinic", "");
        let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
        args.extend(["--locale", locale]);
        let refused = pair.centre.run(&args);
        assert!(refused.err.contains(words), "{refused:?}");
        assert!(refused.err.contains("ihala consent draft"), "{refused:?}");
    }
    fails(&pair.centre, &["show", "ffffffff"], 4, &["no referral", "ihala list"]);
    fails(&pair.centre, &["isp", "show", "ffffffff"], 4, &["no protocol"]);
    fails(&pair.centre, &["show", "x"], 2, &["first four digits"]);
    assert_eq!(pair.centre.run(&["show", ""]).code, 2);
    let medical = sample("medical.toml");
    let medical = ["refer", medical.to_str().unwrap(), "--to", "clinic", "--consent", &consent];
    fails(&pair.centre, &medical, 3, &["POL-02", "isp explain"]);

    // An expired consent.
    let draft = pair.centre.json(&["consent", "draft", form, "--to", "clinic"]);
    let record: String = draft["record"]
        .as_str()
        .unwrap()
        .lines()
        .map(|line| match line.split(' ').next() {
            Some("answer") => "answer = \"given\"\n".into(),
            Some("method") => "method = \"signature\"\n".into(),
            Some("language") => "language = \"tr\"\n".into(),
            Some("date") => "date = 2020-01-01\n".into(),
            Some("valid_until") => "valid_until = 2020-02-01\n".into(),
            _ => format!("{line}\n"),
        })
        .collect();
    let file = pair.folder.path().join("old.toml");
    std::fs::write(&file, record).unwrap();
    let old = pair.centre.run(&["consent", "record", file.to_str().unwrap(), "-q"]).ok();
    assert_eq!(pair.centre.json(&["consent", "show", &old])["valid"], false);
    fails_with(refer("clinic", &old), 3, &["CON-03"]);

    // A trial sends nothing; a start of an id is enough.
    let dry =
        pair.centre.json(&["refer", form, "--to", "clinic", "--consent", &consent, "--dry-run"]);
    assert_eq!(dry["referrals"][0]["id"], serde_json::Value::Null);
    assert_eq!(dry["referrals"][0]["withheld"][0]["problem"]["rule"], "POL-04");
    assert_eq!(pair.centre.json(&["list"])["referrals"].as_array().unwrap().len(), 0);
    let id = pair.refer(&consent);
    assert_eq!(pair.centre.run(&["show", &id[..6], "-q"]).ok(), id);
    fails(&pair.centre, &["accept", &id], 3, &["REF-04", "other agency"]);
    fails(&pair.centre, &["cancel", &id], 2, &["--reason"]);
    fails(&pair.centre, &["cancel", &id, "--reason", "mood"], 2, &["sent-by-mistake"]);
    assert_eq!(pair.centre.run(&["accept", &id, "--reason", "other"]).code, 2);
    fails(&pair.centre, &["isp", "show", "import"], 4, &["no protocol"]);
    fails(&pair.centre, &["refer", "/dev/zero", "--to", "clinic"], 2, &["longer than"]);
    pair.centre.run(&["cancel", &id, "--reason", "duplicate"]).ok();
    fails(&pair.centre, &["cancel", &id, "--reason", "duplicate"], 3, &["REF-05", "requested"]);

    // Trust: a wrong fingerprint, ourselves, an ambiguous start of an id.
    let card = pair.folder.path().join("c.card");
    let card = card.to_str().unwrap();
    pair.centre.run(&["card", "export", card]).ok();
    let own = pair.centre.run(&["card", "show", "-q"]).ok();
    fails(&pair.clinic, &["trust", "add", card, "--fingerprint", "0000"], 3, &["TRU-03", "phone"]);
    fails(&pair.centre, &["trust", "add", card, "--fingerprint", &own], 3, &["TRU-04"]);
    let without = pair.clinic.run(&["trust", "add", card]);
    assert_eq!(without.code, 2, "no yes on standard input: {without:?}");
    pair.centre.run(&["trust", "remove", "CLINIC"]).ok();
    fails_with(refer("clinic", &consent), 4, &["no trusted agency"]);
}

#[test]
fn a_consent_is_drafted_receipted_checked_and_withdrawn() {
    let pair = Pair::new();
    let consent = pair.consent();
    let form = sample("legal.toml");
    let form = form.to_str().unwrap();
    let draft = |lang: &str| {
        pair.centre.run(&["consent", "draft", form, "--to", "clinic", "--lang", lang]).ok()
    };
    assert!(draft("tr").contains("Kabul ediyor musunuz?"));
    assert!(draft("ar").contains("الاسم"));
    let told = pair.centre.run(&["isp", "explain", form, "--to", "clinic", "--locale", "es"]).ok();
    assert!(told.contains("no se envía") && told.contains("POL-04: "), "{told:?}");

    let file = pair.folder.path().join("receipt.pem");
    let file = file.to_str().unwrap();
    pair.centre.run(&["consent", "receipt", &consent, file]).ok();
    // Anyone can check it: no node, no home.
    let checked = ihala(["consent", "verify", file]).ok();
    assert!(checked.contains("The signature is good"), "{checked:?}");
    assert!(!checked.contains("CC-2026"), "it names no case");
    let text = std::fs::read_to_string(file).unwrap();
    // The form says that she speaks Arabic.
    assert!(text.contains("إيصال موافقة"), "the person can read it: {text}");
    let (read, signed) = text.split_at(text.find("-----BEGIN").unwrap());
    let (label, base64) = signed.split_once('\n').unwrap();
    let changed = base64.replacen('A', "B", 1).replacen('C', "D", 1);
    std::fs::write(file, format!("{read}{label}\n{changed}")).unwrap();
    let ran = ihala(["consent", "verify", file]);
    assert_eq!(ran.code, 2, "{ran:?}");
    let told = ["consent", "slip", &consent, "--phone", "+90 1 2", "--complaints", "the Clinic"];
    fails(&pair.centre, &told, 2, &["names an agency"]);
    let slip =
        ["consent", "slip", &consent, "--phone", "+90 1", "--complaints", "Ombudsman, +90 2"];
    let slip = pair.centre.run(&slip).ok();
    assert!(slip.contains("+90 1") && !slip.to_lowercase().contains("clinic"), "{slip}");

    let id = pair.refer(&consent);
    until("the referral has arrived", || pair.clinic.status_of(&id).is_some());
    fails(&pair.centre, &["consent", "withdraw", &consent], 2, &["--stop", "--erase"]);
    // Nobody says yes: nothing is done, and what would be was told.
    let unsure = pair.centre.run(&["consent", "withdraw", &consent, "--erase"]);
    assert_eq!(unsure.code, 2);
    assert!(unsure.err.contains("destroy what it got"), "{unsure:?}");
    pair.centre.run(&["consent", "withdraw", &consent, "--erase", "--yes"]).ok();
    until("the clinic has answered", || {
        let shown = pair.centre.json(&["show", &id]);
        shown["history"].as_array().unwrap().iter().any(|e| e["step"] == "erased")
    });
    assert!(pair.clinic.json(&["show", &id])["erased"].is_string());
}
