//! The grammar of figures, as nom rules. Each rule stands under its production in EBNF.
//!
//! A rule reads forward from its input's start and gives what is left. Nothing here knows of articles.

mod candidate;
mod currency;
pub(crate) mod lexicon;
mod money;
mod number;
pub(crate) mod organisation;
pub(crate) mod period;
mod qualifier;
mod rate;
mod scale;
mod scan;
mod vague;

#[cfg(test)]
mod corpus;

use nom::IResult;
use nom::error::{Error, ErrorKind};

pub(crate) use rate::{apportioned, unit};
pub(crate) use scan::{Reading, SPREAD, Scanner};

use crate::text::words::{is_plain, is_word};
use lexicon::{Lexicon, longest};

/// What a rule gives: the rest of the input, and what was read.
type Parsed<'a, T> = IResult<&'a str, T>;

/// The failure of a rule that nom's combinators did not make.
fn no_match<T>(input: &str) -> Parsed<'_, T> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Verify)))
}

/// `gap = { space of any kind } , [ line-break , { space } ] ;` never two line breaks: a paragraph ends there
fn gap(input: &str) -> Parsed<'_, ()> {
    // Most gaps are one space, and most places that are asked have none.
    match input.as_bytes() {
        [b'!'..=b'~', ..] => return Ok((input, ())),
        [b' ', b'!'..=b'~', ..] => return Ok((&input[1..], ())),
        _ => {}
    }
    let is_blank = |c: char| c.is_whitespace() && c != '\n';
    let rest = input.trim_start_matches(is_blank);
    Ok((rest.strip_prefix('\n').map_or(rest, |next| next.trim_start_matches(is_blank)), ()))
}

/// Whether a word of three letters or more multiplies the number before it: "million".
pub(crate) fn is_magnitude(word: &str) -> bool {
    word.len() > 2 && scale::magnitude(word).is_some()
}

/// Whether a word ends at the start of `rest`.
#[inline]
fn at_word_end(rest: &str) -> bool {
    match rest.as_bytes() {
        [] => true,
        [byte, ..] if byte.is_ascii() => !is_plain(*byte),
        _ => !rest.starts_with(is_word),
    }
}

/// The run of ASCII letters at the start of the input, where no other letter follows it.
fn ascii_word(input: &str) -> Parsed<'_, &str> {
    let length = input.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = input.split_at(length);
    if length == 0 || rest.starts_with(char::is_alphabetic) { no_match(input) } else { Ok((rest, word)) }
}

/// `words` (small letters, single spaces) at the start of the input: any case, any gap or hyphen between, whole words.
fn phrase<'a>(words: &str, input: &'a str) -> Parsed<'a, ()> {
    match phrase_length(words, input) {
        Some(length) => Ok((&input[length..], ())),
        None => no_match(input),
    }
}

/// How many bytes of the input [`phrase`] takes.
#[inline]
fn phrase_length(words: &str, input: &str) -> Option<usize> {
    phrase_length_after(0, words, input)
}

/// The same, where the first `known` bytes, all of them letters, are known to be alike.
#[inline]
fn phrase_length_after(known: usize, words: &str, input: &str) -> Option<usize> {
    let bytes = input.as_bytes();
    let mut at = known;
    for &letter in words.as_bytes().get(known..)? {
        let found = *bytes.get(at)?;
        at += match letter {
            b' ' if found == b'-' => 1,
            b' ' => {
                let rest = input.get(at..)?;
                let (after, ()) = gap(rest).ok()?;
                Some(rest.len() - after.len()).filter(|&length| length > 0)?
            }
            b'a'..=b'z' if found | 0x20 == letter => 1,
            _ if found == letter => 1,
            _ => return None,
        };
    }
    at_word_end(input.get(at..)?).then_some(at)
}
