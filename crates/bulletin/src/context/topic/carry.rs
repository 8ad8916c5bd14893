//! The topic that a story has been about: strong cues of the sentences before a figure's own.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::cues::CUES;
use crate::model::Topic;
use crate::span::Span;
use crate::text::words::{starts_word, window};

/// How far back a topic is carried, in bytes.
const REACH: usize = 900;
/// What a carried cue loses against one in the figure's own sentence, and how many bytes cost it one more.
const LOSS: i64 = 30;
const STEP: i64 = 12;

/// What share of the strongest cue of another topic a carried cue loses.
const RIVAL: (i64, i64) = (4, 10);

/// Beginnings of the nouns that tell what a story is about.
const STEMS: [&str; 42] = [
    "deficit",
    "overspen",
    "shortfall",
    "black hole",
    "surplus",
    "underspen",
    "fund",
    "budget",
    "invest",
    "grant",
    "capital",
    "rebuild",
    "loan",
    "bailout",
    "borrow",
    "contract",
    "tender",
    "redundanc",
    "severance",
    "payoff",
    "exit pa",
    "salar",
    "wage",
    "bonus",
    "agency",
    "locum",
    "fine",
    "penalt",
    "compensation",
    "damages",
    "settlement",
    "negligence",
    "saving",
    "efficienc",
    "backlog",
    "debt",
    "tariff",
    "price",
    "threshold",
    "turnover",
    "sign-off",
    "limit",
];

static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostLongest).builder().extend(STEMS).build());

/// The best carried cue before byte `at`, back to `floor`: its topic, its words and what is left of its strength.
pub(super) fn carried(text: &str, floor: usize, at: usize) -> Option<(i64, Topic, Span)> {
    let from = window(text, floor, at, REACH);
    let part = &text[from..at];
    let found = SEARCHER.as_ref()?.find_iter(part).filter_map(|stem| {
        let start = from + stem.start();
        let ((topic, strength), length) = CUES.at(&text[start..]).filter(|_| starts_word(text, start))?;
        let distance = i64::try_from(at - start).unwrap_or(i64::MAX);
        Some((strength - LOSS - distance / STEP, topic, Span::at(start, length)))
    });
    let found: Vec<(i64, Topic, Span)> = found.collect();
    let &(weight, topic, span) = found.iter().max_by_key(|&&(weight, _, span)| (weight, span))?;
    // A story that has been about several things says less of what this figure is.
    let others = found.iter().filter(|&&(_, other, _)| other != topic).map(|&(weight, ..)| weight.max(0)).max();
    Some((weight - others.unwrap_or(0) * RIVAL.0 / RIVAL.1, topic, span))
}
