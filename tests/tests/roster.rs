//! A network's core group and its members, with real processes: a roster is made on several
//! machines, spreads from peer to peer, suspends; and every attack on it is refused by name.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::{Path, PathBuf};

use ihala_envelope::{AgencyId, Digest, IdentitySecret, NetworkId, Timestamp};
use ihala_protocol::fingerprint;
use ihala_protocol::roster::{
    Bundle, Charter, Document, Member, Roster, Seat, SignedBySeats, Standing,
};
use ihala_protocol::trust::network_fingerprint;
use ihala_tests::peer::now;
use ihala_tests::{Agency, Pair, Ran, ihala, until};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

const DAY: u64 = 86_400;

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

fn ok(args: &[&str]) -> String {
    ihala(args).ok()
}

/// Seven people with a seat each, and the file that goes round among them.
struct CoreGroup {
    folder: PathBuf,
    file: PathBuf,
    seats: Vec<(PathBuf, String)>,
}

impl CoreGroup {
    fn new(folder: &Path) -> Self {
        let folder = folder.join("core");
        std::fs::create_dir_all(&folder).unwrap();
        let mut group = Self { file: folder.join("network"), folder, seats: Vec::new() };
        (0..7).for_each(|_| group.seat());
        group.charter(&[0, 1, 2, 3, 4, 5, 6]);
        group
    }

    /// Somebody makes the key of a seat.
    fn seat(&mut self) {
        let file = self.folder.join(format!("seat-{}", self.seats.len()));
        let name = format!("Holder {}", self.seats.len());
        let key = ok(&["roster", "seat", path(&file), "--name", &name, "-q"]);
        self.seats.push((file, key));
    }

    /// A charter with these seats, of which five must sign.
    fn charter(&self, seats: &[usize]) -> Ran {
        let mut toml = "charter = \"ihala-charter/1\"\nname = \"Ankara network\"\nthreshold = 5\n\
                        valid_until = 2028-01-31\n"
            .to_owned();
        for seat in seats {
            let (name, key) = (format!("Holder {seat}"), &self.seats[*seat].1);
            toml.push_str(&format!("[[seat]]\nname = \"{name}\"\nkey = \"{key}\"\n"));
        }
        let file = self.folder.join("charter.toml");
        std::fs::write(&file, toml).unwrap();
        ihala(["roster", "charter", path(&file), "--file", path(&self.file)])
    }

    /// Each signs a copy of its own, on its own machine; then the copies are put together.
    fn sign(&self, seats: &[usize]) -> String {
        let mut copies = Vec::new();
        for seat in seats {
            let copy = self.folder.join(format!("copy-{seat}"));
            std::fs::copy(&self.file, &copy).unwrap();
            ok(&["roster", "sign", path(&copy), "--seat", path(&self.seats[*seat].0), "--yes"]);
            copies.push(copy);
        }
        let copies = copies.iter().map(|copy| path(copy));
        let merge: Vec<&str> =
            ["roster", "merge", path(&self.file)].into_iter().chain(copies).collect();
        ok(&merge)
    }

    fn add(&self, agency: &Agency) {
        let card = self.folder.join(format!("{}.card", agency.name));
        if !card.exists() {
            agency.run(&["card", "export", path(&card)]).ok();
        }
        ok(&["roster", "add", path(&self.file), path(&card)]);
    }

    fn fingerprint(&self) -> String {
        let shown = ihala(["roster", "show", path(&self.file), "--json"]).json();
        shown["fingerprint"].as_str().unwrap().to_owned()
    }

    fn follow(&self, agency: &Agency) {
        let args = ["roster", "follow", path(&self.file), "--fingerprint", &self.fingerprint()];
        agency.run(&args).ok();
    }
}

/// How an agency sees a member of the network.
fn standing(agency: &Agency, member: &str) -> Option<String> {
    let ran = agency.run(&["roster", "members", "ankara network", "--json"]);
    let shown = if ran.code == 0 { ran.json() } else { return None };
    let members = shown["members"].as_array().unwrap();
    let found = members.iter().find(|m| m["name"] == member)?;
    Some(found["standing"].as_str().unwrap().to_owned())
}

