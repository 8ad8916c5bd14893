//! Cells in columns that stand under one another and fit a width.

use std::fmt::Write as _;
use std::io;

use anstyle::Style;

use crate::printable::{columns_of, wrap};

/// A column of a grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    title: &'static str,
    is_right: bool,
    /// How narrow it can be made by breaking its cells into lines.
    least: Option<usize>,
}

impl Column {
    pub(super) const fn left(title: &'static str) -> Self {
        Column { title, is_right: false, least: None }
    }

    pub(super) const fn right(title: &'static str) -> Self {
        Column { title, is_right: true, least: None }
    }

    /// A column whose cells may be broken into lines of no less than `least` where the grid is too wide.
    pub(super) const fn shrinking(title: &'static str, least: usize) -> Self {
        Column { title, is_right: false, least: Some(least) }
    }
}

/// What stands in one column of one row.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    pub(super) fn new(text: String, style: Style) -> Self {
        Cell { text, style }
    }

    pub(super) fn plain(text: String) -> Self {
        Cell::new(text, Style::new())
    }

    pub(super) fn unstyled(self) -> Self {
        Cell::plain(self.text)
    }
}

/// Columns with their widths.
pub(super) struct Grid {
    columns: Vec<(Column, usize)>,
}

/// What stands between two columns.
const GAP: &str = "  ";

/// No cell is broken into more lines.
const MOST_LINES: usize = 4;

impl Grid {
    /// The grid that is as wide as its rows, or no wider than `limit` as far as its columns can shrink.
    pub(super) fn new(columns: Vec<Column>, rows: impl Iterator<Item = Vec<Cell>>, limit: Option<usize>) -> Self {
        let mut widths: Vec<usize> = columns.iter().map(|column| column.title.len()).collect();
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                let widest = cell.text.lines().map(|line| columns_of(line.chars())).max().unwrap_or(0);
                *width = widest.max(*width);
            }
        }
        let mut columns: Vec<(Column, usize)> = columns.into_iter().zip(widths).collect();
        let mut excess = limit.map_or(0, |limit| total(&columns).saturating_sub(limit));
        while excess > 0 {
            let can_shrink = |column: &Column, width: usize| column.least.is_some_and(|least| width > least);
            let shrinking = columns.iter_mut().filter(|(column, width)| can_shrink(column, *width));
            let Some((_, width)) = shrinking.max_by_key(|(_, width)| *width) else { break };
            *width -= 1;
            excess -= 1;
        }
        Grid { columns }
    }

    /// How wide the whole is.
    pub(super) fn width(&self) -> usize {
        total(&self.columns)
    }

    /// Writes the columns' titles.
    pub(super) fn header(&self, indent: &str, style: Style, writer: &mut impl io::Write) -> io::Result<()> {
        let titles = self.columns.iter().map(|(column, _)| Cell::new(column.title.to_owned(), style)).collect();
        self.row(indent, titles, writer)
    }

    /// Writes a row, on as many lines as its cells need.
    pub(super) fn row(&self, indent: &str, row: Vec<Cell>, writer: &mut impl io::Write) -> io::Result<()> {
        let cells: Vec<(Vec<String>, Style)> = (row.into_iter().zip(&self.columns))
            .map(|(cell, (column, width))| (lines(&cell.text, *width, column.least.is_some()), cell.style))
            .collect();
        let height = cells.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
        for line in 0..height {
            let mut output = indent.to_owned();
            // White space is held back until something follows it, so that no line ends in it.
            let mut held = 0;
            for ((lines, style), (column, width)) in cells.iter().zip(&self.columns) {
                let text = lines.get(line).map_or("", |line| line.trim_end());
                let padding = width.saturating_sub(columns_of(text.chars()));
                let (before, after) = if column.is_right { (padding, 0) } else { (0, padding) };
                held += before;
                if !text.is_empty() {
                    output.extend(std::iter::repeat_n(' ', std::mem::take(&mut held)));
                    // Writing to a string cannot fail.
                    let _ = write!(output, "{style}{text}{style:#}");
                }
                held += after + GAP.len();
            }
            writeln!(writer, "{output}")?;
        }
        Ok(())
    }
}

fn total(columns: &[(Column, usize)]) -> usize {
    columns.iter().map(|(_, width)| width).sum::<usize>() + GAP.len() * columns.len().saturating_sub(1)
}

/// The lines of a cell; what is beyond the last is told by an ellipsis. One that can't be broken brings its own.
fn lines(text: &str, width: usize, can_break: bool) -> Vec<String> {
    if !can_break {
        return text.lines().map(str::to_owned).collect();
    }
    let characters: Vec<char> = text.chars().collect();
    let ranges = wrap(&characters, width);
    let is_cut = ranges.len() > MOST_LINES;
    let mut lines: Vec<String> =
        (ranges.into_iter().take(MOST_LINES)).map(|range| characters[range].iter().collect()).collect();
    if let Some(last) = lines.last_mut().filter(|_| is_cut) {
        while columns_of(last.chars()) >= width && last.pop().is_some() {}
        last.push('…');
    }
    lines
}
