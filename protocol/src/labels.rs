//! Words in four languages: field labels, services, what a consent text and an explanation
//! say (`protocol/data/*.ftl`).

use ihala_envelope::Refusal;

use crate::referral::EventKind;
pub use crate::words::{Language, Sentence};
use crate::words::{Words, isolated};

const FILES: [&str; 4] = [
    include_str!("../data/en.ftl"),
    include_str!("../data/tr.ftl"),
    include_str!("../data/ar.ftl"),
    include_str!("../data/es.ftl"),
];

static WORDS: Words = Words::of(FILES);

/// The key of a name: Fluent's have no dots.
fn key(kind: &str, name: &str) -> String {
    format!("{kind}-{}", name.replace('.', "-"))
}

fn find(kind: &str, name: &str, language: Language) -> Option<String> {
    WORDS.find(&key(kind, name), language)
}

/// The label of a field.
pub fn field(path: &str, language: Language) -> String {
    find("field", path, language).unwrap_or_default()
}

/// What a field is called when a person is told of it; its label, where that says it.
pub fn spoken(path: &str, language: Language) -> String {
    find("spoken", path, language).unwrap_or_else(|| field(path, language))
}

/// What to write into a field, and what not.
pub fn help(path: &str, language: Language) -> String {
    find("help", path, language).unwrap_or_default()
}

/// What a form is called, and what it is for.
pub fn form(name: &str, language: Language) -> (String, String) {
    let help = find("help-form", name, language).unwrap_or_default();
    (find("form", name, language).unwrap_or_default(), help)
}

/// What a group of fields is called.
pub fn group(name: &str, language: Language) -> String {
    find("group", name, language).unwrap_or_default()
}

/// The label of a code of a list.
pub fn code(list: &str, name: &str, language: Language) -> String {
    find("code", &format!("{}-{name}", list.replace(' ', "_")), language).unwrap_or_default()
}

/// What people call something that has a stable name in the API: `kind` is one of `task`,
/// `business`, `step`, `clock`, `delivery`, `consent`, `isp`, `change`. The name itself, if it
/// is not known here.
pub fn name(kind: &str, name: &str, language: Language) -> String {
    let dashed = name.replace(' ', "-");
    find("name", &format!("{kind}-{dashed}"), language).unwrap_or_else(|| name.to_owned())
}

/// What breaks a rule, as people put it: a field with its label, a step by its name, anything
/// else as it stands.
fn subject(subject: &str, language: Language) -> String {
    let path = isolated(subject, language);
    match crate::fields::by_path(subject) {
        Some(_) => format!("{}{}{path}", field(subject, language), language.comma()),
        None if EventKind::by_name(subject).is_some() => name("step", subject, language),
        None => path,
    }
}

/// A rule in plain words; in English, where there are no others yet.
pub fn rule(id: &str, language: Language) -> String {
    let known = || crate::rules::find(id).map(|rule| rule.sentence.to_owned());
    find("rule", id, language).or_else(known).unwrap_or_default()
}

/// A rule that is broken, and what of the case breaks it.
pub fn refusal(refusal: &Refusal, language: Language) -> String {
    let rule = rule(refusal.rule.id, language);
    match &refusal.subject {
        Some(about) => format!("{rule} ({})", subject(about, language)),
        None => rule,
    }
}

/// What can be done about a rule; in English, where there are no other words yet.
pub fn advice(id: &str, language: Language) -> String {
    let known = || crate::rules::find(id).map(|rule| rule.advice.to_owned());
    find("advice", id, language).or_else(known).unwrap_or_default()
}

/// A sentence whose language is chosen later.
pub(crate) const fn sentence(key: &'static str) -> Sentence {
    Sentence::new(&WORDS, key)
}

/// A sentence, with its places filled in.
pub fn text(name: &str, language: Language, fill: &[(&str, &str)]) -> String {
    WORDS.text(&key("text", name), language, fill)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::codes::LISTS;
    use crate::definition::DEFINITIONS;
    use crate::fields::FIELDS;

    #[test]
    fn every_word_stands_in_four_languages_and_agrees_with_the_code() {
        assert_eq!(WORDS.disagreements(), Vec::<String>::new());
        let english: BTreeSet<_> = WORDS.keys().collect();
        for key in &english {
            if let Some(id) = key.strip_prefix("rule-") {
                assert_eq!(crate::rules::find(id).unwrap().sentence, rule(id, Language::En));
            }
            if let Some(id) = key.strip_prefix("advice-") {
                assert_eq!(crate::rules::find(id).unwrap().advice, advice(id, Language::En));
            }
        }
        let all = crate::rules::ALL.iter().chain(ihala_envelope::rule::ALL);
        for id in all.map(|rule| rule.id) {
            for kind in ["rule", "advice"] {
                assert!(english.contains(format!("{kind}-{id}").as_str()), "{kind}-{id}");
            }
        }
        for language in Language::ALL {
            for f in FIELDS.iter() {
                assert!(!field(f.path, language).is_empty(), "{}", f.path);
            }
            for definition in DEFINITIONS.iter() {
                let (title, purpose) = form(definition.name, language);
                assert!(!title.is_empty() && !purpose.is_empty(), "{}", definition.name);
                for f in &definition.fields {
                    assert!(!help(f.path, language).is_empty(), "{}", f.path);
                    assert!(!group(f.group(), language).is_empty(), "{}", f.path);
                }
            }
            for list in LISTS.iter() {
                for c in list.codes {
                    assert!(
                        !code(list.name, c.name, language).is_empty(),
                        "{}: {}",
                        list.name,
                        c.name
                    );
                }
            }
        }
    }
}
