//! Output files appear whole or not at all, and a reader that leaves ends a run quietly.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use support::{Done, Folder, NEWS};

#[test]
fn nothing_but_the_file_is_left_in_the_folder() {
    let folder = Folder::of_news();
    folder.run(&["figures", "news.txt", "-o", "out.csv"]).clean();
    folder.run(&["parse", "news.txt", "--output", "out.json"]).clean();
    assert_eq!(folder.names(), ["news.txt", "out.csv", "out.json"]);
    assert_eq!(fs::read_to_string(folder.path("out.json")).unwrap(), folder.run(&["parse", "news.txt"]).clean());
}

#[test]
fn a_file_is_replaced_only_when_the_new_one_is_complete() {
    let folder = Folder::with(&[("out.csv", b"old")]);
    let mut command = folder.command(["figures", "-", "-o", "out.csv"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(NEWS.as_bytes()).unwrap();
    input.flush().unwrap();
    assert_eq!(fs::read(folder.path("out.csv")).unwrap(), b"old");
    drop(input);
    assert!(child.wait().unwrap().success());
    assert!(fs::read_to_string(folder.path("out.csv")).unwrap().starts_with("document,"));
}

#[test]
fn a_run_that_is_killed_leaves_nothing() {
    let folder = Folder::with(&[("out.csv", b"old")]);
    let mut command = folder.command(["figures", "-", "-o", "out.csv"]);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.as_mut().unwrap().write_all(NEWS.as_bytes()).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(folder.names(), ["out.csv"]);
    assert_eq!(fs::read(folder.path("out.csv")).unwrap(), b"old");
}

#[test]
fn a_file_stays_where_no_input_could_be_read() {
    let folder = Folder::with(&[("out.csv", b"old")]);
    let done = folder.run(&["figures", "missing.txt", "-o", "out.csv"]);
    assert_eq!(done.code, Some(1));
    assert_eq!(
        done.err,
        "bulletin: expected a file or folder, but found nothing at missing.txt\n\
         bulletin: 0 bulletins read; 1 unreadable\n\
         bulletin: expected to write out.csv, but found: no bulletin that could be read\n"
    );
    assert_eq!(fs::read(folder.path("out.csv")).unwrap(), b"old");
    assert_eq!(folder.names(), ["out.csv"]);
}

#[test]
fn a_file_holds_the_rest_where_some_input_could_not_be_read() {
    let folder = Folder::of_news();
    let done = folder.run(&["figures", "missing.txt", "news.txt", "-o", "out.jsonl"]);
    assert_eq!((done.code, &*done.out), (Some(1), ""));
    assert_eq!(fs::read_to_string(folder.path("out.jsonl")).unwrap().lines().count(), 3);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = Folder::of_news();
    fs::create_dir(folder.path("folder.csv")).unwrap();
    for file in ["no/such/folder/out.csv", "folder.csv"] {
        let done = folder.run(&["figures", "news.txt", "-o", file]);
        assert_eq!((done.code, &*done.out), (Some(1), ""));
        assert!(done.err.starts_with(&format!("bulletin: expected to write {file}, but found: ")), "{}", done.err);
    }
    assert_eq!(folder.names(), ["folder.csv", "news.txt"]);
}

#[cfg(unix)]
#[test]
fn a_new_file_is_as_readable_as_any_and_a_replaced_one_as_before() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |folder: &Folder, name: &str| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o777;
    let folder = Folder::of_news();
    fs::write(folder.path("usual"), "").unwrap();
    folder.run(&["figures", "news.txt", "-o", "out.csv"]).clean();
    assert_eq!(mode(&folder, "out.csv"), mode(&folder, "usual"));
    fs::set_permissions(folder.path("out.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    folder.run(&["figures", "news.txt", "-o", "out.csv"]).clean();
    assert_eq!(mode(&folder, "out.csv"), 0o640);
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_points_to_is_replaced() {
    let folder = Folder::with(&[("news.txt", NEWS.as_bytes()), ("deep/true.csv", b"old")]);
    std::os::unix::fs::symlink("deep/true.csv", folder.path("link.csv")).unwrap();
    folder.run(&["figures", "news.txt", "-o", "link.csv"]).clean();
    assert!(fs::symlink_metadata(folder.path("link.csv")).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.path("deep/true.csv")).unwrap().starts_with("document,"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_is_written_to_and_one_that_is_full_is_an_error() {
    let folder = Folder::of_news();
    assert_eq!(folder.run(&["figures", "news.txt", "-o", "/dev/null", "--format", "csv"]).clean(), "");
    let done = folder.run(&["parse", "news.txt", "-o", "/dev/full"]);
    assert_eq!(done.code, Some(1));
    assert!(done.err.starts_with("bulletin: expected to write /dev/full, but found: "), "{}", done.err);
}

#[test]
fn a_reader_that_leaves_ends_the_run_quietly() {
    let files: Vec<_> =
        (0..400).map(|index| (format!("in/{index}.txt"), NEWS.repeat(20) + &index.to_string())).collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    let folder = Folder::with(&files);
    for args in [
        &["figures", "in"][..],
        &["figures", "in", "--format", "csv"],
        &["figures", "in", "--format", "jsonl"],
        &["parse", "in"],
    ] {
        let mut command = folder.command(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let done: Done = child.wait_with_output().unwrap().into();
        assert!(!first.is_empty());
        assert_eq!(done, Done { code: Some(0), out: String::new(), err: String::new() }, "{args:?}");
    }
}
