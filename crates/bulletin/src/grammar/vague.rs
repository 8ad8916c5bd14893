//! Sums told by their magnitude alone: "tens of millions of pounds", "a six-figure sum", "multimillion-pound".
//!
//! Each is read as the least that it can mean, and is at least that.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::money::Figure;
use super::number::number;
use super::{Lexicon, Parsed, ascii_word, currency, gap, longest, no_match, phrase, scale};
use crate::gazetteer::currencies::{Form, Unit};
use crate::model::{Currency, CurrencyCode, Rule};

/// `vague = multiple | figure-count | multi ;`
pub(super) fn vague(input: &str) -> Parsed<'_, Figure> {
    multiple(input).or_else(|_| figure_count(input)).or_else(|_| multi(input))
}

/// `multiple = [ several , [ "of" ] ] , magnitudes , [ "of" ] , unit | sign , plural ;` `magnitudes = plural , { "of" , plural } ;`
///
/// "Several million pounds", "tens of millions of pounds", "millions of dollars", "£millions".
fn multiple(input: &str) -> Parsed<'_, Figure> {
    static SEVERAL: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("several", 2),
            ("a few", 2),
            ("a couple of", 2),
            ("many", 1),
            ("tens of", 10),
            ("dozens of", 12),
            ("scores of", 20),
            ("untold", 1),
            ("countless", 1),
        ])
    });
    let (start, sign) = sign(input);
    let (mut rest, mut amount, counted) = match longest(&SEVERAL, start) {
        Ok((rest, count)) => (gap(rest)?.0, Decimal::from(count), true),
        Err(_) => (start, Decimal::ONE, false),
    };
    let mut taken = 0;
    while taken < 3 {
        let Ok((after, word)) = ascii_word(rest) else { break };
        let Some(magnitude) = scale::magnitude(word).filter(|_| word.len() > 3) else { break };
        // "Million pounds" is the end of a number; only a plural, or a counted one, is vague.
        if !counted && taken == 0 && !word.ends_with('s') {
            return no_match(input);
        }
        let Some(product) = amount.checked_mul(magnitude) else { return no_match(input) };
        (amount, rest, taken) = (product, gap(after)?.0, taken + 1);
        if let Some(unit) = sign {
            return figure(input, after, amount, unit.currency);
        }
        if let Ok((after, ())) = phrase("of", rest) {
            rest = gap(after)?.0;
        }
    }
    let (rest, unit) = currency::before(rest)?;
    if taken == 0 || !matches!(unit.form, Form::Name | Form::Code) {
        return no_match(input);
    }
    figure(input, rest, amount, unit.currency)
}

/// `figure-count = [ "a" | "an" ] , number , "-figure" , [ gap , noun ] ;`
fn figure_count(input: &str) -> Parsed<'_, Figure> {
    static NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("sum", ()),
            ("sums", ()),
            ("salary", ()),
            ("salaries", ()),
            ("amount", ()),
            ("amounts", ()),
            ("payout", ()),
            ("payouts", ()),
            ("pay-out", ()),
            ("payment", ()),
            ("settlement", ()),
            ("package", ()),
            ("deal", ()),
            ("fee", ()),
            ("fine", ()),
            ("bill", ()),
            ("contract", ()),
            ("bonus", ()),
            ("deficit", ()),
            ("surplus", ()),
            ("donation", ()),
            ("loan", ()),
        ])
    });
    let article = phrase("an", input).or_else(|_| phrase("a", input));
    let start = article.and_then(|(rest, ())| gap(rest)).map_or(input, |(rest, ())| rest);
    let (rest, count) = number(start)?;
    let (rest, ()) = phrase("figure", rest.strip_prefix('-').unwrap_or(gap(rest)?.0))?;
    let (after, ()) = gap(rest)?;
    let (noun_end, ()) = longest(&NOUNS, after)?;
    // Only "sum" and "amount" say nothing more than money; another noun is what the money is.
    let rest = if after.starts_with("sum") || after.starts_with("amount") { noun_end } else { rest };
    let digits = u32::try_from(count.value.trunc().mantissa()).ok().filter(|digits| (4..=12).contains(digits));
    match digits.and_then(|digits| 10_u64.checked_pow(digits - 1)) {
        Some(amount) => figure(input, rest, Decimal::from(amount), Currency::Assumed(CurrencyCode::GBP)),
        None => no_match(input),
    }
}

/// `sign = "£" | "$" | … ;` glued to what follows
fn sign(input: &str) -> (&str, Option<Unit>) {
    match currency::before(input) {
        Ok((rest, unit)) if unit.form == Form::Sign => (rest, Some(unit)),
        _ => (input, None),
    }
}

/// `multi = "multi" , [ "-" ] , magnitude , ( "-" | gap ) , unit | sign , "multi" , [ "-" ] , magnitude ;`
fn multi(input: &str) -> Parsed<'_, Figure> {
    let (start, sign) = sign(input);
    let prefix = start.get(..5).filter(|prefix| prefix.eq_ignore_ascii_case("multi"));
    let Some(rest) = prefix.map(|_| &start[5..]) else { return no_match(input) };
    let (rest, word) = ascii_word(rest.strip_prefix('-').unwrap_or(rest))?;
    let Some(amount) = scale::magnitude(word).filter(|_| word.len() > 3) else { return no_match(input) };
    if let Some(unit) = sign {
        return figure(input, rest, amount, unit.currency);
    }
    let (rest, unit): (_, Unit) = currency::before(rest.strip_prefix('-').unwrap_or(gap(rest)?.0))?;
    figure(input, rest, amount, unit.currency)
}

fn figure<'a>(input: &'a str, rest: &'a str, amount: Decimal, currency: Currency) -> Parsed<'a, Figure> {
    let end = input.len() - rest.len();
    Ok((rest, Figure { start: 0, end, amount, upper: None, at_least: true, currency, rule: Rule::Vague }))
}
