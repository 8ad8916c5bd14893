//! What the money is, by the cue that stands nearest and says most.

mod carry;
mod cues;
mod view;

pub(super) use carry::Past;
pub(super) use view::View;

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{MoneyFigure, Per, Topic};
use crate::span::{Cue, Span};
use crate::text::words::{Lower, word_before};
use cues::{ASKS, TopicCue, WEAK};
use view::Sighting;

/// The topic of figure `index`, which is a rate where there is a `per`, with the words that tell it; `told` are the story's figures before it.
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
    let governor = view.sightings(sentence, index).find(Sighting::governs);
    // "Identify £10m of savings"
    let of_noun = sentence.after(index).of(sentence.text).trim_start().starts_with("of ");
    let name = view.sightings(sentence, index).find(Sighting::names).map(|noun| noun.span);
    let own = view.sightings(sentence, index).filter_map(|sighting| {
        let topic = of_size(sentence, index, sighting.cue, sighting.span)?;
        // "At a rate of up to £185 an hour"
        let hourly = topic == Topic::Price && is_hourly(per) && RATES.has(sighting.span.of(sentence.text));
        let topic = if hourly { Topic::Pay } else { topic };
        // "In bad debts, and has spent £8m": another clause's.
        let before = |verb: Sighting| {
            verb.cue.strength >= VAGUE
                && sighting.span.end() <= verb.span.start()
                && view.begins_clause(sentence, verb.span)
        };
        // "Will save £5m thanks to the caps": what is done with it, and not where it comes from.
        let done = governor.is_some_and(|verb| verb.cue.strength >= DOES)
            && !sighting.before
            && sighting.words > 0
            && !of_noun;
        // "£140m loss on the contract": what the loss was made on.
        let after = |noun: Span| sighting.span.start() >= noun.end() && sighting.content < sighting.words;
        // "Bank staff rather than agency would save £5m": who or what does it.
        let doer = governor.is_some_and(|verb| {
            let saves = matches!(verb.cue.topic, Topic::Saving | Topic::Loan | Topic::Debt | Topic::Income);
            saves && verb.cue.strength >= DOES && sighting.span.end() <= verb.span.start()
        });
        let other =
            if doer || done || governor.is_some_and(before) || name.is_some_and(after) { OTHER_CLAUSE } else { 0 };
        let taken = if view.is_taken(sentence, &sighting, index) { TAKEN } else { 0 };
        Some((weight(sentence, view, index, &sighting) - other - taken, topic, sighting.span))
    });
    // "£48m, twice the £24m that it had planned", "up from £24m", "£9m of it": what the other is.
    let comes_from = index.checked_sub(1).is_some_and(|before| {
        let between = sentence.between(before).trim_end();
        between.ends_with("up from") || between.ends_with("down from")
    });
    let like_other = comes_from || sentence.sets_against(index) || sentence.is_share(index);
    let other = like_other.then(|| carry::told(sentence, told)).flatten();
    let other = other.map(|(_, topic, span)| (COMPARED, topic, span));
    let own = own.chain(other).max_by_key(|&(weight, _, span)| (weight, std::cmp::Reverse(span)));
    let sure = own.filter(|&(weight, ..)| weight >= SURE);
    let best = sure.or_else(|| {
        let before = carry::carried(sentence, index).into_iter().chain(carry::told(sentence, told));
        own.into_iter().chain(before).max_by_key(|&(weight, ..)| weight)
    });
    let best = best.into_iter().chain(wage(per)).max_by_key(|&(weight, ..)| weight);
    best.filter(|&(weight, ..)| weight > LEAST).map(|(_, topic, span)| Cue::new(topic, span))
}

/// "£8.91 an hour": what is for so short a time is somebody's pay, where no words of the sentence say otherwise.
fn wage(per: Option<&Cue<Per>>) -> Option<(i64, Topic, Span)> {
    /// More than what was told before may weigh.
    const WAGE: i64 = 60;
    per.filter(|_| is_hourly(per)).map(|per| (WAGE, Topic::Pay, per.span))
}

