//! Key statements: everything about an agency that changes often (`spec/identity.md`).

use ihala_envelope::{
    AgencyId, Class, Digest, IdentitySecret, ReceiveKey, Refusal, Suite, Timestamp, TransportId,
    Unverified, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::armor;
use crate::card::CardChain;
use crate::limits::{FEATURES_MAX, STATEMENT_ITEMS_MAX, STATEMENT_TEXT_MAX};
use crate::rules::{
    CARD_FORM, CARD_SIGNATURE, NO_RECEIVE_KEY, STATEMENT_CARD, STATEMENT_DOWNGRADE, STATEMENT_FORM,
    STATEMENT_OLDER,
};

use crate::text::is_name;

/// An agency's name in one language.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Name {
    /// BCP 47 language tag.
    #[n(0)]
    pub lang: String,
    /// The name.
    #[n(1)]
    pub text: String,
}

/// A receive key and when senders may use it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct PublishedKey {
    /// The key.
    #[n(0)]
    pub key: ReceiveKey,
    /// First second in which it may be used.
    #[n(1)]
    pub not_before: Timestamp,
    /// Last second in which it may be used.
    #[n(2)]
    pub not_after: Timestamp,
    /// Used only when no other key is in date.
    #[n(3)]
    pub fallback: bool,
}

/// What an agency says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Statement {
    /// The agency.
    #[n(1)]
    pub agency: AgencyId,
    /// Its current card.
    #[n(2)]
    pub card: Digest,
    /// Strictly rising under one card.
    #[n(3)]
    pub seq: u64,
    /// When it was made.
    #[n(4)]
    pub issued: Timestamp,
    /// Its name by language; the first is the default.
    #[n(5)]
    pub names: Vec<Name>,
    /// Its nodes on the network.
    #[n(6)]
    pub peers: Vec<TransportId>,
    /// Where its nodes can be reached (multiaddr), best first.
    #[n(7)]
    pub addresses: Vec<String>,
    /// Its receive keys.
    #[n(8)]
    pub keys: Vec<PublishedKey>,
    /// Numbers of the additions to the protocol that its node understands, rising; those that
    /// are not known here mean nothing (`spec/versioning.md`). Absent if there are none.
    #[n(9)]
    pub features: Option<Vec<u16>>,
}

impl Statement {
    /// The agency's name in its default language.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", |n| n.text.as_str())
    }

    /// The receive key to seal to at `now`: an epoch key in date, else the fallback (CARD-08).
    pub fn receive_key(&self, now: Timestamp) -> Result<&ReceiveKey, Refusal> {
        let in_date = |k: &&PublishedKey| k.not_before <= now && now <= k.not_after;
        let mut keys: Vec<_> = self.keys.iter().filter(in_date).collect();
        keys.sort_by_key(|k| (k.fallback, k.not_after));
        keys.first().map(|k| &k.key).ok_or(NO_RECEIVE_KEY.refuse())
    }

    fn offers(&self, suite: Suite) -> bool {
        self.keys.iter().any(|k| k.key.suite() == suite)
    }

    fn is_well_formed(&self) -> bool {
        let count = |n: usize| (1..=STATEMENT_ITEMS_MAX).contains(&n);
        let text = |t: &str| t.len() <= STATEMENT_TEXT_MAX && is_name(t, STATEMENT_TEXT_MAX);
        self.seq >= 1
            && count(self.names.len())
            && count(self.peers.len())
            && self.addresses.len() <= STATEMENT_ITEMS_MAX
            && count(self.keys.len())
            && self.names.iter().all(|n| text(&n.lang) && text(&n.text))
            && self.addresses.iter().all(|a| text(a))
            && self.features.as_ref().is_none_or(|all| {
                (1..=FEATURES_MAX).contains(&all.len()) && all.windows(2).all(|p| p[0] < p[1])
            })
            && self.keys.iter().all(|k| k.not_before < k.not_after)
            && self.keys.windows(2).all(|k| k[0].key.suite() == k[1].key.suite())
    }
}

/// A card chain with its current key statement: all that a peer needs, and what
/// a card file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    cards: CardChain,
    statement: Statement,
    signed_statement: Vec<u8>,
}

