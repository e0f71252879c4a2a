//! The trust list: one file that a system administrator can read aloud (`spec/identity.md`,
//! Trust list). It names agencies by id, never by a key.

mod edit;
mod read;

use ihala_envelope::{AgencyId, NetworkId};
use minicbor::{Decode, Encode};

pub use edit::{Change, NewText, added, followed, removed, unfollowed, updated};

use crate::codes::CASE_TYPE;
use crate::fingerprint;
use crate::labels::Language;
use crate::toml_read::Mistakes;

/// What the file says that it is.
pub const NAME: &str = "ihala-trust/1";
/// Longest petname, in characters.
pub const PETNAME_MAX: usize = 60;
/// Agencies on a list at most.
pub const AGENCIES_MAX: usize = 1_000;

/// An agency on the list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Trusted {
    /// The agency.
    #[n(1)]
    pub id: AgencyId,
    /// What we call it.
    #[n(2)]
    pub name: String,
    /// Whether people may be referred to it.
    #[n(3)]
    pub send: bool,
    /// Whether it may refer people to us.
    #[n(4)]
    pub receive: bool,
    /// The case types for which either goes, rising; none named means all.
    #[n(5)]
    pub case_types: Option<Vec<u16>>,
    /// Where else its node can be reached (multiaddr).
    #[n(6)]
    pub addresses: Vec<String>,
    /// Whether it may offer receive keys without post-quantum encryption although it had some
    /// with it.
    #[n(7)]
    pub thin: bool,
    /// For people.
    #[n(8)]
    pub notes: Option<String>,
}

impl Trusted {
    /// An agency that may send and receive everything that protocols permit.
    pub const fn new(id: AgencyId, name: String) -> Self {
        Self {
            id,
            name,
            send: true,
            receive: true,
            case_types: None,
            addresses: Vec::new(),
            thin: false,
            notes: None,
        }
    }

    /// Whether a case type is among those that go.
    pub fn covers(&self, case_type: u16) -> bool {
        self.case_types.as_ref().is_none_or(|types| types.contains(&case_type))
    }

    /// The names of the case types; nothing if all go.
    pub fn case_type_names(&self) -> Option<Vec<&'static str>> {
        let name = |id: &u16| CASE_TYPE.by_id(*id).map_or("?", |code| code.name);
        Some(self.case_types.as_ref()?.iter().map(name).collect())
    }
}

/// A network whose roster is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// The network.
    pub id: NetworkId,
    /// What we call it.
    pub name: String,
}

/// What a network's fingerprint is spelled as.
const NETWORK_LABEL: &str = "ihala/1 network";

/// The fingerprint of a network, to be compared by phone like an agency's.
pub fn network_fingerprint(id: &NetworkId) -> String {
    fingerprint::spell(NETWORK_LABEL, id.as_bytes())
}

/// The network of a fingerprint, or of an id in hexadecimal digits.
pub fn network_of(text: &str) -> Option<NetworkId> {
    let spelt = fingerprint::read_spelt(NETWORK_LABEL, text).map(NetworkId);
    spelt.or_else(|| NetworkId::from_hex(text.trim()).ok())
}

/// The trust list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustList {
    /// Agencies, in the order of the file.
    pub agencies: Vec<Trusted>,
    /// Networks whose rosters are followed.
    pub networks: Vec<Follow>,
}

impl TrustList {
    /// Reads the file.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        read::read(text)
    }

    /// An agency on it.
    pub fn get(&self, id: &AgencyId) -> Option<&Trusted> {
        self.agencies.iter().find(|agency| agency.id == *id)
    }

    /// What `newer` changes, in the order of its file, then what it leaves out.
    pub fn changes(&self, newer: &Self) -> Vec<Change> {
        let changed = newer.agencies.iter().filter_map(|agency| match self.get(&agency.id) {
            None => Some(Change::Added(agency.clone())),
            Some(old) if old == agency => None,
            Some(old) => Some(Change::Changed(old.clone(), agency.clone())),
        });
        let gone = self.agencies.iter().filter(|agency| newer.get(&agency.id).is_none());
        let agencies = changed.chain(gone.cloned().map(Change::Removed));
        let is_new = |follow: &&Follow| !self.networks.contains(follow);
        let is_old = |follow: &&Follow| !newer.networks.iter().any(|n| n.id == follow.id);
        let followed = newer.networks.iter().filter(is_new).cloned().map(Change::Followed);
        let unfollowed = self.networks.iter().filter(is_old).cloned().map(Change::Unfollowed);
        agencies.chain(followed).chain(unfollowed).collect()
    }
}

/// An empty list, with comments that say what can stand in it.
pub fn template(language: Language) -> String {
    let words = crate::labels::sentence("trust-file").with("name", NAME).text(language);
    let comment: String = words.lines().map(|line| format!("# {line}\n")).collect();
    format!("{}\ntrust = \"{NAME}\"\n", comment.replace("# \n", "#\n"))
}
