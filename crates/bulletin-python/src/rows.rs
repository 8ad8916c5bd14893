//! Tables as Python sees them: rows in Arrow's columns.

use std::io::Cursor;
use std::path::PathBuf;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::SchemaRef;
use arrow_schema::ffi::FFI_ArrowSchema;
use bulletin::record::BulletinRecord;
use bulletin_table::{
    Articles, Batches, Bulletins, Draft, Error, Figures, Format, Formulas, Organisations, Source, Table, Value, values,
};
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict};

use crate::value::reduced;

/// The rows of a batch in memory.
const BATCH_ROWS: usize = 65_536;

/// Which table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bulletins,
    Articles,
    Figures,
    Organisations,
}

/// Runs a block for the type that a kind of table has.
macro_rules! with_table {
    ($kind:expr, $table:ident => $block:expr) => {
        match $kind {
            Kind::Bulletins => {
                type $table = Bulletins;
                $block
            }
            Kind::Articles => {
                type $table = Articles;
                $block
            }
            Kind::Figures => {
                type $table = Figures;
                $block
            }
            Kind::Organisations => {
                type $table = Organisations;
                $block
            }
        }
    };
}

impl Kind {
    fn named(name: &str) -> PyResult<Self> {
        let kinds = [Kind::Bulletins, Kind::Articles, Kind::Figures, Kind::Organisations];
        let named = kinds.into_iter().find(|kind| kind.name() == name);
        named.ok_or_else(|| PyValueError::new_err(format!("expected the name of a table, but found {name:?}")))
    }

    fn name(self) -> &'static str {
        with_table!(self, T => T::NAME)
    }

    fn schema(self) -> SchemaRef {
        with_table!(self, T => T::schema())
    }
}

/// A table that is being filled.
pub(crate) trait Sink: Send {
    /// Adds the rows of a bulletin, and gives why some could not be added.
    fn add(&mut self, source: Source<'_>, record: &BulletinRecord<'_>) -> Vec<Error>;

    /// The whole table.
    fn finish(self: Box<Self>) -> Result<Rows, Error>;
}

/// An empty table of this name.
pub(crate) fn sink(name: &str) -> PyResult<Box<dyn Sink>> {
    let kind = Kind::named(name)?;
    Ok(with_table!(kind, T => Box::new(Growing::<T> { kind, batches: Batches::new(BATCH_ROWS), full: Vec::new() })))
}

struct Growing<T: Table> {
    kind: Kind,
    batches: Batches<T>,
    full: Vec<RecordBatch>,
}

impl<T: Table> Sink for Growing<T> {
    fn add(&mut self, source: Source<'_>, record: &BulletinRecord<'_>) -> Vec<Error> {
        let mut refused = Vec::new();
        for row in T::rows(source, record) {
            match self.batches.push(&row) {
                Ok(batch) => self.full.extend(batch),
                Err(error) => refused.push(error),
            }
        }
        refused
    }

    fn finish(mut self: Box<Self>) -> Result<Rows, Error> {
        self.full.extend(self.batches.finish()?);
        Ok(Rows::new(self.kind, self.full))
    }
}

/// The rows of a table, in Arrow's columns.
#[pyclass(frozen, eq, module = "bulletin._bulletin")]
#[derive(PartialEq)]
pub(crate) struct Rows {
    kind: Kind,
    batches: Vec<RecordBatch>,
    /// For each batch, how many rows there are up to its end.
    ends: Vec<usize>,
}

impl Rows {
    fn new(kind: Kind, batches: Vec<RecordBatch>) -> Self {
        let ends = batches.iter().scan(0, |rows, batch| {
            *rows += batch.num_rows();
            Some(*rows)
        });
        Rows { kind, ends: ends.collect(), batches }
    }

    fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or_default()
    }

    /// The batch of a row, and its place there.
    fn place(&self, row: usize) -> Option<(&RecordBatch, usize)> {
        let index = self.ends.partition_point(|end| *end <= row);
        let batch = self.batches.get(index)?;
        Some((batch, row - (self.ends.get(index)? - batch.num_rows())))
    }
}

