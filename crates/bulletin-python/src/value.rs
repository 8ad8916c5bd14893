//! What the classes share: tuples of values, plain dicts, pickling.

use std::fmt::Display;
use std::hash::{Hash, Hasher};

use pyo3::exceptions::PyValueError;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};
use pyo3::{PyClass, PyTypeInfo, type_hint_subscript};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A sequence that nobody can change: a tuple in Python, a list in records.
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Items<T>(pub(crate) Vec<T>);

impl<'a, 'py, T> IntoPyObject<'py> for &'a Items<T>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(PyTuple::TYPE_HINT, <&T>::OUTPUT_TYPE, PyStaticExpr::Ellipsis);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.0)
    }
}
