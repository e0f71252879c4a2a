//! One agency of the demo: a home, a node process, and a proxy before it.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ihala_http::client::{Client, ClientError, segment};
use ihala_protocol::labels::Language;
use ihala_protocol::statement::Name;
use ihala_store::keystore::Protection;
use rand::RngExt as _;
use serde_json::{Value, json};

use super::deviation;
use super::proxy::Proxy;
use crate::cli::{CliError, locale};
use crate::home::Home;

/// How long anything may take before the demo gives up.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(10);

pub(crate) struct Agency {
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) fingerprint: String,
    pub(crate) home: PathBuf,
    pub(crate) proxy: Proxy,
    client: Client,
    node: Node,
}

/// A child process that never outlives the demo.
struct Node(Child);

impl Drop for Node {
    fn drop(&mut self) {
        // Already gone is fine.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Agency {
    /// Makes the home and starts the node behind its proxy.
    pub(crate) async fn start(folder: &Path, name: &str) -> Result<Self, CliError> {
        let cannot = |what: &str, e: &std::io::Error| {
            CliError::internal(locale::sentence("demo-cannot").with("what", what).with("error", e))
        };
        let path = folder.join(name.to_lowercase().replace(' ', "-"));
        let home = Home::new(path.clone());
        let port = free_port().map_err(|e| cannot("find a free port", &e))?;
        let listen = format!("/ip4/127.0.0.1/tcp/{port}");
        let recovery = path.with_extension("recovery");
        let own = Name { lang: "en".into(), text: name.to_owned() };
        let id = home.create(&own, &listen, &recovery, &Protection::None)?;
        let proxy = Proxy::start(port).await.map_err(|e| cannot("start the proxy", &e))?;
        let log = File::create(path.with_extension("log"));
        let log = log.map_err(|e| cannot("write a log", &e))?;
        let program = std::env::current_exe().map_err(|e| cannot("find this program", &e))?;
        let node = Command::new(program)
            .args([
                "serve",
                "--end-with-parent",
                &std::process::id().to_string(),
                "--announce",
                &format!("/ip4/127.0.0.1/tcp/{}", proxy.port),
            ])
            .arg("--home")
            .arg(&path)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .map_err(|e| cannot("start a node", &e))?;
        let agency = Self {
            name: name.to_owned(),
            id: id.to_string(),
            fingerprint: ihala_protocol::fingerprint::of(&id),
            client: Client::new(&home.socket(), "demo caseworker", Language::En),
            home: path,
            proxy,
            node: Node(node),
        };
        agency
            .until("answers", async |agency: &Self| match agency.client.get("/v1/status").await {
                Ok(status) => Ok(status["addresses"].as_array().is_some_and(|a| !a.is_empty())),
                Err(ClientError::NotRunning) => Ok(false),
                Err(error) => Err(agency.error(error)),
            })
            .await?;
        Ok(agency)
    }

    /// Asks the node to stop, and waits until it has.
    pub(crate) fn stop(&mut self) -> Result<(), CliError> {
        let pid = rustix::process::Pid::from_child(&self.node.0);
        rustix::process::kill_process(pid, rustix::process::Signal::TERM)
            .map_err(|e| deviation(format!("a node cannot be stopped: {e}")))?;
        let begin = Instant::now();
        loop {
            match self.node.0.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(None) if begin.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                _ => {
                    return Err(deviation(format!(
                        "the node of {} did not stop cleanly",
                        self.name
                    )));
                }
            }
        }
    }

    fn error(&self, error: ClientError) -> CliError {
        CliError::from_client(error, &self.home)
    }

