//! Fields that the parties of a protocol have added to the forms: what no specification can
//! know, such as the sections of a camp (`spec/forms.md`, Own fields).
//!
//! The definition stands in the protocol, so that the parties sign it, and its digest names
//! the field wherever it stands: in a form, in a clause, in what a person agreed to.

use ihala_envelope::{Digest, Personal, cbor};
use minicbor::{Decode, Encode};

use super::Isp;
use crate::field_id::FieldId;
use crate::fields::Sensitivity;
use crate::form::{Draft, Value};
use crate::labels::{self, Language, Sentence};
use crate::limits::{LINE_MAX, OWN_CODED_CODES_MAX, OWN_CODES_MAX, TEXT_MAX};
use crate::text::{is_invisible, is_text, parse_date};
use crate::toml_read::{Report, Table, plain};

/// Longest name of an own field or code, in characters.
const NAME_MAX: usize = 40;

/// What it is called in each language, in the order of [`Language::ALL`]: what is read to a
/// person must be in theirs.
type Labels = [String; 4];

/// A field of a protocol's parties.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct OwnField {
    /// Its name in files, after `own.`: small letters, digits and `_`.
    #[n(1)]
    pub name: String,
    /// What it may hold.
    #[n(2)]
    pub kind: OwnKind,
    /// The greatest number, of a number.
    #[n(3)]
    pub max: Option<u32>,
    /// The codes, of a code or codes, by rising id.
    #[n(4)]
    pub codes: Option<Vec<OwnCode>>,
    /// What it can do in the wrong hands.
    #[n(5)]
    pub sensitivity: Sensitivity,
    /// What it is called.
    #[n(6)]
    pub labels: Labels,
}

/// What an own field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum OwnKind {
    /// One line of text.
    #[n(1)]
    Line,
    /// Free text.
    #[n(2)]
    Text,
    /// A calendar date.
    #[n(3)]
    Date,
    /// A whole number.
    #[n(4)]
    Number,
    /// Yes or no.
    #[n(5)]
    Flag,
    /// One code.
    #[n(6)]
    Code,
    /// Any codes.
    #[n(7)]
    Codes,
}

impl OwnKind {
    /// Every kind, by its name in files.
    pub const ALL: [(&'static str, Self); 7] = [
        ("line", Self::Line),
        ("text", Self::Text),
        ("date", Self::Date),
        ("number", Self::Number),
        ("flag", Self::Flag),
        ("code", Self::Code),
        ("codes", Self::Codes),
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    const fn has_codes(self) -> bool {
        matches!(self, Self::Code | Self::Codes)
    }

    /// Whether nothing but short lists can be said in it.
    const fn is_closed(self) -> bool {
        self.has_codes() || matches!(self, Self::Flag)
    }
}

/// A code of an own field.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct OwnCode {
    /// Its id, from 1, which no later version gives to another meaning.
    #[n(0)]
    pub id: u16,
    /// Its name in files: small letters, digits, `_` and `-`.
    #[n(1)]
    pub name: String,
    /// What it is called.
    #[n(2)]
    pub labels: Labels,
}

impl OwnField {
    /// The field's name on the wire: the digest of its definition.
    pub fn id(&self) -> FieldId {
        FieldId::Own(Digest::of(&cbor::to_vec(self)))
    }

    /// `own.NAME`, as in files.
    pub fn path(&self) -> String {
        format!("own.{}", self.name)
    }

    /// What it is called in a language.
    pub fn label(&self, language: Language) -> &str {
        &self.labels[language as usize]
    }

