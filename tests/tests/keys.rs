//! The keys of a node: sealed with a passphrase, rotated away, destroyed on time.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::Path;

use ihala_engine::{Actor, Command, Engine, Genesis, Honest, Input, Setup};
use ihala_envelope::{IdentitySecret, Kid, Suite, Timestamp};
use ihala_protocol::CardChain;
use ihala_protocol::labels::Language;
use ihala_protocol::statement::Name;
use ihala_store::keystore::{Keystore, Protection, Ring};
use ihala_store::{FileSlots, HeadFile, SledStore, Vault};
use ihala_tests::{Agency, Pair, Ran, copy, files_under, ihala, ihala_fed, sample, until};

const PASSPHRASE: &str = "dört sözcük يكفي aquí";

fn home(folder: &Path, name: &str) -> String {
    folder.join(name).to_str().unwrap().to_owned()
}

fn fed(home: &str, args: &[&str], input: &str) -> Ran {
    ihala_fed([&["--home", home], args].concat(), input)
}

#[test]
fn without_the_passphrase_nothing_opens() {
    let folder = tempfile::tempdir().unwrap();
    let home = home(folder.path(), "centre");
    let listen = format!("/ip4/127.0.0.1/tcp/{}", ihala_tests::free_port());
    let init = ["init", "--name", "Centre", "--listen", &listen, "--passphrase-fd", "0"];
    let short = fed(&home, &init, "too short");
    assert_eq!(short.code, 2, "{short:?}");
    assert!(short.err.contains("at least 12 characters"), "{short:?}");
    let nobody = ihala(["--home", &home, "init", "--name", "Centre"]);
    assert_eq!(nobody.code, 2, "{nobody:?}");
    assert!(nobody.err.contains("--passphrase-fd"), "{nobody:?}");
    assert!(!Path::new(&home).exists() && !folder.path().join("centre.recovery").exists());
    fed(&home, &init, &format!("{PASSPHRASE}\n")).ok();

    let verify = ["audit", "verify", "--passphrase-fd", "0"];
    let wrong = fed(&home, &verify, "another passphrase");
    assert_eq!(wrong.code, 2, "{wrong:?}");
    assert!(wrong.err.contains("not the passphrase"), "{wrong:?}");
    assert!(!wrong.err.contains("another passphrase"), "{wrong:?}");
    assert_eq!(ihala(["--home", &home, "audit", "verify"]).code, 2);
    fed(&home, &verify, PASSPHRASE).ok();

    // A systemd credential serves as well.
    let credentials = folder.path().join("credentials");
    std::fs::create_dir(&credentials).unwrap();
    std::fs::write(credentials.join("ihala-passphrase"), format!("{PASSPHRASE}\n")).unwrap();
    let mut command = std::process::Command::new(ihala_tests::binary());
    command.args(["--home", &home, "audit", "verify"]).env("CREDENTIALS_DIRECTORY", &credentials);
    assert!(command.output().unwrap().status.success());

    // No secret stands in the clear, nor does the passphrase.
    let secret = Keystore::open(
        &Path::new(&home).join("keys"),
        Some(&ihala_envelope::Secret::new(PASSPHRASE.to_owned())),
    )
    .unwrap();
    let identity = secret.identities().unwrap().remove(0);
    let planted: Vec<Vec<u8>> = vec![
        identity.seed().expose().to_vec(),
        secret.transport().unwrap().expose().to_vec(),
        secret.store_key().expose().to_vec(),
        secret.ring().unwrap().all()[0].secret.secret().expose().to_vec(),
        PASSPHRASE.as_bytes().to_vec(),
    ];
    for file in files_under(Path::new(&home)) {
        let bytes = std::fs::read(&file).unwrap();
        for secret in &planted {
            for form in [secret.clone(), hex(secret), base64(secret)] {
                assert!(!contains(&bytes, &form), "{}", file.display());
            }
        }
    }
}