#[test]
fn a_core_group_signs_apart_and_its_roster_spreads_and_suspends() {
    let mut pair = Pair::new();
    let core = CoreGroup::new(pair.folder.path());
    core.add(&pair.centre);
    core.add(&pair.clinic);
    let four = core.sign(&[0, 1, 2, 3]);
    assert!(four.contains("4 of 5") && four.contains("Signatures are missing"), "{four}");
    let early = pair.centre.run(&["roster", "follow", path(&core.file), "--fingerprint", "0"]);
    assert!(early.code == 2 && early.err.contains("ROS-03"), "{early:?}");
    assert!(core.sign(&[4]).contains("Everything is signed"));
    let wrong = pair.centre.run(&["roster", "follow", path(&core.file), "--fingerprint", "0"]);
    assert!(wrong.code == 3 && wrong.err.contains("TRU-03"), "{wrong:?}");
    core.follow(&pair.centre);
    // The clinic gets it from its peer: it has nothing but the fingerprint.
    let text = std::fs::read_to_string(pair.clinic.home.join("trust.toml")).unwrap();
    let entry =
        format!("\n[[network]]\nid = \"{}\"\nname = \"Ankara network\"\n", core.fingerprint());
    std::fs::write(pair.clinic.home.join("trust.toml"), text + &entry).unwrap();
    assert!(pair.clinic.run(&["trust", "reload"]).ok().contains("Ankara network"));
    until("the roster has come", || standing(&pair.clinic, "centre") == Some("active".into()));

    // Four of seven seats change; what is signed by too few does not count.
    let mut core = core;
    (0..5).for_each(|_| core.seat());
    let five = core.charter(&[0, 1, 7, 8, 9, 10, 11]);
    assert!(five.code == 2 && five.err.contains("5 seats would change"), "{five:?}");
    assert_eq!(core.charter(&[0, 1, 2, 7, 8, 9, 11]).code, 0);
    // Nobody has signed it yet: it can still be put right, with the roster that goes with it.
    assert_eq!(core.charter(&[0, 1, 2, 7, 8, 9, 10]).code, 0);
    let shown = ihala(["roster", "show", path(&core.file), "--json"]).json();
    assert_eq!((&shown["charter"]["version"], &shown["roster"]["version"]), (&2.into(), &2.into()));
    assert!(shown["charter"]["by_its_own_seats"]["missing"].to_string().contains("Holder 10"));
    // Five of the old and five of the new: whoever stays signs once for both.
    let half = core.sign(&[0, 1, 2, 7, 8]);
    assert!(half.contains("3 of 5"), "{half}");
    let taken = pair.centre.run(&["roster", "take", path(&core.file)]);
    assert!(taken.code == 3 && taken.err.contains("ROS-03"), "{taken:?}");
    core.sign(&[3, 4]);
    pair.centre.run(&["roster", "take", path(&core.file)]).ok();
    assert_eq!(pair.centre.json(&["roster", "members", "ankara network"])["charter"], 2);

    // The clinic is suspended: what is new stops at once, what is open can be ended.
    let consent = pair.consent();
    let open = pair.refer(&consent);
    until("it has arrived", || pair.clinic.status_of(&open).is_some());
    ok(&["roster", "suspend", path(&core.file), "clinic"]);
    core.sign(&[0, 1, 2, 7, 8]);
    let told = pair.centre.run(&["roster", "take", path(&core.file)]).ok();
    assert!(told.contains(&open[..8]), "what is open with it is told: {told}");
    let form = ihala_tests::sample("legal.toml");
    let refer = ["refer", path(&form), "--to", "clinic", "--consent", &consent];
    let refused = pair.centre.run(&refer);
    assert!(refused.code == 3 && refused.err.contains("ROS-10"), "{refused:?}");
    assert_eq!(pair.clinic.run(&["accept", &open, "--safe-contact"]).code, 0);
    let problem = || pair.clinic.json(&["status"])["peers"][0]["problem"]["rule"].clone();
    until("the clinic is told why", || problem() == "ROS-10");
    pair.centre.run(&["consent", "withdraw", &consent, "--erase", "--yes"]).ok();
    until("the clinic has erased it", || {
        pair.clinic.json(&["show", &open])["fields"].as_array().unwrap().is_empty()
    });
    let changes = pair.centre.run(&["roster", "changes", "ankara network"]).ok();
    assert!(changes.contains("active \u{2192} suspended"), "{changes}");
    // And back again, with everything that waited.
    let card = core.folder.join("clinic.card");
    ok(&["roster", "add", path(&core.file), path(&card)]);
    core.sign(&[0, 1, 2, 9, 10]);
    pair.centre.run(&["roster", "take", path(&core.file)]).ok();
    let second = pair.refer(&pair.consent());
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    // Whoever was away asks at the next contact.
    let version = |agency: &Agency| {
        agency.json(&["roster", "members", "ankara network"])["roster"].as_u64().unwrap()
    };
    let newest = version(&pair.centre);
    assert!(version(&pair.clinic) < newest);
    pair.clinic.stop();
    pair.clinic.start();
    until("the clinic has it too", || version(&pair.clinic) == newest);
    // Unfollowed, it says nothing here any more; followed again, it is known at once.
    let list = pair.clinic.home.join("trust.toml");
    let edited = std::fs::read_to_string(&list).unwrap();
    pair.clinic.run(&["roster", "unfollow", "ankara network"]).ok();
    let text = std::fs::read_to_string(&list).unwrap();
    assert!(edited.starts_with(text.trim_end()) && !text.contains("[[network]]"), "{text}");
    assert_eq!(standing(&pair.clinic, "centre"), None);
    std::fs::write(&list, edited).unwrap();
    pair.clinic.run(&["trust", "reload"]).ok();
    assert_eq!(version(&pair.clinic), newest);
    // Under another name, in the same place of the list.
    let follow = ["roster", "follow", path(&core.file), "--fingerprint", &core.fingerprint()];
    pair.clinic.run(&[&follow[..], &["--name", "Ankara"]].concat()).ok();
    pair.clinic.run(&follow).ok();
    let text = std::fs::read_to_string(&list).unwrap();
    assert!(text.matches("[[network]]").count() == 1 && text.contains("\"Ankara\""), "{text}");
    assert_eq!(pair.clinic.json(&["roster", "list"])["networks"][0]["name"], "Ankara");
}

