//! After an erasure at the origin, nobody can read what was referred: not from any file
//! of any agency, and not with an old copy of the store and every key that remains.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::Path;

use ihala_store::keystore::Keystore;
use ihala_store::{
    Batch, Entries, FileSlots, Range, SledStore, SlotNumber, Slots, Store, StoreError, Vault,
};
use ihala_tests::{Agency, files_under, sample, until};

/// What the form and the consent tell of the person.
const PLAIN: [&str; 4] = ["Leyla Haddadin", "+90 555 010 4417", "CC-2026-0417", "Umm Yusuf"];

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// One secret for every slot: what a thief may try.
struct Only([u8; 32]);

impl Slots for Only {
    fn get(&self, _: SlotNumber) -> Result<Option<[u8; 32]>, StoreError> {
        Ok(Some(self.0))
    }

    fn provide(&mut self, _: SlotNumber, _: &mut dyn rand::CryptoRng) -> Result<(), StoreError> {
        Ok(())
    }

    fn erase(&mut self, _: SlotNumber) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A store that holds what another one held.
struct Old(Entries);

impl Store for Old {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.iter().find(|(k, _)| k == key).map(|(_, value)| value.clone()))
    }

    fn range(&self, _: Range<'_>) -> Result<Entries, StoreError> {
        Ok(self.0.clone())
    }

    fn apply(&mut self, _: &Batch) -> Result<(), StoreError> {
        Ok(())
    }

    fn barrier(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}

fn sealed_values(home: &Path) -> Entries {
    let all = Range { from: b"", to: b"\xfe", reverse: false, limit: usize::MAX };
    SledStore::open(&home.join("store")).unwrap().range(all).unwrap()
}

/// What was sealed of the person at one agency, with the secrets that opened it.
struct Before {
    sealed: Entries,
    secrets: Vec<[u8; 32]>,
}

/// The agency's node is stopped meanwhile: a store has one process.
fn look(agency: &Agency) -> Before {
    let keys = Keystore::open(&agency.home.join("keys"), None).unwrap();
    let slots = FileSlots::open(&agency.home.join("slots")).unwrap();
    let mut found = Before { sealed: Vec::new(), secrets: Vec::new() };
    for (key, value) in sealed_values(&agency.home) {
        let number = SlotNumber(u32::from_be_bytes(value[..4].try_into().unwrap()));
        let secret = slots.get(number).unwrap().unwrap();
        if opens((&key, &value), secret, &keys) {
            found.secrets.push(secret);
            found.sealed.push((key, value));
        }
    }
    found.secrets.sort_unstable();
    found.secrets.dedup();
    found
}

/// Whether a value opens with a secret, and tells of the person.
fn opens((key, value): (&[u8], &[u8]), secret: [u8; 32], keys: &Keystore) -> bool {
    let keystore = keys.store_key();
    let store = Old(vec![(key.to_vec(), value.to_vec())]);
    let mut vault = Vault::new(Box::new(store), Box::new(Only(secret)), keystore);
    let opened = vault.get(key);
    opened.is_ok_and(|found| {
        found.is_some_and(|(_, plain)| PLAIN.iter().any(|p| contains(&plain, p.as_bytes())))
    })
}

#[test]
fn after_an_erasure_nothing_is_left_at_any_agency() {
    let folder = tempfile::tempdir().unwrap();
    let [mut centre, mut clinic, mut hospital] =
        ["centre", "clinic", "hospital"].map(|name| Agency::start_new(folder.path(), name));
    for (one, other) in [(&centre, &clinic), (&clinic, &hospital)] {
        one.trust(other);
        other.trust(one);
        one.sign_protocol(other, |toml| toml.replace("onward = false", "onward = true"));
    }
    clinic.wait_for_peers(2);
    let form = sample("legal.toml");
    let form = form.to_str().unwrap();
    let consent = centre.consent_with(form, "clinic", |record| {
        record
            .replace("onward = false", "onward = true")
            .replace("witness = \"\"", "witness = \"Umm Yusuf\"")
    });
    let refer = ["refer", form, "--to", "clinic", "--consent", &consent, "--wait", "20", "-q"];
    let id = centre.run(&refer).ok();
    let knows = |agency: &Agency, id: &str| agency.run(&["show", id]).out.contains("Leyla");
    clinic.run(&["accept", &id, "--safe-contact"]).ok();
    until("the clinic knows who it is", || knows(&clinic, &id));
    let onward = ["refer", form, "--to", "hospital", "--onward-of", &id, "--wait", "20", "-q"];
    let next = clinic.run(&onward).ok();
    hospital.run(&["accept", &next, "--safe-contact"]).ok();
    until("the hospital knows who it is", || knows(&hospital, &next));

    let before = [&mut centre, &mut clinic, &mut hospital].map(|agency| {
        agency.stop();
        let before = look(agency);
        assert!(!before.secrets.is_empty(), "the test sees what {} holds", agency.name);
        let slots = std::fs::read(agency.home.join("slots")).unwrap();
        assert!(before.secrets.iter().all(|secret| contains(&slots, secret)));
        agency.start();
        before
    });

    centre.wait_for_peers(1);
    clinic.wait_for_peers(2);
    centre.run(&["consent", "withdraw", &consent, "--erase", "--yes"]).ok();
    until("everyone has answered", || {
        let shown = centre.json(&["show", &id]);
        let orders = shown["orders"].as_array().unwrap();
        orders.len() == 2 && orders.iter().all(|order| order["answer"] == "Destroyed")
    });
    for agency in [&mut centre, &mut clinic, &mut hospital] {
        agency.run(&["audit", "verify"]).ok();
        agency.stop();
    }
    for (agency, before) in [&centre, &clinic, &hospital].into_iter().zip(before) {
        // First the files as they are: opening them mends a torn page.
        for file in files_under(folder.path()) {
            let bytes = std::fs::read(&file).unwrap();
            let inside = file.starts_with(&agency.home) || file == agency.log;
            for plain in PLAIN.iter().filter(|_| inside) {
                assert!(!contains(&bytes, plain.as_bytes()), "{plain} in {}", file.display());
            }
            for secret in &before.secrets {
                assert!(
                    !contains(&bytes, secret),
                    "a slot of {} in {}",
                    agency.name,
                    file.display()
                );
            }
        }
        let keys = Keystore::open(&agency.home.join("keys"), None).unwrap();
        let slots = FileSlots::open(&agency.home.join("slots")).unwrap();
        let mut tried = 0;
        for (key, value) in &before.sealed {
            for number in 0..ihala_store::SLOTS_PER_PAGE {
                if let Some(secret) = slots.get(SlotNumber(number)).unwrap() {
                    tried += 1;
                    let sealed = (key.as_slice(), value.as_slice());
                    assert!(!opens(sealed, secret, &keys), "{}", agency.name);
                }
            }
        }
        assert!(tried > 100, "remaining keys were tried");
    }
}
