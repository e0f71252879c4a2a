//! Real nodes on loopback.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::time::Duration;

use ihala_envelope::{Secret, TransportId};
use ihala_net::{Command, Event, Net, NetError, Peer, REQUEST_MAX, run, transport_id};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;

struct Node {
    id: TransportId,
    address: String,
    commands: mpsc::UnboundedSender<Command>,
    events: mpsc::Receiver<Event>,
    task: JoinHandle<()>,
}

impl Node {
    async fn start(seed: u8, address: &str) -> Self {
        let secret = Secret::new([seed; 32]);
        let net = Net::listen(&secret, address).unwrap();
        let (commands, receiver) = mpsc::unbounded_channel();
        let (sender, mut events) = mpsc::channel(64);
        let task = tokio::spawn(run(net, receiver, sender));
        let address = match events.recv().await.unwrap() {
            Event::Listening(address) => address,
            other => panic!("{other:?}"),
        };
        Self { id: transport_id(&secret), address, commands, events, task }
    }

    fn know(&self, peers: &[&Self]) {
        let peers = peers
            .iter()
            .map(|p| Peer { id: p.id.clone(), addresses: vec![p.address.clone()] })
            .collect();
        self.commands.send(Command::SetPeers(peers)).unwrap();
    }

    async fn until<T>(&mut self, mut wanted: impl FnMut(Event) -> Option<T>) -> T {
        loop {
            let event = timeout(Duration::from_secs(30), self.events.recv()).await;
            if let Some(found) = wanted(event.expect("an event within 30 s").unwrap()) {
                return found;
            }
        }
    }

    async fn up(&mut self, peer: &TransportId) {
        self.until(|e| matches!(e, Event::PeerUp(id) if id == *peer).then_some(())).await;
    }
}

const ANY: &str = "/ip4/127.0.0.1/tcp/0";

async fn exchange(from: &mut Node, to: &mut Node, bytes: Vec<u8>) -> Option<Vec<u8>> {
    let send = Command::Send { to: to.id.clone(), token: 1, bytes: bytes.clone() };
    from.commands.send(send).unwrap();
    if bytes.len() <= REQUEST_MAX {
        let token = to
            .until(|e| match e {
                Event::Received { token, bytes: got, .. } => {
                    assert_eq!(got, bytes);
                    Some(token)
                }
                _ => None,
            })
            .await;
        to.commands.send(Command::Reply { token, bytes: b"reply".to_vec() }).unwrap();
    }
    from.until(|e| match e {
        Event::Sent { token: 1, bytes } => Some(Some(bytes)),
        Event::Failed { token: 1 } => Some(None),
        _ => None,
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn peers_exchange_bytes_and_find_one_another_again() {
    let mut a = Node::start(1, ANY).await;
    let mut b = Node::start(2, ANY).await;
    a.know(&[&b]);
    b.know(&[&a]);
    a.up(&b.id).await;
    b.up(&a.id).await;
    assert_eq!(exchange(&mut a, &mut b, vec![7; REQUEST_MAX]).await, Some(b"reply".to_vec()));
    assert_eq!(exchange(&mut b, &mut a, vec![]).await, Some(b"reply".to_vec()));
    // Too long: nothing of it arrives, and the connection survives.
    assert_eq!(exchange(&mut a, &mut b, vec![7; REQUEST_MAX + 1]).await, None);
    assert!(exchange(&mut a, &mut b, vec![8]).await.is_some());

    let (id, address) = (b.id.clone(), b.address.clone());
    b.task.abort();
    a.until(|e| matches!(e, Event::PeerDown(_)).then_some(())).await;
    let mut b = Node::start(2, &address).await;
    b.know(&[&a]);
    a.up(&id).await;
    b.up(&a.id).await;
    assert!(exchange(&mut a, &mut b, vec![9]).await.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_gets_nothing_and_who_is_removed_is_cut_off() {
    let mut a = Node::start(3, ANY).await;
    let mut b = Node::start(4, ANY).await;
    let mut stranger = Node::start(5, ANY).await;
    a.know(&[&b]);
    b.know(&[&a]);
    stranger.know(&[&a]);
    a.up(&b.id).await;
    b.up(&a.id).await;
    let send = Command::Send { to: a.id.clone(), token: 1, bytes: b"let me in".to_vec() };
    stranger.commands.send(send).unwrap();
    let heard = timeout(Duration::from_secs(2), stranger.up(&a.id)).await;
    assert!(heard.is_err(), "the stranger is never up");

    a.know(&[]);
    b.until(|e| matches!(e, Event::PeerDown(_)).then_some(())).await;
    let mut seen = Vec::new();
    while let Ok(event) = a.events.try_recv() {
        seen.push(event);
    }
    assert!(!seen.iter().any(|e| matches!(e, Event::Received { .. })), "{seen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_port_and_a_wrong_address_are_told() {
    let first = Node::start(6, ANY).await;
    let secret = Secret::new([7; 32]);
    let busy = Net::listen(&secret, &first.address.replace(&format!("/p2p/{:?}", first.id), ""));
    assert!(matches!(busy, Err(NetError::Listen { .. })));
    assert!(matches!(Net::listen(&secret, "localhost:80"), Err(NetError::Address(_))));
}
