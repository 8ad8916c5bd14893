//! Short forms: the beginnings of trusts' names by which a text goes on to call them, "Larkstone" or "Cold Ridge".

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::heads::{GENERIC, HEADS};
use super::name::JOINTS;
use super::{Organisation, acts};
use crate::gazetteer::names::{Case, begins_with};
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::index::Index;
use crate::text::words::word_before;

/// Words of direction and size, which are no name alone: "North", "Greater".
const DIRECTIONS: [&str; 14] = [
    "north", "south", "east", "west", "central", "mid", "greater", "great", "royal", "st", "new", "upper", "lower",
    "city",
];

/// The beginnings of the trusts' names of one text.
pub(crate) struct ShortForms(Index<ShortForm>);

struct ShortForm {
    words: String,
    /// The name that it is short for.
    name: Span,
    /// Whether it can mean nothing but the trust: "Moor and Vale", "Skelmoor Teaching Hospitals", but not "Leeds".
    sure: bool,
}

impl ShortForms {
    /// Those of the names in `found`; nothing where there are none.
    pub(crate) fn of(text: &str, found: &[Organisation]) -> Option<Self> {
        let trusts = found.iter().filter(|one| one.kind == OrganisationKind::Trust && one.body.is_none());
        let mut names: Vec<Span> = trusts.map(|trust| trust.span).collect();
        names.sort_unstable_by_key(|name| name.of(text));
        names.dedup_by_key(|name| name.of(text));
        let mut forms: HashMap<String, Option<ShortForm>> = HashMap::new();
        for form in names.iter().flat_map(|&name| beginnings(text, name)) {
            match forms.entry(form.words.clone()) {
                Entry::Vacant(place) => _ = place.insert(Some(form)),
                Entry::Occupied(mut known) => {
                    // What two trusts could be called by is no name for either.
                    if known.get().as_ref().is_some_and(|known| !same_name(text, known.name, form.name)) {
                        known.insert(None);
                    }
                }
            }
        }
        let forms: Vec<ShortForm> = forms.into_values().flatten().collect();
        (!forms.is_empty()).then(|| ShortForms(Index::new(forms, |form| &form.words)))
    }

    /// The short forms in `part` that start at one of `others` and lie in none of `known`, the organisations found.
    pub(crate) fn find(&self, text: &str, part: Span, known: &[Organisation], others: &[usize]) -> Vec<Organisation> {
        let here = &others[others.partition_point(|&start| start < part.start())..];
        let here = &here[..here.partition_point(|&start| start < part.end())];
        let mut found: Vec<Organisation> = Vec::new();
        for &start in here {
            let rest = &text[start..part.end()];
            let told = self.0.alike(rest).find_map(|form| {
                let length = begins_with(rest, &form.words, Case::AsWritten)?;
                stands(text, part, Span::at(start, length), form.sure).then_some((Span::at(start, length), form.name))
            });
            let Some((span, name)) = told else { continue };
            let next = known.partition_point(|one| one.span.end() <= start);
            let free = known.get(next).is_none_or(|one| !one.span.overlaps(span));
            if free && found.last().is_none_or(|last| last.span.end() <= start) {
                found.push(Organisation { name, ..Organisation::new(span, OrganisationKind::Trust) });
            }
        }
        found
    }
}

/// The beginnings of a name that can stand for it, the head and what follows it left out.
fn beginnings(text: &str, name: Span) -> Vec<ShortForm> {
    let words: Vec<&str> = name.of(text).split_whitespace().collect();
    let offset = |word: &str| word.as_ptr() as usize - name.of(text).as_ptr() as usize;
    let is_head = |word: &str| HEADS.at(&name.of(text)[offset(word)..]).is_some_and(|(head, _)| head.strong);
    let head = (1..words.len()).find(|&at| is_head(words[at]));
    let own = head.unwrap_or(words.len());
    let own = if own > 0 && words.get(own - 1) == Some(&"NHS") { own - 1 } else { own };
    let mut forms = Vec::new();
    for count in 1..=own {
        let last = words[count - 1];
        let beginning = words[..count].join(" ");
        let named = words[..count].iter().any(|word| !is_common(word));
        let short = count == 1 && last.len() < 4;
        if JOINTS.contains(&last) || last.ends_with(',') || !named || short {
            continue;
        }
        let sure = words[..count].iter().any(|word| *word == "and" || (GENERIC.has(word) && !JOINTS.contains(word)));
        forms.push(ShortForm { words: beginning, name, sure });
    }
    forms
}

fn is_common(word: &str) -> bool {
    GENERIC.has(word)
        || JOINTS.contains(&word)
        || DIRECTIONS.iter().any(|direction| direction.eq_ignore_ascii_case(word))
}

/// Whether two names begin alike and are of one trust: one is a form of the other.
fn same_name(text: &str, one: Span, other: Span) -> bool {
    let own = |name: Span| {
        let mut words = String::new();
        crate::gazetteer::names::own_words(name.of(text), OrganisationKind::Trust, &mut words);
        words
    };
    own(one) == own(other)
}

/// Whether a short form stands for its trust where it is: whole, and where it could be a place, as one who acts.
fn stands(text: &str, part: Span, form: Span, sure: bool) -> bool {
    let after = &text[form.end()..part.end()];
    let next = after.trim_start();
    let whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let goes_on = after.len() > next.len() && next.starts_with(|c: char| c.is_uppercase());
    let before = text[part.start()..form.start()].trim_end_matches([' ', '\u{a0}', '\n', '“', '‘']);
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '”']);
    let titled = !begins
        && word_before(before, 0, before.len()).starts_with(|c: char| c.is_uppercase())
        && !before.ends_with(',');
    let does = begins && (acts(next) || acts_more(next) || after.starts_with("’s ") || after.starts_with("'s "));
    whole && !goes_on && !titled && (sure || does)
}

/// What a trust does in a headline or a report.
fn acts_more(next: &str) -> bool {
    const VERBS: [&str; 32] = [
        "to ",
        "could ",
        "must ",
        "may ",
        "might ",
        "should ",
        "faces ",
        "needs ",
        "gets ",
        "wins ",
        "loses ",
        "ended ",
        "owes ",
        "owed ",
        "spent ",
        "lost ",
        "received ",
        "reported ",
        "expects ",
        "expected ",
        "overspent ",
        "paid ",
        "pays ",
        "agreed ",
        "ends ",
        "posted ",
        "recorded ",
        "received ",
        "borrowed ",
        "blamed ",
        "blames ",
        "already ",
    ];
    VERBS.iter().any(|verb| next.starts_with(verb))
}
