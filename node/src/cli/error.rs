//! How errors look, and their exit codes: what happened, the rule, what to do.

use std::path::Path;
use std::process::ExitCode;

use ihala_envelope::Refusal;
use ihala_http::client::ClientError;
use ihala_protocol::{Mistake, Mistakes};
use ihala_store::StoreError;
use serde_json::{Value, json};

use super::locale::{self, say as say_in};
use super::output::say;

const NOT_RUNNING: u8 = 5;

/// Why a command failed: what happened, the rule if any, what to do.
///
/// Boxed, so that every function's happy way stays small.
#[derive(Debug)]
pub(crate) struct CliError(Box<Report>);

#[derive(Debug)]
struct Report {
    exit: u8,
    title: String,
    rule: Option<String>,
    advice: String,
    mistakes: Vec<Mistake>,
    file: Option<String>,
    /// The command has printed its one JSON document already.
    answered: bool,
}

impl CliError {
    fn new(exit: u8, title: impl Into<String>, advice: impl Into<String>) -> Self {
        Self(Box::new(Report {
            exit,
            title: title.into(),
            rule: None,
            advice: advice.into(),
            mistakes: Vec::new(),
            file: None,
            answered: false,
        }))
    }

    /// Disk, port, permission.
    pub(crate) fn internal(title: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::new(1, title, advice)
    }

    /// The command or its input does not make sense.
    pub(crate) fn usage(title: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::new(2, title, advice)
    }

    /// There is no such thing.
    pub(crate) fn not_found(title: impl Into<String>, advice: impl Into<String>) -> Self {
        Self::new(4, title, advice)
    }

    /// The node of this home is not running.
    pub(crate) fn not_running(home: &Path) -> Self {
        let serve = format!("ihala --home {} serve", shell_quoted(home));
        Self::new(NOT_RUNNING, "the node is not running", format!("start it: {serve}"))
    }

    /// An input file has mistakes.
    pub(crate) fn mistakes(file: &Path, mistakes: Mistakes) -> Self {
        let mut error = Self::new(2, "the file has mistakes", "correct them and try again");
        error.0.mistakes = mistakes.0;
        error.in_file(file)
    }

    /// A document in a file that does not validate.
    pub(crate) fn bad_input(refusal: &Refusal) -> Self {
        let mut error = Self::new(2, refusal.to_string(), refusal.rule.advice);
        error.0.rule = Some(refusal.rule.id.to_owned());
        error
    }

    /// `audit verify` found something; the report has said what.
    pub(crate) fn damaged_audit() -> Self {
        Self::internal(
            "the audit found something that does not fit",
            "keep the folder as it is for the investigation, and restore a backup elsewhere",
        )
    }

    /// The same error, after the command's one JSON document has been printed.
    #[must_use]
    pub(crate) fn after_answer(mut self) -> Self {
        self.0.answered = true;
        self
    }

    /// A message of ours was refused for good by the other node.
    pub(crate) fn refused_by_peer(agency: &str, problem: &Value) -> Self {
        let text = |key: &str| problem[key].as_str().unwrap_or_default();
        let title = format!("{agency} refused it: {}: {}", text("rule"), text("sentence"));
        let mut error = Self::new(3, title, text("advice"));
        error.0.rule = Some(text("rule").to_owned());
        error
    }

    /// Whether the reason is that the node does not run.
    pub(crate) fn is_not_running(&self) -> bool {
        self.0.exit == NOT_RUNNING
    }

    /// The same error; if it is about mistakes in the input, those of this file.
    #[must_use]
    pub(crate) fn if_mistakes_in(self, file: &Path) -> Self {
        if self.0.mistakes.is_empty() { self } else { self.in_file(file) }
    }

    /// The same error, about a file.
    #[must_use]
    pub(crate) fn in_file(mut self, file: &Path) -> Self {
        self.0.file = Some(file.display().to_string());
        self
    }

