//! A file of a table, which appears only when it is complete.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use arrow_array::RecordBatch;
use tempfile::{Builder, NamedTempFile};

use crate::csv::{CsvWriter, Formulas};
use crate::json::JsonLines;
use crate::parquet::ParquetWriter;
use crate::table::Table;

/// How a file holds a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// [`CsvWriter`]
    Csv,
    /// [`JsonLines`]
    JsonLines,
    /// [`ParquetWriter`]
    Parquet,
}

/// What a file's name ends in, by its format.
const ENDINGS: [(&str, Format); 5] = [
    ("csv", Format::Csv),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("parquet", Format::Parquet),
    ("pq", Format::Parquet),
];

/// The format that a name says: "csv", "jsonl", "parquet".
impl FromStr for Format {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let named = ENDINGS.iter().find(|(ending, _)| name.eq_ignore_ascii_case(ending));
        named.map(|(_, format)| *format).ok_or_else(|| format!("expected csv, jsonl or parquet, but found {name:?}"))
    }
}

/// A table on its way into a file. It stands under another name in the file's folder until [`Draft::publish`]; one
/// that is dropped leaves nothing behind.
#[derive(Debug)]
pub struct Draft<T: Table> {
    target: PathBuf,
    sheet: Sheet<T>,
}

type Output = BufWriter<NamedTempFile>;

#[derive(Debug)]
enum Sheet<T: Table> {
    Csv(Box<CsvWriter<T, Output>>),
    JsonLines(JsonLines<Output>),
    Parquet(Box<ParquetWriter<T, Output>>),
}

impl<T: Table> Draft<T> {
    /// The draft of the file `path`; a link stays, and what it points to is replaced.
    ///
    /// # Errors
    ///
    /// Where the folder is missing or cannot be written to, or `path` is a folder.
    pub fn new(path: &Path, format: Format, formulas: Formulas) -> io::Result<Self> {
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = Builder::new();
        // Those of any new file; the crate's own are for secrets.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let output = BufWriter::new(builder.prefix(".bulletin-").tempfile_in(folder)?);
        let sheet = match format {
            Format::Csv => Sheet::Csv(Box::new(CsvWriter::new(output, formulas)?)),
            Format::JsonLines => Sheet::JsonLines(JsonLines::new(output)),
            Format::Parquet => Sheet::Parquet(Box::new(ParquetWriter::new(output)?)),
        };
        Ok(Draft { target, sheet })
    }

    /// Adds the rows of a batch that has the columns of `T`.
    ///
    /// # Errors
    ///
    /// Where the disk is full, or the batch has other columns.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        match &mut self.sheet {
            Sheet::Csv(csv) => csv.write_batch(batch),
            Sheet::JsonLines(lines) => lines.write_batch::<T>(batch),
            Sheet::Parquet(parquet) => parquet.write_batch(batch),
        }
    }

    /// Completes the file and gives it its name, in the place of one that was there.
    ///
    /// # Errors
    ///
    /// Where the disk is full, or the file cannot be replaced.
    pub fn publish(self) -> io::Result<()> {
        let mut output = match self.sheet {
            Sheet::Csv(csv) => csv.finish()?,
            Sheet::JsonLines(lines) => lines.finish()?,
            Sheet::Parquet(parquet) => parquet.finish()?,
        };
        output.flush()?;
        let file = output.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Ok(replaced) = fs::metadata(&self.target) {
            file.as_file().set_permissions(replaced.permissions())?;
        }
        file.persist(&self.target)?;
        Ok(())
    }
}
