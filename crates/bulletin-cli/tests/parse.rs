//! `bulletin parse`: the contract, a line a bulletin.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use serde_json::Value;
use support::{Folder, NEWS};

#[test]
fn a_line_is_the_document_and_then_the_record() {
    let line = Folder::of_news().run(&["parse", "news.txt"]).clean();
    let record = serde_json::to_string(&bulletin::parse(NEWS).record()).unwrap();
    assert_eq!(line, format!("{{\"document\":\"news.txt\",{}\n", &record[1..]));
}

#[test]
fn every_bulletin_is_a_line_in_the_order_of_the_paths() {
    let folder = Folder::with(&[("b.txt", b"Second."), ("a.txt", b"First."), ("c.txt", b"Third.")]);
    let lines = folder.run(&["parse", "b.txt", "a.txt", "c.txt"]).clean();
    let documents = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["document"].clone());
    assert_eq!(documents.collect::<Vec<_>>(), ["b.txt", "a.txt", "c.txt"]);
}

#[test]
fn offsets_are_code_points_and_lines_count_from_one() {
    let line = Folder::of_news().run(&["parse", "news.txt", "--published", "2018-03-12"]).clean();
    let bulletin: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(bulletin["published"], "2018-03-12");
    let text: Vec<char> = NEWS.chars().collect();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let mut figures = 0;
    for article in bulletin["articles"].as_array().unwrap() {
        assert_eq!(article["heading"], NEWS.lines().nth(number(&article["start_line"]) - 1).unwrap());
        for figure in article["figures"].as_array().unwrap() {
            let words: String = text[number(&figure["start"])..number(&figure["end"])].iter().collect();
            assert_eq!(figure["text"], words);
            figures += 1;
        }
    }
    assert_eq!(figures, 3);
}
