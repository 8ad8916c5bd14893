//! `bulletin figures`: the money figures of bulletins, as a table, CSV or JSON lines.

use std::io;

use bulletin::Bulletin;
use bulletin_table::{CsvWriter, FigureRow, Figures, Formulas, JsonLines, Layout, Listing, Table};

use crate::arguments::{self, Format, ReadingOptions};
use crate::faults::Faults;
use crate::output::Output;
use crate::reading::Reading;

/// Documents to bulletins to rows to the output.
pub(crate) fn run(command: &arguments::Figures, options: &ReadingOptions, faults: &mut Faults) -> io::Result<()> {
    let output = Output::open(command.output.file.as_deref())?;
    let mut sheet = Sheet::new(command, output)?;
    let mut reading = Reading::new(&command.paths, options, faults);
    for (origin, bulletin) in reading.by_ref() {
        sheet.add(&origin, &bulletin)?;
    }
    sheet.finish()?.finish(reading.done())
}

/// A table being written in one of the formats.
enum Sheet {
    Table(Listing, Output),
    Csv(Box<CsvWriter<Figures, Output>>),
    JsonLines(JsonLines<Output>),
}

impl Sheet {
    fn new(command: &arguments::Figures, output: Output) -> io::Result<Self> {
        Ok(match command.format.unwrap_or(Format::Table) {
            Format::Table => {
                let layout = output.terminal_width().map_or(Layout::Flat, Layout::Grouped);
                Sheet::Table(Listing::new(layout), output)
            }
            Format::Csv => {
                let formulas = if command.raw { Formulas::Kept } else { Formulas::Neutralised };
                Sheet::Csv(Box::new(CsvWriter::new(output, formulas)?))
            }
            Format::Jsonl => Sheet::JsonLines(JsonLines::new(output)),
        })
    }

    fn add(&mut self, origin: &str, bulletin: &Bulletin) -> io::Result<()> {
        let record = bulletin.record();
        let mut rows = Figures::rows(origin, &record);
        match self {
            Sheet::Table(listing, _) => {
                listing.add(origin, bulletin, &record);
                Ok(())
            }
            Sheet::Csv(csv) => rows.try_for_each(|row: FigureRow<'_>| csv.write(&row)),
            Sheet::JsonLines(lines) => rows.try_for_each(|row| lines.write(&row)),
        }
    }

    /// Writes what is held back, and gives the output back.
    fn finish(self) -> io::Result<Output> {
        match self {
            Sheet::Table(listing, mut output) => {
                listing.finish(&mut output)?;
                Ok(output)
            }
            Sheet::Csv(csv) => csv.finish(),
            Sheet::JsonLines(lines) => lines.finish(),
        }
    }
}
