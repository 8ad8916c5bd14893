//! The times that are named for a figure.

mod named;

use std::sync::LazyLock;

use jiff::civil::Date;

use super::sentence::{Sentence, Sight};
use crate::grammar::lexicon::Lexicon;
use crate::model::{Change, MoneyFigure, Period};
use crate::span::{Cue, Span};
use crate::text::words::{Lower, word_before};
use named::{MONTHS, NEIGHBOURS, is_compared_with, named, relative, shifted};

/// The periods of figure `index`: those that its sentence names for it and for no other figure.
///
/// A deadline ("by 2025") and a year that another figure stands nearer to are none of its.
pub(super) fn periods(sentence: &Sentence<'_>, index: usize, published: Option<Date>) -> Vec<Cue<Period>> {
    let mut periods: Vec<Cue<Period>> = Vec::new();
    let mut last_end = 0;
    let relative = published.map(|published| relative(sentence, published)).unwrap_or_default();
    for &(period, span) in sentence.periods.get_or_init(|| named(sentence)).iter().chain(&relative) {
        let joined = !periods.is_empty() && joins(sentence.text.get(last_end..span.start()).unwrap_or_default());
        let (before, after) = sentence.beside(span);
        if !joined && before != Some(index) && after != Some(index) {
            continue;
        }
        let Some(sight) = sentence.sight(period, span, index) else { continue };
        // "2016-17 and 2017-18": the second goes with the first.
        if joined || (belongs(sentence, &sight, index) && nearest(sentence, span, index)) {
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

/// Those of the figure told right before, for one that has no period of its own and plainly shares its time; `told` are the
/// story's figures before it.
pub(super) fn carried(
    sentence: &Sentence<'_>,
    index: usize,
    figure: &MoneyFigure,
    told: &[MoneyFigure],
) -> Vec<Cue<Period>> {
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
        ];
        Lexicon::new(&starts.map(|words| (words, ())))
    });
    let Some(before) = told.last() else { return Vec::new() };
    let alone = match &before.periods[..] {
        [period] => matches!(period.value, Period::FinancialYear(_) | Period::FinancialYears(..)),
        _ => false,
    };
    let named = sentence.periods.get_or_init(|| named(sentence));
    let is_last = named.last().map(|&(period, _)| period) == before.periods.first().map(|cue| cue.value);
    let shares = if before.sentence == sentence.span {
        // "£14.2m in 2023-24, £3.6m worse than plan", "against £3m": of the same time as what it is set against.
        // "£41m in 2010, of which £3m went to trusts": a part is of the time of its whole.
        // "£52m in 2024-25, or £30 a head": the same money.
        let between = sentence.between(index - 1).trim_end();
        let is_part = between.contains(", of which") || between.ends_with(", or");
        let is_set_against = figure.is_difference() || sentence.sets_against(index);
        // "In 2016-17 it went from a £9m surplus to a £3m deficit": the ends of one change.
        let from_to = figure.change.is_some_and(|change| change.value == Change::To)
            && before.change.is_some_and(|change| change.value == Change::From)
            && between.split_whitespace().any(|word| word == "to")
            && before.periods.iter().all(|period| period.span.end() <= before.span.start());
        is_part
            || from_to
            || (is_set_against && !leaves(figure, sentence.between(index - 1)))
            || (alone
                && is_last
                && !leaves(figure, sentence.between(index - 1))
                && !is_after(sentence, index)
                && !is_of_now(sentence, index)
                && !is_present(sentence.between(index - 1)))
    } else {
        let between = sentence.text.get(before.sentence.end()..sentence.span.start()).unwrap_or_default();
        let next = between.trim().is_empty() && !between.contains("\n\n");
        let after = sentence.after(index).of(sentence.text).trim_start();
        let goes_on = GOES_ON.at(sentence.span.of(sentence.text)).is_some()
            || ["of it", "of that", "of this"].iter().any(|part| after.starts_with(part));
        // "The trust says it lost £14m in 2023-24. The ICB has it at £23m."
        let same = sentence.before(index, 12).trim_end().ends_with(" it at");
        next && alone && named.is_empty() && (goes_on || same)
    };
    if shares {
        return before.periods.clone();
    }
    if named.is_empty() { year_beside(sentence, index, before).into_iter().collect() } else { Vec::new() }
}

