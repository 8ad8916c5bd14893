//! A record to vary.

use bulletin::model::{CurrencyCode, Kind, Qualifier, Role, Rule, Topic};
use bulletin::record::{ArticleRecord, BulletinRecord, FigureRecord, MentionRecord};
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
        organisations: vec!["Vale Trust", "Moor Trust"],
        sentence: "Both owe nearly £3m.",
        rule: Rule::Prefixed,
        cues: Vec::new(),
    }
}

/// A bulletin of one article with these figures.
pub(crate) fn bulletin(figures: Vec<FigureRecord<'static>>) -> BulletinRecord<'static> {
    let mention = MentionRecord {
        text: "Vale",
        start: 5,
        end: 9,
        kind: bulletin::model::OrganisationKind::Trust,
        name: "Vale Trust",
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
