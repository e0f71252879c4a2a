//! What a node answers, envelope by envelope. The peer is whoever holds its keys: it signs
//! what an honest node would not.

use ihala_conformance::bench::Bench;
use ihala_conformance::vector::{
    Answer as Told, Given, Hex, Node, Own, Peer as GivenPeer, Received, Referral, Script, Vector,
};
use ihala_envelope::{Body, ChainHead, Digest, MessageId, SignedMessage, Timestamp, cbor};
use ihala_protocol::letter::{Change, Checkpoint, Escalation, IspLetter};
use ihala_protocol::referral::{Answer, EventKind, Request, Supplement};
use ihala_protocol::{Form, SignedIsp, kinds, merkle};

use crate::Folder;
use crate::world::{
    DAY, LEGAL, NOW, Peer, centre, clinic, form, hospital, isp_toml, requested, signed_isp, step,
    supplied,
};

/// A script that is being written: what the node has answered so far.
struct Writer {
    given: Given,
    node: Bench,
    peer: Peer,
    isp: SignedIsp,
    script: Vec<Script>,
    now: Timestamp,
}

impl Writer {
    /// A clinic that trusts a centre, and a protocol that both have signed.
    fn new() -> Self {
        let isp = signed_isp(&isp_toml(&centre(), &clinic()), &[&centre(), &clinic()]);
        let given = clinic().given(&[&centre()], &[&isp]);
        Self::of(given, isp)
    }

    fn of(given: Given, isp: SignedIsp) -> Self {
        let node = given.start().unwrap();
        let peer = Peer::new(centre(), clinic());
        Self { given, node, peer, isp, script: Vec::new(), now: NOW }
    }

    fn hand_over(&mut self, comment: &str, envelope: Hex) -> Option<String> {
        let (reply, _) = self.node.receive(&envelope.0, self.now).unwrap();
        let answer = Told::of(&reply).unwrap();
        let rule = answer.rule.clone();
        let entry = Received {
            at: self.now.0,
            comment: comment.into(),
            envelope,
            answer,
            reply: reply.into(),
        };
        self.script.push(Script::Received(entry));
        self.now = self.now.plus(60);
        rule
    }

    fn send(&mut self, comment: &str, message: &SignedMessage) -> Option<String> {
        let envelope = self.peer.seal(message);
        self.hand_over(comment, envelope)
    }

    fn signed(&mut self, body: Body, payload: Vec<u8>) -> SignedMessage {
        self.peer.sign(body, payload)
    }

    fn request(&self) -> Request {
        self.peer.request(&self.isp)
    }

    fn body(&self, referral: u8, kind: EventKind) -> Body {
        self.peer.body(referral, kind, self.now)
    }

    /// An honest request; its message.
    fn refer(&mut self, referral: u8) -> SignedMessage {
        let body = self.body(referral, EventKind::Requested);
        let mut request = self.request();
        request.handover.request.0 = [referral; 16];
        let message = self.signed(body, requested(request));
        self.send("an honest request", &message);
        message
    }

    /// People at the node take a step; the digest of its event.
    fn own(&mut self, referral: u8, kind: EventKind, change: impl FnOnce(&mut Own)) -> Digest {
        let centre = centre();
        self.given.peer = Some(GivenPeer {
            identity: [centre.seed; 32].into(),
            receive: centre.receive_secret(),
        });
        let mut own = Own {
            at: self.now.0,
            comment: "people at the node".into(),
            referral: [referral; 16].into(),
            step: kind.name().into(),
            code: None,
            fields: Vec::new(),
            safe_contact: false,
            frame: Hex(Vec::new()),
        };
        change(&mut own);
        own.frame = own.take(&mut self.node, &self.given).unwrap();
        let digest = SignedMessage::from_own_store(&own.frame.0).unwrap().digest();
        self.script.push(Script::Own(own));
        self.now = self.now.plus(60);
        digest
    }

    /// The body of a step that follows `before` in the sender's chain.
    fn after(&self, before: &SignedMessage, kind: EventKind) -> Body {
        let link = before.body().link.clone().unwrap();
        let mut body = self.body(link.referral.0[0], kind);
        let own = body.link.as_mut().unwrap();
        (own.position, own.previous) = (link.position + 1, Some(before.digest()));
        body
    }

    fn letter(&self, kind: u16) -> Body {
        Body { kind, link: None, ..self.body(0, EventKind::Requested) }
    }

