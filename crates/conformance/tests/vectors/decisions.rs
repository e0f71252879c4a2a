//! What may be shared.

use ihala_conformance::vector::{Decision, End, Permitted, Stage, Vector};
use ihala_envelope::{Digest, Personal, Timestamp, cbor};
use ihala_protocol::consent::Scope;
use ihala_protocol::form::Value;
use ihala_protocol::isp::OwnField;
use ihala_protocol::policy::{self, Disclosure, Question};
use ihala_protocol::{FieldId, Isp, limits};

use crate::Folder;
use crate::world::{
    LEGAL, LEGAL_FIELDS, NOW, OWN_ANSWERS, Party, centre, clinic, form, hospital, isp_toml, known,
    own_isp_toml, scope,
};

/// A question, all of it to choose.
struct Asked {
    end: End,
    stage: Stage,
    recipient: Party,
    form: String,
    isp: Isp,
    scope: Option<Scope>,
    at: Timestamp,
    /// Answers that no file can give.
    more: Vec<(FieldId, Value)>,
}

fn legal() -> Asked {
    let isp = Isp::from_toml(&isp_toml(&centre(), &clinic())).unwrap();
    Asked {
        end: End::Sender,
        stage: Stage::AsRequired,
        recipient: clinic(),
        form: LEGAL.into(),
        isp,
        scope: Some(scope(clinic().id(), &LEGAL_FIELDS)),
        at: NOW,
        more: Vec::new(),
    }
}

const PROTECTION: &str = r#"form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "protection"
services = ["protection-services", "shelter"]
marks = ["gbv"]
case_code = "K-7"
[person]
name = "Leyla Example"
age = 31
age_band = "25-49"
gender = "female"
[background]
reason = "Asks for a safe place for herself and two children."
"#;

const PROTECTION_FIELDS: [u16; 10] = [1, 2, 3, 4, 6, 20, 24, 25, 26, 50];

fn protection() -> Asked {
    Asked {
        form: PROTECTION.into(),
        scope: Some(scope(clinic().id(), &PROTECTION_FIELDS)),
        ..legal()
    }
}

/// What the receiver gets of it at first.
const FIRST: &str = r#"form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "protection"
services = ["protection-services", "shelter"]
case_code = "K-7"
[person]
age_band = "25-49"
gender = "female"
"#;

struct Made<'f>(&'f mut Folder);

impl Made<'_> {
    fn put(
        &mut self,
        name: &str,
        comment: &str,
        expect: &str,
        asked: &Asked,
        only: Option<&[FieldId]>,
    ) {
        let mut filled = form(&asked.form).under(&asked.isp);
        for (id, value) in &asked.more {
            filled.put(*id, value.clone());
        }
        let filled = only.map_or(filled.clone(), |ids| filled.only(ids));
        let question = Question {
            sender: &centre().id(),
            recipient: &asked.recipient.id(),
            form: &filled,
            disclosure: match asked.stage {
                Stage::AsRequired => Disclosure::AsRequired,
                Stage::One => Disclosure::OneStage,
                Stage::First => Disclosure::First,
                Stage::Second => Disclosure::Second,
            },
            isp: &asked.isp,
            consent: asked.scope.as_ref(),
            now: asked.at,
            skew: if asked.end == End::Sender { 0 } else { limits::CLOCK_SKEW },
        };
        let permitted = (expect == "accept").then(|| {
            Permitted::of(&policy::decide(&question).unwrap_or_else(|e| panic!("{name}: {e}")))
        });
        let vector = Decision {
            vector: "decision".into(),
            comment: comment.into(),
            expect: expect.into(),
            end: asked.end,
            stage: asked.stage,
            sender: centre().id().0.into(),
            recipient: asked.recipient.id().0.into(),
            form: cbor::to_vec(&filled).into(),
            isp: asked.isp.to_bytes().into(),
            scope: asked.scope.as_ref().map(|s| cbor::to_vec(s).into()),
            at: asked.at.0,
            permitted,
        };
        self.0.put("decision", name, Vector::Decision(Box::new(vector)));
    }

    fn accept(&mut self, name: &str, comment: &str, asked: &Asked) {
        self.put(&format!("accept-{name}"), comment, "accept", asked, None);
    }

    fn refuse(&mut self, rule: &str, name: &str, comment: &str, asked: &Asked) {
        self.put(&format!("{}-{name}", rule.to_lowercase()), comment, rule, asked, None);
    }
}

pub(crate) fn forge(folder: &mut Folder) {
    let mut f = Made(folder);
    accepted(&mut f);
    protocol(&mut f);
    consent(&mut f);
    stages(&mut f);
    fields(&mut f);
    leaks(&mut f);
    own(&mut f);
}

