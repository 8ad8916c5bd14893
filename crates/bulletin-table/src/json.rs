//! JSON lines: one object a row.

use std::io::{self, Write};
use std::marker::PhantomData;

use arrow_array::RecordBatch;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::cells::values;
use crate::table::{Table, Value};

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

    /// Writes every row of a batch that has the columns of `T`, each under its column's name.
    ///
    /// # Errors
    ///
    /// Where `writer` fails, or the batch has other columns.
    pub fn write_batch<T: Table>(&mut self, batch: &RecordBatch) -> io::Result<()> {
        (0..batch.num_rows()).try_for_each(|row| self.write(&Object::<T>(&values::<T>(batch, row)?, PhantomData)))
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

/// The values of a row under the names of its columns.
struct Object<'a, T>(&'a [Value<'a>], PhantomData<T>);

impl<T: Table> Serialize for Object<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(self.0.len()))?;
        for (column, value) in T::COLUMNS.iter().zip(self.0) {
            object.serialize_entry(column.name, value)?;
        }
        object.end()
    }
}
