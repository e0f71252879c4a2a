//! Payloads of referral events and of letters.

use ihala_conformance::vector::{Event as EventVector, Hex, Vector};
use ihala_envelope::{AgencyId, Digest, Personal, Timestamp, cbor};
use ihala_protocol::FieldId;
use ihala_protocol::deadline::Clock;
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::letter::{
    Change, Checkpoint, Escalation, IspLetter, Nomination, Outstanding, Succession,
};
use ihala_protocol::referral::{Answer, Event, EventKind, Report, Request, Supplement};
use ihala_protocol::{Form, kinds};
use minicbor::Encoder;

use crate::Folder;
use crate::world::{
    LEGAL, LEGAL_FIELDS, NOW, centre, clinic, form, isp_toml, known, requested, scope, signed_isp,
    step, supplied,
};

fn request() -> Request {
    let isp = signed_isp(&isp_toml(&centre(), &clinic()), &[]);
    Request {
        form: form(LEGAL),
        isp: isp.digest(),
        consent: scope(clinic().id(), &LEGAL_FIELDS),
        two_stages: false,
        transfer: false,
        handover: Handover::first(ServiceRequestId([0x5e; 16]), centre().id()),
    }
}

fn supplement() -> Supplement {
    let mut added = Form::default();
    added.put(
        FieldId::Known(21),
        ihala_protocol::form::Value::Text(Personal::new("0555 000 00 00".into())),
    );
    Supplement { form: added, consent: scope(clinic().id(), &[21]), note: None, not_told: None }
}

/// Everything that a step may carry.
fn full(kind: EventKind) -> Answer {
    let shape = kind.shape();
    let retained = ihala_protocol::codes::ERASURE.by_name("retained").unwrap().id;
    let code = match kind {
        EventKind::OnwardErasure => Some(retained),
        _ => shape.code.map(|list| list.codes[0].id),
    };
    Answer {
        code,
        note: (!shape.safe_contact).then(|| Personal::new("Please call after noon.".into())),
        at: (shape.at || shape.basis).then_some(Timestamp(NOW.0 + 86_400)),
        safe_contact: shape.safe_contact.then_some(true),
        fields: shape.fields.then(|| known(&[21, 22])),
        agency: shape.agency.then_some(AgencyId([0xdd; 32])),
        report: None,
        basis: shape.basis.then_some(1),
        keys_until: shape.claims.then_some(Timestamp(NOW.0 + 22 * 86_400)),
        backups_until: shape.claims.then_some(Timestamp(NOW.0 + 30 * 86_400)),
    }
}

/// A payload of any bytes.
fn raw(build: impl FnOnce(&mut Encoder<Vec<u8>>)) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    build(&mut e);
    e.into_writer()
}

pub(crate) fn forge(folder: &mut Folder) {
    let mut put = |name: &str, comment: &str, expect: &str, step: u8, payload: Option<Vec<u8>>| {
        let vector = EventVector {
            vector: "event".into(),
            comment: comment.into(),
            expect: expect.into(),
            step,
            payload: payload.map(Hex),
        };
        folder.put("event", name, Vector::Event(vector));
    };
    accepted(&mut put);
    own_fields(&mut put);
    other_forms(&mut put);
    refused(&mut put);
    letters(folder);
}

type Put<'a> = &'a mut dyn FnMut(&str, &str, &str, u8, Option<Vec<u8>>);

fn accepted(put: Put<'_>) {
    for kind in EventKind::ALL {
        let name = kind.name();
        let payload = match kind {
            EventKind::Requested => requested(request()),
            kind if kind.carries_fields() => supplied(*kind, supplement()),
            kind => step(*kind, full(*kind)),
        };
        let comment = "everything that the step may carry";
        put(&format!("accept-{name}"), comment, "accept", kind.code(), Some(payload));
        if *kind != EventKind::Requested {
            let comment = "bare: the content was withheld or destroyed, the step stands";
            put(&format!("accept-{name}-bare"), comment, "accept", kind.code(), None);
        }
    }
    let kind = EventKind::Asked;
    let answer =
        Answer { note: Some(Personal::new("Is there a lease?".into())), ..Answer::default() };
    put(
        "accept-asked-in-words",
        "asks in its note",
        "accept",
        kind.code(),
        Some(step(kind, answer)),
    );
    let kind = EventKind::Answered;
    let silent = Supplement { form: Form::default(), not_told: Some(3), ..supplement() };
    put(
        "accept-answered-not-known",
        "what was asked for is not known: no fields, and the reason",
        "accept",
        kind.code(),
        Some(supplied(kind, silent)),
    );
    let onward = Request {
        transfer: true,
        two_stages: true,
        form: request().form.only(&known(&[1, 2, 3])),
        handover: Handover {
            request: ServiceRequestId([0x5e; 16]),
            via: vec![AgencyId([0xdd; 32]), centre().id()],
            again: Some(11),
        },
        ..request()
    };
    put(
        "accept-requested-onward",
        "the first of two stages, a transfer, handed on by another agency, and why it comes again",
        "accept",
        1,
        Some(requested(onward)),
    );
}

