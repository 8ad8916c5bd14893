//! A table of figures for people: grouped under documents and headings, or flat with one line a figure.

mod amount;
mod grid;

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use bulletin::Bulletin;
use bulletin::model::Qualifier;
use bulletin::record::{BulletinRecord, FigureRecord};
use memchr::memchr_iter;

use crate::printable::{printable, wrap};
use amount::{Alignment, Amount};
use grid::{Cell, Column, Grid};

/// How a listing is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Documents and headings stand over their figures; nothing is wider than so many columns of a terminal.
    Grouped(usize),
    /// Each figure is one line with its place and heading, as wide as it needs: for pipes and files.
    Flat,
}

/// A table of figures for people. It is aligned as a whole, so that all of it is held until [`Listing::finish`].
///
/// Grouped, it has styles as ANSI escapes, which a caller strips where they are not wanted.
#[derive(Debug)]
pub struct Listing {
    layout: Layout,
    documents: Vec<Document>,
}

#[derive(Debug)]
struct Document {
    name: String,
    articles: Vec<Article>,
}

#[derive(Debug)]
struct Article {
    heading: Option<String>,
    figures: Vec<Figure>,
}

#[derive(Debug)]
struct Figure {
    line: usize,
    phrase: String,
    amount: Amount,
    qualifier: Qualifier,
    topic: String,
    periods: String,
    organisations: String,
}

impl Listing {
    /// An empty listing.
    #[must_use]
    pub fn new(layout: Layout) -> Self {
        Listing { layout, documents: Vec::new() }
    }

    /// Adds the figures of a bulletin, with its record; `document` says where it came from.
    pub fn add(&mut self, document: &str, bulletin: &Bulletin, record: &BulletinRecord<'_>) {
        let mut lines = Lines { text: bulletin.text.as_bytes(), at: 0, line: 1 };
        let articles = bulletin.articles.iter().zip(&record.articles).map(|(article, record)| Article {
            heading: record.heading.map(printable),
            figures: (article.figures.iter().zip(&record.figures))
                .map(|(figure, record)| Figure::new(record, lines.line(figure.span.start())))
                .collect(),
        });
        let articles = articles.filter(|article| !article.figures.is_empty()).collect();
        self.documents.push(Document { name: printable(document), articles });
    }

    /// Writes the listing.
    ///
    /// # Errors
    ///
    /// Where `writer` fails.
    pub fn finish(self, writer: &mut impl Write) -> io::Result<()> {
        match self.layout {
            Layout::Grouped(width) => self.grouped(width, writer),
            Layout::Flat => self.flat(writer),
        }
    }

    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.documents.iter().flat_map(|document| &document.articles).flat_map(|article| &article.figures)
    }

    fn amounts(&self) -> impl Iterator<Item = &Amount> {
        self.figures().map(|figure| &figure.amount)
    }

    fn grouped(&self, width: usize, writer: &mut impl Write) -> io::Result<()> {
        let sheet = Sheet::fitting(width, self);
        if self.figures().next().is_some() {
            sheet.grid.header(INDENT, DIM, writer)?;
        }
        for document in self.documents.iter().filter(|document| !document.articles.is_empty()) {
            writeln!(writer, "\n{BOLD}{}{BOLD:#}", document.name)?;
            for (index, article) in document.articles.iter().enumerate() {
                if index > 0 {
                    writeln!(writer)?;
                }
                if let Some(heading) = &article.heading {
                    writeln!(writer, "{INDENT}{HEADING}{heading}{HEADING:#}")?;
                }
                sheet.rows(&article.figures, writer)?;
            }
        }
        let figures = counted(self.figures().count(), "figure");
        writeln!(writer, "\n{DIM}{figures} in {}{DIM:#}", counted(self.documents.len(), "bulletin"))
    }

    fn flat(&self, writer: &mut impl Write) -> io::Result<()> {
        let alignment = Alignment::new(self.amounts(), false);
        let columns = [Column::left("document:line"), Column::left("phrase")].into_iter().chain(READINGS);
        let columns = columns.chain([Column::left("heading")]).collect();
        let rows: Vec<_> = (self.documents.iter())
            .flat_map(|document| document.articles.iter().map(move |article| (document, article)))
            .flat_map(|(document, article)| article.figures.iter().map(move |figure| (document, article, figure)))
            .map(|(document, article, figure)| {
                [format!("{}:{}", document.name, figure.line), figure.phrase.clone()]
                    .into_iter()
                    .map(Cell::plain)
                    .chain(figure.readings(&alignment).map(Cell::unstyled))
                    .chain([Cell::plain(article.heading.clone().unwrap_or_default())])
                    .collect::<Vec<_>>()
            })
            .collect();
        let grid = Grid::new(columns, rows.iter().cloned(), None);
        grid.header("", Style::new(), writer)?;
        rows.into_iter().try_for_each(|row| grid.row("", row, writer))
    }
}

