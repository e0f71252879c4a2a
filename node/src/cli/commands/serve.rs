use std::io::IsTerminal;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use ihala_http::Request;
use ihala_net::Net;
use serde_json::json;
use tokio::net::UnixListener;
use tokio::signal::unix::Signal;
use tokio::sync::{mpsc, watch};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::prelude::*;

use crate::cli::{CliError, Context, locale};
use crate::hardening::lock_memory;
use crate::home::{DEFAULT_LISTEN, SOCKET_PATH_MAX};
use crate::passphrase::Source;
use crate::runtime::{self, Job, Jobs};
use crate::signals::{StopSignals, hangups};

/// How long answers that are under way may take when the node stops.
const LAST_ANSWERS: Duration = Duration::from_secs(2);

/// Run the node in the foreground until SIGTERM or Ctrl-C
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Where to listen [default: as chosen at `init`]
    #[arg(long, value_name = "MULTIADDR")]
    listen: Option<String>,
    /// Address to tell others, where it is not the one listened on; may be repeated
    #[arg(long, value_name = "MULTIADDR")]
    announce: Vec<String>,
    /// End when the process that started this one, of this id, ends, however it ends
    #[arg(long, hide = true, value_name = "ID")]
    end_with_parent: Option<u32>,
    #[command(flatten)]
    passphrase: Source,
    /// How much to log: error, warn, info or debug
    #[arg(long, default_value = "info", value_name = "LEVEL")]
    log: LevelFilter,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    start_logging(args.log);
    if let Some(parent) = args.end_with_parent {
        let signal = Some(rustix::process::Signal::TERM);
        rustix::process::set_parent_process_death_signal(signal)
            .map_err(|e| cannot("serve-cannot-watch-parent", &e))?;
        // It may have ended before it was watched.
        if std::os::unix::process::parent_id() != parent {
            return Ok(());
        }
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|e| cannot("cannot-start", &e))?;
    let ended = runtime.block_on(serve(context, args));
    // A failing disk may hold a thread for ever: do not wait for it.
    runtime.shutdown_background();
    ended
}

/// Our own lines at `level`; of the libraries, what goes wrong. Logs carry ids,
/// rule IDs and addresses, never a field of a form.
fn start_logging(level: LevelFilter) {
    let ours = ["ihala", "ihala_engine", "ihala_http", "ihala_net", "ihala_store"];
    let targets = Targets::new()
        .with_default(LevelFilter::ERROR)
        .with_targets(ours.map(|name| (name, level)));
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_filter(targets);
    // Fails only if a logger is set already, as in a test process.
    let _ = tracing_subscriber::registry().with(lines).try_init();
}

