//! CSV: a header, and a line for each row.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::marker::PhantomData;

use arrow_array::RecordBatch;

use crate::cells::values;
use crate::table::{Table, Value};

/// What becomes of cells of text that a spreadsheet would run as formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Formulas {
    /// They get a leading apostrophe, so that a figure's "-£3m" becomes "'-£3m". Numbers are never changed.
    #[default]
    Neutralised,
    /// They stay as they are, for readers that are no spreadsheets.
    Kept,
}

/// A writer of CSV as RFC 4180 quotes it, in UTF-8 with a header and LF between rows.
///
/// An empty cell is an absent value; lists are joined by "; ".
#[derive(Debug)]
pub struct CsvWriter<T, W: Write> {
    writer: csv::Writer<W>,
    formulas: Formulas,
    cell: String,
    table: PhantomData<T>,
}

impl<T: Table, W: Write> CsvWriter<T, W> {
    /// A writer of the table `T` to `writer`; the header is written at once.
    ///
    /// # Errors
    ///
    /// Where `writer` fails.
    pub fn new(writer: W, formulas: Formulas) -> io::Result<Self> {
        let mut writer = csv::Writer::from_writer(writer);
        writer.write_record(T::COLUMNS.iter().map(|column| column.name)).map_err(plain)?;
        Ok(CsvWriter { writer, formulas, cell: String::new(), table: PhantomData })
    }

    /// Writes one row.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write(&mut self, row: &T::Row<'_>) -> io::Result<()> {
        self.write_values(T::COLUMNS.iter().map(|column| (column.value)(row)))
    }

    /// Writes every row of a batch that has the columns of `T`.
    ///
    /// # Errors
    ///
    /// Where the writer fails, or the batch has other columns.
    pub fn write_batch(&mut self, batch: &RecordBatch) -> io::Result<()> {
        (0..batch.num_rows()).try_for_each(|row| self.write_values(values::<T>(batch, row)?.into_iter()))
    }

    /// Writes out what is held back, and gives the writer back.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }

    fn write_values<'a>(&mut self, values: impl Iterator<Item = Value<'a>>) -> io::Result<()> {
        for value in values {
            self.cell.clear();
            self.fill(&value);
            self.writer.write_field(&self.cell).map_err(plain)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(plain)
    }

    fn fill(&mut self, value: &Value<'_>) {
        let cell = &mut self.cell;
        match value {
            Value::Text(text) => cell.push_str(text.unwrap_or_default()),
            Value::Texts(texts) => join(cell, texts),
            // Writing to a string cannot fail.
            Value::Count(count) => _ = count.map(|count| write!(cell, "{count}")),
            Value::Amount(amount) => _ = amount.map(|amount| write!(cell, "{amount}")),
            Value::Day(day) => _ = day.map(|day| write!(cell, "{day}")),
        }
        let is_text = matches!(value, Value::Text(_) | Value::Texts(_));
        if is_text && self.formulas == Formulas::Neutralised && cell.starts_with(FORMULA_STARTS) {
            cell.insert(0, '\'');
        }
    }
}

/// What makes a spreadsheet read a cell as a formula; the last four are the wide forms that East Asian ones read alike.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn join(cell: &mut String, texts: &[&str]) {
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            cell.push_str("; ");
        }
        cell.push_str(text);
    }
}

/// The error of the writer itself, so that its kind ("broken pipe") can still be told.
fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("expected to write CSV, but found {other:?}")),
    }
}
