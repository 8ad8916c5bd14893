//! Figures that are somebody else's: of many who have no names, of one whose name is none that is known, of the public.

use std::sync::LazyLock;

use super::subject::{DOES, words_between};
use super::within;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, MoneyFigure, OrganisationKind, Owner};
use crate::span::Span;
use crate::text::words::{word_before, word_starts, word_starts_back};

/// Many, who have no names.
static MANY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let many = "trusts fts hospitals providers councils systems ccgs icbs pcts commissioners gps practices claimants lawyers \
                solicitors ministers unions staff nurses doctors patients homes charities hospices companies firms \
                suppliers managers consultants officials";
    let sectors = ["adult social care", "social care", "general practice", "primary care", "public health"];
    Lexicon::new(&many.split_whitespace().chain(sectors).map(|words| (words, ())).collect::<Vec<_>>())
});

/// Whether the sentence of a figure begins with many, who have no names, or tells of all of a kind: "Acute trusts in the
/// region owe £5m".
pub(super) fn is_of_many(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    /// Which of its words may be bodies that are described: "Four other community hospitals".
    const WORDS: usize = 4;
    let sentence = figure.sentence;
    let named = within(mentions, sentence).first().map_or(sentence.end(), |first| first.span.start());
    let mut starts = word_starts(text, sentence.start(), named).take(WORDS);
    starts.next().is_some_and(|at| MANY.at(&text[at..]).is_some())
        || starts.any(|at| BODIES.at(&text[at..]).is_some())
        || tells_of_all(text, sentence)
}

/// Whether many have the figure's part of a sentence: "Vale Pharma must pay £9m; generics firms were fined £7m".
pub(super) fn is_clause_of_many(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    /// Which of its words may be the many.
    const WORDS: usize = 3;
    let before = &text[figure.sentence.start()..figure.span.start()];
    let Some(stop) = before.rfind(';').map(|at| figure.sentence.start() + at) else { return false };
    let clause = Span::new(stop, figure.span.start()).unwrap_or(figure.sentence);
    within(mentions, clause).is_empty()
        && word_starts(text, stop, clause.end()).take(WORDS).any(|at| MANY.at(&text[at..]).is_some())
}

/// Many that have money.
static BODIES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("trusts fts hospitals providers councils systems ccgs icbs pcts groups practices gps")
});

/// Whether a sentence tells of many of those that have money, who have no names: "spending by 70 trusts".
pub(super) fn tells_of_many(text: &str, sentence: Span) -> bool {
    static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("nurses doctors nhs england"));
    let mut words = word_starts_back(text, sentence.start(), sentence.end()).map(|at| &text[at..sentence.end()]);
    words.any(|word| BODIES.at(word).or_else(|| OTHERS.at(word)).is_some())
}

/// "The cost for all ICBs may reach £5m", "systems' combined deficit": whether a sentence tells of all of a kind.
fn tells_of_all(text: &str, sentence: Span) -> bool {
    static ALL: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("all most many some several other england’s england's nhs"));
    static WHOLES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        let wholes = [
            "combined deficit",
            "combined overspend",
            "combined surplus",
            "across england",
            "nationally",
            "the sector",
        ];
        Lexicon::new(&wholes.map(|words| (words, ())))
    });
    let mut words = word_starts(text, sentence.start(), sentence.end()).map(|at| &text[at..sentence.end()]);
    words.any(|word| {
        let many = ALL.at(word).map(|((), length)| word[length..].trim_start());
        many.is_some_and(|many| BODIES.at(many).is_some()) || WHOLES.at(word).is_some()
    })
}

