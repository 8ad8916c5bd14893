//! The files to read: those named, and those in folders that look like bulletins.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::detect::{Format, HEAD, format};
use crate::document::shown;
use crate::error::Error;

/// A file in a folder that was not read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The file or folder.
    pub path: PathBuf,
    /// What it is instead of a bulletin: "hidden", "a PDF".
    pub reason: &'static str,
}

/// `old/report.pdf: a PDF`
impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", shown(&self.path), self.reason)
    }
}

/// What the walk comes upon.
pub(crate) enum Found {
    File(PathBuf),
    Skipped(Skipped),
    Fault(Error),
}

/// A walk over what was named, folders by name and depth first.
#[derive(Debug)]
pub(crate) struct Walk {
    named: std::vec::IntoIter<PathBuf>,
    root: Option<Root>,
    /// What is still to be looked at in each folder on the way down.
    folders: Vec<std::vec::IntoIter<PathBuf>>,
}

/// The named folder that is being read.
#[derive(Debug)]
struct Root {
    path: PathBuf,
    files: usize,
    skipped: usize,
    /// Folders by their true names, so that links neither loop nor read a folder twice.
    visited: HashSet<PathBuf>,
}

impl Walk {
    pub(crate) fn new(paths: Vec<PathBuf>) -> Self {
        Self { named: paths.into_iter(), root: None, folders: Vec::new() }
    }

    /// What a path that somebody named is; a file is always tried.
    fn named(&mut self, path: PathBuf) -> Option<Found> {
        if path == Path::new("-") {
            return Some(Found::File(path));
        }
        match fs::metadata(&path) {
            Err(error) => Some(Found::Fault(Error::opening(&path, error))),
            Ok(data) if data.is_dir() => {
                self.root = Some(Root { path: path.clone(), files: 0, skipped: 0, visited: HashSet::new() });
                self.enter(path)
            }
            Ok(_) => Some(Found::File(path)),
        }
    }

    /// Goes into a folder; something is found only where that fails.
    fn enter(&mut self, path: PathBuf) -> Option<Found> {
        match self.root.as_mut().map(|root| fs::canonicalize(&path).map(|name| root.visited.insert(name))) {
            Some(Ok(false)) => {
                return Some(Found::Skipped(Skipped { path, reason: "a link to a folder already read" }));
            }
            Some(Err(error)) => return Some(Found::Fault(Error::opening(&path, error))),
            _ => {}
        }
        match entries(&path) {
            Ok(entries) => {
                self.folders.push(entries.into_iter());
                None
            }
            Err(error) => Some(Found::Fault(Error::opening(&path, error))),
        }
    }

    /// What a path in a folder is.
    fn within(&mut self, path: PathBuf) -> Option<Found> {
        if is_hidden(&path) {
            return Some(Found::Skipped(Skipped { path, reason: "hidden" }));
        }
        let data = match fs::metadata(&path) {
            Ok(data) => data,
            Err(error) => return Some(Found::Fault(Error::opening(&path, error))),
        };
        if data.is_dir() {
            return self.enter(path);
        }
        if !data.is_file() {
            return Some(Found::Skipped(Skipped { path, reason: "not a file" }));
        }
        if is_bulletin_by_name(&path) {
            return Some(Found::File(path));
        }
        Some(match sniffed(&path) {
            Ok(Some(reason)) => Found::Skipped(Skipped { path, reason }),
            Ok(None) => Found::File(path),
            Err(error) => Found::Fault(Error::opening(&path, error)),
        })
    }

    /// Notes what was found under the named folder.
    fn noted(&mut self, found: Found) -> Found {
        if let Some(root) = &mut self.root {
            match found {
                Found::File(_) | Found::Fault(_) => root.files += 1,
                Found::Skipped(_) => root.skipped += 1,
            }
        }
        found
    }
}

impl Iterator for Walk {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            let found = match self.folders.last_mut().map(Iterator::next) {
                Some(Some(path)) => self.within(path),
                Some(None) => {
                    self.folders.pop();
                    None
                }
                None => {
                    if let Some(root) = self.root.take().filter(|root| root.files == 0) {
                        return Some(Found::Fault(Error::NoBulletins { path: root.path, skipped: root.skipped }));
                    }
                    let path = self.named.next()?;
                    self.named(path)
                }
            };
            if let Some(found) = found {
                return Some(self.noted(found));
            }
        }
    }
}

fn entries(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    paths.sort_unstable();
    Ok(paths)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The names that bulletins have.
const EXTENSIONS: [&str; 3] = ["txt", "text", "md"];

fn is_bulletin_by_name(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).is_some_and(|name| EXTENSIONS.iter().any(|e| name.eq_ignore_ascii_case(e)))
}

/// Why a file whose name says nothing is no bulletin, or `None` if its content is one's.
fn sniffed(path: &Path) -> std::io::Result<Option<&'static str>> {
    let mut head = Vec::new();
    fs::File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(match format(&head) {
        Format::Text => Some("not a bulletin by name or content"),
        Format::Binary(found, _) => Some(found),
    })
}
