//! What the money is, by the cue that stands nearest and says most.

mod carry;
mod cues;

use cues::{CUES, TopicCue};

use std::sync::LazyLock;

use super::sentence::{Sentence, Sight};
use crate::grammar::lexicon::Lexicon;
use crate::model::Topic;
use crate::span::Cue;

/// The topic of figure `index`, with the words that tell it.
///
/// Each cue has a strength; distance, stops and other figures between take from it. The strongest that is left says the
/// topic, if anything is left of it; what the story was about before competes with what the sentence says.
pub(super) fn topic(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Topic>> {
    let sights = sentence.near(sentence.topics.get_or_init(|| sentence.cues(&CUES)), index);
    let own = sights.filter_map(|sight| {
        let topic = of_size(sentence, index, &sight)?;
        Some((weight(sentence, &sight), topic, sight.span))
    });
    let own = own.max_by_key(|&(weight, _, span)| (weight, std::cmp::Reverse(span)));
    let sure = own.filter(|&(weight, ..)| weight >= SURE);
    let before = || carry::carried(sentence.text, sentence.story, sentence.span.start());
    let best = sure.or_else(|| own.into_iter().chain(before()).max_by_key(|&(weight, ..)| weight));
    let best = best.filter(|&(weight, ..)| weight > LEAST).map(|(_, topic, span)| Cue::new(topic, span));
    best.or_else(|| wage(sentence, index))
}

/// "£8.91 an hour": what is for so short a time is somebody's pay, where no words say otherwise.
fn wage(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Topic>> {
    let per = sentence.readings.get(index)?.per.as_ref()?;
    let wage = matches!(per.value.as_str(), "hour" | "shift");
    wage.then(|| Cue::new(Topic::Pay, per.span))
}

/// From this weight on a sentence's own cue needs no comparison with what came before.
const SURE: i64 = 60;

/// A weight that is no more says nothing.
const LEAST: i64 = 15;

/// The topic of a cue, as far as it can be that of so much money: nobody is paid a million for work, and what costs a few
/// pounds has a price.
fn of_size(sentence: &Sentence<'_>, index: usize, sight: &Sight<TopicCue>) -> Option<Topic> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    match sight.value {
        (Topic::Pay, strength) if strength <= WEAK && amount >= 1_000_000.into() => None,
        (Topic::Cost, _) if amount < 500.into() && COSTS.has(sight.span.of(sentence.text)) => Some(Topic::Price),
        (topic, _) => Some(topic),
    }
}

/// Cues of this strength or less are words of many uses.
const WEAK: i64 = 50;

/// Verbs after which a price stands.
static COSTS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(&["cost", "costs", "costing", "pays", "comes for"].map(|words| (words, ()))));

/// What is left of a cue's strength where the figure stands.
fn weight(sentence: &Sentence<'_>, sight: &Sight<TopicCue>) -> i64 {
    let (_, strength) = sight.value;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 64);
    // A noun right after the figure is what the figure is: "£5m deficit".
    let near = if !sight.before && sight.words <= 1 && sight.stops == 0 { 20 } else { 0 };
    let step = if sight.before { 4 } else { 5 };
    // "A fine of £5m and costs of £2m": the costs are the other's.
    let (before, after) = sentence.beside(sight.span);
    let other = if sight.before { before } else { after };
    let other = other.and_then(|other| sentence.sight(sight.value, sight.span, other));
    let rival = other.is_some_and(|other| other.words + 2 * other.stops < sight.words + 2 * sight.stops);
    let rival = if rival { 12 } else { 0 };
    strength + near - rival - step * count(sight.words) - 4 * count(sight.stops) - 10 * count(sight.figures)
}
