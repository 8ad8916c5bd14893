//! A sentence as its readers see it: words in order, with figures among them.

use std::cell::OnceCell;
use std::sync::LazyLock;

use super::topic::TopicCue;
use crate::grammar::Reading;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Mention, Period};
use crate::span::Span;
use crate::text::words::word_starts;

/// How far from a figure a cue is looked for, in bytes.
const REACH: usize = 200;

/// How many figures are told in one breath at most.
const LONGEST_BREATH: usize = 8;

/// What a small word does.
#[derive(Debug, Clone, Copy)]
enum Kind {
    /// It ties a figure to what tells of it.
    Link,
    /// It begins another clause.
    Break,
}

static KINDS: LazyLock<Lexicon<Kind>> = LazyLock::new(|| {
    let links = "a an the its it their his her our this that of at is was are were be been being has have had will would could can \
        may might to by from for in on worth around about some nearly almost more than over just only up down now also \
        currently already still forecast expected estimated reported total totalling least most another extra further \
        additional likely set planned projected approximately roughly under less as much initial original revised proposed \
        annual yearly new latest first second third final overall combined record massive huge underlying";
    let breaks = "which who whose while whereas but although though because after before if when where despite unless until since \
        and or";
    let rows = |words: &'static str, kind| words.split_ascii_whitespace().map(move |word| (word, kind));
    Lexicon::new(&rows(links, Kind::Link).chain(rows(breaks, Kind::Break)).collect::<Vec<_>>())
});

/// Words that may stand between figures that are told in one breath.
static ONE_BREATH: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "to and or from up down compared with against rather than instead of versus equivalent nearly about around some the its \
         a last this year next years month quarter in for by planned original previous initial rising falling just over more \
         less at least most between then well short that half january february march april may june july august september \
         october november december q1 q2 q3 q4",
    )
});

/// A sentence with the figures that stand in it.
pub(super) struct Sentence<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) readings: &'a [Reading],
    /// Where the story that the sentence belongs to starts, in bytes.
    pub(super) story: usize,
    /// The organisations that its story names: the words of a name tell nothing else.
    mentions: &'a [Mention],
    /// Where words start, in bytes of the text; those inside figures are left out.
    words: Vec<usize>,
    /// How many of the words before each, and before the sentence's end, begin another clause, and how many say something.
    kinds: OnceCell<Vec<(usize, usize)>>,
    /// For each figure the first and the last of those that are told in one breath with it.
    chains: OnceCell<Vec<(usize, usize)>>,
    /// The cues of topics and the periods named, each looked up once for all figures.
    pub(super) topics: OnceCell<Vec<(TopicCue, Span)>>,
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
    /// How many of those begin another clause, and how many are more than links: articles, prepositions, auxiliaries.
    pub(super) breaks: usize,
    pub(super) content: usize,
    /// How many other figures lie between.
    pub(super) figures: usize,
    /// How many commas, semicolons, colons and dashes lie between.
    pub(super) stops: usize,
}

impl<'a> Sentence<'a> {
    pub(super) fn new(
        text: &'a str,
        story: usize,
        span: Span,
        readings: &'a [Reading],
        mentions: &'a [Mention],
    ) -> Self {
        let in_figure = |at: usize| {
            let next = readings.partition_point(|reading| reading.span.start() <= at);
            next.checked_sub(1).and_then(|last| readings.get(last)).is_some_and(|reading| at < reading.span.end())
        };
        let mut words = Vec::with_capacity(span.len() / 4);
        words.extend(word_starts(text, span.start(), span.end()).filter(|&at| !in_figure(at)));
        Sentence {
            text,
            span,
            readings,
            story,
            mentions,
            words,
            kinds: OnceCell::new(),
            chains: OnceCell::new(),
            topics: OnceCell::new(),
            periods: OnceCell::new(),
        }
    }

    /// Every cue of `lexicon` in the sentence that lies neither inside another nor in a name, with its words.
    pub(super) fn cues<T: Copy>(&self, lexicon: &Lexicon<T>) -> Vec<(T, Span)> {
        self.cues_at(lexicon, self.words.iter().copied(), self.span.end()).collect()
    }

