//! The running node: the engine on a thread of its own, the network and the local
//! interface around it.
//!
//! Everything that reaches the engine passes through one channel of [`Job`]s.
//! Whatever waits there when the engine is free is handled as one batch, with one
//! barrier.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use ihala_engine::{
    Actor, Answer, Command, Engine, Failure, Input, LinkTrouble, Output, Stop, Token,
};
use ihala_envelope::{AgencyId, MessageId, Timestamp};
use ihala_http::Request;
use ihala_net as net;
use ihala_store::StoreError;
use tokio::sync::{mpsc, oneshot};

use crate::clock;
use crate::home::Home;

/// Jobs that may wait for the engine.
const QUEUE: usize = 1_024;
/// Jobs handled with one barrier at most.
const BATCH: usize = 256;

/// Something for the engine.
pub(crate) enum Job {
    Request(Box<Request>),
    Network(net::Event),
    Tick,
    /// The file of the trust list is to be read again.
    Reload,
    Shutdown,
}

/// The way to the engine's thread.
pub(crate) type Jobs = mpsc::Sender<Job>;

/// The engine's thread.
pub(crate) struct EngineThread {
    /// Tells why the engine stopped; nothing, if it was asked to.
    pub(crate) stopped: oneshot::Receiver<Option<Stop>>,
    handle: std::thread::JoinHandle<()>,
}

impl EngineThread {
    /// Waits until the engine has finished what it was doing and closed its files; the
    /// reason, if it could not finish.
    pub(crate) fn join(self) -> Result<Option<Stop>, oneshot::error::TryRecvError> {
        let Self { mut stopped, handle } = self;
        let _ = handle.join();
        stopped.try_recv()
    }
}

/// Starts the engine. Must be called inside a tokio runtime, for its timer.
///
/// `announced` are the addresses that the key statement names; if there are none,
/// those that the network reports.
pub(crate) fn start(
    engine: Engine,
    announced: Vec<String>,
    home: Home,
    network: mpsc::UnboundedSender<net::Command>,
) -> (Jobs, EngineThread) {
    let (jobs, queue) = mpsc::channel(QUEUE);
    let (stop, stopped) = oneshot::channel();
    let timer = Timer::start(jobs.clone());
    let mut desk = Desk {
        engine,
        network,
        timer,
        announced,
        trust: TrustFile(home.trust_file()),
        home,
        listening: Vec::new(),
        next_token: 0,
        answers: HashMap::new(),
        sends: HashMap::new(),
    };
    let handle = std::thread::Builder::new()
        .name("engine".into())
        .spawn(move || {
            let _ = stop.send(desk.run(queue).err());
        })
        .expect("a process may start a thread");
    (jobs, EngineThread { stopped, handle })
}

/// What the engine's thread keeps: its own tokens, and whom they answer.
struct Desk {
    engine: Engine,
    network: mpsc::UnboundedSender<net::Command>,
    timer: Timer,
    announced: Vec<String>,
    trust: TrustFile,
    home: Home,
    listening: Vec<String>,
    next_token: Token,
    answers: HashMap<Token, oneshot::Sender<Result<Answer, Failure>>>,
    sends: HashMap<net::Token, Errand>,
}

/// What was handed to the network.
enum Errand {
    Envelope(AgencyId, MessageId),
    Question(AgencyId, u64),
}

impl Desk {
    fn run(&mut self, mut queue: mpsc::Receiver<Job>) -> Result<(), Stop> {
        self.release(vec![self.engine.peers()])?;
        self.reload()?;
        if !self.announced.is_empty() {
            let addresses = self.announced.clone();
            self.handle(vec![Input::Listening(addresses)])?;
        }
        while let Some(job) = queue.blocking_recv() {
            let mut inputs = Vec::new();
            let mut job = Some(job);
            while let Some(next) = job {
                if matches!(next, Job::Shutdown) {
                    self.handle(inputs)?;
                    return Ok(());
                }
                if matches!(next, Job::Reload) {
                    self.handle(std::mem::take(&mut inputs))?;
                    self.reload()?;
                } else {
                    self.input(next, &mut inputs);
                }
                job = if inputs.len() < BATCH { queue.try_recv().ok() } else { None };
            }
            self.handle(inputs)?;
        }
        Ok(())
    }

