//! Keeps what is in memory out of files: no core dumps, no swap where that can be had.

use rustix::mm::{MlockAllFlags, mlockall};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// No core file is written for this process. Memory is locked where the limit on locked
/// memory is lifted (`LimitMEMLOCK=infinity` in a systemd unit): with a limit, locking would
/// end in a node that cannot get memory. Tells whether it is locked.
pub(crate) fn harden() -> bool {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let dumps = setrlimit(Resource::Core, none);
    if let Err(error) = dumps {
        tracing::warn!("core dumps cannot be switched off: {error}");
    }
    let flags = MlockAllFlags::CURRENT | MlockAllFlags::FUTURE | MlockAllFlags::ONFAULT;
    getrlimit(Resource::Memlock).current.is_none() && mlockall(flags).is_ok()
}
