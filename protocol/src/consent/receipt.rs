//! A consent receipt: what the person agreed to, signed by the agency that holds the
//! consent, so that anyone can check it without a node (`spec/consent.md`, Receipt).

use ihala_envelope::{
    AgencyId, Class, Digest, IdentitySecret, Refusal, Timestamp, Unverified, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use super::{ConsentId, State};
use crate::armor;
use crate::field_id::FieldId;
use crate::fields;
use crate::isp::OwnField;
use crate::labels::{self, Language};
use crate::limits::{RECIPIENTS_MAX, SCOPE_ITEMS_MAX};
use crate::rules::RECEIPT;
use crate::statement::Profile;
use crate::text::is_name;

/// What a receipt says. It does not say whose consent it is: that stands in the record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct ConsentReceipt {
    /// The agency that holds the consent.
    #[n(1)]
    pub agency: AgencyId,
    /// Digest of its card.
    #[n(2)]
    pub card: Digest,
    /// The consent.
    #[n(3)]
    pub consent: ConsentId,
    /// Where it stood when the receipt was made.
    #[n(4)]
    pub state: State,
    /// When the receipt was made.
    #[n(5)]
    pub made: Timestamp,
    /// First second in which the consent holds.
    #[n(6)]
    pub valid_from: Timestamp,
    /// Last second in which it holds.
    #[n(7)]
    pub valid_until: Timestamp,
    /// The language in which the text was read.
    #[n(8)]
    pub language: String,
    /// Codes of `PURPOSE`.
    #[n(9)]
    pub purposes: Vec<u16>,
    /// Whether recipients may refer the person onward.
    #[n(10)]
    pub onward: bool,
    /// Each recipient by name, and the ids of its fields.
    #[n(11)]
    pub recipients: Vec<(String, Vec<FieldId>)>,
    /// Code of `LEGAL_BASIS`.
    #[n(12)]
    pub basis: u16,
    /// The definitions of the own fields among them, by rising id: without these nobody
    /// outside could tell what was agreed to.
    #[n(13)]
    pub own: Option<Vec<OwnField>>,
}

impl ConsentReceipt {
    /// Whether these are definitions of own fields that it names.
    fn defines(&self, own: &[OwnField]) -> bool {
        let named = |id| self.recipients.iter().any(|(_, fields)| fields.contains(&id));
        (1..=SCOPE_ITEMS_MAX).contains(&own.len())
            && own.windows(2).all(|pair| pair[0].id() < pair[1].id())
            && own.iter().all(|field| field.is_well_formed() && named(field.id()))
    }

    /// What a field of it is called.
    pub fn label(&self, id: FieldId, language: Language) -> String {
        let own = || self.own.iter().flatten().find(|field| field.id() == id);
        match fields::by_id(id) {
            Some(field) => labels::field(field.path, language),
            None => own().map_or_else(|| fields::path(id), |own| own.label(language).to_owned()),
        }
    }

    /// Signs it; the content of a receipt file, with the agency's card.
    pub fn to_file(&self, profile: &Profile, key: &IdentitySecret) -> String {
        let sign1 = key.sign(Class::ConsentReceipt, cbor::to_vec(self));
        let parts = (ByteVec::from(cbor::to_vec(profile)), ByteVec::from(sign1));
        armor::encode(armor::CONSENT_RECEIPT, &cbor::to_vec(&parts))
    }

    /// Reads a receipt file and verifies its signature with the card in it; whose
    /// fingerprint that is, people compare (CON-07).
    pub fn from_file(text: &[u8]) -> Result<(Self, Profile), Refusal> {
        let bytes = armor::decode(armor::CONSENT_RECEIPT, text, &RECEIPT)?;
        let refuse = || RECEIPT.refuse();
        let (profile, sign1): (ByteVec, ByteVec) =
            cbor::from_slice(&bytes).map_err(|_| refuse())?;
        let profile: Profile = cbor::from_slice(&profile).map_err(|_| refuse())?;
        let parsed = Unverified::parse(&sign1).ok_or_else(refuse)?;
        let receipt: Self = cbor::from_slice(parsed.unverified_payload()).map_err(|_| refuse())?;
        let key = profile.cards().key_under(&receipt.card).ok_or_else(refuse)?;
        parsed.verify(Class::ConsentReceipt, key).map_err(|_| refuse())?;
        let fits = receipt.agency == profile.id()
            && receipt.recipients.len() <= RECIPIENTS_MAX
            && receipt.recipients.iter().all(|(name, fields)| {
                is_name(name, crate::limits::LINE_MAX) && fields.len() <= SCOPE_ITEMS_MAX
            })
            && receipt.own.as_deref().is_none_or(|own| receipt.defines(own))
            && receipt.valid_until <= Timestamp::MAX
            && receipt.made <= Timestamp::MAX;
        if fits { Ok((receipt, profile)) } else { Err(refuse()) }
    }
}
