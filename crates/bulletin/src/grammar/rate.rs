//! Rates: what a figure is for each of, "£22 an hour", "£70-a-head", "£9.90 per prescription".

use std::sync::LazyLock;

use super::{Lexicon, Parsed, ascii_word, at_word_end, gap, longest, no_match, phrase};
use crate::model::Per;

/// What may stand after "a", "each" and "/" as the unit of a rate. "Per" takes any noun.
static UNITS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "year quarter month fortnight week day night hour minute second shift session head person patient pupil \
         time mile bed pack dose jab item prescription unit visit call appointment member employee nurse doctor \
         share barrel litre tonne kilo piece pop go case test scan place resident household taxpayer family \
         child practice procedure operation consultation contact episode ticket meal pint packet tablet \
         treatment vial winter summer vaccination injection birth admission referral claim student trainee",
    )
});

/// `rate = slash-rate | ( gap | "-" ) , ( adverb | per-rate | article-rate | "each" ) ;`
pub(super) fn rate(input: &str) -> Parsed<'_, Per> {
    if input.starts_with('/') {
        return slash_rate(input);
    }
    let (start, ()) = joint(input)?;
    match start.as_bytes().first().map(u8::to_ascii_lowercase) {
        Some(b'p') => per_rate(start).or_else(|_| adverb(start)),
        Some(b'a' | b'e' | b'f') => {
            article_rate(start).or_else(|_| for_each(start)).or_else(|_| each(start)).or_else(|_| adverb(start))
        }
        Some(b'y' | b'm' | b'w' | b'd' | b'h' | b'n') => adverb(start),
        _ => no_match(input),
    }
}

/// `article-rate = ( "a" | "an" | "each" | "every" | "for each" | "for every" | "for a single" ) , ( gap | "-" ) , unit ;`
///
/// "A year ago" is a time, not a rate.
fn article_rate(input: &str) -> Parsed<'_, Per> {
    static ARTICLES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("a", ()),
            ("an", ()),
            ("each", ()),
            ("every", ()),
            ("for each", ()),
            ("for every", ()),
            ("for a single", ()),
        ])
    });
    let (rest, ()) = longest(&ARTICLES, input)?;
    let (rest, ()) = joint(rest)?;
    let (rest, word) = ascii_word(rest)?;
    if UNITS.has(word) && at_word_end(rest) && !is_time(rest) {
        Ok((rest, named(&word.to_ascii_lowercase())))
    } else {
        no_match(input)
    }
}

/// The unit that some words begin with, and their length: "a pack of 84", "each visit".
pub(crate) fn unit(words: &str) -> Option<(Per, usize)> {
    article_rate(words).ok().map(|(rest, per)| (per, words.len() - rest.len()))
}

/// What some words say a sum is for each of, and their length: "per patient", "for each patient".
pub(crate) fn apportioned(words: &str) -> Option<(Per, usize)> {
    let rate = per_rate(words).or_else(|_| for_each(words));
    let rate = rate.or_else(|error| if words.starts_with("for ") { article_rate(words) } else { Err(error) });
    rate.ok().map(|(rest, per)| (per, words.len() - rest.len()))
}

/// `for-each = ( "for each" | "for every" ) , [ gap , ( "of its" | "of the" ) ] , { joint , adjective } , joint , noun , clause-end ;`
///
/// After "of its" the noun is a plural: "£400 for each of its patients" is per patient.
fn for_each(input: &str) -> Parsed<'_, Per> {
    static ARTICLES: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
        Lexicon::new(&[("for each", false), ("for every", false), ("for each of its", true), ("for each of the", true)])
    });
    /// Adjectives before the noun, at most.
    const WORDS: usize = 3;
    let (mut rest, of_many) = longest(&ARTICLES, input)?;
    let mut noun = "";
    for _ in 0..=WORDS {
        let Ok((after, word)) = joint(rest).and_then(|(word, ())| ascii_word(word)) else { break };
        if AFTER_NOUN.has(word) {
            break;
        }
        (rest, noun) = (after, word);
    }
    let ends = rest.is_empty()
        || rest.starts_with([',', '.', ';', ':', ')'])
        || joint(rest).and_then(|(word, ())| ascii_word(word)).is_ok_and(|(_, word)| AFTER_NOUN.has(word));
    let noun = noun.to_ascii_lowercase();
    match if of_many { noun.strip_suffix('s') } else { Some(&*noun) } {
        Some(noun) if ends && !noun.is_empty() => Ok((rest, named(noun))),
        _ => no_match(input),
    }
}

/// Words that no noun is: with them what is told of it begins, or another part of the sentence.
static AFTER_NOUN: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "of in at on to from with without by under over who that which it they he she we this is are was were will would and \
         or but if when while until since after before given seen treated made done taken instead rather once during for",
    )
});

