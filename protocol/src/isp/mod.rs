//! Information-sharing protocols: who may send what to whom, executed on both sides.
//!
//! Written in TOML, compiled to canonical bytes, signed by every party
//! (`spec/isp.md`). The digest of the canonical bytes names the exact version.

mod author;
mod own;

use std::collections::BTreeMap;

use ihala_envelope::{
    AgencyId, Class, Digest, IdentityKey, IdentitySecret, Refusal, Timestamp, Unverified, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::armor;
use crate::deadline::{DEFAULT_LIMITS, LIMIT_MAX, Limits};
use crate::field_id::FieldId;
use crate::fields::{self, Sensitivity};
use crate::limits::{CLAUSES_MAX, ISP_MAX, LINE_MAX, OWN_CODED_MAX, OWN_MAX, PARTIES_MAX};
use crate::rules::{ISP_FORM, ISP_LAPSED, ISP_NOT_PARTY, ISP_SIGNATURE};
use crate::text::is_text;
use crate::toml_read::Mistakes;

pub use own::{OwnCode, OwnField, OwnKind, unknown_own};

/// First line of a protocol file.
pub const NAME: &str = "ihala-isp/1";

/// A party and what the others call it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Party {
    /// The agency.
    #[n(0)]
    pub agency: AgencyId,
    /// Its name in this protocol.
    #[n(1)]
    pub name: String,
}

/// One permission.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Clause {
    /// What people call the clause.
    #[n(1)]
    pub label: String,
    /// The sending party; any if absent.
    #[n(2)]
    pub from: Option<AgencyId>,
    /// The receiving party; any if absent.
    #[n(3)]
    pub to: Option<AgencyId>,
    /// Codes of `CASE_TYPE`, rising.
    #[n(4)]
    pub case_types: Vec<u16>,
    /// Ids of fields, rising.
    #[n(5)]
    pub fields: Vec<FieldId>,
    /// Whether these case types may skip the two stages.
    #[n(6)]
    pub single_stage: bool,
}

impl Clause {
    /// Whether the clause speaks about referrals of `case_type` from one to the other.
    pub fn covers(&self, from: &AgencyId, to: &AgencyId, case_type: u16) -> bool {
        self.from.is_none_or(|f| f == *from)
            && self.to.is_none_or(|t| t == *to)
            && self.case_types.contains(&case_type)
    }
}

/// An information-sharing protocol.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Isp {
    /// Its title.
    #[n(1)]
    pub title: String,
    /// From 1, one more with every amendment.
    #[n(2)]
    pub version: u32,
    /// Digest of the version before.
    #[n(3)]
    pub previous: Option<Digest>,
    /// The parties, by rising id.
    #[n(4)]
    pub parties: Vec<Party>,
    /// Codes of `PURPOSE`, rising.
    #[n(5)]
    pub purposes: Vec<u16>,
    /// The permissions. What no clause permits is withheld.
    #[n(6)]
    pub clauses: Vec<Clause>,
    /// First second in force.
    #[n(7)]
    pub valid_from: Timestamp,
    /// Last second in force.
    #[n(8)]
    pub valid_until: Timestamp,
    /// When the parties review it.
    #[n(9)]
    pub review: Timestamp,
    /// Days for which an earlier version's messages are still judged by it.
    #[n(10)]
    pub overlap_days: u32,
    /// Days after closing for which a receiver keeps what it was sent.
    #[n(11)]
    pub retention_days: u32,
    /// Whether a receiver may refer onward.
    #[n(12)]
    pub onward: bool,
    /// Hours for the four clocks of each urgency; the defaults if absent.
    #[n(13)]
    pub deadlines: Option<Limits>,
    /// Whom to phone at a party, by rising id.
    #[n(14)]
    pub phones: Vec<Phone>,
    /// The party that is told of what stays overdue.
    #[n(15)]
    pub focal_point: Option<AgencyId>,
    /// Fields that the parties have added, by rising name.
    #[n(16)]
    pub own: Option<Vec<OwnField>>,
}

/// A party's number for what cannot wait.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Phone {
    /// The party.
    #[n(0)]
    pub agency: AgencyId,
    /// Its number.
    #[n(1)]
    pub number: String,
}

