//! Paths to documents and bulletins, with what goes wrong on the way.

use std::collections::BTreeMap;
use std::path::PathBuf;

use bulletin::{Bulletin, Options, parse_with};
use bulletin_archive::{Archive, Document, Documents};

use crate::arguments::ReadingOptions;
use crate::faults::Faults;

/// The bulletins at some paths, in order, each after where it came from. What cannot be read is reported, and the rest
/// goes on.
pub(crate) struct Reading<'a> {
    documents: Documents,
    options: &'a ReadingOptions,
    faults: &'a mut Faults,
    done: usize,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(paths: &[PathBuf], options: &'a ReadingOptions, faults: &'a mut Faults) -> Self {
        Reading { documents: Archive::new(paths).documents(), options, faults, done: 0 }
    }

    /// How many bulletins were read so far.
    pub(crate) fn done(&self) -> usize {
        self.done
    }

    fn bulletin(&mut self, document: Document) -> Option<(String, Bulletin)> {
        let origin = document.origin.to_string();
        let mut options = self.options.parser();
        options.published = options.published.or(document.origin.published);
        let mut damage = document.warnings;
        let bulletin = parse_with(document.text, &options);
        damage.extend(bulletin.warnings.iter().map(|warning| {
            let before = bulletin.text.get(..warning.span.start()).unwrap_or_default();
            format!("{}, at line {}", warning.message, 1 + before.matches('\n').count())
        }));
        self.accepts(&origin, &damage).then_some((origin, bulletin))
    }

    /// Tells of the damage in a document; whether to go on with it all the same.
    fn accepts(&mut self, origin: &str, warnings: &[String]) -> bool {
        let is_refused = self.options.strict && !warnings.is_empty();
        for warning in warnings {
            if is_refused {
                self.faults.fault(&format_args!("{origin}: {warning}; refused, as --strict asks"));
            } else {
                self.faults.warning(&format_args!("{origin}: {warning}"));
            }
        }
        !is_refused
    }

    /// Tells what in the folders was no bulletin: how many of each sort, with the first.
    fn tell_skipped(&mut self) {
        let mut sorts = BTreeMap::new();
        for skipped in self.documents.skipped() {
            sorts.entry(skipped.reason).or_insert((0, &skipped.path)).0 += 1;
        }
        for (reason, (count, first)) in sorts {
            let more = if count == 1 { String::new() } else { format!(" and {} more", count - 1) };
            self.faults.warning(&format_args!("skipped {}{more}: {reason}", first.display()));
        }
    }
}

impl Iterator for Reading<'_> {
    type Item = (String, Bulletin);

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(document) = self.documents.next() {
            let document = document.map_err(|error| self.faults.fault(&error)).ok();
            if let Some(read) = document.and_then(|document| self.bulletin(document)) {
                self.done += 1;
                return Some(read);
            }
        }
        self.tell_skipped();
        None
    }
}

impl ReadingOptions {
    /// What the arguments tell the parser.
    pub(crate) fn parser(&self) -> Options {
        let mut options = Options::default();
        options.published = self.published;
        options.dollar = self.dollar;
        options
    }
}
