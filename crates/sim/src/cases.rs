//! Cases: forms in which every field holds a marker of its own, and a table, written by
//! hand, that says which agency may ever hold which field. It calls no policy code.

use std::collections::BTreeSet;

/// What a case is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Goes in one stage.
    Legal,
    /// Goes in two stages.
    Protection,
    /// Bears a mark: in two stages although its case type may go in one.
    Marked,
}

/// What the person agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// Everything that is asked about.
    All,
    /// Not the phone.
    NoPhone,
    /// The request alone.
    Bare,
}

/// A person's case at its first agency.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) number: usize,
    pub(crate) origin: usize,
    pub(crate) need: Need,
    pub(crate) agreed: Agreed,
    pub(crate) onward: bool,
    pub(crate) urgency: &'static str,
}

/// Fields of the forms that hold markers.
const FIELDS: &[(u16, &str, &str)] = &[
    (6, "request", "case_code"),
    (20, "person", "name"),
    (21, "person", "phone"),
    (22, "person", "address"),
    (27, "person", "nationality"),
    (50, "background", "reason"),
    (60, "safety", "restrictions"),
];

/// The marker of a note, as if it were a field.
pub(crate) const NOTE: u16 = 90;

/// The marker of a field of a case.
pub(crate) fn marker(case: usize, field: u16) -> String {
    format!("mk{case:05}f{field:02}z")
}

/// Every marker in these bytes.
pub(crate) fn markers_in(bytes: &[u8]) -> BTreeSet<(usize, u16)> {
    const LEN: usize = 11;
    let parse = |w: &[u8]| {
        let fits = w.starts_with(b"mk") && w[7] == b'f' && w[10] == b'z';
        let text = fits.then(|| std::str::from_utf8(w).ok()).flatten()?;
        Some((text[2..7].parse().ok()?, text[8..10].parse().ok()?))
    };
    bytes.windows(LEN).filter_map(parse).collect()
}

impl Case {
    /// The form, as the caseworker filled it in.
    pub(crate) fn form(&self) -> String {
        let (case_type, marks) = match self.need {
            Need::Legal => ("legal", ""),
            Need::Protection => ("protection", ""),
            Need::Marked => ("legal", "marks = [\"gbv\"]\n"),
        };
        let mut form = format!(
            "form = \"inter-agency-referral/1\"\n[request]\nurgency = \"{}\"\ncase_type = \
             \"{case_type}\"\nservices = [\"legal-assistance\"]\n{marks}",
            self.urgency
        );
        let mut group = "request";
        for (field, in_group, name) in FIELDS {
            if *in_group != group {
                group = in_group;
                form.push_str(&format!("[{group}]\n"));
            }
            form.push_str(&format!("{name} = \"{}\"\n", marker(self.number, *field)));
        }
        form
    }

    /// The consent record.
    pub(crate) fn consent(&self, receivers: &[String]) -> String {
        let fields = match self.agreed {
            Agreed::All => "\"request\", \"person\", \"background\", \"safety\", \"feedback\"",
            Agreed::NoPhone => {
                "\"request\", \"person.name\", \"person.address\", \"person.nationality\", \
                 \"background\", \"safety\", \"feedback\""
            }
            Agreed::Bare => "\"request\"",
        };
        let mut text = format!(
            "consent = \"ihala-consent/1\"\nanswer = \"given\"\ngiven_by = \"person\"\nmethod = \
             \"signature\"\nlanguage = \"ar\"\ndate = 2026-05-01\nvalid_until = \
             2026-12-31\ncase_code = \"{}\"\npurposes = [\"service-provision\"]\nonward = {}\n",
            marker(self.number, 6),
            self.onward
        );
        for receiver in receivers {
            text.push_str(&format!(
                "[[recipient]]\nagency = \"{receiver}\"\nfields = [{fields}]\n"
            ));
        }
        text
    }

    /// What the protocols let go to anybody at all.
    fn in_protocol(&self, field: u16) -> bool {
        match self.need {
            Need::Legal | Need::Marked => matches!(field, 6 | 20 | 21 | 50 | NOTE),
            Need::Protection => matches!(field, 6 | 20 | 21 | 22 | 60 | NOTE),
        }
    }

    /// What the person lets go.
    fn in_consent(&self, field: u16) -> bool {
        match self.agreed {
            Agreed::All => true,
            Agreed::NoPhone => field != 21,
            Agreed::Bare => field == 6,
        }
    }

    /// Whether an agency that received the case may hold a field. `promised`: it has
    /// taken on the obligations of the second stage.
    pub(crate) fn may_go(&self, field: u16, promised: bool) -> bool {
        let first_stage = self.need == Need::Legal || promised || field == NOTE;
        self.in_protocol(field) && self.in_consent(field) && first_stage
    }
}

/// The clauses of every protocol, between any two parties.
pub(crate) const CLAUSES: &str = r#"
[[clause]]
label = "legal aid"
from = "any"
to = "any"
case_types = ["legal"]
fields = ["request", "person.name", "person.phone", "background.reason", "feedback"]
single_stage = true
[[clause]]
label = "protection"
from = "any"
to = "any"
case_types = ["protection"]
fields = ["request", "person.name", "person.phone", "person.address", "safety.restrictions", "feedback"]
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_holds_all_its_markers_and_they_are_found() {
        let case = Case {
            number: 12,
            origin: 0,
            need: Need::Marked,
            agreed: Agreed::All,
            onward: true,
            urgency: "urgent",
        };
        let found = markers_in(case.form().as_bytes());
        let all: BTreeSet<_> = FIELDS.iter().map(|(field, ..)| (12, *field)).collect();
        assert_eq!(found, all);
        assert!(ihala_protocol::Form::from_toml(&case.form()).is_ok());
    }
}
