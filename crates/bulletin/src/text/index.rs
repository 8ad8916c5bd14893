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
    entries: Vec<(Key, T)>,
    /// Where the entries of each slot begin; there are several slots for each entry, so that most are empty.
    begins: Vec<u16>,
    /// How far a key's product is shifted to give its slot.
    shift: u32,
}

impl<T> Index<T> {
    /// The table of `entries`, whose texts `text` tells; at most 65,535.
    pub(crate) fn new(entries: impl IntoIterator<Item = T>, text: impl Fn(&T) -> &str) -> Self {
        let mut entries: Vec<_> = entries.into_iter().map(|entry| (Key::of(text(&entry)), entry)).collect();
        let firsts = entries.iter().fold(0, |firsts, (_, entry)| firsts | first(text(entry)));
        let slots = (entries.len() * 4).next_power_of_two().max(2);
        let shift = u64::BITS - slots.trailing_zeros();
        entries.sort_by_key(|(key, entry)| (key.slot(shift), Reverse(text(entry).len())));
        let begin = |slot| entries.partition_point(|(key, _)| key.slot(shift) < slot);
        let begins = (0..=slots).map(|slot| u16::try_from(begin(slot)).unwrap_or(u16::MAX)).collect();
        Index { firsts, entries, begins, shift }
    }

    /// The entries whose first word begins with the same letters as that of `text`, in any case.
    #[inline]
    pub(crate) fn alike(&self, text: &str) -> impl Iterator<Item = &T> {
        let mut entries: &[(Key, T)] = &[];
        let mut key = Key(0);
        if self.firsts & first(text) != 0 {
            key = Key::of(text);
            let slot = key.slot(self.shift);
            if let Some(&[begin, end]) = self.begins.get(slot..slot + 2) {
                entries = &self.entries[usize::from(begin)..usize::from(end)];
            }
        }
        entries.iter().filter(move |(other, _)| *other == key).map(|(_, entry)| entry)
    }

    /// All entries, in no order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|(_, entry)| entry)
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
struct Key(u64);

impl Key {
    #[inline]
    fn of(text: &str) -> Self {
        const EACH: u64 = 0x0101_0101_0101_0101;
        let bytes = text.as_bytes();
        let eight = bytes.first_chunk().copied().unwrap_or_else(|| {
            let mut few = [0; 8];
            few[..bytes.len()].copy_from_slice(bytes);
            few
        });
        // All eight at once: the high bit of each byte of `letters` says whether it is a letter.
        let eight = u64::from_le_bytes(eight);
        let small = (eight & (0x7f * EACH)) | (0x20 * EACH);
        let from_a = small + (0x80 - 0x61) * EACH;
        let after_z = small + (0x80 - 0x7b) * EACH;
        let others = !(from_a & !after_z & !eight) & (0x80 * EACH);
        // The bytes below the first that is no letter.
        let lowest = others & others.wrapping_neg();
        match lowest >> 7 {
            0 => Key(small),
            1 => Key(eight & 0xff),
            first => Key(small & (first - 1)),
        }
    }

    /// The place of the key's entries in a table, by multiplicative hashing.
    #[inline]
    fn slot(self, shift: u32) -> usize {
        usize::try_from(self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> shift).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_alike_whose_first_words_begin_alike() {
        let index = Index::new(["up", "up to", "overspend", "overspent by", "£", "’s", "p.a", "o", ""], |text| text);
        for (text, expected) in [
            ("UP there", vec!["up to", "up"]),
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
