//! What an archive holds, in order, before it is read as text.

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use crate::compressed::Meter;
use crate::document::Origin;
use crate::error::Error;
use crate::folder::{Found, Skipped, Walk};
use crate::source::{Holder, Raw, Source, Step};

/// The bytes of every text, page and message of some files and folders, in order.
pub(crate) struct Pieces {
    walk: Walk,
    /// The mailboxes and archives that are being read, the innermost last.
    holders: Vec<Box<dyn Holder>>,
    /// What was skipped since somebody last took it.
    pub(crate) skipped: Vec<Skipped>,
    /// How many bytes were read.
    pub(crate) count: Arc<AtomicU64>,
}

impl Pieces {
    /// What is at some paths; the bytes read are added to `count`.
    pub(crate) fn new(paths: Vec<PathBuf>, count: Arc<AtomicU64>) -> Self {
        Self { walk: Walk::new(paths), holders: Vec::new(), skipped: Vec::new(), count }
    }

    /// What the bytes hold that came from `origin`.
    pub(crate) fn of(bytes: &[u8], origin: Origin) -> Result<Self, Error> {
        let meter = Arc::new(Meter::new(Some(bytes.len() as u64), Arc::default()));
        let holder = opened(Source::new(Box::new(Cursor::new(bytes.to_vec())), origin, meter))?;
        Ok(Self { holders: vec![holder], ..Self::new(Vec::new(), Arc::default()) })
    }

    fn held(&mut self) -> Option<Result<Raw, Error>> {
        while let Some(holder) = self.holders.last_mut() {
            match holder.step() {
                Some(Step::Raw(raw)) => return Some(Ok(raw)),
                Some(Step::Fault(error)) => return Some(Err(error)),
                Some(Step::Skipped(entry)) => self.skipped.push(entry),
                Some(Step::Holder(holder)) => self.holders.push(holder),
                None => drop(self.holders.pop()),
            }
        }
        None
    }
}

impl Iterator for Pieces {
    type Item = Result<Raw, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(piece) = self.held() {
                return Some(piece);
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

fn opened(mut source: Source) -> Result<Box<dyn Holder>, Error> {
    let format = source.look()?;
    source.open(format)
}

impl std::fmt::Debug for Pieces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pieces").field("walk", &self.walk).field("skipped", &self.skipped).finish_non_exhaustive()
    }
}
