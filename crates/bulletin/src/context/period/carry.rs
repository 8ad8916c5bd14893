//! The times that a figure has from the one beside it: no period is named for it alone.

use std::sync::LazyLock;

use super::named::{NEIGHBOURS, is_compared_with, named, shifted};
use super::{has_word, joins, opens};
use crate::context::sentence::{Sentence, Sight};
use crate::grammar::lexicon::Lexicon;
use crate::model::{Change, MoneyFigure, Period};
use crate::span::Cue;

/// Those of the figure told right before, for one that has no period of its own and plainly shares its time; `told` are the
/// story's figures before it.
pub(in crate::context) fn carried(
    sentence: &Sentence<'_>,
    index: usize,
    figure: &MoneyFigure,
    told: &[MoneyFigure],
) -> Vec<Cue<Period>> {
    let Some(before) = told.last() else { return Vec::new() };
    let named = sentence.periods.get_or_init(|| named(sentence));
    // Of one financial year, or of a span of them.
    let alone = match &before.periods[..] {
        [period] => matches!(period.value, Period::FinancialYear(_) | Period::FinancialYears(..)),
        _ => false,
    };
    let shares = if before.sentence == sentence.span {
        let is_last = named.last().is_none_or(|&(last, _)| before.periods.first().is_some_and(|cue| cue.value == last));
        is_beside(sentence, index, figure, before) || (alone && is_last && is_plain(sentence, index, figure))
    } else {
        alone && named.is_empty() && goes_on(sentence, index, before)
    };
    if shares {
        return before.periods.clone();
    }
    if named.is_empty() { year_beside(sentence, index, before).into_iter().collect() } else { Vec::new() }
}

/// Whether figure `index` is told by the one before it in its sentence, and so of its time.
fn is_beside(sentence: &Sentence<'_>, index: usize, figure: &MoneyFigure, before: &MoneyFigure) -> bool {
    let between = sentence.between(index - 1);
    let end = between.trim_end();
    // "£41m in 2010, of which £3m went to trusts": a part is of the time of its whole.
    // "£52m in 2024-25, or £30 a head": the same money.
    let is_part = end.contains(", of which") || end.ends_with(", or");
    // "In 2016-17 it went from a £9m surplus to a £3m deficit": the ends of one change.
    let from_to = figure.change.is_some_and(|change| change.value == Change::To)
        && before.change.is_some_and(|change| change.value == Change::From)
        && has_word(end, |word| word == "to")
        && before.periods.iter().all(|period| period.span.end() <= before.span.start());
    // "£14.2m in 2023-24, against a planned £3m": of the same time as what it is set against.
    let is_set_against = sentence.sets_against(index);
    is_part || from_to || (is_set_against && !leaves(figure, between))
}

/// "It lost £4m in 2014-15 and owed £9m": whether nothing leads to another time between figure `index` and the one before it.
fn is_plain(sentence: &Sentence<'_>, index: usize, figure: &MoneyFigure) -> bool {
    let between = sentence.between(index - 1);
    // "An increase on £4m in 2010-11, and Fell CCG paid £9m": that was only there to be compared with.
    let other = index.checked_sub(1).is_some_and(|before| {
        ["increase on", "rise on", "up on", "fall on", "cut on"]
            .iter()
            .any(|on| sentence.before(before, 16).trim_end().ends_with(on))
    });
    !other
        && !leaves(figure, between)
        && !is_after(sentence, index)
        && !is_of_now(sentence, index)
        && !is_present(between)
}

/// Whether a sentence without a period goes on with the time of figure `before`, the last told.
fn goes_on(sentence: &Sentence<'_>, index: usize, before: &MoneyFigure) -> bool {
    static GOES_ON: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        let starts = [
            "the figure",
            "the sums",
            "the amounts",
            "that becomes",
            "the sum",
            "of that",
            "of this",
            "of the total",
            "it included",
            "that included",
            "this included",
            "the figures include",
            "the highest",
            "the largest",
            "the biggest",
            "the lowest",
            "the smallest",
        ];
        Lexicon::new(&starts.map(|words| (words, ())))
    });
    const PARTS: [&str; 3] = ["of it", "of that", "of this"];
    const PLANS: [&str; 6] =
        [" had planned ", " had forecast ", " had expected ", " had budgeted ", " had hoped ", " had agreed "];
    let between = sentence.text.get(before.sentence.end()..sentence.span.start()).unwrap_or_default();
    let after = sentence.after(index).of(sentence.text).trim_start();
    // "The trust says it lost £14m in 2023-24. The ICB has it at £23m."
    let same = || sentence.before(index, 12).trim_end().ends_with(" it at");
    // "It ended 2014-15 £2m in the black. Its neighbour had planned for a deficit of £9m."
    let planned = || PLANS.iter().any(|plan| sentence.before(index, 80).contains(plan));
    between.trim().is_empty()
        && !between.contains("\n\n")
        && (GOES_ON.at(sentence.span.of(sentence.text)).is_some()
            || PARTS.iter().any(|part| after.starts_with(part))
            || same()
            || planned())
}

