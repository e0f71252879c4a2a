//! The first minute: `ihala demo`, and the walk of the README as printed.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use std::path::Path;
use std::process::{Child, Command, Stdio};

use ihala_tests::{Ran, binary, repository};

fn demo(folder: &Path, args: &[&str]) -> Ran {
    let output = Command::new(binary())
        .arg("demo")
        .args(args)
        .env("TMPDIR", folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Ran {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn the_demo_tells_its_story_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let told = demo(folder.path(), &[]);
    assert_eq!(told.code, 0, "{told:?}");
    for words in
        ["found 0", "POL-02", "CON-01", "completed", "no capacity", "Everything went as it must"]
    {
        assert!(told.out.contains(words), "`{words}` is not in: {}", told.out);
    }
    // Its story is in English, whatever the caseworker reads.
    assert_eq!(demo(folder.path(), &["--locale", "ar", "--quiet"]).code, 0);
    let summary = demo(folder.path(), &["--json"]).json();
    assert_eq!(
        (&summary["ok"], &summary["search"]["found"]),
        (&true.into(), &0.into()),
        "{summary}"
    );
    let first: Vec<_> = summary["protection"]["first_stage"].as_array().unwrap().iter().collect();
    let coded = [
        "request.urgency",
        "request.case_type",
        "request.services",
        "request.date",
        "request.province",
        "person.age_band",
        "person.gender",
        "person.language",
    ];
    let coded: Vec<serde_json::Value> = coded.iter().map(|path| (*path).into()).collect();
    assert!(!first.is_empty() && first.iter().all(|path| coded.contains(path)), "{first:?}");
    let receipts = summary["protection"]["receipts"].as_array().unwrap();
    let by: Vec<_> = receipts.iter().map(|r| r["agency"].as_str().unwrap()).collect();
    assert_eq!(by, ["Legal Clinic", "Hospital"]);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no leftovers");

    let kept = folder.path().join("kept");
    let kept = kept.to_str().unwrap();
    assert_eq!(demo(folder.path(), &["--home", kept]).code, 0);
    assert!(Path::new(kept).join("legal-clinic/store/db").exists());
    assert_eq!(demo(folder.path(), &["--home", kept]).code, 2, "never over an old one");
}

/// A demo that goes on while the test does something to it.
fn start_demo(folder: &Path) -> Child {
    Command::new(binary())
        .arg("demo")
        .env("TMPDIR", folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_demo_that_is_stopped_leaves_nothing_either() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = start_demo(folder.path());
    ihala_tests::until("the demo has begun", || {
        std::fs::read_dir(folder.path()).unwrap().next().is_some()
    });
    std::thread::sleep(std::time::Duration::from_millis(150));
    rustix::process::kill_process(
        rustix::process::Pid::from_child(&child),
        rustix::process::Signal::TERM,
    )
    .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no leftovers");
}

/// Processes whose command line names the folder.
fn processes_of(folder: &Path) -> usize {
    let needle = folder.to_str().unwrap().as_bytes();
    let names = |entry: std::io::Result<std::fs::DirEntry>| {
        let bytes = std::fs::read(entry.ok()?.path().join("cmdline")).ok()?;
        bytes.windows(needle.len()).any(|w| w == needle).then_some(())
    };
    std::fs::read_dir("/proc").unwrap().filter_map(names).count()
}

#[test]
fn the_nodes_of_a_demo_that_is_killed_end_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = start_demo(folder.path());
    ihala_tests::until("a node runs", || processes_of(folder.path()) > 0);
    child.kill().unwrap();
    child.wait().unwrap();
    ihala_tests::until("no node runs", || processes_of(folder.path()) == 0);
}

/// The commands of the README's walk: every line of its `sh` blocks after the heading.
fn walk() -> String {
    let readme = std::fs::read_to_string(repository().join("README.md")).unwrap();
    let (_, walk) = readme.split_once("## A five-minute walk").expect("the README has the walk");
    let (walk, _) = walk.split_once("\n## ").unwrap_or((walk, ""));
    let mut commands = String::new();
    for block in walk.split("```sh\n").skip(1) {
        commands.push_str(block.split_once("```").unwrap().0);
    }
    assert!(commands.lines().count() > 20, "the walk is in the README");
    commands
}

/// Runs the walk in a fresh folder, with a wrapper around the binary that, for `json`,
/// adds `--json` wherever a person would read the output, and keeps what was printed.
fn run_walk(json: bool) {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(repository().join("node"), folder.path().join("node")).unwrap();
    let bin = folder.path().join("bin");
    std::fs::create_dir(&bin).unwrap();
    let script = format!(
        "#!/usr/bin/env bash\n\
         case \" $* \" in *\" -q \"*|*\" serve\"*) exec {0} \"$@\";; esac\n\
         if [ {json} = true ]; then\n\
           {0} \"$@\" --json > \"$(mktemp \"{1}/out.XXXXXX\")\"\n\
         else\n\
           exec {0} \"$@\"\n\
         fi\n",
        binary().display(),
        folder.path().display(),
    );
    std::fs::write(bin.join("ihala"), script).unwrap();
    let executable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(bin.join("ihala"), executable).unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-eu", "-o", "pipefail", "-c", &walk()])
        .current_dir(folder.path())
        .env("PATH", path)
        .env_remove("IHALA_HOME")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{text}\n{errors}");
    if json {
        let mut documents = 0;
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let file = file.unwrap();
            if file.file_name().to_string_lossy().starts_with("out.") {
                let text = std::fs::read_to_string(file.path()).unwrap();
                let _: serde_json::Value = serde_json::from_str(&text).unwrap();
                documents += 1;
            }
        }
        assert!(documents >= 15, "{documents}");
    } else {
        assert!(text.contains("completed") && text.contains("everything fits"), "{text}");
    }
}

/// Both in one test: the walk's two ports are those that the README prints.
#[test]
fn the_readme_walk_runs_as_printed_and_with_json() {
    run_walk(false);
    run_walk(true);
}
