//! The topic that a story has been about: the cues and figures before a figure's own sentence.

use std::sync::LazyLock;

use super::cues::TopicCue;
use super::meaning::{MEANINGS, Meaning};
use super::sense::sense;
use super::view::View;
use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{MoneyFigure, Per, Topic};
use crate::span::{Cue, Span};
use crate::text::words::{window, word_before, word_starts};

/// How far back a topic is carried, in bytes.
const REACH: usize = 300;
/// What a carried cue loses against one in the figure's own sentence, and how many bytes cost it one more.
const LOSS: i64 = 30;
const STEP: i64 = 15;
/// What share of the strongest cue of another topic a carried cue loses.
const RIVAL: (i64, i64) = (3, 10);

/// The cues of a story up to a place, each looked up once for all figures that come after it.
#[derive(Debug, Default)]
pub(in crate::context) struct Past {
    cues: Vec<(TopicCue, Span)>,
    read_to: usize,
}

impl Past {
    /// The cues that stand before a sentence, from byte `from` on.
    fn before(&mut self, sentence: &Sentence<'_>, from: usize) -> &[(TopicCue, Span)] {
        let (text, to) = (sentence.text, sentence.span.start());
        let mut covered = 0;
        for start in word_starts(text, from.max(self.read_to), to) {
            match MEANINGS.at(&text[start..to]) {
                Some((Meaning::Cue(cue), length)) if start >= covered && !sentence.is_named(start) => {
                    covered = start + length;
                    self.cues.push((cue, Span::at(start, length)));
                }
                Some((Meaning::Idiom, length)) => covered = covered.max(start + length),
                _ => {}
            }
        }
        self.read_to = to;
        &self.cues[self.cues.partition_point(|(_, span)| span.start() < from)..]
    }
}

/// The best cue before the sentence of figure `index`, back to where its story starts: what is left of its strength, its
/// topic and its words.
pub(super) fn carried(sentence: &Sentence<'_>, index: usize, per: Option<&Cue<Per>>) -> Option<(i64, Topic, Span)> {
    let at = sentence.span.start();
    let mut past = sentence.story.past.borrow_mut();
    let cues = past.before(sentence, window(sentence.text, sentence.story.start, at, REACH)).iter();
    let found = cues.filter(|(cue, _)| !cue.is_weak_verb()).filter_map(|&(cue, span)| {
        let distance = i64::try_from(at - span.start()).unwrap_or(i64::MAX);
        Some((cue.strength - LOSS - distance / STEP, sense(sentence, index, per, (cue, span))?, span))
    });
    let found: Vec<(i64, Topic, Span)> = found.collect();
    let &(weight, topic, span) = found.iter().max_by_key(|&&(weight, _, span)| (weight, span))?;
    // A story that has been about several things says less of what this figure is.
    let others = found.iter().filter(|&&(_, other, _)| other != topic).map(|&(weight, ..)| weight.max(0)).max();
    Some((weight - others.unwrap_or(0) * RIVAL.0 / RIVAL.1, topic, span))
}

/// "That was £12m the year before": the topic of the figure told right before.
pub(super) fn told(sentence: &Sentence<'_>, told: &[MoneyFigure]) -> Option<(i64, Topic, Span)> {
    let last = told.last()?;
    let topic = last.topic?;
    let between = sentence.text.get(last.span.end()..sentence.span.start()).unwrap_or_default();
    let weight = match () {
        () if last.sentence == sentence.span => 40,
        () if between.contains("\n\n") => 25,
        () => 50,
    };
    let distance = i64::try_from(between.len()).unwrap_or(i64::MAX);
    Some((weight - distance / 20, topic.value, topic.span))
}

/// "It paid £320m to agencies in May. Spending fell to £270m": the topic of the figure told before in the paragraph, where a
/// bare noun of cost takes it up.
pub(super) fn taken_up(
    sentence: &Sentence<'_>,
    view: &View,
    index: usize,
    (topic, cue): (Topic, Span),
    told: &[MoneyFigure],
) -> Option<(Topic, Span)> {
    /// How far back what is paid out may be told in another paragraph, in bytes.
    const NEAR: usize = 400;
    static COSTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("spending spend bill bills cost costs expenditure paid pay paying spent spends")
    });
    static BARE: LazyLock<Lexicon<()>> =
        LazyLock::new(|| Lexicon::words("the a its their this that total overall combined annual monthly final off"));
    // "It has already paid out £18m"
    let pays = cue.of(sentence.text).ends_with(" out");
    let costs = topic == Topic::Cost && (pays || COSTS.at(cue.of(sentence.text)).is_some());
    if !costs {
        return None;
    }
    let before = word_before(sentence.text, sentence.span.start(), cue.start());
    let next = sentence.text[cue.end()..sentence.span.end()].split_whitespace().next().unwrap_or_default();
    // "Redundant at a cost of £5m"
    let here_of = || {
        sentence.readings.get(index).is_some_and(|reading| {
            sentence.text.get(cue.end()..reading.phrase.start()).is_some_and(|way| way.trim() == "of")
        })
    };
    // "Fell FT spent £4m"
    let spends = || {
        let after = sentence.after(index).of(sentence.text).trim_start();
        cue.of(sentence.text).starts_with("spen")
            && sentence.readings.get(index).is_some_and(|reading| cue.end() + 1 == reading.phrase.start())
            && (after.is_empty() || after.starts_with(['.', ',', ';']))
    };
    let bare = (pays || spends() || before.is_empty() || BARE.has(before))
        && (!matches!(next, "on" | "of" | "for") || here_of());
    let kept = |topic: &Topic| matches!(topic, Topic::Agency | Topic::Redundancy | Topic::Compensation);
    let last = || {
        let last = told.last()?;
        let figure = sentence.readings.get(index)?.span;
        let between = sentence.text.get(last.span.end()..figure.start())?;
        let near = !between.contains("\n\n") || pays && between.len() <= NEAR;
        last.topic.filter(|_| near).map(|topic| (topic.value, topic.span))
    };
    // "Only agency came good: the bill was £2bn"
    let here = || view.last_before(cue.start());
    Some(()).filter(|()| bare).and_then(|()| here().or_else(last)).filter(|(topic, _)| kept(topic))
}
