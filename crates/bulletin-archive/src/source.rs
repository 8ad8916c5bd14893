//! A stream of bytes from somewhere, and the documents in it.

use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use flate2::read::MultiGzDecoder;

use crate::compressed::{Counted, Expanded, LAYERS, Meter};
use crate::detect::{Format, HEAD, Hint, format, hint};
use crate::document::{Document, Origin};
use crate::email;
use crate::error::Error;
use crate::folder::Skipped;
use crate::mailbox::Mailbox;
use crate::text;
use crate::zipped::{Store, Zipped};

/// The largest single text, page or message that is read, in bytes. A mailbox or an archive may be larger.
pub(crate) const LARGEST_DOCUMENT: u64 = 256 << 20;

/// What a reading gives next.
pub(crate) enum Step {
    Raw(Raw),
    Fault(Error),
    Skipped(Skipped),
    /// Something that holds documents in turn.
    Holder(Box<dyn Holder>),
}

/// Something that holds documents: a file, a mailbox, an archive.
pub(crate) trait Holder: Send {
    /// The next step, or `None` after the last.
    fn step(&mut self) -> Option<Step>;
}

/// The bytes of one text, page or message, to be made a document of on any thread.
#[derive(Debug)]
pub(crate) struct Raw {
    pub(crate) bytes: Vec<u8>,
    pub(crate) origin: Origin,
    pub(crate) form: Form,
    /// Why the bytes end early, where they do.
    pub(crate) cut: Option<String>,
}

/// What the bytes of one document are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Html,
    Email,
}

impl Raw {
    /// The documents that the bytes are: one, or a message and those forwarded with it.
    pub(crate) fn documents(self) -> Vec<Result<Document, Error>> {
        match self.form {
            Form::Email => email::read(&self.bytes, &self.origin, self.cut.as_deref()),
            Form::Text | Form::Html => {
                vec![text::read(self.bytes, self.origin, self.form == Form::Html, self.cut)]
            }
        }
    }
}

/// Bytes to read, from somewhere.
pub(crate) struct Source {
    pub(crate) origin: Origin,
    pub(crate) hint: Hint,
    pub(crate) meter: Arc<Meter>,
    /// How many archives are around.
    pub(crate) layer: u8,
    stream: Box<dyn Read + Send>,
    /// The first bytes of the stream, once they were looked at.
    head: Vec<u8>,
    /// What ended the stream early.
    fault: Option<io::Error>,
    /// The file that the stream is from the start of.
    file: Option<PathBuf>,
}

impl Source {
    /// A file, or standard input for `-`; what is read from it is added to `total`.
    pub(crate) fn of(path: &Path, hint: Hint, total: &Arc<AtomicU64>) -> Result<Self, Error> {
        if path == Path::new("-") {
            let meter = Arc::new(Meter::new(None, Arc::clone(total)));
            return Ok(Self::new(Box::new(io::stdin()), Origin::of(path), meter));
        }
        let open = || {
            let data = fs::metadata(path)?;
            let is_file = data.is_file();
            Ok((File::open(path)?, is_file.then_some(data.len())))
        };
        let (file, size) = open().map_err(|error| Error::opening(path, error))?;
        let source = Self::new(Box::new(file), Origin::of(path), Arc::new(Meter::new(size, Arc::clone(total))));
        Ok(Self { hint, file: size.map(|_| path.to_owned()), ..source })
    }

    /// A stream that is read in full, and counts as what the meter measures.
    pub(crate) fn new(stream: Box<dyn Read + Send>, origin: Origin, meter: Arc<Meter>) -> Self {
        let stream = Box::new(Counted { stream, meter: Arc::clone(&meter) });
        Self { stream, hint: hint(&origin.path), origin, meter, layer: 0, head: Vec::new(), fault: None, file: None }
    }

    /// What an entry of an archive expands to.
    pub(crate) fn entry(stream: Box<dyn Read + Send>, origin: Origin, meter: Arc<Meter>, layer: u8) -> Self {
        Self { stream, hint: hint(&origin.path), origin, meter, layer, head: Vec::new(), fault: None, file: None }
    }

    /// What the source is by its first bytes, within any gzip.
    pub(crate) fn look(&mut self) -> Result<Format, Error> {
        loop {
            self.fill()?;
            if self.head.is_empty() {
                let (path, position) = (self.origin.path.clone(), self.origin.position);
                return Err(Error::Empty { path, position });
            }
            match format(&self.head, self.hint) {
                Format::Gzip => self.expand()?,
                format => return Ok(format),
            }
        }
    }

