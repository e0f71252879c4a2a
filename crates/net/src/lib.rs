//! Moves opaque bytes between known peers, over libp2p: TCP, Noise, Yamux.
//!
//! Nothing here knows what an envelope is. A peer that is not on the list is
//! refused before any stream is read. Every listed peer is kept connected, with
//! back-off; one envelope is one request, its reply comes on the same stream.

mod codec;
mod link;
mod swarm;

use ihala_envelope::TransportId;
use tokio::sync::mpsc;

pub use link::run;
pub use swarm::{Net, NetError, check_address, transport_id};

/// Longest envelope carried, in bytes (`spec/delivery.md` §Framing).
pub const REQUEST_MAX: usize = ihala_envelope::limits::ENVELOPE_MAX;
/// Longest reply carried, in bytes.
pub const REPLY_MAX: usize = 98_304;

/// Ties a reply to its request.
pub type Token = u64;

/// A peer that may connect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// Its node.
    pub id: TransportId,
    /// Where it can be reached (multiaddr). Addresses that are none are passed over.
    pub addresses: Vec<String>,
}

/// What the network is asked to do.
#[derive(Debug)]
pub enum Command {
    /// These peers may connect, and no others; each is kept connected.
    SetPeers(Vec<Peer>),
    /// Hand bytes to a peer; answered by [`Event::Sent`] or [`Event::Failed`].
    Send {
        /// The peer.
        to: TransportId,
        /// Comes back with the answer.
        token: Token,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Reply to an [`Event::Received`].
    Reply {
        /// The token of the request.
        token: Token,
        /// The reply.
        bytes: Vec<u8>,
    },
}

/// What the network tells.
#[derive(Debug)]
pub enum Event {
    /// The node can be reached at this address.
    Listening(String),
    /// A peer accepted us and was accepted.
    PeerUp(TransportId),
    /// No connection to the peer is left.
    PeerDown(TransportId),
    /// There is no usable connection to a peer, and why.
    Trouble(TransportId, Trouble),
    /// A peer handed us bytes, and waits for a reply.
    Received {
        /// The peer.
        from: TransportId,
        /// For the reply.
        token: Token,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A peer replied.
    Sent {
        /// The token of the request.
        token: Token,
        /// The reply.
        bytes: Vec<u8>,
    },
    /// A request got no reply. The peer may have taken the bytes all the same.
    Failed {
        /// The token of the request.
        token: Token,
    },
}

/// Why a peer cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing answers at its addresses.
    Unreachable,
    /// At its address a node with another key answers.
    WrongNode,
    /// It ends the connection before it has answered anything.
    TurnedAway,
    /// It does not speak our protocol.
    OtherVersion,
}

/// Where events go. Bounded: a slow receiver slows the network down.
pub type Events = mpsc::Sender<Event>;
/// Where commands come from. Unbounded, so that the one who commands never waits
/// for the one who tells it events; the outbox window bounds what is in it.
pub type Commands = mpsc::UnboundedReceiver<Command>;
