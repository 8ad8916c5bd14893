//! The table of organisations: a row for each mention of one.

use bulletin::record::{BulletinRecord, MentionRecord};

use crate::table::{Column, Table, columns};

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
}

impl Table for Organisations {
    const NAME: &'static str = "organisations";

    const COLUMNS: &'static [Column<Self>] = columns! {
        document: stated Text, "Where the bulletin came from.", |row| Some(row.document);
        article: stated Count, "The article's index in its bulletin, from 0.", |row| row.article;
        heading: optional Text, "The article's heading; empty for a lead.", |row| row.heading;
        text: stated Text, "The words that name it.", |row| Some(row.mention.text);
        start: stated Count, "Their first code point in the bulletin's text.", |row| row.mention.start;
        end: stated Count, "One past their last code point.", |row| row.mention.end;
        kind: stated Text, "What sort of organisation it is.", |row| Some(row.mention.kind.as_str());
        name: stated Text, "The longest form of its name that the text has.", |row| Some(row.mention.name);
    };

    type Row<'a> = MentionRow<'a>;

    fn rows<'a>(document: &'a str, record: &'a BulletinRecord<'a>) -> impl Iterator<Item = MentionRow<'a>> {
        record.articles.iter().enumerate().flat_map(move |(index, article)| {
            let heading = article.heading;
            article.organisations.iter().map(move |mention| MentionRow { document, article: index, heading, mention })
        })
    }
}
