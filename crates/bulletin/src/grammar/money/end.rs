//! One end of a figure: a number with its scale and what marks its currency, and the forms that are made of one.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::Figure;
use crate::gazetteer::currencies::{Form, Unit};
use crate::grammar::currency::Before;
use crate::grammar::number::{Form as NumberForm, Number, fraction, number, share};
use crate::grammar::{Lexicon, Parsed, currency, gap, longest, no_match, phrase, scale};
use crate::model::Rule;

/// A number with what stands around it, before anything is shared with a neighbour.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    pub(super) negative: bool,
    pub(super) before: Option<Unit>,
    pub(super) number: Number,
    pub(super) scale: Option<Decimal>,
    pub(super) after: Option<Unit>,
}

impl End {
    /// The unit that marks it as money; a code after the number beats a sign before it.
    ///
    /// "Band 8c" has no cents: the letter counts only beside a whole unit, "20 dollars 43c".
    pub(super) fn unit(self) -> Option<Unit> {
        let letter = |unit: Unit| unit.form == Form::MinorLetter && unit.currency.code().is_none();
        match (self.before, self.after) {
            (Some(before), Some(after)) if before.currency.code().is_none() && after.form != Form::Slang => Some(after),
            (Some(before), Some(after)) if after.form == Form::Slang => {
                Some(Unit { currency: before.currency, ..after })
            }
            (before, after) => before.or(after.filter(|&unit| !letter(unit))),
        }
    }

    /// The amount in major units, with `scale` for its own.
    pub(super) fn value(self, scale: Option<Decimal>, unit: Unit) -> Option<Decimal> {
        let value = self.number.value.checked_mul(scale.unwrap_or(Decimal::ONE))?.checked_mul(unit.worth)?;
        Some(if self.negative { -value } else { value }.normalize())
    }
}

/// `end = [ minus ] , [ before , [ gap ] ] , [ minus ] , number , [ scale ] , [ after ] ;`
pub(super) fn end(input: &str) -> Parsed<'_, End> {
    let (rest, outer) = minus(input);
    let (rest, before) = match currency::before(rest) {
        Ok((after, unit)) => {
            let (start, ()) = gap(after)?;
            let (words, gap) = (&rest[..rest.len() - after.len()], &after[..after.len() - start.len()]);
            (start, Some(Before { unit, words, gap }))
        }
        Err(_) => (rest, None),
    };
    let (rest, inner) = if before.is_some() { minus(rest) } else { (rest, false) };
    // "CVE-2019" is a number of its own kind.
    if inner && before.is_some_and(|before| before.lettered() && before.gap.is_empty()) {
        return no_match(input);
    }
    let (rest, (number, brackets)) = counted(rest, before.is_some())?;
    let sign_before = before.is_some_and(|before| before.unit.form == Form::Sign);
    let (rest, number, scale) = match scale::scale(rest, sign_before) {
        Ok((rest, scale)) => (rest, number, Some(scale)),
        Err(_) => {
            let (number, scale) = unscaled(number);
            (rest, number, scale)
        }
    };
    if before.is_some_and(|before| !before.allows(number, scale, rest)) {
        return no_match(input);
    }
    let before = before.map(|before| before.unit);
    let (rest, after) = match currency::after(rest, number) {
        Ok((after, unit)) if before.is_none_or(|before| seconds(before, unit)) => (after, Some(unit)),
        _ => (rest, None),
    };
    let negative = outer || inner || brackets;
    Ok((rest, End { negative, before, number, scale, after }))
}

/// `counted = number | "(" , number , ")" (after a sign) | unit-share ;` "£(3.1)m" has accounting brackets: negative
fn counted(input: &str, marked: bool) -> Parsed<'_, (Number, bool)> {
    if let Some(open) = input.strip_prefix('(').filter(|_| marked) {
        let (rest, number) = number(open)?;
        return rest.strip_prefix(')').map_or_else(|| no_match(input), |rest| Ok((rest, (number, true))));
    }
    let (rest, number) = number(input).or_else(|_| unit_share(input))?;
    Ok((rest, (number, false)))
}

/// `unit-share = ( unit-itself | fraction ) , & after ;` "half a dollar", "a pound", but not the "a" of "£9-a-week"
fn unit_share(input: &str) -> Parsed<'_, Number> {
    let (rest, (numerator, denominator)) = unit_itself(input).or_else(|_| fraction(input))?;
    let value = share(Decimal::ONE, numerator, denominator).unwrap_or_default();
    let number = Number { value, form: NumberForm::Worded };
    currency::after(rest, number).map(|_| (rest, number))
}

/// A number in words as the number and the magnitude that it ends in: "two to three million" shares the million.
fn unscaled(number: Number) -> (Number, Option<Decimal>) {
    if number.form != NumberForm::Worded {
        return (number, None);
    }
    let parts = [12, 9, 6, 3].into_iter().filter_map(|power| {
        let magnitude = Decimal::from(10_u64.checked_pow(power)?);
        let value = number.value.checked_div(magnitude)?;
        (value.is_integer() && value >= Decimal::ONE).then_some((Number { value, ..number }, Some(magnitude)))
    });
    parts.into_iter().next().unwrap_or((number, None))
}

