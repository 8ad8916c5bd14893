//! The part that each block plays: heading, body, label or frame.

use super::article::is_roundup;
use super::block::{Block, Mark};
use super::heading::{introduces, word_count};
use super::page::Page;
use super::{live, noise};

/// The part a block plays on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Begins an article, with its title as the heading.
    Heading,
    /// Begins an article that has no heading.
    Opening,
    /// Goes on an article.
    Body,
    /// Names the section of the article below.
    Label,
    /// Belongs to no article.
    Frame,
}

/// The part of each block.
///
/// A heading is a short line without a stop that is followed by something longer which is no heading itself; so it is
/// decided from the end backwards.
pub(super) fn parts(text: &str, blocks: &[Block], page: &Page) -> Vec<Part> {
    let mut reader = Reader { text, blocks, page, parts: vec![Part::Body; blocks.len()], below: None };
    let first_stamp = blocks.iter().position(|block| block.mark == Mark::Stamp).filter(|_| page.live);
    for at in (0..blocks.len()).rev() {
        let part = match first_stamp {
            Some(first) => live::part(&reader, at, first),
            None => reader.part(at),
        };
        let part = match part {
            Verdict::Is(part) => part,
            Verdict::Demotes(part, below) => {
                if let Some(next) = reader.below {
                    reader.parts[next] = below;
                }
                part
            }
        };
        reader.parts[at] = part;
        if !matches!(part, Part::Label | Part::Frame) {
            reader.below = Some(at);
        }
    }
    reader.parts
}

/// What a block is, and what it makes of the one below.
pub(super) enum Verdict {
    Is(Part),
    Demotes(Part, Part),
}

/// Reads the parts of a page from its end.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) blocks: &'a [Block],
    page: &'a Page,
    parts: Vec<Part>,
    /// The nearest block below that is text.
    below: Option<usize>,
}

