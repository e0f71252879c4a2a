//! Many agencies in one seeded world: everything that can go wrong on the way goes
//! wrong, and named invariants are checked after every event.
//!
//! The engines are the real ones, with real cryptography, over disks and wires that
//! are not. A run is a list of [`Move`]s; a run that breaks an invariant is saved,
//! shrunk and replayed ([`trace`]). Planted bugs are values ([`bugs`]): the node knows
//! nothing of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a simulator stops at the first surprise")]

pub mod bugs;
mod cases;
mod disk;
mod hostile;
mod member;
mod moves;
mod observer;
mod play;
mod quiesce;
mod tally;
mod template;
pub mod trace;
mod world;

pub use moves::Move;
pub use tally::Tally;

use bugs::Bug;
use world::World;

/// An invariant that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// Which one.
    pub invariant: &'static str,
    /// What was seen.
    pub detail: String,
}

/// Moves of one run.
pub const MOVES: usize = 900;

/// Plays the moves of a seed.
pub fn run(seed: u64, bug: Option<Bug>) -> (Vec<Move>, Result<Tally, Violation>) {
    let moves = moves::generate(seed, MOVES);
    let played = replay(seed, bug, &moves);
    (moves, played)
}

/// Plays these moves in the world of a seed, then lets everything settle and checks what
/// must hold in the end.
pub fn replay(seed: u64, bug: Option<Bug>, moves: &[Move]) -> Result<Tally, Violation> {
    play_out(World::new(seed, bug), moves)
}

/// The same, telling on standard error what happens.
pub fn replay_aloud(seed: u64, bug: Option<Bug>, moves: &[Move]) -> Result<Tally, Violation> {
    let mut world = World::new(seed, bug);
    world.observer.aloud = true;
    play_out(world, moves)
}

fn play_out(mut world: World, moves: &[Move]) -> Result<Tally, Violation> {
    for one in moves {
        if world.observer.aloud {
            eprintln!("{one:?}");
        }
        world.play(one)?;
        if let Some(violation) = world.broken.take() {
            return Err(violation);
        }
    }
    world.settle()?;
    world.broken.map_or(Ok(world.tally), Err)
}
