//! Moves: what can happen, with small numbers that are resolved when it happens, so
//! that a list of moves stays meaningful when some are taken out.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};

/// One thing that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "numbers, resolved where the move is played")]
pub enum Move {
    /// A caseworker makes a case and refers it.
    Refer { origin: u8, to: u8, kind: u8 },
    /// A caseworker takes a step that is possible.
    Step { referral: u16, side: bool, choice: u8, more: u8 },
    /// A caseworker tries any step, possible or not.
    Try { referral: u16, side: bool, kind: u8, more: u8 },
    /// A receiver refers onward.
    Onward { referral: u16, to: u8, again: bool },
    /// A person withdraws, anywhere.
    Withdraw { referral: u16, side: bool, erase: bool, only_there: bool },
    /// A receiver sets a legal basis.
    Retain { referral: u16 },
    /// A party suspends a protocol, or takes that back.
    Suspend { pair: u8, side: bool },
    /// A party proposes the next version of a protocol, or signs the one proposed.
    Amend { pair: u8, side: bool },
    /// A node tells a peer how far its audit tree has come.
    Checkpoint { who: u8, to: u8 },
    /// An envelope arrives, and its reply comes back.
    Deliver { which: u16 },
    /// An envelope arrives, and stays under way all the same.
    Duplicate { which: u16 },
    /// An envelope arrives, and its reply is lost.
    LoseReply { which: u16 },
    /// An envelope is lost.
    Drop { which: u16 },
    /// Time passes for everybody.
    Pass { minutes: u16 },
    /// An agency's timer goes off.
    Tick { who: u8 },
    /// Power goes and comes back.
    Crash { who: u8 },
    /// The disk fails at an operation soon, and the process with it.
    FailDisk { who: u8, after: u8 },
    /// Two agencies lose sight of one another, or find one another again.
    Partition { one: u8, other: u8 },
    /// A clock is set wrong: by minutes, or (divisible by six) by hours.
    Skew { who: u8, by: i8 },
    /// The hostile member sends something.
    Hostile { kind: u8, which: u16 },
}

/// The moves of a seed.
pub(crate) fn generate(seed: u64, count: usize) -> Vec<Move> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    (0..count).map(|_| one(&mut rng)).collect()
}

fn one(rng: &mut ChaCha8Rng) -> Move {
    let [a, b, c, d] = rng.next_u32().to_be_bytes();
    let word = u16::from_be_bytes([a, b]);
    let side = c & 1 == 1;
    match rng.next_u32() % 1_000 {
        0..14 => Move::Refer { origin: a, to: b, kind: c },
        14..330 => Move::Step { referral: word, side, choice: d, more: c },
        330..345 => Move::Try { referral: word, side, kind: d, more: c },
        345..370 => Move::Onward { referral: word, to: c, again: d < 64 },
        370..380 => {
            Move::Withdraw { referral: word, side, erase: d & 1 == 1, only_there: d & 6 == 6 }
        }
        380..390 => Move::Retain { referral: word },
        390..393 => Move::Suspend { pair: a, side },
        393..396 => Move::Checkpoint { who: a, to: b },
        396..399 => Move::Amend { pair: a, side },
        399..760 => Move::Deliver { which: word },
        760..790 => Move::Duplicate { which: word },
        790..820 => Move::LoseReply { which: word },
        820..850 => Move::Drop { which: word },
        850..890 => Move::Pass { minutes: if a < 16 { 60 * 24 } else { u16::from(b) } },
        890..940 => Move::Tick { who: a },
        940..948 => Move::Crash { who: a },
        948..960 => Move::FailDisk { who: a, after: b % 6 },
        960..970 => Move::Partition { one: a, other: b },
        970..975 => Move::Skew { who: a, by: i8::try_from(b % 96).unwrap_or(0) - 48 },
        _ => Move::Hostile { kind: c, which: word },
    }
}
