//! Exit codes, and what is said of bad inputs and bad usage.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use support::Folder;

#[test]
fn help_and_version_are_done() {
    let folder = Folder::with(&[]);
    assert_eq!(folder.run(&["--version"]).clean(), format!("bulletin {}\n", env!("CARGO_PKG_VERSION")));
    let help = folder.run(&["--help"]).clean();
    assert!(help.starts_with("Reads health-policy news bulletins: how much money, whose, for what, when"), "{help}");
    for words in ["Examples:", "Exit codes:", "bulletin figures monday.txt -o figures.csv"] {
        assert!(help.contains(words), "{help}");
    }
    assert!(folder.run(&["figures", "--help"]).clean().contains("Usage: bulletin figures"));
}

/// arguments | words on standard error
const USAGES: &[(&[&str], &str)] = &[
    (&[], "Usage: bulletin"),
    (&["nonsense"], "nonsense"),
    (&["figures"], "PATH"),
    (&["parse"], "PATH"),
    (&["explain"], "TEXT"),
    (&["figures", "news.txt", "--format", "xml"], "xml"),
    (&["figures", "news.txt", "--nonsense"], "--nonsense"),
    (&["figures", "news.txt", "--published", "last year"], "last year"),
    (&["figures", "news.txt", "--published", "2018-02-30"], "2018-02-30"),
    (&["figures", "news.txt", "--dollar", "usd"], "three capital letters"),
    (
        &["figures", "news.txt", "-o", "out.xls"],
        "ends in .csv, .jsonl, .parquet or .txt, or --format, but found out.xls",
    ),
    (&["figures", "news.txt", "-o", "out"], "but found out"),
];

#[test]
fn wrong_usage_is_two() {
    let folder = Folder::of_news();
    for (args, words) in USAGES {
        let done = folder.run(args);
        assert_eq!((done.code, &*done.out), (Some(2), ""), "{args:?}");
        assert!(done.err.contains(words), "{args:?}: {}", done.err);
    }
    assert_eq!(folder.names(), ["news.txt"]);
}

/// what is named | how the message goes on
const INPUTS: &[(&str, &str)] = &[
    ("missing.txt", "expected a file or folder, but found nothing at missing.txt"),
    ("empty.txt", "expected text, but found nothing in empty.txt at byte 0"),
    ("blank.txt", "expected text, but found nothing in blank.txt at byte 0"),
    ("binary.dat", "expected text, but found a NUL byte in binary.dat at byte 3"),
    ("paper.pdf", "expected text, but found a PDF in paper.pdf at byte 0"),
    ("damaged.txt", "expected UTF-8, but found the byte 0xFF in damaged.txt at byte 6"),
    ("folder", "expected bulletins, but found none in folder (1 skipped)"),
];

#[test]
fn bad_inputs_are_named_with_the_reason_and_the_rest_is_done() {
    let folder = Folder::with(&[
        ("good.txt", "It owes £3m.".as_bytes()),
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.dat", b"abc\x00def"),
        ("paper.pdf", b"%PDF-1.7 \xC2\xA35m"),
        ("damaged.txt", b"caf\xC3\xA9 \xFF \xC2\xA35m"),
        ("folder/.keep", b""),
    ]);
    for (input, message) in INPUTS {
        for command in ["figures", "parse"] {
            let done = folder.run(&[command, input, "good.txt"]);
            assert_eq!(done.code, Some(1), "{input}");
            assert!(done.err.starts_with(&format!("bulletin: {message}\n")), "{input}: {}", done.err);
            assert!(done.out.contains("good.txt") && done.out.contains("£3m"), "{input}: {}", done.out);
        }
    }
    let all: Vec<_> = INPUTS.iter().map(|(input, _)| *input).collect();
    let done = folder.run(&[&["figures", "--format", "jsonl"], &all[..]].concat());
    assert_eq!((done.code, &*done.out), (Some(1), ""));
    for (_, message) in INPUTS {
        assert!(done.err.contains(message), "{message} is not in {}", done.err);
    }
}

#[test]
fn damage_is_a_warning_unless_strict() {
    let folder = Folder::with(&[("old.txt", b"The caf\xE9 owes \xA33m."), ("good.txt", b"Nothing.")]);
    let done = folder.run(&["figures", "old.txt", "--format", "jsonl"]);
    assert_eq!(done.code, Some(0));
    assert!(done.out.contains("\"text\":\"£3m\""), "{}", done.out);
    let warning = "old.txt: expected UTF-8, but found the byte 0xE9 at byte 7; read as windows-1252";
    assert_eq!(done.err, format!("bulletin: warning: {warning}\n"));
}

/// paths | what is told at the end | the documents before
const STOPS: &[(&[&str], &str, &[&str])] = &[
    (&["good.txt", "better.txt"], "", &["good.txt", "better.txt"]),
    (
        &["good.txt", "old.txt", "missing.txt", "better.txt"],
        "bulletin: old.txt: expected UTF-8, but found the byte 0xE9 at byte 7; read as windows-1252; refused, as --strict asks\n",
        &["good.txt"],
    ),
    (&["missing.txt", "good.txt"], "bulletin: expected a file or folder, but found nothing at missing.txt\n", &[]),
    (&["good.txt", "good.txt"], "bulletin: 1 bulletin read; 1 read before\n", &["good.txt"]),
];

