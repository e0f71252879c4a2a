//! The agencies and protocols known here, in memory: there are few, and every
//! message needs them. The store holds the same; a change goes to both.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ihala_envelope::{AgencyId, Digest, IdentityKey, NetworkId, Refusal, Timestamp, TransportId};
use ihala_protocol::FieldId;
use ihala_protocol::isp::{OwnField, Signer};
use ihala_protocol::leak::folded;
use ihala_protocol::letter::Change;
use ihala_protocol::rules::{ISP_ENDED, ISP_REPLACED, ISP_UNSIGNED};
use ihala_protocol::{Profile, SignedIsp};

use crate::io::{Failure, Peer};
use crate::networks::Followed;
use crate::records::{Changed, PaperReceiver, Trust};
use crate::recovery::Behind;
use crate::views::AgencyName;
use crate::words::say;

/// An agency whose card is known here.
pub(crate) struct Known {
    pub(crate) profile: Profile,
    /// There is another history of its cards.
    pub(crate) disputed: bool,
    /// All cards under which messages of it were taken, in the order in which they were
    /// learned: also those of a history that turned out not to be its own.
    pub(crate) seen: Vec<(Digest, IdentityKey)>,
}

impl Known {
    pub(crate) fn new(profile: Profile) -> Self {
        let seen = profile.cards().keys().to_vec();
        Self { profile, disputed: false, seen }
    }

    /// Puts another profile in the place of this one.
    pub(crate) fn replace(&mut self, profile: Profile) {
        for (card, key) in profile.cards().keys() {
            if !self.seen.iter().any(|(seen, _)| seen == card) {
                self.seen.push((*card, *key));
            }
        }
        self.profile = profile;
    }
}

/// Agencies and protocols.
pub(crate) struct Directory {
    pub(crate) me: Profile,
    pub(crate) agencies: BTreeMap<AgencyId, Known>,
    /// The trust list: also agencies whose card has not come yet.
    pub(crate) trust: BTreeMap<AgencyId, Trust>,
    /// Its text.
    pub(crate) trust_text: String,
    /// Networks of the trust list.
    pub(crate) networks: BTreeMap<NetworkId, Followed>,
    /// Digest of the text that was last both in force and in its file.
    pub(crate) trust_seen: Option<Digest>,
    /// How its file reads, as far as it is known.
    pub(crate) trust_file: Option<String>,
    /// Another card has taken the place of ours: nobody is to be reached any more.
    pub(crate) superseded: bool,
    /// Agencies that have not told yet what came after the backup we were restored from.
    pub(crate) behind: BTreeMap<AgencyId, Behind>,
    /// Agencies that are no longer on it, and with which something is still to be ended.
    pub(crate) former: BTreeSet<AgencyId>,
    /// Own fields of the protocols that we have signed.
    pub(crate) own: BTreeMap<FieldId, OwnField>,
    pub(crate) isps: BTreeMap<Digest, SignedIsp>,
    /// What parties did with protocols that were in force.
    pub(crate) changes: BTreeMap<Digest, BTreeMap<AgencyId, Changed>>,
    /// Receivers without a node.
    pub(crate) paper: BTreeMap<AgencyId, PaperReceiver>,
    /// Protocols that they have signed on paper, and where the paper is.
    pub(crate) paper_signed: BTreeMap<Digest, BTreeMap<AgencyId, String>>,
    /// Since when we know of each signature under a protocol.
    pub(crate) signed_at: BTreeMap<Digest, BTreeMap<AgencyId, Timestamp>>,
}

impl Directory {
    /// The profile of any known agency, our own included.
    pub(crate) fn profile(&self, agency: &AgencyId) -> Option<&Profile> {
        if *agency == self.me.id() {
            return Some(&self.me);
        }
        self.agencies.get(agency).map(|k| &k.profile)
    }

    /// Whether the agency is on the trust list.
    pub(crate) fn is_trusted(&self, agency: &AgencyId) -> bool {
        self.trust.contains_key(agency)
    }

