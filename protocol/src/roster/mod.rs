//! Charters and rosters (`spec/roster.md`): who belongs to a network, said by a core group of
//! which k of n must agree. After TUF's rules for root keys.

mod author;
mod bundle;
mod signed;

use ihala_envelope::{AgencyId, Class, Digest, IdentityKey, NetworkId, Refusal, Timestamp};
use minicbor::{Decode, Encode};

pub use author::Draft;
pub use bundle::{Bundle, SignedPart};
pub use signed::{Document, SignedBySeats};

use crate::rules::{
    ROSTER_CHAIN, ROSTER_FORK, ROSTER_FORM, ROSTER_LOST, ROSTER_OLDER, ROSTER_OTHER_CHARTER,
    ROSTER_SEATS, ROSTER_SIGNED,
};
use crate::text::is_name;

/// Seats of a core group at most.
pub const SEATS_MAX: usize = 32;
/// Charters of a network at most.
pub const CHARTERS_MAX: usize = 128;
/// Members of a network at most.
pub const MEMBERS_MAX: usize = 512;
/// Longest name, in characters.
pub const NAME_MAX: usize = 60;
/// Longest roster with its signatures, in bytes.
pub const ROSTER_MAX: usize = 81_920;
/// For how long a charter or roster can hold, in seconds.
pub const VALID_MAX: u64 = 3 * 366 * 86_400;
/// For how long after its end a roster still lets new requests go, in seconds.
pub const GRACE: u64 = 14 * 86_400;

/// A seat of the core group.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Seat {
    /// The key that signs for it.
    #[n(0)]
    pub key: IdentityKey,
    /// Who holds it.
    #[n(1)]
    pub name: String,
}

/// Who decides about a network.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Charter {
    /// From 1.
    #[n(1)]
    pub version: u32,
    /// Digest of the one before; none for the first.
    #[n(2)]
    pub previous: Option<Digest>,
    /// The network's name.
    #[n(3)]
    pub name: String,
    /// The core group, by the bytes of the keys, rising.
    #[n(4)]
    pub seats: Vec<Seat>,
    /// How many of them must sign.
    #[n(5)]
    pub threshold: u8,
    /// When it was made.
    #[n(6)]
    pub issued: Timestamp,
    /// Its last second.
    #[n(7)]
    pub expires: Timestamp,
}

impl Charter {
    fn keys(&self) -> impl Iterator<Item = &IdentityKey> {
        self.seats.iter().map(|seat| &seat.key)
    }

    /// The seats that `next` gives to others.
    pub fn leavers(&self, next: &Self) -> usize {
        self.keys().filter(|key| !next.keys().any(|k| k.as_bytes() == key.as_bytes())).count()
    }

    /// Whether so many must agree that no two groups can (ROS-04).
    fn check_seats(&self) -> Result<(), Refusal> {
        let (seats, threshold) = (self.seats.len(), usize::from(self.threshold));
        let rise = self.seats.windows(2).all(|s| s[0].key.as_bytes() < s[1].key.as_bytes());
        let majority = 2 * threshold > seats && threshold <= seats;
        if rise && majority { Ok(()) } else { Err(ROSTER_SEATS.refuse()) }
    }
}

impl Document for Charter {
    const CLASS: Class = Class::CharterSignature;

    fn is_well_formed(&self) -> bool {
        self.version >= 1
            && (self.version == 1) == self.previous.is_none()
            && is_name(&self.name, NAME_MAX)
            && (1..=SEATS_MAX).contains(&self.seats.len())
            && self.seats.iter().all(|seat| is_name(&seat.name, NAME_MAX))
            && can_hold(self.issued, self.expires)
    }
}

/// Whether a charter or a roster can be issued and end then.
pub fn can_hold(issued: Timestamp, expires: Timestamp) -> bool {
    issued < expires && expires <= Timestamp::MAX && expires.0 - issued.0 <= VALID_MAX
}

/// How a member stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// It belongs to the network.
    #[n(1)]
    Active,
    /// For now, it does not.
    #[n(2)]
    Suspended,
    /// It has left.
    #[n(3)]
    Withdrawn,
}

