//! A peer of our own making: a real node on the network, with a card, whose
//! messages say whatever a test wants them to say.

use std::path::Path;

use ihala_conformance::Tree;
use ihala_envelope::{
    AgencyId, Body, Digest, Draft, IdentitySecret, MessageId, Personal, ReceiveKey, ReceiveSecret,
    ReferralId, ReferralLink, Secret, SignedMessage, Suite, Timestamp, cbor,
};
use ihala_net::{Command, Event, Net};
use ihala_protocol::consent::{ConsentId, Scope};
use ihala_protocol::handover::{Handover, ServiceRequestId};
use ihala_protocol::referral::{Event as ReferralEvent, Request};
use ihala_protocol::statement::{Name, PublishedKey, Statement};
use ihala_protocol::{CardChain, FieldId, Form, Isp, Profile, Reply, SignedIsp, date, kinds};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::{Agency, PATIENCE, sample};

/// The test peer.
pub struct TestPeer {
    identity: IdentitySecret,
    profile: Profile,
    commands: mpsc::UnboundedSender<Command>,
    events: mpsc::Receiver<Event>,
    rng: ChaCha20Rng,
    target: Profile,
    isp: Digest,
    token: u64,
}

/// Now, as the nodes see it.
pub fn now() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Timestamp(since.unwrap().as_secs())
}

impl TestPeer {
    /// Joins the network, trusted by `agency`, with a protocol that both have signed.
    pub async fn join(folder: &Path, agency: &Agency) -> Self {
        let mut rng = ChaCha20Rng::from_seed([42; 32]);
        let identity = IdentitySecret::generate(&mut rng);
        let next = IdentitySecret::generate(&mut rng).public();
        let receive = ReceiveSecret::generate(Suite::Hpke4, &mut rng);
        let transport = Secret::new([43; 32]);
        let net = Net::listen(&transport, "/ip4/127.0.0.1/tcp/0").unwrap();
        let (commands, receiver) = mpsc::unbounded_channel();
        let (sender, mut events) = mpsc::channel(64);
        tokio::spawn(ihala_net::run(net, receiver, sender));
        let Some(Event::Listening(address)) = events.recv().await else { panic!("not listening") };

        let cards = CardChain::first(&identity, &next);
        let profile = trust(folder, agency, &identity, cards, &receive, |statement| {
            statement.peers = vec![ihala_net::transport_id(&transport)];
            statement.addresses = vec![address];
        });
        let file = agency.json(&["card", "show"])["file"].as_str().unwrap().to_owned();
        let target = Profile::from_file(file.as_bytes()).unwrap();
        let isp = sign_protocol(folder, agency, &identity, &profile, &target);

        let peers = vec![ihala_net::Peer {
            id: target.statement().peers[0].clone(),
            addresses: target.statement().addresses.clone(),
        }];
        commands.send(Command::SetPeers(peers)).unwrap();
        let mut peer = Self { identity, profile, commands, events, rng, target, isp, token: 0 };
        while !matches!(peer.event().await, Event::PeerUp(_)) {}
        peer
    }

    /// An agency that is on the agency's trust list, with a statement after `edit`, and has no
    /// node of its own.
    pub fn trusted_by(folder: &Path, agency: &Agency, edit: impl FnOnce(&mut Statement)) {
        let mut rng = ChaCha20Rng::from_seed([42; 32]);
        let identity = IdentitySecret::generate(&mut rng);
        let next = IdentitySecret::generate(&mut rng).public();
        let receive = ReceiveSecret::generate(Suite::Hpke4, &mut rng);
        let cards = CardChain::first(&identity, &next);
        trust(folder, agency, &identity, cards, &receive, edit);
    }

    async fn event(&mut self) -> Event {
        timeout(PATIENCE, self.events.recv()).await.expect("an event in time").unwrap()
    }

    /// A complete request, `seq`-th in the sequence after `previous`.
    pub fn body(&self, seq: u64, previous: Option<Digest>) -> Body {
        let name = u8::try_from(seq).unwrap();
        Body {
            id: MessageId([name; 16]),
            kind: kinds::REFERRAL,
            sender: self.profile.id(),
            card: self.profile.cards().digest(),
            recipient: self.target.id(),
            network: None,
            seq,
            previous,
            link: Some(ReferralLink {
                referral: ReferralId([name; 16]),
                position: 1,
                previous: None,
                other: None,
                step: 1,
            }),
            created: now(),
            expires: None,
            roster: None,
            commitment: Digest([0; 32]),
        }
    }

    /// The payload of an honest request with the fields named.
    pub fn request(&self, fields: &[u16]) -> Vec<u8> {
        self.request_until(fields, Timestamp::MAX)
    }

    /// The same under a consent that ends.
    pub fn request_until(&self, fields: &[u16], ends: Timestamp) -> Vec<u8> {
        let text = std::fs::read_to_string(sample("legal.toml")).unwrap();
        // Each one is a new need.
        let mut request = [0; 16];
        rand::Rng::fill_bytes(&mut rand::rng(), &mut request);
        let request = Request {
            form: Form::from_toml(&text)
                .unwrap()
                .only(&fields.iter().copied().map(FieldId::Known).collect::<Vec<_>>()),
            isp: self.isp,
            consent: Scope {
                reference: ConsentId([1; 16]),
                recipient: self.target.id(),
                purposes: vec![1],
                fields: (1..100).map(FieldId::Known).collect(),
                valid_from: Timestamp(0),
                valid_until: ends,
                onward: false,
            },
            two_stages: false,
            transfer: false,
            handover: Handover::first(ServiceRequestId(request), self.profile.id()),
        };
        ReferralEvent::Requested(Box::new(request)).to_payload().into_inner()
    }

