//! Compressed files, and how far they may expand.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// A compressed file may expand to so many times its size …
pub(crate) const EXPANSION: u64 = 200;

/// … and so many bytes more, so that small files may be well packed.
pub(crate) const FREE_EXPANSION: u64 = 64 << 20;

/// Archives may stand in archives so many layers deep.
pub(crate) const LAYERS: u8 = 8;

/// How much was read from one file, and to how much it has expanded.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    read: AtomicU64,
    expanded: AtomicU64,
    /// The size of the file where it is known: reading the same bytes twice earns nothing.
    size: Option<u64>,
    /// What was read from all files.
    total: Arc<AtomicU64>,
}

impl Meter {
    pub(crate) fn new(size: Option<u64>, total: Arc<AtomicU64>) -> Self {
        Self { size, total, ..Self::default() }
    }

    fn add_read(&self, bytes: usize) {
        self.read.fetch_add(bytes as u64, Relaxed);
        self.total.fetch_add(bytes as u64, Relaxed);
    }

    fn add_expanded(&self, bytes: usize) -> io::Result<()> {
        let expanded = self.expanded.fetch_add(bytes as u64, Relaxed) + bytes as u64;
        let read = self.read.load(Relaxed).min(self.size.unwrap_or(u64::MAX));
        if expanded <= FREE_EXPANSION.saturating_add(EXPANSION.saturating_mul(read)) {
            return Ok(());
        }
        Err(io::Error::other(Fault::TooTight))
    }
}

/// Why compressed bytes could not be read on.
#[derive(Debug)]
pub(crate) enum Fault {
    /// They expand to too much.
    TooTight,
    /// What should have been there, and what is.
    Damaged(&'static str, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooTight => write!(f, "it expands to more than {EXPANSION} times its size"),
            Self::Damaged(expected, found) => write!(f, "expected {expected}, but found {found}"),
        }
    }
}

impl std::error::Error for Fault {}

/// A stream whose bytes are counted as they are read.
pub(crate) struct Counted<R> {
    pub(crate) stream: R,
    pub(crate) meter: Arc<Meter>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.meter.add_read(read);
        Ok(read)
    }
}

/// What a decompressor gives, with its complaints as faults and its expansion bounded.
pub(crate) struct Expanded<R> {
    pub(crate) stream: R,
    pub(crate) meter: Arc<Meter>,
    /// What the stream should be: "a whole gzip file".
    pub(crate) expected: &'static str,
}

impl<R: Read> Read for Expanded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer).map_err(|error| self.fault(error))?;
        self.meter.add_expanded(read)?;
        Ok(read)
    }
}

impl<R> Expanded<R> {
    fn fault(&self, error: io::Error) -> io::Error {
        let is_ours = error.get_ref().and_then(|inner| inner.downcast_ref::<Fault>()).is_some();
        if is_ours || error.raw_os_error().is_some() || error.kind() == io::ErrorKind::Interrupted {
            return error;
        }
        let found = match error.kind() {
            io::ErrorKind::UnexpectedEof => "its end".to_owned(),
            _ => format!("damage ({error})"),
        };
        io::Error::new(io::ErrorKind::InvalidData, Fault::Damaged(self.expected, found))
    }
}
