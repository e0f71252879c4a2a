//! What `--help` says, and what is said of a command that makes no sense, in the chosen
//! language (`node/data/help/*.ftl`).
//!
//! English stands in the code, beside what it describes; its file is made from there.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use ihala_protocol::labels::Language;
use ihala_protocol::words::{Words, isolated};

use super::locale;

static WORDS: Words = Words::of([
    include_str!("../../data/help/en.ftl"),
    include_str!("../../data/help/tr.ftl"),
    include_str!("../../data/help/ar.ftl"),
    include_str!("../../data/help/es.ftl"),
]);

/// The key of a command or one of its arguments: `help-consent-draft--to`.
fn key(path: &[String], argument: Option<&str>) -> String {
    let command = path.iter().map(|name| format!("-{name}")).collect::<String>();
    let argument = argument.map_or(String::new(), |id| format!("--{}", id.replace('_', "-")));
    format!("help{command}{argument}")
}

/// The command line with its help in the chosen language.
pub(crate) fn in_language(command: Command) -> Command {
    match locale::language() {
        // As it stands in the code.
        Language::En => command,
        language => translated(command, &[], language),
    }
}

fn translated(command: Command, path: &[String], language: Language) -> Command {
    let find = |argument: Option<&str>| WORDS.find(&key(path, argument), language);
    let mut command = command.disable_help_flag(true).disable_help_subcommand(true);
    if let Some(about) = find(None) {
        command = command.about(about).long_about(None);
    }
    command = command.mut_args(|arg| {
        let heading = if arg.is_positional() { "help-arguments" } else { "help-options" };
        let arg = arg.help_heading(locale::say(heading, &[]));
        match find(Some(arg.get_id().as_str())) {
            Some(help) => arg.help(help).long_help(None),
            None => arg,
        }
    });
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(locale::say("help-help", &[]))
        .help_heading(locale::say("help-options", &[]));
    command = command
        .arg(help)
        .subcommand_help_heading(locale::say("help-commands", &[]))
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            locale::say("help-usage", &[])
        ));
    if path.is_empty() {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(ArgAction::Version)
            .help(locale::say("help-version", &[]))
            .help_heading(locale::say("help-options", &[]));
        command = command.disable_version_flag(true).arg(version).after_help(exit_codes());
    }
    command.mut_subcommands(|inner| {
        let path: Vec<String> = path.iter().cloned().chain([inner.get_name().to_owned()]).collect();
        translated(inner, &path, language)
    })
}

/// What a command does, in the chosen language.
pub(crate) fn about(command: &str) -> String {
    WORDS.find(&key(&[command.to_owned()], None), locale::language()).unwrap_or_default()
}

/// `help COMMAND` as `COMMAND --help`, wherever a command is asked for: clap's own help
/// command speaks English alone.
pub(crate) fn asked_for(command: &Command, arguments: &[OsString]) -> Vec<OsString> {
    let takes_value = |text: &str| ["--home", "--as", "--locale"].contains(&text);
    let mut inside = command;
    let mut rest = arguments.iter().enumerate().skip(1);
    while let Some((at, argument)) = rest.next() {
        match argument.to_str() {
            Some("help") => {
                let (before, after) = arguments.split_at(at);
                let named = after.iter().filter(|argument| *argument != "help");
                let mut asked: Vec<_> = before.iter().chain(named).cloned().collect();
                asked.push("--help".into());
                return asked;
            }
            Some(option) if takes_value(option) => drop(rest.next()),
            Some(option) if option.starts_with('-') => {}
            name => match name.and_then(|name| inside.find_subcommand(name)) {
                Some(found) if found.has_subcommands() => inside = found,
                _ => break,
            },
        }
    }
    arguments.to_vec()
}

/// Help as clap shows it, with the words that clap has in English alone.
pub(crate) fn shown(help: &clap::Error) -> String {
    let values = locale::say("help-possible-values", &[]);
    let text = help.render().to_string();
    text.replace("Possible values:", &format!("{values}:"))
        .replace("[possible values:", &format!("[{values}:"))
        .replace("[default:", &format!("[{}:", locale::say("help-default", &[])))
        .replace("[aliases:", &format!("[{}:", locale::say("help-aliases", &[])))
}

