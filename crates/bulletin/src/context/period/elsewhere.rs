//! Years that stand beside a figure and are of something else: each rule is a reason for a year to be none of a figure's.

use std::sync::LazyLock;

use super::carry::{is_of_this_year, is_present};
use super::named::MONTHS;
use super::{has_word, opens};
use crate::context::sentence::{Sentence, Sight};
use crate::grammar::lexicon::Lexicon;
use crate::model::{Per, Period};
use crate::text::words::{Lower, word_before};

/// Whether a period that stands beside figure `index` is of something else, or too far off.
pub(super) fn is_elsewhere(sentence: &Sentence<'_>, sight: &Sight<Period>, index: usize) -> bool {
    let place = Place::new(sentence, sight, index);
    let calendar = matches!(sight.value, Period::Year(_) | Period::Years(..));
    place.is_far(calendar)
        || OF_ANY.iter().any(|is_of_another| is_of_another(&place))
        || calendar && OF_CALENDAR.iter().any(|is_of_another| is_of_another(&place))
}

/// What is true of any period.
const OF_ANY: [fn(&Place<'_>) -> bool; 10] = [
    is_deadline,
    is_compared,
    is_baseline,
    is_of_other_clause,
    is_of_condition,
    is_of_earlier_clause,
    is_before_now,
    is_beside_now,
    is_run,
    is_begun,
];

/// What is true of calendar years only: a financial year is seldom told for anything but money.
const OF_CALENDAR: [fn(&Place<'_>) -> bool; 11] = [
    is_aside,
    is_of_person,
    is_of_first_clause,
    is_of_relative,
    is_compared_time,
    is_edge,
    is_when_told,
    is_end_of_payment,
    is_of_event,
    is_of_noun,
    is_of_act,
];

/// A period and the words around it, as seen from a figure.
struct Place<'a> {
    sentence: &'a Sentence<'a>,
    sight: &'a Sight<Period>,
    index: usize,
    /// The words of the sentence before the period.
    prior: &'a str,
    /// The word before the period, or before the month that stands there.
    before: Lower,
    /// The words between the period and the figure.
    way: &'a str,
    /// The words after the period.
    next: &'a str,
}

impl<'a> Place<'a> {
    fn new(sentence: &'a Sentence<'a>, sight: &'a Sight<Period>, index: usize) -> Self {
        let (start, text) = (sentence.span.start(), sentence.text);
        let mut before = word_before(text, start, sight.span.start());
        // "By March 2026"
        if MONTHS.has(before) {
            before = word_before(text, start, sight.span.start().saturating_sub(before.len() + 1));
        }
        let way = sentence.between_span(sight.span, index).map(|(_, way)| way.of(text)).unwrap_or_default();
        Place {
            sentence,
            sight,
            index,
            prior: text[start..sight.span.start()].trim_end(),
            before: Lower::new(before),
            way,
            next: &text[sight.span.end()..sentence.span.end()],
        }
    }

    fn is_span(&self) -> bool {
        matches!(self.sight.value, Period::FinancialYears(..) | Period::Years(..))
    }

    /// "Since 2013, when it lost £8m"
    fn is_when(&self) -> bool {
        self.sight.before && self.next.starts_with(", when ")
    }

    /// "£3bn a year by 2025-26": what it will be then.
    fn is_yearly(&self) -> bool {
        let per = self.sentence.readings.get(self.index).and_then(|reading| reading.per.as_ref());
        matches!(self.sight.value, Period::FinancialYear(_)) && per.is_some_and(|per| per.value == Per::Year)
    }

    fn opens(&self) -> bool {
        opens(self.sentence, self.sight.span)
    }

    /// More than a clause away, or beyond another figure.
    fn is_far(&self, calendar: bool) -> bool {
        let reach = if calendar && !self.opens() { 8 } else { 14 };
        self.sight.words > reach || self.sight.figures > 0
    }
}

/// "By 2025", "since 2013"
fn is_deadline(place: &Place<'_>) -> bool {
    const EDGES: [&str; 9] = ["until", "before", "since", "till", "beyond", "after", "from", "to", "on"];
    // "By 2014-15 the sector was £822m in the red": what had come about by then.
    let past =
        || place.sight.before && has_word(place.way, |word| matches!(word, "was" | "were" | "had" | "stood" | "owed"));
    EDGES.contains(&place.before.as_str()) && !place.is_span() && !place.is_when()
        || place.before.as_str() == "by" && !past() && !place.is_yearly()
}

/// "£20m more than in 2013-14", "double that of 2013-14", "compared with 2013-14"
fn is_compared(place: &Place<'_>) -> bool {
    const COMPARED: [&str; 16] = [
        " than in",
        " than it did in",
        " than they did in",
        " than it was in",
        " than they were in",
        " where it was in",
        " where they were in",
        " what it was in",
        " what it had been in",
        " what they were in",
        " that of",
        " those of",
        // The first letter may be a capital.
        "ompared with",
        "ompared to",
        "elative to",
        "gainst",
    ];
    const TIMES: [&str; 3] = [" double the", " twice the", " half the"];
    COMPARED.iter().any(|words| place.prior.ends_with(words))
        || !place.sight.before && TIMES.iter().any(|words| place.prior.ends_with(words))
}

/// "Above the 2008-09 baseline"
fn is_baseline(place: &Place<'_>) -> bool {
    ["baseline", "level", "price"].iter().any(|measure| place.next.trim_start().starts_with(measure))
}

/// "A £40m deficit, having broken even in 2022-23", "having broken even in 2022-23, it plans a £40m deficit"
fn is_of_other_clause(place: &Place<'_>) -> bool {
    if place.sight.before {
        return place.prior.starts_with("Having ") && place.way.contains(", ");
    }
    [", having ", ", after "].iter().any(|begins| place.way.contains(begins))
}

/// "It has spent £9m since it was closed in 2018", "£9m unless it closes in 2019"
fn is_of_condition(place: &Place<'_>) -> bool {
    const BEGINS: [&str; 7] = ["since", "unless", "until", "when", "while", "because", "if"];
    !place.sight.before && has_word(place.way, |word| BEGINS.contains(&word))
}

/// "The trust broke even in 2018-19 but expects to lose £9m", "the trust, which broke even in 2018-19, lost £9m"
fn is_of_earlier_clause(place: &Place<'_>) -> bool {
    let clause = place.prior.rsplit([',', ';']).next().unwrap_or_default().trim_start();
    let relative = ["which ", "who "].iter().any(|begins| clause.starts_with(begins)) && place.way.starts_with(',');
    let second = || [" but ", " and "].iter().find_map(|joint| place.way.split_once(joint)).map(|(_, second)| second);
    let present = || second().is_some_and(is_present);
    place.sight.before && !place.opens() && (relative || present())
}

/// "In 2018 a coroner criticised the trust, which this week was fined £2m"
fn is_before_now(place: &Place<'_>) -> bool {
    const NOW: [&str; 7] = [" this week", " this month", " today", " now ", " last week", " last month", " yesterday"];
    let clause = place.way.rsplit(',').next().unwrap_or_default();
    place.sight.before && NOW.iter().any(|time| clause.contains(time))
}

/// "A surplus in 2021-22 after losing £9m this year", "£50m now and more in 2024-25"
fn is_beside_now(place: &Place<'_>) -> bool {
    if place.sight.before {
        is_of_this_year(place.sentence, place.index)
    } else {
        place.way.trim_start().starts_with("now ")
    }
}

/// "The contract runs from 2012 to 2015"
fn is_run(place: &Place<'_>) -> bool {
    const RUNS: [&str; 6] = ["run", "runs", "ran", "running", "lasts", "lasted"];
    let from = place.prior.strip_suffix(" from").filter(|_| place.is_span());
    from.is_some_and(|rest| RUNS.contains(&word_before(rest, 0, rest.len())))
}

/// "It was set up in 2010", "due to open in 2024": when something began or ended.
fn is_begun(place: &Place<'_>) -> bool {
    let mut back = place.prior.split_whitespace().rev().skip_while(|word| MONTHS.has(word));
    back.next() == Some("in") && back.next().is_some_and(|word| BEGUN.has(word))
}

/// "Founded in Leeds in 2014, it lost £5m", "the £5m wing, opened by the Queen in 2016"; but "in 2013, £9m", "£9m, in 2013".
fn is_aside(place: &Place<'_>) -> bool {
    static OF_SUMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "in during for over at on of back early late a the its agreed paid spent made given lost up down mostly mainly and again",
        )
    });
    if place.sight.before {
        return place.sight.stops > 0 && !place.is_when() && place.way.trim() != "," && !place.opens();
    }
    let aside = place.way.rsplit_once(',').map(|(_, aside)| aside);
    aside.is_some_and(|aside| has_word(aside, |word| !(OF_SUMS.has(word) || MONTHS.has(word))))
}

