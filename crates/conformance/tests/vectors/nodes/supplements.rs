//! What is given later, and what names events of the node's own.

use ihala_protocol::form::Value;

use super::*;

pub(super) fn forge(folder: &mut Folder) {
    supplements(folder);
    answers(folder);
    own_fields(folder);
}

/// Fields that the parties have added, at a receiver.
fn own_fields(folder: &mut Folder) {
    let code = Value::Number(1);
    let request = |w: &Writer, name: &str, value: Value| {
        let id = w.own_field(name);
        let mut request = w.request();
        request.form.put(id, value);
        request.consent.fields.push(id);
        request
    };
    let mut w = Writer::with_own();
    let told = request(&w, "section", code.clone());
    let first = w.signed(w.body(1, EventKind::Requested), requested(told));
    w.send("a request with an own field", &first);
    let digest = w.own(1, EventKind::Asked, |own| own.fields = vec!["own.needs".into()]);
    let head = ChainHead { position: 1, digest };
    let answer = |w: &Writer, value: Value| {
        let id = w.own_field("needs");
        let mut form = Form::default();
        form.put(id, value);
        let mut consent = request(w, "section", code.clone()).consent;
        consent.fields.push(id);
        consent.fields.sort_unstable();
        supplied(EventKind::Answered, Supplement { form, consent, note: None, not_told: None })
    };
    let mut body = w.after(&first, EventKind::Answered);
    body.link.as_mut().unwrap().other = Some(head);
    let payload = answer(&w, Value::Codes(vec![1, 3]));
    let message = w.signed(body, payload);
    w.send("an answer of which one code is not of the list", &message);
    let comment = "an own field is asked for; the answer does not fit its definition: destroyed";
    w.finish(folder, "own-answered", comment, "POL-04");

    let mut w = Writer::with_own();
    let told = request(&w, "section", Value::Number(9));
    let message = w.signed(w.body(1, EventKind::Requested), requested(told));
    w.send("a code that is not of the list", &message);
    w.finish(folder, "own-code", "an own field with a value that does not fit", "POL-04");

    // The same under a protocol that defines none.
    let told = request(&Writer::with_own(), "section", code);
    let mut w = Writer::new();
    let told = Request { isp: w.isp.digest(), ..told };
    let message = w.signed(w.body(1, EventKind::Requested), requested(told));
    w.send("an own field of another protocol", &message);
    w.finish(folder, "own-elsewhere", "an own field that the protocol does not define", "POL-04");
}

fn supplements(folder: &mut Folder) {
    // A request in two stages: the clinic sees codes alone.
    let start = |w: &mut Writer| {
        let body = w.body(1, EventKind::Requested);
        let mut request = w.request();
        request.two_stages = true;
        request.form = request.form.only(&known(&[1, 2, 3]));
        request.consent.fields = known(&[1, 2, 3]);
        let first = w.signed(body, requested(request));
        w.send("the first of two stages", &first);
        first
    };
    let second = |w: &Writer| {
        let mut consent = w.request().consent;
        consent.fields = known(&[1, 2, 3, 6, 20, 50]);
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
    consent.fields = known(&[1, 2, 3, 6, 20, 21, 50, 90, 91]);
    let mut more = Form::default();
    more.put(FieldId::Known(21), Value::Text(ihala_envelope::Personal::new("0555".into())));
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
                FieldId::Known(22),
                Value::Text(ihala_envelope::Personal::new("Street".into())),
            );
            s.consent.fields = known(&[1, 2, 3, 6, 20, 21, 22, 50]);
        },
    );
    given(
        folder,
        "answered-by-consent",
        "a field that no scope covers: destroyed",
        "POL-05",
        |_, _, s| {
            s.consent.fields = known(&[1, 2, 3, 6, 20, 50]);
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
        request.form = request.form.only(&known(&[1, 2, 3]));
        request.consent.fields = known(&[1, 2, 3]);
        let first = w.signed(body, requested(request));
        w.send("the first of two stages", &first);
        let digest = w.own(1, EventKind::Accepted, |own| own.safe_contact = true);
        if let Some(end) = end {
            w.own(1, end, |own| own.code = Some("no-capacity".into()));
        }
        let mut body = w.after(&first, EventKind::IdentityReleased);
        body.link.as_mut().unwrap().other = Some(ChainHead { position: 1, digest });
        let mut consent = w.request().consent;
        consent.fields = known(&[1, 2, 3, 6, 20, 50]);
        let form = w.request().form.only(&known(&[6, 20, 50]));
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