/// What the exit codes mean.
pub(crate) fn exit_codes() -> String {
    let lines =
        (0..=5).map(|code| format!("\n  {code}  {}", locale::say(&format!("exit-{code}"), &[])));
    format!("{}:{}", locale::say("exit-codes", &[]), lines.collect::<String>())
}

/// What is wrong with a command, in the chosen language; `None` for what only clap can say.
pub(crate) fn mistake(error: &clap::Error) -> Option<String> {
    let value = |kind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        _ => None,
    };
    let argument = value(ContextKind::InvalidArg).unwrap_or_default();
    let argument = argument.as_str();
    let say = |key: &str, fill: &[(&str, &str)]| Some(locale::say(key, fill));
    match error.kind() {
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say("usage-no-command", &[])
        }
        ErrorKind::MissingRequiredArgument => say("usage-missing", &[("arguments", argument)]),
        ErrorKind::UnknownArgument => match value(ContextKind::SuggestedArg) {
            Some(near) => say("usage-unknown-near", &[("argument", argument), ("near", &near)]),
            None => say("usage-unknown", &[("argument", argument)]),
        },
        ErrorKind::InvalidSubcommand => {
            let command = value(ContextKind::InvalidSubcommand)?;
            match value(ContextKind::SuggestedSubcommand) {
                Some(near) => say("usage-command-near", &[("command", &command), ("near", &near)]),
                None => say("usage-command", &[("command", &command)]),
            }
        }
        ErrorKind::InvalidValue => {
            let wrong = value(ContextKind::InvalidValue).unwrap_or_default();
            match value(ContextKind::ValidValue) {
                _ if wrong.is_empty() => say("usage-no-value", &[("argument", argument)]),
                Some(valid) => {
                    let fill = [("argument", argument), ("value", &wrong), ("valid", &valid)];
                    say("usage-value-of", &fill)
                }
                None => say("usage-value", &[("argument", argument), ("value", &wrong)]),
            }
        }
        ErrorKind::ValueValidation => {
            let wrong = value(ContextKind::InvalidValue)?;
            say("usage-value", &[("argument", argument), ("value", &wrong)])
        }
        ErrorKind::ArgumentConflict => {
            let prior = value(ContextKind::PriorArg)?;
            say("usage-conflict", &[("argument", argument), ("other", &prior)])
        }
        _ => None,
    }
}

/// How the command is used, as clap puts it.
pub(crate) fn usage(error: &clap::Error) -> Option<String> {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => "ihala --help".to_owned(),
    };
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let usage = isolated(usage, locale::language());
    Some(format!("{}: {usage}", locale::say("help-usage", &[])))
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "a golden file is read and written")]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    /// Every command and argument with its English help, on one line.
    fn english(command: &Command, path: &[String], out: &mut Vec<(String, String)>) {
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(about) = command.get_about() {
            out.push((key(path, None), one_line(about.to_string())));
        }
        for arg in command.get_arguments() {
            let global = arg.is_global_set() && !path.is_empty();
            let help = arg.get_long_help().or_else(|| arg.get_help());
            if let Some(help) = help.filter(|_| !global) {
                let key = key(path, Some(arg.get_id().as_str()));
                out.push((key, one_line(help.to_string())));
            }
        }
        for inner in command.get_subcommands() {
            let path: Vec<String> =
                path.iter().cloned().chain([inner.get_name().to_owned()]).collect();
            english(inner, &path, out);
        }
    }

    #[test]
    fn every_language_describes_every_command() {
        let mut entries = Vec::new();
        english(&super::super::Cli::command(), &[], &mut entries);
        let mut made =
            "# What --help says, made from the code: `IHALA_BLESS=1 cargo test -p ihala`.\n\
                        # The other languages are translated from it.\n\n"
                .to_owned();
        for (key, words) in &entries {
            made.push_str(&format!("{key} = {words}\n"));
        }
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/help/en.ftl");
        if std::env::var_os("IHALA_BLESS").is_some() {
            std::fs::write(path, &made).expect("writable");
        }
        let file = std::fs::read_to_string(path).unwrap_or_default();
        assert!(file == made, "node/data/help/en.ftl: write it anew with IHALA_BLESS=1");
        assert_eq!(WORDS.disagreements(), Vec::<String>::new());
    }

    #[test]
    fn the_command_line_is_whole_in_every_language() {
        for language in Language::ALL {
            translated(super::super::Cli::command(), &[], language).debug_assert();
        }
    }
}
