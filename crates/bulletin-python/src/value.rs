//! What the classes share: tuples, plain dicts and pickling.

use std::hash::{Hash, Hasher};

use pyo3::exceptions::PyValueError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};
use pyo3::{PyClass, PyTypeInfo, type_hint_identifier, type_hint_subscript};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A sequence that nobody can change: a tuple in Python, a list in records.
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Items<T>(pub(crate) Vec<T>);

impl<T> Items<T> {
    /// As many items as `records`, each made from one.
    pub(crate) fn made<R>(
        records: impl IntoIterator<Item = R>,
        make: impl FnMut(R) -> PyResult<T>,
    ) -> PyResult<Items<T>> {
        records.into_iter().map(make).collect::<PyResult<_>>().map(Items)
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a Items<T>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        PyTuple::TYPE_HINT,
        <&T>::OUTPUT_TYPE,
        PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis }
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, &self.0)
    }
}

/// One of our Python objects, equal to another by what it holds.
#[derive(Serialize, Deserialize)]
#[serde(transparent, bound = "T: PyClass<BaseType = PyAny> + Serialize + DeserializeOwned")]
pub(crate) struct Held<T>(Py<T>);

impl<T: PyClass<Frozen = True, BaseType = PyAny> + Sync> Held<T> {
    pub(crate) fn new(py: Python<'_>, value: T) -> PyResult<Self> {
        Py::new(py, value).map(Held)
    }

    pub(crate) fn value(&self) -> &T {
        self.0.get()
    }

    /// The same object once more.
    pub(crate) fn again(&self, py: Python<'_>) -> Self {
        Held(self.0.clone_ref(py))
    }
}

impl<T> From<Py<T>> for Held<T> {
    fn from(object: Py<T>) -> Self {
        Held(object)
    }
}

impl<T: PyClass<Frozen = True> + Sync + PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&other.0) || self.0.get() == other.0.get()
    }
}

impl<T: PyClass<Frozen = True> + Sync + Eq> Eq for Held<T> {}

impl<T: PyClass<Frozen = True> + Sync + Hash> Hash for Held<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.get().hash(state);
    }
}

impl<'py, T: PyClass> IntoPyObject<'py> for &Held<T> {
    type Target = T;
    type Output = Bound<'py, T>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr = T::TYPE_HINT;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0.bind(py).clone())
    }
}

/// A word of one of the core's closed lists: a `str` in Python.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Word<T>(pub(crate) T);

impl<'py, T: ToString> IntoPyObject<'py> for &Word<T> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr = PyString::TYPE_HINT;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Self::Error> {
        self.0.to_string().into_pyobject(py)
    }
}

/// "1 figure", "2 figures": for `repr`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A record in plain dicts, lists, strings and numbers: its JSON, loaded, so that the two can't differ.
pub(crate) struct Plain<'py>(Bound<'py, PyAny>);

impl<'py> Plain<'py> {
    pub(crate) fn new(py: Python<'py>, record: &impl Serialize) -> PyResult<Self> {
        static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        LOADS.import(py, "json", "loads")?.call1((json(record)?,)).map(Plain)
    }
}

impl<'py> IntoPyObject<'py> for Plain<'py> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(PyDict::TYPE_HINT, PyString::TYPE_HINT, type_hint_identifier!("typing", "Any"));

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// What pickle calls, with what, to make an object anew: the class's `_restore` with `state`.
pub(crate) fn reduced<T: PyTypeInfo, S>(py: Python<'_>, state: S) -> PyResult<(Bound<'_, PyAny>, S)> {
    Ok((py.get_type::<T>().getattr("_restore")?, state))
}

/// The value in its JSON, as it is pickled.
pub(crate) fn json(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The value that was pickled as `state`.
pub(crate) fn restored<T: DeserializeOwned>(state: &str) -> PyResult<T> {
    serde_json::from_str(state).map_err(|error| {
        let version = env!("CARGO_PKG_VERSION");
        PyValueError::new_err(format!("expected what bulletin {version} pickles, but found other JSON: {error}"))
    })
}

/// The methods of a class that is all record: `to_dict`, `repr` by its `Display`, pickling.
macro_rules! record_methods {
    ($class:ident) => {
        #[pymethods]
        impl $class {
            /// The record in plain dicts, lists and strings, under the names of the command line's JSON.
            fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<$crate::value::Plain<'py>> {
                $crate::value::Plain::new(py, self)
            }

            fn __repr__(&self) -> String {
                self.to_string()
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
                $crate::value::reduced::<Self, _>(py, ($crate::value::json(self)?,))
            }

            #[staticmethod]
            fn _restore(state: &str) -> PyResult<Self> {
                $crate::value::restored(state)
            }
        }
    };
}
pub(crate) use record_methods;
