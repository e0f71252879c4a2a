//! One batch in the making: reads see its own writes, and one refused input
//! leaves none behind.

use std::collections::BTreeMap;

use ihala_envelope::{Digest, Timestamp, cbor};
use ihala_store::{Change, Entries, NODE_SLOT, Range, SlotNumber, StoreError, Vault};
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;

use crate::agenda::Agenda;
use crate::audit::{Act, BLOCK, Leaf};
use crate::io::Actor;
use crate::keyspace;
use crate::records::NodeState;

type Changes = BTreeMap<Vec<u8>, Change>;

/// A batch.
pub(crate) struct Txn<'a> {
    vault: &'a mut Vault,
    /// Writes of the inputs that were accepted.
    kept: Changes,
    /// Writes of the input in hand.
    current: Changes,
    /// The node's state, as the input in hand leaves it.
    pub(crate) node: NodeState,
    node_kept: NodeState,
    node_before: NodeState,
}

impl<'a> Txn<'a> {
    pub(crate) fn new(vault: &'a mut Vault, node: NodeState) -> Self {
        Self {
            vault,
            kept: Changes::new(),
            current: Changes::new(),
            node_kept: node.clone(),
            node_before: node.clone(),
            node,
        }
    }

    /// Keeps what the input in hand wrote.
    pub(crate) fn keep(&mut self) {
        self.kept.append(&mut self.current);
        self.node_kept = self.node.clone();
    }

    /// Forgets what the input in hand wrote.
    pub(crate) fn roll_back(&mut self) {
        self.current.clear();
        self.node = self.node_kept.clone();
    }

    /// Commits and waits for the barrier, then brings the agenda in line; returns the
    /// node's state and whether anything was written. A batch that writes nothing costs
    /// no barrier.
    pub(crate) fn commit(
        mut self,
        agenda: &mut Agenda,
        rng: &mut dyn CryptoRng,
    ) -> Result<(NodeState, bool), StoreError> {
        self.keep();
        if self.node != self.node_before {
            let state = cbor::to_vec(&self.node);
            self.kept.insert(keyspace::NODE.to_vec(), Some((NODE_SLOT, state)));
        }
        let writes = !self.kept.is_empty();
        if writes {
            self.vault.commit(&self.kept, rng)?;
        }
        for (key, change) in &self.kept {
            if let Some(id) = keyspace::on_agenda(key) {
                let entry = change.as_ref().map(|(_, bytes)| decode(bytes)).transpose()?;
                agenda.set(id, entry.unwrap_or_default());
            }
        }
        Ok((self.node, writes))
    }

    /// Begins a view of the store as the last batch left it.
    pub(crate) fn begin_snapshot(&mut self) {
        self.vault.begin_snapshot();
    }

    /// How many entries that view has, once so many keys at a time have been counted.
    pub(crate) fn count_snapshot(&mut self, keys: usize) -> Result<Option<u64>, StoreError> {
        self.vault.count_snapshot(keys)
    }

    /// The next entries of that view; nothing if there are no more.
    pub(crate) fn read_snapshot(
        &mut self,
        bytes: usize,
    ) -> Result<Option<Vec<ihala_store::Entry>>, StoreError> {
        self.vault.read_snapshot(bytes)
    }

    /// Gives the view up.
    pub(crate) fn end_snapshot(&mut self) {
        self.vault.end_snapshot();
    }

    /// A slot for a new record.
    pub(crate) fn new_slot(&mut self) -> SlotNumber {
        let slot = SlotNumber(self.node.next_slot);
        self.node.next_slot += 1;
        slot
    }

    /// A value with the record it belongs to.
    pub(crate) fn get_bytes(
        &mut self,
        key: &[u8],
    ) -> Result<Option<(SlotNumber, Vec<u8>)>, StoreError> {
        match self.current.get(key).or_else(|| self.kept.get(key)) {
            Some(change) => Ok(change.clone()),
            None => self.vault.get(key),
        }
    }

