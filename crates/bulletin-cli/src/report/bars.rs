//! Bars in a table, so that a chart tells its numbers too.

use std::cmp::Reverse;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::html::{Attributes, Html};
use super::page::{grouped, scroll};
use super::sum::Sum;
use super::totals::total;

/// Writes a table of sums with a bar for each, the greatest first; of those that have any levels, the first so many.
pub(super) fn bars(html: &mut Html, caption: &str, heading: &str, mut sums: Vec<(&str, Sum)>, most: usize) {
    sums.retain(|(_, sum)| sum.levels > 0);
    sums.sort_by_key(|(_, sum)| Reverse(sum.total.unwrap_or(Decimal::MAX)));
    let left_out = sums.len().saturating_sub(most);
    if sums.is_empty() {
        return;
    }
    html.element("figure", &[], |html| {
        scroll(html, caption, |html| {
            html.element("table", &[("class", &"bars")], |html| {
                html.leaf("caption", &[], caption);
                html.element("thead", &[], |html| html.element("tr", &[], |html| headings(html, heading)));
                html.element("tbody", &[], |html| rows(html, &sums, most));
            });
        });
        if left_out > 0 {
            let words = "with less are not shown. A figure of two organisations counts for each.";
            html.leaf("figcaption", &[], format_args!("{} {words}", grouped(left_out)));
        }
    });
}

fn headings(html: &mut Html, heading: &str) {
    html.leaf("th", &[("scope", &"col")], heading);
    html.leaf("th", &[("scope", &"col"), ("class", &"number")], "Total of levels");
    html.element("td", &[], |_| {});
    html.leaf("th", &[("scope", &"col"), ("class", &"number")], "Levels");
}

fn rows(html: &mut Html, sums: &[(&str, Sum)], most: usize) {
    let length = |sum: &Sum| sum.total.map_or(Decimal::MAX, |total| total.abs());
    let greatest = sums.iter().map(|(_, sum)| length(sum)).max().unwrap_or_default();
    for (name, sum) in sums.iter().take(most) {
        html.element("tr", &[], |html| {
            html.leaf("th", &[("scope", &"row")], name);
            html.leaf("td", &[("class", &"number")], total(sum));
            html.element("td", &[("class", &"bar")], |html| bar(html, name, sum, thousandths(length(sum), greatest)));
            html.leaf("td", &[("class", &"number")], grouped(sum.levels));
        });
    }
}

/// The number beside it says the same, so that a screen reader need not.
fn bar(html: &mut Html, name: &str, sum: &Sum, length: u32) {
    let view: Attributes<'_> =
        &[("viewBox", &"0 0 1000 10"), ("preserveAspectRatio", &"none"), ("aria-hidden", &"true")];
    html.element("svg", view, |html| {
        html.element("rect", &[("width", &length), ("height", &10)], |html| {
            html.leaf("title", &[], format_args!("{name}: {}", total(sum)));
        });
    });
}

/// How many thousandths of the greatest an amount is; something is always seen of something.
fn thousandths(amount: Decimal, greatest: Decimal) -> u32 {
    let share = amount.checked_div(greatest).unwrap_or_default();
    let length = (share * Decimal::ONE_THOUSAND).to_u32().unwrap_or(1000);
    if amount.is_zero() { 0 } else { length.max(2) }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::thousandths;

    #[test]
    fn bars_are_as_long_as_their_share() {
        let most = Decimal::MAX;
        let cases = [(0, 0, 0), (0, 4, 0), (4, 4, 1000), (1, 4, 250), (1, 3, 333), (1, 1_000_000, 2)];
        for (amount, greatest, expected) in cases {
            assert_eq!(thousandths(amount.into(), greatest.into()), expected, "{amount} of {greatest}");
        }
        assert_eq!((thousandths(most, most), thousandths(Decimal::ONE, most)), (1000, 2));
    }
}
