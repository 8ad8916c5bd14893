//! Every labelled document reads exactly as labelled: kind, tagline, articles, and each figure's words and amount.
//!
//! Labels are as `samples/README.md` says. Offsets are compared without carriage returns, so that one set of labels
//! judges a document with either line ending.
#![allow(missing_docs, clippy::unwrap_used)]

#[path = "support/documents.rs"]
mod documents;
#[path = "support/labels.rs"]
mod labels;
#[path = "support/score.rs"]
mod score;

use std::fs;

use documents::{Document, documents, tell};
use labels::Labels;
use serde_json::{Value, json};

#[test]
fn every_labelled_document_reads_as_labelled() {
    let mut faults = Vec::new();
    let (mut count, mut figures) = (0, 0);
    for document in documents() {
        let Some(labels) = labels(&document) else { continue };
        faults.extend(judge(&document, &labels));
        count += 1;
        figures += labels["figures"].as_array().map_or(0, Vec::len);
    }
    assert!(count > 0 && figures > 0, "expected labelled documents with figures, but found {count} with {figures}");
    tell(&format!("gold: {count} documents, {figures} labelled figures, each with LF and CRLF"));
    assert!(faults.is_empty(), "{} faults in {count} documents\n{}", faults.len(), faults.join("\n"));
}

/// The judge is judged: each row spoils one label, and the fault that it must tell follows.
#[test]
fn every_wrong_label_is_told() {
    let rows = [
        ("/kind", json!("live"), "kind"),
        ("/tagline", json!("Your weekly catalogue of hats."), "tagline"),
        ("/articles/0/heading", json!("Another heading"), "article"),
        ("/articles/0/end_line", json!(4), "article"),
        ("/articles/0/role", json!("about"), "role"),
        ("/figures/0/start", json!(271), "label"),
        ("/figures/0/amount", json!("31500000.01"), "amount"),
        ("/figures/0/upper", json!("31500001"), "upper"),
        ("/figures/0/currency", json!("EUR"), "currency"),
        ("/figures/0/qualifier", json!("nearly"), "qualifier"),
    ];
    let name = "samples/daily-01-theatre-roof.txt";
    let document = documents().into_iter().find(|document| document.name() == name).unwrap();
    let right = labels(&document).unwrap();
    let before = judge(&document, &right);
    let mut untold = Vec::new();
    for (pointer, value, expected) in rows {
        let mut wrong = right.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        let mut new = judge(&document, &wrong);
        new.retain(|fault| !before.contains(fault));
        if !new.iter().any(|fault| fault.contains(&format!(": {expected}"))) {
            untold.push(format!("{pointer}: expected a fault of {expected}, but found {new:?}"));
        }
    }
    let mut missing = right.clone();
    missing["figures"].as_array_mut().unwrap().remove(0);
    let mut more = right.clone();
    let extra = json!({"start": 0, "end": 3, "text": "The", "currency": "GBP", "amount": "1", "qualifier": "exact"});
    more["figures"].as_array_mut().unwrap().push(extra);
    for (wrong, expected) in [(missing, "no such figure is labelled"), (more, "expected \"The\", but found no figure")]
    {
        if !judge(&document, &wrong).iter().any(|fault| fault.contains(expected)) {
            untold.push(format!("expected the fault {expected:?}, but found none"));
        }
    }
    assert!(untold.is_empty(), "{}", untold.join("\n"));
}

/// All faults of the document with LF, and those that it has with CRLF only.
fn judge(document: &Document, labels: &Value) -> Vec<String> {
    let lf = document.text.replace("\r\n", "\n");
    let crlf = lf.replace('\n', "\r\n");
    let name = document.name();
    let labels = Labels::new(&document.text, labels);
    let of_lf = score::faults(&lf, &labels);
    let of_crlf = score::faults(&crlf, &labels).into_iter().filter(|fault| !of_lf.contains(fault));
    let of_crlf: Vec<_> = of_crlf.map(|(line, told)| format!("{name}:{line}: with CRLF: {told}")).collect();
    let of_lf = of_lf.iter().map(|(line, told)| format!("{name}:{line}: {told}"));
    labels.faults(&name).into_iter().chain(of_lf).chain(of_crlf).collect()
}

/// The labels beside a document; a document without them is told and passed over.
fn labels(document: &Document) -> Option<Value> {
    let path = document.path.with_extension("json");
    if !path.exists() {
        tell(&format!("gold: {} has no labels", document.name()));
        return None;
    }
    let json = fs::read_to_string(&path).unwrap();
    Some(serde_json::from_str(&json).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}
