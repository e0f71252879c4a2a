//! Forms with the real binary: an empty one, a guided way through it, a check, a schema.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use ihala_tests::{binary, ihala};

#[test]
fn an_empty_form_is_explained_and_a_filled_one_is_good() {
    let folder = tempfile::tempdir().unwrap();
    for lang in ["en", "tr", "ar", "es"] {
        for form in [
            "inter-agency-referral",
            "protection-assessment",
            "heightened-risk",
            "nomination-for-support",
        ] {
            let file = folder.path().join(format!("{form}.{lang}.toml"));
            let file = file.to_str().unwrap();
            ihala(["form", "new", form, "--locale", lang, "-o", file]).ok();
            let again = ihala(["form", "new", form, "-o", file]);
            assert_eq!(again.code, 2, "nothing is overwritten: {again:?}");
            let empty = ihala(["form", "check", file]);
            assert_eq!(empty.code, 2, "{empty:?}");
            assert!(empty.err.contains("is missing"), "{empty:?}");
            assert!(!empty.err.contains("unknown"), "a template has no mistake: {empty:?}");
        }
    }
    assert_eq!(ihala(["form", "new", "weather"]).code, 4);
}

#[test]
fn a_form_is_filled_in_question_by_question() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("filled.toml");
    // Urgency; a type that there is not, then one; two services by their numbers; help, and
    // no mark; no date; a case code. Then back to it, to correct it.
    let answers = "acil\nweather\n2\n7, 9, 7\n?\n\n\nK-5\n<\nK-6\n.\n";
    let asked = fill("inter-agency-referral", "tr", answers.as_bytes(), &file);
    for words in ["Aciliyet (zorunlu)", "Bu, buraya uymuyor", "Hukuki destek"] {
        assert!(asked.contains(words), "`{words}` is not in: {asked}");
    }
    // Nobody is asked about a caregiver of somebody who is no child.
    assert!(!asked.contains("Bakım veren"), "{asked}");
    let filled = std::fs::read_to_string(&file).unwrap();
    for line in [
        "urgency = \"urgent\"",
        "services = [\"community-centre\", \"legal-assistance\"]",
        "case_code = \"K-6\"",
    ] {
        assert!(filled.contains(line), "`{line}` is not in: {filled}");
    }
    assert!(!filled.contains("K-5"), "{filled}");
    ihala(["form", "check", file.to_str().unwrap()]).ok();
    // A child: with whom it lives must be said. All that is wrong is told at once, each with
    // its line, in the language of whoever asks.
    let child = folder.path().join("child.toml");
    let wrong =
        "[person]\nage = \"9\"\nage_band = \"25-49\"\ndisability = [\"none\", \"seeing\"]\n";
    std::fs::write(&child, filled.clone() + wrong).unwrap();
    let lines = filled.lines().count();
    let check = |lang| ihala(["form", "check", child.to_str().unwrap(), "--locale", lang]);
    for (lang, line, missing) in
        [("en", "line N:", "is missing"), ("tr", "N. satır:", "eksik"), ("es", "línea N:", "falta")]
    {
        let told = check(lang).err;
        assert!(told.contains("caregiver.child_status") && told.contains(missing), "{told}");
        // Age and band do not go together; none, and something.
        for number in [lines + 2, lines + 4] {
            assert!(told.contains(&line.replace('N', &number.to_string())), "{number}: {told}");
        }
    }
    assert!(check("ar").err.contains("\u{2068}person.disability\u{2069}"), "{:?}", check("ar"));
}

#[test]
fn what_was_copied_out_of_an_arabic_sentence_is_what_it_looks_like() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copied.toml");
    let copied = |text: &str| format!("\"\u{2068}{text}\u{2069}\"");
    let form = format!(
        "form = \"inter-agency-referral/1\"\n[request]\nurgency = {}\ncase_type = {}\n\
         services = [{}]\ncase_code = \"K-1\"\n[person]\nbirth_date = {}\nage = {}\n",
        copied("urgent"),
        copied("legal"),
        copied("legal-assistance"),
        copied("1990-04-23"),
        copied("36"),
    );
    std::fs::write(&file, form).unwrap();
    ihala(["form", "check", file.to_str().unwrap()]).ok();
}

