//! What trust list and rosters let come.

use ihala_conformance::vector::RosterTaken;
use ihala_envelope::Timestamp;
use ihala_protocol::roster::{Member, Roster, Standing};

use super::*;
use crate::rosters::{bundle, by, charter, roster};

/// The roster of a network of one seat that says how the centre stands.
fn network(version: u64, standing: Standing) -> Hex {
    let first = by(charter(&[11], 1, None), &[11]);
    let member =
        Member { agency: centre().id(), name: "Community Centre".into(), standing, since: NOW };
    let roster = Roster { members: vec![member], ..roster(&first, &first, version, &[]) };
    bundle(&[&first], Some(by(roster, &[11]))).into()
}

impl Writer {
    fn take(&mut self, comment: &str, roster: Hex) {
        let taken = RosterTaken { at: self.now.0, comment: comment.into(), roster };
        taken.take(&mut self.node).unwrap();
        self.script.push(Script::Network(taken));
        self.now = self.now.plus(60);
    }
}

pub(super) fn forge(folder: &mut Folder) {
    let mut w = Writer::new();
    w.take("the centre belongs to a network", network(1, Standing::Active));
    w.refer(1);
    w.finish(folder, "member", "a member of a network that is followed", "accept");

    let mut w = Writer::new();
    w.take("the network has suspended the centre", network(1, Standing::Suspended));
    w.refer(1);
    w.finish(folder, "suspended", "nothing new of an agency that is suspended", "ROS-10");

    let mut w = Writer::new();
    w.take("the centre belongs to a network", network(1, Standing::Active));
    let request = w.refer(1);
    w.take("the network suspends it", network(2, Standing::Suspended));
    let end = w.after(&request, EventKind::ErasureOrdered);
    let end = w.signed(end, step(EventKind::ErasureOrdered, Answer::default()));
    w.send("the person has withdrawn consent", &end);
    w.finish(folder, "end-of-suspended", "what ends things still passes", "accept");

    let mut w = Writer::new();
    w.take("the network has suspended the centre", network(1, Standing::Suspended));
    w.now = Timestamp(w.now.0 + 200 * DAY);
    w.refer(1);
    w.finish(folder, "ended-roster-suspends", "a roster that has ended goes on stopping", "ROS-10");

    let isp = signed_isp(&isp_toml(&centre(), &clinic()), &[&centre(), &clinic()]);
    let mut given = clinic().given(&[&centre()], &[&isp]);
    given.closed = vec![centre().id().0.into()];
    let mut w = Writer::of(given, isp);
    w.refer(1);
    w.finish(folder, "closed", "the trust list lets no request of this agency come", "TRU-05");
}
