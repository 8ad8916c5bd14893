//! The masthead: the standing line at the top that names the publication.
//!
//! It is known by its shape: one line without money, that has a word for a selection of news ("round-up", "digest"),
//! a word for its field or its day ("health", "Monday's"), and the grammar of a title and not of a report. On a page with a
//! title of its own (`#`) over headings (`##`) it is the one line under that title, whatever its words.

use std::sync::LazyLock;

use super::block::{Block, Mark};
use super::cues::Cues;
use super::folded::Folded;
use crate::span::Span;

/// Words that only a publication says of itself.
const STRONG: [&str; 28] = [
    " watch:",
    "must-read",
    "must read",
    "round-up",
    "roundup",
    "round up",
    "rounding up",
    "rounded up",
    "digest",
    "newsletter",
    "bulletin",
    "catch up",
    "catch-up",
    "expert briefing",
    "fortnightly briefing",
    "weekly briefing",
    "expert insight",
    "essential insight",
    "essential update",
    "insider",
    "need to know",
    "talking points",
    "correspondent",
    "fortnightly take",
    "weekly take",
    "daily take",
    "in confidence",
    "live coverage",
];

/// Words for a selection of news, which a report may say, too.
const WEAK: [&str; 18] = [
    "update",
    "news",
    "stories",
    "headlines",
    "debate",
    "briefing",
    "insight",
    "expert",
    "analysis",
    "a look ",
    "review of",
    "explained",
    "essential",
    "best of",
    "the latest",
    "everything you",
    "top story",
    "big issues",
];

/// Words for a field or a time.
const SCOPE: [&str; 26] = [
    "health",
    "nhs",
    "hsj",
    "care",
    "leader",
    "policy",
    "hospital",
    "commission",
    "the week",
    "week's",
    "weekly",
    "the day",
    "day's",
    "daily",
    "today",
    "fortnight",
    "monthly",
    "email",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "workforce",
    "money",
    "sector",
];

/// How a title of a publication begins.
const BEGINNINGS: [&str; 47] = [
    "the ",
    "your ",
    "a ",
    "an ",
    "our ",
    "all ",
    "hsj's ",
    "hsj ",
    "expert ",
    "essential ",
    "everything ",
    "in-depth ",
    "insider ",
    "insight ",
    "insights ",
    "must-read ",
    "today's ",
    "tonight's ",
    "yesterday's ",
    "this week's ",
    "the week's ",
    "monday's ",
    "tuesday's ",
    "wednesday's ",
    "thursday's ",
    "friday's ",
    "saturday's ",
    "sunday's ",
    "daily ",
    "weekly ",
    "fortnightly ",
    "monthly ",
    "news ",
    "analysis ",
    "views ",
    "rounding up ",
    "round-up ",
    "roundup ",
    "catch up ",
    "keeping ",
    "what you need ",
    "inside ",
    "live coverage ",
    "stories ",
    "health stories ",
    "health news ",
    "welcome to ",
];

/// Verbs of reports; a title of few selection words that has one is a report.
const VERBS: [&str; 14] = [
    " is ", " are ", " has ", " have ", " had ", " was ", " were ", " will ", " would ", " could ", " says ", " said ",
    " told ", " may ",
];

/// The longest tagline that is only likely to be one, in bytes.
const LONGEST_LIKELY: usize = 110;

/// Takes the tagline from the top of `blocks`: its first line, or its second under a title.
pub(super) fn take_tagline(text: &str, blocks: &mut Vec<Block>) -> Option<Span> {
    let at = (0..blocks.len().min(2)).find(|&at| is_tagline(text, blocks, at))?;
    if let Some(title) = blocks.first_mut().filter(|_| at > 0) {
        title.separated = true;
    }
    Some(blocks.remove(at).title)
}

fn is_tagline(text: &str, blocks: &[Block], at: usize) -> bool {
    let block = &blocks[at];
    let words = block.title.of(text);
    if words.contains(['£', '$', '€']) {
        return false;
    }
    if at == 1 && under_title(blocks) {
        return true;
    }
    let bold = block.mark == Mark::Heading(6);
    let set =
        block.lines <= 3 && block.indent == 0 && words.len() <= Folded::LONGEST && (block.mark == Mark::Plain || bold);
    // A first line may be a headline over the tagline; it is then short, and no paragraph.
    let placed = at == 0 || (blocks[0].brief && blocks[0].mark != Mark::Stamp && !is_item_or_indented(&blocks[0]));
    if !set || !placed {
        return false;
    }
    let folded = Folded::new(words);
    let signs = Signs::of(folded.as_str());
    // Where a heading would stand over its story, only a title's beginning tells the two apart.
    let heading_like = block.brief && !bold;
    let titled = || BEGINNINGS.iter().any(|beginning| folded.as_str().starts_with(beginning));
    match signs.selection.filter(|_| signs.scope) {
        Some(Selection::Sure) if at > 0 => titled(),
        Some(Selection::Sure) => !heading_like || titled() || follows_no_text(blocks),
        Some(Selection::Likely) => titled() && words.len() <= LONGEST_LIKELY && at == 0 && !over_headline(blocks),
        None => false,
    }
}

/// Whether the first line is the title of the whole page, with one line under it, and headings of a lower level follow.
fn under_title(blocks: &[Block]) -> bool {
    const HEADINGS: usize = 3;
    let [title, line, rest @ ..] = blocks else { return false };
    let headings =
        |blocks: &[Block], level: u8| blocks.iter().filter(|block| block.mark == Mark::Heading(level)).count();
    title.mark == Mark::Heading(1)
        && line.mark == Mark::Plain
        && line.brief
        && rest.first().is_some_and(|next| next.mark == Mark::Heading(2))
        && headings(rest, 1) == 0
        && headings(rest, 2) >= HEADINGS
}

fn is_item_or_indented(block: &Block) -> bool {
    block.is_item() || block.indent > 0
}

/// Whether what comes next is no paragraph that the first line could be the heading of.
fn follows_no_text(blocks: &[Block]) -> bool {
    blocks.get(1).is_some_and(|next| next.brief || next.is_item())
}

/// Whether the first line is one of several that stand apart from their teasers.
fn over_headline(blocks: &[Block]) -> bool {
    blocks.get(1).is_some_and(|next| next.blanks > 1)
}

/// What the words of a line say for a tagline.
struct Signs {
    /// Whether it has a word for a selection of news, and how sure that is.
    selection: Option<Selection>,
    /// Whether it has a word for a field or a time.
    scope: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Selection {
    /// Only a publication says so.
    Sure,
    /// A report may say so, but this is none.
    Likely,
}

impl Signs {
    fn of(folded: &str) -> Self {
        const SCOPES: usize = STRONG.len() + SCOPE.len();
        const REPORTS: usize = SCOPES + VERBS.len();
        static CUES: LazyLock<Cues> =
            LazyLock::new(|| Cues::new(STRONG.into_iter().chain(SCOPE).chain(VERBS).chain(WEAK)));
        let (mut strong, mut scope, mut reports, mut several) = (false, false, false, false);
        let mut weak = None;
        for cue in CUES.all(folded) {
            match cue {
                cue if cue < STRONG.len() => strong = true,
                cue if cue < SCOPES => scope = true,
                cue if cue < REPORTS => reports = true,
                cue => several |= weak.replace(cue).is_some_and(|other| other != cue),
            }
        }
        let selection = if strong || (several && !reports) {
            Some(Selection::Sure)
        } else {
            weak.filter(|_| !reports).map(|_| Selection::Likely)
        };
        Signs { selection, scope }
    }
}
