//! The other end of the API: what the CLI and the tests use.

use std::io;
use std::path::{Path, PathBuf};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HOST, HeaderValue};
use hyper::{Method, Request};
use hyper_util::rt::TokioIo;
use ihala_protocol::labels::Language;
use serde_json::Value;
use tokio::net::UnixStream;

use crate::ACTOR_HEADER;

/// A node's API.
#[derive(Clone, Debug)]
pub struct Client {
    socket: PathBuf,
    actor: String,
    language: Language,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// Nobody listens on the socket.
    #[error("the node is not running")]
    NotRunning,
    /// The socket cannot be used.
    #[error("cannot talk to the node: {0}")]
    Socket(#[source] io::Error),
    /// The node went away before it answered.
    #[error("the node stopped before it could answer, so this may not have been done")]
    Stopped,
    /// What listens on the socket is no node of this version.
    #[error("the answer is not one of this version: are node and command of the same version?")]
    NotAnAnswer,
    /// The node answered with a problem: see [`crate::problem::Problem`].
    #[error("{}", .0["title"].as_str().unwrap_or("the node refused"))]
    Problem(Value),
}

impl Client {
    /// The API on `socket`, used in the name of `actor`, answered in their language.
    pub fn new(socket: &Path, actor: &str, language: Language) -> Self {
        Self { socket: socket.to_owned(), actor: actor.to_owned(), language }
    }

    /// Asks for a resource.
    pub async fn get(&self, path: &str) -> Result<Value, ClientError> {
        self.call(Method::GET, path, &Value::Null).await
    }

    /// Hands in an object.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Value, ClientError> {
        self.call(Method::POST, path, body).await
    }

    /// Removes a resource.
    pub async fn delete(&self, path: &str) -> Result<Value, ClientError> {
        self.call(Method::DELETE, path, &Value::Null).await
    }

    async fn call(&self, method: Method, path: &str, body: &Value) -> Result<Value, ClientError> {
        let stream = UnixStream::connect(&self.socket).await.map_err(|e| match e.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::ConnectionRefused => ClientError::NotRunning,
            _ => ClientError::Socket(e),
        })?;
        let stopped = |_: hyper::Error| ClientError::Stopped;
        let (mut sender, connection) =
            hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(stopped)?;
        let connection = tokio::spawn(connection);
        let actor = HeaderValue::from_bytes(self.actor.as_bytes())
            .map_err(|e| ClientError::Socket(io::Error::other(e)))?;
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(HOST, "ihala")
            .header(ACTOR_HEADER, actor)
            .header(ACCEPT_LANGUAGE, self.language.code())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::new(Bytes::from(body)))
            .map_err(|e| ClientError::Socket(io::Error::other(e)))?;
        let response = sender.send_request(request).await.map_err(stopped)?;
        let ok = response.status().is_success();
        let bytes = response.into_body().collect().await.map_err(stopped)?.to_bytes();
        connection.abort();
        let value: Value = serde_json::from_slice(&bytes).map_err(|_| ClientError::NotAnAnswer)?;
        if ok { Ok(value) } else { Err(ClientError::Problem(value)) }
    }
}

/// Percent-encodes text for one segment of a path (RFC 3986 §2.3).
pub fn segment(text: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
