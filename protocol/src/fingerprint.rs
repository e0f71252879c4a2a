//! Thirty-two bytes in a form that people can read out and type: fingerprints of agencies,
//! and keys on paper.
//!
//! 52 characters of Crockford's base 32 hold the 256 bits; four more are a
//! checksum, so that a misheard group is noticed. Fourteen groups of four.

use data_encoding::{Encoding, Specification};
use ihala_envelope::{AgencyId, Digest};

const FINGERPRINT: &str = "ihala/1 fingerprint";

fn base32() -> Encoding {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    spec.encoding().expect("32 different symbols are an encoding")
}

/// The fingerprint of an agency.
pub fn of(id: &AgencyId) -> String {
    spell(FINGERPRINT, id.as_bytes())
}

/// Whether `text` is the fingerprint of `id`. Spaces, hyphens and case do not
/// matter, nor do the letters that are easily misread (`O` for `0`, `I` or `L` for `1`).
pub fn matches(text: &str, id: &AgencyId) -> bool {
    plain(text) == plain(&of(id)) || text.trim().eq_ignore_ascii_case(&id.to_string())
}

/// The agency of a fingerprint, or of an id in hexadecimal digits.
pub fn read(text: &str) -> Option<AgencyId> {
    let spelt = read_spelt(FINGERPRINT, text).map(AgencyId);
    spelt.or_else(|| AgencyId::from_hex(text.trim()).ok())
}

/// Spells bytes; `label` says what they are, so that one kind is not taken for another.
pub fn spell(label: &str, bytes: &[u8; 32]) -> String {
    let check = Digest::of_parts(&[label.as_bytes(), bytes]);
    let mut symbols = base32().encode(bytes);
    symbols.push_str(&base32().encode(&check.0)[..4]);
    let groups: Vec<&str> = (0..symbols.len() / 4).map(|i| &symbols[4 * i..4 * i + 4]).collect();
    groups.join(" ")
}

/// Reads what [`spell`] wrote, as people type it; nothing if a symbol is wrong.
pub fn read_spelt(label: &str, text: &str) -> Option<[u8; 32]> {
    let typed = plain(text);
    let bytes = base32().decode(typed.get(..52)?.as_bytes()).ok()?;
    let bytes: [u8; 32] = bytes.try_into().ok()?;
    (plain(&spell(label, &bytes)) == typed).then_some(bytes)
}

fn plain(text: &str) -> String {
    let fold = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_may_write_it_as_they_hear_it() {
        let id = AgencyId([0x42; 32]);
        let text = of(&id);
        assert_eq!(text.split(' ').count(), 14);
        let typed = text.to_uppercase().replace(' ', "-").replace('0', "O");
        assert!(matches(&text, &id));
        assert!(matches(&typed, &id));
        assert!(!matches(&text[..text.len() - 1], &id));
        assert!(!matches(&text, &AgencyId([0x43; 32])));
        assert_eq!(read(&typed), Some(id));
        assert_eq!(read(&id.to_string()), Some(id));
    }

    #[test]
    fn one_wrong_symbol_is_noticed_and_a_key_is_no_fingerprint() {
        let text = spell("one", &[7; 32]);
        assert_eq!(read_spelt("one", &text), Some([7; 32]));
        assert_eq!(read_spelt("other", &text), None);
        for at in 0..text.len() {
            for c in ["z", "q", "ı", " "] {
                let wrong = format!("{}{c}{}", &text[..at], &text[at + 1..]);
                let same = plain(&wrong) == plain(&text);
                assert_eq!(read_spelt("one", &wrong).is_some(), same, "{wrong}");
            }
        }
    }
}