/// A grouped listing's grid. Where that is too narrow, organisations stand over their figures, and the ends of a range
/// under one another.
struct Sheet {
    grid: Grid,
    alignment: Alignment,
    /// The columns of the terminal, where organisations stand over their figures.
    over: Option<usize>,
}

const INDENT: &str = "  ";
const LINE: Column = Column::right("line");
const PHRASE: Column = Column::shrinking("phrase", 14);
/// What stands before the phrase: indent, line and gap.
const BEFORE_PHRASE: &str = "        ";

impl Sheet {
    fn fitting(width: usize, listing: &Listing) -> Self {
        let limit = width.saturating_sub(INDENT.len());
        let sheet = |readings: &[Column], over: Option<usize>| {
            let alignment = Alignment::new(listing.amounts(), over.is_some());
            let rows = listing.figures().map(|figure| Sheet::cells(figure, &alignment));
            let columns = [LINE, PHRASE].iter().chain(readings).copied().collect();
            Sheet { grid: Grid::new(columns, rows, Some(limit)), alignment, over }
        };
        let whole = sheet(&READINGS, None);
        if whole.grid.width() <= limit { whole } else { sheet(&READINGS[..READINGS.len() - 1], Some(width)) }
    }

    fn cells(figure: &Figure, alignment: &Alignment) -> Vec<Cell> {
        let first = [Cell::new(figure.line.to_string(), DIM), Cell::plain(figure.phrase.clone())];
        first.into_iter().chain(figure.readings(alignment)).collect()
    }

    /// Writes the figures of one article.
    fn rows(&self, figures: &[Figure], writer: &mut impl Write) -> io::Result<()> {
        for (index, run) in figures.chunk_by(|one, other| one.organisations == other.organisations).enumerate() {
            if let (Some(width), Some(figure)) = (self.over, run.first()) {
                let is_first_without = index == 0 && figure.organisations.is_empty();
                if !is_first_without {
                    Sheet::organisations(&figure.organisations, width, writer)?;
                }
            }
            let mut rows = run.iter().map(|figure| Sheet::cells(figure, &self.alignment));
            rows.try_for_each(|cells| self.grid.row(INDENT, cells, writer))?;
        }
        Ok(())
    }

    fn organisations(names: &str, width: usize, writer: &mut impl Write) -> io::Result<()> {
        let characters: Vec<char> = if names.is_empty() { vec!['–'] } else { names.chars().collect() };
        wrap(&characters, width.saturating_sub(BEFORE_PHRASE.len())).into_iter().try_for_each(|range| {
            let line: String = characters[range].iter().collect();
            writeln!(writer, "{BEFORE_PHRASE}{DIM}{line}{DIM:#}")
        })
    }
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const HEADING: Style = AnsiColor::Cyan.on_default();
/// Of what is not surely known.
const DOUBT: Style = AnsiColor::Yellow.on_default();

/// The columns that both layouts have, in the order of [`Figure::readings`].
const READINGS: [Column; 5] = [
    Column::right("amount"),
    Column::left("qualifier"),
    Column::shrinking("topic", 10),
    Column::shrinking("periods", 9),
    Column::shrinking("organisations", 24),
];

impl Figure {
    fn new(record: &FigureRecord<'_>, line: usize) -> Self {
        let change = record.change.map(|change| format!(" ({change})")).unwrap_or_default();
        let topic = record.topic.map(|topic| topic.to_string()).unwrap_or_default();
        Figure {
            line,
            phrase: printable(record.phrase),
            amount: Amount::new(record),
            qualifier: record.qualifier,
            topic: (topic + &change).trim_start().to_owned(),
            periods: record.periods.join(", "),
            organisations: record.organisations.iter().map(|name| printable(name)).collect::<Vec<_>>().join("; "),
        }
    }

    fn readings(&self, alignment: &Alignment) -> impl Iterator<Item = Cell> {
        let hedged = if self.qualifier == Qualifier::Exact { DIM } else { DOUBT };
        let amount = if self.amount.is_open() { DOUBT } else { Style::new() };
        [
            Cell::new(alignment.align(&self.amount), amount),
            Cell::new(self.qualifier.to_string(), hedged),
            Cell::plain(self.topic.clone()),
            Cell::plain(self.periods.clone()),
            Cell::plain(self.organisations.clone()),
        ]
        .into_iter()
    }
}

/// Lines by byte offset, for offsets that rarely go back.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line, from 1, of the byte at `offset`.
    fn line(&mut self, offset: usize) -> usize {
        if offset < self.at {
            (self.at, self.line) = (0, 1);
        }
        let between = self.text.get(self.at..offset).unwrap_or_default();
        self.line += memchr_iter(b'\n', between).count();
        self.at = offset;
        self.line
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
