//! A sum in a heading is told again below it: what the few words of the heading leave open, the story says.

use crate::model::MoneyFigure;
use crate::span::Span;

/// How many figures below the heading are compared with those in it.
const NEAR: usize = 12;

/// Gives each figure of the heading the topic and the owners of the figure below that is the same sum.
pub(super) fn told_again(heading: Span, figures: &mut [MoneyFigure]) {
    let count = figures.partition_point(|figure| heading.contains(figure.span));
    let (above, below) = figures.split_at_mut(count);
    for figure in above {
        let same = |other: &&MoneyFigure| {
            other.currency == figure.currency && other.quantity.amount() == figure.quantity.amount()
        };
        let Some(again) = below.iter().take(NEAR).find(same) else { continue };
        figure.topic = figure.topic.or(again.topic);
        if !again.organisations.is_empty() {
            figure.organisations.clone_from(&again.organisations);
        }
    }
}
