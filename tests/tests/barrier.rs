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
        until("strace is attached", || {
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
    let mut unfinished: HashMap<&str, String> = HashMap::new();
    let mut seen = Vec::new();
    for line in trace.lines() {
        let Some((pid, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        let whole = if let Some(begun) = rest.strip_suffix(" <unfinished ...>") {
            unfinished.insert(pid, begun.to_owned());
            continue;
        } else if rest.starts_with("<... ") {
            let end = rest.split_once("resumed>").map_or("", |(_, end)| end);
            format!("{}{end}", unfinished.remove(pid).unwrap_or_default())
        } else {
            rest.to_owned()
        };
        let Some((call, result)) = whole.rsplit_once(" = ") else { continue };
        let Ok(result) = result.split(' ').next().unwrap_or_default().parse::<i64>() else {
            continue;
        };
        let Ok(bytes) = usize::try_from(result) else { continue };
        let peer = call.contains("<TCP:[");
        if call.starts_with("fsync(") || call.starts_with("fdatasync(") {
            if call.contains("/store/db>") && result == 0 {
                seen.push(Seen::Synced);
            }
        } else if peer && (call.starts_with("recv") || call.starts_with("read")) {
            seen.push(Seen::Read(bytes));
        } else if peer && (call.starts_with("send") || call.starts_with("write")) {
            seen.push(Seen::Wrote(bytes));
        }
    }
    seen
}

/// No reply of fewer bytes holds a signed receipt; no other frame of a node at rest is as long.
const RECEIPT_MIN: usize = 250;
/// An HPKE-9 envelope of the sample form is longer than this.
const ENVELOPE_MIN: usize = 1_000;

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
                synced = false;
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
