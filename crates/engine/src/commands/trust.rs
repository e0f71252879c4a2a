//! `ihala trust`: whom we know and accept.

use ihala_envelope::AgencyId;
use ihala_protocol::leak::folded;
use ihala_protocol::rules::{CARD_CHAIN, CARD_FORK, FINGERPRINT, STATEMENT_OLDER};
use ihala_protocol::text::is_name;
use ihala_protocol::trust::{self, Change, PETNAME_MAX, TrustList, Trusted};
use ihala_protocol::{Profile, SignedIsp, fingerprint};
use ihala_store::StoreError;

use super::in_file;
use crate::audit::Act;
use crate::directory::Known;
use crate::engine::{Outcome, Trouble, Work};
use crate::io::{Actor, Answer, Failure, TrustSet};
use crate::keyspace;
use crate::views::{Agencies, Agency, Time, TrustChange, TrustChanges};
use crate::words::say;

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
        let already = self.directory.trust_in(&id).cloned();
        let thin = already.as_ref().is_some_and(|entry| entry.thin);
        let known = self.directory.agencies.get(&id);
        let profile = match known.map(|k| &k.profile) {
            Some(known) if *known != profile => match known.check_successor(&profile, thin) {
                // An older file of the same agency: trust it, with what we know by now.
                Err(r)
                    if r.rule.id == STATEMENT_OLDER.id
                        && already.is_none()
                        && order(&profile) < order(known) =>
                {
                    known.clone()
                }
                Err(refusal) => return Err(refusal.into()),
                Ok(()) => profile,
            },
            _ => profile,
        };
        let name = match (petname, &already) {
            (Some(name), _) => name.trim().to_owned(),
            (None, Some(entry)) => entry.name.clone(),
            (None, None) => profile.statement().name().chars().take(PETNAME_MAX).collect(),
        };
        self.check_petname(&name, &id)?;
        let text = &self.directory.trust_text;
        let text = match &already {
            None => trust::added(text, &Trusted::new(id, name)),
            Some(entry) => trust::updated(text, &Trusted { name, ..entry.clone() }),
        };
        self.take_edited(text, actor)?;
        self.txn.put_own(keyspace::profile(&id), &profile);
        match self.directory.agencies.get_mut(&id) {
            Some(known) => known.replace(profile),
            None => {
                self.directory.agencies.insert(id, Known::new(profile));
                self.ask_if_restored(id)?;
            }
        }
        self.keep_cards_seen(&id);
        // It may have been on the list already, without its card.
        self.peers_changed = true;
        self.touched.insert(id);
        self.inquiries.met(id);
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    /// Says something else of an agency on the list.
    pub(super) fn trust_set(&mut self, set: &TrustSet, actor: &Actor) -> Outcome {
        let id = self.directory.resolve(&set.agency)?;
        let entry = self.directory.trust_in(&id).cloned();
        let mut entry = entry.ok_or(Failure::NotFound(say("agency-unknown")))?;
        if let Some(name) = &set.name {
            entry.name = name.trim().to_owned();
            self.check_petname(&entry.name, &id)?;
        }
        entry.send = set.send.unwrap_or(entry.send);
        entry.receive = set.receive.unwrap_or(entry.receive);
        entry.thin = set.thin.unwrap_or(entry.thin);
        if let Some(types) = &set.case_types {
            entry.case_types = case_types(types)?;
        }
        if let Some(notes) = &set.notes {
            entry.notes = Some(notes.trim().to_owned()).filter(|notes| !notes.is_empty());
        }
        self.take_edited(trust::updated(&self.directory.trust_text, &entry), actor)?;
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    /// Takes an edited text of the list into force.
    pub(super) fn take_edited(
        &mut self,
        text: trust::NewText,
        actor: &Actor,
    ) -> Result<Vec<Change>, Trouble> {
        let file = self.directory.trust_file.as_ref();
        if file.is_some_and(|file| *file != self.directory.trust_text) {
            return Err(Failure::invalid(say("trust-file-differs")).into());
        }
        // Only a list that people have written in another way than commands do.
        let text = text.ok_or(Failure::invalid(say("trust-by-hand")))?;
        let list = TrustList::from_toml(&text);
        let list = list.map_err(|mistakes| in_file("trust-mistakes", mistakes))?;
        Ok(self.take_trust_list(text, &list, actor)?)
    }

    /// What another text of the list would change; with an actor, it takes force.
    pub(super) fn trust_file(&mut self, text: &str, actor: Option<&Actor>) -> Outcome {
        let list = TrustList::from_toml(text);
        let list = list.map_err(|mistakes| in_file("trust-mistakes", mistakes))?;
        if list.get(&self.me()).is_some() {
            return Err(ihala_protocol::rules::OURSELVES.refuse().into());
        }
        let changes = self.directory.trust_list().changes(&list);
        let view = self.changes_view(&changes, actor.is_some())?;
        if let Some(actor) = actor {
            self.take_trust_list(text.to_owned(), &list, actor)?;
        }
        Ok(Answer::TrustChanges(view))
    }

    fn changes_view(&mut self, changes: &[Change], done: bool) -> Result<TrustChanges, StoreError> {
        let mut all = Vec::new();
        for change in changes {
            let (kind, before, after) = match change {
                Change::Followed(follow) | Change::Unfollowed(follow) => {
                    all.push(TrustChange::of_network(
                        follow,
                        matches!(change, Change::Followed(_)),
                    ));
                    continue;
                }
                Change::Added(entry) => ("added", None, Some(entry)),
                Change::Changed(old, new) => ("changed", Some(old), Some(new)),
                Change::Removed(entry) => ("removed", Some(entry), None),
            };
            let entry = after.or(before).expect("a change is about an entry");
            // What is taken away touches referrals that are open.
            let narrower = after.is_none_or(|after| {
                before.is_some_and(|before| {
                    (before.send && !after.send)
                        || (before.receive && !after.receive)
                        || before.case_types != after.case_types
                })
            });
            let open = if narrower { self.open_with(&entry.id)? } else { Vec::new() };
            all.push(TrustChange {
                change: kind,
                agency: entry.id.to_string(),
                name: entry.name.clone(),
                card_known: self.directory.agencies.contains_key(&entry.id),
                before: before.map(Into::into),
                after: after.map(Into::into),
                open: open.iter().map(ToString::to_string).collect(),
            });
        }
        Ok(TrustChanges { done, changes: all })
    }

    /// Somebody has met the agency's people and says which of two histories is theirs: the one
    /// of this file, whether or not the other had been noticed before.
    pub(super) fn trust_settle(&mut self, card: &[u8], actor: &Actor) -> Outcome {
        let profile = Profile::from_file(card)?;
        let id = profile.id();
        if id == self.me() {
            return self.settle_own(&profile);
        }
        let other: Option<Profile> = self.txn.get(&keyspace::disputed(&id))?;
        let known = self.directory.agencies.get(&id);
        let known = known.ok_or(Failure::NotFound(say("trust-undisputed")))?;
        let goes_on = |from: &Profile| profile.cards().signed().starts_with(from.cards().signed());
        let is_ours = goes_on(&known.profile);
        if known.profile.cards().signed().starts_with(profile.cards().signed()) && !is_ours {
            // From before the two parted: it settles nothing.
            return Err(STATEMENT_OLDER.refuse().into());
        }
        if is_ours && !known.disputed {
            return Err(Failure::NotFound(say("trust-undisputed")).into());
        }
        if other.as_ref().is_some_and(|other| !is_ours && !goes_on(other)) {
            return Err(CARD_CHAIN.refuse().into());
        }
        let disowned = if is_ours { other.as_ref() } else { Some(&known.profile) };
        let parted = disowned.and_then(|other| profile.cards().parts_from(other.cards()));
        if let Some(card) = parted {
            // Whoever tells of it again tells nothing new.
            self.txn.put_own(keyspace::disowned(&id, &card), &());
        }
        for number in 1..=profile.cards().number() {
            let card = *profile.cards().digest_of(number).expect("a number of this chain");
            self.txn.remove(keyspace::disowned(&id, &card));
        }
        let older = is_ours && order(&profile) < order(&known.profile);
        let profile = if older { known.profile.clone() } else { profile };
        self.txn.put_own(keyspace::profile(&id), &profile);
        self.txn.remove(keyspace::disputed(&id));
        self.txn.remove(keyspace::alarm(&id, CARD_FORK.id));
        let digest = profile.cards().digest();
        if let Some(known) = self.directory.agencies.get_mut(&id) {
            known.disputed = false;
            known.replace(profile);
        }
        self.keep_cards_seen(&id);
        self.drop_disowned_signatures(&id);
        self.txn.audit(self.now, Act::CardReplaced, digest, Some(actor), None, self.rng);
        self.outbox.peer_up(id);
        self.inquiries.met(id);
        self.peers_changed = true;
        self.touched.insert(id);
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    /// Our people have seen to it that our partners know which history of our cards is ours.
    fn settle_own(&mut self, profile: &Profile) -> Outcome {
        let me = self.me();
        let alarm = keyspace::alarm(&me, CARD_FORK.id);
        let ours = self.directory.me.cards();
        if !ours.signed().starts_with(profile.cards().signed()) {
            return Err(CARD_CHAIN.refuse().into());
        }
        if self.txn.get_bytes(&alarm)?.is_none() {
            return Err(Failure::NotFound(say("trust-undisputed")).into());
        }
        self.txn.remove(alarm);
        Ok(Answer::Agency(self.agency_view(&me)?))
    }

    /// Signatures under protocols that were made with a card that is not the agency's count no
    /// more: it signs them again.
    fn drop_disowned_signatures(&mut self, id: &AgencyId) {
        let Some(known) = self.directory.agencies.get(id) else { return };
        let cards = known.profile.cards();
        let strange =
            |isp: &&SignedIsp| isp.card_of(id).is_some_and(|card| cards.number_of(&card).is_none());
        let isps: Vec<SignedIsp> = self.directory.isps.values().filter(strange).cloned().collect();
        for mut isp in isps {
            isp.forget(id);
            self.put_isp(isp, Act::IspChanged, None);
        }
    }

    fn check_petname(&self, petname: &str, id: &AgencyId) -> Result<(), Failure> {
        if !is_name(petname, PETNAME_MAX) {
            return Err(Failure::invalid(say("petname").with("max", PETNAME_MAX)));
        }
        let others = self.directory.trust.iter().filter(|(other, _)| *other != id);
        let taken = others.into_iter().any(|(_, t)| folded(&t.entry.name) == folded(petname));
        if taken {
            return Err(Failure::invalid(say("petname-taken")));
        }
        Ok(())
    }

    pub(super) fn trust_list(&mut self) -> Outcome {
        let ids: Vec<AgencyId> = self.directory.trust.keys().copied().collect();
        let agencies: Result<_, StoreError> = ids.iter().map(|id| self.agency_view(id)).collect();
        Ok(Answer::Agencies(Agencies {
            agencies: agencies?,
            file: self.directory.trust_text.clone(),
        }))
    }

    pub(super) fn trust_show(&mut self, agency: &str) -> Outcome {
        let id = self.directory.resolve(agency)?;
        Ok(Answer::Agency(self.agency_view(&id)?))
    }

    pub(super) fn trust_remove(&mut self, agency: &str, actor: &Actor) -> Outcome {
        let id = self.directory.resolve(agency)?;
        let view = self.agency_view(&id)?;
        self.take_edited(trust::removed(&self.directory.trust_text, &id), actor)?;
        Ok(Answer::Agency(view))
    }

    fn agency_view(&mut self, id: &AgencyId) -> Result<Agency, StoreError> {
        let queued = self.queued_for(id)?;
        let open = self.open_with(id)?;
        let trust = self.directory.trust.get(id);
        Ok(Agency {
            agency: self.directory.name(id),
            fingerprint: fingerprint::of(id),
            since: trust.map(|t| Time(t.since)),
            queued,
            card: self.directory.profile(id).map(|p| p.cards().number()),
            disputed: !self.directory.is_undisputed(id),
            entry: trust.map(|t| (&t.entry).into()),
            open: open.iter().map(ToString::to_string).collect(),
        })
    }
}

/// The order of what an agency says of itself: by card, then by statement.
fn order(profile: &Profile) -> (u64, u64) {
    (profile.cards().seq(), profile.statement().seq)
}

/// Case types by their names; none at all for "all".
fn case_types(names: &[String]) -> Result<Option<Vec<u16>>, Failure> {
    use ihala_protocol::codes::CASE_TYPE;
    if names.iter().any(|name| name == "all") || names.is_empty() {
        return Ok(None);
    }
    let mut ids = Vec::new();
    for name in names {
        let code = CASE_TYPE.by_name(name.trim());
        let unknown = || Failure::invalid(say("trust-case-type").with("names", CASE_TYPE.names()));
        ids.push(code.ok_or_else(unknown)?.id);
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(Some(ids))
}