    /// The number of a card under which messages of an agency are kept, also of one that turned
    /// out not to be its own.
    pub(crate) fn card_number(&self, agency: &AgencyId, card: &Digest) -> Option<u16> {
        if *agency == self.me.id() {
            return self.me.cards().number_of(card);
        }
        let seen = &self.agencies.get(agency)?.seen;
        let place = seen.iter().position(|(seen, _)| seen == card)?;
        u16::try_from(place + 1).ok()
    }

    /// The key of such a card: to verify what is stored, not what comes.
    pub(crate) fn stored_key(&self, agency: &AgencyId, card: &Digest) -> Option<IdentityKey> {
        if *agency == self.me.id() {
            return self.me.cards().key_under(card).copied();
        }
        let seen = &self.agencies.get(agency)?.seen;
        seen.iter().find(|(seen, _)| seen == card).map(|(_, key)| *key)
    }

    /// The key to verify a party's signature under a protocol with: that of its current card;
    /// of an earlier one only if the protocol is known here with a signature under it.
    pub(crate) fn key_of_signer(&self, signer: &Signer) -> Option<IdentityKey> {
        let cards = self.profile(&signer.agency)?.cards();
        let known = self.isps.get(&signer.isp).and_then(|isp| isp.card_of(&signer.agency));
        let counts = cards.digest() == signer.card || known == Some(signer.card);
        cards.key_under(&signer.card).filter(|_| counts).copied()
    }

    /// Whether there is one history of its cards: nothing passes while people have to say which
    /// of two is the agency's.
    pub(crate) fn is_undisputed(&self, agency: &AgencyId) -> bool {
        self.agencies.get(agency).is_none_or(|k| !k.disputed)
    }

    /// Trusted agencies, by id.
    pub(crate) fn trusted(&self) -> impl Iterator<Item = (&AgencyId, &Profile, &Trust)> {
        let known = |(id, trust)| Some((id, &self.agencies.get(id)?.profile, trust));
        self.trust.iter().filter_map(known)
    }

    /// An agency as people call it.
    pub(crate) fn name(&self, agency: &AgencyId) -> AgencyName {
        if let Some(paper) = self.paper.get(agency) {
            return AgencyName { id: agency.to_string(), name: paper.name.clone() };
        }
        // Alarms are about networks too.
        let network = self.networks.get(&NetworkId(agency.0));
        let name = if let Some(trust) = self.trust.get(agency) {
            trust.entry.name.clone()
        } else if let Some(profile) = self.profile(agency) {
            profile.statement().name().to_owned()
        } else if let Some(followed) = network {
            followed.name.clone()
        } else {
            self.named_in_protocol(agency).unwrap_or_else(|| agency.short())
        };
        AgencyName { id: agency.to_string(), name }
    }

    /// What a protocol that we have signed calls an agency.
    fn named_in_protocol(&self, agency: &AgencyId) -> Option<String> {
        let signed = self.isps.values().filter(|isp| self.has_signed(isp, &self.me.id()));
        let mut parties = signed.flat_map(|isp| &isp.isp().parties);
        parties.find(|party| party.agency == *agency).map(|party| party.name.clone())
    }

    /// The trusted agency that a person means: by petname, id or start of the id.
    pub(crate) fn resolve(&self, text: &str) -> Result<AgencyId, Failure> {
        let text = text.trim();
        let names = self.trust.iter().map(|(id, trust)| (id, trust.entry.name.as_str()));
        let on_paper = self.paper.iter().map(|(id, paper)| (id, paper.name.as_str()));
        let all: Vec<(&AgencyId, &str)> = names.chain(on_paper).collect();
        let by_name: Vec<_> = all
            .iter()
            .filter(|(_, name)| folded(name) == folded(text))
            .map(|(id, _)| **id)
            .collect();
        let is_hex = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let by_id = all
            .iter()
            .filter(|(id, _)| is_hex && id.to_string().starts_with(&text.to_lowercase()))
            .map(|(id, _)| **id);
        let mut found: Vec<AgencyId> = if by_name.is_empty() { by_id.collect() } else { by_name };
        match (found.pop(), found.is_empty()) {
            (Some(id), true) => Ok(id),
            (Some(_), false) => Err(Failure::invalid(say("agency-several"))),
            (None, _) => Err(Failure::NotFound(say("agency-unknown"))),
        }
    }