/// A legal case, with answers to every own field.
fn with_own() -> Asked {
    let isp = Isp::from_toml(&own_isp_toml(&centre(), &clinic(), true)).unwrap();
    let mut scope = scope(clinic().id(), &LEGAL_FIELDS);
    scope.fields.extend(isp.own().iter().map(OwnField::id));
    scope.fields.sort_unstable();
    Asked { form: format!("{LEGAL}{OWN_ANSWERS}"), isp, scope: Some(scope), ..legal() }
}

fn of_name(isp: &Isp, name: &str) -> FieldId {
    isp.own().iter().find(|field| field.name == name).unwrap().id()
}

fn own(f: &mut Made<'_>) {
    f.accept("own", "own fields go as others do", &with_own());
    let mut two_stages = with_own();
    two_stages.isp.clauses[0].single_stage = false;
    f.accept("own-two-stages", "of own fields, the coded ones go at first", &two_stages);
    let mut kept = with_own();
    let leader = of_name(&kept.isp, "leader");
    kept.scope.as_mut().unwrap().fields.retain(|id| *id != leader);
    f.accept("own-by-consent", "an own field that the person did not agree to stays", &kept);
    let mut kept = with_own();
    kept.isp.clauses[0].fields.retain(|id| *id != leader);
    f.accept("own-by-protocol", "an own field that no clause lists stays", &kept);
    let tells =
        Asked { form: kept.form.replace("rental contract", "contract of umm salim"), ..kept };
    f.refuse("POL-11", "own-in-text", "text tells an own field that stays", &tells);
    let mut kept = with_own();
    let number = of_name(&kept.isp, "registration");
    kept.isp.clauses[0].fields.retain(|id| *id != number);
    let tells = kept.form.replace("rental contract", "contract, 335-010 44 17");
    let tells = Asked { form: tells, ..kept };
    f.refuse("POL-11", "own-number-in-text", "text tells an own number that stays", &tells);
    // One that this protocol does not define, although clause, consent and form name it.
    let elsewhere = FieldId::Own(Digest([7; 32]));
    let mut unknown = with_own();
    unknown.scope.as_mut().unwrap().fields.push(elsewhere);
    unknown.scope.as_mut().unwrap().fields.sort_unstable();
    unknown.more = vec![(elsewhere, Value::Flag(true))];
    f.accept("own-unknown", "an own field of another protocol stays", &unknown);
    let at_receiver = |asked: Asked| Asked { end: End::Receiver, stage: Stage::One, ..asked };
    f.refuse("POL-04", "own-unknown", "the receiver takes none of it", &at_receiver(unknown));
    for (name, field, value, comment) in [
        ("number", "tents", Value::Number(51), "a number above the greatest"),
        ("code", "section", Value::Number(3), "a code that is not of the list"),
        ("codes", "needs", Value::Codes(vec![1, 3]), "codes of which one is not of the list"),
        ("line", "leader", text("a\nb"), "a line of two"),
        ("date", "arrived", text("2026-02-30"), "a day that there is not"),
        ("kind", "urgent_repair", Value::Number(1), "a number for yes or no"),
    ] {
        let mut unfit = with_own();
        unfit.more = vec![(of_name(&unfit.isp, field), value)];
        f.refuse("POL-04", &format!("own-{name}"), comment, &at_receiver(unfit));
    }
    let mut first = with_own();
    first.isp.clauses[0].single_stage = false;
    let first = Asked { end: End::Receiver, stage: Stage::First, ..first };
    let mut sent = known(&[1, 2, 3]);
    sent.extend(["needs", "section", "urgent_repair"].map(|name| of_name(&first.isp, name)));
    f.put("accept-own-first", "the first stage: coded own fields", "accept", &first, Some(&sent));
    sent.push(of_name(&first.isp, "tents"));
    f.put("pol-12-own", "and one that is not coded", "POL-12", &first, Some(&sent));
}

fn text(text: &str) -> Value {
    Value::Text(Personal::new(text.to_owned()))
}

