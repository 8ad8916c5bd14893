//! Paths to bulletins, with what goes wrong on the way.

use std::collections::BTreeMap;
use std::path::PathBuf;

use bulletin_archive::{self as archive, Archive, Readings};

use crate::faults::Faults;
use crate::output::Output;
use crate::progress::Progress;
use crate::settings::Settings;

/// The bulletins at some paths, in order. What cannot be read is reported, and the rest goes on unless it is strict.
pub(crate) struct Reading<'a> {
    readings: Readings,
    is_strict: bool,
    faults: &'a mut Faults,
    progress: Progress,
    done: Done,
    unreadable: usize,
}

/// How a reading ended.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Done {
    /// How many bulletins were read.
    pub(crate) bulletins: usize,
    /// It stopped at a fault.
    pub(crate) is_stopped: bool,
}

impl<'a> Reading<'a> {
    /// The bulletins that go to `output`, with a progress bar where that leaves the terminal free.
    pub(crate) fn new(paths: &[PathBuf], settings: &Settings, output: &Output, faults: &'a mut Faults) -> Self {
        let archive = Archive::new(paths);
        let progress = if output.terminal_width().is_some() { Progress::hidden() } else { Progress::of(&archive) };
        faults.stand_above(&progress);
        let (readings, is_strict) = (archive.readings(&settings.parser), settings.is_strict);
        Reading { readings, is_strict, faults, progress, done: Done::default(), unreadable: 0 }
    }

    /// How the reading has gone so far.
    pub(crate) fn done(&self) -> Done {
        self.done
    }

    /// Tells of the damage in a document; whether to go on with it all the same.
    fn accepts(&mut self, reading: &archive::Reading) -> bool {
        let archive::Reading { origin, warnings, bulletin, .. } = reading;
        let found = bulletin.warnings.iter().map(|warning| {
            let before = bulletin.text.get(..warning.span.start()).unwrap_or_default();
            format!("{}, at line {}", warning.message, 1 + before.matches('\n').count())
        });
        for warning in warnings.iter().cloned().chain(found) {
            if self.is_strict {
                self.faults.fault(&format_args!("{origin}: {warning}; refused, as --strict asks"));
                return false;
            }
            self.faults.warning(&format_args!("{origin}: {warning}"));
        }
        true
    }

    fn stop(&mut self) {
        self.done.is_stopped = true;
        self.progress.end();
    }

    fn end(&mut self) {
        self.progress.end();
        self.summarise();
    }

    /// Tells in one line what was left out, if anything was: how much of each sort.
    fn summarise(&mut self) {
        let mut sorts = BTreeMap::new();
        for skipped in self.readings.skipped() {
            sorts.entry(skipped.reason).or_insert((0, &skipped.path)).0 += 1;
        }
        let skipped = sorts.into_iter().map(|(reason, (count, first))| match count {
            1 => format!("{reason} ({})", first.display()),
            _ => format!("{reason} ({} and {} more)", first.display(), count - 1),
        });
        let (all, duplicates) = (self.readings.skipped().len(), self.readings.duplicates());
        let left_out = [
            (self.unreadable > 0).then(|| format!("{} unreadable", self.unreadable)),
            (duplicates > 0).then(|| format!("{duplicates} read before")),
            (all > 0).then(|| format!("{all} skipped: {}", skipped.collect::<Vec<_>>().join(", "))),
        ];
        let left_out: Vec<_> = left_out.into_iter().flatten().collect();
        if !left_out.is_empty() {
            let bulletins = self.done.bulletins;
            let plural = if bulletins == 1 { "" } else { "s" };
            let summary = format!("{bulletins} bulletin{plural} read; {}", left_out.join("; "));
            self.faults.summary(&summary, duplicates > 0 || all > 0);
        }
    }
}

impl Iterator for Reading<'_> {
    type Item = archive::Reading;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done.is_stopped {
            let Some(reading) = self.readings.next() else {
                self.end();
                return None;
            };
            self.progress.show(&self.readings, self.done.bulletins);
            let reading = reading.map_err(|error| {
                self.unreadable += 1;
                self.faults.fault(&error);
            });
            match reading {
                Ok(reading) if self.accepts(&reading) => {
                    self.done.bulletins += 1;
                    return Some(reading);
                }
                _ if self.is_strict => self.stop(),
                _ => {}
            }
        }
        None
    }
}