/// Fills a form in with these answers; what was asked.
fn fill(form: &str, lang: &str, answers: &[u8], file: &std::path::Path) -> String {
    let mut child = Command::new(binary())
        .args(["form", "fill", form, "--locale", lang, "-o"])
        .arg(file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(answers).unwrap();
    let output = child.wait_with_output().unwrap();
    let asked = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{asked}");
    asked
}

#[test]
fn no_answer_is_lost_or_lands_in_another_field() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("nomination.toml");
    // No date; education; a name that is no UTF-8; two answers; a place; back and forth over
    // them with Enter; problems by Arabic digits; nobody counted; no date; then three pasted
    // lines, an empty one, and the support asked for, which no condition hides.
    let answers = [
        b"\n10\nOffice \xff\n1\nTUR027\n<\n<\n\n\n\n".as_slice(),
        "١،٤\n\n\nWe called.\nWe wrote.\nNobody came.\n\nA letter.\n\n.\n".as_bytes(),
    ]
    .concat();
    fill("nomination-for-support", "ar", &answers, &file);
    let filled = std::fs::read_to_string(&file).unwrap();
    for line in [
        "provider = \"Office \u{fffd}\"",
        "provider_type = \"ministry\"",
        "place = \"TUR027\"",
        "problems = [\"asks-for-documents\", \"refuses\"]",
        "tried = \"We called.\\nWe wrote.\\nNobody came.\"",
        "support_asked = \"A letter.\"",
    ] {
        assert!(filled.contains(line), "`{line}` is not in: {filled}");
    }
    ihala(["form", "check", file.to_str().unwrap()]).ok();
    // Where it cannot be written, nothing is asked.
    let nowhere = folder.path().join("no/such/folder.toml");
    assert_ne!(ihala(["form", "fill", "heightened-risk", "-o", nowhere.to_str().unwrap()]).code, 0);
}

#[test]
fn a_schema_is_json() {
    let schema = ihala(["form", "schema", "heightened-risk", "--locale", "es", "--json"]).json();
    let risk = &schema["properties"]["risk"];
    assert_eq!(risk["required"][0], "date");
    assert_eq!(risk["properties"]["level"]["oneOf"][2]["const"], "high");
}

#[test]
fn a_service_is_nominated_and_the_other_agency_sees_it() {
    let pair = ihala_tests::Pair::new();
    let file = pair.folder.path().join("nomination.toml");
    std::fs::write(
        &file,
        "form = \"nomination-for-support/1\"\n[nomination]\nservices = [\"education\"]\n\
         provider = \"Provincial directorate\"\nprovider_type = \"ministry\"\nplace = \"TUR027\"\n\
         problems = [\"asks-for-documents\"]\npeople_turned_away = 12\n",
    )
    .unwrap();
    let nominate = |file: &std::path::Path| {
        pair.centre.run(&["nominate", file.to_str().unwrap(), "--to", "clinic"])
    };
    nominate(&file).ok();
    ihala_tests::until("it has arrived", || {
        pair.clinic.run(&["nominations"]).out.contains("Provincial directorate")
    });
    // What is about a person goes as a referral, and in no other way.
    let person = nominate(&ihala_tests::sample("legal.toml"));
    assert_eq!(person.code, 2, "{person:?}");
    assert!(person.err.contains("ihala refer"), "{person:?}");
    let consent = pair.consent();
    let refer = ["refer", file.to_str().unwrap(), "--to", "clinic", "--consent", &consent];
    let service = pair.centre.run(&refer);
    assert_eq!(service.code, 2, "{service:?}");
    assert!(service.err.contains("ihala nominate"), "{service:?}");
}

#[test]
fn own_fields_of_a_protocol_stand_in_its_forms_and_are_checked() {
    let pair = ihala_tests::Pair::new();
    let field = "[[field]]\nname = \"section\"\nkind = \"code\"\nsensitivity = \"coded\"\nlabel = { en = \
                 \"Section\", tr = \"Bölüm\", ar = \"القسم\", es = \"Sección\" }\n[[field.code]]\nid = \
                 1\nname = \"north\"\nlabel = { en = \"North\", tr = \"Kuzey\", ar = \"الشمال\", es = \
                 \"Norte\" }\n\n[[clause]]";
    pair.centre.sign_protocol(&pair.clinic, |isp| {
        isp.replacen("[[clause]]", field, 1).replace("fields = [", "fields = [\"own\",")
    });
    let isps = pair.centre.json(&["isp", "list"]);
    let isps = isps["isps"].as_array().unwrap();
    let isp = isps.iter().find(|isp| !isp["own"].as_array().unwrap().is_empty()).unwrap();
    let isp = isp["id"].as_str().unwrap();
    // Whoever signs sees all that people will be told.
    let shown = pair.clinic.run(&["isp", "show", isp]).ok();
    for words in ["own.section", "coded", "Bölüm", "القسم", "Sección", "Kuzey"] {
        assert!(shown.contains(words), "`{words}` is not in: {shown}");
    }
    let file = pair.folder.path().join("own.toml");
    let name = file.to_str().unwrap();
    let new = ["form", "new", "inter-agency-referral", "--isp", isp, "-o", name];
    pair.centre.run(&[&new[..], &["--locale", "tr"]].concat()).ok();
    let form = std::fs::read_to_string(&file).unwrap();
    assert!(form.contains("[own]") && form.contains("Bölüm") && form.contains("Kuzey"), "{form}");
    let fill = |section: &str| {
        let sample = std::fs::read_to_string(ihala_tests::sample("legal.toml")).unwrap();
        std::fs::write(&file, format!("{sample}\n[own]\nsection = \"{section}\"\n")).unwrap();
        pair.centre.run(&["form", "check", name, "--isp", isp])
    };
    fill("north").ok();
    let wrong = fill("west");
    let line = std::fs::read_to_string(&file).unwrap().lines().count();
    assert!(wrong.err.contains(&format!("line {line}: `own.section`")), "{wrong:?}");
    assert!(wrong.err.contains("north"), "{wrong:?}");
}
