//! Blocks: lines that belong together, as a paragraph, a heading or an item does, and how each is marked.

use crate::grammar::is_magnitude;
use crate::layout::heading::is_brief;
use crate::layout::stamp::stamp;
use crate::span::Span;
use crate::text::lines::lines;
use crate::text::words::trim;

/// Wider lines than this are paragraphs of their own; narrower ones may be one paragraph, wrapped.
const WIDEST_WRAP: usize = 120;
/// A line this long that stops in mid-sentence goes on in the next, however wide the text is.
const MID_SENTENCE: usize = 40;

/// A paragraph, heading or item: one line, or several of one wrapped paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// From the first word to the last.
    pub(super) words: Span,
    /// The words without their mark: what the heading is, if it is one.
    pub(super) title: Span,
    /// The section name that was glued to the words or stood over them.
    pub(super) label: Option<Span>,
    /// How many lines it takes.
    pub(super) lines: usize,
    /// How many blank lines stand before it.
    pub(super) blanks: usize,
    /// White space before its first line, in bytes.
    pub(super) indent: usize,
    /// What marks it.
    pub(super) mark: Mark,
    /// Whether it could be a heading by its own look.
    pub(super) brief: bool,
    /// Whether a lone dash stood before it, as between the items of a list of headlines.
    pub(super) separated: bool,
}

/// What marks a block as more than plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    /// "## ", an underline of "===", a line all in bold; with its level.
    Heading(u8),
    /// "- ", "• ", "* "
    Item,
    /// "1. ", "2) "
    Number,
    /// "4.06pm: "
    Stamp,
    /// "> ", "| ": quoted lines and rows of tables.
    Row,
}

impl Block {
    /// Its words.
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        self.words.of(text)
    }

    fn new(text: &str, words: Span, blanks: usize, indent: usize) -> Self {
        let (mark, title) = marked(text, words);
        let brief = is_brief(title.of(text), mark);
        Block { words, title, label: None, lines: 1, blanks, indent, mark, brief, separated: false }
    }

    /// Whether it is marked as an item of a list.
    pub(super) fn is_item(&self) -> bool {
        matches!(self.mark, Mark::Item | Mark::Number)
    }

    /// Whether an author marked it as a heading.
    pub(super) fn is_marked_heading(&self) -> bool {
        matches!(self.mark, Mark::Heading(_))
    }
}

/// The blocks of `text`, in order.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(text.len() / 256 + 8);
    let mut blanks = 0;
    let mut touching = 0;
    for line in lines(text) {
        if line.words.is_empty() {
            blanks += 1;
            continue;
        }
        touching += usize::from(blanks == 0);
        match blocks.last_mut().filter(|_| blanks == 0).zip(underline(text, line.words)) {
            Some((above, level)) if above.brief && above.mark == Mark::Plain => above.mark = Mark::Heading(level),
            _ => blocks.push(Block::new(text, line.words, blanks, line.indent)),
        }
        blanks = 0;
    }
    if touching > 1 {
        join_wrapped(text, &mut blocks);
    }
    blocks
}

/// mark = "#" , { "#" } , space | "**" , words , "**" | bullet , space | digits , "." | stamp | ">" | "|" ;
fn marked(text: &str, words: Span) -> (Mark, Span) {
    let line = words.of(text);
    let first = line.as_bytes().first().copied().unwrap_or_default();
    let found = match first {
        b'#' => hashes(line),
        b'*' | b'_' => bold(line).or_else(|| bullet(line)),
        b'-' | b'+' | 0xE2 | 0xC2 => bullet(line),
        b'0'..=b'9' => stamp(line).map(|title| (Mark::Stamp, title)).or_else(|| number(line)),
        b'>' | b'|' => Some((Mark::Row, line)),
        _ => None,
    };
    found.map_or((Mark::Plain, words), |(mark, title)| {
        let title = trim(title);
        (mark, Span::at(words.start() + (title.as_ptr() as usize - line.as_ptr() as usize), title.len()))
    })
}

/// hashes = "#" , { "#" } , space , words , { "#" } ;
fn hashes(line: &str) -> Option<(Mark, &str)> {
    let rest = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - rest.len()).ok().filter(|level| *level <= 6)?;
    let title = rest.strip_prefix([' ', '\u{a0}'])?.trim_end_matches('#');
    let title = trim(title);
    let title = bold(title).map_or(title, |(_, title)| title);
    (!title.is_empty()).then_some((Mark::Heading(level), title))
}

