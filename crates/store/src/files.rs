//! Files that must be there after a power cut, and that nobody else may read.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use crate::StoreError;

/// Makes a folder that only we may enter; it may exist already.
pub(crate) fn private_folder(path: &Path) -> Result<(), StoreError> {
    match std::fs::DirBuilder::new().mode(0o700).create(path) {
        Ok(()) => sync_folder(parent(path)),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => check_private(path),
        Err(e) => Err(StoreError::io("create", path)(e)),
    }
}

/// Checks that a file or folder is ours and closed to others.
pub(crate) fn check_private(path: &Path) -> Result<(), StoreError> {
    let meta = std::fs::metadata(path).map_err(StoreError::io("look at", path))?;
    let refuse = |what| Err(StoreError::Unsafe { path: path.to_owned(), what });
    if meta.uid() != rustix::process::geteuid().as_raw() {
        return refuse("belongs to another user");
    }
    if meta.mode() & 0o077 != 0 {
        return refuse("can be read by other users: take their permissions away (chmod go-rwx)");
    }
    Ok(())
}

/// Opens a file that only we may read, or makes it; what is in it stays.
pub(crate) fn open_private(path: &Path) -> Result<File, StoreError> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)
        .map_err(StoreError::io("open", path))?;
    check_private(path)?;
    Ok(file)
}

/// Writes a new file that only we may read, durably: after a crash it is there
/// whole or not at all.
pub fn write_private(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let mut temporary = path.as_os_str().to_owned();
    // Another name each time: one that a crash has left must not stand in the way.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let now = now.map_or(0, |since| since.as_nanos());
    temporary.push(format!(".{}-{now}.new", std::process::id()));
    // Never through a file or link that somebody else put there: what is not ours stays, too.
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&temporary)
        .map_err(StoreError::io("write", path))?;
    let mut write = || {
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)
    };
    write().map_err(|error| {
        let _ = destroy(Path::new(&temporary));
        StoreError::io("write", path)(error)
    })?;
    sync_folder(parent(path))
}

/// The same in the place of a file whose content must not stay on the disk: it is overwritten
/// once the new one is there.
pub(crate) fn replace_private(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let old = OpenOptions::new().write(true).open(path);
    write_private(path, content)?;
    match old {
        Ok(mut file) => overwrite(&mut file).map_err(StoreError::io("destroy", path)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(StoreError::io("destroy", path)(e)),
    }
}

fn overwrite(file: &mut File) -> std::io::Result<()> {
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

/// Overwrites a file and removes it, durably. One that is gone is no error, and one that a
/// crash left half destroyed is finished: it has another name from the beginning, so that
/// nobody takes it for a damaged one.
pub(crate) fn destroy(path: &Path) -> Result<(), StoreError> {
    let mut going = path.as_os_str().to_owned();
    going.push(".gone");
    let remove = || {
        match std::fs::rename(path, &going) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            _ => File::open(parent(path))?.sync_all()?,
        }
        overwrite(&mut OpenOptions::new().write(true).open(&going)?)?;
        std::fs::remove_file(&going)
    };
    match remove() {
        Ok(()) => sync_folder(parent(path)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(e) => Err(StoreError::io("destroy", path)(e)),
    }
}

/// Destroys what [`write_private`] had begun in a folder when the process ended.
pub(crate) fn destroy_unfinished(folder: &Path) -> Result<(), StoreError> {
    let entries = std::fs::read_dir(folder).map_err(StoreError::io("look at", folder))?;
    for entry in entries {
        let path = entry.map_err(StoreError::io("look at", folder))?.path();
        let name = entry_name(&path);
        // Also one whose destruction was cut off.
        if name.ends_with(".new") {
            destroy(&path)?;
        } else if let Some(before) = name.strip_suffix(".gone").filter(|n| n.ends_with(".new")) {
            destroy(&path.with_file_name(before))?;
        }
    }
    Ok(())
}

fn entry_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The folder that a file is in; of a bare name, the present one.
pub(crate) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => path,
    }
}

/// Makes the entries of a folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    File::open(path).and_then(|folder| folder.sync_all()).map_err(StoreError::io("sync", path))
}
