//! A sentence as its readers see it: words in order, with figures among them.

use std::cell::{OnceCell, RefCell};
use std::sync::LazyLock;

use super::topic::{Past, View};
use crate::grammar::Reading;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, Period};
use crate::span::Span;
use crate::text::words::word_starts;

/// What the sentences of a story share.
pub(super) struct Story<'a> {
    pub(super) text: &'a str,
    /// Where it starts, in bytes of the text.
    pub(super) start: usize,
    /// The organisations that it names, in order: the words of a name tell nothing else.
    pub(super) mentions: &'a [Mention],
    /// What is told of topics before a sentence.
    pub(super) past: RefCell<Past>,
}

/// A sentence with the figures that stand in it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) readings: &'a [Reading],
    pub(super) story: &'a Story<'a>,
    /// Where words start, in bytes of the text; those inside figures are left out.
    pub(super) words: Vec<usize>,
    /// What is told of topics and the periods named, each looked up once for all figures.
    pub(super) view: OnceCell<View>,
    pub(super) periods: OnceCell<Vec<(Period, Span)>>,
}

/// A cue of a sentence, as seen from a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<T> {
    pub(super) value: T,
    pub(super) span: Span,
    /// Whether it stands before the figure.
    pub(super) before: bool,
    /// How many words lie between.
    pub(super) words: usize,
    /// How many other figures lie between.
    pub(super) figures: usize,
    /// How many commas, semicolons, colons and dashes lie between.
    pub(super) stops: usize,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(story: &'a Story<'a>, span: Span, readings: &'a [Reading]) -> Self {
        let text = story.text;
        let in_figure = |at: usize| {
            let next = readings.partition_point(|reading| reading.span.start() <= at);
            next.checked_sub(1).and_then(|last| readings.get(last)).is_some_and(|reading| at < reading.span.end())
        };
        let mut words = Vec::with_capacity(span.len() / 4);
        words.extend(word_starts(text, span.start(), span.end()).filter(|&at| !in_figure(at)));
        Sentence { text, span, readings, story, words, view: OnceCell::new(), periods: OnceCell::new() }
    }

    /// Every cue of `lexicon` in the sentence that does not lie inside another, with its words.
    pub(super) fn cues<T: Copy>(&self, lexicon: &Lexicon<T>) -> Vec<(T, Span)> {
        self.cues_at(lexicon, &self.words).collect()
    }

    /// Those that start at some of its words.
    fn cues_at<'s, T: Copy>(
        &'s self,
        lexicon: &'s Lexicon<T>,
        words: &'s [usize],
    ) -> impl Iterator<Item = (T, Span)> + 's {
        let mut covered = 0;
        words.iter().filter_map(move |&start| {
            let (value, length) = lexicon.at(&self.text[start..self.span.end()]).filter(|_| start >= covered)?;
            covered = start + length;
            Some((value, Span::at(start, length)))
        })
    }

    /// Whether byte `at` of the text is part of an organisation's name.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let mentions = self.story.mentions;
        let next = mentions.partition_point(|mention| mention.span.start() <= at);
        next.checked_sub(1).is_some_and(|last| at < mentions[last].span.end())
    }

    /// The cues of `lexicon` that start at most `reach` words from figure `index`, as seen from it.
    pub(super) fn sights<'s, T: Copy>(
        &'s self,
        lexicon: &'s Lexicon<T>,
        index: usize,
        reach: usize,
    ) -> impl Iterator<Item = Sight<T>> + 's {
        let at = self.word(self.readings.get(index).map_or(self.span, |reading| reading.span).start());
        let words = &self.words[at.saturating_sub(reach)..(at + reach).min(self.words.len())];
        self.cues_at(lexicon, words).filter_map(move |(value, span)| self.sight(value, span, index))
    }

    /// A cue at `span` as seen from figure `index`; nothing where they overlap.
    pub(super) fn sight<T>(&self, value: T, span: Span, index: usize) -> Option<Sight<T>> {
        let (before, between) = self.between_span(span, index)?;
        let words = self.word(between.end()) - self.word(between.start());
        let figures = self.figures_in(between);
        let stops = stops(between.of(self.text));
        Some(Sight { value, span, before, words, figures, stops })
    }

    /// Whether `span` stands before figure `index`, and what lies between; nothing where they overlap.
    pub(super) fn between_span(&self, span: Span, index: usize) -> Option<(bool, Span)> {
        let figure = self.readings.get(index)?.span;
        let before = span.end() <= figure.start();
        let between =
            if before { Span::new(span.end(), figure.start()) } else { Span::new(figure.end(), span.start()) };
        between.map(|between| (before, between))
    }

    /// How many words start before byte `at` of the text.
    pub(super) fn word(&self, at: usize) -> usize {
        self.words.partition_point(|&start| start < at)
    }

    /// How many figures start in `span`.
    pub(super) fn figures_in(&self, span: Span) -> usize {
        let before = |at: usize| self.readings.partition_point(|reading| reading.span.start() < at);
        before(span.end()) - before(span.start())
    }

    /// The figures right before and right after `span`, by their index.
    pub(super) fn beside(&self, span: Span) -> (Option<usize>, Option<usize>) {
        let next = self.readings.partition_point(|reading| reading.span.start() < span.start());
        (next.checked_sub(1), (next < self.readings.len()).then_some(next))
    }

    /// The words right before figure `index`, its qualifier left out: at most `bytes` of them, back to the sentence's start.
    pub(super) fn before(&self, index: usize, bytes: usize) -> &'a str {
        let end = self.readings.get(index).map_or(self.span.start(), |reading| reading.phrase.start());
        let start = crate::text::words::window(self.text, self.span.start(), end, bytes);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The words between figure `index` and the next.
    pub(super) fn between(&self, index: usize) -> &'a str {
        let end = self.readings.get(index + 1).map_or(self.span.end(), |reading| reading.phrase.start());
        let start = self.readings.get(index).map_or(end, |reading| reading.phrase.end());
        self.text.get(start..end).unwrap_or_default()
    }

    /// Whether figure `index` is only there to be compared with the one before: "against a planned £11m", "twice the £11m".
    pub(super) fn sets_against(&self, index: usize) -> bool {
        let between = index.checked_sub(1).map_or("", |before| self.between(before));
        let word = |word: &str| {
            matches!(
                word.trim_start_matches(','),
                "against" | "compared" | "versus" | "rather" | "double" | "treble" | "triple" | "twice" | "times"
            )
        };
        // "Well short of the £350m that they had": of the same kind, where it is told which.
        let told = || {
            let mut back = between.split_whitespace().rev();
            let which = back.next().is_some_and(|word| matches!(word, "the" | "its" | "their"));
            which && back.take(2).any(|word| matches!(word, "short" | "than" | "below" | "above" | "beyond"))
        };
        let instead = || between.contains("instead of");
        (between.split_whitespace().rev().take(5).any(word) || instead() || told()) && !between.contains(';')
    }

    /// Whether figure `index` is a part of the one before: "£9m of it", "of which £9m".
    pub(super) fn is_share(&self, index: usize) -> bool {
        let after = self.after(index).of(self.text).trim_start();
        SHARES.at(after).is_some() || self.before(index, "of which".len()) == "of which"
    }

    /// The words right after figure `index`, its rate left out, to the sentence's end.
    pub(super) fn after(&self, index: usize) -> Span {
        let start = self.readings.get(index).map_or(self.span.end(), |reading| reading.phrase.end());
        Span::new(start, self.span.end()).unwrap_or(Span::at(start, 0))
    }
}

/// Words after a part of the sum told before.
static SHARES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let wholes = ["of it", "of this", "of that", "of the sum", "of the money", "of the cash"];
    Lexicon::new(&wholes.map(|words| (words, ())))
});

/// How many commas, semicolons, colons, dashes and brackets stand in `words`.
fn stops(words: &str) -> usize {
    let dash = |at: usize| matches!(words.as_bytes().get(at + 1..at + 3), Some([0x80, 0x93 | 0x94]));
    let stop = |(at, byte): (usize, u8)| matches!(byte, b',' | b';' | b':' | b'(') || (byte == 0xe2 && dash(at));
    words.bytes().enumerate().filter(|&place| stop(place)).count()
}
