//! Two stages, questions, deadlines, onward referrals.

use ihala_engine::{Command, Failure, Input, Refer, Renew, Reported, Step};
use ihala_protocol::fields::{APPOINTMENT_ID, NOTE_ID};
use ihala_protocol::labels::Language;
use ihala_protocol::letter::Change;
use ihala_protocol::referral::{Event, EventKind};
use ihala_protocol::{FieldId, Mistakes};
use serde_json::Value;

use crate::world::{CENTRE, CLINIC, FORM, HOSPITAL, ISP, World, refer_command};

const HOUR: u64 = 3_600;

fn paths(shown: &Value) -> Vec<&str> {
    shown["fields"].as_array().unwrap().iter().map(|f| f["path"].as_str().unwrap()).collect()
}

fn two_stages() -> World {
    let mut world = World::new();
    let isps = world.agencies[CENTRE].json(Command::IspList);
    let old = isps["isps"][0]["id"].as_str().unwrap().to_owned();
    world.sign_isp_version(2, Some(&old), &ISP.replace("single_stage = true", ""));
    world
}

fn accept_safely(id: &str) -> Step {
    Step { safe_contact: true, ..Step::plain(id, EventKind::Accepted) }
}

#[test]
fn identity_goes_only_after_the_accept() {
    let mut world = two_stages();
    let id = world.refer();
    world.deliver_all();
    let shown = world.show(CLINIC, &id);
    assert_eq!(paths(&shown), ["request.urgency", "request.case_type", "request.services"]);
    assert_eq!(shown["case_code"], Value::Null);
    let plain = Step::plain(&id, EventKind::Accepted);
    assert_eq!(world.agencies[CLINIC].refused(Command::Step(plain)), "REF-13");
    world.take(CLINIC, accept_safely(&id));
    world.deliver_all();
    let shown = world.show(CLINIC, &id);
    assert!(paths(&shown).contains(&"person.name"), "{shown}");
    assert!(!paths(&shown).contains(&"person.address"), "{shown}");
    assert_eq!(shown["case_code"], "K-1");
    world.assert_audits();
}

#[test]
fn the_first_envelope_of_a_marked_case_holds_codes_alone() {
    let mut world = World::new();
    let consent = world
        .consent("\"request\", \"person\", \"background\", \"feedback\", \"safety\"", "2026-07-01");
    let marked = FORM.replace("case_code", "marks = [\"gbv\"]\ncase_code");
    world.command(CENTRE, refer_command(&marked, &consent));
    let request = match world.open(&world.wire[0]) {
        Event::Requested(request) => request,
        other => panic!("{other:?}"),
    };
    let ids: Vec<FieldId> = request.form.ids().collect();
    assert_eq!(ids, [1, 2, 3].map(FieldId::Known), "urgency, case type, services");
    let told: Vec<FieldId> = request.consent.fields.clone();
    assert_eq!(
        told,
        [FieldId::Known(1), FieldId::Known(2), FieldId::Known(3), NOTE_ID, APPOINTMENT_ID],
        "and nothing of what the consent covers besides"
    );
    assert_eq!((request.handover.via.len(), request.two_stages), (1, true));
}

#[test]
fn a_consent_that_has_ended_releases_nothing() {
    let mut world = two_stages();
    let consent = world.consent("\"request\", \"person\", \"background\"", "2026-06-10");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.now = world.now.plus(20 * 24 * HOUR);
    world.take(CLINIC, accept_safely(&id));
    world.deliver_all();
    assert!(!paths(&world.show(CLINIC, &id)).contains(&"person.name"));
    assert_eq!(world.show(CENTRE, &id)["problem"]["rule"], "CON-03");
    // The person says yes again: what waited for that goes by itself.
    let until = "2026-09-01".into();
    world.command(
        CENTRE,
        Command::ConsentRenew(Renew {
            consent,
            until,
            person_was_asked: false,
            method: "signature".into(),
            ..Renew::default()
        }),
    );
    world.deliver_all();
    assert!(paths(&world.show(CLINIC, &id)).contains(&"person.name"));
    assert_eq!(world.show(CENTRE, &id)["problem"], Value::Null);
}

