//! The rate that a sentence implies: a salary is for a year, and figures told in one breath share their rate.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Per;
use crate::span::Cue;

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
    let times = times.map(|(words, per)| (words, (per, 5)));
    Lexicon::new(&verbs.into_iter().chain(times).collect::<Vec<_>>())
});

/// By how much figures that share a rate may differ.
const ALIKE: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// The rate of figure `index` where its own words give none.
pub(super) fn implied(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    salary(sentence, index).or_else(|| repeated(sentence, index)).or_else(|| shared(sentence, index))
}

/// "A salary of £185,000": a yearly salary, not an hourly wage nor a fortune.
fn salary(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    if amount < 10_000.into() || amount >= 1_000_000.into() {
        return None;
    }
    let mut sights = sentence.sights(&SALARY, index, 5);
    let near = sights.find(|sight| sight.words <= 2 && sight.figures == 0 && sight.stops == 0)?;
    Some(Cue::new(Per::Year, near.span))
}

/// "Each month it loses £3m", "each cost £85"
fn repeated(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let mut sights = sentence.sights(&REPEATS, index, 8);
    let near =
        sights.find(|sight| sight.before && sight.words <= sight.value.1 && sight.figures == 0 && sight.stops == 0)?;
    Some(Cue::new(near.value.0.clone(), near.span))
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
    let small =
        amount < 1000.into() && figure.currency == before.currency && alike(amount, other) && alike(other, amount);
    let words = sentence.between(index - 1);
    // "£61.40 a month, against €75 for the lot" would be another thing's price; a clause that ends starts anew.
    before.per.clone().filter(|_| small && words.len() <= 80 && !words.contains([';', ':', '.']) && joins(words))
}

/// Whether the words between two figures set them side by side.
fn joins(words: &str) -> bool {
    words.split([' ', '\n', '\u{a0}']).any(|word| matches!(word, "and" | "or" | "to" | "against" | "than" | "versus"))
}
