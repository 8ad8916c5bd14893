//! Gzip files and zip archives, whole and hostile.
#![allow(missing_docs, clippy::unwrap_used)]

use std::io::Write;

use bulletin_archive::{Origin, read_bytes};
use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};

const MAILBOX: &str = "From a Wed May  2 05:01:00 2018\nSubject: One\n\nHythe owes £3m.\n\nFrom a Wed May  2 05:01:00 2018\nSubject: Two\n\nFell.\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A zip archive of these entries, every second one stored as it is.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (number, (name, bytes)) in entries.iter().enumerate() {
        let deflated = || {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(bytes).unwrap();
            encoder.finish().unwrap()
        };
        let (method, packed) = if number % 2 == 0 { (8_u16, deflated()) } else { (0, bytes.to_vec()) };
        let mut crc = Crc::new();
        crc.update(bytes);
        let size = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let mut header = vec![20, 0, 0, 8];
        header.extend(method.to_le_bytes());
        header.extend([0; 4]);
        header.extend(crc.sum().to_le_bytes());
        header.extend([size(&packed), size(bytes)].concat());
        header.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        header.extend([0; 2]);
        let start = size(&out);
        out.extend([b"PK\x03\x04", &header[..], name.as_bytes(), &packed].concat());
        directory.extend([b"PK\x01\x02\x14\0", &header[..], &[0; 10], &start, name.as_bytes()].concat());
    }
    let (start, count) = (out.len(), u16::try_from(entries.len()).unwrap().to_le_bytes());
    let ends = [directory.len(), start].map(|length| u32::try_from(length).unwrap().to_le_bytes()).concat();
    out.extend([&directory[..], b"PK\x05\x06\0\0\0\0", &count, &count, &ends, &[0; 2]].concat());
    out
}

/// The documents' places and first words, or the errors.
fn read(name: &str, bytes: &[u8]) -> Vec<String> {
    let documents = read_bytes(bytes, Origin::of(name)).into_iter();
    documents
        .map(|document| match document {
            Ok(document) => {
                let first = document.text.lines().next().unwrap().to_owned();
                format!("{}: {}", document.origin, [vec![first], document.warnings].concat().join(" !! "))
            }
            Err(error) => error.to_string(),
        })
        .collect()
}

#[test]
fn gzip_is_read_through() {
    assert_eq!(read("a.txt.gz", &gzip("It owes £3m.".as_bytes())), ["a.txt.gz: It owes £3m."]);
    assert_eq!(read("a.html.gz", &gzip(b"x<b>y")), ["a.html.gz: xy"]);
    assert_eq!(read("a.gz", &gzip(&gzip(b"twice"))), ["a.gz: twice"]);
    assert_eq!(read("a.gz", &[gzip(b"one, "), gzip(b"two")].concat()), ["a.gz: one, two"]);
    assert_eq!(
        read("in.mbox.gz", &gzip(MAILBOX.as_bytes())),
        ["in.mbox.gz: Hythe owes £3m.", "in.mbox.gz at byte 64: Fell."]
    );
    assert_eq!(read("a.gz", &gzip(b"")), ["expected text, but found nothing in a.gz at byte 0"]);
    assert_eq!(read("a.gz", &gzip(b"%PDF-")), ["expected text, but found a PDF in a.gz at byte 0"]);
}

#[test]
fn damaged_gzip_is_read_as_far_as_it_goes() {
    let text = (0..20_000).map(|number| number.to_string()).collect::<Vec<_>>().join(" £\n");
    let packed = gzip(text.as_bytes());
    let found = read("a.gz", &packed[..packed.len() / 2]);
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("a.gz: 0 £ !! expected a whole gzip file, but found its end in a.gz at byte "),
        "{found:?}"
    );
    let mailbox = MAILBOX.to_owned() + &text;
    let packed = gzip(mailbox.as_bytes());
    let found = read("a.gz", &packed[..packed.len() - 100]);
    assert_eq!(found.len(), 3);
    assert!(found[1].contains("Fell. !! expected a whole gzip file, but found its end in a.gz"), "{found:?}");
    assert!(found[2].starts_with("expected a whole gzip file, but found its end in a.gz at byte "), "{found:?}");
}