#[test]
fn a_seat_signs_what_it_has_seen_and_nobody_guesses_who_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let core = CoreGroup::new(folder.path());
    for id in [1, 2] {
        let agency = fingerprint::of(&AgencyId([id; 32]));
        ok(&["roster", "add", path(&core.file), &agency, "--name", "Clinic"]);
    }
    let before = std::fs::read(&core.file).unwrap();
    let sign = ["roster", "sign", path(&core.file), "--seat", path(&core.seats[0].0)];
    let unasked = ihala(sign);
    assert!(unasked.code == 2 && unasked.err.contains("Clinic"), "{unasked:?}");
    let two = ihala(["roster", "suspend", path(&core.file), "clinic"]);
    assert!(two.code == 2 && two.err.contains("several members"), "{two:?}");
    let other = CoreGroup::new(folder.path().join("other").as_path());
    let strange = ihala(["roster", "merge", path(&core.file), path(&other.file)]);
    assert!(strange.code == 2 && strange.err.contains("other documents"), "{strange:?}");
    assert_eq!(std::fs::read(&core.file).unwrap(), before);
    for day in ["2020-01-31", "2999-01-31"] {
        let ran = ihala(["roster", "renew", path(&core.file), "--until", day]);
        assert!(ran.code == 2 && ran.err.contains("three years"), "{ran:?}");
    }
    // What is to go into a file is the same in every language.
    let template = ihala(["roster", "charter", "--locale", "ar"]).ok();
    let entry = |line: &str| line.starts_with('#') || line.bytes().all(|byte| byte.is_ascii());
    assert!(template.lines().all(entry) && template.contains("\nthreshold"), "{template}");
    let unnamed = ihala(["roster", "seat", path(&folder.path().join("x")), "--name", "a\nb"]);
    assert_eq!(unnamed.code, 2, "{unnamed:?}");
}

