//! The fingerprint as a QR code on a terminal: a reader that knows nothing of ours reads it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use ihala_tests::Agency;

/// The drawing as a picture of so many dots a module: light is what is drawn.
fn picture(drawn: &str) -> Vec<Vec<bool>> {
    const DOTS: usize = 4;
    let mut rows = Vec::new();
    for line in drawn.lines() {
        for upper in [true, false] {
            let light = |c: char| match c {
                '\u{2588}' => true,
                '\u{2580}' => upper,
                '\u{2584}' => !upper,
                _ => false,
            };
            let row: Vec<bool> =
                line.chars().flat_map(|c| std::iter::repeat_n(light(c), DOTS)).collect();
            rows.extend(std::iter::repeat_n(row, DOTS));
        }
    }
    rows
}

#[test]
fn a_telephone_reads_the_fingerprint_from_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let agency = Agency::start_new(folder.path(), "centre");
    let shown = agency.run(&["card", "show", "--qr"]).ok();
    let drawn = |line: &&str| line.contains(['\u{2580}', '\u{2584}', '\u{2588}']);
    let drawn: Vec<&str> = shown.lines().filter(drawn).collect();
    let rows = picture(&drawn.join("\n"));
    let width = rows.iter().map(Vec::len).max().unwrap();
    let grey = |x: usize, y: usize| match rows[y].get(x) {
        Some(true) => 255,
        _ => 0,
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, rows.len(), grey);
    let grids = image.detect_grids();
    let (_, read) =
        grids.first().unwrap_or_else(|| panic!("no code in:\n{shown}")).decode().unwrap();
    assert_eq!(read, agency.json(&["card", "show"])["fingerprint"].as_str().unwrap());
    // Who asks for one document gets one.
    assert!(agency.run(&["card", "show", "--qr", "--json"]).json()["fingerprint"].is_string());
}
