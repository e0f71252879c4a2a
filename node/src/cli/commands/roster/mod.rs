mod author;
mod seat;
mod show;

use std::path::{Path, PathBuf};

use ihala_envelope::Refusal;
use ihala_http::client::segment;
use ihala_protocol::roster::{Bundle, Member, Network, Standing};
use ihala_protocol::trust;
use serde_json::{Value, json};

use self::author::{agency_of, change, charter, merge, sign, stand};
use self::show::{changes, head, members, print_bundle};
use crate::cli::context::{read_bytes, write_new};
use crate::cli::output::{confirmed, items, text};
use crate::cli::{CliError, Context, locale};

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
        /// Sign although this seat has signed another one of the same version, which nobody has
        #[arg(long)]
        again: bool,
        /// Sign without being shown what and asked, in a script that has checked it
        #[arg(long)]
        yes: bool,
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

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::Seat { file, name } => seat::make(context, file, name),
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
        Command::Sign { file, seat, again, yes } => sign(context, file, seat, *again, *yes),
        Command::Merge { file, others } => merge(context, file, others),
        Command::Show { file } => print_bundle(context, &bundle_of(file)?),
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
                let told = locale::say("roster-unfollowed", &[("network", text(value, "name"))]);
                let stopped = items(value, "members")
                    .filter(|m| m["trusted"] == true && m["standing"] != "active");
                let names: Vec<_> = stopped.map(|member| text(member, "name")).collect();
                if names.is_empty() {
                    return told;
                }
                let names = names.join(locale::language().comma());
                format!("{told}\n{}", locale::say("roster-let-go", &[("names", &names)]))
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

/// Everything in the file, if it is all signed.
fn verified(bundle: &Bundle) -> Result<Network, Refusal> {
    bundle.clone().verify()
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
