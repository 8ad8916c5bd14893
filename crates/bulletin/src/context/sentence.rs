//! A sentence as its readers see it: words in order, with figures among them.

use std::cell::OnceCell;

use crate::grammar::Reading;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Period, Topic};
use crate::span::Span;
use crate::text::words::word_starts;

/// How far from a figure a cue is looked for, in bytes.
const REACH: usize = 200;

/// A sentence with the figures that stand in it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) readings: &'a [Reading],
    /// Where the story that the sentence belongs to starts, in bytes.
    pub(super) story: usize,
    /// Where words start, in bytes of the text; those inside figures are left out.
    words: Vec<usize>,
    /// The cues of topics and the periods named, each looked up once for all figures.
    pub(super) topics: OnceCell<Vec<((Topic, i64), Span)>>,
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
    pub(super) fn new(text: &'a str, story: usize, span: Span, readings: &'a [Reading]) -> Self {
        let in_figure = |at: usize| {
            let next = readings.partition_point(|reading| reading.span.start() <= at);
            next.checked_sub(1).and_then(|last| readings.get(last)).is_some_and(|reading| at < reading.span.end())
        };
        let mut words = Vec::with_capacity(span.len() / 4);
        words.extend(word_starts(text, span.start(), span.end()).filter(|&at| !in_figure(at)));
        Sentence { text, span, readings, story, words, topics: OnceCell::new(), periods: OnceCell::new() }
    }

    /// Every cue of `lexicon` in the sentence that does not lie inside another, with its words.
    pub(super) fn cues<T: Copy>(&self, lexicon: &Lexicon<T>) -> Vec<(T, Span)> {
        let mut cues = Vec::new();
        let mut covered = 0;
        let sentence = self.span.of(self.text);
        for &start in &self.words {
            if start < covered {
                continue;
            }
            if let Some((value, length)) = lexicon.at(&sentence[start - self.span.start()..]) {
                covered = start + length;
                cues.push((value, Span::at(start, length)));
            }
        }
        cues
    }

    /// Every cue of `lexicon` near figure `index`, as seen from it.
    pub(super) fn sights<T: Copy>(&self, lexicon: &Lexicon<T>, index: usize) -> Vec<Sight<T>> {
        self.near(&self.cues(lexicon), index).collect()
    }

    /// Those of `cues` that lie within [`REACH`] bytes of figure `index`, as seen from it.
    pub(super) fn near<'s, T: Copy>(
        &'s self,
        cues: &'s [(T, Span)],
        index: usize,
    ) -> impl Iterator<Item = Sight<T>> + 's {
        let figure = self.readings.get(index).map_or(self.span, |reading| reading.span);
        let from = cues.partition_point(|(_, span)| span.end() + REACH < figure.start());
        let near = cues.iter().skip(from).take_while(move |(_, span)| span.start() < figure.end() + REACH);
        near.filter_map(move |&(value, span)| self.sight(value, span, index))
    }

    /// A cue at `span` as seen from figure `index`; nothing where they overlap.
    pub(super) fn sight<T>(&self, value: T, span: Span, index: usize) -> Option<Sight<T>> {
        let figure = self.readings.get(index)?.span;
        let before = span.end() <= figure.start();
        let between =
            if before { Span::new(span.end(), figure.start())? } else { Span::new(figure.end(), span.start())? };
        let count = |starts: &dyn Fn(usize) -> usize| starts(between.end()) - starts(between.start());
        let words = count(&|at| self.words.partition_point(|&start| start < at));
        let figures = count(&|at| self.readings.partition_point(|reading| reading.span.start() < at));
        let stops = stops(between.of(self.text));
        Some(Sight { value, span, before, words, figures, stops })
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

    /// Whether figure `index` is only there to be compared with the one before: "against a planned £11m".
    pub(super) fn sets_against(&self, index: usize) -> bool {
        let between = index.checked_sub(1).map_or("", |before| self.between(before));
        let word = |word: &str| {
            matches!(word.trim_start_matches(','), "against" | "compared" | "instead" | "versus" | "rather")
        };
        between.split_whitespace().rev().take(5).any(word) && !between.contains(';')
    }

    /// The words right after figure `index`, its rate left out, to the sentence's end.
    pub(super) fn after(&self, index: usize) -> Span {
        let start = self.readings.get(index).map_or(self.span.end(), |reading| reading.phrase.end());
        Span::new(start, self.span.end()).unwrap_or(Span::at(start, 0))
    }
}

/// How many commas, semicolons, colons, dashes and brackets stand in `words`.
fn stops(words: &str) -> usize {
    let dash = |at: usize| matches!(words.as_bytes().get(at + 1..at + 3), Some([0x80, 0x93 | 0x94]));
    let stop = |(at, byte): (usize, u8)| matches!(byte, b',' | b';' | b':' | b'(') || (byte == 0xe2 && dash(at));
    words.bytes().enumerate().filter(|&place| stop(place)).count()
}
