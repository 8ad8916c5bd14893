//! `bulletin figures`: the money figures of bulletins, as a table, CSV, JSON lines or Parquet.

use std::io;

use bulletin_archive as archive;
use bulletin_table::{
    CsvWriter, FigureRow, Figures, Formulas, JsonLines, Layout, Listing, ParquetWriter, Source, Table,
};

use crate::arguments::{self, Format};
use crate::faults::Faults;
use crate::output::Output;
use crate::reading::Reading;
use crate::settings::Settings;

/// Documents to bulletins to rows to the output.
pub(crate) fn run(command: &arguments::Figures, settings: &Settings, faults: &mut Faults) -> io::Result<()> {
    let output = Output::open(command.output.file.as_deref())?;
    let mut reading = Reading::new(&command.paths, settings, &output, faults);
    let mut sheet = Sheet::new(command, output)?;
    for reading in reading.by_ref() {
        sheet.add(&reading)?;
    }
    sheet.finish()?.finish(reading.done())
}

/// A table being written in one of the formats.
enum Sheet {
    Table(Listing, Output),
    Csv(Box<CsvWriter<Figures, Output>>),
    JsonLines(JsonLines<Output>),
    Parquet(Box<ParquetWriter<Figures, Output>>),
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
            Format::Parquet if output.terminal_width().is_some() => {
                return Err(io::Error::other("a terminal, which shows no Parquet"));
            }
            Format::Parquet => Sheet::Parquet(Box::new(ParquetWriter::new(output)?)),
        })
    }

    fn add(&mut self, reading: &archive::Reading) -> io::Result<()> {
        let archive::Reading { origin, bulletin, stories, .. } = reading;
        let (document, record) = (origin.to_string(), bulletin.record());
        let mut rows = Figures::rows(Source { stories, ..Source::from(&document) }, &record);
        match self {
            Sheet::Table(listing, _) => {
                listing.add(&document, bulletin, &record);
                Ok(())
            }
            Sheet::Csv(csv) => rows.try_for_each(|row: FigureRow<'_>| csv.write(&row)),
            Sheet::JsonLines(lines) => rows.try_for_each(|row| lines.write(&row)),
            Sheet::Parquet(parquet) => rows.try_for_each(|row| parquet.write(&row)),
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
            Sheet::Parquet(parquet) => parquet.finish(),
        }
    }
}
