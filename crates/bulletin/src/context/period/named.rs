//! The periods that a sentence names, by their years or by each other.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::context::sentence::Sentence;
use crate::grammar;
use crate::grammar::lexicon::Lexicon;
use crate::model::{FinancialYear, Period};
use crate::span::Span;
use crate::text::words::{window, word_before};

/// Every period that the sentence names.
pub(super) fn named(sentence: &Sentence<'_>) -> Vec<(Period, Span)> {
    let words = sentence.span.of(sentence.text);
    let mut found = Vec::new();
    let mut floor = 0;
    for at in memchr::memchr2_iter(b'1', b'2', words.as_bytes()) {
        let free = at == 0 || !words[..at].ends_with(|c: char| c.is_ascii_digit() || "£$€,.-/".contains(c));
        if at < floor || !free {
            continue;
        }
        if let Ok((rest, period)) = grammar::period::period(&words[at..]) {
            let end = words.len() - rest.len();
            let span = Span::at(sentence.span.start() + at, end - at);
            let (before, after) = sentence.beside(span);
            let beside = before.into_iter().chain(after).filter_map(|index| sentence.readings.get(index));
            let in_figure = beside.into_iter().any(|reading| reading.span.overlaps(span));
            if !in_figure {
                found.push(whole(sentence, period, span));
            }
            floor = end;
        }
    }
    if !found.is_empty() {
        join_ends(sentence, &mut found);
        found.extend(neighbours(sentence, &found));
        found.sort_by_key(|&(_, span)| span);
    }
    found
}

/// The time that a year is only the end or the beginning of: "the year to March 2019", "the five years to 2023-24", "three
/// years from 2019-20"; else the year itself.
fn whole(sentence: &Sentence<'_>, period: Period, span: Span) -> (Period, Span) {
    /// The longest words before a year that tell of more, in bytes.
    const LONGEST: usize = 48;
    let start = sentence.span.start();
    let before = &sentence.text[window(sentence.text, start, span.start(), LONGEST)..span.start()];
    let from = |rest: &str| Span::at(span.start() - (before.len() - rest.len()), 0).cover(span);
    let told = match period {
        Period::Year(year) => accounting_year(before)
            .and_then(|rest| Some((Period::FinancialYear(FinancialYear(year.checked_sub(1)?)), from(rest)))),
        Period::FinancialYear(FinancialYear(year)) => years_beside(before).and_then(|(rest, count, ends)| {
            let other = if ends { year.checked_sub(count - 1)? } else { year + count - 1 };
            Some((Period::FinancialYears(FinancialYear(year.min(other)), FinancialYear(year.max(other))), from(rest)))
        }),
        _ => None,
    };
    told.unwrap_or((period, span))
}

/// `accounting-year = ( "year" | "months" ) , ( "to" | "ending" | "ended" ) , [ day ] , "March" ;` before a year: what
/// stands before it.
fn accounting_year(before: &str) -> Option<&str> {
    let rest = before.trim_end().strip_suffix("March")?.trim_end();
    let rest = rest.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let ends = ["to", "to the end of", "to end of", "ending", "ended", "ending in", "that ended in"];
    let mut rest = ends.iter().filter_map(|end| rest.strip_suffix(end)).map(str::trim_end);
    let spans = ["financial year", "year", "months"];
    rest.find_map(|rest| spans.iter().find_map(|span| rest.strip_suffix(span)))
}

/// `years-beside = count , "years" , ( "to" | "from" ) ;` before a year: what stands before it, the count, and whether the
/// year is the last.
fn years_beside(before: &str) -> Option<(&str, u16, bool)> {
    const COUNTS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let before = before.trim_end();
    let (rest, ends) =
        [("to", true), ("ending in", true), ("from", false), ("starting in", false), ("beginning in", false)]
            .iter()
            .find_map(|&(joint, ends)| before.strip_suffix(joint).map(|rest| (rest.trim_end(), ends)))?;
    let rest = rest.strip_suffix("years").or_else(|| rest.strip_suffix("years up"))?.trim_end();
    let counted = COUNTS.iter().zip(2..).find_map(|(word, count)| rest.strip_suffix(word).map(|rest| (rest, count)));
    counted.map(|(rest, count)| (rest, count, ends))
}

