//! Tables: those that lay out a page, and those of data.

use super::builder::{Block, Kind};

/// A table that is open.
#[derive(Debug)]
pub(super) struct Table {
    /// How many blocks came before it.
    first: usize,
    row: usize,
    column: usize,
    has_head: bool,
    /// Another table stands in it, so it lays out the page.
    pub(super) has_inner: bool,
}

/// A cell of data is at most so long, in bytes.
const LONGEST_CELL: usize = 80;

impl Table {
    pub(super) fn starting_at(first: usize) -> Self {
        Self { first, row: 0, column: 0, has_head: false, has_inner: false }
    }

    pub(super) fn start_row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    pub(super) fn start_cell(&mut self, head: bool) {
        self.column += 1;
        self.has_head |= head;
    }

    /// The row and the column that are being read, from 1.
    pub(super) fn cell(&self) -> (usize, usize) {
        (self.row, self.column)
    }

    /// Ends the table: of one of data, all cells become one block.
    pub(super) fn end(self, text: &mut String, blocks: &mut Vec<Block>) {
        let Some(cells) = blocks.get(self.first..).filter(|cells| self.is_data(text, cells)) else { return };
        let start = text.len();
        let mut rows = String::new();
        let mut at = (cells[0].cell.0, 1);
        for cell in cells {
            if cell.cell.0 != at.0 {
                rows.push('\n');
                at = (cell.cell.0, 1);
            }
            // An empty cell keeps its place, so that the columns stay true.
            for _ in at.1..cell.cell.1 {
                rows.push_str(" | ");
            }
            at.1 = cell.cell.1;
            rows.push_str(&text[cell.words.clone()].replace('\n', " "));
        }
        let (bold, size) = (false, cells.iter().map(|cell| cell.size).fold(f32::MAX, f32::min));
        let cell = (0, 0);
        text.push_str(&rows);
        blocks.truncate(self.first);
        blocks.push(Block { words: start..text.len(), kind: Kind::Rows, bold, size, cell });
    }

    /// Whether this is a table of data: rows of short cells, with a head or with numbers.
    fn is_data(&self, text: &str, cells: &[Block]) -> bool {
        let plain = |cell: &Block| cell.kind == Kind::Plain && cell.cell.1 > 0 && cell.words.len() <= LONGEST_CELL;
        if self.has_inner || !cells.iter().all(plain) || cells.windows(2).any(|pair| pair[0].cell >= pair[1].cell) {
            return false;
        }
        let rows: Vec<&[Block]> = cells.chunk_by(|one, next| one.cell.0 == next.cell.0).collect();
        let wide = rows.iter().filter(|row| row.len() > 1).count();
        let figures =
            rows.iter().filter(|row| row[1..].iter().any(|cell| is_figure(&text[cell.words.clone()]))).count();
        wide > 1 && (self.has_head || figures * 2 >= wide)
    }
}

/// figure = [ sign ] , [ currency ] , digit , … ;
fn is_figure(cell: &str) -> bool {
    cell.trim_start_matches(['+', '-', '−', '–', '(', '£', '$', '€', '<', '>', '~'])
        .starts_with(|c: char| c.is_ascii_digit())
}
