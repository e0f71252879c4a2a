//! Documents that travel as files, fingerprints, and the replies to messages.

use ihala_envelope::{AgencyId, Digest, IdentityKey, Kid, MessageId, Refusal, Timestamp, cbor};
use ihala_protocol::consent::ConsentReceipt;
use ihala_protocol::isp::Signer;
use ihala_protocol::rules::{DEL_REPLY, FINGERPRINT, ISP_NOT_PARTY};
use ihala_protocol::{Profile, Receipt, RefusalNotice, Reply, SignedIsp, armor, fingerprint};
use serde::{Deserialize, Serialize};

use super::{Hex, VectorError, outcome, same};

/// The content of a card file (`spec/identity.md`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardFile {
    /// `card-file`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The file's bytes, without their armour.
    pub file: Hex,
    /// The bytes of the file that was accepted of this agency before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Hex>,
    /// When a message is to be sealed to the agency, in seconds since 1970.
    pub at: u64,
    /// What the file says, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
}

/// What a card file says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The agency id.
    pub agency: Hex,
    /// Its fingerprint.
    pub fingerprint: String,
    /// Digest of the current card.
    pub card: Hex,
    /// The current identity key.
    pub identity_key: Hex,
    /// The key to seal to at the time of the vector.
    pub kid: Hex,
    /// The statement.
    pub statement: Statement,
}

/// What a key statement says for people and for the network.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its place in the order of statements.
    pub seq: u64,
    /// Names, each with its language.
    pub names: Vec<(String, String)>,
    /// Peer ids.
    pub peers: Vec<Hex>,
    /// Multiaddrs.
    pub addresses: Vec<String>,
}

impl CardFile {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let read = || -> Result<(Profile, Kid), Refusal> {
            let profile = Profile::from_file(&armour(armor::CARD, &self.file))?;
            if let Some(known) = &self.known {
                Profile::from_file(&armour(armor::CARD, known))?
                    .check_successor(&profile, false)?;
            }
            let kid = profile.statement().receive_key(Timestamp(self.at))?.kid();
            Ok((profile, kid))
        };
        let found = outcome(&self.expect, read())?;
        let found = found.map(|(profile, kid)| Card::of(&profile, kid));
        same("card", &self.card, &found)
    }
}

impl Card {
    /// What the file of a profile says.
    pub fn of(profile: &Profile, kid: Kid) -> Self {
        let statement = profile.statement();
        Self {
            agency: profile.id().0.into(),
            fingerprint: fingerprint::of(&profile.id()),
            card: profile.cards().digest().0.into(),
            identity_key: profile.cards().identity_key().as_bytes().into(),
            kid: kid.0.into(),
            statement: Statement {
                seq: statement.seq,
                names: statement.names.iter().map(|n| (n.lang.clone(), n.text.clone())).collect(),
                peers: statement.peers.iter().map(|p| p.as_bytes().into()).collect(),
                addresses: statement.addresses.clone(),
            },
        }
    }
}

fn armour(label: &'static str, bytes: &Hex) -> Vec<u8> {
    armor::encode(label, &bytes.0).into_bytes()
}

/// The content of a protocol file, as one of its parties takes it in (`spec/isp.md`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IspFile {
    /// `isp-file`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The agency that takes it in.
    pub reader: Hex,
    /// The card files that it knows, without their armour.
    pub cards: Vec<Hex>,
    /// The file's bytes, without their armour.
    pub file: Hex,
    /// The protocol's digest, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<Hex>,
    /// The parties that have signed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<Hex>,
}

impl IspFile {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let cards = self.cards.iter().map(|card| Profile::from_file(&armour(armor::CARD, card)));
        let cards: Vec<Profile> =
            cards.collect::<Result<_, _>>().map_err(|refusal| bad_setting(&refusal))?;
        let key_of = |signer: &Signer| -> Option<IdentityKey> {
            let party = cards.iter().find(|p| p.id() == signer.agency)?;
            party.cards().key_under(&signer.card).copied()
        };
        let reader = AgencyId(self.reader.array()?);
        let read =
            SignedIsp::from_file(&armour(armor::ISP, &self.file), key_of).and_then(|isp| match isp
                .isp()
                .has_party(&reader)
            {
                true => Ok(isp),
                false => Err(ISP_NOT_PARTY.refuse()),
            });
        let isp = outcome(&self.expect, read)?;
        same("digest", &self.digest, &isp.as_ref().map(|isp| isp.digest().0.into()))?;
        let signers = isp.iter().flat_map(|isp| isp.signers().map(|s| s.0.into())).collect();
        same("signers", &self.signers, &signers)
    }
}

