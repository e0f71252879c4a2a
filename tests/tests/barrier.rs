//! The barrier is real: seen from outside with strace, and made to fail.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use ihala_tests::{Pair, until};
use rustix::process::{Pid, Signal, kill_process};

/// strace on a running process.
struct Strace(Child);

impl Strace {
    fn attach(pid: u32, log: &std::path::Path, args: &[&str]) -> Self {
        let child = Command::new("strace")
            .args(["-f", "-yy", "-p", &pid.to_string(), "-o"])
            .arg(log)
            .args(args)
            .stderr(Stdio::null())
            .spawn()
            .expect("strace is installed: tests/run sees to it");
        let what = "strace is attached; where only root may attach: sudo sysctl kernel.yama.ptrace_scope=0";
        until(what, || {
            let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
            status.lines().any(|l| l.starts_with("TracerPid:") && !l.ends_with("\t0"))
        });
        // Threads are attached one after the other.
        std::thread::sleep(Duration::from_millis(200));
        Self(child)
    }

    fn detach(&mut self) {
        let _ = kill_process(Pid::from_child(&self.0), Signal::INT);
        let _ = self.0.wait();
    }
}

impl Drop for Strace {
    fn drop(&mut self) {
        self.detach();
    }
}

#[derive(Debug, PartialEq)]
enum Seen {
    /// Bytes came from a peer: as many.
    Read(usize),
    /// Bytes went to a peer: as many.
    Wrote(usize),
    /// An fsync of the store's data file returned.
    Synced,
}

/// Reads a trace in order of time: reads and syncs when they return, writes when they begin.
fn parse(trace: &str) -> Vec<Seen> {
    let mut unfinished: HashMap<&str, (String, Option<usize>)> = HashMap::new();
    let mut seen: Vec<Seen> = Vec::new();
    for line in trace.lines() {
        let Some((pid, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        let mut begun_at = None;
        let whole = if let Some(begun) = rest.strip_suffix(" <unfinished ...>") {
            let place = is_write_to_peer(begun).then(|| {
                // Its length is known when it returns; its place is here.
                seen.push(Seen::Wrote(0));
                seen.len() - 1
            });
            unfinished.insert(pid, (begun.to_owned(), place));
            continue;
        } else if rest.starts_with("<... ") {
            let end = rest.split_once("resumed>").map_or("", |(_, end)| end);
            let (begun, place) = unfinished.remove(pid).unwrap_or_default();
            begun_at = place;
            format!("{begun}{end}")
        } else {
            rest.to_owned()
        };
        let Some((call, result)) = whole.rsplit_once(" = ") else { continue };
        let Ok(result) = result.split(' ').next().unwrap_or_default().parse::<i64>() else {
            continue;
        };
        let Ok(bytes) = usize::try_from(result) else { continue };
        if call.starts_with("fsync(") || call.starts_with("fdatasync(") {
            if call.contains("/store/db>") && result == 0 {
                seen.push(Seen::Synced);
            }
        } else if is_write_to_peer(call) {
            match begun_at {
                Some(place) => seen[place] = Seen::Wrote(bytes),
                None => seen.push(Seen::Wrote(bytes)),
            }
        } else if call.contains("<TCP:[") {
            seen.push(Seen::Read(bytes));
        }
    }
    seen
}

fn is_write_to_peer(call: &str) -> bool {
    (call.starts_with("send") || call.starts_with("write")) && call.contains("<TCP:[")
}

/// No reply of fewer bytes holds a signed receipt; no other frame of a node at rest is as long.
const RECEIPT_MIN: usize = 250;
/// An HPKE-9 envelope of the sample form is longer than this.
const ENVELOPE_MIN: usize = 1_000;

/// A read of fewer bytes is a ping's, not the last part of an envelope.
const PART_MIN: usize = 100;

#[test]
fn the_trace_is_read_in_order_of_time() {
    let trace = "7 read(5<TCP:[a->b]>, \"\"..., 9) = 4000\n\
                 8 write(5<TCP:[a->b]>, \"\"... <unfinished ...>\n\
                 7 fsync(9</x/store/db>) = 0\n\
                 8 <... write resumed>, 400) = 400\n\
                 7 fsync(9</x/store/db>) = -1 EIO (Input/output error) (INJECTED)\n";
    assert_eq!(parse(trace), [Seen::Read(4000), Seen::Wrote(400), Seen::Synced]);
}

#[test]
fn a_sync_returns_between_each_envelope_and_its_receipt() {
    let pair = Pair::new();
    let consent = pair.consent();
    // The first exchange may still be settling the connection.
    let first = pair.refer(&consent);
    until("the first has arrived", || pair.clinic.status_of(&first).is_some());
    std::thread::sleep(Duration::from_millis(300));

    let log = pair.folder.path().join("trace");
    let calls = "trace=fsync,fdatasync,read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg";
    let mut strace = Strace::attach(pair.clinic.pid(), &log, &["-e", calls, "-s", "0"]);
    let form = ihala_tests::sample("legal.toml");
    for _ in 0..20 {
        let form = form.to_str().unwrap();
        let refer = ["refer", form, "--to", "clinic", "--consent", &consent, "--wait", "20", "-q"];
        pair.centre.run(&refer).ok();
    }
    strace.detach();

    let mut receipts = 0;
    let (mut received, mut synced) = (0, false);
    for event in parse(&std::fs::read_to_string(&log).unwrap()) {
        match event {
            Seen::Read(bytes) => {
                received += bytes;
                // A ping, or its answer, is no part of an envelope.
                synced &= bytes < PART_MIN;
            }
            Seen::Synced => synced = true,
            Seen::Wrote(bytes) if bytes >= RECEIPT_MIN => {
                assert!(received >= ENVELOPE_MIN, "a receipt without an envelope");
                assert!(synced, "receipt {receipts} left before the barrier");
                receipts += 1;
                received = 0;
            }
            Seen::Wrote(_) => {}
        }
    }
    assert_eq!(receipts, 20);
}

const FAIL: &[&str] = &["-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO"];

#[test]
fn a_receiver_whose_disk_fails_gives_no_receipt_and_stops() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let log = pair.folder.path().join("trace");
    let strace = Strace::attach(pair.clinic.pid(), &log, FAIL);
    let id = pair.refer(&consent);
    assert_eq!(pair.clinic.wait(), Some(1), "{}", pair.clinic.logged());
    drop(strace);
    assert!(pair.clinic.logged().contains("Input/output error"), "{}", pair.clinic.logged());
    let shown = pair.centre.json(&["show", &id]);
    assert_eq!(shown["history"][0]["delivery"], "queued");
    // With a disk that works again, it arrives.
    pair.clinic.start();
    until("the referral arrives", || pair.clinic.status_of(&id).is_some());
}

#[test]
fn a_sender_whose_disk_fails_does_not_say_done_and_stops() {
    let mut pair = Pair::new();
    let consent = pair.consent();
    let log = pair.folder.path().join("trace");
    let strace = Strace::attach(pair.centre.pid(), &log, FAIL);
    let form = ihala_tests::sample("legal.toml");
    let refer = ["refer", form.to_str().unwrap(), "--to", "clinic", "--consent", &consent];
    let ran = pair.centre.run(&refer);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert_eq!(pair.centre.wait(), Some(1), "{}", pair.centre.logged());
    drop(strace);
    let at_clinic = pair.clinic.json(&["list"]);
    assert_eq!(at_clinic["referrals"].as_array().unwrap().len(), 0, "nothing left");
}
