//! Organisations: curated names, and names that end (or begin) in a telling head.

mod acronym;
mod apposition;
mod coined;
mod committee;
mod heads;
mod listed;
mod name;
mod short;
mod verb;

use apposition::may_be_apposed;
pub(crate) use short::ShortForms;
pub(crate) use verb::OBJECT_VERBS;

use crate::gazetteer::organisations::{may_name, named_at};
use crate::gazetteer::register::Gazetteer;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::index::Key;
use crate::text::words::{is_plain, reach, starts_word, word_before};

/// Words that name an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Organisation {
    pub(crate) span: Span,
    pub(crate) kind: OrganisationKind,
    /// The curated body that it is, where it is one.
    pub(crate) body: Option<&'static str>,
    /// The name that the words are short for; else the words themselves.
    pub(crate) name: Span,
}

impl Organisation {
    fn new(span: Span, kind: OrganisationKind) -> Self {
        Organisation { span, kind, body: None, name: span }
    }
}

/// What the capitals of a text name.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// In order and apart.
    pub(crate) organisations: Vec<Organisation>,
    /// Words that have a capital and named nothing when they were looked at.
    pub(crate) others: Vec<Capital>,
}

/// A word that starts with a capital.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Capital {
    pub(crate) start: usize,
    key: Key,
}

/// Adds the organisations that `part`, a paragraph or heading of `text`, names; in order and apart.
///
/// Names start with capitals, so only words that do are looked at; and most of these can be told from names by the letters
/// around them.
pub(crate) fn organisations(text: &str, part: Span, register: Option<&Gazetteer>, names: &mut Names) {
    let Names { organisations: found, others } = names;
    let first = found.len();
    let mut floor = part.start();
    let mut at = part.start();
    while let Some(start) = next_capital(text.as_bytes(), at, part.end()) {
        at = start + 1;
        if let Some(organisation) = begun_before(text, part, start) {
            floor = organisation.span.end();
            at = at.max(floor);
            found.push(organisation);
            continue;
        }
        // A heading may have its label glued to it: "NewsMonitor names".
        if start > part.start() && !starts_word(text, start) {
            continue;
        }
        let bytes = &text.as_bytes()[..part.end()];
        let (key, letters) = Key::and_letters(&bytes[start..]);
        let end = match bytes.get(start + letters) {
            Some(b' ' | b',' | b'.' | b'\n') => start + letters,
            _ => word_end(text, start, part.end()),
        };
        at = end;
        let known = found.len();
        let by_table = may_name(key).then(|| curated(text, part, start)).flatten();
        match by_table.or_else(|| registered(text, part, start, register?)) {
            Some(organisation) => found.push(organisation),
            None => {
                let word = Span::at(start, end - start);
                if name::may_head(bytes, key, end) {
                    name::headed(text, part, floor, word, found);
                }
                if found.len() == known && start >= floor && may_be_apposed(bytes, start, end) {
                    found.extend(apposition::apposed(text, part, word));
                }
                if found.len() == known && start >= floor {
                    found.extend(coined::coined(text, word));
                }
            }
        }
        match found.get(known..).and_then(<[Organisation]>::last) {
            Some(last) => {
                floor = last.span.end();
                at = at.max(floor);
            }
            None => others.push(Capital { start, key }),
        }
    }
    listed::listed(text, part, first, found);
    committee::committees(text, part, first, found);
}

