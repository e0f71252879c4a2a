//! Who an agency is: card files, with their cards and statements, and fingerprints.

use ihala_conformance::vector::{Card, CardFile, Fingerprint, Vector};
use ihala_envelope::{AgencyId, Class, Digest, Suite, Timestamp, cbor};
use ihala_protocol::statement::{Name, Statement};
use ihala_protocol::{CardChain, Profile, fingerprint};
use minicbor::bytes::ByteVec;

use crate::Folder;
use crate::world::{
    DAY, NOW, Party, bytes, centre, clinic, next, receive, secret, sign, statement,
};

pub(crate) fn forge(folder: &mut Folder) {
    cards(folder);
    statements(folder);
    fingerprints(folder);
}

/// The content of a card file, of any parts.
fn file(cards: &[Vec<u8>], statement: &[u8]) -> Vec<u8> {
    let cards: Vec<ByteVec> = cards.iter().map(|c| bytes(c)).collect();
    cbor::to_vec(&(cards, bytes(statement)))
}

struct Cards<'f>(&'f mut Folder);

impl Cards<'_> {
    fn put(
        &mut self,
        name: &str,
        comment: &str,
        expect: &str,
        file: Vec<u8>,
        known: Option<Vec<u8>>,
    ) {
        self.put_at(name, comment, expect, file, known, NOW);
    }

    fn put_at(
        &mut self,
        name: &str,
        comment: &str,
        expect: &str,
        file: Vec<u8>,
        known: Option<Vec<u8>>,
        at: Timestamp,
    ) {
        let card = (expect == "accept").then(|| {
            let (cards, statement): (Vec<ByteVec>, ByteVec) = cbor::from_slice(&file).unwrap();
            let cards = CardChain::verify(cards.into_iter().map(Vec::from).collect()).unwrap();
            let profile = Profile::verify(cards, statement.into()).unwrap();
            Card::of(&profile, profile.statement().receive_key(at).unwrap().kid())
        });
        let vector = CardFile {
            vector: "card-file".into(),
            comment: comment.into(),
            expect: expect.into(),
            file: file.into(),
            known: known.map(Into::into),
            at: at.0,
            card,
        };
        self.0.put("card-file", name, Vector::CardFile(vector));
    }

    fn refuse(&mut self, rule: &str, name: &str, comment: &str, file: Vec<u8>) {
        let name = format!("{}-{name}", rule.to_lowercase());
        self.put(&name, comment, rule, file, None);
    }
}

/// The payload of a card: `{1: seq, 2: key, 3: next, ? 4: previous}`.
fn card(seq: u64, key: u8, following: u8, previous: Option<Digest>) -> Vec<u8> {
    let mut e = minicbor::Encoder::new(Vec::new());
    e.map(if previous.is_some() { 4 } else { 3 }).unwrap();
    e.u8(1).unwrap().u64(seq).unwrap();
    e.u8(2).unwrap().bytes(secret(key).public().as_bytes()).unwrap();
    e.u8(3).unwrap().bytes(&secret(following).public().digest().0).unwrap();
    if let Some(previous) = previous {
        e.u8(4).unwrap().bytes(&previous.0).unwrap();
    }
    e.into_writer()
}

/// A chain of two cards: the second has the key that the first committed to.
fn rotated() -> (Vec<Vec<u8>>, CardChain) {
    let first = sign(1, Class::Card, &card(1, 1, next(1), None));
    let second = sign(next(1), Class::Card, &card(2, next(1), 0x77, Some(Digest::of(&first))));
    let chain = CardChain::verify(vec![first.clone(), second.clone()]).unwrap();
    (vec![first, second], chain)
}