/// Two rosters of one version would alarm every member: whoever is handed a second draft is told.
#[test]
fn a_seat_remembers_what_it_has_signed() {
    let folder = tempfile::tempdir().unwrap();
    let core = CoreGroup::new(folder.path());
    let add = |id: u8, name: &str| {
        let agency = fingerprint::of(&AgencyId([id; 32]));
        ok(&["roster", "add", path(&core.file), &agency, "--name", name]);
    };
    add(1, "Clinic");
    let copy = folder.path().join("copy");
    std::fs::copy(&core.file, &copy).unwrap();
    let seat = path(&core.seats[0].0);
    let sign = |file: &Path| ihala(["roster", "sign", path(file), "--seat", seat, "--yes"]);
    assert_eq!((sign(&copy).code, sign(&copy).code), (0, 0));
    // Where the file is kept, nobody knows of that: the draft is changed.
    add(2, "Hospital");
    let before = std::fs::read(&core.file).unwrap();
    let another = sign(&core.file);
    assert!(another.code == 2 && another.err.contains("another roster"), "{another:?}");
    assert_eq!(std::fs::read(&core.file).unwrap(), before);
    ok(&["roster", "sign", path(&core.file), "--seat", seat, "--again", "--yes"]);
    assert_eq!((sign(&core.file).code, sign(&copy).code), (0, 0));
    assert!(std::fs::read_to_string(seat).unwrap().contains("held by Holder 0"));
}

/// Keys of a core group, in the hands of a forger.
struct Forger {
    seats: Vec<IdentitySecret>,
    rng: ChaCha20Rng,
}

impl Forger {
    fn new(seed: u8) -> Self {
        let mut rng = ChaCha20Rng::from_seed([seed; 32]);
        let seats = (0..9).map(|_| IdentitySecret::generate(&mut rng)).collect();
        Self { seats, rng }
    }

    fn charter(
        &self,
        seats: &[usize],
        threshold: u8,
        before: Option<&SignedBySeats<Charter>>,
    ) -> Charter {
        let seat =
            |at: &usize| Seat { key: self.seats[*at].public(), name: format!("Holder {at}") };
        let mut seats: Vec<Seat> = seats.iter().map(seat).collect();
        seats.sort_by_key(|seat| *seat.key.as_bytes());
        Charter {
            version: before.map_or(1, |b| b.document().version + 1),
            previous: before.map(SignedBySeats::digest),
            name: "Network".into(),
            seats,
            threshold,
            issued: Timestamp(now().0 - 100 * DAY),
            expires: now().plus(300 * DAY),
        }
    }

    fn sign<T: Document>(&self, document: T, seats: &[usize]) -> SignedBySeats<T> {
        let mut signed = SignedBySeats::new(document).unwrap();
        seats.iter().for_each(|at| signed.sign(&self.seats[*at]));
        signed
    }

    fn roster(
        charter: &SignedBySeats<Charter>,
        version: u64,
        members: &[(u8, Standing)],
    ) -> Roster {
        let member = |(id, standing): &(u8, Standing)| Member {
            agency: AgencyId([*id; 32]),
            name: format!("Agency {id}"),
            standing: *standing,
            since: Timestamp(1),
        };
        Roster {
            network: NetworkId([0; 32]),
            charter: charter.document().version,
            charter_digest: charter.digest(),
            version,
            previous: (version > 1).then_some(Digest([1; 32])),
            issued: Timestamp(now().0 - 50 * DAY),
            expires: now().plus(40 * DAY),
            members: members.iter().map(member).collect(),
        }
    }
}

