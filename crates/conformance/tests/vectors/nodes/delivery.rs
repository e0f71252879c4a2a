//! Trust, the sequence, and letters.

use super::*;

pub(super) fn forge(folder: &mut Folder) {
    trust(folder);
    delivery(folder);
    letters(folder);
}

fn trust(folder: &mut Folder) {
    let isp = Writer::new().isp;
    let mut w = Writer::of(clinic().given(&[], &[]), isp.clone());
    w.refer(1);
    w.finish(
        folder,
        "unknown-agency",
        "a card that is not known: said without a signature, so that it can be sent again",
        "TRU-01",
    );
    let mut given = clinic().given(&[], &[]);
    given.distrusted = vec![centre().file().into()];
    let mut w = Writer::of(given, isp);
    w.refer(1);
    w.finish(folder, "distrusted", "an agency that was taken off the trust list", "TRU-02");
}

fn delivery(folder: &mut Folder) {
    let mut w = Writer::new();
    w.refer(1);
    w.finish(folder, "request", "one request: it is stored, and the receipt says so", "accept");

    let mut w = Writer::new();
    let message = w.refer(1);
    w.send("the same message, sealed anew", &message);
    let Script::Received(first) = &w.script[0] else { panic!("an envelope") };
    let envelope = first.envelope.clone();
    w.now = Timestamp(NOW.0 + 300 * DAY);
    w.hand_over("the same envelope, long after protocol and consent have ended", envelope);
    w.finish(
        folder,
        "again",
        "the same message gets the same answer, byte for byte, whenever it comes",
        "accept",
    );

    let mut w = Writer::new();
    let first = w.signed(w.body(1, EventKind::Requested), requested(w.request()));
    let mut request = w.request();
    request.handover.request.0 = [9; 16];
    let second = w.signed(w.body(2, EventKind::Requested), requested(request));
    w.send("the second message comes first: contiguous stays 0", &second);
    w.send("the first one: contiguous is 2", &first);
    w.finish(folder, "out-of-order", "messages are taken in any order", "accept");

    let mut w = Writer::new();
    let first = w.refer(1);
    let body = Body { id: first.body().id, ..w.body(2, EventKind::Requested) };
    let second = w.signed(body, requested(w.request()));
    w.send("another message under the same id", &second);
    w.send("and again: the answer is the same", &second);
    w.finish(folder, "equivocation", "one id, two messages: an alarm", "DEL-01");

    let mut w = Writer::new();
    let first = w.refer(1);
    let body = Body {
        seq: 1,
        previous: None,
        id: MessageId([0xee; 16]),
        ..w.body(2, EventKind::Requested)
    };
    let _ = first;
    let second = w.signed(body, requested(w.request()));
    w.send("another message with seq 1", &second);
    w.finish(folder, "fork", "one place in the sequence, two messages: an alarm", "DEL-02");

    let mut w = Writer::new();
    w.refer(1);
    let body = Body { previous: Some(Digest([9; 32])), ..w.body(2, EventKind::Requested) };
    let second = w.signed(body, requested(w.request()));
    w.send("previous is not the digest of seq 1", &second);
    w.finish(
        folder,
        "unlinked",
        "a message that does not continue the sequence: an alarm",
        "DEL-03",
    );

    let mut w = Writer::new();
    let first = w.signed(w.body(1, EventKind::Requested), requested(w.request()));
    let body = Body { previous: Some(Digest([9; 32])), ..w.body(2, EventKind::Requested) };
    let second = w.signed(body, requested(w.request()));
    w.send("seq 2, which hangs on something else", &second);
    w.send("seq 1: what came after it does not continue it", &first);
    w.finish(
        folder,
        "unlinked-before",
        "the message before one that was taken, and that does not name it",
        "DEL-03",
    );

    one(folder, "future", "made an hour and a second ahead of our clock", "DEL-04", |w| {
        let body = Body { created: w.now.plus(3_601), ..w.body(1, EventKind::Requested) };
        w.signed(body, requested(w.request()))
    });
    one(folder, "clock-ahead", "made an hour ahead of our clock, and no more", "accept", |w| {
        let body = Body { created: w.now.plus(3_600), ..w.body(1, EventKind::Requested) };
        w.signed(body, requested(w.request()))
    });
    one(folder, "expired", "expired a second ago", "DEL-05", |w| {
        let created = Timestamp(w.now.0 - DAY);
        let expires = Some(Timestamp(w.now.0 - 1));
        let body = Body { created, expires, ..w.body(1, EventKind::Requested) };
        w.signed(body, requested(w.request()))
    });
    one(folder, "last-second", "expires this second", "accept", |w| {
        let created = Timestamp(w.now.0 - DAY);
        let body = Body { created, expires: Some(w.now), ..w.body(1, EventKind::Requested) };
        w.signed(body, requested(w.request()))
    });
    one(
        folder,
        "kind",
        "a kind that this version does not know: refused for good",
        "DEL-06",
        |w| w.signed(w.letter(900), vec![0xa0]),
    );
    one(
        folder,
        "kind-bare",
        "an unknown kind is asked before anything of a letter",
        "DEL-06",
        |w| w.signed(w.letter(900), vec![0xa0]).without_payload(),
    );
    one(folder, "bare-request", "a request whose content was withheld", "DEL-07", |w| {
        let message = w.signed(w.body(1, EventKind::Requested), requested(w.request()));
        message.without_payload()
    });
    one(folder, "bare-letter", "a letter whose content was withheld", "DEL-07", |w| {
        let message = w.signed(w.letter(kinds::ISP), vec![0xa0]);
        message.without_payload()
    });
    one(folder, "no-link", "a referral event without a link", "REF-01", |w| {
        let body = Body { link: None, ..w.body(1, EventKind::Requested) };
        w.signed(body, requested(w.request()))
    });
    let mut w = Writer::new();
    let body = w.body(1, EventKind::Requested);
    let refused = w.signed(body, vec![0x80]);
    w.send("refused for good", &refused);
    w.refer(2);
    w.finish(
        folder,
        "after-a-refusal",
        "what is refused for good keeps its place in the sequence: contiguous is 2",
        "accept",
    );
}