    fn handle(&mut self, inputs: Vec<Input>) -> Result<(), Stop> {
        let outputs = self.engine.handle(inputs, clock::now(), &mut rand::rng())?;
        self.release(outputs)
    }

    /// Writes the file of the trust list. It is for people: what is in force stands in the
    /// store, so a file that cannot be written is told, and stops nothing.
    fn write_trust(&mut self, text: &str) -> Result<(), Stop> {
        match self.trust.write(text) {
            Ok(()) => self.handle(vec![Input::TrustFile(text.to_owned())]),
            Err(error) => {
                tracing::warn!(
                    "trust.toml cannot be written; its list is in force all the same: {error}"
                );
                let reads = self.trust.read().ok().flatten().unwrap_or_default();
                self.handle(vec![Input::TrustFile(reads)])
            }
        }
    }

    /// Takes the file of the trust list into force, if it says something else. With mistakes
    /// in it, the list in force stays, and the log says where they are.
    fn reload(&mut self) -> Result<(), Stop> {
        let ours = self.engine.trust_text().to_owned();
        let toml = match self.trust.read() {
            Ok(Some(toml)) if toml == ours => return self.handle(vec![Input::TrustFile(toml)]),
            // Not edited: only not written when the list was changed.
            Ok(Some(toml)) if !self.engine.is_earlier_trust_text(&toml) => toml,
            Ok(_) => return self.write_trust(&ours),
            Err(error) => {
                tracing::warn!("trust.toml cannot be read, and what was in force stays: {error}");
                return Ok(());
            }
        };
        let actor = Actor::new("trust.toml").expect("a name");
        let command = Box::new(Command::TrustFile { toml: toml.clone(), apply: true });
        let language = crate::cli::locale::language();
        let (sender, mut answer) = oneshot::channel();
        let token = self.token();
        self.answers.insert(token, sender);
        let input = Input::Command { token, actor, language, command };
        self.handle(vec![Input::TrustFile(toml), input])?;
        match answer.try_recv() {
            Ok(Ok(_)) => tracing::info!("trust.toml is in force"),
            Ok(Err(Failure::Invalid { mistakes, .. })) => {
                for mistake in mistakes {
                    tracing::warn!("trust.toml: {}", mistake.text(language));
                }
                tracing::warn!("trust.toml is not in force: correct it, then ihala trust reload");
            }
            _ => tracing::warn!("trust.toml is not in force: ihala trust check tells why"),
        }
        Ok(())
    }

    fn token(&mut self) -> Token {
        self.next_token += 1;
        self.next_token
    }

    fn input(&mut self, job: Job, inputs: &mut Vec<Input>) {
        match job {
            Job::Request(request) => {
                let Request { actor, language, command, answer } = *request;
                if concerns_trust_file(&command)
                    && let Ok(Some(text)) = self.trust.read()
                {
                    inputs.push(Input::TrustFile(text));
                }
                if matches!(command, Command::Doctor { agency: None }) {
                    inputs.push(Input::Home(self.home.state()));
                }
                let token = self.token();
                self.answers.insert(token, answer);
                let command = Box::new(command);
                inputs.push(Input::Command { token, actor, language, command });
            }
            Job::Network(event) => inputs.extend(self.network_input(event)),
            Job::Tick => inputs.push(Input::Tick),
            Job::Reload | Job::Shutdown => {}
        }
    }

