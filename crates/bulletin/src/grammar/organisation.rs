//! Organisations: curated names, and names that end (or begin) in a telling head.

mod heads;
mod name;

use crate::gazetteer::organisations::named_at;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::words::{reach, starts_word};

/// Words that name an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Organisation {
    pub(crate) span: Span,
    pub(crate) kind: OrganisationKind,
    /// The number of the curated name, where it is one.
    pub(crate) body: Option<usize>,
}

/// The organisations that `part`, a paragraph or heading of `text`, names; in order and apart.
///
/// Names start with capitals, so only words that do are looked at.
pub(crate) fn organisations(text: &str, part: Span) -> Vec<Organisation> {
    let mut found: Vec<Organisation> = Vec::new();
    let mut floor = part.start();
    let bytes = text.as_bytes();
    let mut at = part.start();
    while at < part.end() {
        let Some(length) = bytes[at..part.end()].iter().position(u8::is_ascii_uppercase) else { break };
        let start = at + length;
        let end = word_end(text, start, part.end());
        at = end.max(start + 1);
        if start < floor || !starts_word(text, start) {
            continue;
        }
        let more = curated(text, part, start)
            .map(|organisation| vec![organisation])
            .or_else(|| name::headed(text, part, floor, start, end))
            .unwrap_or_default();
        if let Some(last) = more.last() {
            floor = last.span.end();
            at = at.max(floor);
        }
        found.extend(more);
    }
    found
}

/// A curated name at `start`; one that is also a common word only inside a sentence.
fn curated(text: &str, part: Span, start: usize) -> Option<Organisation> {
    let rest = &text[start..reach(text, start, 80).min(part.end())];
    let named = named_at(rest)?;
    let before = text[part.start()..start].trim_end_matches(['“', '‘', '"', '\'', ' ', '\u{a0}', '\n', '\r']);
    let begins = before.is_empty() || before.ends_with(['.', ':', '?', '!', '”', '–']);
    let next = rest[named.length..].trim_start();
    let told = ["has", "is", "was", "said", "says", "will", "would", "had", "told", "plans", "declined"];
    let acts = told.iter().any(|verb| next.strip_prefix(verb).is_some_and(|rest| rest.starts_with(' ')));
    // "Advanced nurse practitioners", "Circle of care": the common word goes on with its noun.
    let goes_on = named.common && next.starts_with(|c: char| c.is_uppercase());
    // "NHS England" before "Trust" would be part of a longer name; "DH" of "DHL" is none.
    let whole = !(named.common && ((begins && !acts) || goes_on))
        && !name::goes_on_to_head(text, start + named.length, part.end());
    whole.then(|| Organisation { span: Span::at(start, named.length), kind: named.kind, body: Some(named.body) })
}

/// The end of the word that starts at `start`, apostrophes and hyphens inside it included.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let part = &text[start..limit];
    let inside = |(at, c): (usize, char)| {
        let joins = matches!(c, '’' | '\'' | '-' | '&' | '/')
            && part[at + c.len_utf8()..].starts_with(|c: char| c.is_alphanumeric());
        !(c.is_alphanumeric() || joins)
    };
    part.char_indices().find(|&place| inside(place)).map_or(limit, |(at, _)| start + at)
}
