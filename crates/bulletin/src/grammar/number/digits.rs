//! Numbers in digits: "200,000", "1.5", "2½", "1 000 000", "12,34,567.89", "1.234,56".

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::take_while_m_n;
use rust_decimal::Decimal;

use super::{Form, Number};
use crate::grammar::{Parsed, no_match};

/// More digits than a decimal holds; a longer run is no number, and reading stops here.
const LONGEST: usize = 28;

/// `digits = ( continental | grouped | plain ) , [ vulgar ] | vulgar ;`
pub(super) fn digits(input: &str) -> Parsed<'_, Number> {
    if !input.starts_with(|c: char| c.is_ascii_digit() || c == '.' || vulgar_value(c).is_some()) {
        return no_match(input);
    }
    let (rest, number) = alt((continental, grouped, plain, only_vulgar)).parse(input)?;
    let part = rest.chars().next().and_then(|c| Some((vulgar_value(c)?, c.len_utf8())));
    match part.and_then(|(part, length)| Some((number.value.checked_add(part)?, length))) {
        Some((value, length)) if number.value.is_integer() => {
            Ok((&rest[length..], Number { value, form: Form::Marked }))
        }
        _ => Ok((rest, number)),
    }
}

/// `grouped = digit{1,3} , separator , digit{3} , { separator , digit{3} } , [ decimals ] ;` (each separator the same)
/// `| digit{1,2} , { "," , digit{2} } , "," , digit{3} , [ decimals ] ;` lakhs and crores
fn grouped(input: &str) -> Parsed<'_, Number> {
    let (rest, first) = run(input, 1, 3)?;
    let Some(separator) = rest.chars().next().filter(|&c| is_separator(c)) else { return no_match(input) };
    let mut digits = Digits::of(first);
    let mut rest = rest;
    let mut last = first.len();
    while let Some(after) = rest.strip_prefix(separator) {
        let Ok((next, group)) = run(after, 2, 3) else { break };
        if next.starts_with(|c: char| c.is_ascii_digit()) || (group.len() == 2 && separator != ',') {
            break;
        }
        if !digits.push(group) {
            return no_match(input);
        }
        (rest, last) = (next, group.len());
    }
    if last != 3 || digits.count <= 3 {
        return no_match(input);
    }
    let (rest, decimals) = decimals(rest, '.').unwrap_or((rest, ""));
    build(input, rest, digits, decimals, Form::Marked)
}

/// `continental = digit{1,3} , "." , digit{3} , { "." , digit{3} } , "," , digit{2} | digit{1,3} , "." , digit{3} , "." , digit{3} , { … } ;`
fn continental(input: &str) -> Parsed<'_, Number> {
    let (mut rest, first) = run(input, 1, 3)?;
    let mut digits = Digits::of(first);
    let mut groups = 0;
    while let Some((next, group)) = rest.strip_prefix('.').and_then(|after| run(after, 3, 3).ok()) {
        if next.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        if !digits.push(group) {
            return no_match(input);
        }
        (rest, groups) = (next, groups + 1);
    }
    match (groups, decimals(rest, ',')) {
        (1.., Ok((rest, decimals))) if decimals.len() <= 2 => build(input, rest, digits, decimals, Form::Marked),
        (2.., _) => build(input, rest, digits, "", Form::Marked),
        _ => no_match(input),
    }
}

/// `plain = digit , { digit } , [ decimals ] | decimals ;` `decimals = ( "." | "," (a slip) ) , digit , { digit } ;`
fn plain(input: &str) -> Parsed<'_, Number> {
    let (rest, whole) = run(input, 1, LONGEST).unwrap_or((input, ""));
    if let Ok((rest, decimals)) = decimals(rest, '.') {
        return build(input, rest, Digits::of(whole), decimals, Form::Marked);
    }
    // "£1,2m" and "12,50 €" mean a decimal comma; "500 USD,100 times" has its comma after a word.
    if let Ok((after, decimals)) = decimals(rest, ',')
        && decimals.len() <= 2
        && !after.strip_prefix([',', '.']).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    {
        return build(input, after, Digits::of(whole), decimals, Form::Marked);
    }
    // "£000s" heads a table.
    let zeros = whole.len() > 1 && whole.bytes().all(|digit| digit == b'0');
    if whole.is_empty() || zeros { no_match(input) } else { build(input, rest, Digits::of(whole), "", Form::Plain) }
}

/// `vulgar = "½" | "¼" | "¾" | … ;`
fn only_vulgar(input: &str) -> Parsed<'_, Number> {
    match input.chars().next().and_then(|c| Some((vulgar_value(c)?, c.len_utf8()))) {
        Some((value, length)) => Ok((&input[length..], Number { value, form: Form::Marked })),
        None => no_match(input),
    }
}

fn vulgar_value(c: char) -> Option<Decimal> {
    let (numerator, denominator) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅛' => (1, 8),
        _ => return None,
    };
    super::share(Decimal::ONE, numerator, denominator)
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '،' | '\'' | '’' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2007}')
}

/// From `least` to `most` digits.
fn run(input: &str, least: usize, most: usize) -> Parsed<'_, &str> {
    take_while_m_n(least, most, |c: char| c.is_ascii_digit()).parse(input)
}

/// The digits after a decimal mark.
fn decimals(input: &str, mark: char) -> Parsed<'_, &str> {
    match input.strip_prefix(mark) {
        Some(after) => run(after, 1, LONGEST),
        None => no_match(input),
    }
}

/// Digits as they are gathered, up to as many as a decimal holds.
#[derive(Default)]
struct Digits {
    value: i128,
    count: usize,
}

impl Digits {
    /// The digits of a run that is no longer than [`LONGEST`].
    fn of(run: &str) -> Self {
        let mut digits = Digits::default();
        digits.push(run);
        digits
    }

    /// Adds a run at the end, or says that there is no room for it.
    fn push(&mut self, run: &str) -> bool {
        if self.count + run.len() > LONGEST {
            return false;
        }
        self.value = run.bytes().fold(self.value, |value, digit| value * 10 + i128::from(digit.saturating_sub(b'0')));
        self.count += run.len();
        true
    }
}

/// The number of these digits, if no digit follows and it fits.
fn build<'a>(input: &'a str, rest: &'a str, mut whole: Digits, decimals: &str, form: Form) -> Parsed<'a, Number> {
    if rest.starts_with(|c: char| c.is_ascii_digit() || c == '_') || !whole.push(decimals) {
        return no_match(input);
    }
    let scale = u32::try_from(decimals.len()).unwrap_or(u32::MAX);
    match Decimal::try_from_i128_with_scale(whole.value, scale) {
        Ok(value) => Ok((rest, Number { value, form })),
        Err(_) => no_match(input),
    }
}
