//! Zip archives. Nothing is ever unpacked to a file; the names of entries are only names.

mod directory;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::compressed::{Counted, Expanded, Fault, Meter};
use crate::detect::{Format, Hint};
use crate::document::Origin;
use crate::error::Error;
use crate::folder::{NOT_A_BULLETIN, Skipped};
use crate::source::{Holder, Source, Step};
use directory::Entry;

/// Where an archive's bytes are.
#[derive(Clone)]
pub(crate) enum Store {
    File(PathBuf),
    Bytes(Arc<[u8]>),
}

/// A zip archive that is being read, its entries by name.
pub(crate) struct Zipped {
    store: Store,
    /// Where the archive starts in its file, in bytes.
    start: u64,
    /// Its entries with their names, in the order of these.
    entries: std::vec::IntoIter<(String, Entry)>,
    origin: Origin,
    meter: Arc<Meter>,
    layer: u8,
    read: usize,
    skipped: usize,
}

impl Zipped {
    pub(crate) fn open(store: Store, origin: Origin, meter: Arc<Meter>, layer: u8) -> Result<Self, Error> {
        let opened = store.open().map_err(|error| Error::opening(&origin.path, error))?;
        let damaged = |error: ZipError| damaged(&origin, "the directory of a zip archive", &error);
        let archive = ZipArchive::new(opened).map_err(damaged)?;
        let mut directory = store.open().map_err(|error| Error::opening(&origin.path, error))?;
        let found = directory.seek(SeekFrom::Start(archive.central_directory_start()));
        let entries = found.and_then(|_| directory::entries(&mut BufReader::new(directory)));
        let entries = entries.map_err(|error| damaged(error.into()))?.into_iter();
        let named = |entry: Entry| (name(&archive, &entry.name), entry);
        let mut entries: Vec<_> = entries.filter(|entry| !entry.is_folder()).map(named).collect();
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        tell_apart(&mut entries);
        let (start, entries) = (archive.offset(), entries.into_iter());
        Ok(Self { store, start, entries, origin, meter, layer, read: 0, skipped: 0 })
    }

    fn step_into(&mut self, name: &str, entry: &Entry) -> Result<Step, Error> {
        let origin = self.origin.inside(name.trim_start_matches(['/', '\\']));
        let hidden = name.split('/').any(|name| name.starts_with('.') && name != "." && name != "..");
        let reason = match () {
            () if hidden || name.starts_with("__MACOSX/") => Some("hidden"),
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
        let found = entry.find(&mut opened, self.start);
        found.map_err(|error| damaged(&self.origin, "an entry of a zip archive", &error.into()))?;
        let packed = Counted { stream: opened.take(entry.packed), meter: Arc::clone(&self.meter) };
        let unpacked: Box<dyn Read + Send> = match entry.method {
            0 => Box::new(packed),
            8 => Box::new(DeflateDecoder::new(packed)),
            method => return Err(not_text(format!("a file compressed by the unknown method {method}"))),
        };
        let stream = Checked { stream: unpacked, crc: Crc::new(), checksum: entry.checksum };
        let stream = Expanded { stream, meter: Arc::clone(&self.meter), expected: "a whole zip entry" };
        Ok(Source::entry(Box::new(stream), origin, Arc::clone(&self.meter), self.layer))
    }
}

impl Holder for Zipped {
    fn step(&mut self) -> Option<Step> {
        if let Some((name, entry)) = self.entries.next() {
            let step = self.step_into(&name, &entry).unwrap_or_else(|error| {
                if matches!(error, Error::TooMuch { .. }) {
                    // What has expanded too far goes no further; its other entries would only say so again.
                    self.entries = Vec::new().into_iter();
                }
                Step::Fault(error)
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
        is_barren.then_some(Step::Fault(Error::NoBulletins { path, skipped }))
    }
}

/// The name of an entry as text. Names in the old code page are the index's to read; it has every name once.
fn name(archive: &ZipArchive<Opened>, raw: &[u8]) -> String {
    let named = archive.index_for_name_raw(raw).and_then(|at| archive.name_for_index(at)).and_then(Result::ok);
    named.map_or_else(|| String::from_utf8_lossy(raw).into_owned(), Cow::into_owned)
}

/// Gives entries of one name a number each, as the directory has them: `a.txt`, `a (2).txt`.
fn tell_apart(entries: &mut [(String, Entry)]) {
    for same in entries.chunk_by_mut(|(one, _), (other, _)| one == other) {
        for (number, (name, _)) in same.iter_mut().enumerate().skip(1) {
            let file = name.rfind('/').map_or(0, |at| at + 1);
            let stem = name.strip_suffix(".gz").unwrap_or(name);
            let end = stem.rfind('.').filter(|&at| at > file).unwrap_or(stem.len());
            name.insert_str(end, &format!(" ({})", number + 1));
        }
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
