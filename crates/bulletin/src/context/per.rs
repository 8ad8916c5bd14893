//! The rate that a sentence implies: a salary is for a year.

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Per;
use crate::span::Cue;

/// Words of earning that a yearly sum follows.
static SALARY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(
        &["salary", "salary of", "earns", "earned", "earning", "earn", "annual salary"].map(|words| (words, ())),
    )
});

/// The rate of figure `index` where its own words give none.
pub(super) fn implied(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Per>> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    // A yearly salary, not an hourly wage nor a fortune.
    if amount < 10_000.into() || amount >= 1_000_000.into() {
        return None;
    }
    let sights = sentence.sights(&SALARY, index);
    let near = sights.iter().find(|sight| sight.words <= 2 && sight.figures == 0 && sight.stops == 0)?;
    Some(Cue::new(Per::Year, near.span))
}
