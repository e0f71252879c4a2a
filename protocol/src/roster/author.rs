//! Charters as people write them, in TOML.

use ihala_envelope::{IdentityKey, Timestamp};

use super::{Bundle, Charter, NAME_MAX, SEATS_MAX, Seat, SignedBySeats};
use crate::date;
use crate::fingerprint;
use crate::labels::sentence;
use crate::text::is_name;
use crate::toml_read::{self, Mistakes, Report, Table};

/// What the file says that it is.
const NAME: &str = "ihala-charter/1";
/// [`SEATS_MAX`] as a number in a file.
const SEATS_MAX_NUMBER: u32 = 32;
const KEYS: &[&str] = &["charter", "name", "threshold", "valid_until", "seat"];
/// What the key of a seat is spelled as.
const SEAT_LABEL: &str = "ihala/1 seat";

/// A charter before it has its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    name: String,
    threshold: u8,
    expires: Timestamp,
    seats: Vec<Seat>,
}

impl Draft {
    /// The key of a seat in a form that people can copy.
    pub fn spell(key: &IdentityKey) -> String {
        fingerprint::spell(SEAT_LABEL, key.as_bytes())
    }

    /// Reads the file.
    pub fn from_toml(text: &str) -> Result<Self, Mistakes> {
        toml_read::read(text, |top, report| draft(Table::top(top), report))
    }

    /// The charter, at its place after those of a bundle.
    ///
    /// # Errors
    /// `ROS-01` if it does not hold together, for one because it ends before it begins.
    pub fn after(
        self,
        bundle: Option<&Bundle>,
        now: Timestamp,
    ) -> Result<SignedBySeats<Charter>, ihala_envelope::Refusal> {
        let before = bundle.and_then(|bundle| bundle.charters.last());
        let mut seats = self.seats;
        seats.sort_by_key(|seat| *seat.key.as_bytes());
        SignedBySeats::new(Charter {
            version: before.map_or(1, |charter| charter.document().version.saturating_add(1)),
            previous: before.map(SignedBySeats::digest),
            name: self.name,
            seats,
            threshold: self.threshold,
            issued: now,
            expires: self.expires,
        })
    }
}

fn draft(top: Table<'_, '_>, report: &mut Report<'_>) -> Option<Draft> {
    top.only(KEYS, report);
    top.expect_name("charter", NAME, report);
    let name = name(top, report);
    let threshold = top.need_number("threshold", SEATS_MAX_NUMBER, report);
    let valid_until = top.need_date("valid_until", report);
    let tables = top.tables("seat", "[[seat]]", SEATS_MAX, report)?;
    let mut seats: Vec<Seat> = Vec::new();
    for table in &tables {
        let Some(seat) = seat(*table, report) else { continue };
        if seats.iter().any(|other| other.key.as_bytes() == seat.key.as_bytes()) {
            report.add(table.at_key("key"), sentence("mistake-seat-twice"));
        }
        seats.push(seat);
    }
    let (threshold, count) = (threshold?, tables.len());
    if 2 * threshold as usize <= count || threshold as usize > count {
        let what = sentence("mistake-threshold").with("seats", count);
        report.add(top.at_key("threshold"), what);
    }
    Some(Draft {
        name: name?,
        threshold: u8::try_from(threshold).ok()?,
        expires: date::end_of(valid_until?),
        seats,
    })
}

fn seat(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Seat> {
    table.only(&["name", "key"], report);
    let name = name(table, report);
    let value = table.need("key", report)?;
    let key = report.text(value, "key")?;
    let key = fingerprint::read_spelt(SEAT_LABEL, key);
    match key.and_then(|key| IdentityKey::from_bytes(&key)) {
        Some(key) => Some(Seat { key, name: name? }),
        None => report.fail(value.span().start, sentence("mistake-seat-key")),
    }
}

fn name(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<String> {
    let name = table.need_line("name", report)?;
    if is_name(&name, NAME_MAX) {
        return Some(name);
    }
    let what = sentence("mistake-not-line").with("key", "name").with("max", NAME_MAX);
    report.fail(table.at_key("name"), what)
}
