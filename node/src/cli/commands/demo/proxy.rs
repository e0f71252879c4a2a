//! A TCP proxy that records every byte: what someone on the wire would see.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What went through.
#[derive(Clone, Default)]
pub(crate) struct Traffic {
    /// All bytes, one stream for each direction of each connection.
    pub(crate) streams: Vec<Vec<u8>>,
}

/// A running proxy; it stops when dropped.
pub(crate) struct Proxy {
    pub(crate) port: u16,
    traffic: Arc<Mutex<Traffic>>,
    task: JoinHandle<()>,
}

impl Proxy {
    /// Listens on a port of its own and passes everything on to `target`.
    pub(crate) async fn start(target: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let traffic = Arc::new(Mutex::new(Traffic::default()));
        let shared = traffic.clone();
        let task = tokio::spawn(async move {
            while let Ok((from, _)) = listener.accept().await {
                tokio::spawn(pass(from, target, shared.clone()));
            }
        });
        Ok(Self { port, traffic, task })
    }

    /// What has gone through so far.
    pub(crate) fn traffic(&self) -> Traffic {
        self.traffic.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(from: TcpStream, target: u16, traffic: Arc<Mutex<Traffic>>) {
    let Ok(to) = TcpStream::connect(("127.0.0.1", target)).await else { return };
    let (from_read, from_write) = from.into_split();
    let (to_read, to_write) = to.into_split();
    let first = {
        let mut traffic = traffic.lock().unwrap_or_else(PoisonError::into_inner);
        traffic.streams.extend([Vec::new(), Vec::new()]);
        traffic.streams.len() - 2
    };
    tokio::join!(
        record(from_read, to_write, traffic.clone(), first),
        record(to_read, from_write, traffic, first + 1)
    );
}

async fn record(
    mut read: impl AsyncRead + Unpin,
    mut write: impl AsyncWrite + Unpin,
    traffic: Arc<Mutex<Traffic>>,
    stream: usize,
) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(n @ 1..) = read.read(&mut buffer).await {
        let bytes = &buffer[..n];
        traffic.lock().unwrap_or_else(PoisonError::into_inner).streams[stream]
            .extend_from_slice(bytes);
        if write.write_all(bytes).await.is_err() {
            return;
        }
    }
    let _ = write.shutdown().await;
}
