//! The times that are named for a figure.

mod carry;
mod elsewhere;
mod named;

use std::sync::LazyLock;

use jiff::civil::Date;

use super::sentence::{Sentence, Sight};
use crate::grammar::lexicon::Lexicon;
use crate::model::Period;
use crate::span::{Cue, Span};
use crate::text::words::word_before;
pub(super) use carry::{carried, share_back, share_out};
use elsewhere::is_elsewhere;
use named::{MONTHS, named, relative};

/// The periods of figure `index`: those that its sentence names for it and for no other figure.
///
/// A deadline ("by 2025") and a year that another figure stands nearer to are none of its.
pub(super) fn periods(sentence: &Sentence<'_>, index: usize, published: Option<Date>) -> Vec<Cue<Period>> {
    let mut periods: Vec<Cue<Period>> = Vec::new();
    let mut last_end = 0;
    let relative = published.map(|published| relative(sentence, published)).unwrap_or_default();
    for &(period, span) in sentence.periods.get_or_init(|| named(sentence)).iter().chain(&relative) {
        let way = sentence.text.get(last_end..span.start()).unwrap_or_default().trim_end();
        // "December 2018 and January 2019"
        let month = word_before(way, 0, way.len());
        let way = if MONTHS.has(month) { &way[..way.len() - month.len()] } else { way };
        // "£1bn in 2026-27, and the year after there is to be none": words for a year after a comma begin another part.
        let another = way.contains(',') && !span.of(sentence.text).starts_with(|c: char| c.is_ascii_digit());
        let joined = !periods.is_empty() && joins(way) && !another;
        let (before, after) = sentence.beside(span);
        if !joined && before != Some(index) && after != Some(index) {
            continue;
        }
        let Some(sight) = sentence.sight(period, span, index) else { continue };
        // "2016-17 and 2017-18": the second goes with the first.
        if joined || (!is_elsewhere(sentence, &sight, index) && nearest(sentence, span, index)) {
            // "£5m in 2017-18, twice what it spent in 2016-17": of two apart, the nearer.
            if !joined && !periods.is_empty() {
                let nearer = |cue: &Cue<Period>| distance(sentence, cue.span, index) > distance(sentence, span, index);
                if !periods.iter().all(nearer) {
                    continue;
                }
                periods.clear();
            }
            periods.push(Cue::new(period, span));
            last_end = span.end();
        }
    }
    if periods.is_empty() {
        periods.extend(the_year(sentence, index));
    }
    periods
}

/// "It would miss its 2015-16 target and end the year £5m short": the one financial year that "the year" stands for.
fn the_year(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Period>> {
    static THE_YEAR: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::new(&["the year", "the financial year", "that year", "the same year"].map(|words| (words, ())))
    });
    let named = sentence.periods.get_or_init(|| named(sentence));
    let [(period @ Period::FinancialYear(_), span)] = named[..] else { return None };
    let near = |sight: &Sight<()>| {
        sight.words <= 6 && sight.figures == 0 && sight.stops == 0 && span.end() <= sight.span.start()
    };
    sentence.sights(&THE_YEAR, index, 10).find(near).map(|sight| Cue::new(period, sight.span))
}

/// Whether a sentence begins with a time that `span` names: "In 2019, …", "In the last quarter of 2023, …".
fn opens(sentence: &Sentence<'_>, span: Span) -> bool {
    const LONGEST: usize = 5;
    let before = Span::new(sentence.span.start(), span.start()).map(|before| before.of(sentence.text).trim());
    let after = &sentence.text[span.end()..sentence.span.end()];
    before.is_some_and(|before| {
        let adverbial = ["In ", "During ", "Over ", "For ", "At "].iter().any(|begins| before.starts_with(begins));
        let words = before.split_whitespace().take(LONGEST + 1).count();
        words <= 2 || (adverbial && words <= LONGEST && !before.contains(',') && after.starts_with(','))
    })
}

/// Whether figure `index` is beside the period, and the figure on its other side no nearer.
fn nearest(sentence: &Sentence<'_>, span: Span, index: usize) -> bool {
    let (before, after) = sentence.beside(span);
    let other = if before == Some(index) { after } else { before };
    let beside = before == Some(index) || after == Some(index);
    beside && other.is_none_or(|other| distance(sentence, span, other) >= distance(sentence, span, index))
}

/// "A £5m bill in 2016-17 and a £20m deficit": whether another part of a sentence begins with some words.
fn begins_another(words: &str) -> bool {
    const PARTS: [&str; 14] = [
        "will ",
        "would ",
        "could ",
        "is ",
        "are ",
        "to £",
        "to a ",
        "but ",
        "while ",
        "against ",
        "compared ",
        "up from ",
        "down from ",
        "versus ",
    ];
    let same = |rest: &str| {
        rest.starts_with("in ") || rest.starts_with("again ") || rest.starts_with(|c: char| c.is_ascii_digit())
    };
    words.strip_prefix("and ").is_some_and(|rest| !same(rest)) || PARTS.iter().any(|part| words.starts_with(part))
}

/// How far a figure is from a period: a stop between parts more than words do.
fn distance(sentence: &Sentence<'_>, period: Span, index: usize) -> Option<usize> {
    let sight = sentence.sight((), period, index)?;
    let next = sentence.text[period.end()..sentence.span.end()].trim_start();
    let another = begins_another(next);
    // "£4m (2014-15: £2m)": what follows a colon is of the year before it.
    let told = !sight.before && next.starts_with(':');
    let way = sentence.between_span(period, index).map(|(_, way)| way.of(sentence.text).trim()).unwrap_or_default();
    // "Spent £9m and a year later £12m"
    let parted = !sight.before && ["and ", "but ", "while ", "then "].iter().any(|joint| way.starts_with(joint));
    // "£9m (2016-17)"
    if !sight.before && way == "(" && !told {
        return Some(0);
    }
    let stops = sight.stops + usize::from(sight.before && another || told || parted);
    // Of two as near, a period goes with the figure before it: "£5m in 2017-18".
    Some(sight.words * 2 + stops * 20 + usize::from(sight.before))
}

/// Whether only "and", "to" or a comma stands between two periods.
fn joins(between: &str) -> bool {
    matches!(between.trim(), "and" | "," | ", and" | "or" | "&" | "and again in" | "and in" | "and then in" | "and for")
}

fn has_word(words: &str, test: impl Fn(&str) -> bool) -> bool {
    words.split_whitespace().any(test)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{Options, find_money_with};

    #[test]
    fn relative_periods_need_the_day_of_publication() {
        for (text, published, expected) in [
            ("It lost £5m last year.", None, None),
            ("It lost £5m last year.", Some(date(2019, 2, 1)), Some("2018")),
            ("It lost £5m last financial year.", Some(date(2019, 2, 1)), Some("2017-18")),
            ("It will get £5m this financial year.", Some(date(2019, 4, 1)), Some("2019-20")),
            ("It lost £5m in 2015/16.", Some(date(2019, 4, 1)), Some("2015-16")),
            ("It must save £5m by 2020.", Some(date(2019, 4, 1)), None),
        ] {
            let options = Options { published, ..Options::default() };
            let figures = find_money_with(text, &options);
            let period = figures[0].periods.first().map(|period| period.value.to_string());
            assert_eq!(period.as_deref(), expected, "{text}");
        }
    }
}
