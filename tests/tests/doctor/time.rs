//! Clocks that differ, and what waits for clocks to agree.

use ihala_tests::{Pair, until};

use crate::Page;

pub(crate) fn diagnoses() -> Page {
    let mut page = Page::default();
    some_minutes(&mut page);
    two_hours(&mut page);
    behind(&mut page);
    unconfirmed(&mut page);
    page
}

fn some_minutes(page: &mut Page) {
    let pair = Pair::with(|agency| {
        if agency.name == "clinic" {
            // With some seconds to spare: minutes are told.
            agency.clock = Some("+1830");
        }
    });
    let how = "Its clock is half an hour ahead of ours.";
    page.finds(&pair.centre, "clinic", "clock-skew", "Clock skew", how);
    let how = "The same, seen from there.";
    page.finds(&pair.clinic, "centre", "clock-skew", "Clock skew, seen from there", how);
}

fn two_hours(page: &mut Page) {
    let mut pair = Pair::new();
    pair.centre.set_clock("+2h");
    pair.centre.wait_for_peers(1);
    let how = "Our clock is two hours ahead, so nothing that we sign is taken there.";
    page.finds(&pair.centre, "clinic", "clock-skew", "We are ahead", how);
    let how = "Its clock is two hours ahead, so nothing that it signs is taken here.";
    page.finds(&pair.clinic, "centre", "clock-skew", "They are ahead", how);
}

fn behind(page: &mut Page) {
    let mut pair = Pair::new();
    pair.clinic.stop();
    pair.centre.set_clock("-2h");
    let how = "Our clock is two hours behind, and its node was made just now.";
    page.finds(&pair.centre, "clinic", "clock-skew", "Keys of a time to come", how);
}

fn unconfirmed(page: &mut Page) {
    let mut pair = Pair::new();
    for agency in [&mut pair.centre, &mut pair.clinic] {
        agency.set_clock("+60d");
    }
    pair.centre.wait_for_peers(1);
    let how = "Both nodes were off for two months: receive secrets are due to be destroyed, and no two peers have told the time.";
    page.finds(&pair.centre, "clinic", "clock-unconfirmed", "Time not confirmed", how);
    // What it tells to do is what is to be done.
    pair.centre.run(&["clock", "confirm"]).ok();
    let node = || pair.centre.json(&["doctor", "clinic"])["node"].clone();
    until("the secrets are destroyed", || node().as_array().unwrap().is_empty());
}
