//! JSON lines: one object a row.

use std::io::{self, Write};

use serde::Serialize;

/// A writer of JSON lines: one object a row, each on its own line, with the names of the row's record.
#[derive(Debug)]
pub struct JsonLines<W> {
    writer: W,
}

impl<W: Write> JsonLines<W> {
    /// A writer of lines to `writer`.
    pub fn new(writer: W) -> Self {
        JsonLines { writer }
    }

    /// Writes one row.
    ///
    /// # Errors
    ///
    /// Where `writer` fails.
    pub fn write(&mut self, row: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut self.writer, row)?;
        self.writer.write_all(b"\n")
    }

    /// Writes out what is held back, and gives the writer back.
    ///
    /// # Errors
    ///
    /// Where `writer` fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.writer.flush()?;
        Ok(self.writer)
    }
}
