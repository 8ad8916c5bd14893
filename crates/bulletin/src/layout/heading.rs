//! Headings: known by how they stand, not by their words.

use super::block::Block;
use crate::span::Span;

/// The longest heading, in characters: of a headline set apart from its teaser, and of a heading in a column of text.
const LONGEST: (usize, usize) = (110, 80);
/// The longest question that is a heading in a column of text; a longer one is a paragraph that asks.
const LONGEST_QUESTION: usize = 60;

/// For each block, the heading's words if it is one.
///
/// A heading is a short line without a full stop that is followed by something longer which is no heading itself; so
/// it is decided from the end backwards. A line marked "##" is one whatever follows.
pub(super) fn headings(text: &str, blocks: &[Block]) -> Vec<Option<Span>> {
    let mut headings = vec![None; blocks.len()];
    let mut below: Option<(&Block, bool)> = None;
    for (block, heading) in blocks.iter().zip(headings.iter_mut()).rev() {
        *heading = marked(text, block).or_else(|| {
            let (next, next_is_heading) = below?;
            let stands = !next_is_heading && looks_like_heading(text, block) && introduces(text, block, next);
            stands.then_some(block.words)
        });
        below = Some((block, heading.is_some()));
    }
    headings
}

/// marked = "#" , { "#" } , space , words ;
fn marked(text: &str, block: &Block) -> Option<Span> {
    let words = block.of(text);
    let rest = words.trim_start_matches('#');
    let level = words.len() - rest.len();
    let heading = rest.strip_prefix(' ')?.trim_matches([' ', '\u{a0}', '#']);
    let start = block.words.start() + (heading.as_ptr() as usize - words.as_ptr() as usize);
    ((1..=6).contains(&level) && !heading.is_empty()).then(|| Span::at(start, heading.len()))
}

/// Whether a block could be a heading by its own look: one short line, no stop, not an item or a lead-in.
pub(super) fn looks_like_heading(text: &str, block: &Block) -> bool {
    let words = block.of(text);
    let bare = words.trim_end_matches(['”', '’', '"', '\'', ')']);
    let stop = bare.ends_with(['.', ',', ':', ';']) && !bare.ends_with("...");
    let item = words.starts_with(['•', '*', '|']) || words.starts_with("- ");
    let small = words.starts_with(|c: char| c.is_lowercase());
    block.lines == 1 && !stop && !item && !small && length(words) <= LONGEST.0
}

/// Whether what follows a heading-like block is what a heading stands over: text that is longer, or ends as a sentence.
fn introduces(text: &str, block: &Block, next: &Block) -> bool {
    let apart = next.blanks > block.blanks.max(1) || block.indent > 0;
    let words = block.of(text);
    let longest = match (apart, words.ends_with('?')) {
        (true, _) => LONGEST.0,
        (false, true) => LONGEST_QUESTION,
        (false, false) => LONGEST.1,
    };
    let sentence = next.of(text).ends_with(['.', '”', '"', '…', '?', '!']);
    let longer = next.words.len() > block.words.len() || (sentence && !looks_like_heading(text, next));
    longer && length(words) <= longest
}

/// Characters, counted no further than it matters.
fn length(words: &str) -> usize {
    words.chars().take(LONGEST.0 + 1).count()
}
