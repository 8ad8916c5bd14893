//! A table of words or phrases, looked up by the first letters of a word.

use std::cmp::Reverse;

/// Entries that each have a text, looked up by the first letters of that, the longest text first.
///
/// A word that begins no entry is refused by its first letter, or by two loads and a comparison, whatever the size of the
/// table.
#[derive(Debug, Clone)]
pub(crate) struct Index<T> {
    /// The low five bits of the first bytes of all entries, which are the same for small letters and capitals.
    firsts: u32,
    /// By slot.
    entries: Vec<Entry<T>>,
    /// Where the entries of each slot begin; there are several slots for each entry, so that most are empty.
    begins: Vec<u16>,
    /// How far a key's product is shifted to give its slot.
    shift: u32,
}

#[derive(Debug, Clone)]
struct Entry<T> {
    key: Key,
    second: Second,
    value: T,
}

impl<T> Index<T> {
    /// The table of `entries`, whose texts `text` tells; at most 65,535.
    pub(crate) fn new(entries: impl IntoIterator<Item = T>, text: impl Fn(&T) -> &str) -> Self {
        let entry = |value| {
            let bytes = text(&value).as_bytes();
            let (key, letters) = Key::and_letters(bytes);
            Entry { key, second: Second::after(bytes, letters), value }
        };
        let mut entries: Vec<_> = entries.into_iter().map(entry).collect();
        let firsts = entries.iter().fold(0, |firsts, entry| firsts | first(text(&entry.value)));
        let slots = (entries.len() * 4).next_power_of_two().max(2);
        let shift = u64::BITS - slots.trailing_zeros();
        entries.sort_by_key(|entry| (entry.key.slot(shift), Reverse(text(&entry.value).len())));
        let begin = |slot| entries.partition_point(|entry| entry.key.slot(shift) < slot);
        let begins = (0..=slots).map(|slot| u16::try_from(begin(slot)).unwrap_or(u16::MAX)).collect();
        Index { firsts, entries, begins, shift }
    }

    /// The entries whose first word begins with the same letters as that of `text`, in any case, and whose second could be
    /// its second.
    #[inline]
    pub(crate) fn alike<'i>(&'i self, text: &str) -> impl Iterator<Item = &'i T> + use<'i, T> {
        self.alike_after(text).1
    }

    /// The same, and how many letters at its start all of them have in common with `text`.
    #[inline]
    pub(crate) fn alike_after<'i>(&'i self, text: &str) -> (usize, impl Iterator<Item = &'i T> + use<'i, T>) {
        let mut entries: &[Entry<T>] = &[];
        let (mut key, mut letters, mut second) = (Key(0), 0, Second::Any);
        if self.firsts & first(text) != 0 {
            (key, letters) = Key::and_letters(text.as_bytes());
            entries = self.slot(key);
            if !entries.is_empty() {
                second = Second::after(text.as_bytes(), letters);
            }
        }
        let could_be = move |entry: &&Entry<T>| entry.key == key && entry.second.could_be(second);
        (letters, entries.iter().filter(could_be).map(|entry| &entry.value))
    }

    /// Whether there could be entries for the words of a key. It is asked of many words, of which few have any.
    #[inline]
    pub(crate) fn may_have(&self, key: Key) -> bool {
        self.slot(key).iter().any(|entry| entry.key == key)
    }

    /// The entries of a key, and perhaps others.
    #[inline]
    fn slot(&self, key: Key) -> &[Entry<T>] {
        let slot = key.slot(self.shift);
        match self.begins.get(slot..slot + 2) {
            Some(&[begin, end]) => &self.entries[usize::from(begin)..usize::from(end)],
            _ => &[],
        }
    }

    /// All entries, in no order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|entry| &entry.value)
    }
}

/// The bit of a text's first byte.
#[inline]
fn first(text: &str) -> u32 {
    text.as_bytes().first().map_or(1, |byte| 1 << (byte & 31))
}

