//! A backup file gives back what was put in, to the recovery seed alone, and is refused if a
//! single byte of it is missing, moved or changed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_envelope::encrypt0::Encrypt0;
use ihala_envelope::{
    Class, Digest, IdentitySecret, Kid, Personal, ReceiveKey, ReceiveSecret, Secret, Suite,
    Timestamp, TransportId, cbor,
};
use ihala_protocol::backup::{self, CHUNK, ENTRY_MAX, Entry, Head, Reader, Writer};
use ihala_protocol::statement::{Name, PublishedKey};
use ihala_protocol::{CardChain, Profile, Statement};
use minicbor::bytes::ByteVec;
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

const MADE: Timestamp = Timestamp(1_780_272_000);
const UNTIL: Timestamp = Timestamp(1_788_000_000);
const SEED: [u8; 32] = [5; 32];

fn identity() -> IdentitySecret {
    IdentitySecret::from_seed(&Secret::new([1; 32]))
}

fn backup_key() -> ReceiveSecret {
    backup::key_of(&Secret::new(SEED))
}

fn profile() -> Profile {
    let next = IdentitySecret::from_seed(&Secret::new(SEED)).public();
    let cards = CardChain::first(&identity(), &next);
    let key = ReceiveSecret::from_parts(Kid(*b"epoch--1"), Suite::Hpke4, [2; 32]).public();
    let (not_before, not_after) = (MADE, UNTIL);
    let statement = Statement {
        agency: cards.id(),
        card: cards.digest(),
        seq: 1,
        issued: MADE,
        names: vec![Name { lang: "en".into(), text: "Legal Clinic".into() }],
        peers: vec![TransportId::new(vec![3; 38]).unwrap()],
        addresses: Vec::new(),
        keys: vec![PublishedKey { key, not_before, not_after, fallback: false }],
        features: None,
    };
    Profile::sign(cards, &statement, &identity()).unwrap()
}

fn writer(entries: u64, rng: &mut ChaCha8Rng) -> Writer {
    Writer::new(&profile(), &backup_key().public(), MADE, UNTIL, entries, rng).unwrap()
}

fn file(entries: &[Entry]) -> Vec<u8> {
    let mut rng = ChaCha8Rng::from_seed([9; 32]);
    let mut writer = writer(entries.len() as u64, &mut rng);
    let mut file = Vec::new();
    for entry in entries {
        writer.add(&entry.key, entry.slot, entry.value.expose()).unwrap();
        file.extend(writer.take());
    }
    file.extend(writer.finish(&identity()).unwrap());
    file
}

fn entry(key: &[u8], slot: u32, value: Vec<u8>) -> Entry {
    Entry { key: key.to_vec(), slot, value: Personal::new(value) }
}

/// The head and the entries, or the rule that is broken. Fed in pieces of these lengths.
fn read(mut reader: Reader, file: &[u8], lens: &[usize]) -> Result<(Head, Vec<Entry>), String> {
    let rule = |refusal: ihala_envelope::Refusal| refusal.rule.id.to_owned();
    let (mut rest, mut entries) = (file, Vec::new());
    let mut lens = lens.iter().cycle();
    while !rest.is_empty() {
        let (now, later) = rest.split_at(rest.len().min(*lens.next().unwrap()));
        reader.feed(now).map_err(rule)?;
        while let Some(entry) = reader.next_entry().map_err(rule)? {
            entries.push(entry);
        }
        rest = later;
    }
    reader.finish().map(|head| (head, entries)).map_err(rule)
}

fn scan(file: &[u8]) -> Result<Head, String> {
    read(Reader::scanning(), file, &[file.len().max(1)]).map(|(head, _)| head)
}

fn open(file: &[u8]) -> Result<Vec<Entry>, String> {
    read(Reader::opening(backup_key()), file, &[file.len().max(1)]).map(|(_, entries)| entries)
}

fn refused<T>(read: Result<T, String>, rule: &str) {
    assert_eq!(read.err().as_deref(), Some(rule));
}

fn item(number: u8, content: Vec<u8>) -> Vec<u8> {
    cbor::to_vec(&(number, ByteVec::from(content)))
}

/// The items of a file, to put them together in another way.
fn items(mut file: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut items = Vec::new();
    while !file.is_empty() {
        let mut d = minicbor::Decoder::new(file);
        let (number, content): (u8, ByteVec) = d.decode().unwrap();
        items.push((number, content.into()));
        file = &file[d.position()..];
    }
    items
}

