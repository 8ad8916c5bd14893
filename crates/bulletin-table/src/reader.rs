//! Arrow: record batches of many bulletins, made as they are asked for.

use std::collections::VecDeque;
use std::iter::Fuse;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use bulletin::Bulletin;

use crate::batch::{Batches, Error};
use crate::source::Source;
use crate::table::Table;

/// A stream of record batches over an iterator of bulletins, each after where it came from.
///
/// No more bulletins are asked for than fill the next batch. A row that does not fit exactly ends nothing: its error
/// comes in its place, and the rest goes on.
///
/// ```
/// use bulletin_table::{Batches, Figures};
///
/// let bulletins = ["It owes £3m.", "It owes £5m."].map(bulletin::parse);
/// let named = bulletins.into_iter().zip(1..).map(|(bulletin, day)| (format!("day-{day}.txt"), bulletin));
/// let batches = Batches::<Figures>::new(65_536).reader(named).collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(batches.iter().map(|batch| batch.num_rows()).sum::<usize>(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Reader<T: Table, I: Iterator> {
    batches: Batches<T>,
    bulletins: Fuse<I>,
    ready: VecDeque<Result<RecordBatch, Error>>,
}

impl<T: Table> Batches<T> {
    /// The record batches of these bulletins, each after where it came from.
    pub fn reader<S, I>(self, bulletins: I) -> Reader<T, I::IntoIter>
    where
        I: IntoIterator<Item = (S, Bulletin)>,
        for<'a> &'a S: Into<Source<'a>>,
    {
        Reader { batches: self, bulletins: bulletins.into_iter().fuse(), ready: VecDeque::new() }
    }
}

impl<T, I, S> Iterator for Reader<T, I>
where
    T: Table,
    I: Iterator<Item = (S, Bulletin)>,
    for<'a> &'a S: Into<Source<'a>>,
{
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            let Some((source, bulletin)) = self.bulletins.next() else {
                self.ready.extend(self.batches.finish().transpose());
                break;
            };
            let record = bulletin.record();
            let rows = T::rows(&source, &record);
            self.ready.extend(rows.filter_map(|row| self.batches.push(&row).transpose()));
        }
        self.ready.pop_front().map(|batch| batch.map_err(ArrowError::from))
    }
}

impl<T, I, S> RecordBatchReader for Reader<T, I>
where
    T: Table,
    I: Iterator<Item = (S, Bulletin)>,
    for<'a> &'a S: Into<Source<'a>>,
{
    fn schema(&self) -> SchemaRef {
        T::schema()
    }
}

impl From<Error> for ArrowError {
    fn from(error: Error) -> Self {
        match error {
            Error::Arrow(error) => error,
            other => ArrowError::ExternalError(Box::new(other)),
        }
    }
}
