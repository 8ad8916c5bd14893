//! Record batches read back, cell by cell.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use jiff::Span;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use crate::batch::Error;
use crate::table::{AMOUNT_PLACES, ColumnKind, Table, Value};

/// One row of a batch that has the columns of `T`: what [`Column::value`](crate::Column::value) gave for each.
///
/// # Errors
///
/// Where the batch has other columns, or no such row.
pub fn values<T: Table>(batch: &RecordBatch, row: usize) -> Result<Vec<Value<'_>>, Error> {
    let unlike = || Error::Unlike { table: T::NAME };
    if batch.num_columns() != T::COLUMNS.len() || row >= batch.num_rows() {
        return Err(unlike());
    }
    let cells = T::COLUMNS.iter().zip(batch.columns());
    cells.map(|(column, array)| value(column.kind, array.as_ref(), row).ok_or_else(unlike)).collect()
}

/// The value of one cell, or `None` where the array is not of this kind.
fn value(kind: ColumnKind, array: &dyn Array, row: usize) -> Option<Value<'_>> {
    let is_stated = array.is_valid(row);
    Some(match kind {
        ColumnKind::Text => {
            let texts = array.as_string_opt::<i32>()?;
            Value::Text(is_stated.then(|| texts.value(row)))
        }
        ColumnKind::Texts => {
            let lists = array.as_list_opt::<i32>()?;
            let (offsets, texts) = (lists.value_offsets(), lists.values().as_string_opt::<i32>()?);
            let place = |at: usize| offsets.get(at).and_then(|offset| usize::try_from(*offset).ok());
            Value::Texts((place(row)?..place(row + 1)?).map(|at| texts.value(at)).collect())
        }
        ColumnKind::Count => {
            let counts = array.as_primitive_opt::<Int64Type>()?;
            Value::Count(is_stated.then(|| counts.value(row)))
        }
        ColumnKind::Amount => {
            let amounts = array.as_primitive_opt::<Decimal128Type>()?;
            Value::Amount(if is_stated { Some(amount(amounts.value(row))?) } else { None })
        }
        ColumnKind::Day => {
            let days = array.as_primitive_opt::<Date32Type>()?;
            Value::Day(if is_stated { Some(day(days.value(row))?) } else { None })
        }
    })
}

/// The amount of so many units of the last decimal place. Its places go where they are noughts, as more digits than
/// a [`Decimal`] has were made of fewer.
fn amount(mut units: i128) -> Option<Decimal> {
    let mut places = u32::from(AMOUNT_PLACES);
    while places > 0 && units % 10 == 0 {
        (units, places) = (units / 10, places - 1);
    }
    Decimal::try_from_i128_with_scale(units, places).ok()
}

/// The day so many days after 1 January 1970.
fn day(days: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(Span::new().try_days(days).ok()?).ok()
}