fn letters(folder: &mut Folder) {
    let leaf = |n: u8| merkle::leaf(&[n]);
    let checkpoint = Checkpoint { size: 1, root: leaf(1), since: 0, proof: vec![] };
    let mut w = Writer::new();
    let kind = kinds::AUDIT_CHECKPOINT;
    let first = w.signed(w.letter(kind), cbor::to_vec(&checkpoint));
    w.send("the first head", &first);
    let root = merkle::node(&leaf(1), &leaf(2));
    let second = Checkpoint { size: 2, root, since: 1, proof: vec![leaf(2)] };
    let message = w.signed(w.letter(kind), cbor::to_vec(&second));
    w.send("the second, with its proof", &message);
    w.finish(folder, "checkpoints", "an audit tree that only grows", "accept");

    let mut w = Writer::new();
    let first = w.signed(w.letter(kind), cbor::to_vec(&checkpoint));
    w.send("the first head", &first);
    let rewritten = Checkpoint { size: 2, root: leaf(9), since: 1, proof: vec![leaf(2)] };
    let message = w.signed(w.letter(kind), cbor::to_vec(&rewritten));
    w.send("a head that does not continue it", &message);
    w.finish(folder, "rewritten", "a history that was rewritten: an alarm", "AUD-01");

    one(folder, "early-checkpoint", "the checkpoint before it has not arrived", "AUD-02", |w| {
        let early = Checkpoint { size: 5, root: leaf(1), since: 3, proof: vec![leaf(2)] };
        w.signed(w.letter(kinds::AUDIT_CHECKPOINT), cbor::to_vec(&early))
    });
    one(folder, "no-letter", "a letter that has not its form", "DEL-09", |w| {
        w.signed(w.letter(kinds::AUDIT_CHECKPOINT), vec![0xa0])
    });
    one(folder, "escalation", "to an agency that is no focal point", "DEL-09", |w| {
        let escalation = Escalation {
            late: centre().id(),
            clock: ihala_protocol::deadline::Clock::Decide,
            since: NOW,
            urgency: 1,
            case_type: 2,
        };
        w.signed(w.letter(kinds::ESCALATION), cbor::to_vec(&escalation))
    });
}
