//! Amounts whose points stand under one another.

use bulletin::record::FigureRecord;

use crate::printable::with_thousands;

/// An amount with its currency, as people read it.
#[derive(Debug)]
pub(super) struct Amount {
    /// A range's low end.
    low: Option<String>,
    /// The one amount, or a range's high end.
    high: String,
    currency: Option<String>,
}

impl Amount {
    pub(super) fn new(record: &FigureRecord<'_>) -> Self {
        let amount = with_thousands(record.amount);
        let currency = record.currency.map(|code| code.to_string());
        match record.upper {
            Some(upper) => Amount { low: Some(amount), high: with_thousands(upper), currency },
            None => Amount { low: None, high: amount, currency },
        }
    }

    /// Whether the text leaves the currency open.
    pub(super) fn is_open(&self) -> bool {
        self.currency.is_none()
    }
}

/// How wide the parts of amounts are before and after their points.
#[derive(Debug)]
pub(super) struct Alignment {
    whole: usize,
    fraction: usize,
    /// Whether the ends of a range stand under one another.
    is_stacked: bool,
}

impl Alignment {
    pub(super) fn new<'a>(amounts: impl Iterator<Item = &'a Amount>, is_stacked: bool) -> Self {
        let parts = amounts.flat_map(|amount| ends(amount, is_stacked));
        parts.fold(Alignment { whole: 0, fraction: 0, is_stacked }, |widest, (whole, fraction)| Alignment {
            whole: widest.whole.max(whole.chars().count()),
            fraction: widest.fraction.max(fraction.len()),
            is_stacked,
        })
    }

    /// The amount with its currency; the ends of a range on two lines, if so.
    pub(super) fn align(&self, amount: &Amount) -> String {
        let (before, after) = (self.whole, self.fraction);
        let lines =
            ends(amount, self.is_stacked).map(|(whole, fraction)| format!("{whole:>before$}{fraction:<after$}"));
        // "?" is a currency that the text leaves open.
        let currency = amount.currency.as_deref().unwrap_or("?");
        format!("{} {currency:<3}", lines.collect::<Vec<_>>().join("–   \n"))
    }
}

/// The lines of an amount, each parted before its point.
fn ends(amount: &Amount, is_stacked: bool) -> impl Iterator<Item = (String, String)> {
    let high = parted(&amount.high);
    let lines = match (&amount.low, is_stacked) {
        (None, _) => [None, Some(high)],
        (Some(low), true) => [Some(parted(low)), Some(high)],
        (Some(low), false) => [None, Some((format!("{low}–{}", high.0), high.1))],
    };
    lines.into_iter().flatten()
}

fn parted(amount: &str) -> (String, String) {
    let (whole, fraction) = amount.split_at(amount.find('.').unwrap_or(amount.len()));
    (whole.to_owned(), fraction.to_owned())
}
