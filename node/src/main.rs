//! `ihala`: the node and its command line. The only place with a clock and the
//! operating system's randomness; everything else gets both as arguments, but for the
//! jitter with which the network dials.

mod backup;
mod cli;
mod clock;
mod hardening;
mod home;
mod passphrase;
mod recovery;
mod restore;
mod runtime;
mod signals;

use std::process::ExitCode;

fn main() -> ExitCode {
    hardening::no_core_dumps();
    cli::main()
}
