//! What the black-box tests share: the binary, homes, running nodes.
//!
//! The binary's path comes from `tests/run` in `IHALA_BIN`. A missing binary is a
//! failure, never a skipped test.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

pub mod peer;
pub mod wire;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rand::RngExt as _;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

/// How long anything may take before a test gives up on it.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The binary under test.
pub fn binary() -> PathBuf {
    let path = std::env::var_os("IHALA_BIN").expect("IHALA_BIN is not set: run tests/run");
    let path = PathBuf::from(path);
    assert!(path.is_absolute() && path.is_file(), "there is no binary at {}", path.display());
    path
}

/// The repository's root.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is below the root")
}

/// A sample form that ships with the binary.
pub fn sample(name: &str) -> PathBuf {
    repository().join("node/samples").join(name)
}

/// A port that nobody uses now, below those that the system hands out by itself: another
/// test could be given one of those before the node listens on it.
pub fn free_port() -> u16 {
    let mut rng = rand::rng();
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    (0..100).map(|_| rng.random_range(10_000..32_000)).find(free).expect("a free port")
}

/// The library that lets a process see another time; `tests/run` installs it.
fn other_clock() -> PathBuf {
    let folders = std::fs::read_dir("/usr/lib").unwrap().flatten();
    let mut files = folders.map(|folder| folder.path().join("faketime/libfaketimeMT.so.1"));
    files.find(|file| file.is_file()).expect("libfaketime is not installed: run tests/run")
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().expect("not killed by a signal"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The one JSON document on standard output.
    pub fn json(&self) -> Value {
        let mut documents = serde_json::Deserializer::from_str(&self.out).into_iter::<Value>();
        let document = documents.next().unwrap_or_else(|| panic!("no JSON: {self:?}")).unwrap();
        assert!(documents.next().is_none(), "more than one document: {self:?}");
        document
    }

    /// Standard output of a command that must have succeeded.
    pub fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out.trim().to_owned()
    }
}

/// Runs the binary.
pub fn ihala<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Ran {
    let mut command = Command::new(binary());
    command
        .args(args)
        .env_remove("IHALA_HOME")
        .env_remove("IHALA_LANG")
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    Ran::of(command.output().unwrap())
}

/// Runs the binary with something on its standard input.
pub fn ihala_fed<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>, input: &str) -> Ran {
    let mut command = Command::new(binary());
    let mut child = command
        .args(args)
        .env_remove("IHALA_HOME")
        .env_remove("IHALA_LANG")
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that ends without reading is an answer too.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Ran::of(child.wait_with_output().unwrap())
}

/// An agency's home, and its node while it runs.
pub struct Agency {
    /// Its name.
    pub name: String,
    /// Its home.
    pub home: PathBuf,
    /// The port of its node.
    pub port: u16,
    /// Everything its node has printed on standard error.
    pub log: PathBuf,
    /// The address to tell others, where it is not the one listened on.
    pub announce: Option<String>,
    /// The passphrase of its keys, if they have one.
    pub passphrase: Option<String>,
    /// By how much its node's clock differs from ours, as libfaketime takes it: `+2h`.
    pub clock: Option<&'static str>,
    node: Option<Child>,
}

impl Drop for Agency {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Agency {
    /// Makes a home below `folder`.
    pub fn init(folder: &Path, name: &str) -> Self {
        let port = free_port();
        let agency = Self::of(folder.join(name), name, port);
        let listen = format!("/ip4/127.0.0.1/tcp/{port}");
        agency.run(&["init", "--unprotected", "--name", name, "--listen", &listen]).ok();
        agency
    }

    /// A home that is there.
    pub fn of(home: PathBuf, name: &str, port: u16) -> Self {
        Self {
            name: name.to_owned(),
            log: home.with_extension("log"),
            announce: None,
            home,
            port,
            passphrase: None,
            clock: None,
            node: None,
        }
    }

    /// Makes a home and starts its node.
    pub fn start_new(folder: &Path, name: &str) -> Self {
        let mut agency = Self::init(folder, name);
        agency.start();
        agency
    }