pub(crate) fn bad_setting(refusal: &Refusal) -> VectorError {
    VectorError::NotUnderstood(format!("what the vector builds on is refused: {refusal}"))
}

/// The content of a consent receipt (`spec/consent.md`, Receipt).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentReceiptFile {
    /// `consent-receipt-file`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The file's bytes, without their armour.
    pub file: Hex,
    /// The agency that signed it, if it is accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Hex>,
    /// The consent that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Hex>,
}

impl ConsentReceiptFile {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let read = ConsentReceipt::from_file(&armour(armor::CONSENT_RECEIPT, &self.file));
        let found = outcome(&self.expect, read)?;
        same("agency", &self.agency, &found.as_ref().map(|(r, _)| r.agency.0.into()))?;
        same("reference", &self.reference, &found.as_ref().map(|(r, _)| r.consent.0.into()))
    }
}

/// A fingerprint as a person types it (`spec/identity.md`, Fingerprint).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// `fingerprint`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept`, or the ID of the rule that refuses.
    pub expect: String,
    /// The agency id of the card at hand.
    pub agency: Hex,
    /// What is typed.
    pub typed: String,
}

impl Fingerprint {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let fits = fingerprint::matches(&self.typed, &AgencyId(self.agency.array()?));
        let found = if fits { Ok(()) } else { Err(FINGERPRINT.refuse()) };
        outcome(&self.expect, found).map(drop)
    }
}

/// A reply, as the sender of a message gets it (`spec/delivery.md`, Reply).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedReply {
    /// `reply`.
    pub vector: String,
    /// What it shows.
    pub comment: String,
    /// `accept` if it settles the message, else `DEL-08`.
    pub expect: String,
    /// Id of the message that was sent.
    pub message: Hex,
    /// Its digest.
    pub digest: Hex,
    /// Its sender, who gets the reply.
    pub sender: Hex,
    /// Its recipient.
    pub recipient: Hex,
    /// What the sender knows of the recipient's card.
    pub card: Hex,
    /// The recipient's identity key.
    pub identity_key: Hex,
    /// The reply.
    pub reply: Hex,
    /// The rule that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

impl ReceivedReply {
    pub(super) fn check(&self) -> Result<(), VectorError> {
        let key = IdentityKey::from_bytes(&self.identity_key.array()?);
        let key = key.ok_or_else(|| VectorError::NotUnderstood("a key that is none".into()))?;
        let (recipient, card) = (AgencyId(self.recipient.array()?), Digest(self.card.array()?));
        let by = (&recipient, &card, &key);
        let me = AgencyId(self.sender.array()?);
        let about = (MessageId(self.message.array()?), Digest(self.digest.array()?));
        let settles = settles(&self.reply.0, by, &me, about);
        let rule = outcome(&self.expect, settles.ok_or(DEL_REPLY.refuse()))?.flatten();
        same("rule", &self.rule, &rule)
    }
}

/// Whether a reply settles the message; the rule that it names, if it names one.
pub(crate) fn settles(
    reply: &[u8],
    by: (&AgencyId, &Digest, &IdentityKey),
    me: &AgencyId,
    about: (MessageId, Digest),
) -> Option<Option<String>> {
    if reply.len() > ihala_protocol::limits::REPLY_MAX {
        return None;
    }
    match cbor::from_slice(reply).ok()? {
        Reply::Receipt(sign1) => Receipt::verify(&sign1, by, me)
            .filter(|r| (r.message, r.digest) == about)
            .map(|r| r.reduced),
        Reply::Refusal(sign1) => RefusalNotice::verify(&sign1, by, me)
            .filter(|n| (n.message, n.digest) == about)
            .map(|n| Some(n.rule)),
        Reply::Statement(_) | Reply::NotStored(_) | Reply::Profile(..) | Reply::Roster(..) => None,
    }
}
