//! `bulletin parse`: whole bulletins as JSON.

use std::io;

use bulletin::record::BulletinRecord;
use bulletin_table::JsonLines;
use serde::Serialize;

use crate::arguments;
use crate::faults::Faults;
use crate::output::Output;
use crate::reading::Reading;
use crate::settings::Settings;

/// A bulletin's record, after where it came from.
#[derive(Serialize)]
struct Line<'a> {
    document: &'a str,
    #[serde(flatten)]
    record: BulletinRecord<'a>,
}

/// Documents to bulletins to a line of JSON each.
pub(crate) fn run(command: &arguments::Parse, settings: &Settings, faults: &mut Faults) -> io::Result<()> {
    let output = Output::open(command.output.file.as_deref())?;
    let mut reading = Reading::new(&command.paths, settings, &output, faults);
    let mut lines = JsonLines::new(output);
    for read in reading.by_ref() {
        lines.write(&Line { document: &read.origin.to_string(), record: read.bulletin.record() })?;
    }
    lines.finish()?.finish(reading.done())
}
