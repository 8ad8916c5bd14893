//! Blocks: lines that belong together, as a paragraph, a heading or an item does.

use crate::span::Span;
use crate::text::lines::{Line, lines};

/// Wider lines than this are paragraphs of their own; narrower ones may be one paragraph, wrapped.
const WIDEST_WRAP: usize = 120;

/// A paragraph, heading or item: one line, or several of one wrapped paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// From the first word to the last.
    pub(super) words: Span,
    /// How many lines it takes.
    pub(super) lines: usize,
    /// How many blank lines stand before it.
    pub(super) blanks: usize,
    /// White space before its first line, in bytes.
    pub(super) indent: usize,
}

impl Block {
    /// Its words.
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        self.words.of(text)
    }
}

/// The blocks of `text`, in order.
///
/// A line goes on a paragraph if its first word would not have fitted on the line before: that is what wrapping is.
/// The width is the longest line's, where no line is longer than mail is wrapped at.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let width = lines(text).map(|line| line.words.len()).max().unwrap_or_default();
    let mut blocks: Vec<Block> = Vec::new();
    let mut blanks = 0;
    let mut above: Option<Line> = None;
    for line in lines(text) {
        if line.words.is_empty() {
            blanks += 1;
            above = None;
            continue;
        }
        let wrapped = above.is_some_and(|above| wraps(text, above, line, width));
        match blocks.last_mut().filter(|_| wrapped) {
            Some(block) => {
                block.words = block.words.cover(line.words);
                block.lines += 1;
            }
            None => blocks.push(Block { words: line.words, lines: 1, blanks, indent: line.indent }),
        }
        blanks = 0;
        above = Some(line);
    }
    blocks
}

/// Whether the break between two lines only wraps a paragraph.
fn wraps(text: &str, above: Line, below: Line, width: usize) -> bool {
    let words = below.words.of(text);
    let marked = words.starts_with(['#', '•', '*']) || words.starts_with("- ");
    // Bytes stand for columns: curly quotes count thrice, so the widest line may be wider than it looks.
    let slack = width / 12;
    let first_word = words.split(char::is_whitespace).next().map_or(0, str::len);
    width <= WIDEST_WRAP && !marked && above.words.len() + 1 + first_word + slack > width
}
