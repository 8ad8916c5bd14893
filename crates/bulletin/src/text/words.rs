//! Words: what separates and bounds them, and how they are found from the right.

/// Whether `c` can stand inside a word.
pub(crate) fn is_word(c: char) -> bool {
    match c {
        '£' | '\u{a0}' | '\u{2000}'..='\u{206f}' => false,
        c => c.is_alphanumeric(),
    }
}

/// Which bytes are letters and digits of ASCII: a look into a table is a third of the work of comparing.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        plain[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

/// Whether a byte is a letter or digit of ASCII.
#[inline]
pub(crate) fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

/// `text` without the white space, no-break spaces and byte order marks at its ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
}

/// The offset of the furthest character boundary within `reach` bytes before `end`, and not before `floor`.
pub(crate) fn window(text: &str, floor: usize, end: usize, reach: usize) -> usize {
    let mut start = end.saturating_sub(reach).max(floor).min(end);
    while start < end && !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// The offset of the character boundary at most `reach` bytes after `start`.
pub(crate) fn reach(text: &str, start: usize, reach: usize) -> usize {
    let mut end = start.saturating_add(reach).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Whether a word could start at byte `offset`: the character before it is no part of a word.
pub(crate) fn starts_word(text: &str, offset: usize) -> bool {
    match text.as_bytes().get(offset.wrapping_sub(1)) {
        None => true,
        Some(&byte) if byte.is_ascii() => !is_plain(byte),
        Some(_) => text.get(..offset).and_then(|before| before.chars().next_back()).is_none_or(|c| !is_word(c)),
    }
}

/// Where words start in `text[from..to]`, in order.
pub(crate) fn word_starts(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let mut before = from > 0 && is_word_byte(text, from - 1);
    (from..to.min(text.len())).filter(move |&offset| {
        let here = is_word_byte(text, offset);
        let starts = here && !before;
        before = here;
        starts
    })
}

/// Where words start in `text[from..to]`, nearest to `to` first.
pub(crate) fn word_starts_back(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let to = to.min(text.len());
    let mut here = to > from && is_word_byte(text, to - 1);
    (from..to).rev().filter(move |&offset| {
        let before = offset > 0 && is_word_byte(text, offset - 1);
        let starts = here && !before;
        here = before;
        starts
    })
}

/// Where words and single signs start in `text[from..to]`, nearest to `to` first.
pub(crate) fn tokens_back(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    (from..to.min(text.len())).rev().filter(|&offset| match text.as_bytes()[offset] {
        byte if is_plain(byte) => starts_word(text, offset),
        byte if byte.is_ascii() => !byte.is_ascii_whitespace() && byte != b'\x0b',
        _ => char_around(text, offset).is_some_and(|(start, c)| {
            start == offset && !c.is_whitespace() && (!is_word(c) || starts_word(text, offset))
        }),
    })
}

/// Whether the byte at `offset` is part of a character that can stand inside a word.
#[inline]
fn is_word_byte(text: &str, offset: usize) -> bool {
    let byte = text.as_bytes()[offset];
    is_plain(byte) || (!byte.is_ascii() && char_around(text, offset).is_some_and(|(_, c)| is_word(c)))
}

/// The character that the byte at `offset` is part of, and where it starts.
fn char_around(text: &str, offset: usize) -> Option<(usize, char)> {
    let start = (offset.saturating_sub(3)..=offset).rev().find(|&start| text.is_char_boundary(start))?;
    text[start..].chars().next().map(|c| (start, c))
}

/// The word that ends right before byte `end`, white space between left out; at most 40 bytes are looked at.
pub(crate) fn word_before(text: &str, floor: usize, end: usize) -> &str {
    let from = window(text, floor, end, 40);
    let part = text.get(from..end).unwrap_or_default().trim_end();
    let mut start = part.len();
    while start > 0 && is_word_byte(part, start - 1) {
        start -= 1;
    }
    &part[start..]
}

/// A short word in small letters, without an allocation; longer words are empty.
pub(crate) struct Lower {
    letters: [u8; Lower::LONGEST],
    length: usize,
}

impl Lower {
    const LONGEST: usize = 24;

    pub(crate) fn new(word: &str) -> Self {
        let mut lower = Lower { letters: [0; Lower::LONGEST], length: 0 };
        if let Some(letters) = lower.letters.get_mut(..word.len()) {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            lower.length = word.len();
        }
        lower
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}
