//! Archives as bulletins: in order, each once, with their stories.
#![allow(missing_docs, clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use bulletin::Options;
use bulletin_archive::{Archive, Reading, Readings};
use tempfile::TempDir;

/// What a row says comes out: the origins, or the errors, with the folder's own path as `~`.
fn told(folder: &Path, readings: &mut Readings) -> Vec<String> {
    let home = |text: String| text.replace(&format!("{}/", folder.display()), "~/");
    readings.map(|read| home(read.map_or_else(|error| error.to_string(), |read| read.origin.to_string()))).collect()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn message(number: usize, text: &str) -> String {
    format!(
        "From a@b.example Wed May  2 05:01:00 2018\nMessage-ID: <{number}@b.example>\n\
         Date: Wed, 2 May 2018 05:01:00 +0100\nSubject: Number {number}\n\n{text}\n\n"
    )
}

#[test]
fn readings_come_in_the_order_of_the_documents() {
    let mut mailbox = String::new();
    for number in 0..1000 {
        // Of very different lengths, so that the threads would mix them up.
        let line = format!("Hythe FT owes £{number}m since last year. ");
        mailbox += &message(number, &line.repeat(1 + number * 7919 % 23));
    }
    let folder =
        folder(&[("a.txt", "First."), ("b.pdf", "%PDF-1.4"), ("c.mbox", &mailbox), ("d.txt", ""), ("e.txt", "Last.")]);
    let archive = Archive::new([folder.path()]);
    let mut readings = archive.readings(&Options::default());
    let mut number = 0;
    for reading in readings.by_ref() {
        let Ok(Reading { origin, bulletin, stories, .. }) = reading else { continue };
        assert_eq!(stories.len(), bulletin.articles.len());
        let Some(subject) = origin.subject else { continue };
        assert_eq!(subject, format!("Number {number}"));
        assert_eq!(bulletin.published.unwrap().to_string(), "2018-05-02");
        let figure = bulletin.figures().next().unwrap();
        assert_eq!(&bulletin[figure.span], format!("£{number}m"));
        number += 1;
    }
    assert_eq!((number, readings.duplicates(), readings.skipped().len()), (1000, 0, 1));
    assert_eq!(Some(readings.bytes_read()), archive.sources().bytes);
    let mut documents = archive.documents();
    let read: Vec<_> = documents.by_ref().map(|document| document.map_err(|error| error.to_string())).collect();
    let again = archive.readings(&Options::default()).map(|reading| reading.map_err(|error| error.to_string()));
    for (document, reading) in read.iter().zip(again) {
        let document = document.clone().map(|document| (document.origin, document.text, document.warnings));
        let reading = reading.map(|read| (read.origin, read.bulletin.text.to_string(), read.warnings));
        assert_eq!(document, reading);
    }
    assert_eq!((documents.skipped(), read.len()), (readings.skipped(), 1003));
}

#[test]
fn the_day_that_a_caller_states_holds_before_the_documents_own() {
    let folder = folder(&[("a.mbox", &message(1, "Hythe FT owes £3m."))]);
    let mut options = Options::default();
    options.published = Some(jiff::civil::date(2020, 1, 1));
    let reading = Archive::new([folder.path()]).readings(&options).next().unwrap().unwrap();
    assert_eq!(reading.bulletin.published, options.published);
    assert_eq!(reading.origin.published, Some(jiff::civil::date(2018, 5, 2)));
}

/// What is told | files in order | those that are read
type Row = (&'static str, &'static [(&'static str, &'static str)], &'static [&'static str]);