fn joined(items: &[(u8, Vec<u8>)]) -> Vec<u8> {
    items.iter().flat_map(|(number, content)| item(*number, content.clone())).collect()
}

/// These items with an end that the agency has signed, whatever they are.
fn signed(items: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut file = joined(items);
    let (profile, digest) = (profile(), Digest::of(&file));
    let mut payload = minicbor::Encoder::new(Vec::new());
    let e = payload.map(3).unwrap().u8(1).unwrap().encode(profile.id()).unwrap();
    let e = e.u8(2).unwrap().encode(profile.cards().digest()).unwrap();
    e.u8(3).unwrap().encode(digest).unwrap();
    file.extend(item(3, identity().sign(Class::Backup, payload.into_writer())));
    file
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let bytes = |len| proptest::collection::vec(any::<u8>(), len);
    let len = prop_oneof![8 => 0..400usize, 2 => 4_000..9_000usize, 1 => CHUNK - 40..CHUNK + 40];
    let one = (bytes(0..30), any::<u32>(), len, any::<u8>());
    let one = one.prop_map(|(key, slot, len, fill)| entry(&key, slot, vec![fill; len]));
    proptest::collection::vec(one, 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_put_in_comes_out_however_the_bytes_come(
        entries in entries(),
        lens in proptest::collection::vec(prop_oneof![1..40usize, 1..100_000usize], 1..8),
    ) {
        let file = file(&entries);
        let (head, found) = read(Reader::opening(backup_key()), &file, &lens).unwrap();
        prop_assert!(found == entries);
        let expected = Head {
            profile: profile(),
            made: MADE,
            until: UNTIL,
            entries: entries.len() as u64,
            kid: backup_key().kid(),
        };
        prop_assert_eq!(&head, &expected);
        let (head, found) = read(Reader::scanning(), &file, &lens).unwrap();
        prop_assert!(head == expected && found.is_empty());
    }
}

/// An entry that fills so many bytes of plain text.
fn filling(len: usize) -> Entry {
    // [ h'61', 0, h'…' ]: from 65,536 bytes on, the length of a value takes two bytes more.
    let beside = if len - 7 < 65_536 { 7 } else { 9 };
    entry(b"a", 0, vec![7; len - beside])
}

#[test]
fn chunks_are_full_but_the_last() {
    for (len, chunks) in [
        (CHUNK - 1, vec![(2, CHUNK + 15)]),
        (CHUNK, vec![(2, CHUNK + 16)]),
        (CHUNK + 1, vec![(1, CHUNK + 16), (2, 17)]),
        (2 * CHUNK, vec![(1, CHUNK + 16), (2, CHUNK + 16)]),
    ] {
        let one = filling(len);
        let file = file(std::slice::from_ref(&one));
        let items = items(&file);
        let found: Vec<(u8, usize)> =
            items.iter().map(|(n, content)| (*n, content.len())).collect();
        assert_eq!(found[1..found.len() - 1], chunks, "{len}");
        assert!(open(&file).unwrap() == [one]);
    }
    let empty = file(&[]);
    assert_eq!(items(&empty)[1].1.len(), 16);
    assert!(open(&empty).unwrap().is_empty());
}

#[test]
fn no_byte_can_be_missing_or_changed() {
    let small = [entry(b"ab", 3, vec![1; 900]), entry(b"b", 0, Vec::new())];
    let good = file(&small);
    assert!((2_000..4_000).contains(&good.len()), "{}", good.len());
    assert!(open(&good).unwrap() == small);
    let opening = |file: &[u8]| read(Reader::opening(backup_key()), file, &[17]);
    for len in 0..good.len() {
        refused(scan(&good[..len]), "BAK-01");
        assert!(opening(&good[..len]).is_err(), "cut at {len}");
    }
    for at in 0..good.len() {
        for bit in [0x01, 0x80] {
            let mut changed = good.clone();
            changed[at] ^= bit;
            assert!(scan(&changed).is_err(), "{bit} at {at}");
            assert!(opening(&changed).is_err(), "{bit} at {at}");
        }
    }
    for more in [&[0][..], &item(3, vec![1]), &good] {
        refused(scan(&[&good, more].concat()), "BAK-01");
        refused(open(&[&good, more].concat()), "BAK-01");
    }
}

#[test]
fn a_refused_file_stays_refused() {
    let good = file(&[]);
    let mut reader = Reader::scanning();
    reader.feed(&good).unwrap();
    assert!(reader.feed(&[0]).is_err());
    assert!(reader.feed(&good).is_err());
    assert!(reader.finish().is_err());
}

#[test]
fn chunks_stand_in_their_order_and_none_is_left_out() {
    let value = |fill, len| vec![fill; len];
    let three = [entry(b"a", 1, value(1, 2 * CHUNK)), entry(b"b", 2, value(2, 1_000))];
    let good = items(&file(&three));
    assert_eq!(good.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1, 1, 2, 3]);
    let body = &good[..4];
    assert!(open(&signed(body)).unwrap() == three, "the end is made as it should be");
    // Even signed by the agency itself.
    let mut swapped = body.to_vec();
    swapped.swap(1, 2);
    let mut dropped = body.to_vec();
    dropped.remove(1);
    let mut repeated = body.to_vec();
    repeated.insert(2, body[1].clone());
    let mut as_last = body.to_vec();
    as_last.truncate(3);
    as_last[2].0 = 2;
    for changed in [swapped, dropped, repeated, as_last] {
        refused(scan(&joined(&[&changed[..], &good[4..]].concat())), "BAK-02");
        let changed = signed(&changed);
        scan(&changed).unwrap();
        refused(open(&changed), "BAK-04");
    }
    // The order of the items is seen without the key.
    let short = (1, vec![0; CHUNK]);
    let last = body[3].clone();
    for wrong in [
        vec![body[0].clone()],
        vec![body[0].clone(), body[1].clone()],
        vec![body[0].clone(), short, last.clone()],
        vec![body[0].clone(), (2, vec![0; 15])],
        vec![body[0].clone(), body[1].clone(), (2, vec![0; 16])],
        vec![body[0].clone(), last.clone(), last.clone()],
        vec![body[0].clone(), body[0].clone(), last.clone()],
        vec![last, body[0].clone()],
        vec![(4, Vec::new())],
    ] {
        refused(scan(&signed(&wrong)), "BAK-01");
    }
}

