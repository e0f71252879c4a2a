//! `ihala audit verify`: recomputes the audit tree and every chain from the store.

use std::collections::HashSet;

use ihala_envelope::{AgencyId, Digest, OpenedMessage};
use ihala_protocol::Referral;
use ihala_protocol::referral::{Applied, Event, EventKind, Role};
use ihala_protocol::rules::DEL_WITHHELD;
use ihala_store::{StoreError, Vault};

use crate::audit::{Act, Leaf, Tree};
use crate::directory::Directory;
use crate::engine::Engine;
use crate::io::Stop;
use crate::keyspace;
use crate::records::{Arrived, NodeState, ReferralRecord, Sent};
use crate::serial::{Incoming, Outgoing, Serial};
use crate::txn::{Txn, decode};
use crate::views::AuditReport;

/// Most findings that are listed.
const FINDINGS_MAX: usize = 100;
/// Entries read at a time.
const PAGE: usize = 512;

impl Engine {
    /// Recomputes the audit tree and every chain, without a running node.
    pub fn audit(&mut self) -> Result<AuditReport, Stop> {
        let (vault, node, directory) = self.parts();
        audit(vault, node.clone(), directory).map_err(Stop)
    }
}

fn audit(
    vault: &mut Vault,
    node: NodeState,
    directory: &Directory,
) -> Result<AuditReport, StoreError> {
    run(&mut Txn::new(vault, node), directory)
}

pub(crate) fn run(txn: &mut Txn<'_>, directory: &Directory) -> Result<AuditReport, StoreError> {
    let mut audit = Audit {
        directory,
        in_leaves: HashSet::new(),
        without_content: HashSet::new(),
        report: AuditReport {
            ok: true,
            leaves: txn.node.audit.size,
            head: txn.node.audit.root().to_string(),
            referrals: 0,
            signatures: 0,
            findings: Vec::new(),
        },
    };
    audit.tree(txn)?;
    audit.referrals(txn)?;
    audit.sequences(txn)?;
    Ok(audit.report)
}

