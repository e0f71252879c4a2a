//! The command line: one file per command, each with its arguments and a thin
//! function. [`error`] alone makes error texts and exit codes.

mod commands;
pub(crate) mod context;
mod error;
mod help;
pub(crate) mod locale;
pub(crate) mod output;
#[cfg(test)]
mod reference;

use std::ffi::OsString;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use ihala_protocol::labels::Language;

pub(crate) use context::Context;
pub(crate) use error::CliError;
use output::tell;
pub(crate) use output::{Out, table};

const AFTER_HELP: &str = "\
Exit codes:
  0  done (queued for an agency that cannot be reached is done)
  1  internal error: disk, port, permission
  2  usage, or an input file with mistakes
  3  refused by policy, consent or trust
  4  not found
  5  the node is not running";

/// A federated peer-to-peer referral exchange between agencies.
#[derive(Debug, Parser)]
#[command(name = "ihala", version, after_help = AFTER_HELP, max_term_width = 100)]
struct Cli {
    /// The agency's folder [default: `$IHALA_HOME`, else the platform's folder for data]
    #[arg(long, global = true, value_name = "DIR")]
    home: Option<PathBuf>,
    /// Print exactly one JSON document, errors too
    #[arg(long, global = true)]
    json: bool,
    /// Print only the id of what was made or changed
    #[arg(long, short, global = true, conflicts_with = "json")]
    quiet: bool,
    /// In whose name: kept in the audit, never sent [default: the user of the system]
    #[arg(long = "as", global = true, value_name = "NAME")]
    actor: Option<String>,
    /// The language in which ihala speaks to you: en, tr, ar or es [default: `$IHALA_LANG`, else the system's]
    #[arg(long, global = true, value_name = "LANG", value_parser = locale::parse)]
    locale: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(commands::init::Args),
    Serve(commands::serve::Args),
    Card(commands::card::Args),
    Trust(commands::trust::Args),
    Roster(commands::roster::Args),
    Isp(commands::isp::Args),
    Consent(commands::consent::Args),
    Form(commands::form::Args),
    Refer(commands::refer::Args),
    List(commands::list::Args),
    Show(commands::show::Args),
    /// A person has opened the referral
    Receive(commands::step::Plain),
    /// Promise the service
    Accept(commands::step::Accept),
    /// Decline the referral, with a reason
    Decline(commands::step::Decline),
    /// Ask the sender for a field, a document or an explanation; your clock rests meanwhile
    Ask(commands::step::Ask),
    /// Give what the receiver asked for
    Answer(commands::step::Answer),
    /// Tell who the person is, after an accept, where consent or protocol had been in the way
    Release(commands::step::Plain),
    /// Make an appointment
    Schedule(commands::step::Schedule),
    /// The person came to the appointment
    Attended(commands::step::Plain),
    /// The person did not come to the appointment
    NoShow(commands::step::Plain),
    /// The appointment will not take place, with a reason
    CancelAppointment(commands::step::WithReason),
    /// Pause, for a waiting list say, with a reason
    Hold(commands::step::WithReason),
    /// Go on after a pause
    Resume(commands::step::Plain),
    /// Give up what was accepted, with a reason
    Drop(commands::step::WithReason),
    /// Ask the receiver what has become of it
    Nudge(commands::step::Plain),
    /// Say that it should never have been sent: wrong person, wrong agency
    MarkError(commands::step::WithReason),
    Nominate(commands::nominate::Args),
    Nominations(commands::nominate::ListArgs),
    Called(commands::called::Args),
    Receiver(commands::receiver::Args),
    Report(commands::report::Args),
    Retain(commands::retain::Args),
    Clock(commands::clock::Args),
    Passphrase(commands::passphrase::Args),
    Backup(commands::backup::Args),
    Restore(commands::restore::Args),
    Recovery(commands::recovery::Args),
    /// The service has begun
    Start(commands::step::Plain),
    /// The service has ended, with an outcome
    Complete(commands::step::WithOutcome),
    /// Ask the receiver to stop, with a reason
    Cancel(commands::step::WithReason),
    /// Stop, as the sender asked
    ConfirmCancel(commands::step::Plain),
    /// Go on although the sender asked to stop, with a reason
    RefuseCancel(commands::step::WithReason),
    Audit(commands::audit::Args),
    Status(commands::status::Args),
    Doctor(commands::doctor::Args),
    Decode(commands::decode::Args),
    Vectors(commands::vectors::Args),
    Demo(commands::demo::Args),
}

/// Runs the command line; the exit code says how it ended.
pub(crate) fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().map(unmarked).collect();
    locale::choose(&arguments);
    let command = help::in_language(Cli::command());
    let asked = help::asked_for(&command, &arguments);
    let parsed = command.try_get_matches_from(asked);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) if !error.use_stderr() => {
            // Help and version are answers, not errors.
            match locale::language() {
                Language::En => drop(error.print()),
                _ => output::say(&output::turned(help::shown(&error).trim_end())),
            }
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            return not_a_command(&error, arguments.iter().any(|a| a == "--json"));
        }
    };
    let json = cli.json;
    // A panic is a bug, and said to be one; the exit code stays within the contract.
    let ended = std::panic::catch_unwind(AssertUnwindSafe(|| run(cli)))
        .unwrap_or_else(|_| Err(CliError::internal(locale::sentence("bug"))));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => error.report(json),
    }
}

