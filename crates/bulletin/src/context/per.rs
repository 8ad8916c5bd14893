//! The rate that a sentence implies: a salary is for a year, and figures told in one breath share their rate.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::sentence::{Sentence, Sight};
use crate::grammar;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Change, MoneyFigure, Per};
use crate::span::{Cue, Span};
use crate::text::words::word_before;

/// Words of earning that a yearly sum follows.
static SALARY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(
        &[
            "salary",
            "salary of",
            "salaries of",
            "earns",
            "earned",
            "earning",
            "earn",
            "annual salary",
            "paid an average",
        ]
        .map(|words| (words, ())),
    )
});

/// Words that make a rate of a figure that follows them, and how many words may stand between.
static REPEATS: LazyLock<Lexicon<(&Per, usize)>> = LazyLock::new(|| {
    let verbs = [
        "each cost",
        "each costs",
        "each costing",
        "each worth",
        "each paid",
        "each pay",
        "each receive",
        "each received",
        "each get",
        "each got",
        "each given",
    ];
    let times = [
        ("day rate", &Per::Day),
        ("day rates", &Per::Day),
        ("each year", &Per::Year),
        ("every year", &Per::Year),
        ("each month", &Per::Month),
        ("every month", &Per::Month),
        ("each week", &Per::Week),
        ("every week", &Per::Week),
        ("each day", &Per::Day),
        ("every day", &Per::Day),
    ];
    let verbs = verbs.map(|words| (words, (&Per::Each, 1)));
    let times = times.map(|(words, per)| (words, (per, 5)));
    Lexicon::new(&verbs.into_iter().chain(times).collect::<Vec<_>>())
});

/// Words that say how often a sum is paid, where what they go with is one of [`SUMS`].
static OFTEN: LazyLock<Lexicon<&Per>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("annual", &Per::Year),
        ("yearly", &Per::Year),
        ("quarterly", &Per::Quarter),
        ("monthly", &Per::Month),
        ("weekly", &Per::Week),
        ("daily", &Per::Day),
        ("hourly", &Per::Hour),
    ])
});

/// What is paid again and again.
static SUMS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "bill bills charge charges contribution contributions cost costs fee fees grant interest lease levy payment payments \
         premium premiums rate rates rent repayment repayments saving savings subscription subscriptions subsidy",
    )
});

/// By how much figures that share a rate may differ.
const ALIKE: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The rate of figure `index` where its own words give none; `told` are the story's figures before it.
pub(super) fn implied(sentence: &Sentence<'_>, index: usize, told: &[MoneyFigure]) -> Option<Cue<Per>> {
    salary(sentence, index)
        .or_else(|| repeated(sentence, index))
        .or_else(|| regular(sentence, index))
        .or_else(|| after_size(sentence, index))
        .or_else(|| after_noun(sentence, index))
        .or_else(|| before_verb(sentence, index))
        .or_else(|| shared(sentence, index, told))
        .or_else(|| priced(sentence, index))
}

/// "A salary of £185,000": a yearly salary, not an hourly wage nor a fortune.
fn salary(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    if amount < 10_000.into() || amount >= 1_000_000.into() {
        return None;
    }
    // "Its salary by £20,000 to £155,000": what it rose to, and not what it rose by.
    let before = sentence.before(index, 40);
    let (rise, end) = match word_before(before, 0, before.len()) {
        "by" => (true, false),
        word => (false, word == "to"),
    };
    // "The average salary of a director was £139,000"
    let is = matches!(word_before(before, 0, before.len()), "is" | "was" | "at");
    let mut sights = sentence.sights(&SALARY, index, if is { 10 } else { 5 }).filter(|_| !rise);
    let near = sights.find(|sight| {
        let (words, figures) = match () {
            () if end => (4, 1),
            () if is && sight.before => (8, 0),
            () => (3, 0),
        };
        // An amount between may have a comma of its own.
        sight.words <= words && sight.figures <= figures && sight.stops <= sight.figures
    })?;
    Some(Cue::new(Per::Year, near.span))
}

