//! Every size limit of the envelope layer, in one place (`spec/envelope.md` §Limits).
//!
//! A limit is checked before the bytes it bounds are parsed or copied.

/// Longest sealed envelope accepted, in bytes: the largest bucket, the longest
/// encapsulated key and 320 bytes for the AEAD tag and the COSE headers.
pub const ENVELOPE_MAX: usize = FRAME_MAX + 1_120 + 320;

/// Longest plaintext frame, in bytes: the largest padding bucket.
pub const FRAME_MAX: usize = 65_536;

/// Longest payload inside a frame, in bytes.
pub const PAYLOAD_MAX: usize = 61_440;

/// Longest `COSE_Sign1` of any class, in bytes.
pub const SIGN1_MAX: usize = 32_768;

/// Deepest nesting of arrays, maps and tags in any document.
pub const DEPTH_MAX: usize = 12;

/// Sizes, in bytes, to which a plaintext frame is padded. A watcher of the wire
/// learns one of these numbers and nothing finer.
pub const BUCKETS: [usize; 14] = [
    512, 768, 1_024, 1_536, 2_048, 3_072, 4_096, 6_144, 8_192, 12_288, 16_384, 24_576, 32_768,
    FRAME_MAX,
];
