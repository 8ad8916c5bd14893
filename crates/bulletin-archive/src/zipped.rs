//! Zip archives. Nothing is ever unpacked to a file; the names of entries are only names.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::compressed::{Counted, Expanded, Fault, Meter};
use crate::detect::{Format, Hint};
use crate::document::Origin;
use crate::error::Error;
use crate::folder::{NOT_A_BULLETIN, Skipped};
use crate::source::{Holder, Source, Step};

/// Where an archive's bytes are.
#[derive(Clone)]
pub(crate) enum Store {
    File(PathBuf),
    Bytes(Arc<[u8]>),
}

/// A zip archive that is being read, its entries by name.
pub(crate) struct Zipped {
    store: Store,
    archive: ZipArchive<Opened>,
    /// The numbers of its entries, in the order of their names.
    entries: std::vec::IntoIter<usize>,
    origin: Origin,
    meter: Arc<Meter>,
    layer: u8,
    read: usize,
    skipped: usize,
}

/// An entry as the archive's directory has it.
struct Entry {
    name: String,
    start: u64,
    packed: u64,
    checksum: u32,
    method: CompressionMethod,
    is_encrypted: bool,
    is_link: bool,
}

impl Zipped {
    pub(crate) fn open(store: Store, origin: Origin, meter: Arc<Meter>, layer: u8) -> Result<Self, Error> {
        let opened = store.open().map_err(|error| Error::opening(&origin.path, error))?;
        let archive =
            ZipArchive::new(opened).map_err(|error| damaged(&origin, "the directory of a zip archive", &error))?;
        // An entry whose name cannot be read says so when it is its turn.
        let name = |at| archive.name_for_index(at).and_then(Result::ok).map(Cow::into_owned);
        let mut names: Vec<_> = (0..archive.len()).map(|at| (name(at), at)).collect();
        names.sort_unstable();
        let entries = names.into_iter().map(|(_, at)| at).collect::<Vec<_>>().into_iter();
        Ok(Self { store, archive, entries, origin, meter, layer, read: 0, skipped: 0 })
    }

    fn entry(&mut self, number: usize) -> Result<Option<Entry>, Error> {
        let damaged = |error| damaged(&self.origin, "an entry of a zip archive", &error);
        let file = self.archive.by_index_raw(number).map_err(damaged)?;
        if file.is_dir() {
            return Ok(None);
        }
        Ok(Some(Entry {
            name: file.name().map_err(damaged)?.into_owned(),
            start: file.data_start().unwrap_or_default(),
            packed: file.compressed_size(),
            checksum: file.crc32(),
            method: file.compression(),
            is_encrypted: file.encrypted(),
            is_link: file.is_symlink(),
        }))
    }

    fn step_into(&mut self, entry: &Entry) -> Result<Step, Error> {
        let origin = self.origin.inside(entry.name.trim_start_matches(['/', '\\']));
        let hidden = entry.name.split('/').any(|name| name.starts_with('.') && name != "." && name != "..");
        let reason = match () {
            () if hidden || entry.name.starts_with("__MACOSX/") => Some("hidden"),
            () if entry.is_link => Some("a link"),
            () => None,
        };
        if let Some(reason) = reason {
            return Ok(Step::Skipped(Skipped { path: origin.path, reason }));
        }
        let mut source = self.source(entry, origin)?;
        match (source.look()?, source.hint) {
            (Format::Text, Hint::None) => Ok(skipped(&source, NOT_A_BULLETIN)),
            (Format::Binary(found, _), Hint::None) => Ok(skipped(&source, found)),
            (format, _) => source.open(format).map(Step::Holder),
        }
    }

    fn source(&self, entry: &Entry, origin: Origin) -> Result<Source, Error> {
        let not_text = |found: String| Error::NotText { path: origin.path.clone(), position: 0, found };
        if entry.is_encrypted {
            return Err(not_text("an encrypted file".to_owned()));
        }
        let mut opened = self.store.open().map_err(|error| Error::opening(&self.origin.path, error))?;
        let found = opened.seek(SeekFrom::Start(entry.start));
        found.map_err(|source| Error::reading(&origin.path, 0, source))?;
        let packed = Counted { stream: opened.take(entry.packed), meter: Arc::clone(&self.meter) };
        let unpacked: Box<dyn Read + Send> = match entry.method {
            CompressionMethod::STORE => Box::new(packed),
            CompressionMethod::DEFLATE => Box::new(DeflateDecoder::new(packed)),
            method => return Err(not_text(format!("a file compressed by the unknown method {method:?}"))),
        };
        let stream = Checked { stream: unpacked, crc: Crc::new(), checksum: entry.checksum };
        let stream = Expanded { stream, meter: Arc::clone(&self.meter), expected: "a whole zip entry" };
        Ok(Source::entry(Box::new(stream), origin, Arc::clone(&self.meter), self.layer))
    }
}

impl Holder for Zipped {
    fn step(&mut self) -> Option<Step> {
        while let Some(number) = self.entries.next() {
            let entry = match self.entry(number) {
                Ok(Some(entry)) => entry,
                Ok(None) => continue,
                Err(error) => return Some(Step::Document(Err(error))),
            };
            let step = self.step_into(&entry).unwrap_or_else(|error| {
                if matches!(error, Error::TooMuch { .. }) {
                    // What has expanded too far goes no further; its other entries would only say so again.
                    self.entries = Vec::new().into_iter();
                }
                Step::Document(Err(error))
            });
            match step {
                Step::Skipped(_) => self.skipped += 1,
                _ => self.read += 1,
            }
            return Some(step);
        }
        // Said once: what was read counts from here on.
        let is_barren = std::mem::replace(&mut self.read, 1) == 0;
        let (path, skipped) = (self.origin.path.clone(), self.skipped);
        is_barren.then(|| Step::Document(Err(Error::NoBulletins { path, skipped })))
    }
}

fn skipped(source: &Source, reason: &'static str) -> Step {
    Step::Skipped(Skipped { path: source.origin.path.clone(), reason })
}

fn damaged(origin: &Origin, expected: &str, error: &ZipError) -> Error {
    let (path, position, expected) = (origin.path.clone(), origin.position, expected.to_owned());
    let found = match error {
        ZipError::UnsupportedArchive(what) => format!("an unknown kind ({what})"),
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => error.to_string(),
        _ => "damage".to_owned(),
    };
    Error::Damaged { path, position, expected, found }
}

impl Store {
    fn open(&self) -> io::Result<Opened> {
        Ok(match self {
            Self::File(path) => Opened::File(File::open(path)?),
            Self::Bytes(bytes) => Opened::Bytes(Cursor::new(Arc::clone(bytes))),
        })
    }
}

/// An archive's bytes, to be read from anywhere.
enum Opened {
    File(File),
    Bytes(Cursor<Arc<[u8]>>),
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Bytes(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Opened {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Bytes(bytes) => bytes.seek(to),
        }
    }
}

/// An entry's bytes, whose checksum must be right at their end.
struct Checked<R> {
    stream: R,
    crc: Crc,
    checksum: u32,
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.crc.update(&buffer[..read]);
        if read > 0 || buffer.is_empty() || self.crc.sum() == self.checksum {
            return Ok(read);
        }
        let found = format!("the checksum {:08X}", self.crc.sum());
        Err(io::Error::new(io::ErrorKind::InvalidData, Fault::Damaged("the checksum that its directory has", found)))
    }
}