/// Every attack of TUF's list, by a file that a node is given. What a peer gives goes the same
/// way (`networks.rs`).
#[test]
fn every_attack_on_a_roster_is_refused_by_name() {
    use Standing::{Active, Suspended};
    let folder = tempfile::tempdir().unwrap();
    let mut agency = Agency::start_new(folder.path(), "centre");
    let forger = Forger::new(1);
    let first = forger.sign(forger.charter(&[0, 1, 2, 3, 4, 5, 6], 5, None), &[0, 1, 2, 3, 4]);
    let network = NetworkId(first.digest().0);
    let of = |charter: &SignedBySeats<Charter>, version, members: &[(u8, Standing)]| Roster {
        network,
        ..Forger::roster(charter, version, members)
    };
    let bundle = |charters: &[&SignedBySeats<Charter>], roster: Option<SignedBySeats<Roster>>| {
        Bundle { charters: charters.iter().map(|charter| (*charter).clone()).collect(), roster }
    };
    let file = folder.path().join("file");
    let take = |agency: &Agency, bundle: &Bundle| -> String {
        std::fs::write(&file, bundle.to_file()).unwrap();
        let ran = agency.run(&["roster", "take", path(&file), "--json"]);
        let version = |ran: &Ran| ran.json()["roster"].to_string();
        match ran.code {
            0 => version(&ran),
            _ => {
                ran.err.split_whitespace().find(|w| w.starts_with("ROS-")).unwrap()[..6].to_owned()
            }
        }
    };
    let third = forger.sign(of(&first, 3, &[(1, Active), (2, Active)]), &[0, 1, 2, 3, 4]);
    std::fs::write(&file, bundle(&[&first], Some(third)).to_file()).unwrap();
    let fingerprint = network_fingerprint(&network);
    agency.run(&["roster", "follow", path(&file), "--fingerprint", &fingerprint]).ok();
    let five = [0, 1, 2, 3, 4];
    let offer = |roster: Roster, by: &[usize]| bundle(&[&first], Some(forger.sign(roster, by)));

    // Rollback, equivocation, a lost member.
    assert_eq!(take(&agency, &offer(of(&first, 2, &[(1, Active), (2, Active)]), &five)), "ROS-06");
    assert_eq!(
        take(&agency, &offer(of(&first, 3, &[(1, Active), (2, Suspended)]), &five)),
        "ROS-07"
    );
    assert_eq!(take(&agency, &offer(of(&first, 4, &[(1, Active)]), &five)), "ROS-08");
    // A minority of stolen keys; keys that are no seats. One that signs twice: `spec/vectors`.
    let four = of(&first, 4, &[(1, Suspended), (2, Active)]);
    assert_eq!(take(&agency, &offer(four.clone(), &[0, 1, 2, 3])), "ROS-03");
    assert_eq!(take(&agency, &offer(four.clone(), &[0, 1, 2, 3, 7, 8])), "ROS-03");
    // Mix and match: of another network, of another charter.
    let other = Forger::new(2);
    let strange = other.sign(other.charter(&[0, 1, 2, 3, 4, 5, 6], 5, None), &five);
    let theirs = other.sign(
        Roster { network: NetworkId(strange.digest().0), ..Forger::roster(&strange, 9, &[]) },
        &five,
    );
    assert_eq!(take(&agency, &bundle(&[&first], Some(theirs))), "ROS-05");
    let unnamed = Roster { network: NetworkId([9; 32]), ..four.clone() };
    assert_eq!(take(&agency, &offer(unnamed, &five)), "ROS-05");
    // Charters: skipped, unlinked, too few signatures, a core group that could split.
    let next = |seats: &[usize], threshold| forger.charter(seats, threshold, Some(&first));
    let skip = Charter { version: 3, ..next(&[0, 1, 2, 3, 4, 5, 6], 5) };
    let all = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    assert_eq!(take(&agency, &bundle(&[&first, &forger.sign(skip, &all)], None)), "ROS-02");
    let unlinked = Charter { previous: Some(Digest([3; 32])), ..next(&[0, 1, 2, 3, 4, 5, 6], 5) };
    assert_eq!(take(&agency, &bundle(&[&first, &forger.sign(unlinked, &all)], None)), "ROS-02");
    let second = next(&[0, 1, 2, 3, 4, 7, 8], 5);
    for by in [&[0, 1, 2, 3, 7, 8][..], &[0, 1, 5, 6, 2, 7], &[5, 6]] {
        let signed = forger.sign(second.clone(), by);
        // Enough of the one group, too few of the other; or too few of both.
        let enough = by.iter().filter(|at| **at < 7).count() >= 5
            && by.iter().filter(|at| ![5, 6].contains(*at)).count() >= 5;
        assert!(!enough);
        assert_eq!(take(&agency, &bundle(&[&first, &signed], None)), "ROS-03", "{by:?}");
    }
    let minority = next(&[0, 1, 2, 3, 4, 5, 6], 3);
    assert_eq!(take(&agency, &bundle(&[&first, &forger.sign(minority, &all)], None)), "ROS-04");
    let mut doubled = next(&[0, 1, 2, 3, 4, 5], 5);
    doubled.seats.push(doubled.seats[5].clone());
    assert_eq!(take(&agency, &bundle(&[&first, &forger.sign(doubled, &all)], None)), "ROS-04");
    let leavers = next(&[0, 1, 7, 8], 4);
    assert_eq!(take(&agency, &bundle(&[&first, &forger.sign(leavers, &all)], None)), "ROS-04");
    // Too large; damaged.
    let mut large = of(&first, 4, &[]);
    large.members = (0..2_000u16)
        .map(|i| {
            let mut id = [0; 32];
            id[..2].copy_from_slice(&i.to_be_bytes());
            let name = "x".repeat(60);
            Member { agency: AgencyId(id), name, standing: Active, since: Timestamp(1) }
        })
        .collect();
    assert!(SignedBySeats::new(large).is_err());
    let mut bytes = offer(four, &five).to_bytes();
    let last = bytes.len() - 5;
    bytes[last] ^= 1;
    assert_eq!(Bundle::from_bytes(&bytes).unwrap_err().rule.id, "ROS-03");
    assert_eq!(Bundle::from_bytes(&bytes[..last]).unwrap_err().rule.id, "ROS-01");

    // Nothing of all that has changed anything, also not for a node that starts again.
    agency.stop();
    agency.start();
    let shown = agency.json(&["roster", "members", "network"]);
    assert_eq!((&shown["roster"], &shown["charter"]), (&3.into(), &1.into()));
    let alarms = agency.json(&["status"])["alarms"].clone();
    assert_eq!(alarms[0]["rule"], "ROS-07", "{alarms}");
    // The equivocation heals by the next version, from either branch; people are told again.
    let healed = of(&first, 4, &[(1, Active), (2, Suspended)]);
    assert_eq!(take(&agency, &offer(healed, &five)), "4");
    assert_eq!(agency.json(&["status"])["alarms"][0]["count"], 2);
    // And an honest change of seats, with a roster under the new charter, goes on from there.
    let signed = forger.sign(second, &[0, 1, 2, 3, 4]);
    let fifth = forger.sign(of(&signed, 5, &[(1, Active), (2, Active)]), &[0, 1, 2, 7, 8]);
    assert_eq!(take(&agency, &bundle(&[&first, &signed], Some(fifth))), "5");
    // The leavers and those who stay sign under the old charter: too late.
    let late = of(&first, 6, &[(1, Suspended), (2, Active)]);
    assert_eq!(take(&agency, &offer(late, &[0, 1, 2, 5, 6])), "ROS-05");
    let _ = forger.rng;
}