/// Whether a name that is none of `mentions` stands right before the figure, which is its own: "Vale (£5m)", "Vale Trust got
/// £9m, Stourmere £5m", "cost the Drugs Fund £5m".
pub(super) fn is_of_other(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    /// The longest such name, in words.
    const WORDS: usize = 4;
    let before = text[figure.sentence.start()..figure.phrase.start()].trim_end();
    let before =
        [" a further", " another", " an extra"].iter().find_map(|more| before.strip_suffix(more)).unwrap_or(before);
    let bracket = before.strip_suffix('(').map(str::trim_end);
    let before = bracket.unwrap_or(before);
    let at = (figure.sentence.start() + before.len()).saturating_sub(1);
    // "Vale Trust's £5m"
    let own = |mention: &Mention| mention.span.end() > at.saturating_sub("’s".len()) && mention.span.start() <= at;
    if within(mentions, figure.sentence).iter().any(own) {
        return false;
    }
    let capital = |word: &&str| word.starts_with(|c: char| c.is_uppercase());
    let mut words = before.rsplit([' ', '\u{a0}', '\n']).peekable();
    let mut count = 0;
    while count < WORDS && words.next_if(|word| capital(word) && (count == 0 || !word.ends_with(','))).is_some() {
        count += 1;
    }
    let joined = words.peek().is_some_and(|word| word.ends_with(',') || matches!(*word, "and" | "the"));
    count > 0 && (bracket.is_some() || joined)
}

/// "A hospital trust must return £5m": whether a sentence tells of one whose name comes after.
pub(super) fn is_introduced(text: &str, figure: &MoneyFigure) -> bool {
    static ONE: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("trust hospital ft provider ccg icb pct commissioner board hospitals"));
    let mut words = figure.sentence.of(text).split([' ', '\u{a0}', '\n']);
    matches!(words.next(), Some("A" | "An" | "One"))
        && words.take(5).any(|word| ONE.has(word.trim_end_matches([',', '’', '\''])))
}

/// "The last provider to be convicted paid £5m": whether a sentence begins with one of a kind that is not the story's.
pub(super) fn is_another(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    static OTHER: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("last first previous second third other another typical average rival neighbouring")
    });
    static ONE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("trust hospital provider ccg icb pct firm company supplier practice surgery charity council ft")
    });
    /// Up to which word of the sentence it is named.
    const WORDS: usize = 4;
    let Some(before) = Span::new(figure.sentence.start(), figure.phrase.start()) else { return false };
    let mut words = before.of(text).split_whitespace().take(WORDS);
    let first = words.next().unwrap_or_default();
    let other = matches!(first, "Another" | "Other") || words.next().is_some_and(|word| OTHER.has(word));
    matches!(first, "The" | "A" | "One" | "Another")
        && other
        && words.any(|word| ONE.has(word))
        && within(mentions, before).is_empty()
}

/// "Corvane, which took over, has been docked £5m": whether a sentence tells of one that is none of `mentions`.
pub(super) fn tells_of_other(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    const ASIDES: [&str; 6] = ["which ", "whose ", "by contrast,", "meanwhile,", "for its part,", "on the other hand,"];
    let sentence = figure.sentence.of(text);
    let Some((name, aside)) = sentence.split_once(',') else { return false };
    let aside = aside.trim_start();
    if !ASIDES.iter().any(|words| aside.starts_with(words)) {
        return false;
    }
    let start = figure.sentence.start();
    let before = name.len() < figure.span.start() - start;
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    let here = within(mentions, figure.sentence);
    before && name.split(' ').all(capital) && here.first().is_none_or(|first| first.span.start() > start + name.len())
}

