//! Whose a figure is: who has, pays, receives or owes it.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part};
use crate::span::Span;
use crate::text::sentences;
use crate::text::words::{word_before, word_starts_back};

/// Words that stand for an organisation named before, and the kinds that they can stand for.
static STAND_INS: LazyLock<Lexicon<Option<OrganisationKind>>> = LazyLock::new(|| {
    use OrganisationKind::{Commissioner, Trust};
    Lexicon::new(&[
        ("the trust", Some(Trust)),
        ("the foundation trust", Some(Trust)),
        ("the ft", Some(Trust)),
        ("the provider", Some(Trust)),
        ("the ccg", Some(Commissioner)),
        ("the icb", Some(Commissioner)),
        ("the ics", Some(Commissioner)),
        ("the stp", Some(Commissioner)),
        ("the pct", Some(Commissioner)),
        ("the commissioner", Some(Commissioner)),
        ("the group", Some(Commissioner)),
        ("the council", Some(OrganisationKind::Other)),
        ("the company", Some(OrganisationKind::Other)),
        ("the firm", Some(OrganisationKind::Other)),
        ("the union", Some(OrganisationKind::Other)),
        ("the charity", Some(OrganisationKind::Other)),
        ("the regulator", Some(OrganisationKind::National)),
        ("the department", Some(OrganisationKind::National)),
        ("it", None),
        ("its", None),
    ])
});

/// Words after which a name says who tells something, and not whose it is.
const TELLERS: [&str; 12] =
    ["to", "told", "by", "from", "with", "says", "said", "at", "against", "under", "former", "of"];

/// Gives each figure of an article its owners, where the words of its sentence say whose it is.
pub(crate) fn owners(text: &str, parts: &[Span], mentions: &[Mention], figures: &mut [MoneyFigure]) {
    for figure in figures {
        let Some(paragraph) = parts.iter().find(|part| part.contains(figure.span)) else { continue };
        let owner = named(text, mentions, figure).or_else(|| stood_for(text, *paragraph, mentions, figure));
        figure.organisations.extend(owner);
    }
}

/// The organisation that the sentence itself names: the subject before the figure, else one right after it.
fn named(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let here = || mentions.iter().filter(|mention| figure.sentence.contains(mention.span));
    let before = here().filter(|mention| mention.span.end() <= figure.span.start());
    let subject = before.filter(|mention| is_subject(text, figure.sentence, mention)).next_back();
    let after = || {
        here().find(|mention| {
            let between = Span::new(figure.phrase.end(), mention.span.start());
            between.is_some_and(|between| between.len() < 60 && leads_to(between.of(text)))
        })
    };
    let mention = subject.or_else(after)?;
    Some(Owner { name: mention.name, cue: mention.span, part: Part::Subject })
}

/// Whether a mention is what its clause is about: no preposition of telling stands before it, and no "chief" after.
fn is_subject(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = word_before(text, sentence.start(), mention.span.start());
    let before = if before.eq_ignore_ascii_case("the") {
        word_before(text, sentence.start(), mention.span.start().saturating_sub(before.len() + 1))
    } else {
        before
    };
    !TELLERS.iter().any(|teller| teller.eq_ignore_ascii_case(before))
}

/// Whether the words between a figure and a name make the name the owner: "£5m for", "£3m at", "£2m deficit at".
fn leads_to(between: &str) -> bool {
    let words: Vec<&str> = between.split_whitespace().collect();
    let last = words.iter().rev().find(|word| !word.eq_ignore_ascii_case("the"));
    words.len() <= 6
        && !between.contains(['.', ';', '£'])
        && last.is_some_and(|word| matches!(*word, "for" | "at" | "to" | "from" | "by" | "of"))
}

/// "The trust", "it": the organisation that these words stand for, named before in the article.
fn stood_for(text: &str, paragraph: Span, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let start = figure.sentence.start();
    let words = &text[start..figure.span.start()];
    let mut stand_ins = word_starts_back(text, start, figure.span.start())
        .filter_map(|at| STAND_INS.at(&text[at..start + words.len()]).map(|(kind, length)| (kind, Span::at(at, length))));
    let (kind, cue) = stand_ins.next()?;
    let earlier = mentions.iter().rev().filter(|mention| mention.span.end() <= cue.start());
    let fits = |mention: &&Mention| kind.is_none_or(|kind| mention.kind == kind);
    let antecedent = match kind {
        Some(_) => only_one(earlier.filter(fits)),
        // "It" looks back to the subject of the sentence before, and no further.
        None => {
            let previous = sentences::around(text, paragraph, Span::at(start.saturating_sub(3).max(paragraph.start()), 0));
            only_one(earlier.filter(|mention| previous.contains(mention.span) || figure.sentence.contains(mention.span)))
        }
    };
    antecedent.map(|name| Owner { name, cue, part: Part::Subject })
}

/// The one organisation that all these mentions name, if it is one.
fn only_one<'a>(mentions: impl Iterator<Item = &'a Mention>) -> Option<Span> {
    let mut name = None;
    for mention in mentions {
        match name {
            None => name = Some(mention.name),
            Some(first) if first == mention.name => {}
            Some(_) => return name,
        }
    }
    name
}