#[test]
fn what_a_suspension_held_back_goes_when_it_ends() {
    let mut world = two_stages();
    let id = world.refer();
    world.deliver_all();
    let isp = world.show(CENTRE, &id)["isp"].as_str().unwrap().to_owned();
    let change = |change| Command::IspChange { isp: isp.clone(), change };
    world.command(CENTRE, change(Change::Suspended));
    world.take(CLINIC, accept_safely(&id));
    world.deliver_all();
    let shown = world.show(CENTRE, &id);
    assert_eq!(shown["problem"]["rule"], "ISP-08");
    assert!(shown["next_steps"].as_array().unwrap().contains(&"release".into()));
    let release = Command::Step(Step::plain(&id, EventKind::IdentityReleased));
    assert_eq!(world.agencies[CENTRE].refused(release), "ISP-08");
    let listed = Command::List {
        direction: None,
        status: None,
        matter: Some(ihala_engine::Matter::HeldBack),
        after: None,
        limit: 9,
    };
    assert_eq!(world.command(CENTRE, listed)["referrals"][0]["id"], id.as_str());
    world.command(CENTRE, change(Change::Resumed));
    world.deliver_all();
    assert!(paths(&world.show(CLINIC, &id)).contains(&"person.name"));
    assert_eq!(world.show(CENTRE, &id)["problem"], Value::Null);
    assert_eq!(world.command(CENTRE, Command::Status)["held_back"], 0);
    world.assert_audits();
}

#[test]
fn a_question_before_the_accept_is_answered_with_a_code() {
    let mut world = two_stages();
    let id = world.refer();
    world.deliver_all();
    let ask =
        |field: &str| Step { fields: vec![field.into()], ..Step::plain(&id, EventKind::Asked) };
    let answer = Step::plain(&id, EventKind::Answered);
    // What follows after the accept says so by itself; what may never go needs a person.
    world.take(CLINIC, ask("person.name"));
    world.deliver_all();
    world.take(CENTRE, answer.clone());
    world.deliver_all();
    world.take(CLINIC, ask("person.address"));
    world.deliver_all();
    let told = world.agencies[CENTRE].ask(Command::Step(answer.clone()));
    assert!(matches!(told, Err(Failure::Invalid { .. })));
    world.take(CENTRE, Step { code: Some("person-declined".into()), ..answer });
    world.deliver_all();
    let shown = world.show(CLINIC, &id);
    let codes: Vec<_> = shown["history"].as_array().unwrap().iter().map(|e| &e["code"]).collect();
    assert_eq!((codes[2], codes[4]), (&"after-accept".into(), &"person-declined".into()));
    assert_eq!(shown["status"]["waiting_for_sender"], false);
    assert_eq!(paths(&shown).len(), 3, "nothing else has gone");
    world.assert_audits();
}

