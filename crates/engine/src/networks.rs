//! Networks that we follow: their charters and rosters, and what those mean for agencies
//! (`spec/roster.md`).

use ihala_envelope::{AgencyId, Digest, NetworkId, Refusal, Timestamp};
use ihala_protocol::roster::{Bundle, Network, Roster, RosterHad, Standing, Taken};
use ihala_protocol::rules::{NOT_MEMBER, ROSTER_EXPIRED, ROSTER_FORK};
use ihala_protocol::trust::Follow;
use ihala_protocol::{Reply, limits};
use ihala_store::{NODE_SLOT, StoreError};
use minicbor::{Decode, Encode};

use crate::audit::Act;
use crate::directory::Directory;
use crate::engine::Work;
use crate::io::Actor;
use crate::keyspace;

/// Versions of a roster whose changes are kept.
const HISTORY_MAX: usize = 200;

/// A network of the trust list.
pub(crate) struct Followed {
    /// What we call it.
    pub(crate) name: String,
    /// What is known of it; nothing until a file or a peer has told.
    pub(crate) network: Option<Network>,
}

/// What a version of a roster changed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct RosterStep {
    #[n(1)]
    pub(crate) version: u64,
    /// When it came here.
    #[n(2)]
    pub(crate) at: Timestamp,
    #[n(3)]
    pub(crate) changes: Vec<MemberChange>,
}

/// A member that came, or stands in another way.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub(crate) struct MemberChange {
    #[n(0)]
    pub(crate) agency: AgencyId,
    #[n(1)]
    pub(crate) name: String,
    #[n(2)]
    pub(crate) before: Option<Standing>,
    #[n(3)]
    pub(crate) after: Standing,
}

impl Directory {
    /// Version of the charter in force that is known of a network; 0 for none.
    pub(crate) fn charter_version(&self, id: &NetworkId) -> u32 {
        let known = self.networks.get(id).and_then(|followed| followed.network.as_ref());
        known.map_or(0, |network| network.charter().document().version)
    }

    /// Why rosters stop everything new with an agency: every network that names it has
    /// suspended it, or it has left (ROS-10).
    pub(crate) fn check_member(&self, agency: &AgencyId) -> Result<(), Refusal> {
        let mut stopped = None;
        for followed in self.networks.values() {
            match followed.network.as_ref().and_then(|network| network.standing(agency)) {
                Some(Standing::Active) => return Ok(()),
                Some(Standing::Suspended | Standing::Withdrawn) => stopped = Some(&followed.name),
                None => {}
            }
        }
        stopped.map_or(Ok(()), |name| Err(NOT_MEMBER.refuse_about(name.clone())))
    }

    /// Why rosters let no new request go to an agency: it is no member any more, or every
    /// network to which it belongs has let its roster end (ROS-09).
    pub(crate) fn check_membership(
        &self,
        agency: &AgencyId,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        self.check_member(agency)?;
        let mut ended = None;
        for followed in self.networks.values() {
            let Some(network) = &followed.network else { continue };
            if network.standing(agency) == Some(Standing::Active) {
                if network.lets_go(now) {
                    return Ok(());
                }
                ended = Some(&followed.name);
            }
        }
        ended.map_or(Ok(()), |name| Err(ROSTER_EXPIRED.refuse_about(name.clone())))
    }
}