/// Own fields are taken as they come: what they may hold is for the protocol to say.
fn own_fields(put: Put<'_>) {
    use ihala_protocol::form::Value;
    let mut request = request();
    let text = |text: &str| Value::Text(Personal::new(text.to_owned()));
    let values = [Value::Flag(true), Value::Number(7), Value::Codes(vec![1, 9]), text("a\nb")];
    for (n, value) in (1..).zip(values) {
        request.form.put(FieldId::Own(Digest([n; 32])), value);
    }
    let comment = "own fields: the digest of a definition in place of a number";
    put("accept-requested-own", comment, "accept", 1, Some(requested(request)));
}

/// The other forms that are about a person.
fn other_forms(put: Put<'_>) {
    for (name, more, fields) in [
        (
            "protection-assessment",
            "[assessment]\ndate = 2026-05-30\nrisk_level = \"medium\"\n",
            vec![1, 2, 3, 6, 20, 200, 215],
        ),
        (
            "heightened-risk",
            "[risk]\ndate = 2026-05-30\nlevel = \"medium\"\nact_now = true\n",
            vec![1, 2, 3, 6, 20, 300, 306, 307],
        ),
    ] {
        let toml = LEGAL
            .replace("inter-agency-referral", name)
            .split("[background]")
            .next()
            .unwrap()
            .to_owned();
        let request = Request {
            form: form(&(toml + more)),
            consent: scope(clinic().id(), &fields),
            ..request()
        };
        let comment = "another form about a person: key 0 says which";
        put(&format!("accept-requested-{name}"), comment, "accept", 1, Some(requested(request)));
    }
}

