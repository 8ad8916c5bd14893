//! Committees of parliament in small letters, as the field's papers write them: "the Commons public accounts committee".

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::Organisation;
use crate::model::OrganisationKind;
use crate::span::Span;
use crate::text::words::{starts_word, window};

/// What committees are of, and the body that it makes; those that may be others' too only after "the" and the like.
const SUBJECTS: [(&str, &str, bool); 10] = [
    ("health and social care", "Health and Social Care Committee", false),
    ("health", "Health and Social Care Committee", true),
    ("public accounts", "Public Accounts Committee", false),
    ("public administration", "Public Administration Committee", false),
    ("science and technology", "Science and Technology Committee", false),
    ("home affairs", "Home Affairs Committee", false),
    ("work and pensions", "Work and Pensions Committee", false),
    ("communities and local government", "Communities and Local Government Committee", false),
    ("women and equalities", "Women and Equalities Committee", false),
    ("treasury", "Treasury Committee", true),
];

const HEAD: &str = "committee";

static FINDER: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(HEAD));

/// The longest beginning of such a name, in bytes.
const REACH: usize = 60;

/// `committee = [ "Commons " | "commons " | "Lords " | "lords " ] , subject , [ " select" ] , " committee" ;`
///
/// Adds those of `part` that lie in none of `found` from its index `known` on, which stay in order.
pub(super) fn committees(text: &str, part: Span, known: usize, found: &mut Vec<Organisation>) {
    let (here, mut more) = (&found[known..], Vec::new());
    for at in FINDER.find_iter(part.of(text).as_bytes()).map(|at| part.start() + at) {
        let Some(committee) = committee(text, part, at) else { continue };
        let next = here.partition_point(|one| one.span.end() <= committee.span.start());
        if here.get(next).is_none_or(|one| !one.span.overlaps(committee.span)) {
            more.push(committee);
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found[known..].sort_unstable_by_key(|one| one.span);
    }
}

fn committee(text: &str, part: Span, at: usize) -> Option<Organisation> {
    let start = window(text, part.start(), at, REACH);
    let before = text[start..at].strip_suffix(' ')?;
    let before = before.strip_suffix(" select").unwrap_or(before);
    let (rest, body, shared) =
        SUBJECTS.iter().find_map(|&(subject, body, shared)| Some((before.strip_suffix(subject)?, body, shared)))?;
    let house = ["Commons ", "Lords ", "commons ", "lords "].iter().find_map(|house| rest.strip_suffix(house));
    let named = house.is_some() || ["the ", "The ", "MPs’ ", "MPs' "].iter().any(|one| rest.ends_with(one));
    let from = start + house.unwrap_or(rest).len();
    let whole = starts_word(text, from) && !text[at + HEAD.len()..part.end()].starts_with(char::is_alphanumeric);
    let span = Span::new(from, at + HEAD.len())?;
    (whole && (named || !shared))
        .then(|| Organisation { body: Some(body), ..Organisation::new(span, OrganisationKind::Other) })
}
