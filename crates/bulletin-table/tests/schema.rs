//! The columns, and that every writer has them alike.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::collections::BTreeSet;

use arrow_schema::{DataType, Field};
use bulletin_table::{
    Articles, Batches, Bulletins, CsvWriter, Figures, Formulas, JsonLines, Organisations, Source, Table,
};
use support::batch;

#[test]
fn the_figures_have_the_contracts_names_and_types() {
    let text = |name: &str, optional| Field::new(name, DataType::Utf8, optional);
    let count = |name: &str, optional| Field::new(name, DataType::Int64, optional);
    let amount = |name: &str, optional| Field::new(name, DataType::Decimal128(38, 9), optional);
    let texts = |name: &str| Field::new(name, DataType::new_list(DataType::Utf8, true), false);
    let expected = [
        text("document", false),
        count("article", false),
        text("heading", true),
        text("text", false),
        count("start", false),
        count("end", false),
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
        Field::new("published", DataType::Date32, true),
        count("story", true),
        text("topic_cue", true),
        text("change_cue", true),
        text("per_cue", true),
        texts("period_cues"),
        texts("organisation_cues"),
    ];
    let schema = Figures::schema();
    assert_eq!(schema.fields().iter().map(|field| &**field).collect::<Vec<_>>(), expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_json_line_has_the_records_fields_and_where_it_stands() {
    let record = support::bulletin(vec![support::figure()]);
    let row = Figures::rows("a.txt", &record).next().unwrap();
    let line = serde_json::to_value(row).unwrap();
    let figure = serde_json::to_value(row.figure).unwrap();
    let (line, figure) = (line.as_object().unwrap(), figure.as_object().unwrap());
    let names = |object: &serde_json::Map<_, _>| object.keys().cloned().collect::<BTreeSet<String>>();
    let added: Vec<_> = names(line).difference(&names(figure)).cloned().collect();
    assert_eq!(added, ["article", "document", "heading", "published", "story"]);
    assert!(figure.iter().all(|(name, value)| line[name] == *value));
    // The table has them all but the cues, which have a column for each reading.
    let columns: BTreeSet<_> = Figures::COLUMNS.iter().map(|column| column.name.to_owned()).collect();
    let untold: Vec<_> = names(line).difference(&columns).cloned().collect();
    assert_eq!(untold, ["cues"]);
    // And where both say it, they say the same.
    let batch = batch::<Figures>(&record);
    let mut lines = JsonLines::new(Vec::new());
    lines.write_batch::<Figures>(&batch).unwrap();
    let again: serde_json::Value = serde_json::from_slice(&lines.finish().unwrap()).unwrap();
    let names: Vec<_> = again.as_object().unwrap().keys().filter(|name| line.contains_key(*name)).collect();
    assert_eq!(names.len(), line.len() - 1);
    assert!(names.iter().all(|name| line[*name] == again[*name]), "{line:?} and {again}");
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
         organisations,sentence,rule,published,story,topic_cue,change_cue,per_cue,period_cues,organisation_cues\n\
         a.txt,0,\"Two \"\"debts\"\"\",£3m,21,24,nearly £3m,GBP,3000000,,nearly,,,debt,2016-17; 2017-18,\
         Vale Trust; Moor Trust,Both owe nearly £3m.,prefixed,1969-12-31,,owe,,,in both years,Both\n"
    );
    assert_eq!(
        csv::<Articles>(),
        "document,kind,tagline,published,article,role,heading,start,end,start_line,end_line,label,story,figures,\
         organisations\n\
         a.txt,daily,,1969-12-31,0,story,\"Two \"\"debts\"\"\",0,40,1,3,,,1,1\n"
    );
    assert_eq!(
        csv::<Organisations>(),
        "document,article,heading,text,start,end,kind,name,published,story,code\n\
         a.txt,0,\"Two \"\"debts\"\"\",Vale,5,9,trust,Vale Trust,1969-12-31,,R0A\n"
    );
    assert_eq!(
        csv::<Bulletins>(),
        "document,path,position,message_id,subject,sender,published,kind,tagline,articles,figures,organisations,\
         warnings\n\
         a.txt,a.txt,0,,,,1969-12-31,daily,,1,1,1,\n"
    );
}

#[test]
fn where_a_bulletin_came_from_is_told_in_full() {
    let record = support::bulletin(vec![support::figure()]);
    let warnings = ["one byte was mended".to_owned()];
    let source = Source {
        document: "inbox.mbox at byte 7",
        path: "inbox.mbox",
        position: 7,
        message_id: Some("1@example"),
        subject: Some("Daily"),
        sender: Some("news@example"),
        warnings: &warnings,
        stories: &[u64::MAX],
    };
    let mut lines = JsonLines::new(Vec::new());
    let mut batches = Batches::<Bulletins>::new(1);
    Bulletins::rows(source, &record).for_each(|row| assert!(batches.push(&row).unwrap().is_none()));
    lines.write_batch::<Bulletins>(&batches.finish().unwrap().unwrap()).unwrap();
    let line: serde_json::Value = serde_json::from_slice(&lines.finish().unwrap()).unwrap();
    let expected = serde_json::json!({
        "document": "inbox.mbox at byte 7", "path": "inbox.mbox", "position": 7, "message_id": "1@example",
        "subject": "Daily", "sender": "news@example", "published": "1969-12-31", "kind": "daily", "tagline": null,
        "articles": 1, "figures": 1, "organisations": 1, "warnings": ["one byte was mended"],
    });
    assert_eq!(line, expected);
    assert_eq!(Figures::rows(source, &record).next().unwrap().story, Some(-1));
    assert_eq!(Figures::rows("a.txt", &record).next().unwrap().story, None);
}

#[test]
fn every_column_says_what_it_means() {
    let docs = Figures::COLUMNS.iter().map(|column| column.doc);
    let docs = docs.chain(Articles::COLUMNS.iter().map(|column| column.doc));
    let docs = docs.chain(Bulletins::COLUMNS.iter().map(|column| column.doc));
    let docs = docs.chain(Organisations::COLUMNS.iter().map(|column| column.doc));
    let faults: Vec<_> = docs.filter(|doc| doc.len() < 10 || !doc.ends_with('.')).collect();
    assert_eq!(faults, Vec::<&str>::new());
}
