//! An archive being read: bulletins one by one, or all of them into tables.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use bulletin::{Options, parse_with};
use bulletin_archive::{Archive, Document, Documents, Error};
use jiff::civil::Date;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

use crate::bulletin::Bulletin;
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
    bulletins: Option<Bulletins>,
    faults: Vec<Fault>,
    skipped: Vec<bulletin_archive::Skipped>,
    bytes: u64,
    count: usize,
}

/// A document, and the bulletin that its text is.
struct Read {
    origin: Origin,
    bulletin: bulletin::Bulletin,
    stories: Vec<u64>,
}

#[pymethods]
impl Reading {
    #[new]
    #[pyo3(signature = (paths: "list[str]", published, dollar))]
    fn new(paths: Vec<PathBuf>, published: Option<Date>, dollar: Option<&str>) -> PyResult<Self> {
        let options = crate::options(published, dollar)?;
        let bulletins = Some(Bulletins::new(&Archive::new(paths), options));
        let state = State { bulletins, faults: Vec::new(), skipped: Vec::new(), bytes: 0, count: 0 };
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
                    let Read { origin, bulletin, .. } = *read;
                    return Ok(Some(Bulletin::of(bulletin, Some(Held::new(py, origin)?))));
                }
                Step::Fault => py.check_signals()?,
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
            std::mem::forget(self.state.get_mut().ok().and_then(|state| state.bulletins.take()));
        }
    }
}

/// The bulletin of one document, which is found again by what the tables call it.
#[pyfunction]
#[pyo3(signature = (paths: "list[str]", document, published, dollar))]
pub(crate) fn find_bulletin(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    document: &str,
    published: Option<Date>,
    dollar: Option<&str>,
) -> PyResult<Option<Bulletin>> {
    let options = crate::options(published, dollar)?;
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
                let Read { origin, bulletin, .. } = py.detach(|| Read::new(found, &options));
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
    Read(Box<Read>),
    Fault,
    End,
}

impl State {
    fn step(&mut self) -> Step {
        let Some(bulletins) = &mut self.bulletins else { return Step::End };
        let next = bulletins.next();
        self.bytes = bulletins.bytes_read();
        match next {
            Some(Ok(read)) => {
                self.count += 1;
                Step::Read(Box::new(read))
            }
            Some(Err(error)) => {
                self.faults.push(Fault::from(&error));
                Step::Fault
            }
            None => {
                self.end();
                Step::End
            }
        }
    }

    fn end(&mut self) {
        if let Some(bulletins) = self.bulletins.take() {
            self.skipped = bulletins.skipped().to_vec();
        }
    }

    /// Reads into tables for a while; whether there is more.
    fn turn(&mut self, sinks: &mut [Box<dyn Sink>]) -> bool {
        let start = Instant::now();
        while start.elapsed() < TURN {
            match self.step() {
                Step::Read(read) => {
                    let Read { origin, bulletin, stories } = *read;
                    let record = bulletin.record();
                    let source = origin.source(&stories);
                    let refused = sinks.iter_mut().flat_map(|sink| sink.add(source, &record));
                    self.faults.extend(refused.map(|error| Fault::of_row(&origin, &error)));
                }
                Step::Fault => {}
                Step::End => return false,
            }
        }
        true
    }
}

/// The bulletins of an archive, in order.
struct Bulletins {
    documents: Documents,
    options: Options,
}

impl Bulletins {
    fn new(archive: &Archive, options: Options) -> Self {
        Bulletins { documents: archive.documents(), options }
    }

    fn bytes_read(&self) -> u64 {
        self.documents.bytes_read()
    }

    fn skipped(&self) -> &[bulletin_archive::Skipped] {
        self.documents.skipped()
    }
}

impl Iterator for Bulletins {
    type Item = Result<Read, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.documents.next()?.map(|document| Read::new(document, &self.options)))
    }
}

impl Read {
    fn new(document: Document, options: &Options) -> Self {
        let mut options = options.clone();
        options.published = options.published.or(document.origin.published);
        let origin = Origin::new(&document.origin, document.warnings);
        Read { origin, bulletin: parse_with(document.text, &options), stories: Vec::new() }
    }
}