/// "A patient who fell in 2014 was awarded £5m": what somebody did then.
fn is_of_person(place: &Place<'_>) -> bool {
    place.sight.before && place.prior.rsplit([',', ';']).next().unwrap_or_default().contains(" who ")
}

/// "It was closed in 2018 and has spent £9m", "a fall in 2018 which led to a £9m fine"
fn is_of_first_clause(place: &Place<'_>) -> bool {
    const JOINTS: [&str; 8] = ["and", "but", "unless", "until", "while", "because", "which", "who"];
    place.sight.before && !place.opens() && has_word(place.way, |word| JOINTS.contains(&word))
}

/// "The building, which it sold for £4m, in 2006"
fn is_of_relative(place: &Place<'_>) -> bool {
    let Some(figure) = place.sentence.readings.get(place.index).map(|reading| reading.phrase) else { return false };
    let before = &place.sentence.text[place.sentence.span.start()..figure.start()];
    let clause = before.rsplit(',').next().unwrap_or_default().trim_start();
    !place.sight.before
        && place.way.starts_with(',')
        && ["which ", "who ", "whose "].iter().any(|begins| clause.starts_with(begins))
}

/// "The Health Act of 2012 cost £9m"
fn is_of_act(place: &Place<'_>) -> bool {
    place.prior.ends_with(" Act") || place.prior.ends_with(" Act of")
}

