//! Whether its node can be reached, and is its node.

use std::time::Duration;

use ihala_envelope::cbor;
use ihala_protocol::Reply;
use ihala_tests::peer::TestPeer;
use ihala_tests::{Agency, Pair, ihala, until};
use libp2p::futures::StreamExt;

use crate::Page;

pub(crate) fn diagnoses() -> Page {
    let mut page = Page::default();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    fine(&mut page);
    other_nodes(&mut page);
    runtime.block_on(other_version(&mut page));
    let how = "A node with its connection key and without its identity key answers.";
    runtime.block_on(page.answers(b"anything", "wrong-key", "Not its answer", how));
    let refusal = cbor::to_vec(&Reply::NotStored("ENV-06".into()));
    let how = "It refuses what we send, here by a rule on the form of messages.";
    runtime.block_on(page.answers(&refusal, "refused", "Refused", how));
    page
}

fn fine(page: &mut Page) {
    let pair = Pair::new();
    until("nothing is under way", || pair.centre.json(&["status"])["peers"][0]["queued"] == 0);
    page.finds(&pair.centre, "clinic", "fine", "Fine", "Nothing is wrong.");
    // What concerns nobody else is told where nobody is asked about.
    let whole = pair.centre.run(&["doctor"]).ok();
    assert!(whole.contains("not sealed with a passphrase"), "{whole}");
    assert!(!pair.centre.run(&["doctor", "clinic"]).ok().contains("passphrase"));
}

fn other_nodes(page: &mut Page) {
    let mut pair = Pair::new();
    pair.clinic.stop();
    pair.refer(&pair.consent());
    page.finds(&pair.centre, "clinic", "unreachable", "Unreachable", "Its node does not run.");
    let listen = format!("/ip4/127.0.0.1/tcp/{}", pair.clinic.port);
    let home = pair.folder.path().join("stranger");
    let init = ["init", "--unprotected", "--name", "stranger", "--listen", &listen];
    ihala(["--home", home.to_str().unwrap()].iter().chain(&init)).ok();
    let mut stranger = Agency::of(home, "stranger", pair.clinic.port);
    stranger.start();
    let how = "Another node listens at its address.";
    page.finds(&pair.centre, "clinic", "wrong-key", "Wrong key", how);
    stranger.stop();
    pair.clinic.start();
    pair.centre.wait_for_peers(1);
}

/// A node that speaks ping and another version of our protocol.
async fn other_version(page: &mut Page) {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "centre");
    let secret = ihala_envelope::Secret::new([77; 32]);
    let transport = ihala_net::transport_id(&secret);
    let key = libp2p::identity::Keypair::ed25519_from_bytes([77; 32]).unwrap();
    let mut swarm = libp2p::SwarmBuilder::with_existing_identity(key)
        .with_tokio()
        .with_tcp(
            libp2p::tcp::Config::default(),
            libp2p::noise::Config::new,
            libp2p::yamux::Config::default,
        )
        .unwrap()
        .with_behaviour(|_| libp2p::ping::Behaviour::default())
        .unwrap()
        .with_swarm_config(|config| config.with_idle_connection_timeout(Duration::from_secs(60)))
        .build();
    swarm.listen_on("/ip4/127.0.0.1/tcp/0".parse().unwrap()).unwrap();
    let address = loop {
        if let libp2p::swarm::SwarmEvent::NewListenAddr { address, .. } =
            swarm.select_next_some().await
        {
            break address.to_string();
        }
    };
    tokio::spawn(async move {
        loop {
            swarm.select_next_some().await;
        }
    });
    TestPeer::trusted_by(folder.path(), &agency, |statement| {
        statement.peers = vec![transport];
        statement.addresses = vec![address];
    });
    let how = "Its node answers and does not speak our protocol.";
    page.finds(&agency, "Test peer", "version", "Version", how);
}
