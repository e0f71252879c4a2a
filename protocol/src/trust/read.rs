//! Reading the trust list that people write, with the line of every mistake.

use std::net::{Ipv4Addr, Ipv6Addr};

use ihala_envelope::AgencyId;

use super::{AGENCIES_MAX, Follow, NAME, PETNAME_MAX, TrustList, Trusted, network_of};
use crate::codes::CASE_TYPE;
use crate::fingerprint;
use crate::labels::sentence;
use crate::leak::folded;
use crate::limits::{STATEMENT_ITEMS_MAX, STATEMENT_TEXT_MAX};
use crate::roster::NAME_MAX;
use crate::text::is_name;
use crate::toml_read::{self, Mistakes, Report, Table};

const KEYS: &[&str] = &["trust", "agency", "network"];
/// Networks on a list at most.
const NETWORKS_MAX: usize = 32;
const AGENCY_KEYS: &[&str] =
    &["id", "name", "send", "receive", "case_types", "addresses", "thin", "notes"];

pub(super) fn read(text: &str) -> Result<TrustList, Mistakes> {
    toml_read::read(text, |top, report| list(Table::top(top), report))
}

fn list(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<TrustList> {
    top.only(KEYS, report);
    top.expect_name("trust", NAME, report);
    let tables = match top.get("agency") {
        None => Vec::new(),
        Some(value) if value.get_ref().as_array().is_some_and(|all| all.is_empty()) => Vec::new(),
        Some(_) => top.tables("agency", "[[agency]]", AGENCIES_MAX, report)?,
    };
    let mut agencies: Vec<Trusted> = Vec::new();
    for table in tables {
        let Some(agency) = agency(table, report) else { continue };
        if agencies.iter().any(|other| other.id == agency.id) {
            report.add(table.at_key("id"), sentence("mistake-agency-twice"));
        }
        if agencies.iter().any(|other| folded(&other.name) == folded(&agency.name)) {
            report.add(table.at_key("name"), sentence("mistake-trust-name-twice"));
        }
        agencies.push(agency);
    }
    let networks = networks(top, report)?;
    Some(TrustList { agencies, networks })
}

fn agency(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Trusted> {
    table.only(AGENCY_KEYS, report);
    let id = id(table, report);
    let name = name(table, PETNAME_MAX, report);
    let send = flag(table, "send", true, report);
    let receive = flag(table, "receive", true, report);
    let thin = flag(table, "thin", false, report);
    let case_types = match table.get("case_types") {
        None => Some(None),
        Some(_) => table.need_codes("case_types", &CASE_TYPE, report).map(Some),
    };
    let addresses = addresses(table, report);
    let notes = table.line("notes", report);
    Some(Trusted {
        id: id?,
        name: name?,
        send: send?,
        receive: receive?,
        case_types: case_types?,
        addresses: addresses?,
        thin: thin?,
        notes: notes?,
    })
}

fn networks(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Vec<Follow>> {
    let Some(value) = top.get("network") else { return Some(Vec::new()) };
    if value.get_ref().as_array().is_some_and(|all| all.is_empty()) {
        return Some(Vec::new());
    }
    let mut networks: Vec<Follow> = Vec::new();
    for table in top.tables("network", "[[network]]", NETWORKS_MAX, report)? {
        table.only(&["id", "name"], report);
        let name = name(table, NAME_MAX, report);
        let Some(value) = table.need("id", report) else { continue };
        let Some(id) = report.text(value, "id").and_then(network_of) else {
            report.add(value.span().start, sentence("mistake-network-id"));
            continue;
        };
        let Some(name) = name else { continue };
        if networks.iter().any(|other| other.id == id || folded(&other.name) == folded(&name)) {
            report.add(table.at(), sentence("mistake-network-twice"));
        }
        networks.push(Follow { id, name });
    }
    Some(networks)
}

fn name(table: Table<'_, '_>, max: usize, report: &mut Report<'_>) -> Option<String> {
    let name = table.need_line("name", report)?;
    if is_name(&name, max) {
        return Some(name);
    }
    let what = sentence("mistake-not-line").with("key", "name").with("max", max);
    report.fail(table.at_key("name"), what)
}

/// A fingerprint, or the 64 digits.
fn id(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<AgencyId> {
    let value = table.need("id", report)?;
    let text = report.text(value, "id")?;
    match fingerprint::read(text) {
        Some(id) => Some(id),
        None => report.fail(value.span().start, sentence("mistake-trust-id")),
    }
}

fn flag(table: Table<'_, '_>, key: &str, usual: bool, report: &mut Report<'_>) -> Option<bool> {
    table.get(key).map_or(Some(usual), |value| report.flag(value, key))
}

/// `/ip4/…/tcp/…` or `/ip6/…/tcp/…`, as in a key statement: nothing else is dialled.
fn is_address(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    match parts.as_slice() {
        ["", "ip4", ip, "tcp", port] => {
            ip.parse::<Ipv4Addr>().is_ok() && port.parse::<u16>().is_ok()
        }
        ["", "ip6", ip, "tcp", port] => {
            ip.parse::<Ipv6Addr>().is_ok() && port.parse::<u16>().is_ok()
        }
        _ => false,
    }
}

fn addresses(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Vec<String>> {
    let Some(value) = table.get("addresses") else { return Some(Vec::new()) };
    let mut all = Vec::new();
    for (at, address) in report.texts(value, "addresses")? {
        let address = toml_read::plain(&address);
        if !is_address(&address) || !is_name(&address, STATEMENT_TEXT_MAX) {
            return report.fail(at, sentence("mistake-trust-address"));
        }
        all.push(address);
    }
    if all.len() > STATEMENT_ITEMS_MAX {
        let what = sentence("mistake-trust-addresses").with("max", STATEMENT_ITEMS_MAX);
        return report.fail(value.span().start, what);
    }
    Some(all)
}
