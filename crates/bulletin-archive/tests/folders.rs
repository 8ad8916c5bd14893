//! Files and folders as an archive.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use bulletin_archive::{Archive, Sources};
use tempfile::TempDir;

const EMAIL: &str = "From: a@b.example\nDate: Wed, 2 May 2018 05:01:00 +0100\nSubject: One\n\nHythe owes £3m.\n";

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// What comes out of an archive, in order: the documents' paths, or the errors, with the folder's own path as `~`.
fn read(folder: &Path, names: &[&str]) -> (Vec<String>, Vec<String>) {
    let archive = Archive::new(names.iter().map(|name| folder.join(name)));
    let mut documents = archive.documents();
    let home = |text: String| text.replace(&format!("{}/", folder.display()), "~/");
    let read = documents
        .by_ref()
        .map(|document| home(document.map_or_else(|error| error.to_string(), |document| document.origin.to_string())));
    let read = read.collect();
    let skipped = documents.skipped().iter().map(|skipped| home(skipped.to_string())).collect();
    (read, skipped)
}

#[test]
fn a_folder_is_read_by_name_and_what_is_no_bulletin_is_skipped_by_name() {
    let files: [(&str, &[u8]); 17] = [
        ("in/b.txt", b"b"),
        ("in/a/z.TXT", b"z"),
        ("in/a/page", b"<html>x"),
        ("in/a/mail", EMAIL.as_bytes()),
        ("in/c.md", b"c"),
        ("in/b.json", b"{}"),
        ("in/README.md", b"# These bulletins"),
        ("in/labels", b"words only"),
        ("in/.hidden.txt", b"x"),
        ("in/.git/a.txt", b"x"),
        ("in/d.pdf", b"%PDF-1.4"),
        ("in/e.docx", b"PK\x03\x04..........................[Content_Types].xml"),
        ("in/empty.txt", b""),
        ("in/empty", b""),
        ("in/photo.txt", b"\xFF\xD8\xFF"),
        ("in/f.text", b"f"),
        ("in/g.html", b"g"),
    ];
    let folder = folder(&files);
    let (read, skipped) = read(folder.path(), &["in"]);
    assert_eq!(
        read,
        [
            "~/in/a/mail",
            "~/in/a/page",
            "~/in/a/z.TXT",
            "~/in/b.txt",
            "~/in/c.md",
            "expected text, but found nothing in ~/in/empty.txt at byte 0",
            "~/in/f.text",
            "~/in/g.html",
            "expected text, but found a JPEG picture in ~/in/photo.txt at byte 0",
        ]
    );
    assert_eq!(
        skipped,
        [
            "~/in/.git: hidden",
            "~/in/.hidden.txt: hidden",
            "~/in/README.md: about its folder",
            "~/in/b.json: not a bulletin by name or content",
            "~/in/d.pdf: a PDF",
            "~/in/e.docx: an Office document or an e-book",
            "~/in/empty: empty",
            "~/in/labels: not a bulletin by name or content",
        ]
    );
}

#[test]
fn documents_can_be_read_on_another_thread() {
    let folder = folder(&[("a.txt", b"a")]);
    let documents = Archive::new([folder.path()]).documents();
    assert_eq!(std::thread::spawn(|| documents.count()).join().unwrap(), 1);
}

#[test]
fn a_named_file_is_always_tried() {
    let folder = folder(&[("b.json", b"{}"), (".hidden", b"x"), ("a.csv", b"y")]);
    assert_eq!(read(folder.path(), &["b.json", ".hidden", "a.csv"]).0, ["~/b.json", "~/.hidden", "~/a.csv"]);
}

#[test]
fn bad_paths_say_what_was_expected_and_found() {
    let folder = folder(&[("a.txt", b"x"), ("none/b.json", b"{}"), ("none/c.json", b"{}"), ("void/.keep", b"")]);
    let (read, _) = read(folder.path(), &["missing.txt", "none", "a.txt/b.txt", "void", "a.txt"]);
    assert_eq!(
        read,
        [
            "expected a file or folder, but found nothing at ~/missing.txt",
            "expected bulletins, but found none in ~/none (2 skipped)",
            "expected to read ~/a.txt/b.txt, but found at byte 0: Not a directory (os error 20)",
            "expected bulletins, but found none in ~/void (1 skipped)",
            "~/a.txt",
        ]
    );
}

