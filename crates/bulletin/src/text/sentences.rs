//! Sentences: where one ends and the next begins.

use crate::span::Span;

/// How far a sentence is followed to each side of a word, in bytes: a bound for text without stops.
const REACH: usize = 1200;

/// Words that a full stop follows inside a sentence.
const ABBREVIATIONS: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "prof", "st", "vs", "cllr", "sir", "rev", "hon", "inc", "ltd", "co"];

/// Words that a full stop shortens where a number follows: "no. 5", "c. £3m".
const BEFORE_NUMBERS: [&str; 7] = ["no", "nos", "c", "ca", "p", "pp", "approx"];

/// The sentence of `paragraph` (a span of `text`) in which `word` stands, without white space around it.
pub(crate) fn around(text: &str, paragraph: Span, word: Span) -> Span {
    let from = super::words::window(text, paragraph.start(), word.start(), REACH);
    let to = super::words::reach(text, word.end(), REACH).min(paragraph.end()).max(word.end());
    let from = blank_lines(text, from, word.start()).last().unwrap_or(from);
    let to = blank_lines(text, word.end(), to).next().unwrap_or(to);
    let before = text.get(from..word.start()).unwrap_or_default();
    let stops = memchr::memrchr3_iter(b'.', b'?', b'!', before.as_bytes());
    let start = stops.filter_map(|at| end_at(text, from + at)).find(|&end| end <= word.start()).unwrap_or(from);
    let end = ends(text, word.end(), to).next().unwrap_or(to);
    trimmed(text, start, end)
}

/// Where sentences end in `text[from..to]`: right after the stop and what closes with it.
fn ends(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let part = text.get(from..to).unwrap_or_default();
    let stops = memchr::memchr3_iter(b'.', b'?', b'!', part.as_bytes());
    stops.filter_map(move |at| end_at(text, from + at)).filter(move |&end| end <= to)
}

/// Where lines without words start in `text[from..to]`: no sentence goes on over one.
fn blank_lines(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> + '_ {
    let part = text.get(from..to).unwrap_or_default();
    memchr::memchr_iter(b'\n', part.as_bytes()).map(move |at| from + at + 1).filter(move |&start| {
        text.get(start..to).is_some_and(|rest| rest.trim_start_matches([' ', '\t', '\u{a0}']).starts_with('\n'))
    })
}

/// The end of a sentence whose stop is at byte `at`, if it is one.
fn end_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at + 1..)?;
    let closing = rest.trim_start_matches(['.', '"', '\'', '”', '’', ')', ']', '?', '!']);
    let next = closing.chars().next();
    if next.is_some_and(|c| !c.is_whitespace()) {
        return None;
    }
    if text.as_bytes().get(at) == Some(&b'.') && (abbreviated(text, at) || continues(closing)) {
        return None;
    }
    Some(text.len() - closing.len())
}

/// Whether the stop at byte `at` belongs to an abbreviation: "Mr.", an initial "J.", "c. £3m".
fn abbreviated(text: &str, at: usize) -> bool {
    let word = super::words::word_before(text, 0, at);
    let initial = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let lower = super::words::Lower::new(word);
    let number = || text[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit() || "£$€".contains(c));
    initial || ABBREVIATIONS.contains(&lower.as_str()) || (BEFORE_NUMBERS.contains(&lower.as_str()) && number())
}

/// Whether what follows a full stop goes on in the same sentence: a word in small letters.
fn continues(rest: &str) -> bool {
    rest.trim_start().chars().next().is_some_and(char::is_lowercase)
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let part = text.get(start..end).unwrap_or_default();
    let lead = part.len() - part.trim_start().len();
    Span::at(start + lead, part.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_in_the_sentence_between_two_stops() {
        for (text, word, expected) in [
            ("One. Two.", "One", "One."),
            ("One. Two.", "Two", "Two."),
            ("He said “no.” She left.", "said", "He said “no.”"),
            ("He said “no.” She left.", "left", "She left."),
            ("Mr. Hale paid £1.5m. Dr J. Brook did not.", "paid", "Mr. Hale paid £1.5m."),
            ("Mr. Hale paid £1.5m. Dr J. Brook did not.", "Brook", "Dr J. Brook did not."),
            ("It cost £20,000 p.a. in all.", "£20,000", "It cost £20,000 p.a. in all."),
            ("It owes c. £3m, see no. 5.", "owes", "It owes c. £3m, see no. 5."),
            ("Why? Because.\u{a0} So there!", "Because", "Because."),
            ("no stop at all", "stop", "no stop at all"),
            ("A heading\n\nIts story", "Its", "Its story"),
            ("A heading\n \nIts story", "heading", "A heading"),
        ] {
            let at = Span::at(text.find(word).expect(word), word.len());
            assert_eq!(around(text, Span::at(0, text.len()), at).of(text), expected, "{word}");
        }
    }
}
