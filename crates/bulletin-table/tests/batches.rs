//! Arrow: exact or refused, never rounded, and never a row lost.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use arrow_array::Array as _;
use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Decimal128Type, Int64Type};
use bulletin::record::FigureRecord;
use bulletin_table::{Articles, Batches, Figures, Table};
use proptest::prelude::*;
use rust_decimal::Decimal;
use support::{bulletin, decimal, figure};

#[test]
fn a_batch_holds_what_the_records_say() {
    let mut change = figure();
    (change.currency, change.upper, change.periods, change.organisations) =
        (None, Some(decimal("4.5")), vec![], vec![]);
    let record = bulletin(vec![figure(), change]);
    let batch = whole(Figures::rows("a.txt", &record));
    assert_eq!(batch.schema(), Figures::schema());
    let text = |name: &str| batch.column_by_name(name).unwrap().as_string::<i32>().iter().collect::<Vec<_>>();
    let amount = |name: &str| {
        let column = batch.column_by_name(name).unwrap().as_primitive::<Decimal128Type>();
        (0..2).map(|row| column.is_valid(row).then(|| column.value_as_string(row))).collect::<Vec<_>>()
    };
    let texts = |name: &str| {
        let lists = batch.column_by_name(name).unwrap().as_list::<i32>();
        let list = |row| lists.value(row).as_string::<i32>().iter().map(|text| text.unwrap().to_owned()).collect();
        (0..2).map(list).collect::<Vec<Vec<String>>>()
    };
    assert_eq!(text("heading"), [Some("Two \"debts\""); 2]);
    assert_eq!(text("currency"), [Some("GBP"), None]);
    assert_eq!(amount("amount"), [Some("3000000.000000000".to_owned()), Some("3000000.000000000".to_owned())]);
    assert_eq!(amount("upper"), [None, Some("4.500000000".to_owned())]);
    assert_eq!(texts("periods"), [vec!["2016-17", "2017-18"], vec![]]);
    assert_eq!(texts("organisations"), [vec!["Vale Trust", "Moor Trust"], vec![]]);
    assert_eq!(batch.column_by_name("end").unwrap().as_primitive::<Int64Type>().values(), &[24, 24]);
}

#[test]
fn days_count_from_1970() {
    let record = bulletin(vec![]);
    let mut batches = Batches::<Articles>::new(10);
    for row in Articles::rows("a.txt", &record) {
        assert!(batches.push(&row).unwrap().is_none());
    }
    let batch = batches.finish().unwrap().unwrap();
    assert_eq!(batch.column_by_name("published").unwrap().as_primitive::<Date32Type>().values(), &[-1]);
}

#[test]
fn amounts_of_any_size_fit_exactly_up_to_nine_places() {
    /// amount | what it is in billionths, or none where it is refused
    const AMOUNTS: &[(&str, Option<i128>)] = &[
        ("0", Some(0)),
        ("-0.01", Some(-10_000_000)),
        ("0.000000001", Some(1)),
        ("0.0000000010", Some(1)),
        ("0.0000000001", None),
        ("0.1234567891", None),
        ("2700000000.00", Some(2_700_000_000_000_000_000)),
        ("79228162514264337593543950335", Some(79_228_162_514_264_337_593_543_950_335_000_000_000)),
        ("-79228162514264337593543950335", Some(-79_228_162_514_264_337_593_543_950_335_000_000_000)),
        ("7.9228162514264337593543950335", None),
    ];
    for (amount, expected) in AMOUNTS {
        assert_eq!(in_billionths(decimal(amount)), *expected, "{amount}");
    }
}

#[test]
fn a_refused_row_says_why_and_leaves_the_others() {
    let precise = FigureRecord { upper: Some(decimal("1.00000000001")), ..figure() };
    let record = bulletin(vec![figure(), precise, figure()]);
    let mut batches = Batches::<Figures>::new(10);
    let results: Vec<_> = Figures::rows("a.txt", &record).map(|row| batches.push(&row)).collect();
    let faults: Vec<_> = results.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect();
    let expected = "expected an amount with at most 9 decimal places, but found 1.00000000001 in the column upper";
    assert_eq!(faults, [expected]);
    assert_eq!(batches.finish().unwrap().unwrap().num_rows(), 2);
}

#[test]
fn batches_hold_no_more_rows_than_asked_and_every_row() {
    for (rows, capacity, expected) in
        [(0, 2, vec![]), (1, 2, vec![1]), (2, 2, vec![2]), (5, 2, vec![2, 2, 1]), (3, 0, vec![1, 1, 1])]
    {
        let record = bulletin(vec![figure(); rows]);
        let mut batches = Batches::<Figures>::new(capacity);
        let mut full: Vec<_> = Figures::rows("a.txt", &record).filter_map(|row| batches.push(&row).unwrap()).collect();
        full.extend(batches.finish().unwrap());
        assert_eq!(full.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), expected, "{rows} by {capacity}");
        assert!(batches.finish().unwrap().is_none());
    }
}

proptest! {
    #[test]
    fn an_amount_is_exact_or_refused(mantissa in -(1_i128 << 96) + 1..1_i128 << 96, scale in 0_u32..=28) {
        let amount = Decimal::from_i128_with_scale(mantissa, scale);
        match in_billionths(amount) {
            Some(billionths) => prop_assert_eq!(billionths, mantissa.checked_mul(10_i128.pow(9)).map_or_else(
                || mantissa / 10_i128.pow(scale.saturating_sub(9)) * 10_i128.pow(9_u32.saturating_sub(scale)),
                |product| product / 10_i128.pow(scale),
            )),
            None => prop_assert!(amount.normalize().scale() > 9),
        }
    }
}

fn in_billionths(amount: Decimal) -> Option<i128> {
    let record = bulletin(vec![FigureRecord { amount, ..figure() }]);
    let mut batches = Batches::<Figures>::new(1);
    let row = Figures::rows("a.txt", &record).next().unwrap();
    batches.push(&row).ok()?;
    let batch = batches.finish().unwrap().unwrap();
    Some(batch.column_by_name("amount").unwrap().as_primitive::<Decimal128Type>().value(0))
}

fn whole<'a>(rows: impl Iterator<Item = bulletin_table::FigureRow<'a>>) -> RecordBatch {
    let mut batches = Batches::<Figures>::new(1000);
    for row in rows {
        assert!(batches.push(&row).unwrap().is_none());
    }
    batches.finish().unwrap().unwrap()
}
