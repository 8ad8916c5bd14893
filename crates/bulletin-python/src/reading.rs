//! An archive being read: bulletins one by one, or all of them into tables.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::task::Poll;
use std::time::{Duration, Instant};

use bulletin::parse_with;
use bulletin_archive::{Archive, Readings};
use jiff::civil::Date;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::bulletin::Bulletin;
use crate::gazetteer::Gazetteer;
use crate::origin::{Fault, Origin, Skipped};
use crate::rows::{Rows, Sink, sink};
use crate::value::Held;

/// How long the interpreter waits at most before it is asked whether somebody pressed Ctrl-C.
const TURN: Duration = Duration::from_millis(50);

/// An archive being read, from its first bulletin to its last. What can't be read is noted, and the rest goes on.
#[pyclass(frozen, module = "bulletin._bulletin")]
pub(crate) struct Reading {
    state: Mutex<State>,
    /// The process that reads: its threads are in no copy of it.
    process: u32,
}

struct State {
    /// What is still to be read; `None` after the end.
    readings: Option<Readings>,
    faults: Vec<Fault>,
    skipped: Vec<bulletin_archive::Skipped>,
    bytes: u64,
    duplicates: u64,
    count: usize,
}

#[pymethods]
impl Reading {
    #[new]
    #[pyo3(signature = (paths: "list[str]", published, dollar, register, amounts_only))]
    fn new(
        paths: Vec<PathBuf>,
        published: Option<Date>,
        dollar: Option<&str>,
        register: Option<&Bound<'_, Gazetteer>>,
        amounts_only: bool,
    ) -> PyResult<Self> {
        let readings = Archive::new(paths).readings(&crate::options(published, dollar, register, amounts_only)?);
        let (faults, skipped) = (Vec::new(), Vec::new());
        let state = State { readings: Some(readings), faults, skipped, bytes: 0, duplicates: 0, count: 0 };
        Ok(Reading { state: Mutex::new(state), process: std::process::id() })
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    /// The next bulletin.
    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Bulletin>> {
        loop {
            match py.detach(|| self.state().map(|mut state| state.step()))? {
                Step::Read(read) => {
                    let origin = Origin::new(&read.origin, read.warnings);
                    return Ok(Some(Bulletin::of(read.bulletin, Some(Held::new(py, origin)?))));
                }
                Step::Fault | Step::Later => py.check_signals()?,
                Step::End => return Ok(None),
            }
        }
    }

    /// Reads the rest into tables of these names. `tick` is called now and then.
    #[pyo3(signature = (tables: "list[str]", tick: "object" = None))]
    fn tables(&self, py: Python<'_>, tables: Vec<String>, tick: Option<&Bound<'_, PyAny>>) -> PyResult<Vec<Rows>> {
        let mut sinks = tables.into_iter().map(|name| sink(&name)).collect::<PyResult<Vec<_>>>()?;
        while py.detach(|| self.state().map(|mut state| state.turn(&mut sinks)))? {
            py.check_signals()?;
            tick.iter().try_for_each(|tick| tick.call0().map(drop))?;
        }
        let rows = sinks.into_iter().map(Sink::finish).collect::<Result<_, _>>();
        rows.map_err(|error| PyValueError::new_err(error.to_string()))
    }

    /// Ends the reading before its end.
    fn close(&self, py: Python<'_>) -> PyResult<()> {
        py.detach(|| self.state().map(|mut state| state.end()))
    }

    /// How many bytes were read so far.
    #[getter]
    fn bytes_read(&self, py: Python<'_>) -> PyResult<u64> {
        py.detach(|| Ok(self.state()?.bytes))
    }

    /// How many documents were left out so far because they had been read before.
    #[getter]
    fn duplicates(&self, py: Python<'_>) -> PyResult<u64> {
        py.detach(|| Ok(self.state()?.duplicates))
    }

    /// How many bulletins were read so far.
    #[getter]
    fn count(&self, py: Python<'_>) -> PyResult<usize> {
        py.detach(|| Ok(self.state()?.count))
    }

    /// What could not be read so far.
    #[getter]
    fn faults(&self, py: Python<'_>) -> PyResult<Vec<Fault>> {
        py.detach(|| Ok(self.state()?.faults.clone()))
    }

    /// What was skipped in folders so far.
    #[getter]
    fn skipped(&self, py: Python<'_>) -> PyResult<Vec<Skipped>> {
        py.detach(|| Ok(self.state()?.skipped.iter().map(Skipped::from).collect()))
    }
}

impl Reading {
    fn state(&self) -> PyResult<MutexGuard<'_, State>> {
        if self.process != std::process::id() {
            let message = "expected to be read on by the process that began, but found another: begin anew there";
            return Err(PyRuntimeError::new_err(message));
        }
        self.state.lock().map_err(|_| PyRuntimeError::new_err("expected a reading that goes on, but it broke off"))
    }
}

