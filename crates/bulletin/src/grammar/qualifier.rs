//! Qualifiers: the words before and after a figure that bound or hedge it.

use std::sync::LazyLock;

use super::{Lexicon, Parsed, gap, longest, no_match, phrase};
use crate::model::Qualifier;
use Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// `bound = "over" | "at least" | "up to" | … ;`
static BEFORE: LazyLock<Lexicon<Qualifier>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("about", About),
        ("around", About),
        ("some", About),
        ("circa", About),
        ("ca", About),
        ("c", About),
        ("approximately", About),
        ("approx", About),
        ("roughly", About),
        ("an estimated", About),
        ("estimated", About),
        ("estimated at", About),
        ("in the region of", About),
        ("in the order of", About),
        ("of the order of", About),
        ("somewhere around", About),
        ("something like", About),
        ("more or less", About),
        ("nearly", Nearly),
        ("very nearly", Nearly),
        ("almost", Nearly),
        ("just under", Nearly),
        ("just below", Nearly),
        ("just short of", Nearly),
        ("a little under", Nearly),
        ("a little less than", Nearly),
        ("slightly under", Nearly),
        ("slightly less than", Nearly),
        ("just less than", Nearly),
        ("close to", Nearly),
        ("closer to", Nearly),
        ("nearer", Nearly),
        ("nearer to", Nearly),
        ("near", Nearly),
        ("nearing", Nearly),
        ("approaching", Nearly),
        ("getting on for", Nearly),
        ("not far off", Nearly),
        ("not far short of", Nearly),
        ("not quite", Nearly),
        ("over", MoreThan),
        ("well over", MoreThan),
        ("just over", MoreThan),
        ("a little over", MoreThan),
        ("more than", MoreThan),
        ("greater than", MoreThan),
        ("in excess of", MoreThan),
        ("upwards of", MoreThan),
        ("upward of", MoreThan),
        ("north of", MoreThan),
        ("above", MoreThan),
        ("exceeding", MoreThan),
        ("exceeds", MoreThan),
        ("exceeded", MoreThan),
        ("topping", MoreThan),
        ("at least", AtLeast),
        ("at the very least", AtLeast),
        ("no less than", AtLeast),
        ("not a penny less than", AtLeast),
        ("not a penny more than", AtMost),
        ("not less than", AtLeast),
        ("no fewer than", AtLeast),
        ("a minimum of", AtLeast),
        ("a minimum", AtLeast),
        ("minimum", AtLeast),
        ("under", LessThan),
        ("less than", LessThan),
        ("below", LessThan),
        ("fewer than", LessThan),
        ("up to", AtMost),
        ("no more than", AtMost),
        ("not more than", AtMost),
        ("at most", AtMost),
        ("a maximum of", AtMost),
        ("a maximum", AtMost),
        ("maximum", AtMost),
        ("as much as", AtMost),
        ("as high as", AtMost),
        ("capped at", AtMost),
        ("not exceeding", AtMost),
    ])
});

/// `before = bound , { gap , bound } , [ gap , filler ] , gap ;` and the figure starts right after
///
/// Of a stack the first bound counts, and a hedge gives way to it: "up to around £3m" is at most.
pub(super) fn before(input: &str) -> Parsed<'_, Qualifier> {
    let (mut rest, mut qualifier) = bound(input)?;
    for _ in 0..2 {
        let (start, ()) = gap(rest)?;
        let Ok((after, next)) = bound(start) else { break };
        rest = after;
        if qualifier == About {
            qualifier = next;
        }
    }
    let (start, ()) = gap(rest)?;
    let rest = filler(start).unwrap_or(start);
    Ok((rest, qualifier))
}

/// The last words of qualifiers and fillers.
static LAST_WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let phrases = BEFORE.phrases().chain(FILLERS.phrases()).chain(["between"]);
    let words: Vec<_> = phrases.filter_map(|phrase| Some((phrase.rsplit(' ').next()?, ()))).collect();
    Lexicon::new(&words)
});

/// Whether a qualifier may end `before`, the text left of a figure: a quick look at the last word.
pub(super) fn may_end(before: &str) -> bool {
    match before.as_bytes().last() {
        Some(byte) if byte.is_ascii_alphabetic() => {
            let start = before.bytes().rposition(|byte| !byte.is_ascii_alphabetic()).map_or(0, |at| at + 1);
            longest(&LAST_WORDS, &before[start..]).is_ok()
        }
        Some(byte) => matches!(byte, b'~' | b'.') || before.ends_with('≈'),
        None => false,
    }
}