impl Isp {
    /// Compiles a protocol from TOML.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        author::read(text)
    }

    /// The protocol in a file, whoever has signed it (ISP-01).
    pub fn from_file(text: &[u8]) -> Result<Self, Refusal> {
        let bytes = armor::decode(armor::ISP, text, &ISP_FORM)?;
        let (isp, _): (ByteVec, Vec<ByteVec>) =
            cbor::from_slice(&bytes).map_err(|_| ISP_FORM.refuse())?;
        Self::from_bytes(&isp)
    }

    /// The canonical bytes that the parties sign.
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::to_vec(self)
    }

    /// Decodes canonical bytes (ISP-01).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.len() > ISP_MAX {
            return Err(ISP_FORM.refuse());
        }
        let isp: Self = cbor::from_slice(bytes).map_err(|_| ISP_FORM.refuse())?;
        if isp.is_well_formed() { Ok(isp) } else { Err(ISP_FORM.refuse()) }
    }

    fn is_well_formed(&self) -> bool {
        fn rising<T: PartialOrd>(ids: &[T]) -> bool {
            !ids.is_empty() && ids.windows(2).all(|p| p[0] < p[1])
        }
        let line = |text: &str| is_text(text, LINE_MAX, false);
        let own: Vec<FieldId> = self.own().iter().map(OwnField::id).collect();
        let clause = |c: &Clause| {
            let is_there = |id: &FieldId| matches!(id, FieldId::Known(_)) || own.contains(id);
            let party = |p: Option<AgencyId>| p.is_none_or(|p| self.has_party(&p));
            line(&c.label)
                && rising(&c.case_types)
                && rising(&c.fields)
                && c.fields.iter().all(is_there)
                && party(c.from)
                && party(c.to)
        };
        line(&self.title)
            && self.version >= 1
            && self.previous.is_some() == (self.version > 1)
            && (2..=PARTIES_MAX).contains(&self.parties.len())
            && self.parties.windows(2).all(|p| p[0].agency < p[1].agency)
            && self.parties.iter().all(|p| line(&p.name))
            && rising(&self.purposes)
            && (1..=CLAUSES_MAX).contains(&self.clauses.len())
            && self.clauses.iter().all(clause)
            && self.valid_from < self.valid_until
            && self.valid_until <= Timestamp::MAX
            && self.phones.windows(2).all(|p| p[0].agency < p[1].agency)
            && self.phones.iter().all(|p| self.has_party(&p.agency) && line(&p.number))
            && self.focal_point.is_none_or(|agency| self.has_party(&agency))
            && self.own.as_deref().is_none_or(|own| self.are_own(own))
            && self.contradiction().is_none()
    }

    /// Whether own fields are whole, each with a name of its own, and clauses name no others.
    fn are_own(&self, own: &[OwnField]) -> bool {
        let coded = own.iter().filter(|field| field.sensitivity == Sensitivity::Coded);
        (1..=OWN_MAX).contains(&own.len())
            && coded.count() <= OWN_CODED_MAX
            && own.iter().all(OwnField::is_well_formed)
            && own.windows(2).all(|pair| pair[0].name < pair[1].name)
    }

    /// The fields that the parties have added.
    pub fn own(&self) -> &[OwnField] {
        self.own.as_deref().unwrap_or_default()
    }

    /// The own fields by id. An id is a digest over the definition: whoever asks for several
    /// makes this once.
    pub fn own_by_id(&self) -> BTreeMap<FieldId, &OwnField> {
        self.own().iter().map(|field| (field.id(), field)).collect()
    }

    /// The own field of an id.
    pub fn own_field(&self, id: FieldId) -> Option<&OwnField> {
        match id {
            FieldId::Known(_) => None,
            FieldId::Own(_) => self.own().iter().find(|field| field.id() == id),
        }
    }

    /// The path of a field, for people; of an own one that is not defined here the start of
    /// its digest.
    pub fn path(&self, id: FieldId) -> String {
        self.own_field(id).map_or_else(|| fields::path(id), OwnField::path)
    }

    /// What of the protocol contradicts itself: the place, and the key of the sentence that
    /// says why.
    pub(crate) fn contradiction(&self) -> Option<(String, &'static str)> {
        if self.review > self.valid_until {
            return Some(("review".into(), "mistake-isp-review"));
        }
        let rising = |row: &[u32; 4]| {
            row[0] >= 1 && row.windows(2).all(|p| p[0] <= p[1]) && row[3] <= LIMIT_MAX
        };
        if self.deadlines.as_ref().is_some_and(|rows| !rows.iter().all(rising)) {
            return Some(("deadlines".into(), "mistake-isp-deadlines"));
        }
        let overlap = |a: Option<AgencyId>, b: Option<AgencyId>| match (a, b) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        for (index, clause) in self.clauses.iter().enumerate() {
            if clause.from.is_some() && clause.from == clause.to {
                return Some((clause.label.clone(), "mistake-isp-to-itself"));
            }
            for other in &self.clauses[index + 1..] {
                let same = overlap(clause.from, other.from)
                    && overlap(clause.to, other.to)
                    && clause.case_types.iter().any(|c| other.case_types.contains(c));
                if same && clause.single_stage != other.single_stage {
                    return Some((other.label.clone(), "mistake-isp-stages"));
                }
                if clause.label == other.label {
                    return Some((other.label.clone(), "mistake-isp-label-twice"));
                }
            }
        }
        None
    }

    /// Hours for the four clocks of each urgency.
    pub fn limits(&self) -> &Limits {
        self.deadlines.as_ref().unwrap_or(&DEFAULT_LIMITS)
    }

    /// A party's number for what cannot wait.
    pub fn phone_of(&self, agency: &AgencyId) -> Option<&str> {
        self.phones.iter().find(|p| p.agency == *agency).map(|p| p.number.as_str())
    }

    /// Whether `agency` is a party.
    pub fn has_party(&self, agency: &AgencyId) -> bool {
        self.parties.iter().any(|p| p.agency == *agency)
    }

    /// The party's name in this protocol.
    pub fn name_of(&self, agency: &AgencyId) -> Option<&str> {
        self.parties.iter().find(|p| p.agency == *agency).map(|p| p.name.as_str())
    }

    /// Whether the protocol is in force by its dates, `skew` seconds granted before
    /// the first (ISP-06).
    pub fn check_dates(&self, now: Timestamp, skew: u64) -> Result<(), Refusal> {
        if self.valid_from <= now.plus(skew) && now <= self.valid_until {
            Ok(())
        } else {
            Err(ISP_LAPSED.refuse_about(self.title.clone()))
        }
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct SignatureBody {
    #[n(1)]
    isp: Digest,
    #[n(2)]
    agency: AgencyId,
    #[n(3)]
    card: Digest,
    #[n(4)]
    signed_at: Timestamp,
}

/// Who has signed which protocol, and under which of its cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The protocol.
    pub isp: Digest,
    /// The party.
    pub agency: AgencyId,
    /// Its card.
    pub card: Digest,
}

