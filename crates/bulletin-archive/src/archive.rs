//! Files and folders, as an iterator of documents.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::compressed::Meter;
use crate::document::{Document, Origin};
use crate::error::Error;
use crate::folder::{Found, Skipped, Walk};
use crate::source::{Holder, Source, Step};

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
    #[must_use]
    pub fn documents(&self) -> Documents {
        Documents {
            walk: Walk::new(self.paths.clone()),
            holders: Vec::new(),
            skipped: Vec::new(),
            count: Arc::default(),
        }
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
    walk: Walk,
    /// The mailboxes and archives that are being read, the innermost last.
    holders: Vec<Box<dyn Holder>>,
    skipped: Vec<Skipped>,
    count: Arc<AtomicU64>,
}

impl Documents {
    /// What was skipped in folders so far, with the reasons.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// How many bytes were read from files so far, to be set against [`Sources::bytes`].
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }
}

impl Iterator for Documents {
    type Item = Result<Document, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(document) = next_held(&mut self.holders, &mut self.skipped) {
                return Some(document);
            }
            match self.walk.next()? {
                Found::File(path, hint) => match Source::of(&path, hint, &self.count).and_then(opened) {
                    Ok(holder) => self.holders.push(holder),
                    Err(error) => return Some(Err(error)),
                },
                Found::Skipped(skipped) => self.skipped.push(skipped),
                Found::Fault(error) => return Some(Err(error)),
            }
        }
    }
}

impl std::fmt::Debug for Documents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Documents").field("walk", &self.walk).field("skipped", &self.skipped).finish_non_exhaustive()
    }
}

/// The documents in some bytes: one of a text or page, all of a mailbox or archive.
///
/// `origin` says where the bytes came from; what a message says of itself is added to it.
#[must_use]
pub fn read_bytes(bytes: &[u8], origin: Origin) -> Vec<Result<Document, Error>> {
    let meter = Arc::new(Meter::new(Some(bytes.len() as u64), Arc::default()));
    let source = Source::new(Box::new(Cursor::new(bytes.to_vec())), origin, meter);
    match opened(source) {
        Ok(holder) => {
            let mut holders = vec![holder];
            std::iter::from_fn(|| next_held(&mut holders, &mut Vec::new())).collect()
        }
        Err(error) => vec![Err(error)],
    }
}

fn opened(mut source: Source) -> Result<Box<dyn Holder>, Error> {
    let format = source.look()?;
    source.open(format)
}

fn next_held(holders: &mut Vec<Box<dyn Holder>>, skipped: &mut Vec<Skipped>) -> Option<Result<Document, Error>> {
    while let Some(holder) = holders.last_mut() {
        match holder.step() {
            Some(Step::Document(document)) => return Some(document),
            Some(Step::Skipped(entry)) => skipped.push(entry),
            Some(Step::Holder(holder)) => holders.push(holder),
            None => drop(holders.pop()),
        }
    }
    None
}
