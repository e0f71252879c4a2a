//! Backup files on disk: read whole, in pieces, with a bar that tells how far it is.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use ihala_envelope::ReceiveSecret;
use ihala_protocol::backup::{Entry, Head, Reader};
use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::{CliError, Out};

/// Bytes read at a time.
const PIECE: usize = 256 * 1_024;

/// Checks that a file is whole and was signed by the agency that it names. Needs no key.
pub(crate) fn scan(path: &Path, out: &Out) -> Result<Head, CliError> {
    read(path, Reader::scanning(), out, |_| Ok(()))
}

/// Opens a file that was scanned before, entry by entry.
pub(crate) fn open(
    path: &Path,
    key: ReceiveSecret,
    out: &Out,
    each: impl FnMut(Entry) -> Result<(), CliError>,
) -> Result<Head, CliError> {
    read(path, Reader::opening(key), out, each)
}

fn read(
    path: &Path,
    mut reader: Reader,
    out: &Out,
    mut each: impl FnMut(Entry) -> Result<(), CliError>,
) -> Result<Head, CliError> {
    let unreadable = |e: std::io::Error| CliError::unreadable(path, &e);
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    let bar = bar(out, length, "{bar:40} {bytes}/{total_bytes}");
    let bad = |refusal| CliError::bad_input(&refusal).in_file(path);
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        reader.feed(&piece[..read]).map_err(bad)?;
        while let Some(entry) = reader.next_entry().map_err(bad)? {
            each(entry)?;
        }
        bar.inc(read as u64);
    }
    bar.finish_and_clear();
    reader.finish().map_err(bad)
}

/// A bar for people: nothing is drawn where no terminal is.
pub(crate) fn bar(out: &Out, length: u64, template: &'static str) -> ProgressBar {
    if out.json || out.quiet {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template).expect("a template of ours");
    ProgressBar::new(length).with_style(style)
}
