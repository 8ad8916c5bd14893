//! A sentence as topics are told in it: its cues, and how far it is from them to its figures.

use std::sync::LazyLock;

use super::cues::{BESIDE, TopicCue, WEAK};
use super::meaning::{MEANINGS, Meaning};
use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Topic;
use crate::span::Span;
use crate::text::words::word_before;

/// How far from a figure a cue is looked for, in bytes.
const REACH: usize = 200;

/// How many figures are told in one breath at most.
const LONGEST_BREATH: usize = 8;

/// The longest words that describe what stands after them, in bytes.
const LONGEST_DESCRIPTION: usize = 30;

/// Words that may stand between figures that are told in one breath.
static ONE_BREATH: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "to and or from up down compared with against rather than instead of versus equivalent nearly about around some the its \
         a last this year next years month quarter in for by planned original previous initial rising falling just over more \
         less at least most double treble triple twice times half thrice almost between then well short that half january february march april may june july august september \
         october november december q1 q2 q3 q4",
    )
});

/// What a sentence tells of topics; looked up once for all its figures.
pub(in crate::context) struct View {
    /// In order and apart.
    cues: Vec<(TopicCue, Span)>,
    /// For each word, and for the end: how many before it begin another clause, and how many are more than links.
    kinds: Vec<(u16, u16)>,
    /// Where commas, semicolons, colons, dashes and opening brackets stand, in bytes of the text.
    stops: Vec<usize>,
    /// For each figure the first and the last of those that are told in one breath with it.
    breaths: Vec<(usize, usize)>,
}

/// A cue as seen from a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighting {
    pub(super) cue: TopicCue,
    pub(super) span: Span,
    /// Whether it stands before the figure.
    pub(super) before: bool,
    /// Whether it is seen from another figure, which the figure is told in one breath with.
    pub(super) borrowed: bool,
    /// How many words lie between.
    pub(super) words: usize,
    /// How many of those begin another clause.
    pub(super) breaks: usize,
    /// How many are more than links: articles, prepositions, auxiliaries.
    pub(super) content: usize,
    /// How many other figures lie between.
    pub(super) figures: usize,
    /// How many commas, semicolons, colons and dashes lie between.
    pub(super) stops: usize,
}

impl Sighting {
    /// Whether it is the verb right before the figure.
    pub(super) fn governs(&self) -> bool {
        let Sighting { before, borrowed, breaks, content, figures, stops, .. } = *self;
        self.cue.is_verb && before && !borrowed && breaks + content + figures + stops == 0
    }

    /// Whether it stands right after the figure and says what that is.
    pub(super) fn names(&self) -> bool {
        let vague = self.cue.is_verb && self.cue.strength <= WEAK;
        !(self.before || self.borrowed || vague) && self.words + self.stops + self.figures == 0
    }
}

impl View {
    pub(super) fn new(sentence: &Sentence<'_>) -> Self {
        let mut cues: Vec<(TopicCue, Span)> = Vec::new();
        let mut kinds = Vec::with_capacity(sentence.words.len() + 1);
        let (mut breaks, mut content, mut covered) = (0_u16, 0_u16, 0);
        kinds.push((0, 0));
        for &start in &sentence.words {
            match MEANINGS.at(&sentence.text[start..sentence.span.end()]) {
                Some((Meaning::Link, _)) => {}
                // "The Department of Health and Social Care": no clause begins in a name.
                Some((Meaning::Break, _)) if sentence.is_named(start) => {}
                Some((Meaning::Break, _)) => breaks = breaks.saturating_add(1),
                Some((Meaning::Idiom, length)) => {
                    content = content.saturating_add(1);
                    covered = covered.max(start + length);
                }
                meaning => {
                    content = content.saturating_add(1);
                    if let Some((Meaning::Cue(cue), length)) = meaning
                        && start >= covered
                        && !sentence.is_named(start)
                        && (cue.strength != BESIDE || is_beside(sentence, start))
                        && !is_measure(sentence, Span::at(start, length))
                    {
                        covered = start + length;
                        cues.push((cue, Span::at(start, length)));
                    }
                }
            }
            kinds.push((breaks, content));
        }
        View { cues, kinds, stops: stops(sentence), breaths: breaths(sentence) }
    }

    /// The topic of the last cue that ends before a byte and says it well, and its words.
    pub(super) fn last_before(&self, at: usize) -> Option<(Topic, Span)> {
        let last = self.cues.partition_point(|(_, span)| span.end() <= at).checked_sub(1)?;
        self.cues.get(last).filter(|(cue, _)| cue.strength > WEAK).map(|(cue, span)| (cue.topic, *span))
    }

