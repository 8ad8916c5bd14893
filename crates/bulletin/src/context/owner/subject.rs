//! The organisations that a sentence is about, and those that a figure leads to.

use super::part::{REPORTS, part_of};
use super::{coordinated, within};
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part};
use crate::span::Span;
use crate::text::words::word_before;

/// Words after which a name says who tells something, and not whose it is.
const TELLERS: [&str; 12] =
    ["to", "told", "by", "from", "with", "says", "said", "at", "against", "under", "former", "of"];

/// The one trust or commissioner that the article names, by its first mention.
pub(super) fn article_subject(local: &[Mention]) -> Option<Mention> {
    let kept = |mention: &&Mention| matches!(mention.kind, OrganisationKind::Trust | OrganisationKind::Commissioner);
    let first = local.iter().find(kept)?;
    local.iter().filter(kept).all(|mention| mention.name == first.name).then_some(*first)
}

/// Whether the article's subject can own a figure: it was named before, or in the same paragraph.
pub(super) fn is_told_of(subject: &Mention, paragraph: Span, figure: &MoneyFigure) -> bool {
    subject.span.start() < figure.span.start() || paragraph.contains(subject.span)
}

/// The organisations before the figure that its sentence is about: one, or several told in one breath.
pub(super) fn before(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Vec<Owner> {
    let here = within(mentions, figure.sentence);
    let mut before = &here[..here.partition_point(|mention| mention.span.end() <= figure.span.start())];
    while let Some(last) = before.last() {
        let subjects = coordinated(text, before);
        if is_subject(text, figure.sentence, &subjects[0]) && !reports(text, last.span, figure.phrase) {
            let part = part_of(text, last.span, figure.phrase);
            return subjects.iter().map(|subject| Owner { part, ..Owner::from(*subject) }).collect();
        }
        before = &before[..before.len() - subjects.len()];
    }
    Vec::new()
}

/// Whether the figure follows close on an organisation, in the same clause: "NHS Supply Chain spent £3m".
pub(super) fn acts(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let between = Span::new(owner.cue.end(), figure.phrase.start()).map(|between| between.of(text)).unwrap_or_default();
    between.len() <= 60 && !between.contains([',', ';', ':', '.']) && !between.chars().any(char::is_uppercase)
}

/// The organisation that a preposition after the figure leads to: "£5m for", "£3m deficit at".
pub(super) fn led_to(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let after = within(mentions, figure.sentence).iter().find(|mention| {
        let between = Span::new(figure.phrase.end(), mention.span.start());
        between.is_some_and(|between| between.len() < 60 && leads_to(between.of(text)))
    })?;
    Some(Owner { part: Part::Payee, ..Owner::from(*after) })
}

/// Whether a mention is what its clause is about: no preposition of telling stands before it.
fn is_subject(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = word_before(text, sentence.start(), mention.span.start());
    let before = if before.eq_ignore_ascii_case("the") {
        word_before(text, sentence.start(), mention.span.start().saturating_sub(before.len() + 1))
    } else {
        before
    };
    !TELLERS.iter().any(|teller| teller.eq_ignore_ascii_case(before))
}

/// Whether an organisation only tells of somebody else's money: "Unison says hospitals will pay £3m".
fn reports(text: &str, mention: Span, figure: Span) -> bool {
    let Some(between) = Span::new(mention.end(), figure.start()).map(|between| between.of(text)) else { return false };
    let between = between.trim_start_matches(['’', '\'', 's', ' ', '\u{a0}', '\n']);
    // "The institute, a think tank, reckons": an apposition stands between.
    let apposition = between.strip_prefix(',').and_then(|rest| rest.split_once(','));
    let apposition = apposition.filter(|(words, _)| words.len() < 60);
    let clause = apposition.map_or(between, |(_, rest)| rest).trim_start();
    let Some(((), length)) = REPORTS.at(clause) else { return false };
    let told = clause[length..].trim_start();
    let told = told.strip_prefix("that ").unwrap_or(told);
    let itself = ["it ", "its ", "they ", "their ", "he ", "she ", "we ", "a ", "an "];
    let begins = |word: &str| told.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    !told.is_empty() && !itself.into_iter().any(begins)
}

/// Whether the words between a figure and a name make the name the owner: "£5m for", "£3m at", "£2m deficit at".
fn leads_to(between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    let last = words.iter().rev().find(|word| !word.eq_ignore_ascii_case("the"));
    words.len() <= 6
        && !between.contains(['.', ';', '£'])
        && last.is_some_and(|word| matches!(*word, "for" | "at" | "to" | "from" | "by" | "of"))
}
