//! The trust list, diagnoses and networks.

use axum::extract::Path;
use ihala_engine::{Command, TrustSet};
use serde::Deserialize;

use super::{Ask, Body, Reply};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Add {
    card: String,
    fingerprint: String,
    name: Option<String>,
}

pub(super) async fn add(ask: Ask, Body(body): Body<Add>) -> Reply {
    let Add { card, fingerprint, name } = body;
    ask.of(Command::TrustAdd { card: card.into_bytes(), fingerprint, petname: name }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settle {
    card: String,
}

pub(super) async fn settle(ask: Ask, Body(body): Body<Settle>) -> Reply {
    ask.of(Command::TrustSettle { card: body.card.into_bytes() }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    toml: String,
}

pub(super) async fn check(ask: Ask, Body(body): Body<File>) -> Reply {
    ask.of(Command::TrustFile { toml: body.toml, apply: false }).await
}

pub(super) async fn apply(ask: Ask, Body(body): Body<File>) -> Reply {
    ask.of(Command::TrustFile { toml: body.toml, apply: true }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Patch {
    name: Option<String>,
    send: Option<bool>,
    receive: Option<bool>,
    case_types: Option<Vec<String>>,
    thin: Option<bool>,
    notes: Option<String>,
}

pub(super) async fn set(ask: Ask, Path(agency): Path<String>, Body(body): Body<Patch>) -> Reply {
    let Patch { name, send, receive, case_types, thin, notes } = body;
    let set = TrustSet { agency, name, send, receive, case_types, thin, notes };
    ask.of(Command::TrustSet(set)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RosterFollow {
    file: String,
    fingerprint: String,
    name: Option<String>,
}

pub(super) async fn roster_follow(ask: Ask, Body(body): Body<RosterFollow>) -> Reply {
    let RosterFollow { file, fingerprint, name } = body;
    ask.of(Command::RosterFollow { file: file.into_bytes(), fingerprint, name }).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RosterFile {
    file: String,
}

pub(super) async fn roster_take(ask: Ask, Body(body): Body<RosterFile>) -> Reply {
    ask.of(Command::RosterTake { file: body.file.into_bytes() }).await
}

pub(super) async fn examine(ask: Ask, Path(agency): Path<String>) -> Reply {
    ask.of(Command::Examine { agency: Some(agency) }).await
}

pub(super) async fn doctor(ask: Ask, Path(agency): Path<String>) -> Reply {
    ask.of(Command::Doctor { agency: Some(agency) }).await
}

pub(super) async fn roster_show(ask: Ask, Path(network): Path<String>) -> Reply {
    ask.of(Command::RosterShow { network }).await
}

pub(super) async fn roster_unfollow(ask: Ask, Path(network): Path<String>) -> Reply {
    ask.of(Command::RosterUnfollow { network }).await
}

pub(super) async fn roster_export(ask: Ask, Path(network): Path<String>) -> Reply {
    ask.of(Command::RosterExport { network }).await
}

pub(super) async fn show(ask: Ask, Path(agency): Path<String>) -> Reply {
    ask.of(Command::TrustShow { agency }).await
}

pub(super) async fn remove(ask: Ask, Path(agency): Path<String>) -> Reply {
    ask.of(Command::TrustRemove { agency }).await
}
