//! The rate that a sentence implies: a salary is for a year, and figures told in one breath share their rate.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::sentence::Sentence;
use crate::grammar;
use crate::grammar::lexicon::Lexicon;
use crate::model::Per;
use crate::span::{Cue, Span};
use crate::text::words::word_before;

/// Words of earning that a yearly sum follows.
static SALARY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(
        &["salary", "salary of", "salaries of", "earns", "earned", "earning", "earn", "annual salary"]
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
    let sums = [
        ("annual cost of", &Per::Year),
        ("annual costs of", &Per::Year),
        ("annual bill of", &Per::Year),
        ("annual rent of", &Per::Year),
        ("annual fee of", &Per::Year),
        ("annual charge of", &Per::Year),
        ("annual payment of", &Per::Year),
        ("annual payments of", &Per::Year),
        ("annual saving of", &Per::Year),
        ("annual savings of", &Per::Year),
        ("annual grant of", &Per::Year),
        ("yearly cost of", &Per::Year),
        ("monthly cost of", &Per::Month),
        ("monthly bill of", &Per::Month),
        ("weekly cost of", &Per::Week),
        ("weekly bill of", &Per::Week),
        ("daily cost of", &Per::Day),
        ("hourly rate of", &Per::Hour),
        ("daily rate of", &Per::Day),
        ("day rate of", &Per::Day),
    ];
    let times = times.map(|(words, per)| (words, (per, 5)));
    let sums = sums.map(|(words, per)| (words, (per, 0)));
    Lexicon::new(&verbs.into_iter().chain(times).chain(sums).collect::<Vec<_>>())
});

/// By how much figures that share a rate may differ.
const ALIKE: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The rate of figure `index` where its own words give none.
pub(super) fn implied(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    salary(sentence, index)
        .or_else(|| repeated(sentence, index))
        .or_else(|| shared(sentence, index))
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
    let mut sights = sentence.sights(&SALARY, index, 5).filter(|_| !rise);
    let near = sights.find(|sight| {
        let (words, figures) = if end { (4, 1) } else { (2, 0) };
        // An amount between may have a comma of its own.
        sight.words <= words && sight.figures <= figures && sight.stops <= sight.figures
    })?;
    Some(Cue::new(Per::Year, near.span))
}

/// "Each month it loses £3m", "each cost £85"
fn repeated(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let mut sights = sentence.sights(&REPEATS, index, 8);
    let near =
        sights.find(|sight| sight.before && sight.words <= sight.value.1 && sight.figures == 0 && sight.stops == 0)?;
    Some(Cue::new(near.value.0.clone(), near.span))
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
fn shared(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let figure = sentence.readings.get(index)?;
    let next = sentence.readings.get(index + 1);
    if let Some(per) = next.and_then(|next| next.per.as_ref().filter(|_| sentence.between(index).trim() == "to")) {
        return Some(per.clone());
    }
    let before = sentence.readings.get(index.checked_sub(1)?)?;
    let (amount, other) = (figure.quantity.amount(), before.quantity.amount());
    let alike = |one: Decimal, other: Decimal| other.checked_mul(ALIKE).is_some_and(|bound| one <= bound);
    let words = sentence.between(index - 1);
    let alike = figure.currency == before.currency && alike(amount, other) && alike(other, amount);
    // "£61.40 a month, against €75 for the lot" would be another thing's price; a clause that ends starts anew.
    let short = before.per.as_ref().is_some_and(|per| matches!(per.value, Per::Hour | Per::Day | Per::Week));
    let side_by_side = amount < if short { 10_000 } else { 1000 }.into() && words.len() <= 80 && joins(words);
    let compared =
        COMPARED.at(words.trim_start_matches([',', ' '])).is_some_and(|((), length)| words.len() <= length + 10);
    // "From £14 a month to £22": the ends of one change.
    let first = sentence.before(index - 1, 16);
    let from_to = word_before(first, 0, first.len()) == "from" && words.trim_end().ends_with(" to");
    let near = side_by_side || compared || from_to;
    before.per.clone().filter(|_| alike && near && !words.contains([';', ':', '.']))
}

/// Words that set a sum against another of its kind.
static COMPARED: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(
        &["against", "up from", "down from", "compared with", "compared to", "rather than", "instead of", "not"]
            .map(|words| (words, ())),
    )
});

/// Whether the words between two figures set them side by side.
fn joins(words: &str) -> bool {
    words.split([' ', '\n', '\u{a0}']).any(|word| matches!(word, "and" | "or" | "to" | "against" | "than" | "versus"))
}