impl Standing {
    /// Its name on screens.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// An agency of a network. Members are never taken out: only suspended or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Member {
    /// The agency.
    #[n(0)]
    pub agency: AgencyId,
    /// What the network calls it.
    #[n(1)]
    pub name: String,
    /// How it stands.
    #[n(2)]
    pub standing: Standing,
    /// Since when.
    #[n(3)]
    pub since: Timestamp,
}

/// Who belongs to a network.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Roster {
    /// The network: digest of its first charter.
    #[n(1)]
    pub network: NetworkId,
    /// Version of the charter by which it was signed.
    #[n(2)]
    pub charter: u32,
    /// Digest of that charter.
    #[n(3)]
    pub charter_digest: Digest,
    /// From 1.
    #[n(4)]
    pub version: u64,
    /// Digest of the one before; none for the first.
    #[n(5)]
    pub previous: Option<Digest>,
    /// When it was made.
    #[n(6)]
    pub issued: Timestamp,
    /// Its last second.
    #[n(7)]
    pub expires: Timestamp,
    /// By agency id, rising.
    #[n(8)]
    pub members: Vec<Member>,
}

impl Roster {
    /// A member.
    pub fn member(&self, agency: &AgencyId) -> Option<&Member> {
        let place = self.members.binary_search_by_key(agency, |m| m.agency);
        place.ok().map(|place| &self.members[place])
    }
}

impl Document for Roster {
    const CLASS: Class = Class::RosterSignature;

    fn is_well_formed(&self) -> bool {
        self.version >= 1
            && (self.version == 1) == self.previous.is_none()
            && self.members.len() <= MEMBERS_MAX
            && self.members.windows(2).all(|m| m[0].agency < m[1].agency)
            && self.members.iter().all(|m| is_name(&m.name, NAME_MAX) && m.since <= Timestamp::MAX)
            && can_hold(self.issued, self.expires)
    }
}

/// The verified charters of a network, and its newest roster.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    id: NetworkId,
    charters: Vec<SignedBySeats<Charter>>,
    roster: Option<SignedBySeats<Roster>>,
}

/// Which roster somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct RosterHad {
    /// Version of the charter by which it was signed.
    #[n(0)]
    pub charter: u32,
    /// Its own version.
    #[n(1)]
    pub version: u64,
    /// Its digest.
    #[n(2)]
    pub digest: Digest,
}

impl RosterHad {
    /// The roster in use in a network.
    pub fn of(network: &Network) -> Option<Self> {
        let roster = network.roster()?;
        let (charter, version) = order(roster.document());
        Some(Self { charter, version, digest: roster.digest() })
    }

    /// Whether somebody with this one should see another: it is newer, or of the same version
    /// and not the same.
    fn wants(had: Option<Self>, roster: &SignedBySeats<Roster>) -> bool {
        let Some(had) = had else { return true };
        let offered = order(roster.document());
        offered > (had.charter, had.version)
            || (offered == (had.charter, had.version) && roster.digest() != had.digest)
    }
}

/// What came of a roster that was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is the one that is known.
    Known,
    /// It is newer, and in use now.
    New,
    /// The same, and it does not continue the one that was known: there were two of one version.
    Healed,
}

impl Network {
    /// Begins with the first charter (ROS-02 to ROS-04).
    pub fn first(charter: SignedBySeats<Charter>) -> Result<Self, Refusal> {
        if charter.document().version != 1 {
            return Err(ROSTER_CHAIN.refuse());
        }
        charter.document().check_seats()?;
        check_threshold(&charter, charter.document())?;
        let id = NetworkId(charter.digest().0);
        Ok(Self { id, charters: vec![charter], roster: None })
    }

    /// The network: digest of its first charter.
    pub const fn id(&self) -> NetworkId {
        self.id
    }

    /// The charter in force.
    pub fn charter(&self) -> &SignedBySeats<Charter> {
        self.charters.last().expect("a network has a charter")
    }

    /// All charters, from the first.
    pub fn charters(&self) -> &[SignedBySeats<Charter>] {
        &self.charters
    }

    /// The newest roster.
    pub const fn roster(&self) -> Option<&SignedBySeats<Roster>> {
        self.roster.as_ref()
    }