/// `unit-itself = [ "half" , [ "of" ] ] , "a" ;` and "" before a name for a sum: "fiver"
fn unit_itself(input: &str) -> Parsed<'_, (u32, u32)> {
    static ARTICLES: LazyLock<Lexicon<(u32, u32)>> =
        LazyLock::new(|| Lexicon::new(&[("a", (1, 1)), ("half a", (1, 2)), ("half of a", (1, 2))]));
    longest(&ARTICLES, input).or_else(|error| {
        let named = ["fiver", "tenner"].iter().any(|name| phrase(name, input).is_ok());
        if named { Ok((input, (1, 1))) } else { Err(error) }
    })
}

/// Whether `after` only says again, or more exactly, what `before` says: "$1,190 AUD", "£25–50 GBP".
fn seconds(before: Unit, after: Unit) -> bool {
    let code = matches!(after.form, Form::Code | Form::Name | Form::Slang);
    code && matches!(before.form, Form::Sign)
        && before.currency.code().is_none_or(|code| Some(code) == after.currency.code())
}

/// `minus = "-" | "−" | "minus" gap | "negative" gap ;`
fn minus(input: &str) -> (&str, bool) {
    if let Some(rest) = input.strip_prefix('-').or_else(|| input.strip_prefix('−')) {
        return (rest, true);
    }
    let worded = phrase("minus", input).or_else(|_| phrase("negative", input)).and_then(|(rest, ())| gap(rest));
    worded.map_or((input, false), |(rest, ())| (rest, true))
}

/// `bracketed = "(" , end , ")" , [ after ] ;` accounting brackets: negative
///
/// The scan lets this be tried only where brackets cannot be a parenthesis.
pub(super) fn bracketed(input: &str) -> Parsed<'_, Figure> {
    let Some(open) = input.strip_prefix('(') else { return no_match(input) };
    let (rest, inside) = end(open)?;
    let Some(rest) = rest.strip_prefix(')') else { return no_match(input) };
    let (rest, after) = match currency::after(rest, inside.number) {
        Ok((after, unit)) if inside.unit().is_none() => (after, Some(unit)),
        _ => (rest, None),
    };
    let negative = End { negative: true, after: inside.after.or(after), ..inside };
    match super::single(input, rest, negative) {
        Some(figure) => Ok((rest, figure)),
        None => no_match(input),
    }
}

/// `compound = end (major, no scale) , [ gap ] , [ "and" , gap ] , ( number , minor | number below 100 , clause end ) ;`
///
/// "£3 and 50p", "five pounds twenty", "2 euros 50 cents".
pub(super) fn compound<'a>(input: &'a str, first: (&'a str, End)) -> Parsed<'a, Figure> {
    let (after_major, major) = first;
    let Some(unit) = major.unit().filter(|unit| unit.worth >= Decimal::ONE) else {
        return no_match(input);
    };
    if !major.number.value.is_integer() || (major.scale.is_some() && major.before.is_some()) {
        return no_match(input);
    }
    let (rest, ()) = gap(after_major)?;
    let (rest, joined) = match phrase("and", rest) {
        Ok((rest, ())) => (gap(rest)?.0, true),
        Err(_) => (rest, false),
    };
    if rest.len() == after_major.len() {
        return no_match(input);
    }
    let (rest, minor) = number(rest)?;
    let small = minor.value < Decimal::ONE_HUNDRED && minor.value.is_integer() && minor.form != NumberForm::Portion;
    if !small {
        return no_match(input);
    }
    let rest = match currency::after(rest, minor) {
        Ok((rest, minor_unit)) if minor_unit.worth < Decimal::ONE && related(unit, minor_unit) => rest,
        Ok(_) => return no_match(input),
        Err(_) if unspoken(major, minor, joined) && clause_ends(rest) => rest,
        Err(_) => return no_match(input),
    };
    let cents = Decimal::try_new(1, 2).unwrap_or_default();
    let amount = major.value(major.scale, unit).and_then(|whole| {
        let part = minor.value.checked_mul(cents)?;
        if whole.is_sign_negative() { whole.checked_sub(part) } else { whole.checked_add(part) }
    });
    match amount {
        Some(amount) => Ok((
            rest,
            Figure {
                start: 0,
                end: input.len() - rest.len(),
                amount: amount.normalize(),
                upper: None,
                at_least: false,
                currency: unit.currency,
                rule: Rule::Compound,
            },
        )),
        None => no_match(input),
    }
}

/// Whether the minor unit can belong to the major one: pence to pounds, cents to most.
fn related(major: Unit, minor: Unit) -> bool {
    minor.currency == major.currency || minor.currency.code().is_none()
}

/// Whether a number with no unit can be the minor part: "five pounds twenty", "$20 43", not "£4 and 32 patients".
fn unspoken(major: End, minor: Number, joined: bool) -> bool {
    let two_digits = minor.form == NumberForm::Plain && minor.value >= Decimal::TEN;
    match (major.before, major.after) {
        (Some(_), _) => (two_digits && !joined) || (minor.form == NumberForm::Worded && joined),
        (None, Some(_)) => minor.form == NumberForm::Worded || two_digits,
        (None, None) => false,
    }
}

/// Whether a clause ends here: at the end of the text or line, or at a stop that no letter or digit follows.
fn clause_ends(rest: &str) -> bool {
    let mut characters = rest.chars();
    match characters.next() {
        None => true,
        // A wrapped line goes on in small letters.
        Some('\n') => !rest.trim_start().starts_with(char::is_lowercase),
        Some('.' | ',' | ';' | '!' | '?' | ')') => characters.next().is_none_or(|c| !c.is_alphanumeric()),
        Some(_) => rest.trim().is_empty(),
    }
}
