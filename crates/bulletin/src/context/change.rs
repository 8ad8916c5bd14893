//! Whether a figure is the size of a change, or one of its ends.

use std::sync::LazyLock;

use super::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::Change;
use crate::span::{Cue, Span};
use crate::text::words::{word_before, word_starts_back};

/// Verbs and nouns of rising and falling. A deficit that worsens rises, and one that improves falls.
static MOVES: LazyLock<Lexicon<Change>> = LazyLock::new(|| {
    let rises = "rise|rises|rose|risen|rising|increase|increases|increased|increasing|grow|grows|grew|grown|growing|climb|climbs|\
        climbed|jump|jumped|soar|soared|worsen|worsens|worsened|worsening|widen|widens|widened|deteriorate|deteriorates|\
        deteriorated|deteriorating|up|raise|raised|balloon|ballooned|swell|swelled|swollen|doubled|expanded|upped|moved";
    let falls = "fall|falls|fell|fallen|falling|decrease|decreases|decreased|reduce|reduces|reduced|reducing|cut|cuts|cutting|\
        drop|drops|dropped|shrink|shrank|shrunk|improve|improves|improved|improving|narrow|narrowed|down|slash|slashed|\
        lower|lowered|trim|trimmed|halve|halved|declined|scaled back";
    let rows = |words: &'static str, change| words.split('|').map(move |word| (word.trim(), change));
    Lexicon::new(&rows(rises, Change::Increase).chain(rows(falls, Change::Decrease)).collect::<Vec<_>>())
});

/// Words right after a figure that make it the size of a change.
static COMPARISONS: LazyLock<Lexicon<Change>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("worse than", Change::Increase),
        ("worse off", Change::Increase),
        ("increase", Change::Increase),
        ("rise", Change::Increase),
        ("jump", Change::Increase),
        ("deterioration", Change::Increase),
        ("higher than", Change::Increase),
        ("better than", Change::Decrease),
        ("lower than", Change::Decrease),
        ("fall", Change::Decrease),
        ("drop", Change::Decrease),
        ("reduction", Change::Decrease),
        ("improvement", Change::Decrease),
        ("decrease", Change::Decrease),
    ])
});

/// The change that figure `index` tells of, with its words.
pub(super) fn change(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    size(sentence, index).or_else(|| compared(sentence, index)).or_else(|| end(sentence, index))
}

/// "worsened by £3m", "up £6m", "an increase of £2m"
fn size(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let before = sentence.before(index, 60);
    let base = sentence.readings.get(index)?.phrase.start() - before.len();
    let last = word_before(before, 0, before.len()).to_ascii_lowercase();
    let reach = match last.as_str() {
        "by" | "of" => 4,
        "up" | "down" => 1,
        _ => return None,
    };
    let starts = word_starts_back(before, 0, before.len()).take(reach);
    let mut cue =
        starts.filter_map(|start| MOVES.at(&before[start..]).map(|(change, length)| (change, base + start, length)));
    // "Draw down £2bn": a verb with its particle moves nothing.
    let drawn = |start: usize| {
        matches!(word_before(before, 0, start).to_ascii_lowercase().as_str(), "draw" | "drew" | "drawn" | "drawing")
    };
    let (change, start, length) = cue.find(|&(_, start, _)| !drawn(start - base))?;
    let noun_only = last == "of" && matches!(&sentence.text[start..start + length], "up" | "down" | "cut" | "cuts");
    (!noun_only).then(|| Cue::new(change, Span::at(start, length)))
}

/// "£4m worse than plan", "a £3m rise"
fn compared(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let after = sentence.after(index);
    let words = after.of(sentence.text);
    let rest = words.trim_start_matches([' ', '\u{a0}', '-']);
    let start = after.start() + (words.len() - rest.len());
    COMPARISONS.at(rest).map(|(change, length)| Cue::new(change, Span::at(start, length)))
}

/// "from £2bn to £2.7bn": each end, where the other stands in the same sentence.
fn end(sentence: &Sentence<'_>, index: usize) -> Option<Cue<Change>> {
    let preposition = |index: usize| {
        let before = sentence.before(index, 12);
        let word = word_before(before, 0, before.len());
        let end = sentence.readings.get(index)?.phrase.start();
        let start = end - before.len() + (word.as_ptr() as usize - before.as_ptr() as usize);
        Some((word.to_ascii_lowercase(), Span::at(start, word.len())))
    };
    let (word, span) = preposition(index)?;
    let other =
        |index: Option<usize>, expected: &str| index.and_then(preposition).is_some_and(|(word, _)| word == expected);
    let beside = |expected| other(index.checked_sub(1), expected) || other(index.checked_add(1), expected);
    match word.as_str() {
        "from" if beside("to") => Some(Cue::new(Change::From, span)),
        "to" if beside("from") || moves_to(sentence, index) => Some(Cue::new(Change::To, span)),
        _ => None,
    }
}

/// "rose to £5m", "cut its deficit to £3m": the end of a change whose start is not told as money.
fn moves_to(sentence: &Sentence<'_>, index: usize) -> bool {
    let before = sentence.before(index, 60);
    let mut starts = word_starts_back(before, 0, before.len()).take(6);
    starts.any(|start| MOVES.at(&before[start..]).is_some())
}
