//! Tables of words, each with what it stands for.

use std::cmp::Reverse;

use super::{Parsed, no_match, phrase};

/// How many buckets a lexicon has.
const BUCKETS: usize = 512;

/// A table of phrases (small letters, single spaces), looked up by the first letters of a word.
pub(crate) struct Lexicon<T> {
    /// By bucket, and the longest first in each.
    rows: Vec<(&'static str, T)>,
    /// Where the rows of each bucket begin. Most are empty, so that most words are refused at once.
    begins: Vec<usize>,
}

impl Lexicon<()> {
    /// The words of a text, which stand for nothing more.
    pub(crate) fn words(words: &'static str) -> Self {
        Lexicon::new(&words.split_ascii_whitespace().map(|word| (word, ())).collect::<Vec<_>>())
    }
}

impl<T: Copy> Lexicon<T> {
    pub(crate) fn new(rows: &[(&'static str, T)]) -> Self {
        let mut rows = rows.to_vec();
        rows.sort_by_key(|(words, _)| (bucket(words), Reverse(words.len())));
        let begins = (0..=BUCKETS).map(|number| rows.partition_point(|(words, _)| bucket(words) < number)).collect();
        Lexicon { rows, begins }
    }

    /// Whether `word`, in any case, is one of the table's.
    pub(crate) fn has(&self, word: &str) -> bool {
        longest(self, word).is_ok_and(|(rest, _)| rest.is_empty())
    }

    /// Every phrase of the table.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.rows.iter().map(|(words, _)| *words)
    }

    /// What the longest phrase at the start of `text` stands for, and its length in bytes.
    pub(crate) fn at(&self, text: &str) -> Option<(T, usize)> {
        longest(self, text).ok().map(|(rest, value)| (value, text.len() - rest.len()))
    }
}

/// The longest of the lexicon's phrases that the input starts with, and what it stands for.
pub(super) fn longest<'a, T: Copy>(lexicon: &Lexicon<T>, input: &'a str) -> Parsed<'a, T> {
    let number = bucket(input);
    let rows = lexicon.rows.get(lexicon.begins[number]..lexicon.begins[number + 1]).unwrap_or_default();
    let found = rows.iter().find_map(|&(words, value)| phrase(words, input).ok().map(|(rest, ())| (rest, value)));
    found.map_or_else(|| no_match(input), Ok)
}

/// The bucket of a text: a number made of the first three letters of its first word, in either case.
fn bucket(text: &str) -> usize {
    let letters = text.bytes().take(3).take_while(u8::is_ascii_alphabetic);
    letters.fold(0, |number, letter| (number * 37 + usize::from(letter | 0x20)) % BUCKETS)
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