fn cards(folder: &mut Folder) {
    let mut f = Cards(folder);
    let party = centre();
    f.put("accept", "an agency with its first card, as most have", "accept", party.file(), None);
    let post_quantum = Party::of_suite("Community Centre", 1, Suite::Hpke9);
    f.put("accept-hpke-9", "the default suite", "accept", post_quantum.file(), None);
    let (signed, chain) = rotated();
    let second = sign(
        next(1),
        Class::KeyStatement,
        &cbor::to_vec(&statement(&chain, "Centre", &receive(1, Suite::Hpke4))),
    );
    f.put(
        "accept-rotated",
        "the key was rotated: the second card has the key that the first one committed to, and replaces it",
        "accept",
        file(&signed, &second),
        Some(party.file()),
    );
    let own = party.profile.signed_statement();
    f.refuse("CARD-01", "no-card", "an empty chain", file(&[], own));
    f.refuse("CARD-01", "not-a-sign1", "a card that is no COSE_Sign1", file(&[vec![0x80]], own));
    let unknown = [&[0xa4], &card(1, 1, next(1), None)[1..], &[0x05, 0x00]].concat();
    f.refuse(
        "CARD-01",
        "unknown-field",
        "a member that is not known",
        file(&[sign(1, Class::Card, &unknown)], own),
    );
    let mut e = minicbor::Encoder::new(Vec::new());
    e.map(3).unwrap().u8(1).unwrap().u8(1).unwrap().u8(2).unwrap().bytes(&[0; 32]).unwrap();
    e.u8(3).unwrap().bytes(&[1; 32]).unwrap();
    f.refuse(
        "CARD-01",
        "small-order",
        "an identity key of small order: thirty-two zero bytes are a point of order four",
        file(&[sign(1, Class::Card, &e.into_writer())], own),
    );
    let stranger = sign(0x66, Class::Card, &card(2, 0x66, 0x77, Some(Digest::of(&signed[0]))));
    f.refuse(
        "CARD-02",
        "stolen",
        "a second card with a key of the thief's own: the first one did not commit to it",
        file(&[signed[0].clone(), stranger], &second),
    );
    let skipped = sign(next(1), Class::Card, &card(3, next(1), 0x77, Some(Digest::of(&signed[0]))));
    f.refuse("CARD-02", "skipped", "seq 3 after 1", file(&[signed[0].clone(), skipped], &second));
    let unlinked = sign(next(1), Class::Card, &card(2, next(1), 0x77, Some(Digest([9; 32]))));
    f.refuse(
        "CARD-02",
        "unlinked",
        "names another card before it",
        file(&[signed[0].clone(), unlinked], &second),
    );
    f.refuse("CARD-02", "starts-at-2", "the first card is missing", file(&signed[1..], &second));
    let other = Party::new("Another", 9);
    f.put(
        "card-02-other-history",
        "another agency in the place of the one that is known",
        "CARD-02",
        other.file(),
        Some(party.file()),
    );
    let forged = sign(0x66, Class::Card, &card(1, 1, next(1), None));
    f.refuse("CARD-03", "forged", "not signed by the key that it carries", file(&[forged], own));
    let class = sign(1, Class::KeyStatement, &card(1, 1, next(1), None));
    f.refuse("CARD-03", "other-class", "signed as a key statement", file(&[class], own));
    let forged = sign(0x66, Class::KeyStatement, &cbor::to_vec(party.profile.statement()));
    f.refuse(
        "CARD-03",
        "forged-statement",
        "the statement is not signed by the card's key",
        file(party.profile.cards().signed(), &forged),
    );
}

