//! Under which protocol a message is judged.

use super::*;

pub(super) fn forge(folder: &mut Folder) {
    spoiled(folder, "unknown", "a protocol that is not known", "ISP-04", |r| {
        r.isp = Digest([6; 32])
    });

    let toml = isp_toml(&centre(), &clinic());
    let half = signed_isp(&toml, &[&centre()]);
    let mut w = Writer::of(clinic().given(&[&centre()], &[&half]), half);
    w.refer(1);
    w.finish(folder, "unsigned", "the receiver has not signed the protocol", "ISP-05");

    let mut w = Writer::new();
    w.now = Timestamp(w.isp.isp().valid_until.0 + 1);
    let mut request = w.request();
    request.consent.valid_until = w.now.plus(DAY);
    let message = w.signed(w.body(1, EventKind::Requested), requested(request));
    w.send("a second after the protocol's last", &message);
    w.finish(folder, "lapsed", "a protocol that has ended", "ISP-06");

    // A newer version, signed by both two days before.
    let old = signed_isp(&toml, &[&centre(), &clinic()]);
    let second = |more: &str| {
        let newer = toml.replace(
            "version = 1\n",
            &format!("version = 2\nprevious = \"{}\"\n{more}", old.digest()),
        );
        signed_isp(&newer.replace("\"person.phone\", ", ""), &[&centre(), &clinic()])
    };
    let newer = second("");
    let given = || clinic().given(&[&centre()], &[&old, &newer]);
    let mut w = Writer::of(given(), old.clone());
    w.refer(1);
    w.finish(folder, "overlap", "the old version, within the overlap of the new one", "accept");
    let mut w = Writer::of(given(), old.clone());
    let mut request = w.request();
    request.form = form(&LEGAL.replace("name =", "phone = \"0555 000 00 00\"\nname ="));
    request.consent.fields = known(&[1, 2, 3, 6, 20, 21, 50]);
    let message = w.signed(w.body(1, EventKind::Requested), requested(request));
    w.send("a field that the new version no longer lets go", &message);
    w.finish(
        folder,
        "reduced",
        "within the overlap, what the newer version forbids is destroyed, and the receipt says so (isp.md)",
        "POL-04",
    );
    let mut w = Writer::of(given(), old.clone());
    w.now = Timestamp(w.given.at + 14 * DAY);
    w.refer(1);
    w.finish(folder, "replaced", "the old version, after the overlap of the new one", "ISP-07");

    for (name, change, expect) in
        [("suspended", Change::Suspended, "ISP-08"), ("terminated", Change::Terminated, "ISP-08")]
    {
        let mut w = Writer::new();
        let letter = cbor::to_vec(&IspLetter::Change(w.isp.digest(), change));
        let message = w.signed(w.letter(kinds::ISP), letter);
        w.send("the end", &message);
        w.refer(1);
        w.finish(folder, name, "under a protocol that a party has ended", expect);
    }
    let mut w = Writer::new();
    for change in [Change::Suspended, Change::Resumed] {
        let letter = cbor::to_vec(&IspLetter::Change(w.isp.digest(), change));
        let message = w.signed(w.letter(kinds::ISP), letter);
        w.send("a suspension, and its end", &message);
    }
    w.refer(1);
    w.finish(folder, "resumed", "a suspension that was taken back", "accept");
    let mut w = Writer::new();
    for change in [Change::Terminated, Change::Resumed] {
        let letter = cbor::to_vec(&IspLetter::Change(w.isp.digest(), change));
        let message = w.signed(w.letter(kinds::ISP), letter);
        w.send("a termination, and an attempt to take it back", &message);
    }
    w.refer(1);
    w.finish(folder, "never-resumed", "a termination is never taken back", "ISP-08");
    one(folder, "change-of-unknown", "the end of a protocol that is not known", "ISP-04", |w| {
        let letter = cbor::to_vec(&IspLetter::Change(Digest([6; 32]), Change::Terminated));
        w.signed(w.letter(kinds::ISP), letter)
    });
    let three = signed_isp(
        &isp_toml(&hospital(), &centre()).replace("Legal aid", "Another"),
        &[&hospital(), &centre()],
    );
    one(
        folder,
        "offer-to-stranger",
        "an offer of a protocol that the reader is no party of",
        "ISP-03",
        |w| {
            let letter = cbor::to_vec(&IspLetter::Offer(three.to_stored().into()));
            w.signed(w.letter(kinds::ISP), letter)
        },
    );
    let unsigned = signed_isp(&toml.replace("Legal aid", "Another"), &[]);
    one(folder, "offer-unsigned", "an offer that its sender has not signed", "ISP-02", |w| {
        let letter = cbor::to_vec(&IspLetter::Offer(unsigned.to_stored().into()));
        w.signed(w.letter(kinds::ISP), letter)
    });
    one(folder, "offer-spoiled", "an offer that is no protocol", "ISP-01", |w| {
        let letter = cbor::to_vec(&IspLetter::Offer(vec![0x80].into()));
        w.signed(w.letter(kinds::ISP), letter)
    });
    let mut w = Writer::new();
    for n in 0..33 {
        let toml = toml.replace("Legal aid", &format!("Proposal {n}"));
        let letter =
            cbor::to_vec(&IspLetter::Offer(signed_isp(&toml, &[&centre()]).to_stored().into()));
        let message = w.signed(w.letter(kinds::ISP), letter);
        w.send("a proposal that waits for an answer", &message);
    }
    w.finish(folder, "too-many", "thirty-two proposals wait already", "ISP-09");
}