    /// Runs a command in this home.
    pub fn run(&self, args: &[&str]) -> Ran {
        let home = self.home.to_str().unwrap();
        ihala(["--home", home].into_iter().chain(args.iter().copied()))
    }

    /// A command's one JSON document; it must have succeeded.
    pub fn json(&self, args: &[&str]) -> Value {
        let ran = self.run(&[args, &["--json"]].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.json()
    }

    /// Starts the node and waits until it is ready.
    pub fn start(&mut self) {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(&self.log).unwrap();
        let announce = self.announce.iter().flat_map(|a| ["--announce", a]);
        let mut command = Command::new(binary());
        if let Some(clock) = self.clock {
            command.env("LD_PRELOAD", other_clock()).env("FAKETIME", clock);
            // Waits take as long as they take.
            command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        }
        let mut node = command
            .args(["serve", "--log", "debug", "--home"])
            .arg(&self.home)
            .args(announce)
            .args(self.passphrase.iter().flat_map(|_| ["--passphrase-fd", "0"]))
            .stdin(if self.passphrase.is_some() { Stdio::piped() } else { Stdio::null() })
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .unwrap();
        if let (Some(passphrase), Some(mut stdin)) = (&self.passphrase, node.stdin.take()) {
            stdin.write_all(passphrase.as_bytes()).unwrap();
        }
        let mut line = String::new();
        BufReader::new(node.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(
            line.contains("ready"),
            "the node of {} did not start: {}",
            self.name,
            self.logged()
        );
        self.node = Some(node);
    }

    /// Starts the node again with its clock set wrong.
    pub fn set_clock(&mut self, clock: &'static str) {
        self.stop();
        self.clock = Some(clock);
        self.start();
    }

    /// What the node has printed on standard error.
    pub fn logged(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// The process id of the node, or of the program it was started under.
    pub fn pid(&self) -> u32 {
        self.node.as_ref().expect("the node runs").id()
    }

    fn signal(&self, signal: Signal) {
        let pid = Pid::from_child(self.node.as_ref().expect("the node runs"));
        kill_process(pid, signal).unwrap();
    }

    /// Asks the node to stop, and checks that it ended well.
    pub fn stop(&mut self) {
        self.signal(Signal::TERM);
        let status = self.wait();
        assert_eq!(status, Some(0), "{}", self.logged());
    }

    /// Waits until the node has ended by itself; its exit code.
    pub fn wait(&mut self) -> Option<i32> {
        let mut node = self.node.take().expect("the node runs");
        let begin = Instant::now();
        loop {
            if let Some(status) = node.try_wait().unwrap() {
                return status.code();
            }
            if begin.elapsed() > PATIENCE {
                let _ = node.kill();
                let _ = node.wait();
                panic!("the node of {} goes on: {}", self.name, self.logged());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Kills the node without warning.
    pub fn kill(&mut self) {
        if let Some(mut node) = self.node.take() {
            let _ = node.kill();
            let _ = node.wait();
        }
    }

    /// Takes the other's card in.
    pub fn trust(&self, other: &Self) {
        let card = self.home.with_extension(format!("{}.card", other.name));
        let card = card.to_str().unwrap();
        other.run(&["card", "export", card]).ok();
        let id = other.run(&["card", "show", "-q"]).ok();
        self.run(&["trust", "add", card, "--fingerprint", &id]).ok();
    }

    /// Signs the protocol of the template with another agency, after `edit`, by files.
    pub fn sign_protocol(&self, other: &Self, edit: impl Fn(&str) -> String) {
        let path = |what: &str| {
            let path = self.home.with_extension(format!("{}.{what}", other.name));
            path.to_str().unwrap().to_owned()
        };
        let (toml, half, whole) = (path("toml"), path("half"), path("whole"));
        for earlier in [&toml, &half, &whole] {
            let _ = std::fs::remove_file(earlier);
        }
        self.run(&["isp", "new", &toml, "--with", &other.name]).ok();
        std::fs::write(&toml, edit(&std::fs::read_to_string(&toml).unwrap())).unwrap();
        let id = self.run(&["isp", "draft", &toml, "-q"]).ok();
        self.run(&["isp", "sign", &id]).ok();
        self.run(&["isp", "export", &id, &half]).ok();
        other.run(&["isp", "import", &half]).ok();
        other.run(&["isp", "sign", &id]).ok();
        other.run(&["isp", "export", &id, &whole]).ok();
        let isp = self.json(&["isp", "import", &whole]);
        assert_eq!(isp["state"], "in force");
    }

    /// Waits until the node is connected to `count` peers.
    pub fn wait_for_peers(&self, count: usize) {
        until(&format!("{} has {count} peers", self.name), || {
            let status = self.json(&["status"]);
            let peers = status["peers"].as_array().unwrap();
            peers.iter().filter(|p| p["connected"] == true).count() == count
        });
    }

    /// The status of a referral, or nothing if it is not known.
    pub fn status_of(&self, referral: &str) -> Option<String> {
        let ran = self.run(&["show", referral, "--json"]);
        (ran.code == 0).then(|| ran.json()["status"]["task"].as_str().unwrap().to_owned())
    }

    /// Drafts, completes and records a consent for a form.
    pub fn consent(&self, form: &str, to: &str) -> String {
        self.consent_with(form, to, str::to_owned)
    }

    /// The same, after `edit`.
    pub fn consent_with(&self, form: &str, to: &str, edit: impl Fn(&str) -> String) -> String {
        let draft = self.json(&["consent", "draft", form, "--to", to]);
        let record = draft["record"].as_str().unwrap();
        let record = record
            .replace("answer = \"\"", "answer = \"given\"")
            .replace("method = \"\"", "method = \"signature\"")
            .replace("language = \"\"", "language = \"ar\"");
        let file = self.home.with_extension("consent.toml");
        std::fs::write(&file, edit(&record)).unwrap();
        self.run(&["consent", "record", file.to_str().unwrap(), "-q"]).ok()
    }
}

/// Copies a home as it stands on the disk, to a place that is free.
pub fn copy(from: &Path, to: &Path) {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().mode(0o700).create(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => copy(&entry.path(), &target),
            kind if kind.is_file() => drop(std::fs::copy(entry.path(), &target).unwrap()),
            _ => {}
        }
    }
}

/// All files below a folder.
pub fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let kind = std::fs::symlink_metadata(&path).unwrap();
        if kind.is_dir() {
            files.extend(files_under(&path));
        } else if kind.is_file() {
            files.push(path);
        }
    }
    files
}

/// Waits until something holds.
pub fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < PATIENCE, "not within {PATIENCE:?}: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Two agencies that trust one another, with a protocol in force; both nodes run.
pub struct Pair {
    /// Holds both homes.
    pub folder: tempfile::TempDir,
    /// Sends.
    pub centre: Agency,
    /// Receives.
    pub clinic: Agency,
}

impl Pair {
    /// Makes the pair.
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// Makes the pair; `before_start` may change an agency before its node starts.
    pub fn with(mut before_start: impl FnMut(&mut Agency)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut start = |name| {
            let mut agency = Agency::init(folder.path(), name);
            before_start(&mut agency);
            agency.start();
            agency
        };
        let (centre, clinic) = (start("centre"), start("clinic"));
        let pair = Self { folder, centre, clinic };
        pair.centre.trust(&pair.clinic);
        pair.clinic.trust(&pair.centre);
        pair.centre.sign_protocol(&pair.clinic, str::to_owned);
        pair.centre.wait_for_peers(1);
        pair
    }

    /// A consent for the legal sample form.
    pub fn consent(&self) -> String {
        self.centre.consent(sample("legal.toml").to_str().unwrap(), "clinic")
    }

    /// Refers with the legal sample form; the referral's id.
    pub fn refer(&self, consent: &str) -> String {
        let form = sample("legal.toml");
        let form = form.to_str().unwrap();
        self.centre.run(&["refer", form, "--to", "clinic", "--consent", consent, "-q"]).ok()
    }
}

impl Default for Pair {
    fn default() -> Self {
        Self::new()
    }
}
