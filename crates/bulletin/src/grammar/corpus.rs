//! Runs the `.corpus` tables that stand beside the rules.
//!
//! A row is `text | expected | note`. Expected is `-` for nothing, or figures with ` ; ` between, each
//! `[qualifier] CODE amount[..upper] [per UNIT] ["words"]`: CODE is `???` where the text leaves the currency open, and
//! the quoted words are the bare figure's, or the whole text where there are none. `\n` is a line break. Each row is run
//! alone, inside a sentence, and after multibyte text. A line that starts with `# ` is a comment.

use std::fmt::Write;

use super::Scanner;
use crate::model::Qualifier;
use crate::span::Span;

/// Each table beside its rules.
const TABLES: [(&str, &str); 8] = [
    ("number.corpus", include_str!("number.corpus")),
    ("currency.corpus", include_str!("currency.corpus")),
    ("money.corpus", include_str!("money.corpus")),
    ("range.corpus", include_str!("money/range.corpus")),
    ("vague.corpus", include_str!("vague.corpus")),
    ("qualifier.corpus", include_str!("qualifier.corpus")),
    ("rate.corpus", include_str!("rate.corpus")),
    ("negative.corpus", include_str!("negative.corpus")),
];

/// What a row is set in: before it and after it.
const SETTINGS: [(&str, &str); 3] = [("", ""), ("Papers show this: ", ", it said."), ("“Naïve café” — ¾ → ", "")];

#[test]
fn every_row_reads_as_it_says_in_every_setting() {
    let mut failures = String::new();
    for (name, table) in TABLES {
        let rows = rows(table);
        assert!(!rows.is_empty(), "{name} has no rows");
        for (line, text, expected) in rows {
            for (before, after) in SETTINGS {
                let set = format!("{before}{text}{after}");
                let found = found(&set);
                if found != expected {
                    let _ = writeln!(failures, "{name}:{line}: {set:?}\n    expected {expected}\n    found    {found}");
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{failures}");
}

/// The rows of a table: line, text and what is expected, in one spelling.
fn rows(table: &str) -> Vec<(usize, String, String)> {
    let lines = table.lines().enumerate().map(|(index, line)| (index + 1, line));
    let rows = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with("# "));
    rows.map(|(line, row)| {
        let mut columns = row.split(" | ").map(str::trim);
        match (columns.next(), columns.next()) {
            (Some(text), Some(expected)) => {
                let text = text.replace("\\n", "\n");
                let expected = spelled_out(&text, expected);
                (line, text, expected)
            }
            _ => panic!("line {line}: expected `text | figures`, but found {row:?}"),
        }
    })
    .collect()
}

/// `expected` with the words of each figure, where it leaves them out because they are the whole text.
fn spelled_out(text: &str, expected: &str) -> String {
    let figure = |figure: &str| if figure.ends_with('"') { figure.to_owned() } else { format!("{figure} {text:?}") };
    if expected == "-" {
        expected.to_owned()
    } else {
        expected.split(" ; ").map(figure).collect::<Vec<_>>().join(" ; ")
    }
}

/// The figures found in `text`, in the table's notation.
fn found(text: &str) -> String {
    let figures = Scanner::new(text).figures(Span::at(0, text.len())).into_iter().map(|reading| {
        let mut figure = String::new();
        match reading.quantity.qualifier() {
            Qualifier::Exact | Qualifier::Range => {}
            qualifier => {
                let _ = write!(figure, "{qualifier} ");
            }
        }
        let code = reading.currency.code().map_or_else(|| "???".to_owned(), |code| code.to_string());
        let _ = write!(figure, "{code} {}", reading.quantity.amount());
        if let Some(upper) = reading.quantity.upper() {
            let _ = write!(figure, "..{upper}");
        }
        if let Some(per) = &reading.per {
            let _ = write!(figure, " per {}", per.value.as_str());
        }
        let _ = write!(figure, " {:?}", reading.span.of(text));
        figure
    });
    let figures: Vec<_> = figures.collect();
    if figures.is_empty() { "-".to_owned() } else { figures.join(" ; ") }
}
