//! A receipt or refusal counts only from the agency, for the agency, under the card
//! that it names, and in its own class.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::{AgencyId, Digest, IdentitySecret, MessageId, Timestamp};
use ihala_protocol::{Receipt, RefusalNotice};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const BY: AgencyId = AgencyId([1; 32]);
const CARD: Digest = Digest([2; 32]);
const TO: AgencyId = AgencyId([3; 32]);
const OTHER: AgencyId = AgencyId([4; 32]);

fn receipt() -> Receipt {
    Receipt {
        message: MessageId([5; 16]),
        digest: Digest([6; 32]),
        by: BY,
        card: CARD,
        to: TO,
        at: Timestamp(7),
        contiguous: 8,
        highest: 9,
        reduced: None,
    }
}

fn refusal(rule: &str) -> RefusalNotice {
    RefusalNotice {
        message: MessageId([5; 16]),
        digest: Digest([6; 32]),
        by: BY,
        card: CARD,
        to: TO,
        at: Timestamp(7),
        rule: rule.into(),
    }
}

#[test]
fn only_what_names_us_and_them_counts() {
    let mut rng = ChaCha8Rng::from_seed([1; 32]);
    let (key, stranger) = (IdentitySecret::generate(&mut rng), IdentitySecret::generate(&mut rng));
    let public = key.public();
    let good = receipt().sign(&key);
    let notice = refusal("POL-04").sign(&key);
    let r =
        |sign1: &[u8], by, card, to| Receipt::verify(sign1, (&by, &card, &public), &to).is_some();
    let n = |sign1: &[u8], by, card, to| {
        RefusalNotice::verify(sign1, (&by, &card, &public), &to).is_some()
    };
    assert!(r(&good, BY, CARD, TO) && n(&notice, BY, CARD, TO));
    assert!(!r(&notice, BY, CARD, TO) && !n(&good, BY, CARD, TO), "classes");
    for (by, card, to) in [(OTHER, CARD, TO), (BY, Digest([0; 32]), TO), (BY, CARD, OTHER)] {
        assert!(!r(&good, by, card, to) && !n(&notice, by, card, to));
    }
    assert!(!r(&receipt().sign(&stranger), BY, CARD, TO));
    assert!(!n(&refusal("POL-04").sign(&stranger), BY, CARD, TO));
    for rule in ["", "pol-04", "POL-04 Leyla", "POL-", "\u{7}-01", "TOOLONG-01"] {
        assert!(!n(&refusal(rule).sign(&key), BY, CARD, TO), "{rule}");
    }
}
