//! The words before a figure that decide between a range, the ends of a change, and a size with a level.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::grammar::money::Lead;
use crate::text::words::{window, word_before, word_starts_back};

/// Words that make "from … to …" a spread of values and not a change over time.
pub(crate) static SPREAD: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "range ranged ranges ranging run runs ran running vary varies varied varying anywhere anything somewhere between valued \
         prices costs cost",
    )
});

/// Words after which "£x to £y" is a size and then a level: "up £6m to £388m".
static MOVE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "up down by rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing increased increase \
         increases decreased decrease decreases dropped drop drops climbed climb climbs jumped jump jumps added cut gained lost \
         soared soars slumped slumps slid slips slipped sank surged surges swelled shrank shrunk dipped plunged worsened \
         worsens improved improves widened widens narrowed narrows",
    )
});

/// The lead of a figure at byte `start`, from the few words before it.
pub(super) fn lead(text: &str, floor: usize, start: usize) -> Lead {
    let from = window(text, floor, start, 48);
    let mut starts = word_starts_back(text, from, start);
    let Some(first) = starts.next() else { return Lead::Plain };
    let word = word_before(text, from, start);
    if word.eq_ignore_ascii_case("between") {
        Lead::Between
    } else if word.eq_ignore_ascii_case("from") {
        if spreads(text, from, first) { Lead::Spread } else { Lead::From }
    } else if MOVE.has(word) {
        Lead::Move
    } else {
        Lead::Plain
    }
}

/// Whether the "from" at byte `at` begins a spread: after a word of spreading, or with nothing before it.
fn spreads(text: &str, from: usize, at: usize) -> bool {
    text[..at].trim_end().is_empty() || SPREAD.has(word_before(text, from, at))
}
