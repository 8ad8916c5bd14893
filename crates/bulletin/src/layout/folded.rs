//! Words as patterns see them.

/// A short line in small letters, with straight quotes, hyphens for dashes and single spaces; no allocation.
pub(super) struct Folded {
    bytes: [u8; Folded::LONGEST],
    length: usize,
}

impl Folded {
    /// The longest words that are folded, in bytes.
    pub(super) const LONGEST: usize = 280;

    /// The words, folded; empty where they are longer than [`Folded::LONGEST`].
    pub(super) fn new(words: &str) -> Self {
        let mut folded = Folded { bytes: [0; Folded::LONGEST], length: 0 };
        let plain = words.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') && !words.contains("  ");
        if let Some(bytes) = folded.bytes.get_mut(..words.len()).filter(|_| plain) {
            bytes.copy_from_slice(words.as_bytes());
            bytes.make_ascii_lowercase();
            folded.length = words.len();
        } else if words.len() <= Folded::LONGEST {
            let mut space = false;
            for c in words.chars() {
                let blank = c.is_whitespace();
                if !(blank && space) {
                    folded.push(fold(c));
                }
                space = blank;
            }
        }
        folded
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    fn push(&mut self, c: char) {
        // A folded character is never longer than it was, so it fits.
        self.length += c.encode_utf8(&mut self.bytes[self.length..]).len();
    }
}

fn fold(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_for_comparison() {
        let rows = [("Today’s  Must\u{a0}Know", "today's must know"), ("“É” – £5m…", "\"É\" - £5m…"), ("", "")];
        for (words, expected) in rows {
            assert_eq!(Folded::new(words).as_str(), expected);
        }
        assert_eq!(Folded::new(&"É".repeat(140)).as_str().len(), 280);
        assert_eq!(Folded::new(&"a".repeat(281)).as_str(), "");
    }
}
