//! `ihala decode` and `ihala vectors check` with the real binary, on what real nodes write.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::Path;

use ihala_tests::{Pair, Ran, ihala, repository};

fn run(args: &[&str]) -> Ran {
    ihala(args.iter().copied())
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn what_real_nodes_write_is_printed_with_every_name() {
    let folder = tempfile::tempdir().unwrap();
    let pair = Pair::new();
    let card = folder.path().join("a.card");
    pair.centre.run(&["card", "export", text(&card)]).ok();
    let printed = run(&["decode", text(&card)]).ok();
    for name in ["/ card-file /", "/ identity-key / 2: h'", "/ not-after / ", "/ addresses / 7: "] {
        assert!(printed.contains(name), "`{name}` is not in: {printed}");
    }
    let isps = pair.centre.run(&["isp", "list", "--json"]).json();
    let isp = isps["isps"][0]["id"].as_str().unwrap().to_owned();
    let file = folder.path().join("a.isp");
    pair.centre.run(&["isp", "export", &isp, text(&file)]).ok();
    let printed = run(&["decode", text(&file)]).ok();
    for name in ["/ isp-file /", "/ single-stage / 6: ", "/ signed-at / 4: "] {
        assert!(printed.contains(name), "`{name}` is not in: {printed}");
    }
    // As another document, or nonsense, it is a clear error.
    let wrong = run(&["decode", text(&card), "--document", "isp"]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
    assert!(wrong.err.contains("do not have the form"), "{wrong:?}");
    assert_eq!(run(&["decode", text(&card), "--document", "weather"]).code, 2);
    let nonsense = folder.path().join("nonsense");
    std::fs::write(&nonsense, "weather").unwrap();
    let wrong = run(&["decode", text(&nonsense)]);
    assert_eq!(wrong.code, 2, "{wrong:?}");
    assert!(wrong.err.contains("what to do"), "{wrong:?}");
}

#[test]
fn vectors_are_checked_and_opened() {
    let vectors = repository().join("spec/vectors");
    let all = run(&["vectors", "check", text(&vectors), "--json"]).json();
    assert!(all["checked"].as_u64().unwrap() > 300, "{all}");
    let plain = vectors.join("conversation/two-stages.json");
    let printed = run(&["decode", text(&plain)]).ok();
    // What is sealed is opened with the keys in the file.
    for name in ["frame in the envelope at /messages/0/envelope", "/ service-request / 1: h'"] {
        assert!(printed.contains(name), "`{name}` is not in: {printed}");
    }
    // Fields have their paths.
    let printed = run(&["decode", text(&vectors.join("decision/accept-own.json"))]).ok();
    assert!(printed.contains("/ request.urgency / 1: 2"), "{printed}");
    let folder = tempfile::tempdir().unwrap();
    let changed = folder.path().join("changed.json");
    let bytes = std::fs::read_to_string(vectors.join("node/accept-request.json")).unwrap();
    std::fs::write(&changed, bytes.replacen("\"at\": 1780272000", "\"at\": 1780275601", 1))
        .unwrap();
    let failed = run(&["vectors", "check", text(&changed)]);
    assert_eq!(failed.code, 2, "{failed:?}");
    assert!(failed.out.contains("FAILED"), "{failed:?}");
}