impl Reader<'_> {
    /// The nearest block below that is text, and its part.
    pub(super) fn below(&self) -> Option<(&Block, Part)> {
        self.below.map(|at| (&self.blocks[at], self.parts[at]))
    }

    /// Whether a block stands over text as a heading does.
    pub(super) fn stands_over_text(&self, at: usize) -> bool {
        self.below().is_some_and(|(next, part)| part != Part::Heading && introduces(self.text, &self.blocks[at], next))
    }

    fn part(&self, at: usize) -> Verdict {
        let block = &self.blocks[at];
        if let Mark::Heading(level) = block.mark {
            return Verdict::Is(self.marked(at, level));
        }
        if self.page.categories[at] {
            return Verdict::Is(Part::Label);
        }
        if self.is_roundup(at) {
            return Verdict::Is(Part::Heading);
        }
        if !block.brief {
            return Verdict::Is(Part::Body);
        }
        let stacked = self.below().is_some_and(|(_, part)| part == Part::Heading);
        if self.is_announced(at) && !(stacked && word_count(block.title.of(self.text)) <= 3) {
            return Verdict::Is(Part::Heading);
        }
        if stacked {
            return self.stacked(at);
        }
        let heads_page = self.page.apart && self.below.is_none() && block.blanks < 2;
        let heading = !self.is_list_item(at) && (self.stands_over_text(at) || heads_page);
        Verdict::Is(if heading { Part::Heading } else { Part::Body })
    }

    /// A marked heading is one whatever follows; right over a deeper one it is the title of a page or a section.
    fn marked(&self, at: usize, level: u8) -> Part {
        let deeper = matches!(self.blocks.get(at + 1).map(|next| next.mark), Some(Mark::Heading(next)) if next > level);
        match deeper && self.is_droppable(at) {
            true if at == 0 => Part::Frame,
            true => Part::Label,
            false => Part::Heading,
        }
    }

    /// Whether a label or a lone dash says that a headline comes here.
    fn is_announced(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let labelled = block.label.is_some() || block.separated;
        labelled || at.checked_sub(1).is_some_and(|before| self.page.categories[before])
    }

    /// "Also on … today", "In this week's briefing:": they head what they announce, even a list.
    fn is_roundup(&self, at: usize) -> bool {
        let block = &self.blocks[at];
        let words = block.title.of(self.text);
        let lead_in = words.ends_with(':') && block.lines == 1 && block.mark == Mark::Plain;
        (block.brief || lead_in) && is_roundup(words)
    }

    /// A short line right over a heading: a section's title, a picture's text, a teaser, or the headline itself.
    fn stacked(&self, at: usize) -> Verdict {
        let (block, before) = (&self.blocks[at], at.checked_sub(1).map(|before| &self.blocks[before]));
        let count = word_count(block.title.of(self.text));
        let droppable = self.is_droppable(at);
        let frame = if droppable { Part::Frame } else { Part::Body };
        let part = match before {
            _ if names_publication(block.title.of(self.text)) => Part::Heading,
            _ if self.page.apart && block.blanks >= 2 => Part::Body,
            _ if self.page.apart && block.indent > 0 => Part::Heading,
            _ if self.page.apart => frame,
            None => return self.tops_page(count, frame),
            Some(before) if before.brief || self.page.listed[at] > 0 || block.is_item() => Part::Body,
            Some(_) if count <= 5 => frame,
            Some(_) => Part::Body,
        };
        Verdict::Is(part)
    }

    /// The first line of a page, over another that looks like a heading: a headline over its picture's text or its
    /// standfirst, or else the page's own title.
    fn tops_page(&self, count: usize, frame: Part) -> Verdict {
        let Some((next, _)) = self.below().filter(|(next, _)| !next.is_marked_heading() && count >= 4) else {
            return Verdict::Is(frame);
        };
        let few = word_count(next.title.of(self.text)) <= 3;
        Verdict::Demotes(Part::Heading, if few { Part::Frame } else { Part::Body })
    }

    /// Whether a short line is an item of a list and no heading.
    fn is_list_item(&self, at: usize) -> bool {
        let is_item = |at: Option<usize>| at.and_then(|at| self.blocks.get(at)).is_some_and(Block::is_item);
        if self.blocks[at].is_item() && (is_item(at.checked_sub(1)) || is_item(Some(at + 1))) {
            return true;
        }
        let place = self.page.listed[at];
        let goes_on = self.page.listed.get(at + 1).is_some_and(|&next| next == place + 1 && place > 0);
        if goes_on {
            return self.parts[at + 1] == Part::Body;
        }
        place >= 2 && !self.differs(at, at + 1 - place as usize)
    }

    /// Whether the last line of a run looks unlike the first: set apart, or no name where that is one.
    fn differs(&self, last: usize, first: usize) -> bool {
        let gap = self.blocks[last].blanks > self.blocks[first + 1].blanks.min(self.blocks[last - 1].blanks);
        gap || (is_name(self.words(first)) && !is_name(self.words(last)))
    }

    fn words(&self, at: usize) -> &str {
        self.blocks[at].title.of(self.text)
    }

    /// Whether nothing is lost without a line.
    fn is_droppable(&self, at: usize) -> bool {
        let words = self.words(at);
        let amount = |pair: &[u8]| pair[0].is_ascii_digit() && matches!(pair[1], b'm' | b'b' | b'k');
        words.len() <= 60 && !noise::names_money(words) && !words.as_bytes().windows(2).any(amount)
    }
}

/// Whether every word but the small ones begins with a capital.
fn is_name(words: &str) -> bool {
    words.split_whitespace().all(|word| word.len() <= 3 || word.starts_with(|c: char| c.is_uppercase()))
}

/// Whether a heading is the publication's own name.
pub(super) fn names_publication(heading: &str) -> bool {
    let name = |words: &[u8]| words.eq_ignore_ascii_case(b"catch up") || words.eq_ignore_ascii_case(b"catch-up");
    heading.len() <= 40 && heading.as_bytes().windows(8).any(name)
}