fn refused(put: Put<'_>) {
    put("del-07-request-withheld", "a request cannot be bare", "DEL-07", 1, None);
    let mut refuse = |name: &str, comment: &str, step: u8, payload: Vec<u8>| {
        put(&format!("ref-01-{name}"), comment, "REF-01", step, Some(payload));
    };
    refuse(
        "unknown-step",
        "no step has the code 29",
        29,
        raw(|e| {
            e.array(2).unwrap().u8(29).unwrap().map(0).unwrap();
        }),
    );
    let accepted = EventKind::Accepted;
    refuse("other-step", "the link names another step", 6, step(accepted, full(accepted)));
    refuse("empty", "no payload that has a form", 4, vec![]);
    refuse(
        "three-elements",
        "an array of three",
        4,
        raw(|e| {
            e.array(3).unwrap().u8(4).unwrap().map(0).unwrap().u8(0).unwrap();
        }),
    );
    refuse(
        "unknown-member",
        "a member that is not known",
        4,
        raw(|e| {
            e.array(2).unwrap().u8(4).unwrap().map(1).unwrap().u8(99).unwrap().u8(0).unwrap();
        }),
    );
    let note = |text: String| Some(Personal::new(text));
    let started = EventKind::Started;
    for (name, comment, kind, answer) in [
        (
            "started-with-time",
            "only the steps that the table names have a time",
            started,
            Answer { at: Some(NOW), ..Answer::default() },
        ),
        (
            "started-with-claims",
            "only an erasure says until when what was erased can be had",
            started,
            Answer { backups_until: Some(NOW), ..Answer::default() },
        ),
        (
            "scheduled-without-time",
            "an appointment has a time",
            EventKind::Scheduled,
            Answer::default(),
        ),
        (
            "asked-nothing",
            "asks for no field and says nothing",
            EventKind::Asked,
            Answer::default(),
        ),
        (
            "asked-twice",
            "fields rise, without repetition",
            EventKind::Asked,
            Answer { fields: Some(known(&[21, 21])), ..Answer::default() },
        ),
        (
            "asked-unknown-field",
            "no field has the id 99",
            EventKind::Asked,
            Answer { fields: Some(known(&[99])), ..Answer::default() },
        ),
        (
            "promise-with-note",
            "an accept that acknowledges the obligations has no note: it may have to be destroyed",
            accepted,
            Answer { safe_contact: Some(true), note: note("yes".into()), ..Answer::default() },
        ),
        (
            "long-note",
            "a note has at most 1,000 characters",
            started,
            Answer { note: note("x".repeat(1_001)), ..Answer::default() },
        ),
        (
            "blank-note",
            "a note says something",
            started,
            Answer { note: note(" \n".into()), ..Answer::default() },
        ),
        (
            "control-character",
            "a note with U+0007",
            started,
            Answer { note: note("a\u{7}".into()), ..Answer::default() },
        ),
        (
            "agency",
            "no other agency where the table names none",
            started,
            Answer { agency: Some(AgencyId([0xdd; 32])), ..Answer::default() },
        ),
        (
            "basis-without-end",
            "what is kept further on, on a basis, and not until when",
            EventKind::OnwardErasure,
            Answer { at: None, ..full(EventKind::OnwardErasure) },
        ),
        (
            "report-of-nobody",
            "a report by a contact method that there is not",
            started,
            Answer {
                report: Some(Report { said_by: Personal::new("Dr. A".into()), how: 99, at: NOW }),
                ..Answer::default()
            },
        ),
    ] {
        refuse(name, comment, kind.code(), step(kind, answer));
    }
    let spoil = |spoil: &dyn Fn(&mut Request)| {
        let mut request = request();
        spoil(&mut request);
        requested(request)
    };
    refuse("scope-falls", "the fields of a scope rise", 1, spoil(&|r| r.consent.fields.reverse()));
    refuse("no-purpose", "a scope has a purpose", 1, spoil(&|r| r.consent.purposes.clear()));
    refuse("no-agency", "somebody hands it on", 1, spoil(&|r| r.handover.via.clear()));
    refuse(
        "long-way",
        "at most sixteen agencies hand it on",
        1,
        spoil(&|r| {
            r.handover.via = (0..17).map(|n| AgencyId([n; 32])).collect();
        }),
    );
    let late = Supplement { not_told: Some(1), ..supplement() };
    let released = EventKind::IdentityReleased;
    refuse(
        "released-not-told",
        "only an answer says why something is not told",
        released.code(),
        supplied(released, late),
    );
    values(&mut refuse);
    own_values(&mut refuse);
    let mut refuse = |name: &str, comment: &str, kind: EventKind, answer: Answer| {
        let payload = Some(step(kind, answer));
        put(&format!("ref-10-{name}"), comment, "REF-10", kind.code(), payload);
    };
    refuse("no-reason", "a decline has a reason", EventKind::Rejected, Answer::default());
    let other = Answer { code: Some(99), ..Answer::default() };
    refuse("other-reason", "of the list", EventKind::Rejected, other.clone());
    refuse("no-outcome", "an end has an outcome", EventKind::Completed, Answer::default());
    refuse("accept-with-reason", "a step without a list has no code", accepted, other);
}

/// Answers to own fields that are none, whatever a protocol says of them.
fn own_values(refuse: &mut impl FnMut(&str, &str, u8, Vec<u8>)) {
    use ihala_protocol::form::Value;
    let text = |text: &str| Value::Text(Personal::new(text.to_owned()));
    let own = |n: u8| FieldId::Own(Digest([n; 32]));
    for (name, comment, values) in [
        ("control", "text has no control characters", vec![(own(1), text("a\u{7}b"))]),
        ("long", "nor more than 4,000 characters", vec![(own(1), text(&"x".repeat(4_001)))]),
        ("empty-text", "an empty text is no value", vec![(own(1), text(""))]),
        ("codes-fall", "codes rise", vec![(own(1), Value::Codes(vec![2, 1]))]),
        ("codes-empty", "a list of codes has one", vec![(own(1), Value::Codes(vec![]))]),
        ("codes-many", "and at most 64", vec![(own(1), Value::Codes((1..66).collect()))]),
        ("many", "at most 32", (0..33).map(|n| (own(n), Value::Flag(true))).collect()),
    ] {
        let mut request = request();
        for (id, value) in values {
            request.form.put(id, value);
        }
        refuse(&format!("own-{name}"), comment, 1, requested(request));
    }
}

