//! Both stores behave alike; a crash loses nothing that a barrier covered; a value
//! that was damaged is an error.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::Path;

use ihala_envelope::Secret;
use ihala_store::{
    Batch, Change, FileSlots, Head, HeadFile, Heads, LARGE_FROM, MemorySlots, MemoryStore, Range,
    SLOTS_PER_PAGE, SledStore, SlotNumber, Slots, Store, StoreError, Vault,
};
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

fn all(reverse: bool) -> Range<'static> {
    Range { from: b"", to: b"\xff", reverse, limit: usize::MAX }
}

fn blobs_are_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder.join("blobs")).is_ok_and(|mut files| files.next().is_none())
}

fn batches() -> impl Strategy<Value = Vec<Vec<(u8, Option<usize>)>>> {
    let length = prop_oneof![0..200usize, LARGE_FROM - 2..LARGE_FROM + 3, Just(30_000)];
    let change = (0..12u8, proptest::option::weighted(0.8, length));
    proptest::collection::vec(proptest::collection::vec(change, 1..5), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sled_does_as_memory_does_also_after_reopening(batches in batches()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let mut memory = MemoryStore::default();
        let mut sled = SledStore::open(&path).unwrap();
        for (number, changes) in batches.iter().enumerate() {
            let batch: Batch = changes
                .iter()
                .map(|(key, len)| (vec![*key], len.map(|len| vec![u8::try_from(number).unwrap(); len])))
                .collect();
            memory.apply(&batch).unwrap();
            sled.apply(&batch).unwrap();
            sled.barrier().unwrap();
            if number % 4 == 3 {
                drop(sled);
                sled = SledStore::open(&path).unwrap();
            }
            for reverse in [false, true] {
                prop_assert_eq!(sled.range(all(reverse)).unwrap(), memory.range(all(reverse)).unwrap());
            }
            for key in 0..12u8 {
                prop_assert_eq!(sled.get(&[key]).unwrap(), memory.get(&[key]).unwrap());
            }
        }
        prop_assert!(blobs_are_empty(&path), "no value may go to sled's blobs");
        let large = memory.range(all(false)).unwrap().iter().filter(|(_, v)| v.len() > LARGE_FROM).count();
        prop_assert_eq!(std::fs::read_dir(path.join("large")).unwrap().count(), large, "no file is left over");
    }
}

#[test]
fn a_crash_undoes_what_no_barrier_covered() {
    let mut store = MemoryStore::default();
    store.apply(&Batch::from([(b"a".to_vec(), Some(b"1".to_vec()))])).unwrap();
    store.barrier().unwrap();
    let later = Batch::from([(b"a".to_vec(), None), (b"b".to_vec(), Some(b"2".to_vec()))]);
    store.apply(&later).unwrap();
    store.crash();
    assert_eq!(store.range(all(false)).unwrap(), [(b"a".to_vec(), b"1".to_vec())]);
}

#[test]
fn an_unfinished_snapshot_does_not_stop_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    drop(SledStore::open(&path).unwrap());
    let leftover = path.join("snap.0000000000000000.generating");
    std::fs::write(&leftover, b"torn").unwrap();
    drop(SledStore::open(&path).unwrap());
    assert!(!leftover.exists());
}

#[test]
fn a_file_that_no_batch_names_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    drop(SledStore::open(&path).unwrap());
    let orphan = path.join("large").join("00".repeat(32));
    std::fs::write(&orphan, b"written before a crash, never named").unwrap();
    drop(SledStore::open(&path).unwrap());
    assert!(!orphan.exists());
}

#[test]
fn two_processes_cannot_open_one_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let _first = SledStore::open(&path).unwrap();
    assert!(matches!(SledStore::open(&path), Err(StoreError::InUse { .. })));
}

#[test]
fn a_folder_open_to_others_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    std::fs::create_dir(&path).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert!(matches!(SledStore::open(&path), Err(StoreError::Unsafe { .. })));
}

fn changes(entries: &[(&[u8], u32, &[u8])]) -> BTreeMap<Vec<u8>, Change> {
    let change = |(key, slot, value): &(&[u8], u32, &[u8])| {
        (key.to_vec(), Some((SlotNumber(*slot), value.to_vec())))
    };
    entries.iter().map(change).collect()
}

