//! Records: the contract of the command line's JSON, Python's `to_dict()` and the tables.
//!
//! A record says what the model says with plain names and numbers. Offsets are Unicode **code points** into the
//! bulletin's text, so that `text[start:end]` in Python is the words; lines count from 1. Bytes become code points
//! here and nowhere else.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{
    Article, Bulletin, Change, CurrencyCode, Kind, Mention, MoneyFigure, OdsCode, OrganisationKind, Qualifier, Role,
    Rule, Topic, Warning,
};
use crate::span::Span;
use crate::text::positions::Positions;

/// A bulletin in records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BulletinRecord<'a> {
    /// What sort of bulletin it is.
    pub kind: Kind,
    /// The standing line at the top.
    pub tagline: Option<&'a str>,
    /// When it came out, where known.
    pub published: Option<Date>,
    /// In the order of the text.
    pub articles: Vec<ArticleRecord<'a>>,
    /// Damage that was read around.
    pub warnings: Vec<WarningRecord<'a>>,
}

/// An article in records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ArticleRecord<'a> {
    /// The part it plays.
    pub role: Role,
    /// The site's section or the topic that it is filed under: "HSJ Local", "FINANCE".
    pub label: Option<&'a str>,
    /// The heading's words.
    pub heading: Option<&'a str>,
    /// First code point, of the heading where there is one.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The heading's line, or the first of the body; from 1.
    pub start_line: usize,
    /// The last line that is not blank; from 1.
    pub end_line: usize,
    /// In the order of the text.
    pub figures: Vec<FigureRecord<'a>>,
    /// In the order of the text.
    pub organisations: Vec<MentionRecord<'a>>,
}

/// A figure in records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureRecord<'a> {
    /// The bare figure.
    pub text: &'a str,
    /// First code point of the figure.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// The figure with its qualifier and rate.
    pub phrase: &'a str,
    /// ISO 4217 code, or none where the text leaves it open.
    pub currency: Option<CurrencyCode>,
    /// The stated amount in major units, a decimal string; a range's low end.
    #[serde(with = "rust_decimal::serde::str")]
    pub amount: Decimal,
    /// A range's high end.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub upper: Option<Decimal>,
    /// How it is bounded or hedged.
    pub qualifier: Qualifier,
    /// The unit of a rate.
    pub per: Option<&'a str>,
    /// Whether it is the size of a change or one of its ends.
    pub change: Option<Change>,
    /// What the money is.
    pub topic: Option<Topic>,
    /// "2017-18", "2022", "2026-27/2028-29".
    pub periods: Vec<String>,
    /// Whose, by the longest form of the name, on one line.
    pub organisations: Vec<Cow<'a, str>>,
    /// The sentence it stands in.
    pub sentence: &'a str,
    /// Which rule of the grammar read it.
    pub rule: Rule,
    /// The words that each reading rests on.
    pub cues: Vec<CueRecord<'a>>,
}

/// The words that one reading of a figure rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CueRecord<'a> {
    /// Which reading: per, change, topic, period or organisation.
    pub reading: &'static str,
    /// What was read.
    pub value: String,
    /// The words.
    pub text: &'a str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// An organisation named in the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MentionRecord<'a> {
    /// The words.
    pub text: &'a str,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// The longest form of its name that the text has, on one line.
    pub name: Cow<'a, str>,
    /// Its ODS code; only where the caller gave a register that has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<OdsCode>,
}

/// A warning in records.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WarningRecord<'a> {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What was expected and what was found.
    pub message: &'a str,
}

impl Bulletin {
    /// The bulletin in records, with offsets in code points.
    #[must_use]
    pub fn record(&self) -> BulletinRecord<'_> {
        let recorder = Recorder::new(&self.text);
        BulletinRecord {
            kind: self.kind,
            tagline: self.tagline.map(|span| span.of(&self.text)),
            published: self.published,
            articles: self.articles.iter().map(|article| recorder.article(article)).collect(),
            warnings: self.warnings.iter().map(|warning| recorder.warning(warning)).collect(),
        }
    }
}

