//! Where a passphrase comes from: a file descriptor, a systemd credential, or a person.
//! Never the command line or the environment, which others can see.

use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use ihala_envelope::Secret;
use ihala_store::keystore::{PASSPHRASE_MIN, Protection, is_protected};

use crate::cli::{CliError, locale};

/// Name of the systemd credential (`LoadCredential=`, `systemd-creds`).
pub(crate) const CREDENTIAL: &str = "ihala-passphrase";
/// Longest passphrase, in bytes.
const PASSPHRASE_MAX: u64 = 1_024;

/// How the passphrase of the keys is given.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Source {
    /// Read the passphrase from this file descriptor [default: the systemd credential `ihala-passphrase`, else a prompt]
    #[arg(long, value_name = "FD")]
    pub(crate) passphrase_fd: Option<u32>,
    /// Ask, also where there is a systemd credential: that one is the old passphrase.
    #[arg(skip)]
    asks: bool,
}

impl Source {
    /// A file descriptor, or a person.
    pub(crate) fn asking(passphrase_fd: Option<u32>) -> Self {
        Self { passphrase_fd, asks: true }
    }

    /// The passphrase of the keys in a folder; none if they have none.
    pub(crate) fn of(&self, keys: &Path) -> Result<Option<Secret<String>>, CliError> {
        if !is_protected(keys)? {
            return Ok(None);
        }
        if let Some(given) = self.given()? {
            return Ok(Some(given));
        }
        ask(&locale::say("passphrase-ask", &[])).map(Some)
    }

    /// A passphrase for new keys.
    pub(crate) fn new_one(&self) -> Result<Protection, CliError> {
        let chosen = match self.given()? {
            Some(given) => given,
            None => {
                let min = PASSPHRASE_MIN.to_string();
                let chosen = ask(&locale::say("passphrase-choose", &[("min", &min)]))?;
                if chosen.expose() != ask(&locale::say("passphrase-again", &[]))?.expose() {
                    return Err(CliError::usage(locale::sentence("passphrase-differs")));
                }
                chosen
            }
        };
        if chosen.expose().chars().count() < PASSPHRASE_MIN {
            let told = locale::sentence("passphrase-short").with("min", PASSPHRASE_MIN);
            return Err(CliError::usage(told));
        }
        Ok(Protection::Passphrase(chosen))
    }

    /// One that needs no person.
    fn given(&self) -> Result<Option<Secret<String>>, CliError> {
        if let Some(fd) = self.passphrase_fd {
            return read(&PathBuf::from(format!("/dev/fd/{fd}"))).map(Some);
        }
        let folder = std::env::var_os("CREDENTIALS_DIRECTORY").filter(|_| !self.asks);
        let folder = folder.map(PathBuf::from);
        let file = folder.map(|folder| folder.join(CREDENTIAL)).filter(|file| file.exists());
        file.map(|file| read(&file)).transpose()
    }
}

fn read(path: &Path) -> Result<Secret<String>, CliError> {
    let mut read = String::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(PASSPHRASE_MAX + 1).read_to_string(&mut read))
        .map_err(|e| CliError::unreadable(path, &e))?;
    let whole = Secret::new(read);
    if whole.expose().len() as u64 > PASSPHRASE_MAX {
        let told = locale::sentence("passphrase-long").with("max", PASSPHRASE_MAX);
        return Err(CliError::usage(told));
    }
    // A line's end is the file's, not the passphrase's.
    Ok(Secret::new(whole.expose().trim_end_matches(['\r', '\n']).to_owned()))
}

fn ask(question: &str) -> Result<Secret<String>, CliError> {
    let nobody = || {
        let told = locale::sentence("passphrase-nobody").with("option", "--passphrase-fd");
        CliError::usage(told.with("credential", CREDENTIAL))
    };
    if !std::io::stdin().is_terminal() {
        return Err(nobody());
    }
    let typed = rpassword::prompt_password(format!("{question} ")).map_err(|_| nobody())?;
    Ok(Secret::new(typed))
}