/// "It spent £8m in 2016-17. That compares to £5m the previous year": the year told by that of the sentence before.
fn year_beside(sentence: &Sentence<'_>, index: usize, before: &MoneyFigure) -> Option<Cue<Period>> {
    /// How far the figures may be apart, in bytes, and the words from the figure, in words.
    const NEAR: usize = 160;
    const CLOSE: usize = 3;
    const FAR: usize = 14;
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
        || between.contains(';')
        || between.split(|c: char| !c.is_alphanumeric()).any(|word| OTHER_TIMES.has(word))
}

/// "In 2019-20, when the service has a backlog of £6bn": whether words before a figure tell of the day on which it is told.
fn is_present(between: &str) -> bool {
    between.split_whitespace().any(|word| matches!(word, "has" | "have" | "is" | "are" | "will"))
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
fn is_of_this_year(sentence: &Sentence<'_>, index: usize) -> bool {
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
pub(super) fn share_back(sentence: &Sentence<'_>, told: &mut [MoneyFigure]) {
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
pub(super) fn share_out(sentence: &Sentence<'_>, told: &mut [MoneyFigure]) {
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

/// Whether the words around a period give it to a figure: no deadline, and no more than a clause away.
fn belongs(sentence: &Sentence<'_>, sight: &Sight<Period>, index: usize) -> bool {
    let start = sentence.span.start();
    let month = word_before(sentence.text, start, sight.span.start());
    // "By March 2026"
    let before = if MONTHS.has(month) {
        word_before(sentence.text, start, sight.span.start().saturating_sub(month.len() + 1))
    } else {
        month
    };
    // "By 2014-15 the sector was £822m in the red": what had come about by then.
    let past = || {
        let way = sentence.between_span(sight.span, index).map(|(_, way)| way.of(sentence.text)).unwrap_or_default();
        sight.before && way.split_whitespace().any(|word| matches!(word, "was" | "were" | "had" | "stood" | "owed"))
    };
    // "Since 2013, when it lost £8m"
    let when = sight.before && sentence.text[sight.span.end()..sentence.span.end()].starts_with(", when ");
    let several = when || matches!(sight.value, Period::FinancialYears(..) | Period::Years(..));
    let deadline = !several
        && matches!(
            Lower::new(before).as_str(),
            "until" | "before" | "since" | "till" | "beyond" | "after" | "from" | "to" | "on"
        )
        || Lower::new(before).as_str() == "by" && !past();
    let calendar = matches!(sight.value, Period::Year(_) | Period::Years(..));
    let reach = if calendar && !opens(sentence, sight.span) { 8 } else { 14 };
    // "Founded in Leeds in 2014, it lost £5m": a year in an aside dates the aside.
    let aside = calendar && sight.before && sight.stops > 0 && !when && !opens(sentence, sight.span);
    // "£20m more than in 2013-14", "higher than in the same month in 2014": set against that year, and not of it.
    let way = sentence.between_span(sight.span, index).map(|(_, way)| way.of(sentence.text)).unwrap_or_default();
    let prior = sentence.text[start..sight.span.start()].trim_end();
    let same = ["month in", "period in", "point in", "time in", "quarter of"];
    let against = [
        " than in",
        " where it was in",
        " where they were in",
        " what it was in",
        " than it was in",
        " than they were in",
    ]
    .iter()
    .any(|words| prior.ends_with(words))
        || calendar && same.iter().any(|words| prior.ends_with(words)) && prior.contains(" same ");
    // "By the end of 2019", "since the start of 2015"
    let edge = [" end of", " start of", " beginning of", " summer of", " close of"]
        .iter()
        .find_map(|edge| prior.strip_suffix(edge));
    let edge = edge
        .map(|rest| rest.strip_suffix(" the").unwrap_or(rest))
        .map_or("", |rest| rest.rsplit(' ').next().unwrap_or(rest));
    let by_edge = calendar
        && matches!(Lower::new(edge).as_str(), "by" | "until" | "till" | "before" | "since" | "from" | "after");
    // "In 2013 he said it would cost £5m": when it was told.
    let told = calendar
        && sight.before
        && opens(sentence, sight.span)
        && [
            " said ",
            " told ",
            " warned ",
            " predicted ",
            " estimated ",
            " promised ",
            " pledged ",
            " asked ",
            " wrote ",
        ]
        .iter()
        .any(|verb| way.contains(verb));
    // "By the time it is paid off in 2039"
    let end = calendar && (prior.contains("By the time") || prior.contains("by the time"));
    // "£1.6m over the deaths of three babies in 2021": what happened then.
    let event = calendar
        && !sight.before
        && sight.words > 4
        && EVENTS.iter().any(|event| prior.rfind(event).is_some_and(|at| prior.len() - at <= 60));
    // "At £590m in its 2020 business case": the year of the case.
    let next = sentence.text[sight.span.end()..sentence.span.end()].strip_prefix(' ').unwrap_or_default();
    let of_noun = calendar
        && matches!(Lower::new(before).as_str(), "its" | "the" | "their" | "a")
        && next.starts_with(|c: char| c.is_ascii_alphabetic())
        && (next.starts_with(|c: char| c.is_ascii_uppercase())
            || OF_MONEY.at(next).is_none()
            || next.starts_with("spending review")
            || next.starts_with("spending round"));
    // "Above the 2008-09 baseline"
    let measure = ["baseline", "level", "price"].iter().any(|measure| next.starts_with(measure));
    // "A £40m deficit, having broken even in 2022-23"
    let clause = !sight.before && [", having ", ", after "].iter().any(|begins| way.contains(begins));
    // "In 2018 a coroner criticised the trust, which this week was fined £2m"
    let since = sight.before
        && [" this week", " this month", " today", " now ", " last week", " last month", " yesterday"]
            .iter()
            .any(|time| way.rsplit(',').next().unwrap_or_default().contains(time));
    // "A surplus in 2021-22 after losing £9m this year", "£50m now and more in 2024-25"
    let now = if sight.before { is_of_this_year(sentence, index) } else { way.trim_start().starts_with("now ") };
    !deadline
        && !measure
        && !by_edge
        && !told
        && !clause
        && !since
        && !now
        && !of_noun
        && !aside
        && !against
        && !end
        && !event
        && !starts_something(sentence, sight.span)
        && sight.words <= reach
        && sight.figures == 0
}

/// What a year before it is the time of.
static OF_MONEY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "budget pay deficit surplus accounts spending financial year figure total award settlement allocation round contract \
         price value level bill turnover income and to or for in on at by",
    )
});

/// Words that lead from a sum to what it is paid for.
const EVENTS: [&str; 4] = [" over the ", " after the ", " following the ", " for the death"];

/// "It was set up in 2010", "due to open in 2024": whether a year only says when something began or ends.
fn starts_something(sentence: &Sentence<'_>, year: Span) -> bool {
    static BEGUN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "together opened founded launched created formed established authorised merged introduced built licensed up signed let \
             open opens start starts begin begins began complete completed completes finish finishes finished expire expires \
             expired end ends close closes closed due abolished dissolved published announced commissioned approved scrapped \
             collapsed set begun rejected refused blocked cancelled withdrawn dropped shelved delayed postponed appointed elected \
             joined resigned retired died study report review survey estimate paper speech manifesto",
        )
    });
    let words = &sentence.text[sentence.span.start()..year.start()];
    let mut back = words.split_whitespace().rev().skip_while(|word| MONTHS.has(word));
    back.next() == Some("in") && back.next().is_some_and(|word| BEGUN.has(word))
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
