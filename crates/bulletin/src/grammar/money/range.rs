//! Ranges: two ends with a mark between, sharing a sign, a scale or neither.

use super::end::{End, end};
use super::{Figure, Lead};
use crate::gazetteer::currencies::{Form, Unit};
use crate::grammar::number::Form as NumberForm;
use crate::grammar::{Parsed, gap, no_match, phrase};
use crate::model::Rule;
use rust_decimal::Decimal;

/// What stands between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Dash { spaced: bool },
    To,
    And,
}

/// `range = end , mark , end ;` the ends ascend; what one of them lacks it has from the other
///
/// After "from" the two ends of a change are two figures, unless the words before tell a spread.
pub(super) fn range<'a>(
    input: &'a str,
    first: (&'a str, End),
    lead: &mut impl FnMut() -> Lead,
) -> Parsed<'a, Vec<Figure>> {
    let (after_low, low) = first;
    let (rest, mark) = mark(after_low)?;
    let high_start = input.len() - rest.len();
    let (rest, high) = end(rest)?;
    let lead = lead();
    let fits = match mark {
        Mark::And => matches!(lead, Lead::Between),
        Mark::To => !matches!(lead, Lead::Between | Lead::Move),
        Mark::Dash { .. } => true,
    };
    let told = high.unit().is_some() || high.scale.is_some() || bare_high(mark, low, lead, rest);
    if !fits || !told || percentage(rest) {
        return no_match(input);
    }
    let Some((low_value, high_value, unit)) = shared(low, high) else { return no_match(input) };
    let figure = |start, end, amount, upper, rule| Figure {
        start,
        end,
        amount,
        upper,
        at_least: false,
        currency: unit.currency,
        rule,
    };
    let whole = input.len() - rest.len();
    if lead == Lead::From && mark == Mark::To {
        // Each end with a currency of its own is read again on its own; here only what they share matters.
        let low_end = input.len() - after_low.len();
        let low_figure = figure(0, low_end, low_value, None, Rule::Listed);
        let high_figure = figure(high_start, whole, high_value, None, Rule::Listed);
        return Ok((rest, vec![low_figure, high_figure]));
    }
    if low_value < high_value {
        Ok((rest, vec![figure(0, whole, low_value, Some(high_value), Rule::Range)]))
    } else {
        no_match(input)
    }
}

/// `mark = dash | "to" | "through" | "-to-" | "and" ;`
fn mark(input: &str) -> Parsed<'_, Mark> {
    let (start, ()) = gap(input)?;
    let spaced = start.len() < input.len();
    if let Some(rest) = start.strip_prefix(['-', '–', '—', '‒', '−', '~']) {
        if let Ok((rest, ())) = phrase("to", rest)
            && let Some(rest) = rest.strip_prefix('-')
        {
            return Ok((rest, Mark::To));
        }
        let (rest, ()) = gap(rest)?;
        return Ok((rest, Mark::Dash { spaced }));
    }
    for (word, mark) in [("to", Mark::To), ("through", Mark::Dash { spaced }), ("and", Mark::And)] {
        if let Ok((rest, ())) = phrase(word, start) {
            return Ok((gap(rest)?.0, mark));
        }
    }
    no_match(input)
}

/// Whether a high end with neither sign nor scale can be money: "£5-10", "USD 100 - 200", not "£5m to 6 trusts".
fn bare_high(mark: Mark, low: End, lead: Lead, rest: &str) -> bool {
    let clause_ends = !rest.trim_start().starts_with(|c: char| c.is_alphanumeric()) && !rest.starts_with('-');
    low.before.is_some()
        && low.scale.is_none()
        && match mark {
            Mark::Dash { spaced } => !spaced || clause_ends,
            Mark::To => matches!(lead, Lead::Spread | Lead::From) && clause_ends,
            Mark::And => true,
        }
}

/// `percentage = [ gap ] , ( "%" | "per cent" | "percent" | "pc" | "pp" ) ;`
fn percentage(rest: &str) -> bool {
    let Ok((start, ())) = gap(rest) else { return false };
    start.starts_with('%') || ["per cent", "percent", "pc", "percentage"].iter().any(|unit| phrase(unit, start).is_ok())
}

/// Both amounts and the unit they share, or nothing where the ends do not belong together.
fn shared(low: End, high: End) -> Option<(Decimal, Decimal, Unit)> {
    let (low_unit, high_unit) = match (low.unit(), high.unit()) {
        (Some(low_unit), Some(high_unit)) => (low_unit, high_unit),
        // "£500 - 1,000": the sign serves both; "10 pounds to 20" does not say what the 20 are.
        (Some(unit), None) if low.before.is_some() => (unit, unit),
        (None, Some(unit)) if high.before.is_none() => (unit, unit),
        _ => return None,
    };
    if low_unit.currency.code() != high_unit.currency.code() && !more_exact(low_unit, high_unit) {
        return None;
    }
    // The scale reaches back: "£3-5bn" is never three pounds.
    let reaches = low.scale.is_none()
        && high.scale.is_some()
        && low.number.value < high.number.value
        && low.number.form != NumberForm::Portion
        && low.number.value < Decimal::ONE_THOUSAND;
    // "Between 3 and 1 million pounds" does not ascend, whichever way it is read.
    if !reaches && low.unit().is_none() && low.scale.is_none() && high.scale.is_some() {
        return None;
    }
    let low_scale = if reaches { high.scale } else { low.scale };
    // "£5m – 20": a scale does not reach forward.
    if high.scale.is_none() && low.scale.is_some() && high.unit().is_none() {
        return None;
    }
    let unit = if more_exact(low_unit, high_unit) { high_unit } else { low_unit };
    Some((low.value(low_scale, low_unit)?, high.value(high.scale, high_unit)?, unit))
}

/// Whether the second unit says which of the first's currencies is meant: "$50 - 100 USD".
fn more_exact(first: Unit, second: Unit) -> bool {
    first.form == Form::Sign && first.currency.code().is_none() && matches!(second.form, Form::Code | Form::Name)
}
