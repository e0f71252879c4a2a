//! Charters and rosters, and every attack on them.

use ihala_conformance::vector::{Hex, RosterFile, Vector};
use ihala_envelope::{AgencyId, Digest, NetworkId, Timestamp};
use ihala_protocol::roster::{
    Bundle, Charter, Document, Member, Roster, Seat, SignedBySeats, Standing,
};

use crate::Folder;
use crate::world::{DAY, NOW, secret};

type Signed<T> = SignedBySeats<T>;

pub(crate) fn charter(seats: &[u8], threshold: u8, before: Option<&Signed<Charter>>) -> Charter {
    let seat = |seed: &u8| Seat { key: secret(*seed).public(), name: format!("Holder {seed}") };
    let mut seats: Vec<Seat> = seats.iter().map(seat).collect();
    seats.sort_by_key(|seat| *seat.key.as_bytes());
    Charter {
        version: before.map_or(1, |before| before.document().version + 1),
        previous: before.map(SignedBySeats::digest),
        name: "Network".into(),
        seats,
        threshold,
        issued: NOW,
        expires: Timestamp(NOW.0 + 365 * DAY),
    }
}

pub(crate) fn by<T: Document>(document: T, seats: &[u8]) -> Signed<T> {
    let mut signed = SignedBySeats::new(document).unwrap();
    seats.iter().for_each(|seed| signed.sign(&secret(*seed)));
    signed
}

pub(crate) fn roster(
    first: &Signed<Charter>,
    by: &Signed<Charter>,
    version: u64,
    of: &[(u8, Standing)],
) -> Roster {
    let member = |(id, standing): &(u8, Standing)| Member {
        agency: AgencyId([*id; 32]),
        name: format!("Agency {id}"),
        standing: *standing,
        since: NOW,
    };
    Roster {
        network: NetworkId(first.digest().0),
        charter: by.document().version,
        charter_digest: by.digest(),
        version,
        previous: (version > 1).then_some(Digest([1; 32])),
        issued: NOW,
        expires: Timestamp(NOW.0 + 90 * DAY),
        members: of.iter().map(member).collect(),
    }
}

pub(crate) fn bundle(charters: &[&Signed<Charter>], roster: Option<Signed<Roster>>) -> Vec<u8> {
    Bundle { charters: charters.iter().map(|c| (*c).clone()).collect(), roster }.to_bytes()
}

