//! The running network: commands in, events out, every peer kept connected.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use ihala_envelope::TransportId;
use libp2p::core::upgrade::NegotiationError;
use libp2p::futures::StreamExt;
use libp2p::request_response::{
    self, Message, OutboundFailure, OutboundRequestId, ResponseChannel,
};
use libp2p::swarm::dial_opts::{DialOpts, PeerCondition};
use libp2p::swarm::{ConnectionId, DialError, SwarmEvent};
use libp2p::{Multiaddr, PeerId, ping};
use tokio::time::{Instant, sleep_until};

use crate::swarm::{BehaviourEvent, Net, of_peer, whole_chain};
use crate::{Command, Commands, Event, Events, Peer, Token, Trouble};

/// First wait before a peer is dialled again; doubled with each failure.
const FIRST_RETRY: Duration = Duration::from_millis(500);
/// Doublings of the wait at most: 32 s.
const DOUBLINGS: u32 = 6;

/// A peer that may connect.
struct Known {
    addresses: Vec<Multiaddr>,
    failures: u32,
    /// When to dial; `None` while connected or being dialled.
    dial_at: Option<Instant>,
}

struct Link {
    net: Net,
    events: Events,
    peers: HashMap<PeerId, Known>,
    up: HashSet<PeerId>,
    sent: HashMap<OutboundRequestId, Token>,
    waiting: HashMap<Token, ResponseChannel<Vec<u8>>>,
    next_token: Token,
    ended: bool,
}

/// Runs the network until the sender of commands or the receiver of events is gone,
/// or until it can no longer be listened on.
pub async fn run(net: Net, mut commands: Commands, events: Events) {
    let mut link = Link {
        net,
        events,
        peers: HashMap::new(),
        up: HashSet::new(),
        sent: HashMap::new(),
        waiting: HashMap::new(),
        next_token: 0,
        ended: false,
    };
    while !link.ended && !link.events.is_closed() {
        let dial_at = link.peers.values().filter_map(|p| p.dial_at).min();
        tokio::select! {
            command = commands.recv() => match command {
                Some(command) => link.command(command).await,
                None => return,
            },
            () = sleep_until(dial_at.unwrap_or_else(Instant::now)), if dial_at.is_some() => link.dial_due(),
            event = link.net.swarm.select_next_some() => link.event(event).await,
        }
    }
}

/// Whether a peer does not know our protocol: with a lazy negotiation, that comes to light
/// when the reply is read.
fn is_other_version(error: &OutboundFailure) -> bool {
    match error {
        OutboundFailure::UnsupportedProtocols => true,
        OutboundFailure::Io(error) => {
            error.get_ref().is_some_and(|inner| inner.is::<NegotiationError>())
        }
        _ => false,
    }
}

impl Link {
    async fn tell(&mut self, event: Event) {
        // A closed channel ends `run`.
        let _ = self.events.send(event).await;
    }

    async fn command(&mut self, command: Command) {
        match command {
            Command::SetPeers(peers) => self.set_peers(&peers),
            Command::Send { to, token, bytes } => {
                let peer = PeerId::from_bytes(to.as_bytes()).ok();
                match peer.filter(|p| self.up.contains(p)) {
                    Some(peer) => {
                        let exchange = &mut self.net.swarm.behaviour_mut().exchange;
                        let id = exchange.send_request(&peer, bytes);
                        self.sent.insert(id, token);
                    }
                    None => self.tell(Event::Failed { token }).await,
                }
            }
            Command::Reply { token, bytes } => {
                if let Some(channel) = self.waiting.remove(&token) {
                    // An error means that the asker is gone: it will ask again.
                    let _ = self.net.swarm.behaviour_mut().exchange.send_response(channel, bytes);
                }
            }
        }
    }

    fn set_peers(&mut self, peers: &[Peer]) {
        let wanted: HashMap<PeerId, Vec<Multiaddr>> = peers
            .iter()
            .filter_map(|peer| {
                let id = PeerId::from_bytes(peer.id.as_bytes()).ok()?;
                let addresses = peer.addresses.iter().filter_map(|a| a.parse().ok()).collect();
                Some((id, addresses))
            })
            .filter(|(id, _)| id != self.net.swarm.local_peer_id())
            .collect();
        let gone: Vec<PeerId> =
            self.peers.keys().filter(|id| !wanted.contains_key(id)).copied().collect();
        for id in gone {
            self.peers.remove(&id);
            self.net.swarm.behaviour_mut().allow.disallow_peer(id);
        }
        for (id, addresses) in wanted {
            self.net.swarm.behaviour_mut().allow.allow_peer(id);
            let idle = !self.net.swarm.is_connected(&id);
            let known = self.peers.entry(id).or_insert(Known {
                addresses: vec![],
                failures: 0,
                dial_at: None,
            });
            let moved = known.addresses != addresses;
            known.addresses = addresses;
            if idle && (moved || known.dial_at.is_none()) {
                known.dial_at = Some(Instant::now());
            }
        }
    }