/// An argument without the marks by which an Arabic text isolates it, from which it was copied.
fn unmarked(argument: OsString) -> OsString {
    match argument.into_string() {
        Ok(text) => {
            let mark = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}');
            text.trim_matches(mark).into()
        }
        Err(other) => other,
    }
}

/// Tells what is wrong with a command.
fn not_a_command(error: &clap::Error, json: bool) -> ExitCode {
    let told = match locale::language() {
        // Clap says it well, as long as it is one document that is asked for or English.
        Language::En => None,
        _ => help::mistake(error),
    };
    if json {
        let text = error.render().to_string();
        let english = text.split("\n\nUsage:").next().unwrap_or_default();
        let english = english.replacen("error: ", "", 1);
        let english = || english.split_whitespace().collect::<Vec<_>>().join(" ");
        let told = locale::sentence("bad-command").with("told", told.unwrap_or_else(english));
        return CliError::usage(told).report(true);
    }
    match told {
        Some(told) => {
            tell!("{}: {told}", locale::say("error", &[]));
            if let Some(usage) = help::usage(error) {
                tell!("\n{usage}");
            }
        }
        None => drop(error.print()),
    }
    ExitCode::from(2)
}

fn run(cli: Cli) -> Result<(), CliError> {
    use ihala_protocol::referral::EventKind as E;
    let out = Out { json: cli.json, quiet: cli.quiet };
    let context = Context::new(cli.home, cli.actor.as_deref(), out)?;
    let step = |kind: E, args: &dyn commands::step::Step| commands::step::run(&context, kind, args);
    match &cli.command {
        Command::Init(args) => commands::init::run(&context, args),
        Command::Serve(args) => commands::serve::run(&context, args),
        Command::Card(args) => commands::card::run(&context, args),
        Command::Trust(args) => commands::trust::run(&context, args),
        Command::Roster(args) => commands::roster::run(&context, args),
        Command::Isp(args) => commands::isp::run(&context, args),
        Command::Consent(args) => commands::consent::run(&context, args),
        Command::Form(args) => commands::form::run(&context, args),
        Command::Refer(args) => commands::refer::run(&context, args),
        Command::List(args) => commands::list::run(&context, args),
        Command::Show(args) => commands::show::run(&context, args),
        Command::Receive(args) => step(E::Received, args),
        Command::Accept(args) => step(E::Accepted, args),
        Command::Decline(args) => step(E::Rejected, args),
        Command::Start(args) => step(E::Started, args),
        Command::Complete(args) => step(E::Completed, args),
        Command::Cancel(args) => step(E::CancelRequested, args),
        Command::ConfirmCancel(args) => step(E::CancelConfirmed, args),
        Command::RefuseCancel(args) => step(E::CancelRefused, args),
        Command::Ask(args) => step(E::Asked, args),
        Command::Answer(args) => step(E::Answered, args),
        Command::Release(args) => step(E::IdentityReleased, args),
        Command::Schedule(args) => step(E::Scheduled, args),
        Command::Attended(args) => step(E::Attended, args),
        Command::NoShow(args) => step(E::Unattended, args),
        Command::CancelAppointment(args) => step(E::AppointmentCancelled, args),
        Command::Hold(args) => step(E::PutOnHold, args),
        Command::Resume(args) => step(E::Resumed, args),
        Command::Drop(args) => step(E::Failed, args),
        Command::Nudge(args) => step(E::Nudged, args),
        Command::MarkError(args) => step(E::EnteredInError, args),
        Command::Nominate(args) => commands::nominate::run(&context, args),
        Command::Nominations(_) => commands::nominate::list(&context),
        Command::Called(args) => commands::called::run(&context, args),
        Command::Receiver(args) => commands::receiver::run(&context, args),
        Command::Report(args) => commands::report::run(&context, args),
        Command::Retain(args) => commands::retain::run(&context, args),
        Command::Clock(args) => commands::clock::run(&context, args),
        Command::Passphrase(args) => commands::passphrase::run(&context, args),
        Command::Backup(args) => commands::backup::run(&context, args),
        Command::Restore(args) => commands::restore::run(&context, args),
        Command::Recovery(args) => commands::recovery::run(&context, args),
        Command::Audit(args) => commands::audit::run(&context, args),
        Command::Status(args) => commands::status::run(&context, args),
        Command::Doctor(args) => commands::doctor::run(&context, args),
        Command::Decode(args) => commands::decode::run(&context, args),
        Command::Vectors(args) => commands::vectors::run(&context, args),
        Command::Demo(args) => commands::demo::run(&context, args),
    }
}
