//! Noise: page heads and feet, and what a website or an email sets around its text.
//!
//! Only short lines are noise, and only those that surely are: a line with money on it never is, unless it sells
//! subscriptions.

mod dates;
mod frame;

pub(super) use frame::names_money;

use super::block::{Block, Mark};

/// Longer lines are never taken for noise, save at the very end.
const LONGEST: usize = 120;
/// How many blocks from the end an email's or a company's foot can begin.
const DEEPEST_FOOT: usize = 24;
/// The longest paragraph of a foot, in bytes.
const LONGEST_FOOT: usize = 700;

/// What the frame around a page says about the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Frame {
    /// Whether it has page numbers.
    pub(super) paged: bool,
    /// How often it asks to read on.
    pub(super) read_more: usize,
    /// Whether it says that the page is live.
    pub(super) live: bool,
}

/// Drops the blocks that belong to no article.
pub(super) fn remove(text: &str, blocks: &mut Vec<Block>) -> Frame {
    let mut frame = Frame::default();
    let foot = foot(text, blocks);
    blocks.truncate(foot);
    let mut kept = 0;
    let mut state = State::default();
    for at in 0..blocks.len() {
        let mut block = blocks[at];
        let drops = state.drops(text, &mut block, &mut frame);
        // The line right above the source of a picture is its caption.
        if drops == Drops::BlockAndCaption && kept > 1 && is_caption(text, &blocks[kept - 1]) {
            kept -= 1;
        }
        let repeats = block.brief && kept > 0 && blocks[kept - 1].of(text) == block.of(text);
        if drops == Drops::Nothing && !repeats {
            blocks[kept] = block;
            kept += 1;
        }
    }
    blocks.truncate(kept);
    frame
}

/// What the lines before a line say about it.
#[derive(Default)]
struct State {
    /// Whether an offer of subscriptions has begun.
    paywall: bool,
    /// Whether the line before was a lone dash.
    dash: bool,
    /// How many blank lines stood before what was dropped.
    blanks: usize,
    /// Within how many braces of a style sheet.
    braces: usize,
}

#[derive(PartialEq, Eq)]
enum Drops {
    Nothing,
    Block,
    BlockAndCaption,
}

impl State {
    fn drops(&mut self, text: &str, block: &mut Block, frame: &mut Frame) -> Drops {
        let words = block.of(text);
        if block.lines > 1 || words.len() > LONGEST {
            *self = State::default();
            return Drops::Nothing;
        }
        let drops = self.judge(text, block, frame);
        if drops == Drops::Nothing {
            // What stood apart from the line above still does when the noise between them is gone.
            block.blanks = block.blanks.max(self.blanks.min(1));
            block.separated = self.dash;
            *self = State { braces: self.braces, ..State::default() };
        } else {
            self.blanks = self.blanks.max(block.blanks);
        }
        drops
    }

    fn judge(&mut self, text: &str, block: &Block, frame: &mut Frame) -> Drops {
        let words = block.of(text);
        if self.is_style(words) {
            return Drops::Block;
        }
        if !words.starts_with(|c: char| c.is_alphanumeric()) && !words.contains(char::is_alphanumeric) {
            self.dash = self.dash || matches!(words, "-" | "–" | "•" | "*");
            return Drops::Block;
        }
        let found = match block.mark {
            Mark::Stamp => None,
            Mark::Plain | Mark::Row => frame::found(words),
            Mark::Heading(_) | Mark::Item | Mark::Number => frame::found(block.title.of(text)),
        };
        match found {
            Some(frame::Found::Paywall) => self.paywall = true,
            Some(frame::Found::Pages) => frame.paged = true,
            Some(frame::Found::ReadMore) => frame.read_more += 1,
            Some(frame::Found::Live) => frame.live = true,
            Some(frame::Found::Source) => return Drops::BlockAndCaption,
            Some(frame::Found::Other) => {}
            None => return if self.paywall && block.mark == Mark::Item { Drops::Block } else { Drops::Nothing },
        }
        Drops::Block
    }

    /// style = selector , "{" | property , ":" , value , ";" | "}" ; the lines of a style sheet that fell into the text.
    fn is_style(&mut self, words: &str) -> bool {
        let (Some(first), Some(last)) = (words.bytes().next(), words.bytes().next_back()) else { return false };
        if !matches!(last, b'{' | b'}' | b';') || first.is_ascii_digit() {
            return false;
        }
        let opens = words.bytes().filter(|&byte| byte == b'{').count();
        let closes = words.bytes().filter(|&byte| byte == b'}').count();
        let declares = last == b';' && self.braces > 0;
        let style = declares || opens + closes > 0;
        self.braces = (self.braces + opens).saturating_sub(closes);
        style
    }
}

/// Whether a block could be a picture's caption: a few words and no sentence.
fn is_caption(text: &str, block: &Block) -> bool {
    block.brief && block.of(text).split_ascii_whitespace().take(7).count() <= 6 && block.mark == Mark::Plain
}

/// Where the foot of the page begins: an address, a company's particulars, the way out of a mailing list.
fn foot(text: &str, blocks: &[Block]) -> usize {
    let deepest = blocks.len().saturating_sub(DEEPEST_FOOT);
    let mut foot = blocks.len();
    for (at, block) in blocks.iter().enumerate().skip(deepest).rev() {
        let words = block.of(text);
        if words.len() <= LONGEST_FOOT && frame::is_foot(words) {
            foot = at;
        } else if foot.saturating_sub(at) > 3 || words.len() > LONGEST || frame::names_money(words) {
            break;
        }
    }
    foot
}

#[cfg(test)]
mod tests;
