//! What the engine tells people beside rules and labels (`crates/engine/data/*.ftl`).

use ihala_protocol::labels::{Language, Sentence};
use ihala_protocol::words::Words;

static WORDS: Words = Words::of([
    include_str!("../data/en.ftl"),
    include_str!("../data/tr.ftl"),
    include_str!("../data/ar.ftl"),
    include_str!("../data/es.ftl"),
]);

/// A sentence, to be filled in and told in the language of whoever asked.
pub(crate) const fn say(key: &'static str) -> Sentence {
    Sentence::new(&WORDS, key)
}

/// A sentence with nothing to fill in.
pub(crate) fn told(key: &'static str, language: Language) -> String {
    say(key).text(language)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_language_says_the_same() {
        assert_eq!(super::WORDS.disagreements(), Vec::<String>::new());
    }
}
