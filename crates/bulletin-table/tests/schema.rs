//! The columns, and that every writer has them alike.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::collections::BTreeSet;

use arrow_schema::{DataType, Field};
use bulletin_table::{Articles, CsvWriter, Figures, Formulas, Organisations, Table};

#[test]
fn the_figures_have_the_contracts_names_and_types() {
    let text = |name: &str, optional| Field::new(name, DataType::Utf8, optional);
    let count = |name: &str| Field::new(name, DataType::Int64, false);
    let amount = |name: &str, optional| Field::new(name, DataType::Decimal128(38, 9), optional);
    let texts = |name: &str| Field::new(name, DataType::new_list(DataType::Utf8, true), false);
    let expected = [
        text("document", false),
        count("article"),
        text("heading", true),
        text("text", false),
        count("start"),
        count("end"),
        text("phrase", false),
        text("currency", true),
        amount("amount", false),
        amount("upper", true),
        text("qualifier", false),
        text("per", true),
        text("change", true),
        text("topic", true),
        texts("periods"),
        texts("organisations"),
        text("sentence", false),
        text("rule", false),
    ];
    let schema = Figures::schema();
    assert_eq!(schema.fields().iter().map(|field| &**field).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_json_line_has_document_heading_and_the_records_fields() {
    let record = support::bulletin(vec![support::figure()]);
    let row = Figures::rows("a.txt", &record).next().unwrap();
    let line = serde_json::to_value(row).unwrap();
    let figure = serde_json::to_value(row.figure).unwrap();
    let (line, figure) = (line.as_object().unwrap(), figure.as_object().unwrap());
    let names = |object: &serde_json::Map<_, _>| object.keys().cloned().collect::<BTreeSet<String>>();
    let added: BTreeSet<_> = names(line).difference(&names(figure)).cloned().collect();
    assert_eq!(added, BTreeSet::from(["document".to_owned(), "heading".to_owned()]));
    assert!(figure.iter().all(|(name, value)| line[name] == *value));
    // And the table has them all but the cues, which are a table of their own.
    let columns: BTreeSet<_> = Figures::COLUMNS.iter().map(|column| column.name.to_owned()).collect();
    let untold: Vec<_> = names(line).difference(&columns).cloned().collect();
    assert_eq!(untold, ["cues"]);
}

#[test]
fn every_table_writes_its_rows() {
    fn csv<T: Table>() -> String {
        let record = support::bulletin(vec![support::figure()]);
        let mut table = CsvWriter::<T, _>::new(Vec::new(), Formulas::Neutralised).unwrap();
        T::rows("a.txt", &record).for_each(|row| table.write(&row).unwrap());
        String::from_utf8(table.finish().unwrap()).unwrap()
    }
    assert_eq!(
        csv::<Figures>(),
        "document,article,heading,text,start,end,phrase,currency,amount,upper,qualifier,per,change,topic,periods,\
         organisations,sentence,rule\n\
         a.txt,0,\"Two \"\"debts\"\"\",£3m,21,24,nearly £3m,GBP,3000000,,nearly,,,debt,2016-17; 2017-18,\
         Vale Trust; Moor Trust,Both owe nearly £3m.,prefixed\n"
    );
    assert_eq!(
        csv::<Articles>(),
        "document,kind,tagline,published,article,role,heading,start,end,start_line,end_line\n\
         a.txt,daily,,1969-12-31,0,story,\"Two \"\"debts\"\"\",0,40,1,3\n"
    );
    assert_eq!(
        csv::<Organisations>(),
        "document,article,heading,text,start,end,kind,name\n\
         a.txt,0,\"Two \"\"debts\"\"\",Vale,5,9,trust,Vale Trust\n"
    );
}

#[test]
fn every_column_says_what_it_means() {
    let docs = Figures::COLUMNS.iter().map(|column| column.doc);
    let docs = docs.chain(Articles::COLUMNS.iter().map(|column| column.doc));
    let docs = docs.chain(Organisations::COLUMNS.iter().map(|column| column.doc));
    let faults: Vec<_> = docs.filter(|doc| doc.len() < 10 || !doc.ends_with('.')).collect();
    assert_eq!(faults, Vec::<&str>::new());
}
