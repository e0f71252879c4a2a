//! The libp2p swarm: what it is made of, and how it starts to listen.

use std::error::Error;
use std::io;
use std::net::{IpAddr, TcpListener};
use std::time::Duration;

use ihala_envelope::{Secret, TransportId};
use libp2p::allow_block_list::{self, AllowedPeers};
use libp2p::connection_limits::{self, ConnectionLimits};
use libp2p::core::upgrade::Version;
use libp2p::identity::Keypair;
use libp2p::multiaddr::Protocol;
use libp2p::request_response::{self, ProtocolSupport};
use libp2p::swarm::{NetworkBehaviour, Swarm};
use libp2p::{Multiaddr, PeerId, SwarmBuilder, memory_connection_limits, noise, ping, tcp, yamux};

use crate::codec::{Frames, PROTOCOL};

/// A reply takes a barrier at the peer, on a bad link.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(60);
/// Dial or accept, Noise and Yamux together.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Links to trusted peers are meant to last; pings find the dead ones.
const IDLE_TIMEOUT: Duration = Duration::from_secs(24 * 3_600);
const PING_INTERVAL: Duration = Duration::from_secs(15);
const STREAMS_PER_CONNECTION: usize = 64;
/// Two ends that dial at once have two connections; more would be a fault.
const CONNECTIONS_PER_PEER: u32 = 4;
const CONNECTIONS: u32 = 256;
/// Who the dialler is comes to light only in the handshake: strangers who stall it
/// hold these places for no longer than `CONNECT_TIMEOUT`.
const PENDING_INCOMING: u32 = 256;
/// No new connections while the process uses more than this.
const MEMORY_MAX: usize = 1 << 30;

/// The order of fields matters: the gatekeepers come first, so that a connection
/// they deny is never registered with `exchange`.
#[derive(NetworkBehaviour)]
pub(crate) struct Behaviour {
    pub(crate) allow: allow_block_list::Behaviour<AllowedPeers>,
    limits: connection_limits::Behaviour,
    memory: memory_connection_limits::Behaviour,
    ping: ping::Behaviour,
    pub(crate) exchange: request_response::Behaviour<Frames>,
}

/// Why the network cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// The text is no multiaddr of IP and TCP.
    #[error("`{0}` is not an address like /ip4/0.0.0.0/tcp/4717")]
    Address(String),
    /// Another process listens there.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// Where.
        address: String,
        /// What the system said.
        source: io::Error,
    },
}

/// A network that listens.
pub struct Net {
    pub(crate) swarm: Swarm<Behaviour>,
}

impl Net {
    /// Listens on `address` as the node of `secret`. Must be called inside a tokio runtime.
    pub fn listen(secret: &Secret<[u8; 32]>, address: &str) -> Result<Self, NetError> {
        let multiaddr = tcp_address(address)?;
        port_is_free(&multiaddr)
            .map_err(|source| NetError::Listen { address: address.to_owned(), source })?;
        let mut swarm = build(secret);
        swarm.listen_on(multiaddr).map_err(|error| NetError::Listen {
            address: address.to_owned(),
            source: io::Error::other(whole_chain(&error)),
        })?;
        Ok(Self { swarm })
    }
}

/// Checks an address to listen on or to announce: `/ip4/…/tcp/…` or `/ip6/…/tcp/…`.
pub fn check_address(address: &str) -> Result<(), NetError> {
    tcp_address(address).map(drop)
}

fn tcp_address(address: &str) -> Result<Multiaddr, NetError> {
    let parsed = address.parse::<Multiaddr>().ok().filter(|parsed| {
        let parts: Vec<_> = parsed.iter().collect();
        matches!(parts.as_slice(), [Protocol::Ip4(_) | Protocol::Ip6(_), Protocol::Tcp(_)])
    });
    parsed.ok_or_else(|| NetError::Address(address.to_owned()))
}

/// The node's public name, of its secret.
pub fn transport_id(secret: &Secret<[u8; 32]>) -> TransportId {
    of_peer(&PeerId::from(keypair(secret).public()))
}

pub(crate) fn of_peer(peer: &PeerId) -> TransportId {
    TransportId::new(peer.to_bytes()).expect("a peer id of an Ed25519 key has 38 bytes")
}

fn keypair(secret: &Secret<[u8; 32]>) -> Keypair {
    Keypair::ed25519_from_bytes(*secret.expose()).expect("any 32 bytes are an Ed25519 seed")
}

fn build(secret: &Secret<[u8; 32]>) -> Swarm<Behaviour> {
    let limits = ConnectionLimits::default()
        .with_max_pending_incoming(Some(PENDING_INCOMING))
        .with_max_established_per_peer(Some(CONNECTIONS_PER_PEER))
        .with_max_established(Some(CONNECTIONS));
    let exchange = request_response::Config::default()
        .with_request_timeout(REQUEST_TIMEOUT)
        .with_max_concurrent_streams(STREAMS_PER_CONNECTION);
    let pings = ping::Config::new().with_interval(PING_INTERVAL);
    SwarmBuilder::with_existing_identity(keypair(secret))
        .with_tokio()
        .with_tcp(tcp::Config::default().nodelay(true), noise::Config::new, yamux::Config::default)
        .expect("Noise takes any Ed25519 key")
        .with_behaviour(|_| Behaviour {
            allow: allow_block_list::Behaviour::default(),
            limits: connection_limits::Behaviour::new(limits),
            memory: memory_connection_limits::Behaviour::with_max_bytes(MEMORY_MAX),
            ping: ping::Behaviour::new(pings),
            exchange: request_response::Behaviour::new(
                [(PROTOCOL, ProtocolSupport::Full)],
                exchange,
            ),
        })
        .expect("making the behaviour cannot fail")
        .with_swarm_config(|config| {
            // One round trip less per message than negotiating first.
            config
                .with_substream_upgrade_protocol_override(Version::V1Lazy)
                .with_idle_connection_timeout(IDLE_TIMEOUT)
        })
        .with_connection_timeout(CONNECT_TIMEOUT)
        .build()
}

/// libp2p listens with `SO_REUSEPORT`, so a second node of the same user would
/// silently share the port. A plain bind finds the port taken.
fn port_is_free(address: &Multiaddr) -> io::Result<()> {
    let mut parts = address.iter();
    let ip: IpAddr = match parts.next() {
        Some(Protocol::Ip4(ip)) => ip.into(),
        Some(Protocol::Ip6(ip)) => ip.into(),
        _ => return Ok(()),
    };
    match parts.next() {
        Some(Protocol::Tcp(port)) if port != 0 => TcpListener::bind((ip, port)).map(drop),
        _ => Ok(()),
    }
}

/// libp2p's own messages are often just "Dial error": the causes tell more.
pub(crate) fn whole_chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut error = error;
    while let Some(source) = error.source() {
        text = format!("{text}: {source}");
        error = source;
    }
    text
}