/// One party's signature, with the party's id read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct PartySignature {
    agency: AgencyId,
    card: Digest,
    sign1: Vec<u8>,
}

/// A protocol with the signatures collected so far.
///
/// A signature is verified when it is added or imported: whoever holds the
/// value knows that each of [`Self::signers`] signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIsp {
    isp: Isp,
    digest: Digest,
    signatures: BTreeMap<AgencyId, PartySignature>,
}

impl SignedIsp {
    /// A protocol that nobody has signed yet.
    pub fn new(isp: Isp) -> Self {
        Self { digest: Digest::of(&isp.to_bytes()), isp, signatures: BTreeMap::new() }
    }

    /// The protocol.
    pub const fn isp(&self) -> &Isp {
        &self.isp
    }

    /// Digest of the canonical bytes: the name of this version.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The parties that signed.
    pub fn signers(&self) -> impl Iterator<Item = &AgencyId> {
        self.signatures.keys()
    }

    /// The card under which a party has signed.
    pub fn card_of(&self, party: &AgencyId) -> Option<Digest> {
        self.signatures.get(party).map(|signature| signature.card)
    }

    /// Drops a party's signature: it was made under a card that is not the party's.
    pub fn forget(&mut self, party: &AgencyId) {
        self.signatures.remove(party);
    }

    /// Whether every party has signed.
    pub fn is_complete(&self) -> bool {
        self.isp.parties.iter().all(|p| self.signatures.contains_key(&p.agency))
    }

    /// Adds our own signature (ISP-03).
    pub fn sign(
        &mut self,
        agency: AgencyId,
        card: Digest,
        key: &IdentitySecret,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        if !self.isp.has_party(&agency) {
            return Err(ISP_NOT_PARTY.refuse());
        }
        let body = SignatureBody { isp: self.digest, agency, card, signed_at: now };
        let sign1 = key.sign(Class::IspSignature, cbor::to_vec(&body));
        self.signatures.insert(agency, PartySignature { agency, card, sign1 });
        Ok(())
    }

