//! Agency cards: who an agency is, for as long as it exists (`spec/identity.md`).
//!
//! A card holds today's identity key and the digest of the next one. Card n+1 is
//! signed by the key that card n committed to and by nothing else, so a thief of
//! today's key cannot take the identity over.

use ihala_envelope::{
    AgencyId, Class, Digest, IdentityKey, IdentitySecret, Refusal, Unverified, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::rules::{CARD_CHAIN, CARD_FORM, CARD_SIGNATURE};

/// Most rotations that a chain of cards may hold.
pub(crate) const CHAIN_MAX: usize = 256;

#[derive(Encode, Decode)]
#[cbor(map)]
struct Body {
    #[n(1)]
    seq: u64,
    #[n(2)]
    identity_key: IdentityKey,
    #[n(3)]
    next_key: Digest,
    #[n(4)]
    previous: Option<Digest>,
}

/// The verified chain of an agency's cards, from its first to its current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardChain {
    signed: Vec<Vec<u8>>,
    /// Digest and key of every card, first to current.
    keys: Vec<(Digest, IdentityKey)>,
    id: AgencyId,
    seq: u64,
    digest: Digest,
    identity_key: IdentityKey,
    next_key: Digest,
}

impl CardChain {
    /// The first card of a new agency, signed by `identity`, committing to `next`.
    pub fn first(identity: &IdentitySecret, next: &IdentityKey) -> Self {
        let body = Body {
            seq: 1,
            identity_key: identity.public(),
            next_key: next.digest(),
            previous: None,
        };
        let card = identity.sign(Class::Card, cbor::to_vec(&body));
        Self::verify(vec![card]).expect("a card just signed verifies")
    }

    /// Verifies a whole chain (CARD-01, CARD-02, CARD-03).
    pub fn verify(signed: Vec<Vec<u8>>) -> Result<Self, Refusal> {
        let mut head: Option<Self> = None;
        if signed.len() > CHAIN_MAX {
            return Err(CARD_FORM.refuse());
        }
        for card in &signed {
            head = Some(Self::next(head, card)?);
        }
        let mut chain = head.ok_or(CARD_FORM.refuse())?;
        chain.signed = signed;
        Ok(chain)
    }

    fn next(before: Option<Self>, card: &[u8]) -> Result<Self, Refusal> {
        let sign1 = Unverified::parse(card).ok_or(CARD_FORM.refuse())?;
        let body: Body =
            cbor::from_slice(sign1.unverified_payload()).map_err(|_| CARD_FORM.refuse())?;
        let continues = match &before {
            None => body.seq == 1 && body.previous.is_none(),
            Some(b) => {
                body.seq == b.seq + 1
                    && body.previous == Some(b.digest)
                    && body.identity_key.digest() == b.next_key
            }
        };
        if !continues {
            return Err(CARD_CHAIN.refuse());
        }
        sign1.verify(Class::Card, &body.identity_key).map_err(|_| CARD_SIGNATURE.refuse())?;
        let (id, mut keys) = match before {
            None => (sign1.digest().into(), Vec::new()),
            Some(b) => (b.id, b.keys),
        };
        keys.push((sign1.digest(), body.identity_key));
        Ok(Self {
            signed: Vec::new(),
            keys,
            id,
            seq: body.seq,
            digest: sign1.digest(),
            identity_key: body.identity_key,
            next_key: body.next_key,
        })
    }

    /// The chain with one card more: that of the key that the current card committed to, which
    /// commits to `next`.
    ///
    /// # Errors
    /// `CARD-02` if `identity` is not the key that was committed to; `CARD-01` if the chain is
    /// as long as a chain can be.
    pub fn rotate(&self, identity: &IdentitySecret, next: &IdentityKey) -> Result<Self, Refusal> {
        let body = Body {
            seq: self.seq + 1,
            identity_key: identity.public(),
            next_key: next.digest(),
            previous: Some(self.digest),
        };
        self.extend(vec![identity.sign(Class::Card, cbor::to_vec(&body))])
    }

    /// The chain with the cards that follow it (CARD-01, CARD-02, CARD-03).
    pub fn extend(&self, cards: Vec<Vec<u8>>) -> Result<Self, Refusal> {
        if self.signed.len() + cards.len() > CHAIN_MAX {
            return Err(CARD_FORM.refuse());
        }
        let mut chain = self.clone();
        let mut signed = std::mem::take(&mut chain.signed);
        for card in cards {
            chain = Self::next(Some(chain), &card)?;
            signed.push(card);
        }
        Ok(Self { signed, ..chain })
    }

    /// The cards after the one of this digest; all of them, if it is none of these.
    pub fn after(&self, card: Option<&Digest>) -> &[Vec<u8>] {
        let known = card.and_then(|card| self.number_of(card)).unwrap_or(0);
        &self.signed[usize::from(known)..]
    }

    /// The agency: digest of the first card.
    pub const fn id(&self) -> AgencyId {
        self.id
    }

    /// Number of the current card, from 1.
    pub const fn seq(&self) -> u64 {
        self.seq
    }

    /// Digest of the current card.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The current identity key.
    pub const fn identity_key(&self) -> &IdentityKey {
        &self.identity_key
    }

    /// The identity key under one of the cards: old signatures verify under old cards.
    pub fn key_under(&self, card: &Digest) -> Option<&IdentityKey> {
        self.keys.iter().find(|(digest, _)| digest == card).map(|(_, key)| key)
    }

    /// Digest and key of every card, first to current.
    pub fn keys(&self) -> &[(Digest, IdentityKey)] {
        &self.keys
    }

    /// Whether the present card names this key as the one of the next card.
    pub fn names_next(&self, key: &IdentityKey) -> bool {
        key.digest() == self.next_key
    }

    /// The number of one of the cards, from 1.
    pub fn number_of(&self, card: &Digest) -> Option<u16> {
        let place = self.keys.iter().position(|(digest, _)| digest == card)?;
        u16::try_from(place + 1).ok()
    }

    /// The digest of the card of a number, from 1.
    pub fn digest_of(&self, number: u16) -> Option<&Digest> {
        let place = usize::from(number).checked_sub(1)?;
        self.keys.get(place).map(|(digest, _)| digest)
    }

    /// The number of the current card, from 1.
    pub fn number(&self) -> u16 {
        u16::try_from(self.keys.len()).expect("a chain has at most 256 cards")
    }

    /// The digest of the first card of another chain that is none of this one's.
    pub fn parts_from(&self, other: &Self) -> Option<Digest> {
        let strange = other.keys.iter().find(|(card, _)| self.number_of(card).is_none());
        strange.map(|(card, _)| *card)
    }

    /// The signed cards, first to current.
    pub fn signed(&self) -> &[Vec<u8>] {
        &self.signed
    }
}

impl<C> Encode<C> for CardChain {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        let cards: Vec<ByteVec> = self.signed.iter().map(|c| c.clone().into()).collect();
        cards.encode(e, ctx)
    }
}

impl<'b, C> Decode<'b, C> for CardChain {
    fn decode(d: &mut minicbor::Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let cards: Vec<ByteVec> = Decode::decode(d, ctx)?;
        Self::verify(cards.into_iter().map(Vec::from).collect())
            .map_err(|_| minicbor::decode::Error::message("not a chain of cards"))
    }
}
