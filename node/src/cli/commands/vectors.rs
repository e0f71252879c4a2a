use std::io::Read as _;
use std::path::{Path, PathBuf};

use ihala_conformance::vector::{Vector, VectorError};
use serde_json::json;

use crate::cli::{CliError, Context, locale};

/// Test vectors of the protocol
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check vectors against this implementation: files, or folders of them
    Check {
        /// Files, or folders with all that is in them
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let Command::Check { files } = &args.command;
    let mut all = Vec::new();
    for file in files {
        collect(file, &mut all)?;
    }
    let mut failed = Vec::new();
    let (mut checked, mut skipped) = (0, 0);
    for file in &all {
        let unreadable = |error| CliError::unreadable(file, &error);
        let mut bytes = Vec::new();
        let opened = std::fs::File::open(file).map_err(unreadable)?;
        opened.take(super::decode::FILE_MAX).read_to_end(&mut bytes).map_err(unreadable)?;
        match Vector::read(&bytes).and_then(|vector| vector.check()) {
            Ok(()) => checked += 1,
            // Published elsewhere, in formats of their own: the tests read them.
            Err(VectorError::NotUnderstood(_)) if is_primitive(file) => skipped += 1,
            Err(error) => failed.push((file.display().to_string(), error.to_string())),
        }
    }
    let value = json!({
        "checked": checked,
        "skipped": skipped,
        "failed": failed.iter().map(|(file, why)| json!({ "file": file, "why": why })).collect::<Vec<_>>(),
    });
    context.out.print(&value, &[], |_| {
        let mut text = String::new();
        for (file, why) in &failed {
            text.push_str(&format!("FAILED {file}: {why}\n"));
        }
        if skipped > 0 {
            text.push_str(&format!("{skipped} of `primitives` are in formats of others\n"));
        }
        text + &format!("{checked} vectors do as they say, {} do not", failed.len())
    });
    match failed.is_empty() {
        true if checked == 0 => {
            let told = locale::sentence("vectors-none").with("folder", "spec/vectors");
            Err(CliError::not_found(told).after_answer())
        }
        true => Ok(()),
        false => {
            let told = locale::sentence("vectors-fail").with("failed", failed.len());
            let told = told.with("checked", failed.len() + checked);
            Err(CliError::usage(told).after_answer())
        }
    }
}

fn is_primitive(file: &Path) -> bool {
    file.parent().is_some_and(|folder| folder.ends_with("primitives"))
}

/// The files of a folder, in order; a file is itself.
fn collect(path: &Path, all: &mut Vec<PathBuf>) -> Result<(), CliError> {
    if !path.is_dir() {
        all.push(path.to_owned());
        return Ok(());
    }
    let unreadable = |error| CliError::unreadable(path, &error);
    let entries = std::fs::read_dir(path).map_err(unreadable)?;
    let mut inside = entries
        .map(|entry| entry.map(|e| e.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(unreadable)?;
    inside.sort();
    let is_vector = |p: &PathBuf| p.is_dir() || p.extension().is_some_and(|e| e == "json");
    inside.iter().filter(|p| is_vector(p)).try_for_each(|p| collect(p, all))
}
