//! The table of figures: a row for each amount of money.

use bulletin::model::{Change, CurrencyCode, Topic};
use bulletin::record::{BulletinRecord, FigureRecord};
use jiff::civil::Date;
use serde::Serialize;

use crate::source::Source;
use crate::table::{Column, Table, columns, count};

/// The table of figures: a row for each amount of money.
#[derive(Debug, Clone, Copy)]
pub struct Figures;

/// A figure, with the document and article that it stands in.
///
/// As JSON: `document`, `heading`, the record's fields, `article`, `published`, `story`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct FigureRow<'a> {
    /// Where the bulletin came from.
    pub document: &'a str,
    /// The article's heading.
    pub heading: Option<&'a str>,
    /// The figure.
    #[serde(flatten)]
    pub figure: &'a FigureRecord<'a>,
    /// The article's index in its bulletin, from 0.
    pub article: usize,
    /// The day the bulletin came out.
    pub published: Option<Date>,
    /// The number of the article's story.
    pub story: Option<i64>,
}

impl Table for Figures {
    const NAME: &'static str = "figures";

    const COLUMNS: &'static [Column<Self>] = columns! {
        document: stated Text, "Where the bulletin came from.", |row| Some(row.document);
        article: stated Count, "The article's index in its bulletin, from 0.", |row| count(row.article);
        heading: optional Text, "The article's heading; empty for a lead.", |row| row.heading;
        text: stated Text, "The bare figure with its sign and scale.", |row| Some(row.figure.text);
        start: stated Count, "The figure's first code point in the bulletin's text.", |row| count(row.figure.start);
        end: stated Count, "One past the figure's last code point.", |row| count(row.figure.end);
        phrase: stated Text, "The figure with the words of its qualifier and rate.", |row| Some(row.figure.phrase);
        currency: optional Text, "ISO 4217 code; empty where the text leaves it open.",
            |row| row.figure.currency.as_ref().map(CurrencyCode::as_str);
        amount: stated Amount, "The stated amount in major units, exact; a range's low end.",
            |row| Some(row.figure.amount);
        upper: optional Amount, "A range's high end.", |row| row.figure.upper;
        qualifier: stated Text, "How the amount is bounded or hedged.", |row| Some(row.figure.qualifier.as_str());
        per: optional Text, "The unit of a rate.", |row| row.figure.per;
        change: optional Text, "Whether it is the size of a change or one of its ends; empty for a level.",
            |row| row.figure.change.map(Change::as_str);
        topic: optional Text, "What the money is.", |row| row.figure.topic.map(Topic::as_str);
        periods: stated Texts, "The times that the money is for.",
            |row| row.figure.periods.iter().map(String::as_str).collect();
        organisations: stated Texts, "Who has, pays, receives or owes it, by the longest form of the name.",
            |row| row.figure.organisations.iter().map(AsRef::as_ref).collect();
        sentence: stated Text, "The sentence that the figure stands in.", |row| Some(row.figure.sentence);
        rule: stated Text, "The rule of the grammar that read it.", |row| Some(row.figure.rule.as_str());
        published: optional Day, "The day the bulletin came out, where known.", |row| row.published;
        story: optional Count, "The number of the story; articles that tell the same one share it.", |row| row.story;
        topic_cue: optional Text, "The words that the topic rests on.", |row| cues(row.figure, "topic").next();
        change_cue: optional Text, "The words that the change rests on.", |row| cues(row.figure, "change").next();
        per_cue: optional Text, "The words that the rate rests on.", |row| cues(row.figure, "per").next();
        period_cues: stated Texts, "The words that each of the periods rests on, in their order.",
            |row| cues(row.figure, "period").collect();
        organisation_cues: stated Texts, "The words that stand for each of the organisations, in their order.",
            |row| cues(row.figure, "organisation").collect();
    };

    type Row<'a> = FigureRow<'a>;

    fn rows<'a>(source: impl Into<Source<'a>>, record: &'a BulletinRecord<'a>) -> impl Iterator<Item = FigureRow<'a>> {
        let source = source.into();
        record.articles.iter().enumerate().flat_map(move |(index, article)| {
            article.figures.iter().map(move |figure| FigureRow {
                document: source.document,
                heading: article.heading,
                figure,
                article: index,
                published: record.published,
                story: source.story(index),
            })
        })
    }
}

/// The words that readings of one sort rest on.
fn cues<'a>(figure: &'a FigureRecord<'a>, reading: &'static str) -> impl Iterator<Item = &'a str> {
    figure.cues.iter().filter(move |cue| cue.reading == reading).map(|cue| cue.text)
}
