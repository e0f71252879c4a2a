//! Names of stored things. One letter, then random ids and numbers: a store key
//! says nothing about a person.

use ihala_envelope::{AgencyId, Digest, MessageId, NetworkId, ReferralId, Timestamp};
use ihala_protocol::consent::ConsentId;
use ihala_protocol::handover::ServiceRequestId;
use ihala_protocol::referral::{Role, TaskStatus};

use ihala_store::SlotNumber;

use crate::serial::Serial;
use crate::views::Direction;

/// The node's own state.
pub(crate) const NODE: &[u8] = b"A";
/// The text of the trust list.
pub(crate) const TRUST_FILE: &[u8] = b"t";
/// Digest of the text that was last both in force and in the file.
pub(crate) const TRUST_SEEN: &[u8] = b"f";

pub(crate) const PROFILES: u8 = b'P';
pub(crate) const TRUST: u8 = b'T';
pub(crate) const ISPS: u8 = b'I';
pub(crate) const CONSENTS: u8 = b'C';
pub(crate) const REFERRALS: u8 = b'R';
const EVENTS: u8 = b'E';
const HELD: u8 = b'H';
const INCOMING: u8 = b'S';
const OUTGOING: u8 = b'O';
const SENT: u8 = b'M';
const QUEUE: u8 = b'Q';
const INBOX: u8 = b'X';
const ARRIVED: u8 = b'N';
const LIST: u8 = b'L';
const LIST_BY_STATUS: u8 = b'V';
const AUDIT: u8 = b'U';
pub(crate) const NOT_TAKEN: u8 = b'F';
pub(crate) const ALARMS: u8 = b'G';
const FORKED: u8 = b'Y';
const WHOLE: u8 = b'W';
const BY_CONSENT: u8 = b'K';
const BY_REQUEST: u8 = b'B';
pub(crate) const PAPER: u8 = b'p';
pub(crate) const PAPER_SIGNED: u8 = b's';
pub(crate) const ISP_SIGNED_AT: u8 = b'c';
pub(crate) const DROPPED: u8 = b'd';
const ENDED: u8 = b'x';
const LETTERS: u8 = b'j';
const EVIDENCE: u8 = b'y';
pub(crate) const ISP_CHANGES: u8 = b'J';
pub(crate) const ESCALATED: u8 = b'e';
pub(crate) const NOMINATED: u8 = b'n';
const WITNESSED: u8 = b'w';
const SUBTREES: u8 = b'u';
pub(crate) const AGENDA: u8 = b'D';
pub(crate) const ERASING: u8 = b'Z';

/// Two histories of an agency's cards.
pub(crate) const DISPUTED: u8 = b'z';
/// Cards under which messages of an agency are kept, where they are more than its chain.
pub(crate) const CARDS_SEEN: u8 = b'v';
const OUTSTANDING: u8 = b'o';
const DISOWNED: u8 = b'l';
const BUSINESS: u8 = b'a';
/// Charters and roster of a network.
pub(crate) const ROSTERS: u8 = b'r';
const ROSTER_STEPS: u8 = b'q';
const LETTERS_IN: u8 = b'i';
/// Agencies that have not told yet what came after the backup we were restored from.
pub(crate) const BEHIND: u8 = b'b';
const ACCOUNTS: u8 = b'g';
/// No key of the store starts with this.
pub(crate) const BESIDE: u8 = 0xfe;
/// What backups are sealed to.
pub(crate) const BACKUP_KEY: &[u8] = b"k";

fn key(letter: u8, parts: &[&[u8]]) -> Vec<u8> {
    let mut key = vec![letter];
    for part in parts {
        key.extend_from_slice(part);
    }
    key
}

/// First key after all that start with `prefix`.
pub(crate) fn end_of(prefix: &[u8]) -> Vec<u8> {
    let mut end = prefix.to_vec();
    let last = end.last_mut().expect("prefixes are not empty");
    *last = last.checked_add(1).expect("letters are below 0xff");
    end
}

pub(crate) fn profile(agency: &AgencyId) -> Vec<u8> {
    key(PROFILES, &[agency.as_bytes()])
}

pub(crate) fn trust(agency: &AgencyId) -> Vec<u8> {
    key(TRUST, &[agency.as_bytes()])
}

pub(crate) fn isp(digest: &Digest) -> Vec<u8> {
    key(ISPS, &[digest.as_bytes()])
}

pub(crate) fn consent(id: &ConsentId) -> Vec<u8> {
    key(CONSENTS, &[&id.0])
}

