//! Nothing panics, overflows the stack or takes more than linear time, whatever the bytes.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::io::Write;

use bulletin_archive::{Archive, Document, Error, Origin, read_bytes};
use flate2::Compression;
use flate2::write::GzEncoder;
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

/// A folder of bad files among good ones: each bad one is told by its file and place, and all good ones are read.
#[test]
fn each_bad_file_is_told_and_the_rest_is_read() {
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    bomb.write_all(&vec![b'0'; 80 << 20]).unwrap();
    let bomb = bomb.finish().unwrap();
    let files: [(&str, &[u8], &str); 17] = [
        ("01.txt", "It owes £1m.".as_bytes(), "01.txt: It owes £1m."),
        ("02.txt", b"", "expected text, but found nothing in 02.txt at byte 0"),
        ("03.txt", b" \r\n\t\n", "expected text, but found nothing in 03.txt at byte 0"),
        ("04.eml", b"From: a@b.example\nSubject: no body\n\n", "expected text, but found nothing in 04.eml at byte 0"),
        ("05.txt", b"%PDF-1.7\n1 0 obj", "expected text, but found a PDF in 05.txt at byte 0"),
        ("06.html", b"\xFF\xD8\xFF\xE0\0\x10JFIF", "expected text, but found a JPEG picture in 06.html at byte 0"),
        ("07.txt", b"It owes 2m.\0\0", "expected text, but found a NUL byte in 07.txt at byte 11"),
        ("08.txt", b"\xC2\xA32m or \xA33m", "expected UTF-8, but found the byte 0xA3 in 08.txt at byte 8"),
        ("09.txt.gz", &bomb, "expected at most 200 times the bytes of the compressed file, but found more in 09.txt.gz at byte "),
        ("10.zip", b"PK\x03\x04\x14\0\0\0", "expected the directory of a zip archive, but found damage in 10.zip at byte 0"),
        ("11.txt.gz", &GZIP[..11], "expected a whole gzip file, but found its end in 11.txt.gz at byte 0"),
        (
            "12.mbox",
            b"From a Wed May  2 05:01:00 2018\nSubject: One\n\nIt owes 12m.\n\nFrom a Wed May  2 05:01:00 2018\nSubj",
            "12.mbox: It owes 12m.\n12.mbox at byte 60: Subj !! expected a line end after the message, but found the end of the mailbox",
        ),
        (
            "13.eml",
            b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nIt owes 4m, and",
            "13.eml: It owes 4m, and !! expected the boundary `--b--`, but found the end of the message",
        ),
        (
            "14.eml",
            b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nIt owes \xA35m.",
            "14.eml: It owes \u{a3}5m. !! expected UTF-8, but found the byte 0xA3 at byte 8; read as windows-1252",
        ),
        ("15.zip", ZIP, "15.zip/a.txt: It owes 3m."),
        ("16.eml", b"From: a@b.example\nContent-Transfer-Encoding: base64\n\nSXQgb3dlcyA2", "16.eml: It owes 6"),
        ("17.html", b"<p>It owes 7m.</p>", "17.html: It owes 7m."),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes, _) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let found = found(folder.path());
    let mut rest = found.iter();
    for (name, _, expected) in files {
        for expected in expected.split('\n') {
            let found = rest.next().unwrap_or_else(|| panic!("{name}: expected {expected:?}, but found nothing more"));
            assert!(found.starts_with(expected), "{name}: expected\n{expected}\nbut found\n{found:.300}");
        }
    }
    assert_eq!(rest.count(), 0, "expected nothing more");
}

/// Pages and mail whose elements or parts nest without end are read, and so is what follows them in a mailbox.
#[test]
fn what_nests_without_end_is_read_and_so_is_the_rest() {
    const DEPTH: usize = 10_000;
    let separator = "From a Wed May  2 05:01:00 2018\nMIME-Version: 1.0\nSubject: x\n";
    let part = |n: usize| format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    let page = "<div><table><tr><td><b>".repeat(DEPTH) + "It owes £3m.";
    let parts: String = (0..DEPTH).map(part).collect();
    let mailbox = format!(
        "{separator}Content-Type: text/html; charset=utf-8\n\n{page}\n\n{separator}{parts}\nIt owes £4m.\n\n{separator}\nIt owes £5m.\n"
    );
    let documents = total(mailbox.as_bytes());
    let texts: Vec<_> = documents.iter().map(|document| document.as_ref().unwrap().text.trim().to_owned()).collect();
    assert_eq!(texts, ["It owes £3m.", "It owes £4m.", "It owes £5m."].map(str::to_owned));
}

/// A line of 100 MB is read as it is, alone and in a mailbox; a text of more than 256 MiB is told and passed over.
#[test]
fn a_line_of_100_megabytes_is_read() {
    const LENGTH: usize = 100_000_000;
    let mut mailbox = b"From a Wed May  2 05:01:00 2018\nSubject: x\n\n".to_vec();
    mailbox.resize(mailbox.len() + LENGTH, b'x');
    mailbox.extend(b"\n\nFrom a Wed May  2 05:01:00 2018\nSubject: x\n\nIt owes 3m.\n");
    let documents = read_bytes(&mailbox, Origin::of("any"));
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[0].as_ref().unwrap().text.trim_end().len(), LENGTH);
    assert_eq!(documents[1].as_ref().unwrap().text, "It owes 3m.\n");
}

#[cfg(unix)]
#[test]
fn unreadable_files_and_looping_links_are_told_and_the_rest_is_read() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.txt"), "It owes 1m.").unwrap();
    fs::write(path("b.txt"), "It owes 2m.").unwrap();
    fs::set_permissions(path("b.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    symlink(path("d.txt"), path("c.txt")).unwrap();
    symlink(path("c.txt"), path("d.txt")).unwrap();
    fs::write(path("e.txt"), "It owes 5m.").unwrap();
    let loops = |name: &str| format!("expected to read {name}, but found at byte 0: Too many levels of symbolic links");
    // A superuser may read anything.
    let unreadable = match fs::File::open(path("b.txt")) {
        Ok(_) => "b.txt: It owes 2m.".to_owned(),
        Err(_) => "expected to read b.txt, but found at byte 0: Permission denied".to_owned(),
    };
    let expected =
        ["a.txt: It owes 1m.".to_owned(), unreadable, loops("c.txt"), loops("d.txt"), "e.txt: It owes 5m.".to_owned()];
    let found = found(folder.path());
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (expected, found) in expected.iter().zip(&found) {
        assert!(found.starts_with(expected), "expected {expected}, but found {found}");
    }
}

/// What a folder gives, in order: each text with its place and warnings, or the error.
fn found(folder: &std::path::Path) -> Vec<String> {
    let home = format!("{}/", folder.display());
    let told = |document: Result<Document, Error>| match document {
        Ok(document) => {
            let said = [vec![document.text.trim_end().to_owned()], document.warnings].concat();
            format!("{}: {}", document.origin, said.join(" !! "))
        }
        Err(error) => error.to_string(),
    };
    Archive::new([folder]).documents().map(|document| told(document).replace(&home, "")).collect()
}