/// "It will cut £32m, and Barking is to get £14m", "the rise was in Barking, where it was £16m": whether the figure's clause
/// has a subject or a place with a name that is none of `mentions`.
pub(super) fn is_clause_of_other(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    /// The longest such name, in words.
    const WORDS: usize = 5;
    const JOINTS: [&str; 4] = [" and ", " but ", " while ", " with "];
    let start = figure.sentence.start();
    let before = &text[start..figure.phrase.start()];
    let here = within(mentions, figure.sentence);
    let named = |at: usize| here.iter().any(|mention| mention.span.contains(Span::at(at, 1)));
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase());
    let Some(stop) = memchr::memrchr2(b',', b';', before.as_bytes()) else { return false };
    let after = &before[stop + 1..];
    let joint = JOINTS.iter().find_map(|joint| after.strip_prefix(joint));
    let clause = joint.or_else(|| after.strip_prefix(' ').filter(|_| before.as_bytes()[stop] == b';'));
    let has_subject = clause.is_some_and(|clause| {
        let at = before.len() - clause.len();
        let verb = word_starts(clause, 0, clause.len()).take(WORDS).find(|&word| DOES.at(&clause[word..]).is_some());
        let subject = verb.map_or("", |verb| clause[..verb].trim());
        let small = |word: &str| matches!(word, "and" | "of" | "the");
        let name = !subject.is_empty() && subject.split(' ').all(|word| capital(word) || small(word));
        name && capital(subject)
            && !["The", "It", "He", "She", "This", "That", "NHS"].contains(&subject)
            && !named(start + at)
    });
    let place = || {
        let word = word_before(before, 0, stop);
        after.starts_with(" where ") && capital(word) && !named(start + stop - word.len())
    };
    has_subject || place()
}

/// Whether it is the public that the figure costs or saves: "costing the NHS £48m".
pub(super) fn is_of_public(text: &str, figure: &MoneyFigure) -> bool {
    const PUBLIC: [&str; 6] =
        [" the NHS", " the whole NHS", " the health service", " the taxpayer", " taxpayers", " the public purse"];
    let before = text[figure.sentence.start()..figure.phrase.start()].trim_end();
    PUBLIC.iter().any(|public| before.ends_with(public))
}

/// Whether a figure is what is usual among many, and its sentence names nobody before it: "the average salary is £139,000".
pub(super) fn is_average(text: &str, mentions: &[Mention], figure: &MoneyFigure) -> bool {
    let Some(before) = Span::new(figure.sentence.start(), figure.phrase.start()) else { return false };
    let usual = || ["average", "median", "typical"].iter().any(|usual| before.of(text).contains(usual));
    within(mentions, before).is_empty() && usual()
}

/// Whether a heading tells of one that the story's subject is not: "Trust faces £20m bill", where a CCG is the only one named.
pub(super) fn names_other_kind(text: &str, heading: Span, subject: &Mention) -> bool {
    static ONE: LazyLock<Lexicon<OrganisationKind>> = LazyLock::new(|| {
        let rows = |words: &'static str, kind| words.split(' ').map(move |word| (word, kind));
        let trusts = rows("trust trust’s trust's ft hospital hospital’s hospital's provider", OrganisationKind::Trust);
        let commissioners = rows("ccg ccg’s ccg's icb pct commissioner", OrganisationKind::Commissioner);
        Lexicon::new(&trusts.chain(commissioners).collect::<Vec<_>>())
    });
    let mut words = word_starts(text, heading.start(), heading.end());
    let kind = words.find_map(|at| ONE.at(&text[at..heading.end()]).map(|(kind, _)| kind));
    kind.is_some_and(|kind| kind != subject.kind)
}

/// Whether many stand between an owner and the figure: "NHS England has lent trusts £5m".
pub(super) fn leads_to_many(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    let between = words_between(text, owner.cue, figure.phrase);
    word_starts_back(between, 0, between.len()).any(|at| MANY.at(&between[at..]).is_some())
}

/// Whether an owner only asks something of many, whose money it is: "NHS Employers has advised trusts to pay staff £5".
pub(super) fn asks_many(text: &str, owner: &Owner, figure: &MoneyFigure) -> bool {
    static ASKS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "advised advises told tells urged urges asked asks ordered orders instructed encouraged allowed warned",
        )
    });
    let between = words_between(text, owner.cue, figure.phrase);
    // Few figures have these words before them.
    if !between.contains(" to ") {
        return false;
    }
    let asked = word_starts(between, 0, between.len())
        .find_map(|at| ASKS.at(&between[at..]).map(|((), length)| between[at + length..].trim_start()));
    asked.is_some_and(|whom| MANY.at(whom).is_some_and(|((), length)| whom[length..].trim_start().starts_with("to ")))
}
