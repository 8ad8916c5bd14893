//! Names in a list of bodies and their sums, where a body before gives away what they are: "Vale Trust (£9m), Wendham (£6m)
//! and Fell and Moor (£3m)".

use super::Organisation;
use super::name::JOINTS;
use crate::span::Span;
use crate::text::words::reach;

/// The longest sum and the longest name of a list, in bytes.
const SUM: usize = 24;
const NAME: usize = 60;

/// Adds the names of lists that the organisations of `found` from its index `known` on begin, which stay in order.
pub(super) fn listed(text: &str, part: Span, known: usize, found: &mut Vec<Organisation>) {
    let mut more = Vec::new();
    for (index, one) in found.iter().enumerate().skip(known) {
        let limit = found.get(index + 1).map_or(part.end(), |next| next.span.start());
        let mut end = one.span.end();
        while let Some(span) = next_name(text, end, limit) {
            more.push(Organisation::new(span, one.kind));
            end = span.end();
        }
    }
    if !more.is_empty() {
        found.append(&mut more);
        found[known..].sort_unstable_by_key(|one| one.span);
    }
}

/// `next-name = " (£" , sum , ")" , ( ", " | " and " | ", and " ) , name , " (£" ;` the name between two sums in brackets.
fn next_name(text: &str, from: usize, limit: usize) -> Option<Span> {
    let rest = text.get(from..limit)?.strip_prefix(" (£")?;
    let close = rest.bytes().take(SUM).position(|byte| byte == b')')?;
    let rest = &rest[close + 1..];
    let rest = [", and ", ", ", " and "].iter().find_map(|joint| rest.strip_prefix(joint))?;
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let length = rest[..reach(rest, 0, NAME)].find(" (£")?;
    let mut words = rest[..length].split([' ', ',']).filter(|word| !word.is_empty());
    let is_name = words.all(|word| word.starts_with(char::is_uppercase) || JOINTS.contains(&word));
    (is_name && rest.starts_with(char::is_uppercase)).then(|| Span::at(limit - rest.len(), length))
}
