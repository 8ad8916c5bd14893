//! The table for people, at several widths.
#![allow(missing_docs, clippy::unwrap_used)]

use bulletin_table::{Layout, Listing, columns_of, printable, wrap};
use proptest::prelude::*;

const TEXT: &str = "\
Big spenders

Alderwick and Thane Foundation Trust overspent by nearly £3m in 2017-18.
It is between £10m and £12m in debt.

Small change

A parking permit costs 2.50 euros.
";

#[test]
fn a_flat_listing_is_one_line_a_figure() {
    let expected = "\
document:line  phrase                         amount  qualifier  topic    periods  organisations                         heading
a b.txt:3      nearly £3m         3,000,000    GBP  nearly     deficit  2017-18  Alderwick and Thane Foundation Trust  Big spenders
";
    let listing = listing(Layout::Flat, TEXT);
    let lines: Vec<_> = listing.lines().collect();
    assert_eq!(lines.len(), 4, "{listing}");
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words(lines[0]), words(expected.lines().next().unwrap()));
    assert_eq!(words(lines[1]), words(expected.lines().nth(1).unwrap()));
    assert!(lines.iter().all(|line| !line.ends_with(' ')), "{listing}");
    assert!(!listing.contains('\u{1B}'));
}

#[test]
fn amounts_stand_with_their_points_under_one_another() {
    let listing = listing(Layout::Flat, TEXT);
    let column = |line: &str, words: &str| line.split_once(words).map(|(before, _)| columns_of(before.chars()));
    let lines: Vec<_> = listing.lines().skip(1).collect();
    let point = column(lines[2], ".50 EUR");
    assert!(point.is_some(), "{listing}");
    assert_eq!(column(lines[0], "    GBP"), point, "{listing}");
    assert_eq!(column(lines[1], "    GBP"), point, "{listing}");
}

#[test]
fn a_grouped_listing_fits_its_width() {
    for width in [76, 80, 100, 140, 200] {
        let listing = plain(&listing(Layout::Grouped(width), TEXT));
        let over: Vec<_> = listing.lines().filter(|line| columns_of(line.chars()) > width).collect();
        assert_eq!(over, Vec::<&str>::new(), "in {width} columns");
        for words in [
            "a b.txt",
            "Big spenders",
            "nearly £3m",
            "3,000,000",
            "10,000,000",
            "12,000,000",
            "2017-18",
            "3 figures in 1 bulletin",
        ] {
            assert!(listing.contains(words), "{words:?} in {width} columns:\n{listing}");
        }
        let together = listing.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(together.contains("Alderwick and Thane Foundation Trust"), "in {width} columns:\n{listing}");
    }
}

#[test]
fn nothing_found_is_said() {
    assert_eq!(plain(&listing(Layout::Grouped(80), "No money here.")), "\n0 figures in 1 bulletin\n");
}

#[test]
fn a_terminal_obeys_nothing_of_the_text() {
    let table = [
        ("a  b\r\nc", "a b c"),
        ("\u{1B}[31mred", "\u{FFFD}[31mred"),
        ("\u{9B}2J", "\u{FFFD}2J"),
        ("\u{202E}m3£", "\u{FFFD}m3£"),
        ("nbsp\u{A0}£3m", "nbsp £3m"),
        (" \t ", ""),
    ];
    for (text, expected) in table {
        assert_eq!(printable(text), expected, "{text:?}");
    }
}

#[test]
fn spaces_at_the_end_make_no_line() {
    let characters: Vec<char> = "nearly £3m  ".chars().collect();
    assert_eq!(wrap(&characters, 10), vec![0..10; 1]);
    assert_eq!(wrap(&[], 10), vec![0..0; 1]);
}

proptest! {
    #[test]
    fn wrapping_fits_and_loses_only_spaces(text in "[a-z£財\u{301} ]{0,80}", width in 0_usize..20) {
        let characters: Vec<char> = text.chars().collect();
        let lines = wrap(&characters, width);
        let mut end = 0;
        for line in &lines {
            prop_assert!(characters[end..line.start].iter().all(|character| *character == ' '));
            let columns = columns_of(characters[line.clone()].iter().copied());
            prop_assert!(columns <= width || line.len() == 1, "{columns} columns");
            end = line.end;
        }
        prop_assert!(characters[end..].iter().all(|character| *character == ' '));
    }
}

fn listing(layout: Layout, text: &str) -> String {
    let bulletin = bulletin::parse(text);
    let mut listing = Listing::new(layout);
    listing.add("a\nb.txt", &bulletin, &bulletin.record());
    let mut written = Vec::new();
    listing.finish(&mut written).unwrap();
    String::from_utf8(written).unwrap()
}

/// Without styles.
fn plain(text: &str) -> String {
    let mut parts = text.split("\u{1B}[");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').unwrap().1)
}
