//! The table of articles: a row for each story.

use bulletin::record::{ArticleRecord, BulletinRecord};

use crate::source::Source;
use crate::table::{Column, Table, columns, count};

/// The table of articles: a row for each story. `document` and `article` join it to the other tables.
#[derive(Debug, Clone, Copy)]
pub struct Articles;

/// An article, with the bulletin that it stands in.
#[derive(Debug, Clone, Copy)]
pub struct ArticleRow<'a> {
    /// Where the bulletin came from.
    pub document: &'a str,
    /// The bulletin.
    pub bulletin: &'a BulletinRecord<'a>,
    /// The article's index in its bulletin, from 0.
    pub index: usize,
    /// The article.
    pub article: &'a ArticleRecord<'a>,
    /// The number of its story.
    pub story: Option<i64>,
}

impl Table for Articles {
    const NAME: &'static str = "articles";

    const COLUMNS: &'static [Column<Self>] = columns! {
        document: stated Text, "Where the bulletin came from.", |row| Some(row.document);
        kind: stated Text, "What sort of bulletin it is.", |row| Some(row.bulletin.kind.as_str());
        tagline: optional Text, "The standing line at the bulletin's top.", |row| row.bulletin.tagline;
        published: optional Day, "The day the bulletin came out, where known.", |row| row.bulletin.published;
        article: stated Count, "The article's index in its bulletin, from 0.", |row| count(row.index);
        role: stated Text, "The part it plays in the bulletin.", |row| Some(row.article.role.as_str());
        heading: optional Text, "The heading's words; empty for a lead.", |row| row.article.heading;
        start: stated Count, "Its first code point in the bulletin's text.", |row| count(row.article.start);
        end: stated Count, "One past its last code point.", |row| count(row.article.end);
        start_line: stated Count, "The heading's line, or the body's first; from 1.",
            |row| count(row.article.start_line);
        end_line: stated Count, "The last line that is not blank; from 1.", |row| count(row.article.end_line);
        label: optional Text, "The section or topic that it is filed under.", |row| row.article.label;
        story: optional Count, "The number of its story; articles that tell the same one share it.", |row| row.story;
        figures: stated Count, "How many figures it has.", |row| count(row.article.figures.len());
        organisations: stated Count, "How many mentions of organisations it has.",
            |row| count(row.article.organisations.len());
    };

    type Row<'a> = ArticleRow<'a>;

    fn rows<'a>(
        source: impl Into<Source<'a>>,
        bulletin: &'a BulletinRecord<'a>,
    ) -> impl Iterator<Item = ArticleRow<'a>> {
        let source = source.into();
        let articles = bulletin.articles.iter().enumerate();
        articles.map(move |(index, article)| ArticleRow {
            document: source.document,
            bulletin,
            index,
            article,
            story: source.story(index),
        })
    }
}
