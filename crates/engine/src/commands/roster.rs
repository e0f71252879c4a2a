//! `ihala roster` at a member's node: follow a network, take its charters and rosters in, see
//! who belongs to it and what has changed.

use std::collections::BTreeMap;

use ihala_envelope::{AgencyId, NetworkId};
use ihala_protocol::roster::{Bundle, NAME_MAX, Network};
use ihala_protocol::rules::{FINGERPRINT, ROSTER_CHAIN};
use ihala_protocol::text::is_name;
use ihala_protocol::trust::{self, Follow};
use ihala_store::StoreError;

use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::networks::RosterStep;
use crate::txn::decode;
use crate::views::{File, Networks, RosterChange, RosterMember, RosterView, Time};
use crate::words::say;

impl Work<'_> {
    pub(super) fn roster_follow(
        &mut self,
        file: &[u8],
        fingerprint: &str,
        name: Option<&str>,
        actor: &Actor,
    ) -> Outcome {
        let bundle = Bundle::from_file(file)?;
        let id = bundle.network().ok_or(ROSTER_CHAIN.refuse())?;
        if trust::network_of(fingerprint) != Some(id) {
            return Err(FINGERPRINT.refuse().into());
        }
        let network = bundle.clone().verify()?;
        let known = self.directory.networks.get(&id).map(|followed| followed.name.clone());
        let own = network.charter().document().name.clone();
        let name = name.map(|name| name.trim().to_owned());
        let name = name.or_else(|| known.clone()).unwrap_or(own);
        if !is_name(&name, NAME_MAX) {
            return Err(Failure::invalid(say("petname").with("max", NAME_MAX)).into());
        }
        if known.as_ref() != Some(&name) {
            let text = trust::followed(&self.directory.trust_text, &Follow { id, name });
            self.take_edited(text, actor)?;
        }
        let refused = self.take_bundle(id, bundle, Some(actor))?;
        self.roster_answer(id, refused)
    }

    pub(super) fn roster_take(&mut self, file: &[u8], actor: &Actor) -> Outcome {
        let bundle = Bundle::from_file(file)?;
        let id = bundle.network().ok_or(ROSTER_CHAIN.refuse())?;
        if !self.directory.networks.contains_key(&id) {
            return Err(Failure::NotFound(say("network-not-followed")).into());
        }
        let refused = self.take_bundle(id, bundle, Some(actor))?;
        self.roster_answer(id, refused)
    }

    pub(super) fn roster_unfollow(&mut self, network: &str, actor: &Actor) -> Outcome {
        let id = self.resolve_network(network)?;
        let view = self.roster_view(id)?;
        self.take_edited(trust::unfollowed(&self.directory.trust_text, &id), actor)?;
        Ok(Answer::Roster(Box::new(view)))
    }

    pub(super) fn roster_list(&mut self) -> Outcome {
        let ids: Vec<NetworkId> = self.directory.networks.keys().copied().collect();
        let networks: Result<_, StoreError> =
            ids.into_iter().map(|id| self.roster_view(id)).collect();
        Ok(Answer::Networks(Networks { networks: networks? }))
    }

    pub(super) fn roster_show(&mut self, network: &str) -> Outcome {
        let id = self.resolve_network(network)?;
        Ok(Answer::Roster(Box::new(self.roster_view(id)?)))
    }

    pub(super) fn roster_export(&mut self, network: &str) -> Outcome {
        let id = self.resolve_network(network)?;
        let known = self.directory.networks.get(&id).and_then(|f| f.network.as_ref());
        let known = known.ok_or(Failure::NotFound(say("network-not-known")))?;
        Ok(Answer::File(File { id: id.to_string(), file: Bundle::of(known).to_file() }))
    }

    /// What is in force; a part that was not taken is told, and does not undo the rest.
    fn roster_answer(
        &mut self,
        id: NetworkId,
        refused: Option<ihala_envelope::Refusal>,
    ) -> Outcome {
        let mut view = self.roster_view(id)?;
        let language = self.language;
        view.problem = refused.map(|refusal| super::problem_of(&refusal, language));
        Ok(Answer::Roster(Box::new(view)))
    }

    /// The network that a person means: by its name, or the start of its id.
    fn resolve_network(&self, text: &str) -> Result<NetworkId, Failure> {
        let text = text.trim();
        let is = |id: &NetworkId, name: &str| {
            let is_hex = text.len() >= 4 && id.to_string().starts_with(&text.to_lowercase());
            is_hex || ihala_protocol::leak::folded(name) == ihala_protocol::leak::folded(text)
        };
        let networks = self.directory.networks.iter();
        let mut found = networks.filter(|(id, f)| is(id, &f.name)).map(|(id, _)| *id);
        match (found.next(), found.next()) {
            (Some(id), None) => Ok(id),
            _ => Err(Failure::NotFound(say("network-not-followed"))),
        }
    }

    fn roster_view(&mut self, id: NetworkId) -> Result<RosterView, StoreError> {
        let (from, to) = keyspace::roster_steps(&id);
        let steps = self.txn.range(&from, &to, usize::MAX)?;
        let mut changes = Vec::new();
        for (_, bytes) in steps.into_iter().rev() {
            let step: RosterStep = decode(&bytes)?;
            changes.extend(step.changes.into_iter().map(|change| RosterChange {
                version: step.version,
                at: Time(step.at),
                agency: change.agency.to_string(),
                name: change.name,
                before: change.before.map(|s| s.name()),
                after: change.after.name(),
            }));
        }
        let known = self.directory.networks[&id].network.as_ref().and_then(Network::roster);
        let members = known.into_iter().flat_map(|roster| &roster.document().members);
        let stopped = members.filter(|m| self.directory.check_member(&m.agency).is_err());
        let stopped: Vec<AgencyId> = stopped.map(|member| member.agency).collect();
        let mut open = BTreeMap::new();
        for agency in stopped {
            let ids = self.open_with(&agency)?;
            open.insert(agency, ids.iter().map(ToString::to_string).collect::<Vec<_>>());
        }
        let followed = &self.directory.networks[&id];
        let network: Option<&Network> = followed.network.as_ref();
        let charter = network.map(|network| network.charter().document());
        let roster = network.and_then(Network::roster).map(|roster| roster.document());
        let member = |m: &ihala_protocol::roster::Member| RosterMember {
            agency: m.agency.to_string(),
            fingerprint: ihala_protocol::fingerprint::of(&m.agency),
            name: m.name.clone(),
            standing: m.standing.name(),
            since: Time(m.since),
            trusted: self.directory.is_trusted(&m.agency),
            ours: m.agency == self.me(),
            open: open.get(&m.agency).cloned().unwrap_or_default(),
        };
        Ok(RosterView {
            id: id.to_string(),
            fingerprint: trust::network_fingerprint(&id),
            name: followed.name.clone(),
            charter: charter.map(|c| c.version),
            seats: charter
                .map_or_else(Vec::new, |c| c.seats.iter().map(|s| s.name.clone()).collect()),
            threshold: charter.map(|c| c.threshold),
            charter_until: charter.map(|c| Time(c.expires)),
            roster: roster.map(|r| r.version),
            until: roster.map(|r| Time(r.expires)),
            ended: network.is_some_and(|network| !network.lets_go(self.now)),
            members: roster.map_or_else(Vec::new, |r| r.members.iter().map(member).collect()),
            changes,
            problem: None,
        })
    }
}