#[test]
fn only_the_recovery_seed_opens_it() {
    let good = file(&[entry(b"a", 0, vec![1])]);
    let other = backup::key_of(&Secret::new([6; 32]));
    refused(read(Reader::opening(other.clone()), &good, &[100]), "BAK-03");
    // By its name it is the one, but it is not.
    let named =
        ReceiveSecret::from_parts(backup_key().kid(), Suite::Hpke9, *other.secret().expose());
    refused(read(Reader::opening(named), &good, &[100]), "BAK-03");
    scan(&good).unwrap();
}

#[test]
fn the_backup_key_is_derived_as_the_specification_says() {
    let key = backup_key();
    // HKDF-SHA256 by Python's hmac module: extract with 32 zero bytes, expand once.
    let secret = data_encoding::HEXLOWER.encode(key.secret().expose());
    assert_eq!(secret, "0e2a9610ebe4379fa862b54a2758c6768334288a04b336f789fd7afd8d329873");
    assert_eq!(key.kid().0, Digest::of(key.public().public()).0[..8]);
    assert_ne!(key.secret().expose(), &SEED);
}

#[test]
fn only_the_agency_can_sign_it() {
    let body = |items: &[(u8, Vec<u8>)]| items[..items.len() - 1].to_vec();
    let good = items(&file(&[]));
    let end = |class, payload: &[u8], by: &IdentitySecret| {
        let mut file = joined(&body(&good));
        file.extend(item(3, by.sign(class, payload.to_vec())));
        file
    };
    let payload = ihala_envelope::Unverified::parse(&good.last().unwrap().1).unwrap();
    let payload = payload.unverified_payload();
    scan(&end(Class::Backup, payload, &identity())).unwrap();
    let next = IdentitySecret::from_seed(&Secret::new(SEED));
    refused(scan(&end(Class::Backup, payload, &next)), "BAK-02");
    refused(scan(&end(Class::Card, payload, &identity())), "BAK-02");
    // Another agency or card, another file; then another form.
    for at in [4, 4 + 35, 4 + 70] {
        let mut other = payload.to_vec();
        other[at] ^= 1;
        refused(scan(&end(Class::Backup, &other, &identity())), "BAK-02");
    }
    refused(scan(&end(Class::Backup, &payload[..20], &identity())), "BAK-01");
}