/// The first letters of a text's first word, eight at most, in small letters: equal for equal words. A text that begins
/// with no letter has its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    #[inline]
    pub(crate) fn of(text: &[u8]) -> Self {
        Key::and_letters(text).0
    }

    /// With how many letters of ASCII the text begins, eight at most.
    #[inline]
    pub(crate) fn and_letters(text: &[u8]) -> (Self, usize) {
        const EACH: u64 = 0x0101_0101_0101_0101;
        let eight = text.first_chunk().copied().unwrap_or_else(|| {
            let mut few = [0; 8];
            few[..text.len()].copy_from_slice(text);
            few
        });
        // All eight at once: the high bit of each byte of `others` says whether it is no letter.
        let eight = u64::from_le_bytes(eight);
        let small = (eight & (0x7f * EACH)) | (0x20 * EACH);
        let from_a = small + (0x80 - 0x61) * EACH;
        let after_z = small + (0x80 - 0x7b) * EACH;
        let others = !(from_a & !after_z & !eight) & (0x80 * EACH);
        let letters = others.trailing_zeros() / 8;
        let key = match letters {
            0 => eight & 0xff,
            8 => small,
            // The bytes below the first that is no letter.
            _ => small & ((1 << (letters * 8)) - 1),
        };
        (Key(key), letters as usize)
    }

    /// The place of the key's entries in a table, by multiplicative hashing.
    #[inline]
    fn slot(self, shift: u32) -> usize {
        usize::try_from(self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift).unwrap_or_default()
    }
}

/// Some keys. Most keys that are none of them are told from them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys([u64; 16]);

impl Keys {
    #[inline]
    pub(crate) fn may_have(&self, key: Key) -> bool {
        let (block, bit) = Keys::place(key);
        self.0[block] & bit != 0
    }

    #[inline]
    fn place(key: Key) -> (usize, u64) {
        let hash = key.slot(u64::BITS - 10);
        (hash >> 6, 1 << (hash & 63))
    }
}

impl FromIterator<Key> for Keys {
    fn from_iter<I: IntoIterator<Item = Key>>(keys: I) -> Self {
        let mut all = Keys::default();
        for (block, bit) in keys.into_iter().map(Keys::place) {
            all.0[block] |= bit;
        }
        all
    }
}

/// What is told of a text's second word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Second {
    /// It has this key.
    Is(Key),
    /// There may be any, or none.
    Any,
}

impl Second {
    /// That of a text that begins with so many letters, or more. The first word ends at a space or hyphen; a text whose
    /// first word ends otherwise tells nothing.
    #[inline]
    fn after(text: &[u8], letters: usize) -> Self {
        let more = text[letters..].iter().take(24).position(|byte| !byte.is_ascii_alphabetic());
        match more.and_then(|more| text.get(letters + more..)) {
            Some([b' ' | b'-', next @ ..]) if next.first().is_some_and(u8::is_ascii_alphabetic) => {
                Second::Is(Key::of(next))
            }
            _ => Second::Any,
        }
    }

    /// Whether it could be that of a text.
    fn could_be(self, text: Second) -> bool {
        self == Second::Any || text == Second::Any || self == text
    }
}

/// The last three letters of some words. Most words that are none of them have others, which a look at them tells.
#[derive(Debug, Clone)]
pub(crate) struct Ends([u64; 16]);

impl Ends {
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut ends = Ends([0; 16]);
        for (block, bit) in words.into_iter().filter_map(|word| Ends::place(word.as_bytes())) {
            ends.0[block] |= bit;
        }
        ends
    }

    /// Whether a text could end with one of the words, in any case.
    #[inline]
    pub(crate) fn may_end(&self, text: &[u8]) -> bool {
        Ends::place(text).is_some_and(|(block, bit)| self.0[block] & bit != 0)
    }

    #[inline]
    fn place(text: &[u8]) -> Option<(usize, u64)> {
        let &[first, second, third] = text.last_chunk()?;
        let letters = u32::from_le_bytes([first | 0x20, second | 0x20, third | 0x20, 0]);
        let hash = letters.wrapping_mul(0x9E37_79B1) >> 22;
        Some(((hash >> 6) as usize, 1 << (hash & 63)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_tell_words_apart() {
        let ends = Ends::of(["firm", "supplier", "start-up"]);
        for (text, expected) in
            [("the firm", true), ("a SUPPLIER", true), ("start-up", true), ("trust", false), ("rm", false), ("", false)]
        {
            assert_eq!(ends.may_end(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn entries_are_alike_whose_first_words_begin_alike() {
        let index = Index::new(["up", "up to", "overspend", "overspent by", "£", "’s", "p.a", "o", ""], |text| text);
        for (text, expected) in [
            ("UP there", vec!["up"]),
            ("UP TO there", vec!["up to", "up"]),
            ("up above", vec!["up"]),
            ("up-to", vec!["up to", "up"]),
            ("up", vec!["up to", "up"]),
            ("upper", vec![]),
            ("overspen", vec!["overspent by", "overspend"]),
            ("Overspending", vec!["overspent by", "overspend"]),
            ("£5", vec!["£"]),
            ("’s own", vec!["’s"]),
            ("p", vec!["p.a"]),
            ("O’Hara", vec!["o"]),
            ("o", vec!["o"]),
            ("", vec![""]),
            ("é", vec![]),
        ] {
            assert_eq!(index.alike(text).copied().collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
