//! Files of tables: read back equal, complete or not there.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use arrow_array::{RecordBatch, RecordBatchReader};
use bulletin::record::{BulletinRecord, FigureRecord};
use bulletin_table::{
    Articles, Batches, Bulletins, Draft, Figures, Format, Formulas, Organisations, ParquetWriter, Table, Value, values,
};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use support::{batch, bulletin, decimal, figure};

/// Figures with all that a cell can hold: nothing, negative, the longest amounts, several lines.
fn record() -> BulletinRecord<'static> {
    let negative = FigureRecord { amount: decimal("-0.01"), upper: Some(decimal("4.5")), ..figure() };
    let bare = FigureRecord { currency: None, periods: vec![], organisations: vec![], cues: vec![], ..figure() };
    let great = FigureRecord { amount: decimal("79228162514264337593543950335"), text: "£2.4\nbn", ..figure() };
    bulletin(vec![figure(), negative, bare, great])
}

#[test]
fn parquet_reads_back_equal() {
    fn equal<T: Table>(record: &BulletinRecord<'_>) {
        let mut table = ParquetWriter::<T, _>::new(Vec::new()).unwrap();
        T::rows("a.txt", record).for_each(|row| table.write(&row).unwrap());
        assert_eq!(read(table.finish().unwrap()), [batch::<T>(record)], "{}", T::NAME);
    }
    equal::<Bulletins>(&record());
    equal::<Articles>(&record());
    equal::<Figures>(&record());
    equal::<Organisations>(&record());
}

#[test]
fn parquet_keeps_the_order_of_rows_and_batches() {
    let record = record();
    let mut table = ParquetWriter::<Figures, _>::new(Vec::new()).unwrap();
    Figures::rows("a.txt", &record).for_each(|row| table.write(&row).unwrap());
    table.write_batch(&batch::<Figures>(&record)).unwrap();
    Figures::rows("b.txt", &record).for_each(|row| table.write(&row).unwrap());
    let [read] = &read(table.finish().unwrap())[..] else { panic!("expected one batch") };
    let documents = (0..12).map(|row| values::<Figures>(read, row).unwrap()[0].clone());
    let expected = [["a.txt"; 8].as_slice(), &["b.txt"; 4]].concat();
    assert!(documents.eq(expected.into_iter().map(|name| Value::Text(Some(name)))));
}

#[test]
fn an_empty_parquet_file_has_the_columns_all_the_same() {
    let written = ParquetWriter::<Figures, _>::new(Vec::new()).unwrap().finish().unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(written)).unwrap();
    assert_eq!(reader.schema().fields(), Figures::schema().fields());
}

#[test]
fn a_batch_gives_back_what_its_rows_held() {
    fn same<T: Table>(record: &BulletinRecord<'_>) {
        let batch = batch::<T>(record);
        for (index, row) in T::rows("a.txt", record).enumerate() {
            let expected: Vec<_> = T::COLUMNS.iter().map(|column| (column.value)(&row)).collect();
            assert_eq!(values::<T>(&batch, index).unwrap(), expected, "{}", T::NAME);
        }
        assert!(values::<T>(&batch, batch.num_rows()).is_err());
    }
    same::<Bulletins>(&record());
    same::<Articles>(&record());
    same::<Figures>(&record());
    same::<Organisations>(&record());
    assert!(values::<Figures>(&batch::<Articles>(&record()), 0).is_err());
}

#[test]
fn a_reader_gives_every_row_in_bounded_batches() {
    let bulletins = ["It owes £3m and £4m.", "Nothing.", "It owes £5m, £6m and £7m."].map(bulletin::parse);
    let named = bulletins.into_iter().zip(["a", "b", "c"].map(str::to_owned)).map(|(bulletin, name)| (name, bulletin));
    let reader = Batches::<Figures>::new(2).reader(named);
    assert_eq!(reader.schema(), Figures::schema());
    let batches = reader.collect::<Result<Vec<_>, _>>().unwrap();
    assert_eq!(batches.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [2, 2, 1]);
    let rows = batches.iter().flat_map(|batch| (0..batch.num_rows()).map(|row| values::<Figures>(batch, row).unwrap()));
    let texts: Vec<_> = rows.map(|row| format!("{:?}{:?}", row[0], row[3])).collect();
    let cell = |name: &str, text: &str| format!("{:?}{:?}", Value::Text(Some(name)), Value::Text(Some(text)));
    assert_eq!(texts, [cell("a", "£3m"), cell("a", "£4m"), cell("c", "£5m"), cell("c", "£6m"), cell("c", "£7m")]);
}

#[test]
fn a_file_is_whole_or_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let names = || fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    for (name, format) in [("a.csv", Format::Csv), ("a.jsonl", Format::JsonLines), ("a.parquet", Format::Parquet)] {
        let path = folder.path().join(name);
        let mut draft = Draft::<Figures>::new(&path, format, Formulas::Neutralised).unwrap();
        draft.write_batch(&batch::<Figures>(&record())).unwrap();
        assert!(!path.exists());
        drop(draft);
        assert!(names().is_empty(), "{:?}", names());
        let mut draft = Draft::<Figures>::new(&path, format, Formulas::Neutralised).unwrap();
        draft.write_batch(&batch::<Figures>(&record())).unwrap();
        draft.publish().unwrap();
        assert_eq!(names(), [name]);
        // Another batch than the table's is refused, and the file that was there stays.
        let before = fs::read(&path).unwrap();
        let mut draft = Draft::<Figures>::new(&path, format, Formulas::Neutralised).unwrap();
        assert!(draft.write_batch(&batch::<Articles>(&record())).is_err());
        drop(draft);
        assert_eq!(fs::read(&path).unwrap(), before);
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn what_cannot_be_written_is_found_out_before_the_work() {
    let folder = tempfile::tempdir().unwrap();
    let kind = |path: &Path| Draft::<Figures>::new(path, Format::Csv, Formulas::Kept).unwrap_err().kind();
    assert_eq!(kind(&folder.path().join("missing/a.csv")), io::ErrorKind::NotFound);
    assert_eq!(kind(folder.path()), io::ErrorKind::IsADirectory);
}

#[test]
fn the_writers_own_error_comes_through() {
    #[derive(Debug)]
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let table = ParquetWriter::<Figures, _>::new(Full).and_then(ParquetWriter::finish);
    assert_eq!(table.unwrap_err().kind(), io::ErrorKind::StorageFull);
}

#[test]
fn formats_are_known_by_their_endings() {
    for (name, format) in [("csv", Format::Csv), ("JSONL", Format::JsonLines), ("parquet", Format::Parquet)] {
        assert_eq!(name.parse(), Ok(format));
    }
    let expected = "expected csv, jsonl or parquet, but found \"xlsx\"";
    assert_eq!("xlsx".parse::<Format>(), Err(expected.to_owned()));
}

fn read(parquet: Vec<u8>) -> Vec<RecordBatch> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(parquet)).unwrap().build().unwrap();
    reader.collect::<Result<Vec<_>, _>>().unwrap()
}