pub(crate) fn forge(folder: &mut Folder) {
    use Standing::{Active, Suspended, Withdrawn};
    let five = [11, 12, 13, 14, 15];
    let seven = [11, 12, 13, 14, 15, 16, 17];
    let first = by(charter(&seven, 5, None), &five);
    let members = [(1, Active), (2, Active)];
    let third = by(roster(&first, &first, 3, &members), &five);
    let known = bundle(&[&first], Some(third.clone()));
    let mut put = |rule: &str, name: &str, comment: &str, known: Option<&[u8]>, file: Vec<u8>| {
        let (known, file): (Option<Hex>, Hex) = (known.map(Into::into), file.into());
        let (found, in_use) = RosterFile::take(known.as_ref(), &file, None).unwrap();
        assert_eq!(found, rule, "{name}");
        let vector = RosterFile {
            vector: "roster-file".into(),
            comment: comment.into(),
            expect: rule.into(),
            known,
            file,
            at: None,
            in_use,
        };
        let name = format!("{}-{name}", rule.to_lowercase());
        folder.put("roster-file", &name, Vector::RosterFile(vector));
    };
    put(
        "accept",
        "charter",
        "a charter alone: five of its seven seats have signed",
        None,
        bundle(&[&first], None),
    );
    put("accept", "roster", "a charter and a roster", None, known.clone());
    let offer = |r: Roster, seats: &[u8]| bundle(&[&first], Some(by(r, seats)));
    let fourth = |of: &[(u8, Standing)]| roster(&first, &first, 4, of);
    let suspended = [(1, Active), (2, Suspended), (3, Withdrawn)];
    put(
        "accept",
        "next",
        "the next version",
        Some(&known),
        offer(fourth(&suspended), &[11, 12, 13, 16, 17]),
    );
    let alone = bundle(&[], Some(by(fourth(&suspended), &five)));
    put("accept", "roster-alone", "without the charters that are known", Some(&known), alone);
    let far = offer(roster(&first, &first, 90, &suspended), &five);
    put("accept", "later", "versions may be left out", Some(&known), far);
    put("accept", "same", "the very one that is known", Some(&known), known.clone());
    let more = offer(fourth(&suspended), &seven);
    put("accept", "all-sign", "more signatures than are needed", Some(&known), more);

    put("ROS-01", "empty", "no bundle", None, vec![0x80]);
    let doubled = double_last(&offer(fourth(&members), &five), 5);
    put(
        "ROS-01",
        "one-key-twice",
        "one seat has signed twice: its signature counts once, and there is one way to write that",
        Some(&known),
        doubled,
    );
    let mut late = charter(&seven, 5, None);
    late.expires = late.issued;
    put("ROS-01", "ends-before", "it ends when it begins", None, raw(&late, &five));
    put(
        "ROS-02",
        "no-charter",
        "a roster without any charter, and none is known",
        None,
        bundle(&[], Some(third)),
    );
    let next = |seats: &[u8], threshold| charter(seats, threshold, Some(&first));
    let all: Vec<u8> = (11..=21).collect();
    let step = |c: Charter, seats: &[u8]| bundle(&[&first, &by(c, seats)], None);
    let skipped = Charter { version: 3, ..next(&seven, 5) };
    put("ROS-02", "skipped", "version 3 after 1", Some(&known), step(skipped, &all));
    let unlinked = Charter { previous: Some(Digest([3; 32])), ..next(&seven, 5) };
    put(
        "ROS-02",
        "unlinked",
        "names another charter before it",
        Some(&known),
        step(unlinked, &all),
    );
    let other = by(charter(&[21, 22, 23], 2, None), &[21, 22]);
    put(
        "ROS-02",
        "other-network",
        "the charter of another network",
        Some(&known),
        bundle(&[&other], None),
    );
    let four = offer(fourth(&suspended), &[11, 12, 13, 14]);
    put("ROS-03", "minority", "four of the five that must sign", Some(&known), four);
    let strangers = offer(fourth(&suspended), &[11, 12, 13, 14, 18, 19]);
    put("ROS-03", "strangers", "four seats, and two keys that are none", Some(&known), strangers);
    let changed = [11, 12, 13, 18, 19, 20, 21];
    let old_only = step(next(&changed, 5), &five);
    put(
        "ROS-03",
        "new-seats-missing",
        "five seats of the old group, three of the new",
        Some(&known),
        old_only,
    );
    let new_only = step(next(&changed, 5), &changed);
    put(
        "ROS-03",
        "old-seats-missing",
        "all of the new group, three of the old",
        Some(&known),
        new_only,
    );
    let mut spoiled = offer(fourth(&suspended), &five);
    let at = spoiled.len() - 3;
    spoiled[at] ^= 1;
    put("ROS-03", "spoiled", "the last signature is damaged", Some(&known), spoiled);
    let half = by(charter(&[11, 12, 13, 14], 2, None), &[11, 12]);
    put(
        "ROS-04",
        "half",
        "two of four: the other two could do the same",
        None,
        bundle(&[&half], None),
    );
    let mut doubled = charter(&[11, 12, 13], 3, None);
    doubled.seats[1] = doubled.seats[0].clone();
    put(
        "ROS-04",
        "one-key-for-two-seats",
        "two seats with one key",
        None,
        raw(&doubled, &[11, 12, 13]),
    );
    let gone =
        step(next(&[11, 12, 18, 19, 20, 21, 22], 5), &[11, 12, 13, 14, 15, 18, 19, 20, 21, 22]);
    put("ROS-04", "too-many-leave", "five seats change, and five must sign", Some(&known), gone);
    let strange = Roster { network: NetworkId([9; 32]), ..fourth(&suspended) };
    put("ROS-05", "other-network", "of another network", Some(&known), offer(strange, &five));
    let strange = Roster { charter_digest: Digest([9; 32]), ..fourth(&suspended) };
    put("ROS-05", "other-charter", "under another charter", Some(&known), offer(strange, &five));
    let older = offer(roster(&first, &first, 2, &members), &five);
    put("ROS-06", "older", "an older one", Some(&known), older);
    let fork = offer(roster(&first, &first, 3, &[(1, Active), (2, Suspended)]), &five);
    put("ROS-07", "fork", "another of the same version: an alarm", Some(&known), fork);
    let lost = offer(fourth(&[(1, Active)]), &five);
    put("ROS-08", "lost", "a member is missing", Some(&known), lost);

    let second = by(next(&changed, 5), &[11, 12, 13, 14, 15, 18, 19]);
    let under = by(roster(&first, &second, 4, &suspended), &[11, 12, 18, 19, 20]);
    let moved = bundle(&[&first, &second], Some(under));
    put(
        "accept",
        "seats-change",
        "four of seven seats change, and a roster under the new charter",
        Some(&known),
        moved.clone(),
    );
    let behind = bundle(&[&first, &second], Some(by(fourth(&suspended), &five)));
    put(
        "accept",
        "from-the-start",
        "the roster was made before the change of seats",
        None,
        behind.clone(),
    );
    let second_alone = bundle(&[&second], Some(by(fourth(&suspended), &five)));
    put(
        "accept",
        "before-the-change",
        "a roster by the charter in force, together with the next charter",
        Some(&known),
        second_alone,
    );
    let far = by(roster(&first, &first, u64::MAX, &suspended), &five);
    put(
        "accept",
        "anew",
        "those who left have signed the last version there is: the new seats go on all the same",
        Some(&bundle(&[&first], Some(far))),
        moved.clone(),
    );
    let other = by(next(&[11, 12, 13, 14, 22, 23, 24], 5), &[11, 12, 13, 14, 15, 22]);
    put(
        "ROS-07",
        "charters-fork",
        "another second charter, which would have been taken instead: an alarm",
        Some(&moved),
        bundle(&[&first, &other], None),
    );
    put(
        "ROS-05",
        "too-late",
        "the same, where the change is known: those who left must not decide",
        Some(&moved),
        behind,
    );
    forge_ends(folder);
}

