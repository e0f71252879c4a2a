//! Fingerprints: an agency id in a form that two people can compare by phone.
//!
//! 52 characters of Crockford's base 32 hold the 256 bits; four more are a
//! checksum, so that a misheard group is noticed. Fourteen groups of four.

use data_encoding::{Encoding, Specification};
use ihala_envelope::{AgencyId, Digest};

fn base32() -> Encoding {
    let mut spec = Specification::new();
    spec.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
    spec.encoding().expect("32 different symbols are an encoding")
}

/// The fingerprint of an agency.
pub fn of(id: &AgencyId) -> String {
    let check = Digest::of_parts(&[b"ihala/1 fingerprint", id.as_bytes()]);
    let mut symbols = base32().encode(id.as_bytes());
    symbols.push_str(&base32().encode(&check.0)[..4]);
    let groups: Vec<&str> = (0..symbols.len() / 4).map(|i| &symbols[4 * i..4 * i + 4]).collect();
    groups.join(" ")
}

/// Whether `text` is the fingerprint of `id`. Spaces, hyphens and case do not
/// matter, nor do the letters that are easily misread (`O` for `0`, `I` or `L` for `1`).
pub fn matches(text: &str, id: &AgencyId) -> bool {
    let fold = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(fold).collect()
    };
    plain(text) == plain(&of(id)) || text.trim().eq_ignore_ascii_case(&id.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_may_write_it_as_they_hear_it() {
        let id = AgencyId([0x42; 32]);
        let text = of(&id);
        assert_eq!(text.split(' ').count(), 14);
        assert!(matches(&text, &id));
        assert!(matches(&text.to_uppercase().replace(' ', "-").replace('0', "O"), &id));
        assert!(!matches(&text[..text.len() - 1], &id));
        assert!(!matches(&text, &AgencyId([0x43; 32])));
    }
}