const COPIES: &[Row] = &[
    ("the same text", &[("a.txt", "Fell owes £3m."), ("b.txt", "Fell owes £3m.")], &["~/a.txt"]),
    (
        "with other line ends",
        &[("a.txt", "Fell\n\nowes £3m."), ("b.txt", " Fell\r\n\r\n\r\nowes £3m.\r\n")],
        &["~/a.txt"],
    ),
    ("other words", &[("a.txt", "Fell owes £3m."), ("b.txt", "Fell owes £4m.")], &["~/a.txt", "~/b.txt"]),
    ("the same words on other lines", &[("a.txt", "Fell\nowes"), ("b.txt", "Fell owes")], &["~/a.txt", "~/b.txt"]),
    (
        "the same Message-ID",
        &[
            ("a.eml", "Message-ID: <1@a>\nSubject: x\n\nFell."),
            ("b.eml", "Message-ID: <1@a>\nSubject: y\n\nFell, again."),
        ],
        &["~/a.eml"],
    ),
    (
        "a copy of a copy",
        &[
            ("a.eml", "Message-ID: <1@a>\nSubject: x\n\nFell."),
            ("b.eml", "Message-ID: <1@a>\nSubject: x\n\nFell."),
            ("c.txt", "Fell."),
        ],
        &["~/a.eml"],
    ),
    (
        "no Message-ID",
        &[("a.eml", "Message-ID: <>\nSubject: x\n\nFell."), ("b.eml", "Message-ID: <>\nSubject: y\n\nHythe.")],
        &["~/a.eml", "~/b.eml"],
    ),
    (
        "what cannot be read has no copies",
        &[("a.txt", ""), ("b.txt", ""), ("c.txt", "Fell.")],
        &[
            "expected text, but found nothing in ~/a.txt at byte 0",
            "expected text, but found nothing in ~/b.txt at byte 0",
            "~/c.txt",
        ],
    ),
];

#[test]
fn what_comes_twice_is_read_once_and_counted() {
    for (row, files, expected) in COPIES {
        let folder = folder(files);
        let archive = Archive::new([folder.path()]);
        let mut readings = archive.readings(&Options::default());
        assert_eq!(told(folder.path(), &mut readings), *expected, "{row}");
        let mut documents = archive.documents();
        assert_eq!(documents.by_ref().count(), expected.len(), "{row}");
        let left_out = u64::try_from(files.len() - expected.len()).unwrap();
        assert_eq!((readings.duplicates(), documents.duplicates()), (left_out, left_out), "{row}");
    }
}

#[test]
fn a_mailbox_that_holds_another_mailbox_again_is_half_copies() {
    let half: String = (0..500).map(|number| message(number, &format!("Fell owes £{number}m."))).collect();
    let folder = folder(&[("a.mbox", &half.repeat(2)), ("b.mbox", &half)]);
    let mut readings = Archive::new([folder.path()]).readings(&Options::default());
    assert_eq!(told(folder.path(), &mut readings).len(), 500);
    assert_eq!(readings.duplicates(), 1000);
}

#[test]
fn readings_that_are_dropped_stop() {
    // More than the threads of any machine read ahead.
    let cores = std::thread::available_parallelism().unwrap().get();
    let filler = "Nothing at all happened in Fell.\n".repeat(3000);
    let mailbox: String = (0..60 + 12 * cores).map(|number| message(number, &format!("{number}\n{filler}"))).collect();
    let folder = folder(&[("a.mbox", &mailbox)]);
    let archive = Archive::new([folder.path()]);
    drop(archive.readings(&Options::default()));
    for most in [0, 1, 5] {
        let mut readings = archive.readings(&Options::default());
        assert_eq!(readings.by_ref().take(most).count(), most);
        let read = readings.bytes_read();
        assert!(read < u64::try_from(mailbox.len()).unwrap(), "{read} bytes were read for {most}");
    }
}

#[test]
fn readings_that_are_done_stay_done() {
    let folder = folder(&[("a.txt", "Fell.")]);
    let mut readings = Archive::new([folder.path()]).readings(&Options::default());
    assert_eq!(readings.by_ref().count(), 1);
    assert!(readings.next().is_none() && readings.next().is_none());
}

/// The thread that reads a pipe waits for whoever writes; nobody may wait for it.
#[cfg(unix)]
#[test]
fn readings_of_a_pipe_that_goes_quiet_can_be_dropped() {
    use std::io::Write;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    let mut pipe = fs::File::options().read(true).write(true).open(&path).unwrap();
    let mut readings = Archive::new([&path]).readings(&Options::default());
    // More than is read at once, less than the threads of one core and the pipe hold.
    let messages: String = (0..40).map(|number| message(number, &"Nothing happened.\n".repeat(600))).collect();
    std::thread::scope(|scope| {
        scope.spawn(|| pipe.write_all(messages.as_bytes()).unwrap());
        assert_eq!(readings.next().unwrap().unwrap().origin.subject.unwrap(), "Number 0");
    });
    drop(readings);
}
