use std::path::{Path, PathBuf};

use ihala_envelope::{AgencyId, IdentitySecret, Secret, Timestamp};
use ihala_http::client::segment;
use ihala_protocol::roster::{
    Bundle, Charter, Document, Draft, Member, Network, Roster, SignedBySeats, Standing,
};
use ihala_protocol::{Profile, date, fingerprint, trust};
use serde_json::{Value, json};

use crate::cli::context::{read_bytes, read_text, write_new};
use crate::cli::output::{confirmed, items, short, table, text, time};
use crate::cli::{CliError, Context, locale};
use crate::clock;

/// Networks: charters and rosters, for the core group that signs them and for members
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// For the core group: make the key of a seat; prints what belongs into the charter
    Seat {
        /// Where to write the secret; keep it away from any node
        file: PathBuf,
        /// Who holds the seat
        #[arg(long)]
        name: String,
    },
    /// For the core group: begin a network, or change its seats, as a charter says
    Charter {
        /// The charter, in TOML; without one, an empty one is printed
        toml: Option<PathBuf>,
        /// The network's file: made anew, or the next charter is added to it
        #[arg(long, value_name = "FILE", requires = "toml")]
        file: Option<PathBuf>,
    },
    /// For the core group: put an agency on the roster, or back onto it
    Add {
        /// The network's file
        file: PathBuf,
        /// The agency: its card file, fingerprint or id
        agency: String,
        /// What the network calls it [default: as in the card file]
        #[arg(long)]
        name: Option<String>,
        #[command(flatten)]
        until: Until,
    },
    /// For the core group: suspend a member
    Suspend {
        /// The network's file
        file: PathBuf,
        /// The member: name, fingerprint, or start of the id
        member: String,
        #[command(flatten)]
        until: Until,
    },
    /// For the core group: a member has left
    Withdraw {
        /// The network's file
        file: PathBuf,
        /// The member: name, fingerprint, or start of the id
        member: String,
        #[command(flatten)]
        until: Until,
    },
    /// For the core group: the same roster for longer, or under a new charter
    Renew {
        /// The network's file
        file: PathBuf,
        #[command(flatten)]
        until: Until,
    },
    /// For the core group: sign what waits in the file, as a seat; needs no node and no network
    Sign {
        /// The network's file
        file: PathBuf,
        /// The seat's secret
        #[arg(long, value_name = "FILE")]
        seat: PathBuf,
    },
    /// For the core group: take over the signatures of other copies of the file
    Merge {
        /// The network's file
        file: PathBuf,
        /// Copies that others have signed
        #[arg(required = true)]
        others: Vec<PathBuf>,
    },
    /// What is in a network's file, and whose signatures are missing; needs no node
    Show {
        /// The network's file
        file: PathBuf,
    },
    /// Follow a network: its roster can introduce and suspend agencies
    Follow {
        /// The network's file
        file: PathBuf,
        /// Its fingerprint, as compared by phone; without it you are shown it and asked
        #[arg(long)]
        fingerprint: Option<String>,
        /// What to call the network here [default: its own name]
        #[arg(long)]
        name: Option<String>,
    },
    /// Take charters and a roster in from a file; peers bring them too
    Take {
        /// The network's file
        file: PathBuf,
    },
    /// Follow a network no more
    Unfollow {
        /// The network: name, or start of the id
        network: String,
    },
    /// The networks that are followed
    List,
    /// Who belongs to a network that is followed
    Members {
        /// The network: name, or start of the id
        network: String,
    },
    /// What the versions of its roster have changed
    Changes {
        /// The network: name, or start of the id
        network: String,
    },
    /// Write the file of a network that is followed, to hand on
    Export {
        /// The network: name, or start of the id
        network: String,
        /// The file to write; must not exist
        file: PathBuf,
    },
}

/// For how long a roster holds.
#[derive(Debug, clap::Args)]
struct Until {
    /// The roster's last day [default: in 90 days]
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
}

