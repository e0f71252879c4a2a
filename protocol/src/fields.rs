//! The fields of the inter-agency referral form (IASC MHPSS 2017, UNHCR variant).
//!
//! A field's id is its name on the wire and is never given to another meaning.

use crate::codes::{
    AGE_BAND, CASE_TYPE, CHILD_STATUS, CONTACT_METHOD, CodeList, DISABILITY, GENDER, MARK,
    NOT_INFORMED, PURPOSE, SERVICE, URGENCY,
};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitivity {
    /// Says nothing that singles a person out: coded, from a short list.
    Coded,
    /// About the case or the staff.
    Case,
    /// Tells who the person is, or how to find them.
    Identifying,
}

/// One field of the form.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Id on the wire.
    pub id: u16,
    /// `group.name`, as in forms and protocols.
    pub path: &'static str,
    /// English label.
    pub label: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// What it can do in the wrong hands.
    pub sensitivity: Sensitivity,
    /// Whether every referral needs it.
    pub required: bool,
}

impl Field {
    /// The group: the part of the path before the dot.
    pub fn group(&self) -> &'static str {
        self.path.split_once('.').map_or(self.path, |(group, _)| group)
    }
}

const fn field(
    id: u16,
    path: &'static str,
    label: &'static str,
    kind: Kind,
    sensitivity: Sensitivity,
) -> Field {
    Field { id, path, label, kind, sensitivity, required: false }
}

const fn required(mut field: Field) -> Field {
    field.required = true;
    field
}

use Kind::{Code, Codes, Date, Flag, Language, Line, Moment, Number, Place, Province, Text};
use Sensitivity::{Case, Coded, Identifying};

/// Id of `request.urgency`.
pub const URGENCY_ID: u16 = 1;
/// Id of `request.case_type`.
pub const CASE_TYPE_ID: u16 = 2;
/// Id of `request.services`.
pub const SERVICES_ID: u16 = 3;
/// Id of `request.marks`.
pub const MARKS_ID: u16 = 4;
/// Id of `request.case_code`.
pub const CASE_CODE_ID: u16 = 6;
/// Id of `request.purpose`.
pub const PURPOSE_ID: u16 = 8;
/// Id of `request.incident`: care after rape counts from it.
pub const INCIDENT_ID: u16 = 14;
/// Id of `feedback.note`: the note beside any answer or cancellation.
pub const NOTE_ID: u16 = 90;

/// Id of `feedback.appointment`: the time of an appointment.
pub const APPOINTMENT_ID: u16 = 91;

/// Id of `request.date`.
pub const REQUEST_DATE_ID: u16 = 5;
/// Id of `follow_up.expected_by`.
pub const FOLLOW_UP_ID: u16 = 70;
/// Id of `person.birth_date`.
pub const BIRTH_DATE_ID: u16 = 23;
/// Id of `person.age`.
pub const AGE_ID: u16 = 24;
/// Id of `person.age_band`.
pub const AGE_BAND_ID: u16 = 25;
/// Id of `safety.contact_prohibited`.
pub const CONTACT_PROHIBITED_ID: u16 = 65;

