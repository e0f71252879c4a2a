//! `ihala trust`: whom we know and accept.

use ihala_envelope::{AgencyId, Digest};
use ihala_protocol::leak::folded;
use ihala_protocol::rules::{FINGERPRINT, STATEMENT_OLDER};
use ihala_protocol::text::is_name;
use ihala_protocol::{Profile, fingerprint};
use ihala_store::StoreError;

use crate::audit::Act;
use crate::directory::Known;
use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::records::Trust;
use crate::views::{Agencies, Agency, Time};
use crate::words::say;

/// Longest petname, in characters.
const PETNAME_MAX: usize = 60;

impl Work<'_> {
    pub(super) fn trust_add(
        &mut self,
        card: &[u8],
        fingerprint: &str,
        petname: Option<&str>,
        actor: &Actor,
    ) -> Outcome {
        let profile = Profile::from_file(card)?;
        let id = profile.id();
        self.refuse_ourselves(&id)?;
        if !fingerprint::matches(fingerprint, &id) {
            return Err(FINGERPRINT.refuse().into());
        }
        let known = self.directory.agencies.get(&id);
        let already = known.and_then(|k| k.trust.clone());
        let disputed = known.is_some_and(|k| k.disputed);
        let profile = match known.map(|k| &k.profile) {
            Some(known) if *known != profile => match known.check_successor(&profile) {
                // An older file of the same agency: trust it, with what we know by now.
                Err(r)
                    if r.rule.id == STATEMENT_OLDER.id
                        && already.is_none()
                        && profile.statement().seq < known.statement().seq =>
                {
                    known.clone()
                }
                Err(refusal) => return Err(refusal.into()),
                Ok(()) => profile,
            },
            _ => profile,
        };
        let petname = match (petname, &already) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some(trust)) => trust.petname.clone(),
            (None, None) => profile.statement().name().chars().take(PETNAME_MAX).collect(),
        };
        self.check_petname(&petname, &id)?;
        let since = already.map_or(self.now, |t| t.since);
        let trust = Trust { petname, since };
        self.txn.put_own(keyspace::profile(&id), &profile);
        self.txn.put_own(keyspace::trust(&id), &trust);
        self.txn.audit(self.now, Act::Trusted, Digest(id.0), Some(actor), None, self.rng);
        self.directory.agencies.insert(id, Known { profile, trust: Some(trust), disputed });
        self.peers_changed = true;
        self.touched.insert(id);
        self.inquiries.met(id);
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    /// Somebody has met the agency's people and says which of two histories is theirs.
    pub(super) fn trust_settle(&mut self, card: &[u8], actor: &Actor) -> Outcome {
        let profile = Profile::from_file(card)?;
        let id = profile.id();
        let known = self.directory.agencies.get_mut(&id).filter(|k| k.disputed);
        let known = known.ok_or(Failure::NotFound(say("trust-undisputed")))?;
        known.disputed = false;
        known.profile = profile;
        self.txn.put_own(keyspace::profile(&id), &known.profile);
        let digest = known.profile.cards().digest();
        self.txn.remove(keyspace::disputed(&id));
        self.txn.audit(self.now, Act::CardReplaced, digest, Some(actor), None, self.rng);
        self.outbox.peer_up(id);
        self.peers_changed = true;
        self.touched.insert(id);
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    fn check_petname(&self, petname: &str, id: &AgencyId) -> Result<(), Failure> {
        if !is_name(petname, PETNAME_MAX) {
            return Err(Failure::invalid(say("petname").with("max", PETNAME_MAX)));
        }
        let taken = self
            .directory
            .trusted()
            .any(|(other, _, t)| other != id && folded(&t.petname) == folded(petname));
        if taken {
            return Err(Failure::invalid(say("petname-taken")));
        }
        Ok(())
    }

    pub(super) fn trust_list(&mut self) -> Outcome {
        let ids: Vec<AgencyId> = self.directory.trusted().map(|(id, _, _)| *id).collect();
        let agencies: Result<_, StoreError> = ids.iter().map(|id| self.agency_view(id)).collect();
        Ok(Answer::Agencies(Agencies { agencies: agencies? }))
    }

    pub(super) fn trust_show(&mut self, agency: &str) -> Outcome {
        let id = self.directory.resolve(agency)?;
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    pub(super) fn trust_remove(&mut self, agency: &str, actor: &Actor) -> Outcome {
        let id = self.directory.resolve(agency)?;
        let view = self.agency_view(&id)?;
        self.txn.remove(keyspace::trust(&id));
        self.txn.audit(self.now, Act::Untrusted, Digest(id.0), Some(actor), None, self.rng);
        if let Some(known) = self.directory.agencies.get_mut(&id) {
            known.trust = None;
        }
        self.peers_changed = true;
        Ok(Answer::Agency(view))
    }

    fn agency_view(&mut self, id: &AgencyId) -> Result<Agency, StoreError> {
        let queued = self.queued_for(id)?;
        let trust = self.directory.agencies.get(id).and_then(|k| k.trust.as_ref());
        Ok(Agency {
            agency: self.directory.name(id),
            fingerprint: fingerprint::of(id),
            since: trust.map(|t| Time(t.since)),
            queued,
        })
    }
}