    /// Whether a definition is whole, and says nothing that it cannot mean (ISP-01).
    pub(crate) fn is_well_formed(&self) -> bool {
        let labels = |labels: &Labels| labels.iter().all(|label| is_label(label));
        let most = match self.sensitivity {
            Sensitivity::Coded => OWN_CODED_CODES_MAX,
            Sensitivity::Case | Sensitivity::Identifying => OWN_CODES_MAX,
        };
        let codes = |codes: &[OwnCode]| {
            (1..=most).contains(&codes.len())
                && codes.iter().all(|code| code.id > 0)
                && codes.windows(2).all(|pair| pair[0].id < pair[1].id)
                && codes.iter().all(|code| is_own_name(&code.name) && labels(&code.labels))
                && codes
                    .iter()
                    .enumerate()
                    .all(|(at, code)| codes[..at].iter().all(|before| before.name != code.name))
        };
        is_own_name(&self.name)
            && !self.name.contains('-')
            && self.max.is_some() == (self.kind == OwnKind::Number)
            && self.codes.is_some() == self.kind.has_codes()
            && self.codes.as_deref().is_none_or(codes)
            && (self.sensitivity != Sensitivity::Coded || self.kind.is_closed())
            && labels(&self.labels)
    }

    /// What a file may say in it.
    fn holds(&self) -> String {
        match self.kind {
            OwnKind::Code | OwnKind::Codes => {
                let names: Vec<_> = self.codes.iter().flatten().map(|c| c.name.as_str()).collect();
                names.join(", ")
            }
            OwnKind::Number => format!("0-{}", self.max.unwrap_or(0)),
            OwnKind::Flag => "true, false".to_owned(),
            OwnKind::Date => "2026-01-31".to_owned(),
            OwnKind::Line | OwnKind::Text => "\"...\"".to_owned(),
        }
    }

    /// Whether a value may stand in the field.
    pub fn fits(&self, value: &Value) -> bool {
        match (value, self.kind) {
            (Value::Text(text), OwnKind::Line) => is_text(text.expose(), LINE_MAX, false),
            (Value::Text(text), OwnKind::Text) => is_text(text.expose(), TEXT_MAX, true),
            (Value::Text(text), OwnKind::Date) => parse_date(text.expose()).is_some(),
            (Value::Number(number), OwnKind::Number) => self.max.is_some_and(|max| *number <= max),
            (Value::Number(id), OwnKind::Code) => self.code(*id).is_some(),
            (Value::Flag(_), OwnKind::Flag) => true,
            (Value::Codes(ids), OwnKind::Codes) => {
                ids.iter().all(|id| self.code(u32::from(*id)).is_some())
            }
            _ => false,
        }
    }

    /// The value that a file gives it, if it may hold that.
    pub(crate) fn value(&self, draft: &Draft) -> Option<Value> {
        let by_name = |name: &str| {
            let name = plain(name);
            self.codes.iter().flatten().find(|code| code.name == name).map(|code| code.id)
        };
        let value = match (draft, self.kind) {
            (Draft::Text(text), OwnKind::Code) => Value::Number(u32::from(by_name(text.expose())?)),
            (Draft::Text(text), OwnKind::Number) => {
                Value::Number(plain(text.expose()).parse().ok()?)
            }
            (Draft::Text(text), OwnKind::Flag) => Value::Flag(plain(text.expose()).parse().ok()?),
            (Draft::Text(text), OwnKind::Date) => Value::Text(Personal::new(plain(text.expose()))),
            (Draft::Text(text), _) => Value::Text(text.clone()),
            (Draft::Number(number), _) => Value::Number(*number),
            (Draft::Flag(flag), _) => Value::Flag(*flag),
            (Draft::List(names), OwnKind::Codes) => {
                let ids: Option<Vec<u16>> = names.expose().iter().map(|n| by_name(n)).collect();
                let mut ids = ids?;
                ids.sort_unstable();
                ids.dedup();
                Value::Codes(ids)
            }
            (Draft::List(_), _) => return None,
        };
        self.fits(&value).then_some(value)
    }