/// `per-rate = "per" , ( gap | "-" ) , { adjective } , noun ;`
fn per_rate(input: &str) -> Parsed<'_, Per> {
    let (rest, ()) = phrase("per", input)?;
    let (rest, ()) = joint(rest)?;
    let (rest, word) = ascii_word(rest)?;
    let first = word.to_ascii_lowercase();
    if matches!(first.as_str(), "cent" | "centage" | "percentage" | "se") || !at_word_end(rest) {
        return no_match(input);
    }
    let second = joint(rest).and_then(|(after, ())| ascii_word(after));
    match second {
        Ok((after, "hour" | "hours")) if matches!(first.as_str(), "kilowatt" | "megawatt") && at_word_end(after) => {
            Ok((after, named(&format!("{first} hour"))))
        }
        // "per registered patient": the noun is the second word.
        Ok((after, noun)) if !UNITS.has(word) && UNITS.has(noun) && at_word_end(after) => {
            Ok((after, named(&noun.to_ascii_lowercase())))
        }
        _ => Ok((rest, named(&first))),
    }
}

/// `adverb = ( "annually" | "p.a." | "monthly" | … ) ;`
fn adverb(input: &str) -> Parsed<'_, Per> {
    static ADVERBS: LazyLock<Lexicon<&str>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("annually", "year"),
            ("yearly", "year"),
            ("pa", "year"),
            ("monthly", "month"),
            ("weekly", "week"),
            ("daily", "day"),
            ("hourly", "hour"),
            ("nightly", "night"),
        ])
    });
    if let Some(rest) =
        input.strip_prefix("p.a.").or_else(|| input.strip_prefix("p.a").filter(|rest| at_word_end(rest)))
    {
        return Ok((rest, Per::Year));
    }
    let (rest, unit) = longest(&ADVERBS, input)?;
    // "£5m daily deliveries" is no rate, but "£5m annually" at a clause's end is; "a year ago" is a time.
    if is_time(rest) { no_match(input) } else { Ok((rest, named(unit))) }
}

/// `each = "each" | "apiece" ;`
fn each(input: &str) -> Parsed<'_, Per> {
    let (rest, ()) = phrase("each", input).or_else(|_| phrase("apiece", input))?;
    Ok((rest, Per::Each))
}

/// `slash-rate = [ gap ] , "/" , [ gap ] , ( unit | "yr" | "mo" | "hr" | … ) ;`
fn slash_rate(input: &str) -> Parsed<'_, Per> {
    static SHORT: LazyLock<Lexicon<&str>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("yr", "year"),
            ("mo", "month"),
            ("mth", "month"),
            ("wk", "week"),
            ("hr", "hour"),
            ("ea", "each"),
            ("h", "hour"),
            ("pa", "year"),
        ])
    });
    let Some(rest) = input.strip_prefix('/') else { return no_match(input) };
    if let Ok((rest, unit)) = longest(&SHORT, rest) {
        return Ok((rest, named(unit)));
    }
    let (rest, word) = ascii_word(rest)?;
    if UNITS.has(word) && at_word_end(rest) { Ok((rest, named(&word.to_ascii_lowercase()))) } else { no_match(input) }
}

/// `joint = gap (not empty) | "-" ;`
fn joint(input: &str) -> Parsed<'_, ()> {
    if let Some(rest) = input.strip_prefix('-') {
        return Ok((rest, ()));
    }
    let (rest, ()) = gap(input)?;
    if rest.len() < input.len() { Ok((rest, ())) } else { no_match(input) }
}

/// Whether what follows makes a time of "a year": "ago", "earlier", "later"; "on" where the clause ends, not before a day.
fn is_time(rest: &str) -> bool {
    static TIMES: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
        let times = ["ago", "earlier", "later", "previously", "after"].map(|word| (word, true));
        // "£30 a week after tax" is a rate all the same.
        let taxes = ["before tax", "after tax", "after deductions", "after inflation"].map(|words| (words, false));
        Lexicon::new(&[times.as_slice(), taxes.as_slice()].concat())
    });
    let Ok((start, ())) = gap(rest) else { return false };
    let ends = |rest: &str| gap(rest).is_ok_and(|(next, ())| !next.starts_with(char::is_alphanumeric));
    let on = phrase("on", start).and_then(|(rest, ())| gap(rest));
    TIMES.at(start).is_some_and(|(is_time, _)| is_time)
        // "£3m a year before.", but "£3m a year before the merger" is a rate.
        || phrase("before", start).is_ok_and(|(rest, ())| ends(rest))
        || on.is_ok_and(|(rest, ())| !rest.starts_with(char::is_alphanumeric) || phrase("from", rest).is_ok())
}

/// The unit by its usual name.
fn named(unit: &str) -> Per {
    Per::from(match unit {
        "annum" => "year".to_owned(),
        "capita" => "head".to_owned(),
        _ => unit.to_owned(),
    })
}
