//! Scales: the letters and words that multiply a number.

use rust_decimal::Decimal;

use super::{Parsed, ascii_word, at_word_end, gap, no_match};
use crate::text::words::Lower;

/// `scale = [ "-" | gap ] , magnitude , { gap , magnitude } ;` "m", " million", "-billion", " hundred thousand"
///
/// A letter of its own is a scale only when glued to the number, or after one space where `spaced_letters` says so.
pub(super) fn scale(input: &str, spaced_letters: bool) -> Parsed<'_, Decimal> {
    let (start, glued) = match input.strip_prefix('-') {
        Some(rest) => (rest, false),
        None => {
            let (rest, ()) = gap(input)?;
            (rest, rest.len() == input.len())
        }
    };
    let (mut rest, word) = ascii_word(start)?;
    let mut value = match magnitude(word) {
        Some(value) if word.len() > 2 || glued => value,
        Some(value) if spaced_letters && !input.starts_with('-') && at_word_end(rest) => value,
        _ => return no_match(input),
    };
    // "hundred million", "thousand million": at most three, since no number has more.
    for _ in 0..2 {
        let Ok((after, next)) = gap(rest).and_then(|(after, ())| ascii_word(after)) else { break };
        let Some(factor) = magnitude(next).filter(|_| next.len() > 2) else { break };
        let Some(product) = value.checked_mul(factor) else { return no_match(input) };
        (rest, value) = (after, product);
    }
    Ok((rest, value))
}

/// `magnitude = "k" | "m" | "mn" | "bn" | "million" | … ;`
pub(super) fn magnitude(word: &str) -> Option<Decimal> {
    let power = match Lower::new(word).as_str() {
        "hundred" | "hundreds" => 2,
        "k" | "thousand" | "thousands" => 3,
        "lakh" | "lakhs" | "lac" => 5,
        "m" | "mn" | "mil" | "mln" | "mio" | "million" | "millions" => 6,
        "crore" | "crores" => 7,
        "b" | "bn" | "bln" | "billion" | "billions" => 9,
        "t" | "tn" | "trn" | "trillion" | "trillions" => 12,
        _ => return None,
    };
    10_u64.checked_pow(power).map(Decimal::from)
}