    /// The definition of a field that the parties of a protocol with us have added: the digest
    /// says that it is the one.
    pub(crate) fn own_field(&self, id: FieldId) -> Option<&OwnField> {
        self.own.get(&id)
    }

    /// Keeps a protocol. Its own fields are found by their digests from now on, which are not
    /// made anew at every question: a protocol is as long as its author likes.
    pub(crate) fn keep_isp(&mut self, isp: SignedIsp) {
        if isp.signers().any(|signer| *signer == self.me.id()) {
            let own = isp.isp().own_by_id();
            self.own.extend(own.into_iter().map(|(id, field)| (id, field.clone())));
        }
        self.isps.insert(isp.digest(), isp);
    }

    /// Forgets a protocol that we have not signed.
    pub(crate) fn drop_isp(&mut self, isp: &Digest) {
        self.isps.remove(isp);
    }

    /// The protocol that a person means: by digest, or the start of it.
    pub(crate) fn resolve_isp(&self, text: &str) -> Result<&SignedIsp, Failure> {
        let text = text.trim().to_lowercase();
        let is_hex = text.len() >= 4 && text.bytes().all(|b| b.is_ascii_hexdigit());
        let fits = |d: &Digest| is_hex && d.to_string().starts_with(&text);
        let mut found = self.isps.iter().filter(|(digest, _)| fits(digest)).map(|(_, isp)| isp);
        match (found.next(), found.next()) {
            (Some(isp), None) => Ok(isp),
            (Some(_), Some(_)) => Err(Failure::invalid(say("isp-several"))),
            (None, _) => Err(Failure::NotFound(say("isp-unknown"))),
        }
    }

    /// Whether `newer` is a later version of `older`, also by way of versions that never came
    /// into force.
    fn descends_from(&self, newer: &SignedIsp, older: &SignedIsp) -> bool {
        let mut next = newer.isp().previous;
        for _ in 0..self.isps.len() {
            match next {
                Some(digest) if digest == older.digest() => return true,
                Some(digest) => next = self.isps.get(&digest).and_then(|i| i.isp().previous),
                None => return false,
            }
        }
        false
    }

    /// Whose node this is. Any agency can name any node as its own, so all that do.
    pub(crate) fn agencies_of(&self, transport: &TransportId) -> Vec<AgencyId> {
        let may_connect = self.trust.keys().chain(&self.former);
        let is_theirs = |agency: &&AgencyId| {
            self.agencies
                .get(*agency)
                .is_some_and(|known| known.profile.statement().peers.contains(transport))
        };
        may_connect.filter(is_theirs).copied().collect()
    }

    /// Whether the protocol may be judged by at `now` between us and another agency: signed
    /// by both, and not replaced by a newer version that both have signed (ISP-05, ISP-07).
    /// A receiver takes messages under the old version until the new one's overlap has
    /// passed; a sender uses the new one.
    pub(crate) fn check_in_use(
        &self,
        isp: &SignedIsp,
        with: &AgencyId,
        now: Timestamp,
        overlap: bool,
    ) -> Result<(), Refusal> {
        if !self.is_signed_with(isp, with) {
            return Err(ISP_UNSIGNED.refuse());
        }
        self.check_not_ended(isp)?;
        let replaced = self.isps.values().any(|newer| {
            let days = if overlap { u64::from(newer.isp().overlap_days) } else { 0 };
            // Whoever could not know of it yet is given the whole overlap.
            let known = self.signed_since(&newer.digest(), with).filter(|_| overlap);
            let since = known.map_or(newer.isp().valid_from, |t| t.max(newer.isp().valid_from));
            self.is_signed_with(newer, with)
                && self.descends_from(newer, isp)
                && since.plus(days * 86_400) <= now
        });
        if replaced { Err(ISP_REPLACED.refuse_about(isp.isp().title.clone())) } else { Ok(()) }
    }

