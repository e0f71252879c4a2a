//! The fields of the inter-agency referral form (IASC MHPSS 2017, UNHCR variant), as data in
//! `protocol/data/fields.toml`.
//!
//! A field's id is its name on the wire and is never given to another meaning.

use std::sync::LazyLock;

use minicbor::{Decode, Encode};

use crate::codes::{self, CodeList};
use crate::field_id::FieldId;

/// What a field's value may be.
#[derive(Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Free text.
    Text,
    /// A calendar date.
    Date,
    /// A whole number from 0 up to this one.
    Number(u32),
    /// Yes or no.
    Flag,
    /// One code of a list.
    Code(&'static CodeList),
    /// Any codes of a list.
    Codes(&'static CodeList),
    /// An OCHA place code.
    Place,
    /// An OCHA place code of a province at the finest.
    Province,
    /// A language code of ISO 639.
    Language,
    /// A time of day on a date, in UTC (RFC 3339).
    Moment,
}

/// How much harm the field can do in the wrong hands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, Encode, Decode,
)]
#[serde(rename_all = "kebab-case")]
#[cbor(index_only)]
pub enum Sensitivity {
    /// Says nothing that singles a person out: coded, from a short list.
    #[n(1)]
    Coded,
    /// About the case or the staff.
    #[n(2)]
    Case,
    /// Tells who the person is, or how to find them.
    #[n(3)]
    Identifying,
}

impl Sensitivity {
    /// Every sensitivity, by its name in files.
    pub const ALL: [(&'static str, Self); 3] =
        [("coded", Self::Coded), ("case", Self::Case), ("identifying", Self::Identifying)];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].0
    }
}

/// One field of the form.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Id on the wire.
    pub id: FieldId,
    /// `group.name`, as in forms and protocols.
    pub path: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// What it can do in the wrong hands.
    pub sensitivity: Sensitivity,
}

impl Field {
    /// The group: the part of the path before the dot.
    pub fn group(&self) -> &'static str {
        self.path.split_once('.').map_or(self.path, |(group, _)| group)
    }
}

/// Id of `request.urgency`.
pub const URGENCY_ID: FieldId = FieldId::Known(1);
/// Id of `request.case_type`.
pub const CASE_TYPE_ID: FieldId = FieldId::Known(2);
/// Id of `request.services`.
pub const SERVICES_ID: FieldId = FieldId::Known(3);
/// Id of `request.marks`.
pub const MARKS_ID: FieldId = FieldId::Known(4);
/// Id of `request.case_code`.
pub const CASE_CODE_ID: FieldId = FieldId::Known(6);
/// Id of `request.purpose`.
pub const PURPOSE_ID: FieldId = FieldId::Known(8);
/// Id of `request.incident`: care after rape counts from it.
pub const INCIDENT_ID: FieldId = FieldId::Known(14);
/// Id of `feedback.note`: the note beside any answer or cancellation.
pub const NOTE_ID: FieldId = FieldId::Known(90);

/// Id of `feedback.appointment`: the time of an appointment.
pub const APPOINTMENT_ID: FieldId = FieldId::Known(91);

/// Id of `request.date`.
pub const REQUEST_DATE_ID: FieldId = FieldId::Known(5);
/// Id of `assessment.date`.
pub const ASSESSMENT_DATE_ID: FieldId = FieldId::Known(200);
/// Id of `assessment.review_by`.
pub const REVIEW_BY_ID: FieldId = FieldId::Known(217);
/// Id of `risk.date`.
pub const RISK_DATE_ID: FieldId = FieldId::Known(300);
/// Id of `nomination.since`.
pub const NOMINATION_SINCE_ID: FieldId = FieldId::Known(406);
/// Id of `follow_up.expected_by`.
pub const FOLLOW_UP_ID: FieldId = FieldId::Known(70);
/// Id of `person.birth_date`.
pub const BIRTH_DATE_ID: FieldId = FieldId::Known(23);
/// Id of `person.age`.
pub const AGE_ID: FieldId = FieldId::Known(24);
/// Id of `person.language`.
pub const LANGUAGE_ID: FieldId = FieldId::Known(28);
/// Id of `person.age_band`.
pub const AGE_BAND_ID: FieldId = FieldId::Known(25);
/// Id of `safety.contact_prohibited`.
pub const CONTACT_PROHIBITED_ID: FieldId = FieldId::Known(65);

/// The file, as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    field: Vec<Entry>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: u16,
    path: String,
    kind: String,
    /// Of a code, or of codes.
    list: Option<String>,
    /// Of a number.
    max: Option<u32>,
    sensitivity: Sensitivity,
}

impl Entry {
    fn kind(&self) -> Option<Kind> {
        let list = || self.list.as_deref().and_then(codes::list);
        Some(match self.kind.as_str() {
            "line" => Kind::Line,
            "text" => Kind::Text,
            "date" => Kind::Date,
            "number" => Kind::Number(self.max?),
            "flag" => Kind::Flag,
            "code" => Kind::Code(list()?),
            "codes" => Kind::Codes(list()?),
            "place" => Kind::Place,
            "province" => Kind::Province,
            "language" => Kind::Language,
            "moment" => Kind::Moment,
            _ => return None,
        })
    }
}

/// Every field, by id. Read once and kept for as long as the process lives.
pub static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../data/fields.toml")).expect("our own file");
    let field = |entry: Entry| Field {
        id: FieldId::Known(entry.id),
        kind: entry.kind().expect("a kind of our own file"),
        path: entry.path.leak(),
        sensitivity: entry.sensitivity,
    };
    file.field.into_iter().map(field).collect()
});

/// The field of an id.
pub fn by_id(id: FieldId) -> Option<&'static Field> {
    FIELDS.binary_search_by_key(&id, |f| f.id).ok().map(|i| &FIELDS[i])
}

/// The path of a field, for people; of an own one the start of its digest.
pub fn path(id: FieldId) -> String {
    match id {
        FieldId::Known(_) => by_id(id).map_or("", |field| field.path).to_owned(),
        FieldId::Own(digest) => format!("own#{}", digest.short()),
    }
}

/// The field of a path.
pub fn by_path(path: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|f| f.path == path)
}

/// The fields that a path or a group name stands for: a form's group, or all fields of a
/// sensitivity, `coded` or `case`. What identifies is named one by one, or by its group.
pub fn by_path_or_group(name: &str) -> Vec<&'static Field> {
    let sensitivity = match name {
        "coded" => Some(Sensitivity::Coded),
        "case" => Some(Sensitivity::Case),
        _ => None,
    };
    let fits = |f: &&Field| match sensitivity {
        Some(sensitivity) => f.sensitivity == sensitivity,
        None => f.path == name || f.group() == name,
    };
    FIELDS.iter().filter(fits).collect()
}

/// The known path nearest to a mistyped one, if any is near.
pub fn suggest(path: &str) -> Option<&'static str> {
    let near = |known: &&Field| strsim::damerau_levenshtein(path, known.path);
    FIELDS.iter().min_by_key(near).filter(|f| near(f) <= 3).map(|f| f.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_every_field_can_be_found() {
        assert!(FIELDS.windows(2).all(|pair| pair[0].id < pair[1].id));
        for f in FIELDS.iter() {
            assert_eq!(by_id(f.id), by_path(f.path));
        }
        assert_eq!(by_id(FieldId::Known(99)), None);
        assert_eq!(suggest("person.nmae"), Some("person.name"));
        assert_eq!(suggest("weather.today"), None);
    }
}