    fn network_input(&mut self, event: net::Event) -> Option<Input> {
        Some(match event {
            net::Event::Listening(address) => {
                tracing::info!(address, "listening");
                self.listening.push(address);
                if !self.announced.is_empty() {
                    return None;
                }
                Input::Listening(self.listening.clone())
            }
            net::Event::PeerUp(peer) => Input::PeerUp(peer),
            net::Event::PeerDown(peer) => Input::PeerDown(peer),
            net::Event::Trouble(peer, trouble) => Input::Trouble(
                peer,
                match trouble {
                    net::Trouble::Unreachable => LinkTrouble::Unreachable,
                    net::Trouble::WrongNode => LinkTrouble::WrongNode,
                    net::Trouble::TurnedAway => LinkTrouble::TurnedAway,
                    net::Trouble::OtherVersion => LinkTrouble::OtherVersion,
                },
            ),
            net::Event::Received { token, bytes, .. } => Input::Received { token, bytes },
            net::Event::Sent { token, bytes } => match self.sends.remove(&token)? {
                Errand::Envelope(to, message) => Input::Replied { to, message, bytes },
                Errand::Question(of, number) => Input::Answered { of, number, bytes },
            },
            net::Event::Failed { token } => match self.sends.remove(&token)? {
                Errand::Envelope(to, message) => Input::SendFailed { to, message },
                Errand::Question(of, number) => Input::NotAnswered { of, number },
            },
        })
    }

    /// Lets outputs go. What they speak of is durable.
    fn release(&mut self, outputs: Vec<Output>) -> Result<(), Stop> {
        for output in outputs {
            match output {
                Output::Answer { token, result } => {
                    if let Some(answer) = self.answers.remove(&token) {
                        // The asker may have gone: what it asked for is done all the same.
                        let _ = answer.send(*result);
                    }
                }
                Output::Reply { token, bytes } => {
                    self.command(net::Command::Reply { token, bytes });
                }
                Output::Send { to, message, via, bytes } => {
                    let token = self.token();
                    self.sends.insert(token, Errand::Envelope(to, message));
                    self.command(net::Command::Send { to: via, token, bytes });
                }
                Output::Ask { of, number, via, bytes } => {
                    let token = self.token();
                    self.sends.insert(token, Errand::Question(of, number));
                    self.command(net::Command::Send { to: via, token, bytes });
                }
                Output::Peers(peers) => {
                    let peers = peers
                        .into_iter()
                        .map(|p| net::Peer { id: p.transport, addresses: p.addresses });
                    self.command(net::Command::SetPeers(peers.collect()));
                }
                Output::TrustList(text) => self.write_trust(&text)?,
                Output::WakeAt(time) => self.timer.set(time),
            }
        }
        Ok(())
    }

    fn command(&self, command: net::Command) {
        // The network is gone only while the node ends.
        let _ = self.network.send(command);
    }
}

/// Whether a command changes the file of the trust list, or tells of it.
fn concerns_trust_file(command: &Command) -> bool {
    matches!(
        command,
        Command::Status
            | Command::TrustAdd { .. }
            | Command::TrustSet(_)
            | Command::TrustRemove { .. }
            | Command::RosterFollow { .. }
            | Command::RosterUnfollow { .. }
            | Command::Doctor { .. }
            | Command::Examine { .. }
    )
}

/// The file of the trust list.
struct TrustFile(PathBuf);

impl TrustFile {
    /// What stands in it; nothing if there is none.
    fn read(&self) -> std::io::Result<Option<String>> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn write(&self, text: &str) -> Result<(), StoreError> {
        ihala_store::write_private(&self.0, text.as_bytes())
    }
}

/// Sends a tick at the time last set.
struct Timer(mpsc::UnboundedSender<Timestamp>);

impl Timer {
    fn start(jobs: Jobs) -> Self {
        let (sender, mut times) = mpsc::unbounded_channel::<Timestamp>();
        tokio::spawn(async move {
            let mut at: Option<Timestamp> = None;
            loop {
                let wait = at.map_or(Duration::MAX, clock::until);
                tokio::select! {
                    time = times.recv() => match time {
                        Some(time) => at = Some(time),
                        None => return,
                    },
                    () = tokio::time::sleep(wait), if at.is_some() => {
                        at = None;
                        if jobs.send(Job::Tick).await.is_err() {
                            return;
                        }
                    }
                }
            }
        });
        Self(sender)
    }

    fn set(&self, time: Timestamp) {
        let _ = self.0.send(time);
    }
}
