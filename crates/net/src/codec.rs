//! Frames: four bytes of length, big-endian, then as many bytes.
//!
//! Our own, because libp2p's CBOR codec doubles byte strings. The length is
//! checked before anything is allocated for it.

use std::io;

use libp2p::StreamProtocol;
use libp2p::futures::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use libp2p::request_response::Codec;

use crate::{REPLY_MAX, REQUEST_MAX};

/// The protocol's name on the wire.
pub(crate) const PROTOCOL: StreamProtocol = StreamProtocol::new("/ihala/envelope/1");

#[derive(Clone, Copy, Default)]
pub(crate) struct Frames;

async fn read<T: AsyncRead + Unpin + Send>(io: &mut T, max: usize) -> io::Result<Vec<u8>> {
    let mut length = [0; 4];
    io.read_exact(&mut length).await?;
    let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
    if length > max {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the frame is longer than allowed"));
    }
    let mut body = vec![0; length];
    io.read_exact(&mut body).await?;
    Ok(body)
}

async fn write<T: AsyncWrite + Unpin + Send>(
    io: &mut T,
    body: &[u8],
    max: usize,
) -> io::Result<()> {
    let length = u32::try_from(body.len()).ok().filter(|_| body.len() <= max);
    let length = length.ok_or(io::ErrorKind::InvalidInput)?;
    io.write_all(&length.to_be_bytes()).await?;
    io.write_all(body).await
}

impl Codec for Frames {
    type Protocol = StreamProtocol;
    type Request = Vec<u8>;
    type Response = Vec<u8>;

    async fn read_request<T>(&mut self, _: &StreamProtocol, io: &mut T) -> io::Result<Vec<u8>>
    where
        T: AsyncRead + Unpin + Send,
    {
        read(io, REQUEST_MAX).await
    }

    async fn read_response<T>(&mut self, _: &StreamProtocol, io: &mut T) -> io::Result<Vec<u8>>
    where
        T: AsyncRead + Unpin + Send,
    {
        read(io, REPLY_MAX).await
    }

    async fn write_request<T>(
        &mut self,
        _: &StreamProtocol,
        io: &mut T,
        request: Vec<u8>,
    ) -> io::Result<()>
    where
        T: AsyncWrite + Unpin + Send,
    {
        write(io, &request, REQUEST_MAX).await
    }

    async fn write_response<T>(
        &mut self,
        _: &StreamProtocol,
        io: &mut T,
        response: Vec<u8>,
    ) -> io::Result<()>
    where
        T: AsyncWrite + Unpin + Send,
    {
        write(io, &response, REPLY_MAX).await
    }
}

#[cfg(test)]
mod tests {
    use libp2p::futures::executor::block_on;

    use super::*;

    #[test]
    fn a_length_over_the_limit_is_refused_before_its_bytes_are_there() {
        let framed = |length: u32, body: &[u8]| [&length.to_be_bytes()[..], body].concat();
        let read_all = |bytes: Vec<u8>| block_on(read(&mut bytes.as_slice(), 4));
        assert_eq!(read_all(framed(4, b"body")).unwrap(), b"body");
        assert_eq!(read_all(framed(u32::MAX, b"")).unwrap_err().kind(), io::ErrorKind::InvalidData);
        assert_eq!(read_all(framed(5, b"body!")).unwrap_err().kind(), io::ErrorKind::InvalidData);
        assert_eq!(read_all(framed(4, b"bo")).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
