//! Words in four languages: Fluent files, one for each, with the same keys.
//!
//! What is filled into a sentence may be written in the other direction: it is isolated
//! (Unicode Standard Annex #9), so that a case code does not turn an Arabic sentence around.

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

    /// Whether it is written from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Ar)
    }
}

/// A set of words, in every language.
pub struct Words([FluentBundle<FluentResource>; 4]);

impl Words {
    /// Reads the files, in the order of [`Language::ALL`].
    ///
    /// # Panics
    /// If a file is not Fluent, or has a key twice: the files are part of the program.
    pub fn read(files: [&str; 4]) -> Self {
        let ids = [langid!("en"), langid!("tr"), langid!("ar"), langid!("es")];
        let mut read = files.into_iter().zip(ids).map(|(file, id)| {
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            // Done here, and only where directions differ.
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(file.to_owned());
            let resource = resource.map_err(|(_, errors)| errors).expect("Fluent");
            bundle.add_resource(resource).expect("no key twice");
            bundle
        });
        let mut next = || read.next().expect("four files");
        Self([next(), next(), next(), next()])
    }

    /// Words that nothing is filled into.
    pub fn find(&self, key: &str, language: Language) -> Option<String> {
        let bundle = &self.0[language as usize];
        let pattern = bundle.get_message(key)?.value()?;
        Some(bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned())
    }

    /// A sentence, with its places filled in; empty, if there is none of this key.
    pub fn text(&self, key: &str, language: Language, fill: &[(&str, &str)]) -> String {
        let bundle = &self.0[language as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            return String::new();
        };
        let args: FluentArgs<'_> =
            fill.iter().map(|(name, value)| (*name, isolated(value, language))).collect();
        bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }
}

/// A value as it stands in a sentence of the language: between FIRST STRONG ISOLATE and POP
/// DIRECTIONAL ISOLATE, if one of the two is written from right to left.
pub fn isolated(value: &str, language: Language) -> String {
    let turns = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}');
    if language.is_right_to_left() || value.contains(turns) {
        format!("\u{2068}{value}\u{2069}")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_isolated_where_directions_differ() {
        let words =
            Words::read(["to = To { $agency }.", "to = .", "to = إلى { $agency }.", "to = ."]);
        let text = |language, agency| words.text("to", language, &[("agency", agency)]);
        assert_eq!(text(Language::En, "Clinic (2)"), "To Clinic (2).");
        assert_eq!(text(Language::En, "عيادة"), "To \u{2068}عيادة\u{2069}.");
        assert_eq!(text(Language::Ar, "Clinic (2)"), "إلى \u{2068}Clinic (2)\u{2069}.");
        assert_eq!(words.find("nothing", Language::En), None);
    }
}
