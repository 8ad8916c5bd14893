//! Files and folders, as an iterator of documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::document::{Document, Origin};
use crate::duplicates::Seen;
use crate::error::Error;
use crate::folder::{Found, Skipped, Walk};
use crate::pieces::Pieces;
use crate::readings::Readings;
use crate::source::Raw;

/// Files and folders to read; `-` is standard input.
///
/// ```no_run
/// # fn main() -> Result<(), bulletin_archive::Error> {
/// for document in bulletin_archive::Archive::new(["inbox.mbox", "bulletins/"]).documents() {
///     println!("{}", document?.origin);
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Archive {
    paths: Vec<PathBuf>,
}

impl Archive {
    /// The archive of these files and folders, in this order. Nothing is opened yet.
    pub fn new(paths: impl IntoIterator<Item = impl Into<PathBuf>>) -> Self {
        Self { paths: paths.into_iter().map(Into::into).collect() }
    }

    /// The documents, read one by one as they are asked for: as named, and in a folder by name.
    ///
    /// What comes twice, with the same Message-ID or the same text, is read once.
    #[must_use]
    pub fn documents(&self) -> Documents {
        Documents {
            pieces: Pieces::new(self.paths.clone(), Arc::default()),
            ready: Vec::new().into_iter(),
            seen: Seen::default(),
            duplicates: 0,
        }
    }

    /// The documents with the bulletins that their texts are, in the same order, read ahead on all cores.
    ///
    /// A document's own day of publication holds where `options` has none. The threads start with the first reading
    /// that is asked for, and end with the iterator.
    #[must_use]
    pub fn readings(&self, options: &bulletin::Options) -> Readings {
        Readings::new(self.paths.clone(), options.clone())
    }

    /// How much there is to read, for a progress bar. Folders are walked, but no file is read in full.
    #[must_use]
    pub fn sources(&self) -> Sources {
        let mut sources = Sources { files: 0, bytes: Some(0), skipped: Vec::new() };
        for found in Walk::new(self.paths.clone()) {
            match found {
                Found::File(path, _) => {
                    sources.files += 1;
                    sources.bytes = sources.bytes.zip(size(&path)).map(|(sum, size)| sum + size);
                }
                Found::Skipped(skipped) => sources.skipped.push(skipped),
                Found::Fault(_) => {}
            }
        }
        sources
    }
}

/// How much there is to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// How many files; a mailbox or archive is one.
    pub files: u64,
    /// Their size on disk in bytes; `None` where standard input or a pipe is among them.
    pub bytes: Option<u64>,
    /// What was found in folders and is not read.
    pub skipped: Vec<Skipped>,
}

fn size(path: &Path) -> Option<u64> {
    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|data| data.len())
}

/// The documents of an archive, in order, each read when it is asked for.
pub struct Documents {
    pieces: Pieces,
    /// What the last piece has been read as.
    ready: std::vec::IntoIter<Result<Document, Error>>,
    seen: Seen,
    duplicates: u64,
}

impl Documents {
    /// What was skipped in folders so far, with the reasons.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.pieces.skipped
    }

    /// How many documents were left out so far because they had been read before.
    #[must_use]
    pub fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// How many bytes were read from files so far, to be set against [`Sources::bytes`].
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.pieces.count.load(Ordering::Relaxed)
    }
}

impl Iterator for Documents {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.ready.next() {
                Some(Ok(document)) if !self.seen.add(self.seen.prints(&document)) => self.duplicates += 1,
                Some(document) => return Some(document),
                None => match self.pieces.next()? {
                    Ok(raw) => self.ready = raw.documents().into_iter(),
                    Err(error) => return Some(Err(error)),
                },
            }
        }
    }
}

impl std::fmt::Debug for Documents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { pieces, duplicates, .. } = self;
        f.debug_struct("Documents").field("pieces", pieces).field("duplicates", duplicates).finish_non_exhaustive()
    }
}

/// The documents in some bytes: one of a text or page, all of a mailbox or archive, those that come twice too.
///
/// `origin` says where the bytes came from; what a message says of itself is added to it.
#[must_use]
pub fn read_bytes(bytes: &[u8], origin: Origin) -> Vec<Result<Document, Error>> {
    match Pieces::of(bytes, origin) {
        Ok(pieces) => pieces.flat_map(|raw| raw.map_or_else(|error| vec![Err(error)], Raw::documents)).collect(),
        Err(error) => vec![Err(error)],
    }
}