/// Whether a new request may go to an active member at a time.
fn forge_ends(folder: &mut Folder) {
    let first = by(charter(&[11, 12, 13], 2, None), &[11, 12]);
    let members = [(1, Standing::Active), (2, Standing::Suspended)];
    let file: Hex =
        bundle(&[&first], Some(by(roster(&first, &first, 1, &members), &[11, 12]))).into();
    let ends = NOW.0 + 90 * DAY;
    let charter_ends = NOW.0 + 365 * DAY;
    let lasting = Roster {
        expires: Timestamp(charter_ends + 100 * DAY),
        ..roster(&first, &first, 1, &members)
    };
    let lasting: Hex = bundle(&[&first], Some(by(lasting, &[11, 12]))).into();
    for (name, comment, rule, file, at) in [
        ("holds", "the roster holds", "accept", &file, ends),
        (
            "grace",
            "the last second of the two weeks after its end",
            "accept",
            &file,
            ends + 14 * DAY,
        ),
        ("ended", "the second after", "ROS-09", &file, ends + 14 * DAY + 1),
        (
            "charter-ended",
            "the roster holds, its charter does not",
            "ROS-09",
            &lasting,
            charter_ends + 14 * DAY + 1,
        ),
    ] {
        let (found, in_use) = RosterFile::take(None, file, Some(at)).unwrap();
        assert_eq!(found, rule, "{name}");
        let vector = RosterFile {
            vector: "roster-file".into(),
            comment: comment.into(),
            expect: rule.into(),
            known: None,
            file: file.clone(),
            at: Some(at),
            in_use,
        };
        let name = format!("{}-{name}", rule.to_lowercase());
        folder.put("roster-file", &name, Vector::RosterFile(vector));
    }
}

/// A bundle of a document that does not hold together, which the types would not make.
fn raw(charter: &Charter, seats: &[u8]) -> Vec<u8> {
    let document = ihala_envelope::cbor::to_vec(charter);
    let digest = Digest::of(&document);
    let mut signatures: Vec<([u8; 32], Vec<u8>)> = seats
        .iter()
        .map(|seed| {
            let mut e = minicbor::Encoder::new(Vec::new());
            e.map(2).unwrap().u8(1).unwrap().bytes(&digest.0).unwrap();
            e.u8(2).unwrap().bytes(secret(*seed).public().as_bytes()).unwrap();
            let class = ihala_envelope::Class::CharterSignature;
            (*secret(*seed).public().as_bytes(), secret(*seed).sign(class, e.into_writer()))
        })
        .collect();
    signatures.sort();
    let signatures: Vec<minicbor::bytes::ByteVec> =
        signatures.into_iter().map(|(_, sign1)| sign1.into()).collect();
    let part = (minicbor::bytes::ByteVec::from(document), signatures);
    ihala_envelope::cbor::to_vec(&(vec![part], None::<u8>))
}

/// The same bundle with its last signature twice.
fn double_last(bundle: &[u8], count: u8) -> Vec<u8> {
    let mut bytes = bundle.to_vec();
    // All signatures of rosters are equally long, each after a header of two bytes.
    let list = (0..bytes.len()).rev().find(|at| {
        let rest = bytes.len() - at - 1;
        bytes[*at] == 0x80 | count
            && rest.is_multiple_of(usize::from(count))
            && bytes[at + 1] == 0x58
    });
    let list = list.unwrap();
    let signature = (bytes.len() - list - 1) / usize::from(count);
    let last = bytes[bytes.len() - signature..].to_vec();
    bytes[list] += 1;
    bytes.extend(last);
    bytes
}