    fn finish(mut self, folder: &mut Folder, name: &str, comment: &str, expect: &str) {
        let Some(Script::Received(last)) = self.script.last() else { panic!("{name}: no answer") };
        assert_eq!(last.answer.rule.as_deref().unwrap_or("accept"), expect, "{name}");
        let now = Timestamp(last.at);
        let vector = Node {
            vector: "node".into(),
            comment: comment.into(),
            expect: expect.into(),
            given: self.given,
            referrals: Referral::all(&mut self.node, now).unwrap(),
            script: self.script,
        };
        let name = match expect {
            "accept" => format!("accept-{name}"),
            rule => format!("{}-{name}", rule.to_lowercase()),
        };
        folder.put("node", &name, Vector::Node(Box::new(vector)));
    }
}

pub(crate) fn forge(folder: &mut Folder) {
    trust(folder);
    delivery(folder);
    protocols(folder);
    requests(folder);
    chains(folder);
    supplements(folder);
    answers(folder);
    letters(folder);
}

/// One message, and what must come of it.
fn one(
    folder: &mut Folder,
    name: &str,
    comment: &str,
    expect: &str,
    make: impl FnOnce(&mut Writer) -> SignedMessage,
) {
    let mut w = Writer::new();
    let message = make(&mut w);
    w.send(comment, &message);
    w.finish(folder, name, comment, expect);
}

