//! Receivers without a node: ministries, hospitals, bar associations. The same consent,
//! protocol, clocks and outcomes; what they answer is reported, never signed.

use ihala_envelope::{AgencyId, Digest, Personal};
use ihala_protocol::codes::CONTACT_METHOD;
use ihala_protocol::date;
use ihala_protocol::limits::LINE_MAX;
use ihala_protocol::referral::Report;
use ihala_protocol::rules::ISP_NOT_PARTY;
use ihala_protocol::text::is_name;

use crate::audit::Act;
use crate::engine::{Outcome, Work};
use crate::io::{Actor, Answer, Failure, Reported};
use crate::keyspace;
use crate::records;
use crate::records::ReferralRecord;
use crate::views::{PaperReceiver, PaperReceivers};
use crate::words::say;

/// Longest name of a receiver, in characters.
const NAME_MAX: usize = 60;

const HOUR: u64 = 3_600;

impl Work<'_> {
    pub(super) fn paper_add(&mut self, name: &str, phone: &str, actor: &Actor) -> Outcome {
        let (name, phone) = (name.trim(), phone.trim());
        if !is_name(name, NAME_MAX) || !is_name(phone, LINE_MAX) {
            return Err(Failure::invalid(say("paper-name").with("max", NAME_MAX)).into());
        }
        if self.directory.resolve(name).is_ok() {
            return Err(Failure::invalid(say("paper-name-taken")).into());
        }
        // Its id is of our own making, and known to nobody else.
        let mut random = [0; 32];
        self.rng.fill_bytes(&mut random);
        let id = AgencyId(Digest::of_parts(&[b"ihala/1 paper", &random]).0);
        let receiver = records::PaperReceiver {
            name: name.to_owned(),
            phone: phone.to_owned(),
            since: self.now,
        };
        self.txn.put_own(keyspace::paper(&id), &receiver);
        self.txn.audit(self.now, Act::Trusted, Digest(id.0), Some(actor), None, self.rng);
        self.directory.paper.insert(id, receiver);
        Ok(self.paper_list())
    }

    pub(super) fn paper_list(&self) -> Answer {
        let view = |(id, paper): (&AgencyId, &records::PaperReceiver)| PaperReceiver {
            agency: self.directory.name(id),
            phone: paper.phone.clone(),
        };
        Answer::PaperReceivers(PaperReceivers {
            receivers: self.directory.paper.iter().map(view).collect(),
        })
    }

    pub(super) fn paper_sign(
        &mut self,
        isp: &str,
        party: &str,
        paper: &str,
        actor: &Actor,
    ) -> Outcome {
        let signed = self.directory.resolve_isp(isp)?.clone();
        let agency = self.directory.resolve(party)?;
        if !signed.isp().has_party(&agency) {
            return Err(ISP_NOT_PARTY.refuse_about(self.directory.name(&agency).name).into());
        }
        if !self.directory.is_on_paper(&agency) {
            return Err(Failure::invalid(say("paper-has-node")).into());
        }
        let paper = paper.trim();
        if !is_name(paper, LINE_MAX) {
            return Err(Failure::invalid(say("paper-say-who")).into());
        }
        let digest = signed.digest();
        self.txn.put_own(keyspace::paper_signed(&digest, &agency), &paper.to_owned());
        self.txn.audit(self.now, Act::IspSigned, digest, Some(actor), None, self.rng);
        let entry = self.directory.paper_signed.entry(digest).or_default();
        entry.insert(agency, paper.to_owned());
        self.note_signatures(digest);
        let id = digest.to_string();
        self.isp_show(&id)
    }

    /// Who told us of a step, and how.
    pub(super) fn report(
        &self,
        reported: &Reported,
        record: &ReferralRecord,
    ) -> Result<Report, Failure> {
        let how = CONTACT_METHOD.by_name(reported.how.trim()).ok_or_else(|| {
            Failure::invalid(say("report-how").with("names", CONTACT_METHOD.names()))
        })?;
        let at = match &reported.at {
            None => self.now,
            Some(text) => date::parse(text).ok_or_else(|| Failure::invalid(say("report-when")))?,
        };
        if at.plus(HOUR) < record.created || at > self.now.plus(HOUR) {
            return Err(Failure::invalid(say("report-when-impossible")));
        }
        let said_by = reported.said_by.trim();
        if !is_name(said_by, LINE_MAX) {
            return Err(Failure::invalid(say("report-said-by")));
        }
        Ok(Report { said_by: Personal::new(said_by.to_owned()), how: how.id, at })
    }
}