fn statements(folder: &mut Folder) {
    let mut f = Cards(folder);
    let party = centre();
    let good = party.profile.statement().clone();
    let signed = party.profile.cards().signed().to_vec();
    let with = |statement: &Statement| {
        file(&signed, &sign(1, Class::KeyStatement, &cbor::to_vec(statement)))
    };
    let names = |text: &str| vec![Name { lang: "en".into(), text: text.into() }];
    for (name, comment, statement) in [
        ("no-name", "without a name", Statement { names: vec![], ..good.clone() }),
        ("no-peer", "without a peer id", Statement { peers: vec![], ..good.clone() }),
        ("no-key", "without a receive key", Statement { keys: vec![], ..good.clone() }),
        ("seq-0", "statements are numbered from 1", Statement { seq: 0, ..good.clone() }),
        (
            "invisible",
            "a name with U+202E, which turns what follows around",
            Statement { names: names("Centre\u{202e}"), ..good.clone() },
        ),
        (
            "two-lines",
            "a name with a line break",
            Statement { names: names("A\nB"), ..good.clone() },
        ),
        ("empty-name", "a name without characters", Statement { names: names(""), ..good.clone() }),
    ] {
        f.refuse("CARD-04", name, comment, with(&statement));
    }
    let features =
        |features: &[u16]| Statement { features: Some(features.to_vec()), ..good.clone() };
    let added = with(&features(&[1, 900]));
    f.put("accept-features", "additions that are not known mean nothing", "accept", added, None);
    let added = with(&features(&[9, 1]));
    f.refuse("CARD-04", "features-fall", "the numbers of additions rise", added);
    let added = with(&features(&[]));
    f.refuse("CARD-04", "no-feature", "without an addition the member is absent", added);
    let mut two_suites = good.clone();
    two_suites.keys.push(two_suites.keys[0].clone());
    two_suites.keys[1].key = receive(0x21, Suite::Hpke9).public();
    f.refuse("CARD-04", "two-suites", "keys of two suites", with(&two_suites));
    let mut backwards = good.clone();
    backwards.keys[0].not_after = backwards.keys[0].not_before;
    f.refuse("CARD-04", "backwards", "a key that ends when it begins", with(&backwards));
    f.refuse("CARD-04", "not-a-sign1", "a statement that is no COSE_Sign1", file(&signed, &[0x80]));
    let other = Statement { agency: AgencyId([7; 32]), ..good.clone() };
    f.refuse("CARD-05", "other-agency", "the statement of another agency", with(&other));
    let other = Statement { card: Digest([7; 32]), ..good.clone() };
    f.refuse("CARD-05", "other-card", "a statement under another card", with(&other));
    let newer = Statement { seq: 2, ..good.clone() };
    f.put("accept-newer", "a newer statement", "accept", with(&newer), Some(with(&good)));
    f.put("card-06-older", "seq 1 after 2", "CARD-06", with(&good), Some(with(&newer)));
    f.put("card-06-same", "the same number again", "CARD-06", with(&newer), Some(with(&newer)));
    let (rotated, chain) = rotated();
    let second = sign(
        next(1),
        Class::KeyStatement,
        &cbor::to_vec(&statement(&chain, "Centre", &receive(1, Suite::Hpke4))),
    );
    f.put(
        "card-06-rolled-back",
        "the first card again, after the key was rotated",
        "CARD-06",
        with(&newer),
        Some(file(&rotated, &second)),
    );
    let mut post_quantum = good.clone();
    post_quantum.keys[0].key = receive(1, Suite::Hpke9).public();
    f.put(
        "card-07-downgrade",
        "HPKE-4 from an agency that has offered HPKE-9",
        "CARD-07",
        with(&newer),
        Some(with(&post_quantum)),
    );
    f.put_at(
        "card-08-expired",
        "no key in date at this time: a sender waits",
        "CARD-08",
        with(&good),
        None,
        Timestamp(NOW.0 + 336 * DAY),
    );
    f.put_at(
        "card-08-early",
        "no key in date yet",
        "CARD-08",
        with(&good),
        None,
        Timestamp(NOW.0 - 31 * DAY),
    );
    let mut several = good;
    several.keys = vec![several.keys[0].clone(); 3];
    for (key, (seed, days, fallback)) in
        several.keys.iter_mut().zip([(0x31, 90, true), (0x32, 14, false), (0x33, 7, false)])
    {
        key.key = receive(seed, Suite::Hpke4).public();
        key.not_after = Timestamp(NOW.0 + days * DAY);
        key.fallback = fallback;
    }
    f.put(
        "accept-ends-first",
        "of the keys in date, the one that is no fallback and ends first",
        "accept",
        with(&several),
        None,
    );
    f.put_at(
        "accept-fallback",
        "the fallback, once no other is in date",
        "accept",
        with(&several),
        None,
        Timestamp(NOW.0 + 20 * DAY),
    );
    f.put_at(
        "accept-last-second",
        "a key is in date to its last second",
        "accept",
        with(&several),
        None,
        Timestamp(NOW.0 + 7 * DAY),
    );
}

fn fingerprints(folder: &mut Folder) {
    let agency = centre().id();
    let shown = fingerprint::of(&agency);
    let mut put = |name: &str, comment: &str, expect: &str, typed: String| {
        let vector = Fingerprint {
            vector: "fingerprint".into(),
            comment: comment.into(),
            expect: expect.into(),
            agency: agency.0.into(),
            typed,
        };
        folder.put("fingerprint", name, Vector::Fingerprint(vector));
    };
    put("accept", "as it is shown", "accept", shown.clone());
    let typed = shown.replace(' ', "").to_uppercase().replace('0', "O").replace('1', "l");
    put("accept-typed", "in capitals, o for 0, l for 1, without spaces", "accept", typed);
    put("accept-hyphens", "with hyphens", "accept", shown.replace(' ', "-"));
    let other = if shown.starts_with('0') { "2" } else { "0" };
    put("tru-03-first", "the first symbol differs", "TRU-03", format!("{other}{}", &shown[1..]));
    put("tru-03-short", "the last group is missing", "TRU-03", shown[..shown.len() - 5].to_owned());
    let (head, check) = shown.split_at(shown.len() - 1);
    let other = if check == "2" { "3" } else { "2" };
    put("tru-03-check", "the last symbol differs", "TRU-03", format!("{head}{other}"));
    let other = fingerprint::of(&clinic().id());
    put("tru-03-other", "another agency's fingerprint", "TRU-03", other);
}