/// "Higher than in the same month in 2014"
fn is_compared_time(place: &Place<'_>) -> bool {
    const TIMES: [&str; 5] = ["month in", "period in", "point in", "time in", "quarter of"];
    place.prior.contains(" same ") && TIMES.iter().any(|time| place.prior.ends_with(time))
}

/// "By the end of 2019", "since the start of 2015", "by the second quarter of 2019"
fn is_edge(place: &Place<'_>) -> bool {
    static PARTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("the end start beginning middle close first second third fourth final last quarter half part of")
    });
    let edge =
        place.prior.split_whitespace().rev().find(|word| !(PARTS.has(word) || MONTHS.has(word))).unwrap_or_default();
    place.prior.ends_with(" of")
        && matches!(Lower::new(edge).as_str(), "by" | "until" | "till" | "before" | "since" | "from" | "after")
}

/// "In 2013 he said it would cost £5m"
fn is_when_told(place: &Place<'_>) -> bool {
    let tells = |word: &str| {
        matches!(
            word,
            "said" | "told" | "warned" | "predicted" | "estimated" | "promised" | "pledged" | "asked" | "wrote"
        )
    };
    place.sight.before && place.opens() && has_word(place.way, tells)
}

/// "By the time it is paid off in 2039"
fn is_end_of_payment(place: &Place<'_>) -> bool {
    ["By the time", "by the time"].iter().any(|begins| place.prior.contains(begins))
}

/// "£1.6m over the deaths of three babies in 2021": what happened then.
fn is_of_event(place: &Place<'_>) -> bool {
    /// Words that lead from a sum to what it is paid for, and how far they may stand before the year, in bytes.
    const EVENTS: [&str; 4] = [" over the ", " after the ", " following the ", " for the death"];
    const REACH: usize = 60;
    let near = |event: &str| place.prior.rfind(event).is_some_and(|at| place.prior.len() - at <= REACH);
    !place.sight.before && place.sight.words > 4 && EVENTS.iter().any(|event| near(event))
}

/// "At £590m in its 2020 business case": the year of the case.
fn is_of_noun(place: &Place<'_>) -> bool {
    const ROUNDS: [&str; 2] = ["spending review", "spending round"];
    let noun = place.next.strip_prefix(' ').unwrap_or_default();
    matches!(place.before.as_str(), "its" | "the" | "their" | "a")
        && noun.starts_with(|c: char| c.is_ascii_alphabetic())
        && (noun.starts_with(|c: char| c.is_ascii_uppercase())
            || OF_MONEY.at(noun).is_none()
            || ROUNDS.iter().any(|round| noun.starts_with(round)))
}

/// What a year before it is the time of.
static OF_MONEY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "budget pay deficit surplus accounts spending financial year figure total award settlement allocation round contract \
         price value level bill turnover income and to or for in on at by",
    )
});

/// What begins, ends or happens in a year: "it was set up in 2010", "a report in 2014".
static BEGUN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "together opened founded launched created formed established authorised merged introduced built licensed up signed let \
         open opens start starts begin begins began complete completed completes finish finishes finished expire expires \
         expired end ends close closes closed due abolished dissolved published announced commissioned approved scrapped \
         collapsed set begun rejected refused blocked cancelled withdrawn dropped shelved delayed postponed appointed elected \
         joined resigned retired died death deaths incident accident error blunder breach suicide birth operation fire flood attack \
         outbreak fall cash study report review survey estimate paper speech manifesto",
    )
});
