//! Why can't I reach them? Every diagnosis, from the real condition between real nodes; the
//! page `docs/doctor.md` is made of what they say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::sync::Mutex;
use std::time::Duration;

use ihala_envelope::{Body, Timestamp};
use ihala_tests::peer::{TestPeer, now};
use ihala_tests::{Agency, Pair, ihala, repository, until};
use libp2p::futures::StreamExt;

/// What the tests have seen: name of the condition, how it came about, what `doctor` said.
static SEEN: Mutex<Vec<(&'static str, &'static str, String)>> = Mutex::new(Vec::new());

/// Waits until `doctor` finds something, and keeps what it says.
fn finds(agency: &Agency, about: &str, finding: &str, name: &'static str, how: &'static str) {
    until(&format!("{name}: {finding}"), || {
        let found = agency.json(&["doctor", about]);
        let all = found["agencies"][0]["findings"].as_array().unwrap().clone();
        all.iter().chain(found["node"].as_array().unwrap()).any(|f| f["finding"] == finding)
    });
    let said = agency.run(&["doctor", about]).ok();
    SEEN.lock().unwrap().push((name, how, settled(&said)));
}

/// Without what differs from one run to the next.
fn settled(said: &str) -> String {
    let word = |word: &str| -> String {
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
    };
    let line = |line: &str| -> String {
        let indent = line.len() - line.trim_start().len();
        let words: Vec<String> = line.split_whitespace().map(word).collect();
        format!("{}{}", " ".repeat(indent), words.join(" "))
    };
    // How much waits is a matter of the moment.
    let mut lines = Vec::new();
    let mut all = said.lines();
    while let Some(next) = all.next() {
        if next.starts_with("  messages that wait") {
            all.next();
        } else {
            lines.push(line(next));
        }
    }
    lines.join("\n")
}

#[test]
fn every_diagnosis_is_made_of_the_real_condition() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let _inside = runtime.enter();
    fine_and_no_protocol();
    unknown_and_no_card();
    unreachable_wrong_node_and_blocked();
    revoked();
    recovering();
    suspended_and_ended();
    runtime.block_on(other_version());
    runtime.block_on(clock_skew());
    runtime.block_on(keys_ended_and_consent_lapsed());
    page();
}

fn fine_and_no_protocol() {
    let pair = Pair::new();
    until("nothing is under way", || pair.centre.json(&["status"])["peers"][0]["queued"] == 0);
    finds(&pair.centre, "clinic", "fine", "fine", "Nothing is wrong.");
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["centre", "clinic"].map(|name| Agency::start_new(folder.path(), name));
    one.trust(&other);
    other.trust(&one);
    one.wait_for_peers(1);
    let how = "The two agencies trust one another and have signed no protocol.";
    finds(&one, "clinic", "no-isp", "no protocol", how);
    let id = pair.centre.json(&["isp", "list"])["isps"][0]["id"].as_str().unwrap().to_owned();
    pair.clinic.run(&["isp", "terminate", &id, "--yes"]).ok();
    let how = "One of the two has terminated the protocol.";
    finds(&pair.centre, "clinic", "no-isp", "protocol ended", how);
}

fn unknown_and_no_card() {
    let folder = tempfile::tempdir().unwrap();
    let [centre, clinic] = ["centre", "clinic"].map(|name| Agency::start_new(folder.path(), name));
    assert_eq!(centre.run(&["doctor", "clinic"]).code, 4);
    centre.trust(&clinic);
    let id = clinic.run(&["card", "show", "-q"]).ok();
    centre.run(&["trust", "remove", "clinic"]).ok();
    finds(&centre, &id, "unknown", "unknown", "The agency was taken off the trust list.");
    let other = Agency::start_new(folder.path(), "hospital");
    let fingerprint = other.json(&["card", "show"])["fingerprint"].as_str().unwrap().to_owned();
    let list = centre.home.join("trust.toml");
    let text = std::fs::read_to_string(&list).unwrap();
    let entry = format!("\n[[agency]]\nid = \"{fingerprint}\"\nname = \"hospital\"\n");
    std::fs::write(&list, text + &entry).unwrap();
    centre.run(&["trust", "reload"]).ok();
    finds(&centre, "hospital", "unknown", "no card", "Its fingerprint is on the trust list alone.");
}

