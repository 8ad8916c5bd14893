//! Whether a figure is the size of a change, or one of its ends.

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Change, Topic};
use crate::span::{Cue, Span};
use crate::text::words::{Lower, word_before, word_starts_back};

/// Verbs and nouns of rising and falling. A deficit that worsens rises, and one that improves falls.
static MOVES: LazyLock<Lexicon<Change>> = LazyLock::new(|| {
    let rises = "rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growing|climb|climbs|\
        climbed|jump|jumped|soar|soared|worsen|worsens|worsened|worsening|widen|widens|widened|deteriorate|deteriorates|\
        deteriorated|deteriorating|up|raise|raised|balloon|ballooned|swell|swelled|swollen|doubled|double|doubles|\
        doubling|trebled|tripled|quadrupled|expanded|upped|moved|went up|gone up|go up|goes up|going up|growth|surge|surged|\
        leapt|shot up|crept up|mounted|escalated|inflated|bumped up|pushed up|revised up|revised|went from|goes from";
    let falls = "fall|falls|fell|fallen|falling|decrease|decreases|decreased|reduce|reduces|reduced|reducing|cut|cuts|cutting|\
        drop|drops|dropped|shrink|shrank|shrunk|improve|improves|improved|improving|narrow|narrowed|down|slash|slashed|\
        lower|lowered|trim|trimmed|halve|halved|halves|halving|\
        declined|declines|scaled back|went down|gone down|go down|goes down|going down|brought down|dipped|plunged|plummeted|\
        tumbled|eased|pared back|whittled|revised down";
    let rows = |words: &'static str, change| words.split('|').map(move |word| (word.trim(), change));
    Lexicon::new(&rows(rises, Change::Increase).chain(rows(falls, Change::Decrease)).collect::<Vec<_>>())
});

/// Words right after a figure that make it the size of a change.
static COMPARISONS: LazyLock<Lexicon<Comparison>> = LazyLock::new(|| {
    let rises = [
        "increase",
        "rise",
        "jump",
        "deterioration",
        "higher than",
        "more than",
        "hike",
        "uplift",
        "up on",
        "above",
        "growth",
    ];
    let falls = [
        "lower than",
        "less than",
        "fewer than",
        "down on",
        "below",
        "cut in",
        "fall",
        "drop",
        "reduction",
        "improvement",
        "decrease",
    ];
    let plans = [
        ("worse", Comparison::Worse),
        ("better", Comparison::Better),
        ("worse than", Comparison::Worse),
        ("worse off", Comparison::Worse),
        ("adrift of", Comparison::Worse),
        ("off plan", Comparison::Worse),
        ("better than", Comparison::Better),
        ("better off", Comparison::Better),
        ("ahead of", Comparison::Better),
    ];
    let rises = rises.map(|words| (words, Comparison::Moves(Change::Increase)));
    let falls = falls.map(|words| (words, Comparison::Moves(Change::Decrease)));
    Lexicon::new(&[rises.as_slice(), falls.as_slice(), plans.as_slice()].concat())
});

#[derive(Clone, Copy)]
enum Comparison {
    Moves(Change),
    /// Than was planned: more of what is bad, less of what is good.
    Worse,
    Better,
}

impl Comparison {
    fn of(self, topic: Option<Topic>) -> Change {
        let good = matches!(topic, Some(Topic::Surplus | Topic::Saving | Topic::Income));
        match self {
            Comparison::Moves(change) => change,
            Comparison::Worse if good => Change::Decrease,
            Comparison::Better if good => Change::Increase,
            Comparison::Worse => Change::Increase,
            Comparison::Better => Change::Decrease,
        }
    }
}

/// Words before "to" after which it leads to no end of a change: "equivalent to £5m".
static STILL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "equivalent close closer near nearer up amount amounts amounted amounting come comes came coming equal equals due \
         compared relative according owed paid given back limited down next similar added adds add",
    )
});

/// The change that figure `index`, which is about `topic`, tells of, with its words.
pub(super) fn change(sentence: &Sentence<'_>, index: usize, topic: Option<Topic>) -> Option<Cue<Change>> {
    size(sentence, index).or_else(|| compared(sentence, index, topic)).or_else(|| end(sentence, index))
}

