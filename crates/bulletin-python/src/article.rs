//! One story of a bulletin as Python sees it, and the organisations it names.

use std::fmt;

use bulletin::model::{OdsCode, OrganisationKind, Role};
use bulletin::record::{ArticleRecord, MentionRecord};
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::figure::MoneyFigure;
use crate::value::{Held, Items, Plain, Word, counted, json, record_methods, reduced, restored};

/// One story of a bulletin: a heading (or none, for a lead) and its body.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Article {
    /// The part it plays in the bulletin: story, roundup or about.
    role: Word<Role>,
    /// The site's section or the topic that it is filed under: "HSJ Local", "FINANCE".
    label: Option<String>,
    /// The heading's words, without marks and glued labels.
    heading: Option<String>,
    /// The first code point in the bulletin's text: of the heading, or of the body where there is none.
    start: usize,
    /// One past the last code point.
    end: usize,
    /// The heading's line, or the body's first; from 1.
    start_line: usize,
    /// The last line that is not blank; from 1.
    end_line: usize,
    /// The amounts of money, in the order of the text.
    figures: Items<Held<MoneyFigure>>,
    /// The organisations that are named, in the order of the text.
    organisations: Items<Held<Mention>>,
    /// The text below the heading; empty where there is only a heading.
    // No part of the record: who has the bulletin's text has it already.
    #[serde(skip)]
    body: String,
}

impl Article {
    pub(crate) fn new(py: Python<'_>, record: ArticleRecord<'_>, body: &str) -> PyResult<Self> {
        Ok(Article {
            role: Word(record.role),
            label: record.label.map(str::to_owned),
            heading: record.heading.map(str::to_owned),
            start: record.start,
            end: record.end,
            start_line: record.start_line,
            end_line: record.end_line,
            figures: Items::made(record.figures, |figure| Held::new(py, MoneyFigure::new(py, figure)?))?,
            organisations: Items::made(record.organisations, |mention| Held::new(py, mention.into()))?,
            body: body.to_owned(),
        })
    }

    pub(crate) fn figures(&self) -> impl Iterator<Item = &Held<MoneyFigure>> {
        self.figures.0.iter()
    }
}

/// `<Article "Big spenders": story, lines 17-41, 3 figures, 2 organisations>`
impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<Article ")?;
        match &self.heading {
            Some(heading) => write!(f, "{heading:?}: ")?,
            None => f.write_str("without a heading: ")?,
        }
        write!(f, "{}, lines {}-{}, ", self.role.0, self.start_line, self.end_line)?;
        let (figures, organisations) = (self.figures.0.len(), self.organisations.0.len());
        write!(f, "{}, {}>", counted(figures, "figure"), counted(organisations, "organisation"))
    }
}

#[pymethods]
impl Article {
    /// The record in plain dicts, lists and strings, under the names of the command line's JSON.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Plain<'py>> {
        Plain::new(py, self)
    }

    fn __repr__(&self) -> String {
        self.to_string()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (String, &str))> {
        reduced::<Self, _>(py, (json(self)?, &*self.body))
    }

    #[staticmethod]
    fn _restore(state: &str, body: String) -> PyResult<Self> {
        Ok(Article { body, ..restored(state)? })
    }
}

/// Words that name an organisation.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Mention {
    /// The words.
    text: String,
    /// Their first code point in the bulletin's text.
    start: usize,
    /// One past their last code point.
    end: usize,
    /// What sort of organisation it is: trust, commissioner, national or other.
    kind: Word<OrganisationKind>,
    /// The longest form of its name that the text has.
    name: String,
    /// Its code in the official register; only where the reader was given one that has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<Word<OdsCode>>,
}

impl From<MentionRecord<'_>> for Mention {
    fn from(MentionRecord { text, start, end, kind, name, code }: MentionRecord<'_>) -> Self {
        Mention { text: text.to_owned(), start, end, kind: Word(kind), name: name.into_owned(), code: code.map(Word) }
    }
}

/// `<Mention "the trust" at 9-18: trust, Northern Foundation Trust>`
impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Mention { text, start, end, kind, name, .. } = self;
        write!(f, "<Mention {text:?} at {start}-{end}: {}", kind.0)?;
        if name == text { f.write_str(">") } else { write!(f, ", {name}>") }
    }
}

record_methods!(Mention);
