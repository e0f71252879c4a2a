use std::fmt::Write as _;
use std::path::PathBuf;

use ihala_http::client::segment;
use ihala_protocol::definition::{self, About, DEFINITIONS, Definition};
use ihala_protocol::labels;
use ihala_protocol::words::isolated;
use ihala_protocol::{Form, Isp, schema, template};
use serde_json::{Value, json};

use super::fill;

use crate::cli::context::{read_text, write_new};
use crate::cli::output::{items, table, text};
use crate::cli::{CliError, Context, locale};
use crate::clock;

/// Forms: an empty one to fill in, a guided way to fill it in, and a check
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// The forms that there are
    List,
    /// Write an empty form with help above each field
    New {
        /// The form: inter-agency-referral, protection-assessment, heightened-risk or nomination-for-support
        name: String,
        /// Where to write it; without it, it is printed
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
        /// A protocol whose own fields are added: its id, or the start of it; asks the node
        #[arg(long, value_name = "ISP")]
        isp: Option<String>,
    },
    /// Fill a form in, question by question
    Fill {
        /// The form
        name: String,
        /// Where to write it
        #[arg(long, short, value_name = "FILE")]
        output: PathBuf,
    },
    /// Explain what is wrong in a form or missing from it
    Check {
        /// The form
        file: PathBuf,
        /// A protocol whose own fields are looked at too: its id, or the start of it; asks the node
        #[arg(long, value_name = "ISP")]
        isp: Option<String>,
    },
    /// Print a form as JSON Schema, for other software
    Schema {
        /// The form
        name: String,
    },
}

pub(crate) fn run(context: &Context, args: &Args) -> Result<(), CliError> {
    match &args.command {
        Command::List => list(context),
        Command::New { name, output, isp } => {
            let definition = find(name)?;
            let mut text = template::template(definition, locale::language());
            if isp.is_some() && definition.about == About::Service {
                return Err(CliError::usage(
                    locale::sentence("form-no-own").with("option", "--isp"),
                ));
            }
            if let Some(isp) = isp {
                let isp = context.get(&format!("/v1/isps/{}", segment(isp)))?;
                text.push_str(&own_section(&isp));
            }
            match output {
                Some(file) => {
                    write_new(file, &text)?;
                    written(context, file);
                }
                None => context.out.print_file(&json!({ "form": text }), &[], |_| text.clone()),
            }
        }
        Command::Fill { name, output } => {
            let definition = find(name)?;
            // Made before the first question: an answer must not be lost for want of a place.
            write_new(output, "")?;
            let keep = |text: &str| {
                std::fs::write(output, text).map_err(|error| CliError::unwritable(output, &error))
            };
            fill::fill(definition, locale::language(), clock::now(), keep)?;
            written(context, output);
        }
        Command::Check { file, isp } => {
            let isp = isp.as_ref().map(|isp| protocol(context, isp)).transpose()?;
            let form = Form::checked(&read_text(file)?, clock::now(), isp.as_ref());
            let form = form.map_err(|mistakes| CliError::mistakes(file, mistakes))?;
            let title = form.definition().title();
            let fields = form.ids().count() + form.unknown_own().count();
            context.out.print(&json!({ "form": title, "fields": fields }), &[], |_| {
                match form.unknown_own().next() {
                    None => locale::say("check-good", &[]),
                    Some(_) => locale::say("check-good-own", &[("group", "[own]")]),
                }
            });
        }
        Command::Schema { name } => {
            let schema = schema::schema(find(name)?, locale::language());
            context.out.print_file(&schema, &[], |schema| {
                serde_json::to_string_pretty(schema).unwrap_or_default()
            });
        }
    }
    Ok(())
}

/// A protocol that the node knows.
fn protocol(context: &Context, isp: &str) -> Result<Isp, CliError> {
    let value = context.get(&format!("/v1/isps/{}/file", segment(isp)))?;
    Ok(Isp::from_file(text(&value, "file").as_bytes())?)
}

/// The own fields of a protocol, each empty, with its label and what it may hold.
fn own_section(isp: &Value) -> String {
    let language = locale::language();
    let phrase = |key, fill: &[(&str, &str)]| labels::text(key, language, fill);
    let mut out = String::new();
    for field in items(isp, "own") {
        let name = text(field, "path").trim_start_matches("own.");
        let _ = writeln!(out, "\n# {}", text(field, "label"));
        let (hint, empty) = match text(field, "kind") {
            "number" => (phrase("form_number", &[("max", &field["max"].to_string())]), "\"\""),
            "flag" => (phrase("form_flag", &[]), "\"\""),
            "date" => (phrase("form_day", &[("example", "2026-01-31")]), "\"\""),
            "code" => (phrase("form_one", &[]), "\"\""),
            "codes" => (phrase("form_any", &[("example", "[\"a\", \"b\"]")]), "[]"),
            _ => (String::new(), "\"\""),
        };
        if !hint.is_empty() {
            let _ = writeln!(out, "# {hint}");
        }
        for code in items(field, "codes") {
            let name = isolated(text(code, "name"), language);
            let _ = writeln!(out, "#   {name}: {}", text(code, "label"));
        }
        let _ = writeln!(out, "{name} = {empty}");
    }
    if out.is_empty() { out } else { format!("\n[own]{out}") }
}

fn list(context: &Context) {
    let rows: Vec<Vec<String>> = DEFINITIONS
        .iter()
        .map(|d| {
            let (title, purpose) = labels::form(d.name, locale::language());
            vec![d.name.to_owned(), title, purpose]
        })
        .collect();
    let forms: Vec<_> =
        rows.iter().map(|r| json!({ "name": r[0], "title": r[1], "purpose": r[2] })).collect();
    let names: Vec<&str> = rows.iter().map(|r| r[0].as_str()).collect();
    context.out.print(&json!({ "forms": forms }), &names, |_| table(&rows));
}

fn written(context: &Context, file: &std::path::Path) {
    let file = file.display().to_string();
    context.out.print(&json!({ "file": file }), &[&file], |_| {
        let command = format!("ihala form check {file}");
        locale::say("fill-written", &[("file", &file), ("command", &command)])
    });
}

/// A form by its name, with or without a version.
fn find(name: &str) -> Result<&'static Definition, CliError> {
    let newest = || DEFINITIONS.iter().filter(|d| d.name == name).max_by_key(|d| d.version);
    definition::by_name(name).or_else(newest).ok_or_else(|| {
        let names: Vec<_> = DEFINITIONS.iter().map(|d| d.name).collect();
        CliError::not_found(locale::sentence("form-unknown").with("forms", locale::list(&names)))
    })
}
