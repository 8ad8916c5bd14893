//! Arrow: rows into record batches, exactly or not at all.

use std::io;
use std::sync::Arc;

use arrow_array::builder::{Date32Builder, Decimal128Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::ArrowError;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::table::{AMOUNT_PLACES, Column, ColumnKind, Table, Value};

/// Why a row or a batch could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An amount with more decimal places than the column holds. It is never rounded; the row was not added.
    #[error(
        "expected an amount with at most {AMOUNT_PLACES} decimal places, but found {amount} in the column {column}"
    )]
    Places {
        /// The amount.
        amount: Decimal,
        /// The column's name.
        column: &'static str,
    },
    /// A row with more text than an Arrow column can point into. The row was not added.
    #[error("expected at most {BATCH_BYTES} bytes of text in a row, but found {found}")]
    TooLong {
        /// The bytes of text that the row has.
        found: usize,
    },
    /// A batch with other columns than the table's.
    #[error("expected a batch with the columns of {table}, but found another")]
    Unlike {
        /// What the table is called.
        table: &'static str,
    },
    /// What Arrow says of the columns.
    #[error(transparent)]
    Arrow(#[from] ArrowError),
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        io::Error::new(io::ErrorKind::InvalidData, error)
    }
}

/// The most bytes of text in a batch. Arrow's text columns count to 2 GiB, and panic beyond.
const BATCH_BYTES: usize = 1 << 30;

/// Rows on their way into Arrow record batches with the schema [`Table::schema`].
///
/// ```
/// use bulletin_table::{Batches, Figures, Table};
///
/// let bulletin = bulletin::parse("Big spenders\n\nThe trust overspent by nearly £3m in 2017-18.\n");
/// let record = bulletin.record();
/// let mut batches = Batches::<Figures>::new(65_536);
/// for row in Figures::rows("monday.txt", &record) {
///     if let Some(batch) = batches.push(&row)? {
///         println!("{} rows", batch.num_rows());
///     }
/// }
/// assert_eq!(batches.finish()?.map(|batch| batch.num_rows()), Some(1));
/// # Ok::<(), bulletin_table::Error>(())
/// ```
#[derive(Debug)]
pub struct Batches<T: Table> {
    columns: Vec<(&'static Column<T>, Builder)>,
    capacity: usize,
    rows: usize,
    bytes: usize,
}

impl<T: Table> Batches<T> {
    /// Batches of at most `capacity` rows (at least one).
    #[must_use]
    pub fn new(capacity: usize) -> Self {
        let columns = T::COLUMNS.iter().map(|column| (column, Builder::new(column.kind))).collect();
        Batches { columns, capacity: capacity.max(1), rows: 0, bytes: 0 }
    }

    /// Adds a row, and gives the batch before it where that was full.
    ///
    /// # Errors
    ///
    /// Where the row does not fit exactly, or is too long; it is then not added, and the others stay.
    pub fn push(&mut self, row: &T::Row<'_>) -> Result<Option<RecordBatch>, Error> {
        let values = self.columns.iter().map(|(column, _)| Cell::new(column.name, (column.value)(row)));
        let cells = values.collect::<Result<Vec<_>, _>>()?;
        let bytes = cells.iter().map(Cell::bytes).sum::<usize>();
        if bytes > BATCH_BYTES {
            return Err(Error::TooLong { found: bytes });
        }
        let is_full = self.rows >= self.capacity || self.bytes.saturating_add(bytes) > BATCH_BYTES;
        let batch = if is_full { self.finish()? } else { None };
        for ((_, builder), cell) in self.columns.iter_mut().zip(cells) {
            builder.append(cell);
        }
        self.rows += 1;
        self.bytes += bytes;
        Ok(batch)
    }

    /// The rows since the last batch, or `None` where there are none.
    ///
    /// # Errors
    ///
    /// Where Arrow refuses the columns.
    pub fn finish(&mut self) -> Result<Option<RecordBatch>, Error> {
        if std::mem::take(&mut self.rows) == 0 {
            return Ok(None);
        }
        self.bytes = 0;
        let arrays = self.columns.iter_mut().map(|(_, builder)| builder.finish()).collect();
        Ok(Some(RecordBatch::try_new(T::schema(), arrays)?))
    }
}

/// A value as Arrow holds it.
enum Cell<'a> {
    Text(Option<&'a str>),
    Texts(Vec<&'a str>),
    Count(Option<i64>),
    Amount(Option<i128>),
    Day(Option<i32>),
}

impl<'a> Cell<'a> {
    fn new(column: &'static str, value: Value<'a>) -> Result<Self, Error> {
        Ok(match value {
            Value::Text(text) => Cell::Text(text),
            Value::Texts(texts) => Cell::Texts(texts),
            Value::Count(count) => Cell::Count(count),
            Value::Amount(None) => Cell::Amount(None),
            Value::Amount(Some(amount)) => Cell::Amount(Some(scaled(amount).ok_or(Error::Places { amount, column })?)),
            Value::Day(day) => Cell::Day(day.and_then(days)),
        })
    }

    /// The bytes of text it has.
    fn bytes(&self) -> usize {
        match self {
            Cell::Text(text) => text.map_or(0, str::len),
            Cell::Texts(texts) => texts.iter().map(|text| text.len()).sum(),
            Cell::Count(_) | Cell::Amount(_) | Cell::Day(_) => 0,
        }
    }
}

/// The amount in units of the last decimal place that the column holds, or `None` where it has more places.
fn scaled(amount: Decimal) -> Option<i128> {
    let amount = amount.normalize();
    let places = u32::from(AMOUNT_PLACES).checked_sub(amount.scale())?;
    amount.mantissa().checked_mul(10_i128.checked_pow(places)?)
}

/// The days since 1 January 1970. A civil date is always within 32 bits of them.
fn days(day: Date) -> Option<i32> {
    i32::try_from(day.duration_since(date(1970, 1, 1)).as_hours() / 24).ok()
}

/// A column that is being filled.
#[derive(Debug)]
enum Builder {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Count(Int64Builder),
    Amount(Decimal128Builder),
    Day(Date32Builder),
}

impl Builder {
    fn new(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Builder::Text(StringBuilder::new()),
            ColumnKind::Texts => Builder::Texts(ListBuilder::new(StringBuilder::new())),
            ColumnKind::Count => Builder::Count(Int64Builder::new()),
            ColumnKind::Amount => Builder::Amount(Decimal128Builder::new().with_data_type(kind.data_type())),
            ColumnKind::Day => Builder::Day(Date32Builder::new()),
        }
    }

    fn append(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Builder::Text(builder), Cell::Text(text)) => builder.append_option(text),
            (Builder::Texts(builder), Cell::Texts(texts)) => {
                builder.append_value(texts.into_iter().map(Some));
            }
            (Builder::Count(builder), Cell::Count(count)) => builder.append_option(count),
            (Builder::Amount(builder), Cell::Amount(amount)) => builder.append_option(amount),
            (Builder::Day(builder), Cell::Day(day)) => builder.append_option(day),
            // `columns!` makes kind and value of one word; another's table that differs is refused by `try_new`.
            _ => {}
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(builder) => Arc::new(builder.finish()),
            Builder::Texts(builder) => Arc::new(builder.finish()),
            Builder::Count(builder) => Arc::new(builder.finish()),
            Builder::Amount(builder) => Arc::new(builder.finish()),
            Builder::Day(builder) => Arc::new(builder.finish()),
        }
    }
}
