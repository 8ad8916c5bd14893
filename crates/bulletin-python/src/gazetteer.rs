//! A caller's own register of organisations, as Python sees it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bulletin::Gazetteer as Register;
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;

use crate::value::{counted, reduced};

/// A register of organisations with their official codes. Given as `register`, its names are known, and mentions have
/// its codes.
#[pyclass(frozen, eq, hash, module = "bulletin")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Gazetteer {
    /// What it was made of, as it is pickled.
    lists: Vec<String>,
    register: Same,
}

/// What follows from the lists, so that it need not be compared.
struct Same(Arc<Register>);

#[pymethods]
impl Gazetteer {
    /// The register in csv files of the NHS Organisation Data Service, such as `etr.csv`: no header; code, name, …, and
    /// the days of opening and closing in the eleventh and twelfth columns.
    ///
    /// `OSError` where a file can't be read, such as `FileNotFoundError`; `ValueError` with the file and line where
    /// it is no such list.
    #[staticmethod]
    #[pyo3(signature = (path, *more: "str | PathLike[str]"))]
    fn from_ods_csv(py: Python<'_>, path: PathBuf, more: Vec<PathBuf>) -> PyResult<Self> {
        let paths: Vec<PathBuf> = std::iter::once(path).chain(more).collect();
        py.detach(|| {
            let lists = paths.iter().map(|path| list(path)).collect::<PyResult<Vec<_>>>()?;
            Self::of(lists, |number| paths.get(number).map_or_else(String::new, |path| path.display().to_string()))
        })
    }

    fn __len__(&self) -> usize {
        self.register().len()
    }

    fn __repr__(&self) -> String {
        format!("<Gazetteer: {}>", counted(self.register().len(), "organisation"))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Vec<String>,))> {
        reduced::<Self, _>(py, (self.lists.clone(),))
    }

    #[staticmethod]
    #[pyo3(signature = (lists: "list[str]"))]
    fn _restore(lists: Vec<String>) -> PyResult<Self> {
        Self::of(lists, |number| format!("list {number}"))
    }
}

impl Gazetteer {
    /// The register of all lists; `name` is what a list is called by where it is none.
    fn of(lists: Vec<String>, name: impl Fn(usize) -> String) -> PyResult<Self> {
        let mut all = Register::default();
        for (number, list) in lists.iter().enumerate() {
            let one = Register::from_ods_csv(list);
            all = all.and(one.map_err(|error| PyValueError::new_err(format!("{}: {error}", name(number))))?);
        }
        Ok(Gazetteer { lists, register: Same(Arc::new(all)) })
    }

    pub(crate) fn register(&self) -> &Arc<Register> {
        &self.register.0
    }
}

fn list(path: &Path) -> PyResult<String> {
    let shown = path.display().to_string();
    let bytes = fs::read(path).map_err(|error| {
        let reason = match error.kind() {
            std::io::ErrorKind::NotFound => "expected a register, but found nothing".to_owned(),
            _ => format!("expected to read a register, but found: {error}"),
        };
        // With the system's number Python makes it a FileNotFoundError, a PermissionError and so on.
        PyOSError::new_err((error.raw_os_error(), reason, shown.clone()))
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let line =
            1 + error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count();
        PyValueError::new_err(format!("{shown}: expected UTF-8, but found other bytes at line {line}"))
    })
}

impl PartialEq for Same {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Same {}

impl std::hash::Hash for Same {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}
