//! Cells that a spreadsheet would run.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use bulletin::record::FigureRecord;
use bulletin_table::{CsvWriter, Figures, Formulas, Table};

/// text of a figure | its cell in CSV
const CELLS: &[(&str, &str)] = &[
    ("£3m", "£3m"),
    ("-£3m", "'-£3m"),
    ("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\""),
    ("+44", "'+44"),
    ("@SUM(1)", "'@SUM(1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "\"'\r=1\""),
    ("\n=1", "\"'\n=1\""),
    ("＝1", "'＝1"),
    ("－£3m", "'－£3m"),
    ("–£3m", "–£3m"),
    ("a=1", "a=1"),
    ("£2.4\nbn", "\"£2.4\nbn\""),
    ("£74,318.50", "\"£74,318.50\""),
    ("“quoted”", "“quoted”"),
    ("'=1", "'=1"),
];

#[test]
fn text_that_would_run_gets_an_apostrophe() {
    let failing: Vec<_> = CELLS.iter().filter(|(text, cell)| csv(text, Formulas::Neutralised) != *cell).collect();
    assert_eq!(failing, Vec::<&(&str, &str)>::new());
}

#[test]
fn text_that_would_run_stays_where_that_is_asked_for() {
    for (text, _) in CELLS {
        let kept = csv(text, Formulas::Kept);
        let read = csv::ReaderBuilder::new().has_headers(false).from_reader(kept.as_bytes()).into_records().next();
        assert_eq!(read.unwrap().unwrap().get(0), Some(*text));
    }
}

#[test]
fn negative_amounts_stay_numbers_and_lists_and_names_are_looked_at_too() {
    let figure = FigureRecord {
        amount: support::decimal("-5"),
        upper: Some(support::decimal("-2.5")),
        organisations: vec!["=evil()".into(), "Vale Trust".into()],
        ..support::figure()
    };
    let record = support::bulletin(vec![figure]);
    let mut table = CsvWriter::<Figures, _>::new(Vec::new(), Formulas::Neutralised).unwrap();
    Figures::rows("-rf.txt", &record).for_each(|row| table.write(&row).unwrap());
    let written = table.finish().unwrap();
    let mut reader = csv::Reader::from_reader(&*written);
    let header = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| &row[header.iter().position(|title| title == name).unwrap()];
    assert_eq!(cell("amount"), "-5");
    assert_eq!(cell("upper"), "-2.5");
    assert_eq!(cell("organisations"), "'=evil(); Vale Trust");
    assert_eq!(cell("document"), "'-rf.txt");
}

/// The cell `text` of a row, as it stands in the file.
fn csv(text: &str, formulas: Formulas) -> String {
    // The figure's text is lent for as long as the test runs.
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    let record = support::bulletin(vec![FigureRecord { text, ..support::figure() }]);
    let mut table = CsvWriter::<Figures, _>::new(Vec::new(), formulas).unwrap();
    Figures::rows("a.txt", &record).for_each(|row| table.write(&row).unwrap());
    let written = String::from_utf8(table.finish().unwrap()).unwrap();
    let before = "a.txt,0,\"Two \"\"debts\"\"\",";
    let start = written.find(before).unwrap() + before.len();
    let end = written.find(",21,24,").unwrap();
    written[start..end].to_owned()
}
