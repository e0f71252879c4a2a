//! What a withdrawal will do, told before it is done: to the caseworker, and to the person
//! in their language.

use ihala_envelope::{AgencyId, Timestamp};
use ihala_protocol::consent::ConsentId;
use ihala_protocol::date;
use ihala_protocol::labels::{self, Language};
use ihala_protocol::referral::{EventKind, Role};
use ihala_store::StoreError;

use crate::engine::Work;
use crate::keyspace;
use crate::orders::Order;
use crate::records::{ReferralRecord, Sent};
use crate::views::{self, Withdrawal};
use crate::words::{say, told};

/// A referral that a withdrawal concerns, with what its record alone does not say.
pub(super) struct Concerned {
    pub(super) record: ReferralRecord,
    /// Until when it is kept here on a legal basis.
    kept: Option<Timestamp>,
    /// The other agency may have it.
    left: bool,
    /// Something of it went on under a consent that another agency asked for (or, of what
    /// came to us, under one of our own): that one stands.
    elsewhere: bool,
}

/// A withdrawal as it was asked for.
pub(super) struct Asked<'a> {
    pub(super) consent: ConsentId,
    pub(super) order: Order,
    pub(super) from: Option<&'a AgencyId>,
    /// Whether the consent is held here.
    pub(super) own: bool,
    pub(super) done: bool,
}

