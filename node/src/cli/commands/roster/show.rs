//! Networks, their charters and rosters, as people read them.

use ihala_protocol::date;
use ihala_protocol::roster::{Bundle, Charter, Document, SignedBySeats};
use ihala_protocol::trust;
use serde_json::{Value, json};

use super::{usage, verified};
use crate::cli::output::{items, short, table, text, time};
use crate::cli::{CliError, Context, locale};

/// Who has signed a document, and how many more must.
fn signatures<T: Document>(signed: &SignedBySeats<T>, charter: &Charter) -> Value {
    let by = |signs: bool| -> Vec<&str> {
        let seats = charter.seats.iter().filter(|s| signed.is_signed_by(&s.key) == signs);
        seats.map(|s| s.name.as_str()).collect()
    };
    json!({ "signed": by(true), "missing": by(false), "threshold": charter.threshold })
}

/// A network's file, and whose signatures are missing.
pub(super) fn bundle_value(bundle: &Bundle) -> Result<Value, CliError> {
    let last = bundle.charters.last().ok_or_else(|| usage("roster-no-charter"))?;
    let id = bundle.network();
    let before = bundle.charters.len().checked_sub(2).map(|at| bundle.charters[at].document());
    let mut charter = json!({
        "version": last.document().version,
        "until": date::show_day(last.document().expires),
        "seats": last.document().seats.len(),
        "by_its_own_seats": signatures(last, last.document()),
    });
    if let Some(before) = before {
        charter["by_the_seats_before"] = signatures(last, before);
    }
    let roster = bundle.roster.as_ref().map(|roster| {
        let document = roster.document();
        let members = document.members.iter().map(|m| {
            json!({ "agency": m.agency.to_string(), "name": m.name, "standing": m.standing.name() })
        });
        json!({
            "version": document.version,
            "until": date::show_day(document.expires),
            "members": members.collect::<Vec<_>>(),
            "by_the_seats": signatures(roster, last.document()),
        })
    });
    let problem = verified(bundle).err();
    Ok(json!({
        "network": id.map(|id| id.to_string()),
        "fingerprint": id.map(|id| trust::network_fingerprint(&id)),
        "name": last.document().name,
        "charter": charter,
        "roster": roster,
        "complete": problem.is_none(),
        "problem": problem.map(|refusal| refusal.to_string()),
    }))
}

pub(super) fn print_bundle(context: &Context, bundle: &Bundle) -> Result<(), CliError> {
    let value = bundle_value(bundle)?;
    context.out.print(&value, &[text(&value, "network")], describe);
    Ok(())
}

/// The same for people.
pub(super) fn describe(value: &Value) -> String {
    let row = |key: &str, told: &str| vec![locale::say(key, &[]), told.to_owned()];
    let signed = |part: &Value| {
        let count = items(part, "signed").count().to_string();
        let missing: Vec<_> = items(part, "missing").filter_map(Value::as_str).collect();
        let threshold = part["threshold"].to_string();
        let missing = missing.join(locale::language().comma());
        let fill = [("count", &*count), ("threshold", &*threshold), ("missing", &*missing)];
        let enough =
            items(part, "signed").count() as u64 >= part["threshold"].as_u64().unwrap_or(u64::MAX);
        locale::say(if enough { "roster-signed" } else { "roster-signed-by" }, &fill)
    };
    let charter = &value["charter"];
    let mut rows = vec![
        row("card-fingerprint", text(value, "fingerprint")),
        row("roster-charter", &numbered(charter)),
        row("roster-own-seats", &signed(&charter["by_its_own_seats"])),
    ];
    if charter["by_the_seats_before"].is_object() {
        rows.push(row("roster-old-seats", &signed(&charter["by_the_seats_before"])));
    }
    let roster = &value["roster"];
    if roster.is_object() {
        rows.push(row("roster-roster", &numbered(roster)));
        rows.push(row("roster-own-seats", &signed(&roster["by_the_seats"])));
    }
    let mut out = format!("{}\n{}", text(value, "name"), table(&rows));
    let members: Vec<_> = items(roster, "members").map(member).collect();
    if !members.is_empty() {
        out.push_str(&format!("\n{}", table(&members)));
    }
    let complete = value["complete"] == true;
    let last = if complete { "roster-complete" } else { "roster-incomplete" };
    format!("{out}\n{}", locale::say(last, &[]))
}

fn numbered(part: &Value) -> String {
    let number = part["version"].to_string();
    locale::say("roster-version", &[("number", &number), ("until", text(part, "until"))])
}

fn member(member: &Value) -> Vec<String> {
    vec![
        text(member, "name").to_owned(),
        short(text(member, "agency")).to_owned(),
        standing(text(member, "standing")),
    ]
}

/// How a member stands, in words.
fn standing(name: &str) -> String {
    match name {
        "active" => locale::say("roster-active", &[]),
        "suspended" => locale::say("roster-suspended", &[]),
        _ => locale::say("roster-withdrawn", &[]),
    }
}

pub(super) fn head(network: &Value) -> String {
    let row = |key: &str, told: String| vec![locale::say(key, &[]), told];
    let part = |version: &Value, until: &Value| match version {
        Value::Null => locale::say("roster-not-yet", &[]),
        number => {
            let (number, until) = (number.to_string(), time(until));
            locale::say("roster-version", &[("number", &number), ("until", &until)])
        }
    };
    let count = items(network, "members").filter(|m| m["standing"] == "active").count();
    let rows = [
        row("card-fingerprint", text(network, "fingerprint").to_owned()),
        row("roster-charter", part(&network["charter"], &network["charter_until"])),
        row("roster-roster", part(&network["roster"], &network["until"])),
        row("roster-members", count.to_string()),
    ];
    let mut out = format!("{}\n{}", text(network, "name"), table(&rows));
    if network["ended"] == true {
        out.push_str(&format!("\n{}", locale::say("roster-ended", &[])));
    }
    for member in items(network, "members") {
        let open: Vec<&str> = items(member, "open").filter_map(Value::as_str).map(short).collect();
        if !open.is_empty() {
            let ids = open.join(locale::language().comma());
            let told = locale::say("trust-open", &[("ids", &ids)]);
            out.push_str(&format!("\n{}: {told}", text(member, "name")));
        }
    }
    out
}

pub(super) fn members(network: &Value) -> String {
    let row = |m: &Value| {
        let mut row = member(m);
        row.push(match (m["ours"] == true, m["trusted"] == true) {
            (true, _) => locale::say("roster-ours", &[]),
            (_, true) => locale::say("roster-trusted", &[]),
            _ => locale::say("roster-not-trusted", &[]),
        });
        row.push(text(m, "fingerprint").to_owned());
        row
    };
    let rows: Vec<_> = items(network, "members").map(row).collect();
    format!("{}\n{}", head(network), table(&rows))
}

pub(super) fn changes(network: &Value) -> String {
    let row = |change: &Value| {
        let before = change["before"].as_str().map_or_else(|| "+".to_owned(), standing);
        vec![
            change["version"].to_string(),
            time(&change["at"]),
            text(change, "name").to_owned(),
            format!("{before} \u{2192} {}", standing(text(change, "after"))),
        ]
    };
    let rows: Vec<_> = items(network, "changes").map(row).collect();
    format!("{}\n{}", head(network), table(&rows))
}
