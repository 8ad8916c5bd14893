//! Numbers in words: "eight hundred and fifty-four", "fifteen point two billion", "one fifty five".

use rust_decimal::Decimal;

use crate::grammar::{Parsed, ascii_word, gap, no_match, scale};
use crate::text::words::Lower;

/// More words than any number has; longer runs of number words are read in pieces.
const LONGEST: usize = 24;

/// What a number word does to the number before it.
#[derive(Clone, Copy)]
enum Word {
    /// "one" … "nineteen", "twenty" … "ninety"
    Add(u32),
    /// "hundred"
    Hundred,
    /// "thousand", "million", …
    Magnitude(Decimal),
    And,
    Point,
}

/// `cardinal = [ "a" ] , { below-thousand , [ magnitude ] , [ "and" ] } , [ "point" , digit , { digit } , [ magnitude ] ] ;`
///
/// Words join with gaps or hyphens. "One fifty five" is 155 and "ninety-nine hundred" 9,900, as they are spoken.
pub(super) fn cardinal(input: &str) -> Parsed<'_, Decimal> {
    let mut rest = input;
    let mut sum = Sum::default();
    for position in 0..LONGEST {
        let Some((after, token)) = next_word(rest, position == 0) else { break };
        match token {
            // "£ million" heads a table: a magnitude alone counts nothing.
            Word::Hundred | Word::Magnitude(_) if position == 0 => break,
            Word::And => {
                // "and" belongs to the number only between its hundreds and what follows.
                let follows = next_word(after, false).map(|(_, token)| token);
                let joins = matches!(follows, Some(Word::Add(value)) if sum.can_join(value));
                if !joins {
                    break;
                }
            }
            Word::Point => {
                let Some((after, decimals)) = point(after) else { break };
                let Some(value) = sum.total().and_then(|total| total.checked_add(decimals)) else { break };
                return magnify(after, value);
            }
            other => {
                if !sum.take(other) {
                    break;
                }
            }
        }
        rest = after;
    }
    match sum.total() {
        Some(total) if sum.any => Ok((rest, total)),
        _ => no_match(input),
    }
}

/// The magnitude of a number that is one magnitude alone: "a million", "million".
pub(super) fn unit(input: &str) -> Option<Decimal> {
    let after = ascii_word(input).ok().filter(|(_, word)| is_one(word)).map_or(input, |(rest, _)| rest);
    let (_, word) = ascii_word(gap(after).ok()?.0).ok()?;
    (word.len() > 2).then(|| scale::magnitude(word)).flatten()
}

/// The number so far: thousands and up in `whole`, the part below a thousand in `current`.
#[derive(Default)]
struct Sum {
    whole: Decimal,
    /// The last magnitude taken; the next must be smaller.
    last: Option<Decimal>,
    current: u32,
    /// Whether `current` has a hundred in it, so that "and" may follow.
    hundred: bool,
    any: bool,
}

impl Sum {
    /// Takes one more word, or says that it does not belong to this number.
    fn take(&mut self, word: Word) -> bool {
        match word {
            Word::Add(value) => self.add(value),
            Word::Hundred => self.hundred(),
            Word::Magnitude(magnitude) => self.magnify(magnitude),
            Word::And | Word::Point => false,
        }
    }

    fn add(&mut self, value: u32) -> bool {
        let fits = match (self.current, value) {
            (0, _) => self.last.is_some() || !self.any,
            // "one fifty", "one fifteen": hundreds spoken without the word.
            (1..=9, 10..) => {
                self.current *= 100;
                true
            }
            (current, 1..=9) => current % 10 == 0 && current % 100 != 10,
            (current, 10..) => current % 100 == 0,
            _ => false,
        };
        if fits {
            self.current += value;
            self.any = true;
        }
        fits
    }

    fn hundred(&mut self) -> bool {
        if self.hundred || self.current > 99 || (self.any && self.current == 0) {
            return false;
        }
        self.current = self.current.max(1) * 100;
        self.hundred = true;
        self.any = true;
        true
    }

