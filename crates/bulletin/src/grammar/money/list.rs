//! Lists that write the sign and the scale once: "£5, 6 and 8 million".

use super::Figure;
use super::end::{End, end};
use crate::grammar::{Parsed, gap, no_match, phrase};
use crate::model::Rule;

/// More items than any list in prose has.
const LONGEST: usize = 12;

/// `list = end , { "," , gap , end } , [ "," ] , gap , ( "and" | "or" ) , gap , end ;` the last alone has a scale
///
/// Each item is a figure; the scale reaches back to all, and the sign forward.
pub(super) fn list<'a>(input: &'a str, first: (&'a str, End)) -> Parsed<'a, Vec<Figure>> {
    let (mut rest, low) = first;
    let Some(unit) = low.before.filter(|_| low.scale.is_none() && low.after.is_none()) else { return no_match(input) };
    let mut items = vec![(0, input.len() - rest.len(), low)];
    let mut closed = false;
    while !closed && items.len() < LONGEST {
        let Some((start, last)) = joint(rest) else { break };
        let Ok((after, item)) = end(start) else { break };
        if item.before.is_some() || item.after.is_some() {
            break;
        }
        items.push((input.len() - start.len(), input.len() - after.len(), item));
        (rest, closed) = (after, last);
    }
    let scale = items.last().and_then(|(_, _, last)| last.scale);
    let others = items.len().saturating_sub(1);
    let shares = closed
        && items.len() > 2
        && scale.is_some()
        && items.iter().take(others).all(|(_, _, end)| end.scale.is_none());
    if !shares {
        return no_match(input);
    }
    let figures = items.iter().map(|&(start, end, item)| {
        let amount = item.value(scale, unit)?;
        let rule = Rule::Listed;
        Some(Figure { start, end, amount, upper: None, at_least: false, currency: unit.currency, rule })
    });
    figures.collect::<Option<Vec<_>>>().map_or_else(|| no_match(input), |figures| Ok((rest, figures)))
}

/// The start of the next item, and whether it is the last.
fn joint(input: &str) -> Option<(&str, bool)> {
    let after = input.strip_prefix(',').unwrap_or(input);
    let (start, ()) = gap(after).ok()?;
    let word = phrase("and", start).or_else(|_| phrase("or", start));
    match word {
        Ok((rest, ())) => Some((gap(rest).ok()?.0, true)),
        Err(_) if after.len() < input.len() && start.len() < after.len() => Some((start, false)),
        Err(_) => None,
    }
}
