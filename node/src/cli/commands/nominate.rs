use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::context::read_text;
use crate::cli::output::{indented, items, table, text, time};
use crate::cli::{CliError, Context, locale};

/// Tell a coordination body of a service that does not reach refugees; no person is named
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A form made by `ihala form new nomination-for-support`
    form: PathBuf,
    /// The agency that is told: name, id, or the start of the id
    #[arg(long, value_name = "AGENCY")]
    to: String,
}

/// Services that were nominated, here or to us, the newest first
#[derive(Debug, clap::Args)]
pub(crate) struct ListArgs {}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    let body = json!({ "form": read_text(&args.form)?, "to": args.to });
    let value = context.post("/v1/nominations", &body);
    let value = value.map_err(|error| error.if_mistakes_in(&args.form))?;
    context.out.print(&value["nominations"][0], &[], |nomination| {
        locale::say("nominate-queued", &[("agency", text(&nomination["to"], "name"))])
    });
    Ok(())
}

pub(crate) fn list(context: &Context) -> Result<(), CliError> {
    let value = context.get("/v1/nominations")?;
    context.out.print(&value, &[], |value| {
        let told: Vec<String> = items(value, "nominations").map(describe).collect();
        if told.is_empty() { locale::say("nominate-none", &[]) } else { told.join("\n") }
    });
    Ok(())
}

fn describe(nomination: &Value) -> String {
    let (by, to) = (text(&nomination["by"], "name"), text(&nomination["to"], "name"));
    let way = locale::say("nominate-way", &[("by", by), ("to", to)]);
    let row =
        |field: &Value| vec![format!("  {}", text(field, "label")), indented(text(field, "value"))];
    let rows: Vec<_> = items(nomination, "fields").map(row).collect();
    let head = table(&[vec![time(&nomination["at"]), way]]);
    format!("{head}{}", table(&rows))
}