async fn serve(context: &Context, args: &Args) -> Result<(), CliError> {
    for address in &args.announce {
        ihala_net::check_address(address)
            .map_err(|_| not_an_address("serve-not-announced", address, "--announce"))?;
    }
    let hangups = hangups().map_err(|e| cannot("serve-cannot-watch-signals", &e))?;
    let mut signals = StopSignals::watch().map_err(|e| cannot("serve-cannot-watch-signals", &e))?;
    if !lock_memory() {
        tracing::info!("memory is not locked: use encrypted swap, or LimitMEMLOCK=infinity");
    }
    let (engine, keystore) = context.home.open(&args.passphrase)?;
    let transport = keystore.transport()?;
    drop(keystore);
    let listen = args.listen.clone().unwrap_or_else(|| context.home.listen());
    let net = Net::listen(&transport, &listen).map_err(|error| match error {
        ihala_net::NetError::Address(address) => {
            not_an_address("serve-not-an-address", &address, "--listen")
        }
        ihala_net::NetError::Listen { address, source } => {
            let told = locale::sentence("serve-cannot-listen").with("address", address);
            CliError::internal(told.with("error", source).with("option", "--listen"))
        }
    })?;
    let socket = open_socket(&context.home.socket())?;

    let (net_commands, commands) = mpsc::unbounded_channel();
    let (events, net_events) = mpsc::channel(256);
    let mut network = tokio::spawn(ihala_net::run(net, commands, events));
    let (jobs, mut engine) =
        runtime::start(engine, args.announce.clone(), context.home.clone(), net_commands);
    let (desk, requests) = mpsc::channel(256);
    tokio::spawn(forward_requests(requests, jobs.clone()));
    tokio::spawn(forward_events(net_events, jobs.clone()));
    tokio::spawn(forward_hangups(hangups, jobs.clone()));
    let (stop, stopping) = watch::channel(false);
    let mut until = stopping.clone();
    let mut interface = tokio::spawn(ihala_http::serve(socket, desk, async move {
        let _ = until.wait_for(|stop| *stop).await;
    }));
    context.out.print(
        &json!({ "ready": true, "listen": listen, "home": context.home.path().display().to_string() }),
        &[],
        |_| locale::say("serve-ready", &[("address", &listen)]),
    );

    // Half a node is worse than none: whichever part ends, all end.
    let mut engine_ended = false;
    let ended = tokio::select! {
        stopped = &mut engine.stopped => {
            engine_ended = true;
            match stopped {
                Ok(Some(stop)) => Err(CliError::from(stop.0)),
                _ => Err(bug("serve-engine-ended")),
            }
        }
        _ = &mut network => Err(CliError::internal(locale::sentence("serve-network-ended"))),
        _ = &mut interface => Err(bug("serve-interface-ended")),
        () = signals.next() => Ok(()),
    };
    let _ = std::fs::remove_file(context.home.socket());
    if engine_ended {
        return ended.map_err(CliError::after_answer);
    }
    // In this order: no new envelopes, no new questions but answers to the open ones,
    // then the store closes.
    network.abort();
    let _ = jobs.send(Job::Shutdown).await;
    let joined = tokio::task::spawn_blocking(move || engine.join()).await;
    let _ = stop.send(true);
    if !interface.is_finished() {
        let _ = tokio::time::timeout(LAST_ANSWERS, interface).await;
    }
    match joined {
        Ok(Ok(None)) => {
            tracing::info!("stopped");
            ended.map_err(CliError::after_answer)
        }
        Ok(Ok(Some(stop))) => Err(CliError::from(stop.0).after_answer()),
        _ => Err(bug("serve-engine-ended").after_answer()),
    }
}

/// A part of the node ended that never ends.
fn bug(key: &'static str) -> CliError {
    CliError::internal(locale::sentence(key))
}

fn cannot(key: &'static str, error: &dyn std::error::Error) -> CliError {
    CliError::internal(locale::sentence(key).with("error", error))
}

pub(super) fn not_an_address(key: &'static str, address: &str, option: &str) -> CliError {
    let told = locale::sentence(key).with("address", address).with("example", DEFAULT_LISTEN);
    CliError::usage(told.with("option", option))
}

async fn forward_events(mut events: mpsc::Receiver<ihala_net::Event>, jobs: Jobs) {
    while let Some(event) = events.recv().await {
        if jobs.send(Job::Network(event)).await.is_err() {
            return;
        }
    }
}

/// SIGHUP: the trust list was edited.
async fn forward_hangups(mut hangups: Signal, jobs: Jobs) {
    while hangups.recv().await.is_some() {
        if jobs.send(Job::Reload).await.is_err() {
            return;
        }
    }
}

async fn forward_requests(mut requests: mpsc::Receiver<Request>, jobs: Jobs) {
    while let Some(request) = requests.recv().await {
        if jobs.send(Job::Request(Box::new(request))).await.is_err() {
            return;
        }
    }
}

/// The store's lock says that no other node runs here, so a socket that is there
/// is left over.
fn open_socket(path: &Path) -> Result<UnixListener, CliError> {
    let _ = std::fs::remove_file(path);
    let failed = |error: std::io::Error| {
        let told = locale::sentence("serve-cannot-open").with("file", path.display());
        CliError::internal(told.with("error", error).with("max", SOCKET_PATH_MAX))
    };
    let socket = UnixListener::bind(path).map_err(failed)?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).map_err(failed)?;
    Ok(socket)
}