/// A peer that keeps the news back freezes nobody for ever: the roster ends.
#[test]
fn a_roster_that_has_ended_lets_nothing_new_go_and_ends_nothing() {
    let pair = Pair::new();
    let id =
        |agency: &Agency| AgencyId::from_hex(&agency.run(&["card", "show", "-q"]).ok()).unwrap();
    let forger = Forger::new(3);
    let first = forger.sign(forger.charter(&[0, 1, 2], 2, None), &[0, 1]);
    let network = NetworkId(first.digest().0);
    let file = pair.folder.path().join("network");
    let roster = |version, expires: u64| {
        let mut members: Vec<_> = [(id(&pair.centre), "centre"), (id(&pair.clinic), "clinic")]
            .into_iter()
            .map(|(agency, name)| Member {
                agency,
                name: name.into(),
                standing: Standing::Active,
                since: Timestamp(1),
            })
            .collect();
        members.sort_by_key(|m| m.agency);
        let roster = Roster {
            network,
            expires: Timestamp(expires),
            members,
            ..Forger::roster(&first, version, &[])
        };
        Bundle { charters: vec![first.clone()], roster: Some(forger.sign(roster, &[0, 2])) }
    };
    let write = |bundle: Bundle| std::fs::write(&file, bundle.to_file()).unwrap();
    let consent = pair.consent();
    let open = pair.refer(&consent);
    until("it has arrived", || pair.clinic.status_of(&open).is_some());
    // Within the grace of two weeks it still counts.
    write(roster(1, now().0 - 13 * DAY));
    let fingerprint = network_fingerprint(&network);
    for agency in [&pair.centre, &pair.clinic] {
        agency.run(&["roster", "follow", path(&file), "--fingerprint", &fingerprint]).ok();
    }
    let second = pair.refer(&consent);
    until("the second has arrived", || pair.clinic.status_of(&second).is_some());
    write(roster(2, now().0 - 15 * DAY));
    let taken = pair.centre.run(&["roster", "take", path(&file)]).ok();
    assert!(taken.contains("nothing new goes by it"), "{taken}");
    let form = ihala_tests::sample("legal.toml");
    let refused = pair.centre.run(&["refer", path(&form), "--to", "clinic", "--consent", &consent]);
    assert!(refused.code == 3 && refused.err.contains("ROS-09"), "{refused:?}");
    // What is open goes on, in both directions.
    pair.clinic.run(&["accept", &open, "--safe-contact", "--wait", "20"]).ok();
    until("both show accepted", || pair.centre.status_of(&open) == Some("accepted".into()));
    write(roster(3, now().0 + 15 * DAY));
    pair.centre.run(&["roster", "take", path(&file)]).ok();
    let third = pair.refer(&consent);
    until("the third has arrived", || pair.clinic.status_of(&third).is_some());
}