/// bold = "**" , words , "**" | "__" , words , "__" ;
fn bold(line: &str) -> Option<(Mark, &str)> {
    let fence = ["**", "__"].into_iter().find(|fence| line.starts_with(fence))?;
    let title = line.strip_prefix(fence)?.strip_suffix(fence)?;
    (!title.is_empty() && !title.contains(fence)).then_some((Mark::Heading(6), title))
}

/// bullet = ( "-" | "*" | "+" | "•" | "·" | "–" | "‣" ) , space , words ;
fn bullet(line: &str) -> Option<(Mark, &str)> {
    let rest = line.strip_prefix(['-', '*', '+', '•', '·', '‣', '▪', '–'])?;
    let tight = line.starts_with('•');
    let title = if tight { rest } else { rest.strip_prefix([' ', '\t', '\u{a0}'])? };
    Some((Mark::Item, title))
}

/// number = digit , [ digit ] , ( "." | ")" ) , space , words ;
fn number(line: &str) -> Option<(Mark, &str)> {
    let digits = line.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).filter(|_| digits <= 2)?.strip_prefix(['.', ')'])?;
    Some((Mark::Number, rest.strip_prefix([' ', '\t', '\u{a0}'])?))
}

/// underline = "===" , { "=" } | "---" , { "-" } ;
fn underline(text: &str, words: Span) -> Option<u8> {
    let line = words.of(text).as_bytes();
    let (&first, level) = match line {
        [first @ b'=', _, _, ..] => (first, 1),
        [first @ b'-', _, _, ..] => (first, 2),
        _ => return None,
    };
    line.iter().all(|&byte| byte == first).then_some(level)
}

/// Joins the lines of wrapped paragraphs: of all, where the text is wrapped, else of sentences broken by mistake.
fn join_wrapped(text: &str, blocks: &mut Vec<Block>) {
    let width = wrap_width(text, blocks);
    let mut above: Option<Span> = None;
    blocks.dedup_by(|below, joined| {
        let last = above.take().unwrap_or(joined.words);
        let goes_on = below.blanks == 0 && joins(text, last, joined, below, width);
        above = Some(below.words);
        if goes_on {
            joined.words = joined.words.cover(below.words);
            joined.title = joined.title.cover(below.words);
            joined.lines += 1;
            joined.brief = false;
        }
        goes_on
    });
}

/// Whether the break between two lines only wraps a paragraph.
fn joins(text: &str, last: Span, above: &Block, below: &Block, width: Option<usize>) -> bool {
    let fits = width.is_none_or(|width| columns(last.of(text)) + 1 + first_word(text, below) + slack(width) <= width);
    // "The Department of Health and Social" over "Care has no harpist": no heading breaks off in a wrapped paragraph.
    let in_paragraph = width.is_some() && (above.lines > 1 || !above.brief) && !last.of(text).ends_with(STOPS);
    let broken = last.len() >= MID_SENTENCE && (in_paragraph || breaks_off(text, last, below));
    let style = above.of(text).ends_with(['{', '}']);
    let wraps = !fits || broken || splits_sum(text, last, below);
    below.mark == Mark::Plain && !above.is_marked_heading() && !style && wraps
}

/// Whether a number ends a line and its scale begins the next: "£2.4" over "million".
fn splits_sum(text: &str, above: Span, below: &Block) -> bool {
    let digit = |line: Span| line.of(text).ends_with(|c: char| c.is_ascii_digit());
    let scale = |words: &str| words.split(|c: char| !c.is_alphabetic()).next().is_some_and(is_magnitude);
    digit(above) && below.of(text).starts_with(|c: char| c.is_lowercase()) && scale(below.of(text))
}

/// What a sentence ends with, or what leads to a list.
const STOPS: [char; 8] = ['.', '!', '?', ':', ';', '”', '"', '…'];

/// Whether a line stops in mid-sentence, and the next begins in the midst of one.
fn breaks_off(text: &str, above: Span, below: &Block) -> bool {
    below.of(text).starts_with(|c: char| c.is_lowercase()) && !above.of(text).ends_with(STOPS)
}

