//! Mail, mailboxes and pages of our own read as labelled: `NAME.json` holds the labels of each text that is in the file.
//!
//! The labels have the form that `samples/README.md` tells, over the text that the archive gives, and judge each file
//! with LF and with CRLF.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/labels.rs"]
mod labels;
#[path = "support/score.rs"]
mod score;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bulletin_archive::{Origin, read_bytes};
use labels::Labels;
use serde_json::Value;

const FOLDERS: [&str; 3] = ["email", "mbox", "html"];

/// The least F1 of articles, over all files; figures must all be right.
const ARTICLES: f64 = 0.97;

#[test]
fn mail_mailboxes_and_pages_read_as_labelled() {
    let mut tally = Tally::default();
    for folder in FOLDERS {
        let files = files(folder);
        assert!(files.len() >= 4, "expected documents in {folder}, but found {}", files.len());
        for path in files {
            let json = fs::read_to_string(path.with_extension("json")).unwrap();
            let labels: Value = serde_json::from_str(&json).unwrap();
            let bytes = fs::read(&path).unwrap();
            assert!(!bytes.contains(&b'\r'), "expected LF in {}, but found CRLF", path.display());
            let crlf = bytes.split(|&byte| byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
            for bytes in [&bytes, &crlf] {
                tally.file(&path, bytes, labels["documents"].as_array().unwrap());
            }
        }
    }
    let told = format!("archive golden: {} texts, articles' F1 {:.3}", tally.texts, tally.articles());
    io::stderr().write_all(format!("{told}\n").as_bytes()).unwrap();
    let has_enough = tally.articles() >= ARTICLES && tally.faults.iter().all(|(is_article, _)| *is_article);
    let faults: Vec<_> = tally.faults.iter().map(|(_, fault)| fault.as_str()).collect();
    assert!(has_enough, "{told}, {} faults\n{}", faults.len(), faults.join("\n"));
}

/// What was read so far, against what was labelled.
#[derive(Default)]
struct Tally {
    texts: usize,
    /// Articles that are labelled, and that were read.
    labelled: usize,
    read: usize,
    /// Each fault, and whether it is of an article.
    faults: Vec<(bool, String)>,
    wrong: usize,
}

impl Tally {
    fn file(&mut self, path: &Path, bytes: &[u8], labels: &[Value]) {
        let name = path.file_name().unwrap().to_str().unwrap();
        let documents: Vec<_> = read_bytes(bytes, Origin::of(name)).into_iter().map(Result::unwrap).collect();
        assert_eq!(documents.len(), labels.len(), "expected as many texts in {name} as it has labels");
        for (document, label) in documents.iter().zip(labels) {
            let labels = Labels::new(&document.text, label);
            let told = labels.faults(name).into_iter().map(|told| (false, told));
            let faults = score::faults(&document.text, &labels).into_iter();
            let faults =
                faults.map(|(line, told)| (told.starts_with("article"), format!("{}:{line}: {told}", document.origin)));
            let faults: Vec<_> = told.chain(faults).collect();
            self.texts += 1;
            self.labelled += labels.articles.len();
            self.read += bulletin::parse(&document.text).articles.len();
            self.wrong += faults.iter().filter(|(is_article, _)| *is_article).count();
            self.faults.extend(faults);
        }
    }

    /// The F1 of articles.
    #[allow(clippy::cast_precision_loss)]
    fn articles(&self) -> f64 {
        2.0 * self.labelled.saturating_sub(self.wrong) as f64 / (self.labelled + self.read) as f64
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_none_or(|extension| extension != "json"));
    files.sort();
    files
}
