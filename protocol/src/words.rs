//! Words in four languages: Fluent files, one for each, with the same keys.
//!
//! What is filled into a sentence may be written in the other direction: it is isolated
//! (Unicode Standard Annex #9), so that a case code does not turn an Arabic sentence around.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::langid;

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

    /// What stands between the things of a list in one line.
    pub const fn comma(self) -> &'static str {
        if self.is_right_to_left() { "، " } else { ", " }
    }

    /// Whether it is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }
}

/// A set of words, in every language. A file is read when its language is first spoken: a
/// command needs one of the four.
pub struct Words {
    files: [&'static str; 4],
    read: [OnceLock<FluentBundle<FluentResource>>; 4],
}

impl Words {
    /// The words of these files, in the order of [`Language::ALL`].
    pub const fn of(files: [&'static str; 4]) -> Self {
        Self { files, read: [const { OnceLock::new() }; 4] }
    }

    /// The words of a language.
    ///
    /// # Panics
    /// If its file is not Fluent, or has a key twice: the files are part of the program.
    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        self.read[language as usize].get_or_init(|| {
            let id = match language {
                Language::En => langid!("en"),
                Language::Tr => langid!("tr"),
                Language::Ar => langid!("ar"),
                Language::Es => langid!("es"),
            };
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Done here, and only where directions differ.
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(self.files[language as usize].to_owned());
            let resource = resource.map_err(|(_, errors)| errors).expect("Fluent");
            bundle.add_resource(resource).expect("no key twice");
            bundle
        })
    }

    /// Words that nothing is filled into.
    pub fn find(&self, key: &str, language: Language) -> Option<String> {
        let bundle = self.bundle(language);
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// A sentence, with its places filled in; empty, if there is none of this key.
    pub fn text(&self, key: &str, language: Language, fill: &[(&str, &str)]) -> String {
        let bundle = self.bundle(language);
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            return String::new();
        };
        let args: FluentArgs<'_> =
            fill.iter().map(|(name, value)| (*name, isolated(value, language))).collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// In which keys, or in what is filled into them, the languages do not agree.
    pub fn disagreements(&self) -> Vec<String> {
        let of = |language| entries(self.files[language as usize]);
        let english = of(Language::En);
        let mut found = Vec::new();
        for language in Language::ALL {
            let (code, entries) = (language.code(), of(language));
            for (key, places) in &english {
                match entries.get(key) {
                    None => found.push(format!("{key} is missing in {code}")),
                    Some(others) if others != places => {
                        found.push(format!("{key} fills in something else in {code}"));
                    }
                    Some(_) if self.find(key, language).is_none_or(|w| w.trim().is_empty()) => {
                        found.push(format!("{key} says nothing in {code}"));
                    }
                    Some(_) => {}
                }
            }
            let more = entries.keys().filter(|key| !english.contains_key(*key));
            found.extend(more.map(|key| format!("{key} stands in {code} alone")));
        }
        found
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        entries(self.files[Language::En as usize]).into_keys()
    }
}

/// The keys of a file, one on a line, each with the names of what is filled in.
fn entries(file: &'static str) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let entry = |line: &'static str| {
        let (key, words) = line.split_once(" = ")?;
        let places = words.split("{ $").skip(1).filter_map(|p| p.split(" }").next()).collect();
        Some((key, places))
    };
    // Comments, and lines that go on with the words of the key above.
    let is_key = |line: &&str| !line.starts_with(['#', ' ']);
    file.lines().filter(is_key).filter_map(entry).collect()
}

/// A sentence before a language is chosen: an error may be made where nobody knows yet who
/// will read it.
///
/// `Debug` tells its key alone, because what is filled in may be about a person.
#[derive(Clone)]
pub struct Sentence {
    words: &'static Words,
    key: &'static str,
    fill: Vec<(&'static str, String)>,
}

impl Sentence {
    /// The sentence of a key.
    pub const fn new(words: &'static Words, key: &'static str) -> Self {
        Self { words, key, fill: Vec::new() }
    }

    /// Fills in a place.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a number or a name, as it is at hand")]
    pub fn with(mut self, place: &'static str, value: impl ToString) -> Self {
        self.fill.push((place, value.to_string()));
        self
    }

    /// Its key, the same in every language.
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// What it says.
    pub fn text(&self, language: Language) -> String {
        self.filled(self.key, language)
    }

    /// What to do about it, which stands beside it as `KEY-advice`; empty for nothing.
    pub fn advice(&self, language: Language) -> String {
        self.filled(&format!("{}-advice", self.key), language)
    }

    /// What it says, and what to do about it.
    pub fn told(self, language: Language) -> (String, String) {
        (self.text(language), self.advice(language))
    }

    fn filled(&self, key: &str, language: Language) -> String {
        let fill: Vec<_> =
            self.fill.iter().map(|(place, value)| (*place, value.as_str())).collect();
        self.words.text(key, language, &fill)
    }
}

impl PartialEq for Sentence {
    fn eq(&self, other: &Self) -> bool {
        (self.key, &self.fill) == (other.key, &other.fill)
    }
}

impl Eq for Sentence {}

impl std::fmt::Debug for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

/// A value as it stands in a sentence of the language: between FIRST STRONG ISOLATE and POP
/// DIRECTIONAL ISOLATE, if one of the two is written from right to left. It cannot turn around
/// what stands beside it.
pub fn isolated(value: &str, language: Language) -> String {
    let value = balanced(value);
    let from_right = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    if language.is_right_to_left() || value.contains(from_right) {
        format!("\u{2068}{value}\u{2069}")
    } else {
        value
    }
}

/// A text in which every isolate that begins ends, and nothing else turns text around.
fn balanced(value: &str) -> String {
    let mut open = 0;
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '\u{202a}'..='\u{202e}' => continue,
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        out.push(c);
    }
    out.extend(std::iter::repeat_n('\u{2069}', open));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_isolated_where_directions_differ() {
        let words =
            Words::of(["to = To { $agency }.", "to = .", "to = إلى { $agency }.", "to = ."]);
        let text = |language, agency| words.text("to", language, &[("agency", agency)]);
        assert_eq!(text(Language::En, "Clinic (2)"), "To Clinic (2).");
        assert_eq!(text(Language::En, "عيادة"), "To \u{2068}عيادة\u{2069}.");
        assert_eq!(text(Language::Ar, "Clinic (2)"), "إلى \u{2068}Clinic (2)\u{2069}.");
        assert_eq!(text(Language::En, "a\u{2069}\u{202e}b\u{2067}"), "To ab\u{2067}\u{2069}.");
        assert_eq!(words.find("nothing", Language::En), None);
    }
}
