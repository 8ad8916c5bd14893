//! Sums of figures: what goes in, and what is left out.

use bulletin::MoneyFigure;
use rust_decimal::Decimal;

/// A sum of the figures of one currency.
///
/// Only levels are added: a rate is no sum of money, and a change is of a sum that may be told too. A range counts by
/// its low end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sum {
    /// `None` where it has more digits than a decimal.
    pub(super) total: Option<Decimal>,
    /// How many figures were added.
    pub(super) levels: usize,
    pub(super) rates: usize,
    /// Of those that are no rates.
    pub(super) changes: usize,
}

impl Sum {
    pub(super) fn add(&mut self, figure: &MoneyFigure) {
        if figure.per.is_some() {
            self.rates += 1;
        } else if figure.change.is_some() {
            self.changes += 1;
        } else {
            self.levels += 1;
            self.total = self.total.and_then(|total| exact(total, figure.quantity.amount()));
        }
    }

    /// All the figures, added or not.
    pub(super) fn figures(&self) -> usize {
        self.levels + self.rates + self.changes
    }
}

impl Default for Sum {
    fn default() -> Self {
        Sum { total: Some(Decimal::ZERO), levels: 0, rates: 0, changes: 0 }
    }
}

/// One and other together, if a decimal can hold all the digits of that.
fn exact(one: Decimal, other: Decimal) -> Option<Decimal> {
    // Where it cannot, the sum comes rounded: with fewer places.
    one.checked_add(other).filter(|sum| sum.scale() >= one.scale().max(other.scale()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use bulletin::model::Quantity;
    use rust_decimal::Decimal;

    use super::Sum;

    fn sum(text: &str) -> Sum {
        let mut sum = Sum::default();
        for figure in bulletin::find_money(text) {
            sum.add(&figure);
        }
        sum
    }

    #[test]
    fn levels_are_added_and_the_rest_is_counted() {
        let sum = sum(
            "It owes £3.14. It owes between £10m and £12m. Locums earn £22 an hour. The deficit worsened by £4m. It owes -£1.",
        );
        assert_eq!(sum, Sum { total: "10000002.14".parse().ok(), levels: 3, rates: 1, changes: 1 });
        assert_eq!(sum.figures(), 5);
    }

    #[test]
    fn a_sum_with_too_many_digits_is_none() {
        let most = Decimal::MAX - Decimal::ONE;
        for (other, total) in [("1", Some(Decimal::MAX)), ("2", None), ("0.5", None), ("-0.5", None)] {
            let mut sum = Sum::default();
            let mut figure = bulletin::find_money("It owes £1.").remove(0);
            for amount in [most, other.parse().unwrap()] {
                figure.quantity = Quantity::Exactly(amount);
                sum.add(&figure);
            }
            assert_eq!((sum.total, sum.levels), (total, 2), "{other}");
        }
    }
}
