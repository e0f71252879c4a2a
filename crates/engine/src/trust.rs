//! What the trust list changes, and who may still be heard when it no longer names them
//! (`spec/identity.md`, Trust).

use ihala_envelope::{AgencyId, Digest, NetworkId, ReferralId, Refusal, SignedMessage};
use ihala_protocol::referral::EventKind;
use ihala_protocol::rules::{NOT_TRUSTED, TRUST_SCOPE};
use ihala_protocol::trust::{Change, Follow, TrustList, Trusted};
use ihala_store::StoreError;

use crate::audit::Act;
use crate::directory::Directory;
use crate::engine::{Trouble, Work};
use crate::io::Actor;
use crate::keyspace;
use crate::networks::Followed;
use crate::records::{ReferralRecord, Trust};
use crate::recovery::is_of_recovery;
use crate::serial::Serial;

/// Open referrals with one agency that are looked at.
const OPEN_MAX: usize = 1_000;
/// Queued messages that are looked at for what ends something.
const QUEUE_MAX: usize = 1_000;

impl Directory {
    /// The list that is in force.
    pub(crate) fn trust_list(&self) -> TrustList {
        let follow = |(id, followed): (&NetworkId, &Followed)| Follow {
            id: *id,
            name: followed.name.clone(),
        };
        TrustList {
            agencies: self.trust.values().map(|trust| trust.entry.clone()).collect(),
            networks: self.networks.iter().map(follow).collect(),
        }
    }

    /// Whether an agency is on the list and no roster stops it: all but what ends things needs
    /// that, in both directions (TRU-02, ROS-10).
    pub(crate) fn check_heard(&self, agency: &AgencyId) -> Result<(), Refusal> {
        if !self.is_trusted(agency) {
            return Err(NOT_TRUSTED.refuse());
        }
        self.check_member(agency)
    }

    /// Whether an agency is on the list, or was and there is something to be ended with it.
    pub(crate) fn may_connect(&self, agency: &AgencyId) -> bool {
        self.is_trusted(agency) || self.former.contains(agency)
    }

    /// What the list says of an agency.
    pub(crate) fn trust_in(&self, agency: &AgencyId) -> Option<&Trusted> {
        self.trust.get(agency).map(|trust| &trust.entry)
    }
}