    fn dial_due(&mut self) {
        let now = Instant::now();
        let due = self.peers.iter().filter(|(_, p)| p.dial_at.is_some_and(|t| t <= now));
        for id in due.map(|(id, _)| *id).collect::<Vec<_>>() {
            let known = self.peers.get_mut(&id).expect("listed above");
            known.dial_at = None;
            let options = DialOpts::peer_id(id)
                .condition(PeerCondition::DisconnectedAndNotDialing)
                .addresses(known.addresses.clone())
                // Otherwise the dial binds to our listening port.
                .allocate_new_port()
                .build();
            // A dial that fails at once gives no event.
            if self.net.swarm.dial(options).is_err() && !self.net.swarm.is_connected(&id) {
                self.back_off(id);
            }
        }
    }

    fn back_off(&mut self, id: PeerId) {
        if let Some(known) = self.peers.get_mut(&id) {
            let wait = FIRST_RETRY * 2u32.pow(known.failures.min(DOUBLINGS));
            known.failures = known.failures.saturating_add(1);
            // Jitter: two ends that lost one another must not meet in step.
            known.dial_at = Some(Instant::now() + wait.mul_f64(rand::random_range(0.5..1.0)));
        }
    }

    async fn event(&mut self, event: SwarmEvent<BehaviourEvent>) {
        match event {
            SwarmEvent::NewListenAddr { address, .. } => {
                self.tell(Event::Listening(address.to_string())).await;
            }
            SwarmEvent::ListenerClosed { reason, .. } => {
                let reason = reason.err().map_or_else(String::new, |e| whole_chain(&e));
                tracing::error!(reason, "the network no longer listens");
                self.ended = true;
            }
            SwarmEvent::ListenerError { error, .. } => {
                tracing::warn!("a connection could not be taken: {}", whole_chain(&error));
            }
            SwarmEvent::ConnectionEstablished { peer_id, .. } => {
                if let Some(known) = self.peers.get_mut(&peer_id) {
                    known.dial_at = None;
                }
            }
            SwarmEvent::ConnectionClosed { peer_id, num_established: 0, .. } => {
                self.back_off(peer_id);
                if self.up.remove(&peer_id) {
                    self.tell(Event::PeerDown(of_peer(&peer_id))).await;
                } else if self.peers.contains_key(&peer_id) {
                    self.tell(Event::Trouble(of_peer(&peer_id), Trouble::TurnedAway)).await;
                }
            }
            SwarmEvent::OutgoingConnectionError { peer_id: Some(id), error, .. } => {
                tracing::debug!(peer = %id, "dial failed: {}", whole_chain(&error));
                if !self.net.swarm.is_connected(&id) {
                    self.back_off(id);
                    let trouble = match error {
                        DialError::WrongPeerId { .. } => Trouble::WrongNode,
                        _ => Trouble::Unreachable,
                    };
                    self.tell(Event::Trouble(of_peer(&id), trouble)).await;
                }
            }
            SwarmEvent::IncomingConnectionError { error, peer_id, .. } => {
                // At debug only: strangers must not be able to fill the disk.
                tracing::debug!(peer = ?peer_id, "connection refused: {}", whole_chain(&error));
            }
            SwarmEvent::Behaviour(BehaviourEvent::Ping(event)) => self.ping(event).await,
            SwarmEvent::Behaviour(BehaviourEvent::Exchange(event)) => self.exchange(event).await,
            _ => {}
        }
    }

    /// A peer is up from the first answered ping on: an end that refuses us looks
    /// connected for a moment.
    async fn ping(&mut self, ping::Event { peer, connection, result }: ping::Event) {
        if result.is_err() {
            self.close(connection);
            return;
        }
        if let Some(known) = self.peers.get_mut(&peer) {
            known.failures = 0;
            if self.net.swarm.is_connected(&peer) && self.up.insert(peer) {
                self.tell(Event::PeerUp(of_peer(&peer))).await;
            }
        }
    }

    fn close(&mut self, connection: ConnectionId) {
        self.net.swarm.close_connection(connection);
    }

    async fn exchange(&mut self, event: request_response::Event<Vec<u8>, Vec<u8>>) {
        use request_response::Event as E;
        match event {
            E::Message { peer, message: Message::Request { request, channel, .. }, .. } => {
                self.next_token += 1;
                let token = self.next_token;
                self.waiting.insert(token, channel);
                self.forget_dead();
                let from: TransportId = of_peer(&peer);
                self.tell(Event::Received { from, token, bytes: request }).await;
            }
            E::Message { message: Message::Response { request_id, response }, .. } => {
                if let Some(token) = self.sent.remove(&request_id) {
                    self.tell(Event::Sent { token, bytes: response }).await;
                }
            }
            E::OutboundFailure { peer, request_id, error, .. } => {
                tracing::debug!("no reply: {error}");
                if is_other_version(&error) {
                    self.tell(Event::Trouble(of_peer(&peer), Trouble::OtherVersion)).await;
                }
                if let Some(token) = self.sent.remove(&request_id) {
                    self.tell(Event::Failed { token }).await;
                }
            }
            E::InboundFailure { .. } | E::ResponseSent { .. } => {}
        }
    }

    /// Channels whose asker is gone are of no use to anyone.
    fn forget_dead(&mut self) {
        self.waiting.retain(|_, channel| channel.is_open());
    }
}
