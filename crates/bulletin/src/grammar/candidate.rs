//! Where a figure may stand: at every run of digits, and at every word that names money.
//!
//! Both are found by vectorised search; the grammar runs only there.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

/// A place worth reading at: a run of digits, or a word for money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) digits: bool,
}

impl Candidate {
    /// The same place in a text that begins `offset` bytes into this one.
    pub(super) fn back(self, offset: usize) -> Self {
        Candidate { start: self.start - offset, end: self.end - offset, ..self }
    }
}

/// Beginnings of the words and signs that a number in words can stand before.
const WORDS: [&str; 25] = [
    "pound", "penn", "pence", "dollar", " cent", "euro", "quid", "grand", "fiver", "tenner", "buck", "-figure",
    " figure", " yen", "yuan", "rupee", "franc", "kron", "dirham", "sterling", "dinar", " rial", "riyal", "peso",
    "ringgit",
];

/// Signs and codes that a number in words, or a vulgar fraction, can stand before or after. None is shorter than four
/// bytes, which lets the search compare as many at once.
const MARKS: [&str; 18] = [
    "£half", "£mult", "£mill", "£bill", "£½", "£¼", "£¾", "€½", " GBP", " USD", " EUR", " JPY", "Pound", "Dollar",
    "Euro", "POUND", "DOLLAR", "MEUR",
];

/// Further words in capitals, which headlines and forms use.
const CAPITALS: [&str; 9] = ["QUID", "FIVER", "TENNER", "BUCKS", "EURO", "Cent", "Bucks", "PENCE", "Pence"];

static SEARCHER: LazyLock<Option<Searcher>> = LazyLock::new(|| {
    let words = WORDS.iter().chain(&MARKS).chain(&CAPITALS);
    Config::new().match_kind(MatchKind::LeftmostLongest).builder().extend(words).build()
});

/// The candidates of a text, in order.
pub(super) struct Candidates<'a> {
    text: &'a str,
    digits: Option<Candidate>,
    word: Option<Candidate>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Candidates { text, digits: digits_from(text, 0), word: word_from(text, 0) }
    }

    /// The next candidate in `text[floor..limit]`; what is asked for later starts no earlier.
    pub(super) fn next(&mut self, floor: usize, limit: usize) -> Option<Candidate> {
        if self.digits.is_some_and(|found| found.start < floor) {
            self.digits = digits_from(self.text, floor);
        }
        if self.word.is_some_and(|found| found.start < floor) {
            self.word = word_from(self.text, floor);
        }
        let first = match (self.digits, self.word) {
            (Some(digits), Some(word)) => Some(if digits.start <= word.start { digits } else { word }),
            (digits, word) => digits.or(word),
        };
        let found = first.filter(|found| found.start < limit)?;
        let found = Candidate { end: found.end.min(limit), ..found };
        if found.digits {
            self.digits = digits_from(self.text, found.end);
        } else {
            self.word = word_from(self.text, found.end);
        }
        Some(found)
    }
}

/// The first run of digits at or after `floor`, with the separators inside it.
fn digits_from(text: &str, floor: usize) -> Option<Candidate> {
    let bytes = text.as_bytes();
    let start = floor + first_digit(bytes.get(floor..)?)?;
    let mut end = start + 1;
    while let Some(byte) = bytes.get(end) {
        let inside = byte.is_ascii_digit()
            || (matches!(byte, b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
        if !inside {
            break;
        }
        end += 1;
    }
    Some(Candidate { start, end, digits: true })
}

/// The first ASCII digit; the blocks let the compiler compare many bytes at once.
fn first_digit(bytes: &[u8]) -> Option<usize> {
    const BLOCK: usize = 64;
    let has_digit = |block: &[u8]| block.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let clear = bytes.chunks_exact(BLOCK).take_while(|block| !has_digit(block)).count() * BLOCK;
    bytes.get(clear..)?.iter().position(u8::is_ascii_digit).map(|at| clear + at)
}

fn word_from(text: &str, floor: usize) -> Option<Candidate> {
    let rest = text.get(floor..)?;
    let found = SEARCHER.as_ref()?.find(rest)?;
    Some(Candidate { start: floor + found.start(), end: floor + found.end(), digits: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_run_of_digits_and_every_word_is_a_candidate_once() {
        let text = "In 2016-17 it was £1,234.50, or five pounds, and 50p; no cents. Per cent is one too.";
        let mut candidates = Candidates::new(text);
        let mut found = Vec::new();
        let mut floor = 0;
        while let Some(candidate) = candidates.next(floor, text.len()) {
            found.push(&text[candidate.start..candidate.end]);
            floor = candidate.end;
        }
        assert_eq!(found, ["2016", "17", "1,234.50", "pound", "50", " cent", " cent"]);
        assert!(SEARCHER.is_some());
    }
}
