//! Reads lines of `rule bytes verdict`, as the example `documents` of `ihala-conformance`
//! prints them, and fails if the grammar, read by the `cddl` crate, says anything else.

use std::collections::HashSet;
use std::process::ExitCode;

const GRAMMAR: &str = include_str!("../../../spec/ihala.cddl");

fn main() -> ExitCode {
    let (mut fit, mut unfit, mut differ) = (0, 0, 0);
    let mut seen = HashSet::new();
    for line in std::io::stdin().lines() {
        let line = line.expect("text");
        if !seen.insert(line.clone()) {
            continue;
        }
        let mut words = line.split(' ');
        let (Some(rule), Some(bytes), Some(verdict)) = (words.next(), words.next(), words.next())
        else {
            panic!("not `rule bytes verdict`: {line}");
        };
        let bytes = data_encoding::HEXLOWER.decode(bytes.as_bytes()).expect("hexadecimal digits");
        // The first rule is the one that is asked for.
        let grammar = format!("start = {rule}\n{GRAMMAR}");
        let found = cddl::validate_cbor_from_slice(&grammar, &bytes, None);
        match found.is_ok() {
            true => fit += 1,
            false => unfit += 1,
        }
        if found.is_ok().to_string() != verdict {
            differ += 1;
            eprintln!("{rule}: ours says {verdict}, the cddl crate {found:?}");
        }
    }
    println!(
        "{fit} documents fit the grammar, {unfit} changed ones do not; {differ} are in dispute"
    );
    // Both kinds were there, or nothing was shown.
    if fit > 0 && unfit > 0 && differ == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
