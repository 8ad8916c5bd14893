//! The files to read: those named, and those in folders that look like bulletins.

use std::collections::HashSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::detect::{Format, Hint, hint};
use crate::document::shown;
use crate::error::Error;
use crate::source::Source;

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

/// Why a text is skipped that nothing tells from a program or a list.
pub(crate) const NOT_A_BULLETIN: &str = "not a bulletin by name or content";

/// What the walk comes upon.
pub(crate) enum Found {
    /// A file to read, and what its name and place say of it.
    File(PathBuf, Hint),
    Skipped(Skipped),
    Fault(Error),
}

/// A walk over what was named, folders by name and depth first.
#[derive(Debug)]
pub(crate) struct Walk {
    named: std::vec::IntoIter<PathBuf>,
    root: Option<Root>,
    /// What is still to be looked at in each folder on the way down.
    folders: Vec<Folder>,
}

#[derive(Debug)]
struct Folder {
    entries: std::vec::IntoIter<PathBuf>,
    kind: FolderKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FolderKind {
    Plain,
    /// A mailbox with a file for each message: in its folders `cur` and `new`, and in hidden folders of its kind.
    Maildir,
    /// The folder `cur` or `new` of a maildir, where every file is a message.
    Messages,
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
            return Some(Found::File(path, Hint::None));
        }
        match fs::metadata(&path) {
            Err(error) => Some(Found::Fault(Error::opening(&path, error))),
            Ok(data) if data.is_dir() => {
                self.root = Some(Root { path: path.clone(), files: 0, skipped: 0, visited: HashSet::new() });
                self.enter(path)
            }
            Ok(_) => {
                let hint = hint(&path);
                Some(Found::File(path, hint))
            }
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
                let is_messages = self.is_in(FolderKind::Maildir) && (path.ends_with("cur") || path.ends_with("new"));
                let kind = match path {
                    _ if is_messages => FolderKind::Messages,
                    path if is_maildir(&path) => FolderKind::Maildir,
                    _ => FolderKind::Plain,
                };
                self.folders.push(Folder { entries: entries.into_iter(), kind });
                None
            }
            Err(error) => Some(Found::Fault(Error::opening(&path, error))),
        }
    }

    /// What a path in a folder is.
    fn within(&mut self, path: PathBuf) -> Option<Found> {
        let is_in_maildir = self.is_in(FolderKind::Maildir);
        if is_in_maildir && path.ends_with("tmp") {
            return Some(Found::Skipped(Skipped { path, reason: "mail that is still being delivered" }));
        }
        if is_hidden(&path) && !(is_in_maildir && is_maildir(&path)) {
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
        if is_about_folder(&path) {
            return Some(Found::Skipped(Skipped { path, reason: "about its folder" }));
        }
        let hint = if self.is_in(FolderKind::Messages) { Hint::Email } else { hint(&path) };
        if hint != Hint::None {
            return Some(Found::File(path, hint));
        }
        Some(match sniffed(&path) {
            Ok(Some(reason)) => Found::Skipped(Skipped { path, reason }),
            Ok(None) => Found::File(path, hint),
            Err(error) => Found::Fault(error),
        })
    }

    /// Whether the folder that is being read is of this kind.
    fn is_in(&self, kind: FolderKind) -> bool {
        self.folders.last().is_some_and(|folder| folder.kind == kind)
    }

    /// Notes what was found under the named folder.
    fn noted(&mut self, found: Found) -> Found {
        if let Some(root) = &mut self.root {
            match found {
                Found::File(..) | Found::Fault(_) => root.files += 1,
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
            let found = match self.folders.last_mut().map(|folder| folder.entries.next()) {
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

fn is_about_folder(path: &Path) -> bool {
    path.file_stem().is_some_and(|name| name.eq_ignore_ascii_case("readme"))
}

fn is_maildir(path: &Path) -> bool {
    ["cur", "new"].iter().all(|name| path.join(name).is_dir())
}

/// Why a file is skipped whose name says nothing, or `None` where its content is a bulletin's.
fn sniffed(path: &Path) -> Result<Option<&'static str>, Error> {
    Ok(match Source::of(path, Hint::None, &Arc::default())?.look() {
        Ok(Format::Text) => Some(NOT_A_BULLETIN),
        Ok(Format::Binary(found, _)) => Some(found),
        Ok(_) => None,
        Err(Error::Empty { .. }) => Some("empty"),
        Err(error) => return Err(error),
    })
}
