//! A stream of bytes that is somewhere, and the documents in it.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::detect::{Format, HEAD, format};
use crate::document::{Document, Origin};
use crate::error::Error;
use crate::text;

/// The largest single text, page or message that is read, in bytes. A mailbox or an archive may be larger.
pub(crate) const LARGEST_DOCUMENT: u64 = 256 << 20;

/// What a reading gives next: a document, or something that holds documents.
pub(crate) enum Step {
    Document(Result<Document, Error>),
}

/// Something that holds documents: a file, a mailbox, an archive.
pub(crate) trait Holder: Send {
    /// The next step, or `None` after the last.
    fn step(&mut self) -> Option<Step>;
}

/// Bytes to read, from somewhere.
pub(crate) struct Source {
    pub(crate) stream: Box<dyn Read + Send>,
    pub(crate) origin: Origin,
}

impl Source {
    /// A file, or standard input for `-`; what is read from it is counted.
    pub(crate) fn of(path: &Path, count: &Arc<AtomicU64>) -> Result<Self, Error> {
        let stream: Box<dyn Read + Send> = if path == Path::new("-") {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(path).map_err(|error| Error::opening(path, error))?)
        };
        Ok(Self { stream: Box::new(Counted { stream, count: Arc::clone(count) }), origin: Origin::of(path) })
    }

    /// What the source holds, by its first bytes.
    pub(crate) fn open(mut self) -> Result<Box<dyn Holder>, Error> {
        let mut head = Vec::new();
        self.read(HEAD as u64, &mut head)?;
        if head.is_empty() {
            return Err(Error::Empty { path: self.origin.path, position: self.origin.position });
        }
        match format(&head) {
            Format::Text => {
                let bytes = self.rest(head)?;
                Ok(Box::new(Single(Some(text::read(bytes, self.origin)))))
            }
            Format::Binary(found, at) => Err(Error::NotText {
                path: self.origin.path,
                position: self.origin.position + at as u64,
                found: found.to_owned(),
            }),
        }
    }

    /// The whole of what started with `bytes`.
    fn rest(&mut self, mut bytes: Vec<u8>) -> Result<Vec<u8>, Error> {
        let room = (LARGEST_DOCUMENT + 1).saturating_sub(bytes.len() as u64);
        self.read(room, &mut bytes)?;
        if bytes.len() as u64 <= LARGEST_DOCUMENT {
            return Ok(bytes);
        }
        let expected = format!("at most {LARGEST_DOCUMENT} bytes in one text");
        Err(Error::TooMuch { path: self.origin.path.clone(), position: LARGEST_DOCUMENT, expected })
    }

    fn read(&mut self, most: u64, bytes: &mut Vec<u8>) -> Result<(), Error> {
        let read = (&mut self.stream).take(most).read_to_end(bytes);
        read.map(drop).map_err(|source| Error::Unreadable {
            path: self.origin.path.clone(),
            position: bytes.len() as u64,
            source,
        })
    }
}

/// What holds one document.
struct Single(Option<Result<Document, Error>>);

impl Holder for Single {
    fn step(&mut self) -> Option<Step> {
        self.0.take().map(Step::Document)
    }
}

/// A stream whose bytes are counted as they are read.
struct Counted {
    stream: Box<dyn Read + Send>,
    count: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