fn unreachable_wrong_node_and_blocked() {
    let mut pair = Pair::new();
    pair.clinic.stop();
    pair.refer(&pair.consent());
    finds(&pair.centre, "clinic", "unreachable", "unreachable", "Its node does not run.");
    let listen = format!("/ip4/127.0.0.1/tcp/{}", pair.clinic.port);
    let home = pair.folder.path().join("stranger");
    let init = ["init", "--unprotected", "--name", "stranger", "--listen", &listen];
    ihala(["--home", home.to_str().unwrap()].iter().chain(&init)).ok();
    let mut stranger = Agency::of(home, "stranger", pair.clinic.port);
    stranger.start();
    let how = "Another node listens at its address.";
    finds(&pair.centre, "clinic", "wrong-key", "wrong key", how);
    stranger.stop();
    pair.clinic.start();
    pair.centre.wait_for_peers(1);
    let pair = Pair::new();
    pair.clinic.run(&["trust", "remove", "centre"]).ok();
    let how = "It has taken us off its trust list.";
    finds(&pair.centre, "clinic", "blocked", "blocked", how);
}

fn revoked() {
    let mut pair = Pair::new();
    pair.centre.stop();
    let stolen = pair.folder.path().join("stolen");
    let mut copy = std::process::Command::new("cp");
    let copied = copy.arg("-a").arg(&pair.centre.home).arg(&stolen).status().unwrap();
    assert!(copied.success());
    let recovery = pair.folder.path().join("centre.recovery");
    pair.centre.run(&["card", "rotate", "--recovery", recovery.to_str().unwrap()]).ok();
    pair.centre.start();
    until("the clinic knows the new card", || {
        pair.clinic.json(&["trust", "show", "centre"])["card"] == 2
    });
    pair.centre.stop();
    let mut thief = Agency::of(stolen, "stolen", pair.centre.port);
    thief.start();
    thief.wait_for_peers(1);
    thief.run(&["audit", "checkpoint", "clinic"]).ok();
    let how =
        "Seen from a node whose card was replaced: its disk was stolen, or restored elsewhere.";
    // It is told, and ends all connections.
    let over = ["audit", "checkpoint", "clinic"];
    until("the node knows", || thief.run(&over).err.contains("CARD-09"));
    finds(&thief, "clinic", "revoked", "our card was replaced", how);
    thief.stop();
    until("its peer is alone", || {
        let said = pair.clinic.json(&["doctor", "centre"]).to_string();
        said.contains("unreachable")
    });
    let how = "Seen from its peer: somebody has the old key.";
    finds(&pair.clinic, "centre", "revoked", "its card was replaced", how);
}

fn recovering() {
    let mut pair = Pair::new();
    let file = pair.folder.path().join("backup");
    let file = file.to_str().unwrap();
    pair.centre.run(&["backup", file]).ok();
    pair.centre.stop();
    pair.clinic.stop();
    let again = pair.folder.path().join("again");
    let recovery = pair.folder.path().join("centre.recovery");
    let mut again = Agency::of(again, "centre", pair.centre.port);
    let recovery = recovery.to_str().unwrap();
    again.run(&["restore", file, "--recovery", recovery, "--unprotected"]).ok();
    again.start();
    let how =
        "This agency was restored from a backup, and the other one has not been reached since.";
    finds(&again, "clinic", "recovering", "restored from a backup", how);
}

fn suspended_and_ended() {
    let pair = Pair::new();
    let file = |name: &str| pair.folder.path().join(name).to_str().unwrap().to_owned();
    let ok = |args: &[&str]| ihala(args).ok();
    let (network, seat, toml) = (file("network"), file("seat"), file("charter.toml"));
    let key = ok(&["roster", "seat", &seat, "--name", "Holder", "-q"]);
    let charter = format!(
        "charter = \"ihala-charter/1\"\nname = \"Network\"\nthreshold = 1\nvalid_until = 2028-01-31\n\
         [[seat]]\nname = \"Holder\"\nkey = \"{key}\"\n"
    );
    std::fs::write(&toml, charter).unwrap();
    ok(&["roster", "charter", &toml, "--file", &network]);
    for agency in [&pair.centre, &pair.clinic] {
        let card = file(&format!("{}.own", agency.name));
        agency.run(&["card", "export", &card]).ok();
        ok(&["roster", "add", &network, &card]);
    }
    ok(&["roster", "sign", &network, "--seat", &seat, "--yes"]);
    let fingerprint = ihala(["roster", "show", &network, "--json"]).json()["fingerprint"].clone();
    let fingerprint = fingerprint.as_str().unwrap();
    pair.centre.run(&["roster", "follow", &network, "--fingerprint", fingerprint]).ok();
    ok(&["roster", "suspend", &network, "clinic"]);
    ok(&["roster", "sign", &network, "--seat", &seat, "--yes"]);
    pair.centre.run(&["roster", "take", &network]).ok();
    let how = "The roster of a network that we follow has suspended it.";
    finds(&pair.centre, "clinic", "suspended", "suspended", how);
    pair.clinic.run(&["audit", "checkpoint", "centre"]).ok();
    let how = "Seen from the agency that is suspended.";
    finds(&pair.clinic, "centre", "suspended", "suspended by its network", how);
}

