//! Which mentions name the same organisation, and the longest name that the text has for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::grammar::organisation::Organisation;
use crate::model::{Mention, OrganisationKind};
use crate::span::Span;

/// Words that forms of one name come with or without.
static LOOSE: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words("nhs the foundation trust ft hospital hospitals university teaching and of & services service")
});

/// What the long titles of commissioners are shortened to.
static SHORT: LazyLock<Lexicon<&str>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("clinical commissioning group", "ccg"),
        ("integrated care board", "icb"),
        ("integrated care system", "ics"),
        ("primary care trust", "pct"),
        ("sustainability and transformation partnership", "stp"),
        ("sustainability and transformation plan", "stp"),
    ])
});

/// What all forms of one name share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key<'a> {
    /// A curated body.
    Body(usize),
    /// The words of a name that do not come and go.
    Words(OrganisationKind, &'a str),
}

/// The organisations of a bulletin as mentions, each named by the longest form of its name.
pub(crate) fn mentions(text: &str, organisations: &[Organisation]) -> Vec<Mention> {
    let mut words = String::new();
    let own: Vec<Span> = organisations.iter().map(|organisation| own_words(text, organisation, &mut words)).collect();
    let keys = organisations.iter().zip(&own).map(|(organisation, own)| match organisation.body {
        Some(body) => Key::Body(body),
        None => Key::Words(organisation.kind, own.of(&words)),
    });
    let mut longest: HashMap<Key<'_>, Span> = HashMap::with_capacity(organisations.len());
    for (organisation, key) in organisations.iter().zip(keys.clone()) {
        let best = longest.entry(key).or_insert(organisation.span);
        if organisation.span.len() > best.len() {
            *best = organisation.span;
        }
    }
    let mention = |(organisation, key): (&Organisation, Key<'_>)| Mention {
        span: organisation.span,
        kind: organisation.kind,
        name: longest.get(&key).copied().unwrap_or(organisation.span),
    };
    organisations.iter().zip(keys).map(mention).collect()
}

/// Adds the words of an organisation's name that do not come and go to `words`, in small letters, and says where.
fn own_words(text: &str, organisation: &Organisation, words: &mut String) -> Span {
    let start = words.len();
    let mut name = if organisation.body.is_some() { "" } else { organisation.span.of(text) };
    while !name.is_empty() {
        let title = (organisation.kind == OrganisationKind::Commissioner).then(|| SHORT.at(name)).flatten();
        if let Some((short, length)) = title {
            words.push_str(short);
            words.push(' ');
            name = &name[length..];
        }
        let (word, rest) = name.split_once([' ', '\u{a0}', '\n', ',']).unwrap_or((name, ""));
        if !word.is_empty() && !LOOSE.has(word) {
            if word.is_ascii() {
                let from = words.len();
                words.push_str(word);
                words[from..].make_ascii_lowercase();
            } else {
                words.extend(word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }));
            }
            words.push(' ');
        }
        name = rest;
    }
    Span::at(start, words.len() - start)
}
