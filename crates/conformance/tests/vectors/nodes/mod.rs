//! What a node answers, envelope by envelope. The peer is whoever holds its keys: it signs
//! what an honest node would not.

mod delivery;
mod protocols;
mod referrals;
mod succession;
mod supplements;
mod trust;

use ihala_conformance::bench::Bench;
use ihala_conformance::vector::{
    Answer as Told, Given, Hex, Node, Own, Peer as GivenPeer, Received, Referral, Script, Vector,
};
use ihala_envelope::{Body, ChainHead, Digest, MessageId, SignedMessage, Timestamp, cbor};
use ihala_protocol::FieldId;
use ihala_protocol::letter::{Change, Checkpoint, Escalation, IspLetter};
use ihala_protocol::referral::{Answer, EventKind, Request, Supplement};
use ihala_protocol::{Form, SignedIsp, kinds, merkle};

use crate::Folder;
use crate::world::{
    DAY, LEGAL, NOW, Peer, centre, clinic, form, hospital, isp_toml, known, own_isp_toml,
    requested, signed_isp, step, supplied,
};

/// A script that is being written: what the node has answered so far.
struct Writer {
    given: Given,
    node: Bench,
    peer: Peer,
    isp: SignedIsp,
    script: Vec<Script>,
    now: Timestamp,
}

impl Writer {
    /// A clinic that trusts a centre, and a protocol that both have signed.
    fn new() -> Self {
        let isp = signed_isp(&isp_toml(&centre(), &clinic()), &[&centre(), &clinic()]);
        let given = clinic().given(&[&centre()], &[&isp]);
        Self::of(given, isp)
    }

    /// The same with a protocol that has own fields, all of which its first clause lets go.
    fn with_own() -> Self {
        let toml = own_isp_toml(&centre(), &clinic(), true);
        let isp = signed_isp(&toml, &[&centre(), &clinic()]);
        Self::of(clinic().given(&[&centre()], &[&isp]), isp)
    }

    /// The id of an own field.
    fn own_field(&self, name: &str) -> FieldId {
        self.isp.isp().own().iter().find(|field| field.name == name).unwrap().id()
    }

    fn of(given: Given, isp: SignedIsp) -> Self {
        let node = given.start().unwrap();
        let peer = Peer::new(centre(), clinic());
        Self { given, node, peer, isp, script: Vec::new(), now: NOW }
    }

    fn hand_over(&mut self, comment: &str, envelope: Hex) -> Option<String> {
        let (reply, _) = self.node.receive(&envelope.0, self.now).unwrap();
        let answer = Told::of(&reply).unwrap();
        let rule = answer.rule.clone();
        let entry = Received {
            at: self.now.0,
            comment: comment.into(),
            envelope,
            answer,
            reply: reply.into(),
        };
        self.script.push(Script::Received(entry));
        self.now = self.now.plus(60);
        rule
    }

    fn send(&mut self, comment: &str, message: &SignedMessage) -> Option<String> {
        let envelope = self.peer.seal(message);
        self.hand_over(comment, envelope)
    }

    fn signed(&mut self, body: Body, payload: Vec<u8>) -> SignedMessage {
        self.peer.sign(body, payload)
    }

    fn request(&self) -> Request {
        self.peer.request(&self.isp)
    }

    fn body(&self, referral: u8, kind: EventKind) -> Body {
        self.peer.body(referral, kind, self.now)
    }

    /// An honest request; its message.
    fn refer(&mut self, referral: u8) -> SignedMessage {
        let body = self.body(referral, EventKind::Requested);
        let mut request = self.request();
        request.handover.request.0 = [referral; 16];
        let message = self.signed(body, requested(request));
        self.send("an honest request", &message);
        message
    }

    /// People at the node take a step; the digest of its event.
    fn own(&mut self, referral: u8, kind: EventKind, change: impl FnOnce(&mut Own)) -> Digest {
        let centre = centre();
        self.given.peer = Some(GivenPeer {
            identity: [centre.seed; 32].into(),
            receive: centre.receive_secret(),
        });
        let mut own = Own {
            at: self.now.0,
            comment: "people at the node".into(),
            referral: [referral; 16].into(),
            step: kind.name().into(),
            code: None,
            fields: Vec::new(),
            safe_contact: false,
            frame: Hex(Vec::new()),
        };
        change(&mut own);
        own.frame = own.take(&mut self.node, &self.given).unwrap();
        let digest = SignedMessage::from_own_store(&own.frame.0).unwrap().digest();
        self.script.push(Script::Own(own));
        self.now = self.now.plus(60);
        digest
    }

    /// The body of a step that follows `before` in the sender's chain.
    fn after(&self, before: &SignedMessage, kind: EventKind) -> Body {
        let link = before.body().link.clone().unwrap();
        let mut body = self.body(link.referral.0[0], kind);
        let own = body.link.as_mut().unwrap();
        (own.position, own.previous) = (link.position + 1, Some(before.digest()));
        body
    }

    fn letter(&self, kind: u16) -> Body {
        Body { kind, link: None, ..self.body(0, EventKind::Requested) }
    }

    fn finish(mut self, folder: &mut Folder, name: &str, comment: &str, expect: &str) {
        let Some(Script::Received(last)) = self.script.last() else { panic!("{name}: no answer") };
        assert_eq!(last.answer.rule.as_deref().unwrap_or("accept"), expect, "{name}");
        let now = Timestamp(last.at);
        let vector = Node {
            vector: "node".into(),
            comment: comment.into(),
            expect: expect.into(),
            given: self.given,
            referrals: Referral::all(&mut self.node, now).unwrap(),
            alarms: self.node.alarms(now).unwrap(),
            script: self.script,
        };
        let name = match expect {
            "accept" => format!("accept-{name}"),
            rule => format!("{}-{name}", rule.to_lowercase()),
        };
        folder.put("node", &name, Vector::Node(Box::new(vector)));
    }
}

pub(crate) fn forge(folder: &mut Folder) {
    delivery::forge(folder);
    protocols::forge(folder);
    referrals::forge(folder);
    succession::forge(folder);
    supplements::forge(folder);
    trust::forge(folder);
}

/// One message, and what must come of it.
fn one(
    folder: &mut Folder,
    name: &str,
    comment: &str,
    expect: &str,
    make: impl FnOnce(&mut Writer) -> SignedMessage,
) {
    let mut w = Writer::new();
    let message = make(&mut w);
    w.send(comment, &message);
    w.finish(folder, name, comment, expect);
}

/// One request that is spoiled.
fn spoiled(
    folder: &mut Folder,
    name: &str,
    comment: &str,
    expect: &str,
    spoil: impl FnOnce(&mut Request),
) {
    one(folder, name, comment, expect, |w| {
        let body = w.body(1, EventKind::Requested);
        let mut request = w.request();
        spoil(&mut request);
        w.signed(body, requested(request))
    });
}
