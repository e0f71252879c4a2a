//! An agency's home: one folder, closed to others, with everything in it.
//!
//! ```text
//! keys/        identity, transport and receive keys, one file each, sealed with the keystore key
//! slots        one secret per record; overwriting it erases the record
//! store/       the sealed records
//! head         how far the store had come: tells when it has lost something
//! trust.toml   the trust list, for people to edit
//! listen       the address that `ihala serve` listens on
//! socket       the local interface, while the node runs
//! ```

use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ihala_engine::{Engine, Genesis, HomeState, Honest, Setup};
use ihala_envelope::{AgencyId, IdentitySecret, Secret, Suite};
use ihala_protocol::CardChain;
use ihala_protocol::statement::Name;
use ihala_store::keystore::{Keystore, Protection, is_protected};
use ihala_store::{FileSlots, HeadFile, SledStore, StoreError, Vault};

use crate::cli::{CliError, locale};
use crate::clock;
use crate::passphrase::Source;
use crate::recovery::Recovery;

/// Where a node listens unless told otherwise.
pub(crate) const DEFAULT_LISTEN: &str = "/ip4/0.0.0.0/tcp/4717";

/// What is kept beside the store, as a backup names it: the seed of the transport key.
pub(crate) const TRANSPORT: &str = "transport";
/// The same: the text of the file `listen`.
pub(crate) const LISTEN: &str = "listen";
/// How folders begin in which homes are built.
const BUILDING: &str = ".ihala-init-";
/// After this, nobody builds in one any more.
const ABANDONED: Duration = Duration::from_secs(86_400);
/// Filesystems that write an overwritten file to another place (Linux's `magic.h`, and the
/// sources of ZFS and bcachefs): Btrfs, ZFS, bcachefs, NILFS2, F2FS.
const COPY_ON_WRITE: [i128; 5] = [0x9123_683E, 0x2FC1_2FC1, 0xCA45_1A4E, 0x3434, 0xF2F5_2010];
/// Longest path of a Unix socket on Linux, in bytes.
pub(crate) const SOCKET_PATH_MAX: usize = 107;

