//! Backups, and the recovery after a restore.

use axum::extract::Path;
use ihala_engine::Command;
use serde::Deserialize;

use super::{Ask, Body, Reply};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Begin {
    days: u32,
}

pub(super) async fn begin(ask: Ask, Body(Begin { days }): Body<Begin>) -> Reply {
    ask.of(Command::BackupBegin { days }).await
}

pub(super) async fn next(ask: Ask, Path(number): Path<u64>) -> Reply {
    ask.of(Command::BackupNext { number }).await
}

pub(super) async fn leave_out(ask: Ask, Path(agency): Path<String>) -> Reply {
    ask.of(Command::RecoveryLeaveOut { agency }).await
}
