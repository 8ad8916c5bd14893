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

/// How many mentions "the trust" looks back over.
const LOOK_BACK: usize = 40;

/// Gives each figure of an article its owners, where the words of its sentence say whose it is.
///
/// A local body of the same sentence comes first, then one that "the trust" or "it" stands for, then the one local body
/// that the article is about. A national body that the sentence names regulates or tells more often than it pays: it is
/// an owner only where the article names no other.
pub(crate) fn owners(text: &str, parts: &[Span], mentions: &[Mention], figures: &mut [MoneyFigure]) {
    let local: Vec<Mention> = mentions.iter().filter(|mention| is_local(mention)).cloned().collect();
    let subject = article_subject(&local);
    for figure in figures {
        let part = parts.partition_point(|part| part.end() < figure.span.end());
        let Some(paragraph) = parts.get(part).filter(|part| part.contains(figure.span)) else { continue };
        let owner = subject_before(text, &local, figure)
            .or_else(|| stood_for(text, *paragraph, mentions, figure))
            .or_else(|| led_to(text, &local, figure))
            .or_else(|| subject.filter(|owner| about(paragraph, owner, figure)))
            .or_else(|| {
                subject_before(text, mentions, figure).filter(|owner| local.is_empty() && acts(text, owner, figure))
            });
        figure.organisations.extend(owner.filter(|owner| !unnamed_actor(text, owner, figure)));
    }
}

/// Whether the figure follows close on a national body, in the same clause: "NHS Supply Chain spent £3m".
fn acts(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let between = Span::new(owner.cue.end(), figure.phrase.start()).map(|between| between.of(text)).unwrap_or_default();
    between.len() <= 60 && !between.contains([',', ';', ':', '.']) && !between.chars().any(char::is_uppercase)
}

/// Somebody without a name who may pay or receive.
static UNNAMED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let actors = [
        "the clinical commissioning groups",
        "the ccgs",
        "commissioners",
        "ministers",
        "the government",
        "insurers",
        "its commissioners",
        "the commissioners",
        "local commissioners",
        "the treasury",
    ];
    Lexicon::new(&actors.map(|actor| (actor, ())))
});

/// Whether somebody without a name stands between the owner's words and the figure: "the groups had agreed to pay £3m".
fn unnamed_actor(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let start = if figure.sentence.contains(owner.cue) { owner.cue.end() } else { figure.sentence.start() };
    let end = figure.span.start();
    word_starts_back(text, start.min(end), end).any(|at| {
        // "Commissioners’ plans" only says whose plans.
        UNNAMED.at(&text[at..end]).is_some_and(|((), length)| !text[at + length..].starts_with(['’', '\'']))
    })
}

fn is_local(mention: &Mention) -> bool {
    mention.kind != OrganisationKind::National
}

/// The one trust or commissioner that the article names, with its first mention as the cue.
fn article_subject(local: &[Mention]) -> Option<Owner> {
    let kept = |mention: &&Mention| matches!(mention.kind, OrganisationKind::Trust | OrganisationKind::Commissioner);
    let first = local.iter().find(kept)?;
    let one = local.iter().filter(kept).all(|mention| mention.name == first.name);
    one.then_some(Owner { name: first.name, cue: first.span, part: Part::Subject })
}

/// Whether the article's subject can own a figure: it was named before, or in the same paragraph.
fn about(paragraph: &Span, owner: &Owner, figure: &MoneyFigure) -> bool {
    owner.cue.start() < figure.span.start() || paragraph.contains(owner.cue)
}

/// Those of `mentions` that stand in `span`; both in order.
fn within(mentions: &[Mention], span: Span) -> &[Mention] {
    let from = mentions.partition_point(|mention| mention.span.start() < span.start());
    let to = mentions.partition_point(|mention| mention.span.start() < span.end());
    mentions.get(from..to).unwrap_or_default()
}

/// The organisation before the figure that its sentence is about.
fn subject_before(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let mut before =
        within(mentions, figure.sentence).iter().filter(|mention| mention.span.end() <= figure.span.start());
    let subject = before
        .rfind(|mention| is_subject(text, figure.sentence, mention) && !reports(text, mention.span, figure.phrase))?;
    Some(Owner { name: subject.name, cue: subject.span, part: Part::Subject })
}

/// The organisation that a preposition after the figure leads to: "£5m for", "£3m deficit at".
fn led_to(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> Option<Owner> {
    let after = within(mentions, figure.sentence).iter().find(|mention| {
        let between = Span::new(figure.phrase.end(), mention.span.start());
        between.is_some_and(|between| between.len() < 60 && leads_to(between.of(text)))
    })?;
    Some(Owner { name: after.name, cue: after.span, part: Part::Payee })
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

/// Verbs of telling.
static REPORTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "said says say reckons reckoned estimates estimated warned warns calculates calculated found finds suggests \
         suggested claims claimed believes believed thinks argued argues reported reports shows showed revealed figures",
    )
});

/// Whether an organisation only tells of somebody else's money: "Unison says hospitals will pay £3m".
fn reports(text: &str, mention: Span, figure: Span) -> bool {
    let Some(between) = Span::new(mention.end(), figure.start()).map(|between| between.of(text)) else { return false };
    let between = between.trim_start_matches(['’', '\'', 's', ' ', '\u{a0}', '\n']);
    // "The institute, a think tank, reckons": an apposition stands between.
    let apposition =
        between.strip_prefix(',').and_then(|rest| rest.split_once(',')).filter(|(words, _)| words.len() < 60);
    let clause = apposition.map_or(between, |(_, rest)| rest).trim_start();
    let Some(((), length)) = REPORTS.at(clause) else { return false };
    let told = clause[length..].trim_start();
    let told = told.strip_prefix("that ").unwrap_or(told);
    let itself = ["it ", "its ", "they ", "their ", "he ", "she ", "we ", "a ", "an "];
    !told.is_empty()
        && !itself.iter().any(|word| told.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
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
    let mut stand_ins = word_starts_back(text, start, figure.span.start()).filter_map(|at| {
        let (kind, length) = STAND_INS.at(&text[at..start + words.len()])?;
        // "The Department of Health" is a name.
        (!text[at + length..].starts_with(" of ")).then_some((kind, Span::at(at, length)))
    });
    let (kind, cue) = stand_ins.next()?;
    let until = mentions.partition_point(|mention| mention.span.end() <= cue.start());
    let earlier = mentions.get(..until).unwrap_or_default().iter().rev().take(LOOK_BACK);
    let fits = |mention: &&Mention| kind.is_none_or(|kind| mention.kind == kind);
    let antecedent = if kind.is_some() {
        earlier.clone().find(fits)
    } else {
        // "It" looks back to the subject of the sentence before, and no further.
        let before = text[paragraph.start()..start].trim_end_matches(|c: char| !c.is_alphanumeric());
        let previous = sentences::around(text, paragraph, Span::at(paragraph.start() + before.len(), 0));
        let near = earlier.filter(|mention| previous.contains(mention.span) || figure.sentence.contains(mention.span));
        near.clone().find(|mention| leads(text, previous, mention)).or_else(|| near.clone().next())
    };
    antecedent.map(|mention| Owner { name: mention.name, cue, part: Part::Subject })
}

/// Whether a mention is the subject that a sentence begins with.
fn leads(text: &str, sentence: Span, mention: &Mention) -> bool {
    let before = Span::new(sentence.start(), mention.span.start()).map(|before| before.of(text));
    before.is_some_and(|before| before.split_whitespace().nth(2).is_none())
}
