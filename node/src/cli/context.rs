//! What every command starts from.

use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use ihala_engine::Actor;
use ihala_http::client::{Client, ClientError};
use ihala_protocol::Profile;
use serde_json::Value;

use super::{CliError, Out, locale};
use crate::home::Home;

/// Longest input file, in bytes: what the documents allow.
const INPUT_MAX: u64 = ihala_protocol::limits::TOML_MAX as u64;

/// Home, actor and how to print.
pub(crate) struct Context {
    pub(crate) home: Home,
    pub(crate) actor: Actor,
    pub(crate) out: Out,
    /// The folder named with `--home`, not that of the environment.
    pub(crate) chosen_home: Option<PathBuf>,
}

impl Context {
    pub(crate) fn new(
        home: Option<PathBuf>,
        actor: Option<&str>,
        out: Out,
    ) -> Result<Self, CliError> {
        // `x/` and `x` are one folder: what stands beside it must not come to stand in it.
        let chosen_home: Option<PathBuf> = home.map(|home| home.components().collect());
        let environment = std::env::var_os("IHALA_HOME").filter(|home| !home.is_empty());
        let home = match chosen_home.clone().or_else(|| environment.map(PathBuf::from)) {
            Some(home) => home,
            None => etcetera::choose_base_strategy()
                .map_err(|_| {
                    CliError::usage(locale::sentence("home-unknown").with("option", "--home"))
                })?
                .data_dir()
                .join("ihala"),
        };
        let name = actor.map_or_else(system_user, str::to_owned);
        let actor = Actor::new(&name).ok_or_else(|| {
            let told = locale::sentence("actor-name");
            CliError::usage(told.with("option", "--as").with("max", Actor::MAX))
        })?;
        Ok(Self { home: Home::new(home), actor, out, chosen_home })
    }

    /// The API of the home's node.
    pub(crate) fn client(&self) -> Client {
        Client::new(&self.home.socket(), self.actor.as_str(), locale::language())
    }

    /// Asks the node with `GET`.
    pub(crate) fn get(&self, path: &str) -> Result<Value, CliError> {
        self.ask(async |client: &Client| client.get(path).await)
    }

    /// Asks the node with `POST`.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Result<Value, CliError> {
        self.ask(async |client: &Client| client.post(path, body).await)
    }

    /// Asks the node with `DELETE`.
    pub(crate) fn delete(&self, path: &str) -> Result<Value, CliError> {
        self.ask(async |client: &Client| client.delete(path).await)
    }

    fn ask(
        &self,
        call: impl AsyncFnOnce(&Client) -> Result<Value, ClientError>,
    ) -> Result<Value, CliError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime
            .map_err(|e| CliError::internal(locale::sentence("cannot-start").with("error", e)))?;
        runtime.block_on(call(&self.client())).map_err(|error| {
            // Before "start the node": is there a home, and is it ours?
            let unheard = matches!(error, ClientError::NotRunning | ClientError::Socket(_));
            match self.home.check() {
                Err(reason) if unheard => reason,
                _ => CliError::from_client(error, self.home.path()),
            }
        })
    }
}

fn system_user() -> String {
    let named = ["USER", "LOGNAME"].iter().find_map(|key| std::env::var(key).ok());
    named
        .filter(|name| Actor::new(name).is_some())
        .unwrap_or_else(|| format!("uid {}", rustix::process::getuid().as_raw()))
}

/// Reads an input file, no further than an input file can be long.
pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(INPUT_MAX + 1).read_to_end(&mut bytes))
        .map_err(|e| CliError::unreadable(path, &e))?;
    if bytes.len() as u64 > INPUT_MAX {
        let told = locale::sentence("input-too-long").with("file", path.display());
        return Err(CliError::usage(told.with("max", INPUT_MAX)));
    }
    Ok(bytes)
}

/// Reads an input file of text.
pub(crate) fn read_text(path: &Path) -> Result<String, CliError> {
    String::from_utf8(read_bytes(path)?)
        .map_err(|_| CliError::unreadable(path, &std::io::ErrorKind::InvalidData.into()))
}

/// The card in a file. A damaged one is an input that does not validate, whatever rule it
/// breaks.
pub(crate) fn read_card(file: &Path) -> Result<Profile, CliError> {
    Profile::from_file(&read_bytes(file)?).map_err(|r| CliError::bad_input(&r).in_file(file))
}

/// Writes a new file that only we may read; never over another one.
pub(crate) fn write_new(path: &Path, content: &str) -> Result<(), CliError> {
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .and_then(|mut file| file.write_all(content.as_bytes()).and_then(|()| file.sync_all()))
        .map_err(|e| CliError::unwritable(path, &e))
}
