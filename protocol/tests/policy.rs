//! What may be shared, and that a document that was tampered with is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::{AgencyId, IdentitySecret, Timestamp};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{ConsentId, Record, Scope};
use ihala_protocol::policy::{Disclosure, Permit, Question, decide};
use ihala_protocol::{CardChain, Form, Isp, SignedIsp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const CENTRE: AgencyId = AgencyId([0xaa; 32]);
const CLINIC: AgencyId = AgencyId([0xbb; 32]);
const STRANGER: AgencyId = AgencyId([0xcc; 32]);
/// 2026-06-01.
const NOW: Timestamp = Timestamp(1_780_272_000);

fn isp(clause: &str) -> Isp {
    Isp::from_toml(&format!(
        r#"
isp = "ihala-isp/1"
title = "Legal aid"
version = 1
purposes = ["service-provision"]
valid_from = 2026-01-01
valid_until = 2026-12-31
review = 2026-06-30
overlap_days = 14
retention_days = 365
onward = false
[parties]
centre = "{CENTRE}"
clinic = "{CLINIC}"
[[clause]]
label = "1"
from = "centre"
to = "clinic"
case_types = ["legal"]
fields = ["request", "person.name", "person.phone"]
{clause}
"#
    ))
    .unwrap()
}

fn form(more: &str) -> Form {
    Form::from_toml(&format!(
        r#"
form = "inter-agency-referral/1"
[request]
urgency = "urgent"
case_type = "legal"
services = ["legal-assistance"]
case_code = "K-1"
{more}
"#
    ))
    .unwrap()
}

fn consent(fields: &str) -> Scope {
    let record = Record::from_toml(&format!(
        r#"
consent = "ihala-consent/1"
answer = "given"
given_by = "person"
method = "signature"
language = "ar"
date = 2026-05-01
valid_until = 2026-07-01
case_code = "K-1"
purposes = ["service-provision"]
[[recipient]]
agency = "{CLINIC}"
fields = [{fields}]
"#
    ))
    .unwrap();
    record.scope(ConsentId([1; 16]), &CLINIC, Some("K-1"), 2).unwrap()
}

fn question<'a>(form: &'a Form, isp: &'a Isp, consent: Option<&'a Scope>) -> Question<'a> {
    let disclosure = Disclosure::AsRequired;
    let (sender, recipient) = (&CENTRE, &CLINIC);
    Question { sender, recipient, form, disclosure, isp, consent, now: NOW, skew: 0 }
}

fn ask(form: &Form, isp: &Isp, consent: Option<&Scope>) -> Result<Permit, String> {
    decide(&question(form, isp, consent)).map_err(|refusal| refusal.rule.id.to_owned())
}

const SINGLE: &str = "single_stage = true";

#[test]
fn each_field_needs_protocol_and_consent() {
    let form = form("[person]\nname = \"N\"\nphone = \"1\"\naddress = \"A\"");
    let scope = consent("\"request\", \"person.name\", \"person.address\"");
    let permit = ask(&form, &isp(SINGLE), Some(&scope)).unwrap();
    assert_eq!(permit.fields, [1, 2, 3, 6, 20].map(FieldId::Known));
    let withheld: Vec<_> = permit.withheld.iter().map(|(id, rule)| (*id, rule.id)).collect();
    let known = FieldId::Known;
    assert_eq!(withheld, [(known(21), "POL-05"), (known(22), "POL-04")]);
    assert!(!permit.notes && !permit.two_stages);
}

#[test]
fn without_a_word_in_the_protocol_it_goes_in_two_stages() {
    let form =
        form("marks = [\"gbv\"]\nprovince = \"TUR079\"\n[person]\nname = \"N\"\nphone = \"1\"");
    let scope = consent("\"request\", \"person\"");
    // A mark demands it also where the protocol would not.
    for clause in ["", SINGLE] {
        let isp = isp(clause);
        let permit = ask(&form, &isp, Some(&scope)).unwrap();
        assert!(permit.two_stages);
        assert_eq!(
            permit.fields,
            [1, 2, 3, 9].map(FieldId::Known),
            "coded fields, and not the mark"
        );
        assert_eq!(permit.later, [4, 6, 20, 21].map(FieldId::Known));

        // The receiver asks again, of what it was sent.
        let first = form.only(&permit.fields);
        let as_received = |form, disclosure| {
            let asked = Question { disclosure, ..question(form, &isp, Some(&scope)) };
            decide(&asked).map_err(|refusal| refusal.rule.id)
        };
        let permit = as_received(&first, Disclosure::First).unwrap();
        assert!(permit.withheld.is_empty());
        let early = as_received(&form, Disclosure::First).unwrap();
        let rules: Vec<_> = early.withheld.iter().map(|(id, rule)| (*id, rule.id)).collect();
        assert_eq!(rules, [4, 6, 20, 21].map(|id| (FieldId::Known(id), "POL-12")));
        assert!(as_received(&form, Disclosure::Second).unwrap().withheld.is_empty());
        let all_at_once = as_received(&form, Disclosure::OneStage);
        assert_eq!(all_at_once.unwrap_err(), "POL-09");
    }
}

