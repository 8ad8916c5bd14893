//! The Python package `bulletin`: arguments in, values out. Every decision is made in the crates below.
// The unsafe methods are those that `#[pymethods]` writes; none of them relies on how a value was made.
#![allow(clippy::unsafe_derive_deserialize)]

mod article;
mod bulletin;
mod figure;
mod gazetteer;
mod origin;
mod reading;
mod rows;
mod value;

use ::bulletin::Options;
use jiff::civil::Date;
use pyo3::exceptions::PyValueError;
use pyo3::{Bound, PyResult, pymodule};

use crate::gazetteer::Gazetteer;

/// What the arguments of these names tell the parser.
fn options(
    published: Option<Date>,
    dollar: Option<&str>,
    register: Option<&Bound<'_, Gazetteer>>,
    amounts_only: bool,
) -> PyResult<Options> {
    let mut options = Options::default();
    options.published = published;
    options.amounts_only = amounts_only;
    options.dollar =
        dollar.map(str::parse).transpose().map_err(|error| PyValueError::new_err(format!("dollar: {error}")))?;
    options.gazetteer = register.map(|register| register.get().register().clone());
    Ok(options)
}

/// Reads health-policy news bulletins: how much money, whose, for what, when, and how surely.
#[pymodule]
mod _bulletin {
    use std::ffi::OsString;
    use std::io::{ErrorKind, Write};
    use std::path::PathBuf;

    use ::bulletin::record::Recorder;
    use ::bulletin::{find_money_with, parse_with};
    use bulletin_archive::Archive;
    use jiff::civil::Date;
    use pyo3::prelude::*;

    use crate::options;

    #[pymodule_export]
    use crate::article::{Article, Mention};
    #[pymodule_export]
    use crate::bulletin::{Bulletin, Warning};
    #[pymodule_export]
    use crate::figure::{Cue, MoneyFigure};
    #[pymodule_export]
    use crate::gazetteer::Gazetteer;
    #[pymodule_export]
    use crate::origin::{Fault, Origin, Skipped};
    #[pymodule_export]
    use crate::reading::{Reading, find_bulletin};
    #[pymodule_export]
    use crate::rows::Rows;

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// Reads any text as a bulletin. It never fails: a text without articles or money gives a bulletin without them.
    ///
    /// `published` is the day the bulletin came out, against which "last year" and the like are read; `dollar` is
    /// the ISO 4217 code that a bare "$" stands for; `register` is your own, whose codes mentions then have;
    /// `amounts_only` leaves out organisations and what figures mean, and is several times as fast.
    #[pyfunction]
    #[pyo3(signature = (text, *, published = None, dollar = None, register = None, amounts_only = false))]
    fn parse(
        py: Python<'_>,
        text: &str,
        published: Option<Date>,
        dollar: Option<&str>,
        register: Option<&Bound<'_, Gazetteer>>,
        amounts_only: bool,
    ) -> PyResult<Bulletin> {
        let options = options(published, dollar, register, amounts_only)?;
        Ok(py.detach(|| parse_with(text, &options)).into())
    }

    /// The figures of any text, in its order, read without layout.
    ///
    /// The options are those of `parse`.
    #[pyfunction]
    #[pyo3(signature = (text, *, published = None, dollar = None, register = None, amounts_only = false))]
    fn find_money(
        py: Python<'_>,
        text: &str,
        published: Option<Date>,
        dollar: Option<&str>,
        register: Option<&Bound<'_, Gazetteer>>,
        amounts_only: bool,
    ) -> PyResult<Vec<Py<MoneyFigure>>> {
        let options = options(published, dollar, register, amounts_only)?;
        let (figures, recorder) = py.detach(|| (find_money_with(text, &options), Recorder::new(text)));
        figures.iter().map(|figure| Py::new(py, MoneyFigure::new(py, recorder.figure(figure))?)).collect()
    }

    /// How many bytes there are to read; `None` where that is not known.
    #[pyfunction]
    #[pyo3(signature = (paths: "list[str]"))]
    fn size(py: Python<'_>, paths: Vec<PathBuf>) -> Option<u64> {
        py.detach(|| Archive::new(paths).sources().bytes)
    }

    /// Runs the command `bulletin` with the arguments that follow its name, on the process's own standard streams, and
    /// gives its exit code: 0 done, 1 something could not be done, 2 wrong usage.
    #[pyfunction]
    #[pyo3(signature = (args: "list[str]") -> "int")]
    fn run_command(py: Python<'_>, args: Vec<OsString>) -> u8 {
        py.detach(|| {
            let code = bulletin_cli::run(args);
            // At its end a Rust process writes out what it holds back, but a Python process doesn't know of it.
            if std::io::stdout().flush().is_err_and(|error| error.kind() != ErrorKind::BrokenPipe) {
                return code.max(1);
            }
            code
        })
    }
}