/// Values that do not fit their fields: the request of the vectors, one field more.
fn values(refuse: &mut impl FnMut(&str, &str, u8, Vec<u8>)) {
    let text = |t: &str| -> Vec<u8> { cbor::to_vec(&t.to_owned()) };
    let long = "x".repeat(201);
    let cases: Vec<(&str, &str, u16, Vec<u8>)> = vec![
        ("unknown-field", "no field has the id 15", 15, vec![0x01]),
        ("form-1", "a form is the inter-agency referral without saying so", 0, vec![0x01]),
        ("form-unknown", "no form has the id 9", 0, vec![0x09]),
        ("form-of-service", "what is about a service is no referral", 0, vec![0x04]),
        ("of-another-form", "the assessment's risk level is not of this form", 215, vec![0x01]),
        ("feedback", "what lets notes go is no field of a form", 90, text("a note")),
        ("urgency-unknown", "no urgency has the id 9", 1, vec![0x09]),
        ("urgency-as-text", "a code is a number", 1, text("urgent")),
        ("services-fall", "codes rise", 3, vec![0x82, 0x0a, 0x09]),
        ("services-empty", "a list of codes has one", 3, vec![0x80]),
        ("age-131", "an age is at most 130", 24, vec![0x18, 131]),
        ("date-of-no-day", "there is no 30 February", 23, text("1990-02-30")),
        ("date-form", "a date is YYYY-MM-DD", 23, text("1990-2-3")),
        ("place-form", "a place is letters and digits", 7, text("Gaziantep")),
        ("province-fine", "a district is no province", 9, text("TUR027001")),
        ("language-name", "a language is a code", 28, text("Arabic")),
        ("moment-offset", "a moment is in UTC", 14, text("2026-05-31T10:00:00+03:00")),
        ("flag-as-number", "yes or no is a bool", 65, vec![0x01]),
        ("line-too-long", "a line has at most 200 characters", 20, text(&long)),
        ("line-of-two", "a line has no line break", 20, text("a\nb")),
        ("line-turned", "a line has no U+202E", 20, text("a\u{202e}b")),
        ("line-blank", "a line says something", 20, text("  ")),
    ];
    for (name, comment, id, value) in cases {
        let good = request();
        // The encoded form, with one value replaced or added at its place.
        let mut fields: Vec<(FieldId, Vec<u8>)> = good
            .form
            .ids()
            .map(|known| {
                let one = cbor::to_vec(&good.form.only(&[known]));
                (known, one[1 + cbor::to_vec(&known).len()..].to_vec())
            })
            .filter(|(known, _)| *known != FieldId::Known(id))
            .collect();
        fields.push((FieldId::Known(id), value));
        fields.sort();
        let mut spoiled = raw(|e| {
            e.map(fields.len() as u64).unwrap();
        });
        for (id, value) in fields {
            spoiled.extend(cbor::to_vec(&id));
            spoiled.extend(value);
        }
        let payload = requested(good.clone());
        let honest = cbor::to_vec(&good.form);
        let at = payload.windows(honest.len()).position(|w| w == honest).unwrap();
        let whole = [&payload[..at], &spoiled, &payload[at + honest.len()..]].concat();
        refuse(&format!("value-{name}"), comment, 1, whole);
    }
}

