//! Code lists: closed sets of answers with stable ids (`spec/forms.md`), as data in
//! `protocol/data/lists.toml`.
//!
//! An id is never given to another meaning. Lists and words follow the IASC and
//! UNHCR referral forms, FHIR R4 `Task`, and findhelp's outcomes.

use std::sync::LazyLock;

/// One entry of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Id on the wire.
    pub id: u16,
    /// Name in forms, commands and the API.
    pub name: &'static str,
}

/// A closed list of codes.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Name of the list.
    pub name: &'static str,
    /// Its entries, by id.
    pub codes: &'static [Code],
}

impl CodeList {
    /// The code of an id.
    pub fn by_id(&self, id: u16) -> Option<&'static Code> {
        self.codes.iter().find(|c| c.id == id)
    }

    /// The code of a name.
    pub fn by_name(&self, name: &str) -> Option<&'static Code> {
        self.codes.iter().find(|c| c.name == name)
    }

    /// All names, for messages to people.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.codes.iter().map(|c| c.name).collect();
        names.join(", ")
    }
}

/// The file, as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    list: Vec<ListEntry>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ListEntry {
    name: String,
    codes: Vec<CodeEntry>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct CodeEntry {
    id: u16,
    name: String,
}

/// Every list. Read once and kept for as long as the process lives.
pub static LISTS: LazyLock<Vec<CodeList>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../data/lists.toml")).expect("our own file");
    let code = |entry: CodeEntry| Code { id: entry.id, name: entry.name.leak() };
    let list = |entry: ListEntry| {
        let codes: Vec<Code> = entry.codes.into_iter().map(code).collect();
        CodeList { name: entry.name.leak(), codes: codes.leak() }
    };
    file.list.into_iter().map(list).collect()
});

/// The list of a name.
pub fn list(name: &str) -> Option<&'static CodeList> {
    LISTS.iter().find(|list| list.name == name)
}

macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident = $name:literal;)*) => {
        $(
            $(#[$doc])*
            pub static $list: LazyLock<&'static CodeList> =
                LazyLock::new(|| list($name).expect("a list of our own file"));
        )*
        #[cfg(test)]
        const NAMED: &[&str] = &[$($name),*];
    };
}

// The lists that rules speak of.
lists! {
    /// How soon help is needed.
    URGENCY = "urgency";
    /// The four case types of the first network.
    CASE_TYPE = "case type";
    /// Marks that bring stricter rules.
    MARK = "mark";
    /// Service categories of the IASC referral form.
    SERVICE = "service";
    /// Why data is shared.
    PURPOSE = "purpose";
    /// Sex or gender as recorded by the agency.
    GENDER = "gender";
    /// Age in bands, for where the date of birth may not go.
    AGE_BAND = "age band";
    /// Disability, by the domains of the Washington Group.
    DISABILITY = "disability";
    /// A child's situation.
    CHILD_STATUS = "child status";
    /// Why a caregiver was not informed.
    NOT_INFORMED = "reason caregiver not informed";
    /// How to contact the person, or how to follow up.
    CONTACT_METHOD = "contact method";
    /// Why a referral is declined, or a cancellation refused.
    REASON = "reason";
    /// Why something that was asked for is not told.
    NOT_TOLD = "reason not told";
    /// What became of it, after findhelp's list.
    OUTCOME = "outcome";
    /// On which basis data is kept in spite of an order to erase.
    RETENTION_BASIS = "retention basis";
    /// What became of an order to erase.
    ERASURE = "erasure";
    /// Who gave consent.
    GIVEN_BY = "given by";
    /// On which basis data is shared.
    LEGAL_BASIS = "legal basis";
    /// What a child said where somebody else gives consent.
    ASSENT = "assent";
    /// How consent was given.
    CONSENT_METHOD = "consent method";
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_and_names_are_unique_within_a_list_and_every_list_has_its_name() {
        for list in LISTS.iter() {
            let ids: BTreeSet<_> = list.codes.iter().map(|c| c.id).collect();
            let names: BTreeSet<_> = list.codes.iter().map(|c| c.name).collect();
            assert_eq!((ids.len(), names.len()), (list.codes.len(), list.codes.len()));
            assert!(list.codes.windows(2).all(|pair| pair[0].id < pair[1].id), "{}", list.name);
        }
        assert!(NAMED.iter().all(|name| list(name).is_some()));
    }
}