    fn magnify(&mut self, magnitude: Decimal) -> bool {
        // "thousand million": a magnitude on a magnitude multiplies.
        let stacked = self.current == 0 && self.last.is_some_and(|last| last < magnitude);
        let part = if stacked { self.whole } else { Decimal::from(self.current.max(u32::from(!self.any))) };
        let product = part.checked_mul(magnitude).filter(|product| !product.is_zero());
        let total = product.and_then(|product| if stacked { Some(product) } else { self.whole.checked_add(product) });
        match total {
            Some(total) if stacked || self.last.is_none_or(|last| magnitude < last) => {
                *self = Sum { whole: total, last: Some(magnitude), current: 0, hundred: false, any: true };
                true
            }
            _ => false,
        }
    }

    /// Whether "and" and then `value` can go on with this number: "hundred and five", "thousand and five".
    fn can_join(&self, value: u32) -> bool {
        value < 100 && (self.hundred || (self.current == 0 && self.last.is_some()))
    }

    fn total(&self) -> Option<Decimal> {
        self.whole.checked_add(self.current.into())
    }
}

/// The next word of a number, after the gap or hyphen before it; "a" and "an" are one at its start.
fn next_word(input: &str, first: bool) -> Option<(&str, Word)> {
    let after = if first { input } else { input.strip_prefix('-').or_else(|| Some(gap(input).ok()?.0))? };
    if !first && after.len() == input.len() {
        return None;
    }
    let (rest, word) = ascii_word(after).ok()?;
    if first && is_one(word) && !word.eq_ignore_ascii_case("one") {
        // "a" counts only before what it can multiply: "a hundred", "a million".
        let (_, next) = ascii_word(gap(rest).ok()?.0).ok()?;
        let multiplies = next.len() > 2 && scale::magnitude(next).is_some() && !next.ends_with('s');
        return multiplies.then_some((rest, Word::Add(1)));
    }
    Some((rest, value(Lower::new(word).as_str())?))
}

fn is_one(word: &str) -> bool {
    word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an") || word.eq_ignore_ascii_case("one")
}

fn value(word: &str) -> Option<Word> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let position = |words: &[&str]| words.iter().zip(0_u32..).find(|(unit, _)| **unit == word).map(|(_, value)| value);
    match word {
        "and" => Some(Word::And),
        "point" => Some(Word::Point),
        "hundred" => Some(Word::Hundred),
        "fourty" => Some(Word::Add(40)),
        _ if word.len() > 3 && !word.ends_with('s') && scale::magnitude(word).is_some() => {
            scale::magnitude(word).map(Word::Magnitude)
        }
        _ => position(&UNITS).or_else(|| position(&TENS).map(|tens| (tens + 2) * 10)).map(Word::Add),
    }
}

/// The digits after "point", each a word of its own: "five o six".
fn point(input: &str) -> Option<(&str, Decimal)> {
    let mut rest = input;
    let mut digits = String::from("0.");
    while digits.len() < 14 {
        let Ok((after, word)) = gap(rest).and_then(|(after, ())| ascii_word(after)) else { break };
        let digit = match value(Lower::new(word).as_str()) {
            Some(Word::Add(digit @ 0..=9)) => digit,
            _ if matches!(word, "o" | "oh" | "O") => 0,
            _ => break,
        };
        digits.push_str(&digit.to_string());
        rest = after;
    }
    Some((rest, Decimal::from_str_exact(&digits).ok().filter(|_| digits.len() > 2)?))
}

/// A decimal number with the magnitude that may follow it.
fn magnify(input: &str, value: Decimal) -> Parsed<'_, Decimal> {
    match scale::scale(input, false) {
        Ok((rest, magnitude)) => match value.checked_mul(magnitude) {
            Some(product) => Ok((rest, product.normalize())),
            None => no_match(input),
        },
        Err(_) => Ok((input, value)),
    }
}
