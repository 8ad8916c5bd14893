//! What looks like money and is none: weights in pounds, and brackets that are a parenthesis.

use rust_decimal::Decimal;

use crate::grammar::money::Figure;
use crate::model::Rule;
use crate::text::words::{reach, window, word_before};

/// Words near a number of pounds that make it a weight.
const WEIGHT: [&str; 30] = [
    "weigh",
    "weighs",
    "weighed",
    "weighing",
    "weight",
    "weights",
    "lose",
    "lost",
    "losing",
    "shed",
    "drop",
    "dropped",
    "baby",
    "babies",
    "birth",
    "born",
    "newborn",
    "heavy",
    "heavier",
    "kilograms",
    "kg",
    "ton",
    "tons",
    "tonne",
    "tonnes",
    "stone",
    "lbs",
    "ounces",
    "dumbbell",
    "overweight",
];

/// What pounds of can only be money.
const MONEY_NOUNS: [&str; 14] = [
    "savings",
    "cuts",
    "funding",
    "debt",
    "debts",
    "taxpayers",
    "taxpayer",
    "public",
    "investment",
    "spending",
    "cash",
    "income",
    "money",
    "extra",
];

/// Whether the words around `figure`, read at byte `start`, make it something other than money.
pub(super) fn refused(text: &str, start: usize, figure: &Figure) -> bool {
    let (begin, end) = (start + figure.start, start + figure.end);
    let words = &text[begin..end];
    let pounds = figure.rule == Rule::Suffixed && (words.ends_with("pounds") || words.ends_with("pound"));
    if pounds && figure.amount < Decimal::from(100_000) {
        return weighs(text, begin, end);
    }
    // "money penny": the unit alone is a name.
    let word = words.to_ascii_lowercase();
    (word == "a grand" || word == "grand") && !words.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the clause around a small number of pounds is about weight.
fn weighs(text: &str, begin: usize, end: usize) -> bool {
    let rest = &text[end..];
    let next: Vec<&str> = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2).collect();
    if let ["of", noun] = next.as_slice() {
        return !MONEY_NOUNS.contains(&noun.to_ascii_lowercase().as_str());
    }
    // "twenty-pound bag": an attribute of something that is carried.
    if rest.starts_with(' ') && text[begin..end].ends_with("-pound") {
        const CARRIED: [&str; 8] = ["bag", "baby", "weight", "hammer", "sack", "turkey", "boy", "girl"];
        return next.first().is_some_and(|noun| CARRIED.contains(noun));
    }
    let near = &text[window(text, 0, begin, 90)..reach(text, end, 40)];
    let sentence = near.split(['.', ';']).find(|part| part.contains(&text[begin..end])).unwrap_or(near);
    sentence.split(|c: char| !c.is_alphanumeric()).any(|word| WEIGHT.contains(&word.to_ascii_lowercase().as_str()))
}

/// Whether a bracket at byte `at` is an accountant's minus: at the start of a line or cell, or after "is" or "of".
pub(super) fn accounting(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '\u{a0}']);
    if before.is_empty() || before.ends_with(['\n', '\t', '|', ':', '=', ';']) {
        let close = text[at..].find(')').map_or(text.len(), |length| at + length + 1);
        let rest = text[close..].trim_start_matches([' ', '\u{a0}']);
        return rest.is_empty() || rest.starts_with(['\n', '\r', '\t', '|', '.', ';', ',']) || rest.len() < 8;
    }
    matches!(word_before(text, 0, at).to_ascii_lowercase().as_str(), "is" | "was" | "of" | "were" | "are")
}
