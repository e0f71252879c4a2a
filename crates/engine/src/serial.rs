//! Places in the sequences between two agencies: every card of the sender begins one anew
//! (`spec/envelope.md`, Sequence).

use ihala_envelope::{Digest, SignedMessage, Timestamp};
use ihala_store::StoreError;
use minicbor::{Decode, Encode};

use crate::directory::Directory;

/// The number of the sender's card, and the place in the sequence under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub(crate) struct Serial {
    #[n(0)]
    pub(crate) card: u16,
    #[n(1)]
    pub(crate) seq: u64,
}

impl Serial {
    const LEN: usize = 10;

    /// As the end of a store key: in the order of cards, then of places.
    pub(crate) fn to_bytes(self) -> [u8; Self::LEN] {
        let mut bytes = [0; Self::LEN];
        bytes[..2].copy_from_slice(&self.card.to_be_bytes());
        bytes[2..].copy_from_slice(&self.seq.to_be_bytes());
        bytes
    }

    /// The place that a store key ends with.
    pub(crate) fn of_key(key: &[u8]) -> Option<Self> {
        let (card, seq) = key.last_chunk::<{ Self::LEN }>()?.split_first_chunk()?;
        let seq = seq.first_chunk()?;
        Some(Self { card: u16::from_be_bytes(*card), seq: u64::from_be_bytes(*seq) })
    }

    /// The place before this one, if it is not the first.
    pub(crate) fn before(self) -> Option<Self> {
        Some(Self { seq: self.seq.checked_sub(1).filter(|seq| *seq > 0)?, ..self })
    }

    /// The place after this one.
    pub(crate) fn after(self) -> Self {
        Self { seq: self.seq.saturating_add(1), ..self }
    }
}

impl Directory {
    /// The place of a message of an agency that is known, our own included.
    pub(crate) fn serial(&self, message: &SignedMessage) -> Result<Serial, StoreError> {
        let body = message.body();
        let card = self.card_number(&body.sender, &body.card);
        let card = card.ok_or(StoreError::Damaged("a message under a card that is not known"))?;
        Ok(Serial { card, seq: body.seq })
    }
}

/// Where the sequence to an agency under one of our cards ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Outgoing {
    /// Number of our last message to it.
    #[n(1)]
    pub(crate) sent: u64,
    /// Digest of that message.
    #[n(2)]
    pub(crate) digest: Option<Digest>,
    /// Number and digest of a later one that was lost with a disk: the agency has told of it.
    #[n(3)]
    pub(crate) told: Option<(u64, Option<Digest>)>,
}

/// What has come of an agency's sequence to us under one of its cards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub(crate) struct Incoming {
    /// All messages up to this number have arrived.
    #[n(1)]
    pub(crate) contiguous: u64,
    /// The highest number that has arrived.
    #[n(2)]
    pub(crate) highest: u64,
    /// The latest time that was signed: evidence of what time it is.
    #[n(3)]
    pub(crate) latest: Option<Timestamp>,
}
