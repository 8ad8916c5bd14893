//! Sums whose sign the text leaves out, read only where the words around can mean nothing but money.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::{Reading, qualified_before};
use crate::grammar::candidate::Candidate;
use crate::grammar::lexicon::{Lexicon, longest};
use crate::grammar::money::Figure;
use crate::grammar::number::number;
use crate::grammar::period::period;
use crate::grammar::{Parsed, ascii_word, gap, no_match, phrase, scale};
use crate::model::{Currency, Rule, Sign};
use crate::span::Span;
use crate::text::words::{window, word_starts_back};

/// What is money whoever has it.
static NOUNS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("deficit overspend underspend bailout loan debt"));

/// What is money where "of" or a change follows it.
static SUMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "deficit deficits overspend overspends underspend underspends bailout debt debts budget budgets turnover funding \
         spending",
    )
});

/// How a sum changes.
static CHANGES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "cut reduced raised increased rose risen fell fallen grew grown slashed boosted trimmed worsened improved",
    )
});

/// What stands between a sum and its change.
static AUXILIARIES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("was were is are be been being has have had will would could should may might to"));

/// What may follow a sum that is all told; after another word the number could count that.
static FOLLOWERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("after for by at this last next and but or which that while when if over from to since because as")
});

/// `bare = number , scale , noun | sum , "of" , number , scale | sum , change , "by" , number , scale`
/// `| "overspent" , "by" , number , scale ;`
///
/// "A 1.2bn deficit", "debts of around 300 million", "its budget was cut by 2.5 billion". The currency is missing.
pub(super) fn bare(text: &str, floor: usize, digits: Candidate) -> Option<Figure> {
    let (at, end) = (digits.start, digits.end);
    let (input, after) = (&text[at..], text[end..].trim_start_matches([' ', '-', '\u{a0}', '\n']));
    if !after.starts_with(['k', 'm', 'b', 't']) {
        return None;
    }
    // "2 . 0 billion": a number that was torn apart.
    if !super::plausible(text, at) || text[..at].trim_end_matches(' ').ends_with('.') {
        return None;
    }
    let (rest, amount) = scaled(input).ok()?;
    let told = is_noun(rest) || (goes_on(rest) && is_sum(text, floor, Span::at(at, input.len() - rest.len())));
    let (end, currency) = (input.len() - rest.len(), Currency::Unresolved(Sign::Missing));
    told.then_some(Figure { start: 0, end, amount, upper: None, at_least: false, currency, rule: Rule::Bare })
}

/// `elliptic = figure , time , "and" , number , scale , time ;` "£14m this year and 22m next"
///
/// The currency that the first sum states is the second's too.
pub(super) fn elliptic(text: &str, first: &Reading) -> Option<(usize, Figure)> {
    if !matches!(first.rule, Rule::Prefixed | Rule::Bare) || first.phrase.end() != first.span.end() {
        return None;
    }
    let (rest, (length, amount)) = second(&text[first.span.end()..]).ok()?;
    let start = text.len() - rest.len() - length;
    let figure = Figure {
        start: 0,
        end: length,
        amount,
        upper: None,
        at_least: false,
        currency: first.currency,
        rule: Rule::Bare,
    };
    Some((start, figure))
}

/// The second sum of an elliptic pair: its length and its amount.
fn second(input: &str) -> Parsed<'_, (usize, Decimal)> {
    let (rest, ()) = time(input)?;
    let (rest, ()) = gap(rest.strip_prefix(',').unwrap_or(rest))?;
    let (rest, ()) = phrase("and", rest).or_else(|_| phrase("then", rest))?;
    let (start, ()) = gap(rest)?;
    let (rest, amount) = scaled(start)?;
    time(rest).map(|_| (rest, (start.len() - rest.len(), amount)))
}

/// `scaled = number , scale ;` "3M" is a company
fn scaled(input: &str) -> Parsed<'_, Decimal> {
    let (rest, number) = number(input)?;
    if rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return no_match(input);
    }
    let (rest, scale) = scale::scale(rest, false)?;
    match number.value.checked_mul(scale) {
        Some(amount) => Ok((rest, amount.normalize())),
        None => no_match(input),
    }
}

/// `time = gap , ( ( "this" | "last" | "next" ) , [ gap , ( "year" | … ) ] | ( "in" | "for" ) , gap , period ) ;`
fn time(input: &str) -> Parsed<'_, ()> {
    static NEAR: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("this last next"));
    static SPANS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("year month week quarter time"));
    let (start, ()) = gap(input)?;
    if let Ok((rest, ())) = longest(&NEAR, start) {
        let named = gap(rest).and_then(|(rest, ())| longest(&SPANS, rest));
        return named.or(Ok((rest, ())));
    }
    let (rest, ()) = phrase("in", start).or_else(|_| phrase("for", start))?;
    let (rest, ()) = gap(rest)?;
    period(rest).map(|(rest, _)| (rest, ()))
}

/// Whether what follows a number is a noun that only money has: "deficit", not "deficit of 2m nurses".
fn is_noun(rest: &str) -> bool {
    let noun = rest.strip_prefix('-').map_or_else(|| gap(rest), |rest| Ok((rest, ())));
    let noun = noun.and_then(|(rest, ())| longest(&NOUNS, rest));
    noun.is_ok_and(|(rest, ())| !gap(rest).is_ok_and(|(rest, ())| phrase("of", rest).is_ok()))
}

/// Whether the clause goes on without a word that the number could count.
fn goes_on(rest: &str) -> bool {
    let Ok((start, ())) = gap(rest) else { return false };
    let time = phrase("in", start).is_ok() && time(rest).is_ok();
    let counted = start.starts_with(|c: char| c.is_alphanumeric() || c == '%') || rest.starts_with('-');
    time || !counted || longest(&FOLLOWERS, start).is_ok()
}

/// Whether the words before the number, and before its qualifier, make a sum of it: "debts of", "its budget was cut by".
fn is_sum(text: &str, floor: usize, number: Span) -> bool {
    let (phrase, _) = qualified_before(text, floor, number, false);
    let from = window(text, floor, phrase.start(), 64);
    let clause = text[from..phrase.start()].rfind(['.', ',', ';', '\n', '?', '!']).map_or(from, |at| from + at + 1);
    let word = |at: usize| ascii_word(&text[at..]).map_or("", |(_, word)| word);
    let words: Vec<&str> = word_starts_back(text, clause, phrase.start()).map(word).collect();
    match words.as_slice() {
        ["of", noun, ..] => SUMS.has(noun),
        ["by", "overspent" | "underspent", ..] => true,
        // "Cut its budget by": the change, an article or owner, and the sum.
        ["by", noun, verb @ ..] if SUMS.has(noun) => verb.iter().take(2).any(|word| CHANGES.has(word)),
        ["by", change, subject @ ..] if CHANGES.has(change) => {
            subject.iter().find(|word| !AUXILIARIES.has(word)).is_some_and(|word| SUMS.has(word))
        }
        _ => false,
    }
}