impl Profile {
    /// Signs a statement under the current card.
    ///
    /// # Errors
    /// `CARD-04` if the statement is not well-formed.
    pub fn sign(
        cards: CardChain,
        statement: &Statement,
        identity: &IdentitySecret,
    ) -> Result<Self, Refusal> {
        let signed = identity.sign(Class::KeyStatement, cbor::to_vec(statement));
        Self::verify(cards, signed)
    }

    /// Verifies a signed statement against its cards (CARD-04, CARD-05).
    pub fn verify(cards: CardChain, signed_statement: Vec<u8>) -> Result<Self, Refusal> {
        let sign1 = Unverified::parse(&signed_statement).ok_or(STATEMENT_FORM.refuse())?;
        let statement: Statement =
            cbor::from_slice(sign1.unverified_payload()).map_err(|_| STATEMENT_FORM.refuse())?;
        if statement.agency != cards.id() || statement.card != cards.digest() {
            return Err(STATEMENT_CARD.refuse());
        }
        sign1
            .verify(Class::KeyStatement, cards.identity_key())
            .map_err(|_| CARD_SIGNATURE.refuse())?;
        if !statement.is_well_formed() {
            return Err(STATEMENT_FORM.refuse());
        }
        Ok(Self { cards, statement, signed_statement })
    }

    /// Whether `newer` may take the place of `self` (CARD-02, CARD-06, CARD-07).
    ///
    /// The card chain must contain ours: what was once accepted is never replaced
    /// by another history.
    /// With `thin`, it may do without post-quantum encryption all the same.
    pub fn check_successor(&self, newer: &Self, thin: bool) -> Result<(), Refusal> {
        if !newer.cards.signed().starts_with(self.cards.signed()) {
            return Err(if self.cards.signed().starts_with(newer.cards.signed()) {
                STATEMENT_OLDER.refuse()
            } else {
                crate::rules::CARD_CHAIN.refuse()
            });
        }
        let order = |p: &Self| (p.cards.seq(), p.statement.seq);
        if order(newer) <= order(self) {
            return Err(STATEMENT_OLDER.refuse());
        }
        if self.statement.offers(Suite::Hpke9) && !newer.statement.offers(Suite::Hpke9) && !thin {
            return Err(STATEMENT_DOWNGRADE.refuse());
        }
        Ok(())
    }

    /// The agency.
    pub const fn id(&self) -> AgencyId {
        self.cards.id()
    }

    /// Its cards.
    pub const fn cards(&self) -> &CardChain {
        &self.cards
    }

    /// Its current statement.
    pub const fn statement(&self) -> &Statement {
        &self.statement
    }

    /// The signed statement, to hand to a peer.
    pub fn signed_statement(&self) -> &[u8] {
        &self.signed_statement
    }

    /// The content of a card file.
    pub fn to_file(&self) -> String {
        armor::encode(armor::CARD, &cbor::to_vec(self))
    }

    /// Reads a card file (CARD-01 to CARD-05).
    pub fn from_file(text: &[u8]) -> Result<Self, Refusal> {
        let bytes = armor::decode(armor::CARD, text, &CARD_FORM)?;
        let parts: Parts = cbor::from_slice(&bytes).map_err(|_| CARD_FORM.refuse())?;
        let cards = CardChain::verify(parts.0.into_iter().map(Vec::from).collect())?;
        Self::verify(cards, parts.1.into())
    }
}

/// `[cards, statement]`, before either has been verified.
type Parts = (Vec<ByteVec>, ByteVec);

impl<C> Encode<C> for Profile {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut minicbor::Encoder<W>,
        ctx: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        (&self.cards, ByteVec::from(self.signed_statement.clone())).encode(e, ctx)
    }
}

impl<'b, C> Decode<'b, C> for Profile {
    fn decode(d: &mut minicbor::Decoder<'b>, ctx: &mut C) -> Result<Self, minicbor::decode::Error> {
        let (cards, statement): (CardChain, ByteVec) = Decode::decode(d, ctx)?;
        Self::verify(cards, statement.into())
            .map_err(|_| minicbor::decode::Error::message("not a profile"))
    }
}
