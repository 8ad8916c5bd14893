//! Lines: what stands between line breaks, and where.

use memchr::memchr_iter;

use crate::span::Span;
use crate::text::words::trim;

/// One line of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// The words, without white space at either end; empty for a blank line.
    pub(crate) words: Span,
    /// How many bytes of white space stand before the words.
    pub(crate) indent: usize,
}

/// The lines of `text`, broken at LF (a CR before it is white space).
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).map(move |end| {
        let line = &text[start..end];
        let words = trim(line);
        let indent = words.as_ptr() as usize - line.as_ptr() as usize;
        let found = Line { words: Span::at(start + indent, words.len()), indent };
        start = end + 1;
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_of_every_kind_of_white_space() {
        let text = "one \u{a0}\r\n\n\u{a0}  two\nthree";
        let found: Vec<_> = lines(text).map(|line| (line.words.of(text), line.indent)).collect();
        assert_eq!(found, [("one", 0), ("", 0), ("two", 4), ("three", 0)]);
    }
}