    /// The documents of what has been looked at.
    pub(crate) fn open(mut self, format: Format) -> Result<Box<dyn Holder>, Error> {
        let (path, position) = (self.origin.path.clone(), self.origin.position);
        Ok(match format {
            Format::Mailbox => {
                let origin = self.origin.clone();
                Box::new(Mailbox::new(self.into_stream(), origin))
            }
            Format::Zip => Box::new(self.zipped()?),
            Format::Text => self.whole(Form::Text)?,
            Format::Html => self.whole(Form::Html)?,
            Format::Email => self.whole(Form::Email)?,
            Format::Binary(found, at) => {
                return Err(Error::NotText { path, position: position + at as u64, found: found.to_owned() });
            }
            Format::Gzip => return Err(too_deep(path, position)),
        })
    }

    fn whole(mut self, form: Form) -> Result<Box<dyn Holder>, Error> {
        let (bytes, cut) = self.rest()?;
        Ok(Box::new(Whole(Some(Raw { bytes, origin: self.origin, form, cut }))))
    }

    fn fill(&mut self) -> Result<(), Error> {
        if self.head.is_empty() {
            let read = (&mut self.stream).take(HEAD as u64).read_to_end(&mut self.head);
            if let Err(error) = read {
                if self.head.is_empty() {
                    return Err(Error::reading(&self.origin.path, self.origin.position, error));
                }
                self.fault = Some(error);
            }
        }
        Ok(())
    }

    /// Goes on with what a gzip stream expands to.
    fn expand(&mut self) -> Result<(), Error> {
        self.enter_layer()?;
        let packed = self.take_stream();
        let stream = MultiGzDecoder::new(packed);
        self.stream = Box::new(Expanded { stream, meter: Arc::clone(&self.meter), expected: "a whole gzip file" });
        self.file = None;
        Ok(())
    }

    fn zipped(&mut self) -> Result<Zipped, Error> {
        self.enter_layer()?;
        let store = match self.file.take() {
            Some(path) => Store::File(path),
            None => Store::Bytes(self.rest()?.0.into()),
        };
        Zipped::open(store, self.origin.clone(), Arc::clone(&self.meter), self.layer)
    }

    fn enter_layer(&mut self) -> Result<(), Error> {
        self.layer += 1;
        if self.layer > LAYERS { Err(too_deep(self.origin.path.clone(), self.origin.position)) } else { Ok(()) }
    }

    /// All bytes, and why they end early where they are damaged and some are left.
    fn rest(&mut self) -> Result<(Vec<u8>, Option<String>), Error> {
        let mut bytes = std::mem::take(&mut self.head);
        let room = (LARGEST_DOCUMENT + 1).saturating_sub(bytes.len() as u64);
        let read = match self.fault.take() {
            Some(fault) => Err(fault),
            None => (&mut self.stream).take(room).read_to_end(&mut bytes),
        };
        let path = || self.origin.path.clone();
        if bytes.len() as u64 > LARGEST_DOCUMENT {
            let expected = format!("at most {LARGEST_DOCUMENT} bytes in one text");
            return Err(Error::TooMuch { path: path(), position: LARGEST_DOCUMENT, expected });
        }
        match read.map_err(|error| Error::reading(&path(), bytes.len() as u64, error)) {
            Ok(_) => Ok((bytes, None)),
            Err(error @ Error::Damaged { .. }) if !bytes.is_empty() => Ok((bytes, Some(error.to_string()))),
            Err(error) => Err(error),
        }
    }

    fn into_stream(mut self) -> Box<dyn Read + Send> {
        self.take_stream()
    }

    /// The stream from its start, with what was looked at and what ended it early.
    fn take_stream(&mut self) -> Box<dyn Read + Send> {
        let head = Cursor::new(std::mem::take(&mut self.head));
        let stream = std::mem::replace(&mut self.stream, Box::new(io::empty()));
        match self.fault.take() {
            Some(fault) => Box::new(head.chain(Ended(Some(fault)))),
            None => Box::new(head.chain(stream)),
        }
    }
}

fn too_deep(path: PathBuf, position: u64) -> Error {
    Error::TooMuch { path, position, expected: format!("at most {LAYERS} layers of compression") }
}

/// A stream that has ended early.
struct Ended(Option<io::Error>);

impl Read for Ended {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// A file that is one text, page or message.
struct Whole(Option<Raw>);

impl Holder for Whole {
    fn step(&mut self) -> Option<Step> {
        self.0.take().map(Step::Raw)
    }
}
