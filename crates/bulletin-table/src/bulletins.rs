//! The table of bulletins: a row for each document.

use bulletin::record::BulletinRecord;

use crate::source::Source;
use crate::table::{Column, Table, columns, count};

/// The table of bulletins: a row for each document, with where it came from. `document` joins it to the other tables.
#[derive(Debug, Clone, Copy)]
pub struct Bulletins;

/// A bulletin, with where it came from.
#[derive(Debug, Clone, Copy)]
pub struct BulletinRow<'a> {
    /// Where it came from.
    pub source: Source<'a>,
    /// The bulletin.
    pub bulletin: &'a BulletinRecord<'a>,
}

impl Table for Bulletins {
    const NAME: &'static str = "bulletins";

    const COLUMNS: &'static [Column<Self>] = columns! {
        document: stated Text, "Where the bulletin came from: what the other tables call it.",
            |row| Some(row.source.document);
        path: stated Text, "The file, and what is inside it: a.zip/b.txt.", |row| Some(row.source.path);
        position: stated Count, "Where the message starts in its mailbox, in bytes; else 0.",
            |row| i64::try_from(row.source.position).ok();
        message_id: optional Text, "The message's own identity.", |row| row.source.message_id;
        subject: optional Text, "The subject of a message, the title of a page.", |row| row.source.subject;
        sender: optional Text, "Who sent the message.", |row| row.source.sender;
        published: optional Day, "The day the bulletin came out, where known.", |row| row.bulletin.published;
        kind: stated Text, "What sort of bulletin it is.", |row| Some(row.bulletin.kind.as_str());
        tagline: optional Text, "The standing line at its top.", |row| row.bulletin.tagline;
        articles: stated Count, "How many articles it has.", |row| count(row.bulletin.articles.len());
        figures: stated Count, "How many figures its articles have.",
            |row| count(row.bulletin.articles.iter().map(|article| article.figures.len()).sum());
        organisations: stated Count, "How many mentions of organisations its articles have.",
            |row| count(row.bulletin.articles.iter().map(|article| article.organisations.len()).sum());
        warnings: stated Texts, "What had to be mended or left out to read it.", |row| row.warnings();
    };

    type Row<'a> = BulletinRow<'a>;

    fn rows<'a>(
        source: impl Into<Source<'a>>,
        bulletin: &'a BulletinRecord<'a>,
    ) -> impl Iterator<Item = BulletinRow<'a>> {
        std::iter::once(BulletinRow { source: source.into(), bulletin })
    }
}

impl<'a> BulletinRow<'a> {
    fn warnings(&self) -> Vec<&'a str> {
        let mended = self.source.warnings.iter().map(String::as_str);
        mended.chain(self.bulletin.warnings.iter().map(|warning| warning.message)).collect()
    }
}