#[test]
fn a_child_needs_a_caregiver_or_a_reason_and_another_basis_claims_no_yes() {
    let mut world = World::new();
    let child = FORM.replace("address =", "age = 16\naddress =");
    // What a child's form needs besides is told before anything else is asked.
    let consent = world.consent("\"request\", \"person\"", "2026-07-01");
    match world.agencies[CENTRE].ask(refer_command(&child, &consent)) {
        Err(Failure::Invalid { mistakes, .. }) => {
            let told = Mistakes(mistakes).text(Language::En);
            assert!(told.contains("caregiver.child_status"), "{told}");
        }
        other => panic!("{other:?}"),
    }
    let child = child + "[caregiver]\nchild_status = \"unaccompanied\"\n";
    let fields = "\"request\", \"person\", \"background\"";
    let consent = world.consent(fields, "2026-07-01");
    assert_eq!(world.agencies[CENTRE].refused(refer_command(&child, &consent)), "CON-08");
    let alone = world.consent_with(fields, "2026-07-01", "caregiver_not_asked = \"child-asked\"");
    world.command(CENTRE, refer_command(&child, &alone));

    let clinic = world.agencies[CLINIC].id.to_string();
    let record = |answer: &str, more: &str| Command::ConsentRecord {
        toml: format!(
            "consent = \"ihala-consent/1\"\nanswer = \"{answer}\"\ngiven_by = \"person\"\nmethod = \
             \"\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = 2026-07-01\ncase_code = \
             \"K-1\"\npurposes = [\"service-provision\"]\n{more}\n[[recipient]]\nagency = \
             \"{clinic}\"\nfields = [{fields}]"
        ),
    };
    let basis = "basis = \"vital-interests\"\nreason = \"unconscious\"\nauthorised_by = \"Dr A\"";
    for (answer, more, goes) in [
        ("unknown", basis, true),
        ("refused", basis, true),
        ("requested", basis, false),
        ("unknown", "", false),
    ] {
        let recorded = world.command(CENTRE, record(answer, more));
        assert_eq!((&recorded["state"], &recorded["valid"]), (&answer.into(), &goes.into()));
        let id = recorded["id"].as_str().unwrap().to_owned();
        assert_eq!(world.refer_with(&id).is_ok(), goes, "{answer} {more}");
    }
    world.assert_audits();
}

#[test]
fn identity_that_comes_too_late_is_destroyed() {
    let mut world = two_stages();
    let id = world.refer();
    world.deliver_all();
    world.take(CLINIC, accept_safely(&id));
    // The clinic drops it while the identity is under way.
    let accept = world.wire.remove(0);
    world.deliver(&accept);
    let release = world.wire.remove(0);
    world.step(CLINIC, &id, EventKind::Failed, Some("no-capacity"));
    world.deliver(&release);
    world.deliver_all();
    for who in [CENTRE, CLINIC] {
        let shown = world.show(who, &id);
        assert_eq!(shown["status"]["task"], "failed");
        let late = shown["history"].as_array().unwrap().iter().find(|e| e["too_late"] == true);
        assert_eq!(late.expect("both are told")["step"], "identity-released");
    }
    assert!(!paths(&world.show(CLINIC, &id)).contains(&"person.name"));
    world.assert_audits();
}

#[test]
fn a_text_that_tells_what_is_withheld_stays() {
    let mut world = World::new();
    let consent = world.consent("\"request\", \"background\"", "2026-07-01");
    let telling = FORM.replace("Needs help", "LEYLA needs help");
    let refused = world.agencies[CENTRE].ask(refer_command(&telling, &consent));
    match refused {
        Err(Failure::Refused { refusal, because: Some(because), .. }) => {
            assert_eq!(refusal.rule.id, "POL-11");
            let told = because.text(Language::En);
            assert_eq!(told, "`background.reason`, at character 1, tells `person.name`");
        }
        other => panic!("{other:?}"),
    }
    world.refer_with(&consent).unwrap();
}

