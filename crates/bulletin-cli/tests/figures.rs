//! `bulletin figures` in every format.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::fs;

use serde_json::Value;
use support::{Folder, NEWS};

#[test]
fn a_table_through_a_pipe_is_one_line_a_figure() {
    let table = Folder::of_news().run(&["figures", "news.txt"]).clean();
    let lines: Vec<_> = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    assert_eq!(lines.len(), 4, "{table}");
    assert_eq!(lines[0], "document:line phrase amount qualifier topic periods organisations heading");
    assert_eq!(
        lines[1],
        "news.txt:3 nearly £3m 3,000,000 GBP nearly deficit 2017-18 Alderwick and Thane Foundation Trust Big spenders"
    );
    assert!(lines[2].starts_with("news.txt:4 £2.4 million 2,400,000 GBP exact"), "{table}");
    assert!(lines[3].starts_with("news.txt:9 €2.50 2.50 EUR exact") && lines[3].ends_with("Small change"), "{table}");
    assert!(!table.contains('\u{1B}'), "no colour in a pipe");
}

#[test]
fn csv_has_the_contracts_columns() {
    let csv = Folder::of_news().run(&["figures", "news.txt", "--format", "csv"]).clean();
    let mut lines = csv.lines();
    assert_eq!(
        lines.next().unwrap(),
        "document,article,heading,text,start,end,phrase,currency,amount,upper,qualifier,per,change,topic,periods,\
         organisations,sentence,rule,published,story,topic_cue,change_cue,per_cue,period_cues,organisation_cues"
    );
    let start = NEWS.chars().take_while(|c| *c != '£').count();
    let expected =
        format!("news.txt,0,Big spenders,£3m,{start},{},nearly £3m,GBP,3000000,,nearly,,,deficit,", start + 3);
    let first = lines.next().unwrap();
    assert!(first.starts_with(&expected), "{first}");
    assert!(csv.contains("\"£2.4\nmillion\""), "{csv}");
}

#[test]
fn json_lines_are_the_records_with_where_they_stand() {
    let folder = Folder::of_news();
    let lines = folder.run(&["figures", "news.txt", "--format", "jsonl"]).clean();
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let bulletin = bulletin::parse(NEWS);
    let records = bulletin.record();
    let mut expected = Vec::new();
    for (index, article) in records.articles.iter().enumerate() {
        for figure in &article.figures {
            let mut line = serde_json::to_value(figure).unwrap();
            line["document"] = "news.txt".into();
            line["article"] = index.into();
            line["heading"] = article.heading.into();
            line["published"] = Value::Null;
            line["story"] = index.into();
            expected.push(line);
        }
    }
    assert_eq!(lines.len(), 3);
    assert_eq!(lines, expected);
    assert_eq!(lines[0]["amount"], "3000000");
}

#[test]
fn the_formats_say_the_same_figures() {
    let folder = Folder::of_news();
    let json = folder.run(&["figures", "news.txt", "--format", "jsonl"]).clean();
    let amounts = |line: &str| serde_json::from_str::<Value>(line).unwrap()["amount"].as_str().unwrap().to_owned();
    let amounts: Vec<_> = json.lines().map(amounts).collect();
    assert_eq!(amounts, ["3000000", "2400000", "2.5"]);
    let csv = folder.run(&["figures", "news.txt", "--format", "csv"]).clean();
    assert!(amounts.iter().all(|amount| csv.contains(&format!(",{amount},"))), "{csv}");
}

#[test]
fn standard_input_reads_as_a_file_does() {
    let folder = Folder::of_news();
    for format in ["table", "csv", "jsonl"] {
        let file = folder.run(&["figures", "--format", format, "news.txt"]).clean();
        let input = folder.run_on(&["figures", "--format", format, "-"], NEWS.as_bytes()).clean();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&input), words(&file.replace("news.txt", "standard input")));
    }
}

#[test]
fn a_folder_is_read_by_name_and_what_is_skipped_is_told() {
    let folder = Folder::with(&[
        ("in/b.txt", b"It owes \xC2\xA32m."),
        ("in/a.txt", b"It owes \xC2\xA31m."),
        ("in/c/d.txt", b"It owes \xC2\xA33m."),
        ("in/photo.png", b"\x89PNG\r\n\x1A\n"),
        ("in/scan.png", b"\x89PNG\r\n\x1A\n"),
    ]);
    let done = folder.run(&["figures", "in", "--format", "jsonl"]);
    let texts = done.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].clone());
    assert_eq!(texts.collect::<Vec<_>>(), ["£1m", "£2m", "£3m"]);
    assert_eq!(
        (done.code, &*done.err),
        (Some(0), "bulletin: 3 bulletins read; 2 skipped: a PNG picture (in/photo.png and 1 more)\n")
    );
}

