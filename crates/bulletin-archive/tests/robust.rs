//! Nothing panics, overflows the stack or takes more than linear time, whatever the bytes.
#![allow(missing_docs, clippy::unwrap_used)]

use bulletin_archive::{Document, Error, Origin, read_bytes};
use proptest::prelude::*;

/// Pieces that mail, mailboxes and pages are made of; chance puts them together.
const PIECES: [&str; 44] = [
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "a",
    "£3m",
    "\u{0}",
    "\u{FF}",
    "From a Wed May  2 05:01:00 2018\n",
    "From: a@b\n",
    "Date: Wed, 2 May 2018 05:01:00 +0100\n",
    "Subject: =?utf-8?q?=C2=A3?= =?x?b?!?=\n",
    "MIME-Version: 1.0\n",
    "Content-Type: multipart/mixed; boundary=b\n",
    "Content-Type: multipart/alternative; boundary=\"b--\"\n",
    "Content-Type: multipart/digest; boundary=b\n",
    "Content-Type: message/rfc822\n",
    "Content-Type: text/html\n",
    "Content-Type: text/plain; format=flowed; charset=x\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "--b\n",
    "--b--\n",
    "--b----\n",
    "=A3",
    "=\n",
    "=",
    "wqM=",
    ">From ",
    "<html>",
    "<table><tr><td>",
    "</td>",
    "</table>",
    "<b>",
    "</b>",
    "<p style='display:none'>",
    "</p>",
    "<li>",
    "<br>",
    "<!--",
    "-->",
    "&pound;",
    "<title>",
    "PK\u{3}\u{4}",
];

fn total(bytes: &[u8]) -> Vec<Result<Document, Error>> {
    let documents = read_bytes(bytes, Origin::of("any"));
    for document in &documents {
        match document {
            Ok(document) => assert!(!document.text.trim().is_empty()),
            Err(error) => assert!(error.to_string().starts_with("expected ")),
        }
    }
    assert!(!documents.is_empty());
    documents
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        total(&bytes);
    }

    #[test]
    fn any_pieces_of_mail_and_pages_are_read_or_refused(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.iter().map(|&piece| PIECES[piece]).collect();
        total(text.as_bytes());
        let headed = format!("From: a@b\nMIME-Version: 1.0\n{text}");
        total(headed.as_bytes());
        total(headed.replace('£', "\u{1}").into_bytes().iter().map(|&b| if b == 1 { 0xA3 } else { b }).collect::<Vec<_>>().as_slice());
        total(format!("From a Wed May  2 05:01:00 2018\n{headed}").as_bytes());
        total(format!("<html>{text}").as_bytes());
    }

    #[test]
    fn any_damage_to_archives_is_read_or_refused(at in 0..200_usize, byte: u8, gzip: bool) {
        let mut bytes = if gzip { GZIP.to_vec() } else { ZIP.to_vec() };
        let at = at % bytes.len();
        bytes[at] = byte;
        total(&bytes);
        total(&bytes[..at]);
    }
}

/// `It owes 3m.` as `a.txt`, stored.
const ZIP: &[u8] = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\x51\x85\x04\xF7\x0B\0\0\0\x0B\0\0\0\x05\0\0\0a.txtIt owes 3m.\
PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0\x51\x85\x04\xF7\x0B\0\0\0\x0B\0\0\0\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0a.txt\
PK\x05\x06\0\0\0\0\x01\0\x01\0\x33\0\0\0\x2E\0\0\0\0\0";

/// `hi`, twice.
const GZIP: &[u8] = b"\x1F\x8B\x08\0\0\0\0\0\0\x03\xCB\xC8\x04\0\xAC\x2A\x93\xD8\x02\0\0\0\x1F\x8B\x08\0\0\0\0\0\0\x03\xCB\xC8\x04\0\xAC\x2A\x93\xD8\x02\0\0\0";

#[test]
fn the_archives_that_are_damaged_are_whole() {
    assert_eq!(total(ZIP)[0].as_ref().unwrap().text, "It owes 3m.");
    assert_eq!(total(GZIP)[0].as_ref().unwrap().text, "hihi");
}

#[test]
fn parts_nest_deeply() {
    const DEPTH: usize = 10_000;
    let open = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    let close = |n: usize| format!("--b{n}--\n");
    let deep = (0..DEPTH).map(open).collect::<String>() + "\nHythe owes £3m.\n";
    let closed = deep.clone() + &(0..DEPTH).rev().map(close).collect::<String>();
    let forwards = "Content-Type: message/rfc822\n\n".repeat(DEPTH) + "Subject: x\n\nHythe owes £3m.\n";
    let same = "Content-Type: multipart/alternative; boundary=b\n\n--b\n".repeat(DEPTH) + "\nHythe owes £3m.\n--b--\n";
    for message in [deep, closed, same] {
        let documents = total(format!("MIME-Version: 1.0\nSubject: x\n{message}").as_bytes());
        assert_eq!(documents.len(), 1);
        assert_eq!(documents[0].as_ref().unwrap().text.trim_end(), "Hythe owes £3m.");
    }
    let documents = total(format!("MIME-Version: 1.0\nSubject: x\n{forwards}").as_bytes());
    assert_eq!(documents.len(), 1);
}

#[test]
fn many_parts_with_missing_boundaries_take_linear_time() {
    const PARTS: usize = 50_000;
    let part = |n: usize| format!("--b\nContent-Type: multipart/mixed; boundary=missing{n}\n\nText {n}.\n");
    let parts: String = (0..PARTS).map(part).collect();
    let message = format!("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n");
    let documents = total(message.as_bytes());
    assert!(documents[0].as_ref().unwrap().text.ends_with(&format!("Text {}.", PARTS - 1)));
}

#[test]
fn too_many_parts_are_said_to_be() {
    let message = format!(
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHythe owes £3m.\n{}",
        "--b\n\n\n".repeat(100_000)
    );
    let documents = total(message.as_bytes());
    let Document { text, warnings, .. } = documents[0].as_ref().unwrap();
    assert_eq!(text, "Hythe owes £3m.");
    assert_eq!(*warnings, ["expected at most 100000 parts, but found more; not read"]);
}

#[test]
fn long_lines_are_read() {
    const LENGTH: usize = 20 << 20;
    let line = "x".repeat(LENGTH);
    let texts = [
        line.clone(),
        format!("MIME-Version: 1.0\nSubject: {line}\n\n{line}"),
        format!("From a Wed May  2 05:01:00 2018\nSubject: x\n\n{line}\n"),
        format!("<html><p class={line}>{line}"),
        format!("MIME-Version: 1.0\nSubject: x\nContent-Transfer-Encoding: quoted-printable\n\n{}", "=".repeat(LENGTH)),
        format!("MIME-Version: 1.0\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n--{line}"),
    ];
    for text in texts {
        let documents = total(text.as_bytes());
        assert!(documents[0].as_ref().unwrap().text.len() >= LENGTH - 1, "{}", &text[..60]);
    }
}

#[test]
fn hostile_headers_take_linear_time() {
    let long = |piece: &str| piece.repeat((2 << 20) / piece.len());
    for piece in ["=?utf-8?q?", "=?", "(", "\"", "<", ",", "\n ", "a:", ":", "=?a?b?=", ";a=\"", "\\"] {
        for field in ["Subject", "From", "Date", "Message-ID", "Content-Type", "Content-Disposition"] {
            total(format!("MIME-Version: 1.0\nTo: x\n{field}: {}\n\nText.\n", long(piece)).as_bytes());
        }
    }
}