    /// The same of the text before it, from byte `from` to byte `to`.
    pub(super) fn cues_between<'s, T: Copy>(
        &'s self,
        lexicon: &'s Lexicon<T>,
        from: usize,
        to: usize,
    ) -> impl Iterator<Item = (T, Span)> + 's {
        self.cues_at(lexicon, word_starts(self.text, from, to), to)
    }

    fn cues_at<'s, T: Copy>(
        &'s self,
        lexicon: &'s Lexicon<T>,
        starts: impl Iterator<Item = usize> + 's,
        end: usize,
    ) -> impl Iterator<Item = (T, Span)> + 's {
        let mut covered = 0;
        starts.filter_map(move |start| {
            let (value, length) =
                lexicon.at(&self.text[start..end]).filter(|_| start >= covered && !self.is_named(start))?;
            covered = start + length;
            Some((value, Span::at(start, length)))
        })
    }

    /// Whether byte `at` is part of an organisation's name.
    fn is_named(&self, at: usize) -> bool {
        let next = self.mentions.partition_point(|mention| mention.span.start() <= at);
        next.checked_sub(1).is_some_and(|last| at < self.mentions[last].span.end())
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
        let word = |at: usize| self.words.partition_point(|&start| start < at);
        let (from, to) = (word(between.start()), word(between.end()));
        let kinds = self.kinds.get_or_init(|| kinds(self.text, &self.words, self.span.end()));
        let (breaks, content) = (kinds[to].0 - kinds[from].0, kinds[to].1 - kinds[from].1);
        let words = to - from;
        let figures = count(&|at| self.readings.partition_point(|reading| reading.span.start() < at));
        let stops = stops(between.of(self.text));
        Some(Sight { value, span, before, words, breaks, content, figures, stops })
    }

    /// A cue as seen from those that figure `index` is told in one breath with: "from £2m to £3m", "£2m in May and £3m in June".
    pub(super) fn sight_in_breath<T: Copy>(&self, value: T, span: Span, index: usize) -> Option<Sight<T>> {
        let chains = self.chains.get_or_init(|| self.breaths());
        let &(first, last) = chains.get(index)?;
        if span.end() <= self.readings[first].span.start() {
            self.sight(value, span, first)
        } else if span.start() >= self.readings[last].span.end() {
            self.sight(value, span, last)
        } else {
            self.sight(value, span, index)
        }
    }

    /// Whether two figures are told in one breath.
    pub(super) fn in_one_breath(&self, index: usize, other: usize) -> bool {
        let chains = self.chains.get_or_init(|| self.breaths());
        chains.get(index).is_some_and(|&(first, last)| (first..=last).contains(&other))
    }

    /// For each figure the first and the last of those that are told in one breath with it.
    fn breaths(&self) -> Vec<(usize, usize)> {
        let mut breaths: Vec<(usize, usize)> = Vec::with_capacity(self.readings.len());
        for index in 0..self.readings.len() {
            match breaths.last() {
                Some(&(first, _)) if index - first < LONGEST_BREATH && self.leads_on(index - 1) => {
                    breaths[first..].iter_mut().for_each(|(_, last)| *last = index);
                    breaths.push((first, index));
                }
                _ => breaths.push((index, index)),
            }
        }
        breaths
    }

    /// Whether only links and times stand between figure `index` and the next.
    fn leads_on(&self, index: usize) -> bool {
        let (here, next) = (self.readings[index].span.end(), self.readings[index + 1].span.start());
        let between = self.text.get(here..next).unwrap_or_default();
        let mut words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let links = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || ONE_BREATH.has(word);
        between.len() <= 60 && !between.contains(';') && words.all(links)
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

/// How many of the words that start at `starts` begin another clause, and how many are no links: those before each, and
/// before `end`.
fn kinds(text: &str, starts: &[usize], end: usize) -> Vec<(usize, usize)> {
    let (mut breaks, mut content) = (0, 0);
    let mut kinds = Vec::with_capacity(starts.len() + 1);
    kinds.push((0, 0));
    for &start in starts {
        match KINDS.at(&text[start..end]) {
            Some((Kind::Break, _)) => breaks += 1,
            Some((Kind::Link, _)) => (),
            None => content += 1,
        }
        kinds.push((breaks, content));
    }
    kinds
}

/// How many commas, semicolons, colons, dashes and brackets stand in `words`.
fn stops(words: &str) -> usize {
    let dash = |at: usize| matches!(words.as_bytes().get(at + 1..at + 3), Some([0x80, 0x93 | 0x94]));
    let stop = |(at, byte): (usize, u8)| matches!(byte, b',' | b';' | b':' | b'(') || (byte == 0xe2 && dash(at));
    words.bytes().enumerate().filter(|&place| stop(place)).count()
}
