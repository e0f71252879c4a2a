//! Cards, trust list, networks, and what doctor finds.

use ihala_protocol::trust::{Follow, Trusted};
use serde::Serialize;

use super::{AgencyName, Problem, Time};

/// `ihala card show`.
#[derive(Clone, Debug, Serialize)]
pub struct Card {
    /// The agency.
    pub agency: AgencyName,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Number of its current card.
    pub card: u64,
    /// When its key statement was made.
    pub issued: Time,
    /// Where its node can be reached.
    pub addresses: Vec<String>,
    /// Its receive keys: suite and last day.
    pub keys: Vec<String>,
    /// The card file.
    pub file: String,
}

/// `ihala trust add`.
#[derive(Clone, Debug, Serialize)]
pub struct Agency {
    /// The agency.
    pub agency: AgencyName,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Since when it is trusted.
    pub since: Option<Time>,
    /// Messages to it that have no receipt yet.
    pub queued: usize,
    /// Number of its card; none if its card has not come yet.
    pub card: Option<u16>,
    /// Whether there are two histories of its cards.
    pub disputed: bool,
    /// What the trust list says of it; nothing if it is not on it.
    pub entry: Option<TrustEntry>,
    /// Ids of open referrals with it.
    pub open: Vec<String>,
}

/// What the trust list says of an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TrustEntry {
    /// What it is called.
    pub name: String,
    /// Whether people may be referred to it.
    pub send: bool,
    /// Whether it may refer people to us.
    pub receive: bool,
    /// Names of the case types for which either goes; nothing for all.
    pub case_types: Option<Vec<&'static str>>,
    /// Where else its node can be reached.
    pub addresses: Vec<String>,
    /// Whether it may do without post-quantum encryption.
    pub thin: bool,
    /// For people.
    pub notes: Option<String>,
}

impl From<&Trusted> for TrustEntry {
    fn from(entry: &Trusted) -> Self {
        Self {
            name: entry.name.clone(),
            send: entry.send,
            receive: entry.receive,
            case_types: entry.case_type_names(),
            addresses: entry.addresses.clone(),
            thin: entry.thin,
            notes: entry.notes.clone(),
        }
    }
}

/// `ihala trust list`.
#[derive(Clone, Debug, Serialize)]
pub struct Agencies {
    /// Every trusted agency.
    pub agencies: Vec<Agency>,
    /// The text of the list in force.
    pub file: String,
}

/// `ihala trust check` and `reload`.
#[derive(Clone, Debug, Serialize)]
pub struct TrustChanges {
    /// Whether they are in force.
    pub done: bool,
    /// Each of them.
    pub changes: Vec<TrustChange>,
}

/// One change of the trust list.
#[derive(Clone, Debug, Serialize)]
pub struct TrustChange {
    /// `added`, `changed` or `removed`.
    pub change: &'static str,
    /// The agency's id.
    pub agency: String,
    /// What it is called.
    pub name: String,
    /// Whether its card is known here.
    pub card_known: bool,
    /// What the list said of it.
    pub before: Option<TrustEntry>,
    /// What it says now.
    pub after: Option<TrustEntry>,
    /// Ids of open referrals that this touches.
    pub open: Vec<String>,
}

impl TrustChange {
    pub(crate) fn of_network(follow: &Follow, followed: bool) -> Self {
        Self {
            change: if followed { "followed" } else { "unfollowed" },
            agency: follow.id.to_string(),
            name: follow.name.clone(),
            card_known: true,
            before: None,
            after: None,
            open: Vec::new(),
        }
    }
}

/// `ihala doctor`.
#[derive(Clone, Debug, Serialize)]
pub struct Doctor {
    /// What stands in the way of our own node; nothing if all is well.
    pub node: Vec<Finding>,
    /// What stands between us and each agency.
    pub agencies: Vec<Diagnosis>,
}

/// What stands between us and an agency.
#[derive(Clone, Debug, Serialize)]
pub struct Diagnosis {
    /// The agency.
    pub agency: AgencyName,
    /// The gravest first; `fine` if nothing does.
    pub findings: Vec<Finding>,
    /// Whether an answer of the agency is under way.
    pub waits: bool,
}

/// One finding.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Its name, the same in every language.
    pub finding: &'static str,
    /// What it is.
    pub what: String,
    /// What to do next.
    pub next: String,
}

/// `ihala roster list`.
#[derive(Clone, Debug, Serialize)]
pub struct Networks {
    /// Every network that is followed.
    pub networks: Vec<RosterView>,
}

/// A network that is followed.
#[derive(Clone, Debug, Serialize)]
pub struct RosterView {
    /// Its id.
    pub id: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// What we call it.
    pub name: String,
    /// Version of its charter; nothing until one has come.
    pub charter: Option<u32>,
    /// Who holds the seats of its core group.
    pub seats: Vec<String>,
    /// How many of them must sign.
    pub threshold: Option<u8>,
    /// Last second of the charter.
    pub charter_until: Option<Time>,
    /// Version of its roster.
    pub roster: Option<u64>,
    /// Last second of the roster.
    pub until: Option<Time>,
    /// Whether it ended so long ago that nothing new goes by it.
    pub ended: bool,
    /// Its members.
    pub members: Vec<RosterMember>,
    /// What has changed, the newest first.
    pub changes: Vec<RosterChange>,
    /// Why a part of what was taken in was refused.
    pub problem: Option<Problem>,
}

/// A member of a network.
#[derive(Clone, Debug, Serialize)]
pub struct RosterMember {
    /// Its id.
    pub agency: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// What the network calls it.
    pub name: String,
    /// `active`, `suspended` or `withdrawn`.
    pub standing: &'static str,
    /// Since when.
    pub since: Time,
    /// Whether it is on our trust list.
    pub trusted: bool,
    /// Whether it is our own agency.
    pub ours: bool,
    /// Where it is stopped: the referrals with it that are open.
    pub open: Vec<String>,
}

/// A member that came, or stands in another way.
#[derive(Clone, Debug, Serialize)]
pub struct RosterChange {
    /// The roster's version.
    pub version: u64,
    /// When that came here.
    pub at: Time,
    /// The member's id.
    pub agency: String,
    /// What the network calls it.
    pub name: String,
    /// How it stood; nothing if it was not named.
    pub before: Option<&'static str>,
    /// How it stands.
    pub after: &'static str,
}
