//! Numbers: digits with every kind of separator, words, and fractions. Exact decimals throughout.

mod digits;
mod words;

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use rust_decimal::Decimal;

use super::{Lexicon, Parsed, gap, longest, no_match, phrase, scale};

/// A number, and how it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Decimal,
    pub(super) form: Form,
}

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// "2017": digits without a separator or decimals.
    Plain,
    /// "2,017", "20.17", "2½"
    Marked,
    /// "twenty", "a hundred"
    Worded,
    /// "half a million": a scale is part of it.
    Portion,
}

/// `number = portion | ( digits | worded ) , [ and-a-half ] ;`
pub(super) fn number(input: &str) -> Parsed<'_, Number> {
    portion(input).or_else(|_| {
        let (rest, whole) = alt((digits::digits, worded)).parse(input)?;
        and_a_half(input, rest, whole).or(Ok((rest, whole)))
    })
}

/// `worded = cardinal ;`
fn worded(input: &str) -> Parsed<'_, Number> {
    let (rest, value) = words::cardinal(input)?;
    Ok((rest, Number { value, form: Form::Worded }))
}

/// `portion = [ "a" | "one" ] , fraction , [ "of" ] , [ "a" | "an" | "one" ] , scale ;` "half a million", "three quarters of a billion"
fn portion(input: &str) -> Parsed<'_, Number> {
    let (rest, (numerator, denominator)) = fraction(input)?;
    let rest = optional_word(rest, &["of a", "of an", "of one", "of", "a", "one"]);
    let (rest, magnitude) = scale::scale(rest, false)?;
    match share(magnitude, numerator, denominator) {
        Some(value) => Ok((rest, Number { value, form: Form::Portion })),
        None => no_match(input),
    }
}

/// `and-a-half = gap , "and" , gap , fraction , gap , scale ;` "one and a half billion", "a million and a half"
///
/// After a number that is one magnitude alone the half is of that.
fn and_a_half<'a>(input: &'a str, rest: &'a str, whole: Number) -> Parsed<'a, Number> {
    let (rest, ()) = gap(rest)?;
    let (rest, ()) = phrase("and", rest)?;
    let (rest, ()) = gap(rest)?;
    let (rest, (numerator, denominator)) = fraction(rest)?;
    let (rest, unit, whole) = if let Some(unit) = words::unit(input) {
        (rest, unit, Some(whole.value))
    } else {
        let (rest, unit) = scale::scale(rest, false)?;
        (rest, unit, whole.value.checked_mul(unit))
    };
    let part = share(unit, numerator, denominator);
    match whole.zip(part).and_then(|(whole, part)| whole.checked_add(part)) {
        Some(value) => Ok((rest, Number { value, form: Form::Portion })),
        None => no_match(input),
    }
}

/// `fraction = [ "a" | "one" ] , ( "half" | "third" | "quarter" | "fifth" | "tenth" ) | "two thirds" | "three quarters" | … ;`
pub(super) fn fraction(input: &str) -> Parsed<'_, (u32, u32)> {
    static FRACTIONS: LazyLock<Lexicon<(u32, u32)>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("half", (1, 2)),
            ("a half", (1, 2)),
            ("one half", (1, 2)),
            ("third", (1, 3)),
            ("a third", (1, 3)),
            ("one third", (1, 3)),
            ("two thirds", (2, 3)),
            ("quarter", (1, 4)),
            ("a quarter", (1, 4)),
            ("one quarter", (1, 4)),
            ("three quarters", (3, 4)),
            ("three quarter", (3, 4)),
            ("a fifth", (1, 5)),
            ("one fifth", (1, 5)),
            ("two fifths", (2, 5)),
            ("three fifths", (3, 5)),
            ("four fifths", (4, 5)),
            ("a sixth", (1, 6)),
            ("one sixth", (1, 6)),
            ("an eighth", (1, 8)),
            ("one eighth", (1, 8)),
            ("a tenth", (1, 10)),
            ("one tenth", (1, 10)),
            ("quarters", (1, 4)),
        ])
    });
    longest(&FRACTIONS, input)
}

/// `numerator / denominator` of `whole`, exact where it can be and else to the hundredth.
pub(super) fn share(whole: Decimal, numerator: u32, denominator: u32) -> Option<Decimal> {
    let value = whole.checked_mul(numerator.into())?.checked_div(denominator.into())?;
    let value = value.normalize();
    // A decimal that goes on for ever fills all its places.
    Some(if value.scale() < 10 { value } else { value.round_dp(2) })
}

/// The input after one of `words` and the gap before it, or as it was.
fn optional_word<'a>(input: &'a str, words: &[&str]) -> &'a str {
    let after = input.strip_prefix('-').unwrap_or_else(|| gap(input).map_or(input, |(rest, ())| rest));
    words.iter().find_map(|word| phrase(word, after).ok()).map_or(input, |(rest, ())| rest)
}
