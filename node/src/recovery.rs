//! The recovery file: the identity key of the next card, kept away from the node.
//!
//! A short text that can be printed and typed again.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use ihala_envelope::{AgencyId, IdentitySecret, ReceiveSecret, Secret};
use ihala_protocol::backup::{self, Head};
use ihala_protocol::{CardChain, fingerprint};

use crate::cli::context::read_text;
use crate::cli::output::comment;
use crate::cli::{CliError, locale};
use crate::home::sync_parent;

const VERSION: &str = "ihala-recovery/1";
const LABEL: &str = "ihala/1 recovery key";

/// What a recovery file holds.
pub(crate) struct Recovery {
    /// Whose it is.
    pub(crate) agency: AgencyId,
    /// The number of the card that it makes.
    pub(crate) card: u64,
    /// The key of that card.
    pub(crate) identity: IdentitySecret,
}

impl Recovery {
    /// Reads a recovery file.
    pub(crate) fn read(path: &Path) -> Result<Self, CliError> {
        let text = read_text(path)?;
        let not_one = || CliError::usage(locale::sentence("recovery-not-one")).in_file(path);
        let file: toml::Table = text.parse().map_err(|_| not_one())?;
        let value = |name: &str| file.get(name).and_then(toml::Value::as_str);
        if value("recovery") != Some(VERSION) {
            return Err(not_one());
        }
        let agency = value("agency").and_then(fingerprint::read).ok_or_else(not_one)?;
        let card = file.get("card").and_then(toml::Value::as_integer);
        let card = card.and_then(|card| u64::try_from(card).ok()).ok_or_else(not_one)?;
        let seed = value("key").and_then(|key| fingerprint::read_spelt(LABEL, key));
        let seed = Secret::new(seed.ok_or_else(not_one)?);
        Ok(Self { agency, card, identity: IdentitySecret::from_seed(&seed) })
    }

    /// The same, if it makes the card after these.
    pub(crate) fn for_next_card(self, path: &Path, cards: &CardChain) -> Result<Self, CliError> {
        let wrong = |key: &'static str| CliError::usage(locale::sentence(key)).in_file(path);
        if self.agency != cards.id() {
            return Err(wrong("recovery-of-another"));
        }
        // What the file says of its card is for people: the chain decides.
        let key = self.identity.public();
        if cards.names_next(&key) {
            return Ok(self);
        }
        let used = cards.keys().iter().any(|(_, known)| *known == key);
        Err(if used { wrong("recovery-used") } else { Self::not_next(path) })
    }

    /// It makes no next card.
    pub(crate) fn not_next(path: &Path) -> CliError {
        CliError::usage(locale::sentence("recovery-not-next")).in_file(path)
    }

    /// The same, if it opens a backup.
    pub(crate) fn for_backup(self, path: &Path, head: &Head) -> Result<Self, CliError> {
        let (needed, cards) = (head.profile.cards().seq() + 1, head.profile.cards());
        if self.agency == cards.id() && self.card != needed {
            let told = locale::sentence("recovery-other-card").with("card", needed);
            return Err(CliError::usage(told.with("has", self.card)).in_file(path));
        }
        self.for_next_card(path, cards)
    }

    /// Writes the file, never over another one, durably; `option` names another place.
    pub(crate) fn write_new(
        &self,
        path: &Path,
        name: &str,
        option: &'static str,
    ) -> Result<(), CliError> {
        let mut options = std::fs::OpenOptions::new();
        let opened = options.write(true).create_new(true).mode(0o600).open(path);
        let mut file = opened.map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => {
                let told = locale::sentence("recovery-exists").with("file", path.display());
                CliError::usage(told.with("option", option))
            }
            _ => CliError::unwritable(path, &e),
        })?;
        let text = Secret::new(self.text(name));
        let written = file.write_all(text.expose().as_bytes()).and_then(|()| file.sync_all());
        written.and_then(|()| sync_parent(path)).map_err(|e| {
            // Ours, and not whole: it would only stand in the way of the next try.
            let _ = std::fs::remove_file(path);
            CliError::unwritable(path, &e)
        })
    }

    /// Opens the backups that are made until its card is.
    pub(crate) fn backup_key(&self) -> ReceiveSecret {
        backup::key_of(&self.identity.seed())
    }

    fn text(&self, name: &str) -> String {
        let card = self.card.to_string();
        let comment = comment(&locale::say("recovery-words", &[("agency", name), ("card", &card)]));
        let key = Secret::new(fingerprint::spell(LABEL, self.identity.seed().expose()));
        format!(
            "{comment}\nrecovery = \"{VERSION}\"\nagency = \"{}\"\ncard = {card}\nkey = \"{}\"\n",
            fingerprint::of(&self.agency),
            key.expose()
        )
    }
}