#[pymethods]
impl Rows {
    /// What the table is called.
    #[getter]
    fn name(&self) -> &'static str {
        self.kind.name()
    }

    /// The columns: name, type in Arrow, and meaning.
    #[getter]
    fn columns(&self) -> Vec<(&'static str, String, &'static str)> {
        with_table!(self.kind, T => {
            T::COLUMNS.iter().map(|column| (column.name, column.kind.data_type().to_string(), column.doc)).collect()
        })
    }

    fn __len__(&self) -> usize {
        self.len()
    }

    /// A row by its index, from 0: each value under its column's name.
    #[pyo3(signature = (index: "int") -> "dict[str, object]")]
    fn row<'py>(&self, py: Python<'py>, index: usize) -> PyResult<Bound<'py, PyDict>> {
        let found = || format!("expected the index of one of {} rows, but found {index}", self.len());
        let (batch, row) = self.place(index).ok_or_else(|| PyIndexError::new_err(found()))?;
        let cells = PyDict::new(py);
        with_table!(self.kind, T => {
            let values = values::<T>(batch, row).map_err(std::io::Error::from)?;
            for (column, value) in T::COLUMNS.iter().zip(values) {
                cells.set_item(column.name, Cell(value))?;
            }
        });
        Ok(cells)
    }

    /// Writes the table into a file, which appears only when it is complete.
    #[pyo3(signature = (path: "str", format, *, keep_formulas))]
    #[allow(clippy::needless_pass_by_value)] // Python's strings come as an owned path.
    fn write(&self, py: Python<'_>, path: PathBuf, format: &str, keep_formulas: bool) -> PyResult<()> {
        let format: Format = format.parse().map_err(PyValueError::new_err)?;
        let formulas = if keep_formulas { Formulas::Kept } else { Formulas::Neutralised };
        with_table!(self.kind, T => {
            let mut draft = py.detach(|| Draft::<T>::new(&path, format, formulas))?;
            for batch in &self.batches {
                for start in (0..batch.num_rows()).step_by(SLICE_ROWS) {
                    let slice = batch.slice(start, SLICE_ROWS.min(batch.num_rows() - start));
                    py.detach(|| draft.write_batch(&slice))?;
                    py.check_signals()?;
                }
            }
            py.detach(|| draft.publish())?;
        });
        Ok(())
    }

    /// The rows as a stream of the Arrow `PyCapsule` interface. None of them is copied.
    #[pyo3(signature = (requested_schema: "object" = None) -> "object")]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // A producer that can't cast gives what it has.
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.kind.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    /// The columns as a schema of the Arrow `PyCapsule` interface.
    #[pyo3(signature = () -> "object")]
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(&*self.kind.schema()).map_err(invalid)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled<'py>)> {
        let bytes = py.detach(|| {
            let mut writer = StreamWriter::try_new(Vec::new(), &self.kind.schema())?;
            self.batches.iter().try_for_each(|batch| writer.write(batch))?;
            writer.into_inner()
        });
        reduced::<Self, _>(py, (self.name(), PyBytes::new(py, &bytes.map_err(invalid)?)))
    }

    #[staticmethod]
    fn _restore(name: &str, bytes: &[u8]) -> PyResult<Self> {
        let kind = Kind::named(name)?;
        let reader = StreamReader::try_new(Cursor::new(bytes), None).map_err(invalid)?;
        if reader.schema() != kind.schema() {
            let version = env!("CARGO_PKG_VERSION");
            let message = format!("expected the columns of {name} of bulletin {version}, but found others");
            return Err(PyValueError::new_err(message));
        }
        Ok(Rows::new(kind, reader.collect::<Result<_, _>>().map_err(invalid)?))
    }
}

/// The name of a table, and its rows as an Arrow stream.
type Pickled<'py> = (&'static str, Bound<'py, PyBytes>);

/// The rows that are written between two looks for Ctrl-C.
const SLICE_ROWS: usize = 8_192;

fn invalid(error: impl std::fmt::Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// A value in Python's own types.
struct Cell<'a>(Value<'a>);

impl<'py> IntoPyObject<'py> for Cell<'_> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.0 {
            Value::Text(text) => text.into_bound_py_any(py),
            Value::Texts(texts) => texts.into_bound_py_any(py),
            Value::Count(count) => count.into_bound_py_any(py),
            Value::Amount(amount) => amount.into_bound_py_any(py),
            Value::Day(day) => day.into_bound_py_any(py),
        }
    }
}