#[test]
fn a_strict_reading_stops_at_the_first_fault() {
    let files: [(&str, &[u8]); 3] = [
        ("old.txt", b"The caf\xE9 owes \xA33m."),
        ("good.txt", b"It owes \xC2\xA31m."),
        ("better.txt", b"It owes \xC2\xA32m."),
    ];
    for (paths, told, read) in STOPS {
        let folder = Folder::with(&files);
        let is_stopped = read.len() + 1 < paths.len() || told.contains("expected");
        let done = folder.run(&[&["parse", "--strict"], *paths].concat());
        assert_eq!((done.code, &*done.err), (Some(i32::from(is_stopped)), *told), "{paths:?}");
        let documents: Vec<_> = done.out.lines().map(|line| line.split('"').nth(3).unwrap()).collect();
        assert_eq!(documents, *read, "{paths:?}");
        let done = folder.run(&[&["figures", "--strict", "-o", "out.csv"], *paths].concat());
        assert_eq!(done.code, Some(i32::from(is_stopped)), "{paths:?}");
        assert_eq!(folder.path("out.csv").exists(), !is_stopped, "{paths:?}");
        let unwritten = "bulletin: expected to write out.csv, but found: what --strict stops at\n";
        assert_eq!(done.err, if is_stopped { format!("{told}{unwritten}") } else { (*told).to_owned() }, "{paths:?}");
    }
}

#[test]
fn what_was_left_out_is_summed_up_in_one_line() {
    let folder = Folder::with(&[
        ("in/a.txt", b"It owes \xC2\xA31m."),
        ("in/b.txt", b"It owes \xC2\xA31m.\r\n"),
        ("in/c.txt", b""),
        ("in/d.pdf", b"%PDF-1.7"),
        ("in/e.pdf", b"%PDF-1.7"),
        ("in/.f", b"x"),
    ]);
    let done = folder.run(&["figures", "in", "missing.txt"]);
    assert_eq!(
        done.err.lines().last().unwrap(),
        "bulletin: 1 bulletin read; 2 unreadable; 1 read before; 3 skipped: a PDF (in/d.pdf and 1 more), hidden (in/.f)"
    );
    assert_eq!((done.code, done.err.lines().count()), (Some(1), 3), "{}", done.err);
    assert_eq!(folder.run(&["figures", "in/a.txt"]).err, "");
}

#[test]
fn standard_input_that_is_no_text_is_named() {
    let done = Folder::with(&[]).run_on(&["explain", "-"], b"%PDF-1.7");
    assert_eq!(
        (done.code, &*done.err),
        (
            Some(1),
            "bulletin: expected text, but found a PDF in standard input at byte 0\nbulletin: 0 bulletins read; 1 unreadable\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_utf8_is_a_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"caf\xE9.txt");
    let folder = Folder::with(&[]);
    std::fs::write(folder.path("").join(name), "It owes £3m.").unwrap();
    let output = folder.command([OsStr::new("figures"), OsStr::new("--format=jsonl"), name]).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("{\"document\":\"caf\u{FFFD}.txt\""));
}

/// An invented register in the published layout: code, name, eight that are not read, opened, closed.
const REGISTER: &str = "\"X1A\",\"ALDERWICK AND THANE NHS FOUNDATION TRUST\",,,,,,,,,\"20110401\",\"\"\n";
const OTHER: &str = "\"X9Z\",\"EASTVALE NHS TRUST\",,,,,,,,,\"20010401\",\"\"\n";

#[test]
fn organisations_have_the_codes_of_every_register() {
    let news = "Alderwick and Thane Foundation Trust owes Eastvale NHS Trust £3m.";
    let files = [("news.txt", news.as_bytes()), ("one.csv", REGISTER.as_bytes()), ("two.csv", OTHER.as_bytes())];
    let folder = Folder::with(&files);
    let codes = |args: &[&str]| {
        let out = folder.run(args).clean();
        ["X1A", "X9Z"].map(|code| out.contains(&format!("\"code\":\"{code}\"")))
    };
    assert_eq!(codes(&["parse", "news.txt"]), [false, false]);
    assert_eq!(codes(&["parse", "news.txt", "--register", "one.csv"]), [true, false]);
    assert_eq!(codes(&["--register", "two.csv", "parse", "news.txt"]), [false, true]);
    assert_eq!(codes(&["parse", "--register", "one.csv", "--register=two.csv", "news.txt"]), [true, true]);
}

/// register | what is told of it
const REGISTERS: &[(&str, &str)] = &[
    ("missing.csv", "expected a register, but found nothing at missing.csv"),
    ("bytes.csv", "expected a register in UTF-8, but found other bytes in bytes.csv"),
    ("date.csv", "register date.csv: expected a day as YYYYMMDD, but found \"spring\" at line 2"),
];

#[test]
fn a_register_that_cannot_be_read_ends_it_before_anything_is_read() {
    let dated = format!("{REGISTER}{}", OTHER.replace("20010401", "spring"));
    let folder = Folder::with(&[
        ("news.txt", b"It owes \xC2\xA31m."),
        ("bytes.csv", b"\xFF\xFE"),
        ("date.csv", dated.as_bytes()),
    ]);
    for (register, message) in REGISTERS {
        for paths in [&["figures", "news.txt", "-o", "out.csv"][..], &["parse", "absent.txt"], &["explain", "£3m"]] {
            let done = folder.run(&[&["--register", register], paths].concat());
            assert_eq!((done.code, &*done.out), (Some(1), ""), "{register}");
            assert_eq!(done.err, format!("bulletin: {message}\n"));
        }
        assert!(!folder.path("out.csv").exists());
    }
}
