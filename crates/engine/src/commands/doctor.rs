//! `ihala doctor`: why an agency cannot be reached, and what to do next.

use ihala_envelope::rule::OTHER_CARD;
use ihala_envelope::{AgencyId, Timestamp};
use ihala_protocol::labels::Sentence;
use ihala_protocol::referral::Role;
use ihala_protocol::rules::{
    CARD_FORK, CARD_SUPERSEDED, DEL_FUTURE, DEL_REPLY, NO_RECEIVE_KEY, NOT_MEMBER, NOT_TRUSTED,
    RECOVERING, ROSTER_EXPIRED, STATEMENT_OLDER, TRUST_SCOPE,
};
use ihala_protocol::{date, labels};
use ihala_store::StoreError;

use crate::contacts::LinkTrouble;
use crate::engine::{Outcome, Trouble, Work};
use crate::epochs;
use crate::io::{Actor, Answer, Failure};
use crate::keyspace;
use crate::records::ReferralRecord;
use crate::views::{Diagnosis, Doctor, Finding};
use crate::words::say;

/// Open referrals with one agency that are looked at.
const OPEN_MAX: usize = 200;

impl Work<'_> {
    pub(super) fn doctor(&mut self, agency: Option<&str>) -> Outcome {
        let whole = agency.is_none();
        let mut diagnoses = Vec::new();
        for id in self.examined(agency)? {
            let findings = self.findings(&id)?;
            let waits = self.outbox.is_under_way(&id) || self.inquiries.awaits(&id);
            diagnoses.push(Diagnosis { agency: self.directory.name(&id), findings, waits });
        }
        let mut node = self.own_findings()?;
        if whole {
            node.extend(self.home_findings());
        }
        Ok(Answer::Doctor(Doctor { node, agencies: diagnoses }))
    }

    /// Whom a person asks about.
    fn examined(&self, agency: Option<&str>) -> Result<Vec<AgencyId>, Failure> {
        Ok(match agency {
            Some(text) => vec![self.anybody(text)?],
            None => self.directory.trust.keys().copied().collect(),
        })
    }

    /// What was seen last may be over, and what nobody has tried is not known: what waits goes
    /// again, and where nothing does, a checkpoint goes.
    pub(super) fn examine(&mut self, agency: Option<&str>, actor: &Actor) -> Outcome {
        for id in self.examined(agency)? {
            let known = self.directory.is_trusted(&id) && self.directory.profile(&id).is_some();
            if !known || !self.contacts.may_examine(id, self.now) {
                continue;
            }
            if self.queued_for(&id)? > 0 {
                self.outbox.peer_up(id);
                self.touched.insert(id);
            } else if !self.directory.superseded && !self.directory.is_behind(&id) {
                self.send_checkpoint(id, Some(actor))?;
            }
        }
        self.doctor(agency)
    }

    /// An agency that a person means, also one that is known here and not on the trust list.
    fn anybody(&self, text: &str) -> Result<AgencyId, Failure> {
        let trusted = self.directory.resolve(text);
        trusted.or_else(|unknown| {
            let text = text.trim().to_lowercase();
            let is = |id: &&AgencyId| text.len() >= 4 && id.to_string().starts_with(&text);
            let known = self.directory.agencies.keys().find(is).copied();
            let named = || {
                let members = self.directory.networks.values().filter_map(|f| f.network.as_ref());
                let mut members =
                    members.filter_map(|n| n.roster()).flat_map(|r| &r.document().members);
                let found = members.find(|m| is(&&m.agency) || m.name.to_lowercase() == text);
                found.map(|member| member.agency)
            };
            known.or_else(named).ok_or(unknown)
        })
    }

    fn finding(&self, code: &'static str, said: &Sentence) -> Finding {
        let (what, next) = said.clone().told(self.language);
        Finding { finding: code, what, next }
    }

    /// Everything that stands between us and an agency, the gravest first.
    fn findings(&mut self, id: &AgencyId) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        if self.directory.superseded {
            // Whatever else there is: this node reaches nobody any more.
            return Ok(vec![self.finding("revoked", &say("doctor-we-are-replaced"))]);
        }
        if !self.directory.is_trusted(id) {
            return Ok(vec![self.finding("unknown", &say("doctor-unknown"))]);
        }
        let Some(profile) = self.directory.profile(id).cloned() else {
            return Ok(vec![self.finding("unknown", &say("doctor-no-card"))]);
        };
        if !self.directory.is_undisputed(id) {
            found.push(self.finding("wrong-key", &say("doctor-disputed")));
        }
        if let Err(refused) = self.directory.check_membership(id, self.now) {
            let network = refused.subject.clone().unwrap_or_default();
            let (code, key) = match refused.rule.id {
                id if id == ROSTER_EXPIRED.id => ("expired", "doctor-roster-ended"),
                _ => ("suspended", "doctor-suspended"),
            };
            found.push(self.finding(code, &say(key).with("network", network)));
        }
        self.link_findings(id, &profile, &mut found);
        if self.directory.is_behind(id) {
            found.push(self.finding("recovering", &say("doctor-behind")));
        }
        self.rule_findings(id, &mut found);
        let told = found.iter().any(|f| f.finding == "clock-skew");
        if let Some(ahead) = self.contacts.skew_of(id).filter(|_| !told) {
            let minutes = ahead.unsigned_abs() / 60;
            let key = if ahead > 0 { "doctor-skew-ahead" } else { "doctor-skew-behind" };
            let told = say(key).with("minutes", minutes).with("time", date::show(self.now));
            found.push(self.finding("clock-skew", &told));
        }
        let keys = &profile.statement().keys;
        if keys.iter().all(|key| key.not_before > self.now) {
            let told = say("doctor-keys-early").with("time", date::show(self.now));
            found.push(self.finding("clock-skew", &told));
        } else if profile.statement().receive_key(self.now).is_err() {
            let last = profile.statement().keys.iter().map(|k| k.not_after).max();
            let day = date::show_day(last.unwrap_or(Timestamp(0)));
            found.push(self.finding("expired", &say("doctor-keys-ended").with("day", day)));
        }
        if self.directory.trust_in(id).is_some_and(|entry| !entry.send) {
            found.push(self.finding("trust-list", &say("doctor-own-list")));
        }
        let mut isps = self.directory.isps.values();
        let in_force = |isp: &&ihala_protocol::SignedIsp| {
            self.directory.check_in_use(isp, id, self.now, false).is_ok()
                && isp.isp().check_dates(self.now, 0).is_ok()
        };
        if !isps.any(|isp| in_force(&isp)) {
            let signed = self.directory.isps.values().any(|i| self.directory.is_signed_with(i, id));
            let key = if signed { "doctor-isp-ended" } else { "doctor-no-isp" };
            found.push(self.finding("no-isp", &say(key)));
        }
        self.consent_findings(id, &mut found)?;
        let queued = self.queued_for(id)?;
        if found.is_empty() {
            let told = match queued {
                0 => say("doctor-fine"),
                count => say("doctor-under-way").with("count", count),
            };
            found.push(self.finding("fine", &told));
        } else if queued > 0 {
            found.push(self.finding("queued", &say("doctor-queued").with("count", queued)));
        }
        Ok(found)
    }

    /// What the network says.
    fn link_findings(
        &self,
        id: &AgencyId,
        profile: &ihala_protocol::Profile,
        found: &mut Vec<Finding>,
    ) {
        let nodes = &profile.statement().peers;
        let trouble = nodes.iter().find_map(|node| self.contacts.trouble_of(node));
        let connected = nodes.iter().any(|node| self.connected.contains(node));
        let mut addresses = profile.statement().addresses.clone();
        addresses.extend(self.directory.trust_in(id).into_iter().flat_map(|e| e.addresses.clone()));
        let addresses = addresses.join(", ");
        let (code, key) = match (connected, trouble) {
            (true, Some(LinkTrouble::OtherVersion)) => ("version", "doctor-version"),
            (true, _) => return,
            (false, Some(LinkTrouble::WrongNode)) => ("wrong-key", "doctor-wrong-node"),
            (false, Some(LinkTrouble::TurnedAway)) => ("blocked", "doctor-turned-away"),
            (false, _) if addresses.is_empty() => ("unreachable", "doctor-no-address"),
            (false, _) => ("unreachable", "doctor-unreachable"),
        };
        found.push(self.finding(code, &say(key).with("addresses", addresses)));
    }

    /// What the last answers say, theirs to us and ours to them.
    fn rule_findings(&self, id: &AgencyId, found: &mut Vec<Finding>) {
        // What stops a message here is told above, and is not of the other's making.
        let ours = |rule: &&str| {
            (*rule == CARD_FORK.id && !self.directory.is_undisputed(id))
                || (*rule == RECOVERING.id && self.directory.is_behind(id))
                || (*rule == NOT_MEMBER.id && self.directory.check_member(id).is_err())
                || [ROSTER_EXPIRED.id, TRUST_SCOPE.id, NO_RECEIVE_KEY.id].contains(rule)
        };
        if let Some(rule) = self.outbox.problem(id).filter(|rule| !ours(rule)) {
            let (code, key) = match rule {
                r if r == CARD_SUPERSEDED.id => ("revoked", "doctor-we-are-replaced"),
                r if r == RECOVERING.id => ("recovering", "doctor-recovering-there"),
                r if r == CARD_FORK.id => ("wrong-key", "doctor-disputed-there"),
                r if r == STATEMENT_OLDER.id => ("revoked", "doctor-old-card"),
                r if r == NOT_MEMBER.id => ("suspended", "doctor-suspended-there"),
                r if r == OTHER_CARD.id => ("blocked", "doctor-unknown-there"),
                r if r == NOT_TRUSTED.id => ("blocked", "doctor-not-trusted-there"),
                r if r == DEL_FUTURE.id => ("clock-skew", "doctor-we-are-ahead"),
                r if r == DEL_REPLY.id => ("wrong-key", "doctor-no-reply"),
                _ => ("refused", "doctor-refused"),
            };
            let known = found.iter().any(|f| f.finding == code);
            if !known {
                let sentence = labels::rule(rule, self.language);
                let told = say(key).with("rule", rule).with("sentence", sentence);
                found.push(self.finding(code, &told));
            }
        }
        match self.contacts.refused_by(id) {
            Some(rule)
                if rule == CARD_SUPERSEDED.id && !found.iter().any(|f| f.finding == "revoked") =>
            {
                found.push(self.finding("revoked", &say("doctor-old-card")));
            }
            Some(rule) if rule == DEL_FUTURE.id => {
                let told = say("doctor-they-are-ahead").with("time", date::show(self.now));
                found.push(self.finding("clock-skew", &told));
            }
            _ => {}
        }
    }

    /// Open referrals whose consent does not hold now.
    fn consent_findings(
        &mut self,
        id: &AgencyId,
        found: &mut Vec<Finding>,
    ) -> Result<(), StoreError> {
        let mut lapsed = Vec::new();
        for referral in self.open_with(id)?.into_iter().take(OPEN_MAX) {
            let (_, record) = self.referral(&referral)?;
            // One that was lost with a disk has not lapsed, and nothing can be done about it.
            let known = keyspace::consent(&record.consent());
            let lost = record.own_consent && self.txn.get_bytes(&known)?.is_none();
            if !lost && !self.consent_holds(&record)? {
                lapsed.push(referral.short());
            }
        }
        if !lapsed.is_empty() {
            let ids = lapsed.join(self.language.comma());
            found.push(self.finding("consent-lapsed", &say("doctor-consent").with("ids", ids)));
        }
        Ok(())
    }

    fn consent_holds(&mut self, record: &ReferralRecord) -> Result<bool, StoreError> {
        let scope = match record.role {
            Role::Receiver => Some(record.scope.clone()),
            Role::Sender => match self.scope_now(record) {
                Ok(scope) => Some(scope),
                Err(Trouble::Stop(error)) => return Err(error),
                Err(Trouble::Failure(_)) => None,
            },
        };
        Ok(scope.is_some_and(|s| s.valid_from <= self.now && self.now <= s.valid_until))
    }

    /// What stands in the way of our own node.
    fn own_findings(&mut self) -> Result<Vec<Finding>, StoreError> {
        let mut found = Vec::new();
        let me = self.me();
        if self.txn.get_bytes(&keyspace::alarm(&me, CARD_FORK.id))?.is_some() {
            found.push(self.finding("wrong-key", &say("doctor-disputed-own")));
        }
        let mut replaced = self.directory.trust.keys();
        if self.directory.superseded
            || replaced.any(|id| self.outbox.problem(id) == Some(CARD_SUPERSEDED.id))
        {
            found.push(self.finding("revoked", &say("doctor-we-are-replaced")));
        }
        let file = self.directory.trust_file.as_ref();
        if file.is_some_and(|file| *file != self.directory.trust_text) {
            found.push(self.finding("trust-file", &say("trust-file-differs")));
        }
        let over = self.ring.all().iter().map(epochs::ends).filter(|end| *end <= self.now);
        let waiting = over.count();
        if waiting > 0 {
            let told = say("doctor-keys-kept").with("count", waiting);
            found.push(self.finding("clock-unconfirmed", &told));
        }
        Ok(found)
    }

    /// What keeps nobody from anything, and makes a lost disk worse than it need be.
    fn home_findings(&self) -> Vec<Finding> {
        let home = self.contacts.home;
        let mut found = Vec::new();
        if home.unprotected {
            found.push(self.finding("unprotected", &say("doctor-unprotected")));
        }
        if home.copies_on_write {
            found.push(self.finding("copies-on-write", &say("doctor-copies-on-write")));
        }
        found
    }
}
