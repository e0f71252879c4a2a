//! The secret of a seat in a core group, and what the seat has signed.
//!
//! ```text
//! seat = "ihala-seat/1"
//! name = "…"
//! key = "…"                the secret, spelt as a fingerprint is
//! [[signed]]               for each charter and roster, before its signature leaves
//! network = "…"
//! charter = "2"
//! roster = "7"             absent for a charter
//! document = "…"
//! ```

use std::fs::File;
use std::path::{Path, PathBuf};

use ihala_envelope::{Digest, IdentitySecret, NetworkId, Secret};
use ihala_protocol::fingerprint;
use ihala_protocol::roster::{Draft, NAME_MAX, SignedPart};
use ihala_protocol::text::is_name;
use ihala_protocol::trust::{network_fingerprint, network_of};
use serde_json::json;

use super::usage;
use crate::cli::context::{read_text, write_new};
use crate::cli::output::{comment, turned};
use crate::cli::{CliError, Context, locale};

const SEAT: &str = "ihala-seat/1";
const SEAT_SECRET: &str = "ihala/1 seat secret";

pub(super) fn make(context: &Context, file: &Path, name: &str) -> Result<(), CliError> {
    if !is_name(name, NAME_MAX) {
        let told = locale::sentence("init-name").with("max", NAME_MAX);
        return Err(CliError::usage(told.with("option", "--name")));
    }
    let secret = IdentitySecret::generate(&mut rand::rng());
    let spelt = Secret::new(fingerprint::spell(SEAT_SECRET, secret.seed().expose()));
    let comment = comment(&locale::say("roster-seat-words", &[("name", name)]));
    let content = format!(
        "{comment}\nseat = \"{SEAT}\"\nname = {}\nkey = \"{}\"\n",
        json!(name),
        spelt.expose()
    );
    let content = Secret::new(content);
    write_new(file, content.expose())?;
    let key = Draft::spell(&secret.public());
    let value = json!({ "file": file.display().to_string(), "name": name, "key": key });
    // The entry is copied into the charter as it is printed.
    context.out.print_file(&value, &[&key], |_| {
        let entry = format!("[[seat]]\nname = {}\nkey = \"{key}\"", json!(name));
        let made = locale::say("roster-seat-made", &[("file", &file.display().to_string())]);
        format!("{}\n\n{entry}", turned(&made))
    });
    Ok(())
}

/// A seat's file, for as long as nobody else changes it.
pub(super) struct Seat {
    file: PathBuf,
    _lock: File,
    text: Secret<String>,
    pub(super) secret: IdentitySecret,
    signed: Vec<(NetworkId, SignedPart)>,
}

impl Seat {
    /// Reads it, when no other command is at work in its folder any more.
    pub(super) fn read(file: &Path) -> Result<Self, CliError> {
        let unreadable = |e: std::io::Error| CliError::unreadable(file, &e);
        // A link on this machine to a file on a stick: that one is meant.
        let place = file.canonicalize().map_err(unreadable)?;
        let lock = File::open(place.parent().unwrap_or(&place)).map_err(unreadable)?;
        lock.lock().map_err(unreadable)?;
        let not_one = || usage("roster-no-seat").in_file(file);
        let text = Secret::new(read_text(file)?);
        let table: toml::Table = text.expose().parse().map_err(|_| not_one())?;
        let value = |name: &str| table.get(name).and_then(toml::Value::as_str);
        let key = value("key").filter(|_| value("seat") == Some(SEAT));
        let seed =
            key.and_then(|key| fingerprint::read_spelt(SEAT_SECRET, key)).ok_or_else(not_one)?;
        let secret = IdentitySecret::from_seed(&Secret::new(seed));
        let signed = table.get("signed").map_or(Some(Vec::new()), read_signed);
        let signed = signed.ok_or_else(not_one)?;
        Ok(Self { file: place, _lock: lock, text, secret, signed })
    }

    /// Notes what the seat signs, durably, before anybody gets it. Two charters or rosters of
    /// one version would split the network: unless `again` says that nobody has the first one,
    /// the second is refused.
    pub(super) fn note(
        &mut self,
        network: NetworkId,
        parts: &[SignedPart],
        again: bool,
    ) -> Result<(), CliError> {
        let mut added = String::new();
        for part in parts {
            let mut before = self.signed.iter().filter(|(of, known)| {
                *of == network && (known.charter, known.roster) == (part.charter, part.roster)
            });
            if before.clone().any(|(_, known)| known.document == part.document) {
                continue;
            }
            if before.next().is_some() && !again {
                let (key, number) = match part.roster {
                    None => ("roster-signed-another-charter", u64::from(part.charter)),
                    Some(roster) => ("roster-signed-another-roster", roster),
                };
                let told = locale::sentence(key).with("number", number);
                return Err(CliError::usage(told).in_file(&self.file));
            }
            added.push_str(&entry(&network, part));
            self.signed.push((network, *part));
        }
        if added.is_empty() {
            return Ok(());
        }
        self.text = Secret::new(format!("{}{added}", self.text.expose()));
        ihala_store::write_private(&self.file, self.text.expose().as_bytes())
            .map_err(CliError::from)
    }
}

fn entry(network: &NetworkId, part: &SignedPart) -> String {
    let roster = part.roster.map(|roster| format!("roster = \"{roster}\"\n")).unwrap_or_default();
    format!(
        "\n[[signed]]\nnetwork = \"{}\"\ncharter = \"{}\"\n{roster}document = \"{}\"\n",
        network_fingerprint(network),
        part.charter,
        part.document
    )
}

fn read_signed(entries: &toml::Value) -> Option<Vec<(NetworkId, SignedPart)>> {
    let read = |entry: &toml::Value| {
        let text = |name: &str| entry.get(name).and_then(toml::Value::as_str);
        let part = SignedPart {
            charter: text("charter")?.parse().ok()?,
            roster: match text("roster") {
                Some(roster) => Some(roster.parse().ok()?),
                None => None,
            },
            document: Digest::from_hex(text("document")?).ok()?,
        };
        Some((network_of(text("network")?)?, part))
    };
    entries.as_array()?.iter().map(read).collect()
}