/// The width that a text is wrapped at, if it is: most lines with another right below them are full.
fn wrap_width(text: &str, blocks: &[Block]) -> Option<usize> {
    let pairs = || blocks.windows(2).filter(|pair| pair[1].blanks == 0 && pair[1].mark == Mark::Plain);
    let mut lengths = [0_usize; WIDEST_WRAP + 1];
    let (mut count, mut long) = (0_usize, 0_usize);
    for pair in pairs() {
        count += 1;
        match lengths.get_mut(columns(pair[0].of(text))) {
            Some(length) => *length += 1,
            None => long += 1,
        }
    }
    // A few lines are wider than the rest, for a long word or an address: they are left aside.
    let mut beyond = count / 20;
    let width = lengths.iter().enumerate().rev().find(|&(_, &lines)| {
        let widest = lines > beyond;
        beyond = beyond.saturating_sub(lines);
        widest
    });
    let width = width.map(|(width, _)| width).filter(|&width| width >= MID_SENTENCE)?;
    let full = |pair: &&[Block]| columns(pair[0].of(text)) + 1 + first_word(text, &pair[1]) + slack(width) > width;
    let full = pairs().filter(full).count();
    (full * 2 > count && long * 10 <= count).then_some(width)
}

/// By how much a full line may fall short of the width.
fn slack(width: usize) -> usize {
    width / 12
}

/// How many characters wide the first word of a block is.
fn first_word(text: &str, block: &Block) -> usize {
    let words = block.of(text);
    let length = words.bytes().take(WIDEST_WRAP).position(|byte| byte.is_ascii_whitespace());
    columns(length.map_or(words, |length| &words[..length]))
}

/// How many characters wide a line is.
fn columns(line: &str) -> usize {
    line.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_joined_where_they_only_wrap() {
        let wide = "This line of a letter is seventy columns wide, or as near as makes no";
        let rows = [
            ("one\n\ntwo".to_owned(), vec!["one", "two"]),
            (
                "A heading\nA paragraph that is longer.\nAnother.".to_owned(),
                vec!["A heading", "A paragraph that is longer.", "Another."],
            ),
            (format!("{wide}\n{wide}\ndifference.\n\nEnd"), vec!["<joined>", "End"]),
            (format!("Heading\n{wide}\n{wide}\ndifference."), vec!["Heading", "<joined>"]),
            ("It has £2.4\nmillion in the bank.".to_owned(), vec!["It has £2.4\nmillion in the bank."]),
            ("It has £2.4m\nmany say".to_owned(), vec!["It has £2.4m", "many say"]),
            (format!("- {wide}\n- {wide}\n- {wide}"), vec!["<item>", "<item>", "<item>"]),
            (
                "The board of the trust met on Tuesday, and it\nagreed nothing.\nThen it left.".to_owned(),
                vec!["The board of the trust met on Tuesday, and it\nagreed nothing.", "Then it left."],
            ),
        ];
        for (text, expected) in rows {
            let joined = format!("{wide}\n{wide}\ndifference.");
            let item = format!("- {wide}");
            let expected: Vec<&str> = expected
                .into_iter()
                .map(|words| match words {
                    "<joined>" => joined.as_str(),
                    "<item>" => item.as_str(),
                    words => words,
                })
                .collect();
            let found: Vec<&str> = blocks(&text).iter().map(|block| block.words.of(&text)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn marks_are_no_part_of_the_title() {
        let rows = [
            ("## Two ledgers ##", Mark::Heading(2), "Two ledgers"),
            ("# **Loud**", Mark::Heading(1), "Loud"),
            ("**Two ledgers**", Mark::Heading(6), "Two ledgers"),
            ("Two ledgers\n===", Mark::Heading(1), "Two ledgers"),
            ("Two ledgers\n-----", Mark::Heading(2), "Two ledgers"),
            ("- an item", Mark::Item, "an item"),
            ("•an item", Mark::Item, "an item"),
            ("* an item", Mark::Item, "an item"),
            ("12. Twelfth", Mark::Number, "Twelfth"),
            ("4.06pm: News", Mark::Stamp, "News"),
            ("> quoted", Mark::Row, "> quoted"),
            ("#tag", Mark::Plain, "#tag"),
            ("**Bold** and not", Mark::Plain, "**Bold** and not"),
            ("2016. A year", Mark::Plain, "2016. A year"),
            ("-5m", Mark::Plain, "-5m"),
            ("A sentence, stopped.\n---", Mark::Plain, "A sentence, stopped."),
        ];
        for (text, mark, title) in rows {
            let block = blocks(text)[0];
            assert_eq!((block.mark, block.title.of(text)), (mark, title), "{text:?}");
        }
    }
}