/// "Between 2021-22 and 2024-25": one time, from its first year to its last.
fn join_ends(sentence: &Sentence<'_>, named: &mut Vec<(Period, Span)>) {
    let mut at = 0;
    while let Some(&[(first, one), (last, other)]) = named.get(at..at + 2) {
        // "Between April 2014 and March 2016"
        let month = |at: usize| word_before(sentence.text, sentence.span.start(), at);
        let from = match month(one.start()) {
            from if MONTHS.has(from) => one.start().saturating_sub(from.len() + 1),
            _ => one.start(),
        };
        let before = word_before(sentence.text, sentence.span.start(), from);
        let between = sentence.text.get(one.end()..other.start()).unwrap_or_default().trim();
        let between =
            between.strip_suffix(month(other.start())).filter(|_| MONTHS.has(month(other.start()))).unwrap_or(between);
        let whole = match (first, last) {
            (Period::FinancialYear(first), Period::FinancialYear(last)) => Some(Period::FinancialYears(first, last)),
            // "Between April 2014 and March 2015"
            (Period::Year(first), Period::Year(last))
                if month(one.start()) == "April" && month(other.start()) == "March" && last == first + 1 =>
            {
                Some(Period::FinancialYear(FinancialYear(first)))
            }
            (Period::Year(first), Period::Year(last)) => Some(Period::Years(first, last)),
            _ => None,
        };
        // "From 2016-17 to 2018-19"
        let joined = before.eq_ignore_ascii_case("between") && between.trim() == "and"
            || before.eq_ignore_ascii_case("from") && between.trim() == "to";
        if let Some(whole) = whole.filter(|_| joined) {
            named[at] = (whole, one.cover(other));
            named.remove(at + 1);
        }
        at += 1;
    }
}

/// How many years lie between a year that is named and one told by it.
pub(super) static NEIGHBOURS: LazyLock<Lexicon<i16>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("the same year", 0),
        ("that year", 0),
        ("the same period", 0),
        ("the year before", -1),
        ("the previous year", -1),
        ("the prior year", -1),
        ("the year previously", -1),
        ("a year earlier", -1),
        ("a year before", -1),
        ("two years earlier", -2),
        ("two years before", -2),
        ("two years previously", -2),
        ("three years earlier", -3),
        ("three years before", -3),
        ("four years earlier", -4),
        ("five years earlier", -5),
        ("ten years earlier", -10),
        ("a decade earlier", -10),
        ("a decade before", -10),
        ("the year after", 1),
        ("the following year", 1),
        ("the next year", 1),
        ("a year later", 1),
        ("two years later", 2),
        ("three years later", 3),
    ])
});

/// "£14m in 2013-14, up from £10m the year before": years that are told by the last one named.
fn neighbours(sentence: &Sentence<'_>, named: &[(Period, Span)]) -> Vec<(Period, Span)> {
    let told = sentence.cues(&NEIGHBOURS).into_iter().filter_map(|(off, span)| {
        let last = named.partition_point(|(_, named)| named.start() < span.start()).checked_sub(1)?;
        if is_compared_with(sentence, span) {
            return None;
        }
        Some((shifted(named[last].0, off)?, span))
    });
    told.collect()
}

/// "Up £4m on the year before": whether something is set against a year, and not of it.
pub(super) fn is_compared_with(sentence: &Sentence<'_>, year: Span) -> bool {
    let before = word_before(sentence.text, sentence.span.start(), year.start());
    matches!(before, "on" | "than" | "with" | "from" | "level" | "figure" | "total")
}

/// The year that lies so many off.
pub(super) fn shifted(period: Period, off: i16) -> Option<Period> {
    let year = |year: u16| year.checked_add_signed(off);
    match period {
        Period::FinancialYear(from) => Some(Period::FinancialYear(FinancialYear(year(from.0)?))),
        Period::Year(from) => Some(Period::Year(year(from)?)),
        _ => None,
    }
}

/// How many years a relative period lies off, and whether it is a financial year.
static RELATIVE: LazyLock<Lexicon<(i16, bool)>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("last year", (-1, false)),
        ("this year", (0, false)),
        ("next year", (1, false)),
        ("last financial year", (-1, true)),
        ("the previous financial year", (-1, true)),
        ("this financial year", (0, true)),
        ("the current financial year", (0, true)),
        ("current financial year", (0, true)),
        ("next financial year", (1, true)),
    ])
});

/// Every period that the sentence tells by the day on which it was published: "last year".
pub(super) fn relative(sentence: &Sentence<'_>, published: Date) -> Vec<(Period, Span)> {
    let cues = sentence.cues(&RELATIVE).into_iter();
    let periods = cues.filter_map(|((off, financial), span)| {
        // A financial year starts in April.
        let starts = published.year() - i16::from(financial && published.month() < 4);
        let year = u16::try_from(starts.checked_add(off)?).ok()?;
        let period = if financial { Period::FinancialYear(FinancialYear(year)) } else { Period::Year(year) };
        Some((period, span))
    });
    periods.collect()
}

pub(super) static MONTHS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "january february march april may june july august september october november december spring summer autumn winter \
         early late mid",
    )
});
