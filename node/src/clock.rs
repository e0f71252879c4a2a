//! The clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ihala_envelope::Timestamp;

/// Now, in whole seconds. A clock before 1970 reads as 1970.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(since.as_secs().min(Timestamp::MAX.0))
}

/// How long to wait until a time.
pub(crate) fn until(time: Timestamp) -> Duration {
    let at = UNIX_EPOCH + Duration::from_secs(time.0);
    at.duration_since(SystemTime::now()).unwrap_or_default()
}
