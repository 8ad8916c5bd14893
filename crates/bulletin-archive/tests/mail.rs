//! Emails from files, one for each way that mail is written: NAME.eml, and what NAME.expected says of it.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use bulletin_archive::{Document, Error, Origin, read_bytes};

#[test]
fn emails_read_as_expected_with_both_line_ends() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail");
    let mut wrong = Vec::new();
    let mut emails = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "eml") {
            continue;
        }
        emails += 1;
        let expected = fs::read_to_string(path.with_extension("expected")).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let email = fs::read(&path).unwrap();
        for (email, ends) in [(email.clone(), "LF"), (with_crlf(&email), "CRLF")] {
            let found = shown(&read_bytes(&email, Origin::of(name)));
            if found.trim_end() != expected.trim_end() {
                wrong.push(format!("{name} with {ends}: expected\n{expected}\nbut found\n{found}"));
            }
        }
    }
    assert!(emails > 20, "expected emails, but found {emails}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn with_crlf(bytes: &[u8]) -> Vec<u8> {
    bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..])
}

fn shown(documents: &[Result<Document, Error>]) -> String {
    let mut out = String::new();
    for document in documents {
        match document {
            Ok(Document { text, origin, warnings }) => {
                let or_dash = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
                let published = origin.published.map(|date| date.to_string());
                let fields = [&origin.message_id, &origin.subject, &origin.sender, &published].map(or_dash).join(" | ");
                writeln!(out, "== {} | {fields}", origin.path.display()).unwrap();
                for warning in warnings {
                    writeln!(out, "!! {warning}").unwrap();
                }
                out.push_str(text);
                if !text.ends_with('\n') {
                    out.push('\n');
                }
            }
            Err(error) => writeln!(out, "== error: {error}").unwrap(),
        }
    }
    out
}