/// A card need not be carried: who is on the trust list and a member is introduced by a peer.
#[test]
fn a_peer_introduces_a_member_whose_card_has_not_come() {
    let pair = Pair::new();
    let hospital = Agency::start_new(pair.folder.path(), "hospital");
    hospital.trust(&pair.clinic);
    pair.clinic.trust(&hospital);
    let core = CoreGroup::new(pair.folder.path());
    [&pair.centre, &pair.clinic, &hospital].into_iter().for_each(|agency| core.add(agency));
    core.sign(&[0, 1, 2, 3, 4]);
    core.follow(&pair.clinic);
    core.follow(&pair.centre);
    let members = pair.centre.json(&["roster", "members", "ankara network"]);
    let members = members["members"].as_array().unwrap();
    let found = members.iter().find(|m| m["name"] == "hospital").unwrap();
    assert_eq!(found["trusted"], false);
    let fingerprint = found["fingerprint"].as_str().unwrap();
    let text = std::fs::read_to_string(pair.centre.home.join("trust.toml")).unwrap();
    let entry = format!("\n[[agency]]\nid = \"{fingerprint}\"\nname = \"Hospital\"\n");
    std::fs::write(pair.centre.home.join("trust.toml"), text + &entry).unwrap();
    pair.centre.run(&["trust", "reload"]).ok();
    until("the clinic has introduced it", || {
        pair.centre.json(&["trust", "show", "Hospital"])["card"] == 1
    });
    // The hospital decides for itself.
    hospital.trust(&pair.centre);
    pair.centre.wait_for_peers(2);
}