#[test]
fn refusals_name_their_rule() {
    let good = form("");
    let all = consent("\"request\"");
    let refused = |form: &Form, isp: &Isp, consent| ask(form, isp, Some(consent)).unwrap_err();
    let strict = isp("");
    let at_once =
        Question { disclosure: Disclosure::OneStage, ..question(&good, &strict, Some(&all)) };
    assert_eq!(decide(&at_once).unwrap_err().rule.id, "POL-08");
    let medical = Form::from_toml(
        "form = \"inter-agency-referral/1\"\n[request]\nurgency = \"urgent\"\ncase_type = \
         \"medical\"\nservices = [\"nutrition\"]\ncase_code = \"K-1\"",
    );
    assert_eq!(refused(&medical.unwrap(), &isp(SINGLE), &all), "POL-02");
    let follow_up = form("purpose = \"follow-up\"");
    assert_eq!(refused(&follow_up, &isp(SINGLE), &all), "POL-03");
    let little = consent("\"request.urgency\", \"person.name\"");
    assert_eq!(refused(&good, &isp(SINGLE), &little), "POL-06");
    let nothing = consent("\"person.name\"");
    assert_eq!(refused(&good, &isp(SINGLE), &nothing), "POL-07");

    let late = Timestamp(NOW.0 + 60 * 86_400);
    let single = isp(SINGLE);
    let question = Question { now: late, ..question(&good, &single, Some(&all)) };
    assert_eq!(decide(&question).unwrap_err().rule.id, "CON-03");
    let reverse = Question { sender: &CLINIC, recipient: &CENTRE, ..question };
    assert_eq!(decide(&reverse).unwrap_err().rule.id, "POL-02");
    let stranger = Question { recipient: &STRANGER, ..question };
    assert_eq!(decide(&stranger).unwrap_err().rule.id, "POL-02");
    let lapsed = Question { now: Timestamp(NOW.0 + 365 * 86_400), ..question };
    assert_eq!(decide(&lapsed).unwrap_err().rule.id, "ISP-06");
}

#[test]
fn protocol_files_carry_signatures_that_are_checked() {
    let mut rng = ChaCha8Rng::from_seed([5; 32]);
    let keys: Vec<_> = (0..3).map(|_| IdentitySecret::generate(&mut rng)).collect();
    let cards: Vec<_> = keys.iter().map(|k| CardChain::first(k, &keys[2].public())).collect();
    let text = format!(
        "isp = \"ihala-isp/1\"\ntitle = \"T\"\nversion = 1\npurposes = \
         [\"follow-up\"]\nvalid_from = 2026-01-01\nvalid_until = 2026-12-31\nreview = \
         2026-06-30\noverlap_days = 0\nretention_days = 1\nonward = false\n[parties]\na = \
         \"{}\"\nb = \"{}\"\n[[clause]]\nlabel = \"1\"\nfrom = \"any\"\nto = \
         \"any\"\ncase_types = [\"legal\"]\nfields = [\"request\"]",
        cards[0].id(),
        cards[1].id()
    );
    let mut signed = SignedIsp::new(Isp::from_toml(&text).unwrap());
    let sign = |isp: &mut SignedIsp, i: usize| {
        isp.sign(cards[i].id(), cards[i].digest(), &keys[i], NOW).map_err(|r| r.rule.id)
    };
    sign(&mut signed, 0).unwrap();
    assert!(!signed.is_complete());
    sign(&mut signed, 1).unwrap();
    assert!(signed.is_complete());
    assert_eq!(sign(&mut signed, 2), Err("ISP-03"));

    let key_of = |signer: &ihala_protocol::isp::Signer| {
        let is = |c: &&CardChain| c.id() == signer.agency && c.digest() == signer.card;
        let chain = cards.iter().find(is)?;
        Some(*chain.identity_key())
    };
    let file = signed.to_file();
    assert_eq!(SignedIsp::from_file(file.as_bytes(), key_of).unwrap(), signed);
    let refused = |file: &str| SignedIsp::from_file(file.as_bytes(), key_of).unwrap_err().rule.id;
    assert_eq!(refused(&file.replace("PROTOCOL", "PROTOCOl")), "ISP-01");
    assert_eq!(refused(&file[..file.len() / 2]), "ISP-01");
    let wrong_key = |_: &ihala_protocol::isp::Signer| Some(keys[2].public());
    let refusal = SignedIsp::from_file(file.as_bytes(), wrong_key).unwrap_err();
    assert_eq!(refusal.rule.id, "ISP-02");
}
