//! Every example row of `docs/reading-money.md` reads as the page says.
#![allow(missing_docs, clippy::unwrap_used)]

use bulletin::MoneyFigure;
use bulletin::model::Qualifier;

#[test]
fn the_page_tells_the_truth() {
    let page = std::fs::read_to_string("docs/reading-money.md").unwrap();
    let rows: Vec<(&str, &str)> = page.lines().filter_map(row).collect();
    assert!(rows.len() > 30, "expected the page's rows, but found {}", rows.len());
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(text, expected)| (text, expected, told(&bulletin::find_money(text))))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text:?}: expected {expected}, but found {found}"))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

/// The two cells of a table's row; the heads and rules of tables are none.
fn row(line: &str) -> Option<(&str, &str)> {
    let (text, expected) = line.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | ")?;
    (text != "text").then_some((text, expected))
}

/// Figures as the page writes them.
fn told(figures: &[MoneyFigure]) -> String {
    let told: Vec<String> = figures
        .iter()
        .map(|figure| {
            let qualifier = match figure.quantity.qualifier() {
                Qualifier::Exact | Qualifier::Range => String::new(),
                qualifier => format!("{qualifier} "),
            };
            let currency = figure.currency.code().map_or_else(|| "open".to_owned(), |code| code.to_string());
            let upper = figure.quantity.upper().map_or_else(String::new, |upper| format!("..{upper}"));
            let per = figure.per.as_ref().map_or_else(String::new, |per| format!(" per {}", per.value.as_str()));
            format!("{qualifier}{currency} {}{upper}{per}", figure.quantity.amount())
        })
        .collect();
    if told.is_empty() { "nothing".to_owned() } else { told.join(" and ") }
}