    /// An input file that cannot be read.
    pub(crate) fn unreadable(file: &Path, error: &std::io::Error) -> Self {
        let advice = "check the path and the permissions";
        match error.kind() {
            std::io::ErrorKind::NotFound => {
                Self::usage(format!("there is no file {}", file.display()), advice)
            }
            std::io::ErrorKind::InvalidData => Self::usage(
                format!("{} is not a text file in UTF-8", file.display()),
                "save it as UTF-8, or name another file",
            ),
            _ => Self::internal(format!("cannot read {}: {error}", file.display()), advice),
        }
    }

    /// An output file that cannot be written.
    pub(crate) fn unwritable(file: &Path, error: &std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            return Self::usage(
                format!("{} exists already", file.display()),
                "move it away, or name another file",
            );
        }
        Self::internal(
            format!("cannot write {}: {error}", file.display()),
            "check the path, the permissions and the free space of the disk",
        )
    }

    /// What the node answered, or that it did not.
    pub(crate) fn from_client(error: ClientError, home: &Path) -> Self {
        match error {
            ClientError::NotRunning => Self::not_running(home),
            ClientError::Problem(value) => Self::from_problem(&value),
            other => Self::internal(
                other.to_string(),
                "look at the node's own output; before you repeat the command, check `ihala list`",
            ),
        }
    }

    fn from_problem(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let exit = value["exit"].as_u64().and_then(|e| u8::try_from(e).ok()).unwrap_or(1);
        let mistakes = value["mistakes"].as_array().into_iter().flatten();
        let mistakes = mistakes.map(|m| Mistake {
            line: m["line"].as_u64().and_then(|l| usize::try_from(l).ok()).unwrap_or_default(),
            message: m["message"].as_str().unwrap_or_default().to_owned(),
        });
        let mut error = Self::new(exit, text("title"), text("advice"));
        error.0.rule = value["rule"].as_str().map(str::to_owned);
        error.0.mistakes = mistakes.collect();
        error
    }

    /// Tells the error and gives the exit code.
    pub(crate) fn report(&self, json: bool) -> ExitCode {
        let this = &self.0;
        if json {
            let mut error = json!({
                "title": this.title,
                "rule": this.rule,
                "advice": this.advice,
                "exit": this.exit,
            });
            if !this.mistakes.is_empty() {
                error["mistakes"] = json!(this.mistakes);
            }
            if let Some(file) = &this.file {
                error["file"] = json!(file);
            }
            if !this.answered {
                say(&json!({ "error": error }).to_string());
            }
        }
        let place = this.file.as_ref().map_or(String::new(), |f| format!("{f}: "));
        let known = this.rule.as_ref().and_then(|id| locale::rule(id, &this.title, &this.advice));
        let (title, advice) = known.unwrap_or_else(|| (this.title.clone(), this.advice.clone()));
        eprintln!("{}: {place}{title}", say_in("error", &[]));
        for mistake in &this.mistakes {
            eprintln!("  {mistake}");
        }
        if !advice.is_empty() {
            eprintln!("  {}: {advice}", say_in("what_to_do", &[]));
        }
        ExitCode::from(this.exit)
    }

    /// The rule that forbids it, if one does.
    pub(crate) fn rule(&self) -> Option<&str> {
        self.0.rule.as_deref()
    }

    /// What happened.
    pub(crate) fn title(&self) -> &str {
        &self.0.title
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        let advice = match &error {
            StoreError::InUse { .. } => "the node of this home is running already: stop it first",
            StoreError::Unsafe { .. } => "only the user who runs ihala may be able to read it",
            StoreError::Damaged(_) => {
                "restore the folder from a backup; keep this one for the investigation"
            }
            StoreError::Io { .. } | StoreError::Engine(_) => {
                "check the permissions and the free space of the disk"
            }
        };
        Self::internal(error.to_string(), advice)
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        let mut error = Self::new(3, refusal.to_string(), refusal.rule.advice);
        error.0.rule = Some(refusal.rule.id.to_owned());
        error
    }
}

fn shell_quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
