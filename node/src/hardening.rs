//! Keeps what is in memory out of files: no core dumps, no swap where that can be had.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// No core file is written for this process: called before any secret is read.
pub(crate) fn no_core_dumps() {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    // A limit can always be lowered.
    let _ = setrlimit(Resource::Core, none);
}

/// Memory is locked where the limit on locked
/// memory is lifted (`LimitMEMLOCK=infinity` in a systemd unit): with a limit, locking would
/// end in a node that cannot get memory. Tells whether it is locked.
pub(crate) fn lock_memory() -> bool {
    let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    getrlimit(Resource::Memlock).current.is_none() && mlockall(flags).is_ok()
}