    /// Takes the next charter: signed by enough seats of the one before and by enough of its
    /// own, with fewer seats given to others than must sign (ROS-02 to ROS-04).
    pub fn next_charter(&mut self, next: SignedBySeats<Charter>) -> Result<(), Refusal> {
        let now = self.charter();
        let (old, new) = (now.document(), next.document());
        if Some(new.version) != old.version.checked_add(1) || new.previous != Some(now.digest()) {
            return Err(ROSTER_CHAIN.refuse());
        }
        if self.charters.len() >= CHARTERS_MAX {
            return Err(ROSTER_FORM.refuse());
        }
        new.check_seats()?;
        if old.leavers(new) >= usize::from(old.threshold) {
            return Err(ROSTER_SEATS.refuse());
        }
        check_threshold(&next, old)?;
        check_threshold(&next, new)?;
        let mut next = next;
        let seats: Vec<IdentityKey> = old.keys().chain(next.document().keys()).copied().collect();
        next.keep_signatures_of(seats.iter());
        self.charters.push(next);
        Ok(())
    }

    /// Whether a charter could have stood where another one of its version stands: then the
    /// core group has signed two.
    pub(crate) fn is_forked_by(&self, other: &SignedBySeats<Charter>) -> bool {
        let before = usize::try_from(other.document().version).unwrap_or(0).saturating_sub(1);
        if before == 0 || before >= self.charters.len() {
            return false;
        }
        let charters = self.charters[..before].to_vec();
        Self { id: self.id, charters, roster: None }.next_charter(other.clone()).is_ok()
    }

    /// Takes a roster, if it is newer than the one that is known (ROS-03, ROS-05 to ROS-08).
    pub fn next_roster(&mut self, next: SignedBySeats<Roster>) -> Result<Taken, Refusal> {
        let (charter, new) = (self.charter(), next.document());
        if let Some(known) = &self.roster
            && next.digest() == known.digest()
        {
            return Ok(Taken::Known);
        }
        let of_it = (new.network, new.charter, new.charter_digest);
        if of_it != (self.id, charter.document().version, charter.digest()) {
            return Err(ROSTER_OTHER_CHARTER.refuse());
        }
        check_threshold(&next, charter.document())?;
        let mut taken = Taken::New;
        if let Some(known) = &self.roster {
            let old = known.document();
            if order(new) < order(old) {
                return Err(ROSTER_OLDER.refuse());
            }
            if order(new) == order(old) {
                return Err(ROSTER_FORK.refuse());
            }
            if old.members.iter().any(|member| new.member(&member.agency).is_none()) {
                return Err(ROSTER_LOST.refuse());
            }
            let follows =
                new.charter == old.charter && Some(new.version) == old.version.checked_add(1);
            if follows && new.previous != Some(known.digest()) {
                taken = Taken::Healed;
            }
        }
        let mut next = next;
        let seats: Vec<IdentityKey> = self.charter().document().keys().copied().collect();
        next.keep_signatures_of(seats.iter());
        self.roster = Some(next);
        Ok(taken)
    }

    /// How an agency stands, if it is named.
    pub fn standing(&self, agency: &AgencyId) -> Option<Standing> {
        Some(self.roster.as_ref()?.document().member(agency)?.standing)
    }

    /// Whether charter and roster let new requests go: they hold, or have ended within the
    /// grace (ROS-09).
    pub fn lets_go(&self, now: Timestamp) -> bool {
        let holds = |expires: Timestamp| now <= expires.plus(GRACE);
        let roster = self.roster.as_ref().is_none_or(|roster| holds(roster.document().expires));
        roster && holds(self.charter().document().expires)
    }
}

/// Rosters rise by charter, then by version: with other seats, versions can begin anew.
fn order(roster: &Roster) -> (u32, u64) {
    (roster.charter, roster.version)
}

/// ROS-03.
fn check_threshold<T: Document>(
    signed: &SignedBySeats<T>,
    charter: &Charter,
) -> Result<(), Refusal> {
    match signed.count(charter.keys()) >= usize::from(charter.threshold) {
        true => Ok(()),
        false => Err(ROSTER_SIGNED.refuse()),
    }
}