#[cfg(unix)]
#[test]
fn links_neither_loop_nor_read_twice() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("in/a/a.txt", b"a"), ("in/b/b.txt", b"b"), ("out/c.txt", b"c")]);
    let path = |name: &str| folder.path().join(name);
    symlink(path("in"), path("in/a/up")).unwrap();
    symlink(path("in/a"), path("in/b/across")).unwrap();
    symlink(path("out"), path("in/c")).unwrap();
    symlink(path("in/self"), path("in/self")).unwrap();
    symlink(path("gone"), path("in/broken.txt")).unwrap();
    let (read, skipped) = read(folder.path(), &["in"]);
    assert_eq!(
        read,
        [
            "~/in/a/a.txt",
            "~/in/b/b.txt",
            "expected a file or folder, but found nothing at ~/in/broken.txt",
            "~/in/c/c.txt",
            "expected to read ~/in/self, but found at byte 0: Too many levels of symbolic links (os error 40)",
        ]
    );
    assert_eq!(
        skipped,
        ["~/in/a/up: a link to a folder already read", "~/in/b/across: a link to a folder already read"]
    );
}

#[test]
fn a_maildir_is_read_with_its_folders() {
    let mail = EMAIL.as_bytes();
    let files: [(&str, &[u8]); 7] = [
        ("Mail/cur/1525233600.M1P2.host:2,S", mail),
        ("Mail/new/1525233700.M1P2.host", b"Subject: Short\n\nText.\n"),
        ("Mail/tmp/1525233800.M1P2.host", mail),
        ("Mail/.Archive.2017/cur/1.host:2,S", b"Subject: Old\n\nHythe owed \xA32m.\n"),
        ("Mail/.Archive.2017/new/.keep", b""),
        ("Mail/dovecot-uidlist", b"3 V1 N1"),
        ("Mail/.cache/x.txt", b"x"),
    ];
    let folder = folder(&files);
    let (read, skipped) = read(folder.path(), &["Mail"]);
    assert_eq!(
        read,
        [
            "~/Mail/.Archive.2017/cur/1.host:2,S",
            "~/Mail/cur/1525233600.M1P2.host:2,S",
            "~/Mail/new/1525233700.M1P2.host"
        ]
    );
    assert_eq!(
        skipped,
        [
            "~/Mail/.Archive.2017/new/.keep: hidden",
            "~/Mail/.cache: hidden",
            "~/Mail/dovecot-uidlist: not a bulletin by name or content",
            "~/Mail/tmp: mail that is still being delivered",
        ]
    );
}

#[test]
fn sources_are_counted_before_they_are_read() {
    let folder = folder(&[("in/a.txt", b"abc"), ("in/b.json", b"{}"), ("in/c/d.txt", b"de")]);
    let archive = Archive::new([folder.path().join("in")]);
    let Sources { files, bytes, skipped } = archive.sources();
    assert_eq!((files, bytes, skipped.len()), (2, Some(5), 1));
    let mut documents = archive.documents();
    assert_eq!(documents.by_ref().count(), 2);
    assert_eq!(documents.bytes_read(), 5);
    assert_eq!(Archive::new(["-"]).sources().bytes, None);
}

#[test]
fn standard_input_is_read_as_any_file() {
    let gzip = {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(EMAIL.as_bytes()).unwrap();
        encoder.finish().unwrap()
    };
    let rows: [(&[u8], &str); 4] = [
        (b"Plain.", "[standard input] Plain."),
        (EMAIL.as_bytes(), "[standard input] Hythe owes £3m."),
        (&gzip, "[standard input] Hythe owes £3m."),
        (b"", "expected text, but found nothing in standard input at byte 0"),
    ];
    for (bytes, expected) in rows {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "standard_input_is_shown", "--ignored", "--nocapture"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(bytes).unwrap();
        let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        assert!(out.contains(expected), "expected {expected}, but found {out}");
    }
}

/// Runs in a process of its own for the test above.
#[test]
#[ignore = "reads standard input"]
#[allow(clippy::print_stdout)]
fn standard_input_is_shown() {
    for document in Archive::new(["-"]).documents() {
        match document {
            Ok(document) => println!("[{}] {}", document.origin, document.text),
            Err(error) => println!("{error}"),
        }
    }
}
