//! Which mentions name the same organisation, and the longest name that the text has for it.

use std::collections::HashMap;

use crate::grammar::organisation::Organisation;
use crate::model::{Mention, OrganisationKind};

/// Words that forms of one name come with or without.
const LOOSE: [&str; 14] = [
    "nhs",
    "the",
    "foundation",
    "trust",
    "ft",
    "hospital",
    "hospitals",
    "university",
    "teaching",
    "and",
    "of",
    "&",
    "services",
    "service",
];

/// Longer spellings of what names are shortened to.
const SHORT: [(&str, &str); 6] = [
    ("clinical commissioning group", "ccg"),
    ("integrated care board", "icb"),
    ("integrated care system", "ics"),
    ("primary care trust", "pct"),
    ("sustainability and transformation partnership", "stp"),
    ("sustainability and transformation plan", "stp"),
];

/// What all forms of one name share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// A curated body.
    Body(usize),
    /// The words of a name that do not come and go.
    Words(OrganisationKind, String),
}

/// The mentions of a bulletin, each named by the longest form of its name.
pub(crate) fn mentions(text: &str, articles: &[Vec<Organisation>]) -> Vec<Vec<Mention>> {
    let mut longest: HashMap<Key, Organisation> = HashMap::new();
    for organisation in articles.iter().flatten() {
        let best = longest.entry(key(text, organisation)).or_insert(*organisation);
        if organisation.span.len() > best.span.len() {
            *best = *organisation;
        }
    }
    let mention = |organisation: &Organisation| Mention {
        span: organisation.span,
        kind: organisation.kind,
        name: longest.get(&key(text, organisation)).map_or(organisation.span, |best| best.span),
    };
    articles.iter().map(|organisations| organisations.iter().map(mention).collect()).collect()
}

fn key(text: &str, organisation: &Organisation) -> Key {
    if let Some(body) = organisation.body {
        return Key::Body(body);
    }
    let name = organisation.span.of(text).to_lowercase().replace('’', "'");
    let name = SHORT.iter().fold(name, |name, (long, short)| name.replace(long, short));
    let words: Vec<&str> = name.split([' ', '\u{a0}', '\n', ',']).filter(|word| !word.is_empty()).collect();
    let own: Vec<&str> = words.iter().copied().filter(|word| !LOOSE.contains(word)).collect();
    Key::Words(organisation.kind, if own.is_empty() { words.join(" ") } else { own.join(" ") })
}
