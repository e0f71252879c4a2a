//! A view shows everything as it was when it began, whatever happens while it is read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;

use ihala_envelope::Secret;
use ihala_store::{
    Change, Entry, LARGE_FROM, MemorySlots, MemoryStore, NODE_SLOT, SledStore, SlotNumber, Store,
    Vault,
};
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// Records that values belong to, besides the node's own state.
const RECORDS: usize = 4;

type Content = BTreeMap<Vec<u8>, (SlotNumber, Vec<u8>)>;

/// The record and the length of a value; none to remove the key.
type Put = Option<(usize, usize)>;

#[derive(Clone, Debug)]
enum Step {
    Commit(Vec<(Vec<u8>, Put)>),
    /// Buries a record, by new values or by removing the keys, then destroys its slot.
    Erase(usize, bool),
    /// Counts on, so many keys at a time.
    Count(usize),
    Read(usize),
    Begin,
}

fn steps(length: impl Strategy<Value = usize>) -> impl Strategy<Value = Vec<Step>> {
    let key = proptest::collection::vec(0..3u8, 1..4);
    let value = proptest::option::weighted(0.7, (0..=RECORDS, length));
    let step = prop_oneof![
        8 => proptest::collection::vec((key, value), 1..8).prop_map(Step::Commit),
        2 => (1..=RECORDS, any::<bool>()).prop_map(|(record, gone)| Step::Erase(record, gone)),
        3 => (1..6usize).prop_map(Step::Count),
        6 => (0..2_000usize).prop_map(Step::Read),
        1 => Just(Step::Begin),
    ];
    proptest::collection::vec(step, 1..40)
}

/// A vault, a plain copy of what it holds, and what it held when the view began.
struct World {
    vault: Vault,
    rng: ChaCha8Rng,
    now: Content,
    then: Content,
    read: Vec<Entry>,
    /// Whether a view was begun, and not all of it has been counted.
    counting: bool,
    /// The slot of each record: an erased record's is never used again.
    slots: Vec<u32>,
    written: u64,
}

impl World {
    fn new(store: Box<dyn Store>) -> Self {
        let slots = Box::new(MemorySlots::default());
        Self {
            vault: Vault::new(store, slots, Secret::new([7; 32])),
            rng: ChaCha8Rng::from_seed([4; 32]),
            now: Content::new(),
            then: Content::new(),
            read: Vec::new(),
            counting: false,
            slots: (0..=RECORDS).map(|n| u32::try_from(n).unwrap()).collect(),
            written: 0,
        }
    }

    fn commit(&mut self, changes: BTreeMap<Vec<u8>, Change>) {
        self.vault.commit(&changes, &mut self.rng).unwrap();
        for (key, change) in changes {
            match change {
                Some(value) => self.now.insert(key, value),
                None => self.now.remove(&key),
            };
        }
    }

    /// A value of this length that no other change has written.
    fn value(&mut self, len: usize) -> Vec<u8> {
        self.written += 1;
        self.written.to_le_bytes().into_iter().cycle().take(len).collect()
    }

    fn begin(&mut self) {
        self.then = self.now.clone();
        self.read.clear();
        self.vault.begin_snapshot();
        self.counting = true;
    }

    fn count(&mut self, limit: usize) {
        if !self.counting {
            return;
        }
        if let Some(count) = self.vault.count_snapshot(limit).unwrap() {
            assert_eq!(count, self.then.len() as u64);
            self.counting = false;
        }
    }