pub(crate) fn referral(id: &ReferralId) -> Vec<u8> {
    key(REFERRALS, &[id.as_bytes()])
}

/// A message that must not be, without its content.
pub(crate) fn evidence(agency: &AgencyId, digest: &Digest) -> Vec<u8> {
    key(EVIDENCE, &[agency.as_bytes(), digest.as_bytes()])
}

/// The same, with one agency.
pub(crate) fn ended_with(consent: &ConsentId, agency: &AgencyId) -> Vec<u8> {
    key(ENDED, &[&consent.0, agency.as_bytes()])
}

/// A receiver without a node.
pub(crate) fn paper(agency: &AgencyId) -> Vec<u8> {
    key(PAPER, &[agency.as_bytes()])
}

/// What was signed on paper by a party without a node.
pub(crate) fn paper_signed(isp: &Digest, agency: &AgencyId) -> Vec<u8> {
    key(PAPER_SIGNED, &[isp.as_bytes(), agency.as_bytes()])
}

/// Since when we know of a party's signature.
pub(crate) fn isp_signed_at(isp: &Digest, party: &AgencyId) -> Vec<u8> {
    key(ISP_SIGNED_AT, &[isp.as_bytes(), party.as_bytes()])
}

/// How often an agency dropped what it had accepted.
pub(crate) fn dropped(agency: &AgencyId) -> Vec<u8> {
    key(DROPPED, &[agency.as_bytes()])
}

/// A consent whose withdrawal was recorded here.
pub(crate) fn ended(consent: &ConsentId) -> Vec<u8> {
    key(ENDED, &[&consent.0])
}

/// Charters and roster of a network.
pub(crate) fn roster(network: &NetworkId) -> Vec<u8> {
    key(ROSTERS, &[network.as_bytes()])
}

/// What a version of a network's roster changed.
pub(crate) fn roster_step(network: &NetworkId, charter: u32, version: u64) -> Vec<u8> {
    let order = [&charter.to_be_bytes()[..], &version.to_be_bytes()].concat();
    key(ROSTER_STEPS, &[network.as_bytes(), &order])
}

/// All of those of a network.
pub(crate) fn roster_steps(network: &NetworkId) -> (Vec<u8>, Vec<u8>) {
    (
        key(ROSTER_STEPS, &[network.as_bytes()]),
        key(ROSTER_STEPS, &[network.as_bytes(), &[0xff; 13]]),
    )
}

/// A referral with an agency that is open, or whose content is left at one of the two.
pub(crate) fn business(agency: &AgencyId, id: &ReferralId) -> Vec<u8> {
    key(BUSINESS, &[agency.as_bytes(), id.as_bytes()])
}

/// All of those with one agency.
pub(crate) fn business_with(agency: &AgencyId) -> (Vec<u8>, Vec<u8>) {
    (key(BUSINESS, &[agency.as_bytes()]), key(BUSINESS, &[agency.as_bytes(), &[0xff; 17]]))
}

/// All of those.
pub(crate) fn all_business() -> (Vec<u8>, Vec<u8>) {
    (vec![BUSINESS], vec![BUSINESS + 1])
}

/// Cards under which messages of an agency are kept.
pub(crate) fn cards_seen(agency: &AgencyId) -> Vec<u8> {
    key(CARDS_SEEN, &[agency.as_bytes()])
}

/// The other history of an agency's cards.
pub(crate) fn disputed(agency: &AgencyId) -> Vec<u8> {
    key(DISPUTED, &[agency.as_bytes()])
}

/// The first card of a history that is not the agency's, as its people have said.
pub(crate) fn disowned(agency: &AgencyId, card: &Digest) -> Vec<u8> {
    key(DISOWNED, &[agency.as_bytes(), card.as_bytes()])
}

/// A message under a card that was replaced, which its agency has named as its own and which
/// has not arrived. Its value: whether it is still under way, as far as the agency knows.
pub(crate) fn outstanding(agency: &AgencyId, at: Serial, digest: &Digest) -> Vec<u8> {
    key(OUTSTANDING, &[agency.as_bytes(), &at.to_bytes(), digest.as_bytes()])
}

/// Those before a place.
pub(crate) fn outstanding_before(agency: &AgencyId, at: Serial) -> (Vec<u8>, Vec<u8>) {
    let agency = agency.as_bytes();
    (key(OUTSTANDING, &[agency]), key(OUTSTANDING, &[agency, &at.to_bytes()]))
}

