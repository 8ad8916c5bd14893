//! What the money is, by the cue that stands nearest and says most.

mod carry;
mod cues;
mod meaning;
mod paid;
mod sense;
mod size;
mod view;
mod weight;

pub(super) use carry::Past;
pub(super) use view::View;

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{MoneyFigure, Per, Topic};
use crate::span::{Cue, Span};
use paid::is_hourly;
use sense::sense;
use view::Sighting;
use weight::Scale;

/// The topic of figure `index`, which is a rate where there is a `per`, with the words that tell it; `told` are the story's
/// figures before it.
///
/// Each cue has a strength; words, stops and other figures between take from it. The strongest that is left says the
/// topic, if anything is left of it; what the story was about before competes with what the sentence says.
pub(super) fn topic(
    sentence: &Sentence<'_>,
    index: usize,
    per: Option<&Cue<Per>>,
    told: &[MoneyFigure],
) -> Option<Cue<Topic>> {
    let view = sentence.view.get_or_init(|| View::new(sentence));
    let sightings: Vec<Sighting> = view.sightings(sentence, index).collect();
    let scale = Scale::new(sentence, view, index, &sightings)?;
    let own = sightings.iter().filter_map(|sighting| {
        let topic = sense(sentence, index, per, (sighting.cue, sighting.span))?;
        Some((scale.weigh(sighting), topic, sighting.span))
    });
    // "£48m, twice the £24m that it had planned", "up from £24m", "£9m of it": what the other is.
    let comes_from = index.checked_sub(1).is_some_and(|before| {
        let between = sentence.between(before).trim_end();
        // "Has moved from £83m to £97m"
        let to = between.trim_start() == "to" && sentence.before(before, "from ".len()).trim_end() == "from";
        // "£52m, or £30 a head"
        to || between.ends_with("up from") || between.ends_with("down from") || between.ends_with(", or")
    });
    // "A surplus of £38m, some £4m better than plan"
    let off_plan = index > 0 && {
        let after = sentence.after(index).of(sentence.text).trim_start();
        ["better ", "worse ", "more than ", "less than ", "above ", "below "].iter().any(|word| after.starts_with(word))
    };
    // "Vale's revenues leapt to £256m, and Fell's were £310m"
    let (before, be) = sentence.before(index, 40).trim_end().rsplit_once(' ').unwrap_or_default();
    let elliptic = matches!(be, "is" | "was" | "are" | "were") && is_possessive(before);
    let like_other = elliptic
        || off_plan
        || comes_from
        || is_more(sentence, index, told)
        || sentence.sets_against(index)
        || sentence.is_share(index);
    let other = like_other.then(|| carry::told(sentence, told)).flatten();
    let other = other.map(|(_, topic, span)| (COMPARED, topic, span));
    let own = own.chain(other).max_by_key(|&(weight, _, span)| (weight, std::cmp::Reverse(span)));
    let sure = own.filter(|&(weight, ..)| weight >= SURE);
    let best = sure.or_else(|| {
        let before = carry::carried(sentence, index, per).into_iter().chain(carry::told(sentence, told));
        let before = before.filter(|&(_, topic, _)| scale.goes_with(topic));
        own.into_iter().chain(before).max_by_key(|&(weight, ..)| weight)
    });
    let best = best.map(|(weight, topic, span)| match carry::taken_up(sentence, view, index, (topic, span), told) {
        Some((topic, span)) => (weight, topic, span),
        None => (weight, topic, span),
    });
    let best = best
        .into_iter()
        .chain(taken_out(sentence, index))
        .chain(wage(per))
        .chain(salary(sentence, index))
        .max_by_key(|&(weight, ..)| weight);
    best.filter(|&(weight, ..)| weight > LEAST).map(|(_, topic, span)| Cue::new(topic, span))
}

/// "It has had £20m, and asks for a further £35m": whether a figure is more of what was told before in its paragraph.
fn is_more(sentence: &Sentence<'_>, index: usize, told: &[MoneyFigure]) -> bool {
    let before = sentence.before(index, 24).trim_end();
    let more = ["a further", "another", "an additional", "an extra"].iter().any(|more| before.ends_with(more));
    let near = |last: &MoneyFigure| {
        let between = sentence.text.get(last.span.end()..sentence.readings[index].span.start()).unwrap_or_default();
        between.len() <= 160 && !between.contains("\n\n")
    };
    // "It paid him £550,000, and spent another £310,000 on lawyers": on something else.
    // "A further £18m worth of savings": it says itself what it is.
    let after = sentence.after(index).of(sentence.text).trim_start();
    let other = after.starts_with("on ") || after.starts_with("worth of ");
    more && !other && told.last().is_some_and(near)
}

/// Whether words end with a name's possessive.
fn is_possessive(words: &str) -> bool {
    let name = ["’s", "'s"].iter().find_map(|sign| words.strip_suffix(sign)).unwrap_or_default();
    name.rsplit(' ').next().is_some_and(|word| word.starts_with(|c: char| c.is_uppercase()))
}

/// "£2bn out of better rostering": what is saved there, where no words of the sentence say more.
fn taken_out(sentence: &Sentence<'_>, index: usize) -> Option<(i64, Topic, Span)> {
    const TAKEN: i64 = 100;
    /// How far on the whole is told that a figure is a part of, in bytes.
    const PART: usize = 20;
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let from = words.trim_start().strip_prefix("out of ");
    let pocket = |from: &str| ["pocket", "which", "every"].iter().any(|word| from.starts_with(word));
    // "£5m out of the £9m fund"
    let part = sentence.readings.get(index + 1).is_some_and(|next| next.phrase.start() < after.start() + PART);
    let out = !part && from.is_some_and(|from| !pocket(from));
    let start = after.start() + (words.len() - words.trim_start().len());
    out.then(|| (TAKEN, Topic::Saving, Span::at(start, "out of".len())))
}

/// "£8.91 an hour": what is for so short a time is somebody's pay, where no words of the sentence say otherwise.
fn wage(per: Option<&Cue<Per>>) -> Option<(i64, Topic, Span)> {
    /// More than what was told before may weigh.
    const WAGE: i64 = 60;
    per.filter(|_| is_hourly(per)).map(|per| (WAGE, Topic::Pay, per.span))
}

/// Who is on so much a year.
static EARNERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "nurse nurses porter doctor midwife consultant those somebody someone anyone staff manager executive gp",
    )
});

/// "The chief executive, on £220,000, is to stay", "a nurse on £30,600"
fn salary(sentence: &Sentence<'_>, index: usize) -> Option<(i64, Topic, Span)> {
    /// More than what was told before may weigh.
    const SALARY: i64 = 76;
    let amount = sentence.readings.get(index)?.quantity.amount();
    let end = sentence.readings.get(index)?.phrase.start();
    let before = sentence.before(index, 24).trim_end();
    let who = before.strip_suffix(" on").unwrap_or_default();
    let who = who.rsplit(' ').next().unwrap_or_default();
    let on = (before.ends_with(", on") || EARNERS.has(who) || matches!(who, "start" | "starts" | "started"))
        && amount >= 10_000.into()
        && amount < 1_000_000.into();
    on.then(|| (SALARY, Topic::Pay, Span::at(end - 3, 2)))
}

/// From this weight on a sentence's own cue needs no comparison with what came before.
const SURE: i64 = 75;

/// The weight of the topic of the figure that one is set against.
const COMPARED: i64 = 81;

/// A weight that is no more says nothing.
const LEAST: i64 = 20;
