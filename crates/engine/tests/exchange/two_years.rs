//! The life of a network of seven agencies over two years: seats rotate every half year, a key
//! is stolen and rotated away, an agency leaves, one is away for 60 days, another is restored
//! from a backup of ten days before. In the end every pair that lives can exchange a referral, and nothing that
//! was refused is anywhere.

use ihala_engine::{Answer, Command, Input, Refer};
use ihala_envelope::{
    Body, Digest, Draft, IdentitySecret, MessageId, NetworkId, Personal, Secret, Timestamp, cbor,
};
use ihala_protocol::letter::Checkpoint;
use ihala_protocol::roster::{
    Bundle, Charter, Document, Member, Roster, Seat, SignedBySeats, Standing,
};
use ihala_protocol::trust::network_fingerprint;
use ihala_protocol::{Profile, Reply, date, kinds};

use crate::world::{Agency, FORM, NOW, World};

const DAY: u64 = 86_400;
const NAMES: [&str; 7] = ["Ankara", "Bursa", "Corum", "Denizli", "Edirne", "Fatsa", "Gaziantep"];
/// Leaves the network in the second year.
const LEAVER: usize = 5;
/// Is robbed in the first year.
const ROBBED: usize = 2;
/// Is away for 60 days.
const AWAY: usize = 4;
/// Is lost, and restored from a backup.
const LOST: usize = 3;

/// The seats of the core group over time: seven hold one at a time.
struct CoreGroup {
    bundle: Bundle,
    /// Seeds of the keys that hold a seat now.
    seats: Vec<u8>,
    next_seed: u8,
}

fn secret(seed: u8) -> IdentitySecret {
    IdentitySecret::from_seed(&Secret::new([seed; 32]))
}

fn sign<T: Document>(document: T, seats: &[u8]) -> SignedBySeats<T> {
    let mut signed = SignedBySeats::new(document).unwrap();
    seats.iter().for_each(|seed| signed.sign(&secret(*seed)));
    signed
}

impl CoreGroup {
    fn new(world: &World, now: Timestamp) -> Self {
        let mut group = Self {
            bundle: Bundle { charters: Vec::new(), roster: None },
            seats: (100..107).collect(),
            next_seed: 107,
        };
        let first = sign(group.charter(now), &group.seats[..5]);
        group.bundle.charters.push(first);
        let members = world.agencies.iter().zip(NAMES).map(|(agency, name)| Member {
            agency: agency.id,
            name: name.into(),
            standing: Standing::Active,
            since: now,
        });
        let mut members: Vec<Member> = members.collect();
        members.sort_by_key(|member| member.agency);
        group.roster(members, now);
        group
    }

    fn charter(&self, now: Timestamp) -> Charter {
        let before = self.bundle.charters.last();
        let seat = |seed: &u8| Seat { key: secret(*seed).public(), name: format!("Seat {seed}") };
        let mut seats: Vec<Seat> = self.seats.iter().map(seat).collect();
        seats.sort_by_key(|seat| *seat.key.as_bytes());
        Charter {
            version: before.map_or(1, |before| before.document().version + 1),
            previous: before.map(SignedBySeats::digest),
            name: "Anatolia".into(),
            seats,
            threshold: 5,
            issued: now,
            expires: now.plus(300 * DAY),
        }
    }

    fn network(&self) -> NetworkId {
        self.bundle.network().unwrap()
    }

    /// A new version of the roster, signed by five of seven.
    fn roster(&mut self, members: Vec<Member>, now: Timestamp) {
        let charter = self.bundle.charters.last().unwrap();
        let before = self.bundle.roster.as_ref();
        let roster = Roster {
            network: self.network(),
            charter: charter.document().version,
            charter_digest: charter.digest(),
            version: before.map_or(1, |before| before.document().version + 1),
            previous: before.map(SignedBySeats::digest),
            issued: now,
            expires: now.plus(120 * DAY),
            members,
        };
        self.bundle.roster = Some(sign(roster, &self.seats[..5]));
    }

    fn members(&self) -> Vec<Member> {
        self.bundle.roster.as_ref().unwrap().document().members.clone()
    }

    /// Four of seven give their seats to others: five of the old and five of the new sign.
    fn rotate(&mut self, now: Timestamp) {
        let old = self.seats.clone();
        self.seats.drain(..4);
        for _ in 0..4 {
            self.seats.push(self.next_seed);
            self.next_seed += 1;
        }
        let mut by = old;
        by.extend(&self.seats);
        let next = sign(self.charter(now), &by);
        self.bundle.charters.push(next);
        let members = self.members();
        self.roster(members, now);
    }
}

fn ask(world: &mut World, who: usize, command: Command) -> Answer {
    let now = world.now;
    let (answer, outputs) = world.agencies[who].ask_at(command, now).unwrap();
    world.send(who, outputs);
    answer
}

/// Both come into contact: each asks what is new, and is answered.
fn contact(world: &mut World, one: usize, other: usize) {
    world.meet(one, other);
    world.meet(other, one);
    world.deliver_all();
    for (who, peer) in [(one, other), (other, one)] {
        let down = Input::PeerDown(world.agencies[peer].transport.clone());
        let now = world.now;
        world.agencies[who].handle(vec![down], now).unwrap();
    }
}

