//! What text may be: one place for the rules that forms and files share.

/// Whether `text` is fit to be stored and shown: not empty, not too long, and
/// without control characters other than line breaks.
pub(crate) fn is_text(text: &str, max: usize, lines: bool) -> bool {
    let control = |c: char| c.is_control() && !(lines && c == '\n');
    !text.trim().is_empty() && text.chars().count() <= max && !text.chars().any(control)
}

/// OCHA P-codes: opaque, two or three letters of country, then digits.
pub(crate) fn is_place(text: &str) -> bool {
    (2..=20).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
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
