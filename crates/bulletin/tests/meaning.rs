//! Runs the `.corpus` tables that stand beside the readers of what a figure is, in `src/context`, and of organisations,
//! in `src/grammar`.
//!
//! A row is `text | readings | note`. The readings are those of each figure in order, with ` ; ` between: a value and the
//! words that it was read from, `deficit "overspend"`, or the part that an owner plays and its longest name; `-` for
//! none. A row of `organisation.corpus` has its mentions: the kind, the words, and the longest name after ` = ` where that
//! is another. `\n` is a line break. Each row is read as a story of its own, alone and after a paragraph that tells
//! nothing.

use std::fmt::Write;

use bulletin::{MoneyFigure, Span};

/// What a table's rows tell of a figure: values, each with the words that it was read from.
type Reading = fn(&MoneyFigure) -> Vec<(String, Span)>;

/// Each table beside its reader.
const TABLES: [(&str, &str, Reading); 5] = [
    ("topic.corpus", include_str!("../src/context/topic.corpus"), |figure| {
        figure.topic.iter().map(|topic| (topic.value.as_str().to_owned(), topic.span)).collect()
    }),
    ("owner.corpus", include_str!("../src/context/owner.corpus"), |figure| {
        figure.organisations.iter().map(|owner| (owner.part.as_str().to_owned(), owner.name)).collect()
    }),
    ("period.corpus", include_str!("../src/context/period.corpus"), |figure| {
        figure.periods.iter().map(|period| (period.value.to_string(), period.span)).collect()
    }),
    ("per.corpus", include_str!("../src/context/per.corpus"), |figure| {
        figure.per.iter().map(|per| (per.value.as_str().to_owned(), per.span)).collect()
    }),
    ("change.corpus", include_str!("../src/context/change.corpus"), |figure| {
        figure.change.iter().map(|change| (change.value.as_str().to_owned(), change.span)).collect()
    }),
];

/// What a row is set after.
const SETTINGS: [&str; 2] = ["", "Papers before the board on Tuesday went through it line by line.\n\n"];

#[test]
fn every_row_means_what_it_says_in_every_setting() {
    let failures: String =
        TABLES.iter().map(|(name, table, reading)| failures(name, table, |text| figures(text, *reading))).collect();
    assert!(failures.is_empty(), "\n{failures}");
}

#[test]
fn every_row_names_whom_it_says_in_every_setting() {
    let failures = failures("organisation.corpus", include_str!("../src/grammar/organisation.corpus"), mentions);
    assert!(failures.is_empty(), "\n{failures}");
}

/// The rows of a table that do not read as they say.
fn failures(name: &str, table: &str, found: impl Fn(&str) -> String) -> String {
    let mut failures = String::new();
    for (line, row) in table.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with("# ")) {
        let mut columns = row.split(" | ").map(str::trim);
        let (Some(text), Some(expected)) = (columns.next(), columns.next()) else {
            panic!("{name}:{}: expected `text | readings`, but found {row:?}", line + 1);
        };
        for before in SETTINGS {
            let found = found(&format!("{before}{}", text.replace("\\n", "\n")));
            if found != expected {
                let _ =
                    writeln!(failures, "{name}:{}: {text}\n    expected {expected}\n    found    {found}", line + 1);
            }
        }
    }
    failures
}

/// The readings of every figure of `text`, in the tables' notation.
fn figures(text: &str, reading: Reading) -> String {
    let bulletin = bulletin::parse(text);
    let figures = bulletin.articles.iter().flat_map(|article| &article.figures).map(|figure| {
        let readings: Vec<_> =
            reading(figure).into_iter().map(|(value, cue)| format!("{value} {:?}", &bulletin[cue])).collect();
        if readings.is_empty() { "-".to_owned() } else { readings.join(", ") }
    });
    figures.collect::<Vec<_>>().join(" ; ")
}

/// The mentions of `text`, in the table's notation.
fn mentions(text: &str) -> String {
    let bulletin = bulletin::parse(text);
    let mentions = bulletin.articles.iter().flat_map(|article| &article.organisations).map(|mention| {
        let (words, name) = (&bulletin[mention.span], &bulletin[mention.name]);
        let name = if name == words { String::new() } else { format!(" = {name:?}") };
        format!("{} {words:?}{name}", mention.kind.as_str())
    });
    let mentions = mentions.collect::<Vec<_>>().join(" ; ");
    if mentions.is_empty() { "-".to_owned() } else { mentions }
}
