//! What travels: a network's charters and newest roster, whole or from some version on. Also
//! while signatures are still being collected.

use ihala_envelope::{Digest, IdentitySecret, NetworkId, Refusal, cbor};
use minicbor::bytes::ByteVec;

use super::{Charter, Network, ROSTER_MAX, Roster, RosterHad, SignedBySeats, Taken};
use crate::armor;
use crate::rules::{ROSTER_CHAIN, ROSTER_FORK, ROSTER_FORM};

type Parts = (ByteVec, Vec<ByteVec>);

/// Charters that continue one another, and a roster.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The charters, rising.
    pub charters: Vec<SignedBySeats<Charter>>,
    /// The roster.
    pub roster: Option<SignedBySeats<Roster>>,
}

/// A document that a seat signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedPart {
    /// Version of the charter; of a roster, the charter that it names.
    pub charter: u32,
    /// Version of the roster, if it is one.
    pub roster: Option<u64>,
    /// Digest of the document.
    pub document: Digest,
}

impl Bundle {
    /// All of a network.
    pub fn of(network: &Network) -> Self {
        Self::after(network, 0, None)
    }

    /// What of a network is newer than a charter of this version and this roster, or another
    /// roster of the same version.
    pub fn after(network: &Network, charter: u32, had: Option<RosterHad>) -> Self {
        let newer = |c: &&SignedBySeats<Charter>| c.document().version > charter;
        let charters: Vec<_> = network.charters().iter().filter(newer).cloned().collect();
        let roster = network.roster().filter(|roster| RosterHad::wants(had, roster));
        Self { roster: roster.cloned(), charters }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.charters.is_empty() && self.roster.is_none()
    }

    /// `[[* charter], roster]`, each `[document, [* signature]]`.
    pub fn to_bytes(&self) -> Vec<u8> {
        let charters: Vec<Parts> = self.charters.iter().map(SignedBySeats::to_parts).collect();
        cbor::to_vec(&(charters, self.roster.as_ref().map(SignedBySeats::to_parts)))
    }

    /// Reads what a peer or a file gives: every signature in it verifies; whether there are
    /// enough of them is asked by [`Network`] (ROS-01, ROS-03).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        let parts: (Vec<Parts>, Option<Parts>) =
            cbor::from_slice(bytes).map_err(|_| ROSTER_FORM.refuse())?;
        let size = |(document, signatures): &Parts| {
            document.len() + signatures.iter().map(|s| s.len()).sum::<usize>()
        };
        if parts.1.as_ref().is_some_and(|roster| size(roster) > ROSTER_MAX) {
            return Err(ROSTER_FORM.refuse_about("too long"));
        }
        let charters = parts.0.into_iter().map(SignedBySeats::of_parts);
        Ok(Self {
            charters: charters.collect::<Result<_, _>>()?,
            roster: parts.1.map(SignedBySeats::of_parts).transpose()?,
        })
    }

    /// The content of a file.
    pub fn to_file(&self) -> String {
        armor::encode(armor::ROSTER, &self.to_bytes())
    }

    /// Reads a file.
    pub fn from_file(text: &[u8]) -> Result<Self, Refusal> {
        Self::from_bytes(&armor::decode(armor::ROSTER, text, &ROSTER_FORM)?)
    }

    /// The network that the first charter names; nothing if that is not in it.
    pub fn network(&self) -> Option<NetworkId> {
        let first = self.charters.first().filter(|c| c.document().version == 1)?;
        Some(NetworkId(first.digest().0))
    }

    /// Everything verified, from the first charter on.
    pub fn verify(self) -> Result<Network, Refusal> {
        let mut network = None;
        let id = self.network().ok_or(ROSTER_CHAIN.refuse())?;
        self.onto(id, &mut network)?;
        network.ok_or(ROSTER_CHAIN.refuse())
    }

    /// Takes what is newer over into what is known of a network, step by step: what was taken
    /// before a step that is refused stays.
    pub fn onto(
        self,
        id: NetworkId,
        known: &mut Option<Network>,
    ) -> Result<Option<Taken>, Refusal> {
        let mut roster = self.roster;
        let mut taken = None;
        // A roster by the charter in force is taken before a change of seats: alone it would
        // come too late.
        if let (Some(network), Some(next)) = (known.as_mut(), &roster)
            && !self.charters.is_empty()
            && next.document().charter_digest == network.charter().digest()
        {
            taken = Some(network.next_roster(next.clone())?);
            roster = None;
        }
        for charter in self.charters {
            let version = charter.document().version;
            match known {
                None => {
                    let first = Network::first(charter)?;
                    if first.id() != id {
                        return Err(ROSTER_CHAIN.refuse());
                    }
                    *known = Some(first);
                }
                Some(network) => {
                    let ours = network.charters().iter().find(|c| c.document().version == version);
                    match ours {
                        Some(ours) if ours.digest() == charter.digest() => continue,
                        Some(_) if network.is_forked_by(&charter) => {
                            return Err(ROSTER_FORK.refuse());
                        }
                        Some(_) => return Err(ROSTER_CHAIN.refuse()),
                        None => network.next_charter(charter)?,
                    }
                }
            }
            // A roster made before a change of seats is taken under the charter of its time.
            if let (Some(network), Some(next)) = (known.as_mut(), &roster)
                && next.document().charter == version
            {
                taken = Some(network.next_roster(next.clone())?);
                roster = None;
            }
        }
        if let (Some(network), Some(roster)) = (known, roster) {
            taken = Some(network.next_roster(roster)?);
        }
        Ok(taken)
    }

    /// Signs what waits for signatures, as a seat: the newest charter, and the roster. Tells
    /// with which documents the seat had to do.
    pub fn sign(&mut self, seat: &IdentitySecret) -> Vec<SignedPart> {
        let key = seat.public();
        let sits =
            |charter: &Charter| charter.seats.iter().any(|s| s.key.as_bytes() == key.as_bytes());
        let mut signed = Vec::new();
        let before = self.charters.len().checked_sub(2);
        let sat = before.is_some_and(|place| sits(self.charters[place].document()));
        if let Some(charter) = self.charters.last_mut()
            && (sits(charter.document()) || sat)
        {
            charter.sign(seat);
            let version = charter.document().version;
            signed.push(SignedPart { charter: version, roster: None, document: charter.digest() });
        }
        let sits_now = self.charters.last().is_some_and(|charter| sits(charter.document()));
        if let Some(roster) = self.roster.as_mut().filter(|_| sits_now) {
            roster.sign(seat);
            let (charter, version) = (roster.document().charter, roster.document().version);
            let document = roster.digest();
            signed.push(SignedPart { charter, roster: Some(version), document });
        }
        signed
    }

    /// Takes over the signatures of another copy of the same documents. Tells whether it is
    /// one: a copy of another draft has nothing to give.
    pub fn merge(&mut self, other: &Self) -> bool {
        for charter in &mut self.charters {
            other.charters.iter().for_each(|theirs| charter.merge(theirs));
        }
        if let (Some(roster), Some(theirs)) = (&mut self.roster, &other.roster) {
            roster.merge(theirs);
        }
        let newest = |bundle: &Self| bundle.charters.last().map(SignedBySeats::digest);
        let rosters = self.roster.as_ref().zip(other.roster.as_ref());
        newest(self) == newest(other) && rosters.is_none_or(|(a, b)| a.digest() == b.digest())
    }
}
