//! Reads the directory from the store.

use std::collections::{BTreeMap, BTreeSet};

use ihala_envelope::{AgencyId, Digest};
use ihala_protocol::labels::Language;
use ihala_protocol::roster::Bundle;
use ihala_protocol::trust::{TrustList, template};
use ihala_protocol::{Profile, SignedIsp};
use ihala_store::{Range, SlotNumber, StoreError, Vault};

use crate::directory::{Directory, Known};
use crate::keyspace;
use crate::networks::Followed;
use crate::records::NodeState;
use crate::txn::decode;

/// Agencies, protocols, trust list and networks, as they were committed last.
pub(crate) fn directory(vault: &mut Vault, node: &NodeState) -> Result<Directory, StoreError> {
    let mut all = |letter: u8| {
        vault.range(Range { from: &[letter], to: &[letter + 1], reverse: false, limit: usize::MAX })
    };
    let (mut agencies, mut trust) = (BTreeMap::new(), BTreeMap::new());
    let mut me = None;
    for (_, bytes) in all(keyspace::PROFILES)? {
        let profile: Profile = decode(&bytes)?;
        if profile.id() == node.me {
            me = Some(profile);
        } else {
            agencies.insert(profile.id(), Known::new(profile));
        }
    }
    for (key, bytes) in all(keyspace::TRUST)? {
        let id = AgencyId::from_slice(&key[1..]);
        trust.insert(id.ok_or(StoreError::Damaged("a trusted agency"))?, decode(&bytes)?);
    }
    for (key, bytes) in all(keyspace::CARDS_SEEN)? {
        let id = AgencyId::from_slice(&key[1..]).and_then(|id| agencies.get_mut(&id));
        id.ok_or(StoreError::Damaged("cards of an agency without one"))?.seen = decode(&bytes)?;
    }
    for (key, _) in all(keyspace::DISPUTED)? {
        let id = AgencyId::from_slice(&key[1..]).and_then(|id| agencies.get_mut(&id));
        id.ok_or(StoreError::Damaged("a disputed agency without a card"))?.disputed = true;
    }
    let me = me.ok_or(StoreError::Damaged("our own card is missing"))?;
    let mut directory = Directory {
        me,
        agencies,
        trust,
        trust_text: String::new(),
        trust_seen: None,
        trust_file: None,
        networks: BTreeMap::new(),
        superseded: node.superseded.is_some(),
        behind: BTreeMap::new(),
        former: BTreeSet::new(),
        isps: BTreeMap::new(),
        own: BTreeMap::new(),
        changes: BTreeMap::new(),
        paper: BTreeMap::new(),
        paper_signed: BTreeMap::new(),
        signed_at: BTreeMap::new(),
    };
    for (key, bytes) in all(keyspace::BEHIND)? {
        let id = AgencyId::from_slice(&key[1..]);
        let id = id.ok_or(StoreError::Damaged("an agency that is behind"))?;
        directory.behind.insert(id, decode(&bytes)?);
    }
    for (_, bytes) in all(keyspace::ISPS)? {
        let isp = SignedIsp::from_stored(&bytes, |signer| {
            // Verified when it was taken in, maybe under a card that was replaced since.
            directory.stored_key(&signer.agency, &signer.card)
        })
        .map_err(|_| StoreError::Damaged("a protocol"))?;
        directory.keep_isp(isp);
    }
    for (key, bytes) in all(keyspace::PAPER)? {
        let agency = AgencyId::from_slice(&key[1..]);
        let agency = agency.ok_or(StoreError::Damaged("a receiver without a node"))?;
        directory.paper.insert(agency, decode(&bytes)?);
    }
    for (key, bytes) in all(keyspace::PAPER_SIGNED)? {
        let (isp, party) = isp_and_party(&key)?;
        directory.paper_signed.entry(isp).or_default().insert(party, decode(&bytes)?);
    }
    for (key, bytes) in all(keyspace::ISP_SIGNED_AT)? {
        let (isp, party) = isp_and_party(&key)?;
        directory.signed_at.entry(isp).or_default().insert(party, decode(&bytes)?);
    }
    for (key, bytes) in all(keyspace::ISP_CHANGES)? {
        let (isp, party) = isp_and_party(&key)?;
        directory.changes.entry(isp).or_default().insert(party, decode(&bytes)?);
    }
    let (from, to) = keyspace::all_business();
    let business = Range { from: &from, to: &to, reverse: false, limit: usize::MAX };
    for (key, _) in vault.range(business)? {
        let agency = key.get(1..=AgencyId::LEN).and_then(AgencyId::from_slice);
        let agency = agency.ok_or(StoreError::Damaged("a key of an agency"))?;
        if !directory.trust.contains_key(&agency) {
            directory.former.insert(agency);
        }
    }
    if let Some((_, bytes)) = vault.get(keyspace::TRUST_SEEN)? {
        directory.trust_seen = Some(decode(&bytes)?);
    }
    let text = vault.get(keyspace::TRUST_FILE)?;
    directory.trust_text = match text {
        Some((_, bytes)) => decode(&bytes)?,
        None => template(Language::default()),
    };
    let list = TrustList::from_toml(&directory.trust_text);
    for follow in list.map(|list| list.networks).unwrap_or_default() {
        let bytes = vault.get(&keyspace::roster(&follow.id))?;
        let read = |(_, bytes): (SlotNumber, Vec<u8>)| {
            let network = Bundle::from_bytes(&bytes).and_then(Bundle::verify);
            network.map_err(|_| StoreError::Damaged("a roster"))
        };
        let network = bytes.map(read).transpose()?;
        directory.networks.insert(follow.id, Followed { name: follow.name, network });
    }
    Ok(directory)
}

/// The parts of a key that names a protocol and a party.
fn isp_and_party(key: &[u8]) -> Result<(Digest, AgencyId), StoreError> {
    let (isp, party) = key[1..].split_at_checked(Digest::LEN).unwrap_or_default();
    match (Digest::from_slice(isp), AgencyId::from_slice(party)) {
        (Some(isp), Some(party)) => Ok((isp, party)),
        _ => Err(StoreError::Damaged("a key of a protocol and a party")),
    }
}
