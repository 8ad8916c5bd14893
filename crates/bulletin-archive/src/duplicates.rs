//! Which documents were read before.

use std::collections::HashSet;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::document::Document;

/// The documents read so far, by what tells one from every other; each takes up to 40 bytes.
///
/// Many threads may ask whether a document was read; what one of them adds, the others see.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    state: RandomState,
    prints: Mutex<HashSet<u64>>,
}

/// What tells a document from every other: its text, whatever its line ends, and its Message-ID where it has one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prints([Option<u64>; 2]);

impl Seen {
    pub(crate) fn prints(&self, document: &Document) -> Prints {
        let mut text = self.state.build_hasher();
        for line in document.text.lines().map(str::trim_ascii).filter(|line| !line.is_empty()) {
            text.write(line.as_bytes());
            text.write_u8(b'\n');
        }
        let message_id = document.origin.message_id.as_deref().filter(|id| !id.is_empty());
        Prints([Some(text.finish()), message_id.map(|id| self.state.hash_one(id))])
    }

    pub(crate) fn has(&self, Prints(prints): Prints) -> bool {
        let known = self.known();
        prints.iter().flatten().any(|print| known.contains(print))
    }

    /// Notes a document; whether it is a new one.
    pub(crate) fn add(&self, Prints(prints): Prints) -> bool {
        let mut known = self.known();
        // Both are noted, so that a copy of a copy is one too.
        prints.iter().flatten().filter(|print| !known.insert(**print)).count() == 0
    }

    fn known(&self) -> MutexGuard<'_, HashSet<u64>> {
        self.prints.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
