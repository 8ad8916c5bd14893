//! Lists of words to look for, all at once.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// A list of words that is looked for in one walk over a line, in any case.
pub(super) struct Cues(Option<AhoCorasick>);

impl Cues {
    /// The words, in small letters.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let kind = Some(AhoCorasickKind::DFA);
        Cues(AhoCorasick::builder().ascii_case_insensitive(true).kind(kind).build(words).ok())
    }

    /// Which of the words stand in `line`, by their places in the list; a word that is there twice is given twice.
    pub(super) fn all<'a>(&'a self, line: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.0.iter().flat_map(move |words| words.find_overlapping_iter(line)).map(|found| found.pattern().as_usize())
    }

    /// Whether any of the words stands in `line`.
    pub(super) fn any(&self, line: &str) -> bool {
        self.0.as_ref().is_some_and(|words| words.is_match(line))
    }
}

/// The beginning of a paragraph: no more of it than `longest` bytes.
pub(super) fn head(words: &str, longest: usize) -> &str {
    let mut end = words.len().min(longest);
    while !words.is_char_boundary(end) {
        end -= 1;
    }
    &words[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case() {
        let cues = Cues::new(["week", "weekly", "day"]);
        assert_eq!(cues.all("Our WEEKLY news").collect::<Vec<_>>(), [0, 1]);
        assert!(cues.any("Monday") && !cues.any("Wee Kings"));
        assert_eq!(head("a£b", 2), "a");
        assert_eq!(head("a£b", 9), "a£b");
    }
}