    /// The cues within [`REACH`] bytes of figure `index`, as seen from those that it is told in one breath with.
    pub(super) fn sightings<'v>(
        &'v self,
        sentence: &'v Sentence<'_>,
        index: usize,
    ) -> impl Iterator<Item = Sighting> + 'v {
        let figure = sentence.readings.get(index).map_or(sentence.span, |reading| reading.span);
        let from = self.cues.partition_point(|(_, span)| span.end() + REACH < figure.start());
        let near = self.cues[from..].iter().take_while(move |(_, span)| span.start() < figure.end() + REACH);
        near.filter_map(move |&(cue, span)| {
            let &(first, last) = self.breaths.get(index)?;
            let from = if span.end() <= sentence.readings[first].span.start() {
                first
            } else if span.start() >= sentence.readings[last].span.end() {
                last
            } else {
                index
            };
            let sighting = self.sighting(sentence, cue, span, from)?;
            Some(Sighting { borrowed: from != index, ..sighting })
        })
    }

    /// A cue as seen from figure `index`; nothing where they overlap.
    fn sighting(&self, sentence: &Sentence<'_>, cue: TopicCue, span: Span, index: usize) -> Option<Sighting> {
        let (before, mut between) = sentence.between_span(span, index)?;
        // "Spent more than £5m": what is right before its qualifier is right before the figure.
        let phrase = sentence.readings.get(index)?.phrase;
        if before && let Some(way) = Span::new(span.end(), phrase.start()) {
            between = way;
        }
        // "A £55 an hour cap": what is right after its rate is right after the figure.
        if !before && let Some(after) = Span::new(sentence.after(index).start(), between.end()) {
            between = after;
        }
        // "A £73m, five-year deal"
        if !before && is_term(between.of(sentence.text)) {
            between = Span::at(between.end(), 0);
        }
        let (from, to) = (sentence.word(between.start()), sentence.word(between.end()));
        let (before_breaks, before_content) = self.kinds[from];
        let (breaks, content) = self.kinds[to];
        Some(Sighting {
            cue,
            span,
            before,
            borrowed: false,
            words: to - from,
            breaks: usize::from(breaks - before_breaks),
            content: usize::from(content - before_content),
            figures: sentence.figures_in(between),
            stops: self.stops_in(between),
        })
    }

    /// Whether a figure that is not told in one breath with figure `index` stands nearer to its cue, on the same side.
    pub(super) fn has_rival(&self, sentence: &Sentence<'_>, sighting: &Sighting, index: usize) -> bool {
        let (before, after) = sentence.beside(sighting.span);
        let other = if sighting.before { before } else { after };
        let Some(other) = other.filter(|&other| !self.in_one_breath(index, other)) else { return false };
        sentence.between_span(sighting.span, other).is_some_and(|(_, between)| {
            let words = sentence.word(between.end()) - sentence.word(between.start());
            words + 2 * self.stops_in(between) < sighting.words + 2 * sighting.stops
        })
    }

    /// Whether a verb's clause begins right before it, and has its subject from another: "in bad debts, and has spent £8m".
    pub(super) fn begins_clause(&self, sentence: &Sentence<'_>, verb: Span) -> bool {
        let mut first = sentence.word(verb.start());
        while first > 0 && self.kinds[first - 1] == self.kinds[first] {
            first -= 1;
        }
        let start = sentence.words.get(first).map_or(verb.start(), |&start| start.min(verb.start()));
        let before = sentence.text[sentence.span.start()..start].trim_end();
        before.ends_with(',') || (first > 0 && self.kinds[first - 1].0 < self.kinds[first].0)
    }

    /// Whether a noun stands right beside a figure that is not told in one breath with figure `index`: "a £59m deficit", "a
    /// deficit of £59m".
    pub(super) fn is_taken(&self, sentence: &Sentence<'_>, sighting: &Sighting, index: usize) -> bool {
        let Sighting { cue, span, words, .. } = *sighting;
        let (before, after) = sentence.beside(span);
        let beside = |other: Option<usize>, gap: &[&str]| {
            let other = other.filter(|&other| other != index && !self.in_one_breath(index, other))?;
            let (before, mut between) = sentence.between_span(span, other)?;
            // "A cost of some £5m"
            if before && let Some(way) = Span::new(span.end(), sentence.readings[other].phrase.start()) {
                between = way;
            }
            let between = between.of(sentence.text).trim();
            // "An £82m children’s services contract"
            let described = || !before && between.len() <= LONGEST_DESCRIPTION && is_description(between);
            (gap.contains(&between) || described()).then_some(())
        };
        let nearer = words > 1 && beside(before, &["", "in"]).is_some();
        !cue.is_verb && (nearer || words > 0 && beside(after, &["of"]).is_some())
    }

    fn in_one_breath(&self, index: usize, other: usize) -> bool {
        self.breaths.get(index).is_some_and(|&(first, last)| (first..=last).contains(&other))
    }

    fn stops_in(&self, span: Span) -> usize {
        let before = |at: usize| self.stops.partition_point(|&stop| stop < at);
        before(span.end()) - before(span.start())
    }
}

