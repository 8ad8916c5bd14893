//! From text to readings: the grammar run at each candidate, and the words around what it finds.

mod bare;
mod lead;
mod opening;
mod refusal;

pub(crate) use lead::SPREAD;

use super::candidate::{Candidate, Candidates};
use super::money::{self, Figure};
use super::{qualifier, rate, vague};
use crate::model::{Currency, Per, Qualifier, Quantity, Rule};
use crate::span::{Cue, Span};
use crate::text::words::{tokens_back, window, word_before, word_starts_back};

/// A figure as the grammar reads it, before anything is known of its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) span: Span,
    pub(crate) phrase: Span,
    pub(crate) quantity: Quantity,
    pub(crate) currency: Currency,
    pub(crate) rule: Rule,
    pub(crate) per: Option<Cue<Per>>,
}

impl Reading {
    /// Moves the reading into a text that this one's text begins `offset` bytes into.
    fn shift(&mut self, offset: usize) {
        self.span = self.span.shift(offset);
        self.phrase = self.phrase.shift(offset);
        if let Some(per) = &mut self.per {
            per.span = per.span.shift(offset);
        }
    }
}

/// How far back from a word for money its number may start, in bytes.
const NUMBER_REACH: usize = 110;
/// How far back from digits a currency or a first number may start, in bytes.
const MARKER_REACH: usize = 40;
/// How far back from a figure its qualifier may start, in bytes.
const QUALIFIER_REACH: usize = 48;

/// Reads the parts of a text, in its order.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    candidates: Candidates<'a>,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Scanner { text, candidates: Candidates::new(text) }
    }

    /// Every figure of `part`, in order; they do not overlap, and nothing outside the part is looked at.
    pub(crate) fn figures(&mut self, part: Span) -> Vec<Reading> {
        let (text, offset) = (part.of(self.text), part.start());
        let mut readings = Vec::new();
        let mut starts = Vec::new();
        let (mut floor, mut next) = (0, 0);
        while let Some(candidate) = self.candidates.next(offset + next, part.end()) {
            let known = readings.len();
            let candidate = candidate.back(offset);
            read(text, floor, candidate, &mut starts, &mut readings);
            while let Some((start, figure)) = readings.get(known..).and_then(|new| bare::elliptic(text, new.last()?)) {
                readings.push(reading(text, floor, start, &figure));
            }
            next = candidate.end;
            if let Some(last) = readings.get(known..).and_then(<[Reading]>::last) {
                floor = last.phrase.end();
                next = next.max(floor);
            }
        }
        for reading in &mut readings {
            reading.shift(offset);
        }
        readings
    }
}

/// Adds what stands at a candidate: one figure, several that share a sign or scale, or none.
fn read(text: &str, floor: usize, candidate: Candidate, starts: &mut Vec<usize>, readings: &mut Vec<Reading>) {
    find_starts(text, floor, candidate, starts);
    for &start in starts.iter().rev().filter(|&&start| plausible(text, start)) {
        let input = &text[start..];
        let mut known = None;
        let mut lead = || *known.get_or_insert_with(|| lead::lead(text, floor, start));
        let vague = if candidate.digits { None } else { vague::vague(input).ok() };
        let figures = match vague {
            Some((_, figure)) => vec![figure],
            None => match money::figures(input, &mut lead) {
                Ok((_, figures)) => figures,
                Err(_) => continue,
            },
        };
        let covers = figures.last().is_some_and(|last| start + last.end > candidate.start);
        let refused = figures.iter().any(|figure| refusal::refused(text, start, figure));
        if covers && !refused {
            readings.extend(figures.iter().map(|figure| reading(text, floor, start, figure)));
            return;
        }
    }
    if candidate.digits
        && candidate.start >= floor
        && let Some(figure) = bare::bare(text, floor, candidate)
    {
        readings.push(reading(text, floor, candidate.start, &figure));
    }
}

/// Where a figure at the candidate may start, nearest first.
fn find_starts(text: &str, floor: usize, candidate: Candidate, starts: &mut Vec<usize>) {
    let (at, end) = (candidate.start, candidate.end);
    starts.clear();
    if !candidate.digits {
        if opening::names(text, at) {
            let from = window(text, floor, end, NUMBER_REACH);
            starts.extend(tokens_back(text, from, end).take(24).filter(|&start| opening::opens(&text[start..])));
        }
    } else if let Some(sign) = opening::after_plain_sign(text, floor, at) {
        starts.push(sign);
    } else if opening::marked_before(text, floor, at) {
        let from = window(text, floor, at, MARKER_REACH);
        let marker = |start: &usize| !text[*start..].starts_with(|c: char| c.is_ascii_digit());
        let tokens = tokens_back(text, from, at).take(5).filter(marker);
        starts.extend(tokens.filter(|&start| opening::marks(&text[start..])));
    } else if opening::marked_after(&text[end..]) {
        let from = window(text, floor, at, MARKER_REACH);
        starts.push(at);
        starts.extend(tokens_back(text, from, at).take(6).filter(|&start| opening::counts(&text[start..])));
    }
}

