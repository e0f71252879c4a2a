use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use data_encoding::BASE64;
use ihala_engine::views::Time;
use ihala_protocol::backup::Head;
use ihala_protocol::fingerprint;
use serde_json::{Value, json};

use crate::backup;
use crate::cli::output::{text, time};
use crate::cli::{CliError, Context, locale};
use crate::clock;
use crate::home::sync_parent;
use crate::recovery::Recovery;

/// Write everything that the node holds to a file that the recovery file alone opens; the node
/// goes on meanwhile
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Args {
    /// The file to write; must not exist
    #[arg(required = true)]
    file: Option<PathBuf>,
    /// Days for which it is kept: after that it is not restored any more, and to be deleted
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    keep: u32,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check that a backup is whole and was signed by the agency that it names; needs neither
    /// node nor home
    Verify {
        /// The backup
        file: PathBuf,
        /// Open it too, and read everything in it
        #[arg(long, value_name = "FILE")]
        recovery: Option<PathBuf>,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match (&args.command, &args.file) {
        (Some(Command::Verify { file, recovery }), _) => verify(context, file, recovery.as_deref()),
        (None, Some(file)) => make(context, file, args.keep),
        (None, None) => unreachable!("clap asks for the file"),
    }
}

fn make(context: &Context, path: &Path, days: u32) -> Result<(), CliError> {
    let unwritable = |e: std::io::Error| CliError::unwritable(path, &e);
    if path.exists() {
        return Err(unwritable(std::io::ErrorKind::AlreadyExists.into()));
    }
    // Under another name until it is whole: one that was interrupted is no backup.
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut options = OpenOptions::new();
    let options = options.write(true).create(true).truncate(true).mode(0o600);
    let mut file = options.open(&part).map_err(unwritable)?;
    let mut write = || -> Result<(Value, u64, u64), CliError> {
        let begun = context.post("/v1/backups", &json!({ "days": days }))?;
        let next = format!("/v1/backups/{}/next", begun["number"]);
        let bar = backup::bar(&context.out, 0, "{bar:40} {percent}%");
        let mut length = 0;
        let entries = loop {
            let part = context.post(&next, &Value::Null)?;
            let bytes = BASE64.decode(text(&part, "bytes").as_bytes());
            let bytes =
                bytes.map_err(|_| CliError::internal(locale::sentence("client-not-an-answer")))?;
            file.write_all(&bytes).map_err(unwritable)?;
            length += bytes.len() as u64;
            let entries = part["entries"].as_u64().unwrap_or_default();
            bar.set_length(entries);
            bar.set_position(part["done"].as_u64().unwrap_or_default());
            if part["last"] == true {
                bar.finish_and_clear();
                break entries;
            }
        };
        file.sync_all()
            .and_then(|()| name(&part, path))
            .and_then(|()| sync_parent(path))
            .map_err(unwritable)?;
        Ok((begun, length, entries))
    };
    let (begun, length, entries) = write().inspect_err(|_| {
        let _ = std::fs::remove_file(&part);
    })?;
    let shown = path.display().to_string();
    let value = json!({
        "file": shown,
        "bytes": length,
        "entries": entries,
        "made": begun["made"],
        "until": begun["until"],
    });
    context.out.print(&value, &[&shown], |value| {
        let (entries, bytes) = (value["entries"].to_string(), value["bytes"].to_string());
        let until = day(&value["until"]);
        let fill = [("file", shown.as_str()), ("entries", &entries), ("bytes", &bytes)];
        format!(
            "{}\n1. {}\n2. {}",
            locale::say("backup-made", &fill),
            locale::say("backup-keep", &[("day", until)]),
            locale::say("backup-check", &[("command", &format!("ihala backup verify {shown}"))]),
        )
    });
    Ok(())
}

/// Gives a whole file its name, never over another one.
fn name(part: &Path, path: &Path) -> std::io::Result<()> {
    match std::fs::hard_link(part, path) {
        Ok(()) => std::fs::remove_file(part),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => Err(e),
        // The file system of a USB stick may have no links.
        Err(_) => std::fs::rename(part, path),
    }
}

fn verify(context: &Context, file: &Path, recovery: Option<&Path>) -> Result<(), CliError> {
    let head = backup::scan(file, &context.out)?;
    if let Some(recovery) = recovery {
        let recovery = Recovery::read(recovery)?.for_backup(recovery, &head)?;
        backup::open(file, recovery.backup_key(), &context.out, |_| Ok(()))?;
    }
    let value = describe(&head, recovery.is_some());
    context.out.print(&value, &[text(&value["agency"], "id")], |value| {
        let agency = text(&value["agency"], "name");
        let (made, until) = (time(&value["made"]), day(&value["until"]));
        let (entries, card) = (value["entries"].to_string(), value["card"].to_string());
        let fill = [
            ("agency", agency),
            ("fingerprint", text(value, "fingerprint")),
            ("made", &made),
            ("day", until),
            ("entries", &entries),
            ("card", &card),
        ];
        let checked = if recovery.is_some() { "backup-opened" } else { "backup-whole" };
        let mut lines = vec![locale::say("backup-of", &fill), locale::say(checked, &fill)];
        if value["over"] == true {
            lines.push(locale::say("backup-over", &[]));
        }
        lines.join("\n")
    });
    Ok(())
}

fn describe(head: &Head, opened: bool) -> Value {
    let id = head.profile.id();
    json!({
        "agency": { "id": id.to_string(), "name": head.profile.statement().name() },
        "fingerprint": fingerprint::of(&id),
        "made": Time(head.made),
        "until": Time(head.until),
        "over": head.until < clock::now(),
        "entries": head.entries,
        "card": head.profile.cards().seq() + 1,
        "opened": opened,
    })
}

/// The day of a time.
fn day(time: &Value) -> &str {
    time.as_str().and_then(|time| time.get(..10)).unwrap_or_default()
}