    /// A decoded value.
    pub(crate) fn get<T>(&mut self, key: &[u8]) -> Result<Option<T>, StoreError>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        Ok(self.get_with_slot(key)?.map(|(_, value)| value))
    }

    /// A decoded value with the record it belongs to.
    pub(crate) fn get_with_slot<T>(
        &mut self,
        key: &[u8],
    ) -> Result<Option<(SlotNumber, T)>, StoreError>
    where
        T: Encode<()> + for<'b> Decode<'b, ()>,
    {
        let Some((slot, bytes)) = self.get_bytes(key)? else { return Ok(None) };
        Ok(Some((slot, decode(&bytes)?)))
    }

    /// Writes a value that belongs to the record of `slot`.
    pub(crate) fn put<T: Encode<()>>(&mut self, key: Vec<u8>, slot: SlotNumber, value: &T) {
        self.put_bytes(key, slot, cbor::to_vec(value));
    }

    /// Writes bytes that belong to the record of `slot`.
    pub(crate) fn put_bytes(&mut self, key: Vec<u8>, slot: SlotNumber, value: Vec<u8>) {
        self.current.insert(key, Some((slot, value)));
    }

    /// Writes a value that belongs to no record.
    pub(crate) fn put_own<T: Encode<()>>(&mut self, key: Vec<u8>, value: &T) {
        self.put(key, NODE_SLOT, value);
    }

    /// Removes a key.
    pub(crate) fn remove(&mut self, key: Vec<u8>) {
        self.current.insert(key, None);
    }

    /// Adds a leaf to the audit tree.
    pub(crate) fn audit(
        &mut self,
        at: Timestamp,
        act: Act,
        subject: Digest,
        actor: Option<&Actor>,
        rule: Option<&str>,
        rng: &mut dyn CryptoRng,
    ) {
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let leaf = Leaf {
            at,
            act,
            subject,
            actor: actor.map(|a| a.as_str().to_owned()),
            rule: rule.map(str::to_owned),
            salt,
        };
        let bytes = cbor::to_vec(&leaf);
        let index = self.node.audit.size;
        if let Some(block) = self.node.audit.append(&bytes) {
            self.put_own(keyspace::subtree(index / BLOCK), &block);
        }
        self.put_bytes(keyspace::audit(index), NODE_SLOT, bytes);
    }

    /// Up to `limit` entries of `[from, to)`, rising.
    pub(crate) fn range(
        &mut self,
        from: &[u8],
        to: &[u8],
        limit: usize,
    ) -> Result<Entries, StoreError> {
        if from >= to {
            return Ok(Vec::new());
        }
        let mut changed: Changes = self
            .kept
            .range(from.to_vec()..to.to_vec())
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        let current = self.current.range(from.to_vec()..to.to_vec());
        changed.extend(current.map(|(k, v)| (k.clone(), v.clone())));
        let range = Range { from, to, reverse: false, limit: limit.saturating_add(changed.len()) };
        let mut entries: BTreeMap<Vec<u8>, Vec<u8>> =
            self.vault.range(range)?.into_iter().collect();
        for (key, change) in changed {
            match change {
                Some((_, value)) => entries.insert(key, value),
                None => entries.remove(&key),
            };
        }
        Ok(entries.into_iter().take(limit).collect())
    }
}

impl Txn<'_> {
    /// The next up to `limit` entries of `[from, to)`, and moves `from` behind them: no entries,
    /// when there are no more.
    pub(crate) fn next_page(
        &mut self,
        from: &mut Vec<u8>,
        to: &[u8],
        limit: usize,
    ) -> Result<Entries, StoreError> {
        let page = self.range(from, to, limit)?;
        if let Some((last, _)) = page.last() {
            *from = [last.as_slice(), &[0]].concat();
        }
        Ok(page)
    }
}

/// Decodes what we stored ourselves.
pub(crate) fn decode<T>(bytes: &[u8]) -> Result<T, StoreError>
where
    T: Encode<()> + for<'b> Decode<'b, ()>,
{
    cbor::from_slice(bytes).map_err(|_| StoreError::Damaged("a stored value of another form"))
}

#[cfg(test)]
mod tests {
    use ihala_envelope::{AgencyId, Secret};
    use ihala_store::{MemorySlots, MemoryStore};
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    use super::*;
    use crate::audit::Tree;

    #[test]
    fn a_refused_input_leaves_nothing_and_the_kept_ones_are_seen() {
        let mut rng = ChaCha8Rng::from_seed([1; 32]);
        let key = Secret::new([1; 32]);
        let (store, slots) = (MemoryStore::default(), MemorySlots::default());
        let mut vault = Vault::new(Box::new(store), Box::new(slots), key);
        let node = NodeState {
            me: AgencyId([1; 32]),
            next_slot: 1,
            audit: Tree::default(),
            clock_confirmed: None,
            next_checkpoint: None,
            restored: None,
            backups_until: None,
            superseded: None,
        };
        let mut txn = Txn::new(&mut vault, node);
        txn.put_own(b"k1".to_vec(), &1u8);
        txn.keep();
        txn.put_own(b"k2".to_vec(), &2u8);
        txn.remove(b"k1".to_vec());
        txn.new_slot();
        txn.audit(Timestamp(1), Act::Signed, Digest([1; 32]), None, None, &mut rng);
        assert_eq!(txn.range(b"k", b"l", 9).unwrap().len(), 1);
        txn.roll_back();
        assert_eq!(txn.get::<u8>(b"k1").unwrap(), Some(1));
        assert_eq!(txn.get::<u8>(b"k2").unwrap(), None);
        let (node, wrote) = txn.commit(&mut Agenda::default(), &mut rng).unwrap();
        assert!(wrote && node.next_slot == 1 && node.audit.size == 0);
        let range = Range { from: b"", to: b"\xff", reverse: false, limit: 9 };
        let keys: Vec<_> = vault.range(range).unwrap().into_iter().map(|(k, _)| k).collect();
        assert_eq!(keys, [b"k1"]);
    }
}
