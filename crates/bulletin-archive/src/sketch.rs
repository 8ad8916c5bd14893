//! What is kept of an article to know its story by.

use std::cmp::Ordering;
use std::sync::LazyLock;

use bulletin::model::{Mention, OrganisationKind, Role};
use bulletin::{Article, Bulletin};
use jiff::civil::Date;

/// What is kept of an article: some 200 bytes, whatever its length.
#[derive(Debug)]
pub(crate) struct Sketch {
    /// The day the bulletin came out, where known.
    pub(crate) day: Option<Date>,
    /// The words of the heading, as one hash.
    pub(crate) heading: Option<u32>,
    /// How many words the heading has.
    pub(crate) heading_words: usize,
    /// There is hardly more than a heading.
    pub(crate) is_bare: bool,
    /// Rows of three words, of the heading and of each paragraph.
    pub(crate) rows: Sample,
    /// Words that tell one story from another: names and numbers.
    pub(crate) telling: Sample,
}

/// The lowest of many hashes, in order, each once.
#[derive(Debug)]
pub(crate) struct Sample {
    hashes: Box<[u32]>,
    /// These are all.
    is_whole: bool,
}

/// How much of what could be in both of two samples is in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overlap {
    pub(crate) shared: usize,
    pub(crate) of: usize,
}

/// So many rows of words are kept,
const ROWS: usize = 24;

/// so many names and numbers,
const TELLING: usize = 12;

/// of so many words of an article at most.
const MOST_WORDS: usize = 4096;

/// A body of fewer words is hardly one.
const BARE: usize = 5;

/// Words of names that many names have.
const COMMON: [&str; 44] = [
    "nhs",
    "england",
    "trust",
    "trusts",
    "ft",
    "fts",
    "foundation",
    "hospital",
    "hospitals",
    "ccg",
    "ccgs",
    "icb",
    "icbs",
    "health",
    "care",
    "uk",
    "the",
    "and",
    "of",
    "for",
    "community",
    "ambulance",
    "partnership",
    "council",
    "university",
    "royal",
    "north",
    "south",
    "east",
    "west",
    "acute",
    "mental",
    "general",
    "county",
    "city",
    "district",
    "teaching",
    "group",
    "commissioning",
    "clinical",
    "board",
    "integrated",
    "i",
    "mr",
];

static COMMON_HASHES: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut hashes: Vec<u64> = COMMON.iter().flat_map(|word| Words::new(word)).map(|word| word.hash).collect();
    hashes.sort_unstable();
    hashes
});

impl Sketch {
    /// The sketch of an article; none of one that tells no story of its own.
    pub(crate) fn of(bulletin: &Bulletin, article: &Article) -> Option<Self> {
        if article.role != Role::Story {
            return None;
        }
        let heading = article.heading.map(|heading| &bulletin[heading]).unwrap_or_default();
        let (mut hash, mut heading_words) = (0, 0);
        for word in Words::new(heading) {
            hash = joined(hash, word.hash);
            heading_words += 1;
        }
        let (mut rows, mut telling) = (Lowest::new(ROWS), Lowest::new(TELLING));
        let mut left = MOST_WORDS;
        let mut mentions = article.organisations.iter().peekable();
        for part in article.heading.iter().chain(&article.paragraphs) {
            let (mut before, mut last) = (0, 0);
            for (at, word) in Words::new(&bulletin[*part]).take(left).enumerate() {
                if at > 1 {
                    rows.add(lower_half(joined(joined(before, last), word.hash)));
                }
                let place = part.start() + word.start;
                while mentions.next_if(|mention| mention.span.end() <= place).is_some() {}
                let named = mentions.peek().filter(|mention| mention.span.start() <= place);
                if word.tells(named.copied()) {
                    telling.add(lower_half(word.hash));
                }
                (before, last) = (last, word.hash);
                left -= 1;
            }
        }
        let body_words = MOST_WORDS - left - heading_words.min(MOST_WORDS);
        Some(Self {
            day: bulletin.published,
            heading: (heading_words > 0).then_some(lower_half(hash)),
            heading_words,
            is_bare: left > 0 && body_words < BARE,
            rows: rows.sample(),
            telling: telling.sample(),
        })
    }

    /// What a telling can be found by.
    pub(crate) fn keys(&self) -> impl Iterator<Item = u32> {
        self.rows.hashes.iter().copied().chain(self.heading)
    }
}

impl Overlap {
    /// The overlap as far as both samples go, against the one that has less there: a short telling is a part of a long.
    pub(crate) fn of(one: &Sample, other: &Sample) -> Self {
        let limit = one.limit().min(other.limit());
        let (one, other) = (one.up_to(limit), other.up_to(limit));
        let (mut shared, mut at) = (0, 0);
        for hash in one {
            while other.get(at).is_some_and(|other| other.cmp(hash) == Ordering::Less) {
                at += 1;
            }
            shared += usize::from(other.get(at) == Some(hash));
        }
        Self { shared, of: one.len().min(other.len()) }
    }

    /// Whether so many are shared, and so many of a hundred.
    pub(crate) fn is(self, least: usize, percent: usize) -> bool {
        self.shared >= least && self.shared * 100 >= percent * self.of
    }
}

impl Sample {
    /// Up to where nothing is missing.
    fn limit(&self) -> u32 {
        if self.is_whole { u32::MAX } else { self.hashes.last().copied().unwrap_or_default() }
    }

    fn up_to(&self, limit: u32) -> &[u32] {
        &self.hashes[..self.hashes.partition_point(|hash| *hash <= limit)]
    }
}

