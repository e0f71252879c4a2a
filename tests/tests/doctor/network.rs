//! What the roster of a network says.

use ihala_protocol::date;
use ihala_tests::peer::now;
use ihala_tests::{Agency, Pair, ihala};

use crate::Page;

pub(crate) fn diagnoses() -> Page {
    let mut page = Page::default();
    suspended(&mut page);
    ended(&mut page);
    page
}

/// A network of one seat, with both agencies as members; its file and the seat's.
fn network(pair: &Pair, until: &str) -> (String, String) {
    let file = |name: &str| pair.folder.path().join(name).to_str().unwrap().to_owned();
    let (network, seat, toml) = (file("network"), file("seat"), file("charter.toml"));
    let key = ihala(["roster", "seat", &seat, "--name", "Holder", "-q"]).ok();
    let charter = format!(
        "charter = \"ihala-charter/1\"\nname = \"Network\"\nthreshold = 1\nvalid_until = 2028-01-31\n\
         [[seat]]\nname = \"Holder\"\nkey = \"{key}\"\n"
    );
    std::fs::write(&toml, charter).unwrap();
    ihala(["roster", "charter", &toml, "--file", &network]).ok();
    for agency in [&pair.centre, &pair.clinic] {
        let card = file(&format!("{}.own", agency.name));
        agency.run(&["card", "export", &card]).ok();
        ihala(["roster", "add", &network, &card, "--until", until]).ok();
    }
    ihala(["roster", "sign", &network, "--seat", &seat, "--yes"]).ok();
    (network, seat)
}

fn follow(agency: &Agency, network: &str) {
    let fingerprint = ihala(["roster", "show", network, "--json"]).json()["fingerprint"].clone();
    let fingerprint = fingerprint.as_str().unwrap();
    agency.run(&["roster", "follow", network, "--fingerprint", fingerprint]).ok();
}

fn suspended(page: &mut Page) {
    let pair = Pair::new();
    let (network, seat) = network(&pair, &date::show_day(now().plus(90 * 86_400)));
    follow(&pair.centre, &network);
    ihala(["roster", "suspend", &network, "clinic"]).ok();
    ihala(["roster", "sign", &network, "--seat", &seat, "--yes"]).ok();
    pair.centre.run(&["roster", "take", &network]).ok();
    let how = "The roster of a network that we follow has suspended it.";
    page.finds(&pair.centre, "clinic", "suspended", "Suspended", how);
    let how = "Seen from the agency that is suspended.";
    page.finds(&pair.clinic, "centre", "suspended", "Suspended by its network", how);
    // Who follows the network no more is told whom nothing stops any more.
    let told = pair.centre.run(&["roster", "unfollow", "Network"]).ok();
    assert!(told.contains("suspended") && told.contains("clinic"), "{told}");
}

fn ended(page: &mut Page) {
    let mut pair = Pair::new();
    let (network, _) = network(&pair, &date::show_day(now().plus(2 * 86_400)));
    follow(&pair.centre, &network);
    for agency in [&mut pair.centre, &mut pair.clinic] {
        agency.set_clock("+20d");
    }
    pair.centre.wait_for_peers(1);
    let how = "The last roster has ended, and for two weeks nobody has brought a new one.";
    page.finds(&pair.centre, "clinic", "expired", "Roster ended", how);
}
