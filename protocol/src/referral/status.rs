//! Status: one word for both sides, from the two states.

use super::table::{Progress, ReceiverState, SenderState};

/// FHIR R4 `Task.status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TaskStatus {
    /// Sent; nobody has opened it.
    Requested,
    /// A person has opened it.
    Received,
    /// Promised.
    Accepted,
    /// Declined.
    Rejected,
    /// Being served.
    InProgress,
    /// Ended with an outcome.
    Completed,
    /// Stopped at the sender's request.
    Cancelled,
}

impl TaskStatus {
    /// Every status.
    pub const ALL: [Self; 7] = [
        Self::Requested,
        Self::Received,
        Self::Accepted,
        Self::Rejected,
        Self::InProgress,
        Self::Completed,
        Self::Cancelled,
    ];

    /// Its FHIR code.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::InProgress => "in-progress",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status of a name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// What both sides show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Status {
    /// FHIR R4 `Task.status`.
    pub task: TaskStatus,
    /// Business status after BSeR.
    pub business: &'static str,
}

/// The status table: total over both states.
pub const fn status(sender: SenderState, receiver: ReceiverState) -> Status {
    let asked = matches!(sender, SenderState::CancelRequested);
    let (task, business) = match receiver.progress {
        Progress::New => (TaskStatus::Requested, "created"),
        Progress::Received => (TaskStatus::Received, "created"),
        Progress::Accepted => (TaskStatus::Accepted, "accepted"),
        Progress::InProgress => (TaskStatus::InProgress, "accepted"),
        Progress::Rejected => return Status { task: TaskStatus::Rejected, business: "declined" },
        Progress::Completed => {
            return Status { task: TaskStatus::Completed, business: "fulfilment completed" };
        }
        Progress::Cancelled => {
            return Status { task: TaskStatus::Cancelled, business: "fulfilment cancelled" };
        }
    };
    let business = match (asked, receiver.cancel_refused) {
        (true, false) => "cancellation requested",
        (true, true) => "cancellation refused",
        (false, _) => business,
    };
    Status { task, business }
}

/// The table as Markdown, for `spec/referral.md`.
pub fn render_table() -> String {
    let mut rows = String::from(
        "| receiver's state | sender: requested | sender: cancel-requested |\n|---|---|---|\n",
    );
    for progress in Progress::ALL {
        for cancel_refused in [false, true] {
            let receiver = ReceiverState { progress, cancel_refused };
            let cell = |sender| {
                let s = status(sender, receiver);
                format!("{} / {}", s.task.name(), s.business)
            };
            let refused = if cancel_refused { ", refused to cancel" } else { "" };
            let name = format!("{progress:?}").to_lowercase().replace("inprogress", "in-progress");
            let before =
                if cancel_refused { "(cannot be)".into() } else { cell(SenderState::Requested) };
            rows.push_str(&format!(
                "| {name}{refused} | {before} | {} |\n",
                cell(SenderState::CancelRequested)
            ));
        }
    }
    rows
}