fn accepted(f: &mut Made<'_>) {
    f.accept("one-stage", "every covering clause allows one stage", &legal());
    f.accept(
        "two-stages",
        "coded fields now, the rest after the accept; the mark waits too",
        &protection(),
    );
    let asked = Asked { scope: None, ..protection() };
    f.accept("protocol-alone", "to draft a consent from: what the protocol lets go", &asked);
    let asked = Asked { scope: Some(scope(clinic().id(), &[1, 2, 3, 6])), ..legal() };
    f.accept("consent-withholds", "fields that the consent does not cover stay", &asked);
    let asked = Asked { form: format!("{LEGAL}[safety]\nsafe_hours = \"10 to 12\"\n"), ..legal() };
    f.accept("protocol-withholds", "a field that no clause lists stays", &asked);
    let asked = Asked { end: End::Receiver, stage: Stage::One, ..legal() };
    f.accept("receiver-one-stage", "the receiver finds that all of it may have come", &asked);
    let asked =
        Asked { end: End::Receiver, stage: Stage::First, form: FIRST.into(), ..protection() };
    f.put(
        "accept-receiver-first",
        "the receiver, of the first stage: without the case code, which is not coded",
        "accept",
        &asked,
        Some(&known(&[1, 2, 3, 25, 26])),
    );
    let asked = Asked { end: End::Receiver, stage: Stage::Second, ..protection() };
    f.accept("receiver-second", "the receiver, of both stages together", &asked);
    let first = legal().isp.valid_from;
    let asked =
        Asked { end: End::Receiver, stage: Stage::One, at: Timestamp(first.0 - 3_600), ..legal() };
    let mut early = asked;
    early.scope.as_mut().unwrap().valid_from = first;
    f.accept(
        "receiver-clock-behind",
        "the receiver's clock may be an hour behind the sender's",
        &early,
    );
    let mut last = legal();
    last.at = last.isp.valid_until;
    last.scope.as_mut().unwrap().valid_until = last.at;
    f.accept("last-second", "a protocol and a consent hold to their last second", &last);
}

fn protocol(f: &mut Made<'_>) {
    let isp = legal().isp;
    let after = Asked { at: Timestamp(isp.valid_until.0 + 1), ..legal() };
    f.refuse("ISP-06", "ended", "a second after the protocol's last", &after);
    let before = Asked { at: Timestamp(isp.valid_from.0 - 1), ..legal() };
    f.refuse("ISP-06", "not-begun", "a second before its first, at the sender", &before);
    let before = Asked {
        end: End::Receiver,
        stage: Stage::One,
        at: Timestamp(isp.valid_from.0 - 3_601),
        ..legal()
    };
    f.refuse("ISP-06", "not-begun-here", "more than an hour before, at the receiver", &before);
    let medical = LEGAL.replace("\"legal\"", "\"medical\"");
    let asked = Asked { form: medical, ..legal() };
    f.refuse("POL-02", "case-type", "no clause covers the case type", &asked);
    let asked = Asked {
        recipient: hospital(),
        scope: Some(scope(hospital().id(), &LEGAL_FIELDS)),
        ..legal()
    };
    f.refuse("POL-02", "recipient", "the recipient is no party", &asked);
    let mut backwards = legal();
    (backwards.isp.clauses[0].from, backwards.isp.clauses[0].to) =
        (backwards.isp.clauses[0].to, backwards.isp.clauses[0].from);
    f.refuse("POL-02", "direction", "the clause lets it go the other way", &backwards);
    let follow_up = LEGAL.replace("case_code", "purpose = \"follow-up\"\ncase_code");
    let mut asked = Asked { form: follow_up, ..legal() };
    asked.scope.as_mut().unwrap().purposes = vec![1, 2];
    f.refuse("POL-03", "purpose", "the protocol does not cover the purpose", &asked);
}

fn consent(f: &mut Made<'_>) {
    let mut of = |rule: &str, name: &str, comment: &str, spoil: &dyn Fn(&mut Asked)| {
        let mut asked = legal();
        spoil(&mut asked);
        f.refuse(rule, name, comment, &asked);
    };
    let consent =
        |asked: &mut Asked, spoil: &dyn Fn(&mut Scope)| spoil(asked.scope.as_mut().unwrap());
    of("CON-02", "recipient", "given for another agency", &|a| {
        consent(a, &|s| s.recipient = hospital().id());
    });
    of("CON-03", "ended", "a second after its last", &|a| {
        consent(a, &|s| s.valid_until = Timestamp(NOW.0 - 1));
    });
    of("CON-03", "not-begun", "a second before its first", &|a| {
        consent(a, &|s| s.valid_from = Timestamp(NOW.0 + 1));
    });
    of("CON-03", "not-begun-here", "more than an hour before, at the receiver", &|a| {
        (a.end, a.stage) = (End::Receiver, Stage::One);
        consent(a, &|s| s.valid_from = Timestamp(NOW.0 + 3_601));
    });
    of("CON-04", "purpose", "given for another purpose", &|a| {
        consent(a, &|s| s.purposes = vec![2]);
    });
}

