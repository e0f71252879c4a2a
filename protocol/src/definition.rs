//! Form definitions: which fields a form has, in which order, which of them it needs and
//! when, as data in `protocol/data/forms/` (`spec/forms.md`, The forms).

use std::sync::LazyLock;

use crate::field_id::FieldId;
use crate::fields::{self, Field, Kind};
use crate::form::{Form, Value};
use ihala_envelope::Timestamp;

/// What a form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// A person: it goes as a referral, and consent and protocol judge each field.
    Person,
    /// A service: it has no field of a person.
    Service,
}

/// A form, in one version.
#[derive(Debug)]
pub struct Definition {
    /// Id on the wire.
    pub id: u16,
    /// Its name, without the version.
    pub name: &'static str,
    /// Its version.
    pub version: u16,
    /// What it is about.
    pub about: About,
    /// Its fields, in the order in which they are asked.
    pub fields: Vec<&'static Field>,
    /// Ids of the fields that it always needs.
    pub required: Vec<FieldId>,
    /// What it needs besides, if something else is so.
    pub conditions: Vec<Condition>,
}

/// A field that is needed if something is so.
#[derive(Debug)]
pub struct Condition {
    /// What must be so.
    pub when: When,
    /// The field that is needed then.
    pub needs: &'static Field,
}

/// What makes a field needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The form says that the person is under 18.
    Minor,
    /// A field has this code, among others perhaps.
    Code(&'static Field, u16),
    /// A field says yes, or no.
    Flag(&'static Field, bool),
}

/// A file, as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: u16,
    name: String,
    version: u16,
    about: About,
    fields: Vec<String>,
    required: Vec<String>,
    #[serde(default)]
    condition: Vec<Entry>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    when: Trigger,
    needs: String,
}

#[derive(serde::Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Trigger {
    Named(String),
    Field { field: String, is: String },
}

const FILES: [&str; 4] = [
    include_str!("../data/forms/inter-agency-referral.toml"),
    include_str!("../data/forms/protection-assessment.toml"),
    include_str!("../data/forms/heightened-risk.toml"),
    include_str!("../data/forms/nomination-for-support.toml"),
];

/// Every definition, by id. Read once and kept for as long as the process lives.
pub static DEFINITIONS: LazyLock<Vec<Definition>> =
    LazyLock::new(|| FILES.iter().map(|file| read(file)).collect());

fn read(text: &str) -> Definition {
    let file: File = toml::from_str(text).expect("our own file");
    let field = |path: &str| fields::by_path(path).expect("a field of our own files");
    Definition {
        id: file.id,
        name: file.name.leak(),
        version: file.version,
        about: file.about,
        fields: file.fields.iter().map(|path| field(path)).collect(),
        required: file.required.iter().map(|path| field(path).id).collect(),
        conditions: file
            .condition
            .iter()
            .map(|entry| Condition { when: trigger(&entry.when), needs: field(&entry.needs) })
            .collect(),
    }
}

fn trigger(trigger: &Trigger) -> When {
    match trigger {
        Trigger::Named(name) => {
            assert_eq!(name, "minor", "a condition of our own files");
            When::Minor
        }
        Trigger::Field { field, is } => {
            let field = fields::by_path(field).expect("a field of our own files");
            match &field.kind {
                Kind::Code(list) | Kind::Codes(list) => {
                    When::Code(field, list.by_name(is).expect("a code of our own files").id)
                }
                _ => When::Flag(field, is == "yes"),
            }
        }
    }
}

/// The definition of an id.
pub fn by_id(id: u16) -> Option<&'static Definition> {
    DEFINITIONS.iter().find(|d| d.id == id)
}

/// The definition of `name/version`, as in the first line of a file.
pub fn by_name(text: &str) -> Option<&'static Definition> {
    let (name, version) = text.split_once('/')?;
    DEFINITIONS.iter().find(|d| d.name == name && d.version.to_string() == version)
}

impl Definition {
    /// Its name and version, as in the first line of a file.
    pub fn title(&self) -> String {
        format!("{}/{}", self.name, self.version)
    }

    /// Whether it has a field.
    pub fn has(&self, id: FieldId) -> bool {
        self.fields.iter().any(|f| f.id == id)
    }

    /// Whether a field is needed in this form, as it is filled in at `now`.
    pub fn needs(&self, field: FieldId, form: &Form, now: Timestamp) -> bool {
        let conditions = self.conditions.iter().filter(|c| c.needs.id == field);
        self.required.contains(&field) || conditions.into_iter().any(|c| c.when.is_so(form, now))
    }

    /// The fields that are needed and not filled in.
    pub fn missing(&self, form: &Form, now: Timestamp) -> Vec<&'static Field> {
        let open = |f: &&&Field| form.get(f.id).is_none() && self.needs(f.id, form, now);
        self.fields.iter().filter(open).copied().collect()
    }
}

impl When {
    /// Whether it is so in a form at `now`.
    pub fn is_so(self, form: &Form, now: Timestamp) -> bool {
        match self {
            Self::Minor => form.is_about_child(now),
            Self::Flag(field, wanted) => form.get(field.id) == Some(&Value::Flag(wanted)),
            Self::Code(field, wanted) => match form.get(field.id) {
                Some(Value::Number(code)) => *code == u32::from(wanted),
                Some(Value::Codes(codes)) => codes.contains(&wanted),
                _ => false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_definition_is_whole() {
        for definition in DEFINITIONS.iter() {
            let ids: BTreeSet<FieldId> = definition.fields.iter().map(|f| f.id).collect();
            assert_eq!(ids.len(), definition.fields.len(), "{}", definition.name);
            assert!(definition.required.iter().all(|id| definition.has(*id)));
            assert!(definition.conditions.iter().all(|c| definition.has(c.needs.id)));
            assert_eq!(by_name(&definition.title()).map(|d| d.id), Some(definition.id));
            let of_person = |f: &&Field| ["person", "caregiver", "safety"].contains(&f.group());
            let about_person = definition.fields.iter().copied().any(|f| of_person(&f));
            assert_eq!(about_person, definition.about == About::Person, "{}", definition.name);
        }
        assert!(by_id(0).is_none() && by_name("inter-agency-referral/2").is_none());
    }
}
