//! Any document of Ihala in CBOR diagnostic notation, with field names.

use serde_json::Value;

use crate::Tree;
use crate::grammar::Grammar;
use crate::vector::Vector;

/// Documents that say by themselves what they are, or can be told apart by their form.
const DOCUMENTS: [&str; 28] = [
    "envelope",
    "frame",
    "reply",
    "card-file",
    "isp-file",
    "consent-receipt-file",
    "event",
    "body",
    "isp",
    "key-statement",
    "card",
    "isp-signature",
    "scope",
    "consent-receipt",
    "receipt",
    "refusal",
    "isp-letter",
    "escalation",
    "checkpoint",
    "succession",
    "roster-file",
    "charter",
    "roster",
    "charter-signature",
    "roster-signature",
    "question",
    "nomination",
    "form",
];

/// What a signed document can hold.
const SIGNED: [&str; 9] = [
    "charter-signature",
    "roster-signature",
    "body",
    "receipt",
    "refusal",
    "card",
    "key-statement",
    "isp-signature",
    "consent-receipt",
];

/// Why a file cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Neither CBOR, hexadecimal digits nor a file of ours.
    #[error("this is no CBOR, no hexadecimal digits, and no file of Ihala")]
    NotCbor,
    /// JSON in which no document stands.
    #[error("this is JSON, and no document of Ihala stands in it")]
    NoDocument,
    /// A name that the grammar does not have.
    #[error("the grammar has no document of this name")]
    UnknownDocument,
    /// CBOR, but not of the form asked for.
    #[error("the bytes are CBOR, but do not have the form of this document")]
    NotThis,
}

/// One document of a file: what it is, and its print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Its name in the grammar; `None` for CBOR that no document has the form of.
    pub name: Option<String>,
    /// Diagnostic notation.
    pub text: String,
}

/// Prints the documents of a file: PEM, hexadecimal digits, CBOR, or a vector.
///
/// # Errors
/// If it holds no CBOR, or not the document that it is read `as_document`.
pub fn file(bytes: &[u8], as_document: Option<&str>) -> Result<Vec<Decoded>, DecodeError> {
    if let Ok(vector) = serde_json::from_slice::<Value>(bytes)
        && vector.is_object()
    {
        let mut found = Vec::new();
        walk(&vector, "", &mut found);
        let frames = Vector::read(bytes).map(|vector| vector.frames()).unwrap_or_default();
        for (path, frame) in frames {
            let Decoded { name, text } = document(&frame, None)?;
            let name = name.map(|name| format!("{name} in the envelope at {path}"));
            found.push(Decoded { name, text });
        }
        return if found.is_empty() { Err(DecodeError::NoDocument) } else { Ok(found) };
    }
    let bytes = unpack(bytes);
    document(&bytes, as_document).map(|decoded| vec![decoded])
}

/// The bytes in a PEM file or in hexadecimal digits; themselves, if they are neither.
fn unpack(bytes: &[u8]) -> Vec<u8> {
    if let Ok((_, inner)) = pem_rfc7468::decode_vec(bytes) {
        return inner;
    }
    let text: Vec<u8> = bytes.iter().copied().filter(|b| !b.is_ascii_whitespace()).collect();
    data_encoding::HEXLOWER_PERMISSIVE.decode(&text).unwrap_or_else(|_| bytes.to_vec())
}

/// Prints one document.
fn document(bytes: &[u8], as_document: Option<&str>) -> Result<Decoded, DecodeError> {
    let plain = Tree::plain(bytes).ok_or(DecodeError::NotCbor)?;
    if let Some(name) = as_document {
        if !Grammar::get().has(name) {
            return Err(DecodeError::UnknownDocument);
        }
        let tree = Tree::read(name, bytes).ok_or(DecodeError::NotThis)?;
        return Ok(Decoded { name: Some(name.to_owned()), text: tree.to_string() });
    }
    let named =
        DOCUMENTS.iter().find_map(|name| Some(((*name).to_owned(), Tree::read(name, bytes)?)));
    let signed = || {
        let of = |name: &str| Some((format!("signed {name}"), Tree::read_signed(name, bytes)?));
        SIGNED.iter().find_map(|name| of(name))
    };
    Ok(match named.or_else(signed) {
        Some((name, tree)) => Decoded { name: Some(name), text: tree.to_string() },
        None => Decoded { name: None, text: plain.to_string() },
    })
}

/// Every document that stands in a vector, under the path at which it stands.
fn walk(value: &Value, path: &str, found: &mut Vec<Decoded>) {
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                walk(inner, &format!("{path}/{key}"), found);
            }
        }
        Value::Array(items) => {
            for (i, inner) in items.iter().enumerate() {
                walk(inner, &format!("{path}/{i}"), found);
            }
        }
        Value::String(text) => {
            // Keys, digests and ids are no documents.
            let bytes = unpack(text.as_bytes());
            let is_document = bytes.len() > 16 || text.starts_with(ARMOR);
            if is_document && let Ok(Decoded { name: Some(name), text }) = document(&bytes, None) {
                found.push(Decoded { name: Some(format!("{name} at {path}")), text });
            }
        }
        _ => {}
    }
}

const ARMOR: &str = "-----BEGIN IHALA";