    /// Signs a message.
    pub fn sign(&mut self, body: Body, payload: Vec<u8>) -> SignedMessage {
        Draft { body, payload: Personal::new(payload) }.sign(&self.identity, &mut self.rng).unwrap()
    }

    /// The node's receive key.
    pub fn key(&self) -> ReceiveKey {
        self.target.statement().receive_key(now()).unwrap().clone()
    }

    /// Seals a message to a key.
    pub fn seal(&mut self, message: &SignedMessage, key: &ReceiveKey) -> Vec<u8> {
        message.seal(key, &mut self.rng).unwrap()
    }

    /// A key pair that the node does not have.
    pub fn strange_key(&mut self) -> ReceiveKey {
        ReceiveSecret::generate(Suite::Hpke9, &mut self.rng).public()
    }

    /// Hands bytes over; the reply's bytes.
    pub async fn hand_over(&mut self, bytes: Vec<u8>) -> Vec<u8> {
        self.token += 1;
        let to = self.target.statement().peers[0].clone();
        self.commands.send(Command::Send { to, token: self.token, bytes }).unwrap();
        loop {
            match self.event().await {
                Event::Sent { token, bytes } if token == self.token => {
                    // What a running node sends has the form that the grammar gives it.
                    assert!(Tree::read("reply", &bytes).is_some(), "not a reply");
                    return bytes;
                }
                Event::Failed { token } if token == self.token => panic!("no reply"),
                _ => {}
            }
        }
    }

    /// Answers everything that comes with the same bytes, for as long as the runtime lives.
    pub fn answer_everything(mut self, bytes: Vec<u8>) {
        tokio::spawn(async move {
            while let Some(event) = self.events.recv().await {
                if let Event::Received { token, .. } = event {
                    let reply = Command::Reply { token, bytes: bytes.clone() };
                    self.commands.send(reply).unwrap();
                }
            }
        });
    }

    /// The reply, decoded, with the rule of a refusal verified.
    pub fn rule(&self, reply: &[u8]) -> String {
        match cbor::from_slice(reply).unwrap() {
            Reply::NotStored(rule) => rule,
            Reply::Statement(_) => "statement".into(),
            Reply::Profile(..) | Reply::Roster(..) => "answer".into(),
            Reply::Receipt(_) => "receipt".into(),
            Reply::Refusal(sign1) => {
                let (id, card): (AgencyId, Digest) =
                    (self.target.id(), self.target.cards().digest());
                let by = (&id, &card, self.target.cards().identity_key());
                let me = self.profile.id();
                ihala_protocol::RefusalNotice::verify(&sign1, by, &me).expect("signed").rule
            }
        }
    }
}

/// Puts an agency with a statement after `edit` on an agency's trust list.
fn trust(
    folder: &Path,
    agency: &Agency,
    identity: &IdentitySecret,
    cards: CardChain,
    receive: &ReceiveSecret,
    edit: impl FnOnce(&mut Statement),
) -> Profile {
    let mut statement = Statement {
        agency: cards.id(),
        card: cards.digest(),
        seq: 1,
        issued: now(),
        names: vec![Name { lang: "en".into(), text: "Test peer".into() }],
        peers: vec![ihala_net::transport_id(&Secret::new([43; 32]))],
        addresses: Vec::new(),
        keys: vec![PublishedKey {
            key: receive.public(),
            not_before: Timestamp(0),
            not_after: Timestamp::MAX,
            fallback: false,
        }],
        features: None,
    };
    edit(&mut statement);
    let profile = Profile::sign(cards, &statement, identity).unwrap();
    let card = folder.join("peer.card");
    std::fs::write(&card, profile.to_file()).unwrap();
    let id = profile.id().to_string();
    agency.run(&["trust", "add", card.to_str().unwrap(), "--fingerprint", &id]).ok();
    profile
}

/// A protocol that lets legal referrals with a few fields go from the peer to the agency.
fn sign_protocol(
    folder: &Path,
    agency: &Agency,
    identity: &IdentitySecret,
    profile: &Profile,
    target: &Profile,
) -> Digest {
    let (from, until) = (date::show_day(now()), date::show_day(now().plus(300 * 86_400)));
    let toml = format!(
        "isp = \"ihala-isp/1\"\ntitle = \"Test\"\nversion = 1\npurposes = [\"service-provision\"]\n\
         valid_from = {from}\nvalid_until = {until}\nreview = {until}\noverlap_days = 0\n\
         retention_days = 1\nonward = false\n[parties]\npeer = \"{}\"\nagency = \"{}\"\n[[clause]]\n\
         label = \"1\"\nfrom = \"peer\"\nto = \"agency\"\ncase_types = [\"legal\"]\n\
         fields = [\"request\", \"person.name\"]\nsingle_stage = true\n",
        profile.id(),
        target.id()
    );
    let mut isp = SignedIsp::new(Isp::from_toml(&toml).unwrap());
    isp.sign(profile.id(), profile.cards().digest(), identity, now()).unwrap();
    let file = folder.join("peer.isp");
    std::fs::write(&file, isp.to_file()).unwrap();
    agency.run(&["isp", "import", file.to_str().unwrap()]).ok();
    agency.run(&["isp", "sign", &isp.digest().to_string()]).ok();
    isp.digest()
}