/// Days for which a roster holds unless told otherwise.
const ROSTER_DAYS: u64 = 90;
const DAY: u64 = 86_400;

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Seat { file, name } => seat(context, file, name),
        Command::Charter { toml, file } => charter(context, toml.as_deref(), file.as_deref()),
        Command::Add { file, agency, name, until } => {
            let (id, own) = agency_of(agency)?;
            let name = name.clone().or(own);
            change(context, file, until, |roster, now| {
                let known = roster.members.iter().position(|m| m.agency == id);
                let name = name.or_else(|| known.map(|at| roster.members[at].name.clone()));
                let name = name.ok_or_else(|| usage("roster-name"))?;
                let member = Member { agency: id, name, standing: Standing::Active, since: now };
                match known {
                    Some(at) => roster.members[at] = member,
                    None => roster.members.push(member),
                }
                Ok(())
            })
        }
        Command::Suspend { file, member, until } => {
            change(context, file, until, |r, now| stand(r, member, Standing::Suspended, now))
        }
        Command::Withdraw { file, member, until } => {
            change(context, file, until, |r, now| stand(r, member, Standing::Withdrawn, now))
        }
        Command::Renew { file, until } => change(context, file, until, |_, _| Ok(())),
        Command::Sign { file, seat } => sign(context, file, seat),
        Command::Merge { file, others } => merge(context, file, others),
        Command::Show { file } => show(context, file),
        Command::Follow { file, fingerprint, name } => {
            follow(context, file, fingerprint.as_deref(), name.as_deref())
        }
        Command::Take { file } => {
            let body = json!({ "file": bundle_of(file)?.to_file() });
            let value = context.post("/v1/network-files", &body)?;
            told(context, &value)
        }
        Command::Unfollow { network } => {
            let value = context.delete(&format!("/v1/networks/{}", segment(network)))?;
            context.out.print(&value, &[text(&value, "id")], |value| {
                locale::say("roster-unfollowed", &[("network", text(value, "name"))])
            });
            Ok(())
        }
        Command::List => {
            let value = context.get("/v1/networks")?;
            let ids: Vec<_> = items(&value, "networks").map(|n| text(n, "id")).collect();
            context.out.print(&value, &ids, |value| {
                let all: Vec<_> = items(value, "networks").map(head).collect();
                if all.is_empty() { locale::say("roster-none", &[]) } else { all.join("\n\n") }
            });
            Ok(())
        }
        Command::Members { network } => {
            let value = context.get(&format!("/v1/networks/{}", segment(network)))?;
            context.out.print(&value, &[text(&value, "id")], members);
            Ok(())
        }
        Command::Changes { network } => {
            let value = context.get(&format!("/v1/networks/{}", segment(network)))?;
            context.out.print(&value, &[text(&value, "id")], changes);
            Ok(())
        }
        Command::Export { network, file } => {
            let value = context.get(&format!("/v1/networks/{}/file", segment(network)))?;
            write_new(file, text(&value, "file"))?;
            context.out.print(&value, &[text(&value, "id")], |_| {
                locale::say("roster-written", &[("file", &file.display().to_string())])
            });
            Ok(())
        }
    }
}

fn usage(key: &'static str) -> CliError {
    CliError::usage(locale::sentence(key))
}

fn bundle_of(file: &Path) -> Result<Bundle, CliError> {
    Bundle::from_file(&read_bytes(file)?).map_err(|r| CliError::bad_input(&r).in_file(file))
}

/// Writes a network's file in the place of the one that was there, whole or not at all.
fn write(file: &Path, bundle: &Bundle) -> Result<(), CliError> {
    ihala_store::write_private(file, bundle.to_file().as_bytes()).map_err(CliError::from)
}

const SEAT: &str = "ihala-seat/1";
const SEAT_SECRET: &str = "ihala/1 seat secret";

fn seat(context: &Context, file: &Path, name: &str) -> Result<(), CliError> {
    let secret = IdentitySecret::generate(&mut rand::rng());
    let spelt = Secret::new(fingerprint::spell(SEAT_SECRET, secret.seed().expose()));
    let words = locale::say("roster-seat-words", &[("name", name)]);
    let comment: String = words.lines().map(|line| format!("# {line}\n")).collect();
    let content = format!(
        "{comment}\nseat = \"{SEAT}\"\nname = {}\nkey = \"{}\"\n",
        json!(name),
        spelt.expose()
    );
    let content = Secret::new(content);
    write_new(file, content.expose())?;
    let key = Draft::spell(&secret.public());
    let value = json!({ "file": file.display().to_string(), "name": name, "key": key });
    context.out.print(&value, &[&key], |_| {
        let entry = format!("[[seat]]\nname = {}\nkey = \"{key}\"", json!(name));
        format!(
            "{}\n\n{entry}",
            locale::say("roster-seat-made", &[("file", &file.display().to_string())])
        )
    });
    Ok(())
}

fn seat_secret(file: &Path) -> Result<IdentitySecret, CliError> {
    let not_one = || usage("roster-no-seat").in_file(file);
    let text = Secret::new(read_text(file)?);
    let table: toml::Table = text.expose().parse().map_err(|_| not_one())?;
    let value = |name: &str| table.get(name).and_then(toml::Value::as_str);
    let key = value("key").filter(|_| value("seat") == Some(SEAT));
    let seed = key.and_then(|key| fingerprint::read_spelt(SEAT_SECRET, key)).ok_or_else(not_one)?;
    Ok(IdentitySecret::from_seed(&Secret::new(seed)))
}

