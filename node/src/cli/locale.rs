//! The language in which the command line speaks to the person at the keyboard, and what it
//! says (`node/data/*.ftl`).

use std::ffi::OsString;
use std::sync::OnceLock;

use ihala_protocol::codes::CodeList;
use ihala_protocol::labels::{self, Language, Sentence};
use ihala_protocol::words::Words;

use super::output::tell;

static CHOSEN: OnceLock<Language> = OnceLock::new();

static WORDS: Words = Words::of([
    include_str!("../../data/en.ftl"),
    include_str!("../../data/tr.ftl"),
    include_str!("../../data/ar.ftl"),
    include_str!("../../data/es.ftl"),
]);

/// Chooses it: that of `--locale`, else that of `IHALA_LANG`, else that of the system. This
/// comes before everything else is read, because what is wrong there is told in it.
pub(crate) fn choose(arguments: &[OsString]) {
    let texts: Vec<&str> = arguments.iter().filter_map(|a| a.to_str()).collect();
    let after = texts.windows(2).find(|pair| pair[0] == "--locale").map(|pair| pair[1]);
    let joined = || texts.iter().find_map(|text| text.strip_prefix("--locale="));
    let option = after.or_else(joined).and_then(Language::by_code);
    let _ = CHOSEN.set(option.unwrap_or_else(of_environment));
}

/// The language that was chosen.
pub(crate) fn language() -> Language {
    CHOSEN.get().copied().unwrap_or_default()
}

/// As POSIX has it: the first of these that is set and not empty decides.
fn of_environment() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let Some(asked) = set("IHALA_LANG") {
        return of_locale(&asked).unwrap_or_else(|| {
            let told = WORDS.text("unknown-language", Language::En, &[("name", "IHALA_LANG")]);
            tell!("{told}");
            Language::En
        });
    }
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    value.and_then(|value| of_locale(&value)).unwrap_or_default()
}

/// The language of a locale's name: `ar`, `ar_SY.UTF-8`.
fn of_locale(name: &str) -> Option<Language> {
    let code = name.split(['_', '.', '-', '@']).next().unwrap_or_default();
    Language::by_code(&code.to_lowercase())
}

/// A language by its code, for an option.
pub(crate) fn parse(text: &str) -> Result<Language, String> {
    Language::by_code(text).ok_or_else(|| "the languages are en, tr, ar and es".to_owned())
}

/// What the command line says in the chosen language, with its places filled in.
pub(crate) fn say(key: &str, fill: &[(&str, &str)]) -> String {
    WORDS.text(key, language(), fill)
}

/// The same, for an error: beside KEY stands what to do, as KEY-advice.
pub(crate) const fn sentence(key: &'static str) -> Sentence {
    Sentence::new(&WORDS, key)
}

/// What people call something that has a stable name in the API.
pub(crate) fn name(kind: &str, name: &str) -> String {
    labels::name(kind, name, language())
}

/// The label of a code by its name.
pub(crate) fn code(list: &CodeList, name: &str) -> String {
    let label = labels::code(list.name, name, language());
    if label.is_empty() { name.to_owned() } else { label }
}

/// Several things in one line, with the comma of the language.
pub(crate) fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    items.join(language().comma())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_language_says_the_same() {
        assert_eq!(super::WORDS.disagreements(), Vec::<String>::new());
    }
}