    pub(crate) async fn get(&self, path: &str) -> Result<Value, CliError> {
        self.client.get(path).await.map_err(|e| self.error(e))
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Result<Value, CliError> {
        self.client.post(path, body).await.map_err(|e| self.error(e))
    }

    pub(crate) async fn until(
        &self,
        what: &str,
        holds: impl AsyncFn(&Self) -> Result<bool, CliError>,
    ) -> Result<(), CliError> {
        let begin = Instant::now();
        while !holds(self).await? {
            if begin.elapsed() > PATIENCE {
                return Err(deviation(format!("{}: it should be that it {what}", self.name)));
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// Takes the other's card in, its fingerprint compared.
    pub(crate) async fn befriend(&self, other: &Self) -> Result<(), CliError> {
        let card = other.get("/v1/card").await?;
        let body = json!({ "card": card["file"], "fingerprint": other.fingerprint });
        self.post("/v1/trust", &body).await.map(drop)
    }

    /// Drafts a protocol and has both sign it; proposal and answer travel as messages.
    pub(crate) async fn co_sign(&self, other: &Self, toml: &str) -> Result<Value, CliError> {
        let draft = self.post("/v1/isps", &json!({ "toml": toml })).await?;
        let path = format!("/v1/isps/{}", draft["id"].as_str().unwrap_or_default());
        let sign = format!("{path}/signature");
        self.post(&sign, &json!({})).await?;
        let knows = async |agency: &Self| match agency.client.get(&path).await {
            Ok(_) => Ok(true),
            Err(ClientError::Problem(problem)) if problem["status"] == 404 => Ok(false),
            Err(error) => Err(agency.error(error)),
        };
        other.until("has the proposal", knows).await?;
        other.post(&sign, &json!({})).await?;
        let in_force = async |agency: &Self| Ok(agency.get(&path).await?["state"] == "in force");
        self.until("has the answer", in_force).await?;
        self.get(&path).await
    }

    pub(crate) async fn wait_for_peers(&self, count: usize) -> Result<(), CliError> {
        self.until("is connected to its peers", async |agency: &Self| {
            let status = agency.get("/v1/status").await?;
            let peers = status["peers"].as_array().into_iter().flatten();
            Ok(peers.filter(|p| p["connected"] == true).count() == count)
        })
        .await
    }

    /// Waits until another agency's node is connected.
    pub(crate) async fn wait_for_peer(&self, other: &Self) -> Result<(), CliError> {
        self.until("is connected to its peer", async |agency: &Self| {
            let status = agency.get("/v1/status").await?;
            let mut peers = status["peers"].as_array().into_iter().flatten();
            Ok(peers.any(|p| p["agency"]["id"] == other.id.as_str() && p["connected"] == true))
        })
        .await
    }

    /// Drafts a consent, completes it as a caseworker would, and records it.
    pub(crate) async fn consent(
        &self,
        form: &str,
        to: &Self,
        method: &str,
    ) -> Result<(String, String), CliError> {
        self.consent_of(form, &to.name, method, false).await
    }

    /// The same for a receiver by its name; `onward`: it may refer the person on.
    pub(crate) async fn consent_of(
        &self,
        form: &str,
        to: &str,
        method: &str,
        onward: bool,
    ) -> Result<(String, String), CliError> {
        let body = json!({ "form": form, "to": [to] });
        let draft = self.post("/v1/consent-drafts", &body).await?;
        let record = draft["record"]
            .as_str()
            .unwrap_or_default()
            .replace("answer = \"\"", "answer = \"given\"")
            .replace("method = \"\"", &format!("method = \"{method}\""))
            .replace("language = \"\"", "language = \"ar\"")
            .replace("onward = false", &format!("onward = {onward}"))
            .replace("witness = \"\"", "witness = \"Nour Interpreter\"");
        let consent = self.post("/v1/consents", &json!({ "toml": record })).await?;
        let text = draft["text"].as_str().unwrap_or_default().to_owned();
        Ok((text, consent["id"].as_str().unwrap_or_default().to_owned()))
    }

    /// Refers, and waits until the receiver's node has confirmed.
    pub(crate) async fn refer(
        &self,
        form: &str,
        to: &Self,
        consent: &str,
    ) -> Result<Value, CliError> {
        let body = json!({ "form": form, "to": [to.name], "consent": consent });
        let made = self.post("/v1/referrals", &body).await?;
        self.settled(made["referrals"][0]["id"].as_str().unwrap_or_default()).await?;
        Ok(made)
    }

    pub(crate) async fn show(&self, id: &str) -> Result<Value, CliError> {
        self.get(&format!("/v1/referrals/{}", segment(id))).await
    }

    pub(crate) async fn step(&self, id: &str, step: &str, body: Value) -> Result<(), CliError> {
        self.post(&format!("/v1/referrals/{}/{step}", segment(id)), &body).await?;
        self.settled(id).await
    }

    /// Waits until everything of ours in a referral has its receipt.
    pub(crate) async fn settled(&self, id: &str) -> Result<(), CliError> {
        self.until("has every receipt", async |agency: &Self| {
            let shown = agency.show(id).await?;
            let mut history = shown["history"].as_array().into_iter().flatten();
            if let Some(refused) = history.clone().find(|e| e["delivery"] == "refused") {
                return Err(deviation(format!(
                    "a message was refused: {}",
                    refused["problem"]["rule"]
                )));
            }
            Ok(!history.any(|e| e["delivery"] == "queued"))
        })
        .await
    }
}

/// A port that nobody listens on, below those that the system hands out by itself: another
/// process could be given one of those before the node listens on it.
fn free_port() -> std::io::Result<u16> {
    let mut rng = rand::rng();
    let mut tries = 0;
    loop {
        let port = rng.random_range(10_000..32_000);
        tries += 1;
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(_) => return Ok(port),
            Err(error) if tries == 100 => return Err(error),
            Err(_) => {}
        }
    }
}
