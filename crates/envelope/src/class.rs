//! Document classes: what a signature is for.

/// What a `COSE_Sign1` is, bound into the signature as `external_aad`.
///
/// The code path that reads a document fixes its class; it is never read from
/// the document, so a signature given for one purpose cannot serve another
/// (`spec/envelope.md` ENV-09).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A sequenced message between two agencies.
    Message,
    /// The receiver's node has stored a message.
    Receipt,
    /// The receiver's node will never accept a message.
    Refusal,
    /// An agency card.
    Card,
    /// A key statement.
    KeyStatement,
    /// One party's signature under an information-sharing protocol.
    IspSignature,
    /// A receipt of a consent, for the person.
    ConsentReceipt,
    /// One seat's signature under a charter.
    CharterSignature,
    /// One seat's signature under a roster.
    RosterSignature,
    /// The end of a backup file, over all that stands before it.
    Backup,
}

impl Class {
    /// The `external_aad` of this class.
    pub const fn external_aad(self) -> &'static [u8] {
        match self {
            Self::Message => b"ihala/1 message",
            Self::Receipt => b"ihala/1 receipt",
            Self::Refusal => b"ihala/1 refusal",
            Self::Card => b"ihala/1 card",
            Self::KeyStatement => b"ihala/1 key statement",
            Self::IspSignature => b"ihala/1 isp signature",
            Self::ConsentReceipt => b"ihala/1 consent receipt",
            Self::CharterSignature => b"ihala/1 charter signature",
            Self::RosterSignature => b"ihala/1 roster signature",
            Self::Backup => b"ihala/1 backup",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_class_is_its_own_and_stands_in_the_specification() {
        let all = [
            Class::Message,
            Class::Receipt,
            Class::Refusal,
            Class::Card,
            Class::KeyStatement,
            Class::IspSignature,
            Class::ConsentReceipt,
            Class::CharterSignature,
            Class::RosterSignature,
            Class::Backup,
        ];
        let names: BTreeSet<_> = all.iter().map(|c| c.external_aad()).collect();
        assert_eq!(names.len(), all.len());
        let spec = include_str!("../../../spec/envelope.md");
        for name in names {
            let name = std::str::from_utf8(name).unwrap();
            assert!(spec.contains(&format!("`{name}`")), "{name}");
        }
    }
}