/// A curated name at `start`; one that is also a common word only inside a sentence.
fn curated(text: &str, part: Span, start: usize) -> Option<Organisation> {
    let rest = &text[start..reach(text, start, 80).min(part.end())];
    let named = named_at(rest)?;
    let before = text[part.start()..start].trim_end_matches(['“', '‘', '"', '\'', ' ', '\u{a0}', '\n']);
    let begins = before.is_empty() || before.ends_with(['.', ':', '?', '!', '”', '–']);
    let next = rest[named.length..].trim_start();
    let acts = named.common && begins && (verb::acts(next) || is_introduced(next));
    // "Advanced nurse practitioners", "Circle of care": the common word goes on with its noun.
    let goes_on = named.common && next.starts_with(|c: char| c.is_uppercase());
    // "NHS England" before "Trust" would be part of a longer name; "DH" of "DHL" is none.
    // "The Royal Free Hospital" is a site of the trust's.
    let site = named.kind == OrganisationKind::Trust
        && ["Hospital", "hospital", "Infirmary"]
            .iter()
            .any(|site| next.strip_prefix(site).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
    // "South Humber FT" is not Humber FT.
    let longer = named.kind == OrganisationKind::Trust && name::is_direction(word_before(text, part.start(), start));
    let whole = !(site || longer)
        && !(named.common && ((begins && !acts) || goes_on))
        && !name::goes_on_to_head(text, start + named.length, part.end());
    let span = Span::at(start, named.length);
    whole.then(|| Organisation { body: Some(named.body), ..Organisation::new(span, named.kind) })
}

/// A curated name that begins before its first capital: "eConsult", "38 Degrees".
fn begun_before(text: &str, part: Span, capital: usize) -> Option<Organisation> {
    /// The longest such beginning, in bytes.
    const LONGEST_START: usize = 16;
    let before = &text.as_bytes()[part.start()..capital];
    let digit = |byte: &&u8| byte.is_ascii_digit();
    let length = match before {
        [.., b'a'..=b'z' | b'0'..=b'9'] => {
            before.iter().rev().take(LONGEST_START).take_while(|&&byte| is_plain(byte)).count()
        }
        [number @ .., b' '] if number.last().is_some_and(|byte| digit(&byte)) => {
            1 + number.iter().rev().take(LONGEST_START).take_while(digit).count()
        }
        _ => return None,
    };
    let start = capital - length;
    starts_word(text, start).then(|| curated(text, part, start)).flatten()
}

/// Whether what follows a name sets it beside another or says what it is: "Monitor, which", "Monitor and the Treasury".
fn is_introduced(next: &str) -> bool {
    let with_another = next.strip_prefix("and ").map(|rest| rest.strip_prefix("the ").unwrap_or(rest));
    next.starts_with(", which ")
        || next.starts_with(", whose ")
        || next.starts_with(", the ")
        || with_another.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// A name of the caller's register at `start`, unless a longer one goes on from it.
fn registered(text: &str, part: Span, start: usize, register: &Gazetteer) -> Option<Organisation> {
    let length = register.form_at(&text[start..part.end()])?;
    let whole = !name::goes_on_to_head(text, start + length, part.end());
    whole.then(|| Organisation::new(Span::at(start, length), OrganisationKind::Trust))
}

/// Whether a name tells of no other body than a firm.
pub(crate) fn may_be_firm(name: &str) -> bool {
    !name.starts_with("NHS ") && !name.split([' ', '\u{a0}', '\n', ',']).any(|word| heads::BODIES.has(word))
}

/// The first ASCII capital in `bytes[from..to]`.
fn next_capital(bytes: &[u8], from: usize, to: usize) -> Option<usize> {
    let part = bytes.get(from..to)?;
    // Whether any of sixteen bytes is a capital is asked of all at once.
    let blocks = part.chunks_exact(16);
    let clear =
        blocks.take_while(|block| !block.iter().fold(false, |any, byte| any | byte.is_ascii_uppercase())).count();
    let near = clear * 16;
    part[near..].iter().position(u8::is_ascii_uppercase).map(|at| from + near + at)
}

/// The end of the word that starts at `start`, apostrophes and hyphens inside it included.
fn word_end(text: &str, start: usize, limit: usize) -> usize {
    let part = &text[start..limit];
    let plain = part.bytes().take_while(|&byte| is_plain(byte)).count();
    if part.as_bytes().get(plain).is_none_or(|byte| matches!(byte, b' ' | b',' | b'.' | b'\n')) {
        return start + plain;
    }
    let inside = |(at, c): (usize, char)| {
        let joins = matches!(c, '’' | '\'' | '-' | '&' | '/')
            && part[at + c.len_utf8()..].starts_with(|c: char| c.is_alphanumeric());
        !(c.is_alphanumeric() || joins)
    };
    part.char_indices().find(|&place| inside(place)).map_or(limit, |(at, _)| start + at)
}
