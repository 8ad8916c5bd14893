//! Parquet: what other programs read in columns.

use std::fmt;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use arrow_array::RecordBatch;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;

use crate::batch::Batches;
use crate::table::Table;

/// The rows of a batch on their way into the file.
const BATCH_ROWS: usize = 8_192;

/// The rows of a group: they are held in memory, compressed, until the group is full.
const GROUP_ROWS: usize = 131_072;

/// A writer of Parquet, compressed by Snappy, with the schema [`Table::schema`]. The file is whole only after
/// [`ParquetWriter::finish`].
pub struct ParquetWriter<T: Table, W: Write + Send> {
    batches: Batches<T>,
    writer: ArrowWriter<Lent<W>>,
    lent: Lent<W>,
}

impl<T: Table, W: Write + Send> ParquetWriter<T, W> {
    /// A writer of the table `T` to `writer`.
    ///
    /// # Errors
    ///
    /// Where `writer` fails.
    pub fn new(writer: W) -> io::Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_max_row_group_row_count(Some(GROUP_ROWS))
            .set_created_by(concat!("bulletin ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let lent = Lent(Arc::new(Mutex::new(Some(writer))));
        let writer = ArrowWriter::try_new(lent.clone(), T::schema(), Some(properties)).map_err(plain)?;
        Ok(ParquetWriter { batches: Batches::new(BATCH_ROWS), writer, lent })
    }

    /// Writes one row.
    ///
    /// # Errors
    ///
    /// Where the row does not fit exactly (it is then left out, and the others stay), or the writer fails.
    pub fn write(&mut self, row: &T::Row<'_>) -> io::Result<()> {
        match self.batches.push(row)? {
            Some(batch) => self.writer.write(&batch).map_err(plain),
            None => Ok(()),
        }
    }

    /// Writes a batch that has the columns of `T`.
    ///
    /// # Errors
    ///
    /// Where the batch has other columns, or the writer fails.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        self.flush()?;
        self.writer.write(batch).map_err(plain)
    }

    /// Writes what is held back and the end of the file, and gives the writer back.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.flush()?;
        self.writer.finish().map_err(plain)?;
        self.lent.back().ok_or_else(closed)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.batches.finish()?.map_or(Ok(()), |batch| self.writer.write(&batch).map_err(plain))
    }
}

impl<T: Table, W: Write + Send> fmt::Debug for ParquetWriter<T, W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ParquetWriter")
            .field("table", &T::NAME)
            .field("rows", &self.writer.in_progress_rows())
            .finish_non_exhaustive()
    }
}

/// A writer that is lent out and taken back: `ArrowWriter` gives its own back only without the errors of the last bytes.
struct Lent<W>(Arc<Mutex<Option<W>>>);

impl<W> Lent<W> {
    fn back(&self) -> Option<W> {
        self.0.lock().ok()?.take()
    }
}

impl<W> Clone for Lent<W> {
    fn clone(&self) -> Self {
        Lent(Arc::clone(&self.0))
    }
}

impl<W: Write> Write for Lent<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().map_err(|_| closed())?.as_mut().ok_or_else(closed)?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.lock().map_err(|_| closed())?.as_mut().ok_or_else(closed)?.flush()
    }
}

fn closed() -> io::Error {
    io::Error::other("expected an open file, but found it closed")
}

/// The error of the writer itself, so that its kind ("no space left") can still be told.
fn plain(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(source) => io::Error::other(source),
        },
        other => io::Error::other(other),
    }
}
