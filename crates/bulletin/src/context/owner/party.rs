//! Those whom a verb or a preposition beside a figure leads to: who pays it, who is paid, whom a deal is with.

use std::sync::LazyLock;

use super::part::part_of;
use super::subject::{TRADES, acts, is_subject, words_between};
use super::teller::{TELLINGS, tells};
use super::{is_joined, within};
use crate::grammar::lexicon::Lexicon;
use crate::grammar::organisation::OBJECT_VERBS;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner, Part};
use crate::span::Span;
use crate::text::words::word_before;

/// The part of an organisation that a verb right before it leads to: "has given NHS Digital an extra £5m".
pub(super) fn given(text: &str, owner: &Owner, figure: &MoneyFigure) -> Option<Part> {
    let between = words_between(text, owner.cue, figure.phrase);
    let before = word_before(text, figure.sentence.start(), owner.cue.start());
    // "To pay the consultancy Accenture £5m"
    let (mut before, mut start) = (before, owner.cue.start().saturating_sub(before.len() + 1));
    if TRADES.has(before) && before != "the" {
        before = word_before(text, figure.sentence.start(), start);
        start = start.saturating_sub(before.len() + 1);
    }
    let verb =
        if before.eq_ignore_ascii_case("the") { word_before(text, figure.sentence.start(), start) } else { before };
    let near = between.len() <= 30 && between.split_whitespace().all(|word| BEFORE_SUM.has(word));
    OBJECT_VERBS.at(verb).filter(|(_, length)| near && *length == verb.len()).map(|(part, _)| part)
}

/// The organisation right before the figure that a verb before it leads to: "must pay NHS Digital £5m".
pub(super) fn receiver(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let here = within(mentions, figure.sentence);
    let last = here.iter().rfind(|mention| mention.span.end() <= figure.span.start())?;
    let owner = Owner::from(*last);
    given(text, &owner, figure).map(|part| Owner { part, ..owner })
}

static DEALS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("contract contracts deal deals agreement lease partnership"));

/// Whom a deal is with: "its contract with Vale Trust, worth £3m", "a deal with the supplier Thane Digital at a cost of £2m".
pub(super) fn party(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    /// The longest words between a name and what the deal is worth, and between "with" and the name, in bytes.
    const WAY: usize = 45;
    const TRADE: usize = 30;
    let here = within(mentions, figure.sentence);
    let last = here.iter().rfind(|mention| mention.span.end() <= figure.span.start())?;
    let between = words_between(text, last.span, figure.phrase).trim_end();
    let worth =
        ["worth", "let at", "valued at", "at a cost of", "at a price of"].iter().any(|at| between.ends_with(at));
    let before = &text[figure.sentence.start()..last.span.start()];
    let (deal, trade) = before.rsplit_once(" with ").or_else(|| Some((before.strip_suffix(" with ")?, "")))?;
    let described = trade.len() <= TRADE && !trade.contains(|c: char| c.is_uppercase() || c == ',');
    let deal = DEALS.has(word_before(deal, 0, deal.len()));
    (worth && between.len() <= WAY && described && deal).then(|| Owner::from(*last))
}

/// A national body that right before the figure pays it: "it will not be enough, for which NHS England is lending £14m".
pub(super) fn lender(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let here = within(mentions, figure.sentence);
    let last = here.iter().rfind(|mention| mention.span.end() <= figure.span.start())?;
    let owner = Owner { part: Part::Payer, ..Owner::from(*last) };
    let pays = last.kind == OrganisationKind::National && part_of(text, last.span, figure.phrase) == Part::Payer;
    (pays && acts(text, &owner, figure) && is_subject(text, figure.sentence, last)).then_some(owner)
}

/// Who bills the one that pays: "Sentinel Staffing billed Vale Trust £96 an hour".
pub(super) fn biller(text: &str, mentions: &[Mention], payer: &Owner, figure: &MoneyFigure) -> Option<Owner> {
    let before = word_before(text, figure.sentence.start(), payer.cue.start());
    let bills = matches!(before, "billed" | "bills" | "charged" | "charges" | "invoiced" | "invoices");
    let here = within(mentions, figure.sentence);
    let first = here.iter().rfind(|mention| mention.span.end() <= payer.cue.start()).filter(|_| bills)?;
    (first.name != payer.name).then(|| Owner { part: Part::Payee, ..Owner::from(*first) })
}

/// Words between a receiver and a sum.
static BEFORE_SUM: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("a an the another further extra additional combined total record up to at least some")
});

/// The organisation that a preposition after the figure leads to: "£5m for", "£3m deficit at".
pub(super) fn led_to(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let after = within(mentions, figure.sentence).iter().find(|mention| {
        let between = Span::new(figure.phrase.end(), mention.span.start());
        between.is_some_and(|between| between.len() < 60 && leads_to(between.of(text)))
    })?;
    Some(Owner { part: Part::Payee, ..Owner::from(*after) })
}