impl Work<'_> {
    /// Puts another list in the place of the one in force, for everything new at once.
    pub(crate) fn take_trust_list(
        &mut self,
        text: String,
        list: &TrustList,
        actor: &Actor,
    ) -> Result<Vec<Change>, StoreError> {
        let changes = self.directory.trust_list().changes(list);
        for change in &changes {
            let id = match change {
                Change::Added(entry) | Change::Changed(_, entry) | Change::Removed(entry) => {
                    Digest(entry.id.0)
                }
                Change::Followed(follow) | Change::Unfollowed(follow) => Digest(follow.id.0),
            };
            let act = match change {
                Change::Added(entry) | Change::Changed(_, entry) => {
                    let since = self.directory.trust.get(&entry.id).map_or(self.now, |t| t.since);
                    let trust = Trust { entry: entry.clone(), since };
                    self.txn.put_own(keyspace::trust(&entry.id), &trust);
                    self.directory.trust.insert(entry.id, trust);
                    self.directory.former.remove(&entry.id);
                    self.touched.insert(entry.id);
                    self.inquiries.met(entry.id);
                    self.ask_if_restored(entry.id).map_err(StoreError::from)?;
                    Act::Trusted
                }
                Change::Removed(entry) => {
                    self.txn.remove(keyspace::trust(&entry.id));
                    self.directory.trust.remove(&entry.id);
                    self.drop_account(entry.id)?;
                    if self.has_business(&entry.id)? {
                        self.directory.former.insert(entry.id);
                    }
                    Act::Untrusted
                }
                Change::Followed(follow) => {
                    self.follow(follow)?;
                    Act::Trusted
                }
                Change::Unfollowed(follow) => {
                    self.directory.networks.remove(&follow.id);
                    Act::Untrusted
                }
            };
            self.txn.audit(self.now, act, id, Some(actor), None, self.rng);
        }
        if !changes.is_empty() {
            self.peers_changed = true;
            // Others may know a card that has not come, or a network that is new here.
            let all: Vec<AgencyId> = self.directory.trust.keys().copied().collect();
            all.into_iter().for_each(|agency| self.inquiries.about_others(agency));
        }
        self.txn.put_own(keyspace::TRUST_FILE.to_vec(), &text);
        if self.directory.trust_file.as_ref() == Some(&self.directory.trust_text) {
            // It is written before the answer goes; should that fail, we are told.
            self.directory.trust_file = Some(text.clone());
        }
        self.directory.trust_text = text;
        self.trust_changed = true;
        Ok(changes)
    }

    /// Notes how the file reads. Once it says what is in force, that is kept: a file that still
    /// says so after the list was changed was not edited, only not written.
    pub(crate) fn trust_file_reads(&mut self, text: String) {
        let digest = Digest::of(text.as_bytes());
        if text == self.directory.trust_text && self.directory.trust_seen != Some(digest) {
            self.txn.put_own(keyspace::TRUST_SEEN.to_vec(), &digest);
            self.directory.trust_seen = Some(digest);
        }
        self.directory.trust_file = Some(text);
    }

    /// Whether there is a referral with an agency whose content is left at one of the two, or
    /// word for it of an end.
    fn has_business(&mut self, agency: &AgencyId) -> Result<bool, StoreError> {
        let (from, to) = keyspace::business_with(agency);
        if !self.txn.range(&from, &to, 1)?.is_empty() {
            return Ok(true);
        }
        let (from, to) = keyspace::queue_of(agency);
        for (key, _) in self.txn.range(&from, &to, QUEUE_MAX)? {
            let at = Serial::of_key(&key).ok_or(StoreError::Damaged("a place in a queue"))?;
            let (_, message) = self.queued(agency, at)?;
            if self.is_to_end(&message)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Open referrals with an agency.
    pub(crate) fn open_with(&mut self, agency: &AgencyId) -> Result<Vec<ReferralId>, StoreError> {
        let (from, to) = keyspace::business_with(agency);
        let all = self.txn.range(&from, &to, OPEN_MAX)?;
        let open = all.into_iter().filter(|(_, state)| state.first() == Some(&OPEN));
        Ok(open.filter_map(|(key, _)| ReferralId::from_slice(key.last_chunk::<16>()?)).collect())
    }

    /// Keeps what there is between us and the other agency of a referral.
    pub(crate) fn note_business(&mut self, record: &ReferralRecord) {
        if record.on_paper {
            return;
        }
        let with = record.counterpart();
        let key = keyspace::business(&with, &record.referral.id);
        if record.is_open() {
            self.txn.put_bytes(key, ihala_store::NODE_SLOT, vec![OPEN]);
        } else if record.has_content_somewhere() {
            self.txn.put_bytes(key, ihala_store::NODE_SLOT, vec![CLOSED]);
        } else {
            self.txn.remove(key);
        }
    }

    /// Forgets agencies that are no longer on the list and with which nothing is left to end.
    pub(crate) fn part_with_former(&mut self) -> Result<(), StoreError> {
        for agency in self.directory.former.clone() {
            if !self.has_business(&agency)? {
                self.directory.former.remove(&agency);
                self.peers_changed = true;
            }
        }
        Ok(())
    }

    /// Whether a message of an agency is heard (TRU-02): of one that is no longer on the list
    /// only what ends what was between us.
    pub(crate) fn check_trust(&mut self, message: &SignedMessage) -> Result<(), Trouble> {
        let sender = message.body().sender;
        let Err(refusal) = self.directory.check_heard(&sender) else { return Ok(()) };
        if self.directory.may_connect(&sender) && self.is_to_end(message)? {
            Ok(())
        } else {
            Err(refusal.into())
        }
    }

    /// Whether a message ends what was between two agencies, or stands before one that does:
    /// in a referral that is withdrawn, steps go without their content.
    pub(crate) fn is_to_end(&mut self, message: &SignedMessage) -> Result<bool, StoreError> {
        if is_farewell(message) {
            return Ok(true);
        }
        let Some(link) = &message.body().link else { return Ok(false) };
        let record: Option<ReferralRecord> = self.txn.get(&keyspace::referral(&link.referral))?;
        Ok(record.is_some_and(|record| record.is_withdrawn()))
    }

    /// Whether the list lets requests of a case type go between us and an agency (TRU-05).
    pub(crate) fn check_trust_scope(
        &self,
        agency: &AgencyId,
        case_type: u16,
        way: Way,
    ) -> Result<(), Trouble> {
        // One that is not on the list is stopped elsewhere.
        let Some(entry) = self.directory.trust_in(agency) else { return Ok(()) };
        let goes = match way {
            Way::Out => entry.send,
            Way::In => entry.receive,
        };
        if goes && entry.covers(case_type) { Ok(()) } else { Err(TRUST_SCOPE.refuse().into()) }
    }
}

/// In which direction a request goes.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    Out,
    In,
}

const OPEN: u8 = 1;
const CLOSED: u8 = 0;

/// Whether a message ends what was between two agencies: orders to stop or erase, and their
/// answers; and word of a new card, or of a restore, without which those could not be read.
pub(crate) fn is_farewell(message: &SignedMessage) -> bool {
    let body = message.body();
    if is_of_recovery(body.kind) {
        return true;
    }
    let step = body.link.as_ref().and_then(|link| EventKind::by_code(link.step));
    matches!(
        step,
        Some(
            EventKind::Stopped
                | EventKind::ErasureOrdered
                | EventKind::Erased
                | EventKind::Retained
                | EventKind::OnwardErasure
        )
    )
}
