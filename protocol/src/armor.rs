//! Text armor for files that people send one another: PEM (RFC 7468).

use ihala_envelope::{Refusal, Rule};

use crate::limits::ARMOR_MAX;

/// Label of an agency card file.
pub const CARD: &str = "IHALA AGENCY CARD";
/// Label of an information-sharing protocol file.
pub const ISP: &str = "IHALA INFORMATION SHARING PROTOCOL";

/// Label of a consent receipt file.
pub const CONSENT_RECEIPT: &str = "IHALA CONSENT RECEIPT";

/// Label of a file of charters and a roster.
pub const ROSTER: &str = "IHALA ROSTER";

/// Armors `bytes`.
pub fn encode(label: &'static str, bytes: &[u8]) -> String {
    pem_rfc7468::encode_string(label, pem_rfc7468::LineEnding::LF, bytes)
        .expect("the label is valid and the output a String")
}

/// Removes the armor; anything but one armored file of `label` breaks `rule`.
pub fn decode(label: &str, text: &[u8], rule: &'static Rule) -> Result<Vec<u8>, Refusal> {
    if text.len() > ARMOR_MAX {
        return Err(rule.refuse_about("too long"));
    }
    match pem_rfc7468::decode_vec(text) {
        Ok((found, bytes)) if found == label => Ok(bytes),
        Ok(_) => Err(rule.refuse_about("a file of another kind")),
        Err(_) => Err(rule.refuse()),
    }
}