fn charter(context: &Context, toml: Option<&Path>, file: Option<&Path>) -> Result<(), CliError> {
    let (Some(toml), Some(file)) = (toml, file) else {
        let words = locale::say("roster-charter-words", &[]);
        let comment: String = words.lines().map(|line| format!("# {line}\n")).collect();
        let empty = format!(
            "{comment}\ncharter = \"ihala-charter/1\"\nname = \"\"\nthreshold = 5\nvalid_until = {}\n\n\
             [[seat]]\nname = \"\"\nkey = \"\"\n",
            date::show_day(clock::now().plus(365 * DAY))
        );
        context.out.print(&json!({ "toml": empty }), &[&empty], |_| empty.clone());
        return Ok(());
    };
    let draft = Draft::from_toml(&read_text(toml)?).map_err(|m| CliError::mistakes(toml, m))?;
    let mut bundle = match file.exists() {
        true => bundle_of(file)?,
        false => Bundle { charters: Vec::new(), roster: None },
    };
    // One that is not signed yet is replaced.
    if let Some(last) = bundle.charters.last()
        && verified(&bundle).is_err()
        && last.count(last.document().seats.iter().map(|s| &s.key)) == 0
    {
        bundle.charters.pop();
    }
    let before = bundle.charters.last().map(|charter| charter.document().clone());
    if !bundle.charters.is_empty() {
        verified(&bundle).map_err(|r| CliError::bad_input(&r).in_file(file))?;
    }
    let known = Some(&bundle).filter(|bundle| !bundle.charters.is_empty());
    let next =
        draft.after(known, clock::now()).map_err(|r| CliError::bad_input(&r).in_file(toml))?;
    if let Some(before) = before {
        let leavers = before.leavers(next.document());
        if leavers >= usize::from(before.threshold) {
            let told = locale::sentence("roster-too-many").with("count", leavers);
            return Err(CliError::usage(told.with("threshold", before.threshold)).in_file(toml));
        }
        // The roster goes on under the new charter: both are signed in one go.
        if let Some(roster) = &bundle.roster {
            let old = roster.document();
            let next_roster = Roster {
                charter: next.document().version,
                charter_digest: next.digest(),
                version: old.version.saturating_add(1),
                previous: Some(roster.digest()),
                issued: clock::now(),
                expires: old.expires.max(clock::now().plus(ROSTER_DAYS * DAY)),
                ..old.clone()
            };
            bundle.roster = Some(new_signed(next_roster)?);
        }
    }
    bundle.charters.push(next);
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

fn new_signed<T: Document>(document: T) -> Result<SignedBySeats<T>, CliError> {
    SignedBySeats::new(document).map_err(|r| CliError::bad_input(&r))
}

/// Everything in the file, if it is all signed.
fn verified(bundle: &Bundle) -> Result<Network, ihala_envelope::Refusal> {
    bundle.clone().verify()
}

fn agency_of(text: &str) -> Result<(AgencyId, Option<String>), CliError> {
    if let Some(id) = fingerprint::read(text) {
        return Ok((id, None));
    }
    let file = Path::new(text);
    let bytes = read_bytes(file)?;
    let profile = Profile::from_file(&bytes).map_err(|r| CliError::bad_input(&r).in_file(file))?;
    Ok((profile.id(), Some(profile.statement().name().to_owned())))
}

fn stand(
    roster: &mut Roster,
    member: &str,
    standing: Standing,
    now: Timestamp,
) -> Result<(), CliError> {
    let id = fingerprint::read(member);
    let is = |m: &&mut Member| {
        let hex = member.len() >= 4 && m.agency.to_string().starts_with(&member.to_lowercase());
        Some(m.agency) == id || hex || m.name.eq_ignore_ascii_case(member.trim())
    };
    let found = roster.members.iter_mut().find(is);
    let found = found.ok_or_else(|| CliError::not_found(locale::sentence("roster-no-member")))?;
    (found.standing, found.since) = (standing, now);
    Ok(())
}

/// The next version of the roster; one that nobody has signed yet is changed itself.
fn change(
    context: &Context,
    file: &Path,
    until: &Until,
    edit: impl FnOnce(&mut Roster, Timestamp) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let now = clock::now();
    let mut bundle = bundle_of(file)?;
    let expires = match &until.until {
        None => now.plus(ROSTER_DAYS * DAY),
        Some(day) => date::end_of(date::parse_day(day).ok_or_else(|| usage("roster-until"))?),
    };
    let charter = bundle.charters.last().ok_or_else(|| usage("roster-no-charter"))?;
    let network = bundle.network().ok_or_else(|| usage("roster-no-charter").in_file(file))?;
    let seats = || charter.document().seats.iter().map(|seat| &seat.key);
    let mut next = match &bundle.roster {
        None => Roster {
            network,
            charter: charter.document().version,
            charter_digest: charter.digest(),
            version: 1,
            previous: None,
            issued: now,
            expires,
            members: Vec::new(),
        },
        Some(draft) if draft.count(seats()) == 0 => draft.document().clone(),
        Some(signed) => Roster {
            version: signed.document().version.saturating_add(1),
            previous: Some(signed.digest()),
            ..signed.document().clone()
        },
    };
    (next.charter, next.charter_digest) = (charter.document().version, charter.digest());
    (next.issued, next.expires) = (now, expires);
    edit(&mut next, now)?;
    next.members.sort_by_key(|member| member.agency);
    bundle.roster = Some(new_signed(next)?);
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

fn sign(context: &Context, file: &Path, seat: &Path) -> Result<(), CliError> {
    let mut bundle = bundle_of(file)?;
    let secret = seat_secret(seat)?;
    if bundle.sign(&secret) == 0 {
        return Err(usage("roster-not-seated").in_file(seat));
    }
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

fn merge(context: &Context, file: &Path, others: &[PathBuf]) -> Result<(), CliError> {
    let mut bundle = bundle_of(file)?;
    for other in others {
        bundle.merge(&bundle_of(other)?);
    }
    write(file, &bundle)?;
    print_bundle(context, &bundle)
}

fn show(context: &Context, file: &Path) -> Result<(), CliError> {
    print_bundle(context, &bundle_of(file)?)
}

/// Who has signed a document, and how many more must.
fn signatures<T: Document>(signed: &SignedBySeats<T>, charter: &Charter) -> Value {
    let by = |signs: bool| -> Vec<&str> {
        let seats = charter.seats.iter().filter(|s| signed.is_signed_by(&s.key) == signs);
        seats.map(|s| s.name.as_str()).collect()
    };
    json!({ "signed": by(true), "missing": by(false), "threshold": charter.threshold })
}

fn print_bundle(context: &Context, bundle: &Bundle) -> Result<(), CliError> {
    let last = bundle.charters.last().ok_or_else(|| usage("roster-no-charter"))?;
    let id = bundle.network();
    let before = bundle.charters.len().checked_sub(2).map(|at| bundle.charters[at].document());
    let mut charter = json!({
        "version": last.document().version,
        "until": date::show_day(last.document().expires),
        "seats": last.document().seats.len(),
        "by_its_own_seats": signatures(last, last.document()),
    });
    if let Some(before) = before {
        charter["by_the_seats_before"] = signatures(last, before);
    }
    let roster = bundle.roster.as_ref().map(|roster| {
        let document = roster.document();
        let members = document.members.iter().map(|m| {
            json!({ "agency": m.agency.to_string(), "name": m.name, "standing": m.standing.name() })
        });
        json!({
            "version": document.version,
            "until": date::show_day(document.expires),
            "members": members.collect::<Vec<_>>(),
            "by_the_seats": signatures(roster, last.document()),
        })
    });
    let problem = verified(bundle).err();
    let value = json!({
        "network": id.map(|id| id.to_string()),
        "fingerprint": id.map(|id| trust::network_fingerprint(&id)),
        "name": last.document().name,
        "charter": charter,
        "roster": roster,
        "complete": problem.is_none(),
        "problem": problem.map(|refusal| refusal.to_string()),
    });
    let network = text(&value, "network").to_owned();
    context.out.print(&value, &[&network], |value| {
        let row = |key: &str, told: &str| vec![locale::say(key, &[]), told.to_owned()];
        let signed = |part: &Value| {
            let count = items(part, "signed").count().to_string();
            let missing: Vec<_> = items(part, "missing").filter_map(Value::as_str).collect();
            let threshold = part["threshold"].to_string();
            let missing = missing.join(locale::language().comma());
            let fill = [("count", &*count), ("threshold", &*threshold), ("missing", &*missing)];
            locale::say("roster-signed-by", &fill)
        };
        let charter = &value["charter"];
        let mut rows = vec![
            row("card-fingerprint", text(value, "fingerprint")),
            row("roster-charter", &numbered(charter)),
            row("roster-own-seats", &signed(&charter["by_its_own_seats"])),
        ];
        if charter["by_the_seats_before"].is_object() {
            rows.push(row("roster-old-seats", &signed(&charter["by_the_seats_before"])));
        }
        let roster = &value["roster"];
        if roster.is_object() {
            rows.push(row("roster-roster", &numbered(roster)));
            rows.push(row("roster-own-seats", &signed(&roster["by_the_seats"])));
        }
        let mut out = format!("{}\n{}", text(value, "name"), table(&rows));
        let members: Vec<_> = items(roster, "members").map(member).collect();
        if !members.is_empty() {
            out.push_str(&format!("\n{}", table(&members)));
        }
        let complete = value["complete"] == true;
        let last = if complete { "roster-complete" } else { "roster-incomplete" };
        format!("{out}\n{}", locale::say(last, &[]))
    });
    Ok(())
}

fn numbered(part: &Value) -> String {
    let number = part["version"].to_string();
    locale::say("roster-version", &[("number", &number), ("until", text(part, "until"))])
}

fn member(member: &Value) -> Vec<String> {
    vec![
        text(member, "name").to_owned(),
        short(text(member, "agency")).to_owned(),
        standing(text(member, "standing")),
    ]
}

/// How a member stands, in words.
fn standing(name: &str) -> String {
    match name {
        "active" => locale::say("roster-active", &[]),
        "suspended" => locale::say("roster-suspended", &[]),
        _ => locale::say("roster-withdrawn", &[]),
    }
}

fn follow(
    context: &Context,
    file: &Path,
    fingerprint: Option<&str>,
    name: Option<&str>,
) -> Result<(), CliError> {
    let bundle = bundle_of(file)?;
    let network = verified(&bundle).map_err(|r| CliError::bad_input(&r).in_file(file))?;
    let own = trust::network_fingerprint(&network.id());
    let fingerprint = match fingerprint {
        Some(fingerprint) => fingerprint.to_owned(),
        None => {
            let name = &network.charter().document().name;
            let question = format!("{name}\n\n  {own}\n\n{}", locale::say("roster-compare", &[]));
            if context.out.json || !confirmed(&question) {
                return Err(usage("trust-not-confirmed"));
            }
            own
        }
    };
    let body = json!({ "file": bundle.to_file(), "fingerprint": fingerprint, "name": name });
    let value = context.post("/v1/networks", &body)?;
    told(context, &value)
}

/// What is in force after charters and a roster were taken in; a part that was refused is an
/// error, told after what was taken.
fn told(context: &Context, value: &Value) -> Result<(), CliError> {
    context.out.print(value, &[text(value, "id")], head);
    match text(&value["problem"], "rule") {
        "" => Ok(()),
        rule => Err(CliError::refused_in_part(rule).after_answer()),
    }
}

fn head(network: &Value) -> String {
    let row = |key: &str, told: String| vec![locale::say(key, &[]), told];
    let part = |version: &Value, until: &Value| match version {
        Value::Null => locale::say("roster-not-yet", &[]),
        number => {
            let (number, until) = (number.to_string(), time(until));
            locale::say("roster-version", &[("number", &number), ("until", &until)])
        }
    };
    let count = items(network, "members").filter(|m| m["standing"] == "active").count();
    let rows = [
        row("card-fingerprint", text(network, "fingerprint").to_owned()),
        row("roster-charter", part(&network["charter"], &network["charter_until"])),
        row("roster-roster", part(&network["roster"], &network["until"])),
        row("roster-members", count.to_string()),
    ];
    let mut out = format!("{}\n{}", text(network, "name"), table(&rows));
    if network["ended"] == true {
        out.push_str(&format!("\n{}", locale::say("roster-ended", &[])));
    }
    out
}

fn members(network: &Value) -> String {
    let row = |m: &Value| {
        let mut row = member(m);
        row.push(match (m["ours"] == true, m["trusted"] == true) {
            (true, _) => locale::say("roster-ours", &[]),
            (_, true) => locale::say("roster-trusted", &[]),
            _ => locale::say("roster-not-trusted", &[]),
        });
        row.push(text(m, "fingerprint").to_owned());
        row
    };
    let rows: Vec<_> = items(network, "members").map(row).collect();
    format!("{}\n{}", head(network), table(&rows))
}

fn changes(network: &Value) -> String {
    let row = |change: &Value| {
        let before = change["before"].as_str().map_or_else(|| "+".to_owned(), standing);
        vec![
            change["version"].to_string(),
            time(&change["at"]),
            text(change, "name").to_owned(),
            format!("{before} \u{2192} {}", standing(text(change, "after"))),
        ]
    };
    let rows: Vec<_> = items(network, "changes").map(row).collect();
    format!("{}\n{}", head(network), table(&rows))
}
