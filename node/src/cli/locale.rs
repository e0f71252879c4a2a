//! The language in which the command line speaks to the person at the keyboard.

use std::sync::OnceLock;

use ihala_protocol::labels::{self, Language};

static CHOSEN: OnceLock<Language> = OnceLock::new();

/// Chooses it: the option's, else that of `IHALA_LANG`, else that of the system.
pub(crate) fn choose(option: Option<Language>) {
    let _ = CHOSEN.set(option.unwrap_or_else(of_environment));
}

/// The language that was chosen.
pub(crate) fn language() -> Language {
    CHOSEN.get().copied().unwrap_or_default()
}

/// As POSIX has it: the first of these that is set and not empty decides.
fn of_environment() -> Language {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let value = ["IHALA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    value.and_then(|v| Language::by_code(v.get(..2)?)).unwrap_or_default()
}

/// A language by its code, for an option.
pub(crate) fn parse(text: &str) -> Result<Language, String> {
    Language::by_code(text).ok_or_else(|| "the languages are en, tr, ar and es".to_owned())
}

/// A rule that forbids something, in the chosen language: what it says, with the subject
/// that stands behind its English sentence, and what to do.
pub(crate) fn rule(id: &str, title: &str, advice: &str) -> Option<(String, String)> {
    let language = language();
    let english = ihala_protocol::rules::find(id)?;
    let subject = title.strip_prefix(&format!("{id}: {}", english.sentence))?;
    // What an emergency adds to the advice stays as it is.
    let more = advice.strip_prefix(english.advice)?;
    let sentence = labels::rule(id, language);
    Some((format!("{id}: {sentence}{subject}"), labels::advice(id, language) + more))
}

/// A sentence of the command line, in the chosen language.
pub(crate) fn say(key: &str, fill: &[(&str, &str)]) -> String {
    labels::text(key, language(), fill)
}