/// A home folder.
#[derive(Clone, Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.0.join("socket")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("keys")
    }

    /// The trust list, for people to edit.
    pub(crate) fn trust_file(&self) -> PathBuf {
        self.0.join("trust.toml")
    }

    pub(crate) fn listen_file(&self) -> PathBuf {
        self.0.join("listen")
    }

    /// How it is kept. Where that cannot be seen, nothing is said against it.
    pub(crate) fn state(&self) -> HomeState {
        let copies = |fs: rustix::fs::StatFs| COPY_ON_WRITE.contains(&i128::from(fs.f_type));
        HomeState {
            unprotected: is_protected(&self.keys()).is_ok_and(|protected| !protected),
            copies_on_write: rustix::fs::statfs(&self.0).is_ok_and(copies),
        }
    }

    /// Whether an agency lives here.
    pub(crate) fn exists(&self) -> bool {
        self.keys().exists()
    }

    /// A socket's path has a limit of the system's.
    pub(crate) fn check_socket_path(&self) -> Result<(), CliError> {
        let path = std::path::absolute(self.socket()).unwrap_or_else(|_| self.socket());
        if path.as_os_str().len() <= SOCKET_PATH_MAX {
            return Ok(());
        }
        let told = locale::sentence("home-path-too-long").with("home", self.0.display());
        Err(CliError::usage(told.with("max", SOCKET_PATH_MAX - 7)))
    }

    /// The address to listen on.
    pub(crate) fn listen(&self) -> String {
        std::fs::read_to_string(self.listen_file())
            .map_or_else(|_| DEFAULT_LISTEN.to_owned(), |text| text.trim().to_owned())
    }

    /// Checks that an agency lives here and that the folder is ours alone.
    pub(crate) fn check(&self) -> Result<(), CliError> {
        let told = |key| locale::sentence(key).with("home", self.0.display());
        let nobody = || {
            let told = told("home-without-agency").with("command", "ihala init --name NAME");
            CliError::not_found(told.with("option", "--home"))
        };
        let meta = std::fs::metadata(&self.0).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => nobody(),
            _ => self.internal("home-cannot-look-at", &e),
        })?;
        // Ownership first: what is in another user's folder cannot be seen.
        if meta.uid() != rustix::process::geteuid().as_raw() {
            return Err(CliError::internal(told("home-of-another").with("option", "--home")));
        }
        if !self.exists() {
            return Err(nobody());
        }
        if meta.mode() & 0o077 != 0 {
            let command = format!("chmod 700 {}", self.0.display());
            return Err(CliError::internal(told("home-open-to-others").with("command", command)));
        }
        Ok(())
    }

    pub(crate) fn internal(&self, key: &'static str, error: &std::io::Error) -> CliError {
        let told = locale::sentence(key).with("home", self.0.display());
        CliError::internal(told.with("error", error))
    }

    /// Checks that a home can be made here.
    pub(crate) fn check_free(&self) -> Result<(), CliError> {
        let taken = |key| {
            let told = locale::sentence(key).with("home", self.0.display());
            Err(CliError::usage(told.with("option", "--home")))
        };
        if self.exists() {
            return taken("home-taken");
        }
        let occupied = std::fs::read_dir(&self.0).is_ok_and(|mut files| files.next().is_some());
        if occupied || (self.0.exists() && !self.0.is_dir()) {
            return taken("home-not-empty");
        }
        Ok(())
    }

    /// Makes a home with keys, first card and an empty store; all of it, or nothing.
    pub(crate) fn create(
        &self,
        name: &Name,
        listen: &str,
        recovery: &Path,
        protection: &Protection,
    ) -> Result<AgencyId, CliError> {
        let mut rng = rand::rng();
        let identity = IdentitySecret::generate(&mut rng);
        let next = IdentitySecret::generate(&mut rng);
        let cards = CardChain::first(&identity, &next.public());
        let after = Recovery { agency: cards.id(), card: 2, identity: next };
        self.build((&after, recovery), &name.text, "--recovery", |draft| {
            draft.fill(name, listen, protection, (&identity, cards, &after))
        })?;
        Ok(after.agency)
    }

    /// Builds a home beside its place, writes the recovery file that belongs to it, and moves
    /// it there: all of it, or nothing.
    pub(crate) fn build<T>(
        &self,
        (recovery, place): (&Recovery, &Path),
        name: &str,
        option: &'static str,
        fill: impl FnOnce(&Self) -> Result<T, CliError>,
    ) -> Result<T, CliError> {
        self.check_free()?;
        let parent = match self.0.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        std::fs::create_dir_all(parent).map_err(|e| self.internal("home-cannot-create", &e))?;
        sweep(parent);
        // Built beside its place and moved there whole, so that a crash leaves no half home.
        let building = tempfile::Builder::new()
            .prefix(BUILDING)
            .tempdir_in(parent)
            .map_err(|e| self.internal("home-cannot-create", &e))?;
        let draft = Self(building.path().join("home"));
        std::fs::DirBuilder::new()
            .mode(0o700)
            .create(draft.path())
            .map_err(|e| self.internal("home-cannot-create", &e))?;
        let filled = fill(&draft)?;
        // Never over another file: of two that come at once, one fails here.
        recovery.write_new(place, name, option)?;
        std::fs::rename(draft.path(), &self.0).map_err(|e| {
            // The home that this file belongs to does not exist: it recovers nothing.
            let _ = std::fs::remove_file(place);
            self.internal("home-cannot-create", &e)
        })?;
        sync_parent(&self.0).map_err(|e| self.internal("home-cannot-sync", &e))?;
        Ok(filled)
    }

    fn fill(
        &self,
        name: &Name,
        listen: &str,
        protection: &Protection,
        (identity, cards, after): (&IdentitySecret, CardChain, &Recovery),
    ) -> Result<(), CliError> {
        let mut rng = rand::rng();
        let keystore = Keystore::create(&self.keys(), identity, protection, &mut rng)?;
        let transport = ihala_net::transport_id(&keystore.transport()?);
        let setup = self.setup(&keystore)?;
        let backup = Some(after.backup_key().public());
        let name = name.clone();
        let genesis = Genesis { cards, name, transport, suite: Suite::Hpke9, backup };
        let engine = Engine::create(setup, genesis, clock::now(), &mut rng)
            .map_err(|stop| CliError::from(stop.0))?;
        ihala_store::write_private(&self.trust_file(), engine.trust_text().as_bytes())?;
        self.put_listen(format!("{listen}\n").as_bytes())
    }

    /// Where `serve` listens unless told otherwise.
    pub(crate) fn put_listen(&self, address: &[u8]) -> Result<(), CliError> {
        std::fs::write(self.listen_file(), address)
            .map_err(|e| self.internal("home-cannot-write", &e))
    }

    pub(crate) fn setup(&self, keystore: &Keystore) -> Result<Setup, StoreError> {
        let store = SledStore::open(&self.0.join("store"))?;
        let slots = FileSlots::open(&self.0.join("slots"))?;
        let vault = Vault::new(Box::new(store), Box::new(slots), keystore.store_key());
        let heads = Box::new(HeadFile::open(&self.0.join("head"))?);
        let (identities, ring) = (keystore.identities()?, Box::new(keystore.ring()?));
        let transport = Secret::new(keystore.transport()?.expose().to_vec());
        let listen = Secret::new(format!("{}\n", self.listen()).into_bytes());
        let beside = vec![(TRANSPORT, transport), (LISTEN, listen)];
        Ok(Setup { vault, heads, identities, ring, conduct: Box::new(Honest), beside })
    }

    /// Opens the agency: its engine, and its keys.
    pub(crate) fn open(&self, source: &Source) -> Result<(Engine, Keystore), CliError> {
        self.check()?;
        let keystore = self.unlock(source)?;
        let engine = Engine::open(self.setup(&keystore)?);
        let engine = engine.map_err(|stop| CliError::from(stop.0))?;
        // If the process ended while a card was being made, one of two keys is left over.
        keystore.settle_identity(engine.identity(), &mut rand::rng())?;
        Ok((engine, keystore))
    }

    /// Opens the keys alone.
    pub(crate) fn unlock(&self, source: &Source) -> Result<Keystore, CliError> {
        let passphrase = source.of(&self.keys())?;
        Ok(Keystore::open(&self.keys(), passphrase.as_ref())?)
    }
}

/// Removes what builds have left that were killed: keys and all.
fn sweep(parent: &Path) {
    for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|meta| meta.modified()).map(|at| at.elapsed());
        let old = matches!(age, Ok(Ok(age)) if age > ABANDONED);
        if old && entry.file_name().to_string_lossy().starts_with(BUILDING) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes a new name in a folder durable.
pub(crate) fn sync_parent(path: &Path) -> std::io::Result<()> {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(parent)?.sync_all()
}
