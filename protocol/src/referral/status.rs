//! Status: one word for both sides, from the two states.

use super::table::{Appointment, Progress, ReceiverState, SenderState, Stage, Withdrawal};

/// FHIR R4 `Task.status`. A *draft* is a form that nobody has sent: it has no status here.
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
    /// Paused by the receiver.
    OnHold,
    /// Ended with an outcome.
    Completed,
    /// Stopped at the sender's request, or because consent was withdrawn.
    Cancelled,
    /// Accepted, then dropped.
    Failed,
    /// It should never have been sent.
    EnteredInError,
}

impl TaskStatus {
    /// Every status.
    pub const ALL: [Self; 10] = [
        Self::Requested,
        Self::Received,
        Self::Accepted,
        Self::Rejected,
        Self::InProgress,
        Self::OnHold,
        Self::Completed,
        Self::Cancelled,
        Self::Failed,
        Self::EnteredInError,
    ];

    /// Its FHIR code.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::InProgress => "in-progress",
            Self::OnHold => "on-hold",
            Self::Completed => "completed",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
            Self::EnteredInError => "entered-in-error",
        }
    }

    /// The status of a name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }

    /// Whether it can still come to a service.
    pub const fn is_open(self) -> bool {
        matches!(
            self,
            Self::Requested | Self::Received | Self::Accepted | Self::InProgress | Self::OnHold
        )
    }
}

/// What both sides show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Status {
    /// FHIR R4 `Task.status`.
    pub task: TaskStatus,
    /// Business status after BSeR.
    pub business: &'static str,
    /// The receiver has asked for something: the sender is to answer.
    pub waiting_for_sender: bool,
    /// Consent was withdrawn. Set by either side, never cleared.
    pub withdrawn: bool,
}

/// The status table: total over both states.
pub const fn status(sender: SenderState, receiver: ReceiverState) -> Status {
    let withdrawn = receiver.stopped || !matches!(sender.withdrawal, Withdrawal::No);
    let (task, business) = words(sender.stage, receiver, withdrawn);
    Status {
        task,
        business,
        // Who has asked to cancel is not asked for more.
        waiting_for_sender: task.is_open()
            && sender.answered != receiver.asked
            && (matches!(sender.stage, Stage::Requested) || receiver.cancel_refused),
        withdrawn,
    }
}

const fn words(
    stage: Stage,
    receiver: ReceiverState,
    withdrawn: bool,
) -> (TaskStatus, &'static str) {
    if matches!(stage, Stage::EnteredInError) {
        return (TaskStatus::EnteredInError, "entered in error");
    }
    let (task, business) = match receiver.progress {
        Progress::Rejected => return (TaskStatus::Rejected, "declined"),
        Progress::Completed => return (TaskStatus::Completed, "fulfilment completed"),
        Progress::Cancelled => return (TaskStatus::Cancelled, "fulfilment cancelled"),
        Progress::Failed => return (TaskStatus::Failed, "fulfilment cancelled"),
        _ if withdrawn => return (TaskStatus::Cancelled, "consent withdrawn"),
        Progress::New => (TaskStatus::Requested, "created"),
        Progress::Received => (TaskStatus::Received, "created"),
        Progress::Accepted => (TaskStatus::Accepted, event(receiver.appointment)),
        Progress::InProgress => (TaskStatus::InProgress, event(receiver.appointment)),
    };
    let task = if receiver.on_hold { TaskStatus::OnHold } else { task };
    match (stage, receiver.cancel_refused) {
        (Stage::CancelRequested, false) => (task, "cancellation requested"),
        (Stage::CancelRequested, true) => (task, "cancellation refused"),
        _ => (task, business),
    }
}

/// The business status that an appointment gives.
const fn event(appointment: Appointment) -> &'static str {
    match appointment {
        Appointment::None => "accepted",
        Appointment::Scheduled => "event scheduled",
        Appointment::Unattended => "event unattended",
        Appointment::Cancelled => "event cancelled",
        Appointment::Attended => "event completed",
    }
}

/// The table as Markdown, for `spec/referral.md`.
pub fn render_table() -> String {
    let mut out = String::from(
        "| receiver's state | sender: requested | cancel-requested | the same, refused | entered-in-error | consent withdrawn by either |\n\
         |---|---|---|---|---|---|\n",
    );
    for progress in Progress::ALL {
        let promised = matches!(progress, Progress::Accepted | Progress::InProgress);
        for on_hold in [false, true] {
            if on_hold && !promised {
                continue;
            }
            let cell = |stage, cancel_refused, withdrawal| {
                let sender = SenderState { stage, withdrawal, ..SenderState::NEW };
                let receiver = ReceiverState {
                    progress: *progress,
                    on_hold,
                    cancel_refused,
                    ..ReceiverState::NEW
                };
                let s = status(sender, receiver);
                let business = if promised && s.business == "accepted" { "*" } else { s.business };
                format!("{} / {business}", s.task.name())
            };
            let no = Withdrawal::No;
            out.push_str(&format!(
                "| {}{} | {} | {} | {} | {} | {} |\n",
                progress.name(),
                if on_hold { ", on hold" } else { "" },
                cell(Stage::Requested, false, no),
                cell(Stage::CancelRequested, false, no),
                cell(Stage::CancelRequested, true, no),
                cell(Stage::EnteredInError, false, no),
                cell(Stage::Requested, false, Withdrawal::Stopped),
            ));
        }
    }
    out.push_str("\n| newest appointment | * is |\n|---|---|\n");
    for appointment in Appointment::ALL {
        out.push_str(&format!("| {} | {} |\n", appointment.name(), event(*appointment)));
    }
    out
}
