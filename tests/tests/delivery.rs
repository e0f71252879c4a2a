//! Exactly once, whatever happens; and what a peer may not send is refused by name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::{AgencyId, Body, SealedEnvelope};
use ihala_tests::peer::TestPeer;
use ihala_tests::{Agency, Pair, copy, until};

#[test]
fn a_referral_survives_kill_9_and_arrives_once() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    pair.clinic.stop();
    let id = pair.refer(&consent);
    pair.centre.kill();
    pair.centre.start();
    pair.clinic.start();
    until("the referral has arrived", || pair.clinic.status_of(&id).is_some());
    pair.clinic.run(&["accept", &id, "--safe-contact", "--wait", "20"]).ok();
    let both = || (pair.centre.status_of(&id), pair.clinic.status_of(&id));
    until("both show accepted", || both() == (Some("accepted".into()), Some("accepted".into())));
    for agency in [&pair.centre, &pair.clinic] {
        assert_eq!(agency.json(&["list"])["referrals"].as_array().unwrap().len(), 1);
        let shown = agency.json(&["show", &id]);
        let steps =
            shown["history"].as_array().unwrap().iter().map(|e| e["step"].as_str().unwrap());
        let steps: Vec<_> = steps.filter(|s| *s != "identity-released").collect();
        assert_eq!(steps, ["requested", "accepted"]);
        assert_eq!(agency.json(&["audit", "verify"])["ok"], true);
    }
}

#[test]
fn the_audit_needs_no_running_node() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let id = pair.refer(&consent);
    until("the referral has arrived", || pair.clinic.status_of(&id).is_some());
    pair.clinic.stop();
    let report = pair.clinic.json(&["audit", "verify"]);
    assert_eq!((&report["ok"], &report["referrals"]), (&true.into(), &1.into()));
}

/// sled opens an older state without a word when a bit of its file has flipped: the
/// head beside the store tells that something is lost.
#[test]
fn a_flipped_bit_never_loses_anything_in_silence() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let id = pair.refer(&consent);
    until("the referral has arrived", || pair.clinic.status_of(&id).is_some());
    pair.clinic.stop();
    let whole = pair.clinic.json(&["audit", "verify"]);
    let saved = pair.folder.path().join("saved");
    copy(&pair.clinic.home, &saved);
    let data = std::fs::read(saved.join("store/db")).unwrap();
    let written = data.iter().rposition(|b| *b != 0).unwrap();
    let mut noticed = 0;
    for trial in 0..60 {
        std::fs::remove_dir_all(&pair.clinic.home).unwrap();
        copy(&saved, &pair.clinic.home);
        let mut bytes = data.clone();
        if trial < 40 {
            bytes[written * trial / 40] ^= 1 << (trial % 8);
        } else {
            // A tail that never reached the disk.
            bytes[written * trial / 60..=written].fill(0);
        }
        std::fs::write(pair.clinic.home.join("store/db"), bytes).unwrap();
        let ran = pair.clinic.run(&["audit", "verify", "--json"]);
        if ran.code == 0 {
            let report = ran.json();
            assert_eq!(report["head"], whole["head"], "trial {trial}");
            assert_eq!(report["referrals"], whole["referrals"], "trial {trial}");
        } else {
            assert_eq!(ran.code, 1, "{ran:?}");
            ran.json();
            noticed += 1;
        }
    }
    assert!(noticed > 10, "{noticed}");
}

/// A whole, older store beside a newer head: what a lost tail amounts to.
#[test]
fn a_store_that_is_older_than_its_head_is_not_used() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let first = pair.refer(&consent);
    until("the first has arrived", || pair.clinic.status_of(&first).is_some());
    pair.clinic.stop();
    let older = pair.folder.path().join("older");
    copy(&pair.clinic.home.join("store"), &older);
    pair.clinic.start();
    let second = pair.refer(&consent);
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    pair.clinic.stop();
    std::fs::remove_dir_all(pair.clinic.home.join("store")).unwrap();
    copy(&older, &pair.clinic.home.join("store"));
    for command in [&["audit", "verify"][..], &["serve"]] {
        let ran = pair.clinic.run(command);
        assert_eq!(ran.code, 1, "{ran:?}");
        assert!(ran.err.contains("has lost records"), "{ran:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_envelope_twice_gives_one_receipt_and_one_leaf() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    let mut peer = TestPeer::join(folder.path(), &agency).await;
    let payload = peer.request(&[1, 2, 3, 6, 20]);
    let message = peer.sign(peer.body(1, None), payload);
    let key = peer.key();
    let envelope = peer.seal(&message, &key);
    let leaves = || agency.json(&["status"])["audit_size"].as_u64().unwrap();
    let before = leaves();
    let first = peer.hand_over(envelope.clone()).await;
    assert_eq!(peer.rule(&first), "receipt");
    assert_eq!(peer.hand_over(envelope).await, first);
    // Sealed anew, the same message is still the same message.
    let again = peer.seal(&message, &key);
    assert_eq!(peer.hand_over(again).await, first);
    assert_eq!(leaves(), before + 1);
    assert_eq!(agency.json(&["list"])["referrals"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_peer_may_not_send_is_refused_by_name_and_on_record() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    let mut peer = TestPeer::join(folder.path(), &agency).await;
    let key = peer.key();
    let payload = peer.request(&[1, 2, 3, 6, 20]);
    let message = peer.sign(peer.body(1, None), payload.clone());
    let good = peer.seal(&message, &key);

    let mut altered = good.clone();
    *altered.last_mut().unwrap() ^= 1;
    let reply = peer.hand_over(altered).await;
    assert_eq!(peer.rule(&reply), "ENV-05");
    let reply = peer.hand_over(good[..good.len() / 2].to_vec()).await;
    assert_eq!(peer.rule(&reply), "ENV-02");
    let reply = peer.hand_over(vec![]).await;
    assert_eq!(peer.rule(&reply), "ENV-02");
    let strange = peer.strange_key();
    let for_nobody = peer.seal(&message, &strange);
    assert!(SealedEnvelope::decode(&for_nobody).is_ok());
    let reply = peer.hand_over(for_nobody).await;
    assert_eq!(peer.rule(&reply), "statement");
    let other = Body { recipient: AgencyId([9; 32]), ..peer.body(1, None) };
    let other = peer.sign(other, payload.clone());
    let other = peer.seal(&other, &key);
    let reply = peer.hand_over(other).await;
    assert_eq!(peer.rule(&reply), "ENV-05", "info names the recipient");
    let stranger = Body { sender: AgencyId([8; 32]), ..peer.body(1, None) };
    let stranger = peer.sign(stranger, payload);
    let stranger = peer.seal(&stranger, &key);
    let reply = peer.hand_over(stranger).await;
    assert_eq!(peer.rule(&reply), "TRU-01");
    let too_much = peer.request(&[1, 2, 3, 6, 20, 21]);
    let too_much = peer.sign(peer.body(1, None), too_much);
    let too_much = peer.seal(&too_much, &key);
    let reply = peer.hand_over(too_much).await;
    assert_eq!(peer.rule(&reply), "POL-04");

    let status = agency.json(&["status"]);
    let mut rules: Vec<_> = status["not_taken"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| r["rule"].as_str().unwrap())
        .collect();
    rules.sort_unstable();
    assert_eq!(rules, ["ENV-02", "ENV-04", "ENV-05", "TRU-01"]);
    assert_eq!(agency.json(&["list"])["referrals"].as_array().unwrap().len(), 0);
    assert_eq!(agency.json(&["audit", "verify"])["ok"], true);
}
