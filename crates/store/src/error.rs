use std::path::{Path, PathBuf};

/// Why the store could not do as asked. Carries paths and causes, never content.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The operating system refused.
    #[error("{action} {}: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another process has the store open.
    #[error("{} is in use by another process", path.display())]
    InUse {
        /// The store's folder.
        path: PathBuf,
    },
    /// The storage engine failed.
    #[error("the storage engine failed: {0}")]
    Engine(#[source] sled::Error),
    /// Something on disk is not what was written.
    #[error("damaged data: {0}")]
    Damaged(&'static str),
    /// The keys are protected by a passphrase, and none was given.
    #[error("the keys are protected by a passphrase")]
    NeedsPassphrase,
    /// The passphrase is another one.
    #[error("the passphrase is another one")]
    WrongPassphrase,
    /// A file or folder is not ours alone.
    #[error("{} {what}", path.display())]
    Unsafe {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
}

impl From<sled::Error> for StoreError {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Corruption { .. } | sled::Error::Unsupported(_) => {
                Self::Damaged("the store's own file")
            }
            other => Self::Engine(other),
        }
    }
}

impl StoreError {
    /// Wraps what the operating system said about a file.
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}
