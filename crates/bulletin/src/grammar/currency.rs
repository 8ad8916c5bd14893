//! Currency markers around a number: before it ("£", "US$", "EUR") and after it ("pounds", "p", " GBP").

use rust_decimal::Decimal;

use super::number::{Form as NumberForm, Number};
use super::{Parsed, at_word_end, gap, no_match};
use crate::gazetteer::currencies::{Form, Unit, unit_at};

/// `before = sign | letters | code | name ;` what may follow is told by [`Before::allows`]
pub(super) fn before(input: &str) -> Parsed<'_, Unit> {
    let Some((unit, length)) = unit_at(input) else { return no_match(input) };
    let rest = &input[length..];
    let ends = match unit.form {
        Form::Sign | Form::Lost => true,
        Form::Letters | Form::Code | Form::WordCode => !rest.starts_with(char::is_alphabetic),
        Form::Name => at_word_end(rest),
        Form::Minor | Form::MinorLetter | Form::Slang => false,
    };
    if ends { Ok((rest, unit)) } else { no_match(input) }
}

/// A currency as it stands before a number: "£", "EUR ".
#[derive(Debug, Clone, Copy)]
pub(super) struct Before<'a> {
    pub(super) unit: Unit,
    pub(super) words: &'a str,
    /// What is between it and the number.
    pub(super) gap: &'a str,
}

impl Before<'_> {
    /// Whether it is written in letters, which can also be a word or a part of one.
    pub(super) fn lettered(self) -> bool {
        !matches!(self.unit.form, Form::Sign | Form::Lost)
    }

    /// Whether it makes money of a number; `rest` follows the number and its scale.
    pub(super) fn allows(self, number: Number, scale: Option<Decimal>, rest: &str) -> bool {
        let (words, scaled) = (self.words, scale.is_some());
        // "R27QahsiF" is no sum, nor are letters in another column, or a sign that ends a line.
        let apart = if self.lettered() {
            (scaled || at_word_end(rest)) && self.gap.chars().count() <= 2
        } else {
            !self.gap.contains('\n')
        };
        let plain_from = |least: u32| number.form == NumberForm::Plain && number.value >= Decimal::from(least);
        let worded = number.form == NumberForm::Worded;
        apart
            && match self.unit.form {
                Form::Sign => true,
                Form::Code => !worded,
                // "#6bn", but "#1", "#10k" and "#8b7765".
                Form::Lost => scale.is_some_and(|scale| scale > Decimal::ONE_THOUSAND) && !worded && at_word_end(rest),
                // "R1.1" is how a virus spreads, R10.3 a diagnosis, and "INR 2.5" how blood clots.
                Form::Letters => {
                    let least = if words.len() > 1 { 10 } else { 100 };
                    scaled || number.value >= Decimal::from(least) || (words.len() > 1 && money_shaped(number))
                }
                // "COP26", "SAR 2"
                Form::WordCode if self.gap.is_empty() => false,
                Form::WordCode if scaled => !matches!(words, "ALL" | "TOP") || !word_follows(rest),
                Form::WordCode => (money_shaped(number) || plain_from(100)) && !word_follows(rest),
                // "Euro 96" is a tournament, Bucks a county, "the pound 10 years ago" a time.
                Form::Name if worded || words.eq_ignore_ascii_case("bucks") => false,
                Form::Name if scaled => true,
                Form::Name if words.starts_with(char::is_uppercase) => false,
                Form::Name => money_shaped(number) || (plain_from(10) && !is_year(number) && !word_follows(rest)),
                Form::Minor | Form::MinorLetter | Form::Slang => false,
            }
    }
}

/// Whether a number is written as prices are: grouped, or with two decimals; a measurement has one.
fn money_shaped(number: Number) -> bool {
    number.form == NumberForm::Marked && matches!(number.value.scale(), 0 | 2)
}

pub(super) fn is_year(number: Number) -> bool {
    number.form == NumberForm::Plain && (Decimal::from(1900)..Decimal::from(2100)).contains(&number.value)
}

/// Whether a word goes on after `rest`'s gap or hyphen.
fn word_follows(rest: &str) -> bool {
    let start = rest.strip_prefix('-').or_else(|| Some(gap(rest).ok()?.0)).unwrap_or(rest);
    start.starts_with(char::is_alphabetic)
}

/// `after = [ gap | "-" ] , ( sign | letters | code | name | minor ) | letter (glued) ;`
///
/// A sign that a digit follows belongs to the next number: "in 2023 £50m". A code that is also a word stands only at a
/// clause's end: "40 ALL patients" have leukaemia.
pub(super) fn after(input: &str, number: Number) -> Parsed<'_, Unit> {
    let (start, hyphen) = match input.strip_prefix('-') {
        Some(rest) => (rest, true),
        None => (gap(input)?.0, false),
    };
    let Some((unit, length)) = unit_at(start) else { return no_match(input) };
    let (words, rest) = start.split_at(length);
    let glued = start.len() == input.len();
    let ends = match unit.form {
        Form::Sign => {
            let next = rest.trim_start_matches(|c: char| c.is_whitespace());
            let taken = next.starts_with(|c: char| c.is_ascii_digit() || c == '.');
            let same_line = !input[..input.len() - start.len()].contains('\n');
            at_word_end(rest) && same_line && (!taken || (glued && next.len() < rest.len()))
        }
        // "Patch 5.4p.1" goes on.
        Form::MinorLetter => {
            let ends = at_word_end(rest.strip_prefix('.').unwrap_or(rest)) && at_word_end(rest);
            glued && ends && number.form != NumberForm::Worded
        }
        Form::Letters => {
            let alone = unit.currency.code().is_some() && !hyphen && !word_follows(rest);
            at_word_end(rest) && ((glued && words.len() > 1) || alone)
        }
        Form::WordCode => {
            let alone = !glued && !hyphen && !word_follows(rest);
            at_word_end(rest) && number.form != NumberForm::Worded && alone
        }
        // "Two sterling performances", "5 Bucks trusts": another word than the unit's name.
        Form::Name if words.eq_ignore_ascii_case("sterling") || words == "Bucks" => {
            at_word_end(rest) && (number.form == NumberForm::Marked || !word_follows(rest))
        }
        // "Two penny whistles", "five dime novels": coins that are counted are plural.
        Form::Minor if number.value != Decimal::ONE && is_one_coin(words) => false,
        Form::Code | Form::Name | Form::Minor | Form::Slang => at_word_end(rest),
        Form::Lost => false,
    };
    if ends { Ok((rest, unit)) } else { no_match(input) }
}

/// Whether `words` name a single coin.
fn is_one_coin(words: &str) -> bool {
    ["penny", "dime", "nickel"].iter().any(|coin| words.eq_ignore_ascii_case(coin))
}
