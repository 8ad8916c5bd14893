//! The words before a figure that decide between a range, the ends of a change, and a size with a level.

use crate::grammar::money::Lead;
use crate::text::words::{window, word_before, word_starts_back};

/// Words that make "from … to …" a spread of values and not a change over time.
const SPREAD: [&str; 16] = [
    "range",
    "ranged",
    "ranges",
    "ranging",
    "vary",
    "varies",
    "varied",
    "varying",
    "anywhere",
    "anything",
    "somewhere",
    "between",
    "valued",
    "prices",
    "costs",
    "cost",
];

/// Words after which "£x to £y" is a size and then a level: "up £6m to £388m".
const MOVE: [&str; 26] = [
    "up",
    "down",
    "by",
    "rose",
    "rise",
    "risen",
    "rising",
    "fell",
    "fall",
    "fallen",
    "falling",
    "grew",
    "grown",
    "growing",
    "increased",
    "increase",
    "decreased",
    "dropped",
    "climbed",
    "jumped",
    "added",
    "cut",
    "gained",
    "lost",
    "soared",
    "slumped",
];

/// The lead of a figure at byte `start`, from the few words before it.
pub(super) fn lead(text: &str, floor: usize, start: usize) -> Lead {
    let from = window(text, floor, start, 48);
    let mut starts = word_starts_back(text, from, start);
    let Some(first) = starts.next() else { return Lead::Plain };
    let word = word_before(text, from, start).to_ascii_lowercase();
    match word.as_str() {
        "between" => Lead::Between,
        "from" if spreads(text, from, first) => Lead::Spread,
        "from" => Lead::From,
        word if MOVE.contains(&word) => Lead::Move,
        _ => Lead::Plain,
    }
}

/// Whether the "from" at byte `at` begins a spread: after a word of spreading, or with nothing before it.
fn spreads(text: &str, from: usize, at: usize) -> bool {
    let before = word_before(text, from, at).to_ascii_lowercase();
    let nothing = text[..at].trim_end().is_empty();
    nothing || SPREAD.contains(&before.as_str())
}
