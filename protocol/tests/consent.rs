//! Consent records and their receipts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::{AgencyId, IdentitySecret, ReceiveSecret, Suite, Timestamp, TransportId};
use ihala_protocol::FieldId;
use ihala_protocol::consent::{ConsentId, ConsentReceipt, Record, State};
use ihala_protocol::statement::{Name, PublishedKey, Statement};
use ihala_protocol::{CardChain, Profile};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const CLINIC: AgencyId = AgencyId([0xbb; 32]);
const LEGAL: u16 = 2;

fn toml(more: &str) -> String {
    format!(
        "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
         \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = 2026-07-01\ncase_code = \
         \"K-1\"\npurposes = [\"service-provision\"]\n{more}\n[[recipient]]\nagency = \
         \"{CLINIC}\"\nfields = [\"request\"]\n"
    )
}

fn mistakes(text: &str) -> String {
    Record::from_toml(text).unwrap_err().to_string()
}

#[test]
fn a_child_is_heard_and_every_other_basis_has_a_reason_and_a_name() {
    let by_guardian = toml("").replace("\"person\"", "\"guardian\"");
    let told = mistakes(&by_guardian);
    for key in ["`guardian` must", "`guardian_relationship` must", "`assent` is missing"] {
        assert!(told.contains(key), "{told}");
    }
    let guardian = "guardian = \"Amal\"\nguardian_relationship = \"aunt\"\n";
    let heard = |assent: &str, more: &str| {
        toml(&format!("{guardian}assent = \"{assent}\"\n{more}"))
            .replace("given_by = \"person\"", "given_by = \"guardian\"")
    };
    assert!(Record::from_toml(&heard("given", "")).is_ok());
    assert!(mistakes(&toml("assent = \"refused\"")).contains("`assent` contradicts"));
    assert!(mistakes(&heard("refused", "")).contains("the child does not agree"));
    let basis = "basis = \"best-interests-of-child\"\n";
    let told = mistakes(&heard("refused", basis));
    assert!(told.contains("`reason`") && told.contains("`authorised_by`"), "{told}");
    let reasoned = format!("{basis}reason = \"in danger\"\nauthorised_by = \"Dr Aydin\"");
    let record = Record::from_toml(&heard("refused", &reasoned)).unwrap();
    assert!(record.other_basis.is_some() && record.guardianship.is_some());
    assert!(!format!("{record:?}").contains("Amal"));
}

#[test]
fn a_class_of_recipients_covers_its_case_type_alone() {
    let class = toml("").replace(&format!("agency = \"{CLINIC}\""), "class = \"legal\"");
    let record = Record::from_toml(&class).unwrap();
    let scope = |record: &Record, case_type| {
        record.scope(ConsentId([1; 16]), &CLINIC, Some("K-1"), case_type).map_err(|r| r.rule.id)
    };
    assert_eq!(scope(&record, LEGAL).unwrap().recipient, CLINIC, "what travels names the agency");
    assert_eq!(scope(&record, 1), Err("CON-02"));
    let mut without = record;
    without.excluded.push(CLINIC);
    assert_eq!(scope(&without, LEGAL), Err("CON-02"), "withdrawn from this one");
}

#[test]
fn only_given_and_renewed_are_valid_and_only_in_time() {
    let mut record = Record::from_toml(&toml("")).unwrap();
    for state in State::ALL {
        record.becomes(state, Timestamp(0), None);
        let scope = record.scope(ConsentId([1; 16]), &CLINIC, Some("K-1"), LEGAL);
        assert_eq!(scope.is_ok(), matches!(state, State::Given | State::Renewed), "{state:?}");
    }
    record.becomes(State::Given, Timestamp(0), None);
    assert_eq!(record.state_at(record.valid_until), State::Given);
    assert_eq!(record.state_at(record.valid_until.plus(1)), State::Expired);
    for (answer, state) in [("deferred", State::Deferred), ("unknown", State::Unknown)] {
        let text = toml("").replace("\"given\"", &format!("\"{answer}\""));
        assert_eq!(Record::from_toml(&text).unwrap().state, state);
    }
}

#[test]
fn a_receipt_is_checked_by_anyone_and_a_changed_one_is_not_believed() {
    let mut rng = ChaCha8Rng::from_seed([5; 32]);
    let identity = IdentitySecret::generate(&mut rng);
    let cards = CardChain::first(&identity, &IdentitySecret::generate(&mut rng).public());
    let statement = Statement {
        agency: cards.id(),
        card: cards.digest(),
        seq: 1,
        issued: Timestamp(1),
        names: vec![Name { lang: "en".into(), text: "Centre".into() }],
        peers: vec![TransportId::new(vec![1; 38]).unwrap()],
        addresses: Vec::new(),
        keys: vec![PublishedKey {
            key: ReceiveSecret::generate(Suite::Hpke4, &mut rng).public(),
            not_before: Timestamp(0),
            not_after: Timestamp(9),
            fallback: false,
        }],
        features: None,
    };
    let profile = Profile::sign(cards, &statement, &identity).unwrap();
    let receipt = ConsentReceipt {
        agency: profile.id(),
        card: profile.cards().digest(),
        consent: ConsentId([7; 16]),
        state: State::Given,
        made: Timestamp(5),
        valid_from: Timestamp(1),
        valid_until: Timestamp(9),
        language: "ar".into(),
        purposes: vec![1],
        onward: false,
        recipients: vec![("Legal Clinic".into(), [1, 2, 20].map(FieldId::Known).to_vec())],
        basis: 1,
        own: None,
    };
    let file = receipt.to_file(&profile, &identity);
    let (read, by) = ConsentReceipt::from_file(file.as_bytes()).unwrap();
    assert_eq!((&read, by.id()), (&receipt, profile.id()));
    let refused = |file: &str| ConsentReceipt::from_file(file.as_bytes()).unwrap_err().rule.id;
    assert_eq!(refused(&file[..file.len() / 2]), "CON-07");
    let forged = receipt.to_file(&profile, &IdentitySecret::generate(&mut rng));
    assert_eq!(refused(&forged), "CON-07");
    let foreign = ConsentReceipt { agency: CLINIC, ..receipt };
    assert_eq!(refused(&foreign.to_file(&profile, &identity)), "CON-07");
}