/// A node that speaks ping and another version of our protocol.
async fn other_version() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "centre");
    let secret = ihala_envelope::Secret::new([77; 32]);
    let transport = ihala_net::transport_id(&secret);
    let key = libp2p::identity::Keypair::ed25519_from_bytes([77; 32]).unwrap();
    let mut swarm = libp2p::SwarmBuilder::with_existing_identity(key)
        .with_tokio()
        .with_tcp(
            libp2p::tcp::Config::default(),
            libp2p::noise::Config::new,
            libp2p::yamux::Config::default,
        )
        .unwrap()
        .with_behaviour(|_| libp2p::ping::Behaviour::default())
        .unwrap()
        .with_swarm_config(|config| config.with_idle_connection_timeout(Duration::from_secs(60)))
        .build();
    swarm.listen_on("/ip4/127.0.0.1/tcp/0".parse().unwrap()).unwrap();
    let address = loop {
        if let libp2p::swarm::SwarmEvent::NewListenAddr { address, .. } =
            swarm.select_next_some().await
        {
            break address.to_string();
        }
    };
    tokio::spawn(async move {
        loop {
            swarm.select_next_some().await;
        }
    });
    TestPeer::trusted_by(folder.path(), &agency, |statement| {
        statement.peers = vec![transport];
        statement.addresses = vec![address];
    });
    let how = "Its node answers and does not speak our protocol.";
    let look = move || finds(&agency, "Test peer", "version", "version", how);
    tokio::task::spawn_blocking(look).await.unwrap();
}

async fn clock_skew() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    let mut peer = TestPeer::join(folder.path(), &agency).await;
    let payload = peer.request(&[1, 2, 3, 6, 20]);
    let body = Body { created: now().plus(2 * 3_600), ..peer.body(1, None) };
    let message = peer.sign(body, payload);
    let key = peer.key();
    let envelope = peer.seal(&message, &key);
    let reply = peer.hand_over(envelope).await;
    assert_eq!(peer.rule(&reply), "DEL-04");
    let how = "It signs times that are two hours ahead of ours.";
    let look = move || finds(&agency, "Test peer", "clock-skew", "clock skew", how);
    tokio::task::spawn_blocking(look).await.unwrap();
}

async fn keys_ended_and_consent_lapsed() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    TestPeer::trusted_by(folder.path(), &agency, |statement| {
        statement.keys[0].not_after = Timestamp(now().0 - 86_400);
    });
    let how = "All of its receive keys that we know of have ended.";
    let look = move || {
        finds(&agency, "Test peer", "expired", "expired", how);
        agency
    };
    drop(tokio::task::spawn_blocking(look).await.unwrap());

    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    let mut peer = TestPeer::join(folder.path(), &agency).await;
    let ends = now().plus(2);
    let payload = peer.request_until(&[1, 2, 3, 6, 20], ends);
    let message = peer.sign(peer.body(1, None), payload);
    let key = peer.key();
    let envelope = peer.seal(&message, &key);
    let reply = peer.hand_over(envelope).await;
    assert_eq!(peer.rule(&reply), "receipt");
    let how = "A referral is open, and the person's consent has ended meanwhile.";
    let look = move || finds(&agency, "Test peer", "consent-lapsed", "consent lapsed", how);
    tokio::task::spawn_blocking(look).await.unwrap();
}

/// `docs/doctor.md`, as what was seen makes it.
fn page() {
    let seen = SEEN.lock().unwrap();
    let mut page = "# `ihala doctor`\n\nWhy can't I reach them? What `ihala doctor AGENCY` says in each case, \
                    and what to do next. Made by `tests/tests/doctor.rs` of the real conditions between real \
                    nodes (`IHALA_BLESS=1`).\n"
        .to_owned();
    for (name, how, said) in seen.iter() {
        let mut title = name.to_string();
        title[..1].make_ascii_uppercase();
        page.push_str(&format!("\n## {title}\n\n{how}\n\n```text\n{said}\n```\n"));
    }
    let file = repository().join("docs/doctor.md");
    if std::env::var_os("IHALA_BLESS").is_some() {
        std::fs::write(&file, &page).unwrap();
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(known, page, "docs/doctor.md: write it anew with IHALA_BLESS=1");
}