/// The members of a head as they are encoded.
fn head(change: impl Fn(u8, &mut Vec<u8>)) -> Vec<u8> {
    let good = items(&file(&[])).remove(0).1;
    let mut d = minicbor::Decoder::new(&good);
    assert_eq!(d.map().unwrap(), Some(7));
    let mut made = vec![0xa7];
    for number in 1..=7 {
        assert_eq!(d.u8().unwrap(), number);
        let start = d.position();
        d.skip().unwrap();
        let mut value = good[start..d.position()].to_vec();
        change(number, &mut value);
        made.push(number);
        made.extend(value);
    }
    made
}

#[test]
fn a_head_has_one_form() {
    let scanned = |head| scan(&signed(&[(0, head), (2, vec![0; 16])]));
    let changed = |member, value: Vec<u8>| {
        scanned(head(|n, v| {
            if n == member {
                v.clone_from(&value);
            }
        }))
    };
    let bytes = |bytes: Vec<u8>| cbor::to_vec(&ByteVec::from(bytes));
    scanned(head(|_, _| {})).unwrap();
    refused(changed(1, cbor::to_vec(&"ihala-backup/2")), "BAK-01");
    refused(changed(2, vec![0x80]), "BAK-02");
    refused(changed(3, bytes(vec![1])), "BAK-02");
    refused(changed(4, cbor::to_vec(&UNTIL.plus(1))), "BAK-01");
    refused(changed(5, cbor::to_vec(&(Timestamp::MAX.0 + 1))), "BAK-01");
    // What holds the file key: another suite, another length.
    let mut rng = ChaCha8Rng::from_seed([8; 32]);
    let thin = ReceiveSecret::generate(Suite::Hpke4, &mut rng).public();
    let mut sealed =
        |key: &ReceiveKey, len| bytes(Encrypt0::seal(key, b"", &vec![0; len], &mut rng));
    refused(changed(7, sealed(&thin, 32)), "BAK-01");
    refused(changed(7, sealed(&backup_key().public(), 31)), "BAK-01");
    changed(7, sealed(&backup_key().public(), 32)).unwrap();
    // Sealed for something else, it does not open.
    let other = head(|n, v| {
        if n == 7 {
            v.clone_from(&bytes(Encrypt0::seal(
                &backup_key().public(),
                b"",
                &[0; 32],
                &mut ChaCha8Rng::from_seed([8; 32]),
            )));
        }
    });
    refused(open(&signed(&[(0, other), (2, vec![0; 16])])), "BAK-03");
}

#[test]
fn a_writer_makes_only_what_can_be_read() {
    let mut rng = ChaCha8Rng::from_seed([8; 32]);
    let rule = |refusal: ihala_envelope::Refusal| refusal.rule.id;
    let begin = |key: &ReceiveKey, until, rng: &mut ChaCha8Rng| {
        Writer::new(&profile(), key, MADE, until, 1, rng).map(drop).map_err(rule)
    };
    let key = backup_key().public();
    let thin = ReceiveSecret::generate(Suite::Hpke4, &mut rng).public();
    assert_eq!(begin(&key, MADE, &mut rng), Ok(()));
    assert_eq!(begin(&key, Timestamp(MADE.0 - 1), &mut rng), Err("BAK-01"));
    assert_eq!(begin(&thin, UNTIL, &mut rng), Err("BAK-01"));
    let mut writer = writer(1, &mut rng);
    assert_eq!(writer.add(b"k", 0, &vec![0; ENTRY_MAX]).map_err(rule), Err("BAK-04"));
    // [ h'6b', 0, h'…' ]: 1 + 2 + 1 + 5 bytes beside the value.
    writer.add(b"k", 0, &vec![0; ENTRY_MAX - 9]).unwrap();
    assert_eq!(writer.add(b"l", 0, b"").map_err(rule), Err("BAK-04"), "one too many");
    let mut file = writer.take();
    assert!(file.len() > 15 * CHUNK);
    file.extend(writer.finish(&identity()).unwrap());
    assert_eq!(open(&file).unwrap().len(), 1);
    let mut rng = ChaCha8Rng::from_seed([8; 32]);
    let missing = self::writer(1, &mut rng).finish(&identity());
    assert_eq!(missing.map_err(rule), Err("BAK-04"));
    let other = self::writer(0, &mut rng).finish(&IdentitySecret::generate(&mut rng));
    assert_eq!(other.map_err(rule), Err("BAK-02"));
}

