//! `ihala-sim`: plays seeded worlds until enough has happened, and says what did.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a simulator stops at the first surprise")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use clap::Parser;
use ihala_sim::bugs::Bug;
use ihala_sim::trace::{Trace, shrink};
use ihala_sim::{Move, Tally, Violation, run};

/// Many agencies in one seeded world: faults, invariants after every event, replayable traces
#[derive(Debug, Parser)]
#[command(name = "ihala-sim", version)]
struct Args {
    /// Play this many seeds
    #[arg(long, default_value_t = 200)]
    seeds: u64,
    /// Play on until this many engine events were handled
    #[arg(long, default_value_t = 0)]
    events: u64,
    /// The first seed
    #[arg(long, default_value_t = 1)]
    first: u64,
    /// Plant every bug in turn: each must be caught within 100 seeds
    #[arg(long, conflicts_with = "replay")]
    bugs: bool,
    /// Play a saved trace
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
    /// With --bugs: the folder where the shrunk trace of each is saved
    #[arg(long, value_name = "DIR", requires = "bugs")]
    traces: Option<PathBuf>,
    /// Where a failing trace is saved
    #[arg(long, value_name = "FILE", default_value = "failing-trace.json")]
    save: PathBuf,
}

/// Seeds within which each planted bug must be caught.
const CAUGHT_WITHIN: u64 = 100;

fn main() -> ExitCode {
    let args = Args::parse();
    let fine = match (&args.replay, args.bugs) {
        (Some(file), _) => play_trace(file),
        (None, true) => plant_bugs(&args),
        (None, false) => explore(&args),
    };
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn play_trace(file: &std::path::Path) -> bool {
    let trace = match Trace::read(file) {
        Ok(trace) => trace,
        Err(error) => {
            eprintln!("{error}");
            return false;
        }
    };
    let played = ihala_sim::replay_aloud(trace.seed, trace.bug(), &trace.moves).err();
    match &played {
        None => println!("{} moves, no violation", trace.moves.len()),
        Some(violation) => println!("broken: {}: {}", violation.invariant, violation.detail),
    }
    played.is_none()
}

fn plant_bugs(args: &Args) -> bool {
    let first = args.first;
    let mut all = true;
    for bug in Bug::ALL {
        let caught = (first..first + CAUGHT_WITHIN).find_map(|seed| {
            let (moves, played) = run(seed, Some(*bug));
            // What another invariant noticed would not show that this one can.
            let violation = played.err().filter(|v| bug.breaks().contains(&v.invariant))?;
            Some((seed, moves, violation))
        });
        match caught {
            Some((seed, moves, violation)) => {
                let fewer = shrink(seed, Some(*bug), &moves, violation.invariant);
                println!(
                    "{:40} seed {seed}, {} of {} moves: {} ({})",
                    bug.name(),
                    fewer.len(),
                    moves.len(),
                    violation.invariant,
                    violation.detail
                );
                if let Some(folder) = &args.traces {
                    let (bug, breaks) = (bug.name().to_owned(), violation.invariant.to_owned());
                    let file = folder.join(format!("{bug}.json"));
                    let trace = Trace { seed, bug: Some(bug), breaks: Some(breaks), moves: fewer };
                    if let Err(error) = trace.write(&file) {
                        eprintln!("{error}");
                        all = false;
                    }
                }
            }
            None => {
                all = false;
                println!("{:40} NOT CAUGHT within {CAUGHT_WITHIN} seeds", bug.name());
            }
        }
    }
    all
}

type Failure = (u64, Vec<Move>, Violation);

fn explore(args: &Args) -> bool {
    let next = AtomicU64::new(args.first);
    let handled = AtomicU64::new(0);
    let stop = AtomicBool::new(false);
    let total = Mutex::new(Tally::default());
    let failure: Mutex<Option<Failure>> = Mutex::new(None);
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    let enough = handled.load(Ordering::Relaxed) >= args.events;
                    if seed >= args.first + args.seeds && enough {
                        return;
                    }
                    match run(seed, None) {
                        (_, Ok(tally)) => {
                            handled.fetch_add(tally.events, Ordering::Relaxed);
                            total.lock().unwrap().add(&tally);
                        }
                        (moves, Err(violation)) => {
                            stop.store(true, Ordering::Relaxed);
                            failure.lock().unwrap().get_or_insert((seed, moves, violation));
                        }
                    }
                }
            });
        }
    });
    if let Some((seed, moves, violation)) = failure.into_inner().unwrap() {
        let moves = shrink(seed, None, &moves, violation.invariant);
        eprintln!("seed {seed} breaks: {}: {}", violation.invariant, violation.detail);
        let breaks = Some(violation.invariant.to_owned());
        let trace = Trace { seed, bug: None, breaks, moves };
        match trace.write(&args.save) {
            Ok(()) => eprintln!("{} moves are saved in {}", trace.moves.len(), args.save.display()),
            Err(error) => eprintln!("{error}"),
        }
        return false;
    }
    let total = total.into_inner().unwrap();
    println!("{total}\n{} seeds, no violation", next.into_inner() - args.first - workers as u64);
    let zeros = total.zeros();
    for zero in &zeros {
        println!("NEVER HAPPENED: {zero}");
    }
    zeros.is_empty()
}