/// "Each month it loses £3m", "each cost £85", "each day of a strike costs it £3m", "the £3m it pays each month"
fn repeated(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    /// How many words may stand between "each day of" and a figure.
    const OF: usize = 8;
    const PAYERS: [&str; 4] = ["it ", "they ", "he ", "she "];
    let near = |sight: &Sight<(&Per, usize)>| {
        let way = sentence.between_span(sight.span, index).map(|(_, way)| way.of(sentence.text)).unwrap_or_default();
        let way = way.trim_start();
        if sight.before {
            return sight.words <= if way.starts_with("of ") { OF } else { sight.value.1 };
        }
        let pays = way.strip_prefix("that ").or_else(|| way.strip_prefix("which ")).unwrap_or(way);
        sight.words <= 3 && PAYERS.iter().any(|payer| pays.starts_with(payer))
    };
    let mut sights = sentence.sights(&REPEATS, index, OF + 2);
    let near = sights.find(|sight| sight.figures == 0 && sight.stops == 0 && near(sight))?;
    Some(Cue::new(near.value.0.clone(), near.span))
}

/// "An annual unitary charge of £9m", "the monthly bill has passed £3m", "a £60,000 annual subscription"
fn regular(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    /// Up to which word after "annual" its noun stands, and in how many words from there the figure.
    const NOUN: usize = 3;
    const FIGURE: usize = 5;
    let sights = sentence.sights(&OFTEN, index, NOUN + FIGURE);
    let near = sights.filter(|sight| (sight.before || sight.words == 0) && sight.figures == 0 && sight.stops == 0);
    near.collect::<Vec<_>>().into_iter().rev().find_map(|sight| {
        let next = sentence.word(sight.span.end());
        let until = if sight.before { next + sight.words } else { sentence.words.len().min(next + NOUN) };
        let words = sentence.words.get(next..until)?;
        let noun = words.iter().take(NOUN).position(|&start| SUMS.at(&sentence.text[start..]).is_some())?;
        (!sight.before || sight.words - noun <= FIGURE + 1).then(|| Cue::new(sight.value.clone(), sight.span))
    })
}

/// "£48m more a year"
fn after_size(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let rest = [" extra ", " more ", " less ", " on average "].iter().find_map(|size| words.strip_prefix(size))?;
    let (per, length) = grammar::unit(rest)?;
    Some(Cue::new(per, Span::at(after.end() - rest.len(), length)))
}

/// "A £1,000 fine for each patient who waits", "£50 payment per visit": a rate after what the figure is.
fn after_noun(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    /// How many words that takes.
    const WORDS: usize = 3;
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let mut at = 0;
    for _ in 0..WORDS {
        let word = words.get(at..)?.strip_prefix(' ')?.split(' ').next()?;
        if !word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') || matches!(word, "and" | "or" | "per") {
            return None;
        }
        at += 1 + word.len();
        let rest = words.get(at + 1..)?;
        let begins = ["per ", "for each ", "for every "].iter().any(|start| rest.starts_with(start));
        if begins && !rest.starts_with("per cent") && words[at..].starts_with(' ') {
            let (per, length) = grammar::apportioned(rest)?;
            return Some(Cue::new(per, Span::at(after.start() + at + 1, length)));
        }
    }
    None
}

/// "The cost per patient was £4,100": a rate before what it was.
fn before_verb(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    /// How many words may stand between.
    const WORDS: usize = 3;
    static LINKS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "is was are were be at of averages averaged came comes to rose fell from about now then just only",
        )
    });
    let before = sentence.before(index, 60);
    let words = &before[before.rfind(" per ")? + 1..];
    let (per, length) = grammar::apportioned(words)?;
    let mut between = words[length..].split_whitespace();
    let links = between.clone().count() <= WORDS && between.all(|word| LINKS.has(word));
    let start = sentence.readings.get(index)?.phrase.start() - words.len();
    (links && !words[length..].trim().is_empty()).then(|| Cue::new(per, Span::at(start, length)))
}