/// A letter of ours.
pub(crate) fn letter(agency: &AgencyId, at: Serial) -> Vec<u8> {
    key(LETTERS, &[agency.as_bytes(), &at.to_bytes()])
}

/// A letter of an agency.
pub(crate) fn letter_in(agency: &AgencyId, at: Serial) -> Vec<u8> {
    key(LETTERS_IN, &[agency.as_bytes(), &at.to_bytes()])
}

/// An agency that has not told yet what came after the backup we were restored from.
pub(crate) fn behind(agency: &AgencyId) -> Vec<u8> {
    key(BEHIND, &[agency.as_bytes()])
}

/// In a backup: something that is kept beside the store.
pub(crate) fn beside(name: &str) -> Vec<u8> {
    key(BESIDE, &[name.as_bytes()])
}

/// A part of an agency's account.
pub(crate) fn account(agency: &AgencyId, part: u32) -> Vec<u8> {
    key(ACCOUNTS, &[agency.as_bytes(), &part.to_be_bytes()])
}

/// All parts of an agency's account.
pub(crate) fn accounts_of(agency: &AgencyId) -> (Vec<u8>, Vec<u8>) {
    (account(agency, 0), key(ACCOUNTS, &[agency.as_bytes(), &[0xff; 5]]))
}

/// What a party did with a protocol.
pub(crate) fn isp_change(isp: &Digest, party: &AgencyId) -> Vec<u8> {
    key(ISP_CHANGES, &[isp.as_bytes(), party.as_bytes()])
}

/// Something overdue that a peer told us as the focal point.
pub(crate) fn escalated(at: Timestamp, number: &[u8; 8]) -> Vec<u8> {
    key(ESCALATED, &[&at.0.to_be_bytes(), number])
}

/// A service that an agency nominated for support: its n-th.
pub(crate) fn nominated(by: &AgencyId, number: u64) -> Vec<u8> {
    key(NOMINATED, &[by.as_bytes(), &number.to_be_bytes()])
}

/// All of an agency's nominations.
pub(crate) fn nominated_by(by: &AgencyId) -> (Vec<u8>, Vec<u8>) {
    (nominated(by, 0), nominated(by, u64::MAX))
}

/// The number that a key ends with.
pub(crate) fn last_number(key: &[u8]) -> Option<u64> {
    key.last_chunk().map(|bytes| u64::from_be_bytes(*bytes))
}

/// How far an agency's audit tree had come when it told us last, and ours when we told it.
pub(crate) fn witnessed(agency: &AgencyId) -> Vec<u8> {
    key(WITNESSED, &[agency.as_bytes()])
}

/// The hash of a full block of the audit tree's leaves.
pub(crate) fn subtree(block: u64) -> Vec<u8> {
    key(SUBTREES, &[&block.to_be_bytes()])
}

/// The whole form of a referral that we sent, with what was withheld.
pub(crate) fn whole(id: &ReferralId) -> Vec<u8> {
    key(WHOLE, &[id.as_bytes()])
}

/// A referral that was made under a consent, in either direction.
pub(crate) fn by_consent(consent: &ConsentId, id: &ReferralId) -> Vec<u8> {
    key(BY_CONSENT, &[&consent.0, id.as_bytes()])
}

/// All referrals under a consent.
pub(crate) fn by_consent_of(consent: &ConsentId) -> (Vec<u8>, Vec<u8>) {
    (key(BY_CONSENT, &[&consent.0]), key(BY_CONSENT, &[&consent.0, &[0xff; 17]]))
}

/// A referral of a service request, in either direction.
pub(crate) fn by_request(request: &ServiceRequestId, id: &ReferralId) -> Vec<u8> {
    key(BY_REQUEST, &[&request.0, id.as_bytes()])
}

/// All referrals of a service request.
pub(crate) fn by_request_of(request: &ServiceRequestId) -> (Vec<u8>, Vec<u8>) {
    (key(BY_REQUEST, &[&request.0]), key(BY_REQUEST, &[&request.0, &[0xff; 17]]))
}

/// When something is to be done about a referral: the time stands inside, sealed.
pub(crate) fn agenda(id: &ReferralId) -> Vec<u8> {
    key(AGENDA, &[id.as_bytes()])
}

/// The referral of an agenda's key.
pub(crate) fn on_agenda(key: &[u8]) -> Option<ReferralId> {
    ReferralId::from_slice(key.strip_prefix(&[AGENDA])?)
}