#[test]
fn another_passphrase_takes_the_place_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut agency = Agency::init(folder.path(), "centre");
    let home = agency.home.to_str().unwrap().to_owned();
    agency.start();
    // The key stands in the clear; another name for its place on the disk.
    let place = folder.path().join("place");
    std::fs::hard_link(agency.home.join("keys/keystore.key"), &place).unwrap();
    // Also while the node runs.
    let change = ["passphrase", "--new-passphrase-fd", "0"];
    let changed = fed(&home, &change, PASSPHRASE);
    assert!(changed.ok().contains("new passphrase"));
    assert!(std::fs::read(&place).unwrap().iter().all(|byte| *byte == 0));
    agency.stop();
    assert_eq!(agency.run(&["serve"]).code, 2);
    // Another change was cut off by a crash.
    let unfinished = agency.home.join("keys/keystore.key.1-2.new");
    std::fs::write(&unfinished, "key = \"in clear\"\n").unwrap();
    let place = folder.path().join("unfinished");
    std::fs::hard_link(&unfinished, &place).unwrap();
    let half = agency.home.join("keys/keystore.key.1-3.new.gone");
    std::fs::write(&half, "key = \"in clear\"\n").unwrap();
    agency.passphrase = Some(format!("{PASSPHRASE}\n"));
    agency.start();
    assert!(!unfinished.exists() && !half.exists());
    assert!(std::fs::read(&place).unwrap().iter().all(|byte| *byte == 0));
    assert_eq!(agency.run(&["status"]).code, 0);
    agency.stop();
    let wrong = fed(&home, &["passphrase", "--unprotected", "--passphrase-fd", "0"], "not the one");
    assert_eq!(wrong.code, 2, "{wrong:?}");
    let one = ["passphrase", "--passphrase-fd", "0", "--new-passphrase-fd", "0"];
    let one = fed(&home, &one, PASSPHRASE);
    assert!(one.code == 2 && one.err.contains("cannot come from one"), "{one:?}");
    let none = fed(&home, &["passphrase", "--unprotected", "--passphrase-fd", "0"], PASSPHRASE);
    assert!(none.ok().contains("no passphrase"));
    agency.run(&["audit", "verify"]).ok();
}

/// A laptop is stolen: with it the key, the store and the passphrase. The agency goes on;
/// the thief is heard by nobody.
#[test]
fn a_stolen_node_is_refused_once_its_key_is_rotated_away() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let first = pair.refer(&consent);
    until("the first has arrived", || pair.clinic.status_of(&first).is_some());
    // Something is under way while all this happens.
    pair.clinic.stop();
    let second = pair.refer(&consent);
    let fingerprint = pair.centre.json(&["card", "show"])["fingerprint"].clone();
    pair.centre.stop();
    let stolen = pair.folder.path().join("stolen");
    copy(&pair.centre.home, &stolen);

    let recovery = pair.folder.path().join("centre.recovery");
    let recovery = recovery.to_str().unwrap();
    let rotate = ["card", "rotate", "--recovery", recovery];
    let rotated = pair.centre.run(&rotate).ok();
    assert!(rotated.contains("card number 2"), "{rotated}");
    // The same file makes no third card, another agency's none here.
    let again = pair.centre.run(&rotate);
    assert_eq!(again.code, 2, "{again:?}");
    assert!(again.err.contains("has been used"), "{again:?}");
    let other = pair.folder.path().join("clinic.recovery");
    let other = pair.centre.run(&["card", "rotate", "--recovery", other.to_str().unwrap()]);
    assert!(other.err.contains("another agency"), "{other:?}");

    pair.centre.start();
    pair.clinic.start();
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    let card = pair.centre.json(&["card", "show"]);
    assert_eq!((&card["fingerprint"], &card["card"]), (&fingerprint, &2.into()));
    pair.clinic.run(&["accept", &second, "--safe-contact", "--wait", "20"]).ok();
    until("both show accepted", || pair.centre.status_of(&second) == Some("accepted".into()));
    assert_eq!(pair.clinic.json(&["status"])["alarms"].as_array().unwrap().len(), 0);
    pair.centre.stop();

    // The thief starts the stolen node and refers somebody.
    let mut thief = Agency::of(stolen, "thief", pair.centre.port);
    thief.start();
    let form = sample("legal.toml");
    let args = ["refer", form.to_str().unwrap(), "--to", "clinic", "--consent", &consent, "-q"];
    let third = thief.run(&args).ok();
    until("the thief is refused", || {
        let status = pair.clinic.json(&["status"]);
        let rules = status["not_taken"].as_array().unwrap().iter();
        rules.map(|r| r["rule"].as_str().unwrap().to_owned()).any(|rule| rule == "CARD-09")
    });
    assert_eq!(pair.clinic.status_of(&third), None);
    let status = thief.json(&["status"]);
    assert_eq!(status["peers"][0]["problem"]["rule"], "CARD-09", "{status}");
    // And it opens nothing that is sealed from now on.
    let step = pair.clinic.run(&["start", &second]);
    assert_eq!(step.code, 0, "{step:?}");
    thief.stop();
    pair.centre.start();
    until("the step has arrived", || pair.centre.status_of(&second) == Some("in-progress".into()));
    for agency in [&pair.centre, &pair.clinic] {
        assert_eq!(agency.json(&["audit", "verify"])["ok"], true);
    }
}

