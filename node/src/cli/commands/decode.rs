use std::io::Read as _;
use std::path::PathBuf;

use ihala_conformance::decode::{self, DecodeError};
use serde_json::json;

use crate::cli::{CliError, Context, locale};

/// Print any document of the protocol in CBOR diagnostic notation, with field names
///
/// Reads card files, protocols, consent receipts, vectors, CBOR, and hexadecimal digits. Signatures
/// are not verified. What is sealed stays sealed, but in a vector, which holds its keys.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file; `-` reads standard input
    file: PathBuf,
    /// What document it is, by its name in spec/ihala.cddl, where it does not say so itself
    #[arg(long, value_name = "NAME")]
    document: Option<String>,
}

/// Longest file that is read, in bytes: longer than any document or vector.
pub(super) const FILE_MAX: u64 = 16 << 20;

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let unreadable = |error| CliError::unreadable(&args.file, &error);
    let mut bytes = Vec::new();
    if args.file.as_os_str() == "-" {
        std::io::stdin().take(FILE_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let file = std::fs::File::open(&args.file).map_err(unreadable)?;
        file.take(FILE_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    let found = decode::file(&bytes, args.document.as_deref()).map_err(|error| {
        let told = match error {
            DecodeError::NoDocument => {
                locale::sentence("decode-no-document").with("folder", "spec/vectors")
            }
            DecodeError::NotCbor => locale::sentence("decode-not-cbor"),
            DecodeError::UnknownDocument => locale::sentence("decode-unknown-document")
                .with("file", "spec/ihala.cddl")
                .with("names", "card, isp, event"),
            DecodeError::NotThis => {
                locale::sentence("decode-not-this").with("option", "--document")
            }
        };
        CliError::usage(told).in_file(&args.file)
    })?;
    let value = json!({
        "documents": found.iter().map(|d| json!({ "name": d.name, "text": d.text })).collect::<Vec<_>>(),
    });
    context.out.print_file(&value, &[], |_| {
        let print = |d: &decode::Decoded| {
            let name = d.name.as_deref().unwrap_or("CBOR that has the form of no document");
            format!("/ {name} /\n{}\n", d.text)
        };
        found.iter().map(print).collect::<Vec<_>>().join("\n")
    });
    Ok(())
}