#[test]
fn a_question_rests_the_clock_and_its_answer_obeys_the_rules() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Received, None);
    let ask = Step {
        fields: vec!["person.phone".into(), "person.address".into()],
        ..Step::plain(&id, EventKind::Asked)
    };
    world.take(CLINIC, ask);
    world.deliver_all();
    // Urgent: to decide within 48 hours, but the clock rests.
    world.wait(100 * HOUR);
    for who in [CENTRE, CLINIC] {
        let shown = world.show(who, &id);
        assert_eq!(shown["status"]["waiting_for_sender"], true);
        assert_eq!(shown["overdue"], Value::Null, "{who}");
    }
    // Consent and protocol let the phone go; it is there already. The address may not.
    let answer = Step::plain(&id, EventKind::Answered);
    let told = world.agencies[CENTRE].ask(Command::Step(answer.clone()));
    assert!(
        matches!(told, Err(Failure::Invalid { what, .. }) if what.text(Language::En).contains("POL-04"))
    );
    let form = FORM.replace("0555 000 00 00", "0555 000 00 01");
    world.take(CENTRE, Step { form: Some(form), ..answer });
    world.deliver_all();
    let shown = world.show(CLINIC, &id);
    let phone = shown["fields"].as_array().unwrap().iter().find(|f| f["path"] == "person.phone");
    assert_eq!(phone.unwrap()["value"], "0555 000 00 01");
    assert_eq!(shown["history"][3]["code"], "may-not-be-told", "of the address");
    assert_eq!(shown["status"]["waiting_for_sender"], false);
    world.wait(49 * HOUR);
    for who in [CENTRE, CLINIC] {
        let shown = world.show(who, &id);
        assert_eq!(shown["overdue"]["clock"], "decide");
        assert_eq!(shown["overdue"]["escalated"], false);
    }
    world.wait(24 * HOUR);
    let list = Command::List {
        direction: None,
        status: None,
        matter: Some(ihala_engine::Matter::Overdue),
        after: None,
        limit: 9,
    };
    let listed = world.command(CENTRE, list);
    assert_eq!(listed["referrals"][0]["overdue"]["escalated"], true);
    world.step(CLINIC, &id, EventKind::Accepted, None);
    world.deliver_all();
    let shown = world.show(CENTRE, &id);
    assert_eq!(shown["overdue"]["clock"], "serve", "{shown}");
    world.assert_audits();
}

/// Refers onward what came in; the id of the new referral.
pub(crate) fn onward(world: &mut World, parent: &str, more: Refer) -> Result<String, Failure> {
    let refer = Refer {
        form: FORM.into(),
        to: vec!["hospital".into()],
        onward_of: Some(parent.into()),
        ..more
    };
    let now = world.now;
    let (answer, outputs) = world.agencies[CLINIC].ask_at(Command::Refer(refer), now)?;
    world.send(CLINIC, outputs);
    world.deliver_all();
    let answer = serde_json::to_value(answer).unwrap();
    Ok(answer["referrals"][0]["id"].as_str().unwrap().to_owned())
}

/// A consent at the centre that lets the clinic refer onward.
pub(crate) fn refer_with_onward(world: &mut World) -> String {
    let consent = world.consent_with(
        "\"request\", \"person\", \"background\", \"feedback\"",
        "2026-07-01",
        "onward = true",
    );
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    world.deliver_all();
    id
}

#[test]
fn an_onward_referral_tells_its_outcome_back() {
    let mut world = World::with_hospital(ISP);
    let id = world.refer();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    world.deliver_all();
    match onward(&mut world, &id, Refer::default()) {
        Err(Failure::Refused { refusal, .. }) => assert_eq!(refusal.rule.id, "POL-14"),
        other => panic!("{other:?}"),
    }
    let id = refer_with_onward(&mut world);
    let next = onward(&mut world, &id, Refer::default()).unwrap();
    let shown = world.show(HOSPITAL, &next);
    assert_eq!(shown["handovers"].as_array().unwrap().len(), 2);
    assert_eq!(shown["handovers"][1]["name"], "Clinic");
    world.step(HOSPITAL, &next, EventKind::Accepted, None);
    world.step(HOSPITAL, &next, EventKind::Completed, Some("got-help"));
    world.deliver_all();
    let shown = world.show(CENTRE, &id);
    let history = shown["history"].as_array().unwrap();
    let steps: Vec<_> = history.iter().map(|e| e["step"].as_str().unwrap()).collect();
    assert_eq!(steps, ["requested", "accepted", "referred-onward", "onward-outcome"]);
    assert_eq!(history[3]["code"], "got-help");
    // To the same agency once more: only with a reason.
    match onward(&mut world, &id, Refer::default()) {
        Err(Failure::Refused { refusal, .. }) => assert_eq!(refusal.rule.id, "POL-15"),
        other => panic!("{other:?}"),
    }
    let again = Refer { again: Some("situation-changed".into()), ..Refer::default() };
    onward(&mut world, &id, again).unwrap();
    world.assert_audits();
}

