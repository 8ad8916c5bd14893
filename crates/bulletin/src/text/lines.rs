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

/// The lines of `text`, broken at LF.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut start = 0;
    memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).map(move |end| {
        let found = line(text, start, end);
        start = end + 1;
        found
    })
}

/// The line between two breaks.
fn line(text: &str, start: usize, end: usize) -> Line {
    match &text.as_bytes()[start..end] {
        [] => Line { words: Span::at(start, 0), indent: 0 },
        // Most lines begin and end with a letter or a stop: nothing to trim.
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => {
            Line { words: Span::at(start, end - start), indent: 0 }
        }
        _ => {
            let line = &text[start..end];
            let words = trim(line);
            let indent = words.as_ptr() as usize - line.as_ptr() as usize;
            Line { words: Span::at(start + indent, words.len()), indent }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_trimmed_of_every_kind_of_white_space() {
        let rows: [(&str, &[(&str, usize)]); 7] = [
            ("one \u{a0}\r\n\n\u{a0}  two\nthree", &[("one", 0), ("", 0), ("two", 4), ("three", 0)]),
            ("", &[("", 0)]),
            ("\n", &[("", 0), ("", 0)]),
            ("a", &[("a", 0)]),
            ("”é\u{2009}", &[("”é", 0)]),
            ("\u{feff}£5\r", &[("£5", 3)]),
            (" \t \n-", &[("", 0), ("-", 0)]),
        ];
        for (text, expected) in rows {
            let indent = |line: Line| if line.words.is_empty() { 0 } else { line.indent };
            let found: Vec<_> = lines(text).map(|line| (line.words.of(text), indent(line))).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
