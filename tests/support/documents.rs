//! The documents of the repository: its samples, the golden corpus, and the seeds beside the repository.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Folders of documents from the repository's root, and whether each must be there.
const FOLDERS: [(&str, bool); 3] = [("samples", true), ("tests/golden", true), ("../shared/seeds", false)];

/// A text of the repository.
#[derive(Debug)]
pub(crate) struct Document {
    /// The file.
    pub(crate) path: PathBuf,
    /// What it holds, with its own line endings.
    pub(crate) text: String,
}

impl Document {
    /// The file's place below the repository's root.
    pub(crate) fn name(&self) -> String {
        self.path.strip_prefix(root()).unwrap_or(&self.path).display().to_string()
    }
}

/// Every `.txt` of the folders, by name; a missing folder is an error, or is told where it may be missing.
pub(crate) fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    for (folder, required) in FOLDERS {
        let path = root().join(folder);
        if path.is_dir() {
            documents.extend(texts(&path));
        } else {
            assert!(!required, "expected the folder {folder}, but found none");
            tell(&format!("skipped: no folder {folder} beside the repository"));
        }
    }
    documents
}

/// Writes a line that a passing test shows too; `eprintln!` would be held back.
pub(crate) fn tell(line: &str) {
    io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

fn texts(folder: &Path) -> Vec<Document> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut documents = Vec::new();
    for path in paths {
        if path.is_dir() {
            documents.extend(texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            documents.push(Document { path, text });
        }
    }
    documents
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
