//! The network as every run finds it: five agencies, cards exchanged, protocols signed.
//! Made once; each run starts from copies of the disks.

use std::sync::OnceLock;

use ihala_engine::{Answer, Command, Input, Output};
use ihala_envelope::{Digest, Timestamp};

use crate::cases::CLAUSES;
use crate::disk::Image;
use crate::member::{Identity, Member, answer, request};

/// When every run begins: 2026-06-01.
pub(crate) const START: Timestamp = Timestamp(1_780_272_000);

/// Agencies that keep the rules.
pub(crate) const HONEST: usize = 4;
/// The one that does not: a member like the others, by its papers.
pub(crate) const HOSTILE: usize = 4;
/// Whom the hostile one writes to.
pub(crate) const VICTIM: usize = 1;

const NAMES: [&str; 5] = ["Centre", "Clinic", "Hospital", "Shelter", "Mallory"];

/// Who shares a protocol with whom.
pub(crate) const PAIRS: [(usize, usize); 6] =
    [(0, 1), (1, 2), (2, 0), (0, 3), (3, 1), (HOSTILE, VICTIM)];

pub(crate) struct Template {
    pub(crate) identities: Vec<Identity>,
    pub(crate) images: Vec<Image>,
    /// Digest of the protocol of each pair.
    pub(crate) isps: Vec<Digest>,
    /// Number and digest of the hostile member's last message to its victim.
    pub(crate) hostile_sequence: (u64, Option<Digest>),
}

/// The head of a sequence, as an engine stores it.
#[derive(minicbor::Decode)]
#[cbor(map)]
struct SequenceHead {
    #[n(1)]
    sent: u64,
    #[n(2)]
    digest: Option<Digest>,
}

pub(crate) fn get() -> &'static Template {
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    TEMPLATE.get_or_init(make)
}

fn make() -> Template {
    let seeds = 1..=u8::try_from(NAMES.len()).unwrap();
    let mut members: Vec<Member> =
        NAMES.iter().zip(seeds).map(|(name, seed)| Member::create(name, seed, START)).collect();
    for (one, other) in PAIRS {
        for (from, to) in [(one, other), (other, one)] {
            let card = match members[to].ask(Command::CardShow, START).unwrap() {
                Answer::Card(card) => card,
                other => panic!("no card: {other:?}"),
            };
            let add = Command::TrustAdd {
                card: card.file.into_bytes(),
                fingerprint: card.fingerprint,
                petname: None,
            };
            members[from].ask(add, START).unwrap();
            let node = members[to].identity.transport.clone();
            members[from].handle(vec![Input::PeerUp(node)], START).unwrap();
        }
    }
    let isps = PAIRS.iter().map(|(one, other)| sign(&mut members, *one, *other)).collect();
    let hostile_sequence = {
        let key = [b"O", members[VICTIM].identity.id.as_bytes().as_slice(), &[0, 1]].concat();
        let stored = members[HOSTILE].read(&key);
        let head = stored.map(|bytes| minicbor::decode::<SequenceHead>(&bytes).unwrap());
        head.map_or((0, None), |head| (head.sent, head.digest))
    };
    Template {
        identities: members.iter().map(|m| m.identity.clone()).collect(),
        images: members.iter().map(|m| m.disk.image()).collect(),
        isps,
        hostile_sequence,
    }
}

/// The text of a protocol between two.
pub(crate) fn protocol(
    [one, other]: [&Identity; 2],
    (version, previous): (u32, Option<&str>),
    valid_from: &str,
    clauses: &str,
) -> String {
    let party = |of: &Identity| format!("{} = \"{}\"\n", of.name, of.id);
    let previous = previous.map_or_else(String::new, |id| format!("previous = \"{id}\"\n"));
    format!(
        "isp = \"ihala-isp/1\"\ntitle = \"{} and {}\"\nversion = {version}\n{previous}purposes = \
         [\"service-provision\"]\nvalid_from = {valid_from}\nvalid_until = 2027-12-31\nreview = \
         2026-12-31\noverlap_days = 14\nretention_days = 60\nonward = true\n[parties]\n{}{}{clauses}",
        one.name,
        other.name,
        party(one),
        party(other)
    )
}

/// Has two members sign a protocol, by messages.
fn sign(members: &mut [Member], one: usize, other: usize) -> Digest {
    let parties = [&members[one].identity, &members[other].identity];
    let toml = protocol(parties, (1, None), "2026-01-01", CLAUSES);
    let isp = match members[one].ask(Command::IspDraft { toml }, START).unwrap() {
        Answer::Isp(isp) => isp.id,
        other => panic!("no protocol: {other:?}"),
    };
    for (from, to) in [(one, other), (other, one)] {
        let sign = request(Command::IspSign { isp: isp.clone() });
        let outputs = members[from].handle(vec![sign], START).unwrap();
        answer(&outputs).unwrap();
        carry(members, from, to, outputs);
    }
    Digest::from_hex(&isp).unwrap()
}

/// Delivers what was sent, and the reply.
fn carry(members: &mut [Member], from: usize, to: usize, outputs: Vec<Output>) {
    for output in outputs {
        let Output::Send { message, bytes, .. } = output else { continue };
        let received = Input::Received { token: 2, bytes };
        let replies = members[to].handle(vec![received], START).unwrap();
        let reply = replies.into_iter().find_map(|o| match o {
            Output::Reply { bytes, .. } => Some(bytes),
            _ => None,
        });
        let to = members[to].identity.id;
        let replied = Input::Replied { to, message, bytes: reply.unwrap() };
        members[from].handle(vec![replied], START).unwrap();
    }
}
