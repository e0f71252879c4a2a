//! Who is on whose list, and what the two have agreed.

use ihala_tests::peer::{TestPeer, now};
use ihala_tests::{Agency, Pair, until};

use crate::Page;

pub(crate) fn diagnoses() -> Page {
    let mut page = Page::default();
    unknown_and_no_card(&mut page);
    off_its_list(&mut page);
    not_in_force(&mut page);
    protocols(&mut page);
    tokio::runtime::Runtime::new().unwrap().block_on(consent_lapsed(&mut page));
    page
}

fn unknown_and_no_card(page: &mut Page) {
    let folder = tempfile::tempdir().unwrap();
    let [centre, clinic] = ["centre", "clinic"].map(|name| Agency::start_new(folder.path(), name));
    assert_eq!(centre.run(&["doctor", "clinic"]).code, 4);
    centre.trust(&clinic);
    let id = clinic.run(&["card", "show", "-q"]).ok();
    centre.run(&["trust", "remove", "clinic"]).ok();
    page.finds(&centre, &id, "unknown", "Unknown", "The agency was taken off the trust list.");
    let other = Agency::start_new(folder.path(), "hospital");
    let fingerprint = other.json(&["card", "show"])["fingerprint"].as_str().unwrap().to_owned();
    let list = centre.home.join("trust.toml");
    let text = std::fs::read_to_string(&list).unwrap();
    let entry = format!("\n[[agency]]\nid = \"{fingerprint}\"\nname = \"hospital\"\n");
    std::fs::write(&list, text + &entry).unwrap();
    centre.run(&["trust", "reload"]).ok();
    let how = "Its fingerprint is on the trust list alone.";
    page.finds(&centre, "hospital", "unknown", "No card", how);
}

fn off_its_list(page: &mut Page) {
    let pair = Pair::new();
    pair.clinic.run(&["trust", "remove", "centre"]).ok();
    let how = "It has taken us off its trust list.";
    page.finds(&pair.centre, "clinic", "blocked", "Blocked", how);

    let pair = Pair::new();
    let consent = pair.consent();
    let open = pair.refer(&consent);
    until("the request has arrived", || pair.clinic.status_of(&open).is_some());
    pair.clinic.run(&["trust", "remove", "centre"]).ok();
    let how = "The same, while a referral between the two is open: what ends it still passes.";
    page.finds(&pair.centre, "clinic", "blocked", "Blocked, with something open", how);
}

fn not_in_force(page: &mut Page) {
    let pair = Pair::new();
    let list = pair.centre.home.join("trust.toml");
    let text = std::fs::read_to_string(&list).unwrap();
    std::fs::write(&list, text + "\n# The lawyer is away in May.\n").unwrap();
    let how = "Somebody has edited `trust.toml`, and not said that it is to be in force.";
    page.finds(&pair.centre, "clinic", "trust-file", "Trust list not in force", how);
    let pair = Pair::new();
    pair.centre.run(&["trust", "set", "clinic", "--send", "false"]).ok();
    let how = "Our own list says that nobody is referred to it.";
    page.finds(&pair.centre, "clinic", "trust-list", "Our own list", how);
}

fn protocols(page: &mut Page) {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["centre", "clinic"].map(|name| Agency::start_new(folder.path(), name));
    one.trust(&other);
    other.trust(&one);
    one.wait_for_peers(1);
    let how = "The two agencies trust one another and have signed no protocol.";
    page.finds(&one, "clinic", "no-isp", "No protocol", how);
    let pair = Pair::new();
    let id = pair.centre.json(&["isp", "list"])["isps"][0]["id"].as_str().unwrap().to_owned();
    pair.clinic.run(&["isp", "terminate", &id, "--yes"]).ok();
    let how = "One of the two has terminated the protocol.";
    page.finds(&pair.centre, "clinic", "no-isp", "Protocol ended", how);
}

async fn consent_lapsed(page: &mut Page) {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "clinic");
    let mut peer = TestPeer::join(folder.path(), &agency).await;
    let payload = peer.request_until(&[1, 2, 3, 6, 20], now().plus(2));
    let message = peer.sign(peer.body(1, None), payload);
    let key = peer.key();
    let envelope = peer.seal(&message, &key);
    let reply = peer.hand_over(envelope).await;
    assert_eq!(peer.rule(&reply), "receipt");
    let how = "A referral is open, and the person's consent has ended meanwhile.";
    page.finds(&agency, "Test peer", "consent-lapsed", "Consent lapsed", how);
}
