//! Failures as answers: RFC 9457 problem details, and the exit code of the CLI.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ihala_engine::Failure;
use ihala_protocol::Mistake;
use serde::Serialize;

/// Why a request was not carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// What happened, in one sentence.
    pub title: String,
    /// HTTP status.
    pub status: u16,
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

impl Problem {
    fn new(status: StatusCode, exit: u8, title: impl Into<String>, advice: &str) -> Self {
        Self {
            title: title.into(),
            status: status.as_u16(),
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

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Invalid { message, advice, mistakes } => Self {
                mistakes,
                ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, 2, message, &advice)
            },
            Failure::Malformed(refusal) => Self {
                rule: Some(refusal.rule.id),
                ..Self::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    2,
                    refusal.to_string(),
                    refusal.rule.advice,
                )
            },
            Failure::Refused(refusal) => Self {
                rule: Some(refusal.rule.id),
                ..Self::new(StatusCode::FORBIDDEN, 3, refusal.to_string(), refusal.rule.advice)
            },
            Failure::Emergency { refusal, way } => {
                let advice = format!("{}\n{way}", refusal.rule.advice);
                Self {
                    rule: Some(refusal.rule.id),
                    ..Self::new(StatusCode::FORBIDDEN, 3, refusal.to_string(), &advice)
                }
            }
            Failure::NotFound { what, advice } => Self::new(StatusCode::NOT_FOUND, 4, what, advice),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let kind = [("content-type", "application/problem+json")];
        (status, kind, Json(self)).into_response()
    }
}
