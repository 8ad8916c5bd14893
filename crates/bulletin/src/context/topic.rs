//! What the money is, by the cue that stands nearest and says most.

mod carry;
mod cues;

use cues::{CUES, TopicCue};

use super::sentence::{Sentence, Sight};
use crate::model::Topic;
use crate::span::Cue;

/// The topic of figure `index`, with the words that tell it.
///
/// Each cue has a strength; distance, stops and other figures between take from it. The strongest that is left says the
/// topic, if anything is left of it; what the story was about before competes with what the sentence says.
pub(super) fn topic(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Topic>> {
    let sights = sentence.near(sentence.topics.get_or_init(|| sentence.cues(&CUES)), index);
    let own = sights.map(|sight| (weight(&sight), sight.value.0, sight.span));
    let own = own.max_by_key(|&(weight, _, span)| (weight, std::cmp::Reverse(span)));
    let sure = own.filter(|&(weight, ..)| weight >= SURE);
    let before = || carry::carried(sentence.text, sentence.story, sentence.span.start());
    let best = sure.or_else(|| own.into_iter().chain(before()).max_by_key(|&(weight, ..)| weight));
    best.filter(|&(weight, ..)| weight > LEAST).map(|(_, topic, span)| Cue::new(topic, span))
}

/// From this weight on a sentence's own cue needs no comparison with what came before.
const SURE: i64 = 60;

/// A weight that is no more says nothing.
const LEAST: i64 = 15;

/// What is left of a cue's strength where the figure stands.
fn weight(sight: &Sight<TopicCue>) -> i64 {
    let (_, strength) = sight.value;
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 64);
    // A noun right after the figure is what the figure is: "£5m deficit".
    let near = if !sight.before && sight.words <= 1 && sight.stops == 0 { 30 } else { 0 };
    let step = if sight.before { 3 } else { 5 };
    strength + near - step * count(sight.words) - 4 * count(sight.stops) - 10 * count(sight.figures)
}
