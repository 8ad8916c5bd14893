//! Plain-text files and pages, good and bad, each with what is said of it.
#![allow(missing_docs, clippy::unwrap_used)]

use bulletin_archive::{Document, Origin, read_bytes};

/// What a file reads as: its text and warnings, or the error.
fn read(name: &str, bytes: &[u8]) -> Result<(String, Vec<String>), String> {
    let mut documents = read_bytes(bytes, Origin::of(name));
    assert_eq!(documents.len(), 1, "{name}");
    match documents.remove(0) {
        Ok(Document { text, origin, warnings }) => {
            assert_eq!(origin.to_string(), name);
            Ok((text, warnings))
        }
        Err(error) => {
            assert_eq!(error.path().to_str(), Some(name));
            Err(error.to_string())
        }
    }
}

#[test]
fn texts_are_kept_as_they_are() {
    let rows: [(&[u8], &str); 10] = [
        ("The trust owes £3m.".as_bytes(), "The trust owes £3m."),
        (b"One\r\ntwo\rthree\n\n", "One\r\ntwo\rthree\n\n"),
        (b"  indented \t\n", "  indented \t\n"),
        (b"\xEF\xBB\xBF\xC2\xA33m", "£3m"),
        (b"\xFF\xFE\xA3\x003\x00m\x00", "£3m"),
        (b"\xFE\xFF\x00\xA3\x003\x00m", "£3m"),
        (b"From Monday the trust pays 1:30 of 2018.\n", "From Monday the trust pays 1:30 of 2018.\n"),
        (b"From: the editor\nSubject: money\n\nPasted.\n", "From: the editor\nSubject: money\n\nPasted.\n"),
        (b"<3 from the editors <b>", "<3 from the editors <b>"),
        (b"Note: all is well\n\x0C\nNext page", "Note: all is well\n\x0C\nNext page"),
    ];
    for (bytes, text) in rows {
        assert_eq!(read("a.txt", bytes), Ok((text.to_owned(), Vec::new())));
    }
}

#[test]
fn windows_text_is_read_with_a_warning() {
    let rows: [(&[u8], &str, &str); 5] = [
        (b"cost \xA33m", "cost £3m", "0xA3 at byte 5"),
        (b"\x93We owe \xA33m\x94", "“We owe £3m”", "0x93 at byte 0"),
        (b"caf\xE9\n", "café\n", "0xE9 at byte 3"),
        (b"\xE0 la carte", "à la carte", "0xE0 at byte 0"),
        (b"the trust\x92s 2\xBD% \x96 \x8010", "the trust’s 2½% – €10", "0x92 at byte 9"),
    ];
    for (bytes, text, place) in rows {
        let warning = format!("expected UTF-8, but found the byte {place}; read as windows-1252");
        let expected = if bytes.starts_with(b"\xE0") {
            // A lone accented letter with nothing before it could be half of anything.
            Err("expected UTF-8, but found the byte 0xE0 in a.txt at byte 0".to_owned())
        } else {
            Ok((text.to_owned(), vec![warning]))
        };
        assert_eq!(read("a.txt", bytes), expected);
    }
}

#[test]
fn bad_files_say_what_was_expected_and_found() {
    let rows: [(&[u8], &str); 17] = [
        (b"", "expected text, but found nothing in a.txt at byte 0"),
        (b" \n\t\r\n", "expected text, but found nothing in a.txt at byte 0"),
        (b"\xEF\xBB\xBF", "expected text, but found nothing in a.txt at byte 0"),
        (b"%PDF-1.7 ...", "expected text, but found a PDF in a.txt at byte 0"),
        (b"\xFF\xD8\xFF\xE0JFIF", "expected text, but found a JPEG picture in a.txt at byte 0"),
        (b"\x89PNG\r\n\x1A\n", "expected text, but found a PNG picture in a.txt at byte 0"),
        (b"{\\rtf1 text}", "expected text, but found a rich text (RTF) document in a.txt at byte 0"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "expected text, but found an old Office document in a.txt at byte 0"),
        (b"text\0more", "expected text, but found a NUL byte in a.txt at byte 4"),
        (b"\xC2\xA33m and \xA34m", "expected UTF-8, but found the byte 0xA3 in a.txt at byte 9"),
        (b"\xEF\xBB\xBF\xC2\xA3 \xFF", "expected UTF-8, but found the byte 0xFF in a.txt at byte 6"),
        (b"half a pound \xC2", "expected UTF-8, but found the byte 0xC2 in a.txt at byte 13"),
        (b"control \x07 and \xA3", "expected UTF-8, but found the byte 0xA3 in a.txt at byte 14"),
        (b"no such sign \x81", "expected UTF-8, but found the byte 0x81 in a.txt at byte 13"),
        (b"\xFF\xFE\xA3\x00\x00\xD8 \x00", "expected UTF-8, but found the byte 0x00 in a.txt at byte 4"),
        (b"PK\x05\x06", "expected the directory of a zip archive, but found damage in a.txt at byte 0"),
        (b"\x1F\x8B\x08", "expected a whole gzip file, but found its end in a.txt at byte 0"),
    ];
    let mut wrong = Vec::new();
    for (bytes, message) in rows {
        let found = read("a.txt", bytes);
        if found != Err(message.to_owned()) {
            wrong.push((message, found));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn pages_are_found_by_content_or_name() {
    let rows: [(&str, &[u8], &str); 8] = [
        ("a", b"<!DOCTYPE html><p>x", "x\n"),
        ("a.txt", b"\n <HTML lang=en><body>x", "x\n"),
        ("a.html", b"just <b>words", "just words\n"),
        ("a", b"<?xml version='1.0'?>\n<!-- c --><html><p>x</html>", "x\n"),
        ("a.md", b"<p align=center>kept</p>", "<p align=center>kept</p>"),
        ("a", b"<meta charset=windows-1252><p>\xA33m\x96", "£3m–\n"),
        ("a", b"<html><meta content='text/html; charset=ISO-8859-15'><p>\xA43m", "€3m\n"),
        ("a.htm", b"<meta charset=utf-16><p>x", "x\n"),
    ];
    for (name, bytes, text) in rows {
        assert_eq!(read(name, bytes), Ok((text.to_owned(), Vec::new())), "{name}");
    }
    let documents = read_bytes(b"<title>The week</title><p>x", Origin::of("a.html"));
    assert_eq!(documents[0].as_ref().unwrap().origin.subject.as_deref(), Some("The week"));
    let empty = read("a.html", b"<html><img src=x></html>");
    assert_eq!(empty, Err("expected text, but found nothing in a.html at byte 0".to_owned()));
}

#[test]
fn a_damaged_page_is_read_with_a_warning() {
    let (text, warnings) = read("a.html", b"<meta charset=utf-8><p>\xC2\xA33m and \xA34m").unwrap();
    assert_eq!(text, "£3m and £4m\n");
    assert_eq!(warnings, ["expected UTF-8, but found the byte 0xA3 at byte 32; read as windows-1252"]);
}