/// Those whom somebody is paid to run: "£265,000 for running Vale FT and Fell FT".
pub(super) fn run(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Vec<Owner> {
    let here = within(mentions, figure.sentence);
    let after = &here[here.partition_point(|mention| mention.span.start() < figure.phrase.end())..];
    let Some(first) = after.first() else { return Vec::new() };
    let between =
        Span::new(figure.phrase.end(), first.span.start()).map(|between| between.of(text)).unwrap_or_default();
    let runs = ["for running", "for leading", "for chairing"].contains(&between.trim_matches([',', ' ']));
    let count = if runs { 1 + after.windows(2).take_while(|pair| is_joined(text, pair)).count() } else { 0 };
    after[..count].iter().map(|mention| Owner { part: Part::Payer, ..Owner::from(*mention) }).collect()
}

/// The other side of a payment, right after it: "£5m to", "£5m from", "a £5m deal with".
pub(super) fn other_side(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let next = within(mentions, figure.sentence).iter().find(|mention| mention.span.start() >= figure.phrase.end())?;
    let between = Span::new(figure.phrase.end(), next.span.start())?.of(text);
    let last = between.split_whitespace().rev().find(|word| !word.eq_ignore_ascii_case("the"))?;
    let part = match last {
        "from" => Part::Payer,
        "to" => Part::Payee,
        // "A £32m contract with Allscripts"
        "with" if DEALS.has(between.trim().strip_suffix("with").map_or("", str::trim)) => Part::Payee,
        _ => return None,
    };
    let near = between.len() <= 30 && !between.contains(['.', ';', ',', '£']);
    near.then(|| Owner { part, ..Owner::from(*next) })
}

/// Who says in a quotation what "we" have: "“We are £5m short,” said the chair of Vale Trust".
pub(super) fn speaker(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    /// How far the name may stand from the end of the quotation, in bytes.
    const REACH: usize = 60;
    let next = within(mentions, figure.sentence).iter().find(|mention| mention.span.start() >= figure.phrase.end())?;
    let before = &text[figure.sentence.start()..figure.phrase.start()];
    let quoted = &before[before.rfind(['“', '"'])?..];
    let after = Span::new(figure.phrase.end(), next.span.start())?.of(text);
    let (_, said) = after.split_once(['”', '"'])?;
    let ours =
        quoted.split(|c: char| !c.is_alphabetic()).any(|word| matches!(word, "We" | "we" | "Our" | "our" | "us"));
    let says = matches!(said.split_whitespace().next(), Some("said" | "says" | "says," | "said,"));
    (ours && says && said.len() <= REACH && !quoted.contains('”')).then(|| Owner::from(*next))
}

/// Whom a deal that a figure is worth is with: "the £5m contract with Vale CCG".
pub(super) fn other_party(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let next = within(mentions, figure.sentence).iter().find(|mention| mention.span.start() >= figure.phrase.end())?;
    let between = Span::new(figure.phrase.end(), next.span.start())?.of(text).trim();
    let between = between.strip_suffix(" the").unwrap_or(between);
    let deal = between.strip_suffix(" with")?.rsplit(' ').next()?;
    (between.len() <= 40 && DEALS.has(deal)).then(|| Owner::from(*next))
}

/// Who pays it to a payee named before it: "was paid £5m by NHS England".
pub(super) fn paid_by(text: &str, mentions: &[Mention], payee: &Owner, figure: &MoneyFigure) -> Option<Owner> {
    let next = within(mentions, figure.sentence).iter().find(|mention| mention.span.start() >= figure.phrase.end())?;
    let between = Span::new(figure.phrase.end(), next.span.start())?.of(text);
    let paid = matches!(between.trim(), "by" | "by the") && payee.cue.end() <= figure.span.start();
    (paid && payee.name != next.name).then(|| Owner { part: Part::Payer, ..Owner::from(*next) })
}

/// Who pays it to the payee: "NHS England has lent Vale Trust £5m", "NHS England has lent £5m to Vale Trust".
pub(super) fn payer(text: &str, mentions: &[Mention], payee: &Owner, figure: &MoneyFigure) -> Option<Owner> {
    let end = payee.cue.start().min(figure.phrase.start());
    let before = within(mentions, figure.sentence).iter().rev().find(|mention| mention.span.end() <= end)?;
    let between = Span::new(before.span.end(), end)?.of(text);
    let pays = part_of(text, before.span, Span::at(end, 0)) == Part::Payer;
    let near = between.len() <= 40 && !between.contains([',', ';', '.']) && !tells(between);
    (pays && near && before.name != payee.name).then(|| Owner { part: Part::Payer, ..Owner::from(*before) })
}

/// Whether the words between a figure and a name make the name the owner: "£5m for", "£3m at", "£2m deficit at".
fn leads_to(between: &str) -> bool {
    // "£5m by struggling Vale Trust"
    static BEFORE_NAME: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("the struggling troubled neighbouring nearby local rival embattled"));
    let words: Vec<&str> = between.split_whitespace().collect();
    let last = words.iter().rev().find(|word| !BEFORE_NAME.has(word));
    words.len() <= 6
        && !between.contains(['.', ';', '£'])
        && last.is_some_and(|word| matches!(*word, "for" | "at" | "to" | "from" | "by" | "of" | "on"))
        // "£5m, research by Age UK suggests": who tells of it.
        && !words.iter().any(|word| TELLINGS.has(word) || *word == "according")
}