/// Whether a word stands right after a figure, or after two words more: "a £90,000 breast cancer drug".
fn is_beside(sentence: &Sentence<'_>, start: usize) -> bool {
    let before = sentence.beside(Span::at(start, 0)).0.and_then(|before| sentence.readings.get(before));
    let between = before
        .and_then(|before| Span::new(before.phrase.end().max(before.span.end()), start))
        .map(|between| between.of(sentence.text));
    // "£300m to hospitals", "£300m of hospital"
    let links =
        |word: &str| matches!(word, "to" | "of" | "for" | "at" | "in" | "from" | "a" | "the" | "on" | "by" | "and");
    between.is_some_and(|between| {
        let mut words = between.split_whitespace();
        !words.next().is_some_and(links) && words.count() <= 1
    })
}

/// Whether words between a figure and a noun only describe what the noun names: one or two, and no preposition.
fn is_description(words: &str) -> bool {
    let link = |word: &str| {
        matches!(word, "of" | "for" | "to" | "on" | "at" | "from" | "by" | "and" | "a" | "the" | "as" | "with" | "over")
    };
    let plain = |word: &str| word.chars().all(|c| c.is_lowercase() || matches!(c, '’' | '\'' | '-'));
    (1..=2).contains(&words.split(' ').count())
        && words.split(' ').all(|word| !word.is_empty() && plain(word) && !link(word))
}

/// Whether words say only how long a contract runs: ", five-year".
fn is_term(words: &str) -> bool {
    let words = words.trim().trim_start_matches([',', ' ']);
    let years = words.strip_suffix("-year").or_else(|| words.strip_suffix(" year"));
    years.is_some_and(|years| !years.is_empty() && years.len() <= 14 && !years.contains([',', '.', ';']))
}

/// Whether a cue is only what a share is of: "a fifth of its turnover".
fn is_measure(sentence: &Sentence<'_>, cue: Span) -> bool {
    static SHARES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words("cent percent half third thirds quarter quarters fifth fifths tenth proportion")
    });
    const OWNED: [&str; 6] = ["its", "their", "the", "total", "annual", "overall"];
    let before = |words: &'_ str| words.trim_end().len();
    let mut words = &sentence.text[sentence.span.start()..cue.start()];
    words = &words[..before(words)];
    // Few cues have these words before them.
    while let Some(rest) = OWNED.iter().find_map(|owned| words.strip_suffix(owned)) {
        words = &rest[..before(rest)];
    }
    let Some(words) = words.strip_suffix(" of") else { return false };
    let share = word_before(words, 0, words.len());
    // "4 per cent of its budget, £2m", "of a turnover of £50m": what the figure is.
    let next = sentence.beside(cue).1.and_then(|next| sentence.readings.get(next));
    let next = next.and_then(|next| Span::new(cue.end(), next.phrase.start())).map(|way| way.of(sentence.text).trim());
    (SHARES.has(share) || words.ends_with('%')) && !matches!(next, Some("," | "of" | "(" | "" | "–"))
}

fn stops(sentence: &Sentence<'_>) -> Vec<usize> {
    let bytes = sentence.text.as_bytes();
    let dash = |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x93 | 0x94]));
    let stop = |at: &usize| match bytes[*at] {
        b',' | b';' | b':' | b'(' => true,
        0xe2 => dash(*at),
        _ => false,
    };
    (sentence.span.start()..sentence.span.end()).filter(stop).collect()
}

/// For each figure the first and the last of those that are told in one breath with it.
fn breaths(sentence: &Sentence<'_>) -> Vec<(usize, usize)> {
    let mut breaths: Vec<(usize, usize)> = Vec::with_capacity(sentence.readings.len());
    for index in 0..sentence.readings.len() {
        match breaths.last() {
            Some(&(first, _)) if index - first < LONGEST_BREATH && leads_on(sentence, index - 1) => {
                breaths[first..].iter_mut().for_each(|(_, last)| *last = index);
                breaths.push((first, index));
            }
            _ => breaths.push((index, index)),
        }
    }
    breaths
}

/// Whether only links and times stand between figure `index` and the next.
fn leads_on(sentence: &Sentence<'_>, index: usize) -> bool {
    let (here, next) = (sentence.readings[index].span.end(), sentence.readings[index + 1].span.start());
    let between = sentence.text.get(here..next).unwrap_or_default();
    let mut words = between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let links = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || ONE_BREATH.has(word);
    between.len() <= 60 && !between.contains(';') && words.all(links)
}