/// `bound = words | "~" | "c." | "+/-" ;`
fn bound(input: &str) -> Parsed<'_, Qualifier> {
    if let Some(rest) = input.strip_prefix('~').or_else(|| input.strip_prefix('≈')) {
        return Ok((rest, About));
    }
    let (rest, qualifier) = longest(&BEFORE, input)?;
    // "c." and "approx." keep their stop; a bare "c" is a letter unless the sum follows at once.
    let stopped = rest.strip_prefix('.').filter(|_| input.len() - rest.len() <= 6);
    Ok((stopped.unwrap_or(rest), qualifier))
}

/// Words that leave the amount as it is.
static FILLERS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("another", ()),
        ("a further", ()),
        ("further", ()),
        ("an extra", ()),
        ("extra", ()),
        ("an additional", ()),
        ("additional", ()),
        ("a total of", ()),
        ("a whopping", ()),
        ("a record", ()),
        ("an estimated", ()),
        ("a combined", ()),
        ("an average of", ()),
        ("a net", ()),
    ])
});

/// `filler = ( "another" | "a further" | … ) , gap ;` words that leave the amount as it is ("under a £5m deal" has no bound)
fn filler(input: &str) -> Option<&str> {
    let (rest, ()) = longest(&FILLERS, input).ok()?;
    let (after, ()) = gap(rest).ok()?;
    (after.len() < rest.len()).then_some(after)
}

/// Whether `before`, the word left of "over", "about", "up to" and the like, makes them say what something is about or does:
/// "a row over £5m", "questions about £3m", "handed over £2m", "gone up to £4m".
pub(super) fn is_particle(qualifier_words: &str, before: &str) -> bool {
    static ABOUT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "row rows dispute disputes concern concerns concerned questions question doubts fears anger debate \
             talks battle clash warning warned criticised criticism complained complaints argument tension \
             uncertainty doubt investigation probe sued legal asked worries worried confusion negotiations",
        )
    });
    static DOES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "hand handed handing hands carry carried carrying roll rolled rolling take took taken turn turns turned turning signed \
             transferred",
        )
    });
    static RISES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "gone went going shot shooting pushed pushing brought bringing crept creeping driven driving moved bumped add adds \
             added adding",
        )
    });
    let first = qualifier_words.split_whitespace().next().unwrap_or_default();
    let over = first.eq_ignore_ascii_case("over");
    ((over || first.eq_ignore_ascii_case("about")) && (ABOUT.has(before) || (over && DOES.has(before))))
        || (first.eq_ignore_ascii_case("up") && RISES.has(before))
}

/// `after = [ "," ] , gap , ( "maximum" | "or more" | … ) | "-plus" | "+" ;`
pub(super) fn after(input: &str) -> Parsed<'_, Qualifier> {
    static ANYWHERE: LazyLock<Lexicon<Qualifier>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("maximum", AtMost),
            ("max", AtMost),
            ("or less", AtMost),
            ("or fewer", AtMost),
            ("or under", AtMost),
            ("at the most", AtMost),
            ("at the very most", AtMost),
            ("minimum", AtLeast),
            ("or more", AtLeast),
            ("or above", AtLeast),
            ("or over", AtLeast),
            ("or higher", AtLeast),
            ("and above", AtLeast),
            ("and upwards", AtLeast),
            ("upwards", AtLeast),
            ("at the very least", AtLeast),
            ("at the least", AtLeast),
            ("or so", About),
            ("or thereabouts", About),
            ("give or take", About),
            ("approximately", About),
            ("odd", About),
        ])
    });
    static AT_CLAUSE_END: LazyLock<Lexicon<Qualifier>> = LazyLock::new(|| {
        Lexicon::new(&[
            ("plus", AtLeast),
            ("at least", AtLeast),
            ("at most", AtMost),
            ("tops", AtMost),
            ("approx", About),
            ("and up", AtLeast),
        ])
    });
    for (glued, qualifier) in [("-plus", AtLeast), ("-odd", About), ("-ish", About)] {
        if let Some(rest) = input.strip_prefix(glued).filter(|rest| super::at_word_end(rest)) {
            return Ok((rest, qualifier));
        }
    }
    if let Some(rest) = input.strip_prefix('+') {
        let sum = rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '£' || c == '$' || c == '€');
        return if sum { no_match(input) } else { Ok((rest, AtLeast)) };
    }
    let (start, ()) = gap(input.strip_prefix(',').unwrap_or(input))?;
    if start.len() == input.len() {
        return no_match(input);
    }
    if let Ok((rest, qualifier)) = longest(&ANYWHERE, start) {
        return Ok((rest, qualifier));
    }
    let (rest, qualifier) = longest(&AT_CLAUSE_END, start)?;
    let ends = !gap(rest)?.0.starts_with(|c: char| c.is_alphanumeric() || "£$€(".contains(c));
    if ends && phrase("and", rest).is_err() { Ok((rest, qualifier)) } else { no_match(input) }
}
