//! Tables of words, each with what it stands for.

use super::{Parsed, no_match, phrase};

/// A table of phrases (small letters, single spaces), looked up by first letter, the longest first.
pub(crate) struct Lexicon<T> {
    rows: Vec<(&'static str, T)>,
    /// Where the rows of each first byte begin.
    begins: [usize; 129],
}

impl<T: Copy> Lexicon<T> {
    pub(crate) fn new(rows: &[(&'static str, T)]) -> Self {
        let mut rows = rows.to_vec();
        rows.sort_by_key(|(words, _)| (first(words), std::cmp::Reverse(words.len())));
        let begins = std::array::from_fn(|byte| rows.partition_point(|(words, _)| first(words) < byte));
        Lexicon { rows, begins }
    }

    /// Every phrase of the table.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.rows.iter().map(|(words, _)| *words)
    }
}

impl<T: Copy> Lexicon<T> {
    /// What the longest phrase at the start of `text` stands for, and its length in bytes.
    pub(crate) fn at(&self, text: &str) -> Option<(T, usize)> {
        longest(self, text).ok().map(|(rest, value)| (value, text.len() - rest.len()))
    }
}

/// The longest of the lexicon's phrases that the input starts with, and what it stands for.
pub(super) fn longest<'a, T: Copy>(lexicon: &Lexicon<T>, input: &'a str) -> Parsed<'a, T> {
    let letter = first(input).min(127);
    let rows = lexicon.rows.get(lexicon.begins[letter]..lexicon.begins[letter + 1]).unwrap_or_default();
    let found = rows.iter().find_map(|&(words, value)| phrase(words, input).ok().map(|(rest, ())| (rest, value)));
    found.map_or_else(|| no_match(input), Ok)
}

/// The first byte as a small letter; 0 for no text.
fn first(words: &str) -> usize {
    words.as_bytes().first().map_or(0, |byte| usize::from(byte.to_ascii_lowercase()))
}
