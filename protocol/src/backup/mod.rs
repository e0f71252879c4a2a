//! Backup files (`spec/backup.md`): everything that an agency's node holds, sealed so that only
//! the recovery file opens it, and signed so that a copy can be checked without.
//!
//! Bytes in, bytes out: who stores the file, and what the entries are, is decided elsewhere.

mod read;
mod stream;
mod write;

use hkdf::Hkdf;
use ihala_envelope::encrypt0::Encrypt0;
use ihala_envelope::{
    AgencyId, Digest, Kid, Personal, ReceiveSecret, Refusal, Secret, Suite, Timestamp, cbor,
};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use sha2::Sha256;
use zeroize::Zeroize as _;

pub use read::Reader;
pub use write::Writer;

use crate::card::CardChain;
use crate::rules::{BACKUP_ALTERED, BACKUP_FORM};
use crate::statement::Profile;

/// Longest head, in bytes.
pub const HEAD_MAX: usize = 262_144;
/// Plain text of every chunk but the last, which may have less, in bytes.
pub const CHUNK: usize = 65_536;
/// Longest entry with its key, as it is encoded, in bytes.
pub const ENTRY_MAX: usize = 1_048_576;

/// First words of a head: the version of the format.
const FORMAT: &str = "ihala-backup/1";
/// What the backup key is derived for, and what is sealed to it.
const KEY_CONTEXT: &str = "ihala/1 backup key";
/// Length of the tag of ChaCha20-Poly1305 and of AES-256-GCM.
const TAG: usize = 16;
/// Length of the key of the chunks.
const FILE_KEY: usize = 32;

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The agency, as it was.
    pub profile: Profile,
    /// The moment that the backup shows.
    pub made: Timestamp,
    /// Its last day: who keeps it deletes it then.
    pub until: Timestamp,
    /// How many entries it has.
    pub entries: u64,
    /// The backup key that it is sealed to.
    pub kid: Kid,
}

/// What the node held under one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Vec<u8>,
    /// The slot of the record that it belongs to.
    pub slot: u32,
    /// The value.
    pub value: Personal<Vec<u8>>,
}

/// The key that backups are sealed to: only the seed of the next identity key, which is in the
/// recovery file, gives its secret half.
pub fn key_of(seed: &Secret<[u8; 32]>) -> ReceiveSecret {
    let mut secret = [0; 32];
    Hkdf::<Sha256>::new(None, seed.expose())
        .expand(KEY_CONTEXT.as_bytes(), &mut secret)
        .expect("32 bytes are a valid length for HKDF");
    let unnamed = ReceiveSecret::from_parts(Kid([0; 8]), Suite::Hpke9, secret);
    let digest = Digest::of(unnamed.public().public());
    let kid = Kid::from_slice(&digest.0[..Kid::LEN]).expect("a digest is longer");
    let named = ReceiveSecret::from_parts(kid, Suite::Hpke9, secret);
    secret.zeroize();
    named
}

/// HPKE `info` of the file key.
fn key_info(agency: &AgencyId, kid: Kid) -> Vec<u8> {
    cbor::to_vec(&(KEY_CONTEXT, agency, kid, Suite::Hpke9.cose_alg()))
}

/// What the items of the file are, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Head = 0,
    Chunk = 1,
    LastChunk = 2,
    End = 3,
}

impl Item {
    const ALL: [Self; 4] = [Self::Head, Self::Chunk, Self::LastChunk, Self::End];

    /// The item with its content: `[number, bstr]`.
    fn encode(self, content: Vec<u8>) -> Vec<u8> {
        cbor::to_vec(&(self as u8, ByteVec::from(content)))
    }
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct HeadBody {
    #[n(1)]
    format: String,
    #[n(2)]
    cards: Vec<ByteVec>,
    #[n(3)]
    statement: ByteVec,
    #[n(4)]
    made: Timestamp,
    #[n(5)]
    until: Timestamp,
    #[n(6)]
    entries: u64,
    #[n(7)]
    key: ByteVec,
}

impl Head {
    /// Reads a head, and the sealed file key in it (BAK-01, BAK-02).
    fn read(bytes: &[u8]) -> Result<(Self, Encrypt0), Refusal> {
        let body: HeadBody = cbor::from_slice(bytes).map_err(|_| BACKUP_FORM.refuse())?;
        if body.format != FORMAT {
            return Err(BACKUP_FORM.refuse_about("another version"));
        }
        if body.made > body.until || body.until > Timestamp::MAX {
            return Err(BACKUP_FORM.refuse_about("last day"));
        }
        let (kid, key) = sealed_key(&body.key).ok_or(BACKUP_FORM.refuse_about("key"))?;
        // Which rule of identity.md it was tells a person more.
        let altered = |refusal: Refusal| BACKUP_ALTERED.refuse_about(refusal.rule.id);
        let HeadBody { cards, statement, made, until, entries, .. } = body;
        let profile = CardChain::verify(cards.into_iter().map(Vec::from).collect())
            .and_then(|cards| Profile::verify(cards, statement.into()))
            .map_err(altered)?;
        Ok((Self { profile, made, until, entries, kid }, key))
    }
}

/// The name of the key that the file key is sealed to; `None` if the sealed key does not have
/// the form of `spec/envelope.md`, Outer layer, in the one suite.
fn sealed_key(bytes: &[u8]) -> Option<(Kid, Encrypt0)> {
    let key = Encrypt0::parse(bytes)?;
    let kid = key.kid.as_deref().and_then(Kid::from_slice)?;
    let fits = key.alg == Suite::Hpke9.cose_alg()
        && key.unprotected_kid.is_none()
        && key.encapsulated.len() == Suite::Hpke9.encapsulated_len()
        && key.ciphertext.len() == FILE_KEY + TAG;
    fits.then_some((kid, key))
}

/// What the end of the file signs, as class `ihala/1 backup`.
#[derive(PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
struct EndBody {
    #[n(1)]
    agency: AgencyId,
    #[n(2)]
    card: Digest,
    /// SHA-256 of the file before the end.
    #[n(3)]
    file: Digest,
}
