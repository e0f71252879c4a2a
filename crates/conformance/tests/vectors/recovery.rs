//! Letters after a restore from a backup: the question, and the account of what came after it.

use ihala_envelope::{Digest, Draft, Personal, cbor};
use ihala_protocol::recovery::{
    Account, AccountEnd, AccountPart, Exchanged, Highest, Recovery, Tree, Upto,
};
use ihala_protocol::referral::EventKind;
use ihala_protocol::{Receipt, Reply, kinds};
use minicbor::bytes::ByteVec;

use crate::Folder;
use crate::world::{NOW, Peer, centre, clinic, isp_toml, known, requested, secret, signed_isp};

pub(crate) fn forge(folder: &mut Folder) {
    let mut put = |name: &str, comment: &str, kind: u16, payload: Vec<u8>| {
        let expect = if name.starts_with("accept-") { "accept" } else { "DEL-09" };
        folder.letter(name, comment, expect, kind, payload);
    };
    let upto = |n: u8| Upto { card: Digest([n; 32]), number: n.into() };
    let asked = Recovery { sent: vec![upto(7)], came: vec![upto(3), upto(4)] };
    let kind = kinds::RECOVERY;
    put("accept-recovery", "how far a backup goes", kind, cbor::to_vec(&asked));
    let zero = Upto { card: Digest([7; 32]), number: 0 };
    let nothing = Recovery { sent: vec![zero], came: vec![] };
    put("accept-recovery-of-nothing", "nothing was exchanged", kind, cbor::to_vec(&nothing));
    let many = Recovery { came: vec![upto(3); 257], ..asked.clone() };
    put("del-09-recovery-too-many", "more cards than a chain has", kind, cbor::to_vec(&many));
    let none = Recovery { sent: vec![], ..asked };
    put("del-09-recovery-no-card", "no card that was lost", kind, cbor::to_vec(&none));

    let kind = kinds::ACCOUNT;
    let last = Highest { card: Digest([7; 32]), number: 8, digest: Some(Digest([8; 32])) };
    let end = AccountEnd {
        highest: vec![last],
        tree: Some(Tree { size: 9, root: Digest([9; 32]) }),
        more: false,
    };
    let ending = |last: Highest| Some(AccountEnd { highest: vec![last], ..end.clone() });
    let parts = account().into_parts(end.clone());
    let whole = &parts[0];
    put("accept-account", "a protocol and a message with its receipt", kind, cbor::to_vec(whole));
    let empty = Account::new(Digest([2; 32])).into_parts(nothing_more());
    put("accept-account-of-nothing", "nothing came after it", kind, cbor::to_vec(&empty[0]));
    for (name, comment, spoiled) in [
        (
            "no-digest",
            "the highest message has no digest",
            AccountPart { end: ending(Highest { digest: None, ..last }), ..whole.clone() },
        ),
        (
            "digest-of-nothing",
            "no message, and yet a digest",
            AccountPart { end: ending(Highest { number: 0, ..last }), ..whole.clone() },
        ),
        ("part-513", "more than 512 parts", AccountPart { part: 512, ..whole.clone() }),
        (
            "long-part",
            "more than 49,152 bytes",
            AccountPart { bytes: vec![0; 49_153].into(), ..whole.clone() },
        ),
    ] {
        put(&format!("del-09-account-{name}"), comment, kind, cbor::to_vec(&spoiled));
    }
    put("del-09-account-empty", "no letter is an empty map", kind, vec![0xa0]);
}

/// A protocol, and a request with the receipt that it got.
fn account() -> Account {
    let isp = signed_isp(&isp_toml(&centre(), &clinic()), &[&centre(), &clinic()]);
    let mut peer = Peer::new(centre(), clinic());
    let body = peer.body(1, EventKind::Requested, NOW);
    let payload = requested(peer.request(&isp));
    let message = peer.sign(body, payload);
    let body = message.body();
    let receipt = Receipt {
        message: body.id,
        digest: message.digest(),
        by: clinic().id(),
        card: clinic().profile.cards().digest(),
        to: centre().id(),
        at: NOW,
        contiguous: 1,
        highest: 1,
        reduced: None,
    };
    let mut account = Account::new(Digest([2; 32]));
    account.add_protocol(isp.to_stored());
    let reply = Reply::Receipt(receipt.sign(&secret(clinic().seed)).into());
    assert!(account.add(&message, reply.clone()));
    let mut left = peer.request(&isp);
    left.form = left.form.only(&known(&[1, 2]));
    left.consent.fields.clear();
    assert!(account.add_gone(&message.without_payload(), reply, left));
    account
}

fn nothing_more() -> AccountEnd {
    AccountEnd { highest: vec![], tree: None, more: false }
}

/// Every item of an account is read as it was written.
#[test]
fn an_account_holds_what_was_put_in() {
    let parts = account().into_parts(nothing_more());
    let items = ihala_protocol::recovery::exchanged(&parts[0].bytes).unwrap();
    let [Exchanged::Protocol(isp), Exchanged::Message(message, _), Exchanged::Gone(_, _, left)] =
        items.as_slice()
    else {
        panic!("three items: {}", items.len())
    };
    assert_eq!(left.form.ids().count(), 2);
    assert!(isp.len() > 100 && message.len() > 100);
    let cut: &ByteVec = &parts[0].bytes;
    assert!(ihala_protocol::recovery::exchanged(&cut[..cut.len() - 1]).is_err());
}

/// A large account is cut into parts, and says so when not all of it has room.
#[test]
fn a_large_account_comes_in_parts_and_is_bounded() {
    let mut account = Account::new(Digest([2; 32]));
    let mut peer = Peer::new(centre(), clinic());
    let mut body = peer.body(1, EventKind::Nudged, NOW);
    (body.kind, body.link) = (kinds::NOMINATION, None);
    let draft = Draft { body, payload: Personal::new(vec![7; 50_000]) };
    let message = peer.sign(draft.body, draft.payload.into_inner());
    let mut taken = 0;
    while account.add(&message, Reply::NotStored("DEL-04".into())) {
        taken += 1;
    }
    let parts = account.into_parts(nothing_more());
    assert!(parts.len() <= 512 && parts.len() > 500, "{}", parts.len());
    let (last, others) = parts.split_last().unwrap();
    assert!(last.end.as_ref().is_some_and(|end| end.more));
    assert!(others.iter().all(|part| part.end.is_none() && part.bytes.len() == 49_152));
    let bytes: Vec<u8> = parts.iter().flat_map(|part| part.bytes.to_vec()).collect();
    assert_eq!(ihala_protocol::recovery::exchanged(&bytes).unwrap().len(), taken);
}
