//! Prints what `tests/cddl` checks: each line a rule of `spec/ihala.cddl`, bytes, and whether
//! our own reader of the grammar finds that they fit.
//!
//! ```sh
//! cargo run -p ihala-conformance --example documents -- spec/vectors
//! ```

use std::path::Path;

use ihala_conformance::Tree;
use ihala_conformance::vector::Vector;

/// Documents that hold no other in a byte string: changed at random, they are still safe to
/// hand to a reader that believes the lengths in them.
const PLAIN: [&str; 4] = ["event", "form", "isp", "scope"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = std::env::args().nth(1).ok_or("name the folder of the vectors")?;
    for folder in std::fs::read_dir(Path::new(&root))? {
        let folder = folder?.path();
        if folder.ends_with("primitives") || !folder.is_dir() {
            continue;
        }
        for file in std::fs::read_dir(folder)? {
            let vector = Vector::read(&std::fs::read(file?.path())?)?;
            for (rule, bytes) in vector.documents() {
                print(rule, &bytes);
                for at in (0..bytes.len()).step_by(7).filter(|_| PLAIN.contains(&rule)) {
                    let mut changed = bytes.clone();
                    changed[at] ^= 0x21;
                    if ihala_envelope::cbor::check(&changed).is_ok() {
                        print(rule, &changed);
                    }
                }
            }
        }
    }
    Ok(())
}

fn print(rule: &str, bytes: &[u8]) {
    let fits = Tree::read(rule, bytes).is_some();
    println!("{rule} {} {fits}", data_encoding::HEXLOWER.encode(bytes));
}
