//! The local interface: a REST API on a Unix socket inside the agency's home.
//!
//! Whoever can enter the home can use it; there is no other login. The CLI is its
//! first client. [`routes`] turns requests into engine commands, [`problem`] turns
//! failures into answers, [`client`] is the other end.

pub mod client;
pub mod problem;
pub mod routes;

use ihala_engine::{Actor, Answer, Command, Failure};
use ihala_protocol::labels::Language;
use tokio::net::UnixListener;
use tokio::sync::{mpsc, oneshot};

/// A command on its way to the engine.
pub struct Request {
    /// Who asks.
    pub actor: Actor,
    /// In which language they are answered.
    pub language: Language,
    /// What for.
    pub command: Command,
    /// Where the answer goes. Dropped without an answer if the node stops.
    pub answer: oneshot::Sender<Result<Answer, Failure>>,
}

/// The way to the engine.
pub type Desk = mpsc::Sender<Request>;

/// Header that names the staff member who asks, as UTF-8.
pub const ACTOR_HEADER: &str = "ihala-actor";

/// Longest request body, in bytes.
pub const BODY_MAX: usize = 1 << 20;

/// Serves the API until `stop` completes.
pub async fn serve(
    listener: UnixListener,
    desk: Desk,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(listener, routes::router(desk)).with_graceful_shutdown(stop).await
}