    /// What to show to a caseworker: labels for codes.
    pub fn show(&self, value: &Value, language: Language) -> Personal<String> {
        let label = |id: u32| self.code(id).map_or("?", |code| code.label(language)).to_owned();
        Personal::new(match (value, self.kind) {
            (Value::Text(text), _) => text.expose().clone(),
            (Value::Number(id), OwnKind::Code) => label(*id),
            (Value::Number(number), _) => number.to_string(),
            (Value::Flag(flag), _) => labels::text(if *flag { "yes" } else { "no" }, language, &[]),
            (Value::Codes(ids), _) => {
                let labels: Vec<_> = ids.iter().map(|id| label(u32::from(*id))).collect();
                labels.join(language.comma())
            }
        })
    }

    fn code(&self, id: u32) -> Option<&OwnCode> {
        self.codes.iter().flatten().find(|code| u32::from(code.id) == id)
    }

    /// Reads one `[[field]]` of a protocol file.
    pub(super) fn read(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Self> {
        const KEYS: &[&str] = &["name", "kind", "max", "sensitivity", "label", "code"];
        table.only(KEYS, report);
        let name = table.need_line("name", report);
        let kind = table.one_of("kind", &OwnKind::ALL, report);
        let sensitivity = table.one_of("sensitivity", &Sensitivity::ALL, report);
        let labels = labels_of(table, report);
        let max = match table.get("max") {
            None => Some(None),
            Some(_) => table.need_number("max", u32::MAX, report).map(Some),
        };
        let codes = match table.get("code") {
            None => Some(None),
            Some(_) => {
                table.tables("code", "[[field.code]]", OWN_CODES_MAX, report).map(|tables| {
                    Some(tables.into_iter().filter_map(|t| OwnCode::read(t, report)).collect())
                })
            }
        };
        let mut field = Self {
            name: name?,
            kind: kind?,
            max: max?,
            codes: codes?,
            sensitivity: sensitivity?,
            labels: labels?,
        };
        if let Some(codes) = &mut field.codes {
            codes.sort_by_key(|code| code.id);
        }
        if !field.is_well_formed() {
            return report.fail(table.at(), labels::sentence("mistake-isp-own"));
        }
        Some(field)
    }
}

impl OwnCode {
    /// What it is called in a language.
    pub fn label(&self, language: Language) -> &str {
        &self.labels[language as usize]
    }

    fn read(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Self> {
        table.only(&["id", "name", "label"], report);
        let id = table.need_number("id", u32::from(u16::MAX), report);
        let name = table.need_line("name", report);
        let labels = labels_of(table, report);
        Some(Self { id: u16::try_from(id?).ok()?, name: name?, labels: labels? })
    }
}

/// Why no value was found for an own field that a file names: none of the protocols defines
/// it, or the first that does cannot hold what stands there.
pub fn unknown_own<'i>(name: &str, isps: impl IntoIterator<Item = &'i Isp>) -> Sentence {
    let mut all = isps.into_iter().flat_map(Isp::own);
    match all.find(|field| field.name == name) {
        Some(field) => {
            let told = labels::sentence("mistake-own-unfit").with("field", field.path());
            told.with("holds", field.holds())
        }
        None => labels::sentence("mistake-own-unknown").with("field", format!("own.{name}")),
    }
}

/// A line for each language.
fn labels_of(table: Table<'_, '_>, report: &mut Report<'_>) -> Option<Labels> {
    let value = table.need("label", report)?;
    let lines = Table::of(value, "label = { en = \"\", tr = \"\", ar = \"\", es = \"\" }", report)?;
    lines.only(&Language::ALL.map(Language::code), report);
    let labels: Vec<_> =
        Language::ALL.iter().filter_map(|lang| lines.need_line(lang.code(), report)).collect();
    labels.try_into().ok()
}

/// A line with a letter, and nothing in it that cannot be seen: it is read to people, and
/// decides what they agree to.
fn is_label(label: &str) -> bool {
    is_text(label, LINE_MAX, false)
        && label.chars().any(char::is_alphabetic)
        && !label.chars().any(is_invisible)
}

/// Small letters, digits, `_` and `-`, a letter or a digit first.
fn is_own_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    (1..=NAME_MAX).contains(&name.len())
        && name.starts_with(plain)
        && name.chars().all(|c| plain(c) || matches!(c, '_' | '-'))
}