fn is_hourly(per: Option<&Cue<Per>>) -> bool {
    per.is_some_and(|per| matches!(per.value.as_str(), "hour" | "shift"))
}

static RATES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(&["rate", "rates", "rate of", "rates of", "hourly rate"].map(|words| (words, ()))));

/// From this weight on a sentence's own cue needs no comparison with what came before.
const SURE: i64 = 75;

/// The weight of the topic of the figure that one is set against.
const COMPARED: i64 = 81;

/// What a cue loses that says right beside another figure what that is: "a £59m deficit, and would get £14m".
const TAKEN: i64 = 24;

/// Verbs of this strength or less say only that money changes hands: "find", "receive".
const VAGUE: i64 = 26;

/// Verbs of this strength or more say by themselves what the money is: "save", "borrow".
const DOES: i64 = 73;

/// What a cue of another clause or phrase loses against the verb or noun of the figure's own.
const OTHER_CLAUSE: i64 = 20;

/// A weight that is no more says nothing.
const LEAST: i64 = 20;

/// The topic of a cue, as far as it can be that of so much money: nobody is paid a million for work, and what costs a few
/// pounds, or is had for them under a contract, has a price.
fn of_size(sentence: &Sentence<'_>, index: usize, cue: TopicCue, span: Span) -> Option<Topic> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    match cue {
        // "A large trust would pay £200,000"
        TopicCue { topic: Topic::Pay, .. } if is_infinitive(sentence, span) => Some(Topic::Cost),
        TopicCue { topic: Topic::Pay, strength, is_verb } if strength <= WEAK && amount >= 1_000_000.into() => {
            is_verb.then_some(Topic::Cost)
        }
        // Nothing is built for so little.
        TopicCue { topic: Topic::Capital, strength, .. } if strength <= WEAK && amount < 20_000.into() => None,
        // "Nurses lost £4,000": what so little is lost of is pay.
        TopicCue { topic: Topic::Deficit, .. } if amount < 10_000.into() && LOSES.has(span.of(sentence.text)) => {
            Some(Topic::Pay)
        }
        TopicCue { topic: Topic::Cost, .. } if amount < 500.into() && COSTS.has(span.of(sentence.text)) => {
            Some(Topic::Price)
        }
        // "The original price was £297m"
        // "£146m in parking charges"
        TopicCue { topic: Topic::Price, .. } if amount >= 1_000_000.into() && TAKINGS.has(span.of(sentence.text)) => {
            Some(Topic::Income)
        }
        TopicCue { topic: Topic::Price, .. } if amount >= 1_000_000.into() && PRICES.has(span.of(sentence.text)) => {
            Some(Topic::Cost)
        }
        // "A bonus of £15m" is a body's.
        TopicCue { topic: Topic::Pay, .. } if amount >= 1_000_000.into() && BONUS.has(span.of(sentence.text)) => {
            Some(Topic::Funding)
        }
        TopicCue { topic: Topic::Contract, .. } if amount < 500.into() => Some(Topic::Price),
        TopicCue { topic, .. } => Some(topic),
    }
}

/// Whether a cue is the verb "pay": "would pay", "to pay".
fn is_infinitive(sentence: &Sentence<'_>, cue: Span) -> bool {
    static MODALS: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("to would will could can should must may might not"));
    cue.of(sentence.text).eq_ignore_ascii_case("pay")
        && MODALS.has(word_before(sentence.text, sentence.span.start(), cue.start()))
}

static TAKINGS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let charges =
        ["parking charges", "car parking", "prescription charges", "prescription charge", "tuition fees", "tolls"];
    Lexicon::new(&charges.map(|words| (words, ())))
});

static PRICES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("price prices priced charge charges charged fee fees"));

static BONUS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("bonus bonuses incentive incentives"));

