//! The table of organisations: a row for each mention of one.

use bulletin::model::OdsCode;
use bulletin::record::{BulletinRecord, MentionRecord};
use jiff::civil::Date;

use crate::source::Source;
use crate::table::{Column, Table, columns, count};

/// The table of organisations: a row for each mention of one.
#[derive(Debug, Clone, Copy)]
pub struct Organisations;

/// A mention, with the document and article that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct MentionRow<'a> {
    /// Where the bulletin came from.
    pub document: &'a str,
    /// The article's index in its bulletin, from 0.
    pub article: usize,
    /// The article's heading.
    pub heading: Option<&'a str>,
    /// The mention.
    pub mention: &'a MentionRecord<'a>,
    /// The day the bulletin came out.
    pub published: Option<Date>,
    /// The number of the article's story.
    pub story: Option<i64>,
}

impl Table for Organisations {
    const NAME: &'static str = "organisations";

    const COLUMNS: &'static [Column<Self>] = columns! {
        document: stated Text, "Where the bulletin came from.", |row| Some(row.document);
        article: stated Count, "The article's index in its bulletin, from 0.", |row| count(row.article);
        heading: optional Text, "The article's heading; empty for a lead.", |row| row.heading;
        text: stated Text, "The words that name it.", |row| Some(row.mention.text);
        start: stated Count, "Their first code point in the bulletin's text.", |row| count(row.mention.start);
        end: stated Count, "One past their last code point.", |row| count(row.mention.end);
        kind: stated Text, "What sort of organisation it is.", |row| Some(row.mention.kind.as_str());
        name: stated Text, "The longest form of its name that the text has.", |row| Some(&row.mention.name);
        published: optional Day, "The day the bulletin came out, where known.", |row| row.published;
        story: optional Count, "The number of the story; articles that tell the same one share it.", |row| row.story;
        code: optional Text, "Its ODS code, where a register was given that has it.",
            |row| row.mention.code.as_ref().map(OdsCode::as_str);
    };

    type Row<'a> = MentionRow<'a>;

    fn rows<'a>(source: impl Into<Source<'a>>, record: &'a BulletinRecord<'a>) -> impl Iterator<Item = MentionRow<'a>> {
        let source = source.into();
        record.articles.iter().enumerate().flat_map(move |(index, article)| {
            article.organisations.iter().map(move |mention| MentionRow {
                document: source.document,
                article: index,
                heading: article.heading,
                mention,
                published: record.published,
                story: source.story(index),
            })
        })
    }
}