impl Work<'_> {
    /// Looks up what the record of a referral does not say.
    pub(super) fn concern(&mut self, record: ReferralRecord) -> Result<Concerned, StoreError> {
        let mut concerned = Concerned {
            kept: None,
            left: record.role == Role::Receiver || record.on_paper,
            elsewhere: false,
            record,
        };
        let record = &concerned.record;
        match record.role {
            Role::Receiver if record.erased.is_none() => {
                concerned.kept = self.holding(record)?.map(|hold| hold.until);
                for child in record.children.clone() {
                    concerned.elsewhere |= self.referral(&child)?.1.own_consent;
                }
            }
            Role::Receiver => {}
            Role::Sender => {
                let (message, _) = self.event_at(&record.referral.id, Role::Sender, 1)?;
                let key = keyspace::sent(&record.counterpart(), self.directory.serial(&message)?);
                let sent: Option<Sent> = self.txn.get(&key)?;
                let left = sent.is_some_and(|s| s.left || s.settled.is_some());
                concerned.left |= left && !record.never_taken;
                let steps = (1..=record.referral.len(Role::Receiver))
                    .filter_map(|at| record.referral.step_at(Role::Receiver, at));
                let onward = steps.filter(|kind| *kind == EventKind::ReferredOnward).count();
                concerned.elsewhere = onward > record.onward.len();
            }
        }
        Ok(concerned)
    }

    /// What will happen, or has.
    pub(super) fn read_back(
        &self,
        asked: &Asked<'_>,
        all: &[Concerned],
        language: Language,
    ) -> Withdrawal {
        let erases = asked.order == Order::Erase;
        let mut here = Vec::new();
        match (asked.own, asked.from, asked.order) {
            (true, None, Order::Stop) => {
                here.push("here-stopped");
            }
            (true, None, Order::Erase) => {
                here.push("here-erased");
            }
            (true, Some(_), _) => here.push("here-not-named"),
            (false, ..) => {}
        }
        let received = || all.iter().filter(|c| c.record.role == Role::Receiver);
        if erases && received().any(|c| c.kept.is_some()) {
            here.push("here-kept");
        }
        if erases && received().any(|c| c.kept.is_none()) {
            here.push("here-received");
        }
        if erases && all.iter().any(|c| c.record.role == Role::Sender) {
            here.push("here-copies");
        }
        if received().any(|c| c.elsewhere) {
            here.push("here-own-consent");
        }
        here.push("here-own-files");
        let backups = self.backups_that_hold(erases);
        // To who never got it there is nothing to say.
        let reached = all.iter().filter(|c| !c.record.never_taken);
        Withdrawal {
            consent: asked.consent.to_string(),
            text: self.read_aloud(asked, all, language),
            done: asked.done,
            erase: erases,
            orders: reached.map(|c| self.order_to(c, asked.order)).collect(),
            here: here
                .into_iter()
                .map(|key| told(key, self.language))
                .chain(backups.map(|day| say("here-backups").with("day", day).text(self.language)))
                .collect(),
        }
    }

    /// The last day of our backups that may hold what is erased.
    fn backups_that_hold(&self, erases: bool) -> Option<String> {
        let until = self.txn.node.backups_until.filter(|until| erases && *until > self.now);
        until.map(date::show_day)
    }

    fn order_to(&self, concerned: &Concerned, order: Order) -> views::Order {
        let record = &concerned.record;
        views::Order {
            referral: record.referral.id.to_string(),
            agency: self.directory.name(&record.counterpart()),
            order: match (record.role, order) {
                (Role::Sender, Order::Erase) => "erase",
                _ => "stop",
            },
            further: self.further(record),
            remark: self
                .remark(concerned, order)
                .map_or(String::new(), |key| told(key, self.language)),
        }
    }

    /// Why an order does no more than that.
    fn remark(&self, concerned: &Concerned, order: Order) -> Option<&'static str> {
        let record = &concerned.record;
        Some(match (record.role, order) {
            _ if !concerned.left => "order-not-left",
            (_, Order::Stop) if record.on_paper => "order-phone",
            _ if record.on_paper => "order-phone-report",
            _ if !self.directory.is_trusted(&record.counterpart()) => "order-untrusted",
            (Role::Receiver, Order::Erase) => "order-upward",
            _ if concerned.elsewhere => "order-elsewhere",
            _ => return None,
        })
    }

    /// Agencies that have it from who has it from us, and have not destroyed it.
    fn further(&self, record: &ReferralRecord) -> Vec<views::AgencyName> {
        let have = record.onward.iter().filter(|o| !o.answer.is_some_and(|a| a.is_erased()));
        have.filter(|_| record.role == Role::Sender)
            .map(|o| self.directory.name(&o.agency))
            .collect()
    }

    fn read_aloud(&self, asked: &Asked<'_>, all: &[Concerned], language: Language) -> String {
        let phrase = |key: &str, fill: &[(&str, &str)]| labels::text(key, language, fill);
        let erases = asked.order == Order::Erase;
        let received = || all.iter().filter(|c| c.record.role == Role::Receiver);
        let sent = || all.iter().filter(|c| c.record.role == Role::Sender && c.left);
        let mut lines = Vec::new();
        if !erases {
            lines.push(phrase("withdraw_stop", &[]));
        }
        if erases && received().any(|c| c.kept.is_none()) {
            lines.push(phrase("withdraw_erase_here", &[]));
        }
        if let Some(until) = received().filter_map(|c| c.kept).max().filter(|_| erases) {
            lines.push(phrase("withdraw_kept", &[("day", &date::show_day(until))]));
        }
        if erases && sent().next().is_some() {
            lines.push(phrase("withdraw_erase", &[]));
        }
        for concerned in sent().chain(received()) {
            let record = &concerned.record;
            let key = match record.role {
                Role::Sender if erases => "withdraw_to_erase",
                _ => "withdraw_to_stop",
            };
            let agency = self.directory.name(&record.counterpart()).name;
            lines.push(phrase(key, &[("agency", &agency)]));
            for further in self.further(record) {
                // An id says nothing to anybody who hears it.
                lines.push(match further.id.starts_with(&further.name) {
                    true => phrase("withdraw_further_unknown", &[]),
                    false => phrase("withdraw_further", &[("agency", &further.name)]),
                });
            }
            if record.role == Role::Sender && concerned.elsewhere {
                lines.push(phrase("withdraw_elsewhere", &[("agency", &agency)]));
            }
        }
        if received().any(|c| c.elsewhere) {
            lines.push(phrase("withdraw_ours", &[]));
        }
        if !asked.own && received().next().is_some() {
            lines.push(phrase("withdraw_upward", &[]));
        }
        if erases && all.iter().any(|c| c.record.role == Role::Sender) {
            lines.push(phrase("withdraw_here", &[]));
        }
        if erases && sent().next().is_some() {
            lines.push(phrase("withdraw_may_keep", &[]));
        }
        if let Some(day) = self.backups_that_hold(erases) {
            lines.push(phrase("withdraw_backups", &[("day", &day)]));
        }
        lines.push(phrase("withdraw_own", &[]));
        lines.push(phrase("withdraw_sure", &[]));
        // Two referrals with one agency are one thing to the person.
        let mut said = Vec::new();
        for line in lines {
            if !said.contains(&line) {
                said.push(line);
            }
        }
        said.join("\n")
    }
}