fn letters(folder: &mut Folder) {
    let mut put = |name: &str, comment: &str, expect: &str, kind: u16, payload: Vec<u8>| {
        folder.letter(name, comment, expect, kind, payload);
    };
    let (sender, receiver) = (centre(), clinic());
    let isp = signed_isp(&isp_toml(&sender, &receiver), &[&sender]);
    let offer = IspLetter::Offer(isp.to_stored().into());
    put(
        "accept-offer",
        "a protocol, with the sender's signature",
        "accept",
        kinds::ISP,
        cbor::to_vec(&offer),
    );
    for (name, change) in [
        ("suspended", Change::Suspended),
        ("resumed", Change::Resumed),
        ("terminated", Change::Terminated),
    ] {
        let letter = cbor::to_vec(&IspLetter::Change(isp.digest(), change));
        put(&format!("accept-{name}"), "an end, or its end", "accept", kinds::ISP, letter);
    }
    let checkpoint = Checkpoint { size: 1, root: Digest([1; 32]), since: 0, proof: vec![] };
    let kind = kinds::AUDIT_CHECKPOINT;
    put("accept-checkpoint", "the first of a peer", "accept", kind, cbor::to_vec(&checkpoint));
    let escalation = Escalation {
        late: receiver.id(),
        clock: Clock::Decide,
        since: NOW,
        urgency: 1,
        case_type: 2,
    };
    let kind = kinds::ESCALATION;
    put("accept-escalation", "to a focal point", "accept", kind, cbor::to_vec(&escalation));
    let toml = "form = \"nomination-for-support/1\"\n[nomination]\nservices = [\"education\"]\n\
                provider_type = \"school\"\nproblems = [\"refuses\"]\nplace = \"TUR027\"\n";
    let nomination = Nomination { form: form(toml) };
    let kind = kinds::NOMINATION;
    put("accept-nomination", "about a service", "accept", kind, cbor::to_vec(&nomination));
    let outstanding = |seq: u8| Outstanding { seq: seq.into(), digest: Digest([seq; 32]) };
    let succession = Succession {
        card: Digest([1; 32]),
        last: 4,
        digest: Some(Digest([4; 32])),
        outstanding: vec![outstanding(2), outstanding(4)],
    };
    let kind = kinds::SUCCESSION;
    let payload = cbor::to_vec(&succession);
    put(
        "accept-succession",
        "what was sent under a card that was replaced",
        "accept",
        kind,
        payload,
    );
    let nothing = Succession { last: 0, digest: None, outstanding: vec![], ..succession };
    put("accept-succession-of-nothing", "nothing was", "accept", kind, cbor::to_vec(&nothing));
    let mut refuse = |name: &str, comment: &str, kind: u16, payload: Vec<u8>| {
        put(&format!("del-09-{name}"), comment, "DEL-09", kind, payload);
    };
    for (name, comment, spoiled) in [
        (
            "no-digest",
            "the last message has no digest",
            Succession { digest: None, ..succession.clone() },
        ),
        ("beyond", "a message after the last one", Succession { last: 3, ..succession.clone() }),
        (
            "not-rising",
            "the numbers do not rise",
            Succession { outstanding: vec![outstanding(4), outstanding(2)], ..succession.clone() },
        ),
        (
            "from-zero",
            "numbers begin at 1",
            Succession { outstanding: vec![outstanding(0)], ..succession.clone() },
        ),
        (
            "too-many",
            "more than 1,024 messages",
            Succession {
                last: 2_000,
                outstanding: (1..=1_025)
                    .map(|seq| Outstanding { seq, digest: Digest([7; 32]) })
                    .collect(),
                ..succession
            },
        ),
    ] {
        let payload = cbor::to_vec(&spoiled);
        refuse(&format!("succession-{name}"), comment, kinds::SUCCESSION, payload);
    }
    refuse("empty", "no letter is an empty map", kinds::AUDIT_CHECKPOINT, vec![0xa0]);
    let backwards = Checkpoint { since: 2, ..checkpoint.clone() };
    refuse(
        "tree-shrinks",
        "the size told last is larger",
        kinds::AUDIT_CHECKPOINT,
        cbor::to_vec(&backwards),
    );
    let long = Checkpoint { proof: vec![Digest([0; 32]); 200], ..checkpoint };
    refuse(
        "long-proof",
        "a proof longer than any tree needs",
        kinds::AUDIT_CHECKPOINT,
        cbor::to_vec(&long),
    );
    let other = Escalation { urgency: 9, ..escalation };
    refuse("unknown-urgency", "no urgency has the id 9", kinds::ESCALATION, cbor::to_vec(&other));
    refuse(
        "unknown-change",
        "no change has the code 4",
        kinds::ISP,
        raw(|e| {
            e.array(3).unwrap().u8(2).unwrap().bytes(&[1; 32]).unwrap().u8(4).unwrap();
        }),
    );
    refuse(
        "unknown-letter",
        "no letter of this kind has the code 3",
        kinds::ISP,
        raw(|e| {
            e.array(2).unwrap().u8(3).unwrap().bytes(&[1; 32]).unwrap();
        }),
    );
    let mut with_own = nomination.form.clone();
    let own = FieldId::Own(Digest([1; 32]));
    with_own.put(own, ihala_protocol::form::Value::Flag(true));
    put(
        "del-09-nomination-with-own-field",
        "own fields are of a protocol, and a nomination has none",
        "DEL-09",
        kinds::NOMINATION,
        cbor::to_vec(&Nomination { form: with_own }),
    );
    let person = Nomination { form: form(LEGAL) };
    put(
        "del-09-nomination-of-a-person",
        "a form about a person is no nomination",
        "DEL-09",
        kinds::NOMINATION,
        cbor::to_vec(&person),
    );
    let bare = Nomination { form: nomination.form.only(&known(&[400])) };
    put(
        "del-09-nomination-of-nothing",
        "what the form always needs is missing",
        "DEL-09",
        kinds::NOMINATION,
        cbor::to_vec(&bare),
    );
    for kind in [3, 6, 900] {
        put(
            &format!("del-06-kind-{kind}"),
            "a kind that this version does not know",
            "DEL-06",
            kind,
            vec![0xa0],
        );
    }
    // What is here is what an event encodes to.
    let event = Event::from_payload(1, Some(&Personal::new(requested(request()))));
    assert!(event.is_ok());
}