    /// Whether there was a page.
    fn read(&mut self, bytes: usize) -> bool {
        while self.counting {
            self.count(3);
        }
        let Some(page) = self.vault.read_snapshot(bytes).unwrap() else { return false };
        let sum = |entries: &[Entry]| entries.iter().map(|e| e.value.len()).sum::<usize>();
        let (last, others) = page.split_last().unwrap();
        assert!(others.is_empty() || sum(others) < bytes, "no more than was asked for");
        let ends = Some(&last.key) == self.then.keys().next_back();
        assert!(ends || sum(&page) >= bytes, "no less either");
        self.read.extend(page);
        true
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Commit(changes) => {
                let changes = changes.into_iter().map(|(key, value)| {
                    let change = value
                        .map(|(record, len)| (SlotNumber(self.slots[record]), self.value(len)));
                    (key, change)
                });
                let changes = changes.collect();
                self.commit(changes);
            }
            Step::Erase(record, gone) => {
                let slot = SlotNumber(self.slots[record]);
                let of_it = self.now.iter().filter(|(_, (s, _))| *s == slot);
                let tombstone = || (!gone).then(|| (NODE_SLOT, b"buried".to_vec()));
                let burial = of_it.map(|(key, _)| (key.clone(), tombstone())).collect();
                self.commit(burial);
                self.vault.erase(slot).unwrap();
                self.slots[record] = self.slots.iter().max().unwrap() + 1;
            }
            Step::Count(limit) => self.count(limit),
            Step::Read(bytes) => {
                self.read(bytes);
            }
            Step::Begin => self.begin(),
        }
    }

    fn check(&mut self) {
        while self.read(700) {}
        let then = std::mem::take(&mut self.then).into_iter();
        let then: Vec<Entry> =
            then.map(|(key, (slot, value))| Entry { key, slot, value }).collect();
        assert!(self.read == then, "{} of {} entries", self.read.len(), then.len());
        for (key, value) in &self.now {
            assert!(self.vault.get(key).unwrap().as_ref() == Some(value), "the node goes on");
        }
    }
}

fn run(store: Box<dyn Store>, before: Vec<Step>, during: Vec<Step>) {
    let mut world = World::new(store);
    for step in before {
        world.step(step);
    }
    world.begin();
    for step in during {
        world.step(step);
    }
    world.check();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_view_is_what_was_there_when_it_began(
        before in steps(0..300usize),
        during in steps(0..300usize),
    ) {
        run(Box::new(MemoryStore::default()), before, during);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_view_of_the_store_on_disk_has_large_values_too(
        before in steps(prop_oneof![0..300usize, LARGE_FROM..20_000]),
        during in steps(prop_oneof![0..300usize, LARGE_FROM..20_000]),
    ) {
        let folder = tempfile::tempdir().unwrap();
        run(Box::new(SledStore::open(&folder.path().join("store")).unwrap()), before, during);
    }
}

#[test]
fn what_is_erased_after_a_view_began_is_still_in_it() {
    let mut world = World::new(Box::new(MemoryStore::default()));
    let record = SlotNumber(1);
    let put = |key: &[u8], slot, value: &[u8]| (key.to_vec(), Some((slot, value.to_vec())));
    world.commit([put(b"a", NODE_SLOT, b"1"), put(b"b", record, b"2")].into());
    world.commit([put(b"c", record, b"3"), put(b"d", NODE_SLOT, b"4")].into());
    world.begin();
    assert!(world.read(1), "the first entry");
    // Buried in two ways and destroyed, before the view comes to either.
    world.commit([(b"b".to_vec(), None), put(b"c", NODE_SLOT, b"buried")].into());
    world.vault.erase(record).unwrap();
    world.check();
}

#[test]
fn a_view_ends() {
    let mut world = World::new(Box::new(MemoryStore::default()));
    assert!(world.vault.read_snapshot(1).unwrap().is_none(), "none was begun");
    world.begin();
    assert!(world.vault.read_snapshot(1).unwrap().is_none(), "nothing was there");
    world.commit([(b"a".to_vec(), Some((NODE_SLOT, b"1".to_vec())))].into());
    assert!(world.vault.read_snapshot(1).unwrap().is_none(), "it is over");
    world.begin();
    world.vault.end_snapshot();
    assert!(world.vault.read_snapshot(1).unwrap().is_none(), "it was ended");
}