/// Three days of the network: everybody who is awake does what time brings, and meets some.
fn pass(world: &mut World, awake: &[usize], round: usize) {
    world.now = world.now.plus(3 * DAY);
    for who in awake {
        let now = world.now;
        let outputs = world.agencies[*who].handle(vec![Input::Tick], now).unwrap();
        world.send(*who, outputs);
    }
    for (place, one) in awake.iter().enumerate() {
        let other = awake[(place + 1 + round % (awake.len() - 1)) % awake.len()];
        contact(world, *one, other);
    }
}

fn isp(world: &World, one: usize, other: usize) -> String {
    let (from, until) = (date::show_day(NOW), date::show_day(NOW.plus(900 * DAY)));
    let party = |who: usize| format!("{} = \"{}\"\n", NAMES[who], world.agencies[who].id);
    format!(
        "isp = \"ihala-isp/1\"\ntitle = \"Legal aid\"\nversion = 1\npurposes = \
         [\"service-provision\"]\nvalid_from = {from}\nvalid_until = {until}\nreview = {until}\n\
         overlap_days = 14\nretention_days = 100\nonward = false\n[parties]\n{}{}[[clause]]\nlabel = \
         \"1\"\nfrom = \"any\"\nto = \"any\"\ncase_types = [\"legal\"]\nfields = [\"request\", \
         \"person.name\", \"background.reason\"]\nsingle_stage = true\n",
        party(one),
        party(other)
    )
}

/// A referral from one agency to another, if it arrives.
fn exchange(world: &mut World, one: usize, other: usize) -> Result<String, String> {
    let today = date::show_day(world.now);
    let until = date::show_day(world.now.plus(30 * DAY));
    let toml = format!(
        "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
         \"signature\"\nlanguage = \"ar\"\ndate = {today}\nvalid_until = {until}\ncase_code = \
         \"K-1\"\npurposes = [\"service-provision\"]\n[[recipient]]\nagency = \"{}\"\nfields = \
         [\"request\", \"person\", \"background\"]",
        world.agencies[other].id
    );
    let Answer::Consent(consent) = ask(world, one, Command::ConsentRecord { toml }) else {
        panic!("no consent")
    };
    let refer = Command::Refer(Refer {
        form: FORM.into(),
        to: vec![world.agencies[other].id.to_string()],
        consent: consent.id,
        ..Refer::default()
    });
    let now = world.now;
    let (answer, outputs) =
        world.agencies[one].ask_at(refer, now).map_err(|failure| format!("{failure:?}"))?;
    world.send(one, outputs);
    let Answer::Referred(made) = answer else { panic!("not referred") };
    let id = made.referrals[0].id.clone().unwrap();
    contact(world, one, other);
    let show = Command::Show { referral: id.clone() };
    let shown = world.agencies[other].ask_at(show, now);
    shown.map(|_| id).map_err(|failure| format!("{failure:?}"))
}

/// Something signed with the key that was stolen.
fn forged(world: &mut World, thief: &IdentitySecret, card: Digest, to: usize, id: u8) -> String {
    let profile = Profile::from_file(&world.agencies[to].card()).unwrap();
    let body = Body {
        id: MessageId([id; 16]),
        kind: kinds::AUDIT_CHECKPOINT,
        sender: world.agencies[ROBBED].id,
        card,
        recipient: profile.id(),
        network: None,
        seq: 5_000 + u64::from(id),
        previous: Some(Digest([id; 32])),
        link: None,
        created: world.now,
        expires: None,
        roster: None,
        commitment: Digest([0; 32]),
    };
    let told = Checkpoint { size: 1, root: Digest([1; 32]), since: 0, proof: vec![] };
    let draft = Draft { body, payload: Personal::new(cbor::to_vec(&told)) };
    let now = world.now;
    let rng = &mut world.agencies[ROBBED].rng;
    let message = draft.sign(thief, rng).unwrap();
    let envelope = message.seal(profile.statement().receive_key(now).unwrap(), rng).unwrap();
    match cbor::from_slice(&world.ask(to, envelope)).unwrap() {
        Reply::NotStored(rule) => rule,
        other => format!("{other:?}"),
    }
}

