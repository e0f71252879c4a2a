//! After a restore from a backup: the node asks each peer what came after it, and the peer
//! tells (`spec/backup.md`, Recovery).

use ihala_envelope::{Digest, Refusal, SignedMessage, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::limits::{ACCOUNT_PART_MAX, ACCOUNT_PARTS_MAX};
use crate::receipt::Reply;
use crate::referral::Request;
use crate::rules::LETTER_FORM;

/// The payload of a message of kind 9: how far the backup goes that the sender was restored
/// from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Recovery {
    /// Of each of the sender's cards under which something may be lost: the last message to the
    /// recipient that it knows of. The first is the oldest of those cards.
    #[n(1)]
    pub sent: Vec<Upto>,
    /// Of each card of the recipient under which something came: all messages up to this
    /// number are known.
    #[n(2)]
    pub came: Vec<Upto>,
}

/// How far messages under a card are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Upto {
    /// The card.
    #[n(0)]
    pub card: Digest,
    /// The number of the last one; 0 if there is none.
    #[n(1)]
    pub number: u64,
}

/// The payload of a message of kind 10: a part of what went between the two agencies after the
/// backup.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AccountPart {
    /// Digest of the message of kind 9 that is answered.
    #[n(1)]
    pub asked: Digest,
    /// Number of the part, from 0.
    #[n(2)]
    pub part: u32,
    /// The parts' bytes, one after the other, are a CBOR sequence of [`Exchanged`].
    #[n(3)]
    pub bytes: ByteVec,
    /// In the last part: where things stand.
    #[n(4)]
    pub end: Option<AccountEnd>,
}

/// Where things stand after an account.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct AccountEnd {
    /// Of each of the asker's cards that it named: the last message known.
    #[n(1)]
    pub highest: Vec<Highest>,
    /// Size and head of the asker's audit tree, as it told last.
    #[n(2)]
    pub tree: Option<Tree>,
    /// There is more than one account holds: it is to be asked for again.
    #[n(3)]
    pub more: bool,
}

/// The last message known under a card of the asker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Highest {
    /// The card.
    #[n(0)]
    pub card: Digest,
    /// Its number; 0 if there is none.
    #[n(1)]
    pub number: u64,
    /// Its digest.
    #[n(2)]
    pub digest: Option<Digest>,
}

/// How far an audit tree had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Tree {
    /// Number of leaves.
    #[n(0)]
    pub size: u64,
    /// The tree head.
    #[n(1)]
    pub root: Digest,
}

/// What an account is made of.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Exchanged {
    /// A protocol that both have signed: the bytes of [`crate::SignedIsp::to_stored`].
    #[n(0)]
    Protocol(#[n(0)] ByteVec),
    /// A message, `[Sign1, salt, payload]` with salt and payload null where the content is
    /// gone, and the receipt or refusal that it got.
    #[n(1)]
    Message(#[n(0)] ByteVec, #[n(1)] Reply),
    /// A request whose content is gone, and what is left of it: of its form urgency and case
    /// type, of the consent the reference.
    #[n(2)]
    Gone(#[n(0)] ByteVec, #[n(1)] Reply, #[n(2)] Box<Request>),
}

impl std::fmt::Debug for AccountPart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { asked, part, bytes: _, end } = self;
        let mut shown = f.debug_struct("AccountPart");
        shown.field("asked", asked).field("part", part).field("end", end).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Exchanged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Exchanged").finish_non_exhaustive()
    }
}

impl Recovery {
    pub(crate) fn is_well_formed(&self) -> bool {
        let all = [&self.sent, &self.came];
        !self.sent.is_empty() && all.iter().all(|list| list.len() <= crate::card::CHAIN_MAX)
    }
}

impl AccountPart {
    pub(crate) fn is_well_formed(&self) -> bool {
        let end = self.end.as_ref();
        self.part < ACCOUNT_PARTS_MAX
            && self.bytes.len() <= ACCOUNT_PART_MAX
            && end.is_none_or(AccountEnd::is_well_formed)
    }
}

impl AccountEnd {
    fn is_well_formed(&self) -> bool {
        let fits = |highest: &Highest| highest.digest.is_some() == (highest.number > 0);
        self.highest.len() <= crate::card::CHAIN_MAX && self.highest.iter().all(fits)
    }
}

/// Puts an account together.
pub struct Account {
    asked: Digest,
    bytes: Vec<u8>,
    more: bool,
}

impl Account {
    /// The answer to a message of kind 9, by its digest.
    pub const fn new(asked: Digest) -> Self {
        Self { asked, bytes: Vec::new(), more: false }
    }

    /// Adds a protocol.
    pub fn add_protocol(&mut self, stored: Vec<u8>) {
        self.push(&Exchanged::Protocol(stored.into()));
    }

    /// Adds a message with its answer; `false`, and the account says that there is more, if
    /// there is no room for it.
    pub fn add(&mut self, message: &SignedMessage, reply: Reply) -> bool {
        self.push(&Exchanged::Message(message.to_stored().into(), reply));
        !self.more
    }

    /// The same for a request whose content is gone.
    pub fn add_gone(&mut self, message: &SignedMessage, reply: Reply, left: Request) -> bool {
        self.push(&Exchanged::Gone(message.to_stored().into(), reply, Box::new(left)));
        !self.more
    }

    fn push(&mut self, one: &Exchanged) {
        let bytes = cbor::to_vec(one);
        let room = ACCOUNT_PART_MAX * ACCOUNT_PARTS_MAX as usize - self.bytes.len();
        self.more |= bytes.len() > room;
        if !self.more {
            self.bytes.extend(bytes);
        }
    }

    /// Its parts: all full but the last.
    pub fn into_parts(self, mut end: AccountEnd) -> Vec<AccountPart> {
        let Self { asked, bytes, more } = self;
        end.more = more;
        let mut chunks: Vec<&[u8]> = bytes.chunks(ACCOUNT_PART_MAX).collect();
        let last = chunks.pop().unwrap_or_default();
        let of = |part, bytes: &[u8], end| AccountPart {
            asked,
            part,
            bytes: bytes.to_vec().into(),
            end,
        };
        let mut parts: Vec<_> = (0..).zip(chunks).map(|(n, bytes)| of(n, bytes, None)).collect();
        let number = u32::try_from(parts.len()).expect("an account is bounded");
        parts.push(of(number, last, Some(end)));
        parts
    }
}

/// What the parts of an account hold, one after the other (DEL-09).
///
/// # Errors
/// `DEL-09`: the bytes of all parts together are not a sequence of exchanged messages.
pub fn exchanged(mut bytes: &[u8]) -> Result<Vec<Exchanged>, Refusal> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let length = cbor::first_item_len(bytes).map_err(|_| LETTER_FORM.refuse())?;
        let (item, rest) = bytes.split_at(length);
        all.push(cbor::from_slice(item).map_err(|_| LETTER_FORM.refuse())?);
        bytes = rest;
    }
    Ok(all)
}
