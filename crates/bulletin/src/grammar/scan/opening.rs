//! Quick looks at where a figure can start, which spare the grammar the many numbers that are no money.

use std::sync::LazyLock;

use crate::gazetteer::currencies::unit_at;
use crate::grammar::lexicon::{Lexicon, longest};
use crate::grammar::{at_word_end, phrase, scale};
use crate::text::words::{starts_word, window, word_before, word_starts_back};

/// Words that a number can start with.
static NUMBERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "minus negative zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
         fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty \
         ninety hundred thousand million billion trillion point",
    )
});

/// Further words that a figure without digits can start with.
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "a an half third quarter quarters hundreds thousands millions billions trillions several many tens dozens \
         scores untold countless multi multimillion multibillion fiver tenner gbp usd eur jpy",
    )
});

/// Whether `input` can start a figure in words.
pub(super) fn opens(input: &str) -> bool {
    input.starts_with(|c: char| !c.is_ascii_alphabetic())
        || longest(&NUMBERS, input).is_ok()
        || longest(&OTHERS, input).is_ok()
}

/// Whether the word for money that starts at byte `at` is whole, and no part of another: not "per cent", "France".
pub(super) fn names(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let word = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
    let start = text.len() - word.len();
    let whole = |length: usize| at_word_end(&word[length..]) && starts_word(text, start);
    match unit_at(word) {
        Some((_, length)) if word.starts_with("cent ") || word.starts_with("cent,") || word.starts_with("cent.") => {
            whole(length) && !word_before(text, 0, at).eq_ignore_ascii_case("per")
        }
        Some((_, length)) if word.starts_with(|c: char| c.is_alphabetic()) => whole(length),
        // A sign that digits follow is theirs.
        Some((_, length)) => !word[length..].trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '.'),
        None => phrase("figure", word).is_ok(),
    }
}

/// Whether `input` starts with a number.
pub(super) fn counts(input: &str) -> bool {
    input.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '−' | '(' | '.'))
        || longest(&NUMBERS, input).is_ok()
}

/// Whether `input` starts with what can stand before a number: a currency, a minus or a bracket.
pub(super) fn marks(input: &str) -> bool {
    match input.as_bytes().first() {
        Some(b'-' | b'(' | b'$' | b'&' | b'#') => true,
        Some(byte) if byte.is_ascii() && !byte.is_ascii_alphabetic() => false,
        _ => unit_at(input).is_some() || input.starts_with('−') || longest(&NUMBERS, input).is_ok(),
    }
}

/// Where a figure starts that has nothing but "£" before its digits at byte `at`, and a word that is no minus before
/// that. Most figures are such.
pub(super) fn after_plain_sign(text: &str, floor: usize, at: usize) -> Option<usize> {
    let before = text[floor..at].strip_suffix('£')?;
    let word = before.strip_suffix(' ')?;
    let letter = word.bytes().next_back().is_some_and(|byte| byte.is_ascii_alphabetic());
    let minus = word
        .get(word.len().saturating_sub(5)..)
        .is_some_and(|end| end.eq_ignore_ascii_case("minus") || end.eq_ignore_ascii_case("ative"));
    (letter && !minus).then_some(floor + before.len())
}

/// Whether a currency may stand right before the digits at byte `at`.
pub(super) fn marked_before(text: &str, floor: usize, at: usize) -> bool {
    let before = text[floor..at].trim_end_matches([' ', '\u{a0}', '\t', '-', '−', '(', '.', '\n']);
    let end = before.len();
    let is_marker = |start: usize| unit_at(&before[start..]).is_some_and(|(_, length)| start + length == end);
    match before.chars().next_back() {
        // An entity or a sign that was garbled on its way ends in what the grammar must see whole.
        Some('£' | '$') => true,
        Some(';' | '#') => !text[end + floor..at].contains('\n'),
        Some('’' | '‘' | '“' | '”' | '–' | '—' | '…') | None => false,
        Some(c) if c.is_alphabetic() || c == '.' => {
            word_starts_back(before, window(before, 0, end, 24), end).take(3).any(is_marker)
        }
        Some(c) if !c.is_ascii() => {
            let from = window(before, 0, end, 8);
            before[from..].char_indices().any(|(offset, _)| is_marker(from + offset))
        }
        Some(_) => false,
    }
}

/// Whether a sign, code or short name of a currency follows a number, after its scale or at once. The longer names are
/// candidates of their own.
pub(super) fn marked_after(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['½', '¼', '¾', ')']);
    follows(rest) || scale::scale(rest, false).is_ok_and(|(rest, _)| follows(rest))
}

fn follows(rest: &str) -> bool {
    let start = rest.strip_prefix('-').unwrap_or(rest).trim_start_matches([' ', '\u{a0}', '\n']);
    match start.as_bytes().first() {
        Some(byte) if byte.is_ascii_alphabetic() || *byte == b'$' || !byte.is_ascii() => unit_at(start).is_some(),
        _ => false,
    }
}
