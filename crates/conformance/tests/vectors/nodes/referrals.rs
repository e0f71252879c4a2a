//! Requests, and the places of events.

use super::*;

pub(super) fn forge(folder: &mut Folder) {
    requests(folder);
    chains(folder);
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
            r.consent.fields = known(&[1, 2, 3, 6, 20, 22, 50]);
        },
    );
    spoiled(folder, "field-by-consent", "a field that the consent does not cover", "POL-05", |r| {
        r.consent.fields = known(&[1, 2, 3, 6, 20]);
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
    request.consent.fields = known(&[1, 2, 3, 6, 20, 50]);
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