#[test]
fn a_network_of_seven_lives_two_years() {
    let agencies = NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| Agency::with_epochs(name, u8::try_from(at).unwrap() + 1));
    let mut world = World { agencies: agencies.collect(), wire: Vec::new(), now: NOW };
    let pairs: Vec<(usize, usize)> =
        (0..7).flat_map(|one| (one + 1..7).map(move |other| (one, other))).collect();
    for (one, other) in &pairs {
        world.befriend(*one, *other);
        world.deliver_all();
        let toml = isp(&world, *one, *other);
        world.co_sign(*one, *other, &toml);
    }
    let mut core = CoreGroup::new(&world, NOW);
    let fingerprint = network_fingerprint(&core.network());
    let follow = |core: &CoreGroup| Command::RosterFollow {
        file: core.bundle.to_file().into_bytes(),
        fingerprint: fingerprint.clone(),
        name: None,
    };
    for who in 0..7 {
        ask(&mut world, who, follow(&core));
    }
    let mut stolen = None;
    let (mut backup, mut since) = (None, Vec::new());
    let mut forgeries = Vec::new();
    // Whoever holds a seat brings news to one agency; the rest get it from one another.
    let bring = |world: &mut World, core: &CoreGroup, to: usize| {
        let file = core.bundle.to_file().into_bytes();
        let Answer::Roster(view) = ask(world, to, Command::RosterTake { file }) else {
            panic!("no roster")
        };
        assert!(view.problem.is_none(), "{:?}", view.problem);
    };
    for round in 0..243 {
        let day = round * 3;
        let gone = |who: &usize| *who == AWAY && (200..260).contains(&day);
        let awake: Vec<usize> = (0..7).filter(|who| !gone(who)).collect();
        if day % 90 == 0 && day > 0 {
            let (now, members) = (world.now, core.members());
            core.roster(members, now);
            bring(&mut world, &core, round % 4);
        }
        if day % 180 == 177 {
            core.rotate(world.now);
            bring(&mut world, &core, round % 4);
        }
        if day == 300 {
            // The laptop is stolen, with everything on it; the recovery file lies in a safe.
            let robbed = &world.agencies[ROBBED];
            stolen = Some(IdentitySecret::from_seed(&robbed.identity.seed()));
        }
        if day == 303 {
            let now = world.now;
            world.agencies[ROBBED].restart();
            world.agencies[ROBBED].rotate(now);
        }
        if day == 390 {
            backup = Some(world.agencies[LOST].snapshot());
        }
        if (393..399).contains(&day) {
            // What the backup does not hold: referrals of others and its own.
            for (one, other) in [(LOST, 0), (1, LOST), (LOST, ROBBED)] {
                since.push((one, other, exchange(&mut world, one, other).unwrap()));
            }
        }
        if day == 402 {
            let now = world.now;
            world.agencies[LOST].restore(backup.take().unwrap(), now);
        }
        if day == 450 {
            let (now, mut members) = (world.now, core.members());
            let id = world.agencies[LEAVER].id;
            let leaver = members.iter_mut().find(|m| m.agency == id).unwrap();
            (leaver.standing, leaver.since) = (Standing::Withdrawn, now);
            core.roster(members, now);
            bring(&mut world, &core, 0);
        }
        pass(&mut world, &awake, round);
        if day >= 330 && day % 60 == 0 {
            let thief = stolen.as_ref().unwrap();
            let chain = Profile::from_file(&world.agencies[ROBBED].card()).unwrap();
            let first = *chain.cards().digest_of(1).unwrap();
            let id = u8::try_from(day / 10).unwrap();
            forgeries.push(forged(&mut world, thief, first, 1, id));
        }
    }
    assert!(forgeries.len() > 5 && forgeries.iter().all(|rule| rule == "CARD-09"), "{forgeries:?}");
    // What came after the backup is back, at both ends the same.
    assert_eq!(since.len(), 6);
    for (one, other, id) in since {
        let shown = [one, other].map(|who| {
            let Answer::Referral(shown) =
                ask(&mut world, who, Command::Show { referral: id.clone() })
            else {
                panic!("not shown")
            };
            (shown.history.len(), shown.fields.len(), format!("{:?}", shown.row.status.task))
        });
        assert_eq!(shown[0], shown[1], "{} to {}", NAMES[one], NAMES[other]);
    }
    // Everybody has the newest roster, and every card.
    let newest = core.bundle.roster.as_ref().unwrap().document().version;
    for who in (0..7).filter(|who| *who != LEAVER) {
        let Answer::Networks(known) = ask(&mut world, who, Command::RosterList) else { panic!() };
        assert_eq!(known.networks[0].roster, Some(newest), "{}", NAMES[who]);
        assert_eq!(known.networks[0].charter, Some(5), "{}", NAMES[who]);
    }
    for (one, other) in &pairs {
        for (one, other) in [(*one, *other), (*other, *one)] {
            let sent = exchange(&mut world, one, other);
            let lives = one != LEAVER && other != LEAVER;
            assert_eq!(sent.is_ok(), lives, "{} to {}: {sent:?}", NAMES[one], NAMES[other]);
        }
    }
    for (who, name) in NAMES.iter().enumerate() {
        let now = world.now;
        let (answer, _) = world.agencies[who].ask_at(Command::Status, now).unwrap();
        let Answer::Status(status) = answer else { panic!("no status") };
        assert!(status.alarms.is_empty(), "{}: {:?}", name, status.alarms);
        let report = world.agencies[who].engine.audit().unwrap();
        assert!(report.ok, "{}: {report:?}", name);
        let kept = world.agencies[who].ring.kept().len();
        // Whoever nobody talks to has nobody to agree with on the time.
        assert!(kept < 16 || who == LEAVER, "{}: {kept} receive secrets", name);
    }
}
