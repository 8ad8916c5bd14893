//! What a cue means where it stands: by who is paid, by the rate, by the words after the figure, by how much it is.

use std::sync::LazyLock;

use super::cues::TopicCue;
use super::paid::{is_hourly, is_infinitive, is_of_body, is_of_person, is_of_staff, pays_claimant, pays_staff};
use super::size::of_size;
use crate::context::sentence::Sentence;
use crate::grammar::lexicon::Lexicon;
use crate::model::{Per, Topic};
use crate::span::{Cue, Span};
use crate::text::words::word_before;

/// The topic of a cue, as far as it can be that of figure `index`, which is a rate where there is a `per`.
pub(super) fn sense(
    sentence: &Sentence<'_>,
    index: usize,
    per: Option<&Cue<Per>>,
    (cue, span): (TopicCue, Span),
) -> Option<Topic> {
    let amount = sentence.readings.get(index)?.quantity.amount();
    let words = span.of(sentence.text);
    let after = sentence.after(index).of(sentence.text).trim_start();
    let weak = cue.is_weak_verb();
    let for_each = |units: &[&str]| per.is_some_and(|per| units.contains(&per.value.as_str()));
    if amount < 1_000_000.into() && pays_staff(sentence, index, span) {
        return Some(Topic::Pay);
    }
    if weak && (10_000.into()..1_000_000.into()).contains(&amount) && is_of_person(sentence, span, after) {
        return Some(Topic::Pay);
    }
    if pays_claimant(sentence, index, span) {
        return Some(Topic::Compensation);
    }
    let other = match cue.topic {
        // "A large trust would pay £200,000", "Vale Partners was paid £850,000"
        Topic::Pay
            if is_infinitive(sentence, span) || weak && !words.starts_with("earn") && is_of_body(sentence, span) =>
        {
            Some(Topic::Cost)
        }
        // "Has won £11m from the Treasury"
        Topic::Contract if words == "won" && begins(after, &["from ", "of funding", "in funding"]) => {
            Some(Topic::Funding)
        }
        // "The union's card asks for £262 an hour", "an extra £23 a week"
        Topic::Funding if is_hourly(per) => Some(Topic::Pay),
        Topic::Funding if weak && amount < 1_000.into() && for_each(&["week"]) => Some(Topic::Pay),
        // "Staff will get a one-off £1,200"
        Topic::Funding
            if weak
                && amount < 50_000.into()
                && (per.is_none() || for_each(&["year", "month", "head"]))
                && is_of_staff(sentence, span) =>
        {
            Some(Topic::Pay)
        }
        // "Offered the trust £25m at 4 per cent"
        Topic::Funding if cue.is_verb && is_at_interest(after) => Some(Topic::Loan),
        // "£1.9m in charges"
        Topic::Price if amount >= 1_000_000.into() && CHARGES.has(words) && is_taken_in(sentence, span) => {
            Some(Topic::Income)
        }
        // "Paid at yearly rates of more than £250,000"
        Topic::Price if RATES.has(words) && for_each(&["year"]) && amount < 1_000_000.into() => Some(Topic::Pay),
        // "At a rate of up to £185 an hour"
        Topic::Price if is_hourly(per) && RATES.has(words) => Some(Topic::Pay),
        // "Pays out £1m after a death"
        Topic::Cost if PAYS_OUT.has(words) && begins(after, &["after ", "over "]) => Some(Topic::Compensation),
        // "Take £120m out"
        Topic::Cost if TAKES.has(words) && begins(after, &["out ", "out.", "off "]) => Some(Topic::Saving),
        // "A drug that costs £187,000 per course"
        Topic::Cost if words.starts_with("cost") && for_each(&DOSES) => Some(Topic::Price),
        _ => None,
    };
    other.or_else(|| of_size(amount, cue, words))
}

/// What a drug is sold by.
const DOSES: [&str; 8] = ["course", "dose", "pack", "vial", "injection", "tablet", "jab", "treatment"];

/// What those pay who come.
static CHARGES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("charges fees fares rents tolls tickets"));

/// Rates of pay, where they are for an hour.
static RATES: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::new(&["rate", "rates", "rate of", "rates of", "hourly rate"].map(|words| (words, ()))));

/// What one who has lost a claim does.
static PAYS_OUT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(
        &["pay out", "pays out", "paid out", "paying out", "been paid out", "has been paid out", "have been paid out"]
            .map(|words| (words, ())),
    )
});

/// Verbs that take money away where "out" stands after it.
static TAKES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::words("take takes took taken taking"));

fn begins(words: &str, with: &[&str]) -> bool {
    with.iter().any(|start| words.starts_with(start))
}

/// "In charges": whether a noun tells where money came from.
fn is_taken_in(sentence: &Sentence<'_>, noun: Span) -> bool {
    matches!(word_before(sentence.text, sentence.span.start(), noun.start()), "in" | "from")
}

/// Whether words begin with a rate of interest: "at 4 per cent".
fn is_at_interest(words: &str) -> bool {
    let rate = words.strip_prefix("at ").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    rate.is_some_and(|rest| rest.starts_with(" per cent") || rest.starts_with('%'))
}
