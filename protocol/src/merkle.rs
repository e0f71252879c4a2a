//! Merkle trees as in RFC 6962: hashes, and the proof that a tree only grew.

use ihala_envelope::Digest;

/// Hash of a leaf (RFC 6962 §2.1).
pub fn leaf(bytes: &[u8]) -> Digest {
    Digest::of_parts(&[&[0], bytes])
}

/// Hash of a node (RFC 6962 §2.1).
pub fn node(left: &Digest, right: &Digest) -> Digest {
    Digest::of_parts(&[&[1], &left.0, &right.0])
}

/// Most digests of a consistency proof: two for each level of a tree of 2^64 leaves.
pub const PROOF_MAX: usize = 128;

/// Largest power of two smaller than `n`, for `n` ≥ 2.
pub const fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// The proof that the first `old` of `new` leaves are those of the smaller tree
/// (RFC 6962 §2.1.2); `hash(a, b)` is the hash of the leaves from `a` up to `b`.
pub fn consistency<E>(
    old: u64,
    new: u64,
    hash: &mut impl FnMut(u64, u64) -> Result<Digest, E>,
) -> Result<Vec<Digest>, E> {
    let mut proof = Vec::new();
    if old > 0 && old < new {
        subproof(old, (0, new), true, hash, &mut proof)?;
    }
    Ok(proof)
}

fn subproof<E>(
    m: u64,
    (from, to): (u64, u64),
    known: bool,
    hash: &mut impl FnMut(u64, u64) -> Result<Digest, E>,
    proof: &mut Vec<Digest>,
) -> Result<(), E> {
    let n = to - from;
    if m == n {
        if !known {
            proof.push(hash(from, to)?);
        }
        return Ok(());
    }
    let k = split(n);
    if m <= k {
        subproof(m, (from, from + k), known, hash, proof)?;
        proof.push(hash(from + k, to)?);
    } else {
        subproof(m - k, (from + k, to), false, hash, proof)?;
        proof.push(hash(from, from + k)?);
    }
    Ok(())
}

/// Whether a proof shows that the tree of `old` leaves and head `old_root` is the
/// beginning of the tree of `new` leaves and head `new_root` (RFC 9162 §2.1.4.2).
pub fn is_consistent(
    (old, old_root): (u64, &Digest),
    (new, new_root): (u64, &Digest),
    proof: &[Digest],
) -> bool {
    if old > new || proof.len() > PROOF_MAX {
        return false;
    }
    if old == new {
        return proof.is_empty() && old_root == new_root;
    }
    if old == 0 {
        return proof.is_empty();
    }
    // A tree of a power of two is a node of the larger one: the proof starts above it.
    let mut path = proof.iter();
    let first = match old.is_power_of_two() {
        true => Some(old_root),
        false => path.next(),
    };
    let Some(first) = first else { return false };
    let (mut index, mut last) = (old - 1, new - 1);
    while index & 1 == 1 {
        index >>= 1;
        last >>= 1;
    }
    let (mut was, mut is) = (*first, *first);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if index & 1 == 1 || index == last {
            was = node(sibling, &was);
            is = node(sibling, &is);
            while index & 1 == 0 && index != 0 {
                index >>= 1;
                last >>= 1;
            }
        } else {
            is = node(&is, sibling);
        }
        index >>= 1;
        last >>= 1;
    }
    last == 0 && was == *old_root && is == *new_root
}

#[cfg(test)]
#[allow(clippy::cast_possible_truncation, reason = "trees of forty leaves")]
mod tests {
    use super::*;

    fn root(leaves: &[Digest]) -> Digest {
        match leaves {
            [] => Digest::of(b""),
            [one] => *one,
            _ => {
                let (left, right) = leaves.split_at(split(leaves.len() as u64) as usize);
                node(&root(left), &root(right))
            }
        }
    }

    #[test]
    fn a_tree_that_only_grew_is_consistent_and_no_other() {
        let leaves: Vec<Digest> = (0..40u8).map(|n| leaf(&[n])).collect();
        let mut other = leaves.clone();
        other[3] = leaf(b"rewritten");
        for new in 1..=leaves.len() {
            for old in 1..=new {
                let of = |leaves: &[Digest]| {
                    let mut hash =
                        |a: u64, b: u64| Ok::<_, ()>(root(&leaves[a as usize..b as usize]));
                    consistency(old as u64, new as u64, &mut hash).unwrap()
                };
                let (old_root, new_root) = (root(&leaves[..old]), root(&leaves[..new]));
                let check = |proof: &[Digest], old_root: &Digest, new_root: &Digest| {
                    is_consistent((old as u64, old_root), (new as u64, new_root), proof)
                };
                let proof = of(&leaves);
                assert!(check(&proof, &old_root, &new_root), "{old} of {new}");
                if old > 3 {
                    let forged = root(&other[..new]);
                    assert!(!check(&of(&other), &old_root, &forged), "{old} of {new}");
                    assert!(!check(&proof, &old_root, &forged));
                }
                if !proof.is_empty() {
                    assert!(!check(&proof[1..], &old_root, &new_root));
                }
            }
        }
    }
}
