use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use ihala_http::client::segment;
use ihala_protocol::codes::CONTACT_METHOD;
use ihala_protocol::referral::{EventKind, Role};
use serde_json::json;

use super::show::describe;
use super::step::codes;
use crate::cli::output::text;
use crate::cli::{CliError, Context};

/// What a receiver without a node has answered or done: shown as reported, never as signed
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The referral: its id, or at least its first four digits
    #[arg(value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// The step, as `ihala show` names it: accept, decline, start, complete, erased, ...
    #[arg(value_parser = steps())]
    step: String,
    /// Who said it
    #[arg(long, value_name = "NAME")]
    said_by: String,
    /// How
    #[arg(long, value_name = "WAY", value_parser = codes(&CONTACT_METHOD))]
    how: String,
    /// When, with the offset from UTC [default: now]
    #[arg(long, value_name = "TIME")]
    when: Option<String>,
    /// The reason, outcome or legal basis, where the step needs one
    #[arg(long, value_name = "CODE", visible_aliases = ["reason", "outcome", "basis"])]
    code: Option<String>,
    /// The time of an appointment, or until when something is kept
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// It takes on the safe-contact obligations
    #[arg(long)]
    safe_contact: bool,
    /// What else was said, where protocol and consent cover notes
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

/// What the other side can do by command, and what only its node would say.
fn steps() -> PossibleValuesParser {
    let by_node = [EventKind::Erased, EventKind::Retained, EventKind::Stopped];
    let taken = EventKind::ALL.iter().copied().filter(|kind| kind.by().allows(Role::Receiver));
    let commands = taken.map(EventKind::command).filter(|command| !command.is_empty());
    commands.chain(by_node.map(EventKind::name)).collect::<Vec<_>>().into()
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let path = format!("/v1/referrals/{}/report/{}", segment(&args.id), segment(&args.step));
    let body = json!({
        "said_by": args.said_by,
        "how": args.how,
        "when": args.when,
        "code": args.code,
        "at": args.at,
        "safe_contact": args.safe_contact,
        "note": args.note,
    });
    let value = context.post(&path, &body)?;
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}
