//! One file per command.

pub(crate) mod audit;
pub(crate) mod called;
pub(crate) mod card;
pub(crate) mod clock;
pub(crate) mod consent;
pub(crate) mod decode;
pub(crate) mod demo;
pub(crate) mod doctor;
mod fill;
pub(crate) mod form;
pub(crate) mod init;
pub(crate) mod isp;
pub(crate) mod list;
pub(crate) mod nominate;
pub(crate) mod passphrase;
pub(crate) mod receiver;
pub(crate) mod refer;
pub(crate) mod report;
pub(crate) mod retain;
pub(crate) mod roster;
pub(crate) mod serve;
pub(crate) mod show;
pub(crate) mod status;
pub(crate) mod step;
pub(crate) mod trust;
pub(crate) mod vectors;
