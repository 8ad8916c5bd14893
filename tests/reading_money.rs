//! The example tables of `docs/reading-money.md`, read row by row.

use std::fs;
use std::path::Path;

use bulletin::MoneyFigure;
use bulletin::model::Qualifier;
use rust_decimal::Decimal;

/// What a row of a table says.
struct Row<'a> {
    text: &'a str,
    /// The figures' words, and what they read as; empty for what is no money.
    figures: Vec<(&'a str, &'a str)>,
}

#[test]
fn every_example_reads_as_the_page_says() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reading-money.md");
    let page = fs::read_to_string(page).expect("docs/reading-money.md is there");
    let rows = rows(&page);
    let wrong: Vec<String> = rows.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    let silent = rows.iter().filter(|row| row.figures.is_empty()).count();
    assert!(rows.len() - silent >= 60 && silent >= 15, "{} rows, {silent} of them without money", rows.len());
}

/// How the reading of a row differs from what the page says.
fn wrong(row: &Row<'_>) -> Option<String> {
    let found = bulletin::find_money(row.text);
    let found: Vec<(&str, String)> = found.iter().map(|figure| (figure.span.of(row.text), said(figure))).collect();
    let same = found.iter().map(|(words, said)| (*words, said.as_str())).eq(row.figures.iter().copied());
    (!same).then(|| format!("{:?}: expected {:?}, but found {found:?}", row.text, row.figures))
}

/// The rows of the page's tables, without heads and rules.
fn rows(page: &str) -> Vec<Row<'_>> {
    let lines = page.lines().filter(|line| line.starts_with("| `"));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let code = |cell| -> &str { str::trim_matches(cell, '`') };
            let figures = match cells.as_slice() {
                [_, _] => Vec::new(),
                [_, words, said] => words.split(" ; ").map(code).zip(said.split(" ; ")).collect(),
                _ => panic!("expected two or three cells, but found {line:?}"),
            };
            Row { text: code(cells[0]), figures }
        })
        .collect()
}

/// A figure as the page tells it: "at most 85 GBP per hour".
fn said(figure: &MoneyFigure) -> String {
    let qualifier = match figure.quantity.qualifier() {
        Qualifier::Exact | Qualifier::Range => String::new(),
        qualifier => format!("{} ", qualifier.as_str().replace('_', " ")),
    };
    let upper = figure.quantity.upper().map_or_else(String::new, |upper| format!(" to {}", grouped(upper)));
    let code = figure.currency.code().map_or_else(|| "?".to_owned(), |code| code.to_string());
    let per = figure.per.as_ref().map_or_else(String::new, |per| format!(" per {}", per.value.as_str()));
    format!("{qualifier}{}{upper} {code}{per}", grouped(figure.quantity.amount()))
}

/// The amount with its thousands set apart.
fn grouped(amount: Decimal) -> String {
    let written = amount.to_string();
    let (whole, decimals) = written.split_once('.').map_or((written.as_str(), ""), |parts| parts);
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{decimals}", groups.join(","))
}
