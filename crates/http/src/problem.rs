//! Failures as answers: RFC 9457 problem details, and the exit code of the CLI.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ihala_engine::Failure;
use ihala_envelope::Refusal;
use ihala_protocol::labels::{self, Language, Sentence};
use serde::Serialize;

/// Why a request was not carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// What happened, in one sentence.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened, by a name that is the same in every language; none where a rule says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// ID of the rule that forbids it, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// What to do.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub advice: String,
    /// Mistakes in an input file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<Mistake>,
    /// Exit code of a command that ends with this.
    pub exit: u8,
}

/// A mistake in an input file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there, and what to write instead.
    pub message: String,
}

impl Problem {
    fn new(status: StatusCode, exit: u8, title: impl Into<String>, advice: &str) -> Self {
        Self {
            title: title.into(),
            status: status.as_u16(),
            code: None,
            rule: None,
            advice: advice.into(),
            mistakes: Vec::new(),
            exit,
        }
    }

    /// The request itself does not make sense.
    pub fn invalid(title: impl Into<String>) -> Self {
        let advice = "see the documentation of the API, or `ihala help`";
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, 2, title, advice)
    }

    /// Nothing is at this path, or it is not used like this.
    pub fn no_such_path() -> Self {
        let advice = "see the documentation of the API, or `ihala help`";
        Self::new(StatusCode::NOT_FOUND, 4, "there is no such path", advice)
    }

    /// The node stopped before it could answer.
    pub fn stopped() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            1,
            "the node stopped before it could answer, so this may not have been done",
            "look at the node's own output for the reason",
        )
    }
}

impl Problem {
    /// A failure, in the language of whoever asked.
    pub fn of(failure: &Failure, language: Language) -> Self {
        let told = |status, exit, what: &Sentence| Self {
            code: Some(what.key()),
            ..Self::new(status, exit, what.text(language), &what.advice(language))
        };
        match failure {
            Failure::Invalid { what, mistakes } => {
                let mistakes = mistakes.iter().map(|mistake| Mistake {
                    line: mistake.line,
                    message: mistake.what.text(language),
                });
                Self {
                    mistakes: mistakes.collect(),
                    ..told(StatusCode::UNPROCESSABLE_ENTITY, 2, what)
                }
            }
            Failure::NotFound(what) => told(StatusCode::NOT_FOUND, 4, what),
            Failure::Malformed(refusal) => {
                Self::refused(StatusCode::UNPROCESSABLE_ENTITY, 2, refusal, None, language)
            }
            Failure::Refused { refusal, because, way } => {
                let because = because.as_deref();
                let mut problem =
                    Self::refused(StatusCode::FORBIDDEN, 3, refusal, because, language);
                if let Some(way) = way {
                    problem.advice = format!("{}\n{}", problem.advice, way.text(language));
                }
                problem
            }
        }
    }

    /// A rule that forbids it, and what of the case breaks it.
    fn refused(
        status: StatusCode,
        exit: u8,
        refusal: &Refusal,
        because: Option<&Sentence>,
        language: Language,
    ) -> Self {
        let id = refusal.rule.id;
        let sentence = match because {
            Some(because) => format!("{} ({})", labels::rule(id, language), because.text(language)),
            None => labels::refusal(refusal, language),
        };
        let title = format!("{id}: {sentence}");
        // How it came about may ask for something else than the rule does.
        let own = because.map(|because| because.advice(language)).filter(|own| !own.is_empty());
        let advice = own.unwrap_or_else(|| labels::advice(id, language));
        Self { rule: Some(id), ..Self::new(status, exit, title, &advice) }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = [("content-type", "application/problem+json")];
        (status, kind, Json(self)).into_response()
    }
}
