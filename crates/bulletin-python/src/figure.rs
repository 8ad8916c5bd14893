//! One amount of money as Python sees it, and the words that its readings rest on.

use std::borrow::Cow;
use std::fmt;

use bulletin::model::{Change, CurrencyCode, Qualifier, Rule, Topic};
use bulletin::record::{CueRecord, FigureRecord};
use pyo3::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::value::{Held, Items, Word, record_methods};

/// One stated amount of money: "nearly £3m", "£10m-£12m", "£22 an hour".
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct MoneyFigure {
    /// The bare figure with its sign and scale: "£3m".
    text: String,
    /// The first code point of the figure in the bulletin's text.
    start: usize,
    /// One past the figure's last code point: `bulletin.text[start:end]` is its text.
    end: usize,
    /// The figure with the words of its qualifier and rate: "nearly £3m".
    phrase: String,
    /// The ISO 4217 code, or `None` where the text leaves it open (a bare "$").
    currency: Option<Word<CurrencyCode>>,
    /// The stated amount in the currency's major unit, exact; a range's low end.
    amount: Decimal,
    /// A range's high end.
    upper: Option<Decimal>,
    /// How it is bounded or hedged: exact, about, nearly, `more_than`, `at_least`, `less_than`, `at_most`, range.
    qualifier: Word<Qualifier>,
    /// The unit of a rate: year, month, week, day, hour, patient, ...
    per: Option<String>,
    /// increase or decrease for the size of a change, from or to for its ends; `None` for a level.
    change: Option<Word<Change>>,
    /// What the money is: deficit, surplus, funding, capital, loan, contract, redundancy, pay, ...
    topic: Option<Word<Topic>>,
    /// The times that are named for it: "2017-18", "2022", "2026-27/2028-29".
    periods: Items<String>,
    /// Who has, pays, receives or owes it, by the longest form of the name that the text has.
    organisations: Items<String>,
    /// The sentence it stands in.
    sentence: String,
    /// The rule of the grammar that read it.
    rule: Word<Rule>,
    /// The words that each reading rests on.
    cues: Items<Held<Cue>>,
}

impl MoneyFigure {
    pub(crate) fn new(py: Python<'_>, record: FigureRecord<'_>) -> PyResult<Self> {
        Ok(MoneyFigure {
            text: record.text.to_owned(),
            start: record.start,
            end: record.end,
            phrase: record.phrase.to_owned(),
            currency: record.currency.map(Word),
            amount: record.amount,
            upper: record.upper,
            qualifier: Word(record.qualifier),
            per: record.per.map(str::to_owned),
            change: record.change.map(Word),
            topic: record.topic.map(Word),
            periods: Items(record.periods),
            organisations: Items(record.organisations.into_iter().map(Cow::into_owned).collect()),
            sentence: record.sentence.to_owned(),
            rule: Word(record.rule),
            cues: Items::made(record.cues, |cue| Held::new(py, cue.into()))?,
        })
    }

    /// What was understood beyond the amount, each reading by its name in records.
    fn readings(&self) -> impl Iterator<Item = String> {
        let per = self.per.iter().map(|per| format!("per {per}"));
        let change = self.change.iter().map(|change| change.0.to_string());
        let topic = self.topic.iter().map(|topic| topic.0.to_string());
        per.chain(change).chain(topic).chain(self.periods.0.iter().cloned()).chain(self.organisations.0.iter().cloned())
    }
}

/// `<MoneyFigure "nearly £3m" at 4-7: nearly GBP 3000000, deficit, 2017-18, Northern Trust>`
impl fmt::Display for MoneyFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<MoneyFigure {:?} at {}-{}: {} ", self.phrase, self.start, self.end, self.qualifier.0)?;
        match &self.currency {
            Some(code) => write!(f, "{} {}", code.0, self.amount)?,
            None => write!(f, "{} of an open currency", self.amount)?,
        }
        self.upper.iter().try_for_each(|upper| write!(f, " to {upper}"))?;
        self.readings().try_for_each(|reading| write!(f, ", {reading}"))?;
        f.write_str(">")
    }
}

record_methods!(MoneyFigure);

/// The words that one reading of a figure rests on.
#[pyclass(frozen, eq, hash, get_all, module = "bulletin")]
#[derive(PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Cue {
    /// Which reading: per, change, topic, period or organisation.
    reading: String,
    /// What was read.
    value: String,
    /// The words.
    text: String,
    /// Their first code point in the bulletin's text.
    start: usize,
    /// One past their last code point.
    end: usize,
}

impl From<CueRecord<'_>> for Cue {
    fn from(CueRecord { reading, value, text, start, end }: CueRecord<'_>) -> Self {
        Cue { reading: reading.to_owned(), value, text: text.to_owned(), start, end }
    }
}

/// `<Cue topic = deficit by "in the red" at 9-19>`
impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cue { reading, value, text, start, end } = self;
        write!(f, "<Cue {reading} = {value} by {text:?} at {start}-{end}>")
    }
}

record_methods!(Cue);
