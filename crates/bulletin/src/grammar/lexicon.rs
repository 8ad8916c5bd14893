//! Tables of words, each with what it stands for.

use super::{Parsed, no_match, phrase_length_after};
use crate::text::index::{Index, Key};

/// A table of phrases (small letters, single spaces), each with what it stands for.
pub(crate) struct Lexicon<T>(Index<(&'static str, T)>);

impl Lexicon<()> {
    /// The words of a text, which stand for nothing more.
    pub(crate) fn words(words: &'static str) -> Self {
        Lexicon::new(&words.split_ascii_whitespace().map(|word| (word, ())).collect::<Vec<_>>())
    }
}

impl<T: Copy> Lexicon<T> {
    pub(crate) fn new(rows: &[(&'static str, T)]) -> Self {
        Lexicon(Index::new(rows.iter().copied(), |(words, _)| words))
    }

    /// Whether `word`, in any case, is one of the table's.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.at(word).is_some_and(|(_, length)| length == word.len())
    }

    /// Whether words of a key could be in the table.
    #[inline]
    pub(super) fn may_have(&self, key: Key) -> bool {
        self.0.may_have(key)
    }

    /// Every phrase of the table.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.entries().map(|&(words, _)| words)
    }

    /// What the longest phrase at the start of `text` stands for, and its length in bytes.
    pub(crate) fn at(&self, text: &str) -> Option<(T, usize)> {
        let (known, mut alike) = self.0.alike_after(text);
        alike.find_map(|&(words, value)| phrase_length_after(known, words, text).map(|length| (value, length)))
    }
}

/// The longest of the lexicon's phrases that the input starts with, and what it stands for.
pub(super) fn longest<'a, T: Copy>(lexicon: &Lexicon<T>, input: &'a str) -> Parsed<'a, T> {
    match lexicon.at(input) {
        Some((value, length)) => Ok((&input[length..], value)),
        None => no_match(input),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_of_whole_words_is_found_in_any_case() {
        let lexicon = Lexicon::new(&[("up", 1), ("up to", 2), ("over", 3), ("p.a", 4), ("children’s", 5), ("a", 6)]);
        for (text, expected) in [
            ("up to £5m", Some((2, 5))),
            ("Up-to", Some((2, 5))),
            ("up  towards", Some((1, 2))),
            ("upper", None),
            ("OVER", Some((3, 4))),
            ("p.a.", Some((4, 3))),
            ("Children’s", Some((5, 12))),
            ("a b", Some((6, 1))),
            ("", None),
        ] {
            assert_eq!(lexicon.at(text), expected, "{text}");
        }
    }
}
