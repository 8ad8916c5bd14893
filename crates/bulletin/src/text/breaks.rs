//! Line breaks: a text in which each is one LF, and the way back to the text as it was.

use crate::span::Span;

/// A text whose line breaks were CRLF or CR, with LF in their place.
pub(crate) struct Breaks {
    text: String,
    /// Where in `text` each LF stands that a CR was before.
    carriages: Vec<usize>,
}

impl Breaks {
    /// The text with its breaks as LF; nothing where it has no CR.
    pub(crate) fn of(text: &str) -> Option<Self> {
        memchr::memchr(b'\r', text.as_bytes())?;
        let mut breaks = Breaks { text: String::with_capacity(text.len()), carriages: Vec::new() };
        let mut from = 0;
        for at in memchr::memchr_iter(b'\r', text.as_bytes()) {
            breaks.text.push_str(&text[from..at]);
            from = at + 1;
            if text.as_bytes().get(from) == Some(&b'\n') {
                breaks.carriages.push(breaks.text.len());
            } else {
                breaks.text.push('\n');
            }
        }
        breaks.text.push_str(&text[from..]);
        Some(breaks)
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The same words in the text as it was.
    pub(crate) fn back(&self, span: &mut Span) {
        let place = |offset: usize| offset + self.carriages.partition_point(|&carriage| carriage < offset);
        let (start, end) = (place(span.start()), place(span.end()));
        *span = Span::at(start, end - start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_is_one_line_feed_and_words_are_found_again() {
        for (text, expected) in [
            ("one\r\ntwo", "one\ntwo"),
            ("one\rtwo", "one\ntwo"),
            ("one\n\rtwo\r\n\r\n", "one\n\ntwo\n\n"),
            ("\r\r\none\r\n£ two\r", "\n\none\n£ two\n"),
        ] {
            let breaks = Breaks::of(text).expect(text);
            assert_eq!(breaks.text(), expected);
            for word in ["one", "two"] {
                let at = breaks.text().find(word).expect(word);
                let mut span = Span::at(at, word.len());
                breaks.back(&mut span);
                assert_eq!(span.of(text), word, "{text:?}");
            }
        }
        assert!(Breaks::of("one\ntwo").is_none());
    }
}