/// "The price of a pack leapt from £2 to £6": what has a price is what it is for.
fn priced(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    static PRICES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        let phrases = [
            "price of",
            "price for",
            "cost of",
            "fee of",
            "fee for",
            "charge for",
            "tariff for",
            "rate for",
            "payment for",
        ];
        Lexicon::new(&phrases.map(|words| (words, ())))
    });
    // Nothing so dear is had by the piece.
    sentence.readings.get(index).filter(|figure| figure.quantity.amount() < 1_000_000.into())?;
    let mut sights = sentence.sights(&PRICES, index, 14).filter(|sight| sight.before && sight.stops == 0);
    sights.find_map(|sight| {
        let words = sentence.text.get(sight.span.end() + 1..sentence.span.end())?;
        let (per, length) = grammar::unit(words)?;
        Some(Cue::new(per, Span::at(sight.span.end() + 1, length)))
    })
}

/// "From £14 to £22 a month", "£120 an hour, and others more than £150": the rate of the figure beside it.
fn shared(sentence: &Sentence<'_>, index: usize, told: &[MoneyFigure]) -> Option<Cue<Per>> {
    let figure = sentence.readings.get(index)?;
    let next = sentence.readings.get(index + 1);
    if let Some(per) = next.and_then(|next| next.per.as_ref().filter(|_| sentence.between(index).trim() == "to")) {
        return Some(per.clone());
    }
    let before = told.last()?;
    let per = before.per.as_ref()?;
    let (amount, other) = (figure.quantity.amount(), before.quantity.amount());
    let within = |one: Decimal, other: Decimal| other.checked_mul(ALIKE).is_some_and(|bound| one <= bound);
    let alike = figure.currency == before.currency && within(amount, other) && within(other, amount);
    // "£61.40 a month, against €75 for the lot" would be another thing's price; a clause that ends starts anew.
    let short = matches!(per.value, Per::Hour | Per::Day | Per::Week);
    let small = amount < if short { 10_000 } else { 1000 }.into();
    let words = match index.checked_sub(1) {
        Some(last) => sentence.between(last),
        // "£76 an hour. Its own average is £104": wages told in the sentence before.
        None => {
            let words = sentence.text.get(before.span.end()..figure.span.start())?;
            let near = short && small && alike && words.len() <= NEAR && !words.contains("\n\n");
            return near.then(|| per.clone());
        }
    };
    // "£120 an hour over Christmas, according to its books, and others more than £150"
    let part = words.rsplit(',').next().unwrap_or_default();
    let side_by_side =
        small && (words.len() <= 80 && joins(words) || part.starts_with(" and ") && part.contains(" others "));
    // "From £14 a month to £22": the ends of one change.
    let from_to = before.change.is_some_and(|change| change.value == Change::From) && words.trim_end().ends_with(" to");
    (alike && (side_by_side || compared(words) || from_to) && !words.contains([';', ':', '.'])).then(|| per.clone())
}

/// How far from the figure of a sentence before its rate holds, in bytes.
const NEAR: usize = 160;

/// Whether the words between two figures set the second against the first: ", up from", " in April, compared with about".
fn compared(words: &str) -> bool {
    const AGAINST: [&str; 9] = [
        "against",
        "up from",
        "down from",
        "compared with",
        "compared to",
        "rather than",
        "instead of",
        "not",
        "rises to",
    ];
    let words = words.trim_end();
    words.len() <= 40 && AGAINST.iter().any(|against| words.ends_with(against))
}

/// Whether the words between two figures set them side by side.
fn joins(words: &str) -> bool {
    words.split([' ', '\n', '\u{a0}']).any(|word| matches!(word, "and" | "or" | "to" | "against" | "than" | "versus"))
}
