use std::fmt::Write as _;

use ihala_http::client::segment;
use serde_json::Value;

use crate::cli::output::{items, table, text, time};
use crate::cli::{CliError, Context};

/// One referral with its whole history and who knows what
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Its id, or at least its first four digits
    #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
    id: String,
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let value = context.get(&format!("/v1/referrals/{}", segment(&args.id)))?;
    context.out.print(&value, &[text(&value, "id")], describe);
    Ok(())
}

pub(crate) fn describe(value: &Value) -> String {
    let way = if value["direction"] == "in" { "from" } else { "to" };
    let status = &value["status"];
    let mut out = format!(
        "referral {} {way} {}\n{} {}: {} ({})\n\n",
        text(value, "id"),
        text(&value["with"], "name"),
        text(value, "urgency"),
        text(value, "case_type"),
        text(status, "task"),
        text(status, "business"),
    );
    let rows: Vec<_> = items(value, "fields")
        .map(|f| vec![format!("  {}", text(f, "label")), text(f, "value").replace('\n', "\n    ")])
        .collect();
    out.push_str(&table(&rows));
    for field in items(value, "withheld") {
        let _ = writeln!(
            out,
            "  withheld: {} ({})",
            text(field, "label"),
            text(&field["problem"], "rule")
        );
    }
    out.push_str("\nhistory\n");
    for entry in items(value, "history") {
        let _ = write!(
            out,
            "  {}  {}  {}",
            time(&entry["at"]),
            text(&entry["by"], "name"),
            text(entry, "step")
        );
        for part in [text(entry, "label"), text(entry, "note")] {
            if !part.is_empty() {
                let _ = write!(out, ": {part}");
            }
        }
        match text(entry, "delivery") {
            "" => {}
            "queued" => out.push_str("  [waiting to be delivered]"),
            delivery => {
                let _ = write!(out, "  [{delivery} {}]", time(&entry["settled"]));
            }
        }
        if let Some(rule) = entry["problem"]["rule"].as_str() {
            let _ = write!(out, " {rule}: {}", text(&entry["problem"], "sentence"));
        }
        out.push('\n');
    }
    out.push_str("\nwho knows what\n");
    for knows in items(value, "who_knows") {
        let _ = writeln!(
            out,
            "  {}: {} fields ({})",
            text(&knows["agency"], "name"),
            items(knows, "fields").count(),
            text(knows, "basis")
        );
    }
    let steps: Vec<_> = items(value, "next_steps").filter_map(Value::as_str).collect();
    if !steps.is_empty() {
        let _ = writeln!(out, "\nyou can now: {}", steps.join(", "));
    }
    out
}
