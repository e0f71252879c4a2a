//! Saved traces, played again: each breaks its invariant with its bug planted, and holds
//! without it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_sim::bugs::Bug;
use ihala_sim::trace::Trace;

fn traces() -> Vec<(String, Trace)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/traces");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.display().to_string(), Trace::read(&path).unwrap())).collect()
}

#[test]
fn every_saved_trace_breaks_with_its_bug_and_holds_without() {
    let traces = traces();
    assert!(traces.len() >= Bug::ALL.len());
    for (name, trace) in traces {
        let pinned =
            trace.bug.as_deref().and_then(|name| Bug::ALL.iter().find(|b| b.name() == name));
        if let (Some(bug), Some(breaks)) = (pinned, &trace.breaks) {
            assert!(bug.breaks().contains(&breaks.as_str()), "{name}: another invariant");
        }
        let broken = trace.play().map(|violation| violation.invariant.to_owned());
        assert_eq!(broken, trace.breaks.filter(|_| trace.bug.is_some()), "{name}");
        if let Err(violation) = ihala_sim::replay(trace.seed, None, &trace.moves) {
            panic!("{name}: {violation:?}");
        }
    }
}

#[test]
fn a_run_is_the_same_every_time() {
    for seed in 1..3 {
        let first = ihala_sim::run(seed, None).1.unwrap().to_string();
        assert_eq!(ihala_sim::run(seed, None).1.unwrap().to_string(), first);
    }
}
