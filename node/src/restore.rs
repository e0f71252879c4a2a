//! A home made from a backup.

use std::collections::BTreeMap;
use std::path::Path;

use ihala_engine::Engine;
use ihala_envelope::Secret;
use ihala_protocol::Profile;
use ihala_protocol::backup::{Entry, Head};
use ihala_store::keystore::{Keystore, Protection};
use ihala_store::{Change, SlotNumber, StoreError, Vault};

use crate::backup;
use crate::cli::{CliError, Out};
use crate::clock;
use crate::home::{Home, LISTEN, TRANSPORT};
use crate::recovery::Recovery;

/// Longest key of the store.
const KEY_MAX: usize = 200;
/// Bytes of a backup that are made durable together.
const BATCH: usize = 4 * 1_024 * 1_024;

impl Home {
    /// Makes a home from a backup that was scanned: `old` opens it and makes the next card,
    /// `after` is written to `place`. `listen` takes the place of the address in the backup.
    pub(crate) fn restore(
        &self,
        (file, head): (&Path, &Head),
        (old, after, place): (&Recovery, &Recovery, &Path),
        protection: &Protection,
        listen: Option<&str>,
        out: &Out,
    ) -> Result<Profile, CliError> {
        let name = head.profile.statement().name();
        self.build((after, place), name, "--new-recovery", |draft| {
            let restored = draft.fill_from(file, (old, after), protection, out)?;
            if let Some(listen) = listen {
                draft.put_listen(format!("{listen}\n").as_bytes())?;
            }
            Ok(restored)
        })
    }

    /// Fills the store from a backup, under the next card.
    fn fill_from(
        &self,
        file: &Path,
        (old, after): (&Recovery, &Recovery),
        protection: &Protection,
        out: &Out,
    ) -> Result<Profile, CliError> {
        let mut rng = rand::rng();
        let keystore = Keystore::create(&self.keys(), &old.identity, protection, &mut rng)?;
        let mut setup = self.setup(&keystore)?;
        let mut batch = Changes::default();
        let head = backup::open(file, old.backup_key(), out, |entry| {
            match ihala_engine::beside(&entry.key) {
                Some(name) => self.put_beside(name, entry.value.expose(), &keystore)?,
                None => batch.add(entry, &mut setup.vault)?,
            }
            Ok(())
        })?;
        batch.commit(&mut setup.vault)?;
        let keys = (&after.identity.public(), &after.backup_key().public());
        let now = clock::now();
        let engine = Engine::restored(setup, &old.identity, keys, head.made, now, &mut rng);
        let engine = engine.map_err(|stop| CliError::from(stop.0))?;
        let engine = engine.map_err(|refusal| CliError::bad_input(&refusal).in_file(file))?;
        ihala_store::write_private(&self.trust_file(), engine.trust_text().as_bytes())?;
        Ok(engine.me().clone())
    }

    /// What a backup holds beside the store.
    fn put_beside(&self, name: &str, value: &[u8], keystore: &Keystore) -> Result<(), CliError> {
        match name {
            TRANSPORT => {
                let seed = <[u8; 32]>::try_from(value).map(Secret::new);
                let seed =
                    seed.map_err(|_| StoreError::Damaged("the transport key of a backup"))?;
                keystore.put_transport(&seed, &mut rand::rng())?;
            }
            LISTEN => self.put_listen(value)?,
            // Of a later version: this one can do without.
            _ => {}
        }
        Ok(())
    }
}

/// Entries of a backup on their way into the store.
#[derive(Default)]
struct Changes {
    batch: BTreeMap<Vec<u8>, Change>,
    bytes: usize,
}

impl Changes {
    fn add(&mut self, entry: Entry, vault: &mut Vault) -> Result<(), StoreError> {
        let Entry { key, slot, value } = entry;
        if key.is_empty() || key.len() > KEY_MAX {
            return Err(StoreError::Damaged("a key of a backup"));
        }
        self.bytes += value.expose().len();
        self.batch.insert(key, Some((SlotNumber(slot), value.into_inner())));
        if self.bytes < BATCH { Ok(()) } else { self.commit(vault) }
    }

    fn commit(&mut self, vault: &mut Vault) -> Result<(), StoreError> {
        let Self { batch, .. } = std::mem::take(self);
        vault.commit(&batch, &mut rand::rng())
    }
}