#[test]
fn values_are_unreadable_at_rest_and_damage_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let mut rng = ChaCha8Rng::from_seed([1; 32]);
    let key = || Secret::new([9; 32]);
    let open = |key| {
        let store = SledStore::open(&path).unwrap();
        let slots = FileSlots::open(&folder.path().join("slots")).unwrap();
        Vault::new(Box::new(store), Box::new(slots), key)
    };
    let marker = b"Leyla Example, 0555 000 00 00";
    let large = marker.repeat(400);
    let mut vault = open(key());
    vault
        .commit(&changes(&[(b"a", 1, marker), (b"b", 200, &large), (b"c", 1, b"c")]), &mut rng)
        .unwrap();
    drop(vault);
    for file in walk(folder.path()) {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!bytes.windows(5).any(|w| w == b"Leyla"), "{}", file.display());
    }
    let mut vault = open(key());
    assert_eq!(vault.get(b"a").unwrap(), Some((SlotNumber(1), marker.to_vec())));
    assert_eq!(vault.get(b"b").unwrap(), Some((SlotNumber(200), large)));
    drop(vault);
    assert!(matches!(open(Secret::new([8; 32])).get(b"a"), Err(StoreError::Damaged(_))));

    // A value under another key, or with one bit changed, is an error.
    let mut store = SledStore::open(&path).unwrap();
    let mut sealed = store.get(b"a").unwrap().unwrap();
    let moved = Batch::from([(b"c".to_vec(), Some(sealed.clone()))]);
    store.apply(&moved).unwrap();
    *sealed.last_mut().unwrap() ^= 1;
    store.apply(&Batch::from([(b"a".to_vec(), Some(sealed))])).unwrap();
    drop(store);
    let mut vault = open(key());
    assert!(matches!(vault.get(b"a"), Err(StoreError::Damaged(_))));
    assert!(matches!(vault.get(b"c"), Err(StoreError::Damaged(_))));
}

#[test]
fn a_torn_page_of_slots_is_repaired() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slots");
    let mut rng = ChaCha8Rng::from_seed([2; 32]);
    let last = SlotNumber(SLOTS_PER_PAGE + 3);
    let mut slots = FileSlots::open(&path).unwrap();
    slots.provide(last, &mut rng).unwrap();
    let secret = slots.get(last).unwrap();
    assert!(secret.is_some());
    drop(slots);
    for copy in 0..2 {
        let mut bytes = std::fs::read(&path).unwrap();
        let at = bytes.len() - (1 + copy) * 4096 + 100;
        bytes[at] ^= 0xff;
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(FileSlots::open(&path).unwrap().get(last).unwrap(), secret);
    }
    let mut bytes = std::fs::read(&path).unwrap();
    for copy in 0..2 {
        let at = bytes.len() - (1 + copy) * 4096 + 100;
        bytes[at] ^= 0xff;
    }
    std::fs::write(&path, &bytes).unwrap();
    assert!(matches!(FileSlots::open(&path), Err(StoreError::Damaged(_))));
}

#[test]
fn an_erased_slot_is_in_neither_copy_and_the_others_stay() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("slots");
    let mut rng = ChaCha8Rng::from_seed([3; 32]);
    // In a page that is not the last one: opening mends only the last.
    let (one, other, later) = (SlotNumber(5), SlotNumber(6), SlotNumber(SLOTS_PER_PAGE + 1));
    let mut slots = FileSlots::open(&path).unwrap();
    slots.provide(later, &mut rng).unwrap();
    let secret = |slots: &FileSlots, number| slots.get(number).unwrap();
    for torn in [None, Some(100), Some(4096 + 100)] {
        let mut slots = FileSlots::open(&path).unwrap();
        let number = SlotNumber(torn.map_or(5, |at: usize| 10 + u32::try_from(at).unwrap() / 4096));
        let [gone, kept] = [number, other].map(|n| secret(&slots, n).unwrap());
        let mut bytes = std::fs::read(&path).unwrap();
        if let Some(at) = torn {
            bytes[at] ^= 0xff;
            std::fs::write(&path, &bytes).unwrap();
        }
        slots.erase(number).unwrap();
        slots.erase(number).unwrap();
        let slots = FileSlots::open(&path).unwrap();
        assert_eq!((secret(&slots, number), secret(&slots, other)), (None, Some(kept)));
        assert!(secret(&slots, later).is_some());
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(32).any(|w| w == gone), "torn at {torn:?}");
    }
    assert_eq!(secret(&FileSlots::open(&path).unwrap(), one), None);
}

#[test]
fn a_head_is_read_back_and_a_torn_one_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("head");
    let mut heads = HeadFile::open(&path).unwrap();
    assert_eq!(heads.read().unwrap(), None);
    for size in [1, 2, 70_000] {
        heads.write(Head { size, digest: [7; 32] }).unwrap();
        let read = HeadFile::open(&path).unwrap().read().unwrap();
        assert_eq!(read, Some(Head { size, digest: [7; 32] }));
    }
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[3] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(heads.read().unwrap(), None);
}

#[test]
fn memory_slots_serve_a_vault_too() {
    let mut rng = ChaCha8Rng::from_seed([3; 32]);
    let mut vault = Vault::new(
        Box::new(MemoryStore::default()),
        Box::new(MemorySlots::default()),
        Secret::new([7; 32]),
    );
    vault.commit(&changes(&[(b"k1", 5, b"v"), (b"k2", 0, b"w")]), &mut rng).unwrap();
    let range = Range { from: b"k", to: b"l", reverse: true, limit: 1 };
    assert_eq!(vault.range(range).unwrap(), [(b"k2".to_vec(), b"w".to_vec())]);
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(walk(&path)) } else { files.push(path) }
    }
    files
}