static LOSES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&["lose", "loses", "losing", "lost", "worse off", "out of pocket"].map(|words| (words, ())))
});

/// Verbs after which a price stands.
static COSTS: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(&["cost", "costs", "costing", "pays", "comes for"].map(|words| (words, ()))));

/// What is left of a cue's strength where the figure stands.
fn weight(sentence: &Sentence<'_>, view: &View, index: usize, sighting: &Sighting) -> i64 {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / 64);
    let led = word_before(sentence.text, sentence.span.start(), sentence.readings[index].phrase.start());
    let alone = sighting.breaks == 0 && sighting.stops == 0 && sighting.figures == 0;
    let amount = sentence.readings[index].quantity.amount();
    let vague = sighting.cue.strength <= VAGUE;
    let near = match () {
        // "From a surplus of £1m to a £4m deficit": each figure has its own first.
        () if sighting.borrowed => -8,
        // A noun right after the figure is what the figure is: "£5m deficit".
        () if alone && !sighting.before && sighting.words == 0 => 20,
        // "Spent nearly £5m": what was done with it.
        // What people are given so little for, others words tell.
        () if sighting.governs() && vague && amount < 50_000.into() => 10,
        () if sighting.governs() => 16,
        () if alone && !sighting.before && sighting.words <= 2 && sighting.content == sighting.words => 14,
        () if alone && sighting.content == 0 => 10,
        () => 0,
    };
    // "A fine of £5m and costs of £2m": the costs are the other's.
    let rival = if view.has_rival(sentence, sighting, index) { 12 } else { 0 };
    // A verb comes before what it says something of: "spent £5m", but "£5m was spent", "£5m earmarked".
    let passive =
        || BE.has(Lower::new(word_before(sentence.text, sentence.span.start(), sighting.span.start())).as_str());
    let verb = if sighting.cue.is_verb && !sighting.before && sighting.words > 0 && !passive() { 20 } else { 0 };
    // "The deal, worth £5m": what is worth so much, more than what is done with it.
    let noun_before =
        sighting.before && !sighting.cue.is_verb && sighting.content + sighting.breaks + sighting.figures == 0;
    let near = match led {
        "worth" if noun_before && sighting.cue.topic == Topic::Contract => near + 25,
        // "Losses of £53m"
        "of" if noun_before && sighting.words == 1 => near + 20,
        _ => near,
    };
    // "£5m, saving £2m": a participle with a sum of its own.
    let participle = !sighting.before && !sighting.cue.is_verb && takes(sentence, sighting.span);
    let verb = if participle { 40 } else { verb };
    // "Asked NHS England for £18m"
    let asks = sighting.before && sighting.cue.strength == ASKS && led == "for" && sighting.breaks == 0;
    let near = if asks { near + 46 } else { near };
    // "Bought the group for £825m"
    let trades = sighting.before && led == "for" && sighting.breaks == 0 && TRADES.has(sighting.span.of(sentence.text));
    let near = if trades { near + 20 } else { near };
    // "Overspent its budget of £3bn by £70m"
    let by = sighting.before && matches!(sighting.cue.topic, Topic::Deficit | Topic::Surplus) && led == "by";
    let near = if by { near + 20 } else { near };
    let way = count(sighting.words) + 10 * count(sighting.breaks + sighting.figures) + 4 * count(sighting.stops);
    sighting.cue.strength + near - rival - verb - way
}

/// Whether a cue is a participle that has the figure right after it: "saving £2m".
fn takes(sentence: &Sentence<'_>, cue: Span) -> bool {
    let next = sentence.beside(cue).1.and_then(|next| sentence.readings.get(next));
    let next = next.and_then(|next| Span::new(cue.end(), next.phrase.start()));
    cue.of(sentence.text).ends_with("ing") && next.is_some_and(|next| next.of(sentence.text).trim().is_empty())
}

/// Verbs of buying and selling.
static TRADES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("buy buys bought acquired purchased sold sell sells"));

static BE: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("is are was were be been being"));