#[test]
fn relative_years_are_read_against_the_day_given() {
    let text = "The trust overspent by £3m last year.".as_bytes();
    let periods = |args: &[&str]| {
        let line = Folder::with(&[]).run_on(args, text).clean();
        serde_json::from_str::<Value>(&line).unwrap()["periods"].to_string()
    };
    let open = ["figures", "-", "--format", "jsonl"];
    assert_eq!(periods(&open), "[]");
    assert_eq!(periods(&[&open[..], &["--published", "2018-03-12"]].concat()), "[\"2017\"]");
}

#[test]
fn a_bare_dollar_is_open_unless_said() {
    let currency = |args: &[&str]| {
        let line = Folder::with(&[]).run_on(args, b"It paid $3m.").clean();
        serde_json::from_str::<Value>(&line).unwrap()["currency"].clone()
    };
    let open = ["figures", "-", "--format", "jsonl"];
    assert_eq!(currency(&open), Value::Null);
    assert_eq!(currency(&[&open[..], &["--dollar", "AUD"]].concat()), "AUD");
}

#[test]
fn amounts_alone_are_what_they_are_without_their_meaning() {
    let row = |args: &[&str]| {
        let line =
            Folder::with(&[]).run_on(args, b"Barts Health Trust overspent by nearly \xC2\xA33m in 2017-18.").clean();
        serde_json::from_str::<Value>(&line).unwrap()
    };
    let all = ["figures", "-", "--format", "jsonl"];
    let (whole, bare) = (row(&all), row(&[&all[..], &["--amounts-only"]].concat()));
    for same in ["text", "amount", "currency", "qualifier", "start", "end", "sentence"] {
        assert_eq!(whole[same], bare[same], "{same}");
    }
    for meaning in ["topic", "periods", "organisations"] {
        assert_ne!(whole[meaning], bare[meaning], "{meaning}");
    }
}

#[test]
fn a_text_without_money_gives_an_empty_table() {
    let folder = Folder::with(&[("quiet.txt", b"Nothing to pay.")]);
    for (format, lines) in [("table", 1), ("csv", 1), ("jsonl", 0)] {
        assert_eq!(
            folder.run(&["figures", "quiet.txt", "--format", format]).clean().lines().count(),
            lines,
            "{format}"
        );
    }
}

#[test]
fn csv_cells_that_would_run_are_neutralised_unless_raw() {
    let folder = Folder::with(&[("=cmd.txt", "The trust made -£3m.".as_bytes())]);
    let csv = folder.run(&["figures", "=cmd.txt", "--format", "csv"]).clean();
    let row = csv.lines().nth(1).unwrap();
    assert!(row.starts_with("'=cmd.txt,0,,'-£3m,"), "{row}");
    assert!(row.contains(",GBP,-3000000,"), "{row}");
    let raw = folder.run(&["figures", "=cmd.txt", "--format", "csv", "--raw"]).clean();
    assert!(raw.lines().nth(1).unwrap().starts_with("=cmd.txt,0,,-£3m,"), "{raw}");
}

#[test]
fn what_a_terminal_would_obey_does_not_reach_it() {
    let text = "The \u{1B}[31mtrust owes £3m.\n\n\u{1B}]0;title\u{7} heading\n\nIt owes \u{202E}£4m.";
    let folder = Folder::with(&[("a.txt", text.as_bytes())]);
    for args in [&["figures", "a.txt"][..], &["explain", text]] {
        let out = folder.run(args).clean();
        assert!(!out.contains(['\u{1B}', '\u{7}', '\u{202E}']), "{out:?}");
    }
    let missing = folder.run(&["figures", "\u{1B}[31m.txt"]);
    assert!(!missing.err.contains('\u{1B}') && missing.err.contains("[31m.txt"), "{}", missing.err);
}

#[test]
fn a_file_gets_the_format_that_its_name_says() {
    let folder = Folder::of_news();
    for (name, format) in
        [("a.csv", "csv"), ("a.CSV", "csv"), ("a.jsonl", "jsonl"), ("a.ndjson", "jsonl"), ("a.txt", "table")]
    {
        assert_eq!(folder.run(&["figures", "news.txt", "-o", name]).clean(), "");
        let expected = folder.run(&["figures", "news.txt", "--format", format]).clean();
        assert_eq!(fs::read_to_string(folder.path(name)).unwrap(), expected, "{name}");
    }
    assert_eq!(folder.run(&["figures", "news.txt", "-o", "a.dat", "--format", "csv"]).clean(), "");
    assert!(fs::read_to_string(folder.path("a.dat")).unwrap().starts_with("document,"));
}
