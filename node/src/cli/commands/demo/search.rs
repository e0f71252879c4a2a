//! Searching bytes for what the forms said, however it might be written.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use aho_corasick::AhoCorasick;
use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, HEXLOWER};
use ihala_protocol::Form;
use ihala_protocol::labels::Language;

use crate::cli::CliError;

/// Values shorter than this, in bytes, would be found in random bytes by chance.
pub(crate) const SHORTEST: usize = 6;

/// What to look for.
pub(crate) struct Needles {
    /// As written and in hexadecimal, without regard to case.
    folded: Matcher,
    /// In base64, where case has a meaning.
    exact: Matcher,
    values: usize,
    too_short: usize,
    control: String,
}

impl Needles {
    /// Every value of the forms, with labels for codes, and every word of it.
    pub(crate) fn of(forms: &[&str]) -> Result<Self, CliError> {
        let mut values = BTreeSet::new();
        let mut too_short = 0;
        for text in forms {
            let form =
                Form::from_toml(text).map_err(|m| super::cannot("read a sample form", &m))?;
            for (field, value) in form.iter() {
                let shown = value.show(field, Language::En);
                let text = shown.expose();
                let before = values.len();
                values.extend(text.lines().map(str::trim).map(str::to_owned));
                values.extend(text.split_whitespace().map(str::to_owned));
                values.retain(|v: &String| v.len() >= SHORTEST);
                too_short += usize::from(values.len() == before && text.len() < SHORTEST);
            }
        }
        let folded = Matcher::new(&values, spellings, true)?;
        let exact = Matcher::new(&values, base64_spellings, false)?;
        let control = values.iter().map(|v| format!("{v}\n")).collect();
        Ok(Self { folded, exact, values: values.len(), too_short, control })
    }

    /// The values themselves, in which the search must find all of them.
    pub(crate) fn control(&self) -> &str {
        &self.control
    }

    /// How many values are looked for.
    pub(crate) fn len(&self) -> usize {
        self.values
    }

    /// How many values are too short to be looked for.
    pub(crate) fn too_short(&self) -> usize {
        self.too_short
    }

    /// Which of the values are in `bytes`.
    pub(crate) fn found_in(&self, bytes: &[u8]) -> BTreeSet<usize> {
        &self.folded.found_in(bytes) | &self.exact.found_in(bytes)
    }
}

/// All spellings of all values, looked for in one pass.
struct Matcher {
    value_of: Vec<usize>,
    automaton: AhoCorasick,
}

impl Matcher {
    fn new(
        values: &BTreeSet<String>,
        spellings: fn(&str) -> Vec<Vec<u8>>,
        fold_case: bool,
    ) -> Result<Self, CliError> {
        let (mut patterns, mut value_of) = (Vec::new(), Vec::new());
        for (number, value) in values.iter().enumerate() {
            for pattern in spellings(value) {
                patterns.push(pattern);
                value_of.push(number);
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(fold_case)
            .build(&patterns)
            .map_err(|e| super::cannot("search", &e))?;
        Ok(Self { value_of, automaton })
    }

    fn found_in(&self, bytes: &[u8]) -> BTreeSet<usize> {
        let found = self.automaton.find_overlapping_iter(bytes);
        found.map(|found| self.value_of[found.pattern().as_usize()]).collect()
    }
}

/// A value as written, and in lower and upper case where that is more than ASCII's.
fn cased(value: &str) -> [String; 3] {
    [value.to_owned(), value.to_lowercase(), value.to_uppercase()]
}

fn spellings(value: &str) -> Vec<Vec<u8>> {
    let both = |text: String| [HEXLOWER.encode(text.as_bytes()).into_bytes(), text.into_bytes()];
    cased(value).into_iter().flat_map(both).collect()
}

/// A value in base64 at each of its three alignments: the characters that it alone
/// determines, whatever stands before and after it.
fn base64_spellings(value: &str) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    for text in cased(value) {
        for offset in 0..3 {
            let shifted = [&vec![0; offset], text.as_bytes()].concat();
            let (first, after) = ((offset * 8).div_ceil(6), shifted.len() * 8 / 6);
            for alphabet in [&BASE64_NOPAD, &BASE64URL_NOPAD] {
                out.push(alphabet.encode(&shifted).as_bytes()[first..after].to_vec());
            }
        }
    }
    out
}

/// All files below a folder.
pub(crate) fn files_under(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|e| CliError::unreadable(folder, &e))? {
        let path = entry.map_err(|e| CliError::unreadable(folder, &e))?.path();
        let kind = std::fs::symlink_metadata(&path).map_err(|e| CliError::unreadable(&path, &e))?;
        if kind.is_dir() {
            files.extend(files_under(&path)?);
        } else if kind.is_file() {
            files.push(path);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_however_it_is_written() {
        let needles = Needles::of(&[crate::cli::commands::demo::LEGAL_FORM]).unwrap();
        let name = "Haddadin";
        let around = |text: &str| format!("....{text}....").into_bytes();
        let mut ways =
            vec![around(name), around(&name.to_lowercase()), around(&name.to_uppercase())];
        ways.push(around(&HEXLOWER.encode(name.as_bytes())));
        ways.push(around(&HEXLOWER.encode(name.as_bytes()).to_uppercase()));
        for before in ["", "a", "ab"] {
            let text = format!("{before}Haddadin of Kilis");
            ways.push(around(&BASE64_NOPAD.encode(text.as_bytes())));
        }
        for way in ways {
            assert!(!needles.found_in(&way).is_empty(), "{}", String::from_utf8_lossy(&way));
        }
        // Every value, also the shortest, at every alignment.
        for value in needles.control().lines() {
            for before in ["", "a", "ab"] {
                let encoded = BASE64_NOPAD.encode(format!("{before}{value}zz").as_bytes());
                assert!(!needles.found_in(encoded.as_bytes()).is_empty(), "{value}");
            }
        }
        assert!(needles.found_in(b"nothing of the kind").is_empty());
    }
}
