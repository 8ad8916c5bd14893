//! What a table is: named columns, each filled from a row.

use std::fmt::Debug;
use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef};
use bulletin::record::BulletinRecord;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::source::Source;

/// The decimal places of an amount in Arrow.
///
/// A [`Decimal`] has at most 29 digits before its point, and Arrow's `Decimal128` 38 in all: nine places are left, so
/// that an amount of any size fits exactly unless it has more places, and then it is refused.
pub const AMOUNT_PLACES: u8 = 9;

/// The digits that Arrow's `Decimal128` holds.
const AMOUNT_DIGITS: u8 = 38;

/// A table of bulletins: what its rows are, and its columns in order.
pub trait Table: Sized + 'static {
    /// What the table is called.
    const NAME: &'static str;
    /// The columns, in order.
    const COLUMNS: &'static [Column<Self>];
    /// One row.
    type Row<'a>: Debug;

    /// The rows of one bulletin, in the order of its text; `source` says where it came from.
    fn rows<'a>(source: impl Into<Source<'a>>, record: &'a BulletinRecord<'a>) -> impl Iterator<Item = Self::Row<'a>>;

    /// The columns as an Arrow schema.
    #[must_use]
    fn schema() -> SchemaRef {
        let field = |column: &Column<Self>| Field::new(column.name, column.kind.data_type(), column.optional);
        Arc::new(Schema::new(Self::COLUMNS.iter().map(field).collect::<Vec<_>>()))
    }
}

/// A column of a table.
#[derive(Debug)]
pub struct Column<T: Table> {
    /// Its name, the same everywhere.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// Whether a cell may be empty.
    pub optional: bool,
    /// What it means.
    pub doc: &'static str,
    /// How a row fills it.
    pub value: for<'a, 'b> fn(&'a T::Row<'b>) -> Value<'a>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text: `Utf8`.
    Text,
    /// Several texts: `List<Utf8>`; in CSV joined by "; ".
    Texts,
    /// A count, index, offset or number of a story: `Int64`, as not every engine reads unsigned numbers.
    Count,
    /// An exact amount in major units: `Decimal128(38, 9)`.
    Amount,
    /// A day: `Date32`.
    Day,
}

impl ColumnKind {
    /// The type of the column in Arrow.
    #[must_use]
    pub fn data_type(self) -> DataType {
        match self {
            ColumnKind::Text => DataType::Utf8,
            ColumnKind::Texts => DataType::new_list(DataType::Utf8, true),
            ColumnKind::Count => DataType::Int64,
            ColumnKind::Amount => DataType::Decimal128(AMOUNT_DIGITS, AMOUNT_PLACES.cast_signed()),
            ColumnKind::Day => DataType::Date32,
        }
    }
}

/// What one cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Of [`ColumnKind::Text`].
    Text(Option<&'a str>),
    /// Of [`ColumnKind::Texts`].
    Texts(Vec<&'a str>),
    /// Of [`ColumnKind::Count`].
    Count(Option<i64>),
    /// Of [`ColumnKind::Amount`].
    Amount(Option<Decimal>),
    /// Of [`ColumnKind::Day`].
    Day(Option<Date>),
}

/// As records say it: an amount is a decimal string, a day "2018-03-29".
impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Text(text) => text.serialize(serializer),
            Value::Texts(texts) => texts.serialize(serializer),
            Value::Count(count) => count.serialize(serializer),
            Value::Amount(None) | Value::Day(None) => serializer.serialize_none(),
            Value::Amount(Some(amount)) => serializer.collect_str(amount),
            Value::Day(Some(day)) => serializer.collect_str(day),
        }
    }
}

/// A count, index or offset as columns hold it. None is beyond 64 bits: texts are not that long.
pub(crate) fn count(count: usize) -> Option<i64> {
    i64::try_from(count).ok()
}

/// The columns of a table, one to a line: name, kind and meaning, then how a row fills it.
macro_rules! columns {
    ($($name:ident: $optional:ident $kind:ident, $doc:literal, |$row:ident| $value:expr;)+) => {
        &[$($crate::table::Column {
            name: stringify!($name),
            kind: $crate::table::ColumnKind::$kind,
            optional: $crate::table::columns!(@ $optional),
            doc: $doc,
            value: |$row| $crate::table::Value::$kind($value),
        },)+]
    };
    (@ optional) => { true };
    (@ stated) => { false };
}
pub(crate) use columns;
