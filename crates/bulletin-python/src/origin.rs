//! Where bulletins come from, and what could not be read, as Python sees them.

use std::fmt;

use bulletin_archive::Error;
use jiff::civil::Date;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::value::{Items, record_methods};

/// Where a bulletin came from.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Origin {
    /// What tells it from every other bulletin of its archive: the tables' column `document`.
    document: String,
    /// The file, and what is inside it: "inbox.mbox", "a.zip/b.txt".
    path: String,
    /// Where the message starts in a mailbox, in bytes; else 0.
    position: u64,
    /// The message's own identity.
    message_id: Option<String>,
    /// The subject of a message, the title of a page.
    subject: Option<String>,
    /// Who sent the message.
    sender: Option<String>,
    /// The day that the message was sent, as its own clock had it.
    published: Option<Date>,
    /// What had to be mended or left out to read it, each as a sentence.
    warnings: Items<String>,
}

impl Origin {
    pub(crate) fn new(origin: &bulletin_archive::Origin, warnings: Vec<String>) -> Self {
        Origin {
            document: origin.to_string(),
            path: origin.path.display().to_string(),
            position: origin.position,
            message_id: origin.message_id.clone(),
            subject: origin.subject.clone(),
            sender: origin.sender.clone(),
            published: origin.published,
            warnings: Items(warnings),
        }
    }

    pub(crate) fn source<'a>(&'a self, stories: &'a [u64]) -> bulletin_table::Source<'a> {
        bulletin_table::Source {
            document: &self.document,
            path: &self.path,
            position: self.position,
            message_id: self.message_id.as_deref(),
            subject: self.subject.as_deref(),
            sender: self.sender.as_deref(),
            warnings: &self.warnings.0,
            stories,
        }
    }
}

/// `<Origin inbox.mbox at byte 4096: "The daily">`
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Origin {}", self.document)?;
        self.subject.iter().try_for_each(|subject| write!(f, ": {subject:?}"))?;
        f.write_str(">")
    }
}

record_methods!(Origin);

/// A document, or something in one, that could not be read.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Fault {
    /// The file, and what is inside it: "inbox.mbox", "a.zip/b.txt".
    path: String,
    /// Where that showed in the file, in bytes; `None` where it has no place.
    position: Option<u64>,
    /// What was expected and what was found.
    message: String,
}

impl Fault {
    /// A row that no table holds exactly.
    pub(crate) fn of_row(origin: &Origin, error: &bulletin_table::Error) -> Self {
        let position = (origin.position > 0).then_some(origin.position);
        Fault { path: origin.path.clone(), position, message: error.to_string() }
    }
}

impl From<&Error> for Fault {
    fn from(error: &Error) -> Self {
        let position = match error {
            Error::Unreadable { position, .. }
            | Error::Empty { position, .. }
            | Error::NotText { position, .. }
            | Error::Encoding { position, .. }
            | Error::TooMuch { position, .. }
            | Error::Damaged { position, .. } => Some(*position),
            _ => None,
        };
        Fault { path: error.path().display().to_string(), position, message: error.to_string() }
    }
}

/// `<Fault expected text, but found a PDF in old/report.pdf at byte 0>`
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Fault {}>", self.message)
    }
}

record_methods!(Fault);

/// A file in a folder that was not read, as nothing there looks like a bulletin.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Skipped {
    /// The file or folder.
    path: String,
    /// What it is instead of a bulletin: "hidden", "a PDF".
    reason: String,
}

impl From<&bulletin_archive::Skipped> for Skipped {
    fn from(skipped: &bulletin_archive::Skipped) -> Self {
        Skipped { path: skipped.path.display().to_string(), reason: skipped.reason.to_owned() }
    }
}

/// `<Skipped old/report.pdf: a PDF>`
impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<Skipped {}: {}>", self.path, self.reason)
    }
}

record_methods!(Skipped);