/// Whether a figure could start here, told by the characters on both sides.
fn plausible(text: &str, start: usize) -> bool {
    let mut before = text.get(..start).unwrap_or_default().chars();
    let (last, last_but_one) = (before.next_back(), before.next_back());
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    // "2016-17 pounds", "10:30", "1/2" and "3.14" hold no number that starts here.
    let joined =
        |marks: &str| last.is_some_and(|c| marks.contains(c)) && last_but_one.is_some_and(char::is_alphanumeric);
    match first {
        // A hyphen after a word joins; only one that stands free is a minus.
        Some('-' | '−') => last.is_none_or(|c| c.is_whitespace() || c == '('),
        Some('(') => refusal::accounting(text, start),
        Some(c) if c.is_ascii_digit() => {
            let inside = last.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '%'));
            !inside && !joined("-–/:.,+")
        }
        Some('.') => last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"' | '‘')),
        // "US$": the sign is not read without the letters before it.
        Some('$') => last.is_none_or(|c| !c.is_ascii_alphabetic() || c.is_lowercase()),
        Some(c) if c.is_alphabetic() => !joined("-_.+@"),
        _ => true,
    }
}

/// The figure with its qualifier, its rate and the phrase of them all.
fn reading(text: &str, floor: usize, start: usize, figure: &Figure) -> Reading {
    let Some(span) = Span::new(start + figure.start, start + figure.end) else {
        unreachable!("a figure ends after it starts")
    };
    let (phrase, stated) = qualified_before(text, floor, span, figure.upper.is_some());
    let (phrase, after, per) = rated_after(text, phrase);
    let qualifier = stated.or(after).unwrap_or(Qualifier::Exact);
    let quantity = match figure.upper {
        Some(upper) => Quantity::Between(figure.amount, upper),
        None if figure.at_least => Quantity::AtLeast(figure.amount),
        None => Quantity::new(qualifier, figure.amount).unwrap_or(Quantity::Exactly(figure.amount)),
    };
    Reading { span, phrase, quantity, currency: figure.currency, rule: figure.rule, per }
}

/// The phrase from the qualifier that stands right before `span`, and what that says.
fn qualified_before(text: &str, floor: usize, span: Span, range: bool) -> (Span, Option<Qualifier>) {
    if !qualifier::may_end(text[floor..span.start()].trim_end()) {
        return (span, None);
    }
    let from = window(text, floor, span.start(), QUALIFIER_REACH);
    let begin = |start| Span::new(start, span.end()).unwrap_or(span);
    if range
        && word_before(text, from, span.start()).eq_ignore_ascii_case("between")
        && let Some(at) = word_starts_back(text, from, span.start()).next()
    {
        return (begin(at), None);
    }
    let stated = tokens_back(text, from, span.start()).take(8).filter_map(|start| {
        let words = &text[start..span.start()];
        let Ok(("", qualifier)) = qualifier::before(words) else { return None };
        let particle = qualifier::is_particle(words, word_before(text, floor, unquoted(text, start)));
        (!particle).then_some((begin(start), Some(qualifier)))
    });
    // The furthest start has the longest words: "well over", not "over".
    stated.last().unwrap_or((span, None))
}

/// Where the words before byte `at` end, white space and closing quotes left out.
fn unquoted(text: &str, at: usize) -> usize {
    text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '’' | '"' | '\'')).len()
}

/// The phrase up to the qualifier and the rate that follow it, in either order.
fn rated_after(text: &str, phrase: Span) -> (Span, Option<Qualifier>, Option<Cue<Per>>) {
    let (mut end, mut qualifier, mut per) = (phrase.end(), None, None);
    for _ in 0..2 {
        let (rest, before) = (&text[end..], end);
        if per.is_none()
            && let Ok((after, value)) = rate::rate(rest)
        {
            let cue = Span::at(end, rest.len() - after.len());
            end = text.len() - after.len();
            per = Some(Cue::new(value, trimmed(text, cue)));
        } else if qualifier.is_none()
            && let Ok((after, value)) = qualifier::after(rest)
        {
            end = text.len() - after.len();
            qualifier = Some(value);
        }
        if end == before {
            break;
        }
    }
    (Span::new(phrase.start(), end).unwrap_or(phrase), qualifier, per)
}

/// `span` without the hyphen or white space that it starts with.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let lead = words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || c == '-').len();
    Span::new(span.start() + lead, span.end()).unwrap_or(span)
}
