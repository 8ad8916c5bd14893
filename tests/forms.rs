//! A bulletin reads the same in every form in which it comes: as plain text, mail, mailbox, archive or page.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/forms.rs"]
mod forms;

use std::fs;
use std::path::Path;

use bulletin::model::{CurrencyCode, Qualifier, Role};
use bulletin_archive::Archive;
use documents::{Document, documents, tell};
use rust_decimal::Decimal;
use serde_json::Value;

#[test]
fn every_form_of_a_bulletin_reads_as_its_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut faults = Vec::new();
    let mut read = 0;
    let labelled = labelled();
    let others = labelled.iter().cycle().skip(1);
    for ((document, _), (other, _)) in labelled.iter().zip(others) {
        for (form, bytes, expected) in forms::of(&document.text, &other.text) {
            let name = format!("{}: {form}", document.name());
            let path = folder.path().join(form);
            fs::write(&path, bytes).unwrap();
            let texts = texts(&path);
            assert_eq!(texts.len(), expected.len(), "{name}");
            for (expected, text) in expected.iter().zip(texts) {
                let difference = Reading::of(expected).difference(&Reading::of(&text));
                faults.extend(difference.map(|told| format!("{name}: {told}")));
                read += 1;
            }
        }
    }
    tell(&format!("forms: {read} texts"));
    assert!(read > 100, "expected texts in many forms, but found {read}");
    assert!(faults.is_empty(), "{} faults in {read} texts\n{}", faults.len(), faults.join("\n"));
}

/// As a page, a bulletin has the headings that are marked as such, by its labels, and the figures of its plain text.
#[test]
fn a_page_of_a_bulletin_has_its_headings_and_figures() {
    let folder = tempfile::tempdir().unwrap();
    let mut faults = Vec::new();
    for (document, labels) in labelled() {
        let expected = Reading::of(&document.text);
        let marked: Vec<_> = labels["articles"].as_array().unwrap().iter().map(|article| &article["heading"]).collect();
        let marked: Vec<_> = marked.into_iter().filter_map(Value::as_str).map(even).collect();
        let path = folder.path().join("page.html");
        fs::write(&path, forms::page(&document.text, &labels)).unwrap();
        let texts = texts(&path);
        assert_eq!(texts.len(), 1, "{}", document.name());
        let found = Reading::of(&texts[0]);
        let name = document.name();
        let headings = difference("headings", &marked, &found.headings());
        let figures = difference("figures", &expected.figures, &found.figures);
        faults.extend(headings.into_iter().chain(figures).map(|told| format!("{name}: {told}")));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// What a text says, without places.
#[derive(Debug, PartialEq)]
struct Reading {
    /// Role, heading and label.
    articles: Vec<(Role, Option<String>, Option<String>)>,
    figures: Vec<Figure>,
}

/// Words, amount, upper end, currency and qualifier.
type Figure = (String, Decimal, Option<Decimal>, Option<CurrencyCode>, Qualifier);

impl Reading {
    fn of(text: &str) -> Self {
        let bulletin = bulletin::parse(text);
        let record = bulletin.record();
        let articles = record.articles.iter();
        let figures = record.articles.iter().flat_map(|article| &article.figures);
        Self {
            articles: articles.map(|one| (one.role, one.heading.map(even), one.label.map(even))).collect(),
            figures: figures.map(|one| (even(one.text), one.amount, one.upper, one.currency, one.qualifier)).collect(),
        }
    }

    fn headings(&self) -> Vec<String> {
        self.articles.iter().filter_map(|(_, heading, _)| heading.clone()).collect()
    }

    fn difference(&self, found: &Self) -> impl Iterator<Item = String> + use<> {
        let articles = difference("articles", &self.articles, &found.articles);
        articles.into_iter().chain(difference("figures", &self.figures, &found.figures))
    }
}

/// The first two values that differ in two lists.
fn difference<T: PartialEq + std::fmt::Debug>(what: &str, expected: &[T], found: &[T]) -> Option<String> {
    let at = (0..expected.len().max(found.len())).find(|&at| expected.get(at) != found.get(at))?;
    Some(format!("{what}: number {at}: expected {:?}, but found {:?}", expected.get(at), found.get(at)))
}

/// The samples that have labels, with them.
fn labelled() -> Vec<(Document, Value)> {
    let samples = documents().into_iter().filter(|document| document.name().starts_with("samples/"));
    let labelled: Vec<_> = samples
        .filter_map(|document| {
            let json = fs::read_to_string(document.path.with_extension("json")).ok()?;
            Some((document, serde_json::from_str(&json).unwrap()))
        })
        .collect();
    assert!(!labelled.is_empty(), "expected samples with labels, but found none");
    labelled
}

/// The texts in a file, in order. Windows-1252 that says so nowhere is read with a warning; all else without.
fn texts(path: &Path) -> Vec<String> {
    let documents = Archive::new([path]).documents().map(Result::unwrap);
    documents
        .map(|document| {
            let is_guess =
                |warning: &String| warning.ends_with("read as windows-1252") && path.ends_with("windows-1252.txt");
            let warnings: Vec<_> = document.warnings.iter().filter(|warning| !is_guess(warning)).collect();
            assert!(warnings.is_empty(), "{}: {warnings:?}", document.origin);
            document.text
        })
        .collect()
}

fn even(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
