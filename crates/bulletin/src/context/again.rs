//! A sum in a heading is told again below it: what the few words of the heading leave open, the story says.

use rust_decimal::Decimal;

use crate::model::MoneyFigure;
use crate::span::Span;

/// How many figures below the heading are compared with those in it.
const NEAR: usize = 12;

/// By what part of itself a sum in a heading may be rounded: "£1m" for £1.07m.
const ROUNDED: Decimal = Decimal::from_parts(8, 0, 0, false, 2);

/// Gives each figure of the heading the topic and the owners of the figure below that is the same sum.
///
/// What is only nearly the same sum gives no more than what the heading leaves open.
pub(super) fn told_again(heading: Span, figures: &mut [MoneyFigure]) {
    let count = figures.partition_point(|figure| heading.contains(figure.span));
    let (above, below) = figures.split_at_mut(count);
    for figure in above {
        let amount = figure.quantity.amount();
        let apart = |other: &MoneyFigure| {
            (other.currency == figure.currency)
                .then(|| other.quantity.amount().checked_sub(amount).map(|by| by.abs()))?
        };
        let rounding = amount.checked_mul(ROUNDED).unwrap_or_default().abs();
        let near = || below.iter().take(NEAR);
        let same = near().find(|other| apart(other).is_some_and(|by| by.is_zero()));
        let Some(again) = same.or_else(|| near().find(|other| apart(other).is_some_and(|by| by <= rounding))) else {
            continue;
        };
        figure.topic = figure.topic.or(again.topic);
        if !again.organisations.is_empty() && (same.is_some() || figure.organisations.is_empty()) {
            figure.organisations.clone_from(&again.organisations);
        }
    }
}