fn stages(f: &mut Made<'_>) {
    let mut of = |rule: &str, name: &str, comment: &str, asked: Asked| {
        f.refuse(rule, name, comment, &Asked { end: End::Receiver, ..asked });
    };
    of(
        "POL-08",
        "one-stage",
        "a clause demands two stages, and it says that it is all in one",
        Asked { stage: Stage::One, form: FIRST.into(), ..protection() },
    );
    let mut marked = legal();
    marked.form = LEGAL.replace("case_code", "marks = [\"gbv\"]\ncase_code");
    marked.scope = Some(scope(clinic().id(), &[1, 2, 3, 4, 6, 20, 50]));
    marked.stage = Stage::One;
    of("POL-09", "mark", "every clause allows one stage, and the form has a mark", marked);
    of(
        "POL-09",
        "mark-before-clause",
        "both would refuse it: the mark is asked first",
        Asked { stage: Stage::One, ..protection() },
    );
    of(
        "POL-12",
        "mark-in-the-first-stage",
        "the mark itself waits",
        Asked {
            stage: Stage::First,
            form: FIRST.replace("case_code", "marks = [\"gbv\"]\ncase_code"),
            ..protection()
        },
    );
    let asked = Asked { stage: Stage::First, ..protection() };
    of("POL-12", "name-in-the-first-stage", "who the person is comes after the accept", asked);
}

fn fields(f: &mut Made<'_>) {
    let receiver = |form: String| Asked { end: End::Receiver, stage: Stage::One, form, ..legal() };
    let asked = receiver(LEGAL.replace("name =", "address = \"Street 1\"\nname ="));
    f.refuse("POL-04", "protocol", "a field came that no clause lists", &asked);
    let mut asked = receiver(LEGAL.into());
    asked.scope = Some(scope(clinic().id(), &[1, 2, 3, 6, 50]));
    f.refuse("POL-05", "consent", "a field came that the consent does not cover", &asked);
    let asked = Asked { scope: Some(scope(clinic().id(), &[1, 2, 6, 20, 50])), ..legal() };
    f.refuse(
        "POL-06",
        "services",
        "the services would be withheld: it would be no referral",
        &asked,
    );
    let asked = Asked { scope: Some(scope(clinic().id(), &[90])), ..legal() };
    f.refuse("POL-07", "nothing", "nothing remains", &asked);
    let asked = receiver(LEGAL.into());
    f.put(
        "pol-10-no-code",
        "no case code in one stage",
        "POL-10",
        &asked,
        Some(&known(&[1, 2, 3, 20])),
    );
    f.put("pol-10-no-case-type", "no case type", "POL-10", &asked, Some(&known(&[1, 3, 6, 20])));
    let asked = Asked { end: End::Receiver, stage: Stage::First, ..protection() };
    f.put(
        "pol-10-first-stage",
        "no services in the first stage",
        "POL-10",
        &asked,
        Some(&known(&[1, 2, 25])),
    );
}

/// POL-11: a text that goes, and what it must not tell. The name stays here throughout.
fn leaks(f: &mut Made<'_>) {
    let without_name = [1, 2, 3, 6, 50, 90];
    let mut of = |name: &str, comment: &str, person: &str, reason: &str| {
        let form = LEGAL
            .replace("name = \"Leyla Example\"", person)
            .replace("Needs help with a rental contract.", reason);
        let asked = Asked { form, scope: Some(scope(clinic().id(), &without_name)), ..legal() };
        match name.strip_prefix("accept-") {
            Some(name) => f.accept(name, comment, &asked),
            None => f.refuse("POL-11", name, comment, &asked),
        }
    };
    let leyla = "name = \"Leyla Example\"";
    of("name", "the name", leyla, "Leyla needs help with a contract.");
    of("case", "in capitals", leyla, "LEYLA needs help.");
    of(
        "turkish-dots",
        "with the other dots of Turkish",
        "name = \"İpek Yıldız\"",
        "Ipek needs help.",
    );
    of("turkish-ending", "with an ending", leyla, "Leyla'nın sözleşmesi");
    of("accents", "with other accents", "name = \"Zeynép Abc\"", "Zeynep needs help.");
    of("arabic-vowels", "with Arabic vowel marks", "name = \"ليلى\"", "لَيْلَى بحاجة إلى مساعدة");
    of("arabic-prefix", "with an Arabic prefix", "name = \"ليلى\"", "اتصلوا بليلى");
    of(
        "phone",
        "the phone number, written another way",
        "phone = \"0555 123 45 67\"",
        "Call +90 (555) 1234567.",
    );
    of(
        "birth-date",
        "the date of birth in another order",
        "birth_date = 1990-04-23",
        "Born 23.04.1990.",
    );
    of("birth-month", "with the month's name", "birth_date = 1990-04-23", "Born on 23 April 1990.");
    of(
        "address",
        "two neighbouring words of the address",
        "address = \"Atatürk Bulvarı 12\"",
        "Lives on Ataturk Bulvari.",
    );
    of("accept-other-words", "none of it is told", leyla, "She needs help with a contract.");
    of(
        "accept-short-word",
        "a word of two letters is no name",
        "name = \"Li Ab\"",
        "Li needs help.",
    );
}
