//! Witnessing: peers keep the head of our audit tree and see that it only grows, and
//! we keep theirs (`spec/audit.md`, Checkpoints).

use ihala_envelope::{AgencyId, Digest};
use ihala_protocol::letter::Checkpoint;
use ihala_protocol::rules::{AUDIT_EARLY, AUDIT_REWRITTEN};
use ihala_protocol::{kinds, merkle};
use ihala_store::StoreError;

use crate::audit::BLOCK;
use crate::engine::{Trouble, Work};
use crate::io::{Actor, Stop};
use crate::keyspace;
use crate::records::Witnessed;

/// Seconds between checkpoints.
pub(crate) const INTERVAL: u64 = 86_400;

impl Work<'_> {
    /// The checkpoints of the day.
    pub(crate) fn checkpoints_if_due(&mut self) -> Result<(), Stop> {
        // A time further away than that was set by a clock that has been put right.
        let far = self.now.plus(INTERVAL);
        if self.txn.node.next_checkpoint.is_none_or(|next| next > self.now && next <= far) {
            return Ok(());
        }
        self.txn.node.next_checkpoint = Some(far);
        self.txn.keep();
        let peers: Vec<AgencyId> = self.directory.trusted().map(|(id, _, _)| *id).collect();
        for peer in peers {
            match self.send_checkpoint(peer, None) {
                Ok(()) => {}
                Err(Trouble::Stop(error)) => return Err(error.into()),
                Err(Trouble::Failure(_)) => self.txn.roll_back(),
            }
            self.txn.keep();
        }
        Ok(())
    }

    /// Tells a peer how far our audit tree has come, and proves that it only grew.
    pub(crate) fn send_checkpoint(
        &mut self,
        peer: AgencyId,
        actor: Option<&Actor>,
    ) -> Result<(), Trouble> {
        let key = keyspace::witnessed(&peer);
        let mut witnessed: Witnessed = self.txn.get(&key)?.unwrap_or_default();
        if witnessed.pending.is_some() {
            // The one before has no receipt yet: a proof starts where the peer is.
            return Ok(());
        }
        let (size, root) = (self.txn.node.audit.size, self.txn.node.audit.root());
        let since = witnessed.told;
        let proof = merkle::consistency(since, size, &mut |a, b| self.hash_of_leaves(a, b))?;
        witnessed.pending = Some(size);
        self.txn.put_own(key, &witnessed);
        let checkpoint = Checkpoint { size, root, since, proof };
        self.write(peer, kinds::AUDIT_CHECKPOINT, &checkpoint, actor)
    }

    /// The peer has answered a checkpoint of ours for good.
    pub(crate) fn checkpoint_settled(
        &mut self,
        peer: &AgencyId,
        taken: bool,
    ) -> Result<(), StoreError> {
        let key = keyspace::witnessed(peer);
        let mut witnessed: Witnessed = self.txn.get(&key)?.unwrap_or_default();
        if let Some(size) = witnessed.pending.take()
            && taken
        {
            witnessed.told = size;
        }
        self.txn.put_own(key, &witnessed);
        Ok(())
    }

    /// The hash over the leaves from `from` up to `to` (RFC 6962 §2.1).
    fn hash_of_leaves(&mut self, from: u64, to: u64) -> Result<Digest, StoreError> {
        const MISSING: StoreError = StoreError::Damaged("a leaf of the audit tree is missing");
        if to - from == 1 {
            let (_, leaf) = self.txn.get_bytes(&keyspace::audit(from))?.ok_or(MISSING)?;
            return Ok(merkle::leaf(&leaf));
        }
        if to - from == BLOCK && from.is_multiple_of(BLOCK) {
            return self.txn.get(&keyspace::subtree(from / BLOCK))?.ok_or(MISSING);
        }
        let middle = from + merkle::split(to - from);
        let left = self.hash_of_leaves(from, middle)?;
        Ok(merkle::node(&left, &self.hash_of_leaves(middle, to)?))
    }

    /// A peer tells how far its tree has come (AUD-01, AUD-02).
    pub(crate) fn witness(
        &mut self,
        peer: &AgencyId,
        checkpoint: &Checkpoint,
    ) -> Result<(), Trouble> {
        let key = keyspace::witnessed(peer);
        let mut known: Witnessed = self.txn.get(&key)?.unwrap_or_default();
        if checkpoint.since > known.size {
            return Err(AUDIT_EARLY.refuse().into());
        }
        let continues = match known.root {
            None => true,
            Some(root) if checkpoint.since == known.size => merkle::is_consistent(
                (known.size, &root),
                (checkpoint.size, &checkpoint.root),
                &checkpoint.proof,
            ),
            Some(_) => false,
        };
        if !continues {
            return Err(AUDIT_REWRITTEN.refuse().into());
        }
        known.size = checkpoint.size;
        known.root = Some(checkpoint.root);
        known.at = Some(self.now);
        self.txn.put_own(key, &known);
        Ok(())
    }
}