/// "worsened by £3m", "up £6m", "an increase of £2m"
fn size(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let before = sentence.before(index, 80);
    // No further back than the clause goes.
    let before = before.rsplit([';', ':', ',']).next().filter(|clause| !clause.trim().is_empty()).unwrap_or(before);
    let base = sentence.readings.get(index)?.phrase.start() - before.len();
    let last = word_before(before, 0, before.len());
    let reach = match Lower::new(last).as_str() {
        "by" => 8,
        "of" => 4,
        "up" | "down" if stands_alone(sentence, index, &before[..before.trim_end().len() - last.len()]) => 1,
        _ => return None,
    };
    let starts = word_starts_back(before, 0, before.len()).take(reach);
    let mut cue =
        starts.filter_map(|start| MOVES.at(&before[start..]).map(|(change, length)| (change, base + start, length)));
    let (change, start, length) = cue.next()?;
    let particle = matches!(Lower::new(&sentence.text[start..start + length]).as_str(), "up" | "down" | "cut" | "cuts");
    (last != "of" || !particle).then(|| Cue::new(change, Span::at(start, length)))
}

/// Whether "up" or "down" right before figure `index` tells of a change, and is no verb's: "put up £3m", "draw down £2bn".
fn stands_alone(sentence: &Sentence<'_>, index: usize, before: &str) -> bool {
    let told =
        |word: &str| matches!(word, "is" | "was" | "are" | "were" | "be" | "been" | "went" | "cent" | "still" | "now");
    let trimmed = before.trim_end();
    let apart = trimmed.is_empty() || trimmed.ends_with([',', ';', ':', '(', '–', '—', '-']);
    // "Deficit up £6m to £388m", but not "put up £1bn to pay for them".
    let next = sentence.between(index).trim();
    let ends = matches!(next, "to" | "from") && sentence.readings.get(index + 1).is_some();
    let compares = ["on ", "compared ", "since ", "year on year"].iter().any(|start| next.starts_with(start));
    apart || ends || compares || told(Lower::new(word_before(before, 0, before.len())).as_str())
}

/// "£4m worse than plan", "a £3m rise"
fn compared(sentence: &Sentence<'_>, index: usize, topic: Option<Topic>) -> Option<Cue<Change>> {
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let rest = words.trim_start_matches([' ', '\u{a0}', '-', '\n']);
    let start = after.start() + (words.len() - rest.len());
    COMPARISONS.at(rest).map(|(comparison, length)| Cue::new(comparison.of(topic), Span::at(start, length)))
}

/// "from £2bn to £2.7bn": each end, where the other stands in the same sentence or a verb says that it moved.
fn end(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let here = Preposition::before(sentence, index);
    let next = Preposition::before(sentence, index + 1);
    let beside = |word: &str| {
        let before = index.checked_sub(1).and_then(|before| Preposition::before(sentence, before));
        [&before, &next].into_iter().flatten().any(|other| other.is(word))
    };
    match here {
        Some(from) if from.is("from") && (beside("to") || moves(sentence, index, 4)) => Some(from.cue(Change::From)),
        Some(to) if to.is("to") && (beside("from") || (!to.is_still() && moves(sentence, index, 10))) => {
            Some(to.cue(Change::To))
        }
        // "£88m this year, up from £61m": what it moved to was told first.
        _ => {
            let from = next.filter(|from| from.is("from") && matches!(from.particle, "up" | "down"))?;
            let near = sentence.between(index).split_whitespace().count() <= 10;
            near.then(|| from.cue(Change::To))
        }
    }
}

/// The word right before a figure, and the one before that.
struct Preposition<'a> {
    word: &'a str,
    span: Span,
    particle: &'a str,
}

impl<'a> Preposition<'a> {
    fn before(sentence: &Sentence<'a>, index: usize) -> Option<Self> {
        let end = sentence.readings.get(index)?.phrase.start();
        let before = sentence.before(index, 40);
        let word = word_before(before, 0, before.len());
        let at = before.trim_end().len() - word.len();
        let span = Span::at(end - before.len() + at, word.len());
        Some(Preposition { word, span, particle: word_before(before, 0, at) })
    }

    fn is(&self, word: &str) -> bool {
        self.word.eq_ignore_ascii_case(word)
    }

    /// Whether it only compares: "close to £5m".
    fn is_still(&self) -> bool {
        STILL.has(self.particle)
    }

    fn cue(&self, change: Change) -> Cue<Change> {
        Cue::new(change, self.span)
    }
}

/// "rose to £5m", "cut its deficit to £3m": whether a verb of moving stands among the `reach` words before the figure, in
/// its clause.
fn moves(sentence: &Sentence<'_>, index: usize, reach: usize) -> bool {
    let before = sentence.before(index, 90);
    let mut starts = word_starts_back(before, 0, before.len()).take(reach);
    starts.any(|start| MOVES.at(&before[start..]).is_some() && !before[start..].contains([';', ':', '.']))
}