/// Every field, by id.
pub static FIELDS: &[Field] = &[
    required(field(URGENCY_ID, "request.urgency", "Urgency", Code(&URGENCY), Coded)),
    required(field(CASE_TYPE_ID, "request.case_type", "Case type", Code(&CASE_TYPE), Coded)),
    required(field(SERVICES_ID, "request.services", "Services requested", Codes(&SERVICE), Coded)),
    field(MARKS_ID, "request.marks", "Marks", Codes(&MARK), Identifying),
    field(REQUEST_DATE_ID, "request.date", "Date of the referral", Date, Coded),
    required(field(CASE_CODE_ID, "request.case_code", "Case code", Line, Case)),
    field(7, "request.area", "Area (P-code)", Place, Case),
    field(PURPOSE_ID, "request.purpose", "Purpose", Code(&PURPOSE), Coded),
    field(9, "request.province", "Province (P-code)", Province, Coded),
    field(10, "referrer.name", "Referring caseworker", Line, Case),
    field(11, "referrer.phone", "Caseworker's phone", Line, Case),
    field(12, "referrer.email", "Caseworker's e-mail", Line, Case),
    field(13, "referrer.location", "Caseworker's office", Line, Case),
    field(INCIDENT_ID, "request.incident", "Time of the incident", Moment, Case),
    field(20, "person.name", "Name", Line, Identifying),
    field(21, "person.phone", "Phone", Line, Identifying),
    field(22, "person.address", "Address", Line, Identifying),
    field(BIRTH_DATE_ID, "person.birth_date", "Date of birth", Date, Identifying),
    field(AGE_ID, "person.age", "Age", Number(130), Identifying),
    field(AGE_BAND_ID, "person.age_band", "Age band", Code(&AGE_BAND), Coded),
    field(26, "person.gender", "Sex or gender", Code(&GENDER), Coded),
    field(27, "person.nationality", "Nationality", Line, Case),
    field(28, "person.language", "Language", Language, Coded),
    field(29, "person.national_id", "National ID number", Line, Identifying),
    field(30, "person.unhcr_id", "UNHCR number", Line, Identifying),
    field(31, "person.protection_id", "Temporary protection number", Line, Identifying),
    field(32, "person.disability", "Disability", Codes(&DISABILITY), Case),
    field(33, "person.household_size", "Household size", Number(100), Case),
    field(40, "caregiver.name", "Caregiver's name", Line, Identifying),
    field(41, "caregiver.relationship", "Relationship to the child", Line, Case),
    field(42, "caregiver.contact", "Caregiver's contact", Line, Identifying),
    field(43, "caregiver.child_status", "Child's situation", Code(&CHILD_STATUS), Case),
    field(44, "caregiver.informed", "Caregiver informed", Flag, Case),
    field(45, "caregiver.not_informed", "Why not informed", Code(&NOT_INFORMED), Case),
    field(50, "background.reason", "Background and reason", Text, Identifying),
    field(51, "background.services_provided", "Services already provided", Text, Identifying),
    field(52, "background.informed", "Person informed of the referral", Flag, Case),
    field(53, "background.referred_elsewhere", "Referred to other organisations", Line, Case),
    field(60, "safety.restrictions", "Contact restrictions", Text, Identifying),
    field(61, "safety.phone_owner", "Who owns the phone", Line, Identifying),
    field(62, "safety.safe_hours", "Safe hours to call", Line, Case),
    field(63, "safety.preferred_method", "Preferred contact", Code(&CONTACT_METHOD), Case),
    field(64, "safety.interpreter_gender", "Interpreter's sex", Code(&GENDER), Case),
    field(
        CONTACT_PROHIBITED_ID,
        "safety.contact_prohibited",
        "Do not contact the person",
        Flag,
        Case,
    ),
    field(FOLLOW_UP_ID, "follow_up.expected_by", "Follow-up expected by", Date, Case),
    field(71, "follow_up.method", "How to follow up", Code(&CONTACT_METHOD), Case),
    field(72, "follow_up.information", "Information to exchange", Text, Case),
    field(NOTE_ID, "feedback.note", "Notes beside answers", Text, Identifying),
    field(APPOINTMENT_ID, "feedback.appointment", "Times of appointments", Line, Case),
];

/// The field of an id.
pub fn by_id(id: u16) -> Option<&'static Field> {
    FIELDS.binary_search_by_key(&id, |f| f.id).ok().map(|i| &FIELDS[i])
}

/// The field of a path.
pub fn by_path(path: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|f| f.path == path)
}

/// The fields that a path or a group name stands for: a form's group, or all fields of a
/// sensitivity, `coded` or `case`. What identifies is named one by one, or by its group.
pub fn by_path_or_group(name: &str) -> Vec<&'static Field> {
    let sensitivity = match name {
        "coded" => Some(Coded),
        "case" => Some(Case),
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
        for f in FIELDS {
            assert_eq!(by_id(f.id), by_path(f.path));
        }
        assert_eq!(by_id(99), None);
        assert_eq!(suggest("person.nmae"), Some("person.name"));
        assert_eq!(suggest("weather.today"), None);
    }
}