impl Drop for Reading {
    fn drop(&mut self) {
        if self.process != std::process::id() {
            // The threads that would have to be waited for are not in this process.
            std::mem::forget(self.state.get_mut().ok().and_then(|state| state.readings.take()));
        }
    }
}

/// The bulletin of one document, which is found again by what the tables call it.
#[pyfunction]
#[pyo3(signature = (paths: "list[str]", document, published, dollar, register, amounts_only))]
pub(crate) fn find_bulletin(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    document: &str,
    published: Option<Date>,
    dollar: Option<&str>,
    register: Option<&Bound<'_, Gazetteer>>,
    amounts_only: bool,
) -> PyResult<Option<Bulletin>> {
    let mut options = crate::options(published, dollar, register, amounts_only)?;
    let mut documents = Archive::new(holding(paths, document)).documents();
    loop {
        let turn = py.detach(|| {
            let start = Instant::now();
            while start.elapsed() < TURN {
                match documents.next() {
                    Some(Ok(found)) if found.origin.to_string() == document => return Some(Some(found)),
                    Some(_) => {}
                    None => return Some(None),
                }
            }
            None
        });
        match turn {
            Some(Some(found)) => {
                options.published = options.published.or(found.origin.published);
                let origin = Origin::new(&found.origin, found.warnings);
                let bulletin = py.detach(|| parse_with(found.text, &options));
                return Ok(Some(Bulletin::of(bulletin, Some(Held::new(py, origin)?))));
            }
            Some(None) => return Ok(None),
            None => py.check_signals()?,
        }
    }
}

/// The one file of the archive that a document's name begins with, or all of its paths where that can't be told.
fn holding(paths: Vec<PathBuf>, document: &str) -> Vec<PathBuf> {
    let file = document.rsplit_once(" at byte ").map_or(document, |(file, _)| file);
    let ancestors = Path::new(document).ancestors().chain(Path::new(file).ancestors());
    let held = |file: &&Path| file.is_file() && paths.iter().any(|path| file.starts_with(path));
    ancestors.into_iter().find(held).map(|file| vec![file.to_owned()]).unwrap_or(paths)
}

enum Step {
    Read(Box<bulletin_archive::Reading>),
    Fault,
    /// Nothing yet: ask again.
    Later,
    End,
}

impl State {
    fn step(&mut self) -> Step {
        let Some(readings) = &mut self.readings else { return Step::End };
        let next = readings.next_within(TURN);
        (self.bytes, self.duplicates) = (readings.bytes_read(), readings.duplicates());
        match next {
            Poll::Pending => Step::Later,
            Poll::Ready(Some(Ok(read))) => {
                self.count += 1;
                Step::Read(Box::new(read))
            }
            Poll::Ready(Some(Err(error))) => {
                self.faults.push(Fault::from(&error));
                Step::Fault
            }
            Poll::Ready(None) => {
                self.end();
                Step::End
            }
        }
    }

    fn end(&mut self) {
        if let Some(readings) = self.readings.take() {
            self.skipped = readings.skipped().to_vec();
        }
    }

    /// Reads into tables for a while; whether there is more.
    fn turn(&mut self, sinks: &mut [Box<dyn Sink>]) -> bool {
        let start = Instant::now();
        while start.elapsed() < TURN {
            match self.step() {
                Step::Read(read) => {
                    let origin = Origin::new(&read.origin, read.warnings);
                    let record = read.bulletin.record();
                    let source = origin.source(&read.stories);
                    let refused = sinks.iter_mut().flat_map(|sink| sink.add(source, &record));
                    self.faults.extend(refused.map(|error| Fault::of_row(&origin, &error)));
                }
                Step::Fault | Step::Later => {}
                Step::End => return false,
            }
        }
        true
    }
}