/// "It spent £8m in 2016-17. That compares to £5m the previous year": the year told by that of the sentence before.
fn year_beside(sentence: &Sentence<'_>, index: usize, before: &MoneyFigure) -> Option<Cue<Period>> {
    /// How far the figures may be apart, in bytes, and the words from the figure, in words.
    const NEAR: usize = 160;
    const CLOSE: usize = 3;
    const FAR: usize = 18;
    let [period] = &before.periods[..] else { return None };
    let figure = sentence.readings.get(index)?.span;
    let way = sentence.text.get(before.span.end()..figure.start())?;
    let near = way.len() <= NEAR && !way.contains("\n\n") && before.sentence != sentence.span;
    let close = |sight: &Sight<i16>| sight.words <= CLOSE && sight.stops == 0 || opens(sentence, sight.span);
    let told = sentence.sights(&NEIGHBOURS, index, FAR).find(|sight| sight.figures == 0 && close(sight));
    let told = told.filter(|sight| near && !is_compared_with(sentence, sight.span))?;
    Some(Cue::new(shifted(period.value, told.value)?, told.span))
}

/// "After losing £4m in 2014-15, it made £1m": whether the figure before is of what came first.
fn is_after(sentence: &Sentence<'_>, index: usize) -> bool {
    let begins = ["After ", "Having "].iter().any(|first| sentence.span.of(sentence.text).starts_with(first));
    begins && sentence.between(index - 1).contains(", ")
}

/// Whether the words before a figure lead to another time than that of the one before.
fn leaves(figure: &MoneyFigure, between: &str) -> bool {
    static OTHER_TIMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "now next since later earlier previously previous before after then last still today eventually already ago until",
        )
    });
    figure.change.is_some_and(|change| change.value != Change::Increase && change.value != Change::Decrease)
        || (between.contains(';') && !has_word(between, |word| matches!(word, "outcome" | "outturn" | "result")))
        || between.split(|c: char| !c.is_alphanumeric()).any(|word| OTHER_TIMES.has(word))
}

/// "It lost £5m in 2019-20 and plans a deficit of £6m": whether words before a figure tell of the day on which it is told.
pub(super) fn is_present(between: &str) -> bool {
    const PRESENT: [&str; 20] = [
        "has",
        "have",
        "is",
        "are",
        "will",
        "plans",
        "plan",
        "needs",
        "need",
        "wants",
        "want",
        "expects",
        "expect",
        "faces",
        "seeks",
        "owes",
        "means",
        "leaves",
        "threatens",
        "puts",
    ];
    has_word(between, |word| PRESENT.contains(&word))
}

/// "£12.5m this year", "£1bn over the past two years": whether the words after a figure tell its time by the day.
fn is_of_now(sentence: &Sentence<'_>, index: usize) -> bool {
    let mut near =
        sentence.between(index).split_whitespace().take(4).map(|word| word.trim_end_matches(['.', ',', ';']));
    if near.any(|word| matches!(word, "previous" | "past" | "last" | "next" | "coming" | "preceding" | "current")) {
        return true;
    }
    is_of_this_year(sentence, index)
}

/// "£12.5m this year": whether the words right after a figure tell its time by the day.
pub(super) fn is_of_this_year(sentence: &Sentence<'_>, index: usize) -> bool {
    /// How many words may say what it is: "a £3m shortfall this year".
    const WORDS: usize = 1;
    static TIMES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("year years month months week weeks spring summer autumn winter year’s year's")
    });
    let words: Vec<&str> = sentence.between(index).split_whitespace().take(WORDS + 2).collect();
    let now = |pair: &[&str]| {
        let time = pair[1].trim_end_matches(|c: char| !c.is_alphabetic());
        matches!(pair[0], "this" | "last" | "next") && TIMES.has(time)
    };
    words.windows(2).any(now)
}

/// "£55m of the £1.6bn set aside for 2018-19": a part is of the time of its whole.
pub(in crate::context) fn share_back(sentence: &Sentence<'_>, told: &mut [MoneyFigure]) {
    for index in 1..told.len() {
        let of =
            matches!(sentence.between(index - 1).trim(), "of" | "of the" | "of its" | "of a" | "out of" | "out of the");
        if let [part, whole] = &mut told[index - 1..=index]
            && of
        {
            if part.periods.is_empty() {
                part.periods.clone_from(&whole.periods);
            }
            part.topic = part.topic.or(whole.topic);
        }
    }
}

/// "£1.2m and £1.4m in 2012 and 2013 respectively": one each, in order.
pub(in crate::context) fn share_out(sentence: &Sentence<'_>, told: &mut [MoneyFigure]) {
    let Some((last, before)) = told.split_last_mut() else { return };
    let Some(end) = last.periods.last().map(|cue| cue.span.end()) else { return };
    let after = &sentence.text[end.min(sentence.span.end())..sentence.span.end()];
    let count = last.periods.len();
    let in_order = after.trim_start_matches([',', ' ']).starts_with("respectively")
        || (0..before.len()).all(|index| joins(sentence.between(index)));
    if count > 1 && count == before.len() + 1 && in_order {
        let each = std::mem::take(&mut last.periods);
        for (figure, period) in before.iter_mut().chain([last]).zip(each) {
            figure.periods = vec![period];
        }
    }
}
