//! Headings: known by how they stand, not by their words.

use super::block::{Block, Mark};

/// The longest heading, in characters: of a headline set apart from its teaser, and of a heading in a column of text.
const LONGEST: (usize, usize) = (110, 80);
/// The longest question that is a heading in a column of text; a longer one is a paragraph that asks.
const LONGEST_QUESTION: usize = 60;

/// Whether words could be a heading by their look: short, no stop, no beginning in mid-sentence.
pub(super) fn is_brief(words: &str, mark: Mark) -> bool {
    let Some(&first) = words.as_bytes().first() else { return false };
    let bounded = words.len() <= 4 * LONGEST.0 && mark != Mark::Row;
    let short = || words.len() <= LONGEST.0 || length(words) <= LONGEST.0;
    bounded && !ends_sentence(words) && !begins_small(words, first) && short()
}

/// Whether what follows a heading-like block is what a heading stands over: text that is longer, or ends as a sentence.
pub(super) fn introduces(text: &str, block: &Block, next: &Block) -> bool {
    let words = block.title.of(text);
    let apart = next.blanks > block.blanks.max(1) || block.indent > 0;
    let longest = match (apart, words.ends_with('?')) {
        (true, _) => LONGEST.0,
        (false, true) => LONGEST_QUESTION,
        (false, false) => LONGEST.1,
    };
    let sentence = !next.brief && next.of(text).ends_with(['.', '”', '"', '…', '?', '!', ']', ')']);
    // A gap below that is wider than the one above sets a headline over its teaser, however short that is.
    let set_apart = block.indent > 0 && next.blanks >= 2 && next.blanks > block.blanks;
    let longer = next.words.len() > block.title.len() || sentence || set_apart;
    longer && length(words) <= longest
}

/// How many words a block has, counted no further than ten.
pub(super) fn word_count(words: &str) -> usize {
    words.split_whitespace().take(10).count()
}

fn begins_small(words: &str, first: u8) -> bool {
    first.is_ascii_lowercase() || (!first.is_ascii() && words.starts_with(char::is_lowercase))
}

/// Whether the last sign, brackets, quotes and a footnote's number aside, closes a sentence or leads on.
fn ends_sentence(words: &str) -> bool {
    match words.as_bytes() {
        [.., b'.', b'.', b'.'] | [.., b'a'..=b'z'] => return false,
        [.., b'.' | b',' | b':' | b';'] => return true,
        _ => {}
    }
    let bare = words.trim_end_matches(['”', '’', '"', '\'', ')', '*']);
    let noted = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let note =
        noted.len() < bare.len() && noted.ends_with('.') && noted[..noted.len() - 1].ends_with(char::is_alphabetic);
    note || (bare.ends_with(['.', ',', ':', ';']) && !bare.ends_with("..."))
}

/// How many characters words of a bounded length have; bytes do where no limit is near.
fn length(words: &str) -> usize {
    if words.len() <= LONGEST_QUESTION { words.len() } else { words.chars().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_brief() {
        let brief = [
            "Big spenders",
            "What next?",
            "‘Not on target’",
            "And finally ...",
            "…and going down",
            "‘We can’t go on’",
            "24 A&Es to close",
            "Version 2.1",
            "Élan",
        ];
        let not = [
            "It left.",
            "“It left.”",
            "(It left.)",
            "They are:",
            "the end",
            "élan",
            "",
            "Claims rose in ten years.1",
            "Nurses, doctors,",
        ];
        for words in brief {
            assert!(is_brief(words, Mark::Plain), "{words:?}");
        }
        for words in not {
            assert!(!is_brief(words, Mark::Plain), "{words:?}");
        }
        assert!(!is_brief(&"word ".repeat(30), Mark::Plain));
        assert!(is_brief(&"é".repeat(110).to_uppercase(), Mark::Plain));
        assert!(!is_brief("a row", Mark::Row));
    }
}
