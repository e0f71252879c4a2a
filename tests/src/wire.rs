//! What someone on the wire would see: a TCP proxy that records every byte.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Recorded streams, one for each direction of each connection.
pub type Recording = Arc<Mutex<Vec<Vec<u8>>>>;

/// Passes everything that comes to a port of its own on to `target`, and records it.
/// The thread ends with the process.
pub fn record(target: u16) -> (u16, Recording) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    let recording = Recording::default();
    let shared = recording.clone();
    std::thread::spawn(move || {
        for from in listener.incoming().flatten() {
            let Ok(to) = TcpStream::connect(("127.0.0.1", target)) else { continue };
            let (back_from, back_to) = (to.try_clone().unwrap(), from.try_clone().unwrap());
            pass(from, to, shared.clone());
            pass(back_from, back_to, shared.clone());
        }
    });
    (port, recording)
}

fn pass(mut from: TcpStream, mut to: TcpStream, recording: Recording) {
    let stream = {
        let mut streams = recording.lock().unwrap();
        streams.push(Vec::new());
        streams.len() - 1
    };
    std::thread::spawn(move || {
        let mut buffer = vec![0; 16 * 1024];
        while let Ok(n @ 1..) = from.read(&mut buffer) {
            recording.lock().unwrap()[stream].extend_from_slice(&buffer[..n]);
            if to.write_all(&buffer[..n]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Write);
    });
}
