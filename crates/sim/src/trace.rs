//! Traces: a run that broke an invariant, saved so that it can be played again, and
//! shrunk to the moves that matter.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::bugs::Bug;
use crate::{Move, Violation, replay};

/// A saved run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Trace {
    /// The seed of its world.
    pub seed: u64,
    /// The bug that was planted, by name.
    pub bug: Option<String>,
    /// The invariant that it breaks; none once the cause is mended.
    pub breaks: Option<String>,
    /// What happened.
    pub moves: Vec<Move>,
}

impl Trace {
    /// Reads a trace.
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{} is no trace: {e}", path.display()))
    }

    /// Writes a trace.
    pub fn write(&self, path: &Path) -> Result<(), String> {
        let text = serde_json::to_string(self).expect("a trace can be written");
        std::fs::write(path, text).map_err(|e| format!("cannot write {}: {e}", path.display()))
    }

    /// The bug that was planted.
    pub fn bug(&self) -> Option<Bug> {
        let name = self.bug.as_deref()?;
        Bug::ALL.iter().copied().find(|bug| bug.name() == name)
    }

    /// Plays it; the invariant that it breaks.
    pub fn play(&self) -> Option<Violation> {
        replay(self.seed, self.bug(), &self.moves).err()
    }
}

/// Takes out moves as long as the same invariant breaks.
pub fn shrink(seed: u64, bug: Option<Bug>, moves: &[Move], invariant: &str) -> Vec<Move> {
    let breaks = |moves: &[Move]| matches!(replay(seed, bug, moves), Err(violation) if violation.invariant == invariant);
    let mut kept = moves.to_vec();
    let mut chunk = kept.len() / 2;
    while chunk > 0 {
        let mut start = 0;
        while start < kept.len() {
            let end = (start + chunk).min(kept.len());
            let mut fewer = kept.clone();
            fewer.drain(start..end);
            if breaks(&fewer) {
                kept = fewer;
            } else {
                start += chunk;
            }
        }
        chunk /= 2;
    }
    kept
}