/// A file of this plain text, however wrong, for so many entries.
fn of_plain(plain: &[u8], entries: u64) -> Vec<u8> {
    use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
    let mut rng = ChaCha8Rng::from_seed([8; 32]);
    let key = backup_key().public();
    let agency = profile().id();
    let info = cbor::to_vec(&("ihala/1 backup key", agency, key.kid(), 56));
    let sealed = Encrypt0::seal(&key, &info, &[4; 32], &mut rng);
    let head = head(|n, v| match n {
        6 => *v = cbor::to_vec(&entries),
        7 => *v = cbor::to_vec(&ByteVec::from(sealed.clone())),
        _ => {}
    });
    let cipher = chacha20poly1305::ChaCha20Poly1305::new(&[4; 32].into());
    let digest = Digest::of(&head);
    let mut items = vec![(0, head)];
    let chunks: Vec<&[u8]> =
        if plain.is_empty() { vec![&[]] } else { plain.chunks(CHUNK).collect() };
    for (number, chunk) in chunks.iter().enumerate() {
        let last = number + 1 == chunks.len();
        let mut nonce = [0; 12];
        nonce[9..11].copy_from_slice(&u16::try_from(number).unwrap().to_be_bytes());
        nonce[11] = u8::from(last);
        let payload = Payload { msg: chunk, aad: &digest.0 };
        let sealed = cipher.encrypt(&nonce.into(), payload).unwrap();
        items.push((if last { 2 } else { 1 }, sealed));
    }
    signed(&items)
}

#[test]
fn entries_have_one_form_and_are_as_many_as_the_head_says() {
    // [ h'61', 2, h'7879' ]
    const ONE: [u8; 7] = [0x83, 0x41, b'a', 0x02, 0x42, b'x', b'y'];
    let two = [ONE, ONE].concat();
    assert!(open(&of_plain(&ONE, 1)).unwrap() == [entry(b"a", 2, b"xy".to_vec())]);
    for (plain, entries) in [
        (&ONE[..], 0),
        (&ONE, 2),
        (&ONE[..6], 1),
        (&two, 1),
        (&two[..13], 1),
        (&[], 1),
        (&[0x82, 0x41, b'a', 0x02], 1),
        (&[0x83, 0x41, b'a', 0x20, 0x40], 1),
        (&[0x83, 0x58, 0x01, b'a', 0x02, 0x40], 1),
        (&[0x83, 0x61, b'a', 0x02, 0x40], 1),
        // A slot of 33 bits; lengths of 2^60 and of one byte too many, not waited for.
        (&[0x83, 0x41, b'a', 0x1b, 0, 0, 0, 1, 0, 0, 0, 0, 0x40], 1),
        (&[0x83, 0x5b, 0x10, 0, 0, 0, 0, 0, 0, 0], 1),
        (&[0x83, 0x41, b'a', 0x02, 0x5a, 0x00, 0x0f, 0xff, 0xf8], 1),
    ] {
        let file = of_plain(plain, entries);
        scan(&file).unwrap();
        refused(open(&file), "BAK-04");
    }
    let mut long = ONE[..4].to_vec();
    long.extend([0x5a, 0x00, 0x0f, 0xff, 0xf7]);
    long.resize(ENTRY_MAX, 1);
    assert_eq!(open(&of_plain(&long, 1)).unwrap().len(), 1);
}

#[test]
fn a_length_is_refused_before_anything_is_kept_for_it() {
    let good = items(&file(&[]));
    let huge = |number: u8| [0x82, number, 0x5b, 0x10, 0, 0, 0, 0, 0, 0, 0];
    refused(scan(&huge(0)), "BAK-01");
    for before in 1..good.len() {
        let begun = joined(&good[..before]);
        let mut reader = Reader::scanning();
        reader.feed(&begun).unwrap();
        let refusal = reader.feed(&huge(good[before].0)).unwrap_err();
        assert_eq!(refusal.rule.id, "BAK-01", "at the head of item {before}");
    }
    // One byte more than a head may have, and a length that is not in its shortest form.
    refused(scan(&[0x82, 0, 0x5a, 0x00, 0x04, 0x00, 0x01]), "BAK-01");
    refused(scan(&[0x82, 0, 0x5a, 0x00, 0x00, 0x00, 0x01]), "BAK-01");
}

#[test]
fn an_entry_does_not_print_its_value() {
    let printed = format!("{:?}", entry(b"k", 1, b"Leyla".to_vec()));
    assert!(printed.contains("[redacted]") && !printed.contains("76"), "{printed}");
}
