//! How errors look, and their exit codes: what happened, the rule, what to do.

use std::path::Path;
use std::process::ExitCode;

use ihala_envelope::Refusal;
use ihala_http::client::ClientError;
use ihala_protocol::Mistakes;
use ihala_protocol::labels::{self, Sentence};
use ihala_protocol::words::isolated;
use ihala_store::StoreError;
use serde_json::{Value, json};

use super::locale::{self, sentence};
use super::output::{say, tell};

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
    /// What happened, by a name that is the same in every language.
    code: Option<String>,
    advice: String,
    /// What is wrong in a file: line, and what to write instead.
    mistakes: Vec<(u64, String)>,
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
            code: None,
            advice: advice.into(),
            mistakes: Vec::new(),
            file: None,
            answered: false,
        }))
    }

    fn told(exit: u8, what: Sentence) -> Self {
        let code = what.key().to_owned();
        let (title, advice) = what.told(locale::language());
        let mut error = Self::new(exit, title, advice);
        error.0.code = Some(code);
        error
    }

    /// Disk, port, permission.
    pub(crate) fn internal(what: Sentence) -> Self {
        Self::told(1, what)
    }

    /// The command or its input does not make sense.
    pub(crate) fn usage(what: Sentence) -> Self {
        Self::told(2, what)
    }

    /// There is no such thing.
    pub(crate) fn not_found(what: Sentence) -> Self {
        Self::told(4, what)
    }

    /// The node of this home is not running.
    pub(crate) fn not_running(home: &Path) -> Self {
        let serve = format!("ihala --home {} serve", shell_quoted(home));
        Self::told(NOT_RUNNING, sentence("not-running").with("command", serve))
    }

    /// An input file has mistakes.
    pub(crate) fn mistakes(file: &Path, mistakes: Mistakes) -> Self {
        let mut error = Self::usage(sentence("file-mistakes"));
        let told = mistakes.0.into_iter().map(|m| (m.line as u64, m.what.text(locale::language())));
        error.0.mistakes = told.collect();
        error.in_file(file)
    }

    /// A rule that is broken.
    fn broken(exit: u8, refusal: &Refusal) -> Self {
        let (id, language) = (refusal.rule.id, locale::language());
        let title = format!("{id}: {}", labels::refusal(refusal, language));
        let mut error = Self::new(exit, title, labels::advice(id, language));
        error.0.rule = Some(id.to_owned());
        error
    }

    /// A document in a file that does not validate.
    pub(crate) fn bad_input(refusal: &Refusal) -> Self {
        Self::broken(2, refusal)
    }

    /// A part of what was handed in was refused by a rule; the rest is in force.
    pub(crate) fn refused_in_part(rule: &str) -> Self {
        let sentence = labels::rule(rule, locale::language());
        let mut error =
            Self::new(3, format!("{rule}: {sentence}"), labels::advice(rule, locale::language()));
        error.0.rule = Some(rule.to_owned());
        error
    }

    /// `audit verify` found something; the report has said what.
    pub(crate) fn damaged_audit() -> Self {
        Self::internal(sentence("audit-damaged"))
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
        let what = sentence("refused-by-peer").with("agency", agency).with("rule", text("rule"));
        let what = what.with("sentence", text("sentence")).with("advice", text("advice"));
        let mut error = Self::told(3, what);
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
        let told = |key| sentence(key).with("file", file.display());
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::usage(told("file-missing")),
            std::io::ErrorKind::InvalidData => Self::usage(told("file-not-text")),
            _ => Self::internal(told("file-unreadable").with("error", error)),
        }
    }

    /// An output file that cannot be written.
    pub(crate) fn unwritable(file: &Path, error: &std::io::Error) -> Self {
        let told = |key| sentence(key).with("file", file.display());
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => Self::usage(told("file-exists")),
            _ => Self::internal(told("file-unwritable").with("error", error)),
        }
    }

    /// What the node answered, or that it did not.
    pub(crate) fn from_client(error: ClientError, home: &Path) -> Self {
        match error {
            ClientError::NotRunning => Self::not_running(home),
            ClientError::Problem(value) => Self::from_problem(&value),
            ClientError::Socket(error) => {
                Self::internal(sentence("client-socket").with("error", error))
            }
            ClientError::Stopped => Self::internal(sentence("client-stopped")),
            ClientError::NotAnAnswer => Self::internal(sentence("client-not-an-answer")),
        }
    }

    fn from_problem(value: &Value) -> Self {
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let exit = value["exit"].as_u64().and_then(|e| u8::try_from(e).ok()).unwrap_or(1);
        let mistakes = value["mistakes"].as_array().into_iter().flatten();
        let mistakes = mistakes.map(|m| {
            let message = m["message"].as_str().unwrap_or_default();
            (m["line"].as_u64().unwrap_or_default(), message.to_owned())
        });
        let mut error = Self::new(exit, text("title"), text("advice"));
        error.0.rule = value["rule"].as_str().map(str::to_owned);
        error.0.code = value["code"].as_str().map(str::to_owned);
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
                "code": this.code,
                "advice": this.advice,
                "exit": this.exit,
            });
            if !this.mistakes.is_empty() {
                let mistake = |(line, message)| json!({ "line": line, "message": message });
                error["mistakes"] = this.mistakes.iter().map(|(l, m)| mistake((l, m))).collect();
            }
            if let Some(file) = &this.file {
                error["file"] = json!(file);
            }
            if !this.answered {
                say(&json!({ "error": error }).to_string());
            }
        }
        let place = this
            .file
            .as_ref()
            .map_or(String::new(), |f| format!("{}: ", isolated(f, locale::language())));
        tell!("{}: {place}{}", locale::say("error", &[]), this.title);
        for (line, what) in &this.mistakes {
            let line = line.to_string();
            tell!("  {}", locale::say("mistake", &[("line", &line), ("what", what)]));
        }
        if !this.advice.is_empty() {
            tell!("  {}: {}", locale::say("what-to-do", &[]), this.advice);
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
        let key = match &error {
            StoreError::NeedsPassphrase => return Self::usage(sentence("passphrase-needed")),
            StoreError::WrongPassphrase => return Self::usage(sentence("passphrase-wrong")),
            StoreError::InUse { .. } => "store-in-use",
            StoreError::Unsafe { .. } => "store-unsafe",
            StoreError::Damaged(_) => "store-damaged",
            StoreError::Io { .. } | StoreError::Engine(_) => "store-disk",
        };
        Self::internal(sentence(key).with("error", error))
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        Self::broken(3, &refusal)
    }
}

fn shell_quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    if text.chars().all(plain) { text } else { format!("'{}'", text.replace('\'', "'\\''")) }
}
