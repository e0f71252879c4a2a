//! The audit tree: an RFC 6962 Merkle tree over everything that was signed here or
//! done here.
//!
//! A leaf says what was done, when, by whom, and to which signed document, by its
//! digest; it holds no personal data of the people referred. The staff member's
//! name is in the leaf and the leaf is salted, so that its hash can be shown to a
//! peer without telling the name.

use ihala_envelope::{Digest, Timestamp};
use ihala_protocol::merkle;
use minicbor::{Decode, Encode};

/// Leaves of a block whose hash is kept, so that a proof reads few of them.
pub(crate) const BLOCK: u64 = 256;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub(crate) enum Act {
    /// We signed a message.
    #[n(1)]
    Signed,
    /// We stored a peer's message.
    #[n(2)]
    Stored,
    /// We refused a peer's message.
    #[n(3)]
    Refused,
    /// A peer refused our message.
    #[n(4)]
    WasRefused,
    /// Something that must not happen: two documents where one may stand.
    #[n(5)]
    Alarm,
    /// We published a key statement.
    #[n(6)]
    Published,
    /// An agency came onto the trust list.
    #[n(7)]
    Trusted,
    /// An agency was taken off the trust list.
    #[n(8)]
    Untrusted,
    /// A protocol was drafted or imported.
    #[n(9)]
    IspTakenIn,
    /// We signed a protocol.
    #[n(10)]
    IspSigned,
    /// A consent was recorded.
    #[n(11)]
    ConsentRecorded,
    /// A consent was withdrawn, revoked, invalidated or renewed.
    #[n(12)]
    ConsentChanged,
    /// A record was buried: its key is destroyed next.
    #[n(13)]
    Buried,
    /// A record's key is destroyed.
    #[n(14)]
    Erased,
    /// A legal basis to keep a record was set.
    #[n(15)]
    Held,
    /// An administrator confirmed that the clock is right.
    #[n(16)]
    ClockConfirmed,
    /// A party suspended, resumed or terminated a protocol.
    #[n(17)]
    IspChanged,
    /// Content of a peer's message was destroyed before the rest was stored.
    #[n(18)]
    Reduced,
    /// A call about a referral was recorded.
    #[n(19)]
    Called,
    /// An agency's card has taken another's place.
    #[n(20)]
    CardReplaced,
    /// A receive secret of ours is destroyed.
    #[n(21)]
    KeyDestroyed,
    /// A network's charter or roster was taken in.
    #[n(22)]
    RosterTaken,
    /// A message that was lost with our store has come back from a peer.
    #[n(23)]
    Returned,
    /// A peer was restored from a backup, and was told what came after it.
    #[n(24)]
    PeerRestored,
    /// A peer has told how far our audit tree had come before we were restored: its head.
    #[n(25)]
    Recovered,
    /// People decided not to wait for a peer that has not told.
    #[n(26)]
    LeftOut,
    /// A backup was begun.
    #[n(27)]
    BackedUp,
}

/// One leaf, as stored.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Leaf {
    #[n(1)]
    pub(crate) at: Timestamp,
    #[n(2)]
    pub(crate) act: Act,
    /// Digest of the document it was done with.
    #[n(3)]
    pub(crate) subject: Digest,
    /// Who did it, where a person did.
    #[n(4)]
    pub(crate) actor: Option<String>,
    /// The rule, for refusals and alarms.
    #[n(5)]
    pub(crate) rule: Option<String>,
    #[cbor(n(6), with = "minicbor::bytes")]
    pub(crate) salt: [u8; 16],
}

/// The tree by its right edge: the roots of its full subtrees, largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Tree {
    /// Number of leaves.
    #[n(1)]
    pub(crate) size: u64,
    #[n(2)]
    edge: Vec<Digest>,
}

impl Tree {
    /// Appends a leaf (RFC 6962 §2.1); gives the hash of the block of [`BLOCK`] leaves
    /// that it completes, if it does.
    pub(crate) fn append(&mut self, leaf: &[u8]) -> Option<Digest> {
        let mut node = merkle::leaf(leaf);
        let (mut leaves, mut block) = (1, None);
        // Each trailing one bit of the size is a full subtree that the new leaf completes.
        let mut size = self.size;
        while size & 1 == 1 {
            let left = self.edge.pop().expect("one subtree per one bit of the size");
            node = merkle::node(&left, &node);
            size >>= 1;
            leaves *= 2;
            if leaves == BLOCK {
                block = Some(node);
            }
        }
        self.edge.push(node);
        self.size += 1;
        block
    }

    /// The tree head (RFC 6962 §2.1); of no leaves, the digest of nothing.
    pub(crate) fn root(&self) -> Digest {
        let mut subtrees = self.edge.iter().rev();
        match subtrees.next() {
            None => Digest::of(b""),
            Some(last) => subtrees.fold(*last, |right, left| merkle::node(left, &right)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6962 §2.1, by its own recursive definition.
    fn by_definition(leaves: &[Vec<u8>]) -> Digest {
        match leaves {
            [] => Digest::of(b""),
            [leaf] => merkle::leaf(leaf),
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                merkle::node(&by_definition(left), &by_definition(right))
            }
        }
    }

    #[test]
    fn the_edge_gives_the_same_head_as_the_definition() {
        let mut tree = Tree::default();
        let mut leaves = Vec::new();
        for n in 0..70u8 {
            assert_eq!(tree.root(), by_definition(&leaves));
            leaves.push(vec![n; usize::from(n)]);
            tree.append(&leaves[usize::from(n)]);
        }
    }
}
