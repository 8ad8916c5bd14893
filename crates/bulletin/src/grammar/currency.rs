//! Currency markers around a number: before it ("£", "US$", "EUR") and after it ("pounds", "p", " GBP").

use rust_decimal::Decimal;

use super::number::{Form as NumberForm, Number};
use super::{Parsed, at_word_end, gap, no_match};
use crate::gazetteer::currencies::{Form, Unit, unit_at};

/// before = sign | letters | code | name ;    what may follow is told by [`allowed_before`]
pub(super) fn before(input: &str) -> Parsed<'_, Unit> {
    let Some((unit, length)) = unit_at(input) else { return no_match(input) };
    let rest = &input[length..];
    let ends = match unit.form {
        Form::Sign => true,
        Form::Letters | Form::Code | Form::WordCode => !rest.starts_with(char::is_alphabetic),
        Form::Name => at_word_end(rest),
        Form::Minor | Form::MinorLetter | Form::Slang => false,
    };
    if ends { Ok((rest, unit)) } else { no_match(input) }
}

/// Whether `unit`, standing before `number`, makes money of it.
pub(super) fn allowed_before(unit: Unit, number: Number, scaled: bool) -> bool {
    let looks_like_money = scaled || number.form == NumberForm::Marked;
    match unit.form {
        Form::Sign => true,
        Form::WordCode => looks_like_money,
        Form::Letters => looks_like_money || number.value >= Decimal::TEN,
        Form::Code => number.form != NumberForm::Worded,
        // "Euro 2020" is a tournament.
        Form::Name => number.form != NumberForm::Worded && !is_year(number),
        Form::Minor | Form::MinorLetter | Form::Slang => false,
    }
}

fn is_year(number: Number) -> bool {
    number.form == NumberForm::Plain && (Decimal::from(1900)..Decimal::from(2100)).contains(&number.value)
}

/// after = [ gap | "-" ] , ( sign | letters | code | name | minor ) | letter (glued) ;
///
/// A sign that a digit follows belongs to the next number: "in 2023 £50m".
pub(super) fn after(input: &str, number: Number) -> Parsed<'_, Unit> {
    let (start, ()) = match input.strip_prefix('-') {
        Some(rest) => (rest, ()),
        None => gap(input)?,
    };
    let Some((unit, length)) = unit_at(start) else { return no_match(input) };
    let (glued, rest) = (start.len() == input.len(), &start[length..]);
    let ends = match unit.form {
        Form::Sign => {
            let next = rest.trim_start_matches(|c: char| c.is_whitespace());
            !next.starts_with(|c: char| c.is_ascii_digit() || c == '.') || (glued && next.len() < rest.len())
        }
        Form::MinorLetter => glued && at_word_end(rest) && number.form != NumberForm::Worded,
        Form::Letters => at_word_end(rest) && (glued || unit.currency.code().is_some() && !input.starts_with('-')),
        Form::WordCode => at_word_end(rest) && number.form != NumberForm::Worded && !input.starts_with('-'),
        Form::Code | Form::Name | Form::Minor | Form::Slang => at_word_end(rest),
    };
    if ends { Ok((rest, unit)) } else { no_match(input) }
}
