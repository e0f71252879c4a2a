//! Values of a form appear in no log, no error, no file and no recorded byte.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::{Personal, cbor};
use ihala_protocol::Form;
use ihala_protocol::consent::Record;
use ihala_protocol::referral::{Answer, Event, EventKind};
use ihala_tests::{Pair, files_under, sample, until};

/// Planted into every kind of input; all values hold one of these.
const PLANTED: [&str; 4] = ["Zarqawiyya", "kestaneci", "0999777333", "Quetzalcoatl"];

fn clear_of_planted(what: &str, bytes: &[u8]) {
    let lower = bytes.to_ascii_lowercase();
    for planted in PLANTED {
        let needle = planted.to_ascii_lowercase().into_bytes();
        assert!(!lower.windows(needle.len()).any(|w| w == needle), "{planted} stands in {what}");
    }
}

fn planted_form() -> String {
    std::fs::read_to_string(sample("legal.toml"))
        .unwrap()
        .replace("Leyla Haddadin", "Zarqawiyya kestaneci")
        .replace("+90 555 010 4417", "0999777333")
        .replace("Her landlord", "Quetzalcoatl says her landlord")
        .replace("CC-2026-0417", "Quetzalcoatl-1")
}

#[test]
fn planted_values_are_found_nowhere_in_clear() {
    let mut wires = Vec::new();
    let mut pair = Pair::with(|agency| {
        let (port, recording) = ihala_tests::wire::record(agency.port);
        agency.announce = Some(format!("/ip4/127.0.0.1/tcp/{port}"));
        wires.push(recording);
    });
    let inputs = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = inputs.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let form = write("form.toml", &planted_form());

    // A whole referral, with a note; logs at their most talkative.
    let draft = pair.centre.json(&["consent", "draft", &form, "--to", "clinic"]);
    let record = draft["record"].as_str().unwrap();
    let record = record
        .replace("answer = \"\"", "answer = \"given\"")
        .replace("method = \"\"", "method = \"verbal-with-witness\"")
        .replace("witness = \"\"", "witness = \"kestaneci\"")
        .replace("interpreter = \"\"", "interpreter = \"Zarqawiyya\"")
        .replace("language = \"\"", "language = \"ar\"");
    let record_file = write("consent.toml", &record);
    let consent = pair.centre.run(&["consent", "record", &record_file, "-q"]).ok();
    let refer = ["refer", &form, "--to", "clinic", "--consent", &consent, "--wait", "20", "-q"];
    let id = pair.centre.run(&refer).ok();
    let note = ["complete", &id, "--outcome", "got-help", "--note", "Quetzalcoatl was kind"];
    pair.clinic.run(&["accept", &id, "--safe-contact", "--as", "kestaneci"]).ok();
    pair.clinic.run(&note).ok();
    until("the note has arrived", || {
        pair.centre.run(&["show", &id]).out.contains("Quetzalcoatl was kind")
    });

    // Errors of every kind, with values planted where the mistake is.
    let mut errors = String::new();
    for (from, to) in [
        ("birth_date = 1991-03-08", "birth_date = \"Zarqawiyya\""),
        ("case_type = \"legal\"", "case_type = \"kestaneci\""),
        ("area = \"TUR079\"", "area = \"Zarqawiyya\""),
        ("informed = true", "informed = \"Quetzalcoatl\""),
        ("household_size = 4", "household_size = 0999777333"),
        ("gender = \"female\"", "gender = \"Quetzalcoatl"),
    ] {
        let text = planted_form();
        assert!(text.contains(from));
        let broken = write("broken.toml", &text.replacen(from, to, 1));
        let ran = pair.centre.run(&["refer", &broken, "--to", "clinic", "--consent", &consent]);
        assert_eq!(ran.code, 2, "{to}: {ran:?}");
        errors.push_str(&ran.err);
    }
    let ran = pair.centre.run(&["refer", &form, "--to", "clinic"]);
    assert_eq!(ran.code, 3);
    errors.push_str(&ran.err);
    let broken = record.replace("date = 20", "date = \"kestaneci\" # 20");
    let ran = pair.centre.run(&["consent", "record", &write("broken.toml", &broken)]);
    assert_eq!(ran.code, 2);
    errors.push_str(&ran.err);
    clear_of_planted("errors", errors.as_bytes());

    clear_of_planted("the sender's log", pair.centre.logged().as_bytes());
    clear_of_planted("the receiver's log", pair.clinic.logged().as_bytes());
    pair.centre.stop();
    pair.clinic.stop();
    let streams: Vec<Vec<u8>> = wires.iter().flat_map(|w| w.lock().unwrap().clone()).collect();
    assert!(streams.iter().map(Vec::len).sum::<usize>() > 5_000, "the wire was recorded");
    for stream in &streams {
        clear_of_planted("the recorded wire", stream);
    }
    let files = files_under(pair.folder.path());
    assert!(files.len() > 15);
    for file in files {
        clear_of_planted(&file.display().to_string(), &std::fs::read(&file).unwrap());
    }
}

#[test]
fn debug_output_shows_no_values() {
    let text = planted_form();
    let form = Form::from_toml(&text).unwrap();
    let note = Some(Personal::new("Quetzalcoatl".to_owned()));
    let event = Event::step(EventKind::Accepted, Answer { note, ..Answer::default() }).unwrap();
    let record = format!(
        "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
         \"verbal-with-witness\"\nwitness = \"Zarqawiyya\"\nlanguage = \"ar\"\ndate = \
         2026-01-01\nvalid_until = 2026-02-01\ncase_code = \"kestaneci\"\npurposes = \
         [\"follow-up\"]\n[[recipient]]\nagency = \"{}\"\nfields = [\"person\"]",
        "ab".repeat(32)
    );
    let record = Record::from_toml(&record).unwrap();
    let printed = format!("{form:?} {event:?} {record:?} {:?}", event.to_payload());
    clear_of_planted("debug output", printed.as_bytes());
    assert!(printed.contains("[redacted]"));
    // Numbers and codes are as personal as text: a mark must not print either.
    assert!(!printed.contains("Codes(") && !printed.contains("Number("), "{printed}");
    // The control: encoded, the values are there.
    let encoded = cbor::to_vec(&form);
    assert!(encoded.windows(9).any(|w| w == b"Zarqawiyy"));
}