    /// Since when we know that both we and another agency have signed.
    fn signed_since(&self, isp: &Digest, with: &AgencyId) -> Option<Timestamp> {
        let signed = self.signed_at.get(isp)?;
        Some(*signed.get(&self.me.id())?.max(signed.get(with)?))
    }

    /// Whether the agency has no node.
    pub(crate) fn is_on_paper(&self, agency: &AgencyId) -> bool {
        self.paper.contains_key(agency)
    }

    /// Whether an agency has signed: one without a node on paper.
    pub(crate) fn has_signed(&self, isp: &SignedIsp, agency: &AgencyId) -> bool {
        let paper = self.paper_signed.get(&isp.digest());
        isp.signers().any(|s| s == agency) || paper.is_some_and(|p| p.contains_key(agency))
    }

    /// Whether we and another agency have signed: then it is in force between the two,
    /// whoever else is still to sign.
    pub(crate) fn is_signed_with(&self, isp: &SignedIsp, with: &AgencyId) -> bool {
        self.has_signed(isp, &self.me.id()) && self.has_signed(isp, with)
    }

    /// The other parties that have signed, if we have.
    pub(crate) fn signed_with(&self, isp: &SignedIsp) -> Vec<AgencyId> {
        let others = isp.isp().parties.iter().map(|p| p.agency);
        others.filter(|a| *a != self.me.id() && self.is_signed_with(isp, a)).collect()
    }

    /// Whether no party has suspended or terminated the protocol (ISP-08).
    pub(crate) fn check_not_ended(&self, isp: &SignedIsp) -> Result<(), Refusal> {
        let changes = self.changes.get(&isp.digest()).into_iter().flatten();
        // Who has not signed is no party to it yet.
        let mut changes = changes.into_iter().filter(|(party, _)| self.has_signed(isp, party));
        match changes.find(|(_, c)| c.change != Change::Resumed) {
            Some((party, _)) => Err(ISP_ENDED.refuse_about(self.name(party).name)),
            None => Ok(()),
        }
    }

    /// The newest version in use with an agency that descends from this one, if there is one.
    pub(crate) fn newest(
        &self,
        isp: &SignedIsp,
        with: &AgencyId,
        now: Timestamp,
    ) -> Option<&SignedIsp> {
        let in_use = |newer: &&SignedIsp| {
            self.descends_from(newer, isp)
                && self.is_signed_with(newer, with)
                && self.check_not_ended(newer).is_ok()
                && newer.isp().check_dates(now, 0).is_ok()
        };
        self.isps.values().filter(in_use).max_by_key(|newer| newer.isp().version)
    }

    /// The nodes that may connect.
    pub(crate) fn peers(&self) -> Vec<Peer> {
        // Two agencies may share a node; its addresses are then those of both.
        let mut peers: HashMap<TransportId, Vec<String>> = HashMap::new();
        if self.superseded {
            return Vec::new();
        }
        for agency in self.trust.keys().chain(&self.former) {
            let Some(known) = self.agencies.get(agency) else { continue };
            let statement = known.profile.statement();
            let more = self.trust.get(agency).map_or(&[][..], |t| t.entry.addresses.as_slice());
            for transport in &statement.peers {
                let addresses = peers.entry(transport.clone()).or_default();
                addresses.extend(statement.addresses.iter().chain(more).cloned());
            }
        }
        let mut peers: Vec<Peer> =
            peers.into_iter().map(|(transport, addresses)| Peer { transport, addresses }).collect();
        peers.sort_by(|a, b| a.transport.cmp(&b.transport));
        peers
    }
}
