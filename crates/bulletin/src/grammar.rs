//! The grammar of figures, as nom rules. Each rule stands under its production in EBNF.
//!
//! A rule reads forward from its input's start and gives what is left. Nothing here knows of articles.

mod candidate;
mod currency;
mod money;
mod number;
mod qualifier;
mod rate;
mod scale;
mod scan;
mod vague;

#[cfg(test)]
mod corpus;

use nom::IResult;
use nom::error::{Error, ErrorKind};

pub(crate) use scan::{Reading, figures};

/// What a rule gives: the rest of the input, and what was read.
type Parsed<'a, T> = IResult<&'a str, T>;

/// The failure of a rule that nom's combinators did not make.
fn no_match<T>(input: &str) -> Parsed<'_, T> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Verify)))
}

/// gap = at most two spaces of any kind, or one line break with the spaces around it ;
fn gap(input: &str) -> Parsed<'_, ()> {
    let rest = input.trim_start_matches(|c: char| crate::text::words::is_space(c) && c != '\n');
    let rest = match rest.strip_prefix('\n') {
        Some(next) => next.trim_start_matches(|c: char| crate::text::words::is_space(c) && c != '\n'),
        None => rest,
    };
    Ok((rest, ()))
}

/// Whether a word ends at the start of `rest`.
fn at_word_end(rest: &str) -> bool {
    !rest.starts_with(char::is_alphanumeric)
}

/// The word at the start of the input in small letters, if it is one of ASCII letters, and the rest.
fn ascii_word(input: &str) -> Parsed<'_, &str> {
    let length = input.bytes().take(24).take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = input.split_at(length);
    if length == 0 || rest.starts_with(char::is_alphabetic) { no_match(input) } else { Ok((rest, word)) }
}

/// `words` (small letters, single spaces) at the start of the input: any case, any gaps or hyphens between, whole words.
fn phrase<'a>(words: &str, input: &'a str) -> Parsed<'a, ()> {
    let mut rest = input;
    for (position, word) in words.split(' ').enumerate() {
        if position > 0 {
            let after = rest.strip_prefix('-').map_or_else(|| gap(rest).map(|(after, ())| after), Ok)?;
            if after.len() == rest.len() {
                return no_match(input);
            }
            rest = after;
        }
        match rest.get(..word.len()) {
            Some(found) if found.eq_ignore_ascii_case(word) => rest = &rest[word.len()..],
            _ => return no_match(input),
        }
    }
    if at_word_end(rest) { Ok((rest, ())) } else { no_match(input) }
}

/// The longest of `table`'s phrases that the input starts with, and what it stands for.
fn longest<'a, T: Copy>(table: &[(&str, T)], input: &'a str) -> Parsed<'a, T> {
    let first = input.as_bytes().first().map(u8::to_ascii_lowercase);
    let matches = table.iter().filter(|(words, _)| words.as_bytes().first().copied() == first);
    let found = matches.filter_map(|&(words, value)| phrase(words, input).ok().map(|(rest, ())| (rest, value)));
    match found.min_by_key(|(rest, _)| rest.len()) {
        Some((rest, value)) => Ok((rest, value)),
        None => no_match(input),
    }
}