/// The bytes of a key, unless they are missing or do not open.
fn intact(txn: &mut Txn<'_>, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
    match txn.get_bytes(key) {
        Ok(found) => Ok(found.map(|(_, bytes)| bytes)),
        Err(StoreError::Damaged(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

struct Audit<'a> {
    directory: &'a Directory,
    /// Messages that a leaf says were signed or stored here.
    in_leaves: HashSet<Digest>,
    /// Referrals that were buried, and messages whose content was destroyed, by a leaf.
    without_content: HashSet<Digest>,
    report: AuditReport,
}

impl Audit<'_> {
    fn finding(&mut self, text: String) {
        self.report.ok = false;
        if self.report.findings.len() < FINDINGS_MAX {
            self.report.findings.push(text);
        }
    }

    fn tree(&mut self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        let mut tree = Tree::default();
        while tree.size < txn.node.audit.size {
            let index = tree.size;
            let Some(bytes) = intact(txn, &keyspace::audit(index))? else {
                self.finding(format!("audit leaf {index} is missing or damaged"));
                return Ok(());
            };
            let leaf: Leaf = decode(&bytes)?;
            if matches!(leaf.act, Act::Signed | Act::Stored | Act::Returned) {
                self.in_leaves.insert(leaf.subject);
            }
            if matches!(leaf.act, Act::Buried | Act::Reduced) {
                self.without_content.insert(leaf.subject);
            }
            tree.append(&bytes);
        }
        if tree != txn.node.audit {
            self.finding("the audit tree's leaves do not give its recorded head".into());
        }
        Ok(())
    }

    fn referrals(&mut self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        let end = keyspace::end_of(&[keyspace::REFERRALS]);
        let mut from = vec![keyspace::REFERRALS];
        loop {
            let page = txn.next_page(&mut from, &end, PAGE)?;
            if page.is_empty() {
                return Ok(());
            }
            for (_, bytes) in page {
                let record: ReferralRecord = decode(&bytes)?;
                self.referral(txn, &record)?;
                self.report.referrals += 1;
            }
        }
    }

    /// Verifies every event's signature and folds both chains again.
    fn referral(&mut self, txn: &mut Txn<'_>, record: &ReferralRecord) -> Result<(), StoreError> {
        let stored = &record.referral;
        let mut waiting = Vec::new();
        for role in [Role::Sender, Role::Receiver] {
            for position in 1..=stored.len(role) {
                let key = keyspace::event(&stored.id, role, position);
                let name = format!("referral {} event {role:?} {position}", stored.id);
                let Some(bytes) = intact(txn, &key)? else {
                    self.finding(format!("{name} is missing or damaged"));
                    return Ok(());
                };
                let Some(message) = self.verified(&bytes) else {
                    self.finding(format!("{name} does not verify"));
                    return Ok(());
                };
                if !self.in_leaves.contains(&message.digest()) {
                    self.finding(format!("{name} has no leaf in the audit tree"));
                }
                let link = message.body().link.clone();
                let kind = link.as_ref().and_then(|l| EventKind::by_code(l.step));
                let (Some(link), Some(kind)) = (link, kind) else {
                    self.finding(format!("{name} is not a referral event"));
                    return Ok(());
                };
                match Event::from_payload(link.step, message.payload()) {
                    Ok(_) => {}
                    // A request without content is one that was erased, and a leaf says so.
                    Err(refusal) if refusal.rule.id == DEL_WITHHELD.id => {
                        let leaf = Digest::of(stored.id.as_bytes());
                        let buried =
                            record.erased.is_some() && self.without_content.contains(&leaf);
                        if !buried && !self.without_content.contains(&message.digest()) {
                            self.finding(format!(
                                "{name} has lost its content, and no leaf says why"
                            ));
                        }
                    }
                    Err(_) => self.finding(format!("{name} is not a referral event")),
                }
                waiting.push((role, link, kind, message.digest()));
            }
        }
        let mut folded = Referral::new(stored.id, stored.sender, stored.receiver);
        while !waiting.is_empty() {
            let before = waiting.len();
            waiting.retain(|(role, link, kind, digest)| {
                !matches!(folded.apply(*role, link, *kind, *digest), Ok(Applied::Now))
            });
            if waiting.len() == before {
                break;
            }
        }
        if folded != *stored {
            self.finding(format!("referral {}: its events do not fold to its state", stored.id));
        }
        Ok(())
    }

    fn verified(&mut self, bytes: &[u8]) -> Option<ihala_envelope::SignedMessage> {
        let opened = OpenedMessage::from_stored(bytes).ok()?;
        let card = opened.claimed_card();
        let key = self.directory.stored_key(&opened.claimed_sender(), &card)?;
        self.report.signatures += 1;
        opened.verify(&card, &key).ok()
    }

    /// The sequences with every known agency under every card: no hole, every link in place.
    fn sequences(&mut self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        let directory = self.directory;
        for (agency, known) in &directory.agencies {
            for (card, _) in &known.seen {
                let card = directory.card_number(agency, card).unwrap_or_default();
                self.incoming(txn, agency, card)?;
            }
            for card in 1..=directory.me.cards().number() {
                self.outgoing(txn, agency, card)?;
            }
        }
        Ok(())
    }

    fn incoming(
        &mut self,
        txn: &mut Txn<'_>,
        agency: &AgencyId,
        card: u16,
    ) -> Result<(), StoreError> {
        let incoming: Incoming = txn.get(&keyspace::incoming(agency, card))?.unwrap_or_default();
        let mut previous = None;
        for seq in 1..=incoming.contiguous {
            let key = keyspace::arrived(agency, Serial { card, seq });
            let arrived: Option<Arrived> = txn.get(&key)?;
            match arrived {
                Some(a) if a.previous == previous => previous = Some(a.digest),
                _ => {
                    self.finding(format!("message {seq} from {agency} is missing or unlinked"));
                    break;
                }
            }
        }
        Ok(())
    }

    fn outgoing(
        &mut self,
        txn: &mut Txn<'_>,
        agency: &AgencyId,
        card: u16,
    ) -> Result<(), StoreError> {
        let outgoing: Outgoing = txn.get(&keyspace::outgoing(agency, card))?.unwrap_or_default();
        let mut last = None;
        for seq in 1..=outgoing.sent {
            let sent: Option<Sent> = txn.get(&keyspace::sent(agency, Serial { card, seq }))?;
            let Some(sent) = sent else {
                self.finding(format!("message {seq} to {agency} is missing"));
                break;
            };
            last = Some(sent.digest);
        }
        if last != outgoing.digest {
            self.finding(format!("the sequence to {agency} does not end where it should"));
        }
        Ok(())
    }
}
