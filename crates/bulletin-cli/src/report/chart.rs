//! The charts: bars that stand in tables beside their numbers, and columns over time.

use bulletin::model::CurrencyCode;

use super::bars::bars;
use super::columns::over_time;
use super::digest::Digest;
use super::html::Html;
use super::page::section;
use super::timeline::{Timeline, Unit};

/// How many organisations there is room for.
const LARGEST: usize = 15;

/// Writes the section of charts.
pub(super) fn write(html: &mut Html, digest: &Digest) {
    let timelines = [
        ("published", " that they were published in", Timeline::new(&digest.months, Unit::Month)),
        ("periods", " that they are for, or that their period starts in", Timeline::new(&digest.years, Unit::Year)),
    ];
    let currency = digest.main_currency();
    if currency.is_none() && timelines.iter().all(|(.., timeline)| timeline.is_none()) {
        return;
    }
    section(html, "charts", "Charts", |html| {
        if let Some(currency) = currency {
            amounts(html, digest, currency);
        }
        for (id, what, timeline) in &timelines {
            if let Some(timeline) = timeline {
                over_time(html, id, what, timeline);
            }
        }
    });
}

/// The sums of one currency, by topic and by organisation.
fn amounts(html: &mut Html, digest: &Digest, currency: CurrencyCode) {
    let key = Some(currency);
    let topics = digest.topics.get(&key).into_iter().flatten();
    let topics = topics.map(|(topic, sum)| (topic.map_or("no topic told", |topic| topic.as_str()), *sum));
    bars(html, &format!("Levels by topic, {currency}"), "Topic", topics.collect(), usize::MAX);
    let owners = digest.owners.get(&key).into_iter().flatten();
    let owners = owners.map(|(place, sum)| (digest.organisations.at(*place), *sum)).collect();
    bars(html, &format!("The largest organisations by their levels, {currency}"), "Organisation", owners, LARGEST);
}
