//! What text may be: one place for the rules that forms and files share.

/// Whether `text` is fit to be stored and shown: not empty, not too long, and
/// without control characters other than line breaks.
pub(crate) fn is_text(text: &str, max: usize, lines: bool) -> bool {
    let control = |c: char| (c.is_control() && !(lines && c == '\n')) || (!lines && deceives(c));
    !text.trim().is_empty() && text.chars().count() <= max && !text.chars().any(control)
}

/// OCHA P-codes: opaque, two or three letters of country, then digits.
pub(crate) fn is_place(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &text[letters..];
    (2..=3).contains(&letters) && digits.len() <= 12 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// A place no finer than a province, as far as its form tells: at most three digits.
pub(crate) fn is_province(text: &str) -> bool {
    is_place(text) && text.bytes().filter(u8::is_ascii_digit).count() <= 3
}

/// A language code of ISO 639: two or three lower-case letters.
pub(crate) fn is_language(text: &str) -> bool {
    (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase())
}

/// A date as in ISO 8601, year 1 to 9999.
pub(crate) fn parse_date(text: &str) -> Option<jiff::civil::Date> {
    let digits = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if digits { text.parse().ok() } else { None }
}

/// At most 40 characters of something a person typed, without control characters.
pub(crate) fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// Invisible characters that turn a line around or break it: with them, one name
/// can be made to look like another. The joiners that Persian needs are not among them.
fn deceives(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Characters that take no place or look like none: a label of them says nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{13430}'..='\u{1345f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether `text` is fit to be a name: one line of 1 to `max` characters, none of
/// which is invisible on purpose.
pub fn is_name(text: &str, max: usize) -> bool {
    is_text(text, max, false)
}
