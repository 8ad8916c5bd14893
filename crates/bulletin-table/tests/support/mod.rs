//! A record to vary.

use arrow_array::RecordBatch;
use bulletin::model::{CurrencyCode, Kind, Qualifier, Role, Rule, Topic};
use bulletin::record::{ArticleRecord, BulletinRecord, CueRecord, FigureRecord, MentionRecord};
use bulletin_table::{Batches, Table};
use rust_decimal::Decimal;

pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// "nearly £3m", for Vale Trust and Moor Trust in two years.
pub(crate) fn figure() -> FigureRecord<'static> {
    FigureRecord {
        text: "£3m",
        start: 21,
        end: 24,
        phrase: "nearly £3m",
        currency: Some(CurrencyCode::GBP),
        amount: decimal("3000000"),
        upper: None,
        qualifier: Qualifier::Nearly,
        per: None,
        change: None,
        topic: Some(Topic::Debt),
        periods: vec!["2016-17".to_owned(), "2017-18".to_owned()],
        organisations: vec!["Vale Trust".into(), "Moor Trust".into()],
        sentence: "Both owe nearly £3m.",
        rule: Rule::Prefixed,
        cues: vec![
            cue("topic", "debt", "owe"),
            cue("period", "2016-17", "in both years"),
            cue("organisation", "Vale Trust", "Both"),
        ],
    }
}

fn cue(reading: &'static str, value: &str, text: &'static str) -> CueRecord<'static> {
    CueRecord { reading, value: value.to_owned(), text, start: 0, end: text.len() }
}

/// All rows of a bulletin as one batch.
#[allow(dead_code)]
pub(crate) fn batch<T: Table>(record: &BulletinRecord<'_>) -> RecordBatch {
    let mut batches = Batches::<T>::new(usize::MAX);
    for row in T::rows("a.txt", record) {
        assert!(batches.push(&row).unwrap().is_none());
    }
    batches.finish().unwrap().unwrap()
}

/// A bulletin of one article with these figures.
pub(crate) fn bulletin(figures: Vec<FigureRecord<'static>>) -> BulletinRecord<'static> {
    let mention = MentionRecord {
        text: "Vale",
        start: 5,
        end: 9,
        kind: bulletin::model::OrganisationKind::Trust,
        name: "Vale Trust".into(),
        code: "R0A".parse().ok(),
    };
    BulletinRecord {
        kind: Kind::Daily,
        tagline: None,
        published: Some(jiff::civil::date(1969, 12, 31)),
        articles: vec![ArticleRecord {
            role: Role::Story,
            heading: Some("Two \"debts\""),
            label: None,
            start: 0,
            end: 40,
            start_line: 1,
            end_line: 3,
            figures,
            organisations: vec![mention],
        }],
        warnings: Vec::new(),
    }
}
