//! Cards that were replaced, homes that were restored, keys that have ended.

use ihala_envelope::{Timestamp, cbor};
use ihala_protocol::Reply;
use ihala_tests::peer::{TestPeer, now};
use ihala_tests::{Agency, Pair, copy, until};

use crate::Page;

pub(crate) fn diagnoses() -> Page {
    let mut page = Page::default();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    replaced(&mut page);
    disputed(&mut page);
    restored(&mut page);
    // Between two real nodes these last where one backup was restored twice, or not long enough
    // for anybody to look.
    let not_stored = |rule: &str| cbor::to_vec(&Reply::NotStored(rule.into()));
    let how = "The other one was restored, and does not know yet what went between the two.";
    let name = "It was restored from a backup";
    runtime.block_on(page.answers(&not_stored("BAK-05"), "recovering", name, how));
    let how = "It knows another card of ours than the one we sign under.";
    let name = "Card not known there";
    runtime.block_on(page.answers(&not_stored("ENV-10"), "blocked", name, how));
    runtime.block_on(ended(&mut page));
    page
}

fn replaced(page: &mut Page) {
    let mut pair = Pair::new();
    pair.centre.stop();
    let stolen = pair.folder.path().join("stolen");
    copy(&pair.centre.home, &stolen);
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
    let how =
        "Seen from a node whose card was replaced: its disk was stolen, or restored elsewhere.";
    page.finds(&thief, "clinic", "revoked", "Our card was replaced", how);
    thief.stop();
    until("its peer is alone", || {
        let said = pair.clinic.json(&["doctor", "centre"]).to_string();
        said.contains("unreachable")
    });
    let how = "Seen from its peer: somebody has the old key.";
    page.finds(&pair.clinic, "centre", "revoked", "Its card was replaced", how);
}

/// A thief who has the recovery file, too, makes a next card that is as good as the agency's.
fn disputed(page: &mut Page) {
    let mut pair = Pair::new();
    pair.centre.stop();
    let stolen = pair.folder.path().join("stolen");
    copy(&pair.centre.home, &stolen);
    let mut thief = Agency::of(stolen, "stolen", pair.centre.port);
    let recovery = pair.folder.path().join("centre.recovery");
    let new = pair.folder.path().join("thief.recovery");
    let [recovery, new] = [&recovery, &new].map(|path| path.to_str().unwrap());
    thief.run(&["card", "rotate", "--recovery", recovery, "--new-recovery", new]).ok();
    pair.centre.run(&["card", "rotate", "--recovery", recovery]).ok();
    pair.centre.start();
    until("the clinic knows the new card", || {
        pair.clinic.json(&["trust", "show", "centre"])["card"] == 2
    });
    pair.centre.stop();
    thief.start();
    let how = "Somebody who has its recovery file has made another next card.";
    page.finds(&pair.clinic, "centre", "wrong-key", "Disputed", how);
    thief.stop();
    pair.centre.start();
    pair.centre.wait_for_peers(1);
    let how = "The same, seen from the agency whose recovery file it was.";
    page.finds(&pair.centre, "clinic", "wrong-key", "Disputed there", how);
}

fn restored(page: &mut Page) {
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
    page.finds(&again, "clinic", "recovering", "Restored from a backup", how);
}

async fn ended(page: &mut Page) {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    TestPeer::trusted_by(folder.path(), &agency, |statement| {
        statement.keys[0].not_after = Timestamp(now().0 - 86_400);
    });
    let how = "All of its receive keys that we know of have ended.";
    page.finds(&agency, "Test peer", "expired", "Expired", how);
}
