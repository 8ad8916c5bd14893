//! Which mentions name the same organisation, and the longest name that the text has for it.

use std::collections::HashMap;

use crate::grammar::organisation::Organisation;
use crate::model::{Mention, OrganisationKind};
use crate::span::Span;

/// Words that forms of one name come with or without.
const LOOSE: [&str; 15] = [
    "",
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
    let keys: Vec<Vec<Key>> = articles
        .iter()
        .map(|organisations| organisations.iter().map(|organisation| key(text, organisation)).collect())
        .collect();
    let mut longest: HashMap<&Key, Span> = HashMap::new();
    for (organisation, key) in articles.iter().flatten().zip(keys.iter().flatten()) {
        let best = longest.entry(key).or_insert(organisation.span);
        if organisation.span.len() > best.len() {
            *best = organisation.span;
        }
    }
    let mention = |(organisation, key): (&Organisation, &Key)| Mention {
        span: organisation.span,
        kind: organisation.kind,
        name: longest.get(key).copied().unwrap_or(organisation.span),
    };
    articles
        .iter()
        .zip(&keys)
        .map(|(organisations, keys)| organisations.iter().zip(keys).map(mention).collect())
        .collect()
}

fn key(text: &str, organisation: &Organisation) -> Key {
    if let Some(body) = organisation.body {
        return Key::Body(body);
    }
    let mut name = organisation.span.of(text).to_lowercase();
    if organisation.kind == OrganisationKind::Commissioner {
        name = SHORT.iter().fold(name, |name, (long, short)| name.replace(long, short));
    }
    let mut own = String::with_capacity(name.len());
    for word in name.split([' ', '\u{a0}', '\n', ',']).filter(|word| !LOOSE.contains(word)) {
        own.extend(word.chars().map(|c| if c == '’' { '\'' } else { c }));
        own.push(' ');
    }
    Key::Words(organisation.kind, own)
}
