//! Why something could not be read.

use std::io;
use std::path::{Path, PathBuf};

use crate::compressed::{EXPANSION, Fault};
use crate::document::shown;

/// Why a file, or a message or page within one, could not be read. Positions are in bytes.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing is there.
    #[error("expected a file or folder, but found nothing at {}", shown(path))]
    Missing {
        /// What was named.
        path: PathBuf,
    },
    /// It is there, but the system does not let us read it.
    #[error("expected to read {}, but found at byte {position}: {source}", shown(path))]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// How far the reading came.
        position: u64,
        /// What the system said.
        source: io::Error,
    },
    /// A folder or an archive without anything that looks like a bulletin.
    #[error("expected bulletins, but found none in {} ({skipped} skipped)", shown(path))]
    NoBulletins {
        /// The folder that was named, or the archive.
        path: PathBuf,
        /// How many files were there that do not look like bulletins.
        skipped: usize,
    },
    /// No bytes, or nothing but white space.
    #[error("expected text, but found nothing in {} at byte {position}", shown(path))]
    Empty {
        /// The file.
        path: PathBuf,
        /// Where the text should have started.
        position: u64,
    },
    /// Something that is not text.
    #[error("expected text, but found {found} in {} at byte {position}", shown(path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// Where that shows.
        position: u64,
        /// What it is, with its article: "a PDF".
        found: String,
    },
    /// Text in an unknown or damaged encoding.
    #[error("expected UTF-8, but found the byte 0x{byte:02X} in {} at byte {position}", shown(path))]
    Encoding {
        /// The file.
        path: PathBuf,
        /// The byte that cannot be.
        position: u64,
        /// Its value.
        byte: u8,
    },
    /// Something larger, deeper or more tightly packed than is read.
    #[error("expected {expected}, but found more in {} at byte {position}", shown(path))]
    TooMuch {
        /// The file.
        path: PathBuf,
        /// Where the limit was passed.
        position: u64,
        /// The limit.
        expected: String,
    },
    /// A compressed file, archive or mailbox that is damaged or cut short.
    #[error("expected {expected}, but found {found} in {} at byte {position}", shown(path))]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where the damage shows.
        position: u64,
        /// What should have been there.
        expected: String,
        /// What is.
        found: String,
    },
}

impl Error {
    /// The file or folder, as in [`Origin::path`](crate::Origin::path).
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing { path }
            | Self::Unreadable { path, .. }
            | Self::NoBulletins { path, .. }
            | Self::Empty { path, .. }
            | Self::NotText { path, .. }
            | Self::Encoding { path, .. }
            | Self::TooMuch { path, .. }
            | Self::Damaged { path, .. } => path,
        }
    }

    /// What went wrong when `path` was read up to `position`.
    pub(crate) fn reading(path: &Path, position: u64, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.get_ref().and_then(|inner| inner.downcast_ref()) {
            Some(Fault::TooTight) => {
                let expected = format!("at most {EXPANSION} times the bytes of the compressed file");
                Self::TooMuch { path, position, expected }
            }
            Some(Fault::Damaged(expected, found)) => {
                Self::Damaged { path, position, expected: (*expected).to_owned(), found: found.clone() }
            }
            None => Self::Unreadable { path, position, source },
        }
    }

    /// What went wrong when `path` was opened.
    pub(crate) fn opening(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { path: path.to_owned() },
            _ => Self::Unreadable { path: path.to_owned(), position: 0, source },
        }
    }
}