#[test]
fn without_a_word_in_the_protocol_nothing_goes_onward() {
    let mut world = World::new();
    let id = refer_with_onward(&mut world);
    match onward(&mut world, &id, Refer { to: vec!["centre".into()], ..Refer::default() }) {
        Err(Failure::Refused { refusal, .. }) => assert_eq!(refusal.rule.id, "POL-13"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_receiver_without_a_node_is_reported_and_never_signs() {
    let mut world = World::new();
    let add = Command::PaperAdd { name: "Bar Association".into(), phone: "+90 342 1".into() };
    let bar =
        world.command(CENTRE, add)["receivers"][0]["agency"]["id"].as_str().unwrap().to_owned();
    let toml = crate::world::isp_toml(&world, CENTRE, CLINIC, "onward = false", ISP)
        .replace(&world.agencies[CLINIC].id.to_string(), &bar)
        .replace("Legal aid", "On paper")
        .replace("single_stage = true", "");
    let isp = world.command(CENTRE, Command::IspDraft { toml })["id"].as_str().unwrap().to_owned();
    world.command(CENTRE, Command::IspSign { isp: isp.clone() });
    let sign = Command::PaperSign {
        isp,
        party: "bar association".into(),
        paper: "Ms Kaya, 2026-05-02, cabinet 3".into(),
    };
    assert_eq!(world.command(CENTRE, sign)["state"], "in force");
    let consent = world.consent_for(&bar, "\"request\", \"person\", \"background\", \"feedback\"");
    let refer = Refer {
        form: FORM.into(),
        to: vec!["bar association".into()],
        consent,
        ..Refer::default()
    };
    let made = world.command(CENTRE, Command::Refer(refer));
    let id = made["referrals"][0]["id"].as_str().unwrap().to_owned();
    assert!(world.wire.is_empty(), "nothing goes anywhere");
    assert!(!paths(&world.show(CENTRE, &id)).contains(&"person.name"), "first what is coded");

    // The same clocks, with a number to phone.
    world.wait(25 * HOUR);
    let overdue = world.show(CENTRE, &id)["overdue"].clone();
    assert_eq!(
        (&overdue["clock"], &overdue["phone"]),
        (&"acknowledge".into(), &"+90 342 1".into())
    );
    let report = |kind, code: Option<&str>| Step {
        code: code.map(str::to_owned),
        safe_contact: kind == EventKind::Accepted,
        report: Some(Reported {
            said_by: "Ms Kaya".into(),
            how: "phone-call".into(),
            at: Some("2026-06-02T03:30:00+03:00".into()),
        }),
        ..Step::plain(&id, kind)
    };
    let unreported =
        world.agencies[CENTRE].ask(Command::Step(Step::plain(&id, EventKind::Accepted)));
    assert!(matches!(unreported, Err(Failure::Invalid { .. })));
    let early = report(EventKind::Completed, Some("got-help"));
    match world.agencies[CENTRE].ask_at(Command::Step(early), world.now) {
        Err(Failure::Refused { refusal, .. }) => assert_eq!(refusal.rule.id, "REF-05"),
        other => panic!("{:?}", other.map(|(answer, _)| answer)),
    }
    world.take(CENTRE, report(EventKind::Accepted, None));
    let shown = world.show(CENTRE, &id);
    assert!(paths(&shown).contains(&"person.name"), "now it may be told: {shown}");
    assert_eq!(shown["history"][1]["reported"]["said_by"], "Ms Kaya");
    assert_eq!(shown["history"][1]["by"]["name"], "Bar Association");
    world.take(CENTRE, report(EventKind::Completed, Some("got-help")));
    assert_eq!(world.status(CENTRE, &id), "completed");

    // The same orders; the answer is reported too.
    let withdraw = Command::Withdraw {
        consent: id.clone(),
        from: None,
        erase: true,
        confirmed: true,
        language: None,
    };
    world.command(CENTRE, withdraw);
    assert!(!world.agencies[CENTRE].can_read("Leyla"));
    world.take(CENTRE, report(EventKind::Erased, None));
    let shown = world.show(CENTRE, &id);
    assert_eq!(shown["who_knows"][1]["basis"], "reported: it destroyed what it was told");
    world.assert_audits();
}

#[test]
fn what_was_sent_by_mistake_does_not_leave_any_more() {
    for mistake in [EventKind::EnteredInError, EventKind::CancelRequested] {
        let mut world = World::new();
        let clinic = world.agencies[CLINIC].transport.clone();
        let down = vec![Input::PeerDown(clinic)];
        world.agencies[CENTRE].handle(down, world.now).unwrap();
        let id = world.refer();
        world.step(CENTRE, &id, mistake, Some("sent-by-mistake"));
        world.reconnect();
        world.wait(120);
        assert!(!world.agencies[CLINIC].can_read("Leyla"), "{mistake:?}");
        let shown = world.show(CENTRE, &id);
        assert_eq!(shown["history"][0]["delivery"], "refused", "a bare request is none");
        assert_eq!(shown["who_knows"][1]["fields"].as_array().unwrap().len(), 0);
        let ended = ["cancelled", "entered-in-error"].map(Value::from);
        assert!(ended.contains(&shown["status"]["task"]) && shown["due"] == serde_json::json!([]));
        world.assert_audits();
    }
}

#[test]
fn days_that_cannot_be_are_sent_back_by_name() {
    let mut world = World::new();
    let consent = world.consent("\"request\", \"person\", \"background\"", "2026-07-01");
    for (line, field) in [
        ("[follow_up]\nexpected_by = 9999-12-31", "follow_up.expected_by"),
        ("[follow_up]\nexpected_by = 0001-01-01", "follow_up.expected_by"),
        ("[person]\nbirth_date = 2026-06-03", "person.birth_date"),
        ("[person]\nbirth_date = 1850-01-01", "person.birth_date"),
        ("[request]\nincident = 2026-06-04T10:00:00Z", "request.incident"),
    ] {
        let (group, line) = line.split_once('\n').unwrap();
        let form = match FORM.contains(group) {
            true => FORM.replace(group, &format!("{group}\n{line}")),
            false => format!("{FORM}{group}\n{line}\n"),
        };
        match world.agencies[CENTRE].ask(refer_command(&form, &consent)) {
            Err(Failure::Invalid { mistakes, .. }) => {
                let told = Mistakes(mistakes).text(Language::En);
                assert!(told.contains(field), "{told}");
            }
            other => panic!("{line}: {other:?}"),
        }
    }
}

#[test]
fn nobody_fails_to_come_before_the_day() {
    let mut world = World::new();
    let id = world.refer();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    let at = |at: &str| Step { at: Some(at.into()), ..Step::plain(&id, EventKind::Scheduled) };
    for wrong in ["2025-06-03T10:00:00Z", "9999-06-03T10:00:00Z", "2026-06-03"] {
        let refused = world.agencies[CLINIC].ask(Command::Step(at(wrong)));
        assert!(matches!(refused, Err(Failure::Invalid { .. })), "{wrong}");
    }
    let consent =
        world.consent("\"request\", \"person\", \"background\", \"feedback\"", "2026-07-01");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.step(CLINIC, &id, EventKind::Accepted, None);
    let at = Some("2026-06-03T10:00:00Z".into());
    world.take(CLINIC, Step { at, ..Step::plain(&id, EventKind::Scheduled) });
    let absent = Step::plain(&id, EventKind::Unattended);
    assert_eq!(world.agencies[CLINIC].refused(Command::Step(absent.clone())), "REF-05");
    world.now = world.now.plus(3 * 24 * HOUR);
    world.take(CLINIC, absent);
}

#[test]
fn a_consent_is_ended_by_others_and_renewed_by_the_person() {
    use ihala_protocol::consent::State;
    let mut world = World::new();
    let consent = world.consent("\"request\"", "2026-06-10");
    let id = world.refer_with(&consent).unwrap();
    world.deliver_all();
    world.now = world.now.plus(20 * 24 * HOUR);
    let show = Command::ConsentShow { consent: consent.clone() };
    assert_eq!(world.command(CENTRE, show)["state"], "expired");
    let renew = Command::ConsentRenew(Renew {
        consent: consent.clone(),
        until: "2026-09-01".into(),
        person_was_asked: false,
        method: "signature".into(),
        ..Renew::default()
    });
    assert_eq!(world.command(CENTRE, renew)["state"], "renewed");
    world.refer_with(&consent).unwrap();
    let revoke = Command::ConsentEnd {
        consent: consent.clone(),
        state: State::Revoked,
        reason: "by a court".into(),
    };
    let shown = world.command(CENTRE, revoke);
    assert_eq!(
        (&shown["state"], &shown["changes"][2]["reason"]),
        (&"revoked".into(), &"by a court".into())
    );
    world.deliver_all();
    assert_eq!(world.show(CLINIC, &id)["status"]["withdrawn"], true, "sharing has stopped");
    assert!(
        matches!(world.refer_with(&consent), Err(Failure::Refused { refusal: r, .. }) if r.rule.id == "CON-05")
    );
    let listed = world.command(CENTRE, Command::ConsentList { after: None, limit: 9 });
    assert_eq!(listed["consents"].as_array().unwrap().len(), 1);
}

#[test]
fn what_is_read_aloud_names_what_goes_in_each_language() {
    let mut world = two_stages();
    for (language, name, agree) in [
        (Language::En, "Name", "Do you agree?"),
        (Language::Tr, "Ad soyad", "Kabul ediyor musunuz?"),
        (Language::Ar, "الاسم", "هل نحصل على موافقتك على ذلك؟"),
        (Language::Es, "Nombre", "¿Está de acuerdo?"),
    ] {
        let draft =
            Command::ConsentDraft { form: FORM.into(), to: vec!["clinic".into()], language: None };
        // Whom the caseworker does not say otherwise of is spoken to in the caseworker's.
        let draft = world.agencies[CENTRE].json_in(language, draft);
        let text = draft["text"].as_str().unwrap();
        assert!(text.contains(name) && text.contains(agree), "{text}");
        assert!(!text.contains('{') && text.contains("100"), "{text}");
        let explain = Command::Explain { form: FORM.into(), to: "clinic".into(), consent: None };
        let explained = world.agencies[CENTRE].json_in(language, explain);
        let told = explained["fields"].to_string();
        assert!(told.contains(name) && told.contains("POL-04") && !told.contains("{ $"), "{told}");
    }
}

#[test]
fn a_form_of_any_kind_about_a_person_goes_and_arrives_as_what_it_is() {
    let (mut world, _) = crate::own::world("", "\"assessment\",");
    let form = FORM.split("[background]").next().unwrap();
    let form = form.replace("inter-agency-referral", "protection-assessment")
        + "\n[assessment]\ndate = 2026-05-20\nrisk_level = \"low\"\n";
    let (consent, _) = crate::own::consent(&mut world, &form);
    let referred = world.command(CENTRE, crate::own::refer(&form, &consent));
    let id = referred["referrals"][0]["id"].as_str().unwrap().to_owned();
    world.deliver_all();
    world.take(CLINIC, accept_safely(&id));
    world.deliver_all();
    assert!(paths(&world.show(CLINIC, &id)).contains(&"assessment.risk_level"));
    // A form of another kind is no answer.
    world.take(
        CLINIC,
        Step { fields: vec!["person.age".into()], ..Step::plain(&id, EventKind::Asked) },
    );
    world.deliver_all();
    let other = FORM.replace("[person]", "[person]\nage = 36");
    let answer = Step { form: Some(other), ..Step::plain(&id, EventKind::Answered) };
    let refused = world.agencies[CENTRE].ask(Command::Step(answer));
    let Err(Failure::Invalid { what, .. }) = refused else { panic!("{refused:?}") };
    assert_eq!(what.key(), "answer-other-form");
}
