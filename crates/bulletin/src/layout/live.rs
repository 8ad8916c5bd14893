//! Live blogs: each time stamp opens an entry, and what stands in an entry is no heading unless it is marked.

use super::block::{Block, Mark};
use super::heading::word_count;
use super::part::{Part, Reader, Verdict};

/// The longest heading of an entry, in bytes; longer lines are entries of one sentence.
const LONGEST: usize = 70;

/// The part of a block of a live page whose first stamp stands at block `first`.
pub(super) fn part(reader: &Reader, at: usize, first: usize) -> Verdict {
    let block = &reader.blocks[at];
    let over_stamp = reader.blocks.get(at + 1).is_some_and(|next| next.mark == Mark::Stamp);
    let part = match block.mark {
        Mark::Stamp => stamped(reader, at),
        // A marked heading may stand over its entry's stamp.
        Mark::Heading(_) if over_stamp && at > 0 => return Verdict::Demotes(Part::Heading, Part::Body),
        Mark::Heading(_) if over_stamp => Part::Frame,
        Mark::Heading(_) => Part::Heading,
        _ if at < first => before_entries(reader, at, over_stamp),
        _ if is_headed(reader, at) => Part::Heading,
        _ => Part::Body,
    };
    Verdict::Is(part)
}

/// stamped-line = stamp , [ heading | text ] ;
fn stamped(reader: &Reader, at: usize) -> Part {
    let block = &reader.blocks[at];
    let next_is_text = reader.below().is_some_and(|(next, part)| part == Part::Body && next.mark != Mark::Stamp);
    let below_is_heading = reader.blocks.get(at + 1).is_some_and(|next| is_text(next) && !next_is_text);
    if block.title.is_empty() && below_is_heading && reader.below().is_some_and(|(_, part)| part == Part::Heading) {
        return Part::Frame;
    }
    let heads = block.brief && block.title.len() <= LONGEST && next_is_text && reader.stands_over_text(at);
    if heads { Part::Heading } else { Part::Opening }
}

/// Whether a line right below a lone stamp is the entry's heading.
fn is_headed(reader: &Reader, at: usize) -> bool {
    let block = &reader.blocks[at];
    let lone = at.checked_sub(1).map(|before| &reader.blocks[before]);
    let lone = lone.is_some_and(|before| before.mark == Mark::Stamp && before.title.is_empty());
    let over_text = reader.below().is_some_and(|(_, part)| part == Part::Body) && reader.stands_over_text(at);
    lone && block.brief && block.title.len() <= LONGEST && over_text
}

/// The headline, the standfirst, or the bare title of the page.
fn before_entries(reader: &Reader, at: usize, over_stamp: bool) -> Part {
    let block = &reader.blocks[at];
    if block.brief && over_stamp && word_count(block.title.of(reader.text)) <= 5 {
        return Part::Frame;
    }
    if block.brief && !over_stamp && reader.stands_over_text(at) { Part::Heading } else { Part::Body }
}

fn is_text(block: &Block) -> bool {
    block.mark != Mark::Stamp
}
