//! Periods: financial years in their spellings, spans of them, calendar years.

use super::{Parsed, at_word_end, gap, no_match, phrase};
use crate::model::{FinancialYear, Period};

/// `period = years , [ ( "to" | "until" ) , years ] | calendar-year ;`
///
/// The input starts at the first digit; the caller sees that no letter or digit stands before it.
pub(crate) fn period(input: &str) -> Parsed<'_, Period> {
    if let Ok((rest, first)) = financial_year(input) {
        return match span_end(rest).and_then(|(rest, ())| financial_year(rest)) {
            Ok((rest, last)) if last > first => Ok((rest, Period::FinancialYears(first, last))),
            _ => Ok((rest, Period::FinancialYear(first))),
        };
    }
    let (rest, first) = calendar_year(input)?;
    if at_word_end(rest) && !rest.starts_with(['/', '-', '–']) {
        Ok((rest, Period::Year(first)))
    } else {
        no_match(input)
    }
}

/// `years = year , ( "-" | "/" | "–" ) , ( digit , digit | digit | year ) ;` "2017-18", "2015/6", "2017–2018"
fn financial_year(input: &str) -> Parsed<'_, FinancialYear> {
    let (rest, first) = calendar_year(input)?;
    let Some(rest) = rest.strip_prefix(['-', '/', '–', '‑', '—']) else { return no_match(input) };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (second, after) = rest.split_at(digits);
    let shortened = match digits {
        1 => 10,
        2 => 100,
        4 => 10_000,
        _ => return no_match(input),
    };
    let follows = second.parse() == Ok((first + 1) % shortened);
    // "2010/11by": a word glued to a year at a lost space is still apart from it.
    if follows { Ok((after, FinancialYear(first))) } else { no_match(input) }
}

/// `year = ( "19" | "20" ) , digit , digit ;`
fn calendar_year(input: &str) -> Parsed<'_, u16> {
    let digits = input.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let year = digits.and_then(|digits| digits.parse().ok()).filter(|year| (1940..2100).contains(year));
    let rest = input.get(4..).unwrap_or_default();
    match year {
        Some(year) if !rest.starts_with(|c: char| c.is_ascii_digit()) => Ok((rest, year)),
        _ => no_match(input),
    }
}

/// `span-end = gap , ( "to" | "until" | "-" | "–" ) , gap ;`
fn span_end(input: &str) -> Parsed<'_, ()> {
    let (rest, ()) = gap(input)?;
    let (rest, ()) = match rest.strip_prefix(['-', '–']) {
        Some(rest) => (rest, ()),
        None => phrase("to", rest).or_else(|_| phrase("until", rest))?,
    };
    gap(rest)
}