/// Wherever a rotation is cut off, the node opens under one card or the other, and the
/// recovery files that are needed are there.
#[test]
fn a_rotation_that_is_cut_off_leaves_one_card_or_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::init(folder.path(), "centre");
    let recovery = folder.path().join("centre.recovery");
    let recovery = recovery.to_str().unwrap();
    let original = folder.path().join("original");
    copy(&agency.home, &original);
    let mut seen = [false; 2];
    for stop in 1..60 {
        std::fs::remove_dir_all(&agency.home).unwrap();
        copy(&original, &agency.home);
        let new = folder.path().join(format!("new-{stop}"));
        let mut command = std::process::Command::new("strace");
        // Killed at the n-th time that something is made durable or given its name.
        let inject = format!("inject=fsync,fdatasync,rename:signal=KILL:when={stop}");
        command.args(["-f", "-qq", "-o", "/dev/null", "-e", &inject]).arg(ihala_tests::binary());
        command.arg("--home").arg(&agency.home);
        command.args(["card", "rotate", "--recovery", recovery, "--new-recovery"]).arg(&new);
        let ended = command.output().unwrap().status.success();
        let mut again = Agency::of(agency.home.clone(), "centre", agency.port);
        again.start();
        let card = again.json(&["card", "show"])["card"].as_u64().unwrap();
        again.stop();
        seen[usize::try_from(card).unwrap() - 1] = true;
        let next = if card == 1 { recovery } else { new.to_str().unwrap() };
        let after = folder.path().join(format!("after-{stop}"));
        let rotate = ["card", "rotate", "--recovery", next, "--new-recovery"];
        agency.run(&[&rotate[..], &[after.to_str().unwrap()]].concat()).ok();
        if ended {
            break;
        }
    }
    assert_eq!(seen, [true; 2]);
}

/// The engine with everything on a real disk, and a clock of our own.
#[test]
fn a_destroyed_receive_secret_is_in_no_file_of_the_home() {
    const DAY: u64 = 86_400;
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    std::fs::create_dir(&home).unwrap();
    let mut rng = rand::rng();
    let identity = IdentitySecret::generate(&mut rng);
    let keystore =
        Keystore::create(&home.join("keys"), &identity, &Protection::None, &mut rng).unwrap();
    let open = |keystore: &Keystore| Setup {
        vault: Vault::new(
            Box::new(SledStore::open(&home.join("store")).unwrap()),
            Box::new(FileSlots::open(&home.join("slots")).unwrap()),
            keystore.store_key(),
        ),
        heads: Box::new(HeadFile::open(&home.join("head")).unwrap()),
        identities: keystore.identities().unwrap(),
        ring: Box::new(keystore.ring().unwrap()),
        conduct: Box::new(Honest),
        beside: Vec::new(),
    };
    let setup = open(&keystore);
    let next = IdentitySecret::generate(&mut rng).public();
    let genesis = Genesis {
        cards: CardChain::first(&setup.identities[0], &next),
        name: Name { lang: "en".into(), text: "Centre".into() },
        transport: ihala_envelope::TransportId::new(vec![1; 38]).unwrap(),
        suite: Suite::Hpke9,
        backup: None,
    };
    let begin = Timestamp(1_800_000_000);
    let mut engine = Engine::create(setup, genesis, begin, &mut rng).unwrap();
    // The first key of all: its secret, and the bytes of its file.
    let ring = keystore.ring().unwrap();
    let first = ring.all().iter().find(|epoch| !epoch.fallback).unwrap().clone();
    let kid: Kid = first.secret.kid();
    let file = home.join("keys/receive").join(format!("{kid}.key"));
    let sealed = std::fs::read(&file).unwrap();
    let sealed = sealed.trim_ascii().to_vec();
    let found = |what: &[u8]| {
        let holds = |path: &std::path::PathBuf| contains(&std::fs::read(path).unwrap(), what);
        files_under(&home).iter().any(holds)
    };
    assert!(found(&sealed));
    // Another name for the same place on the disk: what stays there after the file is gone.
    let place = folder.path().join("place");
    std::fs::hard_link(&file, &place).unwrap();
    let mut destroyed_on = None;
    for day in 1..40 {
        let now = begin.plus(day * DAY);
        let confirm = Input::Command {
            token: 1,
            actor: Actor::new("admin").unwrap(),
            language: Language::En,
            command: Box::new(Command::ConfirmClock),
        };
        engine.handle(vec![confirm, Input::Tick], now, &mut rng).unwrap();
        if !file.exists() && destroyed_on.is_none() {
            destroyed_on = Some(day);
        }
    }
    // Seven days in use, fourteen under way, an hour: the tick of the day after.
    assert_eq!(destroyed_on, Some(22));
    drop(engine);
    let secret = first.secret.secret().expose();
    for form in [secret.to_vec(), hex(secret), base64(secret), sealed] {
        assert!(!found(&form), "the secret, or its sealed file, is still there");
    }
    assert!(std::fs::read(&place).unwrap().iter().all(|byte| *byte == 0));
    let ring = Keystore::open(&home.join("keys"), None).unwrap().ring().unwrap();
    assert!(ring.secret(kid).is_none() && !ring.all().is_empty());
    Engine::open(open(&keystore)).unwrap();
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|w| w == what)
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().flat_map(|b| format!("{b:02x}").into_bytes()).collect()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    data_encoding::BASE64_NOPAD.encode(bytes).into_bytes()
}
