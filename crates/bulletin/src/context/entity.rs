//! Which mentions name the same organisation, and the longest name that the text has for it.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::gazetteer::names::own_words;
use crate::gazetteer::register::Gazetteer;
use crate::grammar::organisation::Organisation;
use crate::model::{Mention, OdsCode, OrganisationKind};
use crate::span::Span;

/// What all forms of one name share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    /// A curated body.
    Body(&'static str),
    /// The words of a name that do not come and go.
    Words(OrganisationKind, &'a str),
}

impl Key<'_> {
    /// Whether the next key in order names the same: "Fenby", of "Fenby and Marram CCGs", is "Fenby CCG".
    fn is_of(&self, next: &Key<'_>) -> bool {
        match (self, next) {
            (Key::Words(OrganisationKind::Commissioner, own), Key::Words(OrganisationKind::Commissioner, other)) => {
                let head = other.strip_prefix(own).map(str::trim_end);
                head.is_some_and(|head| matches!(head, "" | "ccg" | "icb" | "ics" | "pct" | "stp"))
            }
            _ => self == next,
        }
    }
}

/// The organisations of a bulletin as mentions, each named by the longest form of its name.
pub(crate) fn mentions(text: &str, organisations: &[Organisation]) -> Vec<Mention> {
    let mut words = String::new();
    let mut own = Vec::with_capacity(organisations.len());
    for organisation in organisations {
        let start = words.len();
        if organisation.body.is_none() || organisation.kind == OrganisationKind::Trust {
            own_words(organisation.body.unwrap_or(organisation.name.of(text)), organisation.kind, &mut words);
        }
        own.push(Span::at(start, words.len() - start));
    }
    let keys = organisations.iter().zip(&own).map(|(organisation, own)| match organisation.body {
        // A trust's curated name is one of the forms that its head gives away elsewhere.
        Some(body) if organisation.kind != OrganisationKind::Trust => Key::Body(body),
        _ => Key::Words(organisation.kind, own.of(&words)),
    });
    let keys: Vec<Key<'_>> = keys.collect();
    let mut order: Vec<usize> = (0..organisations.len()).collect();
    order.sort_by_key(|&index| (keys[index], index));
    let mut names = vec![Span::at(0, 0); organisations.len()];
    for one in order.chunk_by(|&key, &next| keys[key].is_of(&keys[next])) {
        let longest =
            one.iter().map(|&index| organisations[index].span).reduce(|a, b| if b.len() > a.len() { b } else { a });
        for &index in one {
            names[index] = longest.unwrap_or(names[index]);
        }
    }
    let mention = |(organisation, name): (&Organisation, Span)| Mention {
        span: organisation.span,
        kind: organisation.kind,
        name,
        code: None,
    };
    organisations.iter().zip(names).map(mention).collect()
}

/// Gives each mention the code that `register` has for its name; `published` tells which of several bodies is meant.
pub(crate) fn register(text: &str, mentions: &mut [Mention], register: &Gazetteer, published: Option<Date>) {
    let mut known: HashMap<Span, Option<OdsCode>> = HashMap::new();
    for mention in mentions {
        let code = known.entry(mention.name).or_insert_with(|| {
            let body = register.find(mention.name.of(text), mention.kind, published);
            body.map(|body| body.code)
        });
        mention.code = *code;
    }
}
