//! A whole bulletin as Python sees it.

use std::fmt;
use std::hash::{Hash, Hasher};

use bulletin::record::WarningRecord;
use jiff::civil::Date;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyIterator, PyString};
use pyo3::{PyTypeInfo, type_hint_identifier, type_hint_subscript};
use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::figure::MoneyFigure;
use crate::origin::Origin;
use crate::value::{Held, Items, Plain, counted, json, record_methods, reduced, restored};

/// One news bulletin: its text, and what was found in it. Its length and its items are those of its articles.
#[pyclass(frozen, eq, hash, module = "bulletin")]
pub(crate) struct Bulletin {
    inner: bulletin::Bulletin,
    origin: Option<Held<Origin>>,
    objects: PyOnceLock<Objects>,
}

/// What a bulletin holds, as Python objects; made when first asked for.
struct Objects {
    articles: Items<Held<Article>>,
    figures: Items<Held<MoneyFigure>>,
    warnings: Items<Held<Warning>>,
}

impl Bulletin {
    pub(crate) fn of(inner: bulletin::Bulletin, origin: Option<Held<Origin>>) -> Self {
        Bulletin { inner, origin, objects: PyOnceLock::new() }
    }

    fn objects(&self, py: Python<'_>) -> PyResult<&Objects> {
        self.objects.get_or_try_init(py, || {
            let record = self.inner.record();
            let bodies = self.inner.articles.iter().map(|article| &self.inner[article.body]);
            let articles = Items::made(record.articles.into_iter().zip(bodies), |(article, body)| {
                Held::new(py, Article::new(py, article, body)?)
            })?;
            let figures = articles.0.iter().flat_map(|article| article.value().figures());
            let figures = Items(figures.map(|figure| figure.again(py)).collect());
            let warnings = Items::made(record.warnings, |warning| Held::new(py, warning.into()))?;
            Ok(Objects { articles, figures, warnings })
        })
    }
}

impl From<bulletin::Bulletin> for Bulletin {
    fn from(inner: bulletin::Bulletin) -> Self {
        Bulletin::of(inner, None)
    }
}

impl PartialEq for Bulletin {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner && self.origin == other.origin
    }
}

impl Hash for Bulletin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.inner.text.hash(state);
        self.inner.published.hash(state);
    }
}

/// `<Bulletin daily, 12 articles, 34 figures>`
impl fmt::Display for Bulletin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Bulletin {}", self.inner.kind)?;
        self.inner.published.iter().try_for_each(|day| write!(f, " of {day}"))?;
        let (articles, figures) = (self.inner.articles.len(), self.inner.figures().count());
        write!(f, ", {}, {}>", counted(articles, "article"), counted(figures, "figure"))
    }
}

#[pymethods]
impl Bulletin {
    /// The whole text, as it was parsed. Every `start` and `end` counts its code points.
    #[getter]
    fn text(&self) -> &str {
        &self.inner.text
    }

    /// What sort of bulletin it is: daily, weekly, headlines, briefing, live or other.
    #[getter]
    fn kind(&self) -> &str {
        self.inner.kind.as_str()
    }

    /// The standing line at the top that names the publication.
    #[getter]
    fn tagline(&self) -> Option<&str> {
        self.inner.tagline.map(|span| &self.inner[span])
    }

    /// The day it came out, where the caller said so.
    #[getter]
    fn published(&self) -> Option<Date> {
        self.inner.published
    }

    /// Where it came from; `None` where its text was handed to `parse`.
    #[getter]
    fn origin(&self) -> Option<&Held<Origin>> {
        self.origin.as_ref()
    }

    /// The articles, in the order of the text.
    #[getter]
    fn articles(&self, py: Python<'_>) -> PyResult<&Items<Held<Article>>> {
        self.objects(py).map(|objects| &objects.articles)
    }

    /// The amounts of money of all the articles, in the order of the text.
    #[getter]
    fn figures(&self, py: Python<'_>) -> PyResult<&Items<Held<MoneyFigure>>> {
        self.objects(py).map(|objects| &objects.figures)
    }

    /// Damage in the text that was read around.
    #[getter]
    fn warnings(&self, py: Python<'_>) -> PyResult<&Items<Held<Warning>>> {
        self.objects(py).map(|objects| &objects.warnings)
    }

    /// The record in plain dicts, lists and strings: the command line's JSON.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Plain<'py>> {
        Plain::new(py, &self.inner.record())
    }

    fn __len__(&self) -> usize {
        self.inner.articles.len()
    }

    fn __repr__(&self) -> String {
        self.to_string()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Articles<'py>> {
        self.articles(py)?.into_pyobject(py)?.try_iter().map(Articles)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Pickled<'_>)> {
        reduced::<Self, _>(py, (json(&self.inner)?, self.origin.as_ref()))
    }

    #[staticmethod]
    #[pyo3(signature = (state, origin = None))]
    fn _restore(state: &str, origin: Option<Py<Origin>>) -> PyResult<Self> {
        Ok(Bulletin::of(restored(state)?, origin.map(Held::from)))
    }

    /// The text as a page fragment, with its figures marked: what a notebook shows.
    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyString>> {
        Ok(slf.py().import("bulletin.display")?.call_method1("html", (slf,))?.cast_into()?)
    }
}

/// The JSON of a bulletin, and where it came from.
type Pickled<'a> = (String, Option<&'a Held<Origin>>);

/// An iterator over articles, which says so in its type.
struct Articles<'py>(Bound<'py, PyIterator>);

impl<'py> IntoPyObject<'py> for Articles<'py> {
    type Target = PyIterator;
    type Output = Bound<'py, PyIterator>;
    type Error = std::convert::Infallible;

    const OUTPUT_TYPE: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Iterator"), Article::TYPE_HINT);

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// Damage in the text that was read around.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Warning {
    /// Its first code point in the bulletin's text.
    start: usize,
    /// One past its last code point.
    end: usize,
    /// What was expected and what was found.
    message: String,
}

impl From<WarningRecord<'_>> for Warning {
    fn from(WarningRecord { start, end, message }: WarningRecord<'_>) -> Self {
        Warning { start, end, message: message.to_owned() }
    }
}

/// `<Warning at 9-19: expected ..., but found ...>`
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Warning at {}-{}: {}>", self.start, self.end, self.message)
    }
}

record_methods!(Warning);