#[test]
fn zip_entries_are_read_by_name() {
    let archive = zip(&[
        ("b.txt", b"stored or not"),
        ("a/", b""),
        ("a/in.mbox", MAILBOX.as_bytes()),
        ("c.json", b"{}"),
        ("__MACOSX/b.txt", b"x"),
        ("a/.hidden.txt", b"x"),
        ("page", b"<html>page"),
        ("bad.txt", b"\xC2\xA3 \xFF"),
        ("inner.zip", &zip(&[("d.txt", b"d")])),
        ("e.txt.gz", &gzip(b"e")),
    ]);
    assert_eq!(
        read("a.zip", &archive),
        [
            "a.zip/a/in.mbox: Hythe owes £3m.",
            "a.zip/a/in.mbox at byte 64: Fell.",
            "a.zip/b.txt: stored or not",
            "expected UTF-8, but found the byte 0xFF in a.zip/bad.txt at byte 3",
            "a.zip/e.txt.gz: e",
            "a.zip/inner.zip/d.txt: d",
            "a.zip/page: page",
        ]
    );
}

#[test]
fn names_that_climb_out_are_only_names() {
    let archive = zip(&[("../../up.txt", b"up"), ("/etc/motd.txt", b"root"), ("C:\\win.txt", b"drive")]);
    assert_eq!(
        read("a.zip", &archive),
        ["a.zip/../../up.txt: up", "a.zip/etc/motd.txt: root", "a.zip/C:\\win.txt: drive"]
    );
}

#[test]
fn entries_of_one_name_are_all_read() {
    let archive = zip(&[
        ("a.txt", b"first"),
        ("in.d/b.mbox.gz", &gzip(MAILBOX.as_bytes())),
        ("a.txt", b"second"),
        ("in.d/b.mbox.gz", &gzip(b"From a Wed May  2 05:01:00 2018\nSubject: x\n\nThird.\n")),
        ("a.txt", b"\xC2\xA3 \xFF"),
        ("in.d/page", b"<html>one"),
        ("in.d/page", b"<html>two"),
    ]);
    assert_eq!(
        read("a.zip", &archive),
        [
            "a.zip/a.txt: first",
            "a.zip/a (2).txt: second",
            "expected UTF-8, but found the byte 0xFF in a.zip/a (3).txt at byte 3",
            "a.zip/in.d/b.mbox.gz: Hythe owes £3m.",
            "a.zip/in.d/b.mbox.gz at byte 64: Fell.",
            "a.zip/in.d/b (2).mbox.gz: Third.",
            "a.zip/in.d/page: one",
            "a.zip/in.d/page (2): two",
        ]
    );
}

#[test]
fn bad_archives_say_what_was_expected_and_found() {
    assert_eq!(read("a.zip", &zip(&[("a.json", b"{}")])), ["expected bulletins, but found none in a.zip (1 skipped)"]);
    assert_eq!(read("a.zip", &zip(&[])), ["expected bulletins, but found none in a.zip (0 skipped)"]);
    let mut archive = zip(&[("a.json", b"{}"), ("a.txt", b"the words")]);
    let at = archive.windows(9).position(|window| window == b"the words").unwrap();
    archive[at] = b'T';
    let found = read("a.zip", &archive);
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("expected the checksum that its directory has, but found the checksum"), "{found:?}");
    let cut = read("a.zip", &archive[..archive.len() - 30]);
    assert_eq!(cut, ["expected the directory of a zip archive, but found damage in a.zip at byte 0"]);
}

#[test]
fn bombs_are_errors() {
    let zeros = vec![b'0'; 100 << 20];
    let bomb = gzip(&zeros);
    let message = "expected at most 200 times the bytes of the compressed file, but found more in a.gz at byte ";
    assert!(read("a.gz", &bomb)[0].starts_with(message), "{:?}", read("a.gz", &bomb));
    let nested = zip(&[("b.zip", &zip(&[("a.txt", &zeros)]))]);
    let found = read("a.zip", &nested);
    assert!(found[0].starts_with("expected at most 200 times"), "{found:?}");
    // Many entries that share their bytes.
    let kernel = zip(&[("000.txt", &zeros[..1 << 20])]);
    let (entry, directory) = kernel.split_at(kernel.windows(4).position(|window| window == b"PK\x01\x02").unwrap());
    let record = &directory[..directory.len() - 22 - "000.txt".len()];
    let records = (0..200).map(|n| [record, format!("{n:03}.txt").as_bytes()].concat()).collect::<Vec<_>>().concat();
    let lengths = [records.len(), entry.len()].map(|length| u32::try_from(length).unwrap().to_le_bytes()).concat();
    let quilt = [entry, &records, b"PK\x05\x06\0\0\0\0\xC8\0\xC8\0", &lengths, b"\0\0"].concat();
    let found = read("a.zip", &quilt);
    assert!(found.len() < 100 && found[found.len() - 1].starts_with("expected at most 200 times"), "{}", found.len());
    let deep = (0..20).fold(b"deep".to_vec(), |inner, _| gzip(&inner));
    assert_eq!(read("a.gz", &deep), ["expected at most 8 layers of compression, but found more in a.gz at byte 0"]);
}