/// One request that is spoiled.
fn spoiled(
    folder: &mut Folder,
    name: &str,
    comment: &str,
    expect: &str,
    spoil: impl FnOnce(&mut Request),
) {
    one(folder, name, comment, expect, |w| {
        let body = w.body(1, EventKind::Requested);
        let mut request = w.request();
        spoil(&mut request);
        w.signed(body, requested(request))
    });
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

fn protocols(folder: &mut Folder) {
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
    request.consent.fields = vec![1, 2, 3, 6, 20, 21, 50];
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

fn requests(folder: &mut Folder) {
    spoiled(folder, "recipient", "a consent for another agency", "CON-02", |r| {
        r.consent.recipient = hospital().id();
    });
    spoiled(folder, "consent-ended", "a consent that has ended", "CON-03", |r| {
        r.consent.valid_until = Timestamp(NOW.0 - 1);
    });
    spoiled(folder, "purpose", "a consent for another purpose", "CON-04", |r| {
        r.consent.purposes = vec![2];
    });
    spoiled(
        folder,
        "field-by-protocol",
        "a field that no clause lists: all of it is refused, none stored",
        "POL-04",
        |r| {
            r.form = form(&LEGAL.replace("name =", "address = \"Street 1\"\nname ="));
            r.consent.fields = vec![1, 2, 3, 6, 20, 22, 50];
        },
    );
    spoiled(folder, "field-by-consent", "a field that the consent does not cover", "POL-05", |r| {
        r.consent.fields = vec![1, 2, 3, 6, 20];
    });
    spoiled(
        folder,
        "handed-on-by-another",
        "the last agency of the list is not the sender",
        "REF-14",
        |r| {
            r.handover.via = vec![hospital().id()];
        },
    );
    spoiled(
        folder,
        "circle",
        "we have held the request before, and nobody says why it comes again",
        "POL-15",
        |r| {
            r.handover.via.insert(0, clinic().id());
        },
    );
    spoiled(folder, "circle-with-reason", "it comes again, and says why", "accept", |r| {
        r.handover.via.insert(0, clinic().id());
        r.handover.again = Some(11);
    });
    let mut w = Writer::new();
    w.refer(1);
    let body = w.body(2, EventKind::Requested);
    let mut request = w.request();
    request.handover.request.0 = [1; 16];
    let message = w.signed(body, requested(request));
    w.send("another referral of the same service request", &message);
    w.finish(
        folder,
        "received-before",
        "the same service request a second time, without a reason",
        "POL-15",
    );
}

fn chains(folder: &mut Folder) {
    let mut w = Writer::new();
    let first = w.refer(1);
    let message =
        w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    w.send("a second event", &message);
    w.finish(folder, "nudged", "an event that continues its chain", "accept");

    let mut w = Writer::new();
    let first = w.refer(1);
    let second =
        w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    let third =
        w.signed(w.after(&second, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    w.send("the third event: it is held", &third);
    w.send("the second: both take their places", &second);
    w.finish(
        folder,
        "held",
        "an event whose predecessor has not arrived is held, and receipted",
        "accept",
    );

    let mut w = Writer::new();
    let first = w.signed(w.body(1, EventKind::Requested), requested(w.request()));
    let second =
        w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    w.send("a step before its request: it can still come", &second);
    w.finish(
        folder,
        "early",
        "the request can still arrive: nothing is kept, nothing signed",
        "REF-11",
    );

    let mut w = Writer::new();
    w.refer(1);
    let mut body = w.body(7, EventKind::Nudged);
    let link = body.link.as_mut().unwrap();
    (link.position, link.previous) = (2, Some(Digest([7; 32])));
    let message = w.signed(body, step(EventKind::Nudged, Answer::default()));
    w.send("all earlier messages have come: no request can bring it any more", &message);
    w.finish(folder, "unknown", "a step of a referral that is not known", "REF-02");

    let mut w = Writer::new();
    w.refer(1);
    let message = w.signed(w.body(1, EventKind::Requested), requested(w.request()));
    w.send("a second request under the same id", &message);
    w.finish(folder, "second-request", "a place that is taken", "REF-06");

    let mut w = Writer::new();
    let first = w.refer(1);
    let second =
        w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    w.send("the second event", &second);
    let body = w.after(&first, EventKind::EnteredInError);
    let answer = Answer { code: Some(10), ..Answer::default() };
    let message = w.signed(body, step(EventKind::EnteredInError, answer));
    w.send("another second event", &message);
    w.finish(folder, "fork", "two events for one place: an alarm", "REF-06");

    let mut w = Writer::new();
    let first = w.refer(1);
    let mut body = w.after(&first, EventKind::Nudged);
    body.link.as_mut().unwrap().previous = Some(Digest([8; 32]));
    let message = w.signed(body, step(EventKind::Nudged, Answer::default()));
    w.send("hangs on another event", &message);
    w.finish(folder, "unlinked", "an event that does not continue its chain: an alarm", "REF-07");

    let mut w = Writer::new();
    w.given.trusted.push(hospital().file().into());
    let mut w = Writer::of(w.given, w.isp);
    w.refer(1);
    let mut stranger = Peer::new(hospital(), clinic());
    let mut body = stranger.body(1, EventKind::Nudged, w.now);
    let link = body.link.as_mut().unwrap();
    (link.position, link.previous) = (2, Some(Digest([7; 32])));
    let message = stranger.sign(body, step(EventKind::Nudged, Answer::default()));
    let envelope = stranger.seal(&message);
    w.hand_over("a step of a third agency", envelope);
    w.finish(folder, "third", "an agency that has no part in the referral", "REF-03");

    let mut w = Writer::new();
    let first = w.refer(1);
    let message = w
        .signed(w.after(&first, EventKind::Accepted), step(EventKind::Accepted, Answer::default()));
    w.send("the receiver's step, taken by the sender", &message);
    w.finish(folder, "wrong-side", "a step of the other side", "REF-04");

    let mut w = Writer::new();
    let first = w.refer(1);
    let supplement = Supplement {
        form: Form::default(),
        consent: w.request().consent,
        note: None,
        not_told: Some(3),
    };
    let message =
        w.signed(w.after(&first, EventKind::Answered), supplied(EventKind::Answered, supplement));
    w.send("an answer that nobody asked for", &message);
    w.finish(folder, "not-now", "a step that the table does not allow", "REF-05");

    let mut w = Writer::new();
    let first = w.refer(1);
    let stop =
        w.signed(w.after(&first, EventKind::Stopped), step(EventKind::Stopped, Answer::default()));
    w.send("consent is withdrawn", &stop);
    let message =
        w.signed(w.after(&stop, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    w.send("a step after it", &message);
    w.finish(folder, "after-a-stop", "nothing but orders after a withdrawal", "REF-12");

    let mut w = Writer::new();
    let first = w.refer(1);
    let order = w.signed(
        w.after(&first, EventKind::ErasureOrdered),
        step(EventKind::ErasureOrdered, Answer::default()),
    );
    w.send("an order to erase: the node keeps no field", &order);
    w.finish(folder, "erasure", "an order to erase is obeyed at once", "accept");

    let mut w = Writer::new();
    let first = w.refer(1);
    let nudge =
        w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, Answer::default()));
    let order = w.signed(
        w.after(&nudge, EventKind::ErasureOrdered),
        step(EventKind::ErasureOrdered, Answer::default()),
    );
    w.send("the order, before the nudge that it follows: it is obeyed all the same", &order);
    w.finish(
        folder,
        "erasure-held",
        "an order is obeyed when it arrives, also if its place is not reached yet",
        "accept",
    );

    let mut w = Writer::new();
    let first = w.refer(1);
    let answer = Answer {
        note: Some(ihala_envelope::Personal::new("Call her sister.".into())),
        ..Answer::default()
    };
    let message = w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, answer));
    w.send("a note that protocol and consent allow", &message);
    w.finish(folder, "note", "a note beside a step", "accept");

    let mut w = Writer::new();
    let body = w.body(1, EventKind::Requested);
    let mut request = w.request();
    request.consent.fields = vec![1, 2, 3, 6, 20, 50];
    let first = w.signed(body, requested(request));
    w.send("a request whose consent does not cover notes", &first);
    let answer = Answer {
        note: Some(ihala_envelope::Personal::new("Call her sister.".into())),
        ..Answer::default()
    };
    let message = w.signed(w.after(&first, EventKind::Nudged), step(EventKind::Nudged, answer));
    w.send("a note beside a step: the note is destroyed, the step stands", &message);
    w.finish(folder, "note", "a note that the consent does not cover", "POL-05");

    let mut w = Writer::new();
    let first = w.refer(1);
    let mut body = w.after(&first, EventKind::Nudged);
    body.link.as_mut().unwrap().other = Some(ChainHead { position: 1, digest: Digest([3; 32]) });
    let message = w.signed(body, step(EventKind::Nudged, Answer::default()));
    w.send("names an event of ours that we have not made: it is held", &message);
    w.finish(
        folder,
        "head-of-ours",
        "an event that names a head which is not there is held",
        "accept",
    );
}

fn supplements(folder: &mut Folder) {
    // A request in two stages: the clinic sees codes alone.
    let start = |w: &mut Writer| {
        let body = w.body(1, EventKind::Requested);
        let mut request = w.request();
        request.two_stages = true;
        request.form = request.form.only(&[1, 2, 3]);
        request.consent.fields = vec![1, 2, 3];
        let first = w.signed(body, requested(request));
        w.send("the first of two stages", &first);
        first
    };
    let second = |w: &Writer| {
        let mut consent = w.request().consent;
        consent.fields = vec![1, 2, 3, 6, 20, 50];
        Supplement { form: w.request().form, consent, note: None, not_told: None }
    };
    let mut w = Writer::new();
    start(&mut w);
    w.finish(folder, "first-stage", "the first of two stages: codes alone", "accept");

    let mut w = Writer::new();
    let first = start(&mut w);
    let kind = EventKind::IdentityReleased;
    let message = w.signed(w.after(&first, kind), supplied(kind, second(&w)));
    w.send("who the person is, before anybody has accepted", &message);
    w.finish(folder, "before-the-accept", "the second stage before the accept", "REF-05");
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

/// A request in one stage, and a question of the node's.
fn asked(w: &mut Writer, fields: &[&str]) -> (SignedMessage, ChainHead) {
    let first = w.refer(1);
    let digest = w.own(1, EventKind::Asked, |own| {
        own.fields = fields.iter().map(|f| (*f).to_owned()).collect();
    });
    (first, ChainHead { position: 1, digest })
}

/// What is given later, and what must come of it.
fn given(
    folder: &mut Folder,
    name: &str,
    comment: &str,
    expect: &str,
    spoil: impl FnOnce(&mut Writer, &mut Body, &mut Supplement),
) {
    let mut w = Writer::new();
    let (first, head) = asked(&mut w, &["person.phone"]);
    let mut consent = w.request().consent;
    consent.fields = vec![1, 2, 3, 6, 20, 21, 50, 90, 91];
    let mut more = Form::default();
    more.put(21, ihala_protocol::form::Value::Text(ihala_envelope::Personal::new("0555".into())));
    let mut supplement = Supplement { form: more, consent, note: None, not_told: None };
    let mut body = w.after(&first, EventKind::Answered);
    body.link.as_mut().unwrap().other = Some(head);
    spoil(&mut w, &mut body, &mut supplement);
    let kind = EventKind::by_code(body.link.as_ref().unwrap().step).unwrap();
    let message = w.signed(body, supplied(kind, supplement));
    w.send(comment, &message);
    w.finish(folder, name, comment, expect);
}

/// Supplements, and what names events of the node's own.
fn answers(folder: &mut Folder) {
    given(folder, "answered", "the field that was asked for", "accept", |_, _, _| {});
    given(
        folder,
        "answered-by-protocol",
        "a field that no clause lists: destroyed, the step stands",
        "POL-04",
        |_, _, s| {
            s.form.put(
                22,
                ihala_protocol::form::Value::Text(ihala_envelope::Personal::new("Street".into())),
            );
            s.consent.fields = vec![1, 2, 3, 6, 20, 21, 22, 50];
        },
    );
    given(
        folder,
        "answered-by-consent",
        "a field that no scope covers: destroyed",
        "POL-05",
        |_, _, s| {
            s.consent.fields = vec![1, 2, 3, 6, 20, 50];
        },
    );
    given(
        folder,
        "answered-other-reference",
        "a scope of another consent: destroyed",
        "REF-01",
        |_, _, s| {
            s.consent.reference.0 = [9; 16];
        },
    );
    given(
        folder,
        "answered-after-suspension",
        "the protocol was suspended meanwhile: destroyed",
        "ISP-08",
        |w, body, _| {
            let letter = cbor::to_vec(&IspLetter::Change(w.isp.digest(), Change::Suspended));
            let suspended = w.signed(w.letter(kinds::ISP), letter);
            w.send("a suspension", &suspended);
            (body.seq, body.previous) = (body.seq + 1, Some(suspended.digest()));
            body.id = MessageId([0x77; 16]);
        },
    );
    given(folder, "answered-with-note", "a note beside it", "accept", |_, _, s| {
        s.note = Some(ihala_envelope::Personal::new("Call after noon.".into()));
    });
    given(
        folder,
        "answered-unasked-head",
        "names no head: nobody has asked, as far as it says",
        "REF-05",
        |_, body, _| {
            body.link.as_mut().unwrap().other = None;
        },
    );
    given(
        folder,
        "other-head",
        "names another event than the node has made: an alarm",
        "REF-07",
        |_, body, _| {
            body.link.as_mut().unwrap().other =
                Some(ChainHead { position: 1, digest: Digest([3; 32]) });
        },
    );
    given(
        folder,
        "answered-early",
        "the event before it has not come: fields are not held",
        "REF-11",
        |_, body, _| {
            let link = body.link.as_mut().unwrap();
            (link.position, link.previous) = (3, Some(Digest([3; 32])));
        },
    );

    // Two stages.
    let release = |w: &mut Writer, end: Option<EventKind>| {
        let body = w.body(1, EventKind::Requested);
        let mut request = w.request();
        request.two_stages = true;
        request.form = request.form.only(&[1, 2, 3]);
        request.consent.fields = vec![1, 2, 3];
        let first = w.signed(body, requested(request));
        w.send("the first of two stages", &first);
        let digest = w.own(1, EventKind::Accepted, |own| own.safe_contact = true);
        if let Some(end) = end {
            w.own(1, end, |own| own.code = Some("no-capacity".into()));
        }
        let mut body = w.after(&first, EventKind::IdentityReleased);
        body.link.as_mut().unwrap().other = Some(ChainHead { position: 1, digest });
        let mut consent = w.request().consent;
        consent.fields = vec![1, 2, 3, 6, 20, 50];
        let form = w.request().form.only(&[6, 20, 50]);
        let supplement = Supplement { form, consent, note: None, not_told: None };
        w.signed(body, supplied(EventKind::IdentityReleased, supplement))
    };
    one(folder, "released", "who the person is, after the accept", "accept", |w| release(w, None));
    one(
        folder,
        "released-too-late",
        "the node's people have given it up meanwhile: destroyed",
        "REF-15",
        |w| release(w, Some(EventKind::Failed)),
    );
    one(
        folder,
        "released-bare",
        "the content may not leave any more: the step stands",
        "accept",
        |w| release(w, None).without_payload(),
    );
    one(folder, "letter-with-link", "a letter belongs to no referral", "DEL-09", |w| {
        let body = Body { kind: kinds::ISP, ..w.body(1, EventKind::Requested) };
        let letter = cbor::to_vec(&IspLetter::Change(w.isp.digest(), Change::Suspended));
        w.signed(body, letter)
    });
}
