//! The totals, and what they are of.

use bulletin::model::CurrencyCode;
use bulletin_table::with_thousands;

use super::digest::Digest;
use super::html::Html;
use super::page::{grouped, scroll, section};
use super::sum::Sum;

/// The rules of addition, as the page states them.
const RULES: [(&str, &str); 4] = [
    (
        "Only levels are added.",
        "Rates, such as £22 an hour, and changes, such as a rise of £3m, are counted beside them.",
    ),
    ("Amounts count as stated.", "A range counts by its low end; “nearly”, “up to” and the like change nothing."),
    ("Nothing is told apart.", "A deficit is added to a surplus, and what two bulletins tell is added twice."),
    ("So a total is of the money spoken of,", "not of the money that there is."),
];

/// Writes the section of totals.
pub(super) fn write(html: &mut Html, digest: &Digest) {
    section(html, "totals", "Totals", |html| {
        if digest.figures.is_empty() {
            html.leaf("p", &[], "No bulletin states an amount of money.");
            return;
        }
        scroll(html, "Totals", |html| {
            html.element("table", &[("class", &"totals")], |html| table(html, digest));
        });
        html.element("ul", &[("class", &"rules")], |html| {
            for (rule, reason) in RULES {
                html.element("li", &[], |html| {
                    html.leaf("strong", &[], rule);
                    html.text(format_args!(" {reason}"));
                });
            }
        });
    });
}

/// A row for each currency, the one with the most figures first.
fn table(html: &mut Html, digest: &Digest) {
    html.leaf("caption", &[], "Money spoken of, by currency");
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            for name in ["Currency", "Total of levels", "Levels", "Rates, not added", "Changes, not added"] {
                html.leaf("th", &[("scope", &"col")], name);
            }
        });
    });
    let mut currencies: Vec<_> = digest.currencies.iter().collect();
    currencies.sort_by_key(|(_, sum)| std::cmp::Reverse(sum.figures()));
    html.element("tbody", &[], |html| {
        for (currency, sum) in currencies {
            html.element("tr", &[], |html| {
                html.leaf("th", &[("scope", &"row")], name(*currency));
                let total = currency.map_or_else(|| "not added".to_owned(), |_| total(sum));
                for cell in [total, grouped(sum.levels), grouped(sum.rates), grouped(sum.changes)] {
                    html.leaf("td", &[("class", &"number")], cell);
                }
            });
        }
    });
}

/// A currency as the page names it. Amounts without one may be of several.
fn name(currency: Option<CurrencyCode>) -> String {
    currency.map_or_else(|| "not stated".to_owned(), |code| code.to_string())
}

/// The total of a sum as the page states it.
pub(super) fn total(sum: &Sum) -> String {
    sum.total.map_or_else(|| "too many digits to add".to_owned(), with_thousands)
}
