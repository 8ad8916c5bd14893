//! One figure of money, or a few that share a sign or scale.

mod end;
mod list;
mod range;

use rust_decimal::Decimal;

use self::end::{End, bracketed, compound, end};
use super::Parsed;
use crate::gazetteer::currencies::Form;
use crate::model::{Currency, Rule};

/// An amount that a rule has read, with its place in the rule's input (bytes).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) amount: Decimal,
    /// A range's high end.
    pub(super) upper: Option<Decimal>,
    /// Whether the words give only the least that it can be.
    pub(super) at_least: bool,
    pub(super) currency: Currency,
    pub(super) rule: Rule,
}

/// The words before a figure, as far as they decide between one figure and two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing of the kind.
    Plain,
    /// "between": "and" joins the ends.
    Between,
    /// "ranging from", "anywhere from"
    Spread,
    /// "from": two ends of a change.
    From,
    /// "up", "by", "rose": a size, and then perhaps a level.
    Move,
}

/// `figures = bracketed | list | range | compound | single ;`
///
/// One figure, or several in order where they share what is written once.
pub(super) fn figures<'a>(input: &'a str, lead: &mut impl FnMut() -> Lead) -> Parsed<'a, Vec<Figure>> {
    if let Ok((rest, figure)) = bracketed(input) {
        return Ok((rest, vec![figure]));
    }
    let first = end(input)?;
    if let Ok((rest, figures)) = list::list(input, first) {
        return Ok((rest, figures));
    }
    if let Ok((rest, figures)) = range::range(input, first, lead) {
        return Ok((rest, figures));
    }
    if let Ok((rest, figure)) = compound(input, first) {
        return Ok((rest, vec![figure]));
    }
    let (rest, last) = first;
    single(input, rest, last).map(|figure| (rest, vec![figure])).map_or_else(|| super::no_match(input), Ok)
}

/// `single = end with a currency ;`
fn single(input: &str, rest: &str, end: End) -> Option<Figure> {
    let unit = end.unit()?;
    Some(Figure {
        start: 0,
        end: input.len() - rest.len(),
        amount: end.value(end.scale, unit)?,
        upper: None,
        at_least: false,
        currency: unit.currency,
        rule: match (end.before, unit.form) {
            (_, Form::Slang) => Rule::Slang,
            (Some(_), _) => Rule::Prefixed,
            (None, _) => Rule::Suffixed,
        },
    })
}