/// Writes the records of one text.
#[derive(Debug)]
pub struct Recorder<'a> {
    text: &'a str,
    positions: Positions<'a>,
}

impl<'a> Recorder<'a> {
    /// A recorder of figures that were found in `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Recorder { text, positions: Positions::new(text) }
    }

    /// The code points of a span: first, and one past the last.
    #[must_use]
    pub fn offsets(&self, span: Span) -> (usize, usize) {
        (self.positions.code_points(span.start()), self.positions.code_points(span.end()))
    }

    /// A figure's record.
    #[must_use]
    pub fn figure(&self, figure: &'a MoneyFigure) -> FigureRecord<'a> {
        let (start, end) = self.offsets(figure.span);
        FigureRecord {
            text: figure.span.of(self.text),
            start,
            end,
            phrase: figure.phrase.of(self.text),
            currency: figure.currency.code(),
            amount: figure.quantity.amount(),
            upper: figure.quantity.upper(),
            qualifier: figure.quantity.qualifier(),
            per: figure.per.as_ref().map(|per| per.value.as_str()),
            change: figure.change.map(|change| change.value),
            topic: figure.topic.map(|topic| topic.value),
            periods: figure.periods.iter().map(|period| period.value.to_string()).collect(),
            organisations: figure.organisations.iter().map(|owner| self.name(owner.name)).collect(),
            sentence: figure.sentence.of(self.text),
            rule: figure.rule,
            cues: self.cues(figure),
        }
    }

    fn article(&self, article: &'a Article) -> ArticleRecord<'a> {
        let span = article.span();
        let (start, end) = self.offsets(span);
        ArticleRecord {
            role: article.role,
            label: article.label.map(|label| label.of(self.text)),
            heading: article.heading.map(|heading| heading.of(self.text)),
            start,
            end,
            start_line: self.positions.line(span.start()),
            end_line: self.positions.line(span.end()),
            figures: article.figures.iter().map(|figure| self.figure(figure)).collect(),
            organisations: article.organisations.iter().map(|mention| self.mention(mention)).collect(),
        }
    }

    fn mention(&self, mention: &Mention) -> MentionRecord<'a> {
        let (start, end) = self.offsets(mention.span);
        MentionRecord {
            text: mention.span.of(self.text),
            start,
            end,
            kind: mention.kind,
            name: self.name(mention.name),
            code: mention.code,
        }
    }

    /// A name as tables group by it: with single spaces where the text breaks a line or has a wider one.
    fn name(&self, span: Span) -> Cow<'a, str> {
        let words = span.of(self.text);
        if words.contains(|c: char| c.is_whitespace() && c != ' ') || words.contains("  ") {
            Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
        } else {
            Cow::Borrowed(words)
        }
    }

    fn warning(&self, warning: &'a Warning) -> WarningRecord<'a> {
        let (start, end) = self.offsets(warning.span);
        WarningRecord { start, end, message: &warning.message }
    }

    fn cues(&self, figure: &MoneyFigure) -> Vec<CueRecord<'a>> {
        let cue = |reading, value: String, span: Span| {
            let (start, end) = self.offsets(span);
            CueRecord { reading, value, text: span.of(self.text), start, end }
        };
        let per = figure.per.iter().map(|per| cue("per", per.value.as_str().to_owned(), per.span));
        let change = figure.change.iter().map(|change| cue("change", change.value.to_string(), change.span));
        let topic = figure.topic.iter().map(|topic| cue("topic", topic.value.to_string(), topic.span));
        let periods = figure.periods.iter().map(|period| cue("period", period.value.to_string(), period.span));
        let owners = figure.organisations.iter();
        let owners = owners.map(|owner| cue("organisation", self.name(owner.name).into_owned(), owner.cue));
        per.chain(change).chain(topic).chain(periods).chain(owners).collect()
    }
}