impl Work<'_> {
    /// Follows a network, or calls it by another name.
    pub(crate) fn follow(&mut self, follow: &Follow) -> Result<(), StoreError> {
        let known = self.directory.networks.remove(&follow.id).and_then(|f| f.network);
        let network = match known {
            Some(network) => Some(network),
            // It may have been followed before.
            None => match self.txn.get_bytes(&keyspace::roster(&follow.id))? {
                Some((_, bytes)) => Bundle::from_bytes(&bytes).and_then(Bundle::verify).ok(),
                None => None,
            },
        };
        let followed = Followed { name: follow.name.clone(), network };
        self.directory.networks.insert(follow.id, followed);
        Ok(())
    }

    /// Takes over what is newer in a bundle; as far as it can be, also if the rest cannot.
    pub(crate) fn take_bundle(
        &mut self,
        id: NetworkId,
        bundle: Bundle,
        actor: Option<&Actor>,
    ) -> Result<Option<Refusal>, StoreError> {
        let Some(followed) = self.directory.networks.get(&id) else { return Ok(None) };
        let before = followed.network.clone();
        let mut network = before.clone();
        let (taken, refused) = match bundle.onto(id, &mut network) {
            Ok(taken) => (taken, None),
            Err(refusal) => (None, Some(refusal)),
        };
        let changed = network != before;
        if changed && let Some(network) = &network {
            let bytes = Bundle::of(network).to_bytes();
            self.txn.put_bytes(keyspace::roster(&id), NODE_SLOT, bytes);
            let newest = network.roster().map_or(network.charter().digest(), |r| r.digest());
            self.txn.audit(self.now, Act::RosterTaken, newest, actor, None, self.rng);
            let old = before.as_ref().and_then(Network::roster).map(|r| r.document());
            if let Some(new) = network.roster().map(|r| r.document().clone())
                && old != Some(&new)
            {
                self.note_changes(id, old, &new)?;
            }
        }
        let forked = refused.as_ref().is_some_and(|r| r.rule.id == ROSTER_FORK.id);
        if forked || taken == Some(Taken::Healed) {
            let (subject, rule) = (Digest(id.0), Some(ROSTER_FORK.id));
            self.txn.audit(self.now, Act::Alarm, subject, None, rule, self.rng);
            self.count(keyspace::alarm(&AgencyId(id.0), ROSTER_FORK.id))?;
        }
        if let Some(followed) = self.directory.networks.get_mut(&id) {
            followed.network = network;
        }
        // Whoever was stopped or let go by it: what waits is looked at again.
        if changed {
            let trusted: Vec<AgencyId> = self.directory.trust.keys().copied().collect();
            for agency in trusted {
                self.outbox.peer_up(agency);
                self.touched.insert(agency);
            }
        }
        Ok(refused)
    }

    /// Keeps what a new version changes, for people.
    fn note_changes(
        &mut self,
        id: NetworkId,
        old: Option<&Roster>,
        new: &Roster,
    ) -> Result<(), StoreError> {
        let changes = new.members.iter().filter_map(|member| {
            let before = old.and_then(|old| old.member(&member.agency)).map(|m| m.standing);
            (before != Some(member.standing)).then(|| MemberChange {
                agency: member.agency,
                name: member.name.clone(),
                before,
                after: member.standing,
            })
        });
        let (charter, version) = (new.charter, new.version);
        let step = RosterStep { version, at: self.now, changes: changes.collect() };
        self.txn.put_own(keyspace::roster_step(&id, charter, version), &step);
        let (from, to) = keyspace::roster_steps(&id);
        let kept = self.txn.range(&from, &to, HISTORY_MAX + 1)?;
        if kept.len() > HISTORY_MAX {
            self.txn.remove(kept[0].0.clone());
        }
        Ok(())
    }

    /// The answer about a network: what is newer, as much of it as fits.
    pub(crate) fn roster_newer(
        &self,
        id: NetworkId,
        charter: u32,
        had: Option<RosterHad>,
    ) -> Reply {
        let known = self.directory.networks.get(&id).and_then(|f| f.network.as_ref());
        let mut bundle = match known {
            Some(network) => Bundle::after(network, charter, had),
            None => Bundle { charters: Vec::new(), roster: None },
        };
        let mut bytes = bundle.to_bytes();
        // First the charters, as many as fit: without them the roster cannot be read.
        while bytes.len() > limits::REPLY_MAX - 64 {
            if bundle.roster.take().is_none() {
                bundle.charters.pop();
            }
            bytes = bundle.to_bytes();
        }
        Reply::Roster(id, bytes.into())
    }
}
