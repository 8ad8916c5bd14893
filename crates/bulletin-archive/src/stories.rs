//! Which articles tell the same story.
//!
//! Two articles tell the same story if their words say so: rows of three words that both have, and names and numbers
//! that both have. Of each article a sample is kept, those words whose hashes are lowest, so that samples of a long
//! and a short telling have what the short one took from the long one.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasherDefault, Hasher};

use bulletin::Bulletin;
use jiff::SignedDuration;

use crate::sketch::Overlap;
pub(crate) use crate::sketch::Sketch;

/// The stories told so far.
///
/// Each article gets the number of its story: how many articles were added before the one that told it first. So the
/// numbers depend on the order alone. A round-up, and what is about the bulletin itself, is a story of its own.
///
/// Of the latest 32,768 articles all is remembered, of as many before them a part: some 500 bytes each, 35 MB in all.
/// Each article takes a constant number of look-ups.
///
/// ```
/// let mut stories = bulletin_archive::Stories::default();
/// let daily = "Roof repairs\n\nNorthmoor FT will spend £3m on the roof of its theatres in Hythe by March 2019.";
/// let weekly = "Leaking theatres\n\nNorthmoor FT will spend £3m on the roof of its theatres in Hythe by March 2019.";
/// assert_eq!(stories.add_bulletin(&bulletin::parse(daily)), [0]);
/// assert_eq!(stories.add_bulletin(&bulletin::parse(weekly)), [0]);
/// assert_eq!(stories.add_bulletin(&bulletin::parse("Another story\n\nFell FT has a surplus.")), [2]);
/// ```
#[derive(Debug)]
pub struct Stories {
    /// So many tellings are remembered.
    memory: u32,
    /// How many articles were added.
    count: u64,
    /// The latest tellings.
    told: VecDeque<Telling>,
    /// How many tellings came before, round 32 bits.
    number: u32,
    /// Which telling was the last to have a row of words or a heading: the newer ones, and those before.
    newer: Index,
    older: Index,
}

#[derive(Debug)]
struct Telling {
    sketch: Sketch,
    story: u64,
}

type Index = HashMap<u32, u32, BuildHasherDefault<Spread>>;

/// A story is told again within so many days, where the days are known: later it is another.
const NEWS: SignedDuration = SignedDuration::from_hours(45 * 24);

/// A heading that tells a story by itself has so many words.
const TELLING_HEADING: usize = 4;

/// So many tellings are remembered.
const MEMORY: u32 = 1 << 16;

/// An article is compared with so many tellings at most, those with the most in common.
const CANDIDATES: usize = 4;

impl Default for Stories {
    fn default() -> Self {
        Stories::remembering(MEMORY)
    }
}

impl Stories {
    /// Stories of which so many tellings are remembered.
    fn remembering(memory: u32) -> Self {
        let (newer, older) = (Index::default(), Index::default());
        Self { memory, count: 0, told: VecDeque::new(), number: 0, newer, older }
    }

    /// The number of the story that each article of the next bulletin tells.
    pub fn add_bulletin(&mut self, bulletin: &Bulletin) -> Vec<u64> {
        bulletin.articles.iter().map(|article| self.add(Sketch::of(bulletin, article))).collect()
    }

    /// The number of the next article's story; without a sketch it is its own.
    pub(crate) fn add(&mut self, sketch: Option<Sketch>) -> u64 {
        let own = self.count;
        self.count += 1;
        let Some(sketch) = sketch else { return own };
        let told = self.candidates(&sketch).into_iter().map(|candidate| &self.told[candidate]);
        let story = told.into_iter().find(|told| is_same(&sketch, &told.sketch)).map_or(own, |told| told.story);
        self.remember(Telling { sketch, story });
        story
    }

    /// The places of the tellings that have most in common with a sketch, the best first.
    fn candidates(&self, sketch: &Sketch) -> Vec<usize> {
        let mut found: Vec<usize> = sketch.keys().filter_map(|key| self.last_with(key)).collect();
        found.sort_unstable();
        let mut votes: Vec<(usize, usize)> =
            found.chunk_by(|one, other| one == other).map(|same| (same.len(), same[0])).collect();
        votes.sort_unstable_by(|one, other| other.cmp(one));
        let same_heading = sketch.heading.and_then(|heading| self.last_with(heading));
        let most = votes.into_iter().map(|(_, place)| place).take(CANDIDATES);
        same_heading.into_iter().chain(most).collect()
    }

    /// The place of the last telling that has a key.
    fn last_with(&self, key: u32) -> Option<usize> {
        let number = self.newer.get(&key).or_else(|| self.older.get(&key))?;
        let age = usize::try_from(self.number.wrapping_sub(*number)).ok()?;
        self.told.len().checked_sub(age)
    }

    fn remember(&mut self, telling: Telling) {
        if self.told.len() >= self.memory as usize {
            self.told.pop_front();
        }
        if self.number.is_multiple_of(self.memory / 2) {
            self.older = std::mem::take(&mut self.newer);
        }
        self.newer.extend(telling.sketch.keys().map(|key| (key, self.number)));
        self.told.push_back(telling);
        self.number = self.number.wrapping_add(1);
    }
}

/// Whether two articles tell the same story.
fn is_same(one: &Sketch, other: &Sketch) -> bool {
    let days = Option::zip(one.day, other.day).map(|(one, other)| one.duration_since(other).abs());
    if days.is_some_and(|days| days > NEWS) {
        return false;
    }
    let has_same_heading = one.heading.is_some() && one.heading == other.heading;
    if one.is_bare || other.is_bare {
        // A listing has no more than the heading, which must then say something.
        return has_same_heading && one.heading_words >= TELLING_HEADING;
    }
    let rows = Overlap::of(&one.rows, &other.rows);
    let telling = Overlap::of(&one.telling, &other.telling);
    if telling.of < 2 {
        return rows.is(3, 60);
    }
    let (names, words) = if has_same_heading { (50, 15) } else { (60, 40) };
    telling.is(2, names) && rows.is(2, words)
}

/// The keys are hashes; they need only be spread over all bits.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0 ^ u64::from(key)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