    /// Takes over the signatures of `other`, a copy of the same version.
    pub fn merge(&mut self, other: &Self) {
        debug_assert_eq!(self.digest, other.digest, "callers look up by digest");
        for (agency, signature) in &other.signatures {
            self.signatures.entry(*agency).or_insert_with(|| signature.clone());
        }
    }

    /// The content of a protocol file.
    pub fn to_file(&self) -> String {
        armor::encode(armor::ISP, &self.to_stored())
    }

    /// The bytes to keep.
    pub fn to_stored(&self) -> Vec<u8> {
        let signatures: Vec<ByteVec> =
            self.signatures.values().map(|s| s.sign1.clone().into()).collect();
        cbor::to_vec(&(ByteVec::from(self.isp.to_bytes()), signatures))
    }

    /// Reads a protocol file; `key_of` finds the identity key for a party and card, if a
    /// signature under it counts.
    ///
    /// # Errors
    /// `ISP-01` for another form, `ISP-02` if a signature does not verify or its
    /// party's card is not known here, `ISP-03` for a signature of a stranger.
    pub fn from_file(
        text: &[u8],
        key_of: impl Fn(&Signer) -> Option<IdentityKey>,
    ) -> Result<Self, Refusal> {
        Self::from_stored(&armor::decode(armor::ISP, text, &ISP_FORM)?, key_of)
    }

    /// Reads bytes written by [`Self::to_stored`], verifying every signature.
    pub fn from_stored(
        bytes: &[u8],
        key_of: impl Fn(&Signer) -> Option<IdentityKey>,
    ) -> Result<Self, Refusal> {
        let (isp, signatures): (ByteVec, Vec<ByteVec>) =
            cbor::from_slice(bytes).map_err(|_| ISP_FORM.refuse())?;
        let mut signed = Self::new(Isp::from_bytes(&isp)?);
        for sign1 in signatures {
            signed.add(Vec::from(sign1), &key_of)?;
        }
        Ok(signed)
    }

    /// Reads what a party sent, keeping the signatures that can be verified with the
    /// cards known here; the sender's own must be one of them (ISP-01 to ISP-03).
    pub fn from_offer(
        bytes: &[u8],
        sender: &AgencyId,
        key_of: impl Fn(&Signer) -> Option<IdentityKey>,
    ) -> Result<Self, Refusal> {
        let (isp, signatures): (ByteVec, Vec<ByteVec>) =
            cbor::from_slice(bytes).map_err(|_| ISP_FORM.refuse())?;
        let mut signed = Self::new(Isp::from_bytes(&isp)?);
        if !signed.isp.has_party(sender) {
            return Err(ISP_NOT_PARTY.refuse());
        }
        if signatures.len() > PARTIES_MAX {
            return Err(ISP_FORM.refuse());
        }
        for sign1 in signatures {
            // A third party's card may not be known here: its signature comes from itself.
            let _ = signed.add(Vec::from(sign1), &key_of);
        }
        match signed.signatures.contains_key(sender) {
            true => Ok(signed),
            false => Err(ISP_SIGNATURE.refuse_about(sender.short())),
        }
    }

    fn add(
        &mut self,
        sign1: Vec<u8>,
        key_of: impl Fn(&Signer) -> Option<IdentityKey>,
    ) -> Result<(), Refusal> {
        let parsed = Unverified::parse(&sign1).ok_or(ISP_FORM.refuse())?;
        let body: SignatureBody =
            cbor::from_slice(parsed.unverified_payload()).map_err(|_| ISP_FORM.refuse())?;
        let refuse = || ISP_SIGNATURE.refuse_about(body.agency.short());
        if body.isp != self.digest {
            return Err(refuse());
        }
        if !self.isp.has_party(&body.agency) {
            return Err(ISP_NOT_PARTY.refuse_about(body.agency.short()));
        }
        let signer = Signer { isp: body.isp, agency: body.agency, card: body.card };
        let key = key_of(&signer).ok_or_else(refuse)?;
        parsed.verify(Class::IspSignature, &key).map_err(|_| refuse())?;
        let signature = PartySignature { agency: body.agency, card: body.card, sign1 };
        self.signatures.insert(body.agency, signature);
        Ok(())
    }
}