/// A sample that is being taken.
struct Lowest {
    hashes: Vec<u32>,
    most: usize,
    limit: u32,
    is_whole: bool,
}

impl Lowest {
    fn new(most: usize) -> Self {
        Self { hashes: Vec::with_capacity(4 * most), most, limit: u32::MAX, is_whole: true }
    }

    fn add(&mut self, hash: u32) {
        if hash <= self.limit {
            if self.hashes.len() == self.hashes.capacity() {
                self.trim();
            }
            self.hashes.push(hash);
        }
    }

    fn trim(&mut self) {
        self.hashes.sort_unstable();
        self.hashes.dedup();
        if self.hashes.len() > self.most {
            self.hashes.truncate(self.most);
            self.limit = self.hashes.last().copied().unwrap_or_default();
            self.is_whole = false;
        }
    }

    fn sample(mut self) -> Sample {
        self.trim();
        Sample { hashes: self.hashes.as_slice().into(), is_whole: self.is_whole }
    }
}

/// The words of a text: letters and digits, and the points and commas within a number.
struct Words<'a> {
    bytes: &'a [u8],
    at: usize,
    /// No word came since a sentence ended.
    is_first: bool,
}

struct Word<'a> {
    /// Its first byte in the text.
    start: usize,
    bytes: &'a [u8],
    /// Small letters and capitals have one hash.
    hash: u64,
    has_digit: bool,
    /// It has a capital letter within a sentence.
    is_name: bool,
}

/// Eight bytes of a text, of which the first so many are ASCII letters and digits.
struct Eight {
    plain: u32,
    has_digit: bool,
    /// Those bytes alone, in small letters.
    small: u64,
}

/// A byte eight times.
const fn eight_of(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

impl Eight {
    fn of(bytes: [u8; 8]) -> Self {
        const HIGH: u64 = eight_of(0x80);
        let all = u64::from_le_bytes(bytes);
        let small = all | eight_of(0x20);
        // The high bit of each byte that lies from one to another, all bytes at once; none is carried into the next.
        let within = |all: u64, first: u8, last: u8| {
            let low = all & !HIGH;
            (low + eight_of(0x80 - first)) & !(low + eight_of(0x7F - last)) & !all & HIGH
        };
        let digits = within(all, b'0', b'9');
        let others = !(within(small, b'a', b'z') | digits) & HIGH;
        let plain = others.trailing_zeros() / 8;
        let these = 1_u64.checked_shl(8 * plain).map_or(u64::MAX, |end| end - 1);
        Self { plain, has_digit: digits & these != 0, small: small & these }
    }
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, is_first: true }
    }

    fn eight(&self) -> Eight {
        let left = &self.bytes[self.at..];
        Eight::of(left.first_chunk().copied().unwrap_or_else(|| {
            let mut padded = [0; 8];
            padded[..left.len()].copy_from_slice(left);
            padded
        }))
    }

    /// Whether a word goes on with the next byte, which is no ASCII letter or digit.
    fn goes_on(&self, start: usize) -> bool {
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        match self.bytes.get(self.at) {
            // A number goes on after it.
            Some(b'.' | b',') => is_digit(self.bytes[start..self.at].last()) && is_digit(self.bytes.get(self.at + 1)),
            // Signs such as £, no-break spaces, quotes and dashes are in these blocks; letters are in others.
            Some(0xC2 | 0xE2) | None => false,
            Some(byte) => !byte.is_ascii(),
        }
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        while !self.bytes.get(self.at)?.is_ascii_alphanumeric() && !self.goes_on(self.at) {
            let byte = self.bytes[self.at];
            self.is_first |= matches!(byte, b'.' | b'!' | b'?' | b':' | b'"');
            self.at = self.bytes.len().min(match byte {
                0xC2 => self.at + 2,
                0xE2 => self.at + 3,
                _ => self.at + 1,
            });
        }
        let start = self.at;
        let (mut hash, mut has_digit) = (0, false);
        loop {
            let Eight { plain, has_digit: a_digit, small } = self.eight();
            has_digit |= a_digit;
            hash = joined(hash, small);
            self.at += plain as usize;
            if plain < 8 {
                if !self.goes_on(start) {
                    break;
                }
                hash = joined(hash, u64::from(self.bytes[self.at]));
                self.at += 1;
            }
        }
        let bytes = &self.bytes[start..self.at];
        let is_name = bytes[0].is_ascii_uppercase() && !self.is_first;
        self.is_first = false;
        Some(Word { start, bytes, hash, has_digit, is_name })
    }
}

impl Word<'_> {
    /// Whether it tells one story from another: as a part of a name, or as a number that is no year.
    fn tells(&self, named: Option<&Mention>) -> bool {
        let tells = match named {
            // The bodies that all news is of tell nothing.
            Some(mention) => mention.kind != OrganisationKind::National,
            None => self.is_name || self.has_digit && !is_of_a_date(self.bytes),
        };
        tells && COMMON_HASHES.binary_search(&self.hash).is_err()
    }
}

/// Whether a word of digits may be a year, a day or the end of "2017-18".
fn is_of_a_date(word: &[u8]) -> bool {
    matches!(word, [_] | [_, _] | [b'1', b'9', _, _] | [b'2', b'0', _, _]) && word.iter().all(u8::is_ascii_digit)
}

/// One hash of two, in their order.
fn joined(one: u64, other: u64) -> u64 {
    (one.rotate_left(23) ^ other).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Half of a hash, into which all of it goes.
fn lower_half(hash: u64) -> u32 {
    let mixed = (hash ^ hash >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    u32::try_from(mixed >> 32).unwrap_or_default()
}