/// A slot that is being erased.
pub(crate) fn erasing(slot: SlotNumber) -> Vec<u8> {
    key(ERASING, &[&slot.0.to_be_bytes()])
}

/// An applied event: the signed message.
pub(crate) fn event(id: &ReferralId, role: Role, position: u32) -> Vec<u8> {
    key(EVENTS, &[id.as_bytes(), &[role as u8], &position.to_be_bytes()])
}

/// An event that waits for another one. Its author's part in the referral may not
/// be known yet, so it stands under the author's id.
pub(crate) fn held(id: &ReferralId, author: &AgencyId, position: u32) -> Vec<u8> {
    key(HELD, &[id.as_bytes(), author.as_bytes(), &position.to_be_bytes()])
}

/// All events of a referral that wait.
pub(crate) fn held_of(id: &ReferralId) -> (Vec<u8>, Vec<u8>) {
    let from = key(HELD, &[id.as_bytes()]);
    let to = key(HELD, &[id.as_bytes(), &[0xff; AgencyId::LEN + 5]]);
    (from, to)
}

/// What has come of an agency's sequence to us, under one of its cards.
pub(crate) fn incoming(agency: &AgencyId, card: u16) -> Vec<u8> {
    key(INCOMING, &[agency.as_bytes(), &card.to_be_bytes()])
}

/// Where our sequence to an agency ends, under one of our cards.
pub(crate) fn outgoing(agency: &AgencyId, card: u16) -> Vec<u8> {
    key(OUTGOING, &[agency.as_bytes(), &card.to_be_bytes()])
}

/// What became of a message that we sent.
pub(crate) fn sent(agency: &AgencyId, at: Serial) -> Vec<u8> {
    key(SENT, &[agency.as_bytes(), &at.to_bytes()])
}

/// A message that has no receipt yet.
pub(crate) fn queue(agency: &AgencyId, at: Serial) -> Vec<u8> {
    key(QUEUE, &[agency.as_bytes(), &at.to_bytes()])
}

/// An agency's whole queue.
pub(crate) fn queue_of(agency: &AgencyId) -> (Vec<u8>, Vec<u8>) {
    (key(QUEUE, &[agency.as_bytes()]), key(QUEUE, &[agency.as_bytes(), &[0xff; 11]]))
}

/// The answer that a message got, for ever.
pub(crate) fn inbox(agency: &AgencyId, message: &MessageId) -> Vec<u8> {
    key(INBOX, &[agency.as_bytes(), message.as_bytes()])
}

/// Digests of the message at a place of an agency's sequence, for ever.
pub(crate) fn arrived(agency: &AgencyId, at: Serial) -> Vec<u8> {
    key(ARRIVED, &[agency.as_bytes(), &at.to_bytes()])
}

/// Worklist, newest first. With a status, the list of that status.
pub(crate) fn list(
    direction: Direction,
    status: Option<TaskStatus>,
    created: Timestamp,
    id: &ReferralId,
) -> Vec<u8> {
    let mut key = list_prefix(direction, status);
    key.extend_from_slice(&(u64::MAX - created.0).to_be_bytes());
    key.extend_from_slice(id.as_bytes());
    key
}

/// What all keys of a worklist start with.
pub(crate) fn list_prefix(direction: Direction, status: Option<TaskStatus>) -> Vec<u8> {
    let way = match direction {
        Direction::In => 0,
        Direction::Out => 1,
    };
    match status {
        None => key(LIST, &[&[way]]),
        Some(status) => key(LIST_BY_STATUS, &[&[way, status as u8]]),
    }
}

/// A leaf of the audit tree.
pub(crate) fn audit(index: u64) -> Vec<u8> {
    key(AUDIT, &[&index.to_be_bytes()])
}

/// The answer to a message whose place or id another one has.
pub(crate) fn forked(agency: &AgencyId, digest: &Digest) -> Vec<u8> {
    key(FORKED, &[agency.as_bytes(), digest.as_bytes()])
}

/// How often an envelope was not taken, by rule: counted, because nothing of it is kept.
pub(crate) fn not_taken(rule: &str) -> Vec<u8> {
    key(NOT_TAKEN, &[rule.as_bytes()])
}

/// How often something happened that must not, by agency and rule.
pub(crate) fn alarm(agency: &AgencyId, rule: &str) -> Vec<u8> {
    key(ALARMS, &[agency.as_bytes(), rule.as_bytes()])
}
