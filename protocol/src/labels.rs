//! Words in four languages, as data: field labels, services, what a consent text and an
//! explanation say (`protocol/data/labels.tsv`).

use std::collections::HashMap;
use std::sync::OnceLock;

const DATA: &str = include_str!("../data/labels.tsv");

/// A language in which people are spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Turkish.
    Tr,
    /// Arabic.
    Ar,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 4] = [Self::En, Self::Tr, Self::Ar, Self::Es];

    /// Its code (ISO 639).
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Tr => "tr",
            Self::Ar => "ar",
            Self::Es => "es",
        }
    }

    /// The language of a code.
    pub fn by_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}

type Table = HashMap<&'static str, [&'static str; 4]>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.filter_map(entry).collect()
    })
}

fn entry(line: &'static str) -> Option<(&'static str, [&'static str; 4])> {
    let mut parts = line.split('\t');
    let key = parts.next()?;
    let words = [parts.next()?, parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some((key, words))
}

fn find(key: &str, language: Language) -> Option<&'static str> {
    table().get(key).map(|words| words[language as usize])
}

/// The label of a field.
pub fn field(path: &str, language: Language) -> &'static str {
    find(&format!("field {path}"), language).unwrap_or_default()
}

/// What a field is called when a person is told of it; its label, where that says it.
pub fn spoken(path: &str, language: Language) -> &'static str {
    find(&format!("spoken {path}"), language).unwrap_or_else(|| field(path, language))
}

/// The label of a code of `SERVICE`.
pub fn service(name: &str, language: Language) -> &'static str {
    find(&format!("service {name}"), language).unwrap_or_default()
}

/// The label of a code of `PURPOSE`.
pub fn purpose(name: &str, language: Language) -> &'static str {
    find(&format!("purpose {name}"), language).unwrap_or_default()
}

/// A rule in plain words; in English, where there are no others yet.
pub fn rule(id: &str, language: Language) -> &'static str {
    let known = || crate::rules::find(id).map(|rule| rule.sentence);
    find(&format!("rule {id}"), language).or_else(known).unwrap_or_default()
}

/// A sentence, with what stands in braces filled in.
pub fn text(key: &str, language: Language, fill: &[(&str, &str)]) -> String {
    let sentence = find(&format!("text {key}"), language).unwrap_or_default();
    fill.iter().fold(sentence.to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::{PURPOSE, SERVICE};
    use crate::fields::FIELDS;

    #[test]
    fn every_word_stands_in_four_languages_and_agrees_with_the_code() {
        let lines = DATA.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let all: Vec<_> = lines.map(|line| entry(line).expect(line)).collect();
        assert_eq!(all.len(), table().len(), "no key stands twice");
        for (key, words) in &all {
            let braces = |text: &str| {
                let mut names: Vec<_> =
                    text.split('{').skip(1).filter_map(|p| p.split('}').next()).collect();
                names.sort_unstable();
                names.into_iter().map(str::to_owned).collect::<Vec<_>>()
            };
            for word in words {
                assert!(!word.trim().is_empty(), "{key}");
                assert_eq!(braces(word), braces(words[0]), "{key}");
            }
            if let Some(id) = key.strip_prefix("rule ") {
                assert_eq!(crate::rules::find(id).unwrap().sentence, words[0]);
            }
        }
        for f in FIELDS {
            assert_eq!(field(f.path, Language::En), f.label);
        }
        for code in SERVICE.codes {
            assert_eq!(service(code.name, Language::En), code.label);
        }
        for code in PURPOSE.codes {
            assert_eq!(purpose(code.name, Language::En), code.label);
        }
    }
}
