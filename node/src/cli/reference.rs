//! `docs/cli.md`: what `--help` says of every command, made from the code.

#![allow(clippy::disallowed_methods, reason = "a golden file is read and written")]

use std::fmt::Write as _;

use clap::CommandFactory as _;

const HEAD: &str = "\
# The command line

What `ihala help COMMAND` says of every command, made from the code: `IHALA_BLESS=1 cargo test -p ihala` writes this page anew.
`--home`, `--json`, `--quiet` and `--as` belong to every command and are shown with the first alone.

";

/// The options that every command has.
const GLOBAL: [&str; 4] = ["home", "json", "quiet", "actor"];

fn write(out: &mut String, command: &mut clap::Command, names: &[String], level: usize) {
    let title = names.join(" ");
    let mut shown = command.clone().term_width(100).bin_name(&title).disable_help_flag(true);
    if level > 1 {
        shown = GLOBAL.iter().fold(shown, |shown, id| shown.mut_arg(id, |arg| arg.hide(true)));
    }
    let help = shown.disable_help_subcommand(true).render_long_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    let _ = writeln!(
        out,
        "{} {title}\n\n```text\n{}\n```\n",
        "#".repeat(level + 1),
        lines.join("\n").trim_end()
    );
    for inner in command.get_subcommands_mut().filter(|c| c.get_name() != "help") {
        let names: Vec<String> =
            names.iter().cloned().chain([inner.get_name().to_owned()]).collect();
        write(out, inner, &names, level + 1);
    }
}

#[test]
fn the_reference_is_what_the_commands_say() {
    let mut command = super::Cli::command();
    command.build();
    let mut made = HEAD.to_owned();
    write(&mut made, &mut command, &["ihala".to_owned()], 1);
    let made = format!("{}\n", made.trim_end());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/cli.md");
    if std::env::var_os("IHALA_BLESS").is_some() {
        std::fs::write(path, &made).expect("writable");
    }
    let page = std::fs::read_to_string(path).unwrap_or_default();
    assert!(page == made, "docs/cli.md: write it anew with IHALA_BLESS=1");
}
