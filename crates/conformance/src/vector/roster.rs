//! Charters and rosters (`spec/roster.md`).

use ihala_envelope::Timestamp;
use ihala_protocol::roster::{Bundle, Network};
use ihala_protocol::rules::{ROSTER_CHAIN, ROSTER_EXPIRED};
use serde::{Deserialize, Serialize};

use super::{Hex, VectorError, same};

/// The content of a roster file, as somebody takes it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RosterFile {
    /// `roster-file`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The bytes of a file that was accepted before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Hex>,
    /// The file's bytes, without their armour.
    pub file: Hex,
    /// When a new request is to go to an active member, in seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<u64>,
    /// What is in use afterwards, also after a refusal; nothing if nothing is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_use: Option<InUse>,
}

/// What is in use of a network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InUse {
    /// The network id.
    pub network: Hex,
    /// Version of the charter.
    pub charter: u32,
    /// Version of the roster, if there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roster: Option<u64>,
    /// Its members and how they stand: 1 active, 2 suspended, 3 withdrawn.
    pub members: Vec<(Hex, u8)>,
}

impl RosterFile {
    /// What comes of a file: the rule that refuses, if one does, and what is in use then.
    ///
    /// # Errors
    /// If what is known is not accepted itself.
    pub fn take(
        known: Option<&Hex>,
        file: &Hex,
        at: Option<u64>,
    ) -> Result<(String, Option<InUse>), VectorError> {
        let read = |bytes: &Hex| Bundle::from_bytes(&bytes.0);
        let bad = |refusal| super::document::bad_setting(&refusal);
        let mut network = match known {
            Some(known) => Some(read(known).and_then(Bundle::verify).map_err(bad)?),
            None => None,
        };
        let taken = read(file).and_then(|bundle| {
            let id = network.as_ref().map(Network::id).or_else(|| bundle.network());
            let id = id.ok_or_else(|| ROSTER_CHAIN.refuse())?;
            bundle.onto(id, &mut network).map(drop)
        });
        let ended = |network: &Network| at.is_some_and(|at| !network.lets_go(Timestamp(at)));
        let rule = match taken {
            Err(refusal) => refusal.rule.id,
            Ok(()) if network.as_ref().is_some_and(ended) => ROSTER_EXPIRED.id,
            Ok(()) => super::ACCEPT,
        };
        Ok((rule.to_owned(), network.as_ref().map(InUse::of)))
    }

    pub(super) fn check(&self) -> Result<(), VectorError> {
        let (rule, in_use) = Self::take(self.known.as_ref(), &self.file, self.at)?;
        same("outcome", &self.expect, &rule)?;
        same("in use", &self.in_use, &in_use)
    }
}

impl InUse {
    fn of(network: &Network) -> Self {
        let roster = network.roster().map(|roster| roster.document());
        let members = roster.into_iter().flat_map(|roster| &roster.members);
        Self {
            network: network.id().0.into(),
            charter: network.charter().document().version,
            roster: roster.map(|roster| roster.version),
            members: members.map(|m| (m.agency.0.into(), m.standing as u8)).collect(),
        }
    }
}
